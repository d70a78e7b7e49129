"""Page numbers: a footer for odd pages and one for even pages, each with — 1 — at its outer side."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from lxml import etree

from generator.inspection.findings import Spot, spot_of
from generator.inspection.mending import page
from generator.inspection.mending.bench import Bench, Change, edited, wrong
from generator.inspection.mending.faces import set_all_fonts, set_size
from generator.inspection.mending.markup import (
    BEFORE_EVEN_AND_ODD,
    PARAGRAPH,
    SECTION,
    ensure,
    properties_of,
    set_in,
    write,
)
from generator.inspection.mending.package import declared
from generator.inspection.rules.page_number import DASHED, EVEN, ODD, is_page_field, numbers
from generator.inspection.rules.rule import Rule
from generator.inspection.rules.wording import mm
from generator.ooxml.xml import XML_DECLARATION, attributes
from generator.recognition.facts import ParagraphFacts, Where
from generator.recognition.reading.markup import R, W
from generator.standard import Alignment, StyleRule

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

WORD = W.strip("{}")
CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"
RUNS = (f"{W}r", f"{W}fldSimple")
TRIVIAL = re.compile(r"[\s\-－–—―第页]*")
"""What may stand around a number and be replaced by dashes."""
DASH = "—"
STYLES = {ODD: "单页页码", EVEN: "双页页码"}
SIDES = {Alignment.LEFT: "left", Alignment.CENTER: "center", Alignment.RIGHT: "right", None: "left"}
PLACES = {
    Alignment.LEFT: "居左空 {页码空}",
    Alignment.CENTER: "居中",
    Alignment.RIGHT: "居右空 {页码空}",
    None: "居左",
}


def paragraph_of(bench: Bench, kind: str) -> str:
    """The paragraph of a page number, as the standard has it for odd (default) or even pages."""
    line = attributes({"before": 0, "after": 0, "line": foot_line(bench), "lineRule": "exact"})
    ends = attributes({**ends_of(bench, kind), "firstLine": 0})
    return (
        f'<w:p><w:pPr><w:snapToGrid w:val="0"/><w:spacing {line}/><w:ind {ends}/>'
        f'<w:jc w:val="{SIDES[style_of(bench, kind).alignment]}"/></w:pPr>{number_runs(bench)}</w:p>'
    )


def style_of(bench: Bench, kind: str) -> StyleRule:
    """How the standard, or the custom of the office, has the page number of odd or of even pages."""
    return bench.standard.style(STYLES[kind])


def ends_of(bench: Bench, kind: str) -> dict[str, int]:
    """The indents of a page number in twips."""
    style = style_of(bench, kind)
    sides = (("left", style.left), ("right", style.right))
    return {side: bench.standard.twips_of(room, style.size) if room else 0 for side, room in sides}


def place_told(bench: Bench, kind: str) -> str:
    """“居右空 1 字”, or 居中 where the office has it so."""
    return bench.sheet.fill(PLACES[style_of(bench, kind).alignment])


def foot_line(bench: Bench) -> int:
    """The pitch of the line of a page number in twips."""
    return bench.standard.twips_of(style_of(bench, ODD).pitch)


def number_runs(bench: Bench) -> str:
    """— 1 — as runs with a field."""
    font = bench.standard.face("宋体").names[0]
    names = attributes(dict.fromkeys(("ascii", "hAnsi", "eastAsia", "cs"), font) | {"hint": "eastAsia"})
    size = bench.standard.half_points(style_of(bench, ODD).size)
    look = f'<w:rPr><w:rFonts {names}/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr>'
    parts = (
        f'<w:t xml:space="preserve">{DASH} </w:t>',
        '<w:fldChar w:fldCharType="begin"/>',
        '<w:instrText xml:space="preserve"> PAGE </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
        f'<w:t xml:space="preserve"> {DASH}</w:t>',
    )
    return "".join(f"<w:r>{look}{part}</w:r>" for part in parts)


def whole_part(kind: str, inner: str) -> bytes:
    """A header or footer as a part."""
    tag = "ftr" if kind == "footer" else "hdr"
    return f'{XML_DECLARATION}<w:{tag} xmlns:w="{WORD}">{inner}</w:{tag}>'.encode()


# --- missing ---------------------------------------------------------------------------------------


def mend_missing(bench: Bench, rule: Rule) -> Iterator[Change]:
    """Footers with page numbers, where no footer has any words."""
    feet = [*bench.sheet.facts.standing(Where.FOOTER), *bench.sheet.facts.standing(Where.HEADER)]
    named = any(one.text.strip() and one.where is Where.FOOTER for one in feet)
    if not [*wrong(bench, rule)] or named or any(is_page_field(run) for one in feet for run in one.runs):
        return
    for index in range(len(bench.sheet.facts.sections)):
        drop_references(page.set_up(bench, index))
    for kind in (ODD, EVEN):
        content = whole_part("footer", paragraph_of(bench, kind))
        refer(page.set_up(bench, 0), "footer", kind, add(bench, "footer", content))
    copy_all_for_even(bench, "header")
    tell_odd_from_even(bench)
    distance(bench)
    told = f"“— 1 —”，单页{place_told(bench, ODD)}，双页{place_told(bench, EVEN)}"
    yield Change(rule.code, rule.subject, Spot(), "没有页码", told)


def drop_references(section: Element) -> None:
    """Take the footers of odd and even pages off a section, which then has those of the one before."""
    for reference in [*section.iterchildren(f"{W}footerReference")]:
        if reference.get(f"{W}type", ODD) in (ODD, EVEN):
            section.remove(reference)


def add(bench: Bench, kind: str, content: bytes) -> str:
    """A new header or footer; gives the id of its relation."""
    return bench.package.add(bench.reader.main, kind, content, CONTENT_TYPE.format(kind=kind))


def refer(section: Element, part: str, kind: str, identifier: str) -> None:
    """Let a section have a header or footer."""
    reference = etree.Element(f"{W}{part}Reference")
    reference.set(f"{W}type", kind)
    reference.set(f"{R}id", identifier)
    section.insert(0, reference)


def tell_odd_from_even(bench: Bench) -> bool:
    """Switch on different odd and even pages; whether they were not."""
    if bench.sheet.facts.even_and_odd:
        return False
    settings = bench.reader.root_of("settings")
    if settings is None:
        content = f'{XML_DECLARATION}<w:settings xmlns:w="{WORD}"/>'.encode()
        bench.package.add(bench.reader.main, "settings", content, CONTENT_TYPE.format(kind="settings"))
        bench.reader.relations = bench.package.relations(bench.reader.main)
        settings = bench.reader.root_of("settings")
    if settings is not None:
        set_in(settings, "evenAndOddHeaders", BEFORE_EVEN_AND_ODD, val=None)
    return True


def distance(bench: Bench) -> bool:
    """The distance of the footers of upright pages from the foot of the page; whether one was another."""
    wanted = bench.standard.margins["footer"]
    wrong_ones = [
        index
        for index, section in enumerate(bench.sheet.facts.sections)
        if section.width <= section.height and section.footer != wanted
    ]
    for index in wrong_ones:
        set_distance(bench, index)
    return bool(wrong_ones)


def set_distance(bench: Bench, index: int) -> None:
    """The distance of one section's footer."""
    section = bench.sheet.facts.sections[index]
    margins = ensure(page.set_up(bench, index), "pgMar", SECTION)
    sides = ("top", "right", "bottom", "left", "header", "gutter")
    for name in sides:
        if margins.get(W + name) is None:
            margins.set(W + name, str(getattr(section, name)))
    margins.set(f"{W}footer", str(bench.standard.margins["footer"]))


