"""Which record a citation means: every spelling of one record's citation leads to it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.chain.index import index_of
from generator.chain.resolving import Match, Resolution, resolve
from generator.compose.titles import full_title
from generator.hanzi.citations import find_citations
from generator.hanzi.docnumber import DocNumber
from generator.library import Library, load_library
from generator.models.policy import IssuingFacts

ROOT = Path(__file__).parents[2]
MakeRecord = Callable[..., None]
Load = Callable[[], Library]


@cache
def shipped() -> Library:
    return load_library(ROOT)[0]


def meant(library: Library, text: str) -> Resolution:
    """What the one citation of a text means."""
    (citation,) = find_citations(text, index_of(library).codes)
    return resolve(library, citation)


# --- any spelling -----------------------------------------------------------------------------

BRACKETS = st.sampled_from(["〔〕", "［］", "[]", "【】", "（）", "()", "﹝﹞", "<>", "＜＞", "「」"])
LEADS = st.sampled_from(["根据", "按照", "贯彻落实", "依据", "", "为执行", "会同", "，"])
ENDS = st.sampled_from(["号", "号文", "号文件", " 号"])
AROUND = st.sampled_from(["（）", "()", "【】", "[]", ""])


def spelled_numbers(number: DocNumber) -> st.SearchStrategy[str]:
    """The spellings of a number."""
    if not number.year:
        forms = ("{0}令第{1}号", "{0}令{1}号", "{0}第{1}号令", "{0}{1}号令", "{0}令 第 {1} 号")
        return st.sampled_from([form.format(number.code, number.serial) for form in forms])
    bracketed = st.builds(
        lambda pair, end, year, ordinal: (
            f"{number.code}{pair[0]}{number.year}{year}{pair[1]}{ordinal}{number.serial}{end}"
        ),
        *(BRACKETS, ENDS, st.sampled_from(["", "年"]), st.sampled_from(["", "第"])),
    )
    bare = st.sampled_from(
        [f"{number.code}{number.year}年{number.serial}号", f"{number.code}{number.year}-{number.serial}号"]
    )
    return bracketed | bare


def spelled_titles(library: Library, record: IssuingFacts) -> st.SearchStrategy[str]:
    """The titles under which a record is cited: whole, and without the state or the body before it."""
    index, title = index_of(library), full_title(library, record)
    rest = index.named(title).rest
    shorter = {title, title.removeprefix("中华人民共和国")}
    if record.issuers and len(index.by_rest[rest]) == 1 and rest not in index.by_title:
        shorter.add(title.removeprefix(record.issuers[0]))
    marks = st.sampled_from(["《{}》", "≪{}≫", "《 {} 》"])
    return st.builds(str.format, marks, st.sampled_from(sorted(shorter)))


def bears_its_title_alone(record: IssuingFacts) -> bool:
    """Whether no other record has the same title: two 实施意见 can be told apart by their bodies only."""
    index = index_of(shipped())
    return len(index.by_title[index.named(full_title(shipped(), record)).whole]) == 1


@st.composite
def citations(draw: Any) -> tuple[str, str]:
    """A citation of a record of the shipped library in some spelling, and the record's 编号."""
    library = shipped()
    record = draw(st.sampled_from([text for text in index_of(library).texts if bears_its_title_alone(text)]))
    title = draw(spelled_titles(library, record))
    own = isinstance(record.number, DocNumber) and len(index_of(library).with_number(record.number)) == 1
    number = draw(spelled_numbers(record.number)) if own and isinstance(record.number, DocNumber) else ""
    around = draw(AROUND)
    both = f"{title}{around[:1]}{number}{around[1:]}" if number else title
    forms = [both, title, *((number, f"{number}{title}") if number else ())]
    return draw(LEADS) + draw(st.sampled_from(forms)) + "的要求", record.id


@settings(max_examples=400, deadline=None)
@given(case=citations())
def test_any_spelling_of_a_citation_means_the_same_record(case: tuple[str, str]) -> None:
    text, record_id = case
    resolution = meant(shipped(), text)
    assert (resolution.record, resolution.certain) == (record_id, True), (text, resolution)


