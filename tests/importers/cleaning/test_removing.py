"""去除: page numbers, running heads, the web around a text, advertisements, what journals add."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.importers.cleaning import account, clean
from generator.importers.original import Original
from generator.models.imports import Handling
from tests.importers.cleaning.building import LONG_CLAUSE, cleaned_of, original_of, texts_of

BODY = "某市把社区服务交给社会组织承担，服务的数量和质量写进合同，按季度考核。"
OPENING = "某市财政局负责全市政府购买服务工作的统筹协调和监督管理。"


@pytest.mark.parametrize(
    "number", ["— 3 —", "-3-", "第3页 共8页", "－ 12 －", "第 3 页", "·3·", "Page 2 of 9"]
)
def test_page_numbers_are_removed_wherever_they_stand(number: str) -> None:
    assert texts_of(OPENING, number, BODY) == (OPENING, BODY)


@pytest.mark.parametrize("number", ["(9)", "（12）"])
def test_a_number_in_brackets_is_a_page_number_at_the_top_of_a_file(number: str) -> None:
    cleaned = cleaned_of("", number, "", OPENING)
    assert [line.text for line in cleaned.lines] == [OPENING]
    assert cleaned.log[0].reason.startswith("页码")


@pytest.mark.parametrize("number", ["(9)", "9", "3/8"])
def test_a_number_alone_between_whole_sentences_stays(number: str) -> None:
    assert number in {text.replace("（", "(").replace("）", ")") for text in texts_of(OPENING, number, BODY)}


def test_a_number_alone_that_cuts_a_sentence_is_a_page_number_and_the_sentence_is_whole_again() -> None:
    first = "某市财政局负责统筹协调。" + LONG_CLAUSE + "确保各项任务按"
    assert texts_of(first, "12", "时完成并报市政府备案。") == (first + "时完成并报市政府备案。",)


def test_a_figure_at_the_edge_of_a_page_is_its_number_and_elsewhere_a_figure() -> None:
    original = original_of(OPENING, "7", BODY, "8", pages=(1, 1, 2, 2))
    assert [line.text for line in clean(original).lines] == [OPENING, BODY]
    inside = original_of(OPENING, "7", BODY, pages=(1, 1, 1))
    assert [line.text for line in clean(inside).lines] == [OPENING, "7", BODY]


def test_heads_that_are_repeated_from_page_to_page_leave_their_first_place() -> None:
    texts = [line for _ in (1, 2, 3) for line in ("某市人民政府公报 2024年第3期", OPENING, BODY)]
    cleaned = clean(original_of(*texts, pages=(1, 1, 1, 2, 2, 2, 3, 3, 3)))
    assert [entry.line for entry in cleaned.log if entry.handling is Handling.REMOVED] == [4, 7]
    assert {entry.reason for entry in cleaned.log} == {"页眉页脚：各页重复"}


@pytest.mark.parametrize(
    "head", ["附件{}", "2024年3月{}日", "某市财政局", "202{}年某市联系点名单", "一、总体情况"]
)
def test_parts_at_the_top_of_one_page_after_the_other_are_no_running_heads(head: str) -> None:
    texts = [line for page in (1, 2, 3) for line in (head.format(page), OPENING, BODY)]
    assert clean(original_of(*texts, pages=(1, 1, 1, 2, 2, 2, 3, 3, 3))).log == ()


def test_heads_that_do_not_follow_each_other_page_by_page_stay() -> None:
    texts = [line for _ in (1, 2, 3) for line in ("某市年鉴", OPENING, BODY)]
    assert clean(original_of(*texts, pages=(1, 1, 1, 3, 3, 3, 7, 7, 7))).log == ()


def test_heads_are_known_beside_page_numbers_where_a_file_has_no_pages() -> None:
    texts = [line for page in (1, 2, 3) for line in ("某市年鉴", f"— {page} —", OPENING, BODY)]
    cleaned = clean(original_of(*texts))
    assert [line.text for line in cleaned.lines].count("某市年鉴") == 1


def test_a_line_that_stands_on_two_pages_only_stays() -> None:
    texts = [line for _ in (1, 2) for line in ("某市年鉴", OPENING, BODY)]
    assert clean(original_of(*texts, pages=(1, 1, 1, 2, 2, 2))).log == ()


WEB = (
    "您好,欢迎您来到某省招标网【某某网旗下网站】",
    "全国免费咨询电话:400-123-4567",
    "您所在的位置: 首页> 政务公开> 通知公告",
    "打印本页",
    "【打印】 【关闭窗口】",
    "分享到：微信 微博",
    "上一篇：某市召开工作会议",
    "下一篇：没有了",
    "版权所有：某市财政局",
    "某ICP备12345678号",
    "网站地图 | 联系我们",
)


@pytest.mark.parametrize("line", WEB)
def test_the_shell_of_a_web_page_is_removed(line: str) -> None:
    cleaned = cleaned_of(OPENING, line, BODY)
    assert [left.text for left in cleaned.lines] == [OPENING, BODY]
    assert cleaned.log[0].reason.startswith("网页信息")


@pytest.mark.parametrize(
    "line",
    [
        "时间:2015/12/16地区:全国",
        "来源:http://www.example.cn/a.htm",
        "发布日期：2024-05-06 来源：某局",
        "公告摘要",
    ],
)
def test_time_and_source_go_from_around_the_text_into_the_log(line: str) -> None:
    cleaned = cleaned_of("某市推进政府购买服务", line, OPENING, BODY)
    assert cleaned.log[0].before == line
    assert cleaned.log[0].reason.startswith("网页信息")


def test_time_and_source_within_the_text_stay() -> None:
    assert texts_of(OPENING, "时间：2024年5月6日", BODY) == (OPENING, "时间：2024年5月6日", BODY)


@pytest.mark.parametrize(
    "line",
    ["时间：2024年5月6日上午9时", "会议地点：市政府第一会议室", "联系电话：0371-12345678", "联系人：张某某"],
)
def test_what_a_notice_says_of_a_meeting_is_no_web_page(line: str) -> None:
    assert line in texts_of(OPENING, BODY, line)


ADVERTISEMENTS = (
    "• 邀请招标推荐权",
    "与您业务匹配的项目,邀请您直接参与,免资格预审",
    "认证服务",
    "• 同城活动",
    "某采招网不定期组织同城活动,您可以申请主办活动",
    "认证服务",
)


def test_advertisements_at_the_end_are_removed_with_their_small_headings() -> None:
    cleaned = cleaned_of(OPENING, BODY, *ADVERTISEMENTS)
    assert [line.text for line in cleaned.lines] == [OPENING, BODY]
    assert {entry.reason.split("：")[0] for entry in cleaned.log} == {"广告"}


def test_a_list_that_only_looks_like_a_small_heading_stays() -> None:
    assert texts_of(BODY, "• 社区养老", "• 社区助餐") == (BODY, "• 社区养老", "• 社区助餐")


def test_an_advertisement_with_text_below_it_is_not_touched() -> None:
    assert "认证服务" in texts_of(OPENING, "认证服务", BODY)


def test_what_a_journal_adds_is_removed_and_its_sentence_stays() -> None:
    cleaned = cleaned_of(OPENING, BODY + "□", "责任编辑 张某")
    assert [line.text for line in cleaned.lines] == [OPENING, BODY]
    assert [(entry.id, entry.before) for entry in cleaned.log] == [
        ("2-去除-1", "□"),
        ("3-去除", "责任编辑 张某"),
    ]


def test_a_box_to_be_ticked_within_a_line_stays() -> None:
    assert texts_of("是否公开：□是 □否") == ("是否公开：□是 □否",)


def with_shell(original: Original, shell: str) -> Original:
    """The same original, its first line marked by the reader."""
    first, *others = original.lines
    return replace(original, lines=(replace(first, shell=shell), *others))


@pytest.mark.parametrize(("shell", "left"), [("导航", 1), ("页眉", 1), ("没有见过的", 1), ("脚注", 2)])
def test_what_the_reader_has_marked_is_removed_but_for_footnotes(shell: str, left: int) -> None:
    original = with_shell(original_of("首页 机构 政策", BODY), shell)
    cleaned = clean(original)
    assert len(cleaned.lines) == left
    assert account(original, cleaned) == ()


def test_rows_of_tables_are_never_page_numbers() -> None:
    assert texts_of("序号\t名称", "(1)\t", "2\t某项目")[2] == "2\t某项目"
