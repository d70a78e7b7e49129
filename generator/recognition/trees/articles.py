"""Texts that are no 公文: laws and regulations, web pages, articles of a journal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from generator.document import Article
from generator.hanzi.titles import parse_title
from generator.recognition import forms
from generator.recognition.headings import label_of
from generator.recognition.lines import Line
from generator.recognition.opening import find_title, may_be_title
from generator.recognition.recovered import Doubt
from generator.recognition.trees.blocks import read_blocks
from generator.recognition.trees.official import Findings, title_lines
from generator.recognition.trees.pieces import Piece, Reading, Words, numbers_of
from generator.recognition.trees.shells import said_outside
from generator.recognition.trees.sorting import DROPPED
from generator.recognition.trees.statutes import PROVISION, statute_of

SUBTITLE_STYLE = "篇副题"
LONGEST_TITLE = 60
MOST_SUBTITLES = 8
MOST_PAGE_LINES = 24
"""Among so many first lines of a web page its title may come twice."""
SHORTEST_TITLE = 5
"""Of a title that comes twice; shorter words are those of a menu."""
LONGEST_SUBTITLE = 200
"""题注 list all decisions that changed a law."""
ENACTED = re.compile(
    r".{0,6}(?:19|20)\d{2}年.*(?:通过|公布|发布|修订|修正|修改|批准|施行|实施|颁布|公告|废止)[）)]?。?"
)
DATED_SOURCE = re.compile(r"(?:19|20)\d{2}[-年./]\d{1,2}[-月./]\d{1,2}日?.{0,10}来源[：:].{1,40}")
LONGEST_TYPED = 25
FEWEST_TYPED = 2
"""One short line alone between paragraphs is no system of headings."""
SHORTEST_TEXT = 30
MARKS = re.compile(r"[。；;！!？?：:，,、.．…《》“”\"\d]")


def read_article(pieces: Sequence[Piece], reading: Reading, findings: Findings) -> Article:
    """The tree of a text without the parts of a 公文; words around it go to the findings."""
    text = [piece for piece in pieces if not is_dropped(piece)]
    start = start_of_text(text)
    findings.unplaced += numbers_of([*filter(is_dropped, pieces), *text[:start]])
    text_above, text = text[:start], text[start:]
    named = count_names(text)
    findings.unplaced += numbers_of(text[:named])
    findings.doubts += doubts_from_names(text[:named])
    text = text[named:]
    titled = count_title(text)
    below = count_subtitles(text[titled:])
    title = [piece for piece in text[:titled] if isinstance(piece, Words)]
    said = [piece for piece in text[titled : titled + below] if isinstance(piece, Words)]
    body = text[titled + below :]
    number = text[0].number if text else 1
    findings.doubts += doubts_from(text_above)
    if not title:
        findings.doubts.append(Doubt("标题", (), "没有找到标题", number))
    lines = title_lines(title)
    return Article(
        id=f"p{number}",
        title="".join(lines) if len(lines) > 1 else "".join(piece.text for piece in title),
        subtitle="\n".join(piece.text for piece in said),
        facts=None,
        body=read_blocks(body, reading, frozenset(typed_headings(body, reading))),
        origin=reading.place(number),
        title_lines=lines if len(lines) > 1 else (),
    )


def doubts_from(above: Sequence[Piece]) -> Iterator[Doubt]:
    """What a web page says about the text: it need not be said in the text itself."""
    for element, value in said_outside(above):
        yield Doubt(element, (value,), "写在网页的说明栏中，不在正文里", above[0].number)


def is_dropped(piece: Piece) -> bool:
    """Whether a piece stands around the text: a page number, a table of contents."""
    return isinstance(piece, Words) and piece.role in DROPPED


def start_of_text(pieces: Sequence[Piece]) -> int:
    """Where a web page's text begins: where its heading comes again, else below what is said about it."""
    first = [piece.tight if isinstance(piece, Words) else "" for piece in pieces[:MOST_PAGE_LINES]]
    again = [
        at
        for at, tight in enumerate(first)
        if len(tight) >= SHORTEST_TITLE and tight in first[:at] and not forms.is_sentence(tight)
    ]
    if again:
        return again[-1]
    return next((at for at, tight in enumerate(first) if not forms.PAGE_FACT.fullmatch(tight)), 0)


