"""The ledger of duties, the list of those overdue, and the calendar file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.compose import Audience
from generator.duties import Duty, Urgency, calendar_text
from generator.duties.calendar import number_or_title
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
    Urgency.DONE: "good",
    Urgency.NOT_OURS: "plain",
}
NOT_TOLD = "台账不公开"
COLUMNS = ("期限", "事项和出处", "谁办", "状态")


def duties_path(number: int) -> str:
    """A page of the ledger."""
    return "browse/duties/index.md" if number == 1 else f"browse/duties/{number}.md"


def overdue_path(number: int) -> str:
    """A page of what is overdue."""
    return "browse/duties/overdue.md" if number == 1 else f"browse/duties/overdue-{number}.md"


def duty_pages(shelf: Shelf) -> Iterator[Page]:
    """The ledger by due date, and the list of what is overdue."""
    overdue = overdue_of(shelf)
    yield from paged(shelf, duties_path, TITLE, shelf.duties, add_ledger)
    yield from paged(shelf, overdue_path, OVERDUE, overdue, add_overdue, parents=((duties_path(1), TITLE),))


def overdue_of(shelf: Shelf) -> tuple[Duty, ...]:
    """The duties whose day has passed by the day of the data, as far as this page may tell of them."""
    return tuple(duty for duty in told_of(shelf) if duty.urgency(shelf.dated) is Urgency.OVERDUE)


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


def add_ledger(sheet: Sheet, some: Sequence[Duty]) -> None:
    """A page of the ledger."""
    if sheet.shelf.duties:
        add_opening(sheet)
    add_duties(sheet, some)


def add_overdue(sheet: Sheet, some: Sequence[Duty]) -> None:
    """A page of what is overdue."""
    if some:
        day = print_day(sheet.shelf.dated)
        sheet.note(f"截至{day}，台账里没有记为办结或不适用的。没有记不等于没有办。")
    add_duties(sheet, some)


def add_opening(sheet: Sheet) -> None:
    """What the list is, how it was counted, and what to take along."""
    day, overdue = print_day(sheet.shelf.dated), len(overdue_of(sheet.shelf))
    soon = sum(duty.urgency(sheet.shelf.dated) is Urgency.SOON for duty in told_of(sheet.shelf))
    sheet.note(
        f"按{day}计算：已逾期 {overdue} 条，30日内到期 {soon} 条。办理情况取自办理台账，没有记不等于没有办。"
    )
    sheet.note(f"转发通知把来文的要求带给它的主送机关；工作日{NO_HOLIDAYS}。排不出日子的列在最后。")
    sheet.items(
        (
            sheet.link(overdue_path(1), OVERDUE),
            sheet.link(CALENDAR, "下载日历文件（.ics），可导入办公软件的日历", class_="download"),
        )
    )


def add_duties(sheet: Sheet, duties: Sequence[Duty]) -> None:
    """Duties as a table, each with an anchor of its own."""
    if not duties:
        sheet.note("没有。")
    entries = open_entries(sheet.shelf)
    rows = (duty_row(sheet, duty, told=may_tell(duty, entries)) for duty in duties)
    sheet.grid(COLUMNS, rows, "duties")


def duty_anchor(duty: Duty) -> str:
    """The id of a duty on its page."""
    return f"duty-{duty.key.replace('/', '-').replace('@', '-')}"


def duty_row(sheet: Sheet, duty: Duty, *, told: bool) -> tuple[str, ...]:
    """One duty; how far it has got only where that may be told."""
    name = f'<span id="{escape(duty_anchor(duty))}">{when_words(duty)}</span>'
    return (
        BREAK.join((name, *(small(part) for part in about_day(duty)))),
        BREAK.join((what_words(duty), *source_lines(sheet, duty))),
        who_cell(duty),
        state_cell(sheet, duty) if told else kept(badge(NOT_TOLD, "plain")),
    )


def when_words(duty: Duty) -> str:
    """The day, else the words of the deadline."""
    return kept(print_day(duty.due)) if duty.due else escape(duty.deadline.words or duty.deadline.kind.value)


def about_day(duty: Duty) -> Iterator[str]:
    """The words that a day was worked out from, and whether it may be some days off."""
    if duty.due and duty.due.isoformat() != duty.deadline.words:
        yield duty.deadline.words
    if duty.approximate:
        yield "推算，可能差几天"


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
    lines = [kept(badge(urgency.value, TONES[urgency]))]
    if duty.entry:
        done = f"{print_day(duty.entry.done_on)}办结" if duty.entry.done_on else duty.entry.state.value
        lines.append(small("，".join(part for part in (duty.entry.who, done) if part)))
    return BREAK.join(lines)
