"""What the gallery shows: its samples in groups, and on each the elements to look for and to measure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
LIBRARY = HERE / "library"
EXPECTED = HERE / "expected"
ROOT = HERE.parents[1]
SITE_TEXT = ROOT / "site" / "text" / "版式图鉴.md"
PICTURES = SITE_TEXT.with_suffix("")


@dataclass(frozen=True, slots=True)
class Element:
    """An element of a sample: what it is called, its clause, where it stands, what the standard asks.

    Attributes:
        name: Its name: 发文机关标志.
        clause: The clause that speaks of it; empty where the standard does not.
        page: The page that it stands on, counted from 1.
        words: Words by which it is found, first on its page; or
        last_words: the same, last on its page; or
        rule: the number of a rule from above, negative from below.
        wanted: What is measured, and what the standard asks for: the name of a value in `gbt9704.yaml`,
            a length, or a sum of such.
    """

    name: str
    clause: str
    page: int
    words: str = ""
    last_words: str = ""
    rule: int = 0
    wanted: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Sample:
    """A document of the gallery.

    Attributes:
        id: The 编号 of its record.
        caption: What it shows.
        page: Its telling page.
        elements: What is measured.
        full_pages: Pages that text alone fills.
        exempt: Why LibreOffice cannot lay it out as Word does; empty for all but one.
    """

    id: str
    caption: str
    page: int
    elements: tuple[Element, ...]
    full_pages: tuple[int, ...] = ()
    exempt: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Samples of one part of the standard."""

    name: str
    words: str
    samples: tuple[Sample, ...]


@cache
def groups() -> tuple[Group, ...]:
    """The groups in the order of the page."""
    content = yaml.safe_load((HERE / "samples.yaml").read_text(encoding="utf-8"))
    return tuple(
        Group(one["组"], one["说明"], tuple(read_sample(sample) for sample in one["样张"])) for one in content
    )


def samples() -> Iterator[Sample]:
    """Every sample."""
    return (sample for group in groups() for sample in group.samples)


def read_sample(entry: Mapping[str, Any]) -> Sample:
    """One sample of the file."""
    return Sample(
        id=entry["编号"],
        caption=entry["题"],
        page=entry["页"],
        elements=tuple(read_element(one, entry["页"]) for one in entry["要素"]),
        full_pages=tuple(entry.get("满页", ())),
        exempt=entry.get("例外", ""),
    )


def read_element(entry: Mapping[str, Any], page: int) -> Element:
    """One element of the file; it stands on the telling page unless it says otherwise."""
    return Element(
        name=entry["名"],
        clause=str(entry.get("条", "")),
        page=entry.get("页", page),
        words=str(entry.get("字", "")),
        last_words=str(entry.get("末字", "")),
        rule=entry.get("线", 0),
        wanted=entry.get("应"),
    )
