"""Our own scripts and styles hold nothing that a browser of five years ago cannot read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.pages.shipped import site_home

THEME = site_home(Path(__file__).parents[2]) / "site" / "theme" / "assets"
SCRIPTS = sorted(THEME.rglob("*.js"))
STYLES = sorted(THEME.rglob("*.css"))
STRING = r""""(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`"""
COMMENT = r"/\*.*?\*/|//[^\n]*"
PATTERN = r"(?<=[(,=:!&|?\[])\s*/(?![*/])(?:[^/\\\n\[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+/[a-z]*"
NO_CODE = re.compile(f"{COMMENT}|{STRING}|{PATTERN}", re.DOTALL)
NEWER = {
    "?.": re.compile(r"\?\.(?!\d)"),
    "??": re.compile(r"\?\?"),
    "||= &&=": re.compile(r"\|\|=|&&="),
    "static {": re.compile(r"\bstatic\s*\{"),
    "class fields": re.compile(r"\bthis\.#|^\s*#\w+", re.MULTILINE),
    "numbers with _ or n": re.compile(r"\b\d+_\d|\b\d+n\b"),
    "async, modules": re.compile(r"\bimport\s*[({'\"*]|\bexport\b|\bimport\.meta\b"),
    "newer methods": re.compile(
        r"\.(?:replaceAll|matchAll|at|findLast|findLastIndex|toSorted|toReversed|toSpliced|with|hasOwn|groupBy"
        r"|allSettled|any|withResolvers|structuredClone|isWellFormed|replaceChildren)\("
    ),
    "newer names": re.compile(r"\b(?:globalThis|structuredClone|WeakRef|BigInt|AggregateError)\b"),
}
NEWER_STYLE = re.compile(
    r":has\(|@container\b|@layer\b|@scope\b|color-mix\(|oklch\(|light-dark\(|\b\d*[dsl]v[hw]\b|[{;]\s*&"
)


def code_of(script: str) -> str:
    """A script without its comments, strings and patterns."""
    return NO_CODE.sub(" 0 ", script)


def newer_in(script: str) -> list[str]:
    """The kinds of newer syntax that a script uses."""
    code = code_of(script)
    return [name for name, pattern in NEWER.items() if pattern.search(code)]


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_a_script_holds_nothing_newer_than_2019(file: Path) -> None:
    assert newer_in(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("file", STYLES, ids=lambda file: file.name)
def test_a_style_holds_nothing_that_needs_a_newer_browser(file: Path) -> None:
    assert NEWER_STYLE.findall(re.sub(COMMENT, "", file.read_text(encoding="utf-8"), flags=re.DOTALL)) == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("a = b?.c;", "?."),
        ("a = b ?? c;", "??"),
        ("a ||= b;", "||= &&="),
        ("class A { static { b(); } }", "static {"),
        ("class A { b() { return this.#c; } }", "class fields"),
        ("a = 1_000;", "numbers with _ or n"),
        ("import('a');", "async, modules"),
        ("a.replaceAll('b', 'c'); d.at(-1);", "newer methods"),
        ("globalThis.a = 1;", "newer names"),
    ],
)
def test_newer_syntax_is_seen(line: str, kind: str) -> None:
    assert newer_in(line) == [kind]


def test_what_only_looks_newer_is_let_through() -> None:
    assert newer_in("/* a?.b */ a = c ? .5 : 1; b = '??'; d = e.match(/x??/); // f.at(1)") == []
