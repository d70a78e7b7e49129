"""标题: its looks, its place, its shape and its words (clause 7.3.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.document import DocumentFormat
from generator.hanzi.marks import mark_faults
from generator.hanzi.widths import halves
from generator.inspection.rules.document_number import red_rule
from generator.inspection.rules.gaps import judged_gap
from generator.inspection.rules.rule import Rule, Sight, broken, kept, look, unknown
from generator.inspection.rules.sheet import Sheet, chinese, labelled, printed
from generator.inspection.rules.wording import alignment_name, fonts_of, mm, quoted, sizes_of
from generator.recognition.faces import is_face
from generator.recognition.facts import ParagraphFacts
from generator.recognition.looks import is_other_size
from generator.recognition.roles import Part, Role
from generator.standard import Strength
from generator.standard.genres import genres

STATUS = re.compile(r"[（(][^（）()]*[）)]$")
"""What may stand behind the 文种: （试行）, （征求意见稿）."""
MIXED = re.compile(r"(?:请示报告|请示函)$")
"""Two 文种 in one; the 条例 has each by itself."""
DEEP = 3
"""From this level on sources disagree about the kind of 书名号."""
PUNCTUATION = "。，；、：. "


def titles(sheet: Sheet) -> Iterator[tuple[Part, tuple[ParagraphFacts, ...]]]:
    """Each document's title, which may be broken into paragraphs."""
    for part in sheet.parts:
        paragraphs = sheet.own(part, Role.TITLE)
        if paragraphs:
            yield part, paragraphs


def text_of(paragraphs: tuple[ParagraphFacts, ...]) -> str:
    """The words of a title without the breaks and spaces in it."""
    return re.sub(r"\s+", "", "".join(one.text for one in paragraphs))


# --- looks -------------------------------------------------------------------------------------


def faces_of(sheet: Sheet, role: Role) -> Iterator[Sight]:
    """小标宋 for every Chinese word of a title."""
    for paragraph in sheet.of(role):
        runs = chinese(paragraph.runs)
        wrong = [run for run in runs if not is_face(sheet.standard, "小标宋", run.chinese_font or "小标宋")]
        if all(run.chinese_font is None for run in runs):
            yield unknown("没有指明中文字体", paragraph)
        else:
            yield broken(fonts_of(wrong), paragraph) if wrong else kept(fonts_of(runs), paragraph)


def title_sizes(sheet: Sheet, role: Role) -> Iterator[Sight]:
    """2号."""
    wanted = sheet.standard.points("二号")
    for paragraph in sheet.of(role):
        runs = [run for run in printed(paragraph.runs) if run.size is not None]
        wrong = [run for run in runs if is_other_size(run.size, wanted)]
        if runs:
            yield broken(sizes_of(wrong), paragraph) if wrong else kept(sizes_of(runs), paragraph)


def bold_titles(sheet: Sheet, role: Role) -> Iterator[Sight]:
    """小标宋 is not set in bold."""
    for paragraph in sheet.of(role):
        bold = any(run.bold for run in paragraph.runs if labelled(run.text))
        yield broken("加粗", paragraph) if bold else kept("不加粗")


def centred_titles(sheet: Sheet, role: Role) -> Iterator[Sight]:
    """Centred between the edges of the 版心."""
    near = sheet.tolerance("版心宽")
    for paragraph in sheet.of(role):
        lopsided = abs(paragraph.left + paragraph.first_line - paragraph.right) > 2 * near
        if paragraph.alignment == "center" and not lopsided:
            yield kept("居中")
        else:
            told = alignment_name(paragraph) + ("，左右缩进不等" if lopsided else "")
            yield broken(told, paragraph)


def check_face(sheet: Sheet) -> Iterator[Sight]:
    """小标宋体."""
    return faces_of(sheet, Role.TITLE)


def check_size(sheet: Sheet) -> Iterator[Sight]:
    """2号."""
    return title_sizes(sheet, Role.TITLE)


