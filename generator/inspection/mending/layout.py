"""Paragraphs: indents, alignment, room around them, the pitch of their lines, a new page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from generator.hanzi.widths import halves
from generator.inspection.findings import Spot, Verdict, spot_of
from generator.inspection.mending.bench import Bench, Change, Edit, edited, wrong
from generator.inspection.mending.markup import (
    BORDERS,
    PARAGRAPH,
    RUN,
    ensure,
    look_of,
    properties_of,
    set_in,
    write,
)
from generator.inspection.rules.places import is_spaced, width_of
from generator.inspection.rules.rule import Rule
from generator.inspection.rules.sheet import in_flow
from generator.inspection.rules.signing import has_signers
from generator.inspection.rules.typeface import USUAL_SIZE
from generator.inspection.rules.wording import mm, points
from generator.recognition.facts import ParagraphFacts
from generator.recognition.reading.markup import MC, W
from generator.recognition.roles import Role

SPACES = "\u3000 "
SEALED_ROOM = Decimal("1.5")
"""With so many empty lines above it a 署名 waits for a seal."""
INLINE = (
    *(f"{W}{name}" for name in ("drawing", "pict", "object")),
    f"{MC}AlternateContent",
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath",
)
"""What a line of fixed height would cut off."""
SEALED = "按加盖印章排：日期右空 {日期右空加印}，署名对着日期居中"
PLAIN = "按不盖章排：署名右空 {署名右空}，日期首字比署名首字右移 {日期右移}"
LABEL = "附件："
LATIN: Mapping[str, str | None] = {"asciiTheme": None, "hAnsiTheme": None}
FIGURES = re.compile(r"(?<=\d)(?=[^\d])|(?<=[^\d])(?=\d)", re.ASCII)
"""Places between figures and Chinese characters, where LibreOffice adds room."""
SPACED = (*USUAL_SIZE, Role.BLANK)


class Indents(NamedTuple):
    """Indents in twips; `characters` are hundredths of a 字 beside the first line, for Word's dialogue."""

    left: int = 0
    right: int = 0
    first: int = 0
    characters: int = 0


def indent(bench: Bench, paragraph: ParagraphFacts, indents: Indents) -> None:
    """Give a paragraph its indents.

    Every indent in 字 that a style may have is set to 0, which says nothing; else it would win in Word.
    """
    properties = properties_of(bench.element(paragraph))
    hangs = indents.first < 0
    values = {
        "left": indents.left,
        "right": indents.right,
        "firstLine": None if hangs else indents.first,
        "hanging": -indents.first if hangs else None,
        "firstLineChars": indents.characters,
        "leftChars": 0,
        "rightChars": 0,
        **dict.fromkeys(("hangingChars", "start", "end", "startChars", "endChars")),
    }
    write(ensure(properties, "ind", PARAGRAPH), values)


def align(bench: Bench, paragraph: ParagraphFacts, side: str) -> None:
    """left, center, right or both."""
    set_in(properties_of(bench.element(paragraph)), "jc", PARAGRAPH, val=side)


def spaces_before(bench: Bench, paragraph: ParagraphFacts) -> int:
    """Width of the spaces at the beginning of a paragraph, in twips."""
    text = paragraph.text
    return width_of(bench.sheet, text[: len(text) - len(text.lstrip(SPACES))])


def two_characters(bench: Bench, paragraph: ParagraphFacts) -> str:
    """Two 字 before the first line, those that spaces take counted; wrapped lines flush left."""
    wanted, taken = bench.standard.twips("段首空"), spaces_before(bench, paragraph)
    if taken > wanted + wanted // 4:
        return ""
    hundredths = 0 if taken else int(100 * bench.sheet.characters("段首空"))
    indent(bench, paragraph, Indents(first=max(0, wanted - taken), characters=hundredths))
    return bench.sheet.fill("首行缩进 {段首空}，左右缩进 0")


