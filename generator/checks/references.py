"""References to nothing: every 编号, region, body and provision that a record points at.

REFR001 no such record, REFR002 a record of another kind, REFR003 a region that 行政区划 does not
know, REFR004 an issuing body that 机构库 does not know.  Where the pointers stand is data.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from generator.checks.near import NearWords, asked
from generator.library import Library
from generator.models.case import Case, Practice
from generator.models.duties import DutyLedger
from generator.models.fields import Absent
from generator.models.issued import CollectionRecord, IssuedDocument
from generator.models.policy import IssuingFacts, Policy
from generator.models.record import Record
from generator.models.reference import Body, BodyTable, CodeTable, Rule, RuleTable
from generator.models.returns import Roster, Statistics, SurveyForm, SurveyReturn, SurveySummary
from generator.problems import Level, Problem
from generator.source.tree import KeyPath

EACH = "*"
"""A step into every item of a list, or every value of a group."""
Target = type[Record] | type[Rule] | type[Body]


@dataclass(frozen=True, slots=True)
class Pointer:
    """Where records of a kind point at something: the keys that lead there, what must stand there."""

    holder: type[Record]
    path: tuple[str, ...]
    target: tuple[Target, ...]


POINTERS = (
    Pointer(IssuingFacts, ("关系", EACH, "目标"), (IssuingFacts,)),
    Pointer(IssuingFacts, ("附件", EACH, "记录"), (Record,)),
    Pointer(IssuedDocument, ("底本",), (Policy,)),
    Pointer(IssuedDocument, ("数据集", EACH), (Record,)),
    Pointer(Policy, ("要求", EACH, "规则"), (Rule,)),
    Pointer(CollectionRecord, ("数据集", EACH), (Record,)),
    Pointer(CollectionRecord, ("排除", EACH), (Case,)),
    Pointer(CollectionRecord, ("条件", "编号", EACH), (Case,)),
    Pointer(Case, ("依据", EACH, "政策"), (IssuingFacts,)),
    Pointer(Case, ("购买主体", EACH, "机构"), (Body,)),
    Pointer(Case, ("承接主体", EACH, "机构"), (Body,)),
    Pointer(Case, ("所属实践",), (Practice,)),
    Pointer(Practice, ("制度", EACH, "政策"), (IssuingFacts,)),
    Pointer(Practice, ("大事记", EACH, "文件", EACH), (IssuingFacts,)),
    Pointer(Practice, ("机制", EACH, "规则", EACH), (Rule,)),
    Pointer(Practice, ("案例", EACH), (Case,)),
    Pointer(Practice, ("统计", EACH), (Statistics, Roster, SurveyReturn)),
    Pointer(Statistics, ("行代码表",), (CodeTable,)),
    Pointer(SurveyForm, ("下发文件",), (IssuingFacts,)),
    Pointer(SurveyReturn, ("调查表",), (SurveyForm,)),
    Pointer(SurveySummary, ("调查表",), (SurveyForm,)),
    Pointer(SurveySummary, ("填报", EACH), (SurveyReturn,)),
    Pointer(CodeTable, ("条目", EACH, "依据"), (IssuingFacts,)),
    Pointer(RuleTable, ("规则", EACH, "依据", "政策"), (IssuingFacts,)),
    Pointer(BodyTable, ("机构", EACH, "上级业务"), (Body,)),
    Pointer(DutyLedger, ("条目", EACH, "政策"), (Policy,)),
    Pointer(DutyLedger, ("条目", EACH, "规则"), (Rule,)),
    Pointer(DutyLedger, ("条目", EACH, "转发文件"), (IssuingFacts,)),
)

REGION_PATHS: tuple[tuple[type[Record], tuple[str, ...]], ...] = (
    *((kind, ("地区",)) for kind in (Case, Practice, Policy, Statistics, SurveyReturn, Roster)),
    (Case, ("推广", EACH, "地区", EACH)),
    (CollectionRecord, ("条件", "地区", EACH)),
    (BodyTable, ("机构", EACH, "地区")),
    (RuleTable, ("规则", EACH, "适用")),
)

NAMES = {Record: "记录", IssuingFacts: "政策或公文", Policy: "政策", Case: "案例", Practice: "地区实践"} | {
    Statistics: "统计表", Roster: "名单", SurveyReturn: "调查填报", SurveyForm: "调查表", CodeTable: "代码表"
}  # fmt: skip


def check_references(library: Library) -> Iterator[Problem]:
    """Every pointer of every record."""
    targets = Targets(library)
    for pointer in POINTERS:
        for record in library.every(pointer.holder):
            source = library.source(record.id)
            for path, value in values_at(source.data, pointer.path):
                problem = targets.judge(pointer, path, value, record)
                if problem:
                    yield problem


def values_at(data: Any, path: tuple[str, ...], walked: KeyPath = ()) -> Iterator[tuple[KeyPath, str]]:
    """The texts at a path of a record's data, with their own paths; what is not there is left out."""
    if not path:
        if isinstance(data, str):
            yield walked, data.strip()
        return
    step, *rest = path
    for key, value in members(data, step):
        yield from values_at(value, tuple(rest), (*walked, key))


