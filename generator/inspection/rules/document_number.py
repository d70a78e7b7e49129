"""发文字号, 签发人 and the red rule under them (clauses 7.2.5 to 7.2.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.document import DocumentFormat
from generator.hanzi.docnumber import parse_number
from generator.hanzi.widths import halves
from generator.inspection.findings import Area
from generator.inspection.rules.gaps import judged_gap
from generator.inspection.rules.genre import goes_up
from generator.inspection.rules.rule import Rule, Sight, broken, kept, look, unknown
from generator.inspection.rules.sheet import Sheet, in_flow
from generator.inspection.rules.signing import has_signers, name_runs, names_start, number_text
from generator.inspection.rules.wording import alignment_name, fonts_of, millimetres, mm, number, quoted
from generator.recognition.faces import is_face
from generator.recognition.facts import ParagraphFacts, RuleFacts
from generator.recognition.looks import is_red
from generator.recognition.roles import Part, Role
from generator.standard import Strength
from generator.standard.lengths import TWIPS_PER_POINT

ORDER_NUMBER = re.compile(r"第(?:[1-9]\d*|[一二三四五六七八九十百]+)号", re.ASCII)
MINUTES_NUMBER = re.compile(
    r"第(?:[1-9]\d*|[一二三四五六七八九十百]+)[期号次]|〔(?:19|20)\d{2}〕[1-9]\d*号", re.ASCII
)
THIRD = Decimal(1) / 3
BELOW_GLYPHS = Decimal("1.26")
"""Millimetres between the foot of the characters of an exact line and the line's own foot (measured)."""
SURE, POSSIBLE = Decimal(1), Decimal("1.75")
"""Millimetres by which the distance of the rule, as worked out, may be off: no fault, and for a person."""


def check_form(sheet: Sheet) -> Iterator[Sight]:
    """机关代字〔年份〕序号; an order has 第N号, minutes may have 第N期."""
    for part in sheet.parts:
        for paragraph in sheet.own(part, Role.NUMBER):
            yield judged_form(part, paragraph)


def judged_form(part: Part, paragraph: ParagraphFacts) -> Sight:
    """One number by the form that documents of its format have."""
    text = number_text(paragraph)
    forms = {DocumentFormat.ORDER: ORDER_NUMBER, DocumentFormat.MINUTES: MINUTES_NUMBER}
    form = forms.get(part.format)
    if form and form.fullmatch(text):
        return kept(text)
    try:
        parse_number(text)
    except ValueError as error:
        if part.format is DocumentFormat.ORDER:
            return broken(quoted(text, 30), paragraph, "令号写“第N号”", "改成“第N号”，不编虚位")
        if part.format is DocumentFormat.MINUTES:
            return look(quoted(text, 30), paragraph, hint="纪要的期号可由本单位自定，一般写“第N期”")
        return broken(quoted(text, 30), paragraph, hint=str(error).split("，", 1)[-1])
    return kept(text)


def check_place(sheet: Sheet) -> Iterator[Sight]:
    """Centred; on documents that go up at the left with one 字 of room.  A letter has its own rule."""
    for part in sheet.laid_out:
        if part.format is DocumentFormat.LETTER:
            continue
        for paragraph in sheet.own(part, Role.NUMBER):
            if in_flow(paragraph):
                yield judged_place(sheet, part, paragraph)
            else:
                yield unknown("发文字号在表格或文本框里，位置由它决定", paragraph)


def judged_place(sheet: Sheet, part: Part, paragraph: ParagraphFacts) -> Sight:
    """One number, by whether signers stand beside it."""
    signed, told = has_signers(sheet, part), alignment_name(paragraph)
    indented = starts_at_one(sheet, paragraph)
    centred = paragraph.alignment == "center" and paragraph.left == paragraph.right
    if signed or (indented and goes_up(part)):
        measured = f"{told}，左空 {number(indent_of(sheet, paragraph))} 字"
        return (kept if indented else broken)(measured, paragraph)
    if not centred and part.format is DocumentFormat.MINUTES:
        return look(told, paragraph, hint="纪要的格式可由本单位自定")
    return (kept if centred else broken)(told, paragraph, *(() if centred else ("居中",)))


def starts_at_one(sheet: Sheet, paragraph: ParagraphFacts) -> bool:
    """Whether a line begins one 字 from the left edge, by an indent or by a space."""
    off = abs(indent_of(sheet, paragraph) - sheet.standard.quantity("文号左空").value)
    return paragraph.alignment in ("left", "both") and off <= THIRD


def indent_of(sheet: Sheet, paragraph: ParagraphFacts) -> Decimal:
    """How many 字 stand free before the first character, spaces counted."""
    spaces = paragraph.text[: len(paragraph.text) - len(paragraph.text.lstrip("\u3000 "))]
    return (paragraph.left + paragraph.first_line) / sheet.standard.character() + halves(spaces) / Decimal(2)


