from __future__ import annotations

from generator.library import Library
from generator.models.case import Case, Practice
from generator.models.policy import IssuingFacts
from generator.pages.overview import figure
from generator.pages.overview.chains import chain_chart
from generator.pages.overview.timelines import add_event_timeline, add_series_charts
from tests.pages.overview.reading import figures, sheet_of, shelf_of


def test_the_chain_of_the_three_notices_has_their_days_and_intervals(library: Library) -> None:
    record = library.find("淄财采2022-20号", IssuingFacts)
    assert record is not None
    sheet = sheet_of(shelf_of(library))
    figure(sheet, chain_chart(sheet.shelf, record))
    (shown,) = figures("\n".join(sheet.blocks))
    assert [[row[0], row[1].split()[-1], *row[2:]] for row in shown.rows] == [
        ["省级", "鲁财采〔2022〕14号", "2022年8月16日", "—"],
        ["市级", "淄财采〔2022〕20号", "2022年12月20日", "126 天"],
        ["县级", "博财采〔2022〕19号", "2022年12月22日", "2 天"],
    ]
    assert "2022年12月20日，距上一级 126 天" in shown.drawn


def test_a_text_that_is_not_handed_on_has_no_diagram(library: Library) -> None:
    record = library.find("政府采购法", IssuingFacts)
    assert record is not None
    assert chain_chart(shelf_of(library), record).svg == ""


def test_the_events_of_xinjiang_are_told_with_their_intervals(library: Library) -> None:
    practice = library.find("新疆-2015", Practice)
    assert practice is not None
    sheet = sheet_of(shelf_of(library))
    add_event_timeline(sheet, practice)
    (shown,) = figures("\n".join(sheet.blocks))
    assert len(shown.rows) == len(practice.events)
    gaps = {row[0]: row[2] for row in shown.rows}
    assert gaps["2013年10月28日"] == "27 天"
    assert gaps["2013年10月29日"] == "1 天"
    assert gaps["2013年12月中旬"] == "43—52 天"
    assert gaps["2014年"] == ""


def test_a_practice_without_dated_events_has_no_timeline(library: Library) -> None:
    practice = library.find("郑州-2022", Practice)
    assert practice is not None
    sheet = sheet_of(shelf_of(library))
    add_event_timeline(sheet, practice)
    assert sheet.blocks == []


def series(library: Library, case_id: str) -> list[tuple[str, list[list[str]], str]]:
    case = library.find(case_id, Case)
    assert case is not None
    sheet = sheet_of(shelf_of(library))
    add_series_charts(sheet, case.measures)
    return [(shown.caption, shown.rows, shown.scope) for shown in figures("\n".join(sheet.blocks))]


def test_yearly_values_are_printed_as_the_source_has_them(library: Library) -> None:
    ((name, rows, scope),) = series(library, "新疆-文化厅-2011")
    assert name == "公益性演出"
    assert rows == [["2011年", "8000余"], ["2012年", "9478"], ["2013年", "万余"], ["2014年", "万余"]]
    assert "空心的不是准数" in scope


def test_values_of_unequal_periods_are_bars_and_say_so(library: Library) -> None:
    projects, funds = series(library, "新疆-审计厅-2004")
    assert projects[1] == [["2005年至2013年", "近156"], ["2014年", "40"]]
    assert funds[1] == [["2004年至2013年", "200"], ["2015年", "700"]]
    assert "各项期间长短不同，不宜直接比较多少。" in funds[2]
