"""The page of a case and what is written beside it: facts, figures with sources, warnings, tables."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from generator.library import Library
from generator.models.case import Case, Practice
from generator.pages import WrittenPage, write_pages
from generator.pages.case_table.fields import ROWS, comparing_pages
from generator.pages.case_table.scripts import HAND_OVER, case_script
from generator.pages.records.case import case_page, case_pages
from generator.pages.records.case_glance import glance_rows
from generator.pages.records.practice import practice_page
from generator.pages.sheet import Sheet
from generator.pages.shelf import Shelf
from generator.provisions.amounts import NO_TOTAL
from generator.provisions.facets import facet
from tests.conftest import DATED
from tests.pages.cases.made import Make, amount, case_of, library_of, shelf_of
from tests.pages.samples import HOSTILE, Document, policy_text

Made = tuple[Path, tuple[WrittenPage, ...]]
DASHED_DAY = re.compile(r"(?<![\w/-])(?:19|20)\d\d-\d\d(?!\d)")
FIGURES = [
    {
        "名称": "总场次",
        "数值": "6场",
        "引文": "共演出6场，其中甲团2场",
        "分项": [{"名称": "甲团", "数值": "2场"}, {"名称": "乙团", "数值": "4场"}],
    },
    {"名称": "人次", "序列": [{"期间": "2019年", "数值": "100人次"}, {"期间": "2020年", "数值": "200人次"}]},
]
STORY = [{"题": "做法", "段": ["演出{{ 本.总场次 }}，乙团{{ 本.总场次.乙团 }}，{{ 本.期间 }}。"]}]


def page_of(make: Make, *records: Mapping[str, Any], more: Mapping[str, str] | None = None) -> Document:
    """The page of the first case, as a browser reads its markup."""
    shelf = shelf_of(library_of(make, *records, more=more))
    case = shelf.library.find(records[0]["编号"], Case)
    assert case is not None
    return Document(case_page(shelf, case).text)


def data_of(text: str) -> dict[str, Any]:
    """What a script hands over."""
    assert text.startswith(f"{HAND_OVER}(")
    data: dict[str, Any] = json.loads(text.removeprefix(f"{HAND_OVER}(").removesuffix(");\n"))
    return data


def test_the_six_questions_are_answered_at_a_glance(make_library: Make) -> None:
    page = page_of(make_library, case_of("甲", 数据=amount("90万元"), 采购={"方式": "竞争性磋商"}))
    said = page.text.replace(" ", "")
    assert "购买主体某局承接主体某公司企业怎么买合同，竞争性磋商金额合同金额90万元时间2020年" in said


def test_the_row_of_money_judges_as_the_facet_does(library: Library) -> None:
    shelf = shelf_of(library)
    told = {
        case.id: dict(data_of(case_script(shelf, case).text)["rows"])["金额"] for case in every_case(shelf)
    }
    for case in every_case(shelf):
        (band,) = facet("amount").values(shelf.library, case, DATED)
        glance = dict(glance_rows(Sheet(shelf, "cases/一.md", ""), case))["金额"]
        assert (told[case.id][0] == NO_TOTAL) == (band == NO_TOTAL)
        assert glance.startswith(NO_TOTAL) == (band == NO_TOTAL)
    assert told["克拉玛依-试点-2014"][0] == "采购金额 1.93亿元（2014年）"
    assert told["濮阳-数字城管-2016"] == ["中标金额 890.12万元（2016—2017年度；255 人的政府购买服务）"]
    assert told["乌鲁木齐-试点-2015"][1].startswith("大病保险预算 1600万元")


def test_days_stand_one_way_on_the_pages_of_cases_practices_and_lists(made: Made) -> None:
    shown = [
        file for name in ("cases", "practices", "returns", "collections") for file in pages_in(made, name)
    ]
    shown += [*pages_in(made, "browse/cases/all"), *pages_in(made, "browse/policies/all")]
    said = {file.as_posix(): Document(file.read_text(encoding="utf-8")).text for file in shown}
    assert len(said) > 20
    assert {name: day for name, text in said.items() if (day := DASHED_DAY.search(text))} == {}
    assert any("2017年6月以前" in text for text in said.values())


def test_every_record_has_its_data_beside_its_word_file(made: Made) -> None:
    for folder in ("cases", "practices", "returns", "collections"):
        for file in pages_in(made, folder):
            head = file.read_text(encoding="utf-8").partition("\n## ")[0]
            assert f'data/{folder}/{quote(file.stem)}.json" class="download plain">JSON' in head, file.name


def every_case(shelf: Shelf) -> tuple[Case, ...]:
    """The public cases."""
    return shelf.library.every(Case)


def pages_in(made: Made, folder: str) -> list[Path]:
    """The written pages of a folder."""
    return sorted((made[0] / folder).rglob("*.md"))


def test_every_figure_of_the_text_leads_to_its_row_and_every_row_has_its_sentence(make_library: Make) -> None:
    page = page_of(make_library, case_of("甲", 数据=FIGURES, 章节=STORY))
    links = {names["href"] for tag, names in page.elements if tag == "a" and names.get("class") == "bound"}
    assert links == {"#figure-1", "#figure-1-2"}
    assert {"figure-1", "figure-1-1", "figure-1-2", "figure-2-s1", "figure-2-s2"} <= page.ids
    assert page.text.count("共演出6场，其中甲团2场") == 2
    assert page.text.count("没有摘引文，来源见页末") == 3


def test_a_figure_of_another_record_is_told_with_its_record_and_sentence(make_library: Make) -> None:
    other = case_of("乙", 数据=[{"名称": "总数", "数值": "18项", "引文": "全市共18项"}])
    page = page_of(make_library, case_of("甲", 章节=[{"题": "做", "段": ["全市{{ 库.乙.总数 }}。"]}]), other)
    assert "## 正文引用的其他记录" in page.text
    assert "other-figures-table" in page.ids
    assert "全市共18项" in page.text


@pytest.mark.parametrize(
    ("period", "said"),
    [
        ("2021年", "所记的事开始时，它已不再有效"),
        ("2019年至2021年", "所记的事还在进行时，它不再有效"),
        ("2018年", "当时有效，后来不再有效"),
    ],
)
def test_a_repealed_ground_is_warned_of_with_its_replacement(
    make_library: Make, period: str, said: str
) -> None:
    relation = "关系:\n  - 类型: 废止\n    目标: 旧文\n施行日期: 2020-03-01\n"
    more = {
        "policies/旧文.md": policy_text("旧文", "关于旧事的通知", "某财〔2010〕1号"),
        "policies/新文.md": policy_text("新文", "关于新事的通知", "某财〔2020〕2号", more=relation),
    }
    page = page_of(make_library, case_of("甲", 依据=[{"政策": "旧文"}], 期间=period), more=more)
    assert f"{said}。改看：《关于新事的通知》（某财〔2020〕2号）" in page.text
    assert "自2020年3月1日起由《关于新事的通知》（某财〔2020〕2号）废止" in page.text


def test_a_ground_that_holds_is_not_warned_of(make_library: Make) -> None:
    more = {"policies/文.md": policy_text("文", "关于某事的通知", "某财〔2010〕1号")}
    page = page_of(make_library, case_of("甲", 依据=[{"政策": "文"}]), more=more)
    assert not [names for _, names in page.elements if names.get("class") == "ended"]


def test_times_are_drawn_where_there_are_two_of_them(make_library: Make) -> None:
    contract = {"期限": "2020年6月至2021年5月", "签订日期": "2020-06-01", "公告日期": "2020-06-03"}
    page = page_of(make_library, case_of("甲", 合同=contract))
    assert "{: #timeline }" in page.text
    for words in ("签订合同", "2020年6月1日", "合同公告", "合同期限"):
        assert words in page.text
    assert "#timeline" not in page_of(make_library, case_of("乙")).text


COLLECTION = """---
类别: 汇编
编号: 册
名称: 某册
编印单位: 某局
编印时间: 2022年
公开属性: 主动公开
条件:
  领域: [养老]
