"""时效 at the head of a text that is not simply in force, and at the provisions that another text changed."""

from __future__ import annotations

from generator.chain.effect import Change, Effect
from generator.hanzi.calendar import print_day
from generator.models.policy import Policy, Status
from generator.pages.comparing.pairs import comparison_link
from generator.pages.markup import escape, tag
from generator.pages.records.common import citation_link, effect_of, provision_link
from generator.pages.sheet import Sheet

BANNERS = {
    Status.REPEALED: "bad",
    Status.LAPSED: "bad",
    Status.AMENDED: "warn",
    Status.NOT_YET: "warn",
    Status.DRAFT: "warn",
}
"""Tones of the banner at the head of a text that is not simply in force."""
NOT_BINDING = "还没有印发，不能作为依据。"
NO_SUCCESSOR = "库里没有登记替代它的文件。"


def add_status_banner(sheet: Sheet, policy: Policy) -> None:
    """A text that has ended, was amended or is still to come says so at its head, and by which text."""
    effect = effect_of(sheet.shelf, policy)
    tone = BANNERS.get(effect.status)
    if tone is None:
        add_coming_end(sheet, effect)
        return
    since = print_day(effect.since) if effect.since else ""
    lines = [f"<strong>{escape(status_words(effect, since))}</strong>{stated_words(effect, policy)}"]
    lines += [change_line(sheet, policy, change, ended=effect.ended) for change in effect.changes]
    if not effect.changes:
        reason = "" if effect.status is Status.NOT_YET else effect.reason
        told = {Status.DRAFT: NOT_BINDING}.get(effect.status, reason)
        lines += [escape(told)] if told else []
        lines += [escape(NO_SUCCESSOR)] if effect.ended and NO_SUCCESSOR[:-1] not in told else []
    sheet.add(f'<div class="banner banner-{tone}">{"".join(f"<p>{line}</p>" for line in lines)}</div>')


def status_words(effect: Effect, since: str) -> str:
    """The status with its day."""
    if effect.status is Status.NOT_YET and since:
        return f"{effect.status.value}，{effect.reason}"
    return f"{effect.status.value}（自{since}起）" if since else effect.status.value


def stated_words(effect: Effect, policy: Policy) -> str:
    """What the record itself says, where that is something else."""
    differs = effect.status is not policy.status and policy.status is not Status.UNVERIFIED
    return tag("span", escape(f"（记录写的是“{policy.status.value}”）"), class_="about") if differs else ""


def change_line(sheet: Sheet, policy: Policy, change: Change, *, ended: bool) -> str:
    """The text that repealed or amended this one, with its provision, its day, and the two side by side."""
    text = citation_link(sheet, sheet.shelf.library.entries[change.by].record)
    where = provision_link(sheet, change.by, change.source)
    concerned = escape(f"{change.anchor}，") if change.anchor else ""
    day = escape(f"，{print_day(change.since)}起施行") if change.since else ""
    verb = escape("废止依据（替代文件）：" if ended else "修改依据：")
    compare = comparison_link(sheet, change.by, policy.id, "新旧对照")
    return f"{verb}{concerned}{text} {where}{day}" + (f"　{compare}" if compare else "")


def add_coming_end(sheet: Sheet, effect: Effect) -> None:
    """A text in force whose last day is known already says so."""
    if "将于" in effect.reason:
        sheet.add(f'<div class="banner banner-warn"><p>{escape(effect.reason)}</p></div>')


def changed_notes(sheet: Sheet, policy: Policy) -> dict[str, str]:
    """A line for each provision that another text changed, by the provision's id."""
    anchors = sheet.shelf.anchors(policy.id)
    found: dict[str, list[str]] = {}
    for change in effect_of(sheet.shelf, policy).changes:
        block = anchors.get(change.anchor)
        if change.anchor and block:
            text = citation_link(sheet, sheet.shelf.library.entries[change.by].record)
            day = f"自{print_day(change.since)}起" if change.since else ""
            words = f"{escape(f'{day}由')}{text} {provision_link(sheet, change.by, change.source)}"
            found.setdefault(block, []).append(words + escape("修改或废止"))
    return {block: escape("；").join(notes) for block, notes in found.items()}
