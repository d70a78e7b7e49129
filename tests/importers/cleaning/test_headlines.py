"""The title of a web page: what stands above it goes, whatever else looks like a title."""

from __future__ import annotations

from dataclasses import replace

from generator.importers.cleaned import Cleaned
from generator.importers.cleaning import account, clean
from generator.importers.original import OriginalKind
from tests.importers.cleaning.building import original_of

TITLE = "某市人民政府办公室关于做好防汛值守工作的通知"
NUMBER = "某政办发〔2017〕2号"
ADDRESSED = "各县（市、区）人民政府，市直各单位："
BODY = "为做好防汛值守工作，经市政府同意，现就有关事项通知如下。请认真执行。"
SIDEBAR = ("今日要闻", "关于举办春季招聘会的通知")
OTHER = "关于举办春季招聘会的通知"
OF_PAGE = ("发布机构：某市政府 2017年3月1日 字号：[大 中 小] 打印 【关闭】 浏览次数：84",)


def page(
    *texts: str, told: tuple[str, ...] = (f"title：{TITLE}_某市网", f"ArticleTitle：{TITLE}")
) -> Cleaned:
    """A page whose head tells those titles."""
    original = original_of(*told, *texts, kind=OriginalKind.PAGE)
    marked = (replace(line, shell="网页信息") for line in original.lines[: len(told)])
    original = replace(original, lines=(*marked, *original.lines[len(told) :]))
    cleaned = clean(original)
    assert account(original, cleaned) == ()
    return cleaned


def left(cleaned: Cleaned) -> list[str]:
    return [line.text for line in cleaned.lines]


def test_what_stands_above_the_title_that_the_page_tells_is_removed_with_a_reason() -> None:
    cleaned = page(*SIDEBAR, TITLE, NUMBER, ADDRESSED, BODY)
    assert left(cleaned) == [TITLE, NUMBER, ADDRESSED, BODY]
    assert {entry.reason.split("：")[0] for entry in cleaned.log} == {"网页信息"}


def test_the_heading_of_the_page_gives_way_to_a_title_in_the_text_that_is_broken_over_lines() -> None:
    cleaned = page(*SIDEBAR, TITLE, *OF_PAGE, TITLE[:12], TITLE[12:], NUMBER, ADDRESSED, BODY)
    assert left(cleaned) == [TITLE[:12], TITLE[12:], NUMBER, ADDRESSED, BODY]
    assert [entry.before for entry in cleaned.log if "正文另有标题" in entry.reason] == [TITLE]


def test_the_head_of_a_document_right_above_its_title_stays() -> None:
    cleaned = page(*SIDEBAR, TITLE, "某市人民政府办公室文件", NUMBER, TITLE, ADDRESSED, BODY)
    assert left(cleaned) == ["某市人民政府办公室文件", NUMBER, TITLE, ADDRESSED, BODY]


def test_what_the_page_tells_as_facts_stays_for_recognition() -> None:
    facts = ("索 引 号\t001-7", "文 号\t某政办发〔2017〕2号")
    cleaned = page(*SIDEBAR, *facts, "文号：某政办发〔2017〕2号", TITLE, ADDRESSED, BODY)
    assert left(cleaned) == [*facts, "文号：某政办发〔2017〕2号", TITLE, ADDRESSED, BODY]


def test_a_page_called_by_what_its_text_issues_keeps_the_longer_title_of_the_text() -> None:
    issued = "某市防汛值守工作细则"
    lines = ("某市人民政府办公室", f"关于印发{issued}的通知", f"（{NUMBER}）", ADDRESSED, BODY)
    cleaned = page(*SIDEBAR, issued, *OF_PAGE, *lines, told=(f"ArticleTitle：{issued}",))
    assert left(cleaned) == list(lines)


def test_a_text_without_any_title_takes_the_one_that_the_head_of_the_page_tells() -> None:
    cleaned = page(*SIDEBAR, NUMBER, ADDRESSED, BODY)
    assert left(cleaned) == [TITLE, NUMBER, ADDRESSED, BODY]
    assert "网页信息：标题取自页头" in {entry.reason for entry in cleaned.log}


def test_a_title_in_the_text_that_is_nearly_the_one_of_the_page_is_kept() -> None:
    nearly = "关于切实做好防汛值守工作的通知"
    cleaned = page(nearly, NUMBER, ADDRESSED, BODY)
    assert left(cleaned) == [nearly, NUMBER, ADDRESSED, BODY]


def test_a_page_that_was_copied_into_another_file_is_known_by_its_title_coming_twice() -> None:
    original = original_of(
        "设为首页|加入收藏|今天是2017年3月1日", *SIDEBAR, TITLE, *OF_PAGE, TITLE, NUMBER, BODY
    )
    assert left(clean(original)) == [TITLE, NUMBER, BODY]


def test_a_title_that_comes_twice_in_a_file_without_any_words_of_a_site_stays() -> None:
    texts = ("某市人民政府办公室文件", TITLE, "某市人民政府办公室", TITLE, NUMBER, BODY)
    assert left(clean(original_of(*texts))) == list(texts)


def test_buttons_and_counts_of_a_page_are_furniture() -> None:
    foot = (
        "广告 代办业务 加微信 ab1234",
        "联系电话：0371-00000000 技术支持：某某公司 建议使用1024*768分辨率浏览",
    )
    cleaned = page(TITLE, "信息来源：市政府办 字号：[大 中 小] 打印", ADDRESSED, BODY, *foot)
    assert left(cleaned) == [TITLE, ADDRESSED, BODY]


def test_mark_and_number_above_a_title_that_comes_once_are_no_heading_of_a_page() -> None:
    texts = ("某市财政局文件", NUMBER, TITLE, ADDRESSED, BODY)
    assert left(page(*texts, told=("title：某网站",))) == list(texts)
