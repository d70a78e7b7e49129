"""Citations of the five real documents, resolved against the shipped library."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.chain.index import index_of
from generator.chain.resolving import Match, Resolution, resolve
from generator.hanzi.citations import Citation, find_citations
from generator.library import Library

SEEDS = sorted((Path(__file__).parents[3] / "shared" / "seeds").glob("*.txt"))
pytestmark = pytest.mark.skipif(not SEEDS, reason="旁边没有 shared/seeds 里的五份原件")
NOT_HELD = {
    "文化惠民演出回执单",
    "政府购买服务项目支出表",
    "政府购买服务项目预算表",
    "丝绸之路经济带和21世纪海上丝绸之路建设战略规划的衔接",
    "购买服务实施意见",
    "购买服务指导目录",
}
"""Forms, a title with words too many, and short names that the texts do not explain."""


def resolved(library: Library) -> list[tuple[Citation, Resolution]]:
    texts = (seed.read_text(encoding="utf-8").replace("\n", "") for seed in SEEDS)
    codes = index_of(library).codes
    found = (citation for text in texts for citation in find_citations(text, codes))
    return [(citation, resolve(library, citation)) for citation in found]


def test_every_number_in_them_means_a_record(library: Library) -> None:
    numbered = [(str(cited.number), found.match) for cited, found in resolved(library) if cited.number]
    assert len(numbered) > 20
    assert [
        number for number, match in numbered if match in (Match.NONE, Match.CONFLICT, Match.OTHER_TITLE)
    ] == []


def test_every_title_in_them_means_a_record_or_is_no_document(library: Library) -> None:
    missing = {cited.title for cited, found in resolved(library) if not found.candidates}
    assert missing == NOT_HELD


def test_only_one_title_of_two_bodies_is_left_open(library: Library) -> None:
    several = {
        cited.title or str(cited.number) for cited, found in resolved(library) if found.match is Match.SEVERAL
    }
    assert several == {"关于政府向社会力量购买服务的实施意见"}
