"""SUM001 in sentences: a total against its parts, unit by unit, where the parts are plainly all of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from generator.figures.extraction import SENTENCE_END, FoundQuantity
from generator.figures.passages import (
    HIDDEN,
    Finding,
    ReadPassage,
    base_of,
    differ_by_a_slip,
    hide_enclosed,
    rounding_of,
    shown,
)
from generator.figures.units import CLASSIFIERS, MONEY, SHARES, SIZES, SPANS
from generator.quantity import SCALES, print_decimal

CODE = "SUM001"
AMONG = re.compile("其中")
NOT_ADDED = {*SHARES, *SPANS, "岁", "倍", "日", "次"}
ADDED_SAFELY = {*MONEY, *SIZES}
"""Units in which parts hardly overlap; of persons one may be counted twice (党员, 妇女)."""
SEMICOLON = re.compile("[；;]")
COMMA = re.compile(r"，|(?<!\d),|,(?!\d)")
PAUSE = re.compile("、|以及|[和及]")
"""What may join parts within one clause; 和 and 及 stand in names of parts too."""
ET_CETERA = re.compile("等[^级]{0,12}$")
TOTAL_WORD = re.compile(r"(?:总共|一共|共计|合计|总计|共)(?:为|达|是|有)?\s*$")
RESPECTIVELY = re.compile(r"分别(?:为|是|有|达到?)?\s*$")
ONLY_MARKS = re.compile(r"[\s、，,和及与]*")
CHANGES = re.compile(
    "新增|增加|增长|减少|取消|核减|调整|其中|[比较]|原|占|平均|人均|[每均]|单价|分别|剩余|结余|余"
)
LONGEST_SENTENCE, LONGEST_LIST = 600, 1000
"""Characters to look back and ahead at most, so that an endless line costs no more than a long one."""
COMPARES = re.compile(r"\s*(?:同比|环比|[比较占]|[增减]|下降|上升)")
"""A clause that tells of a part how it changed, and names no part."""
CHANGE = re.compile("(?:[净]?增[加收支长]?|减[少收支]|下降|核减|节约|结余)(?:了|额?为|达)?\\s?$")
LEAST_PARTS = 2
COMMON_END = 2
"""Characters in which the labels of parts of one kind end alike: 基础教育, 职业教育."""
KINDS = ("类", "级", "型")
"""What classes end in that exclude one another: 教育类, 卫生类; 市级, 县级."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A total and its parts of one unit; `complete` where the text plainly lists all of them."""

    total: FoundQuantity
    parts: tuple[FoundQuantity, ...]
    complete: bool


def check_sums(read: ReadPassage) -> Iterator[Finding]:
    """Totals and parts of a passage."""
    sums = (*sums_among(without_changes(read)), *sums_listed(read))
    for total in sums:
        yield from judge(total, read)


def without_changes(read: ReadPassage) -> ReadPassage:
    """The passage without the quantities that say by how much another one grew or fell."""
    steady = (one for one in read.found if not CHANGE.search(read.text, max(one.start - 4, 0), one.start))
    return ReadPassage(read.passage, tuple(steady))


# --- 其中 ---------------------------------------------------------------------------------------


def sums_among(read: ReadPassage) -> Iterator[Sum]:
    """共计199个，金额35864.87万元。其中：甲91个，金额…；乙6个，金额…."""
    outside = hide_enclosed(read.text, "（(")
    open_to_view = ReadPassage(
        read.passage, tuple(found for found in read.found if outside[found.start] != HIDDEN)
    )
    for match in AMONG.finditer(read.text):
        bracketed = outside[match.start()] == HIDDEN
        reading, text = (read, read.text) if bracketed else (open_to_view, outside)
        end = end_of_list(read.text, match.end(), bracketed=bracketed)
        segments, complete = list_segments(text, match.end(), end)
        for total in totals_before(read, match.start(), bracketed=bracketed):
            parts = parts_of(reading, segments, total, strict=complete)
            if len(parts) < LEAST_PARTS and not complete:
                parts = parts_of(reading, joined_segments(reading, segments, total), total, strict=False)
            if len(parts) >= LEAST_PARTS:
                yield Sum(total, parts, complete)


def totals_before(read: ReadPassage, place: int, *, bracketed: bool) -> tuple[FoundQuantity, ...]:
    """What 其中 divides: the quantity before its bracket, or the only one of each unit before it."""
    before = read.between(clause_start(read.text, place), place)
    if bracketed:
        near = before[-1:] if before and read.text[before[-1].end : place].strip() in ("（", "(") else ()
        return tuple(found for found in near if may_be_added(found))
    exact = [found for found in before if may_be_added(found)]
    units = [found.quantity.unit for found in exact]
    return tuple(found for found in exact if units.count(found.quantity.unit) == 1)


