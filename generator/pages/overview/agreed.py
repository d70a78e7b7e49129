"""What cases cost: one sum for each case by the rule of the facet 金额, exact ones only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.charts import MOST_BARS, Chart, Point, bars
from generator.models.case import Case
from generator.models.fields import Absent
from generator.pages.case_table.facts import measure_about
from generator.pages.markup import escape
from generator.pages.overview.figure import figure
from generator.pages.sheet import Sheet
from generator.pages.shelf import Shelf
from generator.provisions.amounts import NO_TOTAL, Total, total_of
from generator.quantity import SCALES

UNIT = "万元"
MOST_COUNTED = 30
"""Sums told one by one below the charts."""


@dataclass(frozen=True, slots=True)
class Agreed:
    """A case with what it cost."""

    case: Case
    total: Total

    @property
    def amount(self) -> Decimal:
        """In 万元."""
        return self.total.yuan / SCALES["万"]


@dataclass(frozen=True, slots=True)
class Amounts:
    """The amounts of the cases of a library.

    Attributes:
        agreed: the cases that give an exact amount.
        hedged: how many give only 约, 近 and the like.
        unwritten: how many give none.
        wholes: the cases that give an exact sum that is not the price of one project; it is not added.
    """

    agreed: tuple[Agreed, ...]
    hedged: int
    unwritten: int
    wholes: tuple[Agreed, ...]


def amounts_of(cases: Sequence[Case]) -> Amounts:
    """What cases cost, those apart that say only 约 or 近, or nothing."""
    found = [(case, total_of(case)) for case in cases]
    exact = [Agreed(case, total) for case, total in found if total and total.exact]
    unwritten = sum(total is None for _, total in found)
    prices = tuple(item for item in exact if item.total.is_price)
    wholes = tuple(item for item in exact if not item.total.is_price)
    return Amounts(prices, len(found) - len(exact) - unwritten, unwritten, wholes)


Key = Callable[[Shelf, Case], str]


def province_key(shelf: Shelf, case: Case) -> str:
    """The province of a case."""
    return shelf.regions_of(case.region)[0].full_name


def category_key(_shelf: Shelf, case: Case) -> str:
    """目录类别 of a case, or why it has none."""
    return case.category.value if isinstance(case.category, Absent) else case.category


def year_key(_shelf: Shelf, case: Case) -> str:
    """The year in which a case begins."""
    return f"{case.period.years[0]}年" if case.period.years else "年份不详"


def field_key(_shelf: Shelf, case: Case) -> str:
    """The first field of a case, so that no amount is counted twice."""
    return case.fields[0]


KEYS: tuple[tuple[str, str, Key], ...] = (
    ("category", "目录类别", category_key),
    ("field", "服务领域", field_key),
    ("year", "年份", year_key),
    ("province", "省份", province_key),
)
REMARKS = {
    "field": "有几个领域的案例计在第一个领域。",
    "year": "跨年的合同不分摊，计在起始年；至多画最近 12 年。",
}


def add_agreed(sheet: Sheet) -> None:
    """Add the amounts of cases by category, field, year and province; one table where they are too few."""
    found = amounts_of(sheet.shelf.library.every(Case))
    made = [(name, agreed_chart(sheet.shelf, found, name, title, key)) for name, title, key in KEYS]
    drawn = [(name, chart) for name, chart in made if chart.svg]
    for name, chart in drawn or made[:1]:
        scope = (*(escape(line) for line in scope_of(found)), escape(REMARKS.get(name, "")))
        figure(sheet, chart, anchor=f"agreed-{name}", scope=scope)
    if not (found.agreed or found.wholes):
        sheet.note("公开的案例都没有写准确的合同或项目总额。")
    add_counted(sheet, found)


def add_counted(sheet: Sheet, found: Amounts) -> None:
    """Every exact sum under its own name, with its period and its scope."""
    ordered = sorted((*found.agreed, *found.wholes), key=lambda item: (-item.amount, item.case.id))
    rows = (
        (
            sheet.record_link(item.case),
            escape(item.total.measure.name),
            escape(item.total.text),
            escape(measure_about(item.total.measure)),
        )
        for item in ordered[:MOST_COUNTED]
    )
    sheet.grid(("案例", "原来的名称", "金额", "期间或口径"), rows, "agreed-counted")
    if len(ordered) > MOST_COUNTED:
        sheet.note(f"只列最大的 {MOST_COUNTED} 项，共 {len(ordered)} 项。")


def agreed_chart(shelf: Shelf, found: Amounts, name: str, title: str, key: Key) -> Chart:
    """The sums of amounts by a key that each case has once."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for item in found.agreed:
        sums[key(shelf, item.case)] += item.amount
    by_size = sorted(sums, key=lambda one: (-sums[one], one))
    order = sorted(sums)[-MOST_BARS:] if name == "year" else by_size
    return bars(
        f"案例的合同或项目总额：按{title}",
        UNIT,
        [Point(one, sums[one]) for one in order],
        name=title,
        value="金额",
    )


def scope_of(found: Amounts) -> Iterator[str]:
    """What was counted and what was not."""
    yield f"数的是 {len(found.agreed)} 个写了准确金额的公开案例，"
    yield "取中标、成交、合同金额或项目总额（按这个次序取一项），换算成万元；与统计表的金额不相加。"
    yield "合计只说明库里写到多少，不是某地某年的支出；每一项的期间和口径见下表。"
    if found.wholes:
        yield f"写的是采购（购买）金额、总投资的 {len(found.wholes)} 个口径不同，没有加进来，也列在下表。"
    if found.hedged:
        yield f"金额是约数的 {found.hedged} 个没有计入。"
    if found.unwritten:
        yield f"{NO_TOTAL}的 {found.unwritten} 个没有计入。"
