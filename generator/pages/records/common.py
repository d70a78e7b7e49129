"""What the pages of all records share: sources, downloads, citations with their status, days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from generator.chain.effect import Effect, effect_on
from generator.compose.address import address_of, file_stem
from generator.compose.case import known
from generator.compose.effective import original_of
from generator.hanzi.calendar import print_day
from generator.hanzi.marks import enclose
from generator.models.case import Case
from generator.models.fields import Absent
from generator.models.issued import IssuedDocument
from generator.models.policy import IssuingFacts, Policy, Status, TextState
from generator.models.record import Origin, Record, Verification
from generator.pages.markup import BREAK, anchor_tag, badge, escape, outside, tag
from generator.pages.sheet import Sheet
from generator.pages.shelf import Shelf

TONES = {
    Status.IN_FORCE: "good",
    Status.AMENDED: "warn",
    Status.NOT_YET: "warn",
    Status.DRAFT: "warn",
    Status.REPEALED: "bad",
    Status.LAPSED: "bad",
    Status.UNVERIFIED: "plain",
}
OURS, AS_ISSUED = "本库所拟", "收录的印发件"
TEXT_WORDS = {TextState.FULL: "全文", TextState.DIGEST: "摘编", TextState.STUB: "只有题录"}
VERIFIED_TONES = {
    Verification.VERIFIED: "good",
    Verification.PARTLY: "warn",
    Verification.UNVERIFIED: "plain",
}


def day_words(value: date | Absent | None) -> str:
    """A day as documents print it, or why it is not there."""
    return print_day(value) if isinstance(value, date) else known(value or "")


def effect_of(shelf: Shelf, policy: Policy) -> Effect:
    """时效 of a policy on the day of the data, as its relations and dates have it."""
    return effect_on(shelf.library, policy, shelf.dated)


def status_badge(shelf: Shelf, policy: Policy) -> str:
    """时效 of a policy as a badge."""
    status = effect_of(shelf, policy).status
    return badge(status.told, TONES[status])


def delivery_badge(case: Case) -> tuple[str, ...]:
    """The 服务方式 of a case as a badge; none where the source does not say."""
    return () if isinstance(case.delivery, Absent) else (badge(case.delivery.value),)


def verification_badge(record: Record, *, named: bool = True) -> str:
    """How far a record was compared with the official text; `named` tells it as 核验, beside other badges."""
    state = record.verification or Verification.UNVERIFIED
    return badge(f"核验：{state.value}" if named else state.value, VERIFIED_TONES[state])


def copy_words(shelf: Shelf, record: Record) -> str:
    """Which of two records of one text this is: the print that was taken in, or our own writing of it."""
    if isinstance(record, IssuedDocument) and original_of(shelf.library, record):
        return OURS
    return AS_ISSUED if record.id in shelf.rewritten else ""


def copy_badge(shelf: Shelf, record: Record) -> tuple[str, ...]:
    """Which of two records of one text this is, as a badge; none where there is only one."""
    words = copy_words(shelf, record)
    return (badge(words),) if words else ()


def cited_title(shelf: Shelf, record: IssuingFacts) -> str:
    """《题》（文号）, ready to be written into a sentence; a 文号 that begins with the title has it once."""
    title = shelf.title_of(record)
    number = shelf.number_of(record).removeprefix(title)
    return enclose(title) + (f"（{number}）" if number else "")


def citation_link(sheet: Sheet, record: Record, anchor: str = "") -> str:
    """《题》（文号）as a link, with the status of a policy; other records by their name."""
    if not isinstance(record, IssuingFacts):
        return sheet.record_link(record, sheet.shelf.title_of(record), anchor)
    link = sheet.record_link(record, cited_title(sheet.shelf, record), anchor)
    state = status_badge(sheet.shelf, record) if isinstance(record, Policy) else badge(record.kind)
    return " ".join((link, state, *copy_badge(sheet.shelf, record)))


def provision_link(sheet: Sheet, record_id: str, name: str) -> str:
    """A provision by the name that staff give it (三（四）), linked where the library holds it."""
    target = sheet.shelf.page_of(record_id)
    block = sheet.shelf.anchors(record_id).get(name) if target and name else None
    return kept(sheet.link(target, name, block) if target and block else escape(name))


def kept(words: str) -> str:
    """Finished words that stay on one line."""
    return f'<span class="kept">{words}</span>' if words else ""


# --- downloads and sources --------------------------------------------------------------------


def download_path(record_id: str) -> str:
    """Where the file offered beside a record lies on the site."""
    return f"files/{file_stem(record_id)}.docx"


def download_link(sheet: Sheet, record: Record, words: str = "下载 Word") -> str:
    """A link to the record's own Word document; nothing where there is none."""
    if record.id not in sheet.shelf.downloads:
        return ""
    return sheet.link(download_path(record.id), words, class_="download")


