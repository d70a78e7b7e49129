"""主送机关 and 正文 (clauses 7.3.2 and 7.3.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.hanzi.widths import halves
from generator.inspection.rules.leads import ARTICLE, before_lead_ends, lead_end
from generator.inspection.rules.rule import Rule, Sight, broken, kept, look
from generator.inspection.rules.sheet import HEADINGS, TEXT, Sheet, in_flow
from generator.inspection.rules.wording import alignment_name, fonts_of, number, points, quoted
from generator.recognition.faces import LEVEL_FACES, is_face
from generator.recognition.facts import ParagraphFacts
from generator.recognition.roles import HeadingFacts, HeadingKind, Part, Role
from generator.standard import Strength
from generator.standard.lengths import TWIPS_PER_POINT

PRINTED = {
    1: r"[一二三四五六七八九十百]+、",
    2: r"（[一二三四五六七八九十百]+）",
    3: r"\d+[.．]",
    4: r"（\d+）",
}
"""The right form of each level's number."""
RIGHT_FORMS = {level: re.compile(form, re.ASCII) for level, form in PRINTED.items()}
SOME = Decimal("0.25")
"""By so many 字 may an indent be off: 2字 is 630, 632 or 640 twips, by how the line is filled."""
SPACES = "\u3000 "


# --- 主送机关 -----------------------------------------------------------------------------------


def check_colon(sheet: Sheet) -> Iterator[Sight]:
    """The last name is followed by a full-width colon."""
    for part in sheet.parts:
        paragraphs = sheet.own(part, Role.ADDRESSEES)
        for paragraph in paragraphs[-1:]:
            text = paragraph.text.strip()
            marks = text[len(text.rstrip("：:")) :] or text[-1:]
            yield kept("：") if marks == "：" else broken(f"以“{marks}”结尾", paragraph)


def check_addressees_edge(sheet: Sheet) -> Iterator[Sight]:
    """Flush left, wrapped lines too."""
    for paragraph in sheet.of(Role.ADDRESSEES):
        flat = paragraph.alignment in ("left", "both") and not indent_of(sheet, paragraph)
        hanging = abs(paragraph.left) > sheet.standard.character() * SOME
        if flat and not hanging:
            yield kept("顶格")
        else:
            told = f"{alignment_name(paragraph)}，空 {number(indent_of(sheet, paragraph))} 字"
            yield broken(told, paragraph)


def indent_of(sheet: Sheet, paragraph: ParagraphFacts) -> Decimal:
    """How many 字 stand free before the first character, spaces counted; 0 for less than a quarter."""
    spaces = len(paragraph.text) - len(paragraph.text.lstrip(SPACES))
    room = halves(paragraph.text[:spaces]) / Decimal(2)
    indent = (paragraph.left + paragraph.first_line) / sheet.standard.character() + room
    return indent if abs(indent) > SOME else Decimal(0)


# --- paragraphs --------------------------------------------------------------------------------


def texts(sheet: Sheet) -> Iterator[ParagraphFacts]:
    """Paragraphs and headings of the body that have words; divisions of regulations are left out."""
    for paragraph in sheet.of(*TEXT):
        division = ARTICLE.match(paragraph.text) and paragraph.alignment == "center"
        if in_flow(paragraph) and paragraph.text.strip() and not division:
            yield paragraph


def check_indent(sheet: Sheet) -> Iterator[Sight]:
    """Two 字 before each paragraph, wrapped lines flush left."""
    wanted, near = sheet.standard.quantity("段首空").value, sheet.standard.character() * SOME
    for paragraph in texts(sheet):
        indent = indent_of(sheet, paragraph)
        told = f"首行空 {number(indent)} 字"
        if is_set_off(sheet, paragraph):
            yield look(
                "居中的一行",
                paragraph,
                hint=sheet.fill("看是不是题注、公式或小标题；是正文就首行缩进 {段首空}符"),
            )
        elif abs(paragraph.left) > near or abs(paragraph.right) > near:
            sides = f"左缩进 {number(paragraph.left / sheet.standard.character())} 字"
            yield broken(
                f"{told}，{sides}，右缩进 {number(paragraph.right / sheet.standard.character())} 字",
                paragraph,
            )
        elif min(abs(indent - wanted), abs(own_indent(paragraph) - wanted)) > SOME:
            yield broken(told, paragraph)
        elif paragraph.text[:1] in SPACES:
            yield look(
                f"{told}（用空格空出）",
                paragraph,
                hint=sheet.fill("改用段落→首行缩进 {段首空}符，删去段首空格"),
            )
        else:
            yield kept(told)


def own_indent(paragraph: ParagraphFacts) -> Decimal:
    """The indent of the first line in characters of the paragraph's own size, right or wrong."""
    run = next((run for run in paragraph.runs if run.size), None)
    width = (run.size or Decimal(0)) * TWIPS_PER_POINT + run.tracking if run else Decimal(0)
    return (paragraph.left + paragraph.first_line) / width if width > 0 else Decimal(0)


