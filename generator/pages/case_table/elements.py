"""How complete a case is: what its form and its 服务方式 ask for, what is there, what is missing.

原文未写 (the source is silent), 待补 (somebody has to fill it) and a key that was left out are told
apart, for each calls for something else: ask the unit, finish the record, or write what the source says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from generator.hanzi.numerals import split_printed_label
from generator.library import Library
from generator.models.case import Appraisal, Budget, Case, Contract, Delivery, Party, Procurement
from generator.models.fields import Absent
from generator.models.record import Measure, Verification
from generator.quantity import Quantity, without_gaps

FORMS = "案例形式"
BY_CONTRACT = (Delivery.CONTRACT, Delivery.FRAMEWORK, Delivery.DESIGNATED, Delivery.CONCESSION)
WITHOUT_PURCHASE = (Delivery.VOUCHER, Delivery.PER_SESSION, Delivery.SUBSIDY, Delivery.TRANSFER)
"""服务方式 that have one contract and its price, and those that choose nobody by a procurement method."""
MONEY, SECTION_KEY = "元", "章节"
EARNED = ("签约", "交易额", "销售额", "营业额", "产值", "增收")
"""What the names of sums have that others earned or agreed on: an effect of the service, not its price."""


class Given(StrEnum):
    """Whether something that is asked for is there."""

    THERE = "已写"
    NOT_WRITTEN = "原文未写"
    TO_FILL = "待补"
    LEFT_OUT = "没有填"


ADVICE = {
    Given.NOT_WRITTEN: "向原单位补材料，得到后填",
    Given.TO_FILL: "尽快补填",
    Given.LEFT_OUT: "对照原文填；原文没有的写“原文未写”，填在",
}


@dataclass(frozen=True, slots=True)
class Element:
    """Something that is asked for: its name, the key of the record that holds it, whether it is there."""

    name: str
    key: str
    given: Given


@dataclass(frozen=True, slots=True)
class Completeness:
    """What a case has of all that is asked for.

    Attributes:
        elements: everything that is asked for; what does not apply is not among it.
        unverified: elements and figures that nobody has compared with the source yet.
        figures: figures of the record.
        unquoted: figures without the sentence of the source.
    """

    elements: tuple[Element, ...]
    unverified: int
    figures: int
    unquoted: int

    @property
    def there(self) -> int:
        """How many elements are there."""
        return sum(element.given is Given.THERE for element in self.elements)

    @property
    def share(self) -> str:
        """要素 14/17."""
        return f"{self.there}/{len(self.elements)}"

    @property
    def per_cent(self) -> int:
        """The share in whole per cent, rounded; 100 only where nothing is missing."""
        total = len(self.elements)
        return 100 if self.there == total else min((200 * self.there + total) // (2 * total), 99)

    @property
    def missing(self) -> tuple[Element, ...]:
        """What is missing, what is to be filled in first."""
        order = (Given.TO_FILL, Given.LEFT_OUT, Given.NOT_WRITTEN)
        return tuple(element for given in order for element in self.elements if element.given is given)


def completeness_of(library: Library, case: Case) -> Completeness:
    """How complete a case is."""
    elements = tuple(elements_of(library, case))
    figures = [figure for measure in case.measures for figure in figures_of(measure)]
    there = sum(element.given is Given.THERE for element in elements)
    open_facts = len(case.pending)
    if case.verification in (None, Verification.UNVERIFIED):
        open_facts = there + len(figures)
    return Completeness(elements, open_facts, len(figures), figures.count(False))


def figures_of(measure: Measure, quote: str = "") -> Iterator[bool]:
    """For every figure of a measure whether the sentence of the source is kept with it, or with its head."""
    if measure.value:
        yield bool(measure.quote) or stands_in(measure.value, quote)
    quote = measure.quote or quote
    yield from (stands_in(point.value, quote) for point in measure.series)
    for part in measure.parts:
        yield from figures_of(part, quote)


def stands_in(value: Quantity | None, quote: str) -> bool:
    """Whether a figure of a part or a series is among those of the sentence kept with its head."""
    return value is not None and without_gaps(value.digits or value.text) in without_gaps(quote)


# --- what is asked for ------------------------------------------------------------------------


def elements_of(library: Library, case: Case) -> Iterator[Element]:
    """The sections of the form, then the facts; what does not apply is left out."""
    yield from section_elements(library, case)
    for name, key, value in (*plain_facts(case), *money_facts(case), *lesson_facts(library, case)):
        given = given_by(value)
        if given is not None:
            yield Element(name, key, given)


def section_elements(library: Library, case: Case) -> Iterator[Element]:
    """Every section of the form, under its own title."""
    written = {split_printed_label(section.title)[1].strip(): section for section in case.sections}
    for title in form_sections(library, case):
        section = written.get(title)
        given = given_by(section.paragraphs if section else ()) or Given.THERE
        yield Element(f"“{title}”一节", f"{SECTION_KEY}（题：{title}）", given)


def form_sections(library: Library, case: Case) -> tuple[str, ...]:
    """The titles that the form of a case asks for."""
    table = library.code_table(FORMS)
    return next((code.sections for code in table.codes if code.name == case.form), ()) if table else ()


Asked = tuple[str, str, object]
GIVEN = {
    Absent.NOT_WRITTEN: Given.NOT_WRITTEN,
    Absent.TO_FILL: Given.TO_FILL,
    Absent.NONE: Given.THERE,
    Absent.NOT_APPLICABLE: None,
}


def plain_facts(case: Case) -> Iterator[Asked]:
    """Who buys what from whom, on which grounds."""
    yield "层级", "层级", case.tier
    yield "目录类别", "目录类别", case.category
    yield "服务方式", "服务方式", case.delivery
    yield "购买主体", "购买主体.名称", names_of(case.purchasers)
    yield "承接主体", "承接主体.名称", names_of(case.providers)
    yield "承接主体类型", "承接主体.类型", provider_types(case)
    yield "服务对象", "服务对象", case.beneficiaries
    yield "政策依据", "依据", case.grounds


def money_facts(case: Case) -> Iterator[Asked]:
    """How it is bought and paid for, for how long, and how it is appraised."""
    budget = case.budget if isinstance(case.budget, Budget) else None
    yield "是否纳入预算", "预算.纳入预算", budget.budgeted if budget else case.budget
    yield "资金来源", "预算.资金来源", budget.funding if budget else case.budget
    if case.delivery not in WITHOUT_PURCHASE:
        bought = case.procurement
        yield "采购方式", "采购.方式", bought.method if isinstance(bought, Procurement) else bought
    if case.delivery in BY_CONTRACT:
        agreed = case.contract
        yield "合同期限", "合同.期限", agreed.term if isinstance(agreed, Contract) else agreed
    appraisal = case.appraisal if isinstance(case.appraisal, Appraisal) else None
    yield "绩效指标", "绩效.指标", appraisal.indicators if appraisal else case.appraisal
    yield "第三方评价", "绩效.第三方评价", appraisal.third_party if appraisal else case.appraisal
    yield "金额", "数据", tuple(m for m in case.measures if is_spending(m))
    yield "成效数据", "数据", tuple(m for m in case.measures if not is_spending(m))


def lesson_facts(library: Library, case: Case) -> Iterator[Asked]:
    """问题 and 建议 as items of their own, where the form has a section for them."""
    if any("问题" in title for title in form_sections(library, case)):
        yield "问题", "问题.内容", case.findings
        yield "建议", "建议.内容", case.advice


def is_spending(measure: Measure) -> bool:
    """Whether a measure tells what a service costs; a sum that others earned through it is an effect."""
    return holds_money(measure) and not any(word in measure.name for word in EARNED)


def holds_money(measure: Measure) -> bool:
    """Whether a measure, or any part of it, is a sum of money."""
    values = (measure.value, *(point.value for point in measure.series))
    own = any(value.unit.startswith(MONEY) for value in values if value)
    return own or any(map(holds_money, measure.parts))


def names_of(parties: tuple[Party, ...]) -> tuple[str, ...]:
    """Names of parties as the record has them."""
    return tuple(party.name for party in parties)


def provider_types(case: Case) -> object:
    """The types of the providers that are named; one without a type was not sorted by the source."""
    named = [party for party in case.providers if not isinstance(party.name, Absent)]
    types = tuple(party.type for party in named if party.type)
    return types or (Absent.NOT_WRITTEN if named else Absent.NOT_APPLICABLE)


def given_by(value: object) -> Given | None:
    """Whether a value is there; None where the record says that it does not apply."""
    if value is None or value == ():
        return Given.LEFT_OUT
    if isinstance(value, tuple):
        return given_by_all(value)
    return GIVEN[Absent(value)] if isinstance(value, str) and value in tuple(Absent) else Given.THERE


def given_by_all(values: Iterable[object]) -> Given | None:
    """Several values: one that says something is enough."""
    found = [given_by(value) for value in values]
    return next((given for given in (Given.THERE, *Given) if given in found), None)
