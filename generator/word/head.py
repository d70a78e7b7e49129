"""版头: corner lines, red 发文机关标志, 发文字号, 签发人 (clause 7.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.word.pen import NEW_PAGE
from generator.word.text import TAB

if TYPE_CHECKING:
    from generator.document import Masthead
    from generator.word.pen import Pen

SIGNED_BY = "签发人："
SIGNER_STYLE = "签发人姓名"


def corner_lines(pen: Pen, masthead: Masthead, *, new_page: bool) -> str:
    """Three lines above the mark, filled or empty, so that the mark always stands at 72 mm.

    份号, 密级 and 紧急程度 go down in this order; 密级 keeps the second line (clauses 7.2.1 to 7.2.3).
    The first line opens a new page where the document is enclosed in another.
    """
    words = [masthead.copy_number, masthead.secrecy, masthead.urgency]
    if masthead.urgency and not masthead.secrecy:
        words = [words[0], words[2], ""] if masthead.copy_number else [words[2], "", ""]
    first = corner_line(pen, words[0], masthead, NEW_PAGE if new_page else "")
    return first + "".join(corner_line(pen, line, masthead) for line in words[1:])


def corner_line(pen: Pen, words: str, masthead: Masthead, properties: str = "") -> str:
    """One line; a copy number is in the face of the body, the others in 黑体."""
    style = "仿宋字" if words and words == masthead.copy_number else ""
    return pen.paragraph("版头角标", pen.runs.words(words, style), properties)


def mark_line(pen: Pen, masthead: Masthead) -> str:
    """The red mark, narrowed by its length (clause 7.2.4)."""
    steps = pen.standard.data.mark_steps
    style = next(step.style for step in steps if len(str(masthead.mark)) <= step.characters)
    return pen.paragraph(style, pen.runs.words(str(masthead.mark)))


def signer_rows(pen: Pen, masthead: Masthead) -> list[str]:
    """Several signers, two to a line, as runs with tabs: label only on the first line (clause 7.2.6)."""
    size = pen.standard.count("每行签发人")
    names = masthead.signers
    rows = []
    for start in range(0, len(names), size):
        label = pen.runs.words(SIGNED_BY) if start == 0 else TAB
        cells = [pen.runs.words(name, SIGNER_STYLE) for name in names[start : start + size]]
        rows.append(label + TAB.join(cells))
    return rows


def signer_slots(pen: Pen, masthead: Masthead) -> dict[str, str | bool]:
    """The signer slots: none, one on the line of the 发文字号, or several with the last lines there."""
    if len(masthead.signers) <= 1:
        label = pen.runs.words(SIGNED_BY) if masthead.signers else ""
        names = "".join(pen.runs.words(name, SIGNER_STYLE) for name in masthead.signers)
        return {"并列签发": False, "签发人前行": "", "签发人": label + names}
    *above, last = signer_rows(pen, masthead)
    lines = "".join(pen.paragraph("多个签发人", TAB + row) for row in above)
    return {"并列签发": True, "签发人前行": lines, "签发人": last}