def clause_start(text: str, place: int) -> int:
    """Where the part of a sentence begins that 其中 speaks of; after 。 the sentence before."""
    first = max(place - LONGEST_SENTENCE, 0)
    end = first + len(text[first:place].rstrip(" \u3000\n。；;，,：:"))
    marks = [text.rfind(mark, first, end) for mark in "。！？；;\n"]
    return max(*marks, first - 1) + 1


def end_of_list(text: str, start: int, *, bracketed: bool) -> int:
    """Where the parts end: at the bracket, or with the sentence."""
    last = min(start + LONGEST_LIST, len(text))
    if bracketed:
        closings = [place for mark in "）)" if (place := text.find(mark, start, last)) >= 0]
        return min(closings, default=last)
    match = SENTENCE_END.search(text, start, last)
    return match.start() if match else last


def list_segments(text: str, start: int, end: int) -> tuple[tuple[tuple[int, int], ...], bool]:
    """The spans of the parts, and whether they are listed by ；, which is how all of them are."""
    by_semicolon = split_span(text, SEMICOLON, start, end)
    if len(by_semicolon) >= LEAST_PARTS and text[start : start + 1] in ("：", ":", "，", ","):
        last = text[slice(*by_semicolon[-1])]
        return by_semicolon, not ET_CETERA.search(last)
    return split_span(text, COMMA, start, by_semicolon[0][1] if by_semicolon else end), False


def split_span(text: str, mark: re.Pattern[str], start: int, end: int) -> tuple[tuple[int, int], ...]:
    """The spans between marks; one that holds nothing is left out."""
    spans, place = [], start
    for match in mark.finditer(text, start, end):
        spans.append((place, match.start()))
        place = match.end()
    spans.append((place, end))
    return tuple(span for span in spans if text[slice(*span)].strip("：:，, \u3000\n"))


def joined_segments(
    read: ReadPassage, segments: tuple[tuple[int, int], ...], total: FoundQuantity
) -> tuple[tuple[int, int], ...]:
    """甲3个、乙和丙4个: the spans of parts that 、 or 和 joins in the first clause of a list.

    A span ends at the first such mark behind a quantity of the total's unit, since names hold 和 as well.
    """
    spans: list[tuple[int, int]] = []
    start, end = segments[0] if segments else (0, 0)
    for first, last in split_span(read.text, PAUSE, start, end):
        place = spans[-1][1] if spans else start
        if any(found.quantity.unit == total.quantity.unit for found in read.between(first, last)):
            spans.append((place, last))
    return tuple(spans)


def parts_of(
    read: ReadPassage, segments: tuple[tuple[int, int], ...], total: FoundQuantity, *, strict: bool
) -> tuple[FoundQuantity, ...]:
    """The one quantity of the total's unit in each segment.

    Args:
        read: The quantities that may be parts.
        segments: The spans of the list.
        total: The total.
        strict: Whether a segment without such a quantity spoils the list, rather than ending it.
    """
    parts: list[FoundQuantity] = []
    for start, end in segments:
        nested = read.text.find("其中", start, end)
        inside = [
            found
            for found in read.between(start, nested if nested > start else end)
            if found.quantity.unit == total.quantity.unit
        ]
        fits = len(inside) == 1 and inside[0].quantity.exact and same_thing(read.text, inside[0], total)
        if fits and not COMPARES.match(read.text, start, end):
            parts += inside
        elif strict:
            return ()
        else:
            break
    return tuple(parts)


def may_be_added(found: FoundQuantity) -> bool:
    """Whether a quantity is exact and of a unit that adds up."""
    return found.quantity.exact and found.quantity.unit not in NOT_ADDED


def same_thing(text: str, part: FoundQuantity, total: FoundQuantity) -> bool:
    """Whether a part counts what the total counts; 5个站点 are no part of 10个项目."""
    label = part.label
    if part.quantity.unit not in CLASSIFIERS or not label or not text.startswith(label, part.end):
        return True
    named = text[max(total.start - len(total.label) - 2, 0) : total.start] + total.label
    return label[-COMMON_END:] in named


# --- 分别为, 合计 ----------------------------------------------------------------------------------


def sums_listed(read: ReadPassage) -> Iterator[Sum]:
    """分别为1个、2个、3个，共6个; 共6个，分别为1个、2个、3个; 甲1个，乙2个，丙3个，合计6个."""
    for position, found in enumerate(read.found):
        if not may_be_added(found) or not TOTAL_WORD.search(read.text, max(found.start - 6, 0), found.start):
            continue
        before = respective_run(read, position, -1)
        after = respective_run(read, position, 1)
        if before or after:
            yield Sum(found, before or after, complete=True)
        elif parts := clauses_before(read, position):
            safe = found.quantity.unit in ADDED_SAFELY
            yield Sum(found, parts, complete=safe or len(parts) > LEAST_PARTS)


