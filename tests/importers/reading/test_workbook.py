"""Workbooks: values as entered, rows, sheets, what is hidden."""

from __future__ import annotations

import datetime as dt

import pytest
from openpyxl import Workbook

from generator.importers.original import Line, OriginalKind
from generator.importers.reading import read_original
from generator.importers.reading.workbook.values import print_value
from generator.problems import LibraryError
from tests.importers.reading.samples import bare_workbook, saved, workbook

DAY, MONTH, NOON = (
    dt.datetime.fromisoformat(text) for text in ("2017-06-09", "2017-06-01", "2017-06-09 12:30")
)


def lines_of(content: bytes) -> tuple[Line, ...]:
    """The lines of a workbook."""
    return read_original(content, "甲.xlsx").lines


def test_rows_are_read_with_their_numbers_and_the_name_of_the_sheet() -> None:
    original = read_original(workbook(), "甲.xlsx")
    assert original.kind is OriginalKind.WORKBOOK
    assert [(line.number, line.cells, line.table, line.sheet) for line in original.lines] == [
        (1, ("类别", "金额"), 0, "统计表"),
        (2, ("基本公共服务", "9199.3"), 0, "统计表"),
        (3, ("合计", "45064.17"), 0, "统计表"),
    ]


def test_title_and_notes_around_a_table_are_lines() -> None:
    book = Workbook()
    sheet = book.create_sheet("表")
    del book["Sheet"]
    for row in (
        ["统计表"],
        [None, None, "单位：万元"],
        ["类别", "个", "万元"],
        ["一、基本"],
        ["甲", 1, 2.5],
        [],
        ["注：略"],
    ):
        sheet.append(row)
    sheet.merge_cells("A1:C1")
    found = [(line.number, line.text, len(line.cells), line.after_blank) for line in lines_of(saved(book))]
    assert found == [
        (1, "统计表", 0, False),
        (2, "单位：万元", 0, False),
        (3, "类别\t个\t万元", 3, False),
        (4, "一、基本\t\t", 3, False),
        (5, "甲\t1\t2.5", 3, False),
        (7, "注：略", 0, True),
    ]


def test_hidden_sheets_and_rows_are_read_and_marked() -> None:
    book = Workbook()
    first = book.create_sheet("公开")
    del book["Sheet"]
    for row in (["甲", 1], ["乙", 2], ["丙", 3]):
        first.append(row)
    first.row_dimensions[2].hidden = True
    second = book.create_sheet("底稿")
    second.sheet_state = "veryHidden"
    second.append(["丁", 4])
    second.append(["戊", 5])
    lines = lines_of(saved(book))
    assert [line.shell for line in lines] == ["", "隐藏", "", "隐藏", "隐藏"]
    assert [line.number for line in lines] == [1, 2, 3, 4, 5]
    assert [line.table for line in lines] == [0, 0, 0, 1, 1]


@pytest.mark.parametrize(
    ("value", "number_format", "printed"),
    [
        (9199.3, "General", "9199.3"),
        (9199.2999999999993, "0", "9199.3"),
        (35864.87, "#,##0.00", "35864.87"),
        (1e21, "General", "1000000000000000000000"),
        (0.1 + 0.2, "General", "0.30000000000000004"),
        (113, "General", "113"),
        (-5, "0;[Red]-0", "-5"),
        (0.0512, "0%", "5.12%"),
        (1, "0.00%", "100%"),
        (7, "000", "007"),
        (410900, "000000", "410900"),
        (2.5, "00", "2.5"),
        (5, '0"%"', "5"),
        (DAY, 'yyyy"年"m"月"d"日"', "2017年6月9日"),
        (MONTH, 'yyyy"年"m"月"', "2017年6月"),
        (DAY, "yyyy-mm-dd", "2017-06-09"),
        (NOON, "yyyy/m/d h:mm", "2017-06-09 12:30:00"),
        (dt.date(2017, 6, 9), "m/d/yyyy", "2017-06-09"),
        (dt.time(8, 30), "h:mm", "08:30:00"),
        (True, "General", "TRUE"),
        (None, "General", ""),
        ("#DIV/0!", "General", "#DIV/0!"),
        ("房屋\n面积_x000D_", "@", "房屋 面积"),
        ("=cmd|' /C calc'!A0", "@", "=cmd|' /C calc'!A0"),
    ],
)
def test_values_are_printed_as_they_were_entered(value: object, number_format: str, printed: str) -> None:
    assert print_value(value, number_format) == printed


def test_the_stored_value_of_a_formula_is_read() -> None:
    rows = "<row><c><v>1</v></c><c><f>1+1</f><v>2</v></c></row>"
    rows += "<row><c><v>3</v></c><c t='str'><f>A1</f><v>甲</v></c></row>"
    assert [line.cells for line in lines_of(bare_workbook(rows))] == [("1", "2"), ("3", "甲")]


def test_a_formula_without_a_stored_value_is_told_with_its_cell() -> None:
    with pytest.raises(LibraryError, match="统计表!B2") as caught:
        lines_of(workbook([("甲", "乙"), ("合计", "=SUM(1,2)")]))
    assert caught.value.problems[0].code == "IMP019"


def test_cells_formatted_far_away_do_not_stretch_a_sheet() -> None:
    rows = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row>'
    rows += '<row r="1048576"><c r="XFD1048576" s="0"/></row>'
    assert [line.text for line in lines_of(bare_workbook(rows))] == ["1\t2"]