def check_room_above(sheet: Sheet) -> Iterator[Sight]:
    """Two empty lines between the mark and what follows it."""
    for part in sheet.laid_out:
        marks, below = sheet.own(part, Role.MARK), sheet.first(part, Role.NUMBER, Role.SIGNERS)
        if not marks or below is None or part.format is DocumentFormat.LETTER:
            continue
        yield judged_gap(sheet, marks[-1], below, "文号上空")


def check_one_line(sheet: Sheet) -> Iterator[Sight]:
    """The last signer stands on the line of the number."""
    for part in sheet.in_format(DocumentFormat.ORDINARY):
        line = sheet.first(part, Role.NUMBER)
        apart = [one for one in sheet.own(part, Role.SIGNERS) if one.text.strip()]
        if line is None or not has_signers(sheet, part) or not all(map(in_flow, (line, *apart))):
            continue
        beside = names_start(line, Role.NUMBER) < len(line.text.rstrip())
        yield kept("同一行") if beside else broken("签发人不在发文字号那一行", apart[-1] if apart else line)


def check_signer_face(sheet: Sheet) -> Iterator[Sight]:
    """The names of signers in 楷体."""
    for paragraph in sheet.of(Role.NUMBER, Role.SIGNERS):
        runs = [
            run for run in name_runs(paragraph, sheet.recognised.role(paragraph.number)) if run.chinese_font
        ]
        wrong = [run for run in runs if not is_face(sheet.standard, "楷体", run.chinese_font or "")]
        if runs:
            yield broken(fonts_of(wrong), paragraph) if wrong else kept(fonts_of(runs))


# --- the red rule ------------------------------------------------------------------------------


def red_rule(sheet: Sheet, part: Part) -> tuple[ParagraphFacts, RuleFacts] | None:
    """The rule of the 版头 where it is the border of a paragraph, of whatever colour."""
    for paragraph in below_mark(sheet, part):
        rule = paragraph.rule_below or (paragraph.rule_above if not paragraph.text.strip() else None)
        if rule:
            return paragraph, rule
    title = sheet.first(part, Role.TITLE)
    return (title, title.rule_above) if title and title.rule_above else None


def below_mark(sheet: Sheet, part: Part) -> Iterator[ParagraphFacts]:
    """The paragraphs of a 版头 from its number down to what is no longer part of it."""
    lines = sheet.own(part, Role.NUMBER, Role.SIGNERS)
    head = (Role.NUMBER, Role.SIGNERS, Role.RED_RULE, Role.BLANK)
    for paragraph in sheet.facts.paragraphs[lines[0].number - 1 :] if lines else ():
        if sheet.recognised.role(paragraph.number) not in head and paragraph.text.strip():
            return
        yield paragraph


def ordinary_heads(sheet: Sheet) -> Iterator[tuple[Part, ParagraphFacts]]:
    """The documents that have a 版头 with a number, each with the last line above its rule."""
    for part in sheet.in_format(DocumentFormat.ORDINARY):
        lines = sheet.own(part, Role.NUMBER, Role.SIGNERS)
        if lines and sheet.own(part, Role.MARK):
            yield part, lines[-1]


def check_rule_there(sheet: Sheet) -> Iterator[Sight]:
    """A red rule stands under the number."""
    for part, line in ordinary_heads(sheet):
        if red_rule(sheet, part):
            yield kept("有")
        elif is_drawn_near(sheet, part, line):
            yield look(
                "版头有画出来的线或图形",
                line,
                hint=sheet.fill("看文号下面是不是一条与版心等宽的红线，距文号 {红线距文号}"),
            )
        else:
            yield broken("没有", line)


def is_drawn_near(sheet: Sheet, part: Part, line: ParagraphFacts) -> bool:
    """Whether something that may be the rule is drawn in the 版头: a line, a picture, a table, a box."""
    title = sheet.first(part, Role.TITLE)
    last = title.number if title else line.number + 3
    around = range(part.first, last + 1)
    shapes = [one.anchor for one in sheet.facts.lines] + [one.anchor for one in sheet.facts.boxes]
    near = [sheet.facts.paragraph(number) for number in around]
    return any(anchor in around for anchor in shapes) or any(
        one.picture or one.table is not None for one in near
    )


def check_rule_colour(sheet: Sheet) -> Iterator[Sight]:
    """The rule is red."""
    for part, _ in ordinary_heads(sheet):
        found = red_rule(sheet, part)
        if found:
            told = f"#{found[1].colour}"
            yield kept(told) if is_red(found[1].colour) else broken(told, found[0])


