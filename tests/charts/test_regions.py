from __future__ import annotations

from decimal import Decimal

from generator.charts import Point, RegionRow, region_table


def row(name: str, depth: int, *values: int | None) -> RegionRow:
    return RegionRow(name, depth, tuple(Point("", None if v is None else Decimal(v)) for v in values))


def test_bars_of_cells_have_the_scale_of_their_column() -> None:
    rows = [row("河南省", 0, 20, 2), row("濮阳市", 1, 5, 1), row("华龙区", 2, 0, None)]
    chart = region_table("地区", [("政策", "件"), ("案例", "个")], rows)
    shares = [[cell.share for cell in cells[1:]] for cells in chart.table.rows]
    assert shares == [[100, 100], [25, 50], [0, None]]
    assert [[cell.text for cell in cells] for cells in chart.table.rows] == [
        ["河南省", "20", "2"],
        ["濮阳市", "5", "1"],
        ["华龙区", "", "—"],
    ]
    assert [cells[0].depth for cells in chart.table.rows] == [0, 1, 2]
    assert chart.svg == ""


def test_pages_of_one_table_share_a_scale() -> None:
    chart = region_table("地区", [("政策", "件")], [row("某县", 1, 5)], scales=[Decimal(50)])
    assert chart.table.rows[0][1].share == 10


def test_no_regions_make_an_empty_table() -> None:
    assert region_table("地区", [("政策", "件")], []).table.rows == ()
