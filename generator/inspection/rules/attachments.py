"""附件说明 and the pages of the 附件 (clauses 7.3.4 and 7.3.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import takewhile

from generator.hanzi.marks import same_title
from generator.inspection.facts import ParagraphFacts
from generator.inspection.roles import Part, Role
from generator.inspection.rules.faces import is_face
from generator.inspection.rules.gaps import judged_gap
from generator.inspection.rules.places import halves
from generator.inspection.rules.rule import Rule, Sight, broken, kept, look
from generator.inspection.rules.sheet import TEXT, Sheet, chinese, in_flow, is_empty
from generator.inspection.rules.title import bold_titles, centred_titles, faces_of, title_sizes
from generator.inspection.rules.wording import alignment_name, fonts_of, number, quoted

LABEL = re.compile(r"附\s*件\s*[：:]")
NUMBERED = re.compile(r"(?P<number>\d+)(?P<point>[.．、:：)）]?)\s*(?P<title>\S.*)", re.ASCII)
LABEL_FORM = re.compile(r"(?:.*〔\d{4}〕\d+号)?附件\d*", re.ASCII)
SPACED_LABEL = re.compile(r"附\s*件\s*\d*", re.ASCII)
BULLETS = re.compile(r"\s*[-•·—–●]+\s*(?=\d)")
"""What lists that were pasted have in front of their numbers."""
ENDINGS = "。；，、;,."
LABEL_WIDE = 3
"""字 that “附件：” takes."""
CLEAR = 3
"""So many empty lines above an attachment may be there to push it to a new page."""
SOME = Decimal("0.5")
"""By so many 字 may the column of names be off, by how wide the figures are taken."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One attachment as the 附件说明 lists it; `number` is None where there is only one."""

    number: int | None
    point: str
    title: str
    paragraph: ParagraphFacts


def entries(sheet: Sheet, part: Part) -> list[Entry]:
    """The attachments that a document lists; lines that only go on with a name are joined to it."""
    found: list[Entry] = []
    for paragraph in sheet.own(part, Role.ATTACHMENT_NOTE):
        for line in paragraph.lines:
            text = BULLETS.sub("", paragraph.numbering + LABEL.sub("", line, count=1), count=1).strip()
            match = NUMBERED.fullmatch(text)
            if match:
                found.append(Entry(int(match["number"]), match["point"], match["title"], paragraph))
            elif found and not LABEL.match(line.strip()):
                last = found.pop()
                found.append(Entry(last.number, last.point, last.title + text, last.paragraph))
            elif text:
                found.append(Entry(None, ".", text, paragraph))
    return found


def check_form(sheet: Sheet) -> Iterator[Sight]:
    """附件： with a full-width colon, then 1. 2. 3. where there are several."""
    for part in sheet.parts:
        listed = entries(sheet, part)
        if not listed:
            continue
        first = listed[0].paragraph
        fault = form_fault(first, listed)
        yield broken(fault, first) if fault else kept(quoted(first.text.strip()), first)


def form_fault(first: ParagraphFacts, listed: list[Entry]) -> str:
    """What is wrong with the form of an 附件说明; nothing where it is right."""
    if not first.text.strip().startswith("附件："):
        return quoted(first.text.strip())
    points = [entry.point for entry in listed if entry.number is not None and entry.point not in (".", "．")]
    if points:
        return f"序号后是“{points[0]}”" if points[0] else "序号后没有点"
    bulleted = next((entry.paragraph for entry in listed if BULLETS.match(entry.paragraph.text)), None)
    if bulleted:
        return f"序号前有多余的符号：{quoted(bulleted.text.strip())}"
    numbers = [entry.number for entry in listed]
    if len(numbers) > 1 and numbers != list(range(1, len(numbers) + 1)):
        return "序号是" + "、".join("无" if one is None else str(one) for one in numbers)
    return ""


def check_end(sheet: Sheet) -> Iterator[Sight]:
    """No mark after the name of an attachment."""
    for part in sheet.parts:
        for entry in entries(sheet, part):
            ended = entry.title.rstrip().endswith(tuple(ENDINGS))
            yield broken(f"以“{entry.title.rstrip()[-1]}”结尾", entry.paragraph) if ended else kept()


def check_edge(sheet: Sheet) -> Iterator[Sight]:
    """附件： begins two 字 from the edge, further numbers stand under the first."""
    for part in sheet.parts:
        for index, paragraph in enumerate(sheet.own(part, Role.ATTACHMENT_NOTE)):
            if not in_flow(paragraph):
                continue
            labelled = index == 0 or bool(LABEL.match(paragraph.text.strip()))
            yield judged_edge(sheet, paragraph, labelled=labelled)


def judged_edge(sheet: Sheet, paragraph: ParagraphFacts, *, labelled: bool) -> Sight:
    """Where one line of the 附件说明 begins."""
    spaces = paragraph.text[: len(paragraph.text) - len(paragraph.text.lstrip("\u3000 "))]
    start = (paragraph.left + paragraph.first_line) / sheet.standard.character() + halves(spaces) / Decimal(2)
    told = f"左空 {number(start)} 字"
    if paragraph.alignment not in ("left", "both"):
        return broken(alignment_name(paragraph), paragraph, "左对齐")
    wanted = sheet.characters("附件说明左空") + (0 if labelled else LABEL_WIDE)
    near = SOME if labelled else 2 * SOME
    asked = f"左空 {number(wanted)} 字"
    return kept(told) if abs(start - wanted) <= near else broken(told, paragraph, asked)


