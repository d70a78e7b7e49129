"""Recognition of our own files: by styles of the contract, by words and looks, by words alone."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from generator.recognition import recognise
from generator.recognition.by_style import ROLES, ROLES_BY_WORDS, contract_styles, mark_styles
from generator.recognition.facts import DocumentFacts
from generator.recognition.reading import read_facts
from generator.recognition.roles import Recognised, Role
from generator.word import TemplateKind, kind_for, standard_template, write_collection, write_document
from tests.inspection.facts_builder import build, flattened, without_styles
from tests.inspection.recognised import MILD_ROLES, worded
from tests.word import samples, samples_formats

GOLDEN = Path(__file__).parent / "golden"

SHOWN = 20


# --- the documents of our own pen -----------------------------------------------------------------

DOCUMENTS = {
    "report": samples.report,
    "chain": samples.chain,
    "sealed": samples.sealed,
    "plain": samples.plain_text,
    "crowded": samples.crowded,
}

NAMES = [*DOCUMENTS, *samples_formats.every()]
"""Every 公文 among the samples of the Word pen."""

OUTLINED = (
    *("report", "chain", "sealed", "plain", "crowded", "collection", "joint3", "lead", "upward"),
    *("letter", "jointletter", "order", "jointorder", "classified", "minutes", "unnumbered"),
    *("filechain", "letterchain", "orderchain", "minuteschain"),
)
"""Those whose outlines are kept as files."""


@cache
def facts_of(name: str) -> DocumentFacts:
    if name == "collection":
        template = standard_template(TemplateKind.COLLECTION)
        return read_facts(write_collection(samples.collection(), template), name)
    document = DOCUMENTS[name]() if name in DOCUMENTS else samples_formats.every()[name]
    return read_facts(write_document(document, standard_template(kind_for(document.format))), name)


def outline(known: Recognised) -> str:
    """The parts, then role and first words of each paragraph that is not empty."""
    parts = [
        f"{part.format}│{part.genre}│{part.first}至{part.last}│{'附' if part.enclosed else ''}"
        for part in known.parts
    ]
    lines = [
        f"{role}│{paragraph.text[:SHOWN]}".rstrip()
        for paragraph, role in zip(known.facts.paragraphs, known.roles, strict=True)
        if role is not Role.BLANK
    ]
    return "\n".join([*parts, *lines]) + "\n"


@pytest.mark.parametrize("name", OUTLINED)
def test_a_document_of_our_pen_is_told_by_its_styles(name: str) -> None:
    known = recognise(facts_of(name))
    path = GOLDEN / f"{name}.txt"
    if os.environ.get("RENEW_GOLDEN") == "1":
        path.parent.mkdir(exist_ok=True)
        path.write_text(outline(known), encoding="utf-8", newline="\n")
    assert known.by_style
    assert path.read_text(encoding="utf-8") == outline(known), f"{path} 可用 RENEW_GOLDEN=1 重写"


def share_kept(told: Recognised, again: Recognised) -> float:
    numbers = list(worded(told.facts))
    return sum(told.role(one) is again.role(one) for one in numbers) / len(numbers)


def wrongly_sharp(told: Recognised, again: Recognised) -> list[str]:
    """Paragraphs that a second reading gives a part of 版头, opening or closing that they are not."""
    return [
        f"{one}{again.role(one)}≠{told.role(one)}"
        for one in worded(told.facts)
        if again.role(one) not in MILD_ROLES and again.role(one) is not told.role(one)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_looks_and_words_tell_what_styles_tell(name: str) -> None:
    told = recognise(facts_of(name))
    again = recognise(without_styles(facts_of(name)))
    assert not again.by_style
    assert again.parts == told.parts
    assert wrongly_sharp(told, again) == []
    assert share_kept(told, again) >= 0.99


UNTOLD = {"unnumbered": (["4标题≠发文机关标志"], 0.7)}
"""Minutes without colour and number: nothing tells that their name is a mark and not a title."""


@pytest.mark.parametrize("name", NAMES)
def test_words_alone_tell_nearly_as_much(name: str) -> None:
    told = recognise(facts_of(name))
    again = recognise(flattened(without_styles(facts_of(name))))
    assert [(part.format, part.genre) for part in again.parts] == [
        (part.format, part.genre) for part in told.parts
    ]
    wrong, least = UNTOLD.get(name, ([], 0.95))
    assert wrongly_sharp(told, again) == wrong
    assert share_kept(told, again) >= least


def test_no_paragraph_of_a_collection_is_taken_for_a_part_of_a_document() -> None:
    for facts in (facts_of("collection"), without_styles(facts_of("collection"))):
        known = recognise(facts)
        assert known.parts == ()
        assert {role for role in known.roles if role not in MILD_ROLES} == set()


def test_a_part_does_not_count_what_it_encloses_as_its_own() -> None:
    known = recognise(facts_of("chain"))
    titles = [[one.text[:6] for one in known.of(Role.TITLE, part=part)] for part in known.parts]
    printers = [[one.text[:3] for one in known.of(Role.PRINTING, part=part)] for part in known.parts]
    assert titles == [["关于转发淄博"], ["关于转发《山"], ["山东省财政厅"]]
    assert printers == [[], ["淄博市"], ["山东省"]]


# --- styles ---------------------------------------------------------------------------------------


def test_every_style_of_the_contract_has_its_role_and_no_other_style_has_one() -> None:
    assert {*ROLES, *ROLES_BY_WORDS} | mark_styles() == contract_styles()


@pytest.mark.parametrize(
    ("style", "text", "role"),
    [
        ("版头角标", "000001", Role.COPY_NUMBER),
        ("版头角标", "机密★1年", Role.SECRECY),
        ("版头角标", "特　急", Role.URGENCY),
        ("版头角标", "内部资料", Role.OTHER),
        ("多个签发人", "\t签发人：张某某\t李某某", Role.SIGNERS),
        ("多个签发人", "濮人社〔2024〕12号\t\t王某某", Role.NUMBER),
        ("印发机关", "濮阳市财政局办公室\t2024年5月6日印发", Role.PRINTING),
        ("印发机关", "\t共印50份", Role.IMPRINT_OTHER),
    ],
)
def test_a_style_with_several_roles_is_settled_by_the_words(style: str, text: str, role: Role) -> None:
    assert recognise(build(f"{style}│{text}")).role(1) is role


def test_words_in_normal_inside_a_styled_file_are_told_by_the_text() -> None:
    known = recognise(
        build(
            "发文机关标志│濮阳市财政局文件",
            "普通│濮财综〔2017〕8号",
            "公文标题│关于做好工作的通知",
            "普通│省财政厅：",
            "公文正文│现将有关事项通知如下，请认真贯彻执行。",
            "普通│一、总体情况",
            "署名│濮阳市财政局",
            "普通│2017年6月9日",
        )
    )
    assert known.by_style
    assert [known.role(number) for number in (2, 4, 6, 8)] == [
        Role.NUMBER,
        Role.ADDRESSEES,
        Role.LEVEL_1,
        Role.DATE,
    ]


def test_a_file_with_one_style_of_ours_among_foreign_ones_is_not_told_by_style() -> None:
    pieces = ["公文标题│关于做好工作的通知", *["普通│各单位要认真贯彻执行。"] * 4]
    assert not recognise(build(*pieces)).by_style
