"""信函 and 命令（令） (clauses 10.1 and 10.2)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.document import DocumentFormat
from generator.inspection.findings import Area
from generator.inspection.rules.gaps import judged_gap
from generator.inspection.rules.page_number import is_page_field
from generator.inspection.rules.places import SLACK, ends_at
from generator.inspection.rules.rule import Rule, Sight, broken, kept, look, unknown
from generator.inspection.rules.sheet import TEXT, Sheet, in_flow
from generator.inspection.rules.wording import alignment_name, mm, plain, quoted
from generator.recognition.facts import ParagraphFacts, RuleFacts
from generator.recognition.looks import is_red
from generator.recognition.roles import Part, Role
from generator.standard.lengths import TWIPS_PER_POINT

UPPER, LOWER = "thickThin", "thinThick"
"""How the names of the double rules begin in Word; gaps of three sizes follow."""
KINDS = {UPPER: "上粗下细", LOWER: "上细下粗"}


# --- 信函 --------------------------------------------------------------------------------------


def letters(sheet: Sheet) -> Iterator[Part]:
    """The letters among the documents."""
    return sheet.in_format(DocumentFormat.LETTER)


def own_letters(sheet: Sheet) -> Iterator[Part]:
    """Letters that are the file itself: a first page and its footer belong to them."""
    return (part for part in letters(sheet) if not part.enclosed)


Ruled = tuple[ParagraphFacts, RuleFacts]
"""A rule with the paragraph whose border it is."""


def upper_rule(sheet: Sheet, part: Part) -> Ruled | None:
    """The rule under the mark of a letter, where it is the border of a paragraph beside the mark."""
    mark = sheet.first(part, Role.MARK)
    bearers = sheet.own(part, Role.RED_RULE, Role.MARK)
    return first_rule(one for one in bearers if mark is None or one.box == mark.box)


def lower_rule(sheet: Sheet, part: Part) -> Ruled | None:
    """The rule at the foot of the first page, where it is a border in a box or in the page's footer."""
    mark = sheet.first(part, Role.MARK)
    boxed = (one for one in sheet.own(part, Role.RED_RULE) if one.box is not None)
    elsewhere = [one for one in boxed if mark is None or one.box != mark.box]
    section = sheet.facts.sections[sheet.facts.paragraph(part.first).section]
    places = (section.footers or {}).get("first", ())
    return first_rule([*elsewhere, *(sheet.facts.paragraph(place) for place in places)])


def first_rule(paragraphs: Iterable[ParagraphFacts]) -> Ruled | None:
    """The first border of one of the paragraphs."""
    for paragraph in paragraphs:
        rule = paragraph.rule_below or paragraph.rule_above
        if rule:
            return paragraph, rule
    return None


def drawn(sheet: Sheet) -> bool:
    """Whether lines or pictures are drawn that may be the rules."""
    return bool(sheet.facts.lines) or any(one.picture for one in sheet.facts.paragraphs)


def check_upper(sheet: Sheet) -> Iterator[Sight]:
    """Under the mark a red double rule, thick above thin."""
    for part in letters(sheet):
        found = upper_rule(sheet, part)
        mark = sheet.first(part, Role.MARK)
        yield judged_rule(sheet, found, mark, UPPER)


def check_lower(sheet: Sheet) -> Iterator[Sight]:
    """At the foot of the first page a red double rule, thin above thick."""
    for part in own_letters(sheet):
        yield judged_rule(sheet, lower_rule(sheet, part), sheet.first(part, Role.MARK), LOWER)


def judged_rule(sheet: Sheet, found: Ruled | None, near: ParagraphFacts | None, kind: str) -> Sight:
    """One double rule by its kind and its colour."""
    if found is None:
        hint = sheet.fill(f"看有没有红色双线，{KINDS[kind]}，长 {{信函双线长}}")
        return look("双线是画出来的", near, hint=hint) if drawn(sheet) else broken("没有", near)
    paragraph, rule = found
    told = f"{KINDS[UPPER] if rule.kind.startswith(UPPER) else rule_name(rule)}，#{rule.colour}"
    fine = rule.kind.startswith(seen_as(paragraph, rule, kind)) and is_red(rule.colour)
    return kept(told) if fine else broken(told, paragraph)


def seen_as(paragraph: ParagraphFacts, rule: RuleFacts, kind: str) -> str:
    """The name that a rule of that look has: above a paragraph Word counts from the words outwards."""
    if rule is paragraph.rule_below:
        return kind
    return LOWER if kind == UPPER else UPPER


