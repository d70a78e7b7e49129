"""Levels of bodies: which stand above which, and whom a body of each level addresses when it sends down."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.chain.effect import day_of_issue
from generator.library import NATIONWIDE, Library
from generator.models.issued import Direction, IssuedDocument
from generator.models.policy import IssuingFacts, RelationType
from generator.models.reference import Body

RANKS: Mapping[str, int] = {"中央": 0, "省级": 1, "市级": 2, "县级": 3, "乡级": 4}
NAMED = (
    (0, re.compile("^(?:中共中央|国务院|国家|全国|(?:(?![省市县区州盟旗])[\u4e00-\u9fff]){2,10}部$)")),
    (1, re.compile("^(?:北京|天津|上海|重庆)市[^区县]*$")),
    (4, re.compile("(?:街道办事处|[乡镇](?:人民政府|财政所))$")),
    (1, re.compile("(?:省|自治区)(?:(?![市县区州盟旗])[\u4e00-\u9fff]){2,14}$|厅$")),
    (
        3,
        re.compile(
            "市[\u4e00-\u9fff]{1,6}[区县市旗][\u4e00-\u9fff]{2,}$|^[\u4e00-\u9fff]{1,6}[县区旗][\u4e00-\u9fff]{2,}$"
        ),
    ),
    (2, re.compile("[市州盟][\u4e00-\u9fff]{2,}$")),
)
"""Levels as names tell them, the first form that fits."""
MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
AUTONOMOUS = "自治区"


@dataclass(frozen=True, slots=True)
class Addressing:
    """Whom a notice addresses, and why.

    Attributes:
        names: 主送, each kind of bodies in one entry.
        reason: what the proposal rests on, for the person who drafts.
    """

    names: tuple[str, ...]
    reason: str


def rank_of(library: Library, name: str) -> int | None:
    """The level of a body, 0 for the centre; None where neither 机构库 nor the name tells."""
    body = find_body(library, name)
    if body is not None:
        return RANKS.get(body.level)
    return next((rank for rank, form in NAMED if form.search(name)), None)


def find_body(library: Library, name: str) -> Body | None:
    """A body of 机构库 by its full name, or by a short name that is that of one body alone."""
    known = library.bodies_by_name.get(name)
    if known is not None:
        return known
    found = [body for body in library.bodies.values() if name in body.aliases]
    return found[0] if len(found) == 1 else None


def stands_above(library: Library, name: str, own: str) -> bool:
    """Whether a body stands above another: in 机构库 with a higher level over the same region."""
    body, ours = find_body(library, name), find_body(library, own)
    if body is None or ours is None:
        return False
    higher = RANKS.get(body.level, 9) < RANKS.get(ours.level, 9)
    return higher and (body.region == NATIONWIDE or library.lies_in(ours.region, body.region))


def usual_addressees(library: Library, issuer: str) -> Addressing:
    """主送 of a notice that a body sends down: as it did before, else as is usual at its level."""
    before = precedent(library, issuer)
    if before is not None:
        return Addressing(before.addressees, f"照本机关“{before.id}”的主送")
    rank = rank_of(library, issuer)
    names = {
        0: from_centre,
        1: from_province,
        2: from_city,
        3: from_county,
        4: from_town,
    }.get(-1 if rank is None else rank, from_city)(library, issuer)
    level = next((name for name, number in RANKS.items() if number == rank), "")
    return Addressing(names, f"按{level or '市级'}机关拟的，核对统称")


def precedent(library: Library, issuer: str) -> IssuingFacts | None:
    """The latest text that the body sent to several kinds of bodies below, forwarding ones first."""
    sent = [
        record
        for record in library.every(IssuingFacts)
        if record.issuers[:1] == (issuer,) and goes_down(record) and len(record.addressees) > 1
    ]
    forwarding = [record for record in sent if any(r.type is RelationType.FORWARDS for r in record.relations)]
    return next(iter((*reversed(forwarding), *reversed(sent))), None)


def goes_down(record: IssuingFacts) -> bool:
    """Whether a text went to bodies below; a draft of our own is no example."""
    if isinstance(record, IssuedDocument):
        return record.direction is Direction.DOWN and day_of_issue(record) is not None
    return True


def from_centre(_library: Library, issuer: str) -> tuple[str, ...]:
    """From the centre: the provinces and the ministries."""
    office = department_of(issuer)
    if office == "人民政府":
        return "各省、自治区、直辖市人民政府", "国务院各部委、各直属机构"
    counterpart = "财政厅（局），新疆生产建设兵团财政局" if office == "财政局" else "人民政府"
    return f"各省、自治区、直辖市、计划单列市{counterpart}", "国务院有关部委、有关直属机构"


def from_province(_library: Library, issuer: str) -> tuple[str, ...]:
    """From a province: its cities and its own departments."""
    office = department_of(issuer)
    if issuer.startswith(MUNICIPALITIES):
        return f"各区{office}", "市级各部门、单位"
    if AUTONOMOUS in issuer:
        return f"各地（州、市）{office}", "自治区各部门、单位"
    return f"各市{office}", "省直各部门、单位"


def from_city(library: Library, issuer: str) -> tuple[str, ...]:
    """From a city: its counties and its own departments."""
    return f"各{kinds_below(library, issuer)}{department_of(issuer)}", "市直各部门、单位"


def from_county(_library: Library, issuer: str) -> tuple[str, ...]:
    """From a county or district: its towns and its own departments."""
    office = "财政所" if department_of(issuer) == "财政局" else "人民政府（办事处）"
    seat = re.search("[县区旗](?=[^县区旗]*$)", issuer)
    if seat and seat[0] == "区":
        return f"各镇（街道）{office}", "区直各部门、单位"
    return f"各乡镇（街道）{office}", f"{seat[0] if seat else '市'}直各部门、单位"


def from_town(_library: Library, _issuer: str) -> tuple[str, ...]:
    """From a town: its villages and its own offices."""
    return "各村（居）民委员会", "机关各办公室、所属各单位"


def kinds_below(library: Library, issuer: str) -> str:
    """How the counties of a city are called together: 区县, 县区, 县（市、区）."""
    body = library.bodies_by_name.get(issuer)
    below = [region.full_name for region in library.regions.values() if body and region.parent == body.region]
    kinds = {name[-1] for name in below}
    return "区县" if kinds == {"区", "县"} and len(below) > 1 else "县（市、区）"


def department_of(issuer: str) -> str:
    """What the bodies below are called that answer to a body: a 厅 has 局 below it."""
    if re.search("人民政府(?:办公[厅室])?$", issuer) or issuer.startswith("国务院"):
        return "人民政府"
    if "财政" in issuer:
        return "财政局"
    found = re.search("[省市县区州盟旗]([^省市县区州盟旗]{2,}?)(?:厅|局|委员会|委|办公室)$", issuer)
    return f"{found[1]}局" if found else "有关部门"
