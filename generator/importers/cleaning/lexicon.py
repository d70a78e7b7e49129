"""The words that cleaning knows, read once from `cleaning_words.yaml`: data that staff may edit.

Forms are regular expressions over the folded line (NFKC, no spaces), so that one spelling serves all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

LONGEST_FURNITURE = 200
"""In characters: no page number, menu or running head is longer, and no form is tried on more."""
SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Form:
    """What a line of one sort looks like, and why it is of that sort."""

    pattern: re.Pattern[str]
    reason: str


@dataclass(frozen=True, slots=True)
class ShellRule:
    """What becomes of lines that the reader has marked with one sort of `shell`."""

    removed: bool
    reason: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All of it; see the comments in the file for what each list means."""

    shells: Mapping[str, ShellRule]
    page_numbers: tuple[Form, ...]
    page_numbers_at_edges: tuple[Form, ...]
    web: tuple[Form, ...]
    web_around: tuple[Form, ...]
    journal: tuple[Form, ...]
    end_marks: str
    advertisements: tuple[Form, ...]
    bullet: re.Pattern[str]
    place_kinds: frozenset[str]
    spread_words: frozenset[str]
    units: tuple[str, ...]
    strays: Mapping[str, str]
    units_carried_over: frozenset[str]
    openers: tuple[Form, ...]
    likely_openers: tuple[Form, ...]
    elements: tuple[Form, ...]


def fold_line(text: str) -> str:
    """A line as the forms see it: NFKC, without any spaces."""
    return SPACES.sub("", unicodedata.normalize("NFKC", text))


def find_form(forms: Sequence[Form], folded: str) -> Form | None:
    """The first form that the whole folded line has."""
    if len(folded) > LONGEST_FURNITURE:
        return None
    return next((form for form in forms if form.pattern.fullmatch(folded)), None)


def starts_with(forms: Sequence[Form], folded: str) -> bool:
    """Whether a folded line begins with one of the forms."""
    return any(form.pattern.match(folded) for form in forms)


@cache
def lexicon() -> Lexicon:
    """The lexicon of the process."""
    text = files("generator.importers.cleaning").joinpath("cleaning_words.yaml").read_text(encoding="utf-8")
    data: Mapping[str, Any] = yaml.safe_load(text)
    return Lexicon(
        shells={name: shell_rule(rule) for name, rule in data["读件所知"].items()},
        page_numbers=forms_of(data["页码"]["必是"]),
        page_numbers_at_edges=forms_of(data["页码"]["在页边"]),
        web=forms_of(data["网页"]["随处"]),
        web_around=forms_of(data["网页"]["首尾"]),
        journal=forms_of(data["刊物"]),
        end_marks=data["文末符号"],
        advertisements=forms_of(data["广告"]["句"]),
        bullet=re.compile(data["广告"]["项目符号"]),
        place_kinds=frozenset(data["单字名"].split()),
        spread_words=frozenset(data["分开的词"].split()),
        units=tuple(sorted(set(data["单位"].split()))),
        strays=dict(data["误识"]),
        units_carried_over=frozenset(data["续单位"].split()),
        openers=forms_of(data["另起"]),
        likely_openers=forms_of(data["像段首"]),
        elements=forms_of(data["不续"]),
    )


def forms_of(entries: Sequence[Mapping[str, str]]) -> tuple[Form, ...]:
    """Compile a list of the file."""
    return tuple(Form(re.compile(entry["样式"]), entry["理由"]) for entry in entries)


def shell_rule(entry: Mapping[str, str]) -> ShellRule:
    """Read what becomes of one sort of shell."""
    return ShellRule(entry["去除"] == "是", entry["理由"])
