"""All records together: who cites whom, which region lies in which, what cannot be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.library import Library, load_library
from generator.models.case import Case
from generator.models.policy import Policy

MakeLibrary = Callable[[Mapping[str, str]], Path]
POLICY = """\
---
类别: 政策
编号: {id}
标题: {title}
文种: 通知
发文机关: [{issuer}]
文号: {number}
效力级别: 工作文件
地区: 全国
时效: 未核
文本: 存根
{relations}
---
"""


def policy(identifier: str, number: str = "原文未写", forwards: str = "") -> str:
    """A stub that may forward another text."""
    relations = f"关系: [{{类型: 转发, 目标: {forwards}}}]" if forwards else "关系: []"
    return POLICY.format(
        id=identifier, title=f"{identifier}的通知", issuer=identifier, number=number, relations=relations
    )


def test_the_chain_of_a_forwarding_notice_ends_at_the_first_text(library: Library) -> None:
    assert [text.id for text in library.chain_up("博财采2022-19号")] == ["淄财采2022-20号", "鲁财采2022-14号"]
    assert library.chain_up("鲁财采2022-14号") == ()


def test_who_forwards_a_text_is_known_from_the_other_end(library: Library) -> None:
    assert "博财采2022-19号" in [text.id for text in library.chain_down("淄财采2022-20号")]


def test_a_circle_of_notices_ends_the_walk(make_library: MakeLibrary) -> None:
    files = {"policies/甲.md": policy("甲", forwards="乙"), "policies/乙.md": policy("乙", forwards="甲")}
    library, problems = load_library(make_library(files))
    assert problems == ()
    assert [text.id for text in library.chain_up("甲")] == ["乙"]


def test_a_county_lies_in_its_city_its_province_and_the_country(library: Library) -> None:
    county = "山东省淄博市博山区"
    assert [region.full_name for region in library.region_path(county)][-3:] == [
        "山东省",
        "山东省淄博市",
        county,
    ]
    assert all(library.lies_in(county, other) for other in (county, "山东省淄博市", "山东省", "全国"))
    assert not library.lies_in(county, "河南省")


def test_one_number_on_two_texts_is_found_whatever_its_spelling(make_library: MakeLibrary) -> None:
    files = {f"policies/{name}.md": policy(name, "财综〔2017〕7号") for name in "甲乙"}
    library, _ = load_library(make_library(files))
    assert [text.id for text in library.policies_by_number["财综|2017|7"]] == ["乙", "甲"]


def test_a_file_that_cannot_be_read_leaves_the_others_in_place(make_library: MakeLibrary) -> None:
    files = {"policies/甲.md": policy("甲"), "policies/坏.md": "没有记录头"}
    library, problems = load_library(make_library(files))
    assert list(library.entries) == ["甲"]
    assert [problem.place.path for problem in problems] == ["policies/坏.md"]


@pytest.mark.parametrize("name", ["README.md", ".隐藏.md", "~$甲.docx"])
def test_files_that_are_no_records_are_passed_by(make_library: MakeLibrary, name: str) -> None:
    library, problems = load_library(
        make_library({"policies/甲.md": policy("甲"), f"policies/{name}": "随便写"})
    )
    assert (list(library.entries), problems) == (["甲"], ())


def test_a_record_is_found_by_id_and_by_kind(library: Library) -> None:
    assert library.find("鲁财采2022-14号", Policy) is not None
    assert library.find("鲁财采2022-14号", Case) is None
    assert library.find("没有这条", Policy) is None


def test_progress_is_told_file_by_file(make_library: MakeLibrary) -> None:
    told: list[tuple[int, int]] = []
    root = make_library({f"policies/{name}.md": policy(name) for name in "甲乙丙"})
    load_library(root, lambda done, of: told.append((done, of)))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_mentions_lead_from_a_case_to_the_policies_that_it_rests_on(library: Library) -> None:
    case = library.find("濮阳-数字城管-2016", Case)
    assert case is not None
    grounds = [item.policy for item in case.grounds if item.policy]
    assert grounds
    assert all(case.id in {mention.by for mention in library.mentions_of[target]} for target in grounds)


@pytest.mark.parametrize("name", ["图.txt", "草稿.md.bak", "新案例.yaml.txt", "原件.docx"])
def test_a_file_that_is_not_read_is_told(make_library: MakeLibrary, name: str) -> None:
    library, problems = load_library(
        make_library({"policies/甲.md": policy("甲"), f"policies/{name}": "随便写"})
    )
    assert list(library.entries) == ["甲"]
    assert [(problem.code, problem.place.path) for problem in problems] == [("LIB005", f"policies/{name}")]


def test_two_ids_that_differ_by_capitals_only_are_one(make_library: MakeLibrary) -> None:
    _, problems = load_library(make_library({"policies/a.md": policy("ABC"), "policies/b.md": policy("abc")}))
    assert [problem.code for problem in problems] == ["LIB003"]
