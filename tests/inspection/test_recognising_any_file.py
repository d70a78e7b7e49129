"""Recognition of any file whatever, and of two thousand pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import cycle, islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.recognition import recognise
from generator.recognition.by_style import ROLES, ROLES_BY_WORDS
from generator.recognition.facts import DocumentFacts, ParagraphFacts, RuleFacts, RunFacts, Where
from tests.inspection.facts_builder import build, section
from tests.inspection.recognised import HEAD, TEXT

WORDS = st.sampled_from(
    [
        *("", " ", "\t", "濮阳市财政局文件", "濮财综〔2017〕8号", "签发人：张某", "关于做好工作的通知"),
        *("各县区：", TEXT, "一、情况", "（一）做法。内容。", "附件：1.目录", "2.清单", "附件", "附件1"),
        *("濮阳市财政局", "2017年6月9日", "（此件公开发布）", "抄送：市审计局。", "2017年6月9日印发"),
        *(
            "000001",
            "机密★1年",
            "特急",
            "文件",
            "第5号",
            "市长",
            "出席：张某",
            "共印5份",
            "目录",
            "第一条 某",
        ),
    ]
)

RUNS = st.builds(
    RunFacts,
    text=WORDS | st.text(max_size=30),
    chinese_font=st.none() | st.just("仿宋"),
    latin_font=st.none(),
    size=st.none() | st.sampled_from([Decimal(16), Decimal(44)]),
    colour=st.sampled_from(["000000", "FF0000", "auto", ""]),
    field=st.sampled_from(["", "PAGE", "PAGEREF x"]),
)

RULES = st.none() | st.just(RuleFacts("thickThinSmallGap", Decimal(2), "FF0000"))

PARAGRAPHS = st.builds(
    ParagraphFacts,
    number=st.just(1),
    where=st.sampled_from(Where),
    section=st.integers(0, 3),
    runs=st.lists(RUNS, max_size=2).map(tuple),
    style=st.sampled_from(["", *sorted(ROLES), *sorted(ROLES_BY_WORDS)]),
    alignment=st.sampled_from(["left", "center", "right", "both", "distribute"]),
    left=st.integers(-400, 9000),
    rule_below=RULES,
    page_break_before=st.booleans(),
    table=st.none() | st.integers(0, 2),
    box=st.none() | st.integers(0, 2),
    numbering=st.sampled_from(["", "一、", "•"]),
    picture=st.booleans(),
)


@settings(max_examples=300, deadline=None)
@given(st.lists(PARAGRAPHS, max_size=25))
def test_any_file_is_recognised_without_complaint(paragraphs: list[ParagraphFacts]) -> None:
    numbered = tuple(replace(one, number=number) for number, one in enumerate(paragraphs, start=1))
    whole = build(section())
    known = recognise(replace(whole, paragraphs=numbered, sections=whole.sections * 4))
    assert len(known.roles) == len(paragraphs)
    assert all(1 <= part.first <= part.last <= len(paragraphs) for part in known.parts)
    for part in known.parts:
        own = list(known.own_numbers(part))
        assert own == sorted(set(own))
    for heading in known.headings:
        assert 0 <= heading.end <= len(known.facts.paragraph(heading.paragraph).text)


MANY = 45_000
"""Paragraphs of some two thousand pages."""

REPEATED: dict[str, Sequence[str]] = {
    "text": [TEXT * 3],
    "names": ["濮阳市财政局"],
    "notes": ["附件：1.目录"],
    "labels": ["附件1"],
    "dates": ["2017年6月9日"],
    "chains": ["濮阳市财政局文件", "濮财综〔2017〕8号", "关于转发有关文件的通知"],
    "documents": [
        *HEAD,
        "附件：1.目录",
        "濮阳市财政局",
        "2017年6月9日",
        "市财政局办公室",
        "2017年6月9日印发",
    ],
}


def many(texts: Sequence[str]) -> DocumentFacts:
    runs = islice(cycle((RunFacts(text, None, None, None),) for text in texts), MANY)
    paragraphs = tuple(ParagraphFacts(at, Where.BODY, 0, run) for at, run in enumerate(runs, start=1))
    return replace(build(), paragraphs=paragraphs)


@pytest.mark.parametrize("name", REPEATED)
def test_two_thousand_pages_are_recognised(name: str) -> None:
    facts = many(REPEATED[name])
    known = recognise(facts)
    assert len(known.roles) == MANY
