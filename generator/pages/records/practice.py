"""The page of a 地区实践: facts, story, figures, and the arrangements that the account describes."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose import compose_practice
from generator.document import Table
from generator.hanzi.calendar import print_time
from generator.models.case import Case, Event, Mechanism, Practice
from generator.models.fields import Absent
from generator.models.policy import Policy
from generator.models.returns import Statistics
from generator.pages.listing.groups import list_link, region_link
from generator.pages.markup import BREAK, anchor_tag, badge, escape, outside
from generator.pages.overview.timelines import add_event_timeline, add_series_charts
from generator.pages.records.case import add_block
from generator.pages.records.case_figures import StorySheet, add_figures, anchors_of, figure_rows
from generator.pages.records.case_grounds import practice_lines
from generator.pages.records.common import (
    add_head,
    add_sources,
    citation_link,
    day_words,
    named_links,
    takeaways,
    verification_badge,
)
from generator.pages.reference import rule_link
from generator.pages.sheet import Page, Sheet
from generator.pages.shelf import Shelf

POLICIES, EVENTS = "相关制度", "events"


def practice_page(shelf: Shelf, practice: Practice) -> Page:
    """A practice on its own page."""
    article = compose_practice(shelf.composer, practice)
    path = shelf.page_of(practice.id) or ""
    rows = anchors_of(figure_rows(practice.measures))
    sheet = StorySheet(shelf, path, article.title, (practice.id,), rows=rows)
    summary = shelf.bound(practice, practice.summary)
    badges = (badge("地区实践"), verification_badge(practice), *takeaways(sheet, practice))
    add_head(sheet, (print_time(article.subtitle),), badges, summary)
    add_practice_facts(sheet, practice, article.facts)
    story = [block for block in article.body if not isinstance(block, Table)]
    for block in story:
        add_block(sheet, block)
    add_figures(sheet, practice, story)
    add_series_charts(sheet, practice.measures)
    add_arrangements(sheet, practice)
    add_related(sheet, practice)
    add_sources(sheet, practice)
    return sheet.page()


def add_practice_facts(sheet: Sheet, practice: Practice, facts: Table | None) -> None:
    """The facts at a glance."""
    linked = {
        "地区": region_link(sheet, practice.region),
        "期间": escape(practice.period.words),
        "服务领域": "、".join(list_link(sheet, "practices", "field", name) for name in practice.fields),
    }
    rows = [(row.cells[0].text, row.cells[1]) for row in facts.rows] if facts else []
    written = [
        (name, linked.get(name) or sheet.inlines(cell.inlines)) for name, cell in rows if name != POLICIES
    ]
    title = practice.title.value if isinstance(practice.title, Absent) else practice.title
    sheet.facts((*written, ("原题", escape(title)), ("发布", published(practice))), "c-facts")


def published(practice: Practice) -> str:
    """Where and when the account was published."""
    if isinstance(practice.publication, Absent):
        return escape(practice.publication.value)
    place = practice.publication
    words = escape("，".join(part for part in (place.medium, day_words(place.day)) if part))
    address = outside(place.address) if place.address else None
    return f"{words} {anchor_tag(address, '原网页', class_='outside')}" if address else words


def add_arrangements(sheet: Sheet, practice: Practice) -> None:
    """Mechanisms, procedures, duties and events, as tables; the events as a line of time too."""
    for title, anchor, head, rows in arrangements(sheet, practice):
        if rows:
            sheet.heading(2, title, anchor)
            sheet.grid(head, rows, f"{anchor}-table")
        if anchor == EVENTS:
            add_event_timeline(sheet, practice)


Arrangement = tuple[str, str, tuple[str, ...], tuple[tuple[str, ...], ...]]


def arrangements(sheet: Sheet, practice: Practice) -> Iterator[Arrangement]:
    """The tables of a practice: title, anchor, head and finished rows of each."""
    steps = ((escape(item.name), escape(" → ".join(item.steps))) for item in practice.procedures)
    tasks = ((escape(item.department), BREAK.join(map(escape, item.tasks))) for item in practice.duties)
    lessons = (
        *(("问题", escape(item.text)) for item in practice.findings),
        *(("对策", escape(item.text)) for item in practice.advice),
    )
    yield "机制", "mechanisms", ("机制", "内容"), tuple(mechanism_rows(sheet, practice.mechanisms))
    yield "流程", "procedures", ("流程", "环节"), tuple(steps)
    yield "职责分工", "duties", ("部门", "职责"), tuple(tasks)
    yield "大事记", EVENTS, ("时间", "事项"), tuple(event_row(sheet, event) for event in practice.events)
    yield "问题与对策", "findings", ("类别", "内容"), lessons


def mechanism_rows(sheet: Sheet, mechanisms: tuple[Mechanism, ...]) -> Iterator[tuple[str, ...]]:
    """A mechanism, what it consists of, and the rules behind it."""
    for item in mechanisms:
        rules = (rule_link(sheet, rule_id) for rule_id in item.rules)
        lines = (escape(item.text or ""), *map(escape, item.items), *rules)
        yield escape(item.name), BREAK.join(line for line in lines if line)


def event_row(sheet: Sheet, event: Event) -> tuple[str, ...]:
    """An event and its papers."""
    found = (sheet.shelf.library.find(policy_id, Policy) for policy_id in event.policies)
    papers = (citation_link(sheet, policy) for policy in found if policy)
    return escape(event.time.words), BREAK.join((escape(event.text), *papers))


def add_related(sheet: Sheet, practice: Practice) -> None:
    """The policies, cases and statistics that belong to the practice."""
    library = sheet.shelf.library
    lines = tuple(practice_lines(sheet, practice))
    if lines:
        sheet.heading(2, POLICIES, "policies")
        sheet.items(lines)
    cases = [case for case in (library.find(case_id, Case) for case_id in practice.cases) if case]
    tables = [
        table for table in (library.find(table_id, Statistics) for table_id in practice.statistics) if table
    ]
    for title, anchor, records in (("案例", "cases", cases), ("统计", "statistics", tables)):
        if records:
            sheet.heading(2, title, anchor)
            sheet.items(named_links(sheet, records), "entries")
