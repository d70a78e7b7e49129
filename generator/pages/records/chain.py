"""The chain of forwarding: from the text at its head down to the notices that pass it on, with days.

Each step says how long it took, which deadlines had passed by then, and what it added of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from generator.chain.deadlines import Deadline
from generator.chain.forwarding import Step, chain_to, chains_below, forwarders_of
from generator.hanzi.calendar import print_day
from generator.models.policy import IssuingFacts
from generator.pages.comparing.pairs import comparison_link
from generator.pages.markup import escape, tag
from generator.pages.overview import figure
from generator.pages.overview.chains import chain_chart
from generator.pages.records.common import citation_link, provision_link
from generator.pages.sheet import Sheet

DEEPEST, MOST_BELOW = 5, 20
"""Levels of notices below a text that its page shows, and notices of one text."""
MOST_SENTENCES = 5


def add_chain(sheet: Sheet, record: IssuingFacts) -> None:
    """The chain upward and downward, each step with its day and the days since the step above."""
    steps = chain_to(sheet.shelf.library, record.id)
    lower = nested(sheet, steps)
    if len(steps) < 2 and not lower:
        return
    sheet.heading(2, "转发链", "chain")
    chart = chain_chart(sheet.shelf, record)
    if chart.svg:
        figure(sheet, chart, anchor="chain-chart")
    lines = "".join(chain_step(sheet, step, own=step.record == record.id) for step in steps)
    sheet.add(f'<ol class="chain">\n{lines}</ol>' + (f"\n{lower}" if lower else ""))


def nested(sheet: Sheet, steps: tuple[Step, ...], depth: int = 0) -> str:
    """The notices that forward the last step, each with those that forward it in turn."""
    if not steps or depth >= DEEPEST:
        return ""
    library, last, above = sheet.shelf.library, steps[-1], steps[:-1]
    below = sum(1 for _ in forwarders_of(library, last, above))
    if not below:
        return ""
    items = "".join(below_steps(sheet, steps, islice(chains_below(library, last, above), MOST_BELOW), depth))
    more = f"<li>{escape(f'另有 {below - MOST_BELOW} 份')}</li>" if below > MOST_BELOW else ""
    return f'<ol class="chain below">\n{items}{more}</ol>'


def below_steps(sheet: Sheet, above: tuple[Step, ...], steps: Iterable[Step], depth: int) -> Iterator[str]:
    """Notices of one level, with the levels below each."""
    for step in steps:
        line = chain_step(sheet, step, own=False)
        lower = nested(sheet, (*above, step), depth + 1)
        yield line.removesuffix("</li>\n") + lower + "</li>\n"


def chain_step(sheet: Sheet, step: Step, *, own: bool) -> str:
    """One step: its day, who issued it, the text, what it added; the page's own text is marked."""
    record = sheet.shelf.library.entries[step.record].record
    apart = f"（隔 {step.apart} 天）" if step.apart is not None else ""
    when = tag("span", escape(f"{print_day(step.day)}{apart}" if step.day else "日期不详"), class_="day")
    compare = "" if own else comparison_link(sheet, step.record, sheet.records[0])
    words = f"{when} {escape('、'.join(step.issuers))} {citation_link(sheet, record)} {compare}".rstrip()
    notes = "".join(
        tag("span", note, class_="about") for note in (*passed_notes(sheet, step), *added_notes(step))
    )
    return f"<li{' class=own' if own else ''}>{words}{notes}</li>\n"


def passed_notes(sheet: Sheet, step: Step) -> Iterator[str]:
    """Deadlines from above that had passed when the text went out."""
    for deadline in step.passed:
        yield (
            escape("到这一级，")
            + deadline_words(sheet, deadline)
            + escape(f"，已过 {late(deadline, step)} 天")
        )


def late(deadline: Deadline, step: Step) -> int:
    """Days by which a deadline had passed."""
    return deadline.late_on(step.day) if step.day else 0


def deadline_words(sheet: Sheet, deadline: Deadline) -> str:
    """A deadline with its provision as a link."""
    title = sheet.shelf.title_of(sheet.shelf.library.entries[deadline.text].record)
    where = provision_link(sheet, deadline.text, deadline.anchor) or escape(title)
    return f"{where}{escape(f'规定的期限 {print_day(deadline.day)}')}"


def added_notes(step: Step) -> Iterator[str]:
    """What a level below the head added of its own: sentences, demands, addressees."""
    if step.sentences:
        more = (
            f"（另有 {len(step.sentences) - MOST_SENTENCES} 句）"
            if len(step.sentences) > MOST_SENTENCES
            else ""
        )
        yield escape("本级加写：" + "".join(step.sentences[:MOST_SENTENCES]) + more)
    if step.demands:
        yield escape("本级要求：" + "；".join(demand.what for demand in step.demands))
    if step.addressees:
        yield escape("主送：" + "，".join(step.addressees))
