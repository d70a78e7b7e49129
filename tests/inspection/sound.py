"""Sound documents of every format, written by the pen: what the mutations damage."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from generator.document import (
    Attachment,
    Attendance,
    Imprint,
    JointMark,
    Masthead,
    OfficialDocument,
    Signature,
    SignatureMode,
)
from generator.word import kind_for, standard_template, write_document
from tests.word import samples_closing, samples_formats
from tests.word.samples import counties_table, heading, paragraph, run_in

DAY = date(2024, 5, 6)
SENTENCE = "各部门要加强绩效管理，完善内部制度，按时报送工作进展情况。"
BODY = (
    paragraph("为做好本年度政府购买服务工作，现将有关事项通知如下。"),
    heading(1, "一、", "明确购买范围"),
    run_in(2, "（一）", "严格执行目录。", SENTENCE * 2),
    run_in(2, "（二）", "规范购买程序。", "按照《关于做好购买服务工作的通知》“指导性目录”编报项目。"),
    heading(1, "二、", "加强绩效管理"),
    heading(2, "（一）", "设定绩效目标"),
    heading(3, "1.", "项目目标"),
    paragraph(SENTENCE),
    heading(3, "2.", "部门目标"),
    heading(4, "（1）", "年度目标"),
    paragraph(SENTENCE),
    heading(4, "（2）", "中期目标"),
    paragraph(SENTENCE),
    heading(2, "（二）", "组织绩效评价"),
    paragraph("项目到期后一个月内组织验收。"),
    heading(1, "三、", "按时报送材料"),
    paragraph("请各部门于月底前报送材料。"),
)
LONG_NAME = "濮阳市市直部门政府购买服务项目预算安排和执行情况汇总表"


def notice() -> OfficialDocument:
    """A 通知 without seal, with all levels, two attachments and a full 版记."""
    return samples_closing.notice(
        masthead=Masthead("濮阳市财政局文件", "濮财综〔2024〕8号"),
        title="关于做好政府购买服务管理工作的通知",
        title_lines=("关于做好", "政府购买服务管理工作的通知"),
        addressees="各县（区）财政局，市直各部门：",
        body=BODY,
        attachments=(
            Attachment("附1", 1, LONG_NAME, (counties_table(),)),
            Attachment("附2", 2, "填报说明", (paragraph(SENTENCE),)),
        ),
        note="此件公开发布",
        imprint=Imprint("濮阳市财政局办公室", DAY, copies_to=("市委办公室", "市政府办公室")),
    )


def request() -> OfficialDocument:
    """A classified 请示 with a signer and all corner lines."""
    return samples_closing.notice(
        genre="请示",
        masthead=Masthead(
            "濮阳市财政局文件",
            "濮财综〔2024〕9号",
            ("樊相奇",),
            copy_number="000012",
            secrecy="机密★1年",
            urgency="特急",
        ),
        title="关于扩大购买服务范围的请示",
        title_lines=("关于扩大购买服务范围的请示",),
        addressees="市人民政府：",
        body=(paragraph("为扩大服务范围，请批准增加购买项目。"), paragraph("妥否，请批示。")),
        note="联系人：张某某，电话：0393-1234567",
        imprint=Imprint("濮阳市财政局办公室", DAY, copies_to=("市委办公室",)),
    )


def sealed() -> OfficialDocument:
    """A 通知 to be sealed."""
    signature = Signature(("濮阳市财政局",), DAY, SignatureMode.SEAL)
    return replace(notice(), signature=signature, attachments=(), note="")


def joint() -> OfficialDocument:
    """A 通知 of two bodies, each with its seal."""
    document = samples_formats.joint(2)
    signature = Signature(
        document.signature.issuers if document.signature else (), date(2024, 3, 18), SignatureMode.SEAL
    )
    return replace(
        document,
        masthead=Masthead(JointMark(samples_formats.BODIES[:2]), "濮财购〔2024〕6号"),
        signature=signature,
    )


def letter() -> OfficialDocument:
    """A 函 without corner lines."""
    document = samples_formats.letter()
    return replace(
        document,
        masthead=Masthead("濮阳市财政局", "濮财购函〔2024〕9号"),
        imprint=Imprint("濮阳市财政局办公室", DAY, copies_to=("市审计局",)),
    )


def minutes() -> OfficialDocument:
    """A 纪要 with those present."""
    present = (
        Attendance("出席", ("刘某某", "陈某某")),
        Attendance("请假", ("周某某",)),
        Attendance("列席", ("吴某某",)),
    )
    return replace(samples_formats.minutes(), attendance=present)


SOUND: dict[str, Callable[[], OfficialDocument]] = {
    "通知": notice,
    "请示": request,
    "盖章": sealed,
    "联合": joint,
    "函": letter,
    "令": samples_formats.order,
    "签名章": lambda: samples_closing.stamped("局长"),
    "纪要": minutes,
}


def written(name: str) -> bytes:
    """One of them as a .docx."""
    document = SOUND[name]()
    return write_document(document, standard_template(kind_for(document.format)))
