"""What is offered while somebody types: names, other names, words taken for each other, nearby 文号.

Everything comes from the public view of the library.  The tables are dealt out to parts of bounded size:
which part holds a beginning or a number is told by its hash, so a browser loads one small script at a time.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator

from generator.hanzi.folding import fold
from generator.library import Library
from generator.models.fields import YesNo
from generator.models.reference import Body, CodeTable
from generator.models.wording import Side, WordingEntry, WordingTable
from generator.provisions.cards import Card
from generator.site_index.prefix_tree import Pair, Suggestion, nodes_of
from generator.site_index.spelling import HAN, bare, keys_of

START, TOTALS = "g", "f"
"""The first part: how many others there are, and the words that are taken for each other; the part that
says how many records of the whole library have each value of a facet."""
MOST_VALUES = 61
"""Values of one facet in the totals, those of most records: one more than a page lists, so that it can
tell 前 60 项 from 全部 60 项; a query counts the others too."""
PART_CHARACTERS = 6_000
NUMBERS_PER_CHUNK = 32
NEWEST = 6
SHORTEST_TAIL = 3
GENERAL, TERM, BODY, RECORD = 0, 1, 2, 3
"""Ranks: 财政局 for all of them, a term of a code table, one body, one record."""


def suggestion_parts(
    library: Library, cards: Iterable[Card], hash_of: Callable[[str], int]
) -> Iterator[tuple[str, object]]:
    """The parts of the tables by name, ready to be written as scripts.

    Args:
        library: the public view (`pages.public.public_view`).
        cards: what its pages are known by, each page once.
        hash_of: tells the part of a key, as the browser does.

    Yields:
        `f`, `g`, then `g0`, `g1`, …
    """
    known = tuple(cards)
    table: dict[str, object] = dict(nodes_of(tuple(pairs_of(library, known))))
    table |= number_table(known)
    size = sum(len(key) + len(str(value)) for key, value in table.items())
    count = 1 << max(0, math.ceil(math.log2(size / PART_CHARACTERS))) if size else 1
    parts: list[dict[str, object]] = [{} for _ in range(count)]
    for key in sorted(table):
        parts[hash_of(key) % count][key] = table[key]
    yield TOTALS, {"records": len(known), "facets": facet_totals(known)}
    yield START, {"parts": count, "confused": confused_words(library)}
    yield from ((f"{START}{number}", part) for number, part in enumerate(parts))


def facet_totals(cards: Iterable[Card]) -> dict[str, list[tuple[str, int]]]:
    """How many records have each value of each facet, the values of most records first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for card in cards:
        for key, values in card.facets.items():
            counts[key].update(values)
    ordered = (
        (key, sorted(found.items(), key=lambda row: (-row[1], row[0]))) for key, found in counts.items()
    )
    return {key: rows[:MOST_VALUES] for key, rows in sorted(ordered)}


def pairs_of(library: Library, cards: Iterable[Card]) -> Iterator[Pair]:
    """Keys with what they offer."""
    yield from body_pairs(library)
    yield from term_pairs(library)
    for card in cards:
        yield from record_pairs(card)


# --- bodies and terms -----------------------------------------------------------------------------


def body_pairs(library: Library) -> Iterator[Pair]:
    """Bodies by name and alias, with and without their region; 财政局 itself where several bear it."""
    bearers: dict[str, list[str]] = defaultdict(list)
    for body in library.bodies.values():
        offered = Suggestion(BODY, body.name, "机构")
        tail = tail_of(library, body)
        yield from ((key, offered) for name in dict.fromkeys((body.name, tail)) for key in keys_of(name))
        for alias in body.aliases:
            yield from alias_pairs(alias, Suggestion(BODY, body.name, f"机构，又称“{alias}”"))
        if tail != body.name:
            bearers[tail].append(body.name)
    for tail in sorted(tail for tail, names in bearers.items() if len(names) > 1):
        yield from ((key, Suggestion(GENERAL, tail, "机构")) for key in keys_of(tail))