# --- odd and even ----------------------------------------------------------------------------------


def mend_odd_even(bench: Bench, rule: Rule) -> Iterator[Change]:
    """Even pages get a footer like that of odd pages, its number at the other side."""
    sights = [*wrong(bench, rule)]
    if not sights:
        return
    copied = [copy_all_for_even(bench, kind) for kind in ("header", "footer")]
    if not any((tell_odd_from_even(bench), *copied)):
        return
    spot = spot_of(sights[0].paragraph) if sights[0].paragraph else Spot()
    yield Change(rule.code, rule.subject, spot, sights[0].measured, "奇偶页不同，双页另有页码")


def copy_all_for_even(bench: Bench, kind: str) -> bool:
    """Even pages keep the headers or footers that all pages had; whether any had to be made."""
    sections = [section for section in bench.reader.mapped.set_ups if section is not None]
    copied = [copy_for_even(bench, section, kind) for section in sections]
    return any(copied)


def copy_for_even(bench: Bench, section: Element, kind: str) -> bool:
    """A copy of the header or footer of odd pages, for even ones that have none."""
    references = {str(one.get(f"{W}type", ODD)): one for one in section.iterchildren(f"{W}{kind}Reference")}
    if ODD not in references or EVEN in references:
        return False
    relation = bench.reader.relations.get(str(references[ODD].get(f"{R}id")))
    root = bench.package.root(relation.target) if relation else None
    if relation is None or root is None:
        return False
    identifier = add(bench, kind, declared(root))
    copy_relations(bench, relation.target, identifier)
    refer(section, kind, EVEN, identifier)
    return True


def copy_relations(bench: Bench, source: str, identifier: str) -> None:
    """Pictures of a header are those of its copy too."""
    target = bench.package.relations(bench.reader.main)[identifier].target
    relations = bench.package.part(relations_name(source))
    if relations is not None:
        bench.package.added[relations_name(target)] = relations


