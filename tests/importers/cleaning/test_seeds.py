"""The five real documents: what was removed, joined and corrected, and that no figure is lost.

The text itself stays out of the repository; it is held by its hash.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

import pytest

from generator.importers.arranging import arrange
from generator.importers.cleaned import Cleaned
from generator.importers.cleaning import account, clean
from generator.importers.original import Original
from generator.importers.reading import read_original
from generator.models.imports import Handling
from tests.test_seeds import SEEDS, UNIT, needs_seeds

pytestmark = needs_seeds


@dataclass(frozen=True)
class Expected:
    """What cleaning makes of one document."""

    file: str
    removed: tuple[int, ...]
    """Lines that were removed, or lost a mark."""
    joined: tuple[int, ...]
    """Lines that were joined with the one above."""
    corrected: int
    """Entries of corrections."""
    text: str
    """SHA-256 of the cleaned lines."""


EXPECTED = (
    Expected(
        "000",
        (3,),
        (21, 27, 29, 35, 37, 43, 93, 121, 133, 141),
        14,
        "80e876301bcdd0898c05beb8470ac0c6c95bb8185a9b5c3fea25e20dd2f3c640",
    ),
    Expected("001", (23,), (), 17, "c826e8d83a55a3ec99b0a666e0ebd4742153dd75555ba106ba902ef30423ee22"),
    Expected(
        "002",
        (1, 3, 5, 7, 11, 13, 15, 193, 195, 197, 198, 200, 202, 203, 205, 207, 208, 210, 212, 213, 215, 217),
        (),
        88,
        "257cc5093ccbe79cf5f0aa83defea051578cccdd6b77d5c92ba5085e60c44efd",
    ),
    Expected(
        "003",
        (51, 53),
        (15, 19, 27, 33, 47),
        1,
        "d5ff44c435af89ab8db5fb9ce25aa2aaf3a57713457b3d3be992f9a2ab964c35",
    ),
    Expected(
        "004",
        (),
        (55, 63, 75, 81, 85, 93, 101, 109),
        5,
        "56fb35619dfdce61d2b57e3493291cbe25ffd4c0725c3fa9b45d65b98db67388",
    ),
)
every_seed = pytest.mark.parametrize("expected", EXPECTED, ids=lambda expected: expected.file)


@cache
def cleaned_seed(file: str) -> tuple[Original, Cleaned]:
    """A document as it came and as cleaning leaves it."""
    original = read_original(next(SEEDS.glob(f"{file}_*.txt")))
    return original, clean(original)


def lines_with(cleaned: Cleaned, handling: Handling) -> tuple[int, ...]:
    """The lines of the entries of one handling."""
    return tuple(entry.line for entry in cleaned.log if entry.handling is handling)


def text_of(cleaned: Cleaned) -> str:
    """The cleaned text."""
    return "\n".join(line.text for line in cleaned.lines)


@every_seed
def test_nothing_else_is_removed_joined_or_corrected(expected: Expected) -> None:
    _, cleaned = cleaned_seed(expected.file)
    assert lines_with(cleaned, Handling.REMOVED) == expected.removed
    assert lines_with(cleaned, Handling.JOINED) == expected.joined
    assert len(lines_with(cleaned, Handling.CORRECTED)) == expected.corrected


@every_seed
def test_the_cleaned_text_is_the_one_that_was_read_and_approved(expected: Expected) -> None:
    _, cleaned = cleaned_seed(expected.file)
    assert sha256(text_of(cleaned).encode()).hexdigest() == expected.text


@every_seed
def test_every_character_is_accounted_for_and_can_be_had_back(expected: Expected) -> None:
    original, cleaned = cleaned_seed(expected.file)
    assert account(original, cleaned) == ()
    back = clean(original, frozenset(entry.id for entry in cleaned.log))
    assert [line.text for line in back.lines] == [line.text for line in original.lines]


FIGURES = re.compile(rf"\d[\d.,]*(?:[万亿%％]|多万|多亿)?(?:{UNIT})?")


def figures_of(text: str) -> Counter[str]:
    """The numbers of a text with their units, spaces left aside."""
    tight = re.sub(r"[^\S\n]+", "", text)
    return Counter(match[0].rstrip(".,") for match in FIGURES.finditer(tight))


@every_seed
def test_every_figure_is_there_with_its_unit(expected: Expected) -> None:
    original, cleaned = cleaned_seed(expected.file)
    left = {number for line in cleaned.lines for number in line.numbers}
    before = figures_of("\n".join(line.text for line in original.lines if line.number in left))
    lost = before - figures_of(text_of(cleaned))
    assert lost == (Counter({"890.12万": 1}) if expected.file == "000" else Counter())


def test_the_amount_that_a_page_had_broken_has_its_unit_again() -> None:
    _, cleaned = cleaned_seed("000")
    assert figures_of(text_of(cleaned))["890.12万元"] == 1


@pytest.mark.parametrize(("file", "title"), [("003", 1), ("004", 3)])
def test_titles_keep_their_two_parts_or_lose_the_space_of_the_typesetter(file: str, title: int) -> None:
    _, cleaned = cleaned_seed(file)
    spaces = cleaned.lines[title - 1].text.count(" ")
    assert spaces == {"003": 1, "004": 0}[file]


@every_seed
def test_every_paragraph_of_the_facts_knows_its_lines(expected: Expected) -> None:
    original, cleaned = cleaned_seed(expected.file)
    arranged = arrange(original, cleaned)
    assert len(arranged.lines) == len(arranged.facts.paragraphs)
    by_number = {line.number: line.text for line in original.lines}
    for paragraph in arranged.facts.paragraphs:
        words = re.sub(r"\W", "", paragraph.text)[:4]
        told = re.sub(r"\W", "", "".join(by_number[n] for n in arranged.lines_of(paragraph.number)))
        assert words in told
