"""Files that nobody made with us: a careful clerk's are not blamed, and what is told of the seeds is true."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document

from generator.inspection.findings import Finding, Verdict
from generator.recognition import recognise
from generator.recognition.reading import read_facts
from generator.recognition.roles import Role
from tests import rendering
from tests.inspection.clerk import Clerk, Habits
from tests.inspection.test_rules_on_our_own import faults, judged
from tests.word.samples import SECTIONS

HABITS = {
    "plain": Habits(),
    "word grid": Habits(grid=True),
    "28 points": Habits(pitch=28),
    "drawn rule": Habits(rule="drawn"),
    "rule of its own": Habits(rule="own"),
    "indent in twips": Habits(indent="twips"),
    "spaces for indents": Habits(indent="spaces", signed="spaces"),
    "sealed": Habits(signed="sealed"),
    "imprint of paragraphs": Habits(imprint="paragraphs"),
    "title of paragraphs": Habits(face="仿宋", title_paragraphs=True),
    "framed number": Habits(framed=True),
    "upward": Habits(signer="樊相奇"),
    "attachments": Habits(attached=True),
    "lines by the grid": Habits(grid=True, pitch=0),
}


def typed(*lines: str) -> bytes:
    """Lines in Word's default looks."""
    document, file = Document(), BytesIO()
    for line in lines:
        document.add_paragraph(line)
    document.save(file)
    return file.getvalue()


def told(findings: tuple[Finding, ...], code: str) -> list[str]:
    """What a rule says is broken."""
    return [one.measured for one in findings if one.code == code and one.verdict is Verdict.BROKEN]


@pytest.mark.parametrize("habits", HABITS.values(), ids=HABITS.keys())
def test_the_notice_of_a_careful_clerk_breaks_no_rule(habits: Habits) -> None:
    assert faults(judged(Clerk(habits).notice())) == []


@pytest.mark.render
def test_it_breaks_none_after_libreoffice_has_saved_it_again() -> None:
    missing = rendering.missing_tools()
    if missing:
        pytest.skip(f"not on this machine: {missing}")
    # LibreOffice writes Word's character grid with another distance: that is a fault of the new file.
    clerks = {
        f"c{at}": Clerk(replace(one, grid=False)) for at, one in enumerate(HABITS.values()) if one.pitch
    }
    saved = rendering.resave({name: clerk.notice() for name, clerk in clerks.items()})
    assert {name: told for name, one in saved.items() if (told := faults(judged(one)))} == {}


def test_two_characters_are_counted_in_the_type_of_the_words_and_not_of_the_style() -> None:
    facts = read_facts(Clerk(Habits()).notice(), "样品.docx")
    body = recognise(facts).of(Role.BODY)
    assert {one.first_line for one in body} == {640}


def test_a_bullet_before_the_number_of_an_attachment_is_told_as_that() -> None:
    names = ("第一类项目清单", "第二类项目清单")
    findings = judged(
        typed(
            *("濮阳市财政局文件", "濮财综〔2024〕8号", "关于报送材料的通知", "各县（区）财政局："),
            *("请按时报送材料。", f"附件：1.{names[0]}", f"- 2.{names[1]}"),
            *("附件1", names[0], "按项目填报。", "附件2", names[1], "按项目填报。"),
        )
    )
    assert told(findings, "A01") == [f"序号前有多余的符号：“- 2.{names[1]}”"]
    assert told(findings, "A02") == []


def test_a_title_whose_label_is_missing_does_not_count_as_part_of_the_one_above() -> None:
    findings = judged(
        typed(
            *("濮阳市财政局文件", "濮财综〔2024〕8号", "关于报送材料的通知", "各县（区）财政局："),
            *("请按时报送材料。", "附件：1.项目清单", "2.调查表", "附件1", "项目清单", "按项目填报。"),
            *("调查表", *(title for title, _ in SECTIONS)),
        )
    )
    assert told(findings, "A02") == []


def test_words_about_a_page_without_text_are_no_such_page() -> None:
    sentence = "不得采取标识“此页无正文”的方法解决。"
    assert told(judged(typed("关于版面的通知", "各单位：", sentence)), "D03") == []
    assert told(judged(typed("关于版面的通知", "各单位：", "请遵照执行。", "（此页无正文）")), "D03") != []
