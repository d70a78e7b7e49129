"""出席, 请假 and 列席 of 纪要 (clause 10.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.document import DocumentFormat
from generator.inspection.rules.attending import ATTENDED, FORM, label_of
from generator.inspection.rules.gaps import judged_gap
from generator.inspection.rules.places import begins_at
from generator.inspection.rules.rule import Rule, Sight, broken, kept
from generator.inspection.rules.sheet import TEXT, Sheet
from generator.inspection.rules.wording import fonts_of, mm, quoted
from generator.recognition.faces import is_face
from generator.recognition.facts import ParagraphFacts
from generator.recognition.roles import Part, Role


def attendance(sheet: Sheet) -> Iterator[tuple[Part, list[tuple[ParagraphFacts, re.Match[str]]]]]:
    """The minutes, each with the paragraphs that begin with 出席, 请假 or 列席."""
    for part in sheet.in_format(DocumentFormat.MINUTES):
        lines = ((one, FORM.match(one.text)) for one in sheet.own(part, Role.ATTENDANCE))
        found = [(one, match) for one, match in lines if match]
        if found:
            yield part, found


def check_attendance_face(sheet: Sheet) -> Iterator[Sight]:
    """出席 in 黑体, the names in the usual face."""
    for _, lines in attendance(sheet):
        for paragraph, _ in lines:
            wrong = [
                run
                for run in label_of(paragraph)
                if not is_face(sheet.standard, "黑体", run.chinese_font or "")
            ]
            yield broken(fonts_of(wrong), paragraph) if wrong else kept("黑体")


def check_attendance_order(sheet: Sheet) -> Iterator[Sight]:
    """出席, then 请假, then 列席."""
    for _, lines in attendance(sheet):
        order = [ATTENDED.index(re.sub(r"\s", "", match["label"])) for _, match in lines]
        told = "、".join(ATTENDED[one] for one in order)
        sorted_well = all(above < below for above, below in pairwise(order))
        yield kept(told) if sorted_well else broken(told, lines[0][0])


def check_attendance_form(sheet: Sheet) -> Iterator[Sight]:
    """A full-width colon after the label, which stands two 字 from the edge."""
    for _, lines in attendance(sheet):
        for paragraph, match in lines:
            start = begins_at(sheet, paragraph) if paragraph.alignment in ("left", "both") else None
            off = (
                start is None or abs(start - sheet.standard.twips("段首空")) > sheet.standard.character() / 2
            )
            if match["colon"] != "：":
                yield broken(quoted(match[0]), paragraph, "后面是全角冒号")
            elif off:
                yield broken(f"左空 {mm(start or 0)}", paragraph, sheet.fill("左空 {段首空}"))
            else:
                yield kept(quoted(match[0]))


def check_attendance_room(sheet: Sheet) -> Iterator[Sight]:
    """One empty line between the text and 出席."""
    for part, lines in attendance(sheet):
        first = lines[0][0]
        above = [one for one in sheet.own(part, *TEXT, Role.ATTACHMENT_NOTE) if one.number < first.number]
        if above:
            yield judged_gap(sheet, above[-1], first, "出席上空")


RULES = (
    Rule(
        "M03",
        "出席人员上空",
        check_attendance_room,
        basis="出席上空",
        required="正文或附件说明下空 {出席上空}",
        hint="“出席”上面留 {出席上空:数} 个空行",
    ),
    Rule(
        "M01",
        "出席、请假、列席的字体",
        check_attendance_face,
        clause="10.3",
        required="黑体，名单用仿宋体",
        hint="选中“出席：”，字体选{黑体}",
    ),
    Rule(
        "M04",
        "出席、请假、列席的写法",
        check_attendance_form,
        clause="10.3",
        required="居左空 {段首空}，后标全角冒号",
        hint="段落→左空 {段首空}；改成“出席：”",
    ),
    Rule(
        "M02",
        "出席、请假、列席的次序",
        check_attendance_order,
        clause="10.3",
        required="出席、请假、列席依次另起一行",
        hint="按次序排",
        content=True,
    ),
)
