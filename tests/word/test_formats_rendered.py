"""Every format on the rendered page: marks, rules, letters, orders, minutes."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import pytest

from generator.standard import LocalCustom
from generator.word import kind_for, standard_template, write_document
from tests.rendering import Line, Page, Rule, missing_tools, render
from tests.word import samples_formats
from tests.word.test_layout import RED, body_lines, close_to, millimetres, red_rule

Rendered = Mapping[str, tuple[Page, ...]]

JOINT = ["joint2", "joint3", "joint4", "joint5"]

CHARACTER = 156 / 28


# --- rendered: marks ------------------------------------------------------------------------------


def marked(page: Page) -> list[Line]:
    """The lines of the mark: those whose characters are higher than any other's."""
    tallest = max(mark.bottom - mark.top for line in page.lines for mark in line.marks)
    return [line for line in page.lines if line.bottom - line.top > 0.85 * tallest]


def size_tops(page: Page) -> tuple[float, float, float]:
    """Upper edge, left and right edge of the whole mark."""
    lines = marked(page)
    return min(one.top for one in lines), min(one.left for one in lines), max(one.right for one in lines)


@pytest.mark.render
@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("标志上边", [*JOINT, "lead", "upward", "minutes", "unnumbered", "filechain", "minuteschain"]),
        ("信函标志上边", ["letter", "jointletter", "letterchain"]),
        ("命令标志上边", ["order", "classified", "jointorder", "orderchain"]),
    ],
)
def test_the_mark_of_each_format_stands_at_its_height_in_the_middle_of_the_text_area(
    value: str, names: list[str], rendered: Rendered
) -> None:
    for name in names:
        top, left, right = size_tops(rendered[name][0])
        assert close_to(value, top), name
        assert left > 28, name
        assert right < 184, name
        assert (left + right) / 2 == pytest.approx(106, abs=1), name


@pytest.mark.render
@pytest.mark.parametrize("name", JOINT)
def test_stacked_names_are_equally_wide_and_the_word_beside_them_is_centred(
    name: str, rendered: Rendered
) -> None:
    glyphs = [glyph for line in marked(rendered[name][0]) for glyph in line.marks]
    beside = [glyph for glyph in glyphs if glyph.text in "文件"]
    names = [glyph for glyph in glyphs if glyph.text not in "文件"]
    middle = (min(one.top for one in names) + max(one.bottom for one in names)) / 2
    assert (beside[0].top + beside[0].bottom) / 2 == pytest.approx(middle, abs=1)
    assert "".join(one.text for one in beside) == "文件"
    rows = [[one for one in names if abs(one.top - first.top) < 3] for first in names]
    assert max(row[0].left for row in rows) - min(row[0].left for row in rows) < 1.5
    ends = [max(one.right for one in row) for row in rows]
    assert max(ends) - min(ends) < 1.5
    assert beside[0].left > max(ends) + 2


@pytest.mark.render
@pytest.mark.parametrize("name", [*JOINT, "lead", "upward"])
def test_text_begins_on_the_first_page_of_a_joint_document(name: str, rendered: Rendered) -> None:
    assert "为做好本年度政府购买服务工作" in rendered[name][0].text


@pytest.fixture(scope="module")
def under_33476() -> Rendered:
    """Some of the samples under the other profile of the page."""
    if missing := missing_tools():
        pytest.skip(f"not on this machine: {missing}")
    custom = LocalCustom.model_validate({"版面": "33476"})
    documents = {
        name: samples_formats.every()[name] for name in ("letter", "classified", "joint3", "minutes")
    }
    return render(
        {
            name: write_document(document, standard_template(kind_for(document.format), custom))
            for name, document in documents.items()
        }
    )


@pytest.mark.render
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("letter", "信函标志上边"),
        ("classified", "命令标志上边"),
        ("joint3", "标志上边"),
        ("minutes", "标志上边"),
    ],
)
def test_marks_keep_their_height_under_another_profile(name: str, value: str, under_33476: Rendered) -> None:
    assert close_to(value, size_tops(under_33476[name][0])[0])


# --- rendered: 发文字号, 签发人, rule -------------------------------------------------------------


@pytest.mark.render
@pytest.mark.parametrize("name", [*JOINT, "lead", "upward", "minutes"])
def test_the_red_rule_is_156_mm_long_and_4_mm_below_the_line_of_the_number(
    name: str, rendered: Rendered
) -> None:
    page = rendered[name][0]
    rule = red_rule(page)
    number = [line for line in page.lines if line.bottom < rule.top][-1]
    assert "号" in number.text or "期" in number.text
    assert close_to("红线宽", rule.width)
    assert close_to("红线距文号", rule.top - number.bottom)


@pytest.mark.render
def test_signers_stand_under_each_other_and_end_one_character_from_the_edge(rendered: Rendered) -> None:
    page = rendered["joint5"][0]
    label = next(line for line in page.lines if line.text.startswith("签发人："))
    rows = page.lines[page.lines.index(label) : page.lines.index(label) + 3]
    assert [row.text for row in rows] == ["签发人：樊相奇李明", "王某某赵强", "濮财购〔2024〕6号欧阳某"]
    starts = [glyph.left for row in rows for glyph in row.marks if glyph.text in "樊王欧"]
    seconds = [glyph.left for row in rows for glyph in row.marks if glyph.text in "李赵"]
    assert max(starts) - min(starts) < 0.7
    assert seconds[0] == pytest.approx(seconds[1], abs=0.7)
    assert seconds[0] - starts[0] == pytest.approx(4 * CHARACTER, abs=0.8)
    assert all(210 - 26 - row.right == pytest.approx(CHARACTER, abs=1) for row in rows[:2])
    names = {glyph.font for glyph in rows[1].marks}
    assert names == {"LXGWWenKai-Regular"}


