"""The rules beside the table: marks, numbers, headings, names of bodies."""

from __future__ import annotations

import pytest

from generator.problems import Place
from generator.wording.bodies import KnownBodies
from generator.wording.examining import examine_wording
from generator.wording.written import Written

BODIES = KnownBodies(
    frozenset({"濮阳市财政局", "华龙区文化广电和旅游局", "区文广新局", "住房和城乡建设部", "住建部"})
)


def told(*texts: str, heading: bool = False) -> list[tuple[str, str]]:
    """Code and message of what is told, without the table."""
    written = (Written(text, Place("文.md", line), heading) for line, text in enumerate(texts, start=1))
    return [(problem.code, problem.message) for problem in examine_wording(written, (), BODIES)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("按规定（见附件。", "“（”没有对应的后一半"),
        ("按规定见附件）。", "“）”没有对应的前一半"),
        ("他说“好。", "没有对应的后一半"),
        ("按【规定）办。", "不成对"),
        ('做到"学懂"。', "直引号"),
        ("”先有预算“原则", "没有对应的前一半"),
    ],
)
def test_a_mark_without_its_other_half_is_told(text: str, words: str) -> None:
    ((code, message),) = told(text)
    assert code == "TERM002"
    assert words in message


@pytest.mark.parametrize(
    "text",
    [
        "（含“三公”经费（公务用车））",
        "1）加强领导。2）明确责任",
        "一）加强领导",
        "按(规定）办",
        "Tom’s 报告",
        "“这一段引文没有完，下一段接着引。",
        "a)甲；b)乙",
    ],
)
def test_marks_that_pair_or_need_no_pair_are_told_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize("text", ["印发《甲》、《乙》和《丙》。", "杜绝“购人”、“购岗”。"])
def test_a_pause_between_adjacent_marks_is_told(text: str) -> None:
    assert [code for code, _ in told(text)] == ["TERM003"]


@pytest.mark.parametrize(
    "text",
    [
        "印发《甲》《乙》和《丙》。",
        "《甲》（财综〔2022〕1号）、《乙》（财综〔2022〕2号）",
        "《甲》、《乙》（财综〔2022〕2号）",
        "《甲》（财综〔2022〕1号）、《乙》、《丙》",
        "《甲》第三条、《乙》第四条",
        "“购人”“购岗”、养人",
    ],
)
def test_a_pause_is_right_where_brackets_or_words_stand_between(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text", ["近800多万元", "约30个左右", "超过100家以上", "不超过2年以内", "近百余家企业"]
)
def test_two_hedges_on_one_number_are_told(text: str) -> None:
    assert [code for code, _ in told(text)] == ["TERM004"]


@pytest.mark.parametrize(
    "text", ["近800万元", "30个左右", "100万元（含）以上", "不超过2年", "近十几年", "16—18场"]
)
def test_one_hedge_is_enough(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "told_words"),
    [
        ("一是甲。二是乙。四是丁。", "“二是”之后是“四是”"),
        ("一是甲；二是乙；二是丙。", "“二是”之后是“二是”"),
        ("第1，加强领导。", "“第1”"),
    ],
)
def test_steps_out_of_order_are_told(text: str, told_words: str) -> None:
    ((code, message),) = told(text)
    assert code == "TERM005"
    assert told_words in message


@pytest.mark.parametrize(
    "text", ["一是甲。二是乙。一是丙。二是丁。", "十是整数。", "统一是关键。二是乙。", "第1页，共2页"]
)
def test_steps_in_order_and_other_words_are_told_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("增长10—20%", "前一个数没有“%”"),
        ("安排15—30万元", "前一个数没有“万”"),
        ("二零二二年十二月", "零"),
        ("二○二二年", "零"),
        ("2022年五月", "混用"),
        ("二〇二二年5月", "混用"),
        ("自22年5月起", "简写"),
    ],
)
def test_numbers_in_a_wrong_form_are_told(text: str, hint: str) -> None:
    found = told(text)
    assert {code for code, _ in found} == {"TERM006"}
    assert any(hint in message for _, message in found)


def test_only_ranges_of_percentages_are_laid_at_the_door_of_the_standard() -> None:
    texts = (Written(text, Place("文.md")) for text in ("增长10—20%", "安排15—30万元"))
    percent, money = examine_wording(texts, (), BODIES)
    assert percent.basis.startswith("GB/T 15835-2011")
    assert money.basis == ""


@pytest.mark.parametrize(
    "text", ["10%—20%", "15万元—30万元", "2—3年", "二〇二二年十二月", "2022年5月", "2014—2015年", "近22年来"]
)
def test_numbers_in_a_right_form_are_told_nothing(text: str) -> None:
    assert told(text) == []


def test_a_heading_that_ends_with_a_mark_is_told() -> None:
    assert [code for code, _ in told("总体要求。", heading=True)] == ["TERM007"]
    assert told("总体要求", heading=True) == []
    assert told("加强领导。各部门要重视。") == []


def test_a_short_name_of_a_body_that_nobody_knows_is_told_once_with_a_near_one() -> None:
    written = [Written("由区文旅局负责，区文旅局牵头。", Place("文.md"))]
    (problem,) = examine_wording(written, (), BODIES)
    assert (problem.code, "“区文旅局”" in problem.message) == ("TERM008", True)
    assert "是不是“华龙区文化广电和旅游局”？" in problem.hint


def test_no_body_is_guessed_that_does_not_spell_the_short_name_out() -> None:
    written = [Written("由市卫健委牵头。", Place("文.md"))]
    (problem,) = examine_wording(written, (), KnownBodies(frozenset({"团市委", "某市财政局"})))
    assert "是不是" not in problem.hint
    spelled = KnownBodies(frozenset({"团市委", "某市卫生健康委员会"}))
    (problem,) = examine_wording(written, (), spelled)
    assert "是不是“某市卫生健康委员会”？" in problem.hint


@pytest.mark.parametrize(
    "text",
    [
        "由区文广新局负责。",
        "文广新局负责。",
        "濮阳市财政局、市财政局和财政局",
        "濮阳市卫生健康委员会（以下简称“市卫健委”）负责，市卫健委牵头。",
        "《市文旅局关于开展工作的通知》",
        "各部门办公室按时办理，当局、格局、布局、客厅、餐厅、委员",
        "住房和城乡建设部、住建部",
    ],
)
def test_known_introduced_and_ordinary_words_are_told_nothing(text: str) -> None:
    assert told(text) == []


def test_without_a_table_of_bodies_no_name_is_judged() -> None:
    assert list(examine_wording([Written("由区文旅局负责", Place("文.md"))], ())) == []
