"""Tells pages apart by what stands on them: text, or only what closes it (GB/T 9704-2012 clause 7.3.5.5)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from tests.rendering import Page
from tests.word.reading import W, Written

CLOSING = {"附件说明", "署名", "签发人职务", "成文日期", "附注"}
HEAD = {"主送机关", "版头角标", "发文字号", "上行文发文字号", "多个签发人", "Title"}
FOOT = {"信息公开选项", "抄送机关", "印发机关"}
MARK = "机关标志"


class Told:
    """What a Word file says in its text and in its closings, without spaces."""

    def __init__(self, content: bytes) -> None:
        spoken = list(styled(Written(content)))
        other = CLOSING | HEAD | FOOT
        self.closing = [words for style, words in spoken if style in CLOSING]
        self.text = [words for style, words in spoken if style not in other and MARK not in style]
        self.marks = [words for style, words in spoken if MARK in style]

    def has_text(self, page: Page) -> bool:
        """Whether any line belongs to the text, an attachment or a table."""
        return any(any(line.text in words for words in self.text) for line in page.lines[:-1])

    def closes(self, page: Page) -> bool:
        """Whether any line belongs to a closing."""
        return any(any(line.text in words for words in self.closing) for line in page.lines[:-1])

    def begins(self, page: Page) -> bool:
        """Whether a document begins here: its mark is printed."""
        return any(line.text and line.text in self.marks for line in page.lines)


def styled(file: Written) -> Iterator[tuple[str, str]]:
    """Style and words of each paragraph; a row of a table once more as one line."""
    yield from ((style, together(words)) for style, words in file.paragraphs if together(words))
    for row in file.root.iter(f"{W}tr"):
        yield "表", together("".join(str(one.text or "") for one in texts(row)))


def texts(element: Any) -> Iterator[Any]:
    """The pieces of text of an element."""
    yield from element.iter(f"{W}t")


def together(words: str) -> str:
    """Words without spaces, as lines of a page are read."""
    return "".join(words.split())


def faults(content: bytes, pages: Sequence[Page]) -> list[str]:
    """Pages that hold a closing without text, and first pages of a document without text."""
    told = Told(content)
    lonely = [
        f"第{number}面落款没有正文"
        for number, page in enumerate(pages, start=1)
        if told.closes(page) and not told.has_text(page)
    ]
    empty = [
        f"第{number}面首页没有正文"
        for number, page in enumerate(pages, start=1)
        if (number == 1 or told.begins(page)) and not told.has_text(page)
    ]
    return lonely + empty
