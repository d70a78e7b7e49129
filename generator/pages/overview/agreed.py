"""What cases cost: the amounts that cases give for their contracts, one for each case, exact ones only."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from generator.charts import MOST_BARS, Chart, Point, bars
from generator.models.case import Case
from generator.models.fields import Absent
from generator.pages.markup import escape
from generator.pages.overview.figure import figure
from generator.pages.sheet import Sheet
from generator.pages.shelf import Shelf
from generator.quantity import SCALES
from generator.rules.amounts import OTHER_NAMES, amount_of

UNIT = "万元"


@dataclass(frozen=True, slots=True)
class Agreed:
    """A case with the amount of its contract in 万元."""

    case: Case
    amount: Decimal


@dataclass(frozen=True, slots=True)
class Amounts:
    """The amounts of the cases of a library.

    Attributes:
        agreed: the cases that give an exact amount.
        hedged: how many give only 约, 近 and the like.
        unwritten: how many give none.
    """

    agreed: tuple[Agreed, ...]
    hedged: int
    unwritten: int


def amounts_of(cases: Sequence[Case]) -> Amounts:
    """The exact amounts of cases, in 万元; the first of 中标, 成交, 合同 and 项目金额 that a case has."""
    agreed, hedged, unwritten = [], 0, 0
    for case in cases:
        found = amount_of(case, OTHER_NAMES)
        base = found[0].base if found else None
        if found is None or base is None:
            unwritten += 1
        elif not found[0].exact:
            hedged += 1
        else:
            agreed.append(Agreed(case, base / SCALES["万"]))
    return Amounts(tuple(agreed), hedged, unwritten)


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
    if not found.agreed:
        sheet.note("公开的案例都没有写准确的合同金额。")


def agreed_chart(shelf: Shelf, found: Amounts, name: str, title: str, key: Key) -> Chart:
    """The sums of amounts by a key that each case has once."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for item in found.agreed:
        sums[key(shelf, item.case)] += item.amount
    by_size = sorted(sums, key=lambda one: (-sums[one], one))
    order = sorted(sums)[-MOST_BARS:] if name == "year" else by_size
    return bars(
        f"案例的合同金额：按{title}",
        UNIT,
        [Point(one, sums[one]) for one in order],
        name=title,
        value="合同金额",
    )


def scope_of(found: Amounts) -> Iterator[str]:
    """What was counted and what was not."""
    yield f"数的是 {len(found.agreed)} 个写了准确金额的公开案例，"
    yield "取案例“数据”里的中标、成交、合同或项目金额（按这个次序取一项），换算成万元；与统计表的金额不相加。"
    if found.hedged:
        yield f"金额是约数的 {found.hedged} 个没有计入。"
    if found.unwritten:
        yield f"没有写金额的 {found.unwritten} 个没有计入。"
