"""The ledger of duties, the list of those overdue, and the calendar file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import partial

from generator.compose import Audience
from generator.duties import Duty, Urgency, calendar_text
from generator.duties.calendar import number_or_title
from generator.duties.telling import last_words
from generator.hanzi.calendar import print_day
from generator.hanzi.docnumber import DocNumber
from generator.models.duties import DutyEntry, DutyLedger
from generator.models.policy import IssuingFacts
from generator.models.record import Disclosure
from generator.pages.listing.paging import paged
from generator.pages.markup import BREAK, badge, escape
from generator.pages.records.common import kept, provision_link
from generator.pages.reference import rule_link
from generator.pages.sheet import Page, Sheet
from generator.pages.shelf import Shelf
from generator.rules.verdicts import caution
from generator.rules.workdays import NO_HOLIDAYS

TITLE, OVERDUE = "办理期限", "已逾期的要求"
CALENDAR = "files/期限.ics"
TONES = {
    Urgency.OVERDUE: "bad",
    Urgency.SOON: "warn",
    Urgency.LATER: "plain",
    Urgency.OPEN_ENDED: "plain",
    Urgency.UNSURE: "plain",
    Urgency.DONE: "good",
    Urgency.NOT_OURS: "plain",
}
NOT_TOLD = "台账不公开"
NOTED, UNNOTED = "台账没有记办结", "台账没有记"
COLUMNS = ("期限", "状态", "事项和出处", "谁办")
MOST_HANDS = 20
"""Notices that handed a demand on, of which its row tells; each notice lists its own."""
Hands = tuple[Duty, ...]
"""One demand: of those whom the text names, then of those to whom it was handed on."""


def duties_path(number: int) -> str:
    """A page of the ledger."""
    return "browse/duties/index.md" if number == 1 else f"browse/duties/{number}.md"


def overdue_path(number: int) -> str:
    """A page of what is overdue."""
    return "browse/duties/overdue.md" if number == 1 else f"browse/duties/overdue-{number}.md"


def year_path(year: int, number: int) -> str:
    """A page of what one year asks for."""
    return f"browse/duties/year-{year}.md" if number == 1 else f"browse/duties/year-{year}-{number}.md"


def duty_pages(shelf: Shelf) -> Iterator[Page]:
    """The ledger by due date, the list of what is overdue, and a list for each year."""
    above = ((duties_path(1), TITLE),)
    groups = groups_of(shelf.duties)
    yield from paged(shelf, duties_path, TITLE, groups, add_ledger)
    yield from paged(shelf, overdue_path, OVERDUE, overdue_of(shelf), add_overdue, parents=above)
    for year, asked in by_year(groups).items():
        path, write = partial(year_path, year), partial(add_duties, year=year)
        yield from paged(shelf, path, f"{year}年的期限", asked, write, parents=above)


def groups_of(duties: Iterable[Duty]) -> tuple[Hands, ...]:
    """Duties with those that are the same demand in other hands, in the order of the first of each."""
    found: dict[tuple[str, str], list[Duty]] = {}
    for duty in duties:
        text = duty.policy.id if duty.policy and duty.demand else ""
        found.setdefault((text, duty.demand if text else duty.key), []).append(duty)
    return tuple(tuple(sorted(group, key=lambda duty: len(duty.via))) for group in found.values())


def by_year(groups: Sequence[Hands]) -> Mapping[int, Sequence[Hands]]:
    """What is due in each year, or was in its last round; the earliest year and the earliest day first."""
    found: dict[int, list[Hands]] = defaultdict(list)
    for group in groups:
        days = (day for duty in group for day in (duty.last, duty.due) if day)
        for year in dict.fromkeys(day.year for day in days):
            found[year].append(group)
    return {year: sorted(found[year], key=partial(day_in, year)) for year in sorted(found)}


def day_in(year: int, group: Hands) -> date:
    """The day of a demand in a year: of its last round there, else of the next."""
    days = (day for duty in group for day in (duty.last, duty.due) if day and day.year == year)
    return next(days, date.max)


def in_its_last_round(duty: Duty, year: int | None) -> bool:
    """Whether a year's page tells of a yearly duty's round that has passed, and not of the one to come."""
    return bool(year and duty.last and duty.last.year == year and duty.due and duty.due.year != year)


def overdue_of(shelf: Shelf) -> tuple[Hands, ...]:
    """The demands whose day has passed by the day of the data, each once however many hands it is in."""
    overdue = (duty for duty in told_of(shelf) if duty.urgency(shelf.dated) is Urgency.OVERDUE)
    return groups_of(overdue)


def told_of(shelf: Shelf) -> Iterator[Duty]:
    """The duties of which it may be said how far they have got."""
    entries = open_entries(shelf)
    return (duty for duty in shelf.duties if may_tell(duty, entries))


def open_entries(shelf: Shelf) -> frozenset[DutyEntry]:
    """The entries of the ledgers that everybody may read: on a site, those of ledgers 主动公开."""
    ledgers = shelf.library.every(DutyLedger)
    everything = shelf.audience is not Audience.SITE
    shown = (one for one in ledgers if everything or one.disclosure is Disclosure.PUBLIC)
    return frozenset(entry for ledger in shown for entry in ledger.entries)


def may_tell(duty: Duty, entries: frozenset[DutyEntry]) -> bool:
    """Whether what the ledger notes of a duty may be shown; of one without an entry there is nothing."""
    return duty.entry is None or duty.entry in entries


def calendar_file(shelf: Shelf) -> tuple[str, str]:
    """The path and the text of the calendar."""
    return CALENDAR, calendar_text(shelf.duties, shelf.dated)


def add_ledger(sheet: Sheet, some: Sequence[Hands]) -> None:
    """A page of the ledger."""
    if sheet.shelf.duties:
        add_opening(sheet)
    add_duties(sheet, some)


def add_overdue(sheet: Sheet, some: Sequence[Hands]) -> None:
    """A page of what is overdue."""
    if some:
        day = print_day(sheet.shelf.dated)
        sheet.note(f"截至{day}，台账里没有记为办结或不适用的。没有记不等于没有办。")
    add_duties(sheet, some)


def add_opening(sheet: Sheet) -> None:
    """What the list is, how it was counted, and what to take along."""
    day, overdue = print_day(sheet.shelf.dated), len(overdue_of(sheet.shelf))
    due_soon = (duty for duty in told_of(sheet.shelf) if duty.urgency(sheet.shelf.dated) is Urgency.SOON)
    soon = len(groups_of(due_soon))
    sheet.note(
        f"按{day}计算：已逾期 {overdue} 条，30日内到期 {soon} 条。办理情况取自办理台账，没有记不等于没有办。"
    )
    sheet.note(
        "转发通知把来文的要求带给它的主送机关，同一要求合成一条，只计一次；主送机关不在原文所指主体之内的，"
        f"是否适用由人判断，不算逾期。工作日{NO_HOLIDAYS}。排不出日子的列在最后。"
    )
    years = by_year(groups_of(sheet.shelf.duties))
    links = (sheet.link(year_path(year, 1), f"{year}年 {len(years[year])} 条") for year in years)
    sheet.add(f"<p>{escape('按年看：')}{escape('；').join(links)}</p>" if years else "")
    sheet.items(
        (
            sheet.link(overdue_path(1), OVERDUE),
            sheet.link(CALENDAR, "下载日历文件（.ics），可导入办公软件的日历", class_="download"),
        )
    )


def add_duties(sheet: Sheet, groups: Sequence[Hands], year: int | None = None) -> None:
    """Demands as a table, each duty with an anchor of its own; on a year's page by its day in that year."""
    if not groups:
        sheet.note("没有。")
    sheet.grid(COLUMNS, (duty_row(sheet, group, year) for group in groups), "duties")


