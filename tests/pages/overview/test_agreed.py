from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from generator.library import Library
from generator.pages.overview.agreed import add_agreed
from tests.pages.overview.reading import Figure, figures, plain, sheet_of, shelf_at, shelf_of
from tests.pages.samples import many_cases

Make = Callable[[Mapping[str, str]], Path]


def charts(library: Library) -> dict[str, Figure]:
    sheet = sheet_of(shelf_of(library))
    add_agreed(sheet)
    return {shown.anchor: shown for shown in figures("\n".join(sheet.blocks))}


def with_amounts(make: Make, *amounts: tuple[str, str]) -> Library:
    """As many cases as there are amounts, each in a region and year of its own."""
    files = many_cases(len(amounts))
    for number, (name, amount) in enumerate(amounts, start=1):
        path = f"cases/例-{number}.yaml"
        files[path] = (
            files[path]
            .replace("期间: 2016年", f"期间: {2015 + number}年")
            .replace("章节:", f"数据:\n  - 名称: {name}\n    数值: {amount}\n章节:")
        )
    return shelf_at(make(files)).library


def test_the_shipped_sums_are_told_with_name_and_period_and_unlike_ones_are_not_added(
    library: Library,
) -> None:
    sheet = sheet_of(shelf_of(library))
    add_agreed(sheet)
    text = "\n".join(sheet.blocks)
    found = {shown.anchor: shown for shown in figures(text)}
    (only,) = found.values()
    assert (only.rows, only.drawn) == ([["原文未写", "890.12"]], [])
    told = only.scope
    assert "数的是 1 个写了准确金额的公开案例" in told
    assert "写的是采购（购买）金额、总投资的 1 个口径不同，没有加进来，也列在下表。" in told
    assert "未写合同或项目总额的 12 个没有计入" in told
    counted = plain(text[text.index('id="agreed-counted"') :])
    assert "采购金额1.93亿元2014年" in counted
    assert "中标金额890.12万元2016—2017年度；255 人的政府购买服务" in counted


def test_amounts_are_added_in_one_unit_and_each_case_counts_once(make_library: Make) -> None:
    library = with_amounts(
        make_library, ("中标金额", "890.12万元"), ("合同金额", "1.5亿元"), ("成交金额", "300元")
    )
    found = charts(library)
    assert found["agreed-year"].rows == [["2016年", "890.12"], ["2017年", "15000"], ["2018年", "0.03"]]
    assert "agreed-field" not in found
    assert "agreed-category" not in found


def test_vague_amounts_and_other_figures_are_left_out_and_told(make_library: Make) -> None:
    library = with_amounts(
        make_library,
        ("中标金额", "890.12万元"),
        ("合同金额", "约500万元"),
        ("签约总金额", "1259.29亿元人民币"),
    )
    (only,) = charts(library).values()
    assert only.rows == [["原文未写", "890.12"]]
    assert "金额是约数的 1 个没有计入。" in only.scope
    assert "未写合同或项目总额的 1 个没有计入。" in only.scope


def test_several_amounts_of_one_case_count_once(make_library: Make) -> None:
    files = many_cases(2)
    for number in (1, 2):
        path = f"cases/例-{number}.yaml"
        more = "数据:\n  - 名称: 合同金额\n    数值: 100万元\n  - 名称: 中标金额\n    数值: 99万元\n章节:"
        files[path] = files[path].replace("章节:", more).replace("期间: 2016年", f"期间: 201{number}年")
    found = charts(shelf_at(make_library(files)).library)
    assert found["agreed-year"].rows == [["2011年", "99"], ["2012年", "99"]]
