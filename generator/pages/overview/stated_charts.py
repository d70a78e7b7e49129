"""The charts of what 统计表 state: by category, by year, by region, with the tables that were counted."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.charts import MOST_BARS, Chart, Point, bars
from generator.models.returns import Statistics
from generator.pages.listing.groups import region_link
from generator.pages.markup import escape
from generator.pages.overview.figure import figure
from generator.pages.overview.stated import MONEY_UNIT, Claim, Pool, pools_of
from generator.pages.sheet import Sheet
from generator.quantity import print_decimal

MOST_POOLS, MOST_NAMED = 6, 8
"""Pools shown on one page; tables named below a chart."""


def add_stated(sheet: Sheet, *, brief: bool = False) -> None:
    """Add the charts of all 统计表 of the library.

    Args:
        sheet: the page.
        brief: only the first charts, for a page that leads to the others.
    """
    library = sheet.shelf.library
    pools = pools_of(library, library.every(Statistics))
    shown = [pool for pool in pools if charts_of(sheet, pool)][: 2 if brief else MOST_POOLS]
    for number, pool in enumerate(shown, start=1):
        charts = charts_of(sheet, pool)
        for name, chart in charts[:1] if brief else charts:
            figure(sheet, chart, anchor=f"stated-{number}-{name}", scope=tuple(scope_of(sheet, pool, name)))
    if not brief:
        add_others(sheet, [pool for pool in pools if pool not in shown])


def charts_of(sheet: Sheet, pool: Pool) -> list[tuple[str, Chart]]:
    """The charts of a pool that have at least two numbers."""
    made = (
        ("category", category_chart(sheet, pool)),
        ("year", year_chart(sheet, pool)),
        ("region", region_chart(sheet, pool)),
    )
    return [(name, chart) for name, chart in made if chart is not None and chart.svg]


def title_of(sheet: Sheet, pool: Pool, by: str) -> str:
    """What a chart of a pool is called."""
    codes = sheet.shelf.library.code_table(pool.key.codes)
    return f"统计表申报的{pool.key.indicator}：按{by}" + (f"（{codes.id}）" if codes else "")


def category_chart(sheet: Sheet, pool: Pool) -> Chart | None:
    """By category, where the rows are names of a code table, in its order; others follow."""
    codes = sheet.shelf.library.code_table(pool.key.codes)
    if codes is None:
        return None
    sums: dict[str, Decimal] = {code.name: Decimal(0) for code in codes.codes}
    for claim in pool.claims:
        for name, value in claim.values.items():
            sums[name] = sums.get(name, Decimal(0)) + value
    heading = pool.claims[0].table.row_title if pool.claims else "类别"
    points = [Point(name, value) for name, value in sums.items()]
    return bars(title_of(sheet, pool, heading), pool.key.unit, points, name=heading, value=pool.key.indicator)


def year_chart(sheet: Sheet, pool: Pool) -> Chart | None:
    """By year, of claims that are about one whole calendar year."""
    sums: dict[int, Decimal] = defaultdict(Decimal)
    for claim in pool.claims:
        if claim.whole_year is not None:
            sums[claim.whole_year] += claim.total
    points = [Point(f"{year}年", sums[year]) for year in sorted(sums)[-MOST_BARS:]]
    return bars(title_of(sheet, pool, "年份"), pool.key.unit, points, name="年份", value=pool.key.indicator)


def region_chart(sheet: Sheet, pool: Pool) -> Chart | None:
    """By the region that reported, the largest first."""
    sums: dict[str, Decimal] = defaultdict(Decimal)
    for claim in pool.claims:
        sums[claim.table.region] += claim.total
    ordered = sorted(sums.items(), key=lambda item: (-item[1], item[0]))
    points = [Point(name, value) for name, value in ordered]
    return bars(title_of(sheet, pool, "地区"), pool.key.unit, points, name="地区", value=pool.key.indicator)


# --- what was counted -----------------------------------------------------------------------------


def scope_of(sheet: Sheet, pool: Pool, name: str) -> Iterator[str]:
    """What was counted, from which tables, what was left out and why."""
    if pool.key.scope:
        yield escape(f"口径：{pool.key.scope}。")
    claims = [claim for claim in pool.claims if name != "year" or claim.whole_year is not None]
    yield counted_tables(sheet, claims)
    whole = print_decimal(sum((claim.total for claim in claims), Decimal(0)))
    yield escape(f"合计 {whole} {pool.key.unit}。")
    if pool.key.unit == MONEY_UNIT:
        yield escape("只数统计表，不含案例的合同或项目总额；各表的单位都换算成万元。")
    if name == "year":
        yield escape("只计满一个公历年的数；各年计入的地区可能不同；至多画最近 12 年。")
    if name == "region":
        yield escape("各地区计入的期间可能不同，不宜直接比较多少。")
    yield from left_out(sheet, pool, name)


def counted_tables(sheet: Sheet, claims: Sequence[Claim]) -> str:
    """The tables that were counted, each with its region and its periods."""
    periods: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        periods[claim.table.id].append(claim)
    named = "；".join(
        f"{region_link(sheet, members[0].table.region)} "
        f"{escape('、'.join(claim.period for claim in members))}，{sheet.record_link(members[0].table)}"
        for members in list(periods.values())[:MOST_NAMED]
    )
    more = f"等 {len(periods)} 张表" if len(periods) > MOST_NAMED else ""
    return f"{escape('计入：')}{named}{escape(more + '。')}"


def left_out(sheet: Sheet, pool: Pool, name: str) -> Iterator[str]:
    """What was not counted: overlaps, columns within others, cells without a number."""
    told = [
        f"{sheet.record_link(item.table)}{escape(f'的{item.what}（{item.reason}）')}"
        for item in pool.left_out
    ]
    if name == "year":
        told += [
            f"{sheet.record_link(claim.table)}{escape(f'的{claim.period}（不是一个公历年）')}"
            for claim in pool.claims
            if claim.whole_year is None
        ]
    if told:
        more = f"等 {len(told)} 项" if len(told) > MOST_NAMED else ""
        yield f"{escape('未计入：')}{'；'.join(told[:MOST_NAMED])}{escape(more + '。')}"
    blanks = sum(claim.blanks for claim in pool.claims)
    if blanks:
        yield escape(f"另有 {blanks} 格没有数，不计。")


def add_others(sheet: Sheet, pools: list[Pool]) -> None:
    """The tables that stand in no chart of the page: their own pages have their charts."""
    tables = {claim.table.id: claim.table for pool in pools for claim in pool.claims}
    if not tables:
        return
    links = "、".join(sheet.record_link(table) for table in list(tables.values())[:MOST_NAMED])
    more = f"等 {len(tables)} 张" if len(tables) > MOST_NAMED else ""
    words = "：口径或分类与别的表不同，不并入，图见各表的页面。"
    sheet.add(f'<p class="note">{escape("没有并在一起的统计表：")}{links}{escape(more + words)}</p>')
