"""Lists of bodies in 主送 and 抄送: where one name ends and the next begins, and who stands below."""

from __future__ import annotations

import re
from collections.abc import Iterator

UNIT = r"(?:自治[区州县]|直辖市|[省市州县区旗盟乡镇])"
COLLECTIVE = re.compile(rf"各{UNIT}(?:、{UNIT})+")
"""各市、县财政局 is one name: its 、 parts kinds of places and no bodies."""
PLACE = r"(?:省|市(?![场容政])|县|区(?!域)|国(?![有际土防]))"
SEPARATOR = re.compile(rf"[、，,；;]|以及|[和及](?={PLACE})")
"""What stands between two names; 和 inside a name (发展和改革委员会) parts nothing."""
BELOW = re.compile(r"各(?:县|区|市、?县|乡|镇|街道)|县（|区（|镇（|乡镇|下属|所属")


def split_bodies(line: str) -> tuple[str, ...]:
    """The names of a list one by one: 省财政厅、省民政厅和省审计厅 are three."""
    return tuple(name.strip() for name in parts_of(line) if name.strip())


def parts_of(line: str) -> Iterator[str]:
    """What stands between the separators, those inside a collective name left alone."""
    collective = [match.span() for match in COLLECTIVE.finditer(line)]
    start = 0
    for match in SEPARATOR.finditer(line):
        if not any(first <= match.start() < last for first, last in collective):
            yield line[start : match.start()]
            start = match.end()
    yield line[start:]


def reads_as_subordinate(name: str) -> bool:
    """Whether a name by its words is that of bodies below: 各县财政局, 县（区）财政局."""
    return BELOW.search(name) is not None
