"""Which provisions answer each other, and what differs between them."""

from __future__ import annotations

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from generator.pages.comparing.aligning import Row, align
from generator.pages.comparing.provisions import Provision
from generator.pages.comparing.sentences import Change, compare_sentences

CHARACTERS = "政府购买服务预算合同期限目录公开绩效评价单位财政部门应当不得可以按照规定办理的和与"


def provision(number: int, heading: str, *sentences: str) -> Provision:
    return Provision(f"a{number}", f"第{number}条", heading, list(sentences))


def shown(rows: tuple[Row, ...]) -> list[tuple[str, str]]:
    return [(row.first.name if row.first else "", row.second.name if row.second else "") for row in rows]


def test_equal_headings_answer_each_other_whatever_their_numbers_and_words() -> None:
    first = [provision(1, "合同期限。", "不超过一年。"), provision(2, "备案。", "十日内报送。")]
    second = [provision(1, "总则。", "为了规范。"), provision(5, "合同期限", "由双方商定，报主管部门同意。")]
    assert shown(align(first, second)) == [("", "第1条"), ("第1条", "第5条"), ("第2条", "")]


def test_provisions_without_headings_answer_by_their_words_and_keep_the_first_order() -> None:
    first = [provision(1, "", "购买主体应当编制预算。"), provision(2, "", "合同签订后十日内备案。")]
    second = [
        provision(1, "", "合同签订后十五日内备案。"),
        provision(2, "", "购买主体应当先编制预算。"),
        provision(3, "", "绩效评价由第三方进行。"),
    ]
    assert shown(align(first, second)) == [("第1条", "第2条"), ("", "第3条"), ("第2条", "第1条")]


def test_every_provision_of_both_texts_stands_in_one_row() -> None:
    random = Random(7)
    texts = [
        [provision(n, "", "".join(random.choices(CHARACTERS, k=random.randint(2, 60)))) for n in range(60)]
        for _ in range(2)
    ]
    rows = align(*texts)
    assert [row.first.id for row in rows if row.first] == [one.id for one in texts[0]]
    assert sorted(row.second.id for row in rows if row.second) == sorted(one.id for one in texts[1])


def test_two_long_texts_are_laid_side_by_side_provision_by_provision() -> None:
    random = Random(5)
    first = [provision(n, "", "".join(random.choices(CHARACTERS, k=80))) for n in range(400)]
    second = [provision(n, "", one.sentences[0][:70] + "另行规定。") for n, one in enumerate(first)]
    assert all(row.first and row.second and row.first.id == row.second.id for row in align(first, second))


def test_sentences_that_both_have_are_the_same_and_new_ones_are_whole() -> None:
    here, there = compare_sentences(["甲事照办。", "乙事不办。"], ["甲事照办。", "丙类项目另行规定。"])
    assert [(span.change, span.text) for span in here] == [
        (Change.SAME, "甲事照办。"),
        (Change.WHOLE, "乙事不办。"),
    ]
    assert [(span.change, span.text) for span in there][-1] == (Change.WHOLE, "丙类项目另行规定。")


def test_within_a_sentence_that_both_have_only_the_other_words_differ() -> None:
    here, there = compare_sentences(["合同期限一般不超过一年。"], ["合同期限一般不超过三年。"])
    assert [span.text for span in here if span.change is Change.WITHIN] == ["一"]
    assert [span.text for span in there if span.change is Change.WITHIN] == ["三"]


SENTENCES = st.lists(st.text(alphabet=CHARACTERS + "。；<&*", min_size=1, max_size=30), max_size=6)


@given(SENTENCES, SENTENCES)
def test_no_word_is_lost_or_made_up_on_either_side(first: list[str], second: list[str]) -> None:
    here, there = compare_sentences(first, second)
    assert "".join(span.text for span in here) == "".join(first)
    assert "".join(span.text for span in there) == "".join(second)
    if first == second:
        assert {span.change for span in (*here, *there)} <= {Change.SAME}


def test_a_sentence_without_end_is_not_looked_into() -> None:
    here, there = compare_sentences(["长" * 20_000 + "甲"], ["长" * 20_000 + "乙"])
    assert [span.change for span in (*here, *there)] == [Change.WHOLE, Change.WHOLE]