def takeaways(sheet: Sheet, record: Record) -> tuple[str, ...]:
    """What a reader can take along: the Word file, and the record as data."""
    data = sheet.link(f"data/{address_of(record)}.json", "JSON", class_="download plain")
    return download_link(sheet, record), data


def add_head(sheet: Sheet, subtitle: Iterable[str], badges: Iterable[str], summary: str = "") -> None:
    """Title, badges, one line below it, and the summary."""
    sheet.heading(1, sheet.title, "")
    line = escape("\u3000".join(part for part in subtitle if part))
    sheet.add(tag("p", " ".join(part for part in (line, *badges) if part), class_="subtitle"))
    if summary:
        sheet.add(tag("p", escape(summary), class_="lede"))


def add_holders(sheet: Sheet, record: Record) -> None:
    """Where the record is printed: collections and documents, with their Word files."""
    shelf = sheet.shelf
    collections = shelf.collections_of.get(record.id, ()) if isinstance(record, Case) else ()
    holders = (*collections, *shelf.attached_to.get(record.id, ()))
    own = download_link(sheet, record)
    lines = [own] if own else []
    lines += [f"{holder_link(sheet, holder)} {download_link(sheet, holder)}" for holder in holders[:20]]
    lines += [
        f"{escape('据此拟的公文：')}{citation_link(sheet, copy)} {download_link(sheet, copy)}"
        for copy in shelf.rewritten.get(record.id, ())
    ]
    if lines:
        sheet.heading(2, "收录与下载", "holders")
        sheet.items(lines)


def holder_link(sheet: Sheet, holder: Record) -> str:
    """A document or collection that prints a record."""
    verb = "作为附件：" if isinstance(holder, Policy | IssuedDocument) else "收入："
    return escape(verb) + citation_link(sheet, holder)


def add_sources(sheet: Sheet, record: Record) -> None:
    """Where the record was taken from, how far it was verified, and the defects of the source."""
    sheet.heading(2, "来源与核验", "sources")
    origins = BREAK.join(origin_line(origin) for origin in record.origins)
    facts = (
        ("来源", origins),
        ("核验", verification_badge(record, named=False)),
        ("编号", escape(record.id)),
    )
    sheet.facts(facts, "source-facts")
    rows = (
        (escape(item.place), escape(item.original), erratum_remark(item.remark, item.correction))
        for item in record.errata
    )
    sheet.grid(("位置", "原文", "勘误说明"), rows, "errata")


def erratum_remark(remark: str, correction: str | None) -> str:
    """What is wrong, and what it should be."""
    return escape(remark) + (f"{BREAK}更正：{escape(correction)}" if correction else "")


def origin_line(origin: Origin) -> str:
    """A source in words, its web address as a link that the reader may follow."""
    day = print_day(origin.day) if origin.day else ""
    line = escape("，".join(part for part in (origin.title, origin.part, day) if part))
    address = outside(origin.address) if origin.address else None
    return f"{line} {anchor_tag(address, '原网页', class_='outside')}" if address else line


def named_links(sheet: Sheet, records: Iterable[Record]) -> Iterator[str]:
    """Records as links with one line about each."""
    for record in records:
        summary = getattr(record, "summary", None)
        words = sheet.shelf.bound(record, summary) if summary else ""
        line = tag("span", escape(words), class_="about") if words else ""
        yield f"{sheet.record_link(record)}{line}"
