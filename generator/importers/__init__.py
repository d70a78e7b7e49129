"""Foreign files to records: read, cleaned, recognised, written down, each step in a room of its own.

`import_original` goes the whole way and touches no file of the library; `build/importing.py` places what
it gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePath

from generator.importers.arranging import Arranged, arrange
from generator.importers.cleaned import Cleaned
from generator.importers.cleaning import clean
from generator.importers.cleaning.headlines import FROM_HEAD, OF_SITE
from generator.importers.drafts import Draft
from generator.importers.original import Original, OriginalKind
from generator.importers.reading import read_original
from generator.importers.reading.faults import unknown
from generator.importers.records.accounting import kept_words, unfound
from generator.importers.records.attached import forms_filled
from generator.importers.records.contents import CHOICES, Records, drafts_of, drafts_of_sheets
from generator.importers.records.context import IMPORTED, Context
from generator.importers.records.disclosing import meaning_of
from generator.importers.records.logs import (
    Passage,
    earlier_log,
    log_draft,
    log_name,
    own_records,
    undone_in,
)
from generator.importers.records.names import TakenNames
from generator.importers.records.overlay import only_texts, without_records
from generator.importers.records.periods import day_said
from generator.library import Library
from generator.models.imports import ImportLog
from generator.recognition import recognise
from generator.recognition.contents import read_contents
from generator.recognition.recovered import Contents, Doubt

__all__ = ["CHOICES", "IMPORTED", "Draft", "Imported", "import_original"]
TEXT_NAMES = frozenset({"", ".txt", ".text", ".md", ".markdown", ".htm", ".html", ".doc", ".docx", ".wps"})
"""How the names of files of plain text end; what office programs call .doc is often no more than that."""
OTHER_FORMAT = re.compile(r"\.[a-z][a-z0-9]{1,5}", re.IGNORECASE)
SAID_OF_ITSELF = (OF_SITE, "刊物信息")
"""How cleaning begins its reason for such lines."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an original gives: its records, their log, and what was seen on the way.

    Attributes:
        original: the file as it was read.
        cleaned: its text, and what was removed, joined and corrected.
        records: the records to be, and those that the library has already.
        log: the 导入记录.
        unplaced: lines of the original whose words no record holds, with these words.
        earlier: the log of an earlier import of the same file.
    """

    original: Original
    cleaned: Cleaned
    records: Records
    log: Draft
    unplaced: tuple[tuple[int, str], ...]
    earlier: ImportLog | None = None


def import_original(
    source: Path | bytes,
    library: Library,
    name: str = "",
    shelf: str = IMPORTED,
    chosen: str | None = None,
) -> Imported:
    """Read a file and propose its records.

    Args:
        source: the file, or its bytes.
        library: the library that takes them; what an earlier import of the same file made, is not held
            against it, and what a person marked with 撤销 in its log is left as it was.
        name: how messages call the file; its own name if left out.
        shelf: the folder below policies/ and cases/ that takes the records.
        chosen: what the file is, one of `CHOICES`, instead of our own guess.

    Raises:
        LibraryError: the file cannot be read.
    """
    original = read_original(source, name)
    refuse_other_format(original)
    earlier = earlier_log(library, original.sha256)
    cleaned = clean(original, undone_in(earlier))
    called = called_as_before(original, earlier)
    context = surroundings(called, cleaned, library, earlier, shelf)
    log_id = earlier.id if earlier else log_name(original, context.names)
    records, kept = records_of(original, cleaned, context, chosen)
    remark = earlier.remark if earlier and earlier.remark else ""
    passage = Passage(called, records.drafts, cleaned.log, kept, remark)
    log = log_draft(passage, log_id, context.folder("policies"))
    return Imported(original, cleaned, records, log, kept, earlier)


def refuse_other_format(original: Original) -> None:
    """A file of plain text whose name says that it is something else is none of ours.

    Raises:
        LibraryError: its name ends like that of a picture or a program's data.
    """
    suffix = PurePath(original.name).suffix.lower()
    if original.kind is OriginalKind.TEXT and suffix not in TEXT_NAMES and OTHER_FORMAT.fullmatch(suffix):
        raise unknown(original.name, f"里面是纯文字，名字却以“{suffix}”结尾")


def called_as_before(original: Original, earlier: ImportLog | None) -> Original:
    """A copy under a new name is the same original: its records keep the name of the first."""
    return replace(original, name=earlier.original.name) if earlier else original


def surroundings(
    original: Original, cleaned: Cleaned, library: Library, earlier: ImportLog | None, shelf: str
) -> Context:
    """What its texts need to know of the library; what an earlier import of it made stands apart."""
    own = own_records(library, earlier) if earlier else frozenset()
    known = without_records(library, own) if own else library
    before = only_texts(library, (name for name in earlier.records if name in own)) if earlier else None
    names = TakenNames((*known.entries, *known.unread))
    return Context(known, original.name, origin_of(original, cleaned), names, shelf, before=before)


def origin_of(original: Original, cleaned: Cleaned) -> dict[str, str]:
    """来源 of the records: the name of the file, the address of a page, the day on which it appeared."""
    told = (entry.before for entry in cleaned.log if entry.reason.startswith(OF_SITE))
    day = next(filter(None, map(day_said, told)), "")
    found = {"名称": original.name, "网址": original.address, "日期": day}
    return {key: value for key, value in found.items() if value}


Unplaced = Sequence[tuple[int, str]]


def records_of(
    original: Original, cleaned: Cleaned, context: Context, chosen: str | None
) -> tuple[Records, tuple[tuple[int, str], ...]]:
    """The records of an original, and the lines whose words none of them holds."""
    records, unplaced = (
        from_sheets(original, cleaned, context)
        if original.kind is OriginalKind.WORKBOOK
        else from_text(original, cleaned, context, chosen)
    )
    lost = lost_lines(cleaned, records, unplaced, context.library)
    return records, tuple(sorted({*unplaced, *lost}))


def from_text(
    original: Original, cleaned: Cleaned, context: Context, chosen: str | None
) -> tuple[Records, Unplaced]:
    """The records of running text, and what belongs to none of them."""
    arranged = arrange(original, cleaned)
    contents = with_headline(read_contents(recognise(arranged.facts)), cleaned)
    lines = {number: places[0] for number, places in enumerate(arranged.lines, start=1) if places}
    apart = (words for _, words in unplaced_in(contents, arranged) if meaning_of(words))
    here = replace(context, lines=lines, removed=(*said_of_itself(cleaned), *apart))
    records = drafts_of(contents, here, chosen)
    left = [(here.line(number), words) for number, words in here.unplaced]
    kept = kept_words(left, cleaned.lines, records.drafts)
    return records, (*unplaced_in(contents, arranged), *kept)


def with_headline(contents: Contents, cleaned: Cleaned) -> Contents:
    """The texts; the title of the first is doubtful where only the head of a web page tells it."""
    if not contents.texts or not any(entry.reason.startswith(FROM_HEAD) for entry in cleaned.log):
        return contents
    first = contents.texts[0]
    doubt = Doubt("标题", (first.tree.title,), "正文里没有标题，取自网页的页头", int(first.tree.id[1:]))
    return replace(contents, texts=(replace(first, doubts=(doubt, *first.doubts)), *contents.texts[1:]))


def said_of_itself(cleaned: Cleaned) -> tuple[str, ...]:
    """The lines that were taken out because a page or journal says them of itself: 来源, 责任编辑."""
    return tuple(entry.before for entry in cleaned.log if entry.reason.startswith(SAID_OF_ITSELF))


def unplaced_in(contents: Contents, arranged: Arranged) -> Iterator[tuple[int, str]]:
    """The paragraphs that recognition could not place, as lines of the original."""
    for number in contents.unplaced:
        paragraph = arranged.facts.paragraph(number)
        places = arranged.lines_of(number)
        words = (paragraph.numbering + paragraph.text).strip()
        if words:
            yield places[0] if places else number, words


def from_sheets(original: Original, cleaned: Cleaned, context: Context) -> tuple[Records, Unplaced]:
    """The records of the sheets of a workbook."""
    sheets = {line.number: line.sheet for line in original.lines}
    rows: dict[str, list[tuple[str, ...]]] = {}
    for line in cleaned.lines:
        rows.setdefault(sheets.get(line.numbers[0], ""), []).append(line.cells or (line.text,))
    records = drafts_of_sheets(rows, context)
    return records, tuple(kept_words(context.unplaced, cleaned.lines, records.drafts))


def lost_lines(
    cleaned: Cleaned, records: Records, unplaced: Unplaced, library: Library
) -> Iterable[tuple[int, str]]:
    """Lines whose words stand in no record: they are kept, so that nothing of the original is lost.

    The questions of a survey that the library has stand in its 调查表.
    """
    if records.same:
        return ()
    known = {number for number, _ in unplaced}
    found = unfound(cleaned.lines, (*records.drafts, *forms_filled(records.drafts, library)))
    return ((line.numbers[0], line.text) for line in found if line.numbers[0] not in known)
