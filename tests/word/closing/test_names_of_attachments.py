"""附件说明, measured."""

from __future__ import annotations

import pytest

from tests.word.closing.samples import CHARACTER, Pages, page_with
from tests.word.reading import Written


@pytest.mark.render
def test_a_long_name_hangs_under_its_first_character(pages: Pages) -> None:
    page = page_with(pages["one"], "附件：")
    first = page.line("附件：")
    below = page.lines[page.lines.index(first) + 1]
    assert first.left == pytest.approx(28 + 2 * CHARACTER, abs=0.8)
    assert below.left == pytest.approx(first.marks[3].left, abs=0.6)


@pytest.mark.render
def test_names_behind_one_and_two_figures_begin_at_one_place(pages: Pages) -> None:
    page = page_with(pages["twelve"], "附件：")
    begin = next(mark.left for mark in page.line("附件：1.").marks if mark.text == "第")
    for number in range(2, 10):
        assert page.line(f"{number}.第").marks[2].left == pytest.approx(begin, abs=0.5)
    for beginning in ("10.濮", "11.第", "12.濮"):
        assert page.line(beginning).marks[3].left == pytest.approx(begin, abs=0.7)
    wrapped = page.lines[page.lines.index(page.line("10.濮")) + 1]
    assert wrapped.left == pytest.approx(begin, abs=0.7)


@pytest.mark.parametrize("name", ["one", "twelve"])
def test_no_mark_stands_behind_the_name_of_an_attachment(name: str, files: dict[str, bytes]) -> None:
    assert all(text[-1] not in "。；，、" for text in Written(files[name]).in_style("附件说明"))