def rule_name(rule: RuleFacts) -> str:
    """A kind of rule in Chinese."""
    return KINDS[LOWER] if rule.kind.startswith(LOWER) else {"double": "等粗双线"}.get(rule.kind, "单线")


def check_length(sheet: Sheet) -> Iterator[Sight]:
    """Both rules are 170 mm long."""
    wanted = sheet.standard.twips("信函双线长")
    for part in letters(sheet):
        found = [upper_rule(sheet, part), None if part.enclosed else lower_rule(sheet, part)]
        for paragraph, rule in filter(None, found):
            width = rule_width(sheet, paragraph, rule)
            if width is None:
                hint = sheet.fill("量一量双线是不是长 {信函双线长}")
                yield unknown("长短由文本框决定", paragraph, hint)
                continue
            off = abs(width - wanted) > sheet.tolerance("信函双线长")
            yield broken(mm(width), paragraph) if off else kept(mm(width))


def rule_width(sheet: Sheet, paragraph: ParagraphFacts, rule: RuleFacts) -> int | None:
    """Length of a border: that of the text or of the box, less the indents."""
    if rule.width:
        return rule.width
    room: int | None = sheet.standard.text_width
    if paragraph.box is not None:
        room = sheet.facts.boxes[paragraph.box].width
    return None if room is None else room - paragraph.left - paragraph.right


def way_to_widen(sheet: Sheet) -> str:
    """How a border comes to be longer than the text is wide."""
    indent = (sheet.standard.quantity("版心宽").value - sheet.standard.quantity("信函双线长").value) / 2
    return f"带框线的一段，左右缩进各 {plain(indent)} 毫米"


def check_upper_distance(sheet: Sheet) -> Iterator[Sight]:
    """The upper rule lies 4 mm below the mark."""
    for part in letters(sheet):
        mark, found = sheet.first(part, Role.MARK), upper_rule(sheet, part)
        if mark is None or found is None:
            continue
        below = room_below(sheet, mark, found[0])
        if below is None:
            hint = sheet.fill("量一量双线距标志是不是 {信函双线距标志}")
            yield unknown("行高由字体或表格决定，算不出", found[0], hint)
        else:
            off = abs(below - sheet.standard.twips("信函双线距标志"))
            told = f"约 {mm(below)}"
            far = off > sheet.tolerance("信函双线距标志") + SLACK
            yield broken(told, found[0]) if far else kept(told)


def room_below(sheet: Sheet, mark: ParagraphFacts, bearer: ParagraphFacts) -> Decimal | None:
    """From the foot of the characters of the mark to the rule in twips; None where it cannot be told."""
    size = max((run.size for run in mark.runs if run.size), default=None)
    between = sheet.facts.paragraphs[mark.number : bearer.number]
    if size is None or any(one.line_rule != "exact" or one.text.strip() for one in (*between, mark)[:-1]):
        return None
    ink = size * TWIPS_PER_POINT * sheet.standard.quantity("标志字下边").value
    rule = bearer.rule_below or bearer.rule_above
    space = rule.space * TWIPS_PER_POINT if rule else 0
    return mark.line - ink + space + sum(one.line + one.before + one.after for one in between)


def check_lower_place(sheet: Sheet) -> Iterator[Sight]:
    """The lower rule lies 20 mm above the lower edge of the page."""
    for part in own_letters(sheet):
        found = lower_rule(sheet, part)
        if found is None:
            continue
        paragraph = found[0]
        box = sheet.facts.boxes[paragraph.box] if paragraph.box is not None else None
        if box is None or box.top is None or not box.from_page or paragraph.line_rule != "exact":
            hint = sheet.fill("量一量双线距纸下边是不是 {信函下线距纸边}")
            yield look("位置要排出来才知道", paragraph, hint=hint)
            continue
        foot = box.top + paragraph.before + paragraph.line + sheet.standard.twips("信函双线厚")
        room = sheet.standard.paper[1] - foot
        off = abs(room - sheet.standard.twips("信函下线距纸边"))
        far = off > sheet.tolerance("信函下线距纸边") + SLACK
        yield broken(mm(room), paragraph) if far else kept(mm(room))


def check_first_page(sheet: Sheet) -> Iterator[Sight]:
    """The first page of a letter has no number."""
    for part in own_letters(sheet):
        first = sheet.facts.paragraph(part.first)
        section = sheet.facts.sections[first.section]
        places = (section.footers or {}).get("first", ())
        numbered = any(is_page_field(run) for one in places for run in sheet.facts.paragraph(one).runs)
        if section.title_page and not numbered:
            yield kept("首页没有页码")
        else:
            yield broken("首页有页码", first)


