"""Words to runs: the only place where an inline of the tree becomes WordprocessingML.

Chinese stands in the paragraph's own font (every style names it for all scripts), Latin letters
and digits in the style 西文.  The split is made here and not left to Word, because “ ” ‘ ’ — …
belong to both worlds and Word would take them for Latin.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.document import Bound, Text, plain
from generator.ooxml.xml import UNPRINTABLE, escape
from generator.word.unwritable import UnwritableError

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from generator.document import Heading, Inline, Inlines
    from generator.word.bookmarks import Bookmarks

LATIN = re.compile("([!-~À-ÖØ-öø-ɏ]+(?: +[!-~À-ÖØ-öø-ɏ]+)*)")
"""Latin words with the spaces between them; splitting by it leaves the Chinese at the even places."""
LATIN_STYLE = "西文"
CHINESE_HINT = '<w:rFonts w:hint="eastAsia"/>'
LINE_BREAK = "<w:r><w:br/></w:r>"
TAB = "<w:r><w:tab/></w:r>"
LEAD_STYLES = {1: "一级标题字", 2: "二级标题字", 3: "三级标题字"}


class RunWriter:
    """Writes runs with the style ids of one template."""

    def __init__(
        self,
        styles: Mapping[str, str],
        bookmarks: Bookmarks,
        bold: AbstractSet[str] = frozenset(),
        properties: str = "",
    ) -> None:
        """Take what all runs share.

        Args:
            styles: The ids of styles by name.
            bookmarks: Those of the file.
            bold: The names of the character styles that are bold.
            properties: What every run has beside its style, of those that the schema puts after weight.
        """
        self.styles = styles
        self.bookmarks = bookmarks
        self.bold = bold
        self.properties = properties
        latin = f'<w:r><w:rPr><w:rStyle w:val="{styles[LATIN_STYLE]}"/>'
        self.latin = f"{latin}{properties}</w:rPr>"
        self.bold_latin = f"{latin}<w:b/><w:bCs/>{properties}</w:rPr>"
        self.openings = {"": (f"<w:r><w:rPr>{CHINESE_HINT}{properties}</w:rPr>", self.latin)}

    def opening(self, style: str) -> tuple[str, str]:
        """The starts of a Chinese and a Latin run in a character style; "" is the paragraph's own look."""
        if style not in self.openings:
            name = f'<w:rStyle w:val="{self.styles[style]}"/>'
            latin = self.bold_latin if style in self.bold else self.latin
            self.openings[style] = f"<w:r><w:rPr>{name}{CHINESE_HINT}{self.properties}</w:rPr>", latin
        return self.openings[style]

    def inlines(self, inlines: Inlines, style: str = "") -> str:
        """The runs of several inlines: a bound figure prints like any other words, and bears its passport."""
        if not any(isinstance(inline, Bound) for inline in inlines):
            return self.words(text_of(inlines), style)
        return "".join([self.inline(inline, style) for inline in inlines])

    def inline(self, inline: Inline, style: str) -> str:
        """The runs of one inline."""
        runs = self.words(inline.text, style)
        return self.bookmarks.around_figure(inline, runs) if isinstance(inline, Bound) and runs else runs

    def heading(self, heading: Heading) -> str:
        """Label and words of a heading that runs into its paragraph, in the face of its level."""
        return self.inlines((Text(heading.label), *heading.inlines), LEAD_STYLES.get(heading.level, ""))

    def words(self, text: str, style: str = "") -> str:
        """Runs of plain words.

        Raises:
            UnwritableError: A control character, which Word would lose or refuse.
        """
        if not text.isprintable() and UNPRINTABLE.search(text):
            raise UnwritableError(text)
        if not text:
            return ""
        chinese, latin = self.openings.get(style) or self.opening(style)
        # The marks that XML reserves are Latin, so that Chinese pieces need no escaping.
        pieces = LATIN.split(text)
        if len(pieces) == 1:
            return run(chinese, text)
        for index, piece in enumerate(pieces):
            if index % 2:
                pieces[index] = run(latin, escape(piece))
            elif piece:
                pieces[index] = run(chinese, piece)
        return "".join(pieces)

    def broken(self, lines: tuple[str, ...]) -> str:
        """The runs of a title in its lines: one paragraph, so that it is read as one (clause 7.3.1)."""
        return LINE_BREAK.join([self.words(line) for line in lines])

    def lines(self, inlines: Inlines) -> str:
        """The runs of a table cell, in which a line feed breaks the line."""
        text = text_of(inlines)
        return self.broken(tuple(text.split("\n"))) if "\n" in text else self.inlines(inlines)


def text_of(inlines: Inlines) -> str:
    """The words of inlines; most texts have one alone."""
    return inlines[0].text if len(inlines) == 1 else plain(inlines)


def run(opening: str, words: str) -> str:
    """One run of escaped words; Word keeps spaces at their ends only where it is told to."""
    space = ' xml:space="preserve"' if " " in words else ""
    return f"{opening}<w:t{space}>{words}</w:t></w:r>"
