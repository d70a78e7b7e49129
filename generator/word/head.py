"""版头 of every format: corner lines, 发文机关标志, 发文字号, 签发人 (clauses 7.2 and 10)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.standard import TemplateKind
from generator.word.drawing import Box, text_box
from generator.word.kinds import MARK_SLOTS
from generator.word.mark import MarkWriter, mark_of, spacer
from generator.word.measure import text_width
from generator.word.pen import NEW_PAGE
from generator.word.text import TAB

if TYPE_CHECKING:
    from generator.document import Masthead, OfficialDocument
    from generator.word.pen import Pen

SIGNED_BY = "签发人："
SIGNER_STYLE = "签发人姓名"
COPY_STYLE, CORNER_STYLE = "仿宋字", "黑体字"
IDEOGRAPHIC_SPACE = "\u3000"
FULL_NAME = 3
"""Characters of a usual name, and so many 字 has each name between the tab stops of 多个签发人."""
NUMBER_ROOM = 14
"""How many 字 a number may be wide where 签发人： stands on its line and two names follow."""


def head_slots(
    kind: TemplateKind, pen: Pen, document: OfficialDocument, *, new_page: bool
) -> dict[str, str | bool]:
    """The slots of the 版头 as a template of that kind has them.

    An enclosed document is laid out by the template of the one that encloses it, whatever its own
    format; its first line opens a new page.
    """
    masthead = document.masthead
    mark = MarkWriter(pen, mark_of(document))
    start = NEW_PAGE if new_page else ""
    number: dict[str, str | bool] = {"发文字号": pen.runs.words(masthead.number)}
    signers = signer_slots(pen, masthead)
    if kind is TemplateKind.LETTER:
        return {
            MARK_SLOTS[kind]: letter_mark(pen, mark, start),
            **letter_corners(pen, masthead),
            **number,
            **signers,
        }
    if kind is TemplateKind.ORDER:
        corners, above = order_corners(pen, masthead, start), 0
    else:
        corners, above = corner_lines(pen, masthead, start), pen.standard.twips("标志段前")
    return {"版头角标": corners, MARK_SLOTS[kind]: mark.xml(above), **number, **signers}


# --- 份号, 密级和保密期限, 紧急程度 ----------------------------------------------------------------


def urgency_words(pen: Pen, masthead: Masthead) -> str:
    """紧急程度; whether its characters stand apart is a matter of the office."""
    return (IDEOGRAPHIC_SPACE * pen.standard.count("紧急程度字间")).join(masthead.urgency)


def corner_lines(pen: Pen, masthead: Masthead, start: str) -> str:
    """Three lines above the mark, filled or empty, so that the mark always stands at 72 mm."""
    first, *others = corner_runs(pen, masthead)
    below = "".join(pen.paragraph("版头角标", line) for line in others)
    return pen.paragraph("版头角标", first, start) + below


def corner_runs(pen: Pen, masthead: Masthead) -> list[str]:
    """What stands on the first three lines of the 版心 (clauses 7.2.1 to 7.2.3).

    份号, 密级 and 紧急程度 go down in this order; 密级 keeps the second line.  A copy number is in the
    face of the body, the others in that of the lines.
    """
    copy, secrecy, urgency = masthead.copy_number, masthead.secrecy, urgency_words(pen, masthead)
    lines = [pen.runs.words(copy, COPY_STYLE), pen.runs.words(secrecy), pen.runs.words(urgency)]
    if urgency and not secrecy:
        return [lines[0], lines[2], lines[1]] if copy else [lines[2], lines[0], lines[1]]
    return lines


def corners_present(pen: Pen, masthead: Masthead) -> list[tuple[str, str]]:
    """What there is of the three, in their order, each with the character style of its face."""
    words = (masthead.copy_number, masthead.secrecy, urgency_words(pen, masthead))
    styles = (COPY_STYLE, CORNER_STYLE, CORNER_STYLE)
    return [(text, style) for text, style in zip(words, styles, strict=True) if text]


def order_corners(pen: Pen, masthead: Masthead, start: str) -> str:
    """The room above the mark of an order, 20 mm below the edge of the 版心 (clause 10.2)."""
    top = pen.standard.margins["top"]
    room = pen.standard.twips("命令标志上边") - top
    return spacer(pen, room, order_corner_box(pen, masthead, room), start)


def order_corner_box(pen: Pen, masthead: Masthead, room: int) -> str:
    """The corner lines of an order, in a box; closer than usual, lest they run into the mark below."""
    lines = corner_runs(pen, masthead)
    while lines and not lines[-1]:
        lines.pop()
    if not lines:
        return ""
    pitch = min(int(pen.standard.line), (room - pen.standard.twips("命令角标下空")) // len(lines))
    layout = f'<w:spacing w:line="{pitch}" w:lineRule="exact"/>'
    content = "".join(pen.paragraph("版头角标", line, layout) for line in lines)
    width = pen.standard.text_width // 2
    box = Box(pen.standard.margins["left"], pen.standard.margins["top"], width, room)
    return text_box(box, content, pen.next_drawing(), "版头角标")


def letter_corners(pen: Pen, masthead: Masthead) -> dict[str, str | bool]:
    """Below the red rule of a letter: the first on the line of the 发文字号, the others under it (10.1)."""
    first, *others = [*corners_present(pen, masthead), ("", "")]
    lines = [pen.paragraph("版头角标", pen.runs.words(text, style)) for text, style in others if text]
    return {"首行角标": pen.runs.words(*first), "版头角标": "".join(lines)}


# --- the mark and the double rules of a letter --------------------------------------------------------


def letter_mark(pen: Pen, mark: MarkWriter, start: str) -> str:
    """Mark and upper rule 30 mm below the edge of the paper and so above the 版心, and the lower rule (10.1).

    They stand in boxes as wide as the rules; their anchor is as high as what reaches into the 版心.
    So the lower rule is on the first page alone, also on that of a document that is enclosed.
    """
    standard = pen.standard
    top, rule = standard.twips("信函标志上边"), standard.twips("信函双线厚")
    gap = standard.twips("信函双线距标志") - mark.below_ink
    line = f'<w:spacing w:line="{gap}" w:lineRule="exact"/>'
    content = mark.xml(0) + pen.paragraph("信函上线", "", line)
    upper = rule_box(pen, top, mark.height + gap, content, "信函标志")
    foot = standard.twips_of(standard.style("信函下线").pitch)
    lowest = standard.paper[1] - standard.twips("信函下线距纸边") - rule - foot
    lower = rule_box(pen, lowest, foot, pen.paragraph("信函下线", ""), "信函下线")
    below = standard.twips("信函要素距双线") - standard.twips("信函要素行上移")
    height = top + mark.height + gap + rule + below - standard.margins["top"]
    return spacer(pen, height, upper + lower, start)


def rule_box(pen: Pen, top: int, height: int, content: str, name: str) -> str:
    """A box as wide as a double rule of a letter, in the middle of the 版心, that ends in such a rule.

    Args:
        pen: Styles and counters.
        top: Its upper edge from that of the page, in twips.
        height: From there to the rule, in twips.
        content: What stands in it; twice the room of the rule is left, lest a program cuts it off.
        name: What Word calls it.
    """
    standard = pen.standard
    long = standard.twips("信函双线长")
    left = standard.margins["left"] - (long - standard.text_width) // 2
    box = Box(left, top, long, height + 2 * standard.twips("信函双线厚"))
    return text_box(box, content, pen.next_drawing(), name)


# --- 签发人 -------------------------------------------------------------------------------------------


def signer_slots(pen: Pen, masthead: Masthead) -> dict[str, str | bool]:
    """The signer slots: none, one on the line of the 发文字号, or several with the last lines there."""
    if len(masthead.signers) <= 1:
        label = pen.runs.words(SIGNED_BY) if masthead.signers else ""
        names = "".join(pen.runs.words(name, SIGNER_STYLE) for name in masthead.signers)
        return {"并列签发": False, "签发人前行": "", "签发人": label + names}
    *above, last = signer_rows(pen, masthead)
    lines = "".join(pen.paragraph("多个签发人", TAB + row) for row in above)
    return {"并列签发": True, "签发人前行": lines, "签发人": last}


def signer_rows(pen: Pen, masthead: Masthead) -> list[str]:
    """Several signers as runs with tabs, the label only on the first line (clause 7.2.6)."""
    size = names_per_line(pen, masthead)
    names = matched(masthead.signers)
    rows = []
    for start in range(0, len(names), size):
        label = pen.runs.words(SIGNED_BY) if start == 0 else TAB
        cells = [pen.runs.words(name, SIGNER_STYLE) for name in names[start : start + size]]
        rows.append(label + TAB.join(cells))
    return rows


def names_per_line(pen: Pen, masthead: Masthead) -> int:
    """Two names to a line; one where names or the number beside the label leave no room for two."""
    size = pen.standard.count("每行签发人")
    long_name = max(len(name) for name in masthead.signers) > FULL_NAME
    only_line = len(masthead.signers) <= size
    long_number = text_width(masthead.number, 2) > 2 * NUMBER_ROOM
    return 1 if long_name or (only_line and long_number) else size


def matched(names: tuple[str, ...]) -> list[str]:
    """Names of two characters with one 字 between them, as wide as those of three that stand beside them."""
    longer = any(len(name) >= FULL_NAME for name in names)
    return [IDEOGRAPHIC_SPACE.join(name) if len(name) < FULL_NAME and longer else name for name in names]
