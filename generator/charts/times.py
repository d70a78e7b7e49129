"""Time to scale: what happened when as marks on a track, and texts handed on from level to level.

Nothing is made more exact than the record has it: a month or a year is drawn as the span that it can
be, and an interval between two such times is told as the fewest and the most days that it can be.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from generator.charts.svg import NARROWEST, At, Box, Drawing, folded, percent
from generator.charts.values import Cell, Chart, Table
from generator.hanzi.calendar import print_day

MOST_EVENTS = 24
"""Events that one chart draws; the later ones stand in its table, those of a chain on the page."""
LONG_LABEL = 2
SAME_DAY = "同日"
WIDEST_DOUBT = 92
"""Days of doubt beyond which an interval says nothing."""
LINE, TRACK = 1.35, 1.6
"""Height of a line of words, and of the track below the words, in em."""
SCALE = 2.0
"""Height of the scale below all rows, in em."""
LEFT, RIGHT = 1.5, 98.5
"""Where the track begins and ends, in per cent: a dot at its end is not cut."""


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened.

    Attributes:
        label: what.
        when: the time in the words of the record.
        earliest: the first day that it can mean; None where it has no known beginning.
        latest: the last day that it can mean; None where it goes on.
        lasts: whether it takes all this time (a term) rather than happening once within it.
    """

    label: str
    when: str
    earliest: date | None
    latest: date | None
    lasts: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    """A text of a chain.

    Attributes:
        label: who issued it and what it is.
        day: when; None where that is not known.
        above: the place of the step in the list that it hands on; None at the head.
        own: whether it is the text of the page.
        level: 中央, 省级 and the like, if known.
    """

    label: str
    day: date | None
    above: int | None = None
    own: bool = False
    level: str = ""


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a chart covers."""

    first: date
    last: date

    def share(self, day: date) -> float:
        """Where a day stands on the track, in per cent."""
        days = max((self.last - self.first).days, 1)
        return LEFT + (RIGHT - LEFT) * (day - self.first).days / days


# --- a timeline -----------------------------------------------------------------------------------


def timeline(title: str, events: Sequence[Event], *, name: str = "时间") -> Chart:
    """Events to the scale of time, with the intervals between them in words.

    Args:
        title: what the chart shows.
        events: in their order.
        name: the head of the first column of the table.
    """
    gaps = ("", *(interval(before, after) for before, after in pairwise(events)))
    told = tuple(zip(events, gaps, strict=False))
    rows = tuple((Cell(event.when), Cell(event.label), Cell(gap)) for event, gap in told)
    table = Table((name, "事项", "与上一项相隔"), rows)
    dated = [(event, gap) for event, gap in told if event.earliest or event.latest]
    drawn = dated[:MOST_EVENTS]
    svg = ""
    if len(drawn) > 1 and spread([event for event, _ in drawn]):
        svg = draw_timeline(title, drawn, len(dated) - len(drawn))
    return Chart(title, svg, table)


def interval(before: Event, after: Event) -> str:
    """How long after one event the next one was, as exactly as the two times allow."""
    if before.lasts or after.lasts or not (before.latest and after.earliest):
        return ""
    if not (before.earliest and after.latest):
        return ""
    least = (after.earliest - before.latest).days
    most = (after.latest - before.earliest).days
    if least < 0 or most - least > WIDEST_DOUBT:
        return ""
    if most == 0:
        return SAME_DAY
    return f"{most} 天" if least == most else f"{least}—{most} 天"


def told_gap(gap: str, before: str) -> str:
    """An interval in a sentence: 距上一项 27 天, 与上一项同日."""
    return f"与{before}{gap}" if gap == SAME_DAY else f"距{before} {gap}"


def days_of(events: Sequence[Event]) -> Span:
    """From the first day that any event can mean to the last."""
    days = [day for event in events for day in (event.earliest, event.latest) if day]
    return Span(min(days), max(days))


def spread(events: Sequence[Event]) -> bool:
    """Whether the events do not all mean the same time."""
    return len({(event.earliest, event.latest) for event in events}) > 1


def draw_timeline(title: str, events: Sequence[tuple[Event, str]], undrawn: int) -> str:
    """A row for each event: when and how long after the one before, what, and its place on the track."""
    span = days_of([event for event, _ in events])
    labels = [folded(event.label, NARROWEST, LONG_LABEL) for event, _ in events]
    told = "；".join(f"{event.when}，{event.label}" for event, _ in events)
    heights = [LINE * (1 + len(lines)) + TRACK for lines in labels]
    drawing = started("timeline", title, told, sum(heights), undrawn)
    draw_scale(drawing, span, sum(heights))
    y = 0.0
    for (event, gap), lines, height in zip(events, labels, heights, strict=True):
        draw_event(drawing, event, span, y + height - TRACK / 2)
        drawing.text(
            event.when + (f"（{told_gap(gap, '上一项')}）" if gap else ""), At("0", y + 1), "words name"
        )
        draw_words(drawing, lines, y + LINE)
        y += height
    return str(drawing)


def started(kind: str, title: str, told: str, rows: float, undrawn: int) -> Drawing:
    """A drawing with room for its rows and the scale below them; it says how many it leaves out."""
    drawing = Drawing(kind, title, f"{told}。", rows + SCALE + (LINE if undrawn else 0))
    if undrawn:
        drawing.text(f"另有 {undrawn} 项没有画", At("0", rows + SCALE + 1), "words tick")
    return drawing


def draw_words(drawing: Drawing, lines: Sequence[str], y: float, class_: str = "words") -> None:
    """Lines of words, the first one y em from the top."""
    for place, line in enumerate(lines):
        drawing.text(line, At("0", y + 1 + LINE * place), class_)


def draw_event(drawing: Drawing, event: Event, span: Span, y: float) -> None:
    """A dot for a day, a frame for a time known less exactly, a full bar for a term, an arrow for no end."""
    start, end = event.earliest or span.first, event.latest or span.last
    x, width = span.share(start), span.share(end) - span.share(start)
    drawing.line(percent(LEFT), y, percent(RIGHT), y, "track")
    if event.latest is None or event.earliest is None:
        drawing.line(percent(x), y, percent(x + width), y, "way")
    if event.latest is None:
        drawing.arrow(percent(RIGHT), y)
        drawing.dot(percent(x), y, "dot hollow ink-1")
    elif start == end or event.earliest is None:
        drawing.dot(percent(x + width), y, "dot solid ink-1")
    else:
        kind = "solid" if event.lasts else "hollow"
        box = Box(percent(x), y - 0.28, percent(max(width, 0.8)), 0.56)
        drawing.rect(box, f"bar {kind} ink-1")


def draw_scale(drawing: Drawing, span: Span, y: float) -> None:
    """Years, or months of a short time, below the track."""
    drawing.line(percent(LEFT), y, percent(RIGHT), y, "zero")
    for day, words in ticks(span):
        x = span.share(day)
        drawing.line(percent(x), 0.0, percent(x), y + 0.3, "grid")
        anchor = "start" if x < 8 else "end" if x > 92 else "middle"
        drawing.text(words, At(percent(x), y + 1.4, anchor), "words tick")


def ticks(span: Span) -> tuple[tuple[date, str], ...]:
    """Beginnings of years or months within the span, at most five, evenly chosen."""
    years = [date(year, 1, 1) for year in range(span.first.year, span.last.year + 1)]
    inside = [day for day in years if span.first <= day <= span.last]
    if len(inside) > 2:
        return tuple((day, f"{day.year}年") for day in thinned(inside))
    months = [
        date(year, month, 1)
        for year in range(span.first.year, span.last.year + 1)
        for month in range(1, 13)
        if span.first <= date(year, month, 1) <= span.last
    ]
    return tuple((day, f"{day.year}年{day.month}月") for day in thinned(months, 3))


def thinned(days: Sequence[date], most: int = 5) -> Sequence[date]:
    """Every so manieth of some days, so that no more than a few are left."""
    step = max(1, -(-len(days) // most))
    return days[::step]


# --- a chain --------------------------------------------------------------------------------------


def chain(title: str, steps: Sequence[Step]) -> Chart:
    """Texts handed on from level to level, each on the day on which it went out.

    Args:
        title: what the chart shows.
        steps: the text at the head first, each after the one that it hands on; the later ones of very
            many are left out, of the table too.
    """
    shown = tuple(steps)[:MOST_EVENTS]
    rows = tuple(
        (
            Cell(step.level or "—"),
            Cell(step.label),
            Cell(print_day(step.day) if step.day else "日期不详"),
            Cell(apart(shown, step) or "—"),
        )
        for step in shown
    )
    table = Table(("层级", "文件", "日期", "距上一级"), rows)
    days = {step.day for step in shown if step.day}
    left_out = len(steps) - len(shown)
    svg = draw_chain(title, shown, Span(min(days), max(days)), left_out) if len(days) > 1 else ""
    return Chart(title, svg, table)


def apart(steps: Sequence[Step], step: Step) -> str:
    """How long after the text that it hands on a step was; nothing where a day is not known."""
    above = steps[step.above].day if step.above is not None else None
    if above is None or step.day is None or step.day < above:
        return ""
    days = (step.day - above).days
    return f"{days} 天" if days else SAME_DAY


def draw_chain(title: str, steps: Sequence[Step], span: Span, undrawn: int) -> str:
    """A row for each text; it waits on its track, then a line leads down to the text that hands it on."""
    labels = [folded(step_name(step), NARROWEST, LONG_LABEL) for step in steps]
    heights = [LINE * (1 + len(lines)) + TRACK for lines in labels]
    told = "；".join(f"{step_name(step)}，{step_time(steps, step)}" for step in steps)
    drawing = started("chain", title, told, sum(heights), undrawn)
    draw_scale(drawing, span, sum(heights))
    ends = [sum(heights[: place + 1]) for place in range(len(steps))]
    for step, end in zip(steps, ends, strict=True):
        drawing.line(percent(LEFT), end - TRACK / 2, percent(RIGHT), end - TRACK / 2, "track")
        if step.day and step.above is not None:
            draw_way(drawing, (steps[step.above].day, step.day), span, (ends[step.above], end))
    for step, lines, height, end in zip(steps, labels, heights, ends, strict=True):
        draw_words(drawing, lines, end - height, "words own" if step.own else "words name")
        drawing.text(step_time(steps, step), At("0", end - height + LINE * len(lines) + 1))
        if step.day:
            kind = "solid" if step.own else "hollow"
            drawing.dot(percent(span.share(step.day)), end - TRACK / 2, f"dot {kind} ink-1", 0.4)
    return str(drawing)


def step_name(step: Step) -> str:
    """The level and the name of a text; the text of the page says so."""
    level = f"{step.level}\u3000" if step.level else ""
    return f"{level}{step.label}{'（本文）' if step.own else ''}"


def step_time(steps: Sequence[Step], step: Step) -> str:
    """The day of a text, and how long after the text above it that was."""
    gap = apart(steps, step)
    when = print_day(step.day) if step.day else "日期不详"
    return f"{when}，{told_gap(gap, '上一级')}" if gap else when


def draw_way(drawing: Drawing, days: tuple[date | None, date], span: Span, ends: tuple[float, float]) -> None:
    """How a text was handed down: along the track of the one above for as long as it took, then down."""
    above, own = days
    if above is None:
        return
    start, end = percent(span.share(above)), percent(span.share(own))
    upper, lower = (end_of_row - TRACK / 2 for end_of_row in ends)
    drawing.line(start, upper, end, upper, "way wide")
    drawing.line(end, upper, end, lower, "way")
