"""文号 in all its spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.hanzi.docnumber import DocNumber, find_numbers, parse_number

CODES = st.sampled_from(["鲁财采", "濮财综", "财综", "国办发", "中办发", "豫财综"])
NUMBERS = st.builds(DocNumber, code=CODES, year=st.integers(1990, 2099), serial=st.integers(1, 99999))
SPELLINGS = (
    "{0}〔{1}〕{2}号",
    "{0}[{1}]{2}号",
    "{0}【{1}】{2}号",
    "{0}({1}){2}号",
    "{0}（{1}）{2}号",
    "{0}［{1}］{2}号",
    "{0}﹝{1}﹞{2}号",
    "{0}「{1}」{2}号",
    "{0}<{1}>{2}号",
    "{0}〈{1}〉{2}号",
    "{0} 〔 {1} 〕 {2} 号",
    "{0}〔{1}年〕{2}号",
    "{0}〔{1}〕第{2}号",
    "{0}〔{1}〕{2}",
    "{0}{1}年{2}号",
    "{0}{1}-{2}号",
    "{0}{1}年第{2}号",
)


@given(number=NUMBERS)
def test_a_number_reads_back_as_it_prints(number: DocNumber) -> None:
    assert parse_number(str(number)) == number


@given(number=NUMBERS, spelling=st.sampled_from(SPELLINGS))
def test_every_spelling_of_a_number_has_one_key(number: DocNumber, spelling: str) -> None:
    written = spelling.format(number.code, number.year, number.serial)
    ((found, start, end),) = find_numbers(f"《办法》，{written}，收悉")
    assert (found, found.key) == (number, number.key)
    assert f"《办法》，{written}，收悉"[start:end] == written


@given(number=NUMBERS, spelling=st.sampled_from(SPELLINGS[1:]))
def test_a_document_states_its_number_to_the_letter_of_the_standard(number: DocNumber, spelling: str) -> None:
    written = spelling.format(number.code, number.year, number.serial)
    with pytest.raises(ValueError, match="不合规范") as refused:
        parse_number(written)
    assert f"应写成“{number}”" in str(refused.value)


@pytest.mark.parametrize(
    "text", ["鲁财采〔2022〕014号", "鲁财采〔2022〕1４号", "鲁财采", "", "鲁财采〔2022〕" + "1" * 5000 + "号"]
)
def test_what_is_no_number_is_refused_in_chinese(text: str) -> None:
    with pytest.raises(ValueError, match="不合规范"):
        parse_number(text)


@pytest.mark.parametrize("text", ["财政部令第102号", "财政部令102号", "财政部令 第 102 号"])
def test_an_order_has_a_number_without_a_year(text: str) -> None:
    ((found, _, _),) = find_numbers(text)
    assert found == DocNumber("财政部", 0, 102)
    assert str(found) == "财政部令第102号"


def test_several_numbers_of_a_sentence_are_found_in_turn() -> None:
    found = [number.serial for number, _, _ in find_numbers("鲁财采〔2022〕14号、淄财采〔2022〕20号")]
    assert found == [14, 20]


@pytest.mark.parametrize("text", ["2016年共312个项目", "第102条", "金额45064.17万元", "2017年6月9日"])
def test_figures_and_dates_are_no_numbers(text: str) -> None:
    assert list(find_numbers(text)) == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("(豫财综〔2017〕41号文)收到后", "豫财综〔2017〕41号"),
        ("根据财综〔2022〕51号", "财综〔2022〕51号"),
        ("研究财综〔2021〕5号", "财综〔2021〕5号"),
        ("将政发〔2020〕3号", "将政发〔2020〕3号"),
    ],
)
def test_a_known_code_is_told_from_the_words_before_it_but_not_from_its_place(text: str, number: str) -> None:
    found = [str(one) for one, _, _ in find_numbers(text, ("财综", "将政发"))]
    assert found == [number]