def check_bold(sheet: Sheet) -> Iterator[Sight]:
    """Not bold."""
    return bold_titles(sheet, Role.TITLE)


def check_centred(sheet: Sheet) -> Iterator[Sight]:
    """Centred."""
    return centred_titles(sheet, Role.TITLE)


# --- place -------------------------------------------------------------------------------------


def check_room_above(sheet: Sheet) -> Iterator[Sight]:
    """Two empty lines between the red rule and the title."""
    for part, paragraphs in titles(sheet):
        found = red_rule(sheet, part) if part in sheet.in_format(DocumentFormat.ORDINARY) else None
        if found and found[0].number < paragraphs[0].number:
            yield judged_gap(sheet, found[0], paragraphs[0], "标题上空")


def check_room_below(sheet: Sheet) -> Iterator[Sight]:
    """One empty line between the title and the 主送机关."""
    for part, paragraphs in titles(sheet):
        addressees = sheet.first(part, Role.ADDRESSEES)
        if addressees:
            yield judged_gap(sheet, paragraphs[-1], addressees, "标题下空")


# --- shape -------------------------------------------------------------------------------------


def lines_of(paragraphs: tuple[ParagraphFacts, ...]) -> list[str]:
    """The lines of a title as a person has broken them."""
    return [line.strip() for one in paragraphs for line in one.lines if line.strip()]


def fits(sheet: Sheet, line: str) -> bool:
    """Whether a line of a title at 2号 has room in the 版心."""
    return line_width(sheet, line) <= sheet.standard.text_width


def line_width(sheet: Sheet, line: str) -> int:
    """Width of words at 2号 in twips."""
    return int(halves(line) * sheet.standard.character("二号") / 2)


def check_shape(sheet: Sheet) -> Iterator[Sight]:
    """梯形 or 菱形 where a title has more than one line."""
    for _, paragraphs in titles(sheet):
        lines = lines_of(paragraphs)
        if len(lines) > 1 and all(fits(sheet, line) for line in lines):
            told = "、".join(str(halves(line) / 2).removesuffix(".0") for line in lines) + " 字"
            wrong = shape_fault([halves(line) for line in lines])
            yield broken(f"各行 {told}，{wrong}", paragraphs[0]) if wrong else kept(f"各行 {told}")
        elif fits(sheet, "".join(lines)):
            yield kept("一行")
        else:
            hint = "标题由软件自动换行，看换行是不是词意完整、排成梯形或菱形；可用 Shift+Enter 断行"
            yield look("没有人工断行", paragraphs[0], hint=hint)


def shape_fault(widths: list[int]) -> str:
    """What is wrong with the shape of lines of these widths; nothing for 梯形 and 菱形."""
    if len(set(widths)) == 1:
        return "长短相同，成长方形"
    steps = [(after > before) - (after < before) for before, after in pairwise(widths)]
    turns = [step for step in steps if step]
    falls_then_rises = any(before < 0 < after for before, after in pairwise(turns))
    return "中间短两头长，成沙漏形" if falls_then_rises else ""


def check_width(sheet: Sheet) -> Iterator[Sight]:
    """No line that was broken by hand is longer than the 版心."""
    for _, paragraphs in titles(sheet):
        lines = lines_of(paragraphs)
        long = [line for line in lines if not fits(sheet, line)]
        if len(lines) > 1 and long:
            yield broken(f"{quoted(long[0])}长 {mm(line_width(sheet, long[0]))}", paragraphs[0])
        elif len(lines) > 1:
            yield kept(f"最长 {mm(max(line_width(sheet, line) for line in lines))}")


def asked_width(sheet: Sheet) -> str:
    """How long a line may be, in millimetres and in characters of its size."""
    most = sheet.standard.text_width // sheet.standard.character("二号")
    return f"每行不超过 {{版心宽}}（{most:f} 字）"


# --- words -------------------------------------------------------------------------------------


def check_end(sheet: Sheet) -> Iterator[Sight]:
    """A title does not end in 。."""
    for _, paragraphs in titles(sheet):
        text = text_of(paragraphs)
        ended = text.endswith(("。", "；", "，", "."))
        yield broken(f"以“{text[-1]}”结尾", paragraphs[-1]) if ended else kept("句末没有标点")


