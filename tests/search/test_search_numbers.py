"""发文字号 in every spelling leads to the record that bears it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.provisions.numbers import cited_keys
from generator.search import query
from tests.search.samples import MakeIndex, policy

CODES = frozenset({"鲁财采", "财综", "财政部"})


@pytest.mark.parametrize(
    "spelling",
    [
        "鲁财采〔2022〕14号",
        "鲁财采[2022]14号",
        "鲁财采【2022】14号",
        "鲁财采(2022)14号",
        "鲁财采（2022）14号",
        "鲁财采﹝2022﹞14号",
        "鲁财采［2022］14号",
        "鲁财采〔2022〕14",
        "鲁财采〔2022〕第14号",
        "鲁财采 〔 2022 〕 14 号",
        "鲁财采〔２０２２〕１４号",
        "鲁财采2022年14号",
        "鲁财采2022-14号",
        "鲁财采2022 14",
        "鲁财采202214号",
        "魯財採〔2022〕14號",
        "根据鲁财采〔2022〕14号",
        "请查一下鲁财采[2022]14号文件",
    ],
)
def test_every_spelling_of_a_number_finds_its_record_first(shipped: Path, spelling: str) -> None:
    first = query(shipped, spelling)[0]
    assert (first.id, first.anchor, first.number) == ("鲁财采2022-14号", "", "鲁财采〔2022〕14号")


@pytest.mark.parametrize(
    "spelling",
    [
        "财政部令第102号",
        "财政部102号令",
        "财政部令102号",
        "中华人民共和国财政部令第102号",
        "102号令",
        "令102号",
    ],
)
def test_an_order_is_found_by_its_number(shipped: Path, spelling: str) -> None:
    assert query(shipped, spelling)[0].id == "财政部令102号"


@pytest.mark.parametrize("spelling", ["鲁财采2022", "鲁财采〔2022〕", "鲁财采（2022年）"])
def test_code_and_year_find_all_numbers_of_that_year(index_of: MakeIndex, spelling: str) -> None:
    index = index_of(
        {
            "policies/a.md": policy("甲", "关于甲的通知", number="鲁财采〔2022〕3号"),
            "policies/b.md": policy("乙", "关于乙的通知", number="鲁财采〔2022〕14号"),
            "policies/c.md": policy("丙", "关于丙的通知", number="鲁财采〔2021〕14号"),
            "policies/d.md": policy("丁", "关于丁的通知", number="淄财采〔2022〕14号"),
        }
    )
    assert {hit.id for hit in query(index, spelling) if hit.score >= 1000} == {"甲", "乙"}


def test_one_number_on_two_records_finds_both(index_of: MakeIndex) -> None:
    same = {
        f"policies/{name}.md": policy(name, f"关于{name}的通知", number="鲁财采〔2022〕3号")
        for name in "甲乙"
    }
    assert {hit.id for hit in query(index_of(same), "鲁财采[2022]3号")} == {"甲", "乙"}


def test_a_shorter_code_is_not_taken_for_a_longer_one(index_of: MakeIndex) -> None:
    index = index_of(
        {
            "policies/a.md": policy("厅", "关于甲的通知", number="财采〔2022〕3号"),
            "policies/b.md": policy("省", "关于乙的通知", number="鲁财采〔2022〕3号"),
        }
    )
    assert query(index, "鲁财采(2022)3号")[0].id == "省"
    assert query(index, "财采(2022)3号")[0].id == "厅"


def test_provisions_that_cite_a_number_follow_its_record(shipped: Path) -> None:
    hits = query(shipped, "财综[2014]96号")
    assert hits[0].id == "财综2014-96号"
    assert ("财政部令102号", "a35") in {(hit.id, hit.anchor) for hit in hits[1:]}


def test_a_number_that_the_library_has_no_record_of_finds_who_cites_it(index_of: MakeIndex) -> None:
    body = "# 一、依据\n\n按照豫财购〔2019〕5号文件执行。"
    index = index_of({"policies/a.md": policy("甲", "关于甲的通知", body)})
    assert [hit.anchor for hit in query(index, "豫财购（2019）5")][:1] == ["s1"]


def test_words_beside_a_number_choose_among_its_provisions(shipped: Path) -> None:
    hits = query(shipped, "财政部令第102号 指导性目录 调整")
    provisions = [hit for hit in hits if hit.id == "财政部令102号" and hit.anchor]
    assert hits[0].id == "财政部令102号"
    assert "目录" in provisions[0].snippet


def test_the_code_in_running_text_is_the_longest_that_is_known() -> None:
    line = "根据财综〔2014〕96号、《办法》（财政部令第102号）和以及豫财购〔2019〕5号"
    assert set(cited_keys(line, CODES)) == {"财综|2014|96", "财政部|令|102", "豫财购|2019|5"}


def test_a_date_behind_a_known_code_is_no_number(shipped: Path) -> None:
    assert query(shipped, "财政部2020年3月施行")[0].score < 1000
