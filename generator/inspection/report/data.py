"""The report for other programs, under fixed keys."""

from __future__ import annotations

from typing import Any

from generator.inspection.findings import Finding
from generator.inspection.inspecting import Inspection
from generator.inspection.mending import Change, Mendable
from generator.inspection.report.outcome import Outcome


def as_json(outcome: Outcome) -> dict[str, Any]:
    """One file as an object that json can write; keys are never left out, and new ones only added.

    ``file``: its name as given.
    ``format``: 文件式, 信函式, 命令式, 纪要式 or 不是公文.
    ``genre``: the 文种, or "".
    ``by_style``: whether styles told the parts apart, not the text.
    ``counts``: number of findings by verdict: 通过, 不符, 本单位习惯, 需目视, 无法核对.
    ``findings``: each with ``code``, ``subject``, ``clause``, ``strength`` (规定, 一般, 推荐, 习惯),
    ``verdict``, ``measured``, ``required``, ``paragraph`` (number, or null for the whole file),
    ``text`` (its first words), ``hint`` and ``mendable`` (whether ``--fix`` changes it).
    ``mended``: null without ``--fix``; else ``copy`` (its name, or null where nothing was changed),
    ``changes`` (``code``, ``subject``, ``paragraph``, ``text``, ``before``, ``after``), and
    ``counts`` and ``findings`` of what is left.
    """
    return {
        **told(outcome.inspection, Mendable(outcome.changes)),
        "mended": mended(outcome) if outcome.asked else None,
    }


def told(inspection: Inspection, mendable: Mendable) -> dict[str, Any]:
    """An inspection as an object."""
    return {
        "file": inspection.name,
        "format": inspection.format,
        "genre": inspection.genre,
        "by_style": inspection.recognised.by_style,
        **found(inspection, mendable),
    }


def found(inspection: Inspection, mendable: Mendable) -> dict[str, Any]:
    """Counts and findings."""
    return {
        "counts": {verdict.value: count for verdict, count in inspection.counts.items()},
        "findings": [finding_told(finding, mendable) for finding in inspection.findings],
    }


def finding_told(finding: Finding, mendable: Mendable) -> dict[str, Any]:
    """A finding as an object."""
    return {
        "code": finding.code,
        "subject": finding.subject,
        "clause": finding.clause,
        "strength": finding.strength.value,
        "verdict": finding.verdict.value,
        "measured": finding.measured,
        "required": finding.required,
        "paragraph": finding.spot.number,
        "text": finding.spot.text,
        "hint": finding.hint,
        "mendable": finding in mendable,
    }


def mended(outcome: Outcome) -> dict[str, Any]:
    """The copy, what changed in it and what is left."""
    changes = [change_told(change) for change in outcome.changes]
    return {"copy": outcome.copy or None, "changes": changes, **found(outcome.latest, Mendable(()))}


def change_told(change: Change) -> dict[str, Any]:
    """A change as an object."""
    return {
        "code": change.code,
        "subject": change.subject,
        "paragraph": change.spot.number,
        "text": change.spot.text,
        "before": change.before,
        "after": change.after,
    }
