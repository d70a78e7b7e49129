"""版记: 抄送机关, 印发机关和印发日期, and its rules (clause 7.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from generator.hanzi.widths import halves
from generator.inspection.findings import Area
from generator.inspection.rules.closing import day_meant, read_date
from generator.inspection.rules.rule import Rule, Sight, broken, kept, look
from generator.inspection.rules.sheet import Sheet, chinese, printed
from generator.inspection.rules.wording import fonts_of, number, quoted, sizes_of
from generator.recognition.faces import is_face
from generator.recognition.facts import ParagraphFacts
from generator.recognition.looks import is_other_size
from generator.recognition.roles import Part, Role

IMPRINT = (Role.COPIES_TO, Role.PRINTING, Role.IMPRINT_OTHER)
LABEL = re.compile(r"(?P<label>主送|抄送|抄报|抄发)\s*(?P<colon>[：:]?)")
DATE = re.compile(r"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日", re.ASCII)
SUBJECT_WORDS = re.compile(r"\s*主\s*题\s*词\s*[：:]")
SOME = Decimal("0.45")
"""By so many 字 of 4号 may an indent be off: sources take the 字 of 3号 or of 4号."""


def marked(sheet: Sheet) -> Iterator[tuple[Part, tuple[ParagraphFacts, ...]]]:
    """The documents with a 版记, each with its paragraphs that have words."""
    for part in sheet.parts:
        paragraphs = tuple(one for one in sheet.own(part, *IMPRINT) if one.text.strip())
        if paragraphs:
            yield part, paragraphs


def check_size(sheet: Sheet) -> Iterator[Sight]:
    """4号."""
    wanted = sheet.standard.points("四号")
    for paragraph in sheet.of(*IMPRINT):
        runs = [run for run in printed(paragraph.runs) if run.size is not None]
        wrong = [run for run in runs if is_other_size(run.size, wanted)]
        if runs:
            yield broken(sizes_of(wrong), paragraph) if wrong else kept(sizes_of(runs))


def check_face(sheet: Sheet) -> Iterator[Sight]:
    """仿宋体."""
    usual = {run.chinese_font for one in sheet.of(Role.BODY) for run in chinese(one.runs)}
    for paragraph in sheet.of(*IMPRINT):
        runs = [run for run in chinese(paragraph.runs) if run.chinese_font]
        wrong = [run for run in runs if not is_face(sheet.standard, "仿宋", run.chinese_font or "")]
        if wrong and all(run.chinese_font in usual for run in wrong):
            yield look(f"{fonts_of(wrong)}，与正文相同", paragraph, hint="先改正文的字体，再看版记")
        elif runs:
            yield broken(fonts_of(wrong), paragraph) if wrong else kept(fonts_of(runs))


# --- words -------------------------------------------------------------------------------------


def copies(sheet: Sheet, part: Part) -> list[list[ParagraphFacts]]:
    """The lists 主送 and 抄送, each with the paragraphs that go on with it."""
    lists: list[list[ParagraphFacts]] = []
    for paragraph in sheet.own(part, Role.COPIES_TO):
        if LABEL.match(paragraph.text.strip()) or not lists:
            lists.append([])
        if paragraph.text.strip():
            lists[-1].append(paragraph)
    return [one for one in lists if one]


def check_colon(sheet: Sheet) -> Iterator[Sight]:
    """抄送 and a full-width colon."""
    for part in sheet.parts:
        for paragraphs in copies(sheet, part):
            match = LABEL.match(paragraphs[0].text.strip())
            if match:
                right = match["colon"] == "："
                yield kept(match[0]) if right else broken(quoted(paragraphs[0].text.strip()), paragraphs[0])


def check_end(sheet: Sheet) -> Iterator[Sight]:
    """。 after the last name."""
    for part in sheet.parts:
        for paragraphs in copies(sheet, part):
            text = paragraphs[-1].text.strip()
            yield kept("。") if text.endswith("。") else broken(f"以“{text[-1]}”结尾", paragraphs[-1])


def check_order(sheet: Sheet) -> Iterator[Sight]:
    """主送 above 抄送 above 印发."""
    for _, paragraphs in marked(sheet):
        ranks = [rank(sheet, one) for one in paragraphs if rank(sheet, one) is not None]
        told = "、".join(dict.fromkeys(ORDER[one] for one in ranks if one is not None))
        yield kept(told) if ranks == sorted(ranks, key=int_of) else broken(f"自上而下是{told}", paragraphs[0])


ORDER = ("主送", "抄送", "印发机关")


def rank(sheet: Sheet, paragraph: ParagraphFacts) -> int | None:
    """Which of the three a line is; None for a line that only goes on, and for others."""
    if sheet.recognised.role(paragraph.number) is Role.PRINTING:
        return 2
    match = LABEL.match(paragraph.text.strip())
    return None if match is None else int(match["label"] != "主送")


def int_of(value: int | None) -> int:
    """A rank for sorting."""
    return value or 0


def printing_date(sheet: Sheet, part: Part) -> tuple[ParagraphFacts, str, date | None] | None:
    """The line with the 印发日期, the date as printed, and the day it is."""
    for paragraph in sheet.own(part, Role.PRINTING):
        match = DATE.search(paragraph.text)
        if match:
            return paragraph, match[0], read_date(match[0])
    return None


def check_printed(sheet: Sheet) -> Iterator[Sight]:
    """The date has the form of the 成文日期, and 印发 behind it."""
    for part in sheet.parts:
        found = printing_date(sheet, part)
        if found is None:
            for paragraph in sheet.own(part, Role.PRINTING)[-1:]:
                yield look("没有看到印发日期", paragraph)
            continue
        paragraph, text, day = found
        behind = paragraph.text.split(text, 1)[1].strip()
        told = quoted(text + behind)
        yield kept(told) if day and behind == "印发" else broken(told, paragraph)


def check_dates(sheet: Sheet) -> Iterator[Sight]:
    """Nothing is printed before it is signed."""
    for part in sheet.parts:
        found, signed = printing_date(sheet, part), sheet.first(part, Role.DATE)
        if found is None or signed is None:
            continue
        day, printed_on = day_meant(signed.text), day_meant(found[1])
        if day and printed_on:
            told = f"成文 {signed.text.strip()}，印发 {found[1]}"
            yield kept(told) if printed_on >= day else broken(told, found[0])


def check_subject_words(sheet: Sheet) -> Iterator[Sight]:
    """主题词 belong to the standard of 1999."""
    for part in sheet.parts:
        for paragraph in sheet.own(part, Role.OTHER):
            if SUBJECT_WORDS.match(paragraph.text):
                yield look(quoted(paragraph.text.strip()), paragraph)


# --- places ------------------------------------------------------------------------------------


def check_edges(sheet: Sheet) -> Iterator[Sight]:
    """One 字 free at both sides."""
    character, wanted = sheet.standard.character("四号"), sheet.characters("版记左空")
    for paragraph in sheet.of(*IMPRINT):
        if not paragraph.text.strip():
            continue
        left = (paragraph.left + paragraph.first_line) / character + spaces(paragraph.text)
        told = f"左空 {number(left)} 字，右空 {number(paragraph.right / character)} 字"
        if paragraph.alignment == "right":
            wrong = abs(paragraph.right / character + spaces(paragraph.text[::-1]) - wanted) > SOME
        elif paragraph.text.startswith("\t"):
            wrong = False
        else:
            wrong = abs(left - wanted) > SOME or is_wide(sheet, paragraph, character)
        yield broken(told, paragraph) if wrong else kept(told)


def is_wide(sheet: Sheet, paragraph: ParagraphFacts, character: Decimal) -> bool:
    """Whether a list of names that reaches the right edge comes nearer to it than one 字."""
    listed = sheet.recognised.role(paragraph.number) is Role.COPIES_TO
    room = sheet.standard.text_width - paragraph.left - paragraph.first_line - character
    long = halves(paragraph.text) * character / 2 > room
    return listed and long and abs(paragraph.right / character - sheet.characters("版记左空")) > SOME


def spaces(text: str) -> Decimal:
    """Room that spaces take at the beginning of words, in 字."""
    return Decimal(halves(text[: len(text) - len(text.lstrip("\u3000 "))])) / 2


RULES = (
    Rule(
        "C10",
        "版记各要素的次序",
        check_order,
        area=Area.IMPRINT,
        clause="7.4.2、7.4.3",
        required="自上而下：主送、抄送机关、印发机关和印发日期",
        hint="按次序排",
        content=True,
    ),
    Rule(
        "C07",
        "版记字号",
        check_size,
        area=Area.IMPRINT,
        basis="抄送机关",
        required="{抄送机关:字号}",
        hint="选中版记文字，字号选{抄送机关:字号}",
    ),
    Rule(
        "C08",
        "版记字体",
        check_face,
        area=Area.IMPRINT,
        basis="抄送机关",
        required="仿宋体",
        hint="选中版记文字，字体选{仿宋}",
    ),
    Rule(
        "C13",
        "“抄送”后的冒号",
        check_colon,
        area=Area.IMPRINT,
        basis="抄送机关",
        required="“抄送”后加全角冒号",
        hint="改成“抄送：”",
        content=True,
    ),
    Rule(
        "C01",
        "抄送末尾的句号",
        check_end,
        area=Area.IMPRINT,
        basis="抄送机关",
        required="最后一个机关名称后标句号",
        hint="末尾加“。”",
        content=True,
    ),
    Rule(
        "C06",
        "印发日期的写法",
        check_printed,
        area=Area.IMPRINT,
        basis="印发机关",
        required="如“2022年8月16日印发”，月、日不编虚位",
        hint="改成“2022年8月16日印发”的样子",
        content=True,
    ),
    Rule(
        "C04",
        "印发日期不早于成文日期",
        check_dates,
        area=Area.IMPRINT,
        clause="7.4.3",
        required="印发日期不早于成文日期",
        hint="核对两个日期",
        content=True,
    ),
    Rule(
        "C15",
        "主题词",
        check_subject_words,
        area=Area.IMPRINT,
        clause="7.4",
        required="版记没有主题词这一项",
        hint="2012 年标准取消了主题词，删去",
        content=True,
    ),
    Rule(
        "C09",
        "版记左右各空一字",
        check_edges,
        area=Area.IMPRINT,
        basis="版记左空",
        required="左右各空 {版记左空}",
        hint="段落→左缩进、右缩进各 {版记左空}符；回行与冒号后首字对齐",
    ),
)
