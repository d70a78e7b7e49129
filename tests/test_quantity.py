"""Quantities: nothing of the source is lost, and sums are exact or refused."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.quantity import SCALES, parse_decimal, parse_quantity, print_decimal, total

AMOUNTS = st.decimals(0, 10**9, allow_nan=False, allow_infinity=False, places=2)
SCALED = st.sampled_from(tuple(SCALES))

EXAMPLES = [
    ("890.12万元", "890.12", "万", "元", ""),
    ("近800多万元", "800", "万", "元", "近…多"),
    ("4万余平方米", "4", "万", "平方米", "余"),
    ("万余场", "1", "万", "场", "余"),
    ("95%以上", "95", "", "%", "以上"),
    ("100万元（含）以上", "100", "万", "元", "（含）以上"),
    ("四家", "4", "", "家", ""),
    ("两个", "2", "", "个", ""),
    ("一百零三个", "103", "", "个", ""),
    ("百余家", "100", "", "家", "余"),
    ("十几家", "10", "", "家", "几"),
    ("一千二百元", "1200", "", "元", ""),
    ("一千万元", "1000", "万", "元", ""),
    ("两千零五十家", "2050", "", "家", ""),
    ("两千两百家", "2200", "", "家", ""),
    ("四千余平方米", "4000", "", "平方米", "余"),
    ("1万亿元", "1", "万亿", "元", ""),
    ("1.5千米", "1.5", "", "千米", ""),
    ("1,234.50元", "1234.50", "", "元", ""),
    ("890.12\u00a0万元", "890.12", "万", "元", ""),
    ("3元/亩", "3", "", "元/亩", ""),
    ("1259.29亿元人民币", "1259.29", "亿", "元人民币", ""),
]


@pytest.mark.parametrize(("text", "number", "scale", "unit", "hedge"), EXAMPLES)
def test_a_quantity_keeps_value_unit_and_hedge(
    text: str, number: str, scale: str, unit: str, hedge: str
) -> None:
    found = parse_quantity(text)
    assert (str(found.number), found.scale, found.unit, found.hedge) == (number, scale, unit, hedge)
    assert found.text == text
    assert found.exact is (hedge == "")


@given(number=AMOUNTS, scale=SCALED)
def test_what_was_written_is_never_rewritten(number: Decimal, scale: str) -> None:
    text = f"{number}{scale}元"
    found = parse_quantity(text)
    assert (found.text, found.digits, found.number) == (text, str(number), number)
    assert found.base == number * SCALES[scale]


def test_9199_3_and_9199_30_are_equal_and_stay_as_written() -> None:
    one, other = parse_decimal("9199.3"), parse_decimal("9199.30")
    assert one == other
    assert (str(one), str(other)) == ("9199.3", "9199.30")
    assert print_decimal(other) == "9199.3"


@pytest.mark.parametrize("text", ["几十个", "数十家", "数百万元", "几千人"])
def test_an_order_of_size_is_no_number(text: str) -> None:
    found = parse_quantity(text)
    assert (found.number, found.base, found.exact) == (None, None, False)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("８90万元", "全角数字，请改成半角“890万元”"),
        ("５％", "半角“5%”"),
        ("-3万元", "负数"),
        ("−3万元", "负数"),
        ("若干", "看不懂"),
        ("", "看不懂"),
        ("12,34元", "看不懂"),
        ("百分之九十", "看不懂"),
        ("一一个", "不是中文数字"),
        ("一百二个", "不是中文数字"),
        ("二十两个", "不是中文数字"),
        ("三点五万元", "看不懂"),
        ("一亿二千万元", "看不懂"),
        ("二〇一六年", "看不懂"),
        ("3千元", "看不懂"),
        ("5百万元", "看不懂"),
        ("12万5千元", "看不懂"),
        ("三分之一", "看不懂"),
    ],
)
def test_what_cannot_be_added_up_is_refused_in_chinese(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        parse_quantity(text)


@pytest.mark.parametrize(
    ("text", "words"),
    [("-3", "负数"), ("３", "全角"), ("3万", "不是数字"), ("", "不是数字"), ("1e5", "不是数字")],
)
def test_a_cell_holds_a_bare_number(text: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        parse_decimal(text)


@given(st.lists(st.tuples(AMOUNTS, SCALED), min_size=1, max_size=12))
def test_totals_are_exact(parts: list[tuple[Decimal, str]]) -> None:
    found = total(parse_quantity(f"{number}{scale}元") for number, scale in parts)
    expected = sum((number * SCALES[scale] for number, scale in parts), Decimal(0))
    assert found.base == expected
    assert found.exact


def test_ten_tenths_are_one() -> None:
    assert total(parse_quantity("0.1万元") for _ in range(10)).text == "1万元"


def test_a_total_is_printed_in_the_largest_scale_seen() -> None:
    assert total(map(parse_quantity, ("12.37亿元", "61500万元"))).text == "18.52亿元"


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (("3个", "近3个"), "约数"),
        (("3个", "几十个"), "约数"),
        (("3个", "3家"), "单位不同"),
        ((), "没有可以相加的数"),
    ],
)
def test_a_total_that_would_not_be_exact_is_refused(parts: tuple[str, ...], words: str) -> None:
    with pytest.raises(ValueError, match=words):
        total(map(parse_quantity, parts))


@given(AMOUNTS)
def test_printing_a_computed_number_changes_its_zeros_only(number: Decimal) -> None:
    printed = print_decimal(number)
    assert Decimal(printed) == number
    assert "." not in printed or not printed.endswith(("0", "."))


@pytest.mark.parametrize("text", ["120,万元", "3，5万元", "1.万元", "12、5个"])
def test_a_stray_mark_in_a_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"看不懂|全角"):
        parse_quantity(text)
