"""Columns by their content: figures stay whole, heads break between words, short columns stay narrow."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.compose.columns import cell_sides, figures_break, fitted, heads_break, room_of, width_of
from generator.document import Align, Cell, Row, Table, words

LABELS = ("项目数量（个）", "金额（万元）")
NAMES = ("养老", "公共文化体育服务", "教育、医疗卫生和社会保障服务")


def cell(text: str, columns: int = 1, rows: int = 1) -> Cell:
    return Cell(words(text), Align.CENTER, columns, rows)


def statistics(years: int, *, sideways: bool = False) -> Table:
    """Two columns for each year: a number of two digits, an amount of seven."""
    groups = Row((cell("服务类别", rows=2), *(cell(f"{2015 + year}年", 2) for year in range(years))))
    labels = Row(tuple(cell(label) for label in LABELS * years))
    rows = tuple(Row((cell(name), *(cell(text) for text in ("12", "32857.95") * years))) for name in NAMES)
    return Table("t", (1,) * (2 * years + 1), (groups, labels), rows, sideways=sideways)


def insides(table: Table) -> list[int]:
    """The room for words in each column, on the page."""
    total = sum(table.widths)
    return [width * room_of(table) // total - cell_sides() for width in table.widths]


@pytest.mark.parametrize(("years", "sideways"), [(1, False), (3, False), (5, False), (5, True), (8, True)])
def test_a_figure_stands_on_one_line_where_the_page_allows(years: int, sideways: bool) -> None:
    table = fitted(statistics(years, sideways=sideways))
    assert not figures_break(table)
    _, number, amount, *_ = insides(table)
    assert number >= width_of("12")
    assert amount >= width_of("32857.95")


def test_a_column_of_two_digits_is_narrower_than_one_of_amounts_where_room_is_short() -> None:
    _, number, amount, *_ = fitted(statistics(8, sideways=True)).widths
    assert number < amount / 2


def test_columns_under_the_same_words_are_equally_wide() -> None:
    _, *widths = fitted(statistics(3)).widths
    assert len(set(widths[::2])) == len(set(widths[1::2])) == 1


def test_a_table_with_too_many_columns_says_so() -> None:
    assert figures_break(statistics(8))
    assert heads_break(statistics(8, sideways=True))
    assert not heads_break(statistics(5, sideways=True))


def test_a_head_breaks_before_its_unit_and_is_joined_again_on_a_wider_page() -> None:
    upright = fitted(statistics(3))
    assert [cell.text for cell in upright.head[1].cells[:2]] == ["项目数量\n（个）", "金额\n（万元）"]
    sideways = fitted(replace(upright, sideways=True))
    assert [cell.text for cell in sideways.head[1].cells[:2]] == list(LABELS)


def test_short_columns_of_equal_need_share_the_page_equally() -> None:
    table = Table("t", (1, 1, 1), (Row((cell("县"), cell("区"), cell("市"))),), (Row((cell("甲"),) * 3),))
    assert len(set(fitted(table).widths)) == 1


def test_a_long_text_leaves_a_short_column_its_line() -> None:
    long = "围绕居家养老开展政府购买服务，明确服务标准和结算办法。" * 4
    head = Row((cell("事项"), cell("内容")))
    short, wide = insides(fitted(Table("t", (1, 1), (head,), (Row((cell("残疾人服务"), cell(long))),))))
    assert width_of("残疾人服务") <= short < wide