def tail_of(library: Library, body: Body) -> str:
    """The name of a body without the regions in front of it: 濮阳市财政局 is 财政局."""
    steps = library.region_path(body.region)
    names = {
        part
        for step in steps
        for part in (step.full_name, step.full_name.removeprefix(step.parent or ""), step.short_name)
    }
    for name in sorted(names, key=lambda name: (-len(name), name)):
        rest = body.name.removeprefix(name)
        if rest != body.name and len(rest) >= SHORTEST_TAIL:
            return rest
    return body.name


def term_pairs(library: Library) -> Iterator[Pair]:
    """Terms of the code tables by name and alias."""
    for table in library.every(CodeTable):
        for code in table.codes:
            yield from ((key, Suggestion(TERM, code.name, table.title)) for key in keys_of(code.name))
            for alias in code.aliases:
                yield from alias_pairs(alias, Suggestion(TERM, code.name, f"{table.title}，又称“{alias}”"))


def alias_pairs(alias: str, offered: Suggestion) -> Iterator[Pair]:
    """Another name, which offers the name in use."""
    return ((key, offered) for key in keys_of(alias))


# --- records --------------------------------------------------------------------------------------


def record_pairs(card: Card) -> Iterator[Pair]:
    """A record by title, other names and 文号; each leads to its page.

    Its Chinese title is no key: the results below the box find it already.
    """
    offered = Suggestion(RECORD, card.title, card.kind, card.page)
    yield from ((key, offered) for key in keys_of(card.title) if not HAN.search(key))
    for alias in card.aliases:
        yield from alias_pairs(alias, Suggestion(RECORD, card.title, f"又称“{alias}”", card.page))
    if card.number:
        key = bare(str(card.number).rstrip("号"))
        yield key, Suggestion(RECORD, f"{card.number} {card.title}", card.kind, card.page)


def number_table(cards: Iterable[Card]) -> dict[str, object]:
    """文号 near each other: of one body and year by serial, and of one serial by year.

    `№代字|年|段` holds a stretch of serials, `№代字||号` the years that have this serial, `№代字` the
    newest few of a body.
    """
    found: dict[str, set[tuple[int, int, str, str]]] = defaultdict(set)
    for card in cards:
        number = card.number
        if number and number.code:
            row = number.year, number.serial, f"{number} {card.title}", card.page
            code = fold(number.code)
            found[f"№{code}|{number.year}|{number.serial // NUMBERS_PER_CHUNK}"].add(row)
            found[f"№{code}||{number.serial}"].add(row)
            found[f"№{code}"].add(row)
    return {key: sorted(rows)[-NEWEST:] if "|" not in key else sorted(rows) for key, rows in found.items()}


# --- words taken for each other -------------------------------------------------------------------


def confused_words(library: Library) -> list[tuple[str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]]:
    """What is written, what is right, and the words in front of or behind which it stands rightly.

    Only entries whose conditions can be told from a query: others need the whole sentence.
    """
    entries = (entry for table in library.every(WordingTable) for entry in table.entries)
    return sorted(
        (fold(entry.wrong), entry.right, exceptions(entry, Side.BEFORE), exceptions(entry, Side.AFTER))
        for entry in entries
        if is_offered(entry)
    )


def is_offered(entry: WordingEntry) -> bool:
    """Whether a slip is one of words, with a right form, and shows by the words beside it."""
    plain = HAN.sub("", entry.wrong) == "" and bool(entry.right) and entry.active is YesNo.YES
    beside = (Side.BEFORE, Side.AFTER)
    return plain and all(condition.negated and condition.side in beside for condition in entry.condition)


def exceptions(entry: WordingEntry, side: Side) -> tuple[str, ...]:
    """The words on one side that make a slip none."""
    return tuple(word for condition in entry.condition if condition.side is side for word in condition.words)
