"""The page on which two texts stand side by side; in a narrow window one provision under the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from generator.chain.forwarding import chain_to
from generator.hanzi.calendar import print_day
from generator.models.issued import IssuedDocument
from generator.models.policy import IssuingFacts, Policy, TextState
from generator.pages.comparing.aligning import Row, align
from generator.pages.comparing.pairs import Pair, Side, comparisons_of, encloses, pairs_of
from generator.pages.comparing.provisions import Provision, provisions_of
from generator.pages.comparing.sentences import Change, Span, Spans, compare_sentences
from generator.pages.markup import BREAK, badge, escape, tag
from generator.pages.records.common import TEXT_WORDS, citation_link, copy_words, kept
from generator.pages.sheet import Page, Sheet
from generator.pages.shelf import Shelf
from generator.provisions.facets import signed_day

SAME, CHANGED = "相同", "有改动"
OWN, PASSED_ON = "本级自己的话", "随文转发"
WHOLE = "全文转发，附件即上级全文"
OWN_DIGEST = "本级的文字是摘编，以印发原件为准。"
TONES = {SAME: "good", CHANGED: "warn"}
DIGEST_CAUTION = "两份里有摘编：摘编是转述，字句不同不等于原文不同，请核对原件。"
LEGEND = "按标题和字句的相近程度对应条款；〔 〕里写明整句只见于哪一份，句内不同的字词加线标出。"


def pages_beside(shelf: Shelf, record: IssuingFacts) -> Iterator[Page]:
    """The pages of the pairs of which a text is the lower or newer one."""
    for pair in pairs_of(shelf, record):
        yield comparison_page(shelf, pair)


def comparison_page(shelf: Shelf, pair: Pair) -> Page:
    """Two texts side by side."""
    records = tuple(readable(shelf, one) for one in (pair.first, pair.second))
    names = "与".join(name_of(shelf, record) for record in records)
    sheet = Sheet(shelf, pair.path, f"{pair.side.title}：{names}", (pair.second, pair.first))
    sheet.heading(1, sheet.title, "")
    first, second = (provisions_of(shelf.document(record)) for record in records)
    add_texts(sheet, pair.side, records)
    if pair.side is Side.LEVELS and encloses(shelf.library, pair.second, pair.first):
        add_enclosed(sheet, pair, first, second)
    else:
        rows = align(first, second)
        add_opening(sheet, pair.side, records, rows)
        add_rows(sheet, pair, rows)
    return sheet.page()


def name_of(shelf: Shelf, record: Policy | IssuedDocument) -> str:
    """What the title of the page calls a text; of two records of one text also which of them it is."""
    words = copy_words(shelf, record)
    return (shelf.number_of(record) or shelf.title_of(record)) + (f"（{words}）" if words else "")


def readable(shelf: Shelf, record_id: str) -> Policy | IssuedDocument:
    """A text of a pair.

    Raises:
        KeyError: the library does not have it.
    """
    found = shelf.library.find(record_id, Policy) or shelf.library.find(record_id, IssuedDocument)
    if found is None:
        raise KeyError(record_id)
    return found


# --- what is compared -------------------------------------------------------------------------------


def add_texts(sheet: Sheet, side: Side, records: Sequence[Policy | IssuedDocument]) -> None:
    """Both texts with their days and how much of them the library holds."""
    rows = (
        (kept(escape(name)), citation_link(sheet, record), about(sheet.shelf, record))
        for name, record in zip((side.first, side.second), records, strict=True)
    )
    sheet.grid(("哪一份", "文件", "日期和文本"), rows, "compared")


def about(shelf: Shelf, record: Policy | IssuedDocument) -> str:
    """When a text was issued, by itself or by its 底本, and whether it is held in full."""
    days = (record.signed_on, record.printed_on, signed_day(shelf.library, record))
    day = next((print_day(one) for one in days if isinstance(one, date)), "")
    held = TEXT_WORDS[record.text_state] if isinstance(record, Policy) else ""
    return BREAK.join(kept(escape(part)) for part in (day, held) if part)


def add_opening(
    sheet: Sheet, side: Side, records: Sequence[Policy | IssuedDocument], rows: Sequence[Row]
) -> None:
    """How many provisions are the same, and how the page is to be read."""
    counts = Counter(state_of(row, side) for row in rows)
    told = "，".join(f"{state} {counts[state]} 处" for state in states(side) if counts[state])
    sheet.note(f"{told}。{LEGEND}")
    if any(isinstance(record, Policy) and record.text_state is TextState.DIGEST for record in records):
        sheet.note(DIGEST_CAUTION, "notice")


def add_enclosed(sheet: Sheet, pair: Pair, upper: Sequence[Provision], lower: Sequence[Provision]) -> None:
    """A text that prints the other whole: what it says of its own, then what it only passes on, folded."""
    sheet.note(f"{WHOLE}。{added_words(sheet, pair)}", "notice")
    sheet.heading(2, OWN, "own")
    sheet.items(provision_line(sheet, pair.second, one, one.words) for one in lower)
    record = readable(sheet.shelf, pair.second)
    if isinstance(record, Policy) and record.text_state is TextState.DIGEST:
        sheet.note(OWN_DIGEST)
    add_passed_on(sheet, pair, upper)


def added_words(sheet: Sheet, pair: Pair) -> str:
    """What the lower level adds to the set phrase: its sentences, its demands, or that it adds none."""
    step = chain_to(sheet.shelf.library, pair.second)[-1]
    parts = (
        f"本级加写：{''.join(step.sentences)}" if step.sentences else "",
        f"本级要求：{'；'.join(demand.what for demand in step.demands)}。" if step.demands else "",
    )
    return "".join(parts) or "本级没有新增要求。"


def add_passed_on(sheet: Sheet, pair: Pair, upper: Sequence[Provision]) -> None:
    """The provisions of the enclosed text, each with its heading or its first sentence, to be opened."""
    told = ((one, one.heading or "".join(one.sentences[:1])) for one in upper)
    items = "".join(f"<li>{provision_line(sheet, pair.first, one, words)}</li>\n" for one, words in told)
    summary = tag("summary", escape(f"上级 {len(upper)} 处，随附件原样转发"))
    sheet.heading(2, PASSED_ON, "passed-on")
    sheet.add(f'<details class="passed-on">{summary}\n<ul class="plain">\n{items}</ul></details>')


def provision_line(sheet: Sheet, record_id: str, provision: Provision, words: str) -> str:
    """A provision by its name, leading to its place, with words of it."""
    target = sheet.shelf.page_of(record_id) or ""
    return f"{sheet.link(target, provision.name, provision.id)} {escape(words)}"


def states(side: Side) -> tuple[str, ...]:
    """How two provisions can stand to each other."""
    return SAME, CHANGED, f"只见于{side.first}", f"只见于{side.second}"


def state_of(row: Row, side: Side) -> str:
    """How the provisions of a row stand to each other."""
    if row.first is None or row.second is None:
        return f"只见于{side.second if row.first is None else side.first}"
    return SAME if row.first.words == row.second.words else CHANGED


# --- the provisions -----------------------------------------------------------------------------------


def add_rows(sheet: Sheet, pair: Pair, rows: Sequence[Row]) -> None:
    """All provisions as one table of two columns; each row of it says first how its two sides stand."""
    heads = "".join(f'<th scope="col">{escape(name)}</th>' for name in (pair.side.first, pair.side.second))
    body = "".join(part for row in rows for part in written_row(sheet, pair, row))
    parts = f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{body}</tbody>"
    sheet.add(f'<table class="compare" id="provisions">\n{parts}\n</table>')


def written_row(sheet: Sheet, pair: Pair, row: Row) -> Iterator[str]:
    """One row of the page: how the sides stand, then their words."""
    state = state_of(row, pair.side)
    places = " ↔ ".join(place_link(sheet, pair, row))
    label = f"{badge(state, TONES.get(state, 'plain'))} {places}"
    yield f'<tr class="state"><th colspan="2" scope="rowgroup">{label}</th></tr>\n'
    if row.first and state == SAME:
        yield f'<tr class="same"><td colspan="2">{folded(row.first)}</td></tr>\n'
        return
    left, right = compared(row)
    cells = ((pair.side.first, row.first, left, "del"), (pair.side.second, row.second, right, "ins"))
    written = "".join(cell(name, one, spans, element) for name, one, spans, element in cells)
    yield f"<tr>{written}</tr>\n"


def place_link(sheet: Sheet, pair: Pair, row: Row) -> Iterator[str]:
    """The names of the provisions of a row, each leading to its place in its text."""
    for record_id, provision in ((pair.first, row.first), (pair.second, row.second)):
        target = sheet.shelf.page_of(record_id)
        if provision and target:
            yield sheet.link(target, provision.name, provision.id)


def compared(row: Row) -> tuple[Spans, Spans]:
    """The words of both sides with what differs."""
    if row.first and row.second:
        return compare_sentences(row.first.sentences, row.second.sentences)
    alone = tuple(
        Span(Change.SAME, one) for one in (row.first or row.second or Provision("", "", "")).sentences
    )
    return (alone, ()) if row.first else ((), alone)


def folded(provision: Provision) -> str:
    """The words that both sides have, to be opened; a heading alone has nothing to open."""
    if not provision.sentences:
        return tag("strong", escape(provision.heading))
    summary = tag("summary", escape(provision.heading or "两份字句相同"))
    return tag("details", f"{summary}<p>{escape(''.join(provision.sentences))}</p>")


def cell(side: str, provision: Provision | None, spans: Spans, element: str) -> str:
    """One side of a row; what the other side does not have is marked by words and lines."""
    name = tag("span", escape(side), class_="side")
    if provision is None:
        return f'<td class="none">{name}<p>{escape("没有对应的条款")}</p></td>'
    heading = tag("p", tag("strong", escape(provision.heading))) if provision.heading else ""
    words = "".join(marked(side, span, element) for span in spans)
    return f"<td>{name}{heading}{tag('p', words) if words else ''}</td>"


def marked(side: str, span: Span, element: str) -> str:
    """A run of words as it stands to the other side."""
    words = escape(span.text)
    if span.change is Change.SAME:
        return words
    mark = tag("small", escape(f"〔只见于{side}〕")) if span.change is Change.WHOLE else ""
    return tag(element, f"{mark}{words}", class_="whole" if mark else "")


# --- the links of a record's page -----------------------------------------------------------------------


def add_comparisons(sheet: Sheet, record: IssuingFacts) -> None:
    """The texts that this one can be laid beside."""
    lines = [comparison_line(sheet, record, pair) for pair in comparisons_of(sheet.shelf, record)]
    if lines:
        sheet.heading(2, "对照阅读", "comparisons")
        sheet.items(lines)


def comparison_line(sheet: Sheet, record: IssuingFacts, pair: Pair) -> str:
    """A pair by its other text."""
    upper = pair.second == record.id
    partner = readable(sheet.shelf, pair.first if upper else pair.second)
    role = pair.side.first if upper else pair.side.second
    link = sheet.link(pair.path, pair.side.title)
    return f"{link}{escape(f'，{role}：')}{citation_link(sheet, partner)}"
