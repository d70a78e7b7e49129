"""附件说明 (clause 7.3.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.hanzi.widths import halves
from generator.inspection.rules.gaps import judged_gap
from generator.inspection.rules.rule import Rule, Sight, broken, kept
from generator.inspection.rules.sheet import TEXT, Sheet, in_flow
from generator.inspection.rules.wording import alignment_name, number, quoted
from generator.recognition.facts import ParagraphFacts
from generator.recognition.roles import Part, Role

LABEL = re.compile(r"附\s*件\s*[：:]")
NUMBERED = re.compile(r"(?P<number>\d+)(?P<point>[.．、:：)）]?)\s*(?P<title>\S.*)", re.ASCII)
BULLETS = re.compile(r"^\s*[-•·—–●]+\s*(?=\d)")
"""What lists that were pasted have in front of their numbers."""
ENDINGS = "。；，、;,."
LABEL_WIDE = 3
"""字 that “附件：” takes."""
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


RULES = (
    Rule(
        "A05",
        "附件说明上空",
        check_room_above,
        basis="附件说明上空",
        required="正文下空 {附件说明上空}",
        hint="正文与附件说明之间留 {附件说明上空:数} 个空行",
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
        content=True,
    ),
    Rule(
        "A04",
        "附件说明的位置",
        check_edge,
        basis="附件说明左空",
        required="左空 {附件说明左空}，各序号对齐",
        hint="段落→左缩进、悬挂缩进，使“附件”左空 {附件说明左空}",
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
