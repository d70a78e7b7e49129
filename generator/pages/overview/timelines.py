"""What happened when in a 地区实践, and the yearly values of a 数据, to scale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from generator.charts import Chart, Event, Point, bars, lines, timeline
from generator.hanzi.calendar import TimeSpan
from generator.models.case import Practice
from generator.models.record import Measure, SeriesPoint
from generator.pages.markup import escape
from generator.pages.overview.figure import figure
from generator.pages.sheet import Sheet

EVENT_SCOPE = (
    "按大事记的时间画：写到日的画成点；只写到旬、月、年的画成框，框里哪一天原文没有写；",
    "写“起、以来”的画成箭头。",
)


def add_event_timeline(sheet: Sheet, practice: Practice, anchor: str = "events-chart") -> None:
    """Add the 大事记 of a practice as a line of time, where two of its times differ.

    Args:
        sheet: the page.
        practice: the 地区实践.
        anchor: the id of the figure.
    """
    chart = event_timeline(practice)
    if chart.svg:
        figure(sheet, chart, anchor=anchor, scope=tuple(escape(line) for line in EVENT_SCOPE))


def event_timeline(practice: Practice) -> Chart:
    """The 大事记 of a practice in the order of their earliest days."""
    events = sorted((event_at(event.time, event.text) for event in practice.events), key=event_order)
    return timeline(f"{practice.name}：大事记", events)


def event_at(time: TimeSpan, text: str) -> Event:
    """An entry of 大事记."""
    return Event(text, time.words, time.earliest, time.latest)


def event_order(event: Event) -> tuple[date, date]:
    """The earliest first, the shorter of two with one beginning first."""
    return event.earliest or date.min, event.latest or date.max


# --- series ---------------------------------------------------------------------------------------


def add_series_charts(sheet: Sheet, measures: Iterable[Measure]) -> None:
    """Add a chart for every 数据 that has a 序列 with at least two values in one unit.

    Args:
        sheet: the page of a case or a practice.
        measures: its 数据.
    """
    for place, measure in enumerate(measures, start=1):
        chart = series_chart(measure)
        if chart is not None and chart.svg:
            scope = tuple(escape(line) for line in series_scope(measure))
            figure(sheet, chart, anchor=f"series-{place}", scope=scope)


def series_chart(measure: Measure) -> Chart | None:
    """A line where every value is that of one year, bars where periods are of different length."""
    unit = common_unit(measure.series)
    if len(measure.series) < 2 or unit is None:
        return None
    points = [series_point(point, unit) for point in measure.series]
    if all(len(point.period.years) == 1 and point.period.latest for point in measure.series):
        times = [(point.period.words, point.period.years[0]) for point in measure.series]
        return lines(measure.name, unit, times, [("", points)])
    return bars(measure.name, unit, points, name="期间")


def common_unit(series: Sequence[SeriesPoint]) -> str | None:
    """The unit that all values are printed in (万元), else the plain one (万余场 and 8000余场: 场)."""
    for units in ({point.value.printed_unit for point in series}, {point.value.unit for point in series}):
        if len(units) == 1:
            return units.pop()
    return None


def series_point(point: SeriesPoint, unit: str) -> Point:
    """A value of a series as the record words it."""
    value = point.value
    number = value.number if unit == value.printed_unit else value.base
    return Point(point.period.words, number, value.text.removesuffix(unit), value.exact)


def series_scope(measure: Measure) -> Iterator[str]:
    """What the values are of, and which of them are not exact."""
    if measure.scope:
        yield f"口径：{measure.scope}。"
    if any(not point.value.exact for point in measure.series):
        yield "带“约、近、余、多、以上”的数照原文写，按所写的数画；空心的不是准数。"
    if any(len(point.period.years) > 1 for point in measure.series):
        yield "各项期间长短不同，不宜直接比较多少。"
