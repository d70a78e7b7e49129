from __future__ import annotations

from decimal import Decimal

from generator.charts import Point, bars
from generator.library import Library
from generator.pages.markup import escape
from generator.pages.overview import figure
from tests.pages.overview.reading import figures, sheet_of, shelf_of

TWO = [Point("甲", Decimal("9199.3")), Point("乙", Decimal(5))]


def test_a_chart_has_its_table_in_the_same_figure_with_the_same_numbers(library: Library) -> None:
    sheet = sheet_of(shelf_of(library))
    figure(sheet, bars("金额", "万元", TWO), anchor="amount", scope=("只数甲和乙。",))
    (shown,) = figures("\n".join(sheet.blocks))
    assert shown.anchor == "amount"
    assert shown.caption == "金额"
    assert shown.drawn == ["甲", "9199.3万元", "乙", "5万元"]
    assert shown.rows == [["甲", "9199.3"], ["乙", "5"]]
    assert shown.scope == "只数甲和乙。"
    assert "<details><summary>" in sheet.blocks[0]


def test_one_number_stands_as_a_table_in_the_open(library: Library) -> None:
    sheet = sheet_of(shelf_of(library))
    figure(sheet, bars("金额", "万元", TWO[:1]))
    (shown,) = figures("\n".join(sheet.blocks))
    assert shown.rows == [["甲", "9199.3"]]
    assert "<svg" not in sheet.blocks[0]
    assert "<details>" not in sheet.blocks[0]


def test_no_numbers_add_nothing(library: Library) -> None:
    sheet = sheet_of(shelf_of(library))
    figure(sheet, bars("金额", "万元", []))
    assert sheet.blocks == []


def test_rows_lead_where_the_page_says(library: Library) -> None:
    sheet = sheet_of(shelf_of(library))
    figure(sheet, bars("金额", "万元", TWO), link=lambda key: f'<a href="x.html">{escape(key)}</a>')
    (shown,) = figures("\n".join(sheet.blocks))
    assert shown.links == ["x.html", "x.html"]
    assert [row[0] for row in shown.rows] == ["甲", "乙"]


def test_hostile_words_stay_words(library: Library) -> None:
    hostile = '</figure><script>alert(1)</script>{{ x }}"&'
    sheet = sheet_of(shelf_of(library))
    points = [Point(hostile, Decimal(1)), Point(f"{hostile}2", None, hostile)]
    figure(sheet, bars(hostile, hostile, [*points, Point("乙", Decimal(2))], name=hostile))
    assert "<script" not in sheet.blocks[0]
    (shown,) = figures(sheet.blocks[0])
    assert shown.caption == hostile
    assert shown.rows[0] == [hostile, "1"]
