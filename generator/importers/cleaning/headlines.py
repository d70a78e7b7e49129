"""What stands above the title of a web page: sidebars, buttons, the heading of the page itself.

The page says in its head how its text is called (<title>, ArticleTitle).  The lines of the text that say the
same are its title, and what stands above them is the page; a page that was copied into Word or a PDF has
lost its head, and is known by a title that comes twice below words of a site.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from generator.importers.cleaning.lexicon import LONGEST_FURNITURE, find_form, fold_line, lexicon
from generator.importers.cleaning.rows import Change, Row, standing
from generator.recognition import forms

TOLD = re.compile(r"(?i:title|articletitle|firstpagetitle|og:title|标题|名称)[:：](?P<title>.+)")
SITE_NAME = re.compile(r"[_|｜丨]|\s[-–—]+\s|--+")
"""What parts the title of a text from the name of the site or column."""
NUMBER_BESIDE = re.compile(
    rf"^[(（]?{forms.NUMBER.pattern}[)）]?(?=.{{6}})|[(（]{forms.NUMBER.pattern}[)）]$"
)
"""A 发文字号 that pages print in front of a title or behind it."""
SHORTEST = 8
"""In characters; shorter words are those of a menu."""
MOST_LINES = 4
"""Over so many lines the title of a text is broken."""
TOP = 60
"""So many lines may stand above the title of a page."""
OF_SITE = "网页信息"
ABOVE = f"{OF_SITE}：标题上面的页面文字"
FROM_HEAD = f"{OF_SITE}：标题取自页头"
HEADING = f"{OF_SITE}：页面标题，正文另有标题"
HEAD_FORMS = (forms.NUMBER, forms.SERIAL, forms.MARK_OF_FILES, forms.MARK_OF_ORDERS, forms.BODY_NAME)
"""What of a 公文 stands right above its title."""
CORNER_FORMS = (forms.COPY_NUMBER, forms.SECRECY, forms.URGENCY)

HEAD_NAME = re.compile(r"(?i:articletitle|firstpagetitle|og:title|title)：")
"""How the reader marks the titles that the head of a page tells."""
SITE_BEHIND = re.compile(r"(?<=.{8})(?:[_|｜]|\s[-–—]+\s|--+).{1,40}$")
LIKE = 0.5
"""Share of its pairs of characters that a title has in common with what the page calls it."""

Place = tuple[int, int]
"""Where a title stands among some rows: its first, and the one behind its last."""


def remove_above_headline(rows: Sequence[Row]) -> Iterator[tuple[Row, str]]:
    """The lines above the title of a page, but for those of the 版头 and those that tell a fact."""
    if not any(is_of_site(row) for row in rows):
        return
    top = [row for row in top_of(standing(rows)) if not HEAD_NAME.match(row.line.text)]
    places = places_of(top, told_titles(rows)) or repeated_places(top)
    if not places:
        yield from ((row, ABOVE) for row in strange_titles(rows, top))
        return
    heading = places[-1]
    below = place_of_other(top, heading, told_titles(rows))
    start = below[0] if below else heading[0]
    head = frozenset(range(start_of_head(top, places[0], start), start))
    headings = {at for first, last in places for at in range(first, last)}
    for at, row in enumerate(top[:start]):
        if at not in head and not is_fact(row):
            yield row, HEADING if at in headings else ABOVE


def is_of_site(row: Row) -> bool:
    """Whether a line was removed because a site says it of itself."""
    return row.removed.startswith(OF_SITE)


def told_titles(rows: Sequence[Row]) -> frozenset[str]:
    """How the head of a page calls its text."""
    told = (TOLD.fullmatch(row.line.text.strip()) for row in rows if row.line.shell == OF_SITE)
    pieces = (piece for match in told if match for piece in SITE_NAME.split(match["title"]))
    return frozenset(title for piece in pieces if len(title := kernel(piece)) >= SHORTEST)


def kernel(words: str) -> str:
    """A title to compare by: folded, without 发文字号 beside it and 书名号 around it."""
    bare = NUMBER_BESIDE.sub("", NUMBER_BESIDE.sub("", "".join(words.split())))
    return fold_line(forms.unquoted(bare)).replace("〈", "《").replace("〉", "》")


def top_of(rows: Sequence[Row]) -> list[Row]:
    """The lines above the first running text; the rows of tables are none."""
    end = next((at for at, row in enumerate(rows) if row.running and not row.in_table), len(rows))
    return list(rows[: min(end, TOP)])


def places_of(top: Sequence[Row], titles: frozenset[str]) -> list[Place]:
    """Where a title stands, be it broken over several lines."""
    found: list[Place] = []
    for start in range(len(top)):
        for end in range(start + 1, min(start + MOST_LINES, len(top)) + 1):
            if is_apart(top[end - 1]):
                break
            if kernel("".join(row.line.text for row in top[start:end])) in titles:
                found.append((start, end))
                break
    return found


def is_apart(row: Row) -> bool:
    """Whether a line is surely none of a title: a 发文字号, the row of a table, far too long."""
    if row.in_table or len(row.line.text) > LONGEST_FURNITURE:
        return True
    return forms.NUMBER.fullmatch("".join(row.line.text.split()).strip("（）()")) is not None


def repeated_places(top: Sequence[Row]) -> list[Place]:
    """Where a title stands that comes again further down, as the heading of the page and that of the text."""
    for start, words in joined_lines(top):
        if len(words) >= SHORTEST and forms.genre_of(words):
            places = places_of(top[start:], frozenset({words}))
            if len(places) > 1 and places[-1][0] >= places[0][1]:
                return [(start + first, start + last) for first, last in places]
    return []


def joined_lines(top: Sequence[Row]) -> Iterator[tuple[int, str]]:
    """What the lines say one by one, two by two and so on, each with the place of the first."""
    for start in range(len(top)):
        for end in range(start + 1, min(start + MOST_LINES, len(top)) + 1):
            if is_apart(top[end - 1]):
                break
            yield start, kernel("".join(row.line.text for row in top[start:end]))


def place_of_other(top: Sequence[Row], heading: Place, titles: frozenset[str]) -> Place | None:
    """Where below the heading of a page a title stands that is longer than what the page is called."""
    for start in range(heading[1], len(top)):
        for end in range(start + 1, min(start + MOST_LINES, len(top)) + 1):
            if is_apart(top[end - 1]):
                break
            words = kernel("".join(row.line.text for row in top[start:end]))
            if forms.genre_of(words) and "关于" in words and any(title in words for title in titles):
                return start, end
    return None


def start_of_head(top: Sequence[Row], first: Place, title: int) -> int:
    """Where the 版头 begins that stands right above a title; the heading of the page is above it."""
    start = title
    while start > 0 and start not in range(*first) and is_head_line(top[start - 1]):
        start -= 1
    return start


def is_head_line(row: Row) -> bool:
    """Whether a line belongs to a 版头: mark, 发文字号, the body that the title begins with."""
    if row.in_table:
        return False
    words = "".join(row.line.text.split())
    tight = words.strip("（）()")
    named = all(forms.BODY_NAME.fullmatch(word) for word in row.line.text.split())
    return named or any(form.fullmatch(tight) for form in (*HEAD_FORMS, *CORNER_FORMS))


def is_fact(row: Row) -> bool:
    """Whether a line or a row of a table tells a fact about the text: 索引号, 文号, 发文日期."""
    if row.in_table:
        return True
    plain = "".join(row.line.text.split())
    told = forms.PAGE_FACT.fullmatch(plain) is not None
    return told and find_form(lexicon().web_around, row.folded) is None


# --- a title that the head of the page alone tells -------------------------------------------------


def keep_headline(rows: Sequence[Row]) -> None:
    """Keep the title that the head of a page tells, where the text has none that is like it."""
    titled = [row for row in rows if row.line.shell == OF_SITE and HEAD_NAME.match(row.line.text)]
    named = [row for row in titled if forms.genre_of(kernel(drop_names(row.line.text)))]
    top = top_of(standing(rows))
    titles = told_titles(rows)
    if not named or not top or places_of(top, titles) or place_of_like(top, titles):
        return
    kept = next((row for row in named if not row.folded.lower().startswith("title")), named[0])
    if is_addressed(top):
        kept.removed = ""


def is_addressed(top: Sequence[Row]) -> bool:
    """Whether above the text the 主送机关 or the 发文字号 of a 公文 stand."""
    return any(
        forms.NUMBER.fullmatch("".join(row.line.text.split()).strip("（）()"))
        or (row.folded.endswith(":") and not forms.PAGE_FACT.fullmatch("".join(row.line.text.split())))
        for row in top[-MOST_LINES:]
    )


def place_of_like(top: Sequence[Row], titles: frozenset[str]) -> Place | None:
    """Where a title stands that says nearly what the page is called."""
    for start in range(len(top)):
        for end in range(start + 1, min(start + MOST_LINES, len(top)) + 1):
            if is_apart(top[end - 1]):
                break
            words = kernel("".join(row.line.text for row in top[start:end]))
            if forms.genre_of(words) and any(title in words or are_alike(title, words) for title in titles):
                return start, end
    return None


def are_alike(one: str, other: str) -> bool:
    """Whether two titles share most of their pairs of characters."""
    pairs, others = set(pairwise(one)), set(pairwise(other))
    return len(pairs & others) >= LIKE * max(1, min(len(pairs), len(others)))


def strange_titles(rows: Sequence[Row], top: Sequence[Row]) -> Iterator[Row]:
    """Lines above the text that cannot be its title, where its head tells another one."""
    if any(row.line.shell == OF_SITE and not row.removed for row in rows):
        yield from (row for row in top if not is_fact(row) and not is_head_line(row) and is_strange(row))


def is_strange(row: Row) -> bool:
    """Whether a line is neither 主送机关 nor a sentence: a name of a column, a title of another text."""
    return not row.folded.endswith((":", "。", ",", ";"))


def drop_head_name(text: str) -> Iterator[Change]:
    """The name in front of a title from the head of a page, and the name of the site behind it."""
    found = HEAD_NAME.match(text)
    if found is None:
        return
    yield Change(0, found.end(), "")
    site = SITE_BEHIND.search(text, found.end())
    if site:
        yield Change(site.start(), site.end(), "")


def drop_names(text: str) -> str:
    """A title from the head of a page without those names."""
    return SITE_BEHIND.sub("", HEAD_NAME.sub("", text))
