"""What a drafter was wrongly blamed for, and what slipped through: real files, damaged by hand."""

from __future__ import annotations

import pytest

from generator.inspection.findings import Finding, Verdict
from generator.inspection.mending import mend
from generator.inspection.rules import judge
from generator.recognition import recognise
from generator.recognition.reading import read_facts
from generator.recognition.roles import Role
from generator.standard import gbt9704
from tests.inspection import damage as do
from tests.inspection.damage import Damage
from tests.inspection.mutations import (
    COPIES,
    FIRST,
    LIST,
    MARK,
    PRINTED,
    TEXT,
    UPWARD_ADDRESSEE,
    UPWARD_TITLE,
)
from tests.inspection.test_mutations import sound
from tests.inspection.wordfile import WordFile

LONG_TITLE = "濮阳市市直部门政府购买服务项目预算安排和执行情况汇总表"


def typed_over(name: str, *damages: Damage, bare: bool = True) -> bytes:
    """A sound document after some damage, without our styles unless asked for."""
    file = WordFile(sound(name, bare=bare))
    do.both(*damages)(file)
    return file.content()


def findings(content: bytes) -> tuple[Finding, ...]:
    return judge(recognise(read_facts(content, "样品.docx")), gbt9704())


def codes(content: bytes, *verdicts: Verdict) -> set[str]:
    return {one.code for one in findings(content) if one.verdict in verdicts}


def role_of(content: bytes, beginning: str) -> Role:
    known = recognise(read_facts(content, "样品.docx"))
    return next(known.role(one.number) for one in known.facts.paragraphs if one.text.startswith(beginning))


def test_a_heading_in_its_face_that_ends_in_a_full_stop_stays_a_heading() -> None:
    content = typed_over("通知", do.reworded(FIRST, "明确购买范围", "明确购买范围。"))
    assert role_of(content, FIRST) is Role.LEVEL_1
    assert codes(content, Verdict.BROKEN) == set()
    assert [one.measured for one in findings(content) if one.code == "B10"] == ["以“。”结尾"]
    assert mend(content).changes == ()


def test_the_same_words_in_the_face_of_the_text_are_an_item() -> None:
    stopped = do.reworded(FIRST, "明确购买范围", "明确购买范围。")
    assert role_of(typed_over("通知", stopped, do.font(FIRST, "仿宋_GB2312")), FIRST) is Role.BODY


def test_a_paragraph_wholly_in_the_face_of_its_heading_is_not_turned_into_text() -> None:
    content = typed_over("通知", do.font("（一）严格", "楷体_GB2312"))
    assert codes(content, Verdict.BROKEN) == set()
    assert mend(content).changes == ()


def test_a_dash_in_the_name_of_an_attachment_is_kept() -> None:
    years = [do.reworded(one, "濮阳市市直部门", "2016—2023年市直部门") for one in (LIST, LONG_TITLE)]
    assert codes(typed_over("通知", *years), Verdict.BROKEN) == set()


@pytest.mark.parametrize("bare", [False, True], ids=["styled", "unstyled"])
def test_subject_words_are_no_part_of_the_imprint(*, bare: bool) -> None:
    content = typed_over("通知", do.added_below("（此件", "主题词：财政 服务"), bare=bare)
    seen = [one for one in findings(content) if one.code == "C15"]
    assert [(one.verdict, one.hint) for one in seen] == [(Verdict.LOOK, "2012 年标准取消了主题词，删去")]
    assert "主题词" not in str([change.spot for change in mend(content).changes])


def test_a_request_and_report_in_one_is_held_to_the_rules_of_what_goes_up() -> None:
    content = typed_over(
        "请示",
        do.reworded(UPWARD_TITLE, "的请示", "的请示报告。"),
        do.reworded(UPWARD_ADDRESSEE, "市人民政府：", "市人民政府、省财政厅："),
        do.reworded(COPIES, "市委办公室", "各县（区）财政局"),
        do.reworded("2024年5月6日", "5月6日", "05月06日"),
        do.reworded(PRINTED, "5月6日", "5月1日"),
    )
    assert {"T03", "T09", "R02", "C05", "C04"} <= codes(content, Verdict.BROKEN)


def test_a_heading_typed_in_the_style_of_the_text_is_told_and_mended() -> None:
    typed = do.inserted(FIRST, "一、总体要求", TEXT)
    content = typed_over("通知", typed, do.reworded(FIRST, "一、", "二、"), bare=False)
    told = [(one.required, one.verdict) for one in findings(content) if one.code == "B05"]
    assert told == [("第一层 黑体", Verdict.BROKEN)]
    assert codes(mend(content).content, Verdict.BROKEN) & {"B05"} == set()


def test_a_list_typed_in_the_style_of_the_text_is_no_row_of_headings() -> None:
    lines = [do.inserted("请各部门于月底", words, TEXT) for words in ("一、申请表", "二、证明材料")]
    assert "B05" not in codes(typed_over("通知", *lines, bare=False), Verdict.BROKEN, Verdict.LOOK)


def test_a_mark_no_larger_than_the_title_is_shown_to_a_person() -> None:
    assert "H17" in codes(typed_over("通知", do.size(MARK, 11)), Verdict.LOOK)
    assert "H17" not in codes(sound("通知", bare=True), Verdict.LOOK)


def test_empty_lines_that_reach_no_new_page_are_no_new_page() -> None:
    blanks = [do.added_below("（联系人", "")] * 3
    corner = [do.removed(one) for one in ("000012", "机密★", "特急")]
    content = typed_over("请示", do.added_below("（联系人", "附件"), *blanks, *corner)
    (told,) = [one for one in findings(content) if one.code == "A07"]
    assert (told.verdict, told.measured) == (Verdict.BROKEN, "没有另起一页")


def test_quotes_side_by_side_are_called_quotes() -> None:
    content = typed_over("通知", do.reworded(TEXT, "工作，现", "“购人”、“购岗”工作，现"))
    assert [one.hint for one in findings(content) if one.code == "X01"] == ["删去”与“之间的顿号"]
