"""How a template looks: page set-up, page numbers, and what each style of the contract comes to.

A template made from the standard and one that staff restyled are read by the same eyes, so that the
two can be compared look by look.  Lengths are twips; what a person reads is in millimetres and points.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from posixpath import join as joined
from typing import TYPE_CHECKING

from generator.ooxml.xml import NAMESPACES, read_xml
from generator.standard import Standard, StyleRule, StyleType, TemplateKind
from generator.standard.lengths import TWIPS_PER_MM, TWIPS_PER_POINT
from generator.word.contract import contract_styles, styles_in

if TYPE_CHECKING:
    from lxml import etree

W, R = f"{{{NAMESPACES['w']}}}", f"{{{NAMESPACES['r']}}}"
MARGINS = {
    "天头": ("上边距", "pgMar", "top"),
    "地脚": ("下边距", "pgMar", "bottom"),
    "订口": ("左边距", "pgMar", "left"),
    "切口": ("右边距", "pgMar", "right"),
    "页脚距纸边": ("页脚距边界", "pgMar", "footer"),
    "纸宽": ("纸宽", "pgSz", "w"),
    "纸高": ("纸高", "pgSz", "h"),
}
"""Value of the standard: what Word calls it, and where the file has it."""
SIDES = {"left": "左", "start": "左", "center": "中", "right": "右", "end": "右", "both": "两端"}
FOOTERS = {"default": ("单页码", "单页页码"), "even": ("双页码", "双页页码")}
"""Kind of footer: the page number in it, the style of that."""
NUMBERS = dict(FOOTERS.values())
PAGE = "页面"
AUTOMATIC_COLOUR = "auto"
BLACK = "000000"
NO_NUMBER = "没有页码"
OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Look:
    """One thing that can be seen of a template.

    Attributes:
        whose: The style or the part of the page.
        what: 字号, 上边距 …
        amount: As it is compared.
        printed: As a person reads it.
        tolerance: How far an amount that is a number may be off.
    """

    whose: str
    what: str
    amount: str | int
    printed: str
    tolerance: int = 0

    def equals(self, other: Look) -> bool:
        """Whether both look the same."""
        if isinstance(self.amount, int) and isinstance(other.amount, int):
            return abs(self.amount - other.amount) <= self.tolerance
        return self.amount == other.amount


class TemplateLooks:
    """The looks of one template."""

    def __init__(self, parts: Mapping[str, bytes], standard: Standard, kind: TemplateKind) -> None:
        self.parts = parts
        self.standard = standard
        self.kind = kind
        self.sheet = StyleSheet(parts["word/styles.xml"])
        self.ids = contract_styles(standard, kind, styles_in(parts["word/styles.xml"]))
        self.section = list(read_xml(parts["word/document.xml"]).iter(f"{W}sectPr"))[-1]

    @cached_property
    def by_name(self) -> dict[tuple[str, str], Look]:
        """Every look by whose it is and what it is."""
        looks = (*self.page(), *self.page_numbers(), *self.styles())
        return {(look.whose, look.what): look for look in looks}

    # --- the page -----------------------------------------------------------------------------

    def page(self) -> Iterator[Look]:
        """Paper, margins, and whether characters stand on a grid."""
        for name, (words, tag, attribute) in MARGINS.items():
            twips = number(self.section.find(f"{W}{tag}"), attribute)
            tolerance = self.standard.quantity(name).tolerance or Decimal(1)
            printed = f"{Decimal(twips) / TWIPS_PER_MM:.1f} 毫米"
            yield Look(PAGE, words, twips, printed, int(tolerance * TWIPS_PER_MM))
        grid = value_of(self.section.find(f"{W}docGrid"), "type")
        words = "有" if grid in ("linesAndChars", "snapToChars") else "没有"
        yield Look(PAGE, "字符网格", words, words)

    def page_numbers(self) -> Iterator[Look]:
        """Where the number of odd and even pages stands (clause 7.5)."""
        differ = read_xml(self.parts["word/settings.xml"]).find(f"{W}evenAndOddHeaders")
        for kind, (whose, style) in FOOTERS.items():
            read_as = kind if is_on(differ) else "default"
            side = self.number_side(read_as, style)
            yield Look(whose, "位置", side, side)

    def number_side(self, kind: str, style: str) -> str:
        """左, 中, 右 … of the paragraph with the page number in one kind of footer."""
        footer = self.footer(kind)
        if footer is None:
            return NO_NUMBER
        for paragraph in footer.iter(f"{W}p"):
            if "PAGE" in instructions(paragraph):
                frame = value_of(paragraph.find(f"{W}pPr/{W}framePr"), "xAlign")
                own = value_of(paragraph.find(f"{W}pPr/{W}jc"), "val")
                used = value_of(paragraph.find(f"{W}pPr/{W}pStyle"), "val") or self.ids[style]
                return side_words(frame, kind) or side_words(own or self.sheet.value(used, "jc", "val"), kind)
        return NO_NUMBER

    def footer(self, kind: str) -> etree._Element | None:
        """The footer of a kind that the last section names."""
        for reference in self.section.iter(f"{W}footerReference"):
            if value_of(reference, "type") == kind:
                part = self.relations.get(str(reference.get(f"{R}id")), "")
                return read_xml(self.parts[part]) if part in self.parts else None
        return None

    @cached_property
    def relations(self) -> dict[str, str]:
        """Names of parts by the id under which the body names them."""
        root = read_xml(self.parts["word/_rels/document.xml.rels"])
        return {str(one.get("Id")): joined("word", str(one.get("Target"))).lstrip("/") for one in root}

    # --- the styles ---------------------------------------------------------------------------

    def styles(self) -> Iterator[Look]:
        """What each style of the contract comes to, tables left out: they are the office's own business."""
        for style in self.standard.styles(self.kind):
            if style.type is not StyleType.TABLE and style.name in self.ids:
                yield from self.words_in(style, self.ids[style.name])
                if style.type is StyleType.PARAGRAPH:
                    yield from self.paragraphs_in(style, self.ids[style.name])

    def words_in(self, style: StyleRule, identifier: str) -> Iterator[Look]:
        """Font and weight; of a paragraph style also size, colour and tracking."""
        script = "ascii" if style.latin_face else "eastAsia"
        font = self.font(identifier, script)
        yield Look(style.name, "字体", self.kind_of_type(font), font)
        bold = "加粗" if is_on(self.sheet.find(identifier, "b")) else "不加粗"
        yield Look(style.name, "粗细", bold, bold)
        if style.type is StyleType.CHARACTER:
            return
        size = int(self.sheet.value(identifier, "sz", "val") or 20)
        yield Look(style.name, "字号", size, f"{points(Decimal(size) * 10)} 磅")
        colour = self.sheet.value(identifier, "color", "val")
        colour = BLACK if colour in ("", AUTOMATIC_COLOUR) else colour.upper()
        yield Look(style.name, "颜色", colour, "黑色" if colour == BLACK else colour)
        tracking = int(self.sheet.run_value(identifier, "spacing", "val") or 0)
        yield Look(style.name, "字距", tracking, f"{points(Decimal(tracking))} 磅")

    def font(self, identifier: str, script: str) -> str:
        """The name of the font for a script; a theme wins over names."""
        if self.sheet.value(identifier, "rFonts", f"{script}Theme"):
            return "主题字体"
        return self.sheet.value(identifier, "rFonts", script)

    def kind_of_type(self, font: str) -> str:
        """The kind of type that a font is of, by the names that the standard's data knows."""
        faces = self.standard.data.faces
        named = (kind for kind, face in faces.items() if font in face.names)
        alike = (kind for kind, face in faces.items() if any(word in font for word in (kind, *face.names)))
        return next(named, None) or next(alike, font)

    def paragraphs_in(self, style: StyleRule, identifier: str) -> Iterator[Look]:
        """Line pitch, alignment, and the indent of the first line."""
        line = int(self.sheet.paragraph_value(identifier, "spacing", "line") or 240)
        rule = self.sheet.paragraph_value(identifier, "spacing", "lineRule") or "auto"
        yield Look(style.name, "行距", f"{rule} {line}", pitch_words(line, rule))
        side = side_words(self.sheet.value(identifier, "jc", "val") or "left")
        yield Look(style.name, "对齐", side, side)
        indent = int(self.sheet.value(identifier, "ind", "firstLine") or 0)
        character = self.standard.character(style.size or "三号")
        printed = f"{Decimal(indent) / character:.1f} 字"
        yield Look(style.name, "首行缩进", indent, printed, int(character) // 2)


class StyleSheet:
    """The styles of a template, each read together with what it is based on."""

    def __init__(self, part: bytes) -> None:
        self.root = read_xml(part)
        self.by_id = {str(style.get(f"{W}styleId")): style for style in self.root.iter(f"{W}style")}

    def chain(self, identifier: str) -> Iterator[etree._Element]:
        """A style, those it is based on, the defaults of the document."""
        seen: set[str] = set()
        while identifier in self.by_id and identifier not in seen:
            seen.add(identifier)
            yield self.by_id[identifier]
            identifier = value_of(self.by_id[identifier].find(f"{W}basedOn"), "val")
        yield from self.root.iter(f"{W}rPrDefault", f"{W}pPrDefault")

    def find(self, identifier: str, tag: str) -> etree._Element | None:
        """The nearest element of a name among the run properties."""
        found = (style.find(f"{W}rPr/{W}{tag}") for style in self.chain(identifier))
        return next((element for element in found if element is not None), None)

    def value(self, identifier: str, tag: str, attribute: str) -> str:
        """The nearest value of a property, of the run or of the paragraph; empty where nobody says it."""
        return self.run_value(identifier, tag, attribute) or self.paragraph_value(identifier, tag, attribute)

    def run_value(self, identifier: str, tag: str, attribute: str) -> str:
        """The nearest value of a property of runs."""
        return self.nearest(identifier, f"{W}rPr/{W}{tag}", attribute)

    def paragraph_value(self, identifier: str, tag: str, attribute: str) -> str:
        """The nearest value of a property of paragraphs."""
        return self.nearest(identifier, f"{W}pPr/{W}{tag}", attribute)

    def nearest(self, identifier: str, path: str, attribute: str) -> str:
        """The first value along the chain."""
        values = (value_of(style.find(path), attribute) for style in self.chain(identifier))
        return next((value for value in values if value), "")


def value_of(element: etree._Element | None, attribute: str) -> str:
    """An attribute in Word's namespace; empty where there is none."""
    return "" if element is None else str(element.get(f"{W}{attribute}", ""))


def number(element: etree._Element | None, attribute: str) -> int:
    """An attribute that is a length in twips; 0 where there is none."""
    value = value_of(element, attribute)
    return int(float(value)) if value.replace(".", "", 1).lstrip("-").isdigit() else 0


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch is on: it is there, and does not say that it is off."""
    return element is not None and value_of(element, "val") not in OFF


def instructions(paragraph: etree._Element) -> str:
    """The instructions of the fields in a paragraph."""
    complex_fields = "".join(element.text or "" for element in paragraph.iter(f"{W}instrText"))
    return complex_fields + "".join(value_of(one, "instr") for one in paragraph.iter(f"{W}fldSimple"))


def side_words(word: str, footer: str = "") -> str:
    """Word's name of a side in Chinese; “outside” is right on odd pages and left on even ones."""
    if word == "outside":
        return "左" if footer == "even" else "右"
    return SIDES.get(word, word)


def pitch_words(line: int, rule: str) -> str:
    """A line pitch as Word's dialogue says it."""
    if rule == "auto":
        return f"{Decimal(line) / 240:.2f} 倍行距"
    return f"{'固定值' if rule == 'exact' else '最小值'} {points(Decimal(line))} 磅"


def points(twips: Decimal) -> Decimal:
    """Twips as points, without needless zeros."""
    amount = (twips / TWIPS_PER_POINT).normalize()
    return amount.quantize(Decimal(1)) if amount == amount.to_integral() else amount
