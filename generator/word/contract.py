"""The contract between a template and the pen: slot names and style names, checked before any work."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from generator.ooxml.xml import NAMESPACES, read_xml
from generator.problems import Level, Place, Problem
from generator.standard import Slot, SlotForm, Standard, TemplateKind, gbt9704

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

W = f"{{{NAMESPACES['w']}}}"
TAG = re.compile(r"\{\{(?P<form>[a-z]*)\s+(?P<name>\w+)\s*\}\}")
WRITTEN = {SlotForm.RUNS: "r", SlotForm.BLOCKS: "p"}


def kind_of(slots: AbstractSet[str]) -> TemplateKind | None:
    """The kind whose slots a template has most of; None if it has none at all."""
    found = {kind: len(slots & {slot.name for slot in gbt9704().slots(kind)}) for kind in TemplateKind}
    best = max(TemplateKind, key=lambda kind: found[kind])
    return best if found[best] else None


def styles_in(styles_part: bytes) -> dict[str, str]:
    """Style ids by display name; an alias is a display name too (Word keeps its own for built-in ones)."""
    ids: dict[str, str] = {}
    for style in read_xml(styles_part).iter(f"{W}style"):
        identifier = str(style.get(f"{W}styleId"))
        names = [str(element.get(f"{W}val")) for element in style.iterchildren(f"{W}name")]
        for element in style.iterchildren(f"{W}aliases"):
            names += [name.strip() for name in str(element.get(f"{W}val")).split(",")]
        ids |= {name: identifier for name in names if name not in ids}
    return ids


def contract_styles(standard: Standard, kind: TemplateKind, found: Mapping[str, str]) -> dict[str, str]:
    """Style ids by the names of the contract; a built-in style is found by Word's name as well.

    LibreOffice drops the alias and writes Heading 1 where Word writes heading 1.
    """
    ids = {name: found[name] for name in standard.style_names(kind) if name in found}
    built_in = {name.casefold(): identifier for name, identifier in found.items()}
    for style in standard.styles(kind):
        if style.name not in ids and style.builtin.casefold() in built_in:
            ids[style.name] = built_in[style.builtin.casefold()]
    return ids


def tags_in(document_part: bytes) -> set[tuple[str, str]]:
    """Slots with the form they are written in, paragraph by paragraph, however Word split the runs."""
    tags: set[tuple[str, str]] = set()
    for paragraph in read_xml(document_part).iter(f"{W}p"):
        text = "".join(element.text or "" for element in paragraph.iter(f"{W}t"))
        tags |= {(match["name"], match["form"]) for match in TAG.finditer(text)}
    return tags


def printed_slots(
    named: AbstractSet[str], printed: AbstractSet[str], contract: tuple[Slot, ...]
) -> frozenset[str]:
    """The slots that a template names, without those that it only asks about in a condition."""
    asked = {slot.name for slot in contract if slot.form is not SlotForm.CONDITION}
    return frozenset(name for name in named if name in printed or name not in asked)


@dataclass(frozen=True, slots=True)
class Found:
    """What a template has: its kind, slots, and slots with the form they are written in."""

    kind: TemplateKind
    slots: AbstractSet[str]
    tags: AbstractSet[tuple[str, str]]


def contract_problems(found: Found, place: Place) -> list[Problem]:
    """Everything in which a template departs from the contract of its kind."""
    standard = gbt9704()
    contract = {slot.name: slot for slot in standard.slots(found.kind)}
    return [
        *unknown_slots(found.slots, contract, place),
        *missing_slots(found.slots, contract, place),
        *wrong_forms(found.tags, contract, place),
    ]


def unknown_slots(slots: AbstractSet[str], contract: Mapping[str, Slot], place: Place) -> Iterator[Problem]:
    """Slots that nobody fills, with the nearest name that is meant."""
    for name in sorted(slots - set(contract)):
        near = get_close_matches(name, contract, n=1, cutoff=0.5)
        hint = f"是不是“{near[0]}”？" if near else f"可用的插槽：{'、'.join(contract)}"
        yield Problem(Level.ERROR, "WORD002", f"模板里有不认识的插槽“{name}”。", place, hint=hint)


def missing_slots(slots: AbstractSet[str], contract: Mapping[str, Slot], place: Place) -> Iterator[Problem]:
    """Slots without which a part of the document would vanish."""
    for slot in contract.values():
        if slot.name not in slots and not slot.optional:
            hint = f"插入 {{{{{WRITTEN[slot.form]} {slot.name} }}}}（{slot.meaning}）"
            yield Problem(Level.ERROR, "WORD003", f"模板里没有插槽“{slot.name}”。", place, hint=hint)


def wrong_forms(
    tags: AbstractSet[tuple[str, str]], contract: Mapping[str, Slot], place: Place
) -> Iterator[Problem]:
    """Slots written as words where whole paragraphs come, or the other way round."""
    for name, form in sorted(tags):
        right = WRITTEN.get(contract[name].form) if name in contract else form
        if right is not None and form != right:
            message = f"插槽“{name}”的写法不对：{{{{{form} {name} }}}}。"
            hint = f"写成 {{{{{right} {name} }}}}"
            yield Problem(Level.ERROR, "WORD004", message, place, hint=hint)
