"""Marks and brackets: the only words that are changed, each at its place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.document import DocumentFormat
from generator.hanzi.docnumber import find_numbers
from generator.hanzi.numerals import make_label
from generator.inspection.findings import Verdict
from generator.inspection.mending import layout
from generator.inspection.mending.bench import Bench, Change, Edit, edited, wrong
from generator.inspection.rules.attachment_note import ENDINGS, entries
from generator.inspection.rules.attending import FORM as ATTENDED
from generator.inspection.rules.imprint_words import LABEL
from generator.inspection.rules.marks import ANGLES, BRACKETS, HALF_WIDTH, places_taken
from generator.inspection.rules.rule import Rule
from generator.inspection.rules.signing import number_text
from generator.recognition.facts import ParagraphFacts
from generator.recognition.roles import Role

FULL_WIDTH = str.maketrans(",;:?!()", "，；：？！（）")
PAIRS = {"(": ")", ")": "("}
ATTACHED = re.compile(r"^\s*(?:附\s*件\s*(?P<colon>:)?：?\s*)?(?:\d+(?P<point>[、．:：)）]))?", re.ASCII)
"""The beginning of a line of the 附件说明, with what is wrong in it."""
STOPS = "。；，、;,.:：·"


def half_width(bench: Bench, paragraph: ParagraphFacts) -> str:
    """Marks within Chinese words become full-width; a bracket takes its other half along."""
    text = paragraph.text
    taken = places_taken(bench.sheet, paragraph, bench.role(paragraph))
    found = {match.start() for match in HALF_WIDTH.finditer(text)} - taken
    found |= {partner for place in found if (partner := partner_of(text, place)) is not None} - taken
    done = [place for place in sorted(found) if put_full_width(bench, paragraph, place)]
    return "、".join(dict.fromkeys(text[place].translate(FULL_WIDTH) for place in done))


def put_full_width(bench: Bench, paragraph: ParagraphFacts, place: int) -> bool:
    """One mark."""
    return bench.put(paragraph, place, place + 1, paragraph.text[place].translate(FULL_WIDTH))


def partner_of(text: str, place: int) -> int | None:
    """Where the other half of a bracket stands; None for other marks and for brackets without one."""
    own, other = text[place], PAIRS.get(text[place])
    if other is None:
        return None
    step, depth = (1 if own == "(" else -1), 0
    for index in range(place, len(text) if step > 0 else -1, step):
        depth += (text[index] == own) - (text[index] == other)
        if depth == 0:
            return index
    return None


def angles(bench: Bench, paragraph: ParagraphFacts) -> str:
    """Titles in signs for less and more get 书名号, single ones within others."""
    told: dict[str, None] = {}
    for match in ANGLES.finditer(paragraph.text):
        before = paragraph.text[: match.start()]
        inside = before.count("《") > before.count("》")
        opening, closing = "〈〉" if inside else "《》"
        bench.put(paragraph, match.start(), match.start() + 1, opening)
        bench.put(paragraph, match.end() - 1, match.end(), closing)
        told[opening + closing] = None
    return "、".join(told)


def own_number(bench: Bench, paragraph: ParagraphFacts) -> str:
    """A document's own number in its one right form, where it can be read beyond doubt."""
    part = bench.sheet.owners.get(paragraph.number)
    text = number_text(paragraph)
    found = next(find_numbers(text), None)
    whole = found is not None and found[1] == 0 and found[2] == len(text) and found[0].year
    if part is None or part.format is DocumentFormat.ORDER or not whole or found is None:
        return ""
    start = paragraph.text.find(text)
    right = str(found[0])
    return right if bench.put(paragraph, start, start + len(text), right) else ""


def mend_citations(bench: Bench, rule: Rule) -> Iterator[Change]:
    """Cited numbers get 六角括号; only where 号 ends them, so that nothing else is taken for a number."""
    for sight in [*wrong(bench, rule, Verdict.LOOK)]:
        paragraph = sight.paragraph
        if paragraph is not None and not bench.sheet.is_enclosed(paragraph.number):
            yield from edited(bench, rule, paragraph, sight.measured, citations)