@pytest.mark.render
def test_corner_lines_of_an_order_stay_clear_of_its_mark(rendered: Rendered) -> None:
    page = rendered["classified"][0]
    corners = [page.line(words) for words in ("000001", "机密★", "特急")]
    assert all(above.bottom < below.top for above, below in pairwise(corners))
    assert all(line.left < 29 for line in corners)
    assert corners[0].top < 42
    assert corners[2].bottom < size_tops(page)[0] - 1


# --- rendered: 信函 -------------------------------------------------------------------------------


def double_rules(page: Page) -> tuple[list[Rule], list[Rule]]:
    """The lines of the upper and of the lower double rule, from above."""
    red = sorted((rule for rule in page.rules if rule.colour == RED), key=lambda rule: rule.top)
    return [rule for rule in red if rule.top < 100], [rule for rule in red if rule.top > 200]


@pytest.mark.render
@pytest.mark.parametrize("name", ["letter", "jointletter", "letterchain"])
def test_a_letter_has_a_double_rule_below_its_mark_and_one_above_the_edge_of_the_paper(
    name: str, rendered: Rendered
) -> None:
    first = rendered[name][0]
    upper, lower = double_rules(first)
    weights = [[rule.bottom - rule.top for rule in rules] for rules in (upper, lower)]
    assert [len(weight) for weight in weights] == [2, 2]
    assert weights[0][0] > 2 * weights[0][1]
    assert 2 * weights[1][0] < weights[1][1]
    for rule in (*upper, *lower):
        assert close_to("信函双线长", rule.width)
        assert (rule.left + rule.right) / 2 == pytest.approx(106, abs=0.5)
    ink = sorted(mark.bottom for line in marked(first) for mark in line.marks)
    assert close_to("信函双线距标志", upper[0].top - ink[len(ink) // 2])
    assert close_to("信函下线距纸边", 297 - lower[1].bottom)


@pytest.mark.render
@pytest.mark.parametrize(("name", "number"), [("letter", "濮财购函〔2024〕9号"), ("jointletter", "濮人社函")])
def test_number_and_corner_lines_of_a_letter_stand_below_its_rule(
    name: str, number: str, rendered: Rendered
) -> None:
    page = rendered[name][0]
    upper, _ = double_rules(page)
    line = next(line for line in page.lines if number in line.text)
    assert close_to("信函要素距双线", line.top - upper[1].bottom)
    assert 210 - 26 - line.right < 1
    if name == "letter":
        corners = [line, page.line("秘密★1年"), page.line("加急")]
        assert corners[0].text.startswith("000003")
        assert all(one.left < 29 for one in corners)
    above = page.line("加急") if name == "letter" else line
    title = page.lines[page.lines.index(above) + 1]
    assert title.top - above.bottom == pytest.approx(2 * 10.2 + 5, abs=2)


@pytest.mark.render
def test_a_letter_is_numbered_from_its_second_page(rendered: Rendered) -> None:
    first, second, third = rendered["letter"]
    assert "—" not in first.text
    assert [page.lines[-1].text for page in (second, third)] == ["—2—", "—3—"]
    assert second.lines[-1].left == pytest.approx(28 + 4.94, abs=1)
    assert double_rules(second) == double_rules(third) == ([], [])
    last = body_lines(first)[-1]
    assert double_rules(first)[1][0].top - last.bottom > 4.85


@pytest.mark.render
def test_each_letter_that_is_enclosed_has_its_rules_on_its_own_first_page(rendered: Rendered) -> None:
    marks = [page for page in rendered["letterchain"] if double_rules(page)[0]]
    assert len(marks) == 5
    assert all(double_rules(page)[1] for page in marks)


# --- rendered: 命令, 纪要 -------------------------------------------------------------------------


@pytest.mark.render
def test_number_and_text_of_an_order_have_two_empty_lines_above_them(rendered: Rendered) -> None:
    page = rendered["order"][0]
    mark, number, text, *_ = page.lines
    assert number.text == "第12号"
    assert (number.left + number.right) / 2 == pytest.approx(106, abs=1)
    assert number.top - mark.bottom == pytest.approx(2 * 10.2 + 5, abs=2)
    assert text.top - number.top == pytest.approx(3 * 10.2, abs=0.7)
    assert not [rule for rule in page.rules if rule.colour == RED]


@pytest.mark.render
def test_names_of_those_present_wrap_under_the_first_name(rendered: Rendered) -> None:
    page = next(page for page in rendered["minutes"] if "出席：" in page.text)
    first = page.line("出席：")
    index = page.lines.index(first)
    name = first.marks[3]
    assert first.left == pytest.approx(28 + 2 * CHARACTER, abs=1)
    assert name.left == pytest.approx(28 + 5 * CHARACTER, abs=1)
    assert all(line.left == pytest.approx(name.left, abs=0.7) for line in page.lines[index + 1 : index + 4])
    assert {mark.font[:12] for mark in first.marks[:2]} == {"NotoSansCJKj"}
    assert page.line("请假：").left == pytest.approx(first.left, abs=0.7)
    assert page.lines.index(page.line("列席：")) == page.lines.index(page.line("请假：")) + 1


@pytest.mark.render
def test_minutes_without_a_number_keep_their_rule(rendered: Rendered) -> None:
    page = rendered["unnumbered"][0]
    assert close_to("红线宽", red_rule(page).width)
    assert millimetres("标志上边")[0] < size_tops(page)[0] + 1 < red_rule(page).top
