"""Who issued a text, for which region, and with which force: looked up in 机构库 and 行政区划, or guessed.

A guess is never stored as known: it comes with its candidates, for 待确认.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from generator.hanzi.docnumber import DocNumber
from generator.library import NATIONWIDE, Library
from generator.models.fields import Absent
from generator.models.policy import Authority
from generator.models.reference import Body

MARK_ENDS = ("文件", "命令", "令")
MINUTES = "纪要"
PARTY = re.compile(r"^(?:中共|中国共产党)|(?:党委|市委|县委|区委|省委|党组|纪委|纪律检查委员会|办公厅)$")
CENTRAL = "中央"
WORKING_GENRES = ("报告", "请示", "函", "批复", "纪要", "通报", "议案", "名单", "表")
COUNTRY = "中华人民共和国"
COURTS = ("最高人民法院", "最高人民检察院")
INTERPRETATIONS = ("解释", "规定", "规则", "批复", "决定")
"""The forms of 司法解释 (《最高人民法院关于司法解释工作的规定》第六条)."""
CENTRAL_NAMES = (COUNTRY, "国务院", "全国人民代表大会", "中共中央", *COURTS)
MINISTRY = re.compile(r"^[^省市县区州旗盟]+(?:部|总局|署)$|^国家[^省市县区州旗盟]+$")
NATIONAL_TEXTS = {"法": Authority.LAW, "条例": Authority.REGULATION}
"""What a text is whose title begins with the name of the state."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A value with its candidates; certain where the reference tables say so.

    `value` is what the record takes: the first candidate, or 待补 where there is none.
    """

    value: str
    candidates: tuple[str, ...] = ()
    reason: str = ""

    @property
    def certain(self) -> bool:
        """Whether nobody needs to look at it."""
        return not self.reason


# --- bodies ---------------------------------------------------------------------------------------


def bodies_in_mark(mark: str) -> tuple[str, ...]:
    """The name that a 发文机关标志 bears: 山东省财政厅文件 → 山东省财政厅; minutes name none."""
    if mark.endswith(MINUTES):
        return ()
    bare = next((mark.removesuffix(end) for end in MARK_ENDS if mark.endswith(end)), mark)
    return (bare,) if bare else ()


def full_name(library: Library, printed: str) -> Guess:
    """The full name of a body: its own, or that of the only one known by this short name."""
    if printed in library.bodies_by_name:
        return Guess(printed)
    known = tuple(body.name for body in library.bodies.values() if printed in body.aliases)
    longer = tuple(name for name in library.bodies_by_name if name.endswith(printed) and name != printed)
    found = tuple(dict.fromkeys((*known, *longer)))
    if len(found) == 1 and known:
        return Guess(found[0])
    if found:
        return Guess(printed, (printed, *found), f"机构库里有几个机构可能就是“{printed}”，请选全称")
    return Guess(printed)


def body_by_code(library: Library, number: DocNumber | None) -> str:
    """The body whose 机关代字 a number bears; empty where none or several do."""
    if number is None:
        return ""
    found = [body.name for body in library.bodies.values() if number.code in (*body.codes, body.name)]
    return found[0] if len(found) == 1 else ""


# --- regions --------------------------------------------------------------------------------------


def region_of(library: Library, issuers: tuple[str, ...], title: str = "") -> Guess:
    """The region that a text applies to: that of the body that issued it."""
    for name in issuers:
        body = library.bodies_by_name.get(name)
        if body:
            return Guess(body.region)
    if title.startswith((COUNTRY, *COURTS)) or any(name.startswith(CENTRAL_NAMES) for name in issuers):
        return Guess(NATIONWIDE)
    named = tuple(dict.fromkeys(regions_named(library, (*issuers, title))))
    if not named and any(MINISTRY.search(name) for name in issuers):
        return Guess(NATIONWIDE, (NATIONWIDE,), "机关名称像国务院部门")
    longest = named[:1]
    if len(named) == 1 or (named and all(longest[0].startswith(other) for other in named[1:])):
        return Guess(longest[0], longest, "由机关名称或标题中的地名推出")
    reason = "机关名称里的地名对应几个地区" if named else "没有找到发文机关所在的地区"
    return Guess(Absent.TO_FILL.value, named, reason)


def regions_named(library: Library, names: tuple[str, ...]) -> Iterator[str]:
    """Regions whose name a body or a title begins with, those of the longest names first."""
    if library not in FORMS:
        FORMS[library] = tuple(forms_of(library))
    for name in filter(None, names):
        yield from (full for full, forms in FORMS[library] if name.startswith(forms))


FORMS: WeakKeyDictionary[Library, tuple[tuple[str, tuple[str, ...]], ...]] = WeakKeyDictionary()
"""How the regions of a library are called, worked out at the first question."""


def forms_of(library: Library) -> Iterator[tuple[str, tuple[str, ...]]]:
    """How each region stands before the name of a body: in full, from the city on, by its own name."""
    for full in sorted(library.regions, key=lambda name: (-len(name), name)):
        uppers = ("", *(region.full_name for region in library.region_path(full)[:-1]))
        if full != NATIONWIDE:
            yield full, tuple(full.removeprefix(upper) for upper in uppers if full.startswith(upper))


# --- force ----------------------------------------------------------------------------------------


def authority_of(
    library: Library, genre: str, issuers: tuple[str, ...], number: DocNumber | None, title: str = ""
) -> Guess:
    """效力级别 by 文种, issuing body, kind of number and name; always a guess."""
    if title.startswith(COUNTRY) and genre in NATIONAL_TEXTS:
        by_name = NATIONAL_TEXTS[genre]
        return Guess(by_name.value, (by_name.value,), "按标题推断")
    body = next((library.bodies_by_name[name] for name in issuers if name in library.bodies_by_name), None)
    found = tuple(level.value for level in likely(genre, issuers, number, body))
    if not found:
        return Guess(Absent.TO_FILL.value, (), "不知道发文机关，无法判断")
    return Guess(found[0], found, "按文种和发文机关的层级推断")


def likely(
    genre: str, issuers: tuple[str, ...], number: DocNumber | None, body: Body | None
) -> tuple[Authority, ...]:
    """Authorities, the likeliest first."""
    if not issuers:
        return ()
    central = body.level == CENTRAL if body else is_central(issuers[0])
    if number is not None and not number.year:
        return order_of(issuers[0], central=central)
    if issuers[0].startswith(COURTS):
        return of_court(genre)
    if genre.endswith(WORKING_GENRES):
        return Authority.WORKING, Authority.NORMATIVE if central else Authority.LOCAL_NORMATIVE
    if central:
        return Authority.NORMATIVE, Authority.WORKING
    party = (Authority.PARTY,) if any(PARTY.search(name) for name in issuers) else ()
    return (Authority.LOCAL_NORMATIVE, *party, Authority.WORKING)


def of_court(genre: str) -> tuple[Authority, ...]:
    """What the highest court and procuratorate issue: 司法解释 by certain names, else texts of their work."""
    if genre in INTERPRETATIONS:
        return Authority.JUDICIAL, Authority.NORMATIVE, Authority.WORKING
    return Authority.NORMATIVE, Authority.JUDICIAL, Authority.WORKING


def is_central(name: str) -> bool:
    """Whether a body that no table knows has a name as the bodies of the state have."""
    return name.startswith(CENTRAL_NAMES) or MINISTRY.search(name) is not None


def order_of(issuer: str, *, central: bool) -> tuple[Authority, ...]:
    """What an order (令) promulgates."""
    if issuer.startswith("国务院") or issuer == f"{COUNTRY}国务院":
        return Authority.REGULATION, Authority.NORMATIVE
    return (
        (Authority.RULE, Authority.NORMATIVE)
        if central
        else (Authority.LOCAL_RULE, Authority.LOCAL_NORMATIVE)
    )
