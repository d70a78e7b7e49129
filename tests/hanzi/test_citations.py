"""Citations in running text: titles, numbers, both together, short names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.hanzi.citations import Citation, find_citations
from generator.hanzi.docnumber import DocNumber

NUMBER = DocNumber("财综", 2014, 96)
ORDER = DocNumber("财政部", 0, 102)
BRACKETS = ("〔〕", "［］", "[]", "【】", "（）", "()", "﹝﹞", "<>", "＜＞", "〈〉", "｢｣", "「」", "〖〗")


def cited(text: str) -> list[tuple[str, str]]:
    return [(found.title, str(found.number or "")) for found in find_citations(text)]


def one(text: str) -> Citation:
    (found,) = find_citations(text)
    return found


@pytest.mark.parametrize("brackets", BRACKETS)
@pytest.mark.parametrize("ending", ["号", "号文", "号文件", ""])
def test_a_number_after_its_title_is_one_citation_in_all_brackets(brackets: str, ending: str) -> None:
    opening, closing = brackets[0], brackets[1]
    found = one(f"根据《管理办法》（财综{opening}2014{closing}96{ending}），现就有关事项通知如下")
    assert (found.title, found.number) == ("管理办法", NUMBER)
    assert found.spelled.startswith("《管理办法》（财综")


@pytest.mark.parametrize("around", ["（）", "()", "【】", "[]", "〔〕", "  "])
def test_the_brackets_around_a_number_belong_to_the_citation(around: str) -> None:
    found = one(f"按《办法》{around[0]}财综〔2014〕96号{around[1]}执行".replace("  ", ""))
    assert (found.title, found.number) == ("办法", NUMBER)


@pytest.mark.parametrize(
    "lead",
    [
        "根据",
        "依据",
        "按照",
        "依照",
        "贯彻落实",
        "会同",
        "以及",
        "执行",
        "印发",
        "财政部印发的",
        "是",
        "随",
        "国务院",
    ],
)
def test_words_before_a_number_are_no_part_of_its_code(lead: str) -> None:
    found = one(f"{lead}财综〔2014〕96号要求")
    assert (found.number, found.spelled) == (NUMBER, "财综〔2014〕96号")


@pytest.mark.parametrize(
    "number",
    [
        "和政发〔2020〕3号",
        "国办发〔2013〕96号",
        "豫财综〔2016〕34号",
        "建市〔2014〕92号",
        "财政局办〔2020〕3号",
    ],
)
def test_a_code_keeps_all_its_characters(number: str) -> None:
    assert [str(one(f"{lead}{number}").number) for lead in ("见", "根据", "")] == [number] * 3


def test_a_code_that_is_known_is_told_from_any_words_before_it() -> None:
    (found,) = find_citations("某某某淄财采〔2022〕20号", ["淄财采"])
    assert found.number == DocNumber("淄财采", 2022, 20)


@pytest.mark.parametrize(
    "text",
    [
        "财政部令第102号",
        "财政部令102号",
        "财政部第102号令",
        "财政部102号令",
        "（财政部令 第 102 号）",
        "（财政部令102）",
    ],
)
def test_an_order_is_found_in_every_order_of_its_words(text: str) -> None:
    assert one(f"按照{text}").number == ORDER


@pytest.mark.parametrize("text", ["第102号令", "102号令"])
def test_an_order_without_its_body_has_no_code(text: str) -> None:
    found = one(f"按照{text}规定")
    assert (found.number, found.spelled) == (DocNumber("", 0, 102), text)


def test_an_order_counted_in_chinese_is_an_order() -> None:
    assert one("中华人民共和国主席令第六十八号").number == DocNumber("中华人民共和国主席", 0, 68)


def test_several_numbers_one_after_another_are_all_found() -> None:
    assert cited("按照财综〔2014〕96号、97号和财预〔2017〕87号") == [
        ("", "财综〔2014〕96号"),
        ("", "财综〔2014〕97号"),
        ("", "财预〔2017〕87号"),
    ]


def test_a_second_number_in_the_bracket_is_a_citation_of_its_own() -> None:
    assert cited("《甲办法》（财综〔2013〕111号、财综〔2014〕96号）") == [
        ("甲办法", "财综〔2013〕111号"),
        ("", "财综〔2014〕96号"),
    ]


def test_a_number_before_its_title_belongs_to_it_unless_a_mark_parts_them() -> None:
    assert cited("财综〔2014〕96号文件《管理办法》") == [("管理办法", "财综〔2014〕96号")]
    assert cited("财综〔2014〕96号、《管理办法》") == [("", "财综〔2014〕96号"), ("管理办法", "")]


def test_a_law_and_its_rules_are_two_citations() -> None:
    assert cited("《政府采购法》及其实施条例") == [("政府采购法", ""), ("政府采购法实施条例", "")]


def test_nested_titles_are_one_citation_and_their_inner_numbers_none() -> None:
    found = cited("《关于转发〈甲关于做好工作的通知〉（财综〔2014〕96号）的通知》（鲁财采〔2022〕14号）")
    assert found == [("关于转发〈甲关于做好工作的通知〉（财综〔2014〕96号）的通知", "鲁财采〔2022〕14号")]


@pytest.mark.parametrize("marks", ["《{}》", "<<{}>>", "≪{}≫", "＜{}＞", "〈{}〉", "《 {} 》", "<{}>"])
def test_titles_stand_in_many_signs(marks: str) -> None:
    assert one(f"依照{marks.format('政府采购法')}第三条").title == "政府采购法"


def test_signs_for_less_and_more_between_numbers_are_no_title() -> None:
    assert cited("当3<5且7>2时") == []


def test_a_short_name_stands_for_the_title_that_the_text_gave() -> None:
    text = "《政府购买服务管理办法》（财政部令第102号，以下简称《办法》）施行。按照《办法》第十条"
    assert cited(text) == [("政府购买服务管理办法", "财政部令第102号")] * 2


@pytest.mark.parametrize("both", ["《甲办法》《乙办法》", "《甲办法》、《乙办法》", "《甲办法》和《乙办法》"])
def test_short_names_given_together_stand_for_the_texts_in_their_order(both: str) -> None:
    texts = "《甲事管理办法》（某财〔2020〕1号）和《乙事管理办法》（某财〔2020〕2号"
    first, second = ("甲事管理办法", "某财〔2020〕1号"), ("乙事管理办法", "某财〔2020〕2号")
    found = cited(f"根据{texts}，以下分别简称{both}），按《乙办法》和《甲办法》执行。")
    assert found == [first, second, second, first]


def test_a_name_for_several_texts_together_means_none_of_them() -> None:
    text = "根据《甲事管理办法》《乙事管理办法》（以下统称《两办法》），按《两办法》执行。"
    assert [title for title, _ in cited(text)] == ["甲事管理办法", "乙事管理办法"]


@pytest.mark.parametrize("text", ["住3号楼2022年12号院", "幸福路2022年12号楼"])
def test_the_number_of_a_house_cites_nothing(text: str) -> None:
    assert cited(text) == []


@pytest.mark.parametrize(
    "text", ["本办法第三条", "按照该通知要求", "上述文件", "第102条", "2016年共312个项目", "2017年6月9日"]
)
def test_words_that_point_without_naming_cite_nothing(text: str) -> None:
    assert cited(text) == []


@given(text=st.text(alphabet="《》〈〉（）()〔〕[]财综令号第2014 96<>、及其实施条例", max_size=60))
def test_any_text_gives_citations_that_stand_in_it(text: str) -> None:
    for found in find_citations(text):
        assert text[found.start : found.end] == found.spelled
        assert found.title or found.number


@given(count=st.integers(1, 30))
def test_citations_come_in_the_order_of_the_text(count: int) -> None:
    text = "".join(f"《办法{number}》（财综〔2014〕{number}号），" for number in range(1, count + 1))
    found = [*find_citations(text)]
    assert [citation.number and citation.number.serial for citation in found] == [*range(1, count + 1)]
