"""References to nothing, in every kind of record."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.checks.numbers import check_numbers
from generator.checks.references import POINTERS, check_bodies, check_references, check_regions
from generator.library import Library
from generator.models import KINDS
from generator.problems import Level

MakeRecord = Callable[..., None]
Load = Callable[[], Library]
NOWHERE = "不在库里的编号"
RULE = {"编号": "R-1", "名称": "期限", "适用": "全国", "生效": "原文未写", "内容": "一年", "核验": "未核"}

POINTING: dict[str, tuple[str, dict[str, Any]]] = {
    "关系": ("政策", {"关系": [{"类型": "依据", "目标": NOWHERE}]}),
    "附件": ("公文", {"附件": [{"标题": "表", "记录": NOWHERE}]}),
    "底本": ("公文", {"底本": NOWHERE}),
    "数据集": ("公文", {"数据集": {"统计": NOWHERE}}),
    "要求": (
        "政策",
        {"要求": [{"编号": "1", "锚": "正文", "主体": ["各市"], "事项": "报送", "规则": NOWHERE}]},
    ),
    "汇编数据集": ("汇编", {"数据集": {"统计": NOWHERE}}),
    "排除": ("汇编", {"排除": [NOWHERE]}),
    "条件编号": ("汇编", {"条件": {"编号": [NOWHERE]}}),
    "案例依据": ("案例", {"依据": [{"政策": NOWHERE}]}),
    "购买主体": ("案例", {"购买主体": [{"名称": "甲", "机构": NOWHERE}]}),
    "承接主体": ("案例", {"承接主体": [{"名称": "甲", "机构": NOWHERE}]}),
    "所属实践": ("案例", {"所属实践": NOWHERE}),
    "制度": ("地区实践", {"制度": [{"政策": NOWHERE}]}),
    "大事记": ("地区实践", {"大事记": [{"时间": "2013年", "事项": "收文", "文件": [NOWHERE]}]}),
    "机制": ("地区实践", {"机制": [{"名称": "会商", "规则": [NOWHERE]}]}),
    "案例": ("地区实践", {"案例": [NOWHERE]}),
    "统计": ("地区实践", {"统计": [NOWHERE]}),
    "行代码表": ("统计表", {"行代码表": NOWHERE}),
    "下发文件": ("调查表", {"下发文件": NOWHERE}),
    "调查表": ("调查填报", {"调查表": NOWHERE}),
    "代码依据": ("代码表", {"条目": [{"名称": "养老", "依据": NOWHERE}]}),
    "规则依据": ("制度参数", {"规则": [{**RULE, "依据": {"政策": NOWHERE}}]}),
    "上级业务": (
        "机构库",
        {"机构": [{"编号": "甲", "全称": "甲", "层级": "省级", "地区": "某省", "上级业务": NOWHERE}]},
    ),
}


@pytest.mark.parametrize("name", POINTING)
def test_a_reference_to_nothing_is_told_at_the_reference(record: MakeRecord, load: Load, name: str) -> None:
    kind, keys = POINTING[name]
    record(kind, "甲", **keys)
    library = load()
    (problem,) = check_references(library)
    assert (problem.level, problem.code) == (Level.ERROR, "REFR001")
    assert NOWHERE in problem.message
    source = library.source("甲")
    assert problem.place in set(source.values.values()) - {source.place()}


def test_every_key_that_holds_an_id_is_looked_at() -> None:
    def ids(schema: dict[str, Any]) -> int:
        properties = [
            option
            for part in (schema, *schema.get("$defs", {}).values())
            for option in part.get("properties", {}).values()
        ]
        return sum("pattern" in str(option) and "maxLength" in str(option) for option in properties)

    pointed = {kind: sum(issubclass(KINDS[kind], pointer.holder) for pointer in POINTERS) for kind in KINDS}
    own = {"机构库": 2, "制度参数": 2}
    found = {
        kind: ids(model.model_json_schema(by_alias=True)) - own.get(kind, 1) for kind, model in KINDS.items()
    }
    found["案例"] += 1  # 机构 stands once in the schema and under 购买主体 and 承接主体 in the record
    assert found == pointed


def test_the_near_id_is_suggested(record: MakeRecord, load: Load) -> None:
    record("地区实践", "濮阳-2017")
    record("案例", "甲", 所属实践="濮阳-2071")
    (problem,) = check_references(load())
    assert problem.hint == "是不是“濮阳-2017”？"


def test_a_record_of_another_kind_is_no_target(record: MakeRecord, load: Load) -> None:
    record("地区实践", "濮阳-2017")
    record("案例", "甲", 依据=[{"政策": "濮阳-2017"}])
    (problem,) = check_references(load())
    assert (problem.code, problem.message) == ("REFR002", "“濮阳-2017”是地区实践，这里要写政策或公文的编号")


def test_references_that_lead_somewhere_are_silent(record: MakeRecord, load: Load) -> None:
    record("政策", "令")
    record("制度参数", "参数", 规则=[{**RULE, "依据": {"政策": "令", "条": "第一条"}}])
    record("地区实践", "实践", 制度=[{"政策": "令"}], 机制=[{"名称": "会商", "规则": ["R-1"]}], 案例=["甲"])
    record("案例", "甲", 所属实践="实践", 依据=[{"政策": "令"}])
    record("公文", "文", 底本="令", 数据集={"案例": "甲"})
    assert list(check_references(load())) == []


# --- regions and bodies -------------------------------------------------------------------------


def test_an_unknown_region_is_told_with_the_near_one(record: MakeRecord, load: Load) -> None:
    record("行政区划", "行政区划")
    record("案例", "甲", 地区="某省某线")
    record("汇编", "册", 条件={"地区": ["某县"]})
    problems = list(check_regions(load()))
    assert [problem.code for problem in problems] == ["REFR003", "REFR003"]
    assert "是不是“某省某县”？" in problems[0].hint


def test_without_a_table_of_regions_nothing_is_judged(record: MakeRecord, load: Load) -> None:
    record("案例", "甲", 地区="哪里")
    assert list(check_regions(load())) == []


def test_an_issuing_body_outside_the_table_is_a_hint(record: MakeRecord, load: Load) -> None:
    record("机构库", "机构")
    record("政策", "甲", 发文机关=["某省财政厅", "某省财政亍"])
    (problem,) = check_bodies(load())
    assert (problem.level, problem.code, problem.hint) == (Level.HINT, "REFR004", "是不是“某省财政厅”？")


def test_an_alias_is_told_with_the_full_name(record: MakeRecord, load: Load) -> None:
    body = {"编号": "甲局", "全称": "某省某县财政局", "层级": "县级", "地区": "某省某县"}
    record("机构库", "机构", 机构=[{**body, "别名": ["某县财政局"]}])
    record("政策", "甲", 发文机关=["某县财政局"])
    (problem,) = check_bodies(load())
    assert problem.message == "“某县财政局”是“某省某县财政局”的别名，写全称"
    assert problem.hint == "改为 某省某县财政局"


@pytest.mark.parametrize("name", ["火星市财政局", "东营市财政局", "郑州市教育局", "某市卫健委"])
def test_no_body_is_guessed_where_only_its_kind_or_its_place_agrees(
    record: MakeRecord, load: Load, name: str
) -> None:
    known = {"郑州": "郑州市财政局", "团": "团市委", "青岛": "青岛市财政局"}
    bodies = [{"编号": id_, "全称": full, "层级": "市级", "地区": "全国"} for id_, full in known.items()]
    record("机构库", "机构", 机构=bodies)
    record("政策", "甲", 发文机关=[name])
    (problem,) = check_bodies(load())
    assert (problem.code, problem.hint) == ("REFR004", "把它补进机构库")


# --- one 文号 on two records --------------------------------------------------------------------

NUMBER = "濮财综〔2017〕7号"
ERRATUM = [{"位置": "文号", "原文": NUMBER, "说明": "与另一份同号"}]


def test_one_number_on_two_records_is_an_error_at_the_second(record: MakeRecord, load: Load) -> None:
    record("政策", "甲", 文号=NUMBER)
    record("政策", "乙", 文号=NUMBER)
    (problem,) = check_numbers(load())
    assert (problem.level, problem.code) == (Level.ERROR, "NUMB001")
    assert "已经用在“乙”（policies/乙.md 第" in problem.message
    assert problem.place.path == "policies/甲.md"


@pytest.mark.parametrize(("first", "second", "level"), [(True, True, Level.HINT), (True, False, Level.ERROR)])
def test_both_records_must_say_that_the_sources_share_a_number(
    record: MakeRecord, load: Load, first: bool, second: bool, level: Level
) -> None:
    record("政策", "甲", 文号=NUMBER, 勘误=ERRATUM if first else [])
    record("政策", "乙", 文号=NUMBER, 勘误=ERRATUM if second else [])
    (problem,) = check_numbers(load())
    assert problem.level is level


def test_a_document_and_its_original_are_one_text(record: MakeRecord, load: Load) -> None:
    record("政策", "甲", 文号=NUMBER)
    record("公文", "乙", 文号=NUMBER, 底本="甲")
    assert list(check_numbers(load())) == []
