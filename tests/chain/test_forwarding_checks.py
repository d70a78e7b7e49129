"""What is wrong with a forwarding notice, told before anyone signs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from generator.checks.chains import check_chain_titles
from generator.checks.forwarding import check_forwarding
from generator.compose import compose_all
from generator.library import Library
from generator.problems import Level, Problem

MakeRecord = Callable[..., None]
Load = Callable[[], Library]
PHRASE = "现将《某省财政厅关于甲事的通知》（某财〔2022〕14号）转发给你们，请贯彻执行。"
NOTICE: Mapping[str, Any] = {
    "标题": None,
    "发文机关": ["某省某县财政局"],
    "主送": ["各乡镇财政所"],
    "成文日期": "2022-09-01",
    "公开属性": "主动公开",
    "关系": [{"类型": "转发", "目标": "甲"}],
}
DEMAND = {"编号": "要求1", "锚": "正文", "主体": ["各县"], "事项": "报送总结", "期限": "2022-11-30"}


@pytest.fixture
def notice(record: MakeRecord) -> MakeRecord:
    """Write a notice that forwards a text of the province with a deadline; keys say what differs."""
    title, number = "某省财政厅关于甲事的通知", "某财〔2022〕14号"
    record(
        "政策", "甲", "一、做好。", 标题=title, 文号=number, 文本="摘编", 要求=[DEMAND], 公开属性="主动公开"
    )
    record(
        "机构库",
        "机构",
        机构=[body("某省财政厅", "省级", "某省"), body("某省某县财政局", "县级", "某省某县")],
    )
    record("行政区划", "区划")

    def write(text: str = PHRASE, /, **keys: Any) -> None:
        record("公文", "转", text, **{**NOTICE, **keys})

    return write


def body(name: str, level: str, region: str) -> dict[str, str]:
    return {"编号": name, "全称": name, "层级": level, "地区": region}


def told(library: Library) -> list[Problem]:
    return [*check_forwarding(library, compose_all(library))]


def codes(library: Library) -> list[str]:
    return [problem.code for problem in told(library)]


def test_a_notice_in_time_with_number_and_disclosure_says_nothing_wrong(
    notice: MakeRecord, load: Load
) -> None:
    notice()
    assert codes(load()) == []
    assert list(check_chain_titles(load())) == []


@pytest.mark.parametrize(("signed", "found"), [("2022-11-30", []), ("2022-12-01", ["FWD001"])])
def test_a_deadline_inside_passes_at_the_end_of_its_day(
    notice: MakeRecord, load: Load, signed: str, found: list[str]
) -> None:
    notice(成文日期=signed)
    assert codes(load()) == found


def test_a_deadline_in_the_words_of_the_forwarded_text_counts_too(
    notice: MakeRecord, load: Load, record: MakeRecord
) -> None:
    title, number = "某省财政厅关于甲事的通知", "某财〔2022〕14号"
    body = "请各市于10月15日前报送名单。"
    record("政策", "甲", body, 标题=title, 文号=number, 文本="全文", 成文日期="2022-08-01")
    notice(成文日期="2022-10-20")
    (problem,) = told(load())
    assert (problem.code, "已过 5 天：请各市于10月15日前报送名单" in problem.message) == ("FWD001", True)


def test_the_days_are_counted_and_the_provision_is_named(notice: MakeRecord, load: Load) -> None:
    notice(成文日期="2022-12-20")
    (problem,) = told(load())
    assert problem.level is Level.WARNING
    assert "《某省财政厅关于甲事的通知》（某财〔2022〕14号）正文的期限 2022年11月30日" in problem.message
    assert "已过 20 天：报送总结" in problem.message


@pytest.mark.parametrize("own", ["请各乡镇尽快报来。", "本县时限另行通知。", "各乡镇于12月30日前完成。"])
def test_a_notice_that_sets_its_own_time_is_not_late(notice: MakeRecord, load: Load, own: str) -> None:
    notice(PHRASE + own, 成文日期="2022-12-20")
    assert codes(load()) == []


@pytest.mark.parametrize(
    "words", ["本通知自2022年12月22日起施行。", "2022年11月30日前报送的，视为完成。", "会议于12月25日召开。"]
)
def test_a_day_that_sets_no_time_to_come_excuses_nothing(notice: MakeRecord, load: Load, words: str) -> None:
    notice(PHRASE + words, 成文日期="2022-12-20")
    assert codes(load()) == ["FWD001"]


def test_a_draft_is_judged_by_the_latest_day_of_the_library(
    notice: MakeRecord, load: Load, record: MakeRecord
) -> None:
    notice(成文日期="待补")
    record("政策", "先", 标题="先前的通知", 成文日期="2022-11-01")
    assert codes(load()) == []
    record("政策", "后", 标题="后来的通知", 成文日期="2023-01-01")
    assert codes(load()) == ["FWD001"]


def test_a_registered_delay_is_a_hint(notice: MakeRecord, load: Load) -> None:
    notice(成文日期="2022-12-20", 勘误=[{"位置": "正文", "原文": "11月30日", "说明": "转发时已过。"}])
    (problem,) = told(load())
    assert problem.level is Level.HINT
    assert "已登记勘误" in problem.message


def test_a_delay_of_the_text_above_excuses_nobody_below(
    notice: MakeRecord, load: Load, record: MakeRecord
) -> None:
    title, number = "某省财政厅关于甲事的通知", "某财〔2022〕14号"
    errata = [{"位置": "版记", "原文": "11月30日", "说明": "印发时已过。"}]
    record("政策", "甲", "做好。", 标题=title, 文号=number, 文本="摘编", 要求=[DEMAND], 勘误=errata)
    notice(成文日期="2022-12-20")
    assert [problem.level for problem in told(load())] == [Level.WARNING]


def test_the_number_stands_at_the_first_mention(notice: MakeRecord, load: Load) -> None:
    notice("现将《某省财政厅关于甲事的通知》转发给你们，请贯彻执行。")
    (problem,) = told(load())
    assert (problem.code, problem.hint) == (
        "FWD002",
        "可写成《某省财政厅关于甲事的通知》（某财〔2022〕14号）",
    )


@pytest.mark.parametrize("stated", ["待定", "原文未写", None])
def test_the_disclosure_is_decided_where_the_forwarded_text_states_it(
    notice: MakeRecord, load: Load, stated: str | None
) -> None:
    notice(公开属性=stated)
    (problem,) = told(load())
    assert problem.code == "FWD003"
    assert "来文是“主动公开”" in problem.message


@pytest.mark.parametrize(
    ("signed", "sentence", "found"),
    [
        ("2025-03-01", "请各乡镇于12月30日前将贯彻落实情况报送我局。", ["FWD004"]),
        ("2025-03-01", "各乡镇要按月报送进展。", ["FWD004"]),
        ("2025-03-01", "请抓紧制定具体实施方案。", ["FWD004"]),
        ("2025-03-01", "请尽快办理，无需报送情况。", []),
        ("2025-03-01", "请尽快办理。", []),
        ("2022-09-01", "请各乡镇于12月30日前将贯彻落实情况报送我局。", []),
    ],
)
def test_a_new_duty_to_report_is_told_since_the_rule_against_it(
    notice: MakeRecord, load: Load, signed: str, sentence: str, found: list[str]
) -> None:
    notice(PHRASE + "时限另行通知。" + sentence, 成文日期=signed)
    problems = told(load())
    assert [problem.code for problem in problems] == found
    assert all("整治形式主义为基层减负若干规定" in problem.basis for problem in problems)


def test_a_duty_behind_the_set_phrase_is_told_and_the_phrase_itself_is_none(
    notice: MakeRecord, load: Load
) -> None:
    phrase = PHRASE.removesuffix("请贯彻执行。")
    notice(phrase + "请于12月底前将情况报送我局，时限从严。", 成文日期="2022-09-01", 公开属性="主动公开")
    assert codes(load()) == []
    notice(phrase + "请于2025年12月30日前将情况报送我局。", 成文日期="2025-03-01")
    assert codes(load()) == ["FWD004"]


def test_a_notice_that_goes_down_addresses_nobody_above(notice: MakeRecord, load: Load) -> None:
    notice(主送=["某省财政厅、各乡镇财政所"])
    (problem,) = told(load())
    assert (problem.code, problem.level) == ("FWD005", Level.WARNING)
    assert "某省财政厅" in problem.message


def test_a_document_that_forwards_nothing_is_not_looked_at(record: MakeRecord, load: Load) -> None:
    record("公文", "文", "请于12月底前报送情况。", 成文日期="2025-03-01")
    assert codes(load()) == []


def test_the_shipped_notice_is_late_and_open_as_its_sources_say(library: Library) -> None:
    found = {problem.code: problem for problem in told(library)}
    assert set(found) == {"FWD001", "FWD003"}
    assert found["FWD001"].level is Level.HINT
    assert "已过 22 天" in found["FWD001"].message
    assert "已经印发" in found["FWD001"].hint


# --- titles ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "title",
    [
        "关于转发《某省财政厅关于甲事的通知》的通知",
        "某省某县财政局关于转发《某省财政厅关于甲事的通知》的通知",
        "转发某省财政厅关于甲事的通知",
        "某省某县财政局转发某省财政厅关于甲事的通知",
    ],
)
def test_the_long_and_the_short_form_fit_the_chain(notice: MakeRecord, load: Load, title: str) -> None:
    notice(标题=title)
    assert list(check_chain_titles(load())) == []


@pytest.mark.parametrize(
    "title", ["关于转发《某省财政厅关于乙事的通知》的通知", "转发某省财政厅关于乙事的通知"]
)
def test_a_title_of_another_text_does_not(notice: MakeRecord, load: Load, title: str) -> None:
    notice(标题=title)
    assert [problem.code for problem in check_chain_titles(load())] == ["CHAIN001"]