# --- by title --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cited", "record_id"),
    [
        ("《政府采购法》", "政府采购法"),
        ("《中华人民共和国政府采购法（2014年修正）》", "政府采购法"),
        ("《关于政府向社会力量购买服务的指导意见》", "国办发2013-96号"),
        ("《政府向社会力量购买服务办法（暂行）》", "财综2014-96号"),
        ("《财政部 民政部 工商总局关于印发〈政府购买服务管理办法（暂行）〉的通知》", "财综2014-96号"),
        ("《十四五城乡社区服务体系建设规划》", "十四五城乡社区服务体系建设规划"),
        ("《关于转发〈山东省财政厅关于做好政府购买服务改革重点工作的通知〉的通知》", "淄财采2022-20号"),
    ],
)
def test_a_title_is_found_without_its_body_its_state_or_under_its_alias(
    library: Library, cited: str, record_id: str
) -> None:
    assert meant(library, cited).record == record_id


@pytest.mark.parametrize(
    "cited",
    [
        "《河北省财政厅关于做好政府购买服务改革重点工作的通知》",
        "《国务院关于政府向社会力量购买服务的指导意见》",
        "《濮阳日报》",
        "《办法》",
    ],
)
def test_the_title_of_another_body_and_a_bare_short_name_mean_nothing(library: Library, cited: str) -> None:
    resolution = meant(library, cited)
    assert (resolution.record, resolution.candidates) == (None, ())


def test_a_rule_for_trial_is_not_the_rule(library: Library) -> None:
    assert meant(library, "《政府购买服务管理办法》").record == "财政部令102号"
    assert meant(library, "《政府购买服务管理办法（暂行）》").record == "财综2014-96号"


def test_a_law_and_its_rules_are_two_records(library: Library) -> None:
    found = [resolve(library, citation).record for citation in find_citations("《政府采购法》及其实施条例")]
    assert found == ["政府采购法", "政府采购法实施条例"]


def test_one_title_of_several_bodies_is_left_open(record: MakeRecord, load: Load) -> None:
    for name in ("甲市", "乙市"):
        title = f"{name}财政局关于加强管理的通知"
        record("政策", name, 标题=title, 发文机关=[f"{name}财政局"])
    resolution = meant(load(), "《关于加强管理的通知》")
    assert (resolution.record, resolution.candidates, resolution.certain) == (None, ("乙市", "甲市"), False)
    assert meant(load(), "《甲市财政局关于加强管理的通知》").record == "甲市"


def test_one_title_of_several_bodies_is_chosen_by_region_and_stays_uncertain(library: Library) -> None:
    (citation,) = find_citations("《关于政府向社会力量购买服务的实施意见》")
    chosen = resolve(library, citation, "浙江省温州市")
    assert (chosen.record, chosen.certain) == ("温州市购买服务实施意见", False)
    assert len(chosen.candidates) == 2
    assert resolve(library, citation, "山东省").record is None


def test_signs_for_less_and_more_count_as_inner_marks(library: Library) -> None:
    title = "关于转发<河南省财政厅关于做好政府购买服务指导性目录编制管理工作的通知>的通知"
    resolution = meant(library, f"《{title}》（濮财综〔2016〕10号）")
    assert (resolution.record, resolution.match) == ("濮财综2016-10号", Match.BOTH)


# --- by number --------------------------------------------------------------------------------


def test_an_order_without_its_body_is_found_and_not_certain(library: Library) -> None:
    resolution = meant(library, "按照第102号令规定")
    assert (resolution.record, resolution.certain) == ("财政部令102号", False)


def test_a_number_on_two_records_needs_the_title(library: Library) -> None:
    both = meant(library, "濮财综〔2017〕7号")
    assert both.match is Match.SEVERAL
    assert len(both.candidates) == 2
    named = meant(library, "《濮阳市财政局关于报送政府购买服务有关情况的通知》（濮财综〔2017〕7号）")
    assert named.record == "濮财综2017-7号-报送通知"


def test_title_and_number_of_different_records_are_told_and_not_settled(library: Library) -> None:
    resolution = meant(library, "《政府购买服务管理办法（暂行）》（财政部令第102号）")
    assert resolution.match is Match.CONFLICT
    assert set(resolution.candidates) == {"财政部令102号", "财综2014-96号"}
    assert (resolution.record, resolution.certain) == (None, False)


def test_a_known_number_under_another_title_is_doubtful(library: Library) -> None:
    resolution = meant(library, "《某某办法》（财政部令第102号）")
    assert (resolution.record, resolution.certain, resolution.match) == (
        "财政部令102号",
        False,
        Match.OTHER_TITLE,
    )
