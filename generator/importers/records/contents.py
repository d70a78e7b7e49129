"""All records that a file gives: documents, laws, accounts, tables of a workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.document import Article, OfficialDocument
from generator.importers.drafts import Draft
from generator.importers.records.articles import is_statute, number_in, statute_of
from generator.importers.records.attached import (
    case_draft,
    case_form,
    drafts_of_article,
    drafts_of_sheet,
)
from generator.importers.records.bodies import composed
from generator.importers.records.context import Context
from generator.importers.records.demands import add_demands
from generator.importers.records.disclosing import context_for, to_be_decided
from generator.importers.records.documents import Harvest, harvest_document, settle_name
from generator.importers.records.overlay import with_drafts
from generator.importers.records.pending import PendingList
from generator.importers.records.periods import days_in_force
from generator.importers.records.policies import POLICY, PolicyDraft
from generator.importers.records.relations import Relating
from generator.models.fields import Absent
from generator.recognition.recovered import Contents, Recovered

CASE, PRACTICE = "案例", "地区实践"
CHOICES = (POLICY, CASE, PRACTICE)
"""What a user can call a text: the option --as."""


@dataclass(frozen=True, slots=True)
class Records:
    """The records of a file.

    Attributes:
        drafts: the records to be, those of the texts first, the stubs last.
        same: 编号 of records of the library that say the same already.
        beside: 编号 of a new record → that of the library's record of the same text.
    """

    drafts: tuple[Draft, ...]
    same: tuple[str, ...] = ()
    beside: tuple[tuple[str, str], ...] = ()


def drafts_of(contents: Contents, context: Context, chosen: str | None = None) -> Records:
    """The records of all texts of a file, related to each other and to the library.

    Args:
        contents: what recognition found.
        context: the library, the original and the names that are taken.
        chosen: one of `CHOICES` instead of what we would take a text for.
    """
    harvest = Harvest()
    for text in contents.texts:
        harvest_text(text, context, chosen, harvest)
    written = [draft.draft for draft in harvest.policies]
    relating = Relating(with_drafts(context.library, (*written, *harvest.others)), context)
    relating.relate(harvest.policies)
    for draft in harvest.policies:
        add_demands(draft)
        add_days(draft)
    made = (*(draft.draft for draft in harvest.policies), *harvest.others, *relating.stubs.values())
    return Records(tuple(map(to_be_decided, made)), tuple(harvest.same), tuple(harvest.beside.items()))


def harvest_text(text: Recovered, context: Context, chosen: str | None, harvest: Harvest) -> None:
    """The records of one text."""
    tree = text.tree
    if chosen in (CASE, PRACTICE) or (chosen is None and is_account(tree)):
        article = tree if isinstance(tree, Article) else as_article(tree)
        harvest.take(context, told_as(article, context_for(article, context), chosen or PRACTICE))
    elif isinstance(tree, Article):
        pending = PendingList()
        pending.tell(text.doubts, context)
        here = context_for(tree, context)
        draft = statute_of(tree, here, pending)
        draft.data["发文机关标志"] = Absent.NONE.value
        settle_name(draft, number_in(tree.subtitle), harvest)
    else:
        harvest_document(tree, context, text.doubts, harvest)


def is_account(tree: OfficialDocument | Article) -> bool:
    """Whether a text tells what was done: no 公文, no law, and more than a title."""
    return isinstance(tree, Article) and bool(tree.body) and not is_statute(tree)


def told_as(article: Article, context: Context, kind: str) -> tuple[Draft, ...]:
    """An account as a case or as the practice of a region."""
    if kind == PRACTICE:
        return drafts_of_article(article, context)
    form = case_form(context.library, article.title, article.body)
    return (case_draft(article.title, article.body, form, context, ""),)


def as_article(document: OfficialDocument) -> Article:
    """A document read as an account: its title and its text."""
    return Article(document.id, document.title, "", None, document.body, document.origin)


def add_days(draft: PolicyDraft) -> None:
    """施行日期, where the text names one such day of its own; other days are for a person to decide."""
    own, others = days_in_force(composed(draft.body))
    if "施行日期" in draft.data:
        return
    if len(own) == 1:
        draft.data["施行日期"] = own[0]
    elif own or others:
        reason = "正文写了几个施行日期" if own else "正文里的施行日期不像是说本文的"
        draft.pending.add("施行日期", (*own, *others), reason)


def drafts_of_sheets(sheets: Mapping[str, Sequence[tuple[str, ...]]], context: Context) -> Records:
    """The records of a workbook.

    Args:
        sheets: the name of each sheet → the cells of its rows.
        context: the surroundings; sheets without any table that we know go to its `unplaced`.
    """
    harvest = Harvest()
    for position, (name, rows) in enumerate(sheets.items(), start=1):
        made = drafts_of_sheet(name, rows, replace(context, position=position))
        if made:
            harvest.take(context, made)
        else:
            for number, row in enumerate(rows, start=1):
                context.keep(number, "\t".join(row))
    return Records(tuple(map(to_be_decided, harvest.others)), tuple(harvest.same))
