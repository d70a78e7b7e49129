"""版头: one thing damaged, one rule that says so."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.inspection.findings import Verdict
from generator.recognition.facts import BoxFacts, DocumentFacts, LineFacts, RuleFacts
from tests.inspection.facts_builder import with_paragraph
from tests.inspection.judged import (
    SOUND,
    Change,
    both,
    change,
    changed_runs,
    codes,
    judged,
    notice,
    place,
    removed,
    reworded,
)

MARK, NUMBER, UPWARD, RULE = "机关标志八字", "发文字号", "上行文发文字号", "版头分隔线"
BLACK = RuleFacts("single", Decimal("1.5"), "000000")


def swapped(facts: DocumentFacts) -> DocumentFacts:
    """密级 and 紧急程度 in each other's place."""
    return both(reworded("版头角标", "特急", 1), reworded("版头角标", "机密★1年", 2))(facts)


DAMAGE: dict[str, tuple[str, Change, str]] = {
    "five digits": ("通知", reworded("版头角标", "00001"), "H01"),
    "no star": ("通知", reworded("版头角标", "机密1年", 1), "H02"),
    "密级 without 份号": ("通知", reworded("版头角标", " "), "H24"),
    "urgency": ("通知", reworded("版头角标", "紧急", 2), "H03"),
    "face of 密级": ("通知", changed_runs("版头角标", 1, chinese_font="宋体"), "H09"),
    "order of the corner": ("通知", swapped, "H10"),
    "corner not flush": ("通知", change("版头角标", 1, left=632), "H23"),
    "mark too high": ("通知", change(MARK, before=0), "H04"),
    "mark too low": ("通知", change(MARK, before=600), "H04"),
    "mark black": ("通知", changed_runs(MARK, colour="000000"), "H11"),
    "mark at the left": ("通知", change(MARK, alignment="left"), "H12"),
    "mark in 黑体": ("通知", changed_runs(MARK, chinese_font="黑体"), "H13"),
    "mark bold": ("通知", changed_runs(MARK, bold=True), "H22"),
    "mark too wide": ("通知", changed_runs(MARK, scale=120), "H14"),
    "room above the number": ("通知", removed("空行"), "H21"),
    "square brackets": ("通知", reworded(NUMBER, "濮财综[2024]8号"), "H05"),
    "round brackets": ("通知", reworded(NUMBER, "濮财综（2024）8号"), "H05"),
    "leading zero": ("通知", reworded(NUMBER, "濮财综〔2024〕008号"), "H05"),
    "第": ("通知", reworded(NUMBER, "濮财综〔2024〕第8号"), "H05"),
    "number at the left": ("通知", change(NUMBER, alignment="left"), "H15"),
    "upward number flush": ("请示", change(UPWARD, left=0), "H15"),
    "signer in 仿宋": ("请示", changed_runs(UPWARD, chinese_font="仿宋"), "H07"),
    "signer missing": ("请示", reworded(UPWARD, "濮财综〔2024〕9号"), "H06"),
    "no red rule": ("通知", change(RULE, rule_below=None), "H08"),
    "black rule": ("通知", change(RULE, rule_below=BLACK), "H18"),
    "short rule": ("通知", change(RULE, left=632, right=632), "H19"),
    "rule too far": ("通知", change(RULE, line=400), "H20"),
}


@pytest.mark.parametrize(("document", "damage", "code"), DAMAGE.values(), ids=DAMAGE.keys())
def test_one_damaged_thing_is_told_by_its_rule_alone(document: str, damage: Change, code: str) -> None:
    assert codes(damage(SOUND[document]())) == {code}


def test_a_notice_has_no_signers() -> None:
    facts = notice()
    signed = replace(facts.paragraph(place(facts, NUMBER)).runs[0], text="濮财综〔2024〕8号\t签发人：")
    name = replace(signed, text="樊相奇", chinese_font="楷体_GB2312")
    facts = with_paragraph(facts, place(facts, NUMBER), runs=(signed, name), left=316, alignment="left")
    assert codes(facts) == {"H06"}


def test_the_mended_number_is_shown() -> None:
    facts = reworded(NUMBER, "濮财综[2024]008号")(notice())
    told = next(finding for finding in judged(facts) if finding.code == "H05")
    assert "濮财综〔2024〕8号" in told.hint


def test_a_rule_drawn_as_a_line_is_for_a_person() -> None:
    facts = change(RULE, rule_below=None)(notice())
    line = LineFacts(place(facts, NUMBER), RuleFacts("single", Decimal(1), "FF0000"), None, None)
    facts = replace(facts, lines=(line,))
    assert codes(facts) == set()
    assert "H08" in codes(facts, Verdict.LOOK)


def test_a_mark_in_a_box_without_place_is_not_judged() -> None:
    facts = notice()
    index = len(facts.boxes)
    aside = BoxFacts(None, None, None, None, from_page=False, anchor=place(facts, MARK))
    facts = replace(facts, boxes=(*facts.boxes, aside))
    facts = with_paragraph(facts, place(facts, MARK), box=index, before=0)
    assert codes(facts) == set()
    assert "H04" in codes(facts, Verdict.UNKNOWN)
