from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.library import Library
from generator.models.case import Case
from generator.models.policy import Policy
from generator.pages.overview.counting import add_count, add_year_parts, count_by
from tests.pages.overview.reading import Figure, figures, sheet_of, shelf_at, shelf_of
from tests.pages.samples import many_cases

Make = Callable[[Mapping[str, str]], Path]


def chart(library: Library, catalogue: str, key: str) -> Figure:
    shelf = shelf_of(library)
    sheet = sheet_of(shelf)
    records = library.every(Case if catalogue == "cases" else Policy)
    add_count(sheet, count_by(shelf, catalogue, key, records))
    (shown,) = figures("\n".join(sheet.blocks))
    return shown


def test_cases_by_method_are_those_of_the_records(library: Library) -> None:
    shown = chart(library, "cases", "method")
    counts = Counter(
        str(getattr(case.procurement, "method", case.procurement)) for case in library.every(Case)
    )
    assert {row[0]: int(row[1]) for row in shown.rows} == counts
    assert counts["公开招标"] == 3
    assert "数的是公开的案例 14 个。" in shown.scope


def test_cases_of_several_fields_are_told_to_count_several_times(library: Library) -> None:
    shown = chart(library, "cases", "field")
    counts = Counter(field for case in library.every(Case) for field in case.fields)
    assert sum(int(row[1]) for row in shown.rows) == sum(counts.values()) == 24
    assert shown.rows[0] == ["社会组织", "4"]
    assert shown.rows[-1] == ["其余 5 项", "5"]
    assert "有几项的每项各计一次，14 个在各项里共计 24 次。" in shown.scope
    assert "全部 16 项" in shown.scope


def test_what_a_chart_says_of_providers_agrees_with_its_numbers(library: Library) -> None:
    shown = chart(library, "cases", "provider")
    silent = sum(not case.providers for case in library.every(Case))
    counts = {row[0]: int(row[1]) for row in shown.rows}
    total, held = sum(counts.values()), len(library.every(Case)) - silent
    assert "多于" not in shown.scope
    assert f"没有列承接主体的 {silent} 个没有计入。" in shown.scope
    assert f"{held} 个在各项里共计 {total} 次。" in shown.scope
    assert ("“原文未写”是列了承接主体而原文没有写类型。" in shown.scope) == ("原文未写" in counts)


def test_policies_by_level_and_status_add_up_to_all(library: Library) -> None:
    for key in ("level", "status", "authority", "genre"):
        shown = chart(library, "policies", key)
        assert sum(int(row[1]) for row in shown.rows) == 67, key


def test_rows_lead_to_the_lists_of_what_was_counted(library: Library) -> None:
    shown = chart(library, "cases", "field")
    assert len(shown.links) == len(shown.rows) - 1
    assert all(link.startswith("../cases/field/") for link in shown.links)


def test_years_are_columns_and_cases_of_several_years_stand_in_each(library: Library) -> None:
    shown = chart(library, "cases", "year")
    counts = Counter(year for case in library.every(Case) for year in case.period.years)
    assert {row[0]: int(row[1]) for row in shown.rows} == {f"{year}年": n for year, n in counts.items()}
    assert "跨年的每年各计一次，只写“以来”的计在起始年" in shown.scope


def test_policies_by_year_and_status_are_parts_of_the_same_whole(library: Library) -> None:
    shelf = shelf_of(library)
    sheet = sheet_of(shelf)
    policies = library.every(Policy)
    add_year_parts(sheet, "policies", "status", policies)
    (shown,) = figures("\n".join(sheet.blocks))
    dated = [policy for policy in policies if policy.year]
    assert sum(int(row[-1]) for row in shown.rows) == len(dated)
    assert all(sum(map(int, row[1:-1])) == int(row[-1]) for row in shown.rows)
    assert f"年份不详的 {len(policies) - len(dated)} 件没有画。" in shown.scope


def test_a_chart_does_not_grow_with_the_library(make_library: Make) -> None:
    files = many_cases(60)
    for number, (path, text) in enumerate(files.items()):
        files[path] = text.replace("  - 城乡社区\n", f"  - 领域{number}\n")
    shown = chart(shelf_at(make_library(files)).library, "cases", "field")
    assert len(shown.rows) == 12
    assert shown.rows[-1] == ["其余 49 项", "49"]