def check_alignment(sheet: Sheet) -> Iterator[Sight]:
    """Text runs from edge to edge."""
    for paragraph in texts(sheet):
        if paragraph.alignment in ("both", "left"):
            yield kept(alignment_name(paragraph))
        elif not is_set_off(sheet, paragraph):
            yield broken(alignment_name(paragraph), paragraph)


def is_set_off(sheet: Sheet, paragraph: ParagraphFacts) -> bool:
    """Whether a paragraph is centred on purpose: without the indent of the others."""
    return paragraph.alignment == "center" and not indent_of(sheet, paragraph)


def check_spacing(sheet: Sheet) -> Iterator[Sight]:
    """No room between paragraphs, so that 22 lines fill the page."""
    for paragraph in texts(sheet):
        extra = paragraph.before + paragraph.after
        if extra and Role.TABLE_TEXT not in neighbours(sheet, paragraph):
            yield broken(f"段前 {points(paragraph.before)}，段后 {points(paragraph.after)}", paragraph)
        elif not extra:
            yield kept("段前、段后 0")


def neighbours(sheet: Sheet, paragraph: ParagraphFacts) -> set[Role]:
    """The roles of the paragraphs before and after."""
    return set(sheet.recognised.roles[max(0, paragraph.number - 2) : paragraph.number + 1])


# --- levels ------------------------------------------------------------------------------------


def check_heading_face(sheet: Sheet) -> Iterator[Sight]:
    """黑体 for the first level, 楷体 for the second; run-in headings too."""
    for heading in sheet.recognised.headings:
        face = LEVEL_FACES.get(heading.level)
        if face is None or heading.kind is HeadingKind.ITEM:
            continue
        paragraph = sheet.facts.paragraph(heading.paragraph)
        runs = [run for run in before_lead_ends(sheet, paragraph) if run.chinese_font]
        wrong = [run for run in runs if not is_face(sheet.standard, face, run.chinese_font or "")]
        asked = f"第{'一二'[heading.level - 1]}层 {face}"
        if not wrong:
            yield kept(face)
        elif heading.kind is HeadingKind.RUN_IN and len(wrong) == len(runs):
            hint = f"看句首是不是小标题；是就把第一句改为{face}"
            yield look(f"段首标题句 {fonts_of(wrong)}", paragraph, asked, hint)
        else:
            yield broken(fonts_of(wrong), paragraph, asked)


def check_forms(sheet: Sheet) -> Iterator[Sight]:
    """Numbers are printed 一、 （一） 1. （1）."""
    for heading in sheet.recognised.headings:
        paragraph = sheet.facts.paragraph(heading.paragraph)
        if RIGHT_FORMS[heading.level].fullmatch(heading.label.strip()):
            yield kept(heading.label)
        elif heading.kind is HeadingKind.ITEM:
            yield look(quoted(heading.label), paragraph, hint="看是不是层次序数；是就改成规定的写法")
        else:
            yield broken(quoted(heading.label), paragraph)


def scopes(sheet: Sheet) -> Iterator[list[HeadingFacts]]:
    """Headings that are counted together: those of a text, and those of each of its attachments."""
    for part in sheet.parts:
        labels = [one.number for one in sheet.own(part, Role.ATTACHMENT_LABEL)]
        groups: dict[int, list[HeadingFacts]] = {}
        for heading in sheet.recognised.headings_of(part):
            if heading.kind is not HeadingKind.ITEM:
                groups.setdefault(sum(label < heading.paragraph for label in labels), []).append(heading)
        yield from groups.values()


def check_order(sheet: Sheet) -> Iterator[Sight]:
    """Levels go down one by one; 一、 may be followed by 1. where there is no （一）."""
    for headings in scopes(sheet):
        used = sorted({heading.level for heading in headings})
        above = 0
        for heading in headings:
            paragraph = sheet.facts.paragraph(heading.paragraph)
            between = [level for level in used if above < level < heading.level]
            missing = heading.level - above > 1
            told = f"{f'第{above}层' if above else '开头'}下面是第{heading.level}层 {quoted(heading.label)}"
            if between and missing:
                yield broken(told, paragraph)
            elif missing and (above, heading.level) != (1, 3):
                yield look(told, paragraph, hint="看上面是不是少了一层标题")
            else:
                yield kept("、".join(f"第{level}层" for level in used))
            above = heading.level


def check_sequence(sheet: Sheet) -> Iterator[Sight]:
    """Numbers of a level follow each other."""
    for headings in scopes(sheet):
        last: dict[int, int] = {}
        for heading in headings:
            begun, wanted = heading.level in last, last.get(heading.level, 0) + 1
            last = {level: value for level, value in last.items() if level < heading.level}
            last[heading.level] = heading.value
            paragraph = sheet.facts.paragraph(heading.paragraph)
            told = f"{quoted(heading.label)}，按次序应是第 {wanted} 个"
            if heading.value == wanted:
                yield kept("连续")
            else:
                sure = (
                    begun
                    and heading.level in LEVEL_FACES
                    and heading.kind is HeadingKind.ALONE
                    and heading.value != 1
                )
                yield (broken if sure else look)(told, paragraph)


