"""Headings out of place, and figures that no binding reaches."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.checks.names import check_measure_names
from generator.checks.outlines import check_outlines
from generator.library import Library
from generator.problems import Level

MakeRecord = Callable[..., None]
Load = Callable[[], Library]

MISFIT = "# （一）总体\n"
REPEATED = "# 一、甲\n\n# 一、乙\n"
SKIPPED = "# 一、甲\n\n# 三、乙\n"


@pytest.mark.parametrize("body", [MISFIT, REPEATED, SKIPPED])
def test_a_heading_of_ours_out_of_place_is_a_warning(record: MakeRecord, load: Load, body: str) -> None:
    record("公文", "文", body)
    (problem,) = check_outlines(load())
    assert (problem.level, problem.code, problem.place.path) == (Level.WARNING, "OUTL001", "documents/文.md")


@pytest.mark.parametrize(
    ("state", "body", "levels"),
    [
        ("全文", SKIPPED, []),
        ("摘编", SKIPPED, []),
        ("摘编", REPEATED, [Level.HINT]),
        ("摘编", MISFIT, [Level.WARNING]),
    ],
)
def test_a_source_counts_as_it_does_and_a_digest_skips(
    record: MakeRecord, load: Load, state: str, body: str, levels: list[Level]
) -> None:
    record("政策", "策", body, 文本=state)
    assert [problem.level for problem in check_outlines(load())] == levels


@pytest.mark.parametrize("body", ["#总体情况", "正文。\n#总体情况", "#\u3000总体情况", "＃总体情况"])
def test_a_heading_that_would_be_printed_with_its_mark_is_told(
    record: MakeRecord, load: Load, body: str
) -> None:
    record("公文", "文", body)
    (problem,) = check_outlines(load())
    assert (problem.level, problem.code) == (Level.WARNING, "OUTL002")
    assert "半角空格" in problem.hint


def test_headings_in_order_and_signs_inside_words_are_silent(record: MakeRecord, load: Load) -> None:
    record("公文", "文", "引言见#1楼。\n\n# 一、甲\n\n## 乙\n\n# 二、丙\n")
    assert list(check_outlines(load())) == []


@pytest.mark.parametrize(
    ("measures", "codes"),
    [
        ([{"名称": "期间", "数值": "3年"}], ["BIND004"]),
        ([{"名称": "实施期间", "数值": "3年"}], []),
        ([{"名称": "金额", "数值": "3元", "分项": [{"名称": "数值", "数值": "3元"}]}], ["BIND004"]),
    ],
)
def test_a_figure_named_like_a_key_is_told(
    record: MakeRecord, load: Load, measures: list[dict[str, Any]], codes: list[str]
) -> None:
    record("案例", "甲", 数据=measures)
    assert [problem.code for problem in check_measure_names(load())] == codes


def test_a_figure_named_like_a_column_of_its_table_is_told(record: MakeRecord, load: Load) -> None:
    names = ("2016年", "合计", "行业")
    record("统计表", "表", 附加指标=[{"名称": name, "数值": "3个"} for name in names])
    assert [problem.message[:6] for problem in check_measure_names(load())] == ["数据“201", "数据“合计”"]


def test_a_figure_that_hides_how_a_policy_is_cited_is_told(record: MakeRecord, load: Load) -> None:
    record("政策", "策", 数据=[{"名称": "全称", "数值": "3个"}])
    assert [problem.level for problem in check_measure_names(load())] == [Level.WARNING]
