"""Texts from repositories: # and comments are signs of Markdown, not words of the text."""

from __future__ import annotations

from tests.importers.cleaning.building import cleaned_of, texts_of

TITLE = "关于做好防汛值守工作的通知"
BODY = "为做好防汛值守工作，现就有关事项通知如下。"


def test_the_signs_of_headings_go_with_an_entry_for_each() -> None:
    cleaned = cleaned_of(f"# {TITLE}", "", "## 一、加强值守", BODY)
    assert [line.text for line in cleaned.lines] == [TITLE, "一、加强值守", BODY]
    assert [(entry.before, entry.reason) for entry in cleaned.log] == [
        ("# ", "Markdown 标题符号"),
        ("## ", "Markdown 标题符号"),
    ]


def test_a_sign_that_is_part_of_a_word_stays() -> None:
    assert texts_of("#1楼的住户请于本周内报名。") == ("#1楼的住户请于本周内报名。",)


def test_comments_of_one_line_or_of_several_are_removed() -> None:
    texts = (TITLE, "<!-- INFO END -->", BODY, "<!--", "整理说明", "-->", "特此通知。")
    assert texts_of(*texts) == (TITLE, BODY, "特此通知。")


def test_a_comment_that_nothing_closes_takes_no_text_away() -> None:
    assert BODY in texts_of(TITLE, "<!-- 开始", BODY)


def test_words_behind_a_comment_on_its_line_stay() -> None:
    assert texts_of(f"<!-- 注 -->{TITLE}", BODY)[0].endswith(TITLE)
