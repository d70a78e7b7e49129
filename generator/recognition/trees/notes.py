"""附件说明: what it lists, with number and title (clause 7.3.4)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.hanzi.marks import bare_title, cited_titles
from generator.hanzi.numerals import label_value
from generator.recognition.trees.pieces import Words

NUMERAL = r"(?:\d{1,2}|[一二三四五六七八九十]{1,3})"
LABEL = re.compile(r"^[-•·—–]*\s*附\s*件?\s*[：:]?\s*")
ITEM = re.compile(rf"^[-•·—–]*\s*(?:附\s*件?\s*)?(?P<n>{NUMERAL})\s*[.．、：:）)]\s*(?!\d+\s*[.．]\d)")
PRINTED_LABEL = re.compile(rf"附件?[（(]?(?P<n>{NUMERAL})?[）)]?[：:.．]?")
"""附件标识 as it stands on the first page of an attachment, with its number if it has one."""
NUMBER_BEHIND = re.compile(r"[（(][^（）()]{2,30}号[)）]$")
NEXT_ITEM = re.compile(r"(?<=\S)[ \t\u3000]+(?=\d{1,2}[.．、](?!\d))")
"""Where the next entry begins on one line: 1.甲表　2.乙表."""
SPACE_BETWEEN = re.compile(r"(?<=[\u3000-\u9fff\uff00-\uffef])[ \t\u3000]+(?=[\u3000-\u9fff\uff00-\uffef])")


@dataclass(slots=True)
class Entry:
    """One line of an 附件说明, with the lines that go on with its title."""

    number: int | None
    title: str
    paragraph: int

    @property
    def key(self) -> str:
        """The title without spaces and marks at its end, to compare by."""
        return bare_title(self.title).rstrip("。；;")

    @property
    def keys(self) -> tuple[str, ...]:
        """What the text may be called: the whole title, it without a 文号 behind, the title that it cites."""
        cited = (bare_title(title) for title, _, _ in cited_titles(self.title))
        return (self.key, NUMBER_BEHIND.sub("", self.key), *cited)


def read_entries(pieces: Sequence[Words]) -> list[Entry]:
    """What some lines of 附件说明 list."""
    entries: list[Entry] = []
    for piece in pieces:
        labelled = LABEL.match(piece.text) if not entries or piece.tight.startswith("附") else None
        text = piece.text[labelled.end() :] if labelled else piece.text
        for part in NEXT_ITEM.split(text):
            take_line(entries, part.strip(), piece.number, begins=not entries or bool(labelled))
    for entry in entries:
        entry.title = without_gaps(entry.title)
    return entries


def take_line(entries: list[Entry], text: str, paragraph: int, *, begins: bool) -> None:
    """One more line: an entry with its number, an entry without, or the rest of the title above."""
    item = ITEM.match(text)
    if item:
        entries.append(Entry(label_value(item["n"]) or None, text[item.end() :].strip(), paragraph))
    elif begins and text:
        entries.append(Entry(None, text, paragraph))
    elif entries:
        entries[-1].title += text


def without_gaps(text: str) -> str:
    """A title without the spaces that a broken line left between two Chinese characters."""
    return SPACE_BETWEEN.sub("", text).strip()
