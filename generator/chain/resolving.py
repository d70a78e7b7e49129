"""Which record a citation means: by its 文号 first, then by its title; and how sure that is."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from generator.chain.index import CitationIndex, Named, index_of
from generator.chain.prefixes import can_mean
from generator.compose.effective import region_of
from generator.hanzi.citations import Citation
from generator.hanzi.titles import GENRES
from generator.library import Library

BARE_NAMES = frozenset(GENRES) | {
    "若干意见",
    "实施意见",
    "指导意见",
    "若干规定",
    "暂行办法",
    "管理办法",
    "实施办法",
}
"""Short names that a text gives to another and that mean nothing outside it."""


class Match(StrEnum):
    """What of a citation agrees with the record it means."""

    BOTH = "题名和文号都相符"
    NUMBER = "文号相符"
    TITLE = "题名相符"
    OTHER_TITLE = "文号相符，库里是另一个题名"
    OTHER_NUMBER = "题名相符，库里是另一个文号"
    CONFLICT = "题号不符"
    SEVERAL = "有几份相符"
    NONE = "库里没有"


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a citation means.

    Attributes:
        record: the 编号 of the record, None where there is none or several are as likely.
        candidates: every record that it can mean, in the order of their files.
        certain: whether the record is beyond doubt.
        reason: why, in words for the reader.
        match: the same as a kind.
    """

    record: str | None
    candidates: tuple[str, ...]
    certain: bool
    reason: str
    match: Match


def resolve(library: Library, citation: Citation, region: str = "") -> Resolution:
    """The record that a citation means.

    Args:
        library: the records.
        citation: what is cited.
        region: the region of the text that cites, to choose by among texts of one title; empty for none.
    """
    found = find_record(library, citation)
    if found.match is not Match.SEVERAL or not region:
        return found
    near = [name for name in found.candidates if region_of(library, library.entries[name].record) == region]
    if len(near) != 1:
        return found
    reason = f"{found.reason}；按引用它的文件的地区取“{near[0]}”"
    return Resolution(near[0], found.candidates, certain=False, reason=reason, match=found.match)


def find_record(library: Library, citation: Citation) -> Resolution:
    """The record that a citation means by its own words."""
    index = index_of(library)
    numbered = index.with_number(citation.number) if citation.number else ()
    titled = with_title(index, citation.title) if citation.title else ()
    agreeing = tuple(record_id for record_id in numbered if record_id in titled)
    if agreeing:
        return settled(agreeing, Match.BOTH)
    if numbered and titled:
        return conflicting(index, numbered, titled)
    if numbered:
        return by_number(citation, numbered)
    return by_title(library, citation, titled)


def settled(found: tuple[str, ...], match: Match, reason: str = "") -> Resolution:
    """One record beyond doubt, or several that are as likely."""
    if len(found) == 1:
        return Resolution(found[0], found, certain=True, reason=reason or match.value, match=match)
    names = "、".join(found)
    return Resolution(None, found, certain=False, reason=f"{Match.SEVERAL}：{names}", match=Match.SEVERAL)


def conflicting(index: CitationIndex, numbered: tuple[str, ...], titled: tuple[str, ...]) -> Resolution:
    """Number and title point at different records."""
    both = tuple(record.id for record in index.texts if record.id in {*numbered, *titled})
    reason = f"{Match.CONFLICT}：文号是“{'、'.join(numbered)}”的，题名是“{'、'.join(titled)}”的"
    return Resolution(None, both, certain=False, reason=reason, match=Match.CONFLICT)


def by_number(citation: Citation, numbered: tuple[str, ...]) -> Resolution:
    """A number that is known, with no title or with one that the library does not know."""
    if not citation.title or citation.title in BARE_NAMES:
        incomplete = citation.number is not None and not citation.number.code
        found = settled(numbered, Match.NUMBER)
        return uncertain(found, "只写了令的序号，没有写机关") if incomplete else found
    return uncertain(settled(numbered, Match.OTHER_TITLE), Match.OTHER_TITLE.value)


def by_title(library: Library, citation: Citation, titled: tuple[str, ...]) -> Resolution:
    """A title, where the number is not given or not known."""
    if not titled:
        return Resolution(None, (), certain=False, reason=reason_for_none(citation), match=Match.NONE)
    known = library.entries[titled[0]].record
    if citation.number and citation.number.code and not isinstance(getattr(known, "number", ""), str):
        return uncertain(settled(titled, Match.OTHER_NUMBER), Match.OTHER_NUMBER.value)
    return settled(titled, Match.TITLE)


def uncertain(found: Resolution, reason: str) -> Resolution:
    """The same with a doubt."""
    if found.match is Match.SEVERAL:
        return found
    return Resolution(found.record, found.candidates, certain=False, reason=reason, match=found.match)


def reason_for_none(citation: Citation) -> str:
    """Why nothing was found."""
    if citation.title in BARE_NAMES and citation.number is None:
        return "简称，前文没有说明指哪份文件"
    return Match.NONE.value


def with_title(index: CitationIndex, title: str) -> tuple[str, ...]:
    """The texts that a title can mean, by the first way of comparing that finds any."""
    if title in BARE_NAMES:
        return ()
    named = index.named(title)
    whole = index.by_title.get(named.whole, ())
    issued = (
        index.by_issued.get(named.rest, ()),
        index.by_rest.get(named.issued, ()) if named.issued else (),
    )
    others = (of_body(index, named, found) for found in (index.by_rest.get(named.rest, ()), *issued))
    return tuple(whole) or next((found for found in others if found), ())


def of_body(index: CitationIndex, named: Named, found: Collection[str]) -> tuple[str, ...]:
    """Those of some texts that the body named in a title can have issued."""
    return tuple(name for name in found if not named.body or can_mean(named.body, index.full_names(name)))