def check_hanging(sheet: Sheet) -> Iterator[Sight]:
    """Names that wrap go on under their first character."""
    for part in sheet.parts:
        for entry in entries(sheet, part):
            paragraph, character = entry.paragraph, sheet.standard.character()
            room = sheet.standard.text_width - paragraph.left - paragraph.first_line - paragraph.right
            if (
                not in_flow(paragraph)
                or halves(paragraph.text) * character / 2 <= room
                or paragraph.line_breaks
            ):
                continue
            figures = len(str(entry.number)) + 1 if entry.number is not None else 0
            names = sheet.characters("附件说明左空") + LABEL_WIDE + figures / Decimal(2)
            hangs = paragraph.left / character
            told = f"回行左空 {number(hangs)} 字"
            off = abs(hangs - names) > 2 * SOME
            yield broken(told, paragraph, f"回行左空约 {number(names)} 字") if off else kept(told)


def check_room_above(sheet: Sheet) -> Iterator[Sight]:
    """One empty line between the text and the 附件说明."""
    for part in sheet.parts:
        note = sheet.first(part, Role.ATTACHMENT_NOTE)
        above = [one for one in sheet.own(part, *TEXT) if note and one.number < note.number]
        if note and above:
            yield judged_gap(sheet, above[-1], note, "附件说明上空")


# --- pages of attachments ----------------------------------------------------------------------


def titles_by_label(sheet: Sheet, part: Part) -> Iterator[tuple[ParagraphFacts, tuple[ParagraphFacts, ...]]]:
    """Each 附件标识 with the paragraphs of the title below it."""
    for label in sheet.own(part, Role.ATTACHMENT_LABEL):
        below = (one for one in sheet.facts.paragraphs[label.number : part.last] if not is_empty(one))
        yield label, tuple(takewhile(lambda one: is_title(sheet, one), below))


def is_title(sheet: Sheet, paragraph: ParagraphFacts) -> bool:
    """Whether a paragraph is an 附件标题."""
    return sheet.recognised.role(paragraph.number) is Role.ATTACHMENT_TITLE


def check_match(sheet: Sheet) -> Iterator[Sight]:
    """Numbers and titles on the pages of attachments are those that the 附件说明 lists."""
    for part in sheet.parts:
        listed = {entry.number: entry for entry in entries(sheet, part)}
        for label, title in titles_by_label(sheet, part):
            digits = re.search(r"\d+$", label.text.strip(" ：:"), re.ASCII)
            entry = listed.get(int(digits[0]) if digits else None)
            words = "".join(one.text for one in title)
            told = f"{label.text.strip()} {quoted(words)}"
            if entry is None:
                yield broken(f"{told}不在附件说明里", label)
            elif title and not same_title(entry.title.rstrip(ENDINGS), words.rstrip(ENDINGS)):
                yield broken(f"{told}，附件说明写的是{quoted(entry.title)}", title[0])
            else:
                yield kept(told)


def check_label_form(sheet: Sheet) -> Iterator[Sight]:
    """附件 and its number, nothing behind it."""
    for paragraph in sheet.of(Role.ATTACHMENT_LABEL):
        text = paragraph.text.strip()
        if LABEL_FORM.fullmatch(text):
            yield kept(text)
        elif SPACED_LABEL.fullmatch(text):
            yield look(quoted(text), paragraph, hint="删去“附件”与序号之间的空格")
        else:
            yield broken(quoted(text), paragraph)


def check_label_face(sheet: Sheet) -> Iterator[Sight]:
    """黑体."""
    for paragraph in sheet.of(Role.ATTACHMENT_LABEL):
        runs = [run for run in chinese(paragraph.runs) if run.chinese_font]
        wrong = [run for run in runs if not is_face(sheet.standard, "黑体", run.chinese_font or "")]
        if runs:
            yield broken(fonts_of(wrong), paragraph) if wrong else kept(fonts_of(runs))


def check_label_edge(sheet: Sheet) -> Iterator[Sight]:
    """Flush left."""
    for paragraph in sheet.of(Role.ATTACHMENT_LABEL):
        start = (paragraph.left + paragraph.first_line) / sheet.standard.character()
        spaced = paragraph.text[:1] in "\u3000 "
        flat = paragraph.alignment in ("left", "both") and abs(start) <= SOME / 2 and not spaced
        told = f"{alignment_name(paragraph)}，左空 {number(start)} 字"
        yield kept("顶格") if flat else broken(told, paragraph)


