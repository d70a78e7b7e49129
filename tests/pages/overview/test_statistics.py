from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

from generator.library import Library
from generator.models.returns import Statistics
from generator.pages.overview.statistics import add_statistics_charts
from tests.pages.overview.reading import Figure, figures, sheet_of, shelf_at, shelf_of
from tests.pages.overview.tables import statistics_text

Make = Callable[[Mapping[str, str]], Path]


def charts_of(library: Library, table_id: str) -> list[Figure]:
    table = library.find(table_id, Statistics)
    assert table is not None
    sheet = sheet_of(shelf_of(library))
    add_statistics_charts(sheet, table)
    return figures("\n".join(sheet.blocks))


def test_the_charts_of_puyang_print_its_numbers_as_the_report_has_them(library: Library) -> None:
    numbers, amounts = charts_of(library, "统计-濮阳-2016-2017")
    assert numbers.rows[0] == ["基本公共服务", "91", "71"]
    assert [row[1] for row in amounts.rows] == ["32857.95", "730.96", "200.8", "969.82", "891.64", "213.7"]
    assert {"32857.95万元", "200.8万元", "18.4万元"} <= set(amounts.drawn)
    assert "2016年 35864.87 万元，2017年1月-5月 9199.3 万元，共 45064.17 万元" in amounts.scope
    assert "各列的期间长短不同，不宜直接比较多少" in amounts.scope


def test_columns_that_contain_one_another_are_never_added(library: Library) -> None:
    amounts, numbers = charts_of(library, "统计-温州-2015")
    assert amounts.rows == [["公共服务类", "12.37", "5.07"], ["政府履职辅助性服务类", "6.15", "2.88"]]
    assert "全市 18.52 亿元，市本级 7.95 亿元。" in amounts.scope
    assert "“全市”、“市本级”互相包含或口径不同，不相加" in amounts.scope
    assert "共" not in numbers.scope.split("。")[2]
    assert "口径：单个项目在10万元以上" in amounts.scope


def test_drawn_and_tabled_numbers_are_the_same(library: Library) -> None:
    for table in library.every(Statistics):
        for shown in charts_of(library, table.id):
            cells = [cell for row in shown.rows for cell in row[1:]]
            drawn = [word for word in shown.drawn if word[0].isdigit() and not word[:4].endswith("年")]
            numbers = [word.rstrip("万亿元个项") for word in drawn if word.rstrip("万亿元个项") in cells]
            assert numbers == cells
            assert all(Decimal(cell) >= 0 for cell in cells)


def test_a_cell_without_a_number_is_told_and_not_drawn(make_library: Make) -> None:
    text = statistics_text("表一", rows={"甲类": "—", "乙类": "3", "丙类": "4"})
    shelf = shelf_at(make_library({"cases/returns/表一.yaml": text}))
    (shown,) = charts_of(shelf.library, "表一")
    assert shown.rows[0] == ["甲类", "—"]
    assert "2016年的甲类没有数，不画，也不计入合计。" in shown.scope
    assert "合计（程序计算）：2016年 7 万元。" in shown.scope


def test_a_table_of_one_number_has_no_chart(make_library: Make) -> None:
    text = statistics_text("表一", rows={"甲类": "3"})
    shelf = shelf_at(make_library({"cases/returns/表一.yaml": text}))
    assert charts_of(shelf.library, "表一") == []
