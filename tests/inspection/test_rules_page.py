"""Page, type and page numbers: one property damaged, one rule that says so."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from generator.inspection.findings import Verdict
from generator.recognition.facts import DocumentFacts
from generator.standard import LocalCustom, PageNumber, Spacing
from generator.standard.custom import Layout
from tests.inspection.facts_builder import each_paragraph, with_section
from tests.inspection.judged import (
    SOUND,
    Change,
    both,
    change,
    changed_runs,
    codes,
    every,
    judged,
    notice,
    place,
    section,
)

SMALLER = Decimal(14)


@pytest.mark.parametrize("sound", SOUND.values(), ids=SOUND.keys())
def test_a_sound_document_of_each_format_breaks_nothing(sound: Callable[[], DocumentFacts]) -> None:
    assert [finding for finding in judged(sound()) if finding.verdict is Verdict.BROKEN] == []


def pitched(line: int, rule: str = "exact") -> Change:
    """Every line below the mark with that pitch."""
    styles = ("发文字号", "主送机关", "公文正文", "一级标题", "二级标题", "三级标题")
    return both(*(every(style, line=line, line_rule=rule) for style in styles))


def looking(**changes: object) -> Change:
    """Every run of plain text looking otherwise."""

    def damage(facts: DocumentFacts) -> DocumentFacts:
        return each_paragraph(
            facts,
            lambda one: (
                replace(one, runs=tuple(replace(run, **changes) for run in one.runs))  # type: ignore[arg-type]
                if one.style == "公文正文" and "（一）" not in one.text
                else one
            ),
        )

    return damage


DAMAGE: dict[str, tuple[Change, str]] = {
    "paper": (section(width=12240, height=15840), "P01"),
    "upper margin": (section(top=1440), "P02"),
    "lower margin": (section(bottom=1440), "P02"),
    "left margin": (section(left=1800), "P02"),
    "right margin": (section(right=1800), "P02"),
    "gutter": (section(gutter=284), "P02"),
    "pitch of 30 points": (pitched(600), "P03"),
    "full line with wide margins": (pitched(589), "P03"),
    "pitch of one paragraph": (change("公文正文", 1, line=400), "P03"),
    "tracking": (looking(tracking=0), "P04"),
    "face of the text": (looking(chinese_font="宋体"), "F01"),
    "face of the number": (changed_runs("发文字号", chinese_font="黑体"), "F01"),
    "face of the third level": (changed_runs("三级标题", chinese_font="黑体"), "F01"),
    "face of the addressees": (changed_runs("主送机关", chinese_font="楷体"), "F01"),
    "size of the text": (looking(size=SMALLER), "F02"),
    "size of the date": (changed_runs("成文日期", size=SMALLER), "F02"),
    "size of a heading": (changed_runs("一级标题", size=Decimal(18)), "F02"),
    "colour of the text": (looking(colour="FF0000"), "F03"),
    "colour of the title": (changed_runs("公文标题", colour="1F4E79"), "F03"),
    "bold text": (looking(bold=True), "F04"),
    "bold heading": (changed_runs("二级标题", bold=True), "F04"),
    "odd and even alike": (lambda facts: replace(facts, even_and_odd=False), "P05"),
    "face of the page number": (changed_runs("单页页码", latin_font="Times New Roman"), "P06"),
    "size of the page number": (changed_runs("双页页码", size=Decimal(12)), "P08"),
    "page number centred": (change("单页页码", alignment="center", right=0), "P10"),
    "page number at the wrong side": (change("双页页码", alignment="right", left=0, right=280), "P10"),
    "page number without room": (change("单页页码", right=0), "P10"),
    "footer too low": (section(footer=851), "P07"),
}


@pytest.mark.parametrize(("damage", "code"), DAMAGE.values(), ids=DAMAGE.keys())
def test_one_damaged_property_is_told_by_its_rule_alone(damage: Change, code: str) -> None:
    assert codes(damage(notice())) == {code}


def test_dashes_of_the_page_number_are_those_of_the_standard() -> None:
    facts = notice()
    number = place(facts, "单页页码")

    def short(text: str) -> str:
        return text.replace("—", "-")

    damaged = each_paragraph(
        facts,
        lambda one: (
            replace(one, runs=tuple(replace(run, text=short(run.text)) for run in one.runs))
            if one.number == number
            else one
        ),
    )
    assert codes(damaged) == {"P09"}


def test_a_file_without_page_number_is_told_so_once() -> None:
    bare = each_paragraph(
        notice(), lambda one: replace(one, runs=()) if one.style in ("单页页码", "双页页码") else one
    )
    assert codes(bare) == {"P11"}


GB33476 = both(section(top=1960, bottom=1847), pitched(589), every("机关标志八字", before=226))


def test_margins_of_gb33476_are_no_fault_and_are_named() -> None:
    findings = {finding.code: finding for finding in judged(GB33476(notice()))}
    assert findings["P02"].verdict is Verdict.KEPT
    assert "GB/T 33476" in findings["P02"].measured
    assert findings["P03"].measured == "行距 29.45 磅，每面 22 行"


def test_margins_of_gb33476_are_a_custom_where_the_office_says_so() -> None:
    custom = LocalCustom().model_copy(update={"layout": Layout.GB33476})
    assert codes(GB33476(notice()), Verdict.CUSTOM, custom) == {"P02"}


CUSTOMS: dict[str, tuple[Change, dict[str, object], str]] = {
    "bold second level": (changed_runs("二级标题", bold=True), {"bold_second": True}, "F04"),
    "bold third level": (changed_runs("三级标题", bold=True), {"bold_third": True}, "F04"),
    "page number centred": (
        both(change("单页页码", alignment="center"), change("双页页码", alignment="center")),
        {"page_number": PageNumber.CENTRED},
        "P10",
    ),
    "grid lost": (looking(tracking=0), {"spacing": Spacing.GRID}, "P04"),
}


@pytest.mark.parametrize(("damage", "custom", "code"), CUSTOMS.values(), ids=CUSTOMS.keys())
def test_what_the_office_does_in_its_own_way_is_custom_and_no_fault(
    damage: Change, custom: dict[str, object], code: str
) -> None:
    facts, office = damage(notice()), LocalCustom().model_copy(update=custom)
    assert codes(facts) == {code}
    assert codes(facts, custom=office) == set()
    assert codes(facts, Verdict.CUSTOM, office) == {code}


def test_the_character_grid_of_word_fills_the_line_as_tracking_does() -> None:
    gridded = both(
        looking(tracking=0),
        section(grid_type="linesAndChars", character_space=-849),
        every("公文正文", snap_to_grid=True),
    )
    assert codes(gridded(notice())) == set()


def test_a_pitch_that_leaves_room_at_the_foot_is_for_a_person() -> None:
    facts = pitched(560)(notice())
    assert codes(facts) == set()
    assert "P03" in codes(facts, Verdict.LOOK)


def test_a_pitch_that_the_font_decides_is_not_judged() -> None:
    facts = with_section(pitched(360, "auto")(notice()), 0, grid_type="", line_pitch=None)
    assert "P03" in codes(facts, Verdict.UNKNOWN)


def test_a_font_that_the_file_does_not_name_is_not_judged() -> None:
    facts = looking(chinese_font=None, east_asian=False)(notice())
    assert codes(facts) == set()
    assert "F01" in codes(facts, Verdict.UNKNOWN)
    assert "K02" in codes(facts, Verdict.LOOK)


def test_pages_on_their_side_have_the_margins_turned() -> None:
    turned = section(width=16838, height=11906, top=1588, bottom=1474, left=1984, right=2098, landscape=True)
    findings = {finding.code: finding for finding in judged(turned(notice()))}
    assert findings["P02"].verdict is Verdict.KEPT
    assert findings["P01"].verdict is Verdict.KEPT


def test_many_spots_of_one_rule_are_summed_up() -> None:
    facts = notice()
    many = replace(facts, paragraphs=facts.paragraphs)
    long = each_paragraph(
        many, lambda one: replace(one, runs=tuple(replace(run, colour="FF0000") for run in one.runs))
    )
    told = [finding for finding in judged(long) if finding.code == "F03"]
    assert len(told) == 21
    assert told[-1].measured.startswith("另有 ")


COMPATIBILITY: dict[str, tuple[Change, str]] = {
    "theme": (lambda facts: replace(facts, theme_fonts=True), "K01"),
    "twips": (lambda facts: replace(facts, twips_missing=2), "K03"),
    "tracked": (lambda facts: replace(facts, tracked=3), "K04"),
    "macros": (lambda facts: replace(facts, macros=True), "K05"),
}


@pytest.mark.parametrize(("damage", "code"), COMPATIBILITY.values(), ids=COMPATIBILITY.keys())
def test_what_other_programs_or_readers_stumble_over_is_for_a_person(damage: Change, code: str) -> None:
    facts = damage(notice())
    assert codes(facts) == set()
    assert code in codes(facts, Verdict.LOOK)