def respective_run(read: ReadPassage, position: int, step: int) -> tuple[FoundQuantity, ...]:
    """The quantities joined by 、 behind 分别为 right before or right after a total; else none."""
    total, text, run = read.found[position], read.text, joined_run(read, position, step)
    if len(run) < LEAST_PARTS or not RESPECTIVELY.search(text[max(run[0].start - 6, 0) : run[0].start]):
        return ()
    gap = text[run[-1].end : total.start] if step < 0 else text[total.end : run[0].start]
    rest = (TOTAL_WORD if step < 0 else RESPECTIVELY).sub("", gap)
    return run if ONLY_MARKS.fullmatch(rest) else ()


def joined_run(read: ReadPassage, position: int, step: int) -> tuple[FoundQuantity, ...]:
    """The exact quantities of a total's unit that stand in a row before or after it, in order of print."""
    total, run = read.found[position], list[FoundQuantity]()
    index = position + step
    while 0 <= index < len(read.found):
        found = read.found[index]
        first, second = sorted((found, run[-1] if run else found), key=lambda one: one.start)
        joined = not run or ONLY_MARKS.fullmatch(read.text[first.end : second.start])
        if not joined or not found.quantity.exact or not beside(found, total):
            break
        run.append(found)
        index += step
    return tuple(run[::step])


def beside(found: FoundQuantity, total: FoundQuantity) -> bool:
    """Whether a quantity stands in the sentence of a total and in its unit."""
    return found.quantity.unit == total.quantity.unit and found.sentence == total.sentence


def clauses_before(read: ReadPassage, position: int) -> tuple[FoundQuantity, ...]:
    """One quantity of the unit in each clause of the sentence before 合计; none where they compare."""
    total = read.found[position]
    start = clause_start(read.text, total.start)
    words = read.text[start : total.start]
    lead = re.search(r"[，,、；;](?:合计|总计|共计)\s*$", words)
    if not lead or CHANGES.search(words):
        return ()
    spans = split_span(read.text, re.compile("[，；、;]"), start, start + lead.start())
    before = read.between(start, total.start)
    if len(before) != len(spans) or len(spans) < LEAST_PARTS:
        return ()
    alike = all(found.quantity.exact and found.quantity.unit == total.quantity.unit for found in before)
    return before if alike else ()


# --- judging ------------------------------------------------------------------------------------


def judge(summed: Sum, read: ReadPassage) -> Iterator[Finding]:
    """A finding where the parts plainly do not make the total."""
    total, parts = summed.total, summed.parts
    computed = sum(map(base_of, parts), Decimal(0))
    gap = computed - base_of(total)
    rounded = (found for found in (total, *parts) if "." in found.quantity.digits)
    if abs(gap) <= sum(map(rounding_of, rounded), Decimal(0)):
        return
    slip = is_slip(computed, total) or is_slip_in_a_part(computed, summed)
    if not (summed.complete or slip or (gap > 0 and alike(summed))):
        return
    unit = total.quantity.printed_unit
    message = (
        f"“{shown(total.label)}{shown(total.quantity.text)}”分为 {len(parts)} 项，"
        f"{'＋'.join(print_decimal(scaled(base_of(part), total)) for part in parts)}"
        f"＝{print_decimal(scaled(computed, total))}，差 {print_decimal(scaled(abs(gap), total))}{unit}"
    )
    hint = "核对总数和各项，改正其中一处；只列了一部分的，在末项后加“等”；原文如此的登记到“勘误”"
    figures = tuple(shown(found.quantity.text) for found in (total, *parts))
    yield Finding(CODE, message, read.passage.place, hint, figures, sure=gap > 0 or slip)


def is_slip(computed: Decimal, total: FoundQuantity) -> bool:
    """Whether the parts make a number that is the total but for one slip of the pen."""
    return differ_by_a_slip(scaled(computed, total), scaled(base_of(total), total))


def is_slip_in_a_part(computed: Decimal, summed: Sum) -> bool:
    """Whether a part differs by one slip of the pen from what the others leave of the total."""
    total, gap = summed.total, computed - base_of(summed.total)
    return any(
        differ_by_a_slip(scaled(base_of(part), total), scaled(base_of(part) - gap, total))
        for part in summed.parts
        if base_of(part) > gap
    )


def scaled(number: Decimal, like: FoundQuantity) -> Decimal:
    """A number in the scale of a quantity (万, 亿)."""
    return number / SCALES[like.quantity.scale]


def alike(summed: Sum) -> bool:
    """Whether the parts are classes, or of one kind and in a unit in which parts do not overlap."""
    ends = {part.label[-COMMON_END:] for part in summed.parts}
    if all(part.label.endswith(KINDS) for part in summed.parts) and len({end[-1] for end in ends}) == 1:
        return True
    return summed.total.quantity.unit in ADDED_SAFELY and len(ends) == 1 and "" not in ends
