"""版头 with a wrong letter: what stands above a title is never part of it."""

from __future__ import annotations

import pytest

from generator.document import OfficialDocument
from tests.recognition.texts import contents_of, doubted, official, only

TEXT = """
某市财政局文件
{number}
关于做好采购工作的通知
各县（市）财政局：
为做好采购工作，现就有关事项通知如下。
某市财政局
2023年5月4日
"""
SPOILED = (
    "某财购〔2O23〕15号",
    "某财购〔2023}15号",
    "某财购{2023〕15号",
    "某财购〔2023〕 l5 号",
    "某财购〔2023〕号",
    "某财购〔23〕15号",
)


@pytest.mark.parametrize("number", SPOILED)
def test_a_spoiled_number_below_its_mark_is_kept_as_printed_and_doubted(number: str) -> None:
    text = TEXT.format(number=number)
    tree = official(text)
    printed = "".join(number.split())
    assert (tree.masthead.mark, tree.masthead.number) == ("某市财政局文件", printed)
    assert tree.title == "关于做好采购工作的通知"
    assert doubted(text) == {"文号": (printed,)}


def test_a_spoiled_number_parts_from_the_signer_beside_it() -> None:
    head = official(TEXT.format(number="某财购〔2O23〕15号　签发人：王某")).masthead
    assert (head.number, head.signers) == ("某财购〔2O23〕15号", ("王某",))


@pytest.mark.parametrize("number", ["〔2023〕15号", "财政部令第102号", "某财购〔2023〕15号"])
def test_a_number_that_is_right_is_not_called_spoiled(number: str) -> None:
    text = TEXT.format(number=number)
    assert official(text).title == "关于做好采购工作的通知"
    assert "文号" not in doubted(text)


def test_a_mark_without_a_number_is_a_mark_and_no_title() -> None:
    text = TEXT.replace("{number}\n", "")
    assert (official(text).masthead.mark, official(text).title) == (
        "某市财政局文件",
        "关于做好采购工作的通知",
    )
    assert doubted(text) == {"文号": ()}


def test_words_of_a_head_that_nobody_can_tell_are_unplaced_and_not_in_the_title() -> None:
    contents = contents_of(TEXT.format(number="某财购2O23年第15号"))
    tree = only(contents).tree
    assert isinstance(tree, OfficialDocument)
    assert tree.title == "关于做好采购工作的通知"
    assert contents.unplaced == (1, 2)


@pytest.mark.parametrize(
    "title", ["某市财政局关于废止和修改部分规范性文件\n的通知", "关于废止和修改\n部分规范性文件\n的通知"]
)
def test_a_title_about_documents_keeps_its_words(title: str) -> None:
    text = TEXT.format(number="某财购〔2023〕15号").replace("关于做好采购工作的通知", title)
    assert official(text).title == title.replace("\n", "")