def check_number(sheet: Sheet) -> Iterator[Sight]:
    """The number of a letter stands at the right edge."""
    for part in letters(sheet):
        number = sheet.first(part, Role.NUMBER)
        if number is None:
            continue
        if not in_flow(number):
            yield unknown("发文字号在表格或文本框里，位置由它决定", number)
            continue
        edge = [place for side, place in number.tabs if side == "right"]
        by_tab = "\t" in number.text and bool(edge)
        end = sheet.standard.text_width - edge[-1] if by_tab else ends_at(sheet, number)
        flush = end is not None and abs(end) <= sheet.standard.character() / 2
        aligned = by_tab or number.alignment == "right"
        yield kept("居右顶格") if flush and aligned else broken(alignment_name(number), number)


def check_letter_imprint(sheet: Sheet) -> Iterator[Sight]:
    """The 版记 of a letter has neither 印发机关 nor 印发日期 nor rules."""
    for part in letters(sheet):
        printing = sheet.own(part, Role.PRINTING)
        for paragraph in printing:
            yield broken(quoted(paragraph.text.strip()), paragraph)
        if not printing and sheet.own(part, Role.COPIES_TO):
            yield kept("没有印发机关和印发日期")


# --- 命令（令） -----------------------------------------------------------------------------------


def check_order_room(sheet: Sheet) -> Iterator[Sight]:
    """Two empty lines between the number of an order and its text."""
    for part in sheet.in_format(DocumentFormat.ORDER):
        number, text = sheet.first(part, Role.NUMBER), sheet.first(part, *TEXT)
        title = sheet.first(part, Role.TITLE)
        if number and text and not title:
            yield judged_gap(sheet, number, text, "令号下空")


def check_order_parts(sheet: Sheet) -> Iterator[Sight]:
    """An order has no 主送机关."""
    for part in sheet.in_format(DocumentFormat.ORDER):
        addressees = sheet.first(part, Role.ADDRESSEES)
        yield broken(quoted(addressees.text), addressees) if addressees else kept("没有主送机关")


RULES = (
    Rule(
        "L02",
        "信函上边的红色双线",
        check_upper,
        area=Area.HEAD,
        clause="10.1",
        required="红色双线，上粗下细",
        hint="边框和底纹→下框线，选上粗下细的双线，红色",
    ),
    Rule(
        "L03",
        "信函下边的红色双线",
        check_lower,
        area=Area.HEAD,
        clause="10.1",
        required="首页下边红色双线，上细下粗，距纸下边 {信函下线距纸边}",
        hint="首页页脚里加下框线，选上细下粗的双线，红色",
    ),
    Rule(
        "L10",
        "信函双线距标志",
        check_upper_distance,
        area=Area.HEAD,
        basis="信函双线距标志",
        required="{信函双线距标志}",
        hint="调整带框线一段的行距",
    ),
    Rule(
        "L09",
        "信函下边双线的位置",
        check_lower_place,
        area=Area.HEAD,
        basis="信函下线距纸边",
        required="距纸下边 {信函下线距纸边}±{信函下线距纸边:差}",
        hint="把双线放进文本框，垂直位置按页面定好",
    ),
    Rule(
        "L08",
        "信函双线的长",
        check_length,
        area=Area.HEAD,
        basis="信函双线长",
        required="{信函双线长}±{信函双线长:差}",
        hint=way_to_widen,
    ),
    Rule(
        "L04",
        "信函首页不显示页码",
        check_first_page,
        area=Area.PAGE,
        clause="10.1",
        required="首页不显示页码",
        hint="双击页脚，勾选“首页不同”，删去首页的页码",
    ),
    Rule(
        "L05",
        "信函发文字号的位置",
        check_number,
        area=Area.HEAD,
        clause="10.1",
        required="顶格居版心右边缘",
        hint="段落→右对齐，右缩进填 0",
    ),
    Rule(
        "L06",
        "信函的版记",
        check_letter_imprint,
        area=Area.IMPRINT,
        clause="10.1",
        required="不加印发机关、印发日期和分隔线",
        hint="删去印发机关和印发日期",
        content=True,
    ),
    Rule(
        "O03",
        "令号下空",
        check_order_room,
        area=Area.HEAD,
        basis="令号下空",
        required="令号下空 {令号下空}编排正文",
        hint="令号与正文之间留 {令号下空:数} 个空行",
    ),
    Rule(
        "O04",
        "命令不列主送机关",
        check_order_parts,
        clause="10.2",
        required="没有主送机关",
        hint="删去主送机关",
        content=True,
    ),
)
