"""书名号 that enclose one another."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.hanzi.marks import alternate, cited_titles, enclose, mark_faults, same_title

TITLE = "关于做好重点工作的通知"


def nested(depth: int) -> str:
    """关于转发《…》的通知, so many levels deep."""
    title = TITLE
    for _ in range(depth):
        title = f"关于转发{enclose(title)}的通知"
    return title


def test_four_levels_alternate() -> None:
    assert nested(4) == (
        "关于转发《关于转发〈关于转发《关于转发〈关于做好重点工作的通知〉的通知》的通知〉的通知》的通知"
    )


@given(st.integers(0, 9))
def test_enclosing_never_makes_a_fault(depth: int) -> None:
    assert list(mark_faults(nested(depth))) == []


@given(st.text("《》〈〉甲乙", max_size=20))
def test_faults_are_found_wherever_rewriting_changes_something(text: str) -> None:
    if alternate(text) != text:
        assert list(mark_faults(text))


@given(st.text("《》〈〉甲乙", max_size=20))
def test_rewriting_keeps_the_words_and_the_length(text: str) -> None:
    rewritten = alternate(text)
    assert len(rewritten) == len(text)
    assert [letter for letter in rewritten if letter in "甲乙"] == [
        letter for letter in text if letter in "甲乙"
    ]


@pytest.mark.parametrize(
    ("text", "position", "words"),
    [
        ("转发《关于《办法》的通知》", 5, "第 2 层书名号应为“〈”"),
        ("〈办法〉", 0, "第 1 层书名号应为“《”"),
        ("《办法〉", 3, "不成对"),
        ("《办法", 0, "没有对应的后一半"),
        ("办法》", 2, "没有对应的前一半"),
        ("《甲〈乙《丙〈丁〉》〉", 0, "没有对应的后一半"),
    ],
)
def test_a_fault_is_told_with_its_place(text: str, position: int, words: str) -> None:
    first = next(mark_faults(text))
    assert first.position == position
    assert words in first.message


def test_only_the_outermost_titles_are_cited() -> None:
    text = "依据《甲〈乙〉》和《丙》"
    assert list(cited_titles(text)) == [("甲〈乙〉", 2, 8), ("丙", 9, 12)]


def test_spaces_and_kinds_of_marks_make_no_other_title() -> None:
    assert same_title("关于转发 《办法》的通知", "关于转发〈办法〉的通知")
    assert not same_title("关于转发《办法》的通知", "关于印发《办法》的通知")
