"""The returns of one survey side by side: a page of its own for a few reporters at a time."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose.address import file_stem
from generator.compose.surveys import (
    MOST_REPORTERS,
    Comparison,
    comparison_blocks,
    comparison_table,
    overview_table,
    returns_of,
)
from generator.document import Paragraph, Table
from generator.models.returns import SurveyForm
from generator.pages.listing.paging import add_pager, add_parents
from generator.pages.markup import escape
from generator.pages.sheet import Page, Sheet
from generator.pages.shelf import Shelf

FEWEST_RETURNS = 2


def comparison_path(form: SurveyForm, number: int) -> str:
    """A page of the comparison of a form's returns."""
    return f"browse/surveys/{file_stem(form.id)}/{number}.md"


def compared_returns(shelf: Shelf, form: SurveyForm) -> Comparison:
    """All returns of a form that may be shown."""
    return Comparison(form, returns_of(shelf.library, form), shelf.audience)


def add_comparison_link(sheet: Sheet, form: SurveyForm) -> None:
    """The way from a form to the comparison, where there are returns to compare."""
    count = len(sheet.shelf.returns_to.get(form.id, ()))
    if count >= FEWEST_RETURNS:
        sheet.add(f"<p>{sheet.link(comparison_path(form, 1), f'对照 {count} 份填报')}</p>")


def comparison_pages(shelf: Shelf, form: SurveyForm) -> Iterator[Page]:
    """The pages that compare the returns of a form; none for fewer than two."""
    if len(shelf.returns_to.get(form.id, ())) < FEWEST_RETURNS:
        return
    compared = compared_returns(shelf, form)
    starts = range(0, len(compared.returns), MOST_REPORTERS)
    for number, start in enumerate(starts, start=1):
        chosen = range(start, min(start + MOST_REPORTERS, len(compared.returns)))
        yield comparison_page(shelf, compared, chosen, number, len(starts))


def comparison_page(shelf: Shelf, compared: Comparison, chosen: range, number: int, count: int) -> Page:
    """One page: how far its returns are filled in, then item by item."""
    form = compared.form
    title = f"{form.title}：填报对照"
    sheet = Sheet(shelf, comparison_path(form, number), title if number == 1 else f"{title}（第{number}页）")
    add_parents(sheet, ((shelf.page_of(form.id) or "", form.title),))
    sheet.heading(1, title, "")
    sheet.note(f"共 {len(compared.returns)} 份填报。“异同”一栏按全部填报统计。", "subtitle")
    here = Comparison(form, tuple(compared.returns[at] for at in chosen), shelf.audience)
    sheet.tree_table(overview_table(here, "overview", None))
    sheet.items(sheet.record_link(filled, f"{filled.reporter}：{filled.title}") for filled in here.returns)
    sheet.tree_table(comparison_table(compared, chosen, "items", None))
    add_pager(sheet, lambda page: comparison_path(form, page), number, count)
    return sheet.page()


def add_comparison(sheet: Sheet, compared: Comparison) -> None:
    """A comparison on the page of the 调查汇总 that asks for it."""
    for block in comparison_blocks(compared, "c", None):
        if isinstance(block, Table):
            sheet.tree_table(block)
        elif isinstance(block, Paragraph):
            sheet.add(f"<p>{escape(block.text)}</p>")
