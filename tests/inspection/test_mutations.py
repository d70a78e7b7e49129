"""One property damaged at a time in a real file: the matching rule says so, and no other does."""

from __future__ import annotations

from functools import cache

import pytest

from generator.inspection.findings import Finding, Verdict
from generator.inspection.rules import RULES, judge
from generator.recognition import recognise
from generator.recognition.reading import read_facts
from generator.standard import ImprintPage, LocalCustom, PageNumber, gbt9704
from generator.standard.custom import LatinFace, Layout
from generator.word import kind_for, standard_template, write_document
from tests.inspection.mutations import MUTATIONS, Mutation
from tests.inspection.sound import SOUND, written
from tests.inspection.unstyled import unstyled
from tests.inspection.wordfile import WordFile

NEVER_BROKEN = {
    "B10": "独行标题末尾的句号只是习惯",
    "C15": "主题词由人删去",
    "D04": "署名是否单独成页要排出来才知道",
    "D07": "印章要印出来看",
    "E01": "是不是请示事项由人判断",
    "E02": "联系人只是习惯",
    "G01": "列宽只是习惯",
    "G03": "重复表头只是习惯",
    "G04": "横排页页码的位置要转正了看",
    "H17": "标志醒目不醒目由人判断",
    "K01": "主题字体只是习惯",
    "K02": "写明中文字体只是习惯",
    "K03": "缩进的写法只是习惯",
    "K04": "修订只是习惯",
    "K05": "宏只是习惯",
    "X03": "引文的写法要核对原文",
    "X06": "百分数范围要看上下文",
    "X07": "省略号要看上下文",
}
"""Rules that never say 不符, and why: at most a person is asked to look."""
OFFICE = LocalCustom().model_copy(
    update={
        "layout": Layout.GB33476,
        "page_number": PageNumber.CENTRED,
        "bold_second": True,
        "latin_face": LatinFace.FANGSONG,
        "imprint_page": ImprintPage.EVEN,
    }
)
EACH = 5
"""Every fifth mutation is tried under the customs of that office too."""
FOREIGN = [one for one in MUTATIONS if not one.styled]

COMMON = [one for one in FOREIGN if one.code not in ("P10", "F04")]
"""What is a fault under any custom; a centred page number has no side, and bold may be the custom."""


@cache
def sound(name: str, *, bare: bool) -> bytes:
    """A sound document as the pen writes it, or without its styles."""
    return unstyled(sound(name, bare=False)) if bare else written(name)


def faults(content: bytes, custom: LocalCustom | None = None) -> list[Finding]:
    """What the rules call 不符."""
    findings = judge(recognise(read_facts(content, "样品.docx")), gbt9704(custom))
    return [one for one in findings if one.verdict is Verdict.BROKEN]


def broken(content: bytes, custom: LocalCustom | None = None) -> set[str]:
    """The codes of the rules that say 不符."""
    return {one.code for one in faults(content, custom)}


@cache
def written_for_the_office(name: str) -> bytes:
    """A sound document as the pen writes it for an office that does much in its own way."""
    document = SOUND[name]()
    return write_document(document, standard_template(kind_for(document.format), OFFICE))


def damaged(mutation: Mutation, *, bare: bool = False) -> bytes:
    """The document of a mutation after its damage."""
    file = WordFile(sound(mutation.document, bare=bare))
    mutation.damage(file)
    return file.content()


def named(mutation: Mutation) -> str:
    return f"{mutation.code}-{mutation.document}-{mutation.name}"


@pytest.mark.parametrize("bare", [False, True], ids=["styled", "unstyled"])
@pytest.mark.parametrize("name", SOUND)
def test_a_document_breaks_no_rule_before_it_is_damaged(name: str, *, bare: bool) -> None:
    assert broken(sound(name, bare=bare)) == set()


@pytest.mark.parametrize("mutation", MUTATIONS, ids=named)
def test_the_matching_rule_and_only_that_reports_the_damage(mutation: Mutation) -> None:
    found = faults(damaged(mutation))
    assert {one.code for one in found} == {mutation.code}
    for one in found:
        assert one.measured
        assert one.required
        assert one.hint
        assert one.measured != one.required


@pytest.mark.parametrize("name", SOUND)
def test_an_office_breaks_no_rule_in_its_own_way(name: str) -> None:
    assert broken(written_for_the_office(name), OFFICE) == set()


@pytest.mark.parametrize("mutation", COMMON[::EACH], ids=named)
def test_it_does_so_in_a_file_of_an_office_with_customs(mutation: Mutation) -> None:
    file = WordFile(written_for_the_office(mutation.document))
    mutation.damage(file)
    assert broken(file.content(), OFFICE) == {mutation.code}


@pytest.mark.parametrize("mutation", FOREIGN, ids=named)
def test_it_does_so_in_a_file_without_our_styles(mutation: Mutation) -> None:
    assert broken(damaged(mutation, bare=True)) == {mutation.code}


def test_every_rule_that_can_be_broken_is_broken_by_a_mutation() -> None:
    assert {one.code for one in MUTATIONS} | set(NEVER_BROKEN) == {rule.code for rule in RULES}
    assert not {one.code for one in MUTATIONS} & set(NEVER_BROKEN)
    assert len(MUTATIONS) > 150
    assert len({named(one) for one in MUTATIONS}) == len(MUTATIONS)
