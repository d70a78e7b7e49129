"""Quantities in running text: what was counted, how many, in which unit, in which sentence.

Numbers of documents, dates, years, ordinals, numbers of headings and telephones are no quantities.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from generator.figures.labels import find_label
from generator.figures.units import SPOKEN_ONLY_LONG, unit_pattern
from generator.hanzi.docnumber import find_numbers
from generator.hanzi.marks import cited_titles
from generator.quantity import Quantity, read_number

NUMERALS = "零一二两三四五六七八九十百千"
GAP = r"\s{0,3}"
"""Blanks between a number and its unit; the limit keeps reading linear in long runs of them."""
NOT_INSIDE = r"(?<![\d.第A-Za-z])(?<!\d,)(?<!第\s)"
AMOUNT = r"\d+(?:,\d{3})*(?:\.\d+)?"
SPOKEN = (
    rf"(?<![第分之点万亿{NUMERALS}])(?:[数几][十百千]?|[{NUMERALS}]+(?:点[{NUMERALS}]+)?"
    "|(?<=[近约逾超上])(?=[万亿])|(?=[万亿][余多]))"
)
"""Chinese numerals, 数十, and nothing before 万 in 上万家 and 万余场."""
BEFORE = (
    "将近|接近|(?<![最附])近|大约|(?<![签节预公条合契])约|超过|(?<!高)超|逾|不低于|不少于|不超过|不足|至少|至多|最多"
    "|上(?=[百千万])"
)
INSIDE = "[余多来几]"
AFTER = r"(?:[ \u3000]?(?P<after>[（(]含(?:本数)?[）)](?:以上|以下|以内)?|以上|以下|以内|左右|上下|之内))?"
UNIT = unit_pattern()
SCALE = "万亿|[万亿]"
TAIL = (
    rf"{GAP}(?P<inside1>{INSIDE})?(?P<scale>{SCALE})?(?P<inside2>{INSIDE})?"
    rf"{GAP}(?P<unit>(?:{UNIT})(?:/(?:平方米|[亩人月年次天场]))?)?"
)
FORM = re.compile(
    rf"(?P<before>{BEFORE})?{GAP}(?:{NOT_INSIDE}(?P<number>{AMOUNT})(?![\d.])|(?P<spoken>{SPOKEN})){TAIL}{AFTER}"
)
SHARE = re.compile(
    rf"(?P<before>{BEFORE})?百分之(?P<number>\d+(?:\.\d+)?|[{NUMERALS}]+(?:点[{NUMERALS}]+)?){AFTER}"
)
DASH = "[-—–－~～]{1,2}"
RANGE = re.compile(
    rf"{NOT_INSIDE}(?P<digits>{AMOUNT}{GAP}(?:{DASH}|至|到){GAP}{AMOUNT})(?![\d.]){TAIL}{AFTER}"
)
WHOLE_RANGE = re.compile(
    rf"{NOT_INSIDE}(?<![由从])(?P<digits>{AMOUNT}(?:{SCALE})?(?:{UNIT}){GAP}(?:{DASH}|至){GAP}{AMOUNT})"
    rf"(?P<scale>{SCALE})?(?P<unit>{UNIT})"
)
"""10万元—20万元; 由200万元至700万元 is no range but a change."""
YEAR = r"(?:19|20)\d{2}"
DAY = r"\d{1,2}\s?日(?!内|以内|之内)"
SKIPPED = re.compile(
    rf"{YEAR}\s?年?\s?(?:{DASH}|[至到、和])\s?{YEAR}\s?年度?"
    rf"|{YEAR}\s?年(?:\s?\d{{1,2}}\s?月(?:\s?{DAY})?)?"
    rf"|(?<!\d)\d{{1,2}}\s?月\s?{DAY}"
    rf"|(?<![\d个])\d{{1,2}}\s?[月日]?\s?(?:{DASH}|[至到])\s?\d{{1,2}}\s?月(?:{DAY})?"
    r"|(?<![\d.])\d{1,2}\s?月(?:份|底|初|末|[上中下]旬)?"
    "|[二一][〇零一二三四五六七八九]{3}年"
    rf"|[{NUMERALS}]{{1,3}}月(?:[{NUMERALS}]{{1,3}}日|份|底|初|末)"
    r"|(?<![A-Za-z])[A-Za-z]{2,8}://[!-~]+|(?<![!-~])[\w.+\-]{1,64}@[!-~]+"
    r"|(?<![\d.])\d{3,4}[-—]\d{3,8}(?:[-—]\d{3,8})*(?!\d)"
    r"|(?<!\d)1\d{10}(?!\d)|(?<!\d)\d{1,2}[:：]\d{2}(?!\d)"
    "|千家万户|四个意识|四个自信|两个维护|两个确立|三个代表|四个全面|公益[一二三]类"
)
"""Dates, spans of years, addresses, telephones, times of the day, set phrases."""
LABELLED = re.compile(
    r"\s*(?:\d{1,2}[.．、](?!\d)|[（(](?:\d{1,2}|[一二三四五六七八九十]{1,3})[）)]|[一二三四五六七八九十]{1,3}、)"
)
BEGINNING = re.compile(rf"[\d{NUMERALS}数几万亿近约超逾不至最将接大上]|百分之")
NARROW = str.maketrans("０１２３４５６７８９％", "0123456789%")
BLANK = "\x00"
SENTENCE_END = re.compile(r"[。！？\n]")


@dataclass(frozen=True, slots=True)
class FoundQuantity:
    """A quantity of a text.

    Attributes:
        quantity: As printed, with its value; of a range or an order of size (数十) the number is None.
        label: The words that say what is counted, as far as they can be told; may be empty.
        start: Where it begins in the text.
        end: Where it ends.
        sentence: The whole sentence that it stands in.
    """

    quantity: Quantity
    label: str
    start: int
    end: int
    sentence: str


def find_quantities(text: str) -> Iterator[FoundQuantity]:
    """Every quantity of a text, in order.

    Args:
        text: A paragraph, a heading, a cell; line breaks end a sentence.
    """
    bare = without_names(text)
    sentences = sentence_spans(text)
    span, sentence, previous = (0, 0), "", None
    for quantity, start, end in bare_quantities(bare):
        while span[1] <= start:
            span, previous = next(sentences), None
            sentence = text[slice(*span)]
        label = find_label(text, quantity.unit, (start, end), span, previous)
        previous = (end, label)
        yield FoundQuantity(replace(quantity, text=text[start:end]), label, start, end, sentence)


def without_names(text: str) -> str:
    """The text with full-width digits narrowed and all that is no quantity blanked, places kept."""
    narrow = text.translate(NARROW)
    characters = list(narrow)
    spans = [(start, end) for _, start, end in (*cited_titles(text), *find_numbers(text))]
    spans += [match.span() for match in SKIPPED.finditer(narrow)]
    label = LABELLED.match(narrow)
    spans += [label.span()] if label else []
    for start, end in spans:
        characters[start:end] = BLANK * (end - start)
    return "".join(characters)


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence; the last one may be empty."""
    start = 0
    for match in SENTENCE_END.finditer(text):
        yield start, match.end()
        start = match.end()
    yield start, len(text) + 1


