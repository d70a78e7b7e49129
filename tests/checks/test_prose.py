"""The figures and the wording of records: which texts are read, where it is told, what 勘误 settle."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.checks.prose_numbers import check_prose_numbers
from generator.checks.wording import check_wording
from generator.compose import compose_all
from generator.library import Library
from generator.problems import Level, Problem

MakeRecord = Callable[..., None]
Load = Callable[[], Library]
WRONG = "今年总预算4201.14万元，其中基础教育1987.80万元，职业教育2303.34万元。"


def figures(library: Library) -> list[Problem]:
    return list(check_prose_numbers(library, compose_all(library)))


def wording(library: Library) -> list[Problem]:
    return list(check_wording(library, compose_all(library)))


def sections(*paragraphs: str) -> dict[str, Any]:
    return {"章节": [{"题": "基本情况", "段": list(paragraphs)}]}


def test_the_figures_of_a_case_a_document_and_a_policy_are_read(record: MakeRecord, load: Load) -> None:
    record("案例", "案例甲", **sections(WRONG))
    record("公文", "文甲", f"引言。\n\n{WRONG}")
    record("政策", "政策甲", f"{WRONG}", 文本="全文")
    found = figures(load())
    assert {(problem.code, problem.level) for problem in found} == {("SUM001", Level.WARNING)}
    assert sorted(problem.place.path for problem in found) == [
        "cases/案例甲.yaml",
        "documents/文甲.md",
        "policies/政策甲.md",
    ]


def test_a_registered_defect_of_the_source_is_a_hint(record: MakeRecord, load: Load) -> None:
    errata = [{"位置": "第一段", "原文": "今年总预算4201.14万元", "说明": "两项相加为4291.14万元"}]
    record("案例", "案例甲", 勘误=errata, **sections(WRONG))
    (problem,) = figures(load())
    assert problem.level is Level.HINT
    assert "已登记勘误" in problem.message


def test_one_fact_with_two_values_in_two_records_of_a_region_is_told(record: MakeRecord, load: Load) -> None:
    told = "“三下乡”活动96场、送文化下乡519场、农村公益电影放映714场。"
    record("案例", "案例1", **sections(told))
    record("案例", "案例2", **sections(told.replace("714", "741")))
    record("案例", "案例3", 地区="别省别县", **sections(told.replace("714", "417")))
    (problem,) = figures(load())
    assert (problem.code, problem.place.path) == ("SAME001", "cases/案例2.yaml")
    assert "cases/案例1.yaml" in problem.message


def test_the_wording_of_documents_and_cases_is_read_and_that_of_policies_is_not(
    record: MakeRecord, load: Load
) -> None:
    record("公文", "文甲", "由承接主题报送。", 标题="关于承接主题的通知")
    record("案例", "案例甲", **sections("由承接主题报送。"))
    record("政策", "政策甲", "由承接主题报送。", 文本="全文")
    found = [(problem.place.path, problem.level) for problem in wording(load())]
    assert found == [
        ("documents/文甲.md", Level.WARNING),
        ("documents/文甲.md", Level.WARNING),
        ("cases/案例甲.yaml", Level.HINT),
    ]


def test_a_pause_typed_between_titles_that_are_filled_in_is_told(record: MakeRecord, load: Load) -> None:
    record("政策", "甲", 标题="甲办法")
    record("政策", "乙", 标题="乙办法")
    record("案例", "案例1", **sections("印发{{ 库.甲.题名 }}、{{ 库.乙.题名 }}。"))
    assert [problem.code for problem in wording(load())] == ["TERM003"]
    record("案例", "案例1", **sections("印发{{ 库.甲.题名 }}{{ 库.乙.题名 }}。"))
    assert wording(load()) == []


def test_the_shipped_library_is_told_of_its_registered_slip_alone(library: Library) -> None:
    """The total of 乌鲁木齐 that its source gives wrongly is told in our words too, with its parts."""
    trees = compose_all(library)
    (slip,) = (*check_prose_numbers(library, trees), *check_wording(library, trees))
    assert (slip.code, slip.level) == ("SUM001", Level.HINT)
    assert "差 90万元（已登记勘误）" in slip.message
