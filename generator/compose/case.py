"""案例 and 地区实践 as articles: facts as a table, the story in its sections, figures, sources."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compose.binding import citation
from generator.compose.composer import Composer
from generator.compose.tables import facts_table, measures_table
from generator.compose.title_lines import break_title
from generator.document import Article, Block, Blocks, Heading, Paragraph, plain, words
from generator.hanzi.docnumber import DocNumber
from generator.hanzi.marks import enclose
from generator.hanzi.numerals import make_label, split_printed_label
from generator.library import Library
from generator.models.case import Budget, Case, Contract, Grounds, Party, Practice, Procurement, Section
from generator.models.fields import Absent, YesNo
from generator.models.policy import Policy
from generator.problems import Place


def compose_case(composer: Composer, case: Case) -> Article:
    """A case on pages of its own."""
    subtitle = f"{case.region}\u3000{case.period.text}"
    facts = case_facts(composer.library, case)
    return article(composer, case, case.title, subtitle, facts)


def compose_practice(composer: Composer, practice: Practice) -> Article:
    """A regional practice on pages of its own."""
    subtitle = f"{practice.region}\u3000{practice.period.text}"
    facts = practice_facts(composer.library, practice)
    return article(composer, practice, practice.display_title, subtitle, facts)


def article(
    composer: Composer, record: Case | Practice, title: str, subtitle: str, facts: Iterator[tuple[str, str]]
) -> Article:
    """Facts, story and figures of a record."""
    origin = composer.library.place(record.id)
    story = case_story(composer, record, "c")
    figures = (measures_table(record.measures, "c-data", "主要数据", origin),) if record.measures else ()
    table = facts_table(gather_missing(facts), "c-facts", origin)
    return Article(record.id, title, subtitle, table, (*story, *figures), origin, break_title(title))


MISSING = {Absent.NOT_WRITTEN.value: "原文未写明", Absent.TO_FILL.value: "有待补充"}


def gather_missing(facts: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The facts that are known, then in one row each the names of those that are not."""
    missing: dict[str, list[str]] = {word: [] for word in MISSING}
    for name, value in facts:
        if value in missing:
            missing[value].append(name)
        else:
            yield name, value
    yield from ((MISSING[word], "、".join(names)) for word, names in missing.items())


def summary_of(composer: Composer, record: Case | Practice) -> str:
    """The one or two sentences that lists and tables show, with their figures filled in."""
    place = composer.library.place(record.id, "摘要")
    return plain(composer.binding(composer.binder(record), record.summary, place))


def case_story(composer: Composer, record: Case | Practice, prefix: str) -> Blocks:
    """The sections of a record, numbered 一、 and on, with their figures filled in."""
    return tuple(section_blocks(composer, record, prefix))


def section_blocks(composer: Composer, record: Case | Practice, prefix: str) -> Iterator[Block]:
    """Each section's heading, then its paragraphs; a title that bears a number of its own keeps it."""
    binder = composer.binder(record)
    for number, section in enumerate(record.sections):
        section_id = f"{prefix}-s{number + 1}"
        origin = composer.library.place(record.id, "章节", number, "题")
        if not isinstance(section.title, Absent):
            yield section_heading(record, section, section_id, number, origin)
        for position, text in enumerate(section.paragraphs):
            place = composer.library.place(record.id, "章节", number, "段", position)
            verbatim = record.verbatim is YesNo.YES
            inlines = words(text) if verbatim else composer.binding(binder, text, place)
            yield Paragraph(f"{section_id}-p{position + 1}", inlines, None, place)


def section_heading(
    record: Case | Practice, section: Section, section_id: str, number: int, origin: Place
) -> Heading:
    """A section's heading: with the number that its title bears, else with the next one.

    A story that is copied word for word gets no number of ours.
    """
    written, bare = split_printed_label(section.title)
    if written is None and record.verbatim is YesNo.YES:
        return Heading(section_id, 1, "", words(section.title), origin)
    label = written.printed if written else make_label(1, number + 1)
    level = max(written.level, 1) if written else 1
    return Heading(section_id, level, label, words(bare), origin)


def case_facts(library: Library, case: Case) -> Iterator[tuple[str, str]]:
    """The facts at a glance, in the order in which a reader asks."""
    yield "地区", case.region
    yield "期间", case.period.text
    yield "服务领域", "、".join(case.fields)
    yield "目录类别", known(case.category)
    yield "服务方式", case.delivery.value
    yield "购买主体", parties(case.purchasers)
    yield "承接主体", parties(case.providers)
    yield "服务对象", known(case.beneficiaries)
    yield "采购方式", procurement(case.procurement)
    yield "预算", budget(case.budget)
    yield "合同", contract(case.contract)
    yield (
        "绩效评价",
        known(case.appraisal) if isinstance(case.appraisal, Absent) else "、".join(case.appraisal.indicators),
    )
    yield "第三方评价", "" if isinstance(case.appraisal, Absent) else known(case.appraisal.third_party)
    yield "政策依据", "；".join(grounds(library, item) for item in case.grounds)


def practice_facts(library: Library, practice: Practice) -> Iterator[tuple[str, str]]:
    """The facts at a glance."""
    yield "地区", practice.region
    yield "期间", practice.period.text
    yield "作者", known(practice.author)
    yield "服务领域", "、".join(practice.fields)
    cited = (library.find(item.policy, Policy) for item in practice.policies)
    yield "相关制度", "；".join(citation(policy) for policy in cited if policy)


def known(value: str) -> str:
    """A value as printed; the four kinds of empty are printed too, for they say something."""
    return value.value if isinstance(value, Absent) else str(value)


def parties(units: tuple[Party, ...]) -> str:
    """Units with their part in the project; the source may name none of them."""
    if units and all(unit.name in MISSING for unit in units):
        return units[0].name
    return "；".join(
        f"{known(unit.name)}（{unit.role}）" if unit.role else known(unit.name) for unit in units
    )


def procurement(value: Procurement | Absent) -> str:
    """The method, with its reach and remark."""
    if isinstance(value, Absent):
        return value.value
    return "，".join(part for part in (known(value.method), value.reach, value.note) if part)


def budget(value: Budget | Absent) -> str:
    """Whether budgeted, and from what money; what the source does not say is left out."""
    if isinstance(value, Absent):
        return value.value
    budgeted = "" if value.budgeted is Absent.NOT_WRITTEN else f"纳入预算：{known(value.budgeted)}"
    funding = "" if value.funding in MISSING else known(value.funding)
    return "，".join(part for part in (budgeted, funding, value.note) if part) or Absent.NOT_WRITTEN.value


def contract(value: Contract | Absent | None) -> str:
    """The term of the contract; vouchers and subsidies have none."""
    if value is None or isinstance(value, Absent):
        return value.value if value else ""
    return "，".join(part for part in (value.term.text if value.term else "", value.note) if part)


def grounds(library: Library, item: Grounds) -> str:
    """How a basis is named: cited from the library, or as the case names it.

    A paper without a 文号 is often only described (“…等方案和通知”): 书名号 would make a title of it.
    """
    policy = library.find(item.policy, Policy) if item.policy else None
    if policy:
        return citation(policy)
    title = item.title or ""
    return f"{enclose(title)}（{item.number}）" if title and isinstance(item.number, DocNumber) else title
