"""署名, 成文日期 and the room for seals or stamps, as paragraphs (clause 7.3.5)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.document import SignatureMode
from generator.standard.lengths import round_half_up
from generator.word.closing.places import date_words, plain_places, seal_rows, width
from generator.word.pen import KEEP_NEXT
from generator.word.text import TAB

if TYPE_CHECKING:
    from generator.document import Signature
    from generator.standard import Standard
    from generator.word.pen import Pen

CHARACTERS = 100
"""Parts of a 字 in which Word counts indents."""


def signed(signature: Signature | None) -> bool:
    """Whether there is anything to print in the place of the signature."""
    return signature is not None and bool(signature.issuers or signature.date or signature.officials)


def signature_slots(
    pen: Pen, signature: Signature | None, line: int, *, noted: bool = False
) -> dict[str, str]:
    """署名 (with the empty lines above) and 成文日期; a part that is not known is left out.

    Args:
        pen: Styles and standard.
        signature: Who signs, when and how.
        line: The pitch of the lines in twips.
        noted: Whether 附注 follows, whose line then lies in the room under the date.
    """
    if signature is None or not signed(signature):
        return {"署名": "", "成文日期": ""}
    keep = KEEP_NEXT if noted else ""
    if signature.mode is SignatureMode.STAMP:
        return stamped(pen, signature, keep)
    if signature.mode is SignatureMode.SEAL:
        return sealed(pen, signature, line, noted=noted)
    return unsealed(pen, signature, keep)


def signature_height(
    standard: Standard, signature: Signature | None, line: int, *, noted: bool = False
) -> int:
    """How high 署名 and 成文日期 are with all the room that belongs to them, in twips."""
    if signature is None or not signed(signature):
        return 0
    dated = 1 if signature.date else 0
    if signature.mode is SignatureMode.STAMP:
        above = standard.count("签名章上空") + dated * (1 + standard.count("签名章下空"))
        stamps = stamp_words(signature)
        gaps = (len(stamps) - 1) * standard.twips("签名章间距")
        return above * line + len(stamps) * stamp_height(standard, line) + gaps
    if signature.mode is SignatureMode.SEAL and signature.issuers:
        layout = seal_rows(standard, signature, line)
        return (layout.lines - 1 + dated + rest_below(layout.below, noted=noted)) * line
    return (standard.count("署名上空") + len(signature.issuers) + dated) * line


# --- without a seal ---------------------------------------------------------------------------


def unsealed(pen: Pen, signature: Signature, keep: str) -> dict[str, str]:
    """署名 and the date two characters right of it (7.3.5.2)."""
    places = plain_places(pen.standard, signature)
    *indents, date_indent = [indent(pen.standard, begin, places.excess) for begin in places.begins]
    lines = [name_line(pen, name, one) for name, one in zip(signature.issuers, indents, strict=True)]
    above = pen.blank(pen.standard.count("署名上空"), KEEP_NEXT)
    return {"署名": above + "".join(lines), "成文日期": date_line(pen, signature, keep, date_indent)}


def indent(standard: Standard, begin: int, excess: int) -> str:
    """Where a line begins.

    LibreOffice adds room between figures and Chinese, which no setting turns off: a date that would
    pass the right edge there begins further left, and the 署名 with it.  Word adds none and takes the
    place in 字 before that in twips, so that it sets both where the standard has them.
    """
    exact = ""
    if excess:
        exact = f'w:leftChars="{round_half_up(begin * CHARACTERS / (standard.points("三号") * 20))}" '
    right = standard.twips("日期右移")
    return f'<w:ind {exact}w:left="{max(0, begin - excess)}" w:right="-{right}"/>'


# --- with seals -------------------------------------------------------------------------------


def sealed(pen: Pen, signature: Signature, line: int, *, noted: bool) -> dict[str, str]:
    """Rows of 署名, each on the axis of its seal, the date under the last (7.3.5.1)."""
    layout = seal_rows(pen.standard, signature, line)
    axis = layout.rows[-1][-1][1] if signature.issuers else date_axis(pen, signature)
    if len(signature.issuers) <= 1:
        names = "".join(name_line(pen, name, centred(pen, axis)) for name in signature.issuers)
        place = "", centred(pen, axis)
    else:
        between = pen.blank(layout.apart - 1, KEEP_NEXT)
        names = between.join(name_row(pen, row) for row in layout.rows)
        place = centre_tabs((axis,)), ""
    below = pen.blank(rest_below(layout.below, noted=noted))
    tab = TAB if place[0] else ""
    before = (KEEP_NEXT if below or noted else "") + place[0]
    day = date_words(signature)
    date = pen.line("成文日期", tab + pen.runs.words(day), before, place[1]) if day else ""
    return {"署名": pen.blank(layout.above, KEEP_NEXT) + names, "成文日期": date + below}


def rest_below(below: int, *, noted: bool) -> int:
    """Empty lines under the date, so that the seal stays on the page; 附注 is one of them."""
    return max(0, below - 1) if noted else below


def date_axis(pen: Pen, signature: Signature) -> int:
    """The axis of a date alone, which ends 4 字 from the edge."""
    half = width(pen.standard, date_words(signature)) // 2
    return pen.standard.text_width - pen.standard.twips("日期右空加印") - half


def centred(pen: Pen, axis: int) -> str:
    """A line centred on an axis in the right half of the page, whatever the fonts."""
    return f'<w:ind w:left="{max(0, 2 * axis - pen.standard.text_width)}"/><w:jc w:val="center"/>'


def name_row(pen: Pen, row: tuple[tuple[str, int], ...]) -> str:
    """The 署名 of one row, each centred on its axis by a tab."""
    runs = "".join(TAB + pen.runs.words(name) for name, _ in row)
    return pen.line("署名", runs, centre_tabs(tuple(axis for _, axis in row)))


def centre_tabs(axes: tuple[int, ...]) -> str:
    """Tab stops on which words are centred."""
    return "<w:tabs>" + "".join(f'<w:tab w:val="center" w:pos="{axis}"/>' for axis in axes) + "</w:tabs>"


# --- with stamps ------------------------------------------------------------------------------


def stamped(pen: Pen, signature: Signature, keep: str) -> dict[str, str]:
    """职务 left of the place of each stamp and in the middle of its height (7.3.5.3)."""
    standard = pen.standard
    beside = standard.twips("签名章右空") + standard.twips("签名章宽") + standard.twips("职务距签名章")
    right = f'<w:ind w:right="{beside}"/>'
    officials = stamp_words(signature)
    stamps = "".join(
        pen.paragraph("签发人职务", pen.runs.words(one), stamp_spacing(pen, index, len(officials)) + right)
        for index, one in enumerate(officials)
    )
    above = pen.blank(standard.count("签名章上空"), KEEP_NEXT)
    below = pen.blank(standard.count("签名章下空"), KEEP_NEXT) if signature.date else ""
    edge = f'<w:ind w:right="{standard.twips("签名章右空")}"/><w:jc w:val="right"/>'
    return {"署名": above + stamps + below, "成文日期": date_line(pen, signature, keep, edge)}


def stamp_words(signature: Signature) -> tuple[str, ...]:
    """What stands beside each stamp: 职务, or the bodies where no 职务 is known.

    The clause has no 署名 beside 职务: the issuers then tell whose they are and are not printed.
    """
    return signature.officials or signature.issuers or ("",)


def stamp_height(standard: Standard, line: int) -> int:
    """The height of the place of a stamp, a line at least."""
    return max(line, standard.twips("签名章高"))


def stamp_spacing(pen: Pen, index: int, count: int) -> str:
    """Room above and below a 职务, so that it stands in the middle of its stamp.

    All room between two stamps is above the lower one: programs take the larger of two, not the sum.
    """
    line = int(pen.standard.line)
    lack = stamp_height(pen.standard, line) - line
    below = lack - lack // 2
    before = lack // 2 + (below + pen.standard.twips("签名章间距") if index else 0)
    after = below if index == count - 1 else 0
    return f'<w:spacing w:before="{before}" w:after="{after}" w:line="{line}" w:lineRule="exact"/>'


# --- lines ------------------------------------------------------------------------------------


def name_line(pen: Pen, name: str, place: str) -> str:
    """One 署名 in its place."""
    return pen.line("署名", pen.runs.words(name), "", place)


def date_line(pen: Pen, signature: Signature, keep: str, place: str) -> str:
    """成文日期 in its place; `keep` holds it to 附注, which stands on the next line."""
    day = date_words(signature)
    return pen.line("成文日期", pen.runs.words(day), keep, place) if day else ""
