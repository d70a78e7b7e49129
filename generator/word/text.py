"""Words to runs: the only place where an inline of the tree becomes WordprocessingML.

Chinese stands in the paragraph's own font (every style names it for all scripts), Latin letters
and digits in the style 西文.  The split is made here and not left to Word, because “ ” ‘ ’ — …
belong to both worlds and Word would take them for Latin.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.ooxml.xml import UNPRINTABLE, escape
from generator.word.unwritable import UnwritableError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from generator.document import Heading, Inline, Inlines

LATIN = re.compile("([!-~À-ÖØ-öø-ɏ]+(?: +[!-~À-ÖØ-öø-ɏ]+)*)")
"""Latin words with the spaces between them; splitting by it leaves the Chinese at the even places."""
LATIN_STYLE = "西文"
CHINESE_HINT = '<w:rFonts w:hint="eastAsia"/>'
LINE_BREAK = "<w:r><w:br/></w:r>"
TAB = "<w:r><w:tab/></w:r>"
LEAD_STYLES = {1: "一级标题字", 2: "二级标题字", 3: "三级标题字"}


class RunWriter:
    """Writes runs with the style ids of one template."""

    def __init__(self, styles: Mapping[str, str], bold: AbstractSet[str] = frozenset()) -> None:
        """Take the ids of styles by name, and the names of the character styles that are bold."""
        self.styles = styles
        self.bold = bold
        self.latin = f'<w:r><w:rPr><w:rStyle w:val="{styles[LATIN_STYLE]}"/></w:rPr>'
        self.bold_latin = self.latin.replace("</w:rPr>", "<w:b/><w:bCs/></w:rPr>")
        self.openings = {"": f"<w:r><w:rPr>{CHINESE_HINT}</w:rPr>"}

    def opening(self, style: str) -> str:
        """The start of a Chinese run in a character style; "" is the paragraph's own look."""
        if style not in self.openings:
            name = f'<w:rStyle w:val="{self.styles[style]}"/>'
            self.openings[style] = f"<w:r><w:rPr>{name}{CHINESE_HINT}</w:rPr>"
        return self.openings[style]

    def inlines(self, inlines: Inlines, style: str = "") -> str:
        """The runs of several inlines."""
        return "".join([self.inline(inline, style) for inline in inlines])

    def inline(self, inline: Inline, style: str = "") -> str:
        """The runs of one inline: a bound figure prints like any other words."""
        return self.words(inline.text, style)

    def heading(self, heading: Heading) -> str:
        """Label and words of a heading that runs into its paragraph, in the face of its level."""
        style = LEAD_STYLES.get(heading.level, "")
        return self.words(heading.label, style) + self.inlines(heading.inlines, style)

    def words(self, text: str, style: str = "") -> str:
        """Runs of plain words.

        Raises:
            UnwritableError: A control character, which Word would lose or refuse.
        """
        if UNPRINTABLE.search(text):
            raise UnwritableError(text)
        chinese, latin = self.opening(style), self.bold_latin if style in self.bold else self.latin
        pieces = LATIN.split(text)
        runs = [run(chinese, piece) if piece else "" for piece in pieces]
        for index in range(1, len(pieces), 2):
            runs[index] = run(latin, pieces[index])
        return "".join(runs)

    def broken(self, lines: tuple[str, ...]) -> str:
        """The runs of a title in its lines: one paragraph, so that it is read as one (clause 7.3.1)."""
        return LINE_BREAK.join([self.words(line) for line in lines])

    def lines(self, inlines: Inlines) -> str:
        """The runs of a table cell, in which a line feed breaks the line."""
        return "".join([LINE_BREAK if part is None else self.inline(part) for part in split_lines(inlines)])


def split_lines(inlines: Inlines) -> Iterator[Inline | None]:
    """Inlines cut at their line feeds; None stands for each break."""
    for inline in inlines:
        if "\n" not in inline.text:
            yield inline
            continue
        for number, line in enumerate(inline.text.split("\n")):
            if number:
                yield None
            yield replace(inline, text=line)


def run(opening: str, text: str) -> str:
    """One run; spaces are kept as they stand."""
    return f'{opening}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
