"""Every spelling of numbers, dates, labels and headings is recognised."""

from __future__ import annotations

import pytest

from generator.recognition import recognise
from generator.recognition.roles import HeadingKind, Role
from tests.inspection.facts_builder import box, build, with_paragraph, without_styles
from tests.inspection.recognised import HEAD, TEXT, role_of, typed


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