def justify(bench: Bench, paragraph: ParagraphFacts) -> str:
    """From edge to edge."""
    align(bench, paragraph, "both")
    return "两端对齐"


def note_edge(bench: Bench, paragraph: ParagraphFacts) -> str:
    """A 附注: two 字 from the left edge."""
    told = two_characters(bench, paragraph)
    if told and paragraph.alignment not in ("left", "both"):
        align(bench, paragraph, "both")
    return told


def flush(side: str, told: str) -> Edit:
    """An edit that takes all indents away; spaces at the beginning are for a person."""

    def edit(bench: Bench, paragraph: ParagraphFacts) -> str:
        if paragraph.text[:1] in SPACES and side != "center":
            return ""
        indent(bench, paragraph, Indents())
        align(bench, paragraph, side)
        return told

    return edit


def number_place(bench: Bench, paragraph: ParagraphFacts) -> str:
    """发文字号: centred, or with signers beside it one 字 from the left edge."""
    part = bench.sheet.owners.get(paragraph.number)
    if part is None or not has_signers(bench.sheet, part):
        return flush("center", "居中")(bench, paragraph)
    if paragraph.text[:1] in SPACES:
        return ""
    indent(bench, paragraph, Indents(left=bench.standard.twips("文号左空"), right=paragraph.right))
    align(bench, paragraph, "left")
    return bench.sheet.fill("居左空 {文号左空}")


def letter_number(bench: Bench, paragraph: ParagraphFacts) -> str:
    """发文字号 of a letter: at the right edge; a tab is for a person."""
    return "" if "\t" in paragraph.text else flush("right", "居右顶格")(bench, paragraph)


def rule_width(bench: Bench, paragraph: ParagraphFacts) -> str:
    """A red rule as wide as the 版心: its paragraph has no indents, unless words need them."""
    if paragraph.text.strip() and paragraph.alignment != "center":
        return ""
    indent(bench, paragraph, Indents())
    return mm(bench.standard.text_width)


def attachment_note(bench: Bench, paragraph: ParagraphFacts) -> str:
    """附件： two 字 from the edge, names under each other."""
    text = paragraph.text.strip()
    labelled = text.startswith("附")
    figures = text[3:] if labelled else text
    hang = width_of(bench.sheet, "1.") if figures[:1].isdigit() else 0
    edge, label = bench.standard.twips("附件说明左空"), width_of(bench.sheet, LABEL)
    left = edge + label + hang
    first = -label - hang if labelled else -hang
    indent(bench, paragraph, Indents(left=left, first=first - spaces_before(bench, paragraph)))
    if paragraph.alignment not in ("left", "both"):
        align(bench, paragraph, "both")
    return bench.sheet.fill("左空 {附件说明左空}，回行与名称对齐" if labelled else "序号与上一行的序号对齐")


def attendance(bench: Bench, paragraph: ParagraphFacts) -> str:
    """出席： two 字 from the edge, names under each other."""
    rule = bench.standard.style("出席人员")
    left, hanging = bench.standard.twips_of(rule.left), bench.standard.twips_of(rule.hanging)
    indent(bench, paragraph, Indents(left=left, first=-hanging - spaces_before(bench, paragraph)))
    align(bench, paragraph, "both")
    return bench.sheet.fill("左空 {段首空}，回行与名单对齐")


def imprint_edges(bench: Bench, paragraph: ParagraphFacts) -> str:
    """One 字 of 4号 free at both sides of the 版记; lists hang under their first name."""
    character, edge = int(bench.standard.character("四号")), bench.standard.twips("版记左空", "四号")
    hanging = bench.standard.twips_of(bench.standard.style("抄送机关").hanging, "四号")
    text = paragraph.text
    taken = character * halves(text[: len(text) - len(text.lstrip(SPACES))]) // 2
    hang = hanging if bench.role(paragraph) is Role.COPIES_TO else 0
    if taken > edge:
        return ""
    indent(bench, paragraph, Indents(left=edge + hang, right=edge, first=-hang - taken))
    return bench.sheet.fill("左右各空 {版记左空}")


