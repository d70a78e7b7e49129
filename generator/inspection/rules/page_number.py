"""页码 (clause 7.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.inspection.findings import Area
from generator.inspection.rules.allowed import centres_page_numbers
from generator.inspection.rules.places import BASELINE
from generator.inspection.rules.profile import is_sideways
from generator.inspection.rules.rule import Rule, Sight, broken, custom, kept, look, unknown
from generator.inspection.rules.sheet import Sheet, printed
from generator.inspection.rules.wording import alignment_name, mm, number, quoted, sizes_of
from generator.recognition.faces import is_face
from generator.recognition.facts import ParagraphFacts, RunFacts, SectionFacts, Where
from generator.recognition.looks import is_other_size
from generator.standard import Strength
from generator.standard.lengths import TWIPS_PER_POINT

ODD, EVEN = "default", "even"
ASKED = {ODD: "单页居右空 {页码空}", EVEN: "双页居左空 {页码空}"}
DASHED = re.compile(r"—\s?\d+\s?—")
THIRD = Decimal("0.35")
AUTO_ABOVE = Decimal("0.86")
"""Share of the type size above the base line where the font decides on the line."""
AUTO_LINE = Decimal("1.14")
"""Height of such a line of 宋体, in type sizes."""
DASH_ABOVE = Decimal("0.29")
"""So far above the base line, in type sizes, is the top of a dash (measured)."""
SURE, POSSIBLE = Decimal("1.4"), Decimal("2.2")
"""Millimetres by which the place of the dash, as worked out, may be off: no fault, and for a person."""
VAGUE = Decimal(1)
"""More of them where the font decides on the line."""


@dataclass(frozen=True, slots=True)
class Number:
    """The paragraph of a page number in the footer of a section, for odd or for even pages."""

    kind: str
    section: SectionFacts
    paragraph: ParagraphFacts


def is_page_field(run: RunFacts) -> bool:
    """Whether a run is the number of the page."""
    return run.field.strip().upper().split(" ")[0] == "PAGE"


def numbers(sheet: Sheet) -> Iterator[Number]:
    """Every page number in a footer, once; pages on their side have their own rule."""
    seen: set[int] = set()
    for section in sheet.facts.sections:
        for kind in (ODD, EVEN):
            for place in (section.footers or {}).get(kind, ()):
                paragraph = sheet.facts.paragraph(place)
                if place not in seen and not is_sideways(section) and any(map(is_page_field, paragraph.runs)):
                    seen.add(place)
                    yield Number(kind, section, paragraph)


def check_there(sheet: Sheet) -> Iterator[Sight]:
    """The file has page numbers."""
    footers = tuple(sheet.facts.standing(Where.FOOTER))
    headers = tuple(sheet.facts.standing(Where.HEADER))
    if any(is_page_field(run) for one in footers for run in one.runs):
        yield kept("有页码")
    elif any(is_page_field(run) for one in headers for run in one.runs):
        yield broken("页码在页眉里")
    elif any(character.isdigit() for one in footers for character in one.text):
        yield look("页脚里有数字，但不是页码域", hint="双击页脚，删去数字，插入→页码")
    else:
        yield broken("没有页码")


def check_odd_even(sheet: Sheet) -> Iterator[Sight]:
    """Odd and even pages have footers of their own, for the number stands at the outer side."""
    found = tuple(numbers(sheet))
    odd = [one for one in found if one.kind == ODD]
    if not odd or any(is_centred(one.paragraph) or is_placed(sheet, one.paragraph) for one in odd):
        return
    even = any(one.kind == EVEN for one in found)
    if sheet.facts.even_and_odd and even:
        yield kept("单双页不同")
    else:
        yield broken("单双页相同" if not sheet.facts.even_and_odd else "双页没有页码", odd[0].paragraph)


def is_centred(paragraph: ParagraphFacts) -> bool:
    """Whether a number stands in the middle."""
    return paragraph.alignment in ("center", "distribute")


def is_placed(sheet: Sheet, paragraph: ParagraphFacts) -> bool:
    """Whether a frame or box, and not the paragraph, decides where a number stands."""
    return paragraph.box is not None and paragraph.box < len(sheet.facts.boxes)


def check_face(sheet: Sheet) -> Iterator[Sight]:
    """宋体."""
    for one in numbers(sheet):
        fonts = {run.latin_font for run in one.paragraph.runs if is_page_field(run)}
        wrong = sorted(font for font in fonts if font and not is_face(sheet.standard, "宋体", font))
        if None in fonts:
            yield unknown("没有指明页码的字体", one.paragraph)
        else:
            yield (
                broken("、".join(wrong), one.paragraph) if wrong else kept("、".join(sorted(map(str, fonts))))
            )


def check_size(sheet: Sheet) -> Iterator[Sight]:
    """4号."""
    wanted = sheet.standard.points("四号")
    for one in numbers(sheet):
        runs = [run for run in printed(one.paragraph.runs) if run.size is not None]
        wrong = [run for run in runs if is_other_size(run.size, wanted)]
        yield broken(sizes_of(wrong), one.paragraph) if wrong else kept(sizes_of(runs))


def check_dashes(sheet: Sheet) -> Iterator[Sight]:
    """A dash at each side."""
    for one in numbers(sheet):
        text = "".join("1" if is_page_field(run) else run.text for run in one.paragraph.runs).strip()
        text = re.sub("1+", "1", text)
        yield kept("— 1 —") if DASHED.fullmatch(text) else broken(quoted(text), one.paragraph)


def check_side(sheet: Sheet) -> Iterator[Sight]:
    """Odd pages right, even pages left, one 字 from the edge."""
    for one in numbers(sheet):
        if one.kind == EVEN and not sheet.facts.even_and_odd:
            continue
        if is_placed(sheet, one.paragraph):
            hint = f"看是不是{sheet.fill(asked_place(sheet))}"
            yield look("页码在图文框里", one.paragraph, hint=hint)
        elif is_centred(one.paragraph):
            yield (custom if centres_page_numbers(sheet.standard) else broken)("居中", one.paragraph)
        else:
            yield judged_side(sheet, one)


def judged_side(sheet: Sheet, one: Number) -> Sight:
    """One number by the side and the room at it."""
    paragraph, character = one.paragraph, sheet.standard.character("四号")
    right = paragraph.alignment == "right"
    indent = paragraph.right if right else paragraph.left + paragraph.first_line
    outside = paragraph.text[::-1] if right else paragraph.text
    spaces = len(outside) - len(outside.lstrip("\u3000"))
    room = indent / character + spaces
    told = f"{alignment_name(paragraph)}，空 {number(room)} 字"
    own = max((run.size or 0 for run in paragraph.runs), default=0) * TWIPS_PER_POINT
    wanted = sheet.characters("页码空")
    rooms = (room, indent / own + spaces if own else room)
    fine = right is (one.kind == ODD) and min(abs(one - wanted) for one in rooms) <= THIRD
    return kept(told) if fine else broken(told, paragraph, sheet.fill(asked_side(sheet, one.kind)))


def asked_side(sheet: Sheet, kind: str) -> str:
    """Where the numbers of odd or of even pages belong."""
    if centres_page_numbers(sheet.standard):
        return asked_place(sheet)
    return ASKED[kind]


def asked_place(sheet: Sheet) -> str:
    """Where the numbers of all pages belong."""
    sides = "，".join(ASKED.values())
    return f"居中（本单位习惯；标准是{sides}）" if centres_page_numbers(sheet.standard) else sides


def way_to_place(sheet: Sheet) -> str:
    """How to bring them there."""
    if centres_page_numbers(sheet.standard):
        return "段落→居中，左右缩进都填 0"
    return "段落→单页右对齐、右缩进 {页码空}符，双页左对齐、左缩进 {页码空}符"


def check_height(sheet: Sheet) -> Iterator[Sight]:
    """The top of the dash is 7 mm below the 版心, that is 269 mm from the upper edge of the page."""
    value = sheet.standard.quantity("页码距版心").value
    foot = sheet.standard.quantity("版记下边").value
    for one in numbers(sheet):
        top = dash_top(sheet, one)
        if top is None:
            yield look(
                "页码的高低由图文框决定",
                one.paragraph,
                hint=sheet.fill("量一量一字线上距版心下边缘是不是 {页码距版心}"),
            )
            continue
        below = top - foot
        told = f"页脚距边界 {mm(one.section.footer)}，一字线约在版心下 {number(below)} 毫米"
        vague = Decimal(0) if one.paragraph.line_rule == "exact" else VAGUE
        off = abs(below - value) - vague
        if off <= SURE:
            yield kept(told)
        else:
            yield (look if off <= POSSIBLE else broken)(told, one.paragraph)


def dash_top(sheet: Sheet, one: Number) -> Decimal | None:
    """Top of the dash below the edge of the page in millimetres; a footer grows upwards from its distance."""
    if is_placed(sheet, one.paragraph):
        return None
    size = sheet.standard.points("四号") * TWIPS_PER_POINT
    exact = one.paragraph.line_rule == "exact"
    line = Decimal(one.paragraph.line) if exact else AUTO_LINE * size
    above = BASELINE * line if exact else AUTO_ABOVE * size
    lower = line - above + DASH_ABOVE * size + one.paragraph.after + beneath(sheet, one)
    paper = sheet.standard.quantity("纸高").value
    return paper - Decimal(one.section.footer + lower) / sheet.millimetres("1")


def beneath(sheet: Sheet, one: Number) -> int:
    """Height of what stands under the number in the same footer."""
    others = (sheet.facts.paragraph(place) for place in (one.section.footers or {}).get(one.kind, ()))
    return sum(sheet.pitch(other) or 0 for other in others if other.number > one.paragraph.number)


RULES = (
    Rule(
        "P11",
        "页码",
        check_there,
        area=Area.PAGE,
        clause="7.5",
        required="版心下边缘之下有页码",
        hint="插入→页码→页面底端",
    ),
    Rule(
        "P05",
        "单双页页码",
        check_odd_even,
        area=Area.PAGE,
        basis="页码空",
        required="单页居右，双页居左",
        hint="双击页脚，页眉和页脚→奇偶页不同，双页另插页码",
    ),
    Rule(
        "P06",
        "页码字体",
        check_face,
        area=Area.PAGE,
        basis="单页页码",
        required="宋体",
        hint="选中页码，字体选{宋体}（中文和西文都选）",
    ),
    Rule(
        "P08",
        "页码字号",
        check_size,
        area=Area.PAGE,
        basis="单页页码",
        required="{单页页码:字号}",
        hint="选中页码，字号选{单页页码:字号}",
    ),
    Rule(
        "P09",
        "页码的一字线",
        check_dashes,
        area=Area.PAGE,
        basis="单页页码",
        required="数字左右各放一条一字线：— 1 —",
        hint="插入→页码→设置格式→“- 1 -”，再把短线换成一字线“—”",
    ),
    Rule(
        "P10",
        "页码的左右位置",
        check_side,
        area=Area.PAGE,
        basis="页码空",
        required=asked_place,
        hint=way_to_place,
    ),
    Rule(
        "P07",
        "页码距版心",
        check_height,
        area=Area.PAGE,
        basis="页码距版心",
        required="一字线上距版心下边缘 {页码距版心}",
        hint="布局→页面设置→版式→页脚距边界 {页脚距纸边:厘米} 厘米，页码段落行距固定值 {单页页码:行距}",
        strength=Strength.REQUIRED,
    ),
)
