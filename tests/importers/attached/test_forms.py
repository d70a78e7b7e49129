"""Empty forms for a spreadsheet program: filled in, they give the records that they were made for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from generator.cli import main
from generator.importers.reading import read_original
from generator.importers.records.attached import drafts_of_sheet
from generator.importers.records.context import Context
from generator.models.returns import Statistics, SurveyForm
from generator.problems import LibraryError
from generator.starter import new_workbook

MakeContext = Callable[..., Context]
SURVEY, TABLE = "调查表-河南-2017", "统计-濮阳-2016-2017"


def read_back(file: Path, context: Context) -> dict[str, object]:
    """The data of the one record that a filled form gives."""
    lines = read_original(file).lines
    (draft,) = drafts_of_sheet("填报", [line.cells or (line.text,) for line in lines], context)
    return draft.data


def test_a_survey_form_comes_back_as_a_return(context: MakeContext, copy_of_shipped: Path) -> None:
    file = new_workbook(copy_of_shipped, SURVEY)
    book = load_workbook(file)
    sheet = book.worksheets[0]
    sheet["A2"] = "填报单位：某县财政局"
    for row in range(4, sheet.max_row + 1):
        if str(sheet.cell(row, 1).value)[:1].isdigit():
            sheet.cell(row, 2, f"答{sheet.cell(row, 1).value}"[:4])
    book.save(file)
    here = context(period="2022年")
    form = here.library.find(SURVEY, SurveyForm)
    assert form is not None
    data = read_back(file, here)
    assert (data["调查表"], data["填报单位"], data["名称"]) == (SURVEY, "某县财政局", form.title)
    assert isinstance(data["填报"], list)
    assert len(data["填报"]) == len(form.items)
    assert "待确认" not in data


def test_a_statistics_form_comes_back_with_its_heads_and_rows(
    context: MakeContext, copy_of_shipped: Path
) -> None:
    file = new_workbook(copy_of_shipped, TABLE)
    book = load_workbook(file)
    sheet = book.worksheets[0]
    sheet["A2"] = "填报单位：某县财政局"
    for row in range(5, sheet.max_row + 1):
        for column in range(2, 6):
            sheet.cell(row, column, 7.25 if column % 2 else 3)
    book.save(file)
    here = context()
    record = here.library.find(TABLE, Statistics)
    assert record is not None
    data = read_back(file, here)
    assert data["行名"] == record.row_title
    assert data["指标"] == [{"名称": item.name, "单位": item.unit} for item in record.indicators]
    assert isinstance(data["数据"], list)
    assert [row["行"] for row in data["数据"]] == [row.name for row in record.rows]
    assert data["数据"][0]["值"]["2016年"] == {"项目数量": "3", "金额": "7.25"}
    assert data["申报合计"] == {group.name: {"项目数量": "3", "金额": "7.25"} for group in record.groups}


def test_equal_records_give_equal_bytes_and_nothing_is_overwritten(copy_of_shipped: Path) -> None:
    first, second = new_workbook(copy_of_shipped, SURVEY), new_workbook(copy_of_shipped, SURVEY)
    assert first != second
    assert first.read_bytes() == second.read_bytes()


def test_a_record_of_another_kind_makes_no_form(copy_of_shipped: Path) -> None:
    with pytest.raises(LibraryError, match="没有编号为“濮阳-2017”的调查表或统计表"):
        new_workbook(copy_of_shipped, "濮阳-2017")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("survey", "--xlsx", SURVEY), 0, "填好后用 gongwen import 读回"),
        (("statistics", "--xlsx", "没有"), 1, "没有编号为“没有”"),
        (("survey",), 0, "新调查表.yaml"),
        (("case", "--xlsx", SURVEY), 2, "只用于 new statistics"),
    ],
)
def test_the_verb_new_makes_forms(
    copy_of_shipped: Path, arguments: tuple[str, ...], code: int, said: str
) -> None:
    result = CliRunner().invoke(main, ["--root", str(copy_of_shipped), "new", *arguments])
    assert (result.exit_code, said in result.output) == (code, True), result.output