排序: [名称]
分组: 地区
---

前言。
"""


def test_a_case_leads_to_the_ones_before_and_after_it_in_its_collection(make_library: Make) -> None:
    own = case_of("乙", 地区="甲省一市")
    others = [case_of("甲"), case_of("丙", 地区="乙省三市"), case_of("丁", 领域=["科技"])]
    page = page_of(make_library, own, *others, more={"documents/册.md": COLLECTION})
    assert "某册，第 2 个，共 3 个" in page.text
    links = [names.get("href") for tag, names in page.elements if tag == "a"]
    assert "上一个：" in page.text
    assert "%E7%94%B2.html" in links


def test_a_case_that_is_not_public_leaves_no_gap_in_the_order(make_library: Make) -> None:
    hidden = case_of("丙", 公开属性="不予公开")
    page = page_of(make_library, case_of("乙"), hidden, case_of("丁"), more={"documents/册.md": COLLECTION})
    assert "共 2 个" in page.text
    assert "丙" not in page.text


def test_what_is_missing_stands_on_the_page_with_the_key_to_fill(make_library: Make) -> None:
    page = page_of(make_library, case_of("甲", 服务对象="待补", 承接主体=[{"名称": "原文未写"}]))
    assert "{: #completeness }" in page.text
    for words in ("尽快补填服务对象", "向原单位补材料，得到后填承接主体 › 名称", "核对后填“核验”"):
        assert words in page.text


# --- data for comparing -----------------------------------------------------------------------


def test_the_script_of_a_case_hands_over_its_facts(make_library: Make) -> None:
    shelf = shelf_of(library_of(make_library, case_of("甲", 数据=amount("90万元"))))
    page, script = case_pages(shelf, shelf.library.every(Case)[0])
    assert (page.path, script.path) == ("cases/甲.md", "cases/甲.js")
    data = data_of(script.text)
    assert (data["key"], data["name"], data["page"]) == ("甲", "甲的名称", "cases/%E7%94%B2.html")
    rows = dict(data["rows"])
    assert rows["金额"] == ["合同金额 90万元"]
    assert rows["承接主体"] == ["某公司（企业）"]
    assert rows["目录类别"] == ["原文未写"]
    assert rows["问题"] == []


def test_every_case_has_the_same_rows_in_the_same_order(make_library: Make) -> None:
    bare = case_of("乙", 承接主体=[], 预算="无", 绩效={"指标": ["满意"], "第三方评价": "否"})
    shelf = shelf_of(library_of(make_library, case_of("甲"), bare))
    names = [
        [row[0] for row in data_of(case_script(shelf, case).text)["rows"]]
        for case in shelf.library.every(Case)
    ]
    assert names[0] == names[1]
    assert len(set(names[0])) == len(names[0])


@pytest.mark.parametrize("words", [*HOSTILE, "</script>"])
def test_hostile_words_stay_words_in_the_script(make_library: Make, words: str) -> None:
    shelf = shelf_of(
        library_of(make_library, case_of("甲", 名称=f"题{words}", 购买主体=[{"名称": f"局{words}"}]))
    )
    case = shelf.library.every(Case)[0]
    text = case_script(shelf, case).text
    assert not {"<", "\u2028", "\u2029"} & set(text)
    assert data_of(text)["name"] == case.title


def test_a_long_list_of_lines_is_cut_and_counted(make_library: Make) -> None:
    many = [{"名称": f"数{number}", "数值": f"{number + 1}场"} for number in range(30)]
    shelf = shelf_of(library_of(make_library, case_of("甲", 数据=many)))
    rows = dict(data_of(case_script(shelf, shelf.library.every(Case)[0]).text)["rows"])
    assert rows["数量和成效"][-1] == "另有 18 项，见案例页"
    assert len(rows["数量和成效"]) == 13


# --- tables without scripts -------------------------------------------------------------------


def test_every_field_has_a_table_in_pages_of_bounded_size(make_library: Make) -> None:
    cases = [case_of(f"例{number:03d}") for number in range(ROWS + 3)]
    shelf = shelf_of(library_of(make_library, *cases, case_of("别", 领域=["助残"])))
    pages = {page.path: page for page in comparing_pages(shelf)}
    assert set(pages) == {
        "compare-cases.md",
        "browse/compare/1.md",
        *("browse/compare/养老/1.md", "browse/compare/养老/2.md", "browse/compare/助残/1.md"),
    }
    assert pages["browse/compare/养老/1.md"].text.count("<tr>") == ROWS + 1
    assert pages["browse/compare/养老/2.md"].text.count("<tr>") == 3 + 1
    assert "脚本停用" in pages["compare-cases.md"].text


def test_the_table_of_a_field_goes_by_sums(make_library: Make) -> None:
    sums = {"甲": "900万元", "乙": "90万元", "丁": "9万元"}
    cases = [case_of(name, 数据=amount(text)) for name, text in sums.items()]
    shelf = shelf_of(library_of(make_library, *cases, case_of("丙")))
    text = Document(next(p for p in comparing_pages(shelf) if p.path == "browse/compare/养老/1.md").text).text
    order = [text.index(f"{name}的名称") for name in ("丁", "乙", "甲", "丙")]
    assert order == sorted(order)


# --- privacy ----------------------------------------------------------------------------------


def texts(folder: Path) -> Iterator[tuple[str, str]]:
    """Every file that was written, with what it says."""
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            yield file.relative_to(folder).as_posix(), unescape(file.read_bytes().decode("utf-8", "replace"))


@pytest.mark.parametrize("disclosure", ["不予公开", "待定", "待补"])
def test_a_hidden_case_is_in_no_list_no_script_no_table_and_no_count(
    make_library: Make, tmp_path: Path, disclosure: str
) -> None:
    hidden = case_of("绝迹", 公开属性=disclosure, 领域=["养老", "绝迹"], 数据=amount("77万元"))
    library = library_of(make_library, case_of("甲"), case_of("乙"), hidden)
    write_pages(library, tmp_path / "pages", dated=DATED)
    for path, text in texts(tmp_path / "pages"):
        assert "绝迹" not in path + text, path
        assert "77万元" not in text, path
    table = (tmp_path / "pages" / "browse" / "compare" / "养老" / "1.md").read_text(encoding="utf-8")
    assert "共 2 个案例" in unescape(table)


def test_a_practice_has_its_figures_with_sources_and_its_cases(make_library: Make) -> None:
    practice = {
        "类别": "地区实践",
        "编号": "做法",
        "名称": "原文未写",
        "题名": "一市怎样做",
        "地区": "甲省一市",
        "层级": "市级",
        "期间": "2020年",
        "作者": "原文未写",
        "摘要": "一市的做法",
        "数据": FIGURES,
        "大事记": [{"时间": "2019-05-06", "事项": "印发办法"}, {"时间": "2020-07", "事项": "开展试点"}],
        "章节": STORY,
        "案例": ["甲"],
    }
    shelf = shelf_of(library_of(make_library, case_of("甲"), practice))
    record = shelf.library.find("做法", Practice)
    assert record is not None
    page = Document(practice_page(shelf, record).text)
    assert {"c-data", "figure-1-2", "events-chart"} <= page.ids
    assert "{: #cases }" in page.text
    assert "共演出6场，其中甲团2场" in page.text
