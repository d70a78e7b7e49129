"""Trees for the special formats (clause 10) and joint issuance (7.2.4), built by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.document import (
    Attachment,
    Attendance,
    DocumentFormat,
    Imprint,
    JointMark,
    Masthead,
    OfficialDocument,
    Signature,
    SignatureMode,
)
from tests.word.samples import heading, paragraph

BODIES = (
    "濮阳市财政局",
    "濮阳市民政局",
    "濮阳市人力资源和社会保障局",
    "濮阳市机关事务管理局",
    "中共濮阳市委机构编制委员会办公室",
)
SIGNERS = ("樊相奇", "李明", "王某某", "赵强", "欧阳某")


def joint(count: int, *, signers: int = 0) -> OfficialDocument:
    """A document of several bodies with their names stacked, upward where it has signers."""
    bodies = BODIES[:count]
    return OfficialDocument(
        id=f"联合{count}",
        genre="报告" if signers else "通知",
        format=DocumentFormat.ORDINARY,
        masthead=Masthead(JointMark(bodies), "濮财购〔2024〕6号", SIGNERS[:signers]),
        title="关于做好2024年政府购买服务有关工作的通知",
        title_lines=("关于做好2024年", "政府购买服务有关工作的通知"),
        addressees="各县（区）财政局，市直各部门、单位：",
        body=(
            paragraph("为做好本年度政府购买服务工作，现将有关事项通知如下。"),
            heading(1, "一、", "明确购买范围"),
            paragraph("各部门按照指导性目录编报项目，没有预算的不得购买。" * 4),
            heading(1, "二、", "加强绩效管理"),
            paragraph("购买主体应当在合同中约定绩效目标，到期组织验收。" * 4),
        ),
        signature=Signature(bodies, date(2024, 3, 18)),
        imprint=Imprint("濮阳市财政局办公室", date(2024, 3, 18), copies_to=("市人大财经委", "市审计局")),
    )


def of_the_lead_body() -> OfficialDocument:
    """The same document under the mark of the lead body alone."""
    return replace(joint(3), id="联合主办", masthead=Masthead("濮阳市财政局文件", "濮财购〔2024〕6号"))


def letter() -> OfficialDocument:
    """A letter with all corner lines that runs to a third page."""
    return OfficialDocument(
        id="函",
        genre="函",
        format=DocumentFormat.LETTER,
        masthead=Masthead(
            "濮阳市财政局", "濮财购函〔2024〕9号", copy_number="000003", secrecy="秘密★1年", urgency="加急"
        ),
        title="濮阳市财政局关于商请提供购买服务项目资料的函",
        title_lines=("濮阳市财政局关于商请提供", "购买服务项目资料的函"),
        addressees="市民政局：",
        body=(
            paragraph("为汇编政府购买服务典型案例，商请贵局提供居家养老服务项目的有关资料。"),
            heading(1, "一、", "资料内容"),
            paragraph("包括立项依据、预算批复、采购文件、合同、验收报告和绩效评价结果。" * 12),
            heading(1, "二、", "提供方式"),
            paragraph("请于4月30日前将纸质件和电子件送市财政局综合科，电子件采用可编辑的格式。" * 12),
            paragraph("特此函商，请予支持。"),
        ),
        signature=Signature(("濮阳市财政局",), date(2024, 4, 8)),
        imprint=Imprint(copies_to=("市政府办公室",)),
    )


def joint_letter() -> OfficialDocument:
    """A short letter of two bodies without corner lines: it bears the mark of the lead body."""
    return replace(
        letter(),
        id="联合函",
        masthead=Masthead(JointMark(BODIES[2:4], ""), "濮人社函〔2024〕31号"),
        body=(paragraph("来函收悉。经研究，同意将所列岗位纳入购买服务范围。"), paragraph("特此函复。")),
        signature=Signature(BODIES[2:4], date(2024, 4, 22), SignatureMode.SEAL),
    )


def order() -> OfficialDocument:
    """An order that promulgates rules."""
    return OfficialDocument(
        id="令",
        genre="命令（令）",
        format=DocumentFormat.ORDER,
        masthead=Masthead("濮阳市人民政府令", "第12号"),
        title="濮阳市人民政府令",
        title_lines=("濮阳市人民政府令",),
        addressees="",
        body=(
            paragraph(
                "《濮阳市政府购买服务管理办法》已经2024年5月20日市人民政府第8次常务会议通过，"
                "现予公布，自2024年7月1日起施行。"
            ),
        ),
        signature=Signature(("濮阳市人民政府",), date(2024, 5, 28)),
    )


def joint_order() -> OfficialDocument:
    """An order of three bodies."""
    masthead = replace(order().masthead, mark=JointMark(BODIES[:3], "令"))
    return replace(
        order(), id="联合令", masthead=masthead, signature=Signature(BODIES[:3], date(2024, 5, 28))
    )


def classified_order() -> OfficialDocument:
    """An order with all three corner lines, which are higher than the room above its mark."""
    masthead = replace(order().masthead, copy_number="000001", secrecy="机密★长期", urgency="特急")
    return replace(order(), id="涉密令", masthead=masthead)


ATTENDANCE = (
    Attendance("出席", tuple(f"市财政局第{number}科刘某某" for number in "一二三四五六七")),
    Attendance("请假", ("市审计局陈某",)),
    Attendance("列席", ("市民政局周某某", "华龙区财政局吴某某")),
)


def minutes() -> OfficialDocument:
    """Minutes with a number, an attachment and a long list of those present."""
    return OfficialDocument(
        id="纪要",
        genre="纪要",
        format=DocumentFormat.MINUTES,
        masthead=Masthead("政府购买服务联席会议纪要", "第3期"),
        title="研究政府购买服务指导性目录调整工作",
        title_lines=("研究政府购买服务", "指导性目录调整工作"),
        addressees="",
        body=(
            paragraph("2024年6月12日，市财政局主持召开联席会议，研究指导性目录的调整。纪要如下："),
            heading(1, "一、", "关于目录的范围"),
            paragraph("会议议定，新增养老服务项目3项，取消不属于政府职责的项目2项。"),
        ),
        attachments=(Attachment("附", None, "指导性目录调整对照表", (paragraph("对照如下。"),)),),
        attendance=ATTENDANCE,
        imprint=Imprint("濮阳市财政局办公室", date(2024, 6, 14)),
    )


def unnumbered_minutes() -> OfficialDocument:
    """Minutes without number, attachment and 版记."""
    masthead = replace(minutes().masthead, number="")
    return replace(minutes(), id="无号纪要", masthead=masthead, attachments=(), imprint=None)


def upward() -> OfficialDocument:
    """A short upward document with two signers and all corner lines, to be enclosed in others."""
    masthead = Masthead(
        JointMark(BODIES[:2]), "濮财购〔2024〕2号", SIGNERS[:2], copy_number="000002", secrecy="机密★1年"
    )
    return replace(joint(2), id="上行", masthead=masthead, title="关于开展试点的请示", title_lines=())


def enclosing(outer: OfficialDocument) -> OfficialDocument:
    """A document that encloses one of every format."""
    inner = (upward(), letter(), order(), minutes())
    attachments = tuple(
        Attachment(f"附{number}", number, one.title, one) for number, one in enumerate(inner, start=1)
    )
    return replace(outer, id=f"{outer.id}附四件", attachments=attachments)


def every() -> dict[str, OfficialDocument]:
    """All of them by names that are good for files."""
    return {
        "joint2": joint(2),
        "joint3": joint(3, signers=3),
        "joint4": joint(4, signers=4),
        "joint5": joint(5, signers=5),
        "lead": of_the_lead_body(),
        "upward": upward(),
        "letter": letter(),
        "jointletter": joint_letter(),
        "order": order(),
        "classified": classified_order(),
        "jointorder": joint_order(),
        "minutes": minutes(),
        "unnumbered": unnumbered_minutes(),
        "filechain": enclosing(joint(2)),
        "letterchain": enclosing(joint_letter()),
        "orderchain": enclosing(order()),
        "minuteschain": enclosing(minutes()),
    }
