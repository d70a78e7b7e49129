"""Text behind 署名 and 成文日期, numbers of one series, names within brackets, Latin words in titles."""

from __future__ import annotations

import pytest

from tests.recognition.texts import doubted, official, outline

HEAD = """
某市财政局文件
某财购〔2023〕15号
关于做好采购工作的通知
各县（市）财政局：
"""
END = "某市财政局\n2023年5月4日\n"
SAID = "为做好采购工作，现就有关事项通知如下。\n"


@pytest.mark.parametrize("line", ["2023年5月6日", "请各单位于5月30日前反馈。", "采购工作台账"])
def test_text_behind_the_date_of_a_notice_that_passes_nothing_on_is_doubted(line: str) -> None:
    text = f"{HEAD}{SAID}{END}{line}\n台账应当完整。\n"
    assert "附件" in doubted(text)


def test_a_second_date_is_no_title_of_an_attachment() -> None:
    (attached,) = official(f"{HEAD}{SAID}{END}2023年5月6日\n").attachments
    assert attached.title == ""


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("关于印发采购办法的通知", SAID),
        ("关于做好采购工作的通知", "现将《采购办法》印发给你们，请遵照执行。\n"),
    ],
)
def test_the_text_that_a_notice_issues_needs_no_label(title: str, said: str) -> None:
    text = f"{HEAD}{said}{END}采购办法\n采购应当公开。\n".replace("关于做好采购工作的通知", title)
    assert "附件" not in doubted(text)
    assert [one.title for one in official(text).attachments] == ["采购办法"]


def test_the_last_numbers_of_a_series_of_headings_are_headings_too() -> None:
    series = "一、总体要求\n要做好。\n二、有关要求\n（一）甲\n（二）乙\n三、加强保障\n四、抓好落实\n"
    assert outline(official(f"{HEAD}{SAID}{series}{END}").body)[1:] == [
        "1│一、│总体要求",
        "要做好。",
        "1│二、│有关要求",
        "（一）甲",
        "（二）乙",
        "1│三、│加强保障",
        "1│四、│抓好落实",
    ]


def test_numbered_lines_without_any_text_stay_a_list() -> None:
    body = official(f"{HEAD}{SAID}一、加强领导\n二、落实责任\n三、强化保障\n{END}").body
    assert outline(body)[1:] == ["一、加强领导", "二、落实责任", "三、强化保障"]


def test_a_comma_within_brackets_parts_no_names_of_the_imprint() -> None:
    imprint = "抄送：市审计局，市人大（常委会，财经委）。\n某市财政局办公室　2023年5月5日印发\n"
    told = official(f"{HEAD}{SAID}{END}{imprint}").imprint
    assert told is not None
    assert told.copies_to == ("市审计局", "市人大（常委会，财经委）")


def test_spaces_between_latin_words_stay_in_a_title() -> None:
    text = f"{HEAD}{SAID}{END}".replace("关于做好采购工作", "关 于 做好 World Bank Loan 项目采购工作")
    assert official(text).title == "关于做好World Bank Loan项目采购工作的通知"
