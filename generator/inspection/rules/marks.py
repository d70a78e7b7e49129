"""Punctuation and figures in the text (clause 9: GB/T 15834 and GB/T 15835)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.hanzi.docnumber import CLOSING, OPENING, find_numbers
from generator.hanzi.marks import mark_faults
from generator.inspection.rules.rule import Rule, Sight, broken, kept, look
from generator.inspection.rules.sheet import TEXT, Sheet
from generator.inspection.rules.signing import LABEL as SIGNED_BY
from generator.inspection.rules.wording import quoted
from generator.recognition.facts import ParagraphFacts
from generator.recognition.roles import Role
from generator.standard import Strength

CHINESE = "\u3400-\u9fff\u3001-\u3011\u3014-\u301b\uff01-\uff5e“”‘’"
HALF_WIDTH = re.compile(rf"(?<=[{CHINESE}])[,;:?!()]|[,;:?!()](?=[{CHINESE}])")
ADJACENT = re.compile(r"[》〉]、[《〈]|”、“")
ANGLES = re.compile(r"<[^<>]*[\u4e00-\u9fff][^<>]*>")
RANGE = re.compile(r"(?<!\d)\d+(?:\.\d+)?[-－—–~～至]\d+(?:\.\d+)?%")
DOTS = re.compile(r"[\u4e00-\u9fff](?:\.{3,}|。{2,})")
BRACKETS = re.compile(rf"(?!〔[^〔〕]*〕)[{OPENING}]\s*(?:19|20)\d{{2}}\s*年?\s*[{CLOSING}]")
"""A year in brackets of any kind, but for the right ones."""
AROUND = 6
DEEP = "第 3 层"
WORDED = (
    *TEXT,
    Role.ADDRESSEES,
    Role.ATTACHMENT_NOTE,
    Role.ISSUER,
    Role.NOTE,
    Role.ATTENDANCE,
    Role.ATTACHMENT_TITLE,
    Role.COPIES_TO,
)
"""What is read for marks besides the title and the tables."""
OWN_COLON = re.compile(r"^\s*(?:附\s*件|主送|抄送|抄报|出席|请假|列席)\s*:")
"""Colons that the rule of their own part speaks of."""


def around(text: str, place: int) -> str:
    """Some words around a place, to find it by."""
    return quoted(text[max(0, place - AROUND) : place + AROUND], 2 * AROUND)


def check_half_width(sheet: Sheet) -> Iterator[Sight]:
    """Marks within Chinese words are full-width; figures, Latin words and times keep theirs."""
    for paragraph in sheet.of(*WORDED, Role.TITLE, Role.TABLE_TEXT, Role.NUMBER, Role.SIGNERS):
        role = sheet.recognised.role(paragraph.number)
        marks = [match.start() for match in HALF_WIDTH.finditer(paragraph.text)]
        taken = places_taken(sheet, paragraph, role) if marks else frozenset[int]()
        found = [mark for mark in marks if mark not in taken]
        if found:
            told = f"{len(found)} 处，如{around(paragraph.text, found[0])}"
            yield (look if role is Role.TABLE_TEXT else broken)(told, paragraph)
        else:
            yield kept()


def places_taken(sheet: Sheet, paragraph: ParagraphFacts, role: Role) -> frozenset[int]:
    """Places of marks that another rule speaks of: of heading numbers, document numbers, labels, 附注."""
    text, taken = paragraph.text, set[int]()
    heading = sheet.headings.get(paragraph.number)
    if heading and not heading.automatic:
        taken |= set(range(text.find(heading.label) + len(heading.label)))
    for _, start, end in find_numbers(text):
        taken |= set(range(start, end))
    own = OWN_COLON.match(text)
    taken |= set(range(own.end())) if own else set()
    last = len(text.rstrip()) - 1
    if role is Role.ADDRESSEES:
        taken.add(last)
    if role is Role.NOTE:
        taken |= {len(text) - len(text.lstrip()), last}
    if role is Role.NUMBER:
        signed = SIGNED_BY.search(text)
        taken |= set(range(signed.start() if signed else len(text)))
    return frozenset(taken)


def seen(sheet: Sheet, form: re.Pattern[str], *, sure: bool) -> Iterator[Sight]:
    """Every place of a form in the words of the file, and whether it is surely a fault."""
    for paragraph in sheet.of(*WORDED, Role.TITLE):
        match = form.search(paragraph.text)
        if match:
            yield (broken if sure else look)(around(paragraph.text, match.start() + 1), paragraph)
        else:
            yield kept()


def check_adjacent(sheet: Sheet) -> Iterator[Sight]:
    """No 、 between 书名号 or quotation marks that stand side by side."""
    for sight in seen(sheet, ADJACENT, sure=True):
        quotes = "”、“" in sight.measured
        yield replace(sight, hint="删去”与“之间的顿号") if sight.paragraph and quotes else sight


def check_angles(sheet: Sheet) -> Iterator[Sight]:
    """Titles stand in 〈 〉 and not in the signs for less and more."""
    return seen(sheet, ANGLES, sure=True)


def check_ranges(sheet: Sheet) -> Iterator[Sight]:
    """Percent is repeated in a range."""
    return seen(sheet, RANGE, sure=False)


def check_dots(sheet: Sheet) -> Iterator[Sight]:
    """An ellipsis is ……."""
    return seen(sheet, DOTS, sure=False)


def check_pairs(sheet: Sheet) -> Iterator[Sight]:
    """书名号 alternate and pair; a title has a rule of its own."""
    for paragraph in sheet.of(*WORDED):
        fault = next(mark_faults(paragraph.text), None)
        if fault is None:
            yield kept()
        elif "应为" in fault.message and DEEP not in fault.message:
            yield broken(fault.message, paragraph)
        else:
            yield look(fault.message, paragraph)


def check_citations(sheet: Sheet) -> Iterator[Sight]:
    """Numbers of other documents are cited with 六角括号."""
    for paragraph in sheet.of(*WORDED):
        cited = (paragraph.text[start:end] for _, start, end in find_numbers(paragraph.text))
        wrong = next((text for text in cited if BRACKETS.search(text)), None)
        yield look(quoted(wrong, 30), paragraph) if wrong else kept()


RULES = (
    Rule(
        "X02",
        "中文里的半角标点",
        check_half_width,
        clause="GB/T 15834",
        strength=Strength.GENERAL,
        required="中文用全角标点",
        hint="改成全角的，：；？！（）",
        content=True,
    ),
    Rule(
        "X01",
        "并列书名号、引号之间的顿号",
        check_adjacent,
        clause="GB/T 15834",
        strength=Strength.GENERAL,
        required="之间不用顿号",
        hint="删去》与《之间的顿号",
        content=True,
    ),
    Rule(
        "X05",
        "尖括号代书名号",
        check_angles,
        clause="GB/T 15834",
        strength=Strength.GENERAL,
        required="书名号《》〈〉",
        hint="把 < > 改成〈〉或《》",
        content=True,
    ),
    Rule(
        "X04",
        "正文里的书名号",
        check_pairs,
        clause="GB/T 15834",
        strength=Strength.GENERAL,
        required="外层《》，内层〈〉，前后成对",
        hint="里面一层改用〈〉，补上缺的一半",
        content=True,
    ),
    Rule(
        "X03",
        "引用的发文字号",
        check_citations,
        clause="7.2.5",
        strength=Strength.GENERAL,
        required="年份用六角括号〔〕",
        hint="核对原文后改成六角括号〔〕",
        content=True,
    ),
    Rule(
        "X06",
        "百分数的范围",
        check_ranges,
        clause="GB/T 15835",
        strength=Strength.GENERAL,
        required="如 63%～68%",
        hint="前一个数也写上 %",
        content=True,
    ),
    Rule(
        "X07",
        "省略号",
        check_dots,
        clause="GB/T 15834",
        strength=Strength.GENERAL,
        required="……",
        hint="改成六个点的省略号……",
        content=True,
    ),
)
