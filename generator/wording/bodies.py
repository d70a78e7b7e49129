"""TERM008: a body's short name that neither the 机构库 knows nor the document introduces."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from generator.hanzi.marks import cited_titles
from generator.wording.written import Slip, Written

CODE = "TERM008"
SHORT = (
    "文旅[局厅委]|文广新?旅?[局厅]|卫健[委局]|卫计[委局]|人社[局厅]|住建[局厅委]|城管[局委]|发改[委局]|经信[委局厅]|"
    "工信[局厅委]|市监局|国土局|编办"
)
"""Names of bodies in which the field itself is shortened; 市财政局 is short for nothing."""
NAME = re.compile(rf"(?P<name>(?:自治区|[省市县区州旗])?(?:{SHORT}))(?![公室事])")
INTRODUCED = re.compile("以下(?:统)?简称[:：]?[“‘「]?([^”’」）)，。]{2,20})")


@dataclass(frozen=True, slots=True)
class KnownBodies:
    """Full names and aliases of the 机构库."""

    names: frozenset[str]

    def knows(self, name: str) -> bool:
        """Whether a name is known, or ends one that is (市财政局 in 濮阳市财政局)."""
        return name in self.names or any(known.endswith(name) for known in self.names)

    def near(self, name: str) -> str | None:
        """The one known name that spells it out: 市卫健委 is 濮阳市卫生健康委员会; several tell nothing."""
        inside = re.compile(".*".join(map(re.escape, name)))
        found = [known for known in self.names if inside.search(known)]
        return found[0] if len(found) == 1 else None


def check_bodies(texts: Iterable[Written], bodies: KnownBodies) -> Iterator[tuple[Written, Slip]]:
    """Each unknown short name of a document once, where it stands first.

    A table without bodies judges nothing.
    """
    written = tuple(texts)
    introduced = frozenset(name for text in written for name in INTRODUCED.findall(text.text))
    told: set[str] = set()
    for text in written if bodies.names else ():
        for name, start in short_names(text.text):
            if name not in told and not bodies.knows(name) and not is_introduced(name, introduced):
                told.add(name)
                yield text, unknown(name, start, bodies)


def short_names(text: str) -> Iterator[tuple[str, int]]:
    """Shortened names of bodies with the character of their region (区文旅局), outside 书名号."""
    titles = [(start, end) for _, start, end in cited_titles(text)]
    for match in NAME.finditer(text):
        if not any(start <= match.start() < end for start, end in titles):
            yield match["name"], match.start()


def is_introduced(name: str, introduced: Collection[str]) -> bool:
    """Whether the document says what the name stands for."""
    return any(name == short or name.endswith(short) for short in introduced)


def unknown(name: str, start: int, bodies: KnownBodies) -> Slip:
    """The finding about a name."""
    near = bodies.near(name)
    hint = f"是不是“{near}”？" if near else ""
    hint += "首次出现写全称并注明“（以下简称……）”；常用的简称加进机构库的“别名”"
    return Slip(CODE, f"机构简称“{name}”在机构库里没有，文中也没有说明", hint, start)