def new_page(bench: Bench, paragraph: ParagraphFacts) -> str:
    """An 附件 begins a page."""
    set_in(properties_of(bench.element(paragraph)), "pageBreakBefore", PARAGRAPH, val=None)
    return "另起一页"


# --- 署名 and 成文日期 --------------------------------------------------------------------------------


def signature(bench: Bench, rule: Rule) -> Iterator[Change]:
    """署名 and date: centred on each other where a seal has room, else the date shifted."""
    for sight in [*wrong(bench, rule)]:
        day = sight.paragraph
        part = bench.sheet.owners.get(day.number) if day else None
        issuers = bench.sheet.own(part, Role.ISSUER) if part else ()
        if day is None or len(issuers) != 1 or is_spaced(day) or is_spaced(issuers[0]):
            continue
        name, sealed = issuers[0], has_room_for_seal(bench, issuers[0])
        places = moved_in(bench, day, (sealed_places if sealed else plain_places)(bench, name, day))
        told = [*edited(bench, rule, name, "", begin_at(places[0]))]
        told += edited(bench, rule, day, "", begin_at(places[1]))
        if told:
            after = bench.sheet.fill(SEALED if sealed else PLAIN)
            yield Change(rule.code, rule.subject, spot_of(day), sight.measured, after)


def begin_at(left: int) -> Edit:
    """An edit that makes a line begin at a place, its figures half a 字 wide and no room added between."""

    def edit(bench: Bench, paragraph: ParagraphFacts) -> str:
        indent(bench, paragraph, Indents(left=left))
        align(bench, paragraph, "left")
        properties = properties_of(bench.element(paragraph))
        for name in ("autoSpaceDE", "autoSpaceDN"):
            set_in(properties, name, PARAGRAPH, val="0")
        latin = bench.standard.face(bench.standard.style("西文").latin_face).names[0]
        for piece in bench.pieces(paragraph):
            if any(letter.isdigit() for letter in piece.text):
                write(ensure(look_of(piece.run), "rFonts", RUN), {**LATIN, "ascii": latin, "hAnsi": latin})
        return ""

    return edit


def moved_in(bench: Bench, day: ParagraphFacts, places: tuple[int, int]) -> tuple[int, int]:
    """Both places so far to the left that the date fits where a program adds room around its figures."""
    added = len(FIGURES.findall(day.text.strip())) * bench.standard.twips("中西间隔")
    free = bench.standard.text_width - places[1] - width_of(bench.sheet, day.text.strip())
    short = min(max(0, added - free), int(bench.standard.character()))
    return places[0] - short, places[1] - short


def has_room_for_seal(bench: Bench, name: ParagraphFacts) -> bool:
    """Whether more than one line stands empty above the 署名."""
    above = bench.sheet.facts.paragraphs[: name.number - 1]
    words = next((one for one in reversed(above) if bench.role(one) is not Role.BLANK), None)
    gap = bench.sheet.gap(words, name) if words else None
    return gap is not None and gap >= SEALED_ROOM


def plain_places(bench: Bench, name: ParagraphFacts, day: ParagraphFacts) -> tuple[int, int]:
    """Clause 7.3.5.2: where both begin, without a seal."""
    standard, shift = bench.standard, bench.standard.twips("日期右移")
    wide, dated = (width_of(bench.sheet, one.text.strip()) for one in (name, day))
    if dated > wide:
        start = standard.text_width - standard.twips("日期右空") - dated
        return start - shift, start
    start = standard.text_width - standard.twips("署名右空") - wide
    return start, start + shift


