from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path

import pytest

from generator.library import Library
from generator.models.returns import Statistics
from generator.pages.overview.stated import Pool, pools_of
from generator.pages.overview.stated_charts import add_stated
from tests.pages.overview.reading import Figure, figures, sheet_of, shelf_at, shelf_of
from tests.pages.overview.tables import CODES, REGIONS, statistics_text

Make = Callable[[Mapping[str, str]], Path]
REFERENCE = {"policies/reference/两类.yaml": CODES, "policies/reference/区划.yaml": REGIONS}


def pools(make: Make, **tables: str) -> tuple[Pool, ...]:
    files = {f"cases/returns/{name}.yaml": text for name, text in tables.items()}
    library = shelf_at(make({**REFERENCE, **files})).library
    return pools_of(library, library.every(Statistics))


def totals(found: tuple[Pool, ...]) -> list[Decimal]:
    return [sum((claim.total for claim in pool.claims), Decimal(0)) for pool in found]


def charts(library: Library) -> tuple[list[Figure], str]:
    sheet = sheet_of(shelf_of(library))
    add_stated(sheet)
    text = "\n".join(sheet.blocks)
    return figures(text), text


def test_the_shipped_tables_by_category_are_what_a_hand_adds_up(library: Library) -> None:
    (amounts, numbers), text = charts(library)
    assert amounts.caption == "统计表申报的金额：按服务类别（六大类）"
    assert amounts.rows == [
        ["基本公共服务", "40736.19"],
        ["社会管理性服务", "1113.73"],
        ["行业管理与协调性服务", "219.2"],
        ["技术性服务", "1204.65"],
        ["政府履职所需辅助性事项", "1469.1"],
        ["其他适宜由社会力量承担的服务事项", "321.3"],
    ]
    assert "合计 45064.17 万元。" in amounts.scope
    assert [row[1] for row in numbers.rows] == ["162", "8", "15", "48", "75", "4"]
    assert "合计 312 个。" in numbers.scope
    assert "河南省濮阳市 2016年、2017年1月-5月，濮阳市政府购买服务项目和金额统计表" in amounts.scope
    assert "温州市2015年政府购买服务规模" in text[text.index("没有并在一起的统计表") :]


def test_the_whole_city_counts_and_not_its_own_departments_again(library: Library) -> None:
    (pool,) = (
        pool
        for pool in pools_of(library, library.every(Statistics))
        if pool.key.scope and pool.key.unit == "万元"
    )
    assert totals((pool,)) == [Decimal(185200)]
    assert [(item.what, item.reason) for item in pool.left_out] == [("市本级", "已含在“全市”里，不重复计")]


def test_half_a_year_is_not_added_to_the_whole(make_library: Make) -> None:
    (pool,) = pools(
        make_library,
        半年=statistics_text("半年", period="2016年上半年", codes="两类"),
        全年=statistics_text("全年", period="2016年", rows={"甲类": "5", "乙类": "6"}, codes="两类"),
    )
    assert totals((pool,)) == [Decimal(11)]
    assert [(item.table.id, item.reason) for item in pool.left_out] == [
        ("半年", "与“全年的统计”的2016年重叠，不重复计")
    ]


def test_half_a_year_beside_the_whole_in_one_table_is_left_out(make_library: Make) -> None:
    (pool,) = pools(
        make_library,
        表=statistics_text(
            "表",
            groups={"上半年": "2016年上半年", "全年": "2016年"},
            parts={"甲类": {"上半年": "2", "全年": "5"}, "乙类": {"上半年": "1", "全年": "6"}},
            add_up="否",
        ),
    )
    assert totals((pool,)) == [Decimal(11)]