def check_heading_end(sheet: Sheet) -> Iterator[Sight]:
    """A heading on a line of its own has no 。."""
    for paragraph in sheet.of(*HEADINGS[:2]):
        text = paragraph.text.strip()
        if text.endswith("。") and lead_end(sheet, paragraph) >= len(paragraph.text.rstrip()):
            yield look("以“。”结尾", paragraph)
        else:
            yield kept("末尾没有句号")


# --- first page --------------------------------------------------------------------------------


def check_first_page(sheet: Sheet) -> Iterator[Sight]:
    """The first page shows text of the body, as far as heights can be added up."""
    for part in sheet.parts:
        text = sheet.first(part, *TEXT)
        if text is None:
            yield from bodiless(sheet, part)
            continue
        height = height_above(sheet, part, text)
        if height is None:
            yield look("版头或标题的高度算不出", text, hint="看首页有没有正文")
        elif height + sheet.profile.line <= sheet.profile.height(sheet.standard.paper[1]):
            yield kept("首页有正文")
        else:
            yield look(
                "正文前的内容可能排满了首页", text, hint="看首页有没有正文；没有就把主送移到版记，或缩小版头"
            )


def bodiless(sheet: Sheet, part: Part) -> Iterator[Sight]:
    """A document with a title and nothing to read in it, not even a table or a picture."""
    title = sheet.first(part, Role.TITLE)
    pictured = any(one.picture for one in sheet.facts.paragraphs[part.first - 1 : part.last])
    others = any(one.text.strip() for one in sheet.own(part, Role.TABLE_TEXT, Role.OTHER))
    if title and not pictured and not others:
        yield broken("没有正文", title, hint="补写正文")


def height_above(sheet: Sheet, part: Part, text: ParagraphFacts) -> Decimal | None:
    """Height of all that stands above the text of a document in twips; None where it cannot be told.

    Paragraphs in the cells of a table count as if they stood under each other, which is never too little.
    """
    total = Decimal(0)
    for one in sheet.facts.paragraphs[part.first - 1 : text.number - 1]:
        if one.box is not None and sheet.facts.boxes[one.box].from_page:
            continue
        pitch = sheet.pitch(one)
        if pitch is None or one.box is not None:
            return None
        lines = sum(-(-halves(line) // LINE_HALVES) or 1 for line in one.lines) if one.text else 1
        total += pitch * lines + one.before + one.after
    return total


LINE_HALVES = 40
"""Halves of a 字 on a line of 2号, the widest type that wraps above the text."""

RULES = (
    Rule(
        "R01",
        "主送机关后的冒号",
        check_colon,
        basis="主送机关",
        required="最后一个机关名称后标全角冒号",
        hint="末尾改成全角冒号“：”",
        content=True,
    ),
    Rule(
        "R03",
        "主送机关顶格",
        check_addressees_edge,
        basis="主送机关",
        required="居左顶格，回行仍顶格",
        hint="段落→两端对齐，左缩进和首行缩进都填 0",
    ),
    Rule(
        "B01",
        "首页显示正文",
        check_first_page,
        basis="公文正文",
        required="公文首页必须显示正文",
        hint="看首页有没有正文",
    ),
    Rule(
        "B04",
        "段首空二字",
        check_indent,
        basis="段首空",
        required="每个自然段左空 {段首空}，回行顶格",
        hint="段落→特殊格式→首行缩进 {段首空}符，左右缩进都填 0",
    ),
    Rule(
        "B09",
        "正文对齐",
        check_alignment,
        basis="公文正文",
        required="两端对齐",
        hint="段落→两端对齐",
    ),
    Rule(
        "B06",
        "段前段后",
        check_spacing,
        clause="5.2.3",
        strength=Strength.GENERAL,
        required="0，每面 {每面行数} 行撑满版心",
        hint="段落→段前、段后都填 0",
    ),
    Rule(
        "B05",
        "层次标题字体",
        check_heading_face,
        clause="7.3.3",
        strength=Strength.GENERAL,
        required="第一层黑体，第二层楷体",
        hint="选中标题，第一层字体选黑体，第二层选楷体",
    ),
    Rule(
        "B03",
        "层次序数的写法",
        check_forms,
        clause="7.3.3",
        strength=Strength.GENERAL,
        required="一、 （一） 1. （1）",
        hint="改成“一、”“（一）”“1.”“（1）”；带括号的后面不再加标点",
        content=True,
    ),
    Rule(
        "B02",
        "层次的次序",
        check_order,
        clause="7.3.3",
        strength=Strength.GENERAL,
        required="依次用“一、”“（一）”“1.”“（1）”，不越级",
        hint="补上缺的一层，或把这一层改为上一层",
        content=True,
    ),
    Rule(
        "B08",
        "层次序数连续",
        check_sequence,
        clause="7.3.3",
        strength=Strength.GENERAL,
        required="序数依次连续",
        hint="按次序改序数",
        content=True,
    ),
    Rule(
        "B10",
        "独行标题末尾的句号",
        check_heading_end,
        strength=Strength.CUSTOM,
        required="独占一行的标题末尾一般不用句号",
        hint="看这一行是不是标题；是就删去句号",
        content=True,
    ),
)
