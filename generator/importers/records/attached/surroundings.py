"""What a record needs and a table seldom says: region, period, reporter; what is guessed is 待确认."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from generator.hanzi.calendar import parse_time
from generator.importers.records.context import Context
from generator.library import NATIONWIDE
from generator.models.case import Tier
from generator.models.fields import Absent
from generator.models.reference import Region

TO_FILL, NOT_WRITTEN = Absent.TO_FILL.value, Absent.NOT_WRITTEN.value
TIERS = (Tier.PROVINCE, Tier.CITY, Tier.COUNTY)
"""By the depth of a region below the nation."""
SPAN = r"(?:19|20)\d{2}年(?:\d{1,2}月)?(?:(?:至|[-—–~])(?:(?:(?:19|20)\d{2}年)?\d{1,2}月|(?:19|20)\d{2}年))?"
YEARS = r"(?:19|20)\d{2}(?:[-—–]|至)(?:19|20)\d{2}年"
PERIOD = re.compile(rf"(?:{YEARS}|{SPAN})(?:度|以来|上半年|下半年)?")
YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?=\s*[年-])")


@dataclass(slots=True)
class Doubts:
    """待确认 of one record, in the order in which they arose."""

    entries: list[dict[str, Any]] = field(default_factory=list)

    def add(self, key: str, reason: str, candidates: Iterable[str] = ()) -> None:
        """A field that could not be told for certain, with what it might be."""
        listed = list(dict.fromkeys(candidates))
        entry: dict[str, Any] = {"字段": key}
        if listed:
            entry["候选"] = listed
        self.entries.append({**entry, "理由": reason})


def own_name(context: Context, region: Region) -> str:
    """What a region is called within the one above it: 河南省濮阳市 is 濮阳市 in 河南省."""
    parent = context.library.regions.get(region.parent or "")
    above = parent.full_name if parent and parent.full_name != NATIONWIDE else ""
    return region.full_name.removeprefix(above)


def regions_in(context: Context, text: str) -> tuple[str, ...]:
    """The known regions that a text names: the one that it names first, then the most frequent ones."""
    regions = context.library.regions.values()
    called = {region.full_name: own_name(context, region) for region in regions}
    counts = {name: text.count(own) for name, own in called.items() if name != NATIONWIDE and own in text}
    frequent = sorted(counts, key=lambda name: (-counts[name], name))
    if not frequent:
        return ()
    first = min(frequent, key=lambda name: text.index(called[name]))
    return tuple(dict.fromkeys((named_on(context, text, first, frequent), *frequent)))


def named_on(context: Context, text: str, first: str, named: Iterable[str]) -> str:
    """The smaller region whose name goes on right behind the larger one: 河南省 goes on to 郑州市."""
    whole = text[text.index(own_name(context, context.library.regions[first])) :]
    inner = [name for name in named if context.library.lies_in(name, first)]
    spelled = [name for name in inner if whole.startswith(below(name, first, context))]
    return max(spelled, key=len, default=first)


def below(name: str, above: str, context: Context) -> str:
    """How a region is called from the one above it on: 河南省濮阳市华龙区 from 濮阳市 on is 濮阳市华龙区."""
    return own_name(context, context.library.regions[above]) + name.removeprefix(above)


def region_of(context: Context, title: str, text: str, doubts: Doubts) -> str:
    """地区: a smaller region that the title names, else that of the document, else the text's own."""
    titled = [
        name
        for name in regions_in(context, title)
        if not context.region or context.library.lies_in(name, context.region)
    ]
    deepest = max(titled, key=lambda name: len(context.library.region_path(name)), default="")
    if deepest or context.region:
        return deepest or context.region
    found = regions_in(context, text)
    doubts.add("地区", "原件没有写明地区，按文中提到的地区推测" if found else "原件没有写明地区", found[:4])
    return found[0] if found else TO_FILL


def tier_of(context: Context, region: str, doubts: Doubts) -> str:
    """层级 of the region; whoever bought may stand on another level."""
    depth = len(context.library.region_path(region))
    if region == TO_FILL or not 1 <= depth <= len(TIERS):
        doubts.add("层级", "地区不明，层级无从推断", [tier.value for tier in Tier])
        return TO_FILL
    tier = TIERS[depth - 1].value
    doubts.add("层级", "按地区的级别推断", [tier])
    return tier


def period_of(context: Context, title: str, text: str, doubts: Doubts) -> str:
    """期间: as the title or the document says it, else the text's own times, else the document's year."""
    stated = [span[0] for span in PERIOD.finditer(title) if is_time(span[0])]
    if stated:
        return stated[0]
    if context.period and is_time(context.period):
        others = [span for span in times_in(text) if span != context.period]
        if others:
            doubts.add("期间", "取所附公文的期间，文中另有自己的时间", [context.period, *others[:4]])
        return context.period
    found = [span for span, _ in Counter(times_in(text)).most_common(3)]
    if context.day is not None:
        found.append(f"{context.day.year}年")
    years = sorted(set(YEAR.findall(text)))
    if len(years) > 1:
        found.append(f"{years[0]}年至{years[-1]}年")
    doubts.add("期间", "原件没有写明所涉期间，按文中的时间推测" if found else "原件没有写明时间", found)
    return found[0] if found else TO_FILL


def times_in(text: str) -> list[str]:
    """The times that a text names and that can be read."""
    return [span[0] for span in PERIOD.finditer(re.sub(r"[ \u3000]", "", text)) if is_time(span[0])]


def is_time(text: str) -> bool:
    """Whether words can be read as a time."""
    try:
        parse_time(text)
    except ValueError:
        return False
    return True


def reporter_of(context: Context, named: str, doubts: Doubts) -> str:
    """填报单位: as the table says it, without （盖章）, else who issued the document that bears it."""
    if named:
        return named
    if context.issuers:
        doubts.add("填报单位", "表上没有写填报单位，取所附公文的发文机关", context.issuers)
        return context.issuers[0]
    doubts.add("填报单位", "表上没有写填报单位")
    return NOT_WRITTEN
