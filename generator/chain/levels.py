"""Levels of bodies: which stand above which, and whom a body of each level addresses when it sends down."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.duties.handing_on import issued_on
from generator.library import NATIONWIDE, Library
from generator.models.issued import Direction, IssuedDocument
from generator.models.policy import IssuingFacts, RelationType
from generator.models.reference import Body

RANKS: Mapping[str, int] = {"中央": 0, "省级": 1, "市级": 2, "县级": 3, "乡级": 4}
LETTER = "[\u4e00-\u9fff]"
CITY = "市(?![场容政民])"
CENTRE = re.compile(f"^(?:中共中央|国务院|国家|全国|(?:(?![省市县区州盟旗]){LETTER}){{2,10}}部$)")
CENTRAL_SYSTEM = re.compile("^国家税务总局(?=.{2}.*局$)")
"""What the name of a local tax office begins with; its own place comes next."""
MUNICIPALITY = re.compile("^(?:北京|天津|上海|重庆)市")
PROVINCE = re.compile(f"^{LETTER}{{0,8}}?(?:省|自治区)(?={LETTER}{{2}})")
TOWN = re.compile("(?:街道办事处|[乡镇](?:人民政府|财政所))$")
ZONE = re.compile("(?:开发|高新|园|示范|合作|功能|雄安新)区")
"""A zone may be of any level."""
COUNTY = re.compile(
    f"{CITY}{LETTER}{{1,6}}(?:[区县旗]|{CITY}){LETTER}{{2,}}$|^(?:(?!{CITY}){LETTER}){{0,6}}[县区旗]{LETTER}{{2,}}$"
)
OF_A_CITY = re.compile(f"(?:{CITY}|[州盟]){LETTER}{{2,}}$|{CITY}委$")
MUNICIPALITIES = ("北京市", "天津市", "上海市", "重庆市")
AUTONOMOUS = "自治区"
PARTY = "委"
"""What committees of the Party end with: 省委 sends down to 各市委."""
OF_THE_PARTY = re.compile("(?:[省市县区州盟旗]|自治区)委(?:办公[厅室])?$")
PLACE = f"(?:[省县区州盟旗]|{CITY})"
DEPARTMENT = re.compile(
    f"^(?:.*{PLACE})?(?P<office>(?:(?!{PLACE}){LETTER}){{2,}}?)(?:厅|局|委员会|委|办公室)$"
)


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
    return named_rank(CENTRAL_SYSTEM.sub("", name))


def named_rank(name: str) -> int | None:
    """The level that the places in a name tell, the nearest to its end; None where they do not."""
    if CENTRE.match(name):
        return 0
    province = PROVINCE.match(name) or MUNICIPALITY.match(name)
    rest = name[province.end() :] if province else name
    if TOWN.search(rest):
        return 4
    if ZONE.search(rest):
        return None
    if COUNTY.search(rest):
        return 3
    if OF_A_CITY.search(rest):
        return 2
    return 1 if province or rest.endswith("厅") else None


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
    unsure = "从名称不能判断本机关的层级，暂按市级机关拟的，请改写"
    return Addressing(names, f"按{level}机关拟的，核对统称" if level else unsure)


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
        return record.direction is Direction.DOWN and issued_on(record) is not None
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


TOWN_OFFICES = {"财政局": "财政所", PARTY: "党（工）委"}


def from_county(_library: Library, issuer: str) -> tuple[str, ...]:
    """From a county or district: its towns and its own departments."""
    office = TOWN_OFFICES.get(department_of(issuer), "人民政府（办事处）")
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
    if OF_THE_PARTY.search(issuer):
        return PARTY
    found = DEPARTMENT.match(issuer)
    return f"{found['office']}局" if found else "有关部门"