def relations_name(part: str) -> str:
    """The part that holds the relations of a part in the same folder."""
    folder, _, file = part.rpartition("/")
    return f"{folder}/_rels/{file}.rels".lstrip("/")


# --- the number itself -----------------------------------------------------------------------------


def mend_face(bench: Bench, paragraph: ParagraphFacts) -> str:
    """宋体 for figures and dashes."""
    font = bench.standard.face("宋体").names[0]
    for run in bench.element(paragraph).iter(f"{W}r"):
        set_all_fonts(run, font)
    return font


def mend_size(bench: Bench, paragraph: ParagraphFacts) -> str:
    """4号."""
    for run in bench.element(paragraph).iter(f"{W}r"):
        set_size(bench, run, "四号")
    return "四号"


def mend_dashes(bench: Bench, paragraph: ParagraphFacts) -> str:
    """— 1 —; a number that stands among other words is for a person."""
    words = "".join(run.text for run in paragraph.runs if not is_page_field(run))
    fields = [run for run in paragraph.runs if run.field]
    drawn = next(bench.element(paragraph).iter(f"{W}drawing", f"{W}pict", f"{W}sdt"), None)
    odd = [run for run in fields if not is_page_field(run)]
    if DASHED.fullmatch(paragraph.text.strip()) or not TRIVIAL.fullmatch(words) or odd or drawn is not None:
        return ""
    element = bench.element(paragraph)
    for child in [*element.iterchildren(*RUNS)]:
        element.remove(child)
    made = etree.fromstring(f'<w:p xmlns:w="{WORD}">{number_runs(bench)}</w:p>')
    element.extend([*made])
    return "— 1 —"


def mend_sides(bench: Bench, rule: Rule) -> Iterator[Change]:
    """Odd numbers right, even numbers left, one 字 from the edge; centred ones get a footer for each."""
    kinds = {one.paragraph.number: one.kind for one in numbers(bench.sheet)}
    for sight in [*wrong(bench, rule)]:
        if sight.paragraph is not None:
            kind = kinds.get(sight.paragraph.number, EVEN)
            yield from edited(bench, rule, sight.paragraph, sight.measured, partial(put_aside, kind=kind))


def put_aside(bench: Bench, paragraph: ParagraphFacts, *, kind: str) -> str:
    """One number at its side."""
    if paragraph.text != paragraph.text.strip():
        return ""
    properties = properties_of(bench.element(paragraph))
    ends = {**ends_of(bench, kind), "firstLine": 0}
    none = dict.fromkeys(("hanging", "start", "end", "hangingChars"))
    chars = dict.fromkeys(("leftChars", "rightChars", "firstLineChars"), 0)
    set_in(properties, "ind", PARAGRAPH, **ends, **none, **chars)
    set_in(properties, "jc", PARAGRAPH, val=SIDES[style_of(bench, kind).alignment])
    return place_told(bench, kind)


def mend_height(bench: Bench, rule: Rule) -> Iterator[Change]:
    """The dash 7 mm below the 版心: by the distance of the footer and a line of fixed height."""
    sights = [*wrong(bench, rule)]
    for sight in sights:
        if sight.paragraph is not None:
            yield from edited(bench, rule, sight.paragraph, sight.measured, lowered)
    if sights and distance(bench):
        told = f"页脚距边界 {mm(bench.standard.margins['footer'])}"
        yield Change(rule.code, rule.subject, Spot(), sights[0].measured, told)


def lowered(bench: Bench, paragraph: ParagraphFacts) -> str:
    """A line of fixed height for one number."""
    properties = properties_of(bench.element(paragraph))
    set_in(properties, "snapToGrid", PARAGRAPH, val="0")
    spacing = ensure(properties, "spacing", PARAGRAPH)
    write(spacing, {"line": foot_line(bench), "lineRule": "exact"})
    write(spacing, dict.fromkeys(("before", "after", "beforeLines", "afterLines"), 0))
    return bench.sheet.fill("行距固定值 {单页页码:行距}")


def mend_first_page(bench: Bench, rule: Rule) -> Iterator[Change]:
    """The first page of a letter has a footer of its own; a header that it would lose stays."""
    headed = any(one.text.strip() for one in bench.sheet.facts.standing(Where.HEADER))
    for sight in [*wrong(bench, rule)]:
        if headed or sight.paragraph is None or is_first_numbered(bench, sight.paragraph.section):
            continue
        set_in(page.set_up(bench, sight.paragraph.section), "titlePg", SECTION, val=None)
        spot = spot_of(sight.paragraph)
        yield Change(rule.code, rule.subject, spot, sight.measured, "首页不同，首页没有页码")


def is_first_numbered(bench: Bench, section: int) -> bool:
    """Whether the footer of first pages has a number, which is for a person to take out."""
    places = (bench.sheet.facts.sections[section].footers or {}).get("first", ())
    return any(is_page_field(run) for one in places for run in bench.sheet.facts.paragraph(one).runs)
