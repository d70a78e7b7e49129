"""Trees for the tests of what stands below the text: closings, imprints, sideways tables, full pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from generator.document import (
    Align,
    Attachment,
    Blocks,
    DocumentFormat,
    Imprint,
    Masthead,
    OfficialDocument,
    Row,
    RowKind,
    Signature,
    SignatureMode,
    Table,
)
from tests.word.samples import cell, counties_table, heading, paragraph, plain_text, row, statistics_table

DAY = date(2024, 5, 6)
LONG_DAY = date(2022, 12, 22)
SENTENCE = "各级财政部门要切实履行职责，做好政府购买服务各项工作。"
BODIES = (
    "濮阳市财政局",
    "濮阳市民政局",
    "濮阳市教育局",
    "濮阳市审计局",
    "濮阳市人民政府办公室",
)


def notice(**changes: object) -> OfficialDocument:
    """A short notice of one page, changed as a test wants it."""
    document = replace(
        plain_text(),
        body=(paragraph(SENTENCE * 4), paragraph("特此通知。")),
        signature=Signature(("濮阳市财政局",), DAY),
        imprint=Imprint("濮阳市财政局办公室", DAY, copies_to=("市政府办公室",)),
    )
    return replace(document, **changes)  # type: ignore[arg-type]


def attached(*titles: str) -> tuple[Attachment, ...]:
    """Attachments that are known by their titles alone."""
    if len(titles) == 1:
        return (Attachment("附", None, titles[0], ()),)
    return tuple(Attachment(f"附{at}", at, title, ()) for at, title in enumerate(titles, start=1))


LONG_TITLE = "濮阳市二〇二四年度政府购买服务项目预算安排和实际执行情况以及绩效评价结果应用情况汇总表"


def twelve_attachments() -> OfficialDocument:
    titles = [f"第{number}类政府购买服务项目清单" for number in "一二三四五六七八九"]
    return notice(attachments=attached(*titles, LONG_TITLE, "第十一类项目清单", LONG_TITLE))


def one_attachment() -> OfficialDocument:
    return notice(attachments=attached(LONG_TITLE))


def signed_with(
    names: tuple[str, ...], day: date, mode: SignatureMode = SignatureMode.NO_SEAL
) -> OfficialDocument:
    return notice(signature=Signature(names, day, mode))


def stamped(*officials: str) -> OfficialDocument:
    return notice(signature=Signature((), DAY, SignatureMode.STAMP, officials))


def full_imprint() -> OfficialDocument:
    """主送 in the imprint, copies over several lines, two further elements."""
    return notice(
        addressees="",
        note="此件公开发布",
        disclosure="信息公开选项：主动公开",
        imprint=Imprint(
            "濮阳市财政局办公室",
            DAY,
            copies_to=tuple(f"市直第{number}个单位办公室" for number in "一二三四五六"),
            addressees=("各县（区）财政局",),
            others=("共印30份",),
        ),
    )


def letter() -> OfficialDocument:
    """A letter: its imprint has neither rules nor an 印发 line."""
    return notice(
        format=DocumentFormat.LETTER,
        masthead=Masthead("濮阳市财政局", "濮财函〔2024〕5号"),
        genre="函",
        imprint=Imprint("濮阳市财政局办公室", DAY, copies_to=("市政府办公室", "市审计局")),
    )


def many_addressees() -> OfficialDocument:
    """So many 主送机关 that no text would stand on the first page."""
    names = "、".join(f"濮阳市第{number}综合行政执法支队" for number in range(1, 31))
    return notice(addressees=f"{names}：")


def lines_of_text(count: int) -> Blocks:
    """A body of that many lines, one paragraph each."""
    return tuple(paragraph(f"第{number}段政府购买服务。") for number in range(1, count + 1))


def text_of(count: int, **changes: object) -> OfficialDocument:
    """A notice whose body has that many lines."""
    return notice(body=lines_of_text(count), **changes)


def filling(characters: int, **changes: object) -> OfficialDocument:
    """A notice of one paragraph of so many characters, under a title that leaves few lines for it."""
    title = (*("关于进一步做好政府购买服务工作的",) * 3, "通知")
    words = (SENTENCE * (characters // len(SENTENCE) + 1))[: characters - 1] + "。"
    return notice(title_lines=title, body=(paragraph(words),), **changes)


def enclosing(content: OfficialDocument) -> OfficialDocument:
    """A notice that forwards a document."""
    return notice(attachments=(Attachment("附件", None, content.title, content),))


def wide_table(sideways: bool = True) -> Table:
    """A form of nine columns that runs over several sideways pages."""
    names = ("序号", "项目名称", "购买主体", "承接主体", "预算金额", "合同金额", "购买方式", "期限", "绩效")
    head = (Row(tuple(cell(name, Align.CENTER) for name in names)),)
    rows = tuple(
        row(str(number), *(f"第{number}项内容" for _ in names[1:]), align=Align.CENTER)
        for number in range(1, 41)
    )
    total = row("合计", *("" for _ in names[1:]), kind=RowKind.TOTAL)
    return Table("明细", (1, 3, 3, 3, 2, 2, 2, 2, 2), head, (*rows, total), sideways=sideways)


def sideways_in_body() -> OfficialDocument:
    """Text, a sideways table over two pages, text again."""
    return notice(
        body=(
            heading(1, "一、", "总体情况"),
            paragraph(SENTENCE * 3),
            wide_table(),
            heading(1, "二、", "工作要求"),
            paragraph(SENTENCE * 3),
        )
    )


def sideways_attachments() -> OfficialDocument:
    """Two sideways attachments behind each other, an upright one after them."""
    return notice(
        attachments=(
            Attachment("附1", 1, "政府购买服务项目明细表", (wide_table(),)),
            Attachment("附2", 2, "政府购买服务绩效明细表", (wide_table(), paragraph("表后说明。"))),
            Attachment("附3", 3, "联系点名单", (counties_table(),)),
        )
    )


def sideways_on_one_even_page() -> OfficialDocument:
    """A sideways attachment of a single page, the second."""
    small = replace(statistics_table(), sideways=True)
    attachment = Attachment("附", None, "统计表", (small,))
    return notice(body=(paragraph("特此通知。"),), attachments=(attachment,))


def two_short_paragraphs() -> OfficialDocument:
    """A text of two lines and one, whose closing finds no room on the first page."""
    names = tuple(
        Attachment(f"附{number}", number, f"第{number}个附件的名称", (paragraph("附件正文。"),))
        for number in range(1, 8)
    )
    body = (paragraph(SENTENCE * 2), paragraph("请遵照执行。"))
    return notice(body=body, attachments=names)


def sideways_last() -> OfficialDocument:
    """A sideways attachment at the very end, and no imprint after it."""
    return notice(
        imprint=None, attachments=(Attachment("附", None, "政府购买服务项目明细表", (wide_table(),)),)
    )
