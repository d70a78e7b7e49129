"""SUM002: a count against the list that stands beside it, and N个方面 against 一是…二是…."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.figures.extraction import FoundQuantity
from generator.figures.passages import Finding, ReadPassage, hide_enclosed, shown
from generator.hanzi.marks import cited_titles
from generator.hanzi.numerals import from_chinese, to_chinese

CODE = "SUM002"
COUNTING = ("个", "项", "类", "种", "大类", "家", "名", "位", "条", "部", "件", "册")
LARGEST = 40
CLAUSE_MARKS = "，。；：！？\n\x00（(,;:"
COLLECTIVE = re.compile(
    r"(?:大|重点|主要|市|省)?(?:方面|环节|部门|单位|领域|城市|省市|地市|市|县|区县|县区|区|街道|乡镇|地区|阶段|类别|原则|方式|"
    r"转移方式|步骤|要素|行业|国家|省份|试点单位|试点|机构|处室|科室|办法|制度|目录)(?![\u4e00-\u9fff]*[、，])"
)
"""What is counted behind a list that stands before its number: 财政、民政、教育3个部门."""
LIST_AFTER = re.compile(
    r"(?P<noun>[^，。；：、！？（(\d\x00]{0,12})(?P<lead>(?:[，,]\s*)?(?:即|分别是|分别为|包括|主要是|主要有|主要包括)[:：]?|[:：])\s*"
)
LIST_END = re.compile("[。；！？\n，,;]")
ET_CETERA = re.compile("等(?![级次待候于])")
COUNTED_ITEM = re.compile("[一二两三四五六七八九十\\d]+(?:[个项类种家名位条部件册份]|大类)")
"""Two projects behind one mark are more than one item."""
PARTIAL = re.compile("主要|例如|如|包括")
JOINTS = re.compile("以及|[和及与]")
NUMBERED = re.compile(r"\d[.．、]|[（(][一二三四五六七八九十\d]+[）)]|一是|其中")
LONGEST_ITEM = 18
LEAST_ITEMS = 2
LONGEST_CLAUSE = 300
"""Characters to look back at most."""
ASPECTS = re.compile(r"[^，。；：！？\n]{0,12}[。：:；，,]?\s*(?=一是|第一[，、])")
NUMERAL = "[一二三四五六七八九十]{1,3}"
STEP = re.compile(rf"(?:(?<=[。；：:;，,！？\s])|^)(?:(?P<is>{NUMERAL})是|第(?P<ordinal>{NUMERAL})[，、])")
"""一是, 二是 or 第一，第二， at the beginning of a clause."""
SETS = re.compile(r"[“（(]((?:[一两二三四五六七八九]\u0020?[个项]?[\u4e00-\u9fff]{2,4}[、和]?){2,6})[”）)]")
SET = re.compile("([一两二三四五六七八九])[个项]?([\u4e00-\u9fff]{2,4}?)(?=[、和]|$)")


@dataclass(frozen=True, slots=True)
class Listed:
    """A list: how many items it has at least and at most (和 may join two or stand inside one)."""

    least: int
    most: int
    open_ended: bool

    def disagrees(self, count: int) -> bool:
        """Whether no way of counting gives the number; an open list may have fewer."""
        return self.least > count or (not self.open_ended and self.most < count)


def check_lists(read: ReadPassage) -> Iterator[Finding]:
    """Counts and lists of a passage."""
    hidden = hide_enclosed(read.text)
    for found in read.found:
        count = count_of(found)
        if count:
            listed = list_before(hidden, read.text, found) or list_after(hidden, read.text, found)
            if listed and listed.disagrees(count):
                yield told(read, found, count, listed)
            yield from check_steps(read, found, count)
    yield from check_sets(read)


def count_of(found: FoundQuantity) -> int:
    """The whole number that a quantity counts; 0 where it is none that lists are held against."""
    quantity = found.quantity
    if not quantity.exact or quantity.scale or quantity.unit not in COUNTING or quantity.number is None:
        return 0
    whole = int(quantity.number)
    return whole if quantity.number == whole and LEAST_ITEMS <= whole <= LARGEST else 0


def told(read: ReadPassage, found: FoundQuantity, count: int, listed: Listed) -> Finding:
    """The finding about a list."""
    number = f"{listed.least}" if listed.least == listed.most else f"{listed.least} 至 {listed.most}"
    words = shown(read.text[max(found.start - 6, 0) : found.end + 6])
    message = f"“{words}”写的是 {count}，列出的有 {number} 项"
    hint = "数一数列举的各项，改正个数或补齐、删去所列；只列一部分的写“等”"
    return Finding(CODE, message, read.passage.place, hint, (shown(found.quantity.text),))


# --- 甲、乙、丙等3个, 甲、乙、丙3个部门 ----------------------------------------------------------------


def list_before(hidden: str, text: str, found: FoundQuantity) -> Listed | None:
    """The list that ends right before a count: with 等, or before a noun that sums up."""
    end = found.start
    open_ended = hidden[max(end - 1, 0) : end] == "等"
    if hidden[max(end - 1, 0) : end] == "这":
        end -= 1
    if not open_ended and not COLLECTIVE.match(text, found.end):
        return None
    last = end - 1 if open_ended else end
    first = max(last - LONGEST_CLAUSE, 0)
    start = max(first - 1, *(hidden.rfind(mark, first, last) for mark in CLAUSE_MARKS)) + 1
    if hidden[last - 1 : last] == "”" and not open_ended:
        quoted = text.rfind("“", first, last)
        return listed_in(text[quoted + 1 : last - 1], open_ended=False)
    return listed_in(hidden[start:last], open_ended=open_ended)


def list_after(hidden: str, text: str, found: FoundQuantity) -> Listed | None:
    """The list that follows a count behind a colon, 即, 分别是, 包括 or 主要是."""
    match = LIST_AFTER.match(hidden, found.end)
    if match is None:
        return None
    end = LIST_END.search(hidden, match.end())
    last = end.start() if end else len(hidden)
    written = text[match.end() : last]
    titles = list(cited_titles(written))
    if written.startswith("《") and titles:
        return Listed(len(titles), len(titles), "等" in written[titles[-1][2] :])
    if NUMBERED.search(written) or any(character.isdigit() for character in written):
        return None
    return listed_in(hidden[match.end() : last], open_ended=bool(PARTIAL.search(match["lead"])))


def listed_in(words: str, *, open_ended: bool) -> Listed | None:
    """The items of a list by 、; None where it is none, or its items are whole clauses."""
    items = [item.strip() for item in words.split("、")]
    if any(map(COUNTED_ITEM.match, items)):
        return None
    if len(items) < LEAST_ITEMS or any(not item or len(item) > LONGEST_ITEM for item in items[1:]):
        return None
    if len(items[0]) > LONGEST_ITEM + 8:
        return None
    joints = len(JOINTS.findall(items[-1]))
    return Listed(len(items), len(items) + joints, open_ended or bool(ET_CETERA.search(items[-1])))


# --- 以下四个方面。一是…二是… ------------------------------------------------------------------------


def check_steps(read: ReadPassage, found: FoundQuantity, count: int) -> Iterator[Finding]:
    """N个方面 followed by 一是, 二是 …: as many as N."""
    match = ASPECTS.match(read.text, found.end)
    if match is None:
        return
    steps = 0
    for step in STEP.finditer(read.text, match.end() - 1):
        value = from_chinese(step["is"] or step["ordinal"])
        if value == 1 and steps:
            break
        steps = value if value == steps + 1 else steps
    if steps >= LEAST_ITEMS and steps != count:
        words = shown(read.text[max(found.start - 4, 0) : match.end()])
        message = f"“{words}”写的是 {count}，下文列到“{to_chinese(steps)}”"
        hint = "核对个数和“一是、二是……”，改正其中一处"
        yield Finding(CODE, message, read.passage.place, hint, (shown(found.quantity.text),))


# --- “两办法、两制度、三目录” -----------------------------------------------------------------------


def check_sets(read: ReadPassage) -> Iterator[Finding]:
    """“两办法、两制度、三目录” behind titles in 《》: as many titles as the numbers make."""
    for match in SETS.finditer(read.text):
        numbers = [numeral.replace("两", "二") for numeral, _ in SET.findall(match[1])]
        first = max(match.start() - LONGEST_CLAUSE, 0)
        start = max(first - 1, *(read.text.rfind(mark, first, match.start()) for mark in "。；\n")) + 1
        titles = list(cited_titles(read.text[start : match.start()]))
        wanted = sum(map(from_chinese, numbers))
        if len(numbers) >= LEAST_ITEMS and len(titles) >= wanted // 2 + 1 and len(titles) != wanted:
            message = f"“{shown(match[1])}”共 {wanted} 件，前面列出的有 {len(titles)} 件"
            hint = "核对概括的件数和列出的名称"
            yield Finding(CODE, message, read.passage.place, hint, (shown(match[1]),))
