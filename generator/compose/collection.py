"""典型案例汇编: cases chosen by a query, a preface whose numbers are computed, a summary, an index.

Nothing is copied by hand: change a case, and cover, preface, contents, pages and tables follow.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.compose.binding import citation
from generator.compose.case import compose_case, summary_of
from generator.compose.composer import Composer
from generator.compose.outline import number_blocks
from generator.document import Align, Appendix, Blocks, Cell, Chapter, Collection, Row, Table, words
from generator.library import Library
from generator.models.case import Case
from generator.models.fields import Absent, YesNo
from generator.models.issued import CollectionRecord, Query, SortKey
from generator.models.policy import Policy
from generator.problems import Level, Problem

CHOSEN = "入册"


def compose_collection(composer: Composer, record: CollectionRecord) -> Collection:
    """The collection as a tree."""
    cases = chosen_cases(composer.library, record)
    if not cases and not composer.library.unread:
        hint = "放宽“条件”，或核对条件里的名称"
        place = composer.library.place(record.id, "条件")
        composer.problems.append(
            Problem(Level.ERROR, "COLL001", f"汇编“{record.title}”一个案例也没选到", place, hint)
        )
    return Collection(
        id=record.id,
        title=record.title,
        publisher=record.publisher,
        published=record.published,
        preface=preface_of(composer, record, cases),
        chapters=tuple(chapters_of(composer, record, cases)),
        appendices=tuple(appendices_of(composer, record, cases)),
        origin=composer.library.place(record.id),
    )


# --- choosing -----------------------------------------------------------------------------------


def chosen_cases(library: Library, record: CollectionRecord) -> tuple[Case, ...]:
    """The cases that fit the query, sorted as the record says."""
    fitting = (
        case
        for case in library.every(Case)
        if case.id not in record.exclude and fits(library, case, record.query)
    )
    return tuple(
        sorted(fitting, key=lambda case: tuple(sort_value(library, case, key) for key in record.sort_by))
    )


def fits(library: Library, case: Case, query: Query) -> bool:
    """Whether a case fits every condition that is written."""
    regions = not query.regions or any(library.lies_in(case.region, region) for region in query.regions)
    conditions = (
        (query.fields, case.fields),
        (query.states, (case.state.value,)),
        (query.forms, (case.form,)),
        (query.deliveries, (case.delivery.value,)),
        (query.years, tuple(map(str, case.period.years))),
        (query.ids, (case.id,)),
    )
    return regions and all(not wanted or set(wanted) & set(found) for wanted, found in conditions)


def sort_value(library: Library, case: Case, key: SortKey) -> tuple[str, ...]:
    """What a case is sorted by; regions go by their codes, so that a city follows its province."""
    return {
        SortKey.REGION: tuple(region.code for region in library.region_path(case.region)),
        SortKey.FIELD: case.fields,
        SortKey.YEAR: tuple(map(str, case.period.years[:1])),
        SortKey.TITLE: (case.title,),
    }[key]


def group_title(library: Library, case: Case, key: SortKey) -> str:
    """The chapter that a case belongs to."""
    match key:
        case SortKey.REGION:
            path = library.region_path(case.region)
            return path[0].full_name if path else case.region
        case SortKey.FIELD:
            return case.fields[0]
        case SortKey.YEAR:
            return f"{case.period.years[0]}年" if case.period.years else "时间未写"
        case SortKey.TITLE:
            return "典型案例"


# --- preface ------------------------------------------------------------------------------------


def preface_of(composer: Composer, record: CollectionRecord, cases: tuple[Case, ...]) -> Blocks:
    """The body of the record; 入册 offers what was counted over the chosen cases."""
    computed = {CHOSEN: counts_of(composer.library, cases)}
    binder = replace(composer.binder(record, record.data), computed=computed)
    source = composer.library.source(record.id)
    return number_blocks(
        source.body, source.path, lambda text, place: binder.bind(text, place, composer.problems)
    )


def counts_of(library: Library, cases: tuple[Case, ...]) -> dict[str, str]:
    """案例数, 地区数, 省份数, 领域数, 政策数 of the chosen cases, and the names behind them."""
    counted: dict[str, Callable[[Case], tuple[str, ...]]] = {
        "地区": lambda case: (case.region,),
        "省份": lambda case: tuple(region.full_name for region in library.region_path(case.region)[:1]),
        "领域": lambda case: case.fields,
        "服务方式": lambda case: () if isinstance(case.delivery, Absent) else (case.delivery.value,),
        "政策": lambda case: tuple(item.policy for item in case.grounds if item.policy),
    }
    names = {
        what: list(dict.fromkeys(name for case in cases for name in of(case))) for what, of in counted.items()
    }
    counts = {f"{what}数": str(len(found)) for what, found in names.items()}
    return {
        "案例数": str(len(cases)),
        **counts,
        **{f"{what}清单": "、".join(found) for what, found in names.items()},
    }


# --- chapters and appendices ----------------------------------------------------------------------


def chapters_of(composer: Composer, record: CollectionRecord, cases: tuple[Case, ...]) -> Iterator[Chapter]:
    """The cases in their groups, each an article of its own."""
    groups: dict[str, list[Case]] = defaultdict(list)
    for case in cases:
        groups[group_title(composer.library, case, record.group_by)].append(case)
    for number, (title, members) in enumerate(groups.items(), start=1):
        articles = tuple(compose_case(composer, case) for case in members)
        yield Chapter(f"ch{number}", title, articles)


def appendices_of(
    composer: Composer, record: CollectionRecord, cases: tuple[Case, ...]
) -> Iterator[Appendix]:
    """案例一览表 and 政策依据索引, where the record wants them."""
    if record.summary_table is YesNo.YES:
        yield Appendix("app-summary", "案例一览表", (summary_table(composer, cases),))
    index = policy_index(composer.library, cases)
    if record.policy_index is YesNo.YES and index.rows:
        yield Appendix("app-policies", "政策依据索引", (index,))


def summary_table(composer: Composer, cases: tuple[Case, ...]) -> Table:
    """One row a case."""
    head = ("序号", "案例名称", "地区", "服务领域", "服务方式", "摘要")
    rows = (
        (
            str(number),
            case.title,
            case.region,
            "、".join(case.fields),
            case.delivery.value,
            summary_of(composer, case),
        )
        for number, case in enumerate(cases, start=1)
    )
    return plain_table("app-summary-t1", (2, 6, 4, 4, 4, 8), head, rows)


def policy_index(library: Library, cases: tuple[Case, ...]) -> Table:
    """Which policy stands behind which cases, by the numbers of the summary table."""
    found: dict[str, list[str]] = defaultdict(list)
    for number, case in enumerate(cases, start=1):
        for grounds in case.grounds:
            policy = library.find(grounds.policy, Policy) if grounds.policy else None
            if policy:
                found[citation(policy)].append(str(number))
    rows = ((title, policy_numbers(numbers)) for title, numbers in sorted(found.items()))
    return plain_table("app-policies-t1", (5, 2), ("政策文件", "所见案例（序号）"), rows)


def policy_numbers(numbers: list[str]) -> str:
    """The cases of one policy, each once."""
    return "、".join(dict.fromkeys(numbers))


def plain_table(
    block_id: str, widths: tuple[int, ...], head: tuple[str, ...], rows: Iterator[tuple[str, ...]]
) -> Table:
    """A table of words with one head row; short cells stand in the middle."""
    titles = Row(tuple(Cell(words(text), Align.CENTER) for text in head))
    made = tuple(Row(tuple(Cell(words(text), cell_align(text)) for text in row)) for row in rows)
    return Table(block_id, widths, (titles,), made)


SHORT_CELL = 4


def cell_align(text: str) -> Align:
    """Numbers and short words stand in the middle."""
    return Align.CENTER if len(text) <= SHORT_CELL else Align.LEFT
