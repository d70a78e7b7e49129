"""Texts that are no 公文: laws, web pages, articles of journals."""

from __future__ import annotations

from generator.compose.outline import headings_of
from tests.recognition.samples import JOURNAL, LAW, WEB_PAGE
from tests.recognition.texts import article, contents_of, doubted, outline


def test_a_law_has_its_divisions_articles_and_items() -> None:
    assert outline(article(LAW).body) == [
        "1│第一编│总则",
        "2│第一章│一般规定",
        "3│第一节│目的",
        "1│第一条│→为了规范购买",
        "1│第二条│→购买服务应当",
        "（一）公开；",
        "（二）公平：",
        "1.程序公平；",
        "2.结果公平。",
        "违反前款规定的，",
        "1│第一百三十四条之一│→本条例所称以",
        "1│第二编│附则",
        "1│第一百三十五条│→本条例自公布",
    ]


def test_the_label_of_an_article_keeps_its_gap() -> None:
    labels = [heading.label for heading in headings_of(article(LAW).body)]
    assert "第一条　" in labels


def test_the_note_below_the_title_of_a_law_is_its_subtitle() -> None:
    first, second = article(LAW).subtitle.split("\n")
    assert first.startswith("（2010年5月1日")
    assert second.endswith("修正）")


def test_the_contents_of_a_law_are_not_doubled() -> None:
    assert contents_of(LAW).unplaced == (4, 5, 6, 7, 8)


def test_what_a_web_page_says_above_a_text_is_no_part_of_it() -> None:
    tree = article(WEB_PAGE)
    assert tree.title == "某县人民政府工作规则"
    assert contents_of(WEB_PAGE).unplaced == (1, 2, 3, 4, 5)
    assert doubted(WEB_PAGE) == {"文号": ("某政发〔2024〕7号",), "成文日期": ("2024-04-06",)}


def test_chapters_may_hold_numbered_paragraphs() -> None:
    assert outline(article(WEB_PAGE).body) == [
        "1│第一章│总则",
        "一、为了规范政府",
        "二、县政府工作的",
        "1│第二章│会议",
        "三、县政府实行会",
    ]


def test_short_lines_between_paragraphs_are_headings_without_numbers() -> None:
    tree = article(JOURNAL)
    assert (tree.title, tree.subtitle) == ("加快购买服务改革 促进职能转变", "某市财政局")
    assert [line for line in outline(tree.body) if "│" in line] == [
        "1││建章立制 强化保障",
        "1││多点探索 创新（市区）模式",
    ]


def test_a_numbered_list_is_no_row_of_headings() -> None:
    assert outline(article(JOURNAL).body)[-3:] == ["1.甲", "2.乙", "3.丙"]


def test_one_short_line_alone_is_no_system_of_headings() -> None:
    text = JOURNAL.replace("建章立制 强化保障\n", "")
    assert not [line for line in outline(article(text).body) if "│" in line]


def test_a_text_without_title_says_so() -> None:
    text = "近年来，某市财政局推进购买服务改革，取得了很好的成效，现将做法介绍如下，供参考。\n" * 2
    assert (article(text).title, doubted(text)) == ("", {"标题": ()})


def test_an_empty_file_holds_nothing() -> None:
    assert contents_of("\n \n").texts == ()
