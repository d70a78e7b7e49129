"""The facts of a case at a glance: who bought from whom, how, for how much, how long, with what result."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from generator.compose.case import MISSING, known, procurement
from generator.document import Table
from generator.models.case import Appraisal, Case, Contract, Party, Practice
from generator.models.fields import Absent
from generator.models.record import Measure
from generator.pages.case_table.elements import is_spending
from generator.pages.case_table.facts import spread_words
from generator.pages.case_table.sums import sum_lines
from generator.pages.listing.groups import list_link, region_link
from generator.pages.markup import BREAK, anchor_tag, escape, tag
from generator.pages.records.common import kept
from generator.pages.sheet import Sheet

GROUNDS = "政策依据"
MOST_RESULTS, MOST_SUMS = 4, 6
"""Figures told at a glance; all of them stand in the table of figures."""
TOLD = frozenset(("期间", "服务方式", "购买主体", "承接主体", "采购方式", "合同", "第三方评价", GROUNDS))
"""Facts that the first table tells, or a section of their own."""


def add_glance(sheet: Sheet, case: Case, facts: Table | None) -> None:
    """What everybody asks first, then the other facts; what other cases share leads to the list of them."""
    sheet.facts(glance_rows(sheet, case), "c-glance")
    rows = [(row.cells[0].text, row.cells[1]) for row in facts.rows] if facts else []
    linked = {
        "地区": region_link(sheet, case.region),
        "服务领域": "、".join(list_link(sheet, "cases", "field", name) for name in case.fields),
    }
    written = [
        (name, linked.get(name) or sheet.inlines(cell.inlines)) for name, cell in rows if name not in TOLD
    ]
    told = [row for row in written if row[0] not in MISSING.values()]
    missing = [row for row in written if row[0] in MISSING.values()]
    sheet.facts((*told, *more_facts(sheet, case), *missing), "c-facts")


def glance_rows(sheet: Sheet, case: Case) -> Iterator[tuple[str, str]]:
    """The six questions, with what the source leaves open said as such."""
    yield "购买主体", party_lines(case.purchasers)
    yield "承接主体", party_lines(case.providers) or escape("没有填")
    yield "怎么买", "，".join(ways(sheet, case))
    yield "金额", BREAK.join(first_lines(tuple(sum_lines(case, top_lines)), MOST_SUMS))
    yield "时间", "；".join(escape(part) for part in times(case))
    yield "数量和成效", BREAK.join(results(case))


def party_lines(parties: Iterable[Party]) -> str:
    """Units one below the other, with their type and what they do."""
    return BREAK.join(map(party_line, parties))


def party_line(party: Party) -> str:
    """A unit by name; its type and part are said beside it."""
    about = "，".join(part for part in (party.type, party.role) if part)
    return escape(known(party.name)) + (tag("span", escape(about), class_="beside") if about else "")


def ways(sheet: Sheet, case: Case) -> Iterator[str]:
    """服务方式 and 采购方式, each a link to the cases that share it."""
    if isinstance(case.delivery, Absent):
        yield escape(f"服务方式{case.delivery.value}")
    else:
        yield list_link(sheet, "cases", "delivery", case.delivery.value)
    bought = case.procurement
    if isinstance(bought, Absent):
        yield escape(f"采购方式{bought.value}")
        return
    yield list_link(sheet, "cases", "method", known(bought.method))
    rest = procurement(bought).removeprefix(known(bought.method)).lstrip("，")
    if rest:
        yield escape(rest)


def times(case: Case) -> Iterator[str]:
    """The period of the case, and the term of its contract where it is another one."""
    yield case.period.words
    agreed = case.contract
    if isinstance(agreed, Contract) and agreed.term and agreed.term.text != case.period.text:
        yield f"合同期限 {agreed.term.words}"


def results(case: Case) -> Iterator[str]:
    """The first figures that are no sums, whether a third party appraised, what lists the case got into."""
    lines = [line for measure in case.measures if not is_spending(measure) for line in top_lines(measure)]
    yield from first_lines(lines, MOST_RESULTS)
    if isinstance(case.appraisal, Appraisal):
        yield escape(f"第三方评价：{known(case.appraisal.third_party)}")
    yield from (escape(f"{item.name}（{item.state.value}）") for item in case.selections)


def first_lines(lines: Sequence[str], most: int) -> Iterator[str]:
    """The first of some lines, and the way to the table of all figures where there are more."""
    yield from lines[:most]
    if len(lines) > most:
        yield anchor_tag("#c-data", escape(f"另有 {len(lines) - most} 项，见主要数据"))


def top_lines(measure: Measure) -> Iterator[str]:
    """A figure in words; of a series its first and last value, of parts without a sum each part."""
    about = "，".join(
        part for part in (measure.period.words if measure.period else "", measure.scope) if part
    )
    values = [measure.value.text] if measure.value else []
    if not values and measure.series:
        ends = (measure.series[0], measure.series[-1])
        values = [f"{point.period.words} {point.value.text}" for point in dict.fromkeys(ends)]
    if values:
        beside = tag("span", escape(about), class_="beside") if about else ""
        yield f"{escape(measure.name)} {kept(escape(' → '.join(values)))}{beside}"
    else:
        for part in measure.parts:
            yield from top_lines(part)


def more_facts(sheet: Sheet, case: Case) -> Iterator[tuple[str, str]]:
    """Facts that the printed table has no room for."""
    yield "层级", escape(known(case.tier.value))
    yield "别名", escape("、".join(case.aliases))
    yield "单据", BREAK.join(escape(paper.name) for paper in case.papers)
    yield "推广", BREAK.join(escape(spread_words(item)) for item in case.spread)
    practice = sheet.shelf.library.find(case.practice, Practice) if case.practice else None
    yield "所属实践", sheet.record_link(practice) if practice else ""