def citations(bench: Bench, paragraph: ParagraphFacts) -> str:
    """The brackets of the cited numbers of a paragraph."""
    text, told = paragraph.text, []
    for _, start, end in find_numbers(text):
        brackets = BRACKETS.search(text, start, end)
        if brackets and text[start:end].endswith("号"):
            first, last = brackets.span()
            bench.put(paragraph, first, first + 1, "〔")
            bench.put(paragraph, last - 1, last, "〕")
            told.append(f"“{text[start:first]}〔{text[first + 1 : last - 1]}〕{text[last:end]}”")
    return "、".join(told)


def heading_form(bench: Bench, paragraph: ParagraphFacts) -> str:
    """The number of a heading in the form of its level; one that Word makes is for a person."""
    heading = bench.sheet.headings.get(paragraph.number)
    if heading is None or heading.automatic:
        return ""
    label = heading.label.strip()
    right = make_label(heading.level, heading.value)
    start = paragraph.text.find(label)
    if start < 0 or not bench.put(paragraph, start, start + len(label), right):
        return ""
    return f"“{right}”"


# --- ends and labels ---------------------------------------------------------------------------


def end_with(mark: str) -> Edit:
    """An edit that makes a paragraph end in a mark, in the place of another one if there is one."""

    def edit(bench: Bench, paragraph: ParagraphFacts) -> str:
        end = len(paragraph.text.rstrip())
        start = len(paragraph.text[:end].rstrip(STOPS))
        return f"以“{mark}”结尾" if bench.put(paragraph, start, end, mark) else ""

    return edit


def attachment_end(bench: Bench, paragraph: ParagraphFacts) -> str:
    """No mark behind the names of attachments."""
    part = bench.sheet.owners.get(paragraph.number)
    for entry in entries(bench.sheet, part) if part else ():
        title = entry.title.rstrip()
        start = paragraph.text.find(title) if entry.paragraph.number == paragraph.number else -1
        bare = title.rstrip(ENDINGS)
        if start >= 0 and bare != title:
            bench.put(paragraph, start + len(bare), start + len(title), "")
    return "末尾没有标点"


def attachment_form(bench: Bench, paragraph: ParagraphFacts) -> str:
    """附件： with a full-width colon, a point behind each number."""
    part = bench.sheet.owners.get(paragraph.number)
    for line in bench.sheet.own(part, Role.ATTACHMENT_NOTE) if part else ():
        for match in ATTACHED.finditer(line.text):
            for name, mark in (("colon", "："), ("point", ".")):
                if match[name]:
                    bench.put(line, *match.span(name), mark)
    return "“附件：1.”的写法"


def label_colon(bench: Bench, paragraph: ParagraphFacts) -> str:
    """抄送 with a full-width colon."""
    match = LABEL.search(paragraph.text)
    return put_colon(bench, paragraph, match) if match else ""


def attendance_form(bench: Bench, paragraph: ParagraphFacts) -> str:
    """出席 with a full-width colon, then its place."""
    match = ATTENDED.match(paragraph.text)
    if match and match["colon"] != "：":
        return put_colon(bench, paragraph, match)
    return layout.attendance(bench, paragraph)


def put_colon(bench: Bench, paragraph: ParagraphFacts, match: re.Match[str]) -> str:
    """A full-width colon behind a label."""
    start, end = match.span("colon")
    return f"“{match['label']}：”" if bench.put(paragraph, start, end, "：") else ""


def note_brackets(bench: Bench, paragraph: ParagraphFacts) -> str:
    """Full-width brackets around a 附注; one that has only one of them is for a person."""
    text = paragraph.text
    start, end = len(text) - len(text.lstrip()), len(text.rstrip().rstrip("。").rstrip())
    first, last = text[start : start + 1], text[end - 1 : end]
    if (first in "(（") != (last in ")）"):
        return ""
    enclosed = first in "(（"
    inner = text[start + 1 : end - 1] if enclosed else text[start:end]
    return "（ ）" if bench.put(paragraph, start, end, f"（{inner}）") else ""
