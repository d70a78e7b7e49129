"""Whatever is broken inside a Word document, its inspection, its reports and its mending come to an end."""

from __future__ import annotations

import random
from collections.abc import Callable
from copy import deepcopy
from typing import TYPE_CHECKING

import pytest
from lxml import etree

from generator.inspection import Inspection, inspect
from generator.inspection.mending import mend
from generator.inspection.report import Outcome, as_json, as_page, as_text
from generator.ooxml.package import pack, unpack
from generator.problems import LibraryError
from generator.recognition.reading.markup import W
from generator.word import TemplateKind, standard_template, write_collection
from tests.inspection.clerk import Clerk, Habits
from tests.inspection.packages import A4, docx, p
from tests.inspection.sound import SOUND, written
from tests.inspection.typed import typed_notice
from tests.word import samples

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

TIMES = 28
MOST_WOUNDS = 6
DOCUMENT = "word/document.xml"
ODD_VALUES = ("", "0", "-1", "99999999", "abc", "center", "1.5", "true", "rId1")
SAMPLES: dict[str, Callable[[], bytes]] = {
    **{name: (lambda name=name: written(name)) for name in SOUND},  # type: ignore[misc]
    "手打": typed_notice,
    "文员": lambda: Clerk(Habits(attached=True, imprint="paragraphs", framed=True, signer="樊相奇")).notice(),
    "汇编": lambda: write_collection(samples.collection(), standard_template(TemplateKind.COLLECTION)),
}


# --- wounds ----------------------------------------------------------------------------------------


def drop(_: random.Random, element: Element, __: list[Element]) -> None:
    parent_of(element).remove(element)


def duplicate(_: random.Random, element: Element, __: list[Element]) -> None:
    element.addnext(deepcopy(element))


def move(_: random.Random, element: Element, others: list[Element]) -> None:
    target = others[0]
    if element not in (target, *target.iterancestors()):
        target.append(element)


def unwrap(_: random.Random, element: Element, __: list[Element]) -> None:
    for child in [*element]:
        element.addprevious(child)
    parent_of(element).remove(element)


def strip(_: random.Random, element: Element, __: list[Element]) -> None:
    element.attrib.clear()


def garble(dice: random.Random, element: Element, __: list[Element]) -> None:
    for name in sorted(map(str, element.attrib)):
        element.set(name, dice.choice(ODD_VALUES))


def empty(_: random.Random, element: Element, __: list[Element]) -> None:
    del element[:]
    element.text = None


WOUNDS = (drop, drop, duplicate, move, move, unwrap, strip, garble, empty)


def parent_of(element: Element) -> Element:
    parent = element.getparent()
    assert parent is not None
    return parent


def wound(dice: random.Random, root: Element) -> None:
    """Hurt a part at one place; large pieces are as likely to be hit as small ones."""
    depths: dict[int, list[Element]] = {}
    for element in root.iterdescendants("*"):
        depths.setdefault(sum(1 for _ in element.iterancestors()), []).append(element)
    if depths:
        chosen = dice.choice(depths[dice.choice(sorted(depths))])
        others = [dice.choice([*root.iter("*")])]
        dice.choice(WOUNDS)(dice, chosen, others)


def damaged(content: bytes, seed: int) -> bytes:
    """A file with some wounds in its text and in another part; sometimes two parts change places."""
    dice = random.Random(seed)
    parts = unpack(content, ())
    named = sorted(name for name in parts if name.endswith((".xml", ".rels")))
    for name in (DOCUMENT, dice.choice(named)):
        root = etree.fromstring(parts[name])
        for _ in range(dice.randint(1, MOST_WOUNDS)):
            wound(dice, root)
        parts[name] = etree.tostring(root)
    if dice.random() < 0.1:
        one, other = dice.sample(named, 2)
        parts[one], parts[other] = parts[other], parts[one]
    return pack(parts)


# --- what comes of it ------------------------------------------------------------------------------


def told(inspection: Inspection) -> bool:
    """Whether all three reports were made."""
    outcome = Outcome(inspection)
    return bool(as_text(outcome) and as_json(outcome) and as_page([outcome]))


def outlived(content: bytes) -> bool:
    """Whether a file could be inspected, reported and mended; it may also be refused with a hint."""
    try:
        inspection = inspect(content, name="坏.docx")
        assert told(inspection)
        mended = mend(content)
        left = inspect(mended.content, name="坏-改.docx")
        assert told(left)
        assert mend(mended.content).changes == (), "what is mended once stays as it is"
        assert as_text(Outcome(inspection, "坏-改.docx", mended.changes, left, asked=True))
    except LibraryError as error:
        if all(problem.hint for problem in error.problems):
            return False
        raise
    return True


@pytest.mark.parametrize("name", SAMPLES)
def test_damaged_xml_never_ends_in_a_traceback(name: str) -> None:
    content = SAMPLES[name]()
    survivors = sum(outlived(damaged(content, seed)) for seed in range(TIMES))
    assert survivors > TIMES // 2, "most wounds leave a file that can be read"


def test_there_are_enough_of_them() -> None:
    assert len(SAMPLES) * TIMES >= 300


# --- what it has found -----------------------------------------------------------------------------

COVER = p("关于做好有关工作的通知", f"<w:sectPr>{A4}</w:sectPr>")


@pytest.mark.parametrize(
    "body",
    [
        COVER + p("各单位：") + p("请认真落实。"),
        COVER + "<w:tbl/>",
        COVER + f"<w:sectPr>{A4}</w:sectPr>" + p("各单位："),
        p("各单位："),
        "",
    ],
    ids=[
        "text after a section break",
        "an empty table",
        "text after the last set-up",
        "no set-up",
        "nothing",
    ],
)
def test_a_body_without_a_last_set_up_has_a_section_all_the_same(body: str) -> None:
    content = docx(body)
    facts = inspect(content).recognised.facts
    sections = [one.section for one in facts.paragraphs] + [one.section for one in facts.tables]
    assert max(sections, default=0) < len(facts.sections)
    assert outlived(content)


def test_a_set_up_is_made_for_the_section_that_has_none() -> None:
    made = mend(docx(COVER + p("各单位：") + p("请认真落实有关要求，确保完成任务。"))).content
    body = etree.fromstring(unpack(made, ())[DOCUMENT])[0]
    assert body[-1].tag == f"{W}sectPr"
    assert [one.width for one in inspect(made).recognised.facts.sections] == [11906, 11906]


@pytest.mark.parametrize("tag", ["w:sdt", "w:x", "w:p"])
def test_a_body_that_is_no_child_of_the_root_is_no_body(tag: str) -> None:
    parts = unpack(docx(p("各单位：")), ())
    root = parts[DOCUMENT].decode()
    wrapped = root.replace("<w:body>", f"<{tag}><w:body>").replace("</w:body>", f"</w:body></{tag}>")
    content = pack(parts | {DOCUMENT: wrapped.encode()})
    for work in (inspect, mend):
        with pytest.raises(LibraryError, match="DOCX008"):
            work(content)
