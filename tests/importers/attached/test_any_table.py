"""Tables of any shape: no word is lost, every draft is a record, and printing it gives the words again."""

from __future__ import annotations

import re
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.compose.statistics import statistics_table
from generator.compose.tables import roster_table
from generator.document import Table
from generator.importers.records.attached import drafts_of_sheet
from generator.importers.records.context import Context
from generator.models.returns import Roster, Statistics
from tests.importers.attached.conftest import record_of, told

MakeContext = Callable[..., Context]

WORDS = st.sampled_from(
    (
        *(
            "甲类",
            "乙类",
            "丙 丁",
            "合 计",
            "总计",
            "小计",
            "其中：甲",
            "备注",
            "序号",
            "服务类别",
            "说明",
            "电话",
        ),
        *(
            "2016年",
            "2017年1月-5月",
            "全市",
            "金额（万元）",
            "项目数量（个）",
            "金额",
            "事项",
            "填报内容",
            "填报说明",
        ),
        *(
            "1",
            "91",
            "32,857.95",
            "7878.240",
            "0",
            "无",
            "—",
            "原文未写",
            "5.2%",
            "约3",
            "100 万",
            "0393-12345",
        ),
        *(
            "",
            "",
            "",
            "1. 是否公开。",
            "2. 数量。",
            "3. 比例。",
            "一、基本情况",
            "填报单位：某局",
            "单位：万元",
        ),
        *(
            "填表人：某某",
            "注：不含县区。",
            "《某办法》（某财〔2016〕6号）",
            "{{ 本.数 }}",
            "# 一",
            "| a |",
            "<b>",
        ),
    )
)
GRIDS = st.integers(1, 6).flatmap(
    lambda width: st.lists(st.lists(WORDS, min_size=width, max_size=width), min_size=0, max_size=9)
)
ANY = settings(
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
    derandomize=True,
)


def pieces(text: str) -> list[str]:
    """The runs of letters and figures of a cell, without the number of a question."""
    return re.findall(r"[\w.%,]+", re.sub(r"^\d\.\s", "", re.sub(r"(?<=\S) (?=\S)", "", text)))


@ANY
@given(GRIDS)
def test_no_word_of_a_sheet_is_lost(context: MakeContext, grid: list[list[str]]) -> None:
    here = context()
    drafts = drafts_of_sheet("表一", grid, here)
    kept = "".join(words for _, words in here.unplaced)
    for draft in drafts:
        record_of(draft)
    said = told(drafts) + re.sub(r"\s+", "", kept) + "填报单位合计总计备注序号单位"
    assert [word for row in grid for cell in row for word in pieces(cell) if word not in said] == []


@ANY
@given(GRIDS)
def test_a_table_of_any_shape_can_be_printed(context: MakeContext, grid: list[list[str]]) -> None:
    for draft in drafts_of_sheet("表一", grid, context()):
        record = record_of(draft)
        printed: Table | None = None
        if isinstance(record, Statistics):
            printed = statistics_table(record, "t", None)
        elif isinstance(record, Roster):
            printed = roster_table(record, "t", None)
        if printed is not None:
            spans = {sum(cell.columns for cell in row.cells) for row in printed.rows}
            assert spans == {len(printed.widths)}
