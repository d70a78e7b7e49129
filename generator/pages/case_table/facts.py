"""The facts by which cases are compared, in words: the same rows for every case, in one order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.compose.case import budget, contract, grounds, known, procurement
from generator.hanzi.calendar import print_time
from generator.models.case import Appraisal, Case, Party, Spread
from generator.models.record import Measure, Verification
from generator.pages.case_table.elements import completeness_of, is_spending
from generator.pages.case_table.sums import sum_lines
from generator.pages.shelf import Shelf

MOST_LINES = 12
"""Lines of one cell; what goes beyond is counted, and stands on the page of the case."""
Fact = tuple[str, tuple[str, ...]]


def compared_facts(shelf: Shelf, case: Case) -> tuple[Fact, ...]:
    """Every row by its name with the lines of its cell; a row that a case has nothing for is empty."""
    rows = (*who_and_where(shelf, case), *how_and_how_much(shelf, case), *what_came_of_it(shelf, case))
    return tuple((name, tuple(bounded(lines))) for name, lines in rows)


def bounded(lines: Iterable[str]) -> Iterator[str]:
    """Lines that say something, not too many of them."""
    found = [line for line in lines if line]
    yield from found[:MOST_LINES]
    if len(found) > MOST_LINES:
        yield f"另有 {len(found) - MOST_LINES} 项，见案例页"


def who_and_where(shelf: Shelf, case: Case) -> Iterator[tuple[str, Iterable[str]]]:
    """Region, time, kind of service, and the parties."""
    yield "地区", (case.region,)
    yield "层级", (known(case.tier.value),)
    yield "期间", (case.period.words,)
    yield "服务领域", ("、".join(case.fields),)
    yield "目录类别", (known(case.category),)
    yield "购买主体", map(party_words, case.purchasers)
    yield "承接主体", map(party_words, case.providers)
    yield "服务对象", (known(case.beneficiaries),)
    yield "政策依据", (grounds(shelf.library, item) for item in case.grounds)


def how_and_how_much(_shelf: Shelf, case: Case) -> Iterator[tuple[str, Iterable[str]]]:
    """The way of buying, the money, the contract."""
    yield "服务方式", (case.delivery.value,)
    yield "采购方式", (procurement(case.procurement),)
    yield "金额", sum_lines(case, measure_lines)
    yield "预算", (budget(case.budget),)
    yield "合同", (print_time(contract(case.contract)),)


def what_came_of_it(shelf: Shelf, case: Case) -> Iterator[tuple[str, Iterable[str]]]:
    """Appraisal, other figures, lessons, and how far the record itself has got."""
    appraisal = case.appraisal
    if isinstance(appraisal, Appraisal):
        indicators, third_party = appraisal.indicators, known(appraisal.third_party)
    else:
        indicators, third_party = (known(appraisal),), known(appraisal)
    yield "绩效指标", indicators
    yield "第三方评价", (third_party,)
    others = (measure for measure in case.measures if not is_spending(measure))
    yield "数量和成效", (line for measure in others for line in measure_lines(measure))
    yield "问题", (item.text for item in case.findings)
    yield "建议", (item.text for item in case.advice)
    yield "推广", map(spread_words, case.spread)
    yield "入选", (f"{item.name}（{item.state.value}）" for item in case.selections)
    yield "摘要", (shelf.bound(case, case.summary),)
    yield "要素完整度", (completeness_of(shelf.library, case).share,)
    yield "核验", ((case.verification or Verification.UNVERIFIED).value,)


def party_words(party: Party) -> str:
    """A unit with its type and its part in the project."""
    about = "，".join(part for part in (party.type, party.role) if part)
    return f"{known(party.name)}（{about}）" if about else known(party.name)


def spread_words(spread: Spread) -> str:
    """Who recommended a case or came to learn from it."""
    whom = "、".join((*((spread.who,) if spread.who else ()), *spread.regions))
    return f"{spread.type}：{whom}" if whom else spread.type


def measure_about(measure: Measure) -> str:
    """The period and the scope of a figure."""
    return "；".join(part for part in (measure.period.words if measure.period else "", measure.scope) if part)


def measure_lines(measure: Measure, above: str = "") -> Iterator[str]:
    """A figure with its period and scope, then its series and its parts."""
    name = f"{above}{measure.name}"
    about = measure_about(measure)
    if measure.value:
        yield f"{name} {measure.value.text}" + (f"（{about}）" if about else "")
    yield from (f"{name} {point.value.text}（{point.period.words}）" for point in measure.series)
    for part in measure.parts:
        yield from measure_lines(part, f"{name}：")
