"""The chain diagram of a text: who handed it on to whom, on which day, after how long."""

from __future__ import annotations

from itertools import islice

from generator.chain.forwarding import Step as ChainStep
from generator.chain.forwarding import chain_to, chains_below
from generator.chain.levels import RANKS, rank_of
from generator.charts import Chart, Step, chain
from generator.hanzi.marks import enclose
from generator.models.policy import IssuingFacts
from generator.pages.shelf import Shelf

DEEPEST, MOST_BELOW, MOST_STEPS = 4, 4, 12
"""Levels drawn below a text, notices drawn of one text, and texts drawn at all."""


def chain_chart(shelf: Shelf, record: IssuingFacts) -> Chart:
    """The chain from its head through a text to those that forward it.

    The chart has no picture where fewer than two days are known; its table lists the texts all the same.
    A text that is not handed on and hands nothing on has a table of one row.

    Args:
        shelf: the public view.
        record: a policy or a document.
    """
    steps: list[Step] = []
    walked = chain_to(shelf.library, record.id)
    for place, step in enumerate(walked):
        steps.append(drawn_step(shelf, step, place - 1 if place else None, record.id))
    if walked:
        add_below(shelf, steps, walked, record.id)
    return chain(f"转发链：{shelf.title_of(record)}", steps)


def add_below(
    shelf: Shelf, steps: list[Step], above: tuple[ChainStep, ...], own: str, depth: int = 0
) -> None:
    """Add the texts that forward the last step, and those that forward them."""
    place = len(steps) - 1
    if depth == DEEPEST:
        return
    for step in islice(chains_below(shelf.library, above[-1], above[:-1]), MOST_BELOW):
        if len(steps) < MOST_STEPS:
            steps.append(drawn_step(shelf, step, place, own))
            add_below(shelf, steps, (*above, step), own, depth + 1)


def drawn_step(shelf: Shelf, step: ChainStep, above: int | None, own: str) -> Step:
    """A step with its number, or its title where it has none; its level from the body that issued it."""
    record = shelf.library.find(step.record, IssuingFacts)
    named = (shelf.number_of(record) or enclose(shelf.title_of(record))) if record else step.record
    label = f"{'、'.join(step.issuers)}\u3000{named}".strip()
    return Step(label, step.day, above, step.record == own, level_of(shelf, step))


def level_of(shelf: Shelf, step: ChainStep) -> str:
    """中央, 省级 and so on of the first body that issued a text."""
    rank = rank_of(shelf.library, step.issuers[0]) if step.issuers else None
    return next((name for name, number in RANKS.items() if number == rank), "")