def bare_quantities(bare: str) -> Iterator[tuple[Quantity, int, int]]:
    """Quantities of a blanked text with their places."""
    place = 0
    while match := BEGINNING.search(bare, place):
        start = match.start()
        quantity, place = read_at(bare, start) or (None, start + 1)
        if quantity is not None:
            yield quantity, start, place


def read_at(bare: str, start: int) -> tuple[Quantity, int] | None:
    """The quantity that begins at a place, and its end: a range, a share, or a number with its unit."""
    if match := RANGE.match(bare, start) or WHOLE_RANGE.match(bare, start):
        return read_range(match)
    if match := SHARE.match(bare, start):
        digits, hedge = match["number"], joined(match["before"], match["after"])
        return Quantity(match[0], value_of(digits), digits, "", "%", hedge), match.end()
    match = FORM.match(bare, start)
    return read_form(match) if match else None


def read_range(match: re.Match[str]) -> tuple[Quantity, int] | None:
    """A range; without scale and unit it is none (2014-2015, 3-5)."""
    scale, unit = match["scale"] or "", match["unit"] or ""
    if not scale and not unit:
        return None
    return Quantity(match[0], None, match["digits"], scale, unit, "—"), match.end()


def read_form(match: re.Match[str]) -> tuple[Quantity, int] | None:
    """A number with its unit; a bare number is no quantity, nor is 一个, nor an ordinal (二期)."""
    scale, unit = match["scale"] or "", match["unit"] or ""
    hedge = joined(*(match[name] for name in ("before", "inside1", "inside2", "after")))
    digits = match["number"] or match["spoken"] or ""
    stands = bool(scale or unit) if match["number"] else counts(digits, scale, unit, hedged=bool(hedge))
    return (Quantity(match[0], value_of(digits), digits, scale, unit, hedge), match.end()) if stands else None


def counts(spoken: str, scale: str, unit: str, *, hedged: bool) -> bool:
    """Whether a Chinese numeral counts something, rather than being a part of a word."""
    if not spoken:
        return bool(scale) and bool(unit) and hedged
    if not unit:
        return bool(scale) and spoken[0] in "数几"
    if len(spoken) == 1 and unit in SPOKEN_ONLY_LONG:
        return False
    return spoken != "一" or hedged or bool(scale)


def joined(*hedges: str | None) -> str:
    """Hedges in the order of print: 近…多."""
    return "…".join(hedge for hedge in hedges if hedge)


def value_of(digits: str) -> Decimal | None:
    """The value of digits, 点 included; None for an order of size (数十, 三五)."""
    whole, point, part = digits.partition("点")
    try:
        value = read_number(whole)
        return value if not point or value is None else value + spoken_part(part)
    except ValueError:
        return None


def spoken_part(part: str) -> Decimal:
    """Digits behind 点: 二五 is 0.25.

    Raises:
        ValueError: One of them is no digit.
    """
    return Decimal("0." + "".join(str("零一二三四五六七八九".index(letter)) for letter in part))
