"""Sound documents of each format as facts, and what the rules say of them when one thing is damaged."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from generator.inspection.findings import Finding, Verdict
from generator.inspection.rules import judge
from generator.recognition import recognise
from generator.recognition.facts import DocumentFacts, ParagraphFacts, RuleFacts
from generator.standard import LocalCustom, gbt9704
from tests.inspection.facts_builder import (
    box,
    build,
    each_paragraph,
    table,
    with_paragraph,
    with_runs,
    with_section,
    with_text,
)

Change = Callable[[DocumentFacts], DocumentFacts]
LONG = "各单位要结合实际细化措施，明确责任分工，及时报送进展情况，确保各项工作落到实处。"
BODY = (
    "一级标题│一、总体要求",
    f"坚持公开、公平、公正，扎实推进政府购买服务改革。{LONG}",
    "二级标题│（一）基本原则",
    "三级标题│1.先立后破",
    f"先完善制度，再扩大范围。{LONG}",
    "三级标题│2.分步实施",
    f"按《关于做好政府购买服务改革工作的通知》（鲁财采〔2022〕14号）办理。{LONG}",
    "二级标题│（二）主要任务",
    f"服务满意率达到95%以上。{LONG}",
    "一级标题│二、工作安排",
    f"{{二级标题字│（一）按时报送。}}请于2024年5月底前报送材料。{LONG}",
)


# --- sound documents ---------------------------------------------------------------------------


def notice() -> DocumentFacts:
    """A 通知 with every element that a document going down may have."""
    return settled(
        build(
            "版头角标│{仿宋字│000001}",
            "版头角标│机密★1年",
            "版头角标│特急",
            "机关标志八字│濮阳市财政局文件",
            *blanks(2),
            "发文字号│濮财综〔2024〕8号",
            "版头分隔线│",
            *blanks(2),
            "公文标题│濮阳市财政局关于做好\n政府购买服务改革工作的通知",
            *blanks(1),
            "主送机关│各县（区）财政局，市直各部门：",
            *BODY,
            *blanks(1),
            "附件说明│附件：1.政府购买服务统计表",
            "附件说明│2.填报说明",
            *blanks(1),
            "署名│濮阳市财政局",
            "成文日期│2024年5月16日",
            "附注│（此件公开发布）",
            "附件标识│附件1",
            *blanks(1),
            "附件标题│政府购买服务统计表",
            *blanks(1),
            table(("服务类别", "金额（万元）"), ("技术性服务", "91")),
            "附件标识│附件2",
            *blanks(1),
            "附件标题│填报说明",
            *blanks(1),
            f"按项目逐项填报。{LONG}",
            "版记位置│",
            box(
                table(
                    ("抄送机关│抄送：市审计局，市统计局。",),
                    ("印发机关│濮阳市财政局办公室\t2024年5月17日印发",),
                    style="版记表格",
                )
            ),
        ),
        signed_at=(6, 4),
    )


def request() -> DocumentFacts:
    """A 请示, which goes up."""
    return settled(
        build(
            *("版头角标│",) * 3,
            "机关标志八字│濮阳市财政局文件",
            *blanks(2),
            "上行文发文字号│濮财综〔2024〕9号\t签发人：{签发人姓名│樊相奇}",
            "版头分隔线│",
            *blanks(2),
            "公文标题│关于增加政府购买服务\n经费的请示",
            *blanks(1),
            "主送机关│省财政厅：",
            *BODY,
            "妥否，请批示。",
            *blanks(1),
            "署名│濮阳市财政局",
            "成文日期│2024年5月16日",
            "附注│（联系人：张三，电话：0393-1234567）",
            "版记位置│",
            box(
                table(
                    ("抄送机关│抄送：省审计厅。",),
                    ("印发机关│濮阳市财政局办公室\t2024年5月17日印发",),
                    style="版记表格",
                )
            ),
        ),
        signed_at=(6, 4),
    )


def letter() -> DocumentFacts:
    """A 函 in the format of letters."""
    facts = build(
        "版头位置│",
        box("机关标志六字│濮阳市财政局", "信函上线│"),
        box("信函下线│"),
        "信函首行│\t濮财函〔2024〕12号",
        *blanks(2),
        "公文标题│濮阳市财政局关于商请提供\n政府购买服务数据的函",
        *blanks(1),
        "主送机关│市统计局：",
        *BODY,
        *blanks(1),
        "署名│濮阳市财政局",
        "成文日期│2024年5月16日",
        "版记位置│",
        box("抄送机关│抄送：市审计局。"),
        title_page=True,
    )
    long = gbt9704().twips("信函双线长")
    upper, lower, foot = facts.boxes
    boxes = (
        replace(upper, top=1701, width=long, vertical="page"),
        replace(lower, top=15610, width=long, vertical="page"),
        foot,
    )
    facts = settled(replace(facts, boxes=boxes), signed_at=(6, 4))
    top, bottom = RuleFacts("thickThinSmallGap", Decimal("2.25"), "FF0000"), "thinThickSmallGap"
    facts = with_paragraph(facts, place(facts, "信函首行"), tabs=(("right", gbt9704().text_width),))
    facts = with_paragraph(facts, place(facts, "机关标志六字"), before=0)
    facts = with_paragraph(facts, place(facts, "信函上线"), rule_below=top, line=83)
    return with_paragraph(facts, place(facts, "信函下线"), rule_below=replace(top, kind=bottom), line=20)


def order() -> DocumentFacts:
    """A 令."""
    facts = build(
        "版头位置│",
        "机关标志八字│濮阳市人民政府令",
        *blanks(2),
        "发文字号│第5号",
        *blanks(2),
        f"现公布《濮阳市政府购买服务办法》，自2024年7月1日起施行。{LONG}",
        *blanks(2),
        "签发人职务│市长",
        "成文日期│2024年5月16日",
    )
    facts = with_paragraph(facts, 1, line=1134)
    mark = place(facts, "机关标志八字")
    facts = with_paragraph(settled(facts), mark, before=0)
    end = gbt9704().twips_of("4字")
    return with_paragraph(facts, place(facts, "成文日期"), alignment="right", right=end)


def minutes() -> DocumentFacts:
    """纪要."""
    return settled(
        build(
            *("版头角标│",) * 3,
            "机关标志十四字│濮阳市财政局局长办公会议纪要",
            *blanks(2),
            "发文字号│第3期",
            *blanks(2),
            "公文标题│关于政府购买服务\n工作的会议纪要",
            *blanks(1),
            *BODY,
            *blanks(1),
            "出席人员│{黑体字│出席}：张一一、李二二",
            "出席人员│{黑体字│请假}：赵四四",
            "出席人员│{黑体字│列席}：钱五五",
        )
    )


SOUND = {"通知": notice, "请示": request, "函": letter, "令": order, "纪要": minutes}


def blanks(count: int) -> tuple[str, ...]:
    """Empty lines."""
    return ("空行│",) * count


def settled(facts: DocumentFacts, signed_at: tuple[int, int] | None = None) -> DocumentFacts:
    """What the builder leaves open: 宋体 digits in the footers, the 附件说明, and 署名 above the date."""
    for style in ("单页页码", "双页页码"):
        facts = with_runs(facts, place(facts, style), latin_font="宋体")
    facts = each_paragraph(facts, hung)
    if signed_at:
        standard = gbt9704()
        name, end = standard.twips_of(f"{signed_at[0]}字"), standard.twips("署名右空")
        start = standard.text_width - end - name
        facts = with_paragraph(facts, place(facts, "署名"), left=start)
        facts = with_paragraph(facts, place(facts, "成文日期"), left=start + standard.twips("日期右移"))
    return facts


def hung(one: ParagraphFacts) -> ParagraphFacts:
    """The lines of an 附件说明 in their places: 2 字 for the first, 5 字 for the others."""
    if one.style != "附件说明":
        return one
    standard = gbt9704()
    left, label = standard.twips_of("6字"), one.text.startswith("附件")
    return replace(one, left=left, first_line=standard.twips_of("2字" if label else "5字") - left)


# --- damage ------------------------------------------------------------------------------------


def place(facts: DocumentFacts, style: str, index: int = 0) -> int:
    """Number of the paragraph of that style."""
    return [one.number for one in facts.paragraphs if one.style == style][index]


def change(style: str, index: int = 0, **changes: Any) -> Change:
    """Damage that changes fields of a paragraph of that style."""
    return lambda facts: with_paragraph(facts, place(facts, style, index), **changes)


def changed_runs(style: str, index: int = 0, **changes: Any) -> Change:
    """Damage that changes fields of the runs of a paragraph of that style."""
    return lambda facts: with_runs(facts, place(facts, style, index), **changes)


def reworded(style: str, text: str, index: int = 0) -> Change:
    """Damage that gives a paragraph of that style other words."""
    return lambda facts: with_text(facts, place(facts, style, index), text)


def every(style: str, **changes: Any) -> Change:
    """Damage that changes fields of every paragraph of that style."""
    return lambda facts: each_paragraph(
        facts, lambda one: replace(one, **changes) if one.style == style else one
    )


def section(**changes: Any) -> Change:
    """Damage that changes the page set-up."""
    return lambda facts: with_section(facts, 0, **changes)


def removed(style: str, index: int = 0) -> Change:
    """Damage that leaves nothing of a paragraph but a line of no height."""

    def remove(facts: DocumentFacts) -> DocumentFacts:
        number = place(facts, style, index)
        return with_paragraph(facts, number, line=0, before=0, after=0, runs=())

    return remove


def both(*changes: Change) -> Change:
    """Damage in several steps."""

    def apply(facts: DocumentFacts) -> DocumentFacts:
        for one in changes:
            facts = one(facts)
        return facts

    return apply


# --- verdicts ----------------------------------------------------------------------------------


def judged(facts: DocumentFacts, custom: LocalCustom | None = None) -> tuple[Finding, ...]:
    """All findings."""
    return judge(recognise(facts), gbt9704(custom))


def codes(
    facts: DocumentFacts, verdict: Verdict = Verdict.BROKEN, custom: LocalCustom | None = None
) -> set[str]:
    """The codes of the rules that give this verdict."""
    return {finding.code for finding in judged(facts, custom) if finding.verdict is verdict}
