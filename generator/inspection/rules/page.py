"""Paper, margins, lines and characters of a page (clauses 5.1 to 5.2.3)."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from generator.inspection.findings import Area
from generator.inspection.rules.profile import is_sideways
from generator.inspection.rules.rule import Rule, Sight, broken, custom, kept, look, unknown
from generator.inspection.rules.sheet import TEXT, Sheet, in_flow
from generator.inspection.rules.wording import millimetres, mm, number, plain, points
from generator.recognition.facts import ParagraphFacts, SectionFacts
from generator.recognition.roles import Role
from generator.standard import TURNED_SIDES, Spacing, Strength
from generator.standard.custom import Layout
from generator.standard.lengths import TWIPS_PER_POINT

MARGINS = "上 {天头:数}、下 {地脚:数}、左 {订口:数}、右 {切口}"
"""What is asked of all four."""
SIDES = ("top", "bottom", "left", "right")
NAMES = {"top": "上", "bottom": "下", "left": "左", "right": "右"}
QUANTITIES = {"top": "天头", "bottom": "地脚", "left": "订口", "right": "切口"}
ASKED = {side: f"{NAMES[side]} {{{name}}}±{{{name}:差}}" for side, name in QUANTITIES.items()}
"""What is asked of one margin."""
ABOVE = (Role.NUMBER, Role.SIGNERS, Role.ADDRESSEES)
"""What keeps its own lines where the text below is set closer or looser."""
BELOW = (Role.ATTACHMENT_NOTE, Role.ISSUER, Role.OFFICIAL, Role.DATE, Role.NOTE)
"""What closes the text."""
FOOTER_ROOM = 283
"""Twips (5 mm) between text and footer where LibreOffice works out the lower margin itself."""
GRID_UNIT = Decimal(4096)
"""charSpace counts in 1/4096 points."""


def body_sections(sheet: Sheet) -> Iterator[tuple[int, SectionFacts]]:
    """The sections with something other than cover and contents, counted from 1."""
    fronts = {Role.FRONT_MATTER, Role.BLANK, Role.PAGE_NUMBER}
    roles: dict[int, set[Role]] = {}
    for paragraph, role in zip(sheet.facts.paragraphs, sheet.recognised.roles, strict=True):
        roles.setdefault(paragraph.section, set()).add(role)
    for index, section in enumerate(sheet.facts.sections):
        if roles.get(index, set()) - fronts or len(sheet.facts.sections) == 1:
            yield index + 1, section


def first_of(sheet: Sheet, index: int) -> ParagraphFacts | None:
    """The first paragraph of a section, to find it by; none where the file has only one section."""
    if len(sheet.facts.sections) == 1:
        return None
    return next((one for one in sheet.facts.paragraphs if one.section == index - 1 and in_flow(one)), None)


def check_paper(sheet: Sheet) -> Iterator[Sight]:
    """A4, upright or on its side."""
    width, height = sheet.standard.paper
    for index, section in enumerate(sheet.facts.sections, start=1):
        sides = sorted((section.width, section.height))
        off = (abs(sides[0] - width), abs(sides[1] - height))
        near = off[0] <= sheet.tolerance("纸宽") and off[1] <= sheet.tolerance("纸高")
        told = f"{number(millimetres(section.width))}×{mm(section.height)}"
        yield kept(told) if near else broken(told, first_of(sheet, index))


def check_margins(sheet: Sheet) -> Iterator[Sight]:
    """The four margins, as one of the two profiles has them; pages on their side have them turned."""
    for index, section in body_sections(sheet):
        if is_sideways(section):
            yield from sideways_margins(sheet, index, section)
            continue
        wanted = wanted_margins(sheet)
        wrong = [side for side in SIDES if is_off(sheet, side, getattr(section, side), wanted[side])]
        told = margins_told(section)
        if section.gutter:
            yield broken(f"{told}，另有装订线 {mm(section.gutter)}", first_of(sheet, index))
        elif wrong == ["bottom"] and is_moved_by_saving(section):
            hint = sheet.fill("LibreOffice 存盘时会这样改单双页起的节；在 Word 里把下边距改回 {地脚}")
            yield look(f"{told}，下边距是由页脚推出来的", first_of(sheet, index), hint=hint)
        elif wrong:
            asked = "，".join(ASKED[side] for side in wrong)
            yield broken(told, first_of(sheet, index), sheet.fill(asked))
        else:
            yield kept(told) if sheet.profile.usual else other_profile(sheet, told)


def is_moved_by_saving(section: SectionFacts) -> bool:
    """Whether LibreOffice chose the lower margin, as it does where a section must begin odd or even."""
    counted = section.footer + FOOTER_ROOM
    return section.start in ("oddPage", "evenPage") and abs(section.bottom - counted) <= 1


def other_profile(sheet: Sheet, told: str) -> Sight:
    """The margins of GB/T 33476: no fault, and the custom of an office that says so."""
    said = sheet.standard.custom.layout is Layout.GB33476
    return (custom if said else kept)(f"{told}（按 {sheet.profile.name}）")


def wanted_margins(sheet: Sheet) -> dict[str, int]:
    """The margins of the profile of the file."""
    margins = sheet.standard.margins
    return margins | {"top": sheet.profile.top, "bottom": sheet.profile.bottom}


def is_off(sheet: Sheet, side: str, value: int, wanted: int) -> bool:
    """Whether a margin is farther off than the standard tolerates."""
    return abs(value - wanted) > sheet.tolerance(QUANTITIES[side]) + 1


def margins_told(section: SectionFacts) -> str:
    """The four margins in one line."""
    sides = (f"{NAMES[side]} {number(millimetres(getattr(section, side)))}" for side in SIDES)
    return "，".join(sides) + " 毫米"


def sideways_margins(sheet: Sheet, index: int, section: SectionFacts) -> Iterator[Sight]:
    """A page on its side, its head to the left of the sheet held upright (clause 8)."""
    upright = wanted_margins(sheet)
    wrong = [
        side for side, own in TURNED_SIDES.items() if is_off(sheet, own, getattr(section, side), upright[own])
    ]
    told = f"横排页：{margins_told(section)}"
    if wrong:
        hint = sheet.fill(f"横排表格转正后，表头朝左，边距仍应是{MARGINS}")
        yield look(told, first_of(sheet, index), hint=hint)
    else:
        yield kept(told)


# --- lines and characters ----------------------------------------------------------------------


def check_lines(sheet: Sheet) -> Iterator[Sight]:
    """22 lines to a page: by the usual pitch for the file, then the paragraphs that have another."""
    usual = sheet.usual_pitch
    if usual is None:
        if sheet.of(*TEXT):
            yield unknown("行距由字体决定，文件里没有固定值，也没有行网格")
        return
    yield judged_pitch(sheet, usual)
    for paragraph in sheet.of(*TEXT):
        pitch = sheet.pitch(paragraph)
        if in_flow(paragraph) and pitch is not None and abs(pitch - usual) > 2:
            told = f"本段行距 {points(pitch)}，全文是 {points(usual)}"
            yield (look if is_adjusted(sheet, pitch) else broken)(told, paragraph)


def is_adjusted(sheet: Sheet, pitch: int) -> bool:
    """Whether an office takes such a pitch to bring text and signature onto one page (7.3.5.5)."""
    return sheet.standard.twips("紧排行距下限") <= pitch <= sheet.standard.twips("松排行距上限")


def is_adjusted_throughout(sheet: Sheet, pitch: int) -> bool:
    """Whether all the text of a document was adjusted so, and what stands above it was not."""
    head = {sheet.pitch(one) for one in sheet.of(*ABOVE)}
    return is_adjusted(sheet, pitch) and sheet.profile.line in head


def judged_pitch(sheet: Sheet, pitch: int) -> Sight:
    """How many lines of that pitch the 版心 holds; the margins are another rule's business."""
    room = sheet.profile.height(sheet.standard.paper[1])
    lines, wanted = room // pitch, sheet.standard.count("每面行数")
    told = f"行距 {points(pitch)}，每面 {lines} 行"
    if lines != wanted and is_adjusted_throughout(sheet, pitch):
        hint = sheet.fill("看是不是为了使落款与正文同面才调整的；不是就改为固定值 {正文行距}")
        return look(told, hint=hint)
    if lines != wanted:
        return broken(told)
    left = room - lines * pitch
    if left * 2 > pitch:
        hint = f"{{每面行数}} 行排完，版心下部还余 {mm(left)}，没有撑满；可把行距改为固定值 {{正文行距}}"
        return look(f"{told}，未撑满版心", hint=sheet.fill(hint))
    return kept(told)


