"""要求 of an imported text, each to be confirmed by a person."""

from __future__ import annotations

from typing import Any

from generator.duties.finding import FoundDemand, find_demands
from generator.importers.records.bodies import composed
from generator.importers.records.policies import PolicyDraft
from generator.models.fields import Absent

SHOWN = 40
"""Characters of a sentence that a 待确认 quotes."""


def add_demands(draft: PolicyDraft) -> None:
    """The demands that somebody could put on a list: with a deadline, or a paper to hand in."""
    addressees = tuple(draft.data.get("主送", ()))
    found = [one for one in find_demands(composed(draft.body), addressees) if one.concrete]
    for position, demand in enumerate(found, start=1):
        name = f"要求{position}"
        draft.demands.append(demand_keys(name, demand))
        draft.pending.add(f"要求.{name}", [], f"由原文语句摘出，请核对：{shown(demand.sentence)}")


def demand_keys(name: str, demand: FoundDemand) -> dict[str, Any]:
    """One demand as the record has it."""
    until = {"期限": demand.until} if demand.until else {}
    return {
        "编号": name,
        "锚": demand.anchor,
        "主体": list(demand.who) or [Absent.NOT_WRITTEN.value],
        "事项": demand.what or demand.sentence,
        **until,
        "强度": demand.force.value,
    }


def shown(sentence: str) -> str:
    """The beginning of a sentence."""
    return sentence if len(sentence) <= SHOWN else f"{sentence[:SHOWN]}…"
