"""The corner of the 版头 and its 发文机关标志 (clauses 7.2.1 to 7.2.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from generator.document import DocumentFormat
from generator.hanzi.secrecy import EXAMPLES, is_secrecy
from generator.inspection.findings import Area
from generator.inspection.rules.places import SLACK, begins_at, mark_top
from generator.inspection.rules.rule import Rule, Sight, broken, kept, look, unknown
from generator.inspection.rules.sheet import Sheet, chinese, in_flow, printed
from generator.inspection.rules.wording import alignment_name, fonts_of, mm, number, quoted
from generator.models.issued import Urgency
from generator.recognition.faces import is_face
from generator.recognition.facts import ParagraphFacts
from generator.recognition.looks import is_red
from generator.recognition.roles import Part, Role
from generator.standard import Strength
from generator.standard.genres import genres

CORNER = (Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY)
"""From above down."""
COPY_NUMBER = re.compile(r"\d{6}", re.ASCII)
URGENCIES = {urgency.value: urgency for urgency in Urgency}
SPACES = re.compile(r"\s+")


def bare(paragraph: ParagraphFacts) -> str:
    """The words of a corner element; one on the first line of a 信函 has the number beside it."""
    return SPACES.sub("", paragraph.text.split("\t")[0])


def check_copy_number(sheet: Sheet) -> Iterator[Sight]:
    """份号: six digits."""
    for paragraph in sheet.of(Role.COPY_NUMBER):
        text = bare(paragraph)
        yield (kept if COPY_NUMBER.fullmatch(text) else broken)(text, paragraph)


def check_secrecy(sheet: Sheet) -> Iterator[Sight]:
    """密级, then ★ and the term."""
    for paragraph in sheet.of(Role.SECRECY):
        text = bare(paragraph)
        yield (kept if is_secrecy(text) else broken)(text, paragraph)


def check_classified(sheet: Sheet) -> Iterator[Sight]:
    """A classified document has a 份号."""
    for part in sheet.parts:
        secret = sheet.first(part, Role.SECRECY)
        if secret:
            beside = (bare(one) for one in sheet.own(part, Role.NUMBER))
            numbered = bool(sheet.own(part, Role.COPY_NUMBER)) or any(map(COPY_NUMBER.fullmatch, beside))
            yield kept("有份号") if numbered else broken("有密级，没有份号", secret)


def check_urgency(sheet: Sheet) -> Iterator[Sight]:
    """特急 or 加急; 特提 and 平急 are for telegrams."""
    for paragraph in sheet.of(Role.URGENCY):
        text = bare(paragraph)
        urgency = URGENCIES.get(text)
        if urgency and urgency.for_telegrams:
            yield look(text, paragraph, hint="“特提”“平急”只用于电报，看这份是不是电报")
        else:
            yield (kept if urgency else broken)(text, paragraph)


def check_corner_face(sheet: Sheet) -> Iterator[Sight]:
    """密级 and 紧急程度 in 黑体; the face of the 份号 is not named."""
    for paragraph in sheet.of(Role.SECRECY, Role.URGENCY):
        runs = [run for run in chinese(paragraph.runs) if run.chinese_font and "号" not in run.text]
        wrong = [run for run in runs if not is_face(sheet.standard, "黑体", run.chinese_font or "")]
        yield broken(fonts_of(wrong), paragraph) if wrong else kept(fonts_of(runs), paragraph)


def check_corner_order(sheet: Sheet) -> Iterator[Sight]:
    """份号, 密级 and 紧急程度 from above down, the 份号 on the first line."""
    for part in sheet.laid_out:
        lines = sheet.own(part, *CORNER)
        order = [CORNER.index(sheet.recognised.role(one.number)) for one in lines]
        told = "、".join(CORNER[place].value for place in order)
        if order != sorted(order):
            yield broken(f"自上而下是{told}", lines[0])
        elif lines and order[0] == 0 and in_flow(lines[0]) and not opens(sheet, part, lines[0]):
            yield broken("份号不在第一行", lines[0])
        elif lines:
            yield kept(told)


def opens(sheet: Sheet, part: Part, paragraph: ParagraphFacts) -> bool:
    """Whether no line of the text stands above a paragraph in its document."""
    above = (sheet.facts.paragraph(number) for number in range(part.first, paragraph.number))
    return not any(in_flow(one) for one in above)


def check_corner_edge(sheet: Sheet) -> Iterator[Sight]:
    """The corner elements stand at the left edge."""
    for paragraph in sheet.of(*CORNER):
        if not in_flow(paragraph):
            continue
        start = begins_at(sheet, paragraph)
        away = start is None or abs(start) > sheet.tolerance("订口")
        yield broken(edge_told(paragraph), paragraph) if away else kept("顶格", paragraph)


def edge_told(paragraph: ParagraphFacts) -> str:
    """Where a paragraph begins, as a person sees it."""
    indent = paragraph.left + paragraph.first_line
    return f"{alignment_name(paragraph)}，左缩进 {mm(indent)}" if indent else alignment_name(paragraph)


# --- 发文机关标志 -------------------------------------------------------------------------------


def check_mark_colour(sheet: Sheet) -> Iterator[Sight]:
    """The mark is red."""
    for paragraph in sheet.of(Role.MARK):
        runs = printed(paragraph.runs)
        told = "、".join(dict.fromkeys(f"#{run.colour}" for run in runs))
        if runs:
            yield (kept if all(is_red(run.colour) for run in runs) else broken)(told, paragraph)


def check_mark_centred(sheet: Sheet) -> Iterator[Sight]:
    """The mark is centred, or spread where several bodies stand under each other."""
    for paragraph in sheet.of(Role.MARK):
        free = paragraph.table is None
        lopsided = free and abs(paragraph.left - paragraph.right) > 2 * sheet.tolerance("版心宽")
        if paragraph.alignment in ("center", "distribute") and not lopsided:
            yield kept(alignment_name(paragraph), paragraph)
        elif in_flow(paragraph):
            told = "，左右缩进不等" if lopsided else ""
            yield broken(alignment_name(paragraph) + told, paragraph)
        else:
            yield look("标志在表格或文本框里，位置由它决定", paragraph, hint="看标志是否居中")


def check_mark_face(sheet: Sheet) -> Iterator[Sight]:
    """小标宋 is recommended for the mark."""
    for paragraph in sheet.of(Role.MARK):
        runs = [run for run in chinese(paragraph.runs) if run.chinese_font]
        wrong = [run for run in runs if not is_face(sheet.standard, "小标宋", run.chinese_font or "")]
        if runs:
            yield broken(fonts_of(wrong), paragraph) if wrong else kept(fonts_of(runs), paragraph)


def check_mark_bold(sheet: Sheet) -> Iterator[Sight]:
    """小标宋 has its own weight; bold only smears it."""
    for paragraph in sheet.of(Role.MARK):
        bold = any(run.bold for run in printed(paragraph.runs))
        yield broken("加粗", paragraph) if bold else kept("不加粗")


def check_mark_size(sheet: Sheet) -> Iterator[Sight]:
    """The mark catches the eye: it is larger than the title."""
    title = sheet.standard.points("二号")
    for paragraph in sheet.of(Role.MARK):
        sizes = [run.size for run in printed(paragraph.runs) if run.size is not None]
        told = f"{number(max(sizes))} 磅" if sizes else ""
        if sizes:
            yield look(told, paragraph) if max(sizes) <= title else kept(told, paragraph)


def check_mark_place(sheet: Sheet) -> Iterator[Sight]:
    """Its top is 35 mm below the upper edge of the 版心."""
    return mark_places(sheet, "标志上边", DocumentFormat.ORDINARY, DocumentFormat.MINUTES)


def check_letter_mark(sheet: Sheet) -> Iterator[Sight]:
    """That of a letter is 30 mm below the edge of the page."""
    return mark_places(sheet, "信函标志上边", DocumentFormat.LETTER)


def check_order_mark(sheet: Sheet) -> Iterator[Sight]:
    """That of an order is 20 mm below the upper edge of the 版心."""
    return mark_places(sheet, "命令标志上边", DocumentFormat.ORDER)


def mark_places(sheet: Sheet, name: str, *formats: DocumentFormat) -> Iterator[Sight]:
    """The marks of documents in these formats against the value of that name."""
    asked = sheet.fill(f"标志上边距纸上边 {{{name}}}±{{{name}:差}}")
    for part in sheet.in_format(*formats):
        mark = sheet.first(part, Role.MARK)
        top = mark_top(sheet, part, mark) if mark else None
        off = top is not None and abs(top - sheet.standard.twips(name)) > sheet.tolerance(name) + SLACK
        if mark and (top is None or (off and mark.table is not None)):
            why = "标志或它上面的内容由表格、文本框或字体决定高低，算不出"
            yield unknown(why, mark, f"量一量：{asked}")
        elif mark and top is not None:
            yield broken(mm(top), mark, asked) if off else kept(mm(top), mark)


def check_mark_width(sheet: Sheet) -> Iterator[Sight]:
    """The mark stays inside the 版心."""
    room = sheet.standard.text_width
    for paragraph in sheet.of(Role.MARK):
        runs = printed(paragraph.runs)
        if not in_flow(paragraph) or not runs or any(run.size is None for run in runs):
            continue
        width = sum(len(run.text) * character_width(run.size, run.scale, run.tracking) for run in runs)
        told = f"{quoted(paragraph.text)}宽 {mm(width)}"
        wide = width > room + sheet.tolerance("版心宽")
        yield broken(told, paragraph) if wide else kept(told, paragraph)


def character_width(size: Decimal | None, scale: int, tracking: int) -> Decimal:
    """Width of a Chinese character in twips."""
    return (size or Decimal(0)) * 20 * scale / 100 + tracking


RULES = (
    Rule(
        "H01",
        "份号",
        check_copy_number,
        area=Area.HEAD,
        clause="7.2.1",
        strength=Strength.GENERAL,
        required="6 位阿拉伯数字，如 000001",
        hint="在前面补 0 到 6 位",
        content=True,
    ),
    Rule(
        "H02",
        "密级和保密期限",
        check_secrecy,
        area=Area.HEAD,
        clause="7.2.2",
        required="如“机密★1年”，期限用阿拉伯数字",
        hint=f"写绝密、机密或秘密，后加★和期限，如 {EXAMPLES}",
        content=True,
    ),
    Rule(
        "H24",
        "涉密公文的份号",
        check_classified,
        area=Area.HEAD,
        clause=genres().clause("份号"),
        strength=genres().strength("份号"),
        required="涉密公文标注份号",
        hint="在版心左上角第一行写 6 位份号",
        content=True,
    ),
    Rule(
        "H03",
        "紧急程度",
        check_urgency,
        area=Area.HEAD,
        clause="7.2.3",
        required="特急或加急",
        hint="改为“特急”或“加急”",
        content=True,
    ),
    Rule(
        "H09",
        "密级、紧急程度的字体",
        check_corner_face,
        area=Area.HEAD,
        clause="7.2.2、7.2.3",
        strength=Strength.GENERAL,
        required="黑体",
        hint="选中这一行，字体选{黑体}",
    ),
    Rule(
        "H10",
        "版头左上角各要素的次序",
        check_corner_order,
        area=Area.HEAD,
        clause="7.2.1 至 7.2.3",
        required="自上而下：份号（第一行）、密级和保密期限（第二行）、紧急程度",
        hint="按次序各占一行",
    ),
    Rule(
        "H23",
        "版头左上角各要素顶格",
        check_corner_edge,
        area=Area.HEAD,
        clause="7.2.1 至 7.2.3",
        required="版心左上角，顶格",
        hint="段落→左对齐，左缩进和首行缩进都填 0",
    ),
    Rule(
        "H04",
        "发文机关标志的位置",
        check_mark_place,
        area=Area.HEAD,
        basis="标志上边",
        required="标志上边距纸上边 {标志上边}±{标志上边:差}，在版心上边缘以下 {标志距版心}",
        hint="调整标志上面的空行或标志的段前间距",
    ),
    Rule(
        "L01",
        "信函标志的位置",
        check_letter_mark,
        area=Area.HEAD,
        basis="信函标志上边",
        required="标志上边距纸上边 {信函标志上边}±{信函标志上边:差}",
        hint="调整标志所在文本框的垂直位置，或标志的段前间距",
    ),
    Rule(
        "O01",
        "命令标志的位置",
        check_order_mark,
        area=Area.HEAD,
        basis="命令标志上边",
        required="标志上边距纸上边 {命令标志上边}±{命令标志上边:差}",
        hint="调整标志上面的空行或标志的段前间距",
    ),
    Rule(
        "H11",
        "发文机关标志的颜色",
        check_mark_colour,
        area=Area.HEAD,
        clause="7.2.4",
        required="红色",
        hint="选中标志，字体颜色→红色（{红}）",
    ),
    Rule(
        "H12",
        "发文机关标志居中",
        check_mark_centred,
        area=Area.HEAD,
        clause="7.2.4",
        required="居中",
        hint="段落→居中，左右缩进都填 0",
    ),
    Rule(
        "H13",
        "发文机关标志的字体",
        check_mark_face,
        area=Area.HEAD,
        clause="7.2.4",
        strength=Strength.RECOMMENDED,
        required="小标宋体",
        hint="选中标志，字体选{小标宋}",
    ),
    Rule(
        "H17",
        "发文机关标志的字号",
        check_mark_size,
        area=Area.HEAD,
        clause="7.2.4",
        required="醒目、美观、庄重，大于标题",
        hint="看标志是不是醒目；选中标志，把字号改大，以排满一行不出版心为度",
    ),
    Rule(
        "H22",
        "发文机关标志加粗",
        check_mark_bold,
        area=Area.HEAD,
        clause="7.2.4",
        strength=Strength.RECOMMENDED,
        required="小标宋体本身有字重，不另加粗",
        hint="选中标志，取消“B”加粗",
    ),
    Rule(
        "H14",
        "发文机关标志不出版心",
        check_mark_width,
        area=Area.HEAD,
        basis="版心宽",
        required="排在一行，宽不过 {版心宽}",
        hint="字体→高级→缩放，或把字号改小",
    ),
)
