"""What a case cost: the one sum by which it is listed, charted and compared, under the name it bears.

A case may tell of many sums: a budget, a subsidy, what one district spent.  Only the price of its
contract or the whole of its project says what the case cost; that is what these names stand for.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.models.case import Case
from generator.models.record import Measure

PRICES = (
    *("中标金额", "中标价", "成交金额", "成交价", "合同金额", "合同价款", "合同总价", "合同总金额"),
    *("项目金额", "项目总额", "项目总金额"),
)
"""Names of the price of one project, the one that is nearest to a contract first."""
WHOLES = ("采购金额", "购买金额", "项目总投资", "总投资")
"""Names of a whole that may hold several projects or more than services: told, but not added to prices."""
NO_TOTAL = "未写合同或项目总额"
BANDS = (
    (Decimal(500_000), "不满50万元"),
    (Decimal(2_000_000), "50万元至不满200万元"),
    (Decimal(5_000_000), "200万元至不满500万元"),
    (Decimal(10_000_000), "500万元至不满1000万元"),
)
"""The first amount in yuan that lies above each band, and the band's name: its lower bound lies in it."""
TOP_BAND = "1000万元以上"
AMOUNT_NOTE = (
    "金额取自案例“数据”里名称为中标、成交、合同金额，项目总额，采购（购买）金额或者总投资的一项，几项都有时按这个次序取；"
    "各按案例写明的期间和口径，预算、补贴、专项资金和其中一部分的支出不算。"
    "下限算在档内，上限不算，1000万元以上含1000万元；约数按所写的数归档。"
    f"“{NO_TOTAL}”的案例，案例页上可能写有别的金额。"
)


@dataclass(frozen=True, slots=True)
class Total:
    """What a case cost: the figure as the record has it, and the same in 元."""

    measure: Measure
    yuan: Decimal

    @property
    def text(self) -> str:
        """The sum as written."""
        return self.measure.value.text if self.measure.value else ""

    @property
    def exact(self) -> bool:
        """Whether the sum is no 约 or 近."""
        return self.measure.value is not None and self.measure.value.exact

    @property
    def is_price(self) -> bool:
        """Whether it is the price of one project, so that those of several cases can be added."""
        return self.measure.name in PRICES

    @property
    def band(self) -> str:
        """The band that it falls into."""
        return next((name for above, name in BANDS if self.yuan < above), TOP_BAND)


def total_of(case: Case) -> Total | None:
    """The price of a case; None where no figure of these names is a sum of money with a number."""
    return next(totals(case), None)


def totals(case: Case) -> Iterator[Total]:
    """Its figures of these names, in the order of the names."""
    for name in (*PRICES, *WHOLES):
        for measure in case.measures:
            value = measure.value
            if measure.name == name and value and value.unit == "元" and value.base is not None:
                yield Total(measure, value.base)
