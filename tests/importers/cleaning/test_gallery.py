"""The gallery as originals: clean Word files stay as they are, wrapped text gets its paragraphs back."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest

from generator.hanzi.linebreaks import NOT_FIRST, NOT_LAST, set_of
from generator.hanzi.widths import halves
from generator.importers.arranging import arrange
from generator.importers.cleaning import account, clean
from generator.importers.original import Line, Original, OriginalKind
from generator.recognition import recognise
from generator.recognition.facts import Where

Gallery = Mapping[str, Original]
OUTSIDE = {Where.HEADER, Where.FOOTER}


def test_every_word_file_is_accounted_for(gallery: Gallery) -> None:
    for name, original in gallery.items():
        assert account(original, clean(original)) == (), name


def test_of_clean_word_files_only_page_numbers_and_spaces_go(gallery: Gallery) -> None:
    reasons = {entry.reason.split("（")[0] for one in gallery.values() for entry in clean(one).log}
    assert reasons == {"页脚", "排印空格"}


def test_cleaning_changes_no_role_of_a_paragraph_in_the_body(gallery: Gallery) -> None:
    for name, original in gallery.items():
        assert original.facts
        before, after = recognise(original.facts), recognise(arrange(original, clean(original)).facts)
        for paragraph, role, now in zip(original.facts.paragraphs, before.roles, after.roles, strict=True):
            assert paragraph.where in OUTSIDE or role == now, (name, paragraph.number)


# --- wrapped text -------------------------------------------------------------------------------

PIECE = re.compile(rf"[{set_of(NOT_LAST)}]*(?:[\x21-\x7e]+|.)[{re.escape(set_of(NOT_FIRST))}]*")
INDENT = "　　"


def wrap(text: str, width: int) -> Iterator[str]:
    """A paragraph in lines of that many halves, no mark where it may not stand, no figure broken."""
    line = ""
    for match in PIECE.finditer(text):
        if line and halves(line + match[0]) > width:
            yield line
            line = ""
        line += match[0]
    yield line


@dataclass
class Wrapped:
    """A document as hard-wrapped text."""

    original: Original
    sources: list[int]
    """Which paragraph each line comes from."""

    def outcome(self) -> Counter[str]:
        """How many paragraphs run over several lines, how many are whole again, how many joins are wrong."""
        counts, found = Counter(self.sources), Counter[str]()
        found["wrapped"] = sum(count > 1 for count in counts.values())
        for line in clean(self.original).lines:
            sources = {self.sources[number - 1] for number in line.numbers}
            found["wrong"] += len(sources) > 1
            found["restored"] += len(line.numbers) > 1 and len(line.numbers) == counts[min(sources)]
        return found


def wrap_document(original: Original, width: int, *, indented: bool) -> Wrapped:
    """The document as a text file would have it, its paragraphs indented or not."""
    assert original.facts
    lines: list[Line] = []
    sources: list[int] = []
    for source, line in enumerate(line for line in original.lines if not line.shell):
        stands_in = indented and original.facts.paragraph(line.number).first_line > 0
        text = INDENT * stands_in + line.text.strip()
        for piece in (line.text,) if line.cells else wrap(text, width):
            lines.append(Line(len(lines) + 1, piece, line.cells, line.table))
            sources.append(source)
    return Wrapped(Original(original.name, OriginalKind.TEXT, 1, "", tuple(lines)), sources)


@pytest.mark.parametrize(
    ("width", "indented", "share"),
    [
        (56, True, 0.9),
        (56, False, 0.8),
        (44, True, 0.85),
        (60, True, 0.85),
        (68, False, 0.8),
        (76, True, 0.8),
    ],
)
def test_wrapped_text_gets_its_paragraphs_back_and_no_two_are_joined(
    gallery: Gallery, width: int, indented: bool, share: float
) -> None:
    total = Counter[str]()
    for original in gallery.values():
        total += wrap_document(original, width, indented=indented).outcome()
    assert total["wrong"] == 0
    assert total["restored"] >= share * total["wrapped"]
    assert total["wrapped"] > 100
