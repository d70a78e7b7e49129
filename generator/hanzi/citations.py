"""Citations of documents in running text: 《title》（文号）, either alone, and what stands for them.

Found are titles in 书名号 (nested ones too), document numbers in every spelling, several numbers after
one another, a law 及其实施条例, and short names that the text itself gave (以下简称《办法》).  本办法 and
该通知 name no document and are left alone.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from generator.hanzi.docnumber import CLOSING, FULL_WIDTH, OPENING, DocNumber, find_numbers
from generator.hanzi.marks import cited_titles

SIGNS = str.maketrans("≪≫«»＜＞", "《》《》〈〉")
ANGLED = re.compile(
    r"(?<![<A-Za-z0-9])<{1,2}(?P<title>[\u4e00-\u9fff（）()、，“”〈〉《》\s\d—-]{3,120}?)>{1,2}(?!>)"
)
"""A title between the signs for less and more, as texts typed in haste have it."""
NO_TITLE = re.compile(r"\s*(?:\d{4}年?\s*)?")
"""What the signs of a title hold when they are the brackets of a number: 财综〈2014〉96号."""
BETWEEN = re.compile(rf"\s*(?:[{OPENING}][^《》〈〉{CLOSING}，,；;。]{{0,20}})?\s*")
"""What may stand between a title and its number: the bracket, the body that issued it, a year."""
BEFORE_TITLE = re.compile(rf"\s*[{CLOSING}]?\s*文?件?\s*[：:]?\s*")
"""What may stand between a number and the title after it: 财综〔2014〕96号文件《…》."""
RULES = re.compile(r"及其(?P<rules>实施(?:条例|细则|办法|意见)|配套办法)")
MORE_SERIALS = re.compile(
    r"\s*[、和及与]\s*第?(?P<serial>\d{1,5})\s*号(?=[文、，。；;,）)〕\]和及与等]|\s*$)(?![楼线院])"
)
"""A further number of the same code and year: 财综〔2014〕96号、97号."""
SHORT = re.compile(r"(?:以下|下文)?(?P<each>分别)?(?:(?P<all>统|合)|简)称(?:为)?[：:]?\s*$")
SHORT_BESIDE = re.compile(r"\s*[、和及与]?\s*")
"""What stands between short names that are given together: 以下分别简称《甲办法》《乙办法》."""


@dataclass(frozen=True, slots=True)
class Citation:
    """A document that a text names.

    Attributes:
        title: its title without 书名号, as cited; a short name that the text explained is the full title.
        number: its 文号; the code of an order cited without its body is empty.
        start: where the citation begins in the text.
        end: where it ends; the bracket around a number that follows a title belongs to it.
        spelled: the citation as the text has it.
    """

    title: str
    number: DocNumber | None
    start: int
    end: int
    spelled: str


Number = tuple[DocNumber, int, int]
Title = tuple[str, int, int]


def find_citations(text: str, codes: Collection[str] = ()) -> Iterator[Citation]:
    """Every citation of a text, in its order.

    Args:
        text: running text.
        codes: 机关代字 that are known, to tell a code from the words before it.
    """
    titles = titles_in(text)
    inside = covered(text, titles)
    numbers = sorted((n for n in numbers_in(text, codes) if not inside[n[1]]), key=lambda number: number[1])
    paired = pair(text, titles, numbers)
    found = sorted((*paired, *accompanying(text, paired)), key=lambda citation: citation.start)
    yield from with_short_names(text, found)


def titles_in(text: str) -> list[Title]:
    """The outermost titles of a text with the places of their marks, in whatever signs they stand."""
    spans = cited_titles(text.translate(SIGNS))
    marked = [
        (text[start + 1 : end - 1].strip(), start, end)
        for title, start, end in spans
        if not NO_TITLE.fullmatch(title)
    ]
    inside = covered(text, marked)
    angled = (
        (match["title"].strip(), *match.span())
        for match in ANGLED.finditer(text)
        if not NO_TITLE.fullmatch(match["title"]) and not any(inside[match.start() : match.end()])
    )
    return sorted((*marked, *angled), key=lambda title: title[1])


def covered(text: str, titles: Sequence[Title]) -> bytearray:
    """For each character of a text whether it stands in one of the titles."""
    inside = bytearray(len(text))
    for _, start, end in titles:
        inside[start:end] = b"\1" * (end - start)
    return inside


def numbers_in(text: str, codes: Collection[str]) -> Iterator[Number]:
    """The numbers of a text, with those that leave out their code (财综〔2014〕96号、97号)."""
    plain = text.translate(FULL_WIDTH)
    for number, start, end in find_numbers(text, codes):
        yield number, start, end
        more = MORE_SERIALS.match(plain, end) if number.year else None
        while more:
            yield replace(number, serial=int(more["serial"])), more.start("serial"), more.end("serial") + 1
            more = MORE_SERIALS.match(plain, more.end("serial") + 1)


def pair(text: str, titles: Sequence[Title], numbers: Sequence[Number]) -> list[Citation]:
    """Titles and numbers in their order, those joined that stand together."""
    starts, ends = [number[1] for number in numbers], [number[2] for number in numbers]
    taken: set[int] = set()
    found: list[Citation] = []
    for title in titles:
        after, before = bisect_left(starts, title[2]), bisect_right(ends, title[1]) - 1
        own = next((n for n in (after, before) if n not in taken and belongs(text, title, numbers, n)), None)
        taken |= {own} if own is not None else set()
        found.append(joined(text, title, None if own is None else numbers[own]))
    free = (number for position, number in enumerate(numbers) if position not in taken)
    found += [Citation("", number, start, end, text[start:end]) for number, start, end in free]
    return sorted(found, key=lambda citation: citation.start)


def belongs(text: str, title: Title, numbers: Sequence[Number], position: int) -> bool:
    """Whether a number stands right behind a title, or right before it."""
    if not 0 <= position < len(numbers):
        return False
    _, first, last = numbers[position]
    if first >= title[2]:
        return BETWEEN.fullmatch(text, title[2], first) is not None
    return BEFORE_TITLE.fullmatch(text, last, title[1]) is not None


def joined(text: str, title: Title, number: Number | None) -> Citation:
    """One citation of a title and, where it has one, its number."""
    words, start, end = title
    if number is None:
        return Citation(words, None, start, end, text[start:end])
    first, last = min(start, number[1]), max(end, number[2])
    bracketed = number[1] > end and text[end : number[1]].strip()[:1] in tuple(OPENING)
    if bracketed and text[last : last + 1] in tuple(CLOSING):
        last += 1
    return Citation(words, number[0], first, last, text[first:last])


def accompanying(text: str, found: Sequence[Citation]) -> Iterator[Citation]:
    """及其实施条例: the rules for carrying out a law that was named right before."""
    for citation in found:
        rules = RULES.match(text, citation.end) if citation.title else None
        if rules:
            title = citation.title + rules["rules"]
            yield Citation(title, None, rules.start("rules"), rules.end(), rules["rules"])


def with_short_names(text: str, found: Sequence[Citation]) -> Iterator[Citation]:
    """Short names that the text explained stand for what they abbreviate; explaining one cites nothing."""
    known: dict[str, Citation | None] = {}
    cited: list[Citation] = []
    rest = [*found]
    while rest:
        explained = explained_here(text, rest) if cited else {}
        if explained:
            known |= meanings(text, [*explained.values()], cited)
            rest = rest[len(explained) :]
            continue
        citation = rest.pop(0)
        bare = bool(citation.title) and citation.number is None
        full = known.get(citation.title, citation) if bare else citation
        if full is not None:
            yield replace(citation, title=full.title, number=full.number) if bare else citation
            cited.append(citation)


def explained_here(text: str, rest: Sequence[Citation]) -> dict[str, Citation]:
    """The short names that begin a list of citations: one behind 以下简称, or several beside one another."""
    first = rest[0]
    lead = SHORT.search(text, max(first.start - 12, 0), first.start) if first.title else None
    if lead is None:
        return {}
    found = {first.title: first}
    for before, citation in pairwise(rest if lead["each"] else ()):
        beside = SHORT_BESIDE.fullmatch(text, before.end, citation.start)
        if not beside or citation.number or not citation.title:
            break
        found[citation.title] = citation
    return found


def meanings(text: str, names: Sequence[Citation], cited: Sequence[Citation]) -> dict[str, Citation | None]:
    """What short names stand for: the text named last, 分别 those before it in their order.

    None for a name of several texts together (统称), and where the texts named before are too few.
    """
    lead = SHORT.search(text, max(names[0].start - 12, 0), names[0].start)
    titled = [citation for citation in cited if citation.title] or [*cited]
    if lead is None or lead["all"] or len(names) > len(titled):
        return dict.fromkeys((name.title for name in names), None)
    return {name.title: full for name, full in zip(names, titled[-len(names) :], strict=True)}