def members(data: Any, step: str) -> Iterator[tuple[str | int, Any]]:
    """One step into a list or a group."""
    if step == EACH and isinstance(data, list):
        yield from enumerate(data)
    elif step == EACH and isinstance(data, Mapping):
        yield from data.items()
    elif isinstance(data, Mapping) and step in data:
        yield step, data[step]


class Targets:
    """What pointers may end at, and what is near to one that ends nowhere."""

    def __init__(self, library: Library) -> None:
        self.library = library

    @cached_property
    def near(self) -> Mapping[str, NearWords]:
        """The known names of records, rules and bodies."""
        known = {"记录": self.library.entries, "规则": self.library.rules, "机构": self.library.bodies}
        return {kind: NearWords(words) for kind, words in known.items()}

    def judge(self, pointer: Pointer, path: KeyPath, value: str, record: Record) -> Problem | None:
        """What is wrong with one pointer, if anything."""
        space, known = self.space(pointer.target[0])
        place = self.library.place(record.id, *path)
        if value not in known:
            if value in self.library.unread:
                return None
            hint = asked(self.near[space].find(value), f"核对编号，或先把这条{space}放进库里")
            return Problem(Level.ERROR, "REFR001", f"库里没有编号为“{value}”的{space}", place, hint)
        found = known[value]
        if isinstance(found, pointer.target):
            return None
        wanted = "、".join(NAMES.get(kind, space) for kind in pointer.target)
        message = f"“{value}”是{found.kind}，这里要写{wanted}的编号"
        return Problem(Level.ERROR, "REFR002", message, place, "核对编号")

    def space(self, target: Target) -> tuple[str, Mapping[str, Any]]:
        """Rules and bodies have numbers of their own beside the records."""
        if target is Rule:
            return "规则", self.library.rules
        if target is Body:
            return "机构", self.library.bodies
        return "记录", self.records

    @cached_property
    def records(self) -> Mapping[str, Record]:
        """Records by 编号."""
        return {record_id: entry.record for record_id, entry in self.library.entries.items()}


# --- regions and bodies -------------------------------------------------------------------------


def check_regions(library: Library) -> Iterator[Problem]:
    """Every region stands in 行政区划 under its full name; without that table nothing is judged."""
    if not library.regions:
        return
    near = NearWords(library.regions)
    for kind, path in REGION_PATHS:
        for record in library.every(kind):
            for found, value in values_at(library.source(record.id).data, path):
                if value not in library.regions and value not in tuple(Absent):
                    place = library.place(record.id, *found)
                    hint = asked(near.find(value), "写全称，如 河南省濮阳市；新的地区先补进行政区划")
                    yield Problem(Level.ERROR, "REFR003", f"行政区划里没有“{value}”", place, hint)


def check_bodies(library: Library) -> Iterator[Problem]:
    """Every issuing body stands in 机构库; a body may be missing there without harm."""
    if not library.bodies:
        return
    near = NearWords(library.bodies_by_name)
    for record in library.every(IssuingFacts):
        for position, name in enumerate(record.issuers):
            if name not in library.bodies_by_name:
                place = library.place(record.id, "发文机关", position)
                message, hint = unknown_body(library, near, name)
                yield Problem(Level.HINT, "REFR004", message, place, hint)


def unknown_body(library: Library, near: NearWords, name: str) -> tuple[str, str]:
    """What is said of a name under which 机构库 has no body, and what to do."""
    named = [body.name for body in library.bodies.values() if name in body.aliases]
    if len(named) == 1:
        return f"“{name}”是“{named[0]}”的别名，写全称", f"改为 {named[0]}"
    if named:
        return f"“{name}”是几个机构的别名", f"写其中一个的全称：{'、'.join(named)}"
    return f"机构库里没有“{name}”", asked(near.find_slip(name), "把它补进机构库")
