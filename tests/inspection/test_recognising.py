"""Recognition: by styles of the contract, by words and looks, by words alone; and what is no 公文."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from itertools import cycle, islice
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document import DocumentFormat
from generator.recognition import recognise
from generator.recognition.by_style import ROLES, ROLES_BY_WORDS, contract_styles, mark_styles
from generator.recognition.facts import DocumentFacts, LineFacts, ParagraphFacts, RuleFacts, RunFacts, Where
from generator.recognition.reading import read_facts
from generator.recognition.roles import HeadingKind, Recognised, Role
from generator.word import TemplateKind, kind_for, standard_template, write_collection, write_document
from tests.inspection.facts_builder import (
    Piece,
    box,
    build,
    flattened,
    section,
    table,
    with_paragraph,
    with_runs,
    without_styles,
)
from tests.word import samples, samples_formats

GOLDEN = Path(__file__).parent / "golden"
SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"
SHOWN = 20
PLAIN_ROLES = {Role.BODY, Role.OTHER, Role.BLANK, Role.TABLE_TEXT, Role.PAGE_NUMBER}
"""All that a file without a 公文 may be made of."""
MILD_ROLES = PLAIN_ROLES | {Role.LEVEL_1, Role.LEVEL_2, Role.LEVEL_3, Role.LEVEL_4, Role.FRONT_MATTER}
"""Roles whose rules ask for little; every other role must never be given wrongly."""

needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="五份真实文件（../shared/seeds）不在这台机器上")


# --- the documents of our own pen ---------------------------------------------------------------------

DOCUMENTS = {
    "report": samples.report,
    "chain": samples.chain,
    "sealed": samples.sealed,
    "plain": samples.plain_text,
    "crowded": samples.crowded,
}
NAMES = [*DOCUMENTS, *samples_formats.every()]
"""Every 公文 among the samples of the Word pen."""
OUTLINED = (
    *("report", "chain", "sealed", "plain", "crowded", "collection", "joint3", "lead", "upward"),
    *("letter", "jointletter", "order", "jointorder", "classified", "minutes", "unnumbered"),
    *("filechain", "letterchain", "orderchain", "minuteschain"),
)
"""Those whose outlines are kept as files."""


@cache
def facts_of(name: str) -> DocumentFacts:
    if name == "collection":
        template = standard_template(TemplateKind.COLLECTION)
        return read_facts(write_collection(samples.collection(), template), name)
    document = DOCUMENTS[name]() if name in DOCUMENTS else samples_formats.every()[name]
    return read_facts(write_document(document, standard_template(kind_for(document.format))), name)


def outline(known: Recognised) -> str:
    """The parts, then role and first words of each paragraph that is not empty."""
    parts = [
        f"{part.format}│{part.genre}│{part.first}至{part.last}│{'附' if part.enclosed else ''}"
        for part in known.parts
    ]
    lines = [
        f"{role}│{paragraph.text[:SHOWN]}".rstrip()
        for paragraph, role in zip(known.facts.paragraphs, known.roles, strict=True)
        if role is not Role.BLANK
    ]
    return "\n".join([*parts, *lines]) + "\n"


@pytest.mark.parametrize("name", OUTLINED)
def test_a_document_of_our_pen_is_told_by_its_styles(name: str) -> None:
    known = recognise(facts_of(name))
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("RENEW_GOLDEN") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_text(outline(known), encoding="utf-8", newline="\n")
    assert known.by_style
    assert path.read_text(encoding="utf-8") == outline(known), f"{path} 可用 RENEW_GOLDEN=1 重写"


def worded(facts: DocumentFacts) -> Iterator[int]:
    """Numbers of the paragraphs with words in the text."""
    outside = {Where.HEADER, Where.FOOTER, Where.NOTE}
    return (one.number for one in facts.paragraphs if one.text.strip() and one.where not in outside)


def share_kept(told: Recognised, again: Recognised) -> float:
    numbers = list(worded(told.facts))
    return sum(told.role(one) is again.role(one) for one in numbers) / len(numbers)


def wrongly_sharp(told: Recognised, again: Recognised) -> list[str]:
    """Paragraphs that a second reading gives a part of 版头, opening or closing that they are not."""
    return [
        f"{one}{again.role(one)}≠{told.role(one)}"
        for one in worded(told.facts)
        if again.role(one) not in MILD_ROLES and again.role(one) is not told.role(one)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_looks_and_words_tell_what_styles_tell(name: str) -> None:
    told = recognise(facts_of(name))
    again = recognise(without_styles(facts_of(name)))
    assert not again.by_style
    assert again.parts == told.parts
    assert wrongly_sharp(told, again) == []
    assert share_kept(told, again) >= 0.99


UNTOLD = {"unnumbered": (["4标题≠发文机关标志"], 0.7)}
"""Minutes without colour and number: nothing tells that their name is a mark and not a title."""


@pytest.mark.parametrize("name", NAMES)
def test_words_alone_tell_nearly_as_much(name: str) -> None:
    told = recognise(facts_of(name))
    again = recognise(flattened(without_styles(facts_of(name))))
    assert [(part.format, part.genre) for part in again.parts] == [
        (part.format, part.genre) for part in told.parts
    ]
    wrong, least = UNTOLD.get(name, ([], 0.95))
    assert wrongly_sharp(told, again) == wrong
    assert share_kept(told, again) >= least


def test_no_paragraph_of_a_collection_is_taken_for_a_part_of_a_document() -> None:
    for facts in (facts_of("collection"), without_styles(facts_of("collection"))):
        known = recognise(facts)
        assert known.parts == ()
        assert {role for role in known.roles if role not in MILD_ROLES} == set()


def test_a_part_does_not_count_what_it_encloses_as_its_own() -> None:
    known = recognise(facts_of("chain"))
    titles = [[one.text[:6] for one in known.of(Role.TITLE, part=part)] for part in known.parts]
    printers = [[one.text[:3] for one in known.of(Role.PRINTING, part=part)] for part in known.parts]
    assert titles == [["关于转发淄博"], ["关于转发《山"], ["山东省财政厅"]]
    assert printers == [[], ["淄博市"], ["山东省"]]


# --- styles --------------------------------------------------------------------------------------------


def test_every_style_of_the_contract_has_its_role_and_no_other_style_has_one() -> None:
    assert {*ROLES, *ROLES_BY_WORDS} | mark_styles() == contract_styles()


@pytest.mark.parametrize(
    ("style", "text", "role"),
    [
        ("版头角标", "000001", Role.COPY_NUMBER),
        ("版头角标", "机密★1年", Role.SECRECY),
        ("版头角标", "特　急", Role.URGENCY),
        ("版头角标", "内部资料", Role.OTHER),
        ("多个签发人", "\t签发人：张某某\t李某某", Role.SIGNERS),
        ("多个签发人", "濮人社〔2024〕12号\t\t王某某", Role.NUMBER),
        ("印发机关", "濮阳市财政局办公室\t2024年5月6日印发", Role.PRINTING),
        ("印发机关", "\t共印50份", Role.IMPRINT_OTHER),
    ],
)
def test_a_style_with_several_roles_is_settled_by_the_words(style: str, text: str, role: Role) -> None:
    assert recognise(build(f"{style}│{text}")).role(1) is role


def test_words_in_normal_inside_a_styled_file_are_told_by_the_text() -> None:
    known = recognise(
        build(
            "发文机关标志│濮阳市财政局文件",
            "普通│濮财综〔2017〕8号",
            "公文标题│关于做好工作的通知",
            "普通│省财政厅：",
            "公文正文│现将有关事项通知如下，请认真贯彻执行。",
            "普通│一、总体情况",
            "署名│濮阳市财政局",
            "普通│2017年6月9日",
        )
    )
    assert known.by_style
    assert [known.role(number) for number in (2, 4, 6, 8)] == [
        Role.NUMBER,
        Role.ADDRESSEES,
        Role.LEVEL_1,
        Role.DATE,
    ]


def test_a_file_with_one_style_of_ours_among_foreign_ones_is_not_told_by_style() -> None:
    pieces = ["公文标题│关于做好工作的通知", *["普通│各单位要认真贯彻执行。"] * 4]
    assert not recognise(build(*pieces)).by_style


# --- spellings -----------------------------------------------------------------------------------------

TEXT = "各单位要切实提高认识，认真贯彻执行。"
HEAD = ("濮阳市财政局文件", "濮财综〔2017〕8号", "关于做好政府购买服务工作的通知", "各县区财政局：", TEXT)


def typed(*texts: str | Piece) -> Recognised:
    """Words typed into an empty file, without any looks."""
    pieces = [f"普通│{one}" if isinstance(one, str) else one for one in texts]
    return recognise(flattened(without_styles(build(*pieces))))


def role_of(known: Recognised, text: str) -> Role:
    """The role of the paragraph that says exactly this."""
    return next(
        role
        for one, role in zip(known.facts.paragraphs, known.roles, strict=True)
        if one.text.strip() == text.strip()
    )


@pytest.mark.parametrize(
    "number",
    [
        "濮财综〔2017〕8号",
        "濮财综[2017]8号",
        "濮财综【2017】8号",
        "濮财综﹝2017﹞8号",
        "濮财综(2017)8号",
        "濮财综［2017］8 号",
        "濮财综〔2017〕008号",
        "濮财综〔2017〕第8号",
        "濮财综 〔2017〕 8号",
        "濮财综2017年8号",
        "濮财综〔2017〕8",
    ],
)
def test_a_number_is_told_in_every_spelling(number: str) -> None:
    known = typed(HEAD[0], number, *HEAD[2:])
    assert role_of(known, number) is Role.NUMBER
    assert role_of(known, HEAD[0]) is Role.MARK


@pytest.mark.parametrize("line", ["签发人：樊相奇", "签发人: 张某某　李某某", "签发：樊相奇"])
def test_signers_stand_on_a_line_of_their_own_or_beside_the_number(line: str) -> None:
    assert role_of(typed(*HEAD[:2], line, *HEAD[2:]), line) is Role.SIGNERS
    beside = f"{HEAD[1]}    {line}"
    assert role_of(typed(HEAD[0], beside, *HEAD[2:]), beside) is Role.NUMBER


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("000001", Role.COPY_NUMBER),
        ("№000001", Role.COPY_NUMBER),
        ("00001", Role.COPY_NUMBER),
        ("机密★1年", Role.SECRECY),
        ("机密 1年", Role.SECRECY),
        ("机密*1年", Role.SECRECY),
        ("秘密☆6个月", Role.SECRECY),
        ("绝密★长期", Role.SECRECY),
        ("机  密", Role.SECRECY),
        ("特急", Role.URGENCY),
        ("特  急", Role.URGENCY),
        ("急件", Role.URGENCY),
    ],
)
def test_corner_elements_are_told_in_every_spelling(line: str, role: Role) -> None:
    assert role_of(typed(line, *HEAD), line) is role
    assert role_of(typed(box(f"普通│{line}"), *HEAD), line) is role


@pytest.mark.parametrize(
    "date",
    [
        "2017年6月9日",
        "2017年06月09日",
        "2017.6.9",
        "2017-06-09",
        "2017/6/9",
        "二〇一七年六月九日",
        "二○一七年十二月二十一日",
        "2017 年 6 月 9 日",
        "2017年6月",
    ],
)
def test_a_date_is_told_in_every_spelling(date: str) -> None:
    known = typed(*HEAD, "濮阳市财政局", date)
    assert role_of(known, date) is Role.DATE
    assert role_of(known, "濮阳市财政局") is Role.ISSUER


@pytest.mark.parametrize("label", ["附件1", "附件 1", "附件1：", "附件一", "附件：", "附1", "附件"])
def test_a_label_of_an_attachment_is_told_in_every_spelling(label: str) -> None:
    known = typed(*HEAD, "附件：项目统计表", "濮阳市财政局", "2017年6月9日", label, "项目统计表", TEXT)
    assert role_of(known, label) is Role.ATTACHMENT_LABEL
    assert known.roles[9] is Role.ATTACHMENT_TITLE


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("一、总体情况", Role.LEVEL_1),
        ("一. 总体情况", Role.LEVEL_1),
        ("一．总体情况", Role.LEVEL_1),
        ("（一）工作目标", Role.LEVEL_2),
        ("(一)工作目标", Role.LEVEL_2),
        ("（一）、工作目标", Role.LEVEL_2),
        ("㈠工作目标", Role.LEVEL_2),
        ("1.加强领导", Role.LEVEL_3),
        ("1．加强领导", Role.LEVEL_3),
        ("1、加强领导", Role.LEVEL_3),
        ("（1）分级负责", Role.LEVEL_4),
        ("(1)分级负责", Role.LEVEL_4),
        ("①分级负责", Role.LEVEL_4),
        ("1）分级负责", Role.LEVEL_4),
        ("一、同意安排资金。", Role.BODY),
        ("3.5亿元用于购买服务，占全部资金的一半。", Role.BODY),
        ("2016、2017年度项目有所增加。", Role.BODY),
        ("一是加强领导。", Role.BODY),
    ],
)
def test_a_heading_is_told_in_every_spelling(text: str, role: Role) -> None:
    assert role_of(typed(*HEAD, text, TEXT), text) is role


@pytest.mark.parametrize(
    ("text", "measured"),
    [
        ("（二）推进试点。按照要求抓好落实。", (2, 2, "（二）", 8, HeadingKind.RUN_IN)),
        ("1、加强领导。各单位要重视。", (3, 1, "1、", 7, HeadingKind.RUN_IN)),
        ("(3) 各单位要重视，要抓好，要落实。", (4, 3, "(3)", 4, HeadingKind.ITEM)),
        ("十二、组织保障", (1, 12, "十二、", 7, HeadingKind.ALONE)),
        ("㈢保障措施", (2, 3, "㈢", 5, HeadingKind.ALONE)),
    ],
)
def test_numbers_of_headings_are_measured(
    text: str, measured: tuple[int, int, str, int, HeadingKind]
) -> None:
    (heading,) = typed(*HEAD, text, TEXT).headings
    found = (heading.level, heading.value, heading.label, heading.end, heading.kind)
    assert (heading.paragraph, found) == (6, measured)


def test_a_number_made_by_word_counts_as_one_in_the_text() -> None:
    facts = with_paragraph(build(*(f"普通│{one}" for one in (*HEAD, "总体情况", TEXT))), 6, numbering="一、")
    known = recognise(without_styles(facts))
    assert known.role(6) is Role.LEVEL_1
    (heading,) = known.headings
    assert heading.automatic
    assert heading.label == "一、"
    assert heading.end == len("总体情况")


@pytest.mark.parametrize(
    "line",
    [
        "省财政厅：",
        "省财政厅:",
        "各市财政局，省直各部门、单位：",
        "区直各部门、单位，各镇(街道)财政所，开发区财政审计局：",
    ],
)
def test_those_addressed_end_in_a_colon(line: str) -> None:
    assert role_of(typed(*HEAD[:3], line, TEXT), line) is Role.ADDRESSEES


@pytest.mark.parametrize(
    "line",
    [
        "现将有关事项通知如下：",
        "附件：",
        "联系人：",
        "一、总体要求：",
        "各单位要认真执行。有关要求：",
        "同志们：",
    ],
)
def test_other_lines_that_end_in_a_colon_address_nobody(line: str) -> None:
    assert role_of(typed(*HEAD[:3], line, TEXT), line) is not Role.ADDRESSEES


def test_those_addressed_are_told_without_their_colon_below_a_mark_only() -> None:
    assert role_of(typed(*HEAD[:3], "省财政厅", TEXT), "省财政厅") is Role.ADDRESSEES
    assert role_of(typed(*HEAD[:3], "濮阳市财政局", TEXT), "濮阳市财政局") is not Role.ADDRESSEES


# --- parts of a document --------------------------------------------------------------------------------


def roles_of(known: Recognised) -> list[str]:
    """The roles of the words in the text, in order."""
    return [known.role(number).value for number in worded(known.facts)]


def test_a_title_may_be_broken_into_paragraphs() -> None:
    lines = ("濮阳市财政局", "关于转发《河南省财政厅关于做好有关工作", "的通知》的通知（试行）")
    for known in (
        typed(*HEAD[:2], *lines, *HEAD[3:]),
        recognise(
            without_styles(build("普通│濮财综〔2017〕8号", *(f"公文标题│{one}" for one in lines), TEXT))
        ),
    ):
        assert [one.text for one in known.of(Role.TITLE)] == list(lines)
        assert known.parts[0].genre == "通知"


def test_a_joint_mark_may_stand_in_a_table_or_a_text_box() -> None:
    stack = table(("发文机关标志│濮阳市财政局", "发文机关标志│文件"), ("发文机关标志│濮阳市民政局", ""))
    rest = [f"普通│{one}" for one in HEAD[1:]]
    for facts in (build(stack, *rest), build(box(stack), *rest)):
        known = recognise(without_styles(facts))
        assert [one.text for one in known.of(Role.MARK)] == ["濮阳市财政局", "文件", "濮阳市民政局"]
        assert known.parts[0].format is DocumentFormat.ORDINARY


def test_several_issuers_may_stand_in_lines_or_in_a_table() -> None:
    lines = typed(*HEAD, "濮阳市财政局", "濮阳市民政局", "2017年6月9日")
    cells = typed(*HEAD, table(("普通│濮阳市财政局", "普通│濮阳市民政局"), ("普通│", "普通│2017年6月9日")))
    for known in (lines, cells):
        assert roles_of(known)[-3:] == ["发文机关署名", "发文机关署名", "成文日期"]


def test_an_order_is_signed_by_an_official() -> None:
    known = typed("濮阳市人民政府令", "第 5 号", TEXT, "市  长  王某某", "2024年3月5日")
    assert roles_of(known) == ["发文机关标志", "发文字号", "正文", "签发人职务", "成文日期"]
    assert known.parts[0].format is DocumentFormat.ORDER


def test_minutes_name_who_attended() -> None:
    known = typed(
        "濮阳市人民政府常务会议纪要",
        "〔2024〕3号",
        "濮阳市人民政府办公室    2024年3月1日",
        TEXT,
        "出 席：张某某  李某某",
        "        王某某  赵某某",
        "请假：钱某某",
        "列席人员：孙某某",
    )
    assert roles_of(known) == ["发文机关标志", "发文字号", "其他", "正文", *["出席人员"] * 4]
    assert known.parts[0].format is DocumentFormat.MINUTES


def test_only_minutes_have_an_attendance() -> None:
    assert role_of(typed(*HEAD, "参加人员：各县区财政局分管负责人"), "参加人员：各县区财政局分管负责人") is (
        Role.OTHER
    )


def test_a_letter_is_known_by_its_double_rule_or_its_first_page() -> None:
    head = ("发文机关标志│濮阳市财政局", "发文字号│濮财购〔2024〕3号", "公文标题│关于做好工作的通知", TEXT)
    double = RuleFacts("thickThinSmallGap", Decimal("2.25"), "FF0000")
    drawn = LineFacts(1, double, None, None)
    assert recognise(build(*head)).parts[0].format is DocumentFormat.ORDINARY
    for facts in (
        with_paragraph(build(*head), 1, rule_below=double),
        replace(build(*head), lines=(drawn,)),
        build(*head, title_page=True),
    ):
        assert recognise(facts).parts[0].format is DocumentFormat.LETTER


def test_a_mark_in_red_needs_no_number() -> None:
    head = ("发文机关标志│濮阳市财政局", "公文标题│关于做好工作的通知", "普通│各县区：", TEXT)
    known = recognise(without_styles(build(*head)))
    assert roles_of(known) == ["发文机关标志", "标题", "主送机关", "正文"]


def test_a_red_rule_is_a_border_or_a_drawn_line() -> None:
    head = ("普通│濮阳市财政局文件", "普通│濮财综〔2017〕8号", "普通│", *(f"普通│{one}" for one in HEAD[2:]))
    red = RuleFacts("single", Decimal("1.5"), "FF0000")
    black = RuleFacts("single", Decimal("1.5"), "000000")
    facts = build(*head)
    assert recognise(with_paragraph(facts, 3, rule_below=red)).role(3) is Role.RED_RULE
    assert recognise(with_paragraph(facts, 3, rule_below=black)).role(3) is Role.BLANK
    assert recognise(replace(facts, lines=(LineFacts(3, red, 0, 0),))).role(3) is Role.RED_RULE


def test_notes_of_attachments_may_be_a_list_below_their_label() -> None:
    known = typed(*HEAD, "附件：", "1.项目统计表", "2.联系点名单", "濮阳市财政局", "2017年6月9日")
    assert roles_of(known)[5:] == [*["附件说明"] * 3, "发文机关署名", "成文日期"]


def test_an_attachment_without_its_label_is_known_by_its_name_in_the_note() -> None:
    known = typed(
        *(*HEAD, "附件：1.统计表", "2.名单", "濮阳市财政局", "2017年6月9日"),
        *("附件1", "统计表", TEXT, "名单", TEXT),
    )
    assert roles_of(known)[9:] == ["附件标识", "附件标题", "正文", "附件标题", "正文"]


@pytest.mark.parametrize("note", ["（此件公开发布）", "(此件公开发布)", "联系人：张某，电话：0393-0000000"])
def test_a_note_stands_below_the_date_with_brackets_or_without(note: str) -> None:
    assert role_of(typed(*HEAD, "濮阳市财政局", "2017年6月9日", note), note) is Role.NOTE
    assert role_of(typed(*HEAD, note, "濮阳市财政局", "2017年6月9日"), note) is not Role.NOTE


def test_an_imprint_may_stand_in_lines_in_a_table_or_in_a_box() -> None:
    copies = "抄送：市委办公室，市人大常委会办公室。"
    printed = ("濮阳市财政局办公室", "2017年6月9日印发")
    roles = ["抄送机关", "印发机关和印发日期", "印发机关和印发日期"]
    cells = table((f"普通│{copies}", ""), (f"普通│{printed[0]}", f"普通│{printed[1]}"))
    for known in (typed(*HEAD, copies, *printed), typed(*HEAD, cells), typed(*HEAD, box(cells))):
        assert roles_of(known)[5:] == roles


def test_an_imprint_holds_those_addressed_and_the_number_of_copies() -> None:
    lines = ("主送：各县区。", "抄送：市委办公室，", "市审计局。", "市财政局办公室  2017.6.9印发", "共印50份")
    assert roles_of(typed(*HEAD, *lines))[5:] == [
        *["抄送机关"] * 3,
        "印发机关和印发日期",
        "版记其他要素",
    ]


def test_the_option_of_disclosure_needs_no_imprint() -> None:
    option = "信息公开选项：主动公开"
    assert role_of(typed(*HEAD, option), option) is Role.DISCLOSURE
    assert role_of(typed(*HEAD, "濮阳市财政局", "2017年6月9日", option), option) is Role.DISCLOSURE


def test_documents_one_after_another_are_not_within_each_other() -> None:
    known = typed(*HEAD, "濮阳市财政局", "2017年6月9日", *HEAD, "濮阳市财政局", "2017年6月10日")
    assert [(part.first, part.last, part.enclosed) for part in known.parts] == [(1, 7, False), (8, 14, False)]


def test_what_comes_after_an_enclosed_document_belongs_to_the_outer_one() -> None:
    inner = ("河南省财政厅文件", "豫财综〔2017〕41号", "关于报送情况的通知", "各市财政局：", TEXT)
    known = typed(
        *("濮阳市财政局文件", "濮财综〔2017〕8号", "关于转发有关文件的通知", "各县区财政局：", TEXT),
        *("附件：1.关于报送情况的通知", "2.名单", "濮阳市财政局", "2017年6月9日"),
        *(*inner, "河南省财政厅办公室", "2017年5月2日印发"),
        *("附件2", "名单", TEXT),
        *("濮阳市财政局办公室", "2017年6月9日印发"),
    )
    assert [(part.first, part.last, part.enclosed) for part in known.parts] == [
        (1, 21, False),
        (10, 16, True),
    ]
    assert [one.text for one in known.of(Role.ATTACHMENT_LABEL, part=known.parts[0])] == ["附件2"]


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("关于做好工作的通知", "通知"),
        ("关于印发办法的通知（征求意见稿）", "通知"),
        ("关于加快改革的实施意见(试行)", "意见"),
        ("濮阳市财政局公告", "公告"),
        ("关于商请支持的函", "函"),
        ("关于同意设立项目的批复", "批复"),
        ("濮阳市政府购买服务管理办法", ""),
    ],
)
def test_the_genre_is_what_a_title_ends_with(title: str, genre: str) -> None:
    known = typed(*HEAD[:2], title, *HEAD[3:])
    assert known.parts[0].genre == genre
    assert role_of(known, title) is Role.TITLE


def test_a_document_for_paper_with_a_head_begins_with_its_title() -> None:
    known = typed(*HEAD[2:], "濮阳市财政局", "2017年6月9日")
    assert roles_of(known) == ["标题", "主送机关", "正文", "发文机关署名", "成文日期"]
    assert [(part.format, part.genre) for part in known.parts] == [(DocumentFormat.ORDINARY, "通知")]


def test_a_document_whose_mark_is_a_picture_begins_with_its_number() -> None:
    known = typed(*HEAD[1:], "濮阳市财政局", "2017年6月9日")
    assert roles_of(known)[:3] == ["发文字号", "标题", "主送机关"]
    assert len(known.parts) == 1


def test_a_number_below_the_title_as_web_pages_have_it_is_no_head() -> None:
    known = typed(HEAD[2], HEAD[1], *HEAD[3:], "濮阳市财政局", "2017年6月9日")
    assert roles_of(known) == ["标题", "其他", "主送机关", "正文", "发文机关署名", "成文日期"]


def test_a_text_box_between_head_and_title_hides_neither() -> None:
    known = typed(*HEAD[:2], box("普通│内部资料"), *HEAD[2:])
    assert roles_of(known) == ["发文机关标志", "发文字号", "其他", "标题", "主送机关", "正文"]


def test_a_title_without_genre_stands_below_a_head_only() -> None:
    for mark, role in (("濮阳市财政局文件", Role.TITLE), ("濮阳市财政工作", Role.OTHER)):
        known = typed(mark, HEAD[1], "做好政府购买服务工作", TEXT)
        assert role_of(known, "做好政府购买服务工作") is role


@pytest.mark.parametrize(
    "signature",
    [
        ("　　　　　　　濮阳市财政局", "　　　　　　　2017年6月9日"),
        ("濮阳市财政局    濮阳市民政局", "2017年6月9日"),
    ],
)
def test_a_signature_may_be_placed_by_spaces(signature: tuple[str, str]) -> None:
    assert roles_of(typed(*HEAD, *signature))[-2:] == ["发文机关署名", "成文日期"]


def test_a_date_in_the_text_is_no_date_of_the_document() -> None:
    known = typed(*HEAD, "2017年6月9日", TEXT, TEXT)
    assert role_of(known, "2017年6月9日") is Role.OTHER


def test_what_a_notice_issues_may_follow_its_date_without_a_label() -> None:
    issued = ("濮阳市政府购买服务实施方案", TEXT, "一、总体要求", "（市财政局牵头）", TEXT)
    known = typed(*HEAD, "濮阳市财政局", "2017年6月9日", "（此件公开发布）", *issued)
    closing = ["发文机关署名", "成文日期", "附注"]
    assert roles_of(known)[5:] == [*closing, "其他", "正文", "一级标题", "其他", "正文"]


def test_a_signature_within_an_attachment_is_not_that_of_the_document() -> None:
    known = typed(*HEAD, "附件：方案", "附件", "方案", TEXT, "濮阳市财政局", "2017年6月9日")
    assert known.of(Role.ISSUER, Role.DATE) == ()


# --- the real documents -------------------------------------------------------------------------------


def typed_seed(start: str) -> Recognised:
    """A real document, typed line by line."""
    (path,) = SEEDS.glob(f"{start}*.txt")
    runs = (RunFacts(line, "宋体", "宋体", Decimal("10.5")) for line in path.read_text("utf-8").splitlines())
    paragraphs = tuple(
        ParagraphFacts(number, Where.BODY, 0, (run,)) for number, run in enumerate(runs, start=1)
    )
    return recognise(replace(build(), paragraphs=paragraphs, sections=()))


def sharp_lines(known: Recognised) -> list[tuple[str, str]]:
    """Every line with a role that must not be wrong: role and first words."""
    return [
        (role.value, one.text.strip()[:9])
        for one, role in zip(known.facts.paragraphs, known.roles, strict=True)
        if role not in MILD_ROLES
    ]


@needs_seeds
def test_the_report_of_puyang_is_told_line_by_line() -> None:
    known = typed_seed("000")
    assert sharp_lines(known) == [
        ("发文机关标志", "濮阳市财政局文件"),
        ("发文字号", "濮财综〔2017〕"),
        ("签发人", "签发人：樊相奇"),
        ("标题", "濮阳市政府购买服务"),
        ("主送机关", "省财政厅："),
        ("附件说明", "附件：1.濮阳市政"),
        ("附件说明", "- 2.濮阳市数字"),
        ("附件说明", "- 3.华龙区一年"),
        ("附件说明", "- 4.濮阳市政府"),
        ("附件标识", "附件1"),
        ("附件标题", "濮阳市政府购买服务"),
        ("附件标识", "附件 2"),
        ("附件标题", "濮阳市数字化城市管"),
        ("附件标识", "附件3"),
        ("附件标题", "华龙区一年一村一场"),
        ("附件标题", "濮阳市政府购买服务"),
        ("印发机关和印发日期", "濮阳市财政局办公室"),
        ("印发机关和印发日期", "2017年6月9日"),
    ]
    assert [(part.format, part.genre) for part in known.parts] == [(DocumentFormat.ORDINARY, "报告")]
    labels = [heading.label for heading in known.headings if heading.level == 1]
    assert labels[:4] == ["一、", "二、", "三、", "四、"]


@needs_seeds
def test_the_chain_of_zibo_is_told_line_by_line() -> None:
    known = typed_seed("004")
    assert sharp_lines(known) == [
        ("发文机关标志", "淄博市博山区财政局"),
        ("发文字号", "博财采〔2022〕"),
        ("标题", "关于转发淄博市财政"),
        ("主送机关", "区直各部门、单位，"),
        ("附件说明", "附件：淄博市财政局"),
        ("发文机关署名", "淄博市博山区财政局"),
        ("成文日期", "2022年12月2"),
        ("发文机关标志", "淄博市财政局文件"),
        ("发文字号", "淄财采〔2022〕"),
        ("标题", "关于转发《山东省财"),
        ("主送机关", "各区县财政局，高新"),
        ("附件说明", "附件：《山东省财政"),
        ("发文机关标志", "山东省财政厅文件"),
        ("发文字号", "鲁财采〔2022〕"),
        ("标题", "山东省财政厅 关于"),
        ("主送机关", "各市财政局，省直各"),
        ("附件说明", "附件：山东省政府购"),
        ("附件标识", "附件"),
        ("附件标题", "山东省政府购买服务"),
        ("信息公开选项", "信息公开选项：主动"),
        ("印发机关和印发日期", "山东省财政厅办公室"),
        ("印发机关和印发日期", "2022年8月16"),
        ("信息公开选项", "信息公开选项：主动"),
        ("印发机关和印发日期", "淄博市财政局办公室"),
        ("印发机关和印发日期", "2022年12月2"),
    ]
    assert [part.enclosed for part in known.parts] == [False, True, True]
    assert [known.facts.paragraph(part.last).text for part in known.parts] == [
        "2022年12月20日印发",
        "2022年12月20日印发",
        "2022年8月16日印发",
    ]
    run_in = [heading for heading in known.headings if heading.kind is HeadingKind.RUN_IN]
    assert len(run_in) == 17


@needs_seeds
@pytest.mark.parametrize("start", ["001", "002", "003"])
def test_articles_and_studies_are_no_documents(start: str) -> None:
    known = typed_seed(start)
    assert known.parts == ()
    assert set(known.roles) <= PLAIN_ROLES


# --- what is no 公文 -------------------------------------------------------------------------------------

NO_DOCUMENTS: dict[str, Sequence[Piece]] = {
    "empty": (),
    "blank": ("普通│", "普通│　"),
    "essay": (
        "公文标题│我的家乡",
        "我的家乡在濮阳，那里有一条大河。",
        "一、春天",
        "花开了。",
        "张三",
        "2024年5月6日",
    ),
    "table": (table(("单位", "金额"), ("市财政局", "91"), ("濮财综〔2017〕8号", "2017年6月9日")),),
    "prices": ("公文标题│价格表", "单位：元", table(("名称", "价格"), ("纸", "5"))),
    "contract": (
        *("公文标题│政府采购合同", "甲方：濮阳市财政局", "乙方：某某公司", "一、合同标的"),
        *("甲方向乙方购买服务。", "附件：1.报价单", "甲方（盖章）：", "濮阳市财政局", "2024年5月6日"),
    ),
    "numbers": ("濮财综〔2017〕8号", "濮财综〔2017〕9号", "濮财综〔2017〕10号"),
    "register": (*["濮阳市财政局", "濮财综〔2017〕8号", TEXT] * 6,),
    "study": ("公文标题│政府购买服务调研报告", "某某大学课题组", TEXT, "一、研究背景", TEXT),
    "speech": ("公文标题│在工作会议上的讲话", "（2024年5月6日）", "同志们：", TEXT, "谢谢大家！"),
    "law": ("公文标题│政府购买服务管理办法", "第一章　总则", "第一条　为了规范管理，制定本办法。"),
    "letter": ("公文标题│推荐函", "尊敬的老师：", TEXT, "张三", "2024年5月6日"),
    "web": ("首页 > 政策文件", "索引号：000001", "发布日期：2024年5月6日", TEXT, "版权所有：市财政局办公室"),
    "letterhead": ("发文机关标志│某某有限公司", "采购合同", TEXT),
}


@pytest.mark.parametrize("name", NO_DOCUMENTS)
def test_what_is_no_document_is_not_taken_for_one(name: str) -> None:
    facts = without_styles(build(*NO_DOCUMENTS[name]))
    for one in (facts, flattened(facts)):
        known = recognise(one)
        assert known.parts == ()
        assert known.headings == ()
        assert set(known.roles) <= PLAIN_ROLES


def test_a_table_of_contents_is_front_matter() -> None:
    known = typed("目  录", "一、总体情况………………1", "二、主要做法………………5", TEXT)
    assert roles_of(known) == ["封面目录", "封面目录", "封面目录", "正文"]


def test_captions_and_remarks_belong_to_their_table() -> None:
    rows = table(("名称", "金额"), ("纸", "5"))
    known = typed(*HEAD, "表1 项目统计表", "单位：万元", rows, "注：数据截至2017年5月")
    assert roles_of(known)[5:] == ["其他", *["表格文字"] * 6]


def test_page_numbers_are_told_from_other_words_in_footers() -> None:
    facts = build(*HEAD)
    (number,) = (facts.sections[0].footers or {})["default"]
    assert recognise(without_styles(facts)).role(number) is Role.PAGE_NUMBER
    name = with_runs(without_styles(facts), number, text="内部资料", field="")
    assert recognise(name).role(number) is Role.OTHER


# --- any file whatever ---------------------------------------------------------------------------------

WORDS = st.sampled_from(
    [
        *("", " ", "\t", "濮阳市财政局文件", "濮财综〔2017〕8号", "签发人：张某", "关于做好工作的通知"),
        *("各县区：", TEXT, "一、情况", "（一）做法。内容。", "附件：1.目录", "2.清单", "附件", "附件1"),
        *("濮阳市财政局", "2017年6月9日", "（此件公开发布）", "抄送：市审计局。", "2017年6月9日印发"),
        *(
            "000001",
            "机密★1年",
            "特急",
            "文件",
            "第5号",
            "市长",
            "出席：张某",
            "共印5份",
            "目录",
            "第一条 某",
        ),
    ]
)
RUNS = st.builds(
    RunFacts,
    text=WORDS | st.text(max_size=30),
    chinese_font=st.none() | st.just("仿宋"),
    latin_font=st.none(),
    size=st.none() | st.sampled_from([Decimal(16), Decimal(44)]),
    colour=st.sampled_from(["000000", "FF0000", "auto", ""]),
    field=st.sampled_from(["", "PAGE", "PAGEREF x"]),
)
RULES = st.none() | st.just(RuleFacts("thickThinSmallGap", Decimal(2), "FF0000"))
PARAGRAPHS = st.builds(
    ParagraphFacts,
    number=st.just(1),
    where=st.sampled_from(Where),
    section=st.integers(0, 3),
    runs=st.lists(RUNS, max_size=2).map(tuple),
    style=st.sampled_from(["", *sorted(ROLES), *sorted(ROLES_BY_WORDS)]),
    alignment=st.sampled_from(["left", "center", "right", "both", "distribute"]),
    left=st.integers(-400, 9000),
    rule_below=RULES,
    page_break_before=st.booleans(),
    table=st.none() | st.integers(0, 2),
    box=st.none() | st.integers(0, 2),
    numbering=st.sampled_from(["", "一、", "•"]),
    picture=st.booleans(),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PARAGRAPHS, max_size=25))
def test_any_file_is_recognised_without_complaint(paragraphs: list[ParagraphFacts]) -> None:
    numbered = tuple(replace(one, number=number) for number, one in enumerate(paragraphs, start=1))
    whole = build(section())
    known = recognise(replace(whole, paragraphs=numbered, sections=whole.sections * 4))
    assert len(known.roles) == len(paragraphs)
    assert all(1 <= part.first <= part.last <= len(paragraphs) for part in known.parts)
    for part in known.parts:
        own = list(known.own_numbers(part))
        assert own == sorted(set(own))
    for heading in known.headings:
        assert 0 <= heading.end <= len(known.facts.paragraph(heading.paragraph).text)


MANY = 45_000
"""Paragraphs of some two thousand pages."""
REPEATED: dict[str, Sequence[str]] = {
    "text": [TEXT * 3],
    "names": ["濮阳市财政局"],
    "notes": ["附件：1.目录"],
    "labels": ["附件1"],
    "dates": ["2017年6月9日"],
    "chains": ["濮阳市财政局文件", "濮财综〔2017〕8号", "关于转发有关文件的通知"],
    "documents": [
        *HEAD,
        "附件：1.目录",
        "濮阳市财政局",
        "2017年6月9日",
        "市财政局办公室",
        "2017年6月9日印发",
    ],
}


def many(texts: Sequence[str]) -> DocumentFacts:
    runs = islice(cycle((RunFacts(text, None, None, None),) for text in texts), MANY)
    paragraphs = tuple(ParagraphFacts(at, Where.BODY, 0, run) for at, run in enumerate(runs, start=1))
    return replace(build(), paragraphs=paragraphs)


@pytest.mark.parametrize("name", REPEATED)
def test_two_thousand_pages_are_recognised(name: str) -> None:
    facts = many(REPEATED[name])
    known = recognise(facts)
    assert len(known.roles) == MANY
