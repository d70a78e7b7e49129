"""The standard as data: exact conversions, every value with its standing, and nothing that is never used."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.standard import Confidence, Strength, TemplateKind, Unit, gbt9704
from generator.standard.lengths import Length, read_length
from generator.word.maker import template_parts

PACKAGE = Path(__file__).parents[2] / "generator"
STYLE_OF_THE_PEN = re.compile(r'(?:paragraph\(\s*|styles\[|style\()"([^"]+)"')


def test_the_page_is_a4_with_an_exact_text_area() -> None:
    standard = gbt9704()
    assert standard.paper == (11906, 16838)
    margins = standard.margins
    assert standard.paper[0] - margins["left"] - margins["right"] == standard.text_width == 8844
    assert standard.paper[1] - margins["top"] - margins["bottom"] == 12756
    assert (margins["top"], margins["left"]) == (2098, 1588)
    assert abs(margins["bottom"] - standard.twips("地脚")) <= 1


def test_22_lines_fit_the_text_area_and_a_23rd_does_not() -> None:
    line, height = gbt9704().line, 12756
    assert line == 579
    assert gbt9704().count("每面行数") * line <= height < 23 * line


def test_28_characters_with_their_tracking_fit_the_text_area() -> None:
    standard = gbt9704()
    pitch = standard.points("三号") * 20 + standard.twips("字距")
    count = standard.count("每行字数")
    assert count * pitch - standard.twips("字距") <= standard.text_width < (count + 1) * pitch


def test_the_mark_begins_where_its_corner_lines_and_its_room_end() -> None:
    standard = gbt9704()
    above = standard.count("角标行数") * standard.line + standard.twips("标志段前")
    assert above == standard.twips("标志距版心")
    assert standard.margins["top"] + above == standard.twips("标志上边")


@pytest.mark.parametrize("step", gbt9704().data.mark_steps, ids=lambda step: step.style)
def test_a_mark_of_each_step_stays_inside_the_text_area(step: object) -> None:
    standard = gbt9704()
    mark = next(one for one in standard.data.mark_steps if one is step)
    width = mark.characters * standard.points(mark.size) * 20 * mark.percent / 100
    assert width <= standard.text_width * Decimal("0.96")


@pytest.mark.parametrize(
    ("text", "twips"),
    [("1mm", 57), ("28.95pt", 579), ("2字", 632), ("1行", 579), ("-0.25pt", -5), ("10twip", 10)],
)
def test_lengths_are_read_with_their_unit(text: str, twips: int) -> None:
    assert gbt9704().twips_of(text) == twips


@given(st.decimals(0, 400, places=2))
def test_millimetres_become_the_nearest_twip(amount: Decimal) -> None:
    twips = Length(amount, Unit.MM).twips(Decimal(0), Decimal(0))
    assert abs(Decimal(twips) - amount * 1440 / Decimal("25.4")) <= Decimal("0.5")


@pytest.mark.parametrize("text", ["2", "字", "两字", "1 mm", ""])
def test_what_is_no_length_is_not_guessed(text: str) -> None:
    assert read_length(text) is None


def test_what_is_required_names_its_clause_and_what_is_custom_is_not_called_law() -> None:
    data = gbt9704().data
    rules = {**data.quantities, **data.colours, **{style.name: style for style in data.styles}}
    for name, rule in rules.items():
        if rule.strength is not Strength.CUSTOM:
            assert rule.clause, name
            assert rule.confidence is not Confidence.PRACTICE, name
        if rule.confidence is Confidence.PRACTICE:
            assert rule.strength is Strength.CUSTOM, name


def test_every_font_and_size_that_a_style_names_is_there() -> None:
    standard = gbt9704()
    for style in standard.data.styles:
        assert not style.face or standard.face(style.face).names
        assert not style.size or standard.points(style.size) > 0


@pytest.mark.parametrize("kind", list(TemplateKind))
def test_style_and_slot_names_do_not_repeat(kind: TemplateKind) -> None:
    styles, slots = gbt9704().style_names(kind), [slot.name for slot in gbt9704().slots(kind)]
    assert len(styles) == len(set(styles))
    assert len(slots) == len(set(slots))


def test_every_style_that_the_pen_names_is_in_the_contract() -> None:
    contract = {name for kind in TemplateKind for name in gbt9704().style_names(kind)}
    sources = "\n".join(path.read_text(encoding="utf-8") for path in (PACKAGE / "word").glob("*.py"))
    named = set(STYLE_OF_THE_PEN.findall(sources))
    assert len(named) > 20
    assert named <= contract


def test_every_value_of_the_standard_is_used_by_the_pen_or_measured_by_a_test() -> None:
    files = [*PACKAGE.glob("word/**/*.py"), *PACKAGE.glob("standard/*"), *Path(__file__).parent.glob("*.py")]
    sources = "\n".join(path.read_text(encoding="utf-8") for path in files if path.is_file())
    unused = [name for name in gbt9704().data.quantities if sources.count(name) < 2]
    assert unused == []


def test_no_template_part_has_a_font_that_the_standard_does_not_name() -> None:
    wanted = {face.names[0] for face in gbt9704().data.faces.values()}
    for kind in TemplateKind:
        styles = template_parts(kind)["word/styles.xml"].decode("utf-8")
        assert set(re.findall(r'w:(?:ascii|eastAsia|hAnsi|cs)="([^"]+)"', styles)) - {"zh-CN"} == wanted
