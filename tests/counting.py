"""Counts how often records are composed."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

from generator.compose import Composer, compose_case, compose_collection, compose_document, compose_policy
from generator.compose import compose_practice as practice

ARTICLES = {
    compose_case.__code__: "case",
    practice.__code__: "practice",
    compose_collection.__code__: "record",
}
TEXTS = {
    compose_policy.__code__: "policy",
    compose_document.__code__: "document",
    Composer.body.__code__: "record",
}


@contextmanager
def counting_compositions(room: str) -> Iterator[Counter[str]]:
    """How often each record is composed by 编号.

    Cases, practices and collections count whoever asks; texts where a module of this room asks,
    for a text that encloses another composes that one as a part of itself.
    """
    counts: Counter[str] = Counter()

    def note(frame: FrameType, event: str, _: Any) -> None:
        asked_by = frame.f_back.f_globals.get("__name__", "") if frame.f_back else ""
        code = frame.f_code
        name = ARTICLES.get(code) or (TEXTS.get(code) if asked_by.startswith(room) else None)
        if event == "call" and name:
            counts[frame.f_locals[name].id] += 1

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield counts
    finally:
        sys.setprofile(before)
