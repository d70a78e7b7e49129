"""How a text is cited: 《题》（文号）with its 时效, as a line of the page and for the copy buttons."""

from __future__ import annotations

from generator.hanzi.calendar import print_day
from generator.models.policy import IssuingFacts, Policy, Status
from generator.pages.markup import escape, tag
from generator.pages.records.common import cited_title, effect_of
from generator.pages.sheet import Sheet
from generator.pages.shelf import Shelf

SIMPLY_VALID = (Status.IN_FORCE, Status.UNVERIFIED)
"""States that a citation does not mention; the page says on its own that a state was not verified."""


def cited_status(shelf: Shelf, record: IssuingFacts) -> str:
    """（已废止，见《…》（…））for a text that is not simply in force; nothing for the others."""
    if not isinstance(record, Policy):
        return ""
    effect = effect_of(shelf, record)
    if effect.status in SIMPLY_VALID:
        return ""
    found = shelf.library.entries
    others = [found[by].record for by in effect.replaced_by if by in found]
    named = "、".join(cited_title(shelf, other) for other in others if isinstance(other, IssuingFacts))
    waiting = effect.status is Status.NOT_YET and effect.since
    more = (
        f"，自{print_day(effect.since)}起施行"
        if waiting and effect.since
        else f"，见{named}"
        if named
        else ""
    )
    return f"（{effect.status.value}{more}）"


def add_citation(sheet: Sheet, record: IssuingFacts) -> None:
    """The citation of the whole text, from which the script makes those of its provisions."""
    title = tag("span", escape(cited_title(sheet.shelf, record)), class_="cite-title")
    status = tag("span", escape(cited_status(sheet.shelf, record)), class_="cite-status")
    sheet.add(f'<p class="citation" id="citation">{escape("引用写法：")}{title}{status}</p>')