def duty_anchor(duty: Duty) -> str:
    """The id of a duty on its page."""
    return f"duty-{duty.key.replace('/', '-').replace('@', '-')}"


def duty_row(sheet: Sheet, group: Hands, year: int | None = None) -> tuple[str, ...]:
    """One demand with all its hands; how far each has got only where that may be told."""
    first = group[0]
    told = may_tell(first, open_entries(sheet.shelf))
    passed = told and in_its_last_round(first, year)
    day = kept(print_day(first.last)) if passed and first.last else when_words(first)
    name = f'<span id="{escape(duty_anchor(first))}">{day}</span>'
    about = about_last_round(first) if passed else about_day(first, told=told)
    others = (hand_line(sheet, duty, first, year) for duty in group[1 : MOST_HANDS + 1])
    left = len(group) - 1 - MOST_HANDS
    more = (small(f"另有 {left} 处转发，见各转发通知"),) if left > 0 else ()
    return (
        "".join((name, *map(small, about))),
        state_of(sheet, first, told=told, year=year),
        BREAK.join((what_words(first), *source_lines(sheet, first))),
        "".join((who_cell(first), *others, *more)),
    )


def hand_line(sheet: Sheet, duty: Duty, first: Duty, year: int | None = None) -> str:
    """To whom a notice handed a demand on, and how that stands there."""
    told = may_tell(duty, open_entries(sheet.shelf))
    notices = "、 ".join(text_link(sheet, notice) for notice in duty.via)
    passed = f" {badge('转发时期限已过', 'warn')}" if duty.passed else ""
    day = f" {when_words(duty)}" if duty.due != first.due else ""
    words = f"{escape('经')} {notices} {escape('转给：' + '；'.join(duty.who))}{passed}{day}"
    state = state_of(sheet, duty, told=told, year=year).replace(BREAK, " ")
    return f'<span class="about" id="{escape(duty_anchor(duty))}">{words} {state}</span>'