def check_new_page(sheet: Sheet) -> Iterator[Sight]:
    """Each attachment begins on a new page."""
    for paragraph in sheet.of(Role.ATTACHMENT_LABEL):
        above = [one for one in sheet.facts.paragraphs[: paragraph.number - 1] if in_flow(one)]
        if paragraph.page_break_before or not above or opens_section(sheet, above[-1], paragraph):
            yield kept("另起一页")
            continue
        empty = above[-CLEAR:]
        if all(sheet.recognised.role(one.number) is Role.BLANK for one in empty):
            yield look("用空行推到下一页", paragraph, hint="改用段落→换行和分页→段前分页")
        else:
            yield broken("没有另起一页", paragraph)


def opens_section(sheet: Sheet, above: ParagraphFacts, paragraph: ParagraphFacts) -> bool:
    """Whether a paragraph begins a section that begins a page."""
    return paragraph.section != above.section and sheet.section_of(paragraph).start != "continuous"


def check_third_line(sheet: Sheet) -> Iterator[Sight]:
    """The title stands on the third line: one empty line below the 附件标识."""
    for part in sheet.parts:
        for label, title in titles_by_label(sheet, part):
            if title:
                yield judged_gap(sheet, label, title[0], "附件标题隔行")


def check_title_face(sheet: Sheet) -> Iterator[Sight]:
    """As the title of the document."""
    return faces_of(sheet, Role.ATTACHMENT_TITLE)


def check_title_size(sheet: Sheet) -> Iterator[Sight]:
    """As the title of the document."""
    return title_sizes(sheet, Role.ATTACHMENT_TITLE)


def check_title_bold(sheet: Sheet) -> Iterator[Sight]:
    """Not bold."""
    return bold_titles(sheet, Role.ATTACHMENT_TITLE)


def check_title_centred(sheet: Sheet) -> Iterator[Sight]:
    """Centred."""
    return centred_titles(sheet, Role.ATTACHMENT_TITLE)


NOTE_RULES = (
    Rule(
        "A05",
        "附件说明上空",
        check_room_above,
        basis="附件说明上空",
        required="正文下空 1 行",
        hint="正文与附件说明之间留一个空行",
    ),
    Rule(
        "A01",
        "附件说明的写法",
        check_form,
        basis="附件说明",
        required="附件：名称；两个以上写“附件：1.名称”，下一行“2.名称”",
        hint="“附件”后用全角冒号，序号用阿拉伯数字加点",
        content=True,
    ),
    Rule(
        "A11",
        "附件名称后的标点",
        check_end,
        basis="附件说明",
        required="附件名称后不加标点",
        hint="删去末尾的标点",
        mendable=True,
        content=True,
    ),
    Rule(
        "A04",
        "附件说明的位置",
        check_edge,
        basis="附件说明左空",
        required="左空 2 字，各序号对齐",
        hint="段落→左缩进、悬挂缩进，使“附件”左空 2 字",
        mendable=True,
    ),
    Rule(
        "A12",
        "附件名称回行对齐",
        check_hanging,
        basis="附件说明",
        required="回行与上一行附件名称的首字对齐",
        hint="段落→特殊格式→悬挂缩进",
    ),
)
PAGE_RULES = (
    Rule(
        "A07",
        "附件另面编排",
        check_new_page,
        basis="附件标识",
        required="另面编排",
        hint="光标放在“附件”前，段落→换行和分页→段前分页",
        mendable=True,
    ),
    Rule(
        "A06",
        "附件标识的写法",
        check_label_form,
        basis="附件标识",
        required="“附件”二字及顺序号，后面不加标点",
        hint="写成“附件1”，删去冒号",
        content=True,
    ),
    Rule(
        "A03",
        "附件标识的字体",
        check_label_face,
        basis="附件标识",
        required="黑体",
        hint="选中“附件”，字体选黑体",
        mendable=True,
    ),
    Rule(
        "A13",
        "附件标识顶格",
        check_label_edge,
        basis="附件标识",
        required="版心左上角第一行顶格",
        hint="段落→左对齐，缩进都填 0",
        mendable=True,
    ),
    Rule(
        "A08",
        "附件标题在第三行",
        check_third_line,
        basis="附件标题隔行",
        required="第三行",
        hint="附件标识与附件标题之间留一个空行",
    ),
    Rule(
        "A14",
        "附件标题居中",
        check_title_centred,
        basis="附件标题",
        required="居中",
        hint="段落→居中，缩进都填 0",
        mendable=True,
    ),
    Rule(
        "A09",
        "附件标题的字体",
        check_title_face,
        basis="附件标题",
        required="小标宋体，同公文标题",
        hint="选中附件标题，字体选“方正小标宋简体”",
        mendable=True,
    ),
    Rule(
        "A10",
        "附件标题的字号",
        check_title_size,
        basis="附件标题",
        required="二号，同公文标题",
        hint="选中附件标题，字号选二号",
        mendable=True,
    ),
    Rule(
        "A15",
        "附件标题加粗",
        check_title_bold,
        basis="附件标题",
        required="不加粗",
        hint="选中附件标题，取消“B”加粗",
        mendable=True,
    ),
    Rule(
        "A02",
        "附件的序号和标题与附件说明一致",
        check_match,
        clause="7.3.7",
        required="与附件说明的表述一致",
        hint="把附件说明和附件页上的序号、名称改成一样",
        content=True,
    ),
)
