"""Chinese numerals and heading numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.hanzi.numerals import ARTICLE_LEVEL, from_chinese, make_label, split_label, to_chinese


@given(st.integers(1, 9999))
def test_a_numeral_reads_back_to_its_number(number: int) -> None:
    assert from_chinese(to_chinese(number)) == number


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        (1, "一"),
        (10, "十"),
        (11, "十一"),
        (20, "二十"),
        (100, "一百"),
        (103, "一百零三"),
        (110, "一百一十"),
        (999, "九百九十九"),
        (1000, "一千"),
        (1001, "一千零一"),
        (1010, "一千零一十"),
        (1100, "一千一百"),
        (1260, "一千二百六十"),
        (9090, "九千零九十"),
    ],
)
def test_numerals_are_written_as_headings_count(number: int, numeral: str) -> None:
    assert to_chinese(number) == numeral


@pytest.mark.parametrize(
    ("numeral", "number"), [("百", 100), ("百十", 110), ("一百十五", 115), ("千", 1000), ("一千零十", 1010)]
)
def test_spoken_numerals_are_read_too(numeral: str, number: int) -> None:
    assert from_chinese(numeral) == number


@pytest.mark.parametrize(
    "text",
    [
        *("", "零", "一一", "十百", "百百", "十十", "一百零", "零三", "万", "1", "１"),
        *("一百二", "一千二", "一千二十", "一千百", "百千", "一千零", "一千零零一"),
    ],
)
def test_what_is_no_numeral_is_refused_in_chinese(text: str) -> None:
    with pytest.raises(ValueError, match="不是中文数字"):
        from_chinese(text)


@pytest.mark.parametrize("number", [0, -1, 10_000])
def test_headings_count_from_1_to_9999(number: int) -> None:
    with pytest.raises(ValueError, match="1 至 9999"):
        to_chinese(number)


@given(
    level=st.integers(ARTICLE_LEVEL, 4),
    number=st.integers(1, 999),
    words=st.sampled_from(["", "总体情况", "：事项"]),
)
def test_a_heading_number_splits_off_as_it_was_made(level: int, number: int, words: str) -> None:
    label, rest = split_label(make_label(level, number) + words)
    assert label is not None
    assert (label.level, label.value, rest) == (level, number, words)


@pytest.mark.parametrize(
    "text",
    ["总体情况", "一是加强宣传", "3.5万元", "零、总则", "一一、总则", "（百百）", "第零条 x", "2016年"],
)
def test_words_without_a_heading_number_stay_whole(text: str) -> None:
    assert split_label(text) == (None, text)


def test_an_article_beyond_the_thousandth_has_its_number() -> None:
    label, rest = split_label("第一千二百六十条\u3000本法自2021年1月1日起施行。")
    assert label is not None
    assert (label.level, label.value, rest) == (ARTICLE_LEVEL, 1260, "本法自2021年1月1日起施行。")


@given(number=st.integers(1, 999), inserted=st.integers(1, 20))
def test_an_article_set_between_two_others_has_both_its_numbers(number: int, inserted: int) -> None:
    label, rest = split_label(make_label(ARTICLE_LEVEL, number, inserted) + "本法所称服务。")
    assert label is not None
    assert (label.value, label.inserted, rest) == (number, inserted, "本法所称服务。")