def check_genre(sheet: Sheet) -> Iterator[Sight]:
    """A title ends with one of the 文种 of the 条例."""
    for part, paragraphs in titles(sheet):
        if part.format in (DocumentFormat.ORDER, DocumentFormat.MINUTES):
            continue
        text = STATUS.sub("", text_of(paragraphs).rstrip(PUNCTUATION))
        genre, mixed = genres().ending(text), MIXED.search(text)
        if mixed:
            hint = "求批准的写“请示”，汇报情况的写“报告”，不合用；平行机关之间用“函”"
            yield broken(f"文种是“{mixed[0]}”", paragraphs[-1], "一个文种", hint)
        elif genre:
            yield kept(genre.name)
        elif sheet.recognised.by_style:
            yield broken(f"以“{text[-4:]}”结尾", paragraphs[-1])
        else:
            yield look(f"以“{text[-4:]}”结尾", paragraphs[-1], hint="看这一段是不是标题；是就补上文种")


def check_nesting(sheet: Sheet) -> Iterator[Sight]:
    """书名号 within 书名号 are single."""
    for _, paragraphs in titles(sheet):
        faults = list(mark_faults(text_of(paragraphs)))
        for fault in faults:
            sight = look if f"第 {DEEP} 层" in fault.message else broken
            yield sight(fault.message, paragraphs[0])
        if not faults:
            yield kept()


RULES = (
    Rule(
        "T10",
        "标题上空",
        check_room_above,
        basis="标题上空",
        required="红色分隔线下空 {标题上空}",
        hint="分隔线与标题之间留 {标题上空:数} 个空行",
    ),
    Rule(
        "T01",
        "标题字体",
        check_face,
        basis="公文标题",
        required="小标宋体",
        hint="选中标题，字体选{小标宋}",
    ),
    Rule(
        "T05",
        "标题字号",
        check_size,
        basis="公文标题",
        required="{公文标题:字号}",
        hint="选中标题，字号选{公文标题:字号}",
    ),
    Rule(
        "T06",
        "标题加粗",
        check_bold,
        clause="7.3.1",
        strength=Strength.GENERAL,
        required="小标宋体本身有字重，不另加粗",
        hint="选中标题，取消“B”加粗",
    ),
    Rule(
        "T07",
        "标题居中",
        check_centred,
        basis="公文标题",
        required="居中",
        hint="段落→居中，左右缩进和首行缩进都填 0",
    ),
    Rule(
        "T02",
        "标题的排列形状",
        check_shape,
        clause="7.3.1",
        required="多行时排成梯形或菱形",
        hint="用 Shift+Enter 在词的边界重新断行，各行长短有别、中间不短于两头",
    ),
    Rule(
        "T08",
        "标题各行不出版心",
        check_width,
        basis="版心宽",
        required=asked_width,
        hint="把过长的一行断开",
    ),
    Rule(
        "T03",
        "标题的文种",
        check_genre,
        clause=genres().clause("标题文种"),
        strength=genres().strength("标题文种"),
        required="由发文机关名称、事由和文种组成，以文种结尾",
        hint="以通知、报告、请示、函等十五个文种之一结尾",
        content=True,
    ),
    Rule(
        "T09",
        "标题末尾的标点",
        check_end,
        clause="GB/T 15834",
        strength=Strength.GENERAL,
        required="末尾不用句号",
        hint="删去末尾的标点",
        content=True,
    ),
    Rule(
        "T04",
        "标题里的书名号",
        check_nesting,
        clause="GB/T 15834",
        required="外层《》，内层〈〉",
        hint="里面一层改用〈〉",
        content=True,
    ),
    Rule(
        "T11",
        "标题下空",
        check_room_below,
        basis="标题下空",
        required="主送机关上空 {标题下空}",
        hint="标题与主送机关之间留 {标题下空:数} 个空行",
    ),
)
