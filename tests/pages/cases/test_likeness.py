"""Cases near a case: told in words, at most five, the same however large the library is."""

from __future__ import annotations

from typing import Any

import pytest

from generator.models.case import Case
from generator.pages.case_table import likeness
from generator.pages.case_table.likeness import MOST_JUDGED, MOST_SHOWN, CaseNeighbourhood
from generator.pages.public import public_view
from tests.pages.cases.made import Make, amount, case_of, library_of


def near(make: Make, own: dict[str, Any], *others: dict[str, Any]) -> list[tuple[str, tuple[str, ...]]]:
    """The cases near the first one, each with its reasons."""
    library = public_view(library_of(make, own, *others))
    case = library.find(own["编号"], Case)
    assert case is not None
    return [(found.case.id, found.reasons) for found in CaseNeighbourhood(library).like(case)]


def test_what_two_cases_share_is_said_in_words(make_library: Make) -> None:
    own = case_of("甲", 数据=amount("100万元"), 采购={"方式": "竞争性磋商"}, 摘要="社区助餐送到老人家里")
    other = case_of("乙", 数据=amount("150万元"), 采购={"方式": "竞争性磋商"}, 摘要="养老机构用助餐车")
    assert near(make_library, own, other) == [
        (
            "乙",
            (
                "同属养老",
                "同在甲省一市",
                "同为竞争性磋商",
                "服务方式同为合同",
                "承接主体同为企业",
                "金额相近（150万元）",
            ),
        )
    ]


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("199万元", "金额相近（199万元）"),
        ("0.02亿元", "金额相近（0.02亿元）"),
        ("60万元", "金额相近（60万元）"),
        ("49万元", ""),
        ("900万元", ""),
    ],
)
def test_sums_are_near_when_one_is_at_most_twice_the_other(make_library: Make, other: str, told: str) -> None:
    found = near(make_library, case_of("甲", 数据=amount("100万元")), case_of("乙", 数据=amount(other)))
    assert [reason for reason in found[0][1] if reason.startswith("金额")] == ([told] if told else [])


def test_sums_of_one_band_that_are_further_apart_are_said_to_be_of_one_band(make_library: Make) -> None:
    found = near(make_library, case_of("甲", 数据=amount("1200万元")), case_of("乙", 数据=amount("9000万元")))
    assert "金额同为1000万元以上" in found[0][1]


def test_what_is_not_known_is_never_called_the_same(make_library: Make) -> None:
    unknown = {
        "服务方式": "原文未写",
        "采购": "原文未写",
        "承接主体": [{"名称": "原文未写"}],
        "领域": ["养老"],
    }
    found = near(make_library, case_of("甲", **unknown), case_of("乙", **unknown, 地区="乙省三市"))
    assert found == [("乙", ("同属养老",))]


def test_the_nearest_stand_first_and_never_more_than_five(make_library: Make) -> None:
    others = [case_of(f"远{number}", 地区="乙省三市", 采购="原文未写") for number in range(8)]
    found = near(make_library, case_of("甲"), *others, case_of("近", 领域=["养老", "助残"]))
    assert [record_id for record_id, _ in found] == ["近", "远0", "远1", "远2", "远3"]
    assert len(found) == MOST_SHOWN


def test_cases_that_share_little_are_not_called_alike(make_library: Make) -> None:
    other = case_of("乙", 领域=["科技"], 地区="乙省三市", 服务方式="服务券", 采购="原文未写", 合同="不适用")
    assert near(make_library, case_of("甲"), other) == []


def test_shared_words_are_told_but_not_names_of_places_or_common_words(make_library: Make) -> None:
    apart = {"领域": ["科技"], "地区": "乙省三市", "服务方式": "合同"}
    words = "濮阳市政府购买服务，办信息采集和城市管理"
    found = near(make_library, case_of("甲", 摘要=words), case_of("乙", **apart, 摘要=words))
    assert [reason for reason in found[0][1] if reason.startswith("都写到")] == ["都写到“信息采集”“城市管理”"]


@pytest.mark.parametrize("disclosure", ["不予公开", "待定", "待补"])
def test_cases_that_are_not_public_are_near_to_nobody(make_library: Make, disclosure: str) -> None:
    assert near(make_library, case_of("甲"), case_of("密", 公开属性=disclosure)) == []


def test_a_case_added_elsewhere_changes_nothing(make_library: Make) -> None:
    others = [case_of(f"例{number}", 数据=amount(f"{100 + number}万元")) for number in range(30)]
    before = near(make_library, case_of("甲", 数据=amount("110万元")), *others)
    stranger = case_of(
        "生", 领域=["科技"], 地区="乙省三市", 服务方式="服务券", 采购="原文未写", 合同="不适用"
    )
    assert near(make_library, case_of("甲", 数据=amount("110万元")), *others, stranger) == before
    assert before[0][0] == "例10"


def test_the_work_for_a_case_does_not_grow_with_the_library(
    make_library: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    judged: list[int] = []
    looked: list[int] = []
    judge, find = CaseNeighbourhood.judge, CaseNeighbourhood.near

    def counted_near(self: CaseNeighbourhood, number: int) -> dict[int, int]:
        found = find(self, number)
        looked.append(len(found))
        return found

    def counted_judge(self: CaseNeighbourhood, number: int, other: int) -> likeness.Likeness:
        judged.append(number)
        return judge(self, number, other)

    monkeypatch.setattr(CaseNeighbourhood, "judge", counted_judge)
    monkeypatch.setattr(CaseNeighbourhood, "near", counted_near)
    library = library_of(make_library, *(case_of(f"例{number}") for number in range(150)))
    neighbourhood = CaseNeighbourhood(library)
    for case in library.every(Case):
        assert len(neighbourhood.like(case)) == MOST_SHOWN
    assert len(judged) <= 150 * MOST_JUDGED
    assert max(looked) <= 2 * likeness.NEAREST


def test_elsewhere_shows_one_case_of_each_other_region_and_the_practices_of_the_region(
    make_library: Make,
) -> None:
    others = [case_of(f"三{number}", 地区="乙省三市") for number in range(3)]
    practice = {
        "类别": "地区实践",
        "编号": "一市实践",
        "名称": "原文未写",
        "题名": "一市怎样做",
        "地区": "甲省一市",
        "层级": "市级",
        "期间": "2020年",
        "作者": "原文未写",
        "摘要": "一市的做法",
        "章节": [{"题": "做法", "段": ["怎样做。"]}],
    }
    above = {**practice, "编号": "省实践", "地区": "甲省", "题名": "甲省怎样做"}
    beside = {**practice, "编号": "二市实践", "地区": "甲省二市"}
    cases = case_of("甲"), case_of("乙", 地区="甲省二市"), *others
    library = library_of(make_library, *cases, practice, above, beside)
    neighbourhood = CaseNeighbourhood(library)
    case = library.find("甲", Case)
    assert case is not None
    assert [other.id for other in neighbourhood.elsewhere(case, frozenset())] == ["三0", "乙"]
    assert [other.id for other in neighbourhood.elsewhere(case, frozenset({"三0"}))] == ["三1", "乙"]
    assert [practice.id for practice in neighbourhood.practices_near(case)] == ["一市实践", "省实践"]