def check_rule_width(sheet: Sheet) -> Iterator[Sight]:
    """The rule is as wide as the 版心: a border follows the indents of its paragraph."""
    wanted = sheet.standard.text_width
    for part, _ in ordinary_heads(sheet):
        found = red_rule(sheet, part)
        if found is None:
            continue
        paragraph, rule = found
        width = rule.width or wanted - paragraph.left - paragraph.right - min(0, paragraph.first_line)
        off = abs(width - wanted) > sheet.tolerance("红线宽")
        yield broken(mm(width), paragraph) if off else kept(mm(width))


def check_rule_distance(sheet: Sheet) -> Iterator[Sight]:
    """The rule stands 4 mm below the number."""
    wanted = sheet.standard.quantity("红线距文号").value
    for part, line in ordinary_heads(sheet):
        found = red_rule(sheet, part)
        if found is None:
            continue
        distance = rule_distance(sheet, line, *found)
        if distance is None:
            hint = sheet.fill("量一量红线距发文字号是不是 {红线距文号}")
            yield unknown("行高由字体或表格决定，算不出", line, hint)
            continue
        told = f"约 {number(distance)} 毫米"
        off = abs(distance - wanted)
        if off <= SURE:
            yield kept(told)
        else:
            yield (look if off <= POSSIBLE else broken)(told, found[0])


def rule_distance(
    sheet: Sheet, line: ParagraphFacts, bearer: ParagraphFacts, rule: RuleFacts
) -> Decimal | None:
    """From the foot of the number to the rule in millimetres; None where it cannot be told."""
    if line.line_rule != "exact" or not in_flow(line):
        return None
    space = millimetres(rule.space * TWIPS_PER_POINT)
    if bearer is line:
        return BELOW_GLYPHS + space
    between = range(line.number + 1, bearer.number)
    if any(sheet.facts.paragraph(number).text.strip() for number in between) or bearer.line_rule != "exact":
        return None
    heights = [sheet.lines_high(sheet.facts.paragraph(number)) or Decimal(0) for number in between]
    above = sum(heights, Decimal(0)) * sheet.profile.line + line.after + bearer.before
    own = 0 if rule is bearer.rule_above else bearer.line
    return BELOW_GLYPHS + space + millimetres(above + own)


RULES = (
    Rule(
        "H21",
        "发文字号上空",
        check_room_above,
        area=Area.HEAD,
        basis="文号上空",
        required="空 {文号上空}",
        hint="标志与发文字号之间留 {文号上空:数} 个空行",
    ),
    Rule(
        "H05",
        "发文字号的写法",
        check_form,
        area=Area.HEAD,
        clause="7.2.5",
        required="机关代字〔四位年份〕顺序号，六角括号，不加“第”，不编虚位",
        hint="插入→符号→〔 〕（六角括号）",
        content=True,
    ),
    Rule(
        "H15",
        "发文字号的位置",
        check_place,
        area=Area.HEAD,
        clause="7.2.5",
        required="居中；上行文居左空 {文号左空}",
        hint="段落→居中，缩进都填 0；上行文左对齐，左缩进 {文号左空}符",
    ),
    Rule(
        "H16",
        "签发人与发文字号同行",
        check_one_line,
        area=Area.HEAD,
        clause="7.2.6",
        required="发文字号与最后一个签发人姓名同处一行",
        hint="把“签发人：姓名”移到发文字号同一行，居右空 {签发人右空}；中间用制表位隔开",
    ),
    Rule(
        "H07",
        "签发人姓名的字体",
        check_signer_face,
        area=Area.HEAD,
        basis="签发人姓名",
        required="楷体",
        hint="选中姓名，字体选{楷体}",
    ),
    Rule(
        "H08",
        "版头分隔线",
        check_rule_there,
        area=Area.HEAD,
        basis="版头分隔线",
        required="发文字号之下一条红色分隔线",
        hint="开始→边框→边框和底纹→下框线，红色",
    ),
    Rule(
        "H18",
        "版头分隔线的颜色",
        check_rule_colour,
        area=Area.HEAD,
        basis="版头分隔线",
        required="红色",
        hint="边框和底纹→下框线→颜色→红色",
    ),
    Rule(
        "H19",
        "版头分隔线的长",
        check_rule_width,
        area=Area.HEAD,
        basis="红线宽",
        required="与版心等宽，{红线宽}",
        hint="带框线的这一段，左右缩进都填 0",
    ),
    Rule(
        "H20",
        "版头分隔线距发文字号",
        check_rule_distance,
        area=Area.HEAD,
        basis="红线距文号",
        required="{红线距文号}",
        hint="边框和底纹→选项→距正文，或调整分隔线一段的行距",
        strength=Strength.REQUIRED,
    ),
)
