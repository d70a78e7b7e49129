"""合并: lines that break off within a sentence are joined with the lines that go on with it.

Rather leave two lines apart than join two parts: the line above must be running text that stops within
a sentence, and the line below must begin nothing new.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.importers.cleaning.lexicon import Form, fold_line, lexicon, starts_with
from generator.importers.cleaning.rows import SENTENCE_END, SENTENCE_INSIDE, Row, is_wide
from generator.importers.cleaning.seams import breaks_word, ends_sentence, surely_goes_on, would_fuse_figures
from generator.importers.cleaning.wrapping import Wrapping, wrapping_of
from generator.importers.original import OriginalKind
from generator.recognition.facts import DocumentFacts, Where
from generator.recognition.forms import BODY_NAME, DATE

HEAD = 40
"""So many characters of a line tell whether it begins something new."""
LONG = 50
"""In characters: with a comma in it, such a line is running text."""
LONG_HEADING = 36
"""In characters: with a comma in it, a numbered line as long is hardly a heading."""
PAGEFUL = 150
"""In characters: what stands between two broken pages is no shorter, even if it ends within a sentence."""
LONGEST_NAME = 30
LOOSE = frozenset({OriginalKind.TEXT, OriginalKind.PDF})
"""In these formats lines may end anywhere; in the others a line is a paragraph that somebody has made."""
SET_APART = frozenset({"center", "right", "distribute"})
"""Alignments of titles, marks and signatures."""


@dataclass(frozen=True, slots=True)
class Join:
    """A line that goes on with the line above; what lay between the two was removed."""

    above: Row
    below: Row
    between: tuple[Row, ...]
    reason: str


def find_joins(rows: Sequence[Row], kind: OriginalKind, facts: DocumentFacts | None = None) -> Iterator[Join]:
    """The joins of a text, in order.

    Args:
        rows: All rows; removed ones are stepped over, rows of tables part what stands around them.
        kind: Of the original: the paragraphs of a Word file are joined on clear evidence only.
        facts: Of a Word file: indents tell where paragraphs begin.
    """
    left = [row for row in rows if not row.removed]
    wrapping = wrapping_of(left)
    reader = Joiner(wrapping, kind, facts, frozenset(lines_that_end(left, wrapping)))
    above: Row | None = None
    between: list[Row] = []
    for row in rows:
        if row.removed:
            between.append(row)
            continue
        reason = reader.reason_to_join(above, row) if above else ""
        if above and reason:
            yield Join(above, row, tuple(between), reason)
        reader.advance(row, joined=bool(reason))
        above, between = row, []


@dataclass(slots=True)
class Joiner:
    """Decides line by line; it remembers what has been joined so far."""

    wrapping: Wrapping
    kind: OriginalKind
    facts: DocumentFacts | None
    ending: frozenset[int]
    """The lines whose sentence ends with them or with the full lines that follow them."""
    head: str = ""
    """How the paragraph begins that the line above belongs to."""
    so_far: str = ""
    """The last words of that paragraph."""
    stood_in: bool = False
    """Whether that paragraph began with an indent."""

    def advance(self, row: Row, *, joined: bool) -> None:
        """Take note of a line: it goes on with the paragraph, or it begins one."""
        if not joined:
            self.head, self.stood_in = row.tidy[:HEAD], self.begins_paragraph(row)
        self.so_far = (self.so_far + row.tidy if joined else row.tidy)[-2 * LONG :]

    def reason_to_join(self, above: Row, below: Row) -> str:
        """Why two lines are joined; empty where they stay apart."""
        if not self.may_meet(above, below) or would_fuse_figures(above.tidy, below.tidy):
            return ""
        if self.follows_full_line(above, below):
            return "回行：上一行已满，下一行接着说"
        if SENTENCE_END.search(above.tidy) or likely_begins(below):
            return ""
        if self.runs_on(above, below):
            return "断行：上一行的话没有说完"
        return ""

    def may_meet(self, above: Row, below: Row) -> bool:
        """Whether two lines are plain text, the lower one begins no new part and the upper one is none."""
        if above.in_table or below.in_table or above.line.sheet or not (above.tidy and below.tidy):
            return False
        if begins_part(below) or is_part(below.tidy) or is_part(above.tidy):
            return False
        if starts_any(lexicon().elements, self.head):
            return False
        return not self.begins_paragraph(below) and self.same_flow(above, below)

    def same_flow(self, above: Row, below: Row) -> bool:
        """Whether both lines are ordinary text of a Word file: not in boxes or notes, not centred."""
        if self.facts is None:
            return True
        pair = [self.facts.paragraph(row.line.number) for row in (above, below)]
        return all(item.where is Where.BODY and item.alignment not in SET_APART for item in pair)

    def begins_paragraph(self, below: Row) -> bool:
        """Whether a line stands in, as the first line of a paragraph does."""
        if self.facts is not None:
            paragraph = self.facts.paragraph(below.line.number)
            if paragraph.first_line > 0 or paragraph.numbering:
                return True
        return self.wrapping.stands_in(below)

    def follows_full_line(self, above: Row, below: Row) -> bool:
        """Whether a wrapped paragraph goes on: the line above is full, and no heading."""
        if below.line.after_blank or below.line.number not in self.ending:
            return False
        if not self.wrapping.fills(above, below):
            return False
        ended = bool(SENTENCE_END.search(above.tidy))
        if self.wrapping.indented:
            begun = self.stood_in or not is_like_title(self.so_far)
            return begun and not (ended and is_like_title(below.tidy))
        if ended:
            return False
        return self.is_within_paragraph() or self.is_running() or self.is_evident(above, below)

    def is_within_paragraph(self) -> bool:
        """Whether the words so far hold the end of a sentence: no heading, no title."""
        return bool(SENTENCE_INSIDE.search(self.so_far))

    def is_running(self) -> bool:
        """Whether the paragraph has a comma and no number in front, or is too long for a heading."""
        numbered = len(self.so_far) < LONG_HEADING and starts_any(lexicon().openers, self.head)
        return "，" in self.so_far and not numbered

    def is_evident(self, above: Row, below: Row) -> bool:
        """Whether the words at the seam show that one sentence was broken."""
        return surely_goes_on(self.so_far, below.tidy) or breaks_word(above.tidy, below.tidy)

    def runs_on(self, above: Row, below: Row) -> bool:
        """Whether the paragraph above stops within a sentence that the line below goes on with."""
        titled = not self.stood_in or is_like_title(below.tidy)
        if titled and is_like_title(self.so_far):
            return bool(SENTENCE_END.search(below.tidy)) and ends_sentence(self.so_far, below.tidy)
        if surely_goes_on(self.so_far, below.tidy):
            return True
        ends = bool(SENTENCE_END.search(below.tidy)) or len(below.tidy) >= PAGEFUL
        if self.kind in LOOSE and ends:
            begun = is_long(above.tidy) or self.is_within_paragraph()
            return begun and is_of_text(above.tidy[-1], below.tidy[0])
        return self.is_within_paragraph() and breaks_word(above.tidy, below.tidy)


def lines_that_end(rows: Sequence[Row], wrapping: Wrapping) -> Iterator[int]:
    """The lines whose sentence ends: by themselves, or with the full lines that follow each other below."""
    ends, below = False, None
    for row in reversed(rows):
        goes_on = below is not None and ends and wrapping.fills(row, below)
        ends, below = goes_on or bool(SENTENCE_END.search(row.tidy)), row
        if ends:
            yield row.line.number


def starts_any(forms: Sequence[Form], text: str) -> bool:
    """Whether words begin with one of the forms, as they stand or folded."""
    head = text.lstrip()[:HEAD]
    return starts_with(forms, head) or starts_with(forms, fold_line(head))


def begins_part(row: Row) -> bool:
    """Whether a line begins a heading, an item, an 附件 or a 版记."""
    head = row.tidy if len(row.tidy) <= LONG * 2 else row.tidy[: LONG * 2]
    forms = lexicon().openers
    return starts_with(forms, head) or starts_with(forms, fold_line(head))


def likely_begins(row: Row) -> bool:
    """Whether a line begins as paragraphs do."""
    return starts_any(lexicon().likely_openers, row.tidy)


def is_part(text: str) -> bool:
    """Whether a line is a part for itself: a date, the name of a body."""
    tight = "".join(text[: 2 * LONGEST_NAME].split())
    return len(tight) <= LONGEST_NAME and bool(BODY_NAME.fullmatch(tight) or DATE.fullmatch(tight))


def is_of_text(last: str, first: str) -> bool:
    """Whether the characters on both sides of a seam are of sentences, not of markup or of drawn tables."""
    return all(is_wide(character) or character.isalnum() for character in (last, first))


def is_long(text: str) -> bool:
    """Whether a line is longer than any part but running text, with a comma in it."""
    return len(text) >= LONG and "，" in text


def is_like_title(text: str) -> bool:
    """Whether words may be the beginning of a title or of a heading: short, without any stop."""
    return len(text) <= LONG and not re.search(r"[，。；：！？]", text)
