"""章节 from blocks: every heading a section, its paragraphs word for word; tables are left to others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from generator.document import Block, Heading, Table
from generator.hanzi.numerals import split_printed_label
from generator.models.fields import Absent

UNTITLED = Absent.NONE.value


@dataclass(slots=True)
class Part:
    """A section: its heading as printed (空 for what stands before the first one) and its paragraphs."""

    title: str
    level: int
    paragraphs: list[str]

    @property
    def bare(self) -> str:
        """The heading without its number."""
        return split_printed_label(self.title)[1].strip()

    @property
    def text(self) -> str:
        """All paragraphs, one under another."""
        return "\n".join(self.paragraphs)


def read_story(blocks: Iterable[Block]) -> tuple[Part, ...]:
    """The sections of a text in their order."""
    parts: list[Part] = []
    for block in blocks:
        if isinstance(block, Heading):
            parts.append(Part(block.text.strip(), block.level, []))
        elif not isinstance(block, Table) and block.text.strip():
            if not parts:
                parts.append(Part("", 1, []))
            parts[-1].paragraphs.append(block.text.strip())
    return tuple(parts)


def section_keys(parts: Iterable[Part]) -> list[dict[str, Any]]:
    """章节 as keys of a record."""
    return [{"题": part.title or UNTITLED, "段": part.paragraphs} for part in parts]


def whole(parts: Iterable[Part], position: int) -> str:
    """The words of a section and of the smaller ones below it."""
    listed = list(parts)
    here = listed[position]
    below = []
    for part in listed[position + 1 :]:
        if part.level <= here.level:
            break
        below += [part.title, part.text]
    return "\n".join([here.text, *below])