def count_names(pieces: Sequence[Piece]) -> int:
    """How many of the first pieces are but names of bodies, above a title that is whole without them."""
    words = list(takewhile(is_above_subtitle, pieces[:MOST_SUBTITLES]))
    named = list(takewhile(is_name, words))
    below = words[len(named) : len(named) + 1]
    whole = [piece for piece in below if isinstance(piece, Words) and is_whole_title(piece)]
    return len(named) if whole else 0


def is_name(piece: Piece) -> bool:
    """Whether a line is the name of a body."""
    return isinstance(piece, Words) and bool(forms.BODY_NAME.fullmatch(piece.tight))


def is_whole_title(piece: Words) -> bool:
    """Whether a line is the title of a law or a body of rules by itself."""
    bare = "关于" not in piece.tight and bool(parse_title(piece.text).genre)
    return bare and may_be_title(Line(piece.facts))


def doubts_from_names(above: Sequence[Piece]) -> Iterator[Doubt]:
    """The body that stands above a title, as a candidate for who issued it."""
    names = tuple(piece.tight for piece in above if isinstance(piece, Words))
    if names:
        yield Doubt("发文机关", names, "写在标题上面", above[0].number)


# --- title and what stands below it ----------------------------------------------------------------


def count_title(pieces: Sequence[Piece]) -> int:
    """How many of the first pieces are the title: as of a 公文, else one line that reads as one."""
    opening = takewhile(is_above_subtitle, pieces[:MOST_SUBTITLES])
    first = [Line(piece.facts) for piece in opening if isinstance(piece, Words)]
    if not first:
        return 0
    told = find_title(first)
    if told:
        return told
    line = first[0]
    may = may_be_title(line) and len(line.tight) <= LONGEST_TITLE and not PROVISION.match(line.tight)
    return int(may and not forms.PAGE_FACT.fullmatch(line.tight))


def is_above_subtitle(piece: Piece) -> bool:
    """Whether a piece has words, and no style that tells it from the title."""
    return isinstance(piece, Words) and piece.facts.style != SUBTITLE_STYLE


def count_subtitles(pieces: Sequence[Piece]) -> int:
    """How many pieces below a title say where the text is from: 题注, author, date, source."""
    open_bracket, count = False, 0
    for piece in pieces[:MOST_SUBTITLES]:
        if not isinstance(piece, Words) or not (open_bracket or is_subtitle(piece)):
            break
        count += 1
        opened = piece.tight.count("（") + piece.tight.count("(")
        closed = piece.tight.count("）") + piece.tight.count(")")
        open_bracket = opened > closed or (open_bracket and not closed)
    return count


def is_subtitle(piece: Words) -> bool:
    """Whether a line is a 题注, or names author, date or source."""
    tight = piece.tight
    if piece.facts.style == SUBTITLE_STYLE:
        return True
    if len(tight) > LONGEST_SUBTITLE:
        return False
    if tight.startswith(("（", "(")) and not label_of(Line(piece.facts)):
        return bool(ENACTED.match(tight) or ENACTED.search(tight)) or tight.endswith(("）", ")"))
    if forms.NUMBER.fullmatch(tight.strip("（）()")):
        return True
    if ENACTED.fullmatch(tight) and not tight.endswith("。"):
        return True
    told = (forms.BODY_NAME, forms.DATE, forms.PAGE_FACT, DATED_SOURCE)
    return any(form.fullmatch(tight) for form in told)


# --- headings that bear no number ------------------------------------------------------------------


def typed_headings(pieces: Sequence[Piece], reading: Reading) -> Iterator[int]:
    """Short lines without any mark between paragraphs, where a text has several and no numbered ones."""
    numbered = any(heading.level == 1 for heading in reading.headings.values())
    if numbered or statute_of(pieces) is not None:
        return
    found = [at for at in range(len(pieces)) if is_typed(pieces, at)]
    if len(found) >= FEWEST_TYPED:
        yield from (pieces[at].number for at in found)


def is_typed(pieces: Sequence[Piece], at: int) -> bool:
    """Whether a short line stands above running text and below running text or at the beginning."""
    piece, below = pieces[at], pieces[at + 1] if at + 1 < len(pieces) else None
    if not isinstance(piece, Words) or not isinstance(below, Words) or not is_text(below):
        return False
    above = pieces[at - 1] if at else None
    if above is not None and not (isinstance(above, Words) and is_text(above)):
        return False
    return 1 < len(piece.tight) <= LONGEST_TYPED and not MARKS.search(piece.tight)


def is_text(piece: Words) -> bool:
    """Whether a line is running text."""
    return len(piece.tight) >= SHORTEST_TEXT and forms.is_sentence(piece.tight)
