"""Several returns of one survey side by side: items × reporters, with what differs and what is not filled in.

The last column speaks of all returns, whichever of them a table shows: how often 是 and 否 (有 and 无),
the range of percentages, how many answers there are and how many are missing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.compose.audience import HIDDEN, Audience
from generator.compose.tables import PERSONAL_QUESTION
from generator.document import Align, Block, Cell, Paragraph, Row, RowKind, Table, words
from generator.hanzi.polarity import sense_of
from generator.library import Library
from generator.models.returns import SurveyForm, SurveyItem, SurveyReturn, SurveySummary
from generator.problems import Place
from generator.quantity import print_decimal

UNANSWERED = "未填"
COMPARED = "异同"
MOST_REPORTERS = 4
"""Returns beside each other in one table; more of them stand in further tables."""
SHARE = re.compile(r"(\d+(?:\.\d+)?)\s*[%％]")
WORDS_OF: Mapping[str, tuple[str, str]] = {"是否": ("是", "否"), "有无": ("有", "无")}


@dataclass(frozen=True, slots=True)
class Comparison:
    """A form, its returns in order, and for whom they are shown."""

    form: SurveyForm
    returns: tuple[SurveyReturn, ...]
    audience: Audience = Audience.PRINT
    items: tuple[int, ...] = ()
    """The numbers of the items that are shown; all where none is named."""

    @property
    def asked(self) -> tuple[SurveyItem, ...]:
        """The items that are shown."""
        return tuple(item for item in self.form.items if not self.items or item.number in self.items)

    def answers(self, item: SurveyItem) -> tuple[str, ...]:
        """What each return answers to one item; empty for none."""
        return tuple(answer_to(filled, item) for filled in self.returns)

    def shown(self, item: SurveyItem, text: str) -> str:
        """An answer as this audience may read it."""
        hidden = self.audience is Audience.SITE and item.type == PERSONAL_QUESTION
        return (HIDDEN if hidden else text) if text else UNANSWERED


def answer_to(filled: SurveyReturn, item: SurveyItem) -> str:
    """The answer of a return to one item; empty for none."""
    found = (answer for answer in filled.answers if answer.number == item.number)
    return next(("\n".join(answer.paragraphs) for answer in found), "")


def comparison_of(
    library: Library, form: SurveyForm, record: SurveySummary, audience: Audience
) -> Comparison:
    """The comparison that a 调查汇总 asks for."""
    named = (library.find(name, SurveyReturn) for name in record.returns)
    chosen = tuple(filled for filled in named if filled) if record.returns else returns_of(library, form)
    return Comparison(form, chosen, audience, tuple(record.items))


def returns_of(library: Library, form: SurveyForm) -> tuple[SurveyReturn, ...]:
    """The returns of a form by region and reporter, those of a province together."""
    filled = (record for record in library.every(SurveyReturn) if record.form == form.id)
    return tuple(
        sorted(filled, key=lambda record: (region_codes(library, record), record.reporter, record.id))
    )


def region_codes(library: Library, record: SurveyReturn) -> tuple[str, ...]:
    """The codes of the regions that a return lies in."""
    return tuple(region.code for region in library.region_path(record.region))


# --- tables -----------------------------------------------------------------------------------------


def comparison_blocks(compared: Comparison, prefix: str, origin: Place | None) -> Iterator[Block]:
    """How far each return is filled in, then the items of a few returns at a time."""
    if not compared.returns:
        yield Paragraph(f"{prefix}-p1", words("这张调查表还没有填报。"), None, origin)
        return
    yield overview_table(compared, f"{prefix}-t0", origin)
    for number, start in enumerate(range(0, len(compared.returns), MOST_REPORTERS), start=1):
        chosen = range(start, min(start + MOST_REPORTERS, len(compared.returns)))
        yield comparison_table(compared, chosen, f"{prefix}-t{number}", origin)


def overview_table(compared: Comparison, block_id: str, origin: Place | None) -> Table:
    """A row for each return: how many items it answers, which it leaves out, how often 是 and 否."""
    names = ("填报单位", "地区", "期间", "已填", "未填的项", "是/有", "否/无")
    head = Row(tuple(Cell(words(name), Align.CENTER) for name in names))
    rows = tuple(overview_row(compared, position) for position in range(len(compared.returns)))
    return Table(block_id, (4, 4, 3, 2, 3, 2, 2), (head,), rows, origin=origin)


def overview_row(compared: Comparison, position: int) -> Row:
    """One return in figures."""
    filled = compared.returns[position]
    given = {item.number: compared.answers(item)[position] for item in compared.asked}
    missing = "、".join(str(number) for number, text in given.items() if not text)
    polar = (item for item in compared.asked if item.type in WORDS_OF)
    senses = Counter(sense_of(given[item.number]) for item in polar)
    texts = (
        filled.reporter,
        filled.region,
        filled.period.text,
        str(sum(map(bool, given.values()))),
        missing or "无",
    )
    counts = (str(senses["是"]), str(senses["否"]))
    return Row(tuple(Cell(words(text), Align.CENTER) for text in (*texts, *counts)))


def comparison_table(
    compared: Comparison, chosen: Sequence[int], block_id: str, origin: Place | None
) -> Table:
    """Items × reporters; a section row before each part, the comparison of all returns at the end."""
    reporters = [compared.returns[position].reporter for position in chosen]
    head = Row(
        tuple(Cell(words(name), Align.CENTER) for name in (compared.form.columns[0], *reporters, COMPARED))
    )
    rows: list[Row] = []
    part = ""
    for item in compared.asked:
        if item.part != part:
            part = item.part
            rows.append(Row((Cell(words(part), columns=len(head.cells)),), RowKind.SECTION))
        rows.append(item_row(compared, item, chosen))
    widths = (3, *[3] * len(reporters), 2)
    return Table(block_id, widths, (head,), tuple(rows), origin=origin)


def item_row(compared: Comparison, item: SurveyItem, chosen: Sequence[int]) -> Row:
    """One item: what the chosen returns answer, and what all of them have in common."""
    answers = compared.answers(item)
    shown = (compared.shown(item, answers[position]) for position in chosen)
    texts = (f"{item.number}. {item.question}", *shown, agreement(item, answers))
    return Row(tuple(Cell(words(text)) for text in texts))


# --- what answers have in common ----------------------------------------------------------------------


def agreement(item: SurveyItem, answers: Sequence[str]) -> str:
    """What the answers to one item have in common, and how many are missing."""
    given = [answer for answer in answers if answer]
    missing = len(answers) - len(given)
    told = COMPARERS.get(item.type, same_words)(item, given) if given else ""
    return "；".join(part for part in (told, f"{missing} 家{UNANSWERED}" if missing else "") if part)


def count_senses(item: SurveyItem, given: Sequence[str]) -> str:
    """How many answered 是 and 否, 有 and 无, and how many neither."""
    yes, no = WORDS_OF[item.type]
    senses = Counter(map(sense_of, given))
    counts = ((yes, senses["是"]), (no, senses["否"]), ("未明", senses[""]))
    return "、".join(f"{word} {count}" for word, count in counts if count)


def range_of_shares(_: SurveyItem, given: Sequence[str]) -> str:
    """The lowest and the highest percentage, and how many answers have none."""
    shares = [Decimal(match[1]) for match in map(SHARE.search, given) if match]
    without = len(given) - len(shares)
    low, high = (print_decimal(share) for share in (min(shares), max(shares))) if shares else ("", "")
    told = f"均为 {low}%" if low == high else f"{low}%—{high}%"
    return "、".join(
        part for part in (told if shares else "", f"{without} 家不是百分比" if without else "") if part
    )


def same_words(_: SurveyItem, given: Sequence[str]) -> str:
    """Whether all say the same, spaces and the last mark left out."""
    kinds = Counter(re.sub(r"\s+|[。；]$", "", answer) for answer in given)
    if len(given) == 1:
        return ""
    if len(kinds) == 1:
        return "相同"
    return "各不相同" if len(kinds) == len(given) else f"{len(kinds)} 种说法"


COMPARERS: Mapping[str, Callable[[SurveyItem, Sequence[str]], str]] = {
    "是否": count_senses,
    "有无": count_senses,
    "百分比": range_of_shares,
}
