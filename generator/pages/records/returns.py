"""The pages of 统计表, 调查表, 调查填报 and 名单: the source of many a figure."""

from __future__ import annotations

from generator.compose.statistics import statistics_table
from generator.compose.surveys import comparison_of
from generator.compose.tables import measures_table, note_blocks, roster_table, survey_table
from generator.models.fields import Absent
from generator.models.returns import Roster, Statistics, SurveyForm, SurveyReturn, SurveySummary
from generator.pages.listing.groups import region_link
from generator.pages.markup import badge, escape
from generator.pages.overview.statistics import add_statistics_charts
from generator.pages.records.common import (
    add_head,
    add_holders,
    add_sources,
    citation_link,
    named_links,
    takeaways,
    verification_badge,
)
from generator.pages.records.comparison import add_comparison, add_comparison_link
from generator.pages.sheet import Page, Sheet
from generator.pages.shelf import Shelf

Return = Statistics | SurveyForm | SurveyReturn | SurveySummary | Roster
MOST_RETURNS = 30


def return_page(shelf: Shelf, record: Return) -> Page:
    """A return on its own page."""
    sheet = Sheet(shelf, shelf.page_of(record.id) or "", record.name, (record.id,))
    add_head(sheet, (), (badge(record.kind), verification_badge(record), *takeaways(sheet, record)))
    sheet.facts(return_facts(sheet, record))
    add_return_table(sheet, record)
    add_holders(sheet, record)
    add_sources(sheet, record)
    return sheet.page()


def return_facts(sheet: Sheet, record: Return) -> tuple[tuple[str, str], ...]:
    """Who reported it, for where and when."""
    reporter = getattr(record, "reporter", "")
    region = getattr(record, "region", "")
    period = getattr(record, "period", None)
    scope = getattr(record, "scope", None)
    return (
        ("填报单位", escape(reporter.value if isinstance(reporter, Absent) else reporter)),
        ("地区", region_link(sheet, region) if region else ""),
        ("期间", escape(period.words) if period else ""),
        ("口径", escape(scope or "")),
    )


def add_return_table(sheet: Sheet, record: Return) -> None:
    """The table itself, and what goes with it."""
    add_table(sheet, record)
    for block in note_blocks(getattr(record, "notes", ()), "t", None, sheet.shelf.audience):
        sheet.add(f"<p>{escape(block.text)}</p>")


def add_table(sheet: Sheet, record: Return) -> None:
    """The table of a return."""
    origin = sheet.shelf.library.place(record.id)
    match record:
        case Statistics():
            sheet.tree_table(statistics_table(record, "t1", origin))
            add_statistics_charts(sheet, record)
            if record.measures:
                sheet.tree_table(measures_table(record.measures, "t2", "附加指标", origin))
        case Roster():
            sheet.tree_table(roster_table(record, "t1", origin))
        case SurveyReturn():
            form = sheet.shelf.form_of(record)
            if form is not None:
                sheet.add(f"<p>{escape('调查表：')}{sheet.record_link(form)}</p>")
                sheet.tree_table(survey_table(form, record, "t1", origin, sheet.shelf.audience))
        case SurveySummary():
            form = sheet.shelf.form_of(record)
            if form is not None:
                compared = comparison_of(sheet.shelf.library, form, record, sheet.shelf.audience)
                sheet.add(f"<p>{escape('调查表：')}{sheet.record_link(form)}</p>")
                add_comparison(sheet, compared)
        case SurveyForm():
            add_form(sheet, record)


def add_form(sheet: Sheet, form: SurveyForm) -> None:
    """The questions of a form, what it was issued with, and some of its returns."""
    issued = sheet.shelf.library.entries.get(form.issued_by or "")
    if issued:
        sheet.add(f"<p>{escape('下发文件：')}{citation_link(sheet, issued.record)}</p>")
    rows = (
        (str(item.number), escape(item.part), escape(item.question), instruction(item.instruction))
        for item in form.items
    )
    sheet.grid(("序号", "部分", form.columns[0], form.columns[2]), rows, "t1")
    returns = sheet.shelf.returns_to.get(form.id, ())
    if returns:
        sheet.heading(2, "填报", "returns")
        sheet.items(named_links(sheet, returns[:MOST_RETURNS]))
        add_comparison_link(sheet, form)


def instruction(value: str | Absent) -> str:
    """How to answer, where the form says so."""
    return "" if isinstance(value, Absent) else escape(value)