def sealed_places(bench: Bench, name: ParagraphFacts, day: ParagraphFacts) -> tuple[int, int]:
    """Clause 7.3.5.1: where both begin, centred on each other under a seal."""
    standard = bench.standard
    wide, dated = (width_of(bench.sheet, one.text.strip()) for one in (name, day))
    start = standard.text_width - standard.twips("日期右空加印") - dated
    centred = start + (dated - wide) // 2
    over = max(0, centred + wide - standard.text_width)
    return centred - over, start - over


# --- lines -----------------------------------------------------------------------------------------


def mend_spacing(bench: Bench, rule: Rule) -> Iterator[Change]:
    """No room between paragraphs; empty lines and other parts that have the same room lose it too."""
    sights = [sight for sight in wrong(bench, rule) if sight.paragraph]
    common = Counter((one.before, one.after) for sight in sights if (one := sight.paragraph)).most_common(1)
    for sight in sights:
        if sight.paragraph:
            yield from edited(bench, rule, sight.paragraph, sight.measured, close_up)
    for paragraph in bench.sheet.of(*SPACED):
        if common and (paragraph.before, paragraph.after) == common[0][0] and in_flow(paragraph):
            told = f"段前 {points(paragraph.before)}，段后 {points(paragraph.after)}"
            yield from edited(bench, rule, paragraph, told, close_up)


def close_up(bench: Bench, paragraph: ParagraphFacts) -> str:
    """No room before and after a paragraph."""
    names = ("before", "after", "beforeLines", "afterLines", "beforeAutospacing", "afterAutospacing")
    spacing = ensure(properties_of(bench.element(paragraph)), "spacing", PARAGRAPH)
    write(spacing, dict.fromkeys(names, 0))
    return "段前、段后 0"


def mend_lines(bench: Bench, rule: Rule) -> Iterator[Change]:
    """A fixed pitch of which 22 fill the page, for text and for what stands in lines with it.

    Where the whole file has another pitch, or leaves it to the font, all lines take it; else only those
    paragraphs that differ from the others.
    """
    sights = [*wrong(bench, rule, Verdict.BROKEN, Verdict.UNKNOWN)]
    general = [sight for sight in sights if sight.paragraph is None]
    told = f"固定值 {points(bench.sheet.profile.line)}"
    if general:
        lines = [one for one in bench.sheet.of(*SPACED) if in_flow(one)]
        moved = [change for one in lines for change in edited(bench, rule, one, "", pitched)]
        if moved:
            yield Change(rule.code, rule.subject, Spot(), general[0].measured, told)
        return
    for sight in sights:
        if sight.paragraph:
            yield from edited(bench, rule, sight.paragraph, sight.measured, pitched)


def pitched(bench: Bench, paragraph: ParagraphFacts) -> str:
    """The pitch of the page for one paragraph; one with pictures keeps its own."""
    element = bench.element(paragraph)
    if next(element.iter(*INLINE), None) is not None:
        return ""
    properties = properties_of(element)
    set_in(properties, "snapToGrid", PARAGRAPH, val="0")
    set_in(properties, "spacing", PARAGRAPH, line=bench.sheet.profile.line, lineRule="exact")
    return f"固定值 {points(bench.sheet.profile.line)}"


def border(name: str, choose: Callable[[Bench], str]) -> Edit:
    """An edit of the colour of the rule at a paragraph."""

    def edit(bench: Bench, paragraph: ParagraphFacts) -> str:
        edge = "bottom" if paragraph.rule_below else "top"
        rule = paragraph.rule_below or paragraph.rule_above
        if rule is None:
            return ""
        borders = ensure(properties_of(bench.element(paragraph)), "pBdr", PARAGRAPH)
        eighths = int(rule.weight * 8)
        drawn = ensure(borders, edge, BORDERS)
        write(drawn, {"val": rule.kind, "sz": eighths, "space": rule.space})
        write(drawn, {"color": choose(bench), "themeColor": None})
        return name

    return edit


red_rule = border("红色", lambda bench: bench.standard.colour("红"))
