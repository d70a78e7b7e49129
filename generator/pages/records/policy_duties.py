"""What a text demands of whom until when and how far it has got, and what it hands on from above."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from generator.duties import Duty, Urgency
from generator.duties.telling import last_words
from generator.hanzi.calendar import print_day
from generator.models.policy import Demand, IssuingFacts, Policy
from generator.pages.duties import NOT_TOLD, TONES, duties_path, may_tell, open_entries, state_cell, text_link
from generator.pages.markup import BREAK, badge, escape, tag
from generator.pages.records.common import kept, provision_link
from generator.pages.reference import rule_link
from generator.pages.sheet import Sheet

MOST_HANDED_ON = 20
HEAD = ("条款", "期限", "状态", "事项", "主体")
"""When and how it stands come first: in a narrow window the columns at the end are out of sight."""


def add_demands(sheet: Sheet, policy: Policy) -> None:
    """What the text asks of whom, until when, and how that stands on the day of the data."""
    if not policy.demands:
        return
    sheet.heading(2, f"要求和期限（{len(policy.demands)}）", "demands")
    own = own_duties(sheet, policy)
    if own:
        ledger = sheet.link(duties_path(1), "办理期限台账")
        day = print_day(sheet.shelf.dated)
        sheet.add(
            tag("p", escape(f"状态按{day}计算，台账里没有记不等于没有办，见") + f" {ledger}", class_="note")
        )
    rows = (demand_row(sheet, policy, demand, own.get(demand.id)) for demand in policy.demands)
    sheet.grid(HEAD, rows, "demands-table")


def own_duties(sheet: Sheet, policy: Policy) -> Mapping[str, Duty]:
    """The duties of those whom the text names itself, by its 要求."""
    duties = sheet.shelf.duties_of.get(policy.id, ())
    return {duty.demand: duty for duty in duties if duty.policy is policy and not duty.via}


def demand_row(sheet: Sheet, policy: Policy, demand: Demand, duty: Duty | None) -> tuple[str, ...]:
    """One demand."""
    force = f" {badge(demand.force)}" if demand.force else ""
    return (
        provision_link(sheet, policy.id, demand.anchor),
        until_cell(demand, duty),
        duty_state(sheet, duty) if duty else "",
        escape(demand.what) + force + (f"{BREAK}{rule_link(sheet, demand.rule)}" if demand.rule else ""),
        escape("、".join(demand.who)),
    )


def until_cell(demand: Demand, duty: Duty | None) -> str:
    """The words of a deadline, with the next day that they mean."""
    written = escape(demand.until or "")
    before = tag("span", escape(last_words(duty)), class_="about") if duty and duty.last else ""
    if duty is None or duty.due is None or duty.due.isoformat() == demand.until:
        return kept(escape(print_day(duty.due))) if duty and duty.due else written
    return f"{written}{tag('span', escape(print_day(duty.due)), class_='about')}{before}"


def duty_state(sheet: Sheet, duty: Duty) -> str:
    """How a duty stands, where that may be told; one without a day has nothing to be late for."""
    if not may_tell(duty, open_entries(sheet.shelf)):
        return kept(badge(NOT_TOLD))
    urgency = duty.urgency(sheet.shelf.dated)
    return "" if urgency is Urgency.OPEN_ENDED and duty.entry is None else state_cell(sheet, duty)


def due_notes(sheet: Sheet, policy: Policy) -> dict[str, str]:
    """A line for each provision that sets a day: the day and how it stands, by the provision's id."""
    anchors = sheet.shelf.anchors(policy.id)
    found: dict[str, list[Duty]] = {}
    for duty in own_duties(sheet, policy).values():
        block = anchors.get(duty.anchor)
        if block and duty.due:
            found.setdefault(block, []).append(duty)
    return {block: escape("；").join(due_note(sheet, duty) for duty in found[block]) for block in found}


def due_note(sheet: Sheet, duty: Duty) -> str:
    """The day of a duty, leading to what it is."""
    words = sheet.link(sheet.path, f"期限 {print_day(duty.due)}" if duty.due else "", "demands")
    if not may_tell(duty, open_entries(sheet.shelf)):
        return words
    urgency = duty.urgency(sheet.shelf.dated)
    last = f" {escape(last_words(duty))}" if duty.last else ""
    return f"{words} {badge(urgency.value, TONES[urgency])}{last}"


# --- what a notice hands on -----------------------------------------------------------------------


def add_handed_on(sheet: Sheet, record: IssuingFacts) -> None:
    """What a forwarding notice brings to those whom it was sent to."""
    duties = [
        duty for duty in sheet.shelf.duties_of.get(record.id, ()) if duty.via and duty.via[-1].id == record.id
    ]
    if not duties:
        return
    sheet.heading(2, f"转来的要求（{len(duties)}）", "handed-on")
    sheet.note(f"来文的要求由它交给它的主送机关；状态按{print_day(sheet.shelf.dated)}计算。")
    sheet.grid(("出处", *HEAD[1:]), handed_rows(sheet, duties[:MOST_HANDED_ON]), "handed-on-table")
    if len(duties) > MOST_HANDED_ON:
        words = f"另有 {len(duties) - MOST_HANDED_ON} 条，见办理期限台账"
        sheet.add(f"<p>{sheet.link(duties_path(1), words)}</p>")


def handed_rows(sheet: Sheet, duties: Sequence[Duty]) -> Iterator[tuple[str, ...]]:
    """Duties with the text and the provision that they come from."""
    for duty in duties:
        source = text_link(sheet, duty.policy) if duty.policy else ""
        place = provision_link(sheet, duty.policy.id, duty.anchor) if duty.policy else ""
        late = f" {badge('转发时期限已过', 'warn')}" if duty.passed else ""
        day = kept(escape(print_day(duty.due))) if duty.due else escape(duty.deadline.words)
        yield (
            f"{source} {place}",
            day,
            duty_state(sheet, duty),
            escape(duty.what) + late,
            escape("；".join(duty.who)),
        )
