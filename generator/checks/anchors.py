"""Provisions that a text does not have (ANCH001), where the library holds the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.checks.near import asked
from generator.compose import Trees
from generator.compose.outline import anchors_of
from generator.document import Blocks, OfficialDocument
from generator.library import Library
from generator.models.fields import Absent
from generator.models.policy import IssuingFacts, Policy, TextState
from generator.models.reading import near_word
from generator.models.reference import CodeTable, RuleTable
from generator.problems import Level, Place, Problem

WITHIN = re.compile(r"(?:第[一二三四五六七八九十]+[款项目]|（[一二三四五六七八九十]+）项)+$")
"""A paragraph or item below a provision: finer than what has an id."""
OUTSIDE = ("附件", "附注", "版记", "标题", "全文")
"""Parts of a document that are no provisions."""


@dataclass(frozen=True, slots=True)
class AnchorUse:
    """A provision that is named: of which text, by what name, and where it is named."""

    text: str
    anchor: str
    place: Place


def check_anchors(library: Library, trees: Trees) -> Iterator[Problem]:
    """Every provision that a relation, a demand, a rule or a code table names."""
    known: dict[str, Mapping[str, str]] = {}
    for use in find_uses(library):
        tree = held_text(library, trees, use.text)
        if tree is None:
            continue
        if use.text not in known:
            known[use.text] = anchors_of(tree)
        if not leads_somewhere(use.anchor, known[use.text]):
            yield no_provision(library, use, known[use.text])


def held_text(library: Library, trees: Trees, record_id: str) -> Blocks | None:
    """The text of a record, where the library holds more than a stub of it."""
    record = library.find(record_id, IssuingFacts)
    if isinstance(record, Policy) and record.text_state is TextState.STUB:
        return None
    tree: OfficialDocument | None = trees.documents.get(record_id) or trees.policies.get(record_id)
    return tree.body if tree and tree.body else None


def leads_somewhere(anchor: str, known: Mapping[str, str]) -> bool:
    """Whether a text has the provision, or the one that the named paragraph lies in."""
    if anchor in known or anchor.startswith(OUTSIDE):
        return True
    return WITHIN.sub("", anchor) in known


def no_provision(library: Library, use: AnchorUse, known: Mapping[str, str]) -> Problem:
    """The message; a digest may rightly leave a provision out."""
    record = library.find(use.text, Policy)
    message = f"“{use.text}”的正文里没有“{use.anchor}”"
    if record and record.text_state is TextState.DIGEST:
        return Problem(Level.HINT, "ANCH001", message, use.place, "摘编没有收这一条：补进正文，或核对条款号")
    hint = asked(near_word(use.anchor, known), "照正文的条款号写，如 三（四）、第十条")
    return Problem(Level.WARNING, "ANCH001", message, use.place, hint)


def find_uses(library: Library) -> Iterator[AnchorUse]:
    """All provisions named in the library."""
    for record in library.every(IssuingFacts):
        yield from used_in_relations(library, record)
    for policy in library.every(Policy):
        for position, demand in enumerate(policy.demands):
            yield AnchorUse(policy.id, demand.anchor, library.place(policy.id, "要求", position, "锚"))
    yield from used_in_tables(library)


def used_in_relations(library: Library, record: IssuingFacts) -> Iterator[AnchorUse]:
    """Provisions at both ends of a relation."""
    for position, relation in enumerate(record.relations):
        if relation.anchor:
            yield AnchorUse(record.id, relation.anchor, library.place(record.id, "关系", position, "锚"))
        if relation.target_anchor:
            place = library.place(record.id, "关系", position, "目标锚")
            yield AnchorUse(relation.target, relation.target_anchor, place)


def used_in_tables(library: Library) -> Iterator[AnchorUse]:
    """Provisions that codes and rules rest on."""
    for table in library.every(CodeTable):
        for position, code in enumerate(table.codes):
            if code.basis and code.anchor:
                yield AnchorUse(code.basis, code.anchor, library.place(table.id, "条目", position, "锚"))
    for rules in library.every(RuleTable):
        for position, rule in enumerate(rules.rules):
            if not isinstance(rule.basis, Absent) and rule.basis.anchor:
                place = library.place(rules.id, "规则", position, "依据", "条")
                yield AnchorUse(rule.basis.policy, rule.basis.anchor, place)