def test_a_province_counts_and_its_cities_are_left_out_for_the_same_time(make_library: Make) -> None:
    (pool,) = pools(
        make_library,
        全省=statistics_text("全省", region="某省", rows={"甲类": "50", "乙类": "60"}),
        某市=statistics_text("某市"),
        明年=statistics_text("明年", period="2017年"),
    )
    assert sorted(claim.table.id for claim in pool.claims) == ["全省", "明年"]
    assert [item.reason for item in pool.left_out] == ["某省的数已含本地区，不重复计"]


def test_cities_beside_one_another_are_added(make_library: Make) -> None:
    (pool,) = pools(
        make_library, 某市=statistics_text("某市"), 另市=statistics_text("另市", region="某省另市")
    )
    assert totals((pool,)) == [Decimal(6)]
    assert pool.left_out == ()


@pytest.mark.parametrize(("scope", "codes"), [("单个项目10万元以上", ""), ("", "两类")])
def test_another_scope_or_another_table_of_categories_is_never_mixed_in(
    make_library: Make, scope: str, codes: str
) -> None:
    other = statistics_text("另市", region="某省另市", scope=scope, codes=codes)
    found = pools(make_library, 某市=statistics_text("某市"), 另市=other)
    assert totals(found) == [Decimal(3), Decimal(3)]


def test_units_are_converted_exactly(make_library: Make) -> None:
    (pool,) = pools(
        make_library,
        亿=statistics_text("亿", rows={"甲类": "12.37", "乙类": "6.15"}, unit="亿元"),
        元=statistics_text("元", region="某省另市", rows={"甲类": "0.01", "乙类": "1"}, unit="元"),
    )
    assert totals((pool,)) == [Decimal("185200.000101")]


def test_indicators_that_are_neither_money_nor_projects_are_not_added_up(make_library: Make) -> None:
    assert pools(make_library, 表=statistics_text("表", unit="%")) == ()


def test_columns_that_neither_add_up_nor_contain_one_another_count_nothing(make_library: Make) -> None:
    parts = {"甲类": {"计划": "5", "实际": "2"}, "乙类": {"计划": "1", "实际": "3"}}
    text = statistics_text("表", groups={"计划": "", "实际": ""}, parts=parts, add_up="否")
    (pool,) = pools(make_library, 表=text)
    assert pool.claims == ()
    assert [item.reason for item in pool.left_out] == ["列组不能相加，也看不出哪一列包含其他各列"]


def test_a_row_under_another_name_of_its_category_is_the_same_category(make_library: Make) -> None:
    (pool,) = pools(make_library, 表=statistics_text("表", rows={"甲类服务": "3", "乙类": "4"}, codes="两类"))
    assert dict(pool.claims[0].values) == {"甲类": Decimal(3), "乙类": Decimal(4)}


def test_years_and_regions_have_charts_of_their_own(make_library: Make) -> None:
    tables = {
        "今年": statistics_text("今年", codes="两类"),
        "明年": statistics_text("明年", period="2017年", rows={"甲类": "5", "乙类": "0.5"}, codes="两类"),
        "另市": statistics_text("另市", region="某省另市", period="2017年1至5月", codes="两类"),
    }
    files = {f"cases/returns/{name}.yaml": text for name, text in tables.items()}
    shelf = shelf_at(make_library({**REFERENCE, **files}))
    (category, year, region), _ = charts(shelf.library)
    assert category.rows == [["甲类", "7"], ["乙类", "4.5"]]
    assert year.rows == [["2016年", "3"], ["2017年", "5.5"]]
    assert "合计 8.5 万元。" in year.scope
    assert "2017年1至5月（不是一个公历年）" in year.scope
    assert region.rows == [["某省某市", "8.5"], ["某省另市", "3"]]


def test_hidden_tables_count_nowhere(make_library: Make) -> None:
    hidden = statistics_text("密", codes="两类").replace("主动公开", "不予公开")
    shelf = shelf_at(make_library({**REFERENCE, "cases/returns/密.yaml": hidden}))
    shown, text = charts(shelf.library)
    assert shown == []
    assert "密" not in text