def state_of(sheet: Sheet, duty: Duty, *, told: bool, year: int | None = None) -> str:
    """How a duty stands, where that may be told; on a year's page how its round of that year stands."""
    if not told:
        return kept(badge(NOT_TOLD, "plain"))
    asked = duty.urgency(sheet.shelf.dated) in (Urgency.SOON, Urgency.LATER)
    return last_round_state(duty) if asked and in_its_last_round(duty, year) else state_cell(sheet, duty)


def when_words(duty: Duty) -> str:
    """The day, else the words of the deadline."""
    return kept(print_day(duty.due)) if duty.due else escape(duty.deadline.words or duty.deadline.kind.value)


def about_day(duty: Duty, *, told: bool) -> Iterator[str]:
    """The words that a day was worked out from, whether it may be some days off, and the round before."""
    if duty.due and duty.due.isoformat() != duty.deadline.words:
        yield duty.deadline.words
    if duty.approximate:
        yield "推算，可能差几天"
    if duty.last and told:
        yield last_words(duty)


def about_last_round(duty: Duty) -> Iterator[str]:
    """The words that the day of a round that has passed was worked out from, and when the next one is."""
    yield duty.deadline.words
    if duty.approximate:
        yield "推算，可能差几天"
    yield f"下一期 {print_day(duty.due)}" if duty.due else ""


def last_round_state(duty: Duty) -> str:
    """How a round that has passed stands: nobody can say that it was not done."""
    return BREAK.join((kept(badge("已过", "warn")), small(NOTED if duty.entry else UNNOTED)))


def small(words: str) -> str:
    """Words below a value."""
    return f'<span class="about">{escape(words)}</span>'


def what_words(duty: Duty) -> str:
    """What is to be done, and how strongly it is demanded."""
    return escape(duty.what) + (f" {badge(duty.force)}" if duty.force else "")


def who_cell(duty: Duty) -> str:
    """Who has to do it; of a duty that was handed on also whom the text named."""
    asked = f"{BREAK}{small('原文对：' + '、'.join(duty.asked))}" if duty.via else ""
    return escape("；".join(duty.who)) + asked


def source_lines(sheet: Sheet, duty: Duty) -> Iterator[str]:
    """The provision, and the notices that handed it on."""
    if duty.policy and duty.demand:
        yield f"{text_link(sheet, duty.policy)} {provision_link(sheet, duty.policy.id, duty.anchor)}"
    elif duty.rule:
        note = caution(duty.rule)
        yield rule_link(sheet, duty.rule.id) + (f" {badge(note)}" if note else "")
    if duty.via:
        line = "、 ".join(text_link(sheet, notice) for notice in duty.via)
        passed = f" {badge('转发时期限已过', 'warn')}" if duty.passed else ""
        yield f"{escape('经')} {line} {escape('转发')}{passed}"


def text_link(sheet: Sheet, facts: IssuingFacts) -> str:
    """A text by its number, which stays on one line, or by its title."""
    link = sheet.record_link(facts, number_or_title(facts))
    return kept(link) if isinstance(facts.number, DocNumber) else link


def state_cell(sheet: Sheet, duty: Duty) -> str:
    """How the duty stands, and what the ledger notes."""
    urgency = duty.urgency(sheet.shelf.dated)
    mark = badge(urgency.value, TONES[urgency])
    lines = [mark if urgency is Urgency.UNSURE else kept(mark)]
    if duty.entry:
        done = f"{print_day(duty.entry.done_on)}办结" if duty.entry.done_on else duty.entry.state.value
        lines.append(small("，".join(part for part in (duty.entry.who, done) if part)))
    return BREAK.join(lines)