def check_characters(sheet: Sheet) -> Iterator[Sight]:
    """28 characters to a line, at the size of the body; margins and size have rules of their own."""
    pitches = {character_pitch(sheet, one): one for one in reversed(sheet.of(Role.BODY)) if in_flow(one)}
    wanted = sheet.standard.count("每行字数")
    for pitch, paragraph in sorted(pitches.items(), key=lambda item: item[1].number):
        count = int((sheet.standard.text_width + ROUNDING) // pitch)
        told = f"字距 {(pitch / TWIPS_PER_POINT).quantize(Decimal('0.01'))} 磅，每行 {count} 字"
        if count == wanted:
            yield kept(told)
        elif is_loosened(sheet, paragraph, pitch):
            yield look(told, paragraph, hint="看是不是为了使落款与正文同面才调整的；不是就改回平常的字距")
        else:
            gridded = sheet.standard.custom.spacing is Spacing.GRID
            yield (custom if gridded else broken)(told, paragraph)


def is_loosened(sheet: Sheet, paragraph: ParagraphFacts, pitch: Decimal) -> bool:
    """Whether all the text of a document was set looser than its type, and what stands above it was not.

    Clause 7.3.5.5 lets an office adjust the room between characters to bring text and 署名 together.
    """
    part = sheet.owners.get(paragraph.number)
    if part is None:
        return False
    usual, size = sheet.standard.character(), sheet.standard.points("三号") * TWIPS_PER_POINT
    end = min((one.number for one in sheet.own(part, *BELOW)), default=len(sheet.facts.paragraphs))
    text = [one for one in sheet.own(part, Role.BODY) if in_flow(one) and one.number <= end]
    head = [character_pitch(sheet, one) for one in sheet.own(part, *ABOVE) if in_flow(one)]
    return (
        size < pitch <= usual + sheet.standard.twips("松排字距上限") + ROUNDING
        and all(character_pitch(sheet, one) == pitch for one in text)
        and any(abs(one - usual) <= ROUNDING for one in head)
    )


ROUNDING = 2
"""Twips that rounding may take from a line; with −0.2 points of tracking 28 characters are 4 too many."""


def way_to_fill_a_line(sheet: Sheet) -> str:
    """How the office brings its characters onto a line."""
    if sheet.standard.custom.spacing is Spacing.GRID:
        return "布局→页面设置→文档网格→指定行和字符网格 {每行字数}×{每面行数}"
    return f"字体→高级→间距→紧缩 {plain(-sheet.standard.quantity('字距').value)} 磅"


def character_pitch(sheet: Sheet, paragraph: ParagraphFacts) -> Decimal:
    """From character to character: size of the body, tracking, and Word's own character grid."""
    section = sheet.section_of(paragraph)
    size = sheet.standard.points("三号") * TWIPS_PER_POINT
    tracking = min((run.tracking for run in paragraph.runs if run.text.strip()), default=0)
    gridded = section.grid_type in ("linesAndChars", "snapToChars") and paragraph.snap_to_grid
    grid = Decimal(section.character_space or 0) / GRID_UNIT * TWIPS_PER_POINT if gridded else Decimal(0)
    return size + tracking + grid


RULES = (
    Rule(
        "P01",
        "纸张",
        check_paper,
        area=Area.PAGE,
        basis="纸宽",
        required="A4，{纸宽:数}×{纸高}",
        hint="布局→纸张大小→A4",
    ),
    Rule(
        "P02",
        "页边距",
        check_margins,
        area=Area.PAGE,
        basis="天头",
        required=MARGINS + "，各±{天头:差}",
        hint="布局→页边距→自定义边距，装订线填 0",
    ),
    Rule(
        "P03",
        "每面行数",
        check_lines,
        area=Area.PAGE,
        basis="每面行数",
        required="{每面行数} 行，撑满版心",
        hint="段落→行距→固定值 {正文行距}（上边距 {天头}、下边距 {地脚}时），取消“对齐到网格”",
    ),
    Rule(
        "P04",
        "每行字数",
        check_characters,
        area=Area.PAGE,
        basis="每行字数",
        required="{每行字数} 字",
        hint=way_to_fill_a_line,
        strength=Strength.GENERAL,
    ),
)
