"""What is offered while somebody types: pinyin, other names, confused words, nearby 文号."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import pytest

from generator.hanzi.docnumber import DocNumber
from generator.library import Library
from generator.pages.public import public_view
from generator.provisions.cards import Card
from generator.provisions.entries import entries_of
from generator.site_index.prefix_tree import BEST, LEAF, Suggestion, nodes_of
from generator.site_index.shards import hash_of
from generator.site_index.spelling import keys_of
from generator.site_index.suggestions import suggestion_parts
from tests.conftest import DATED

Parts = Mapping[str, Any]


@pytest.fixture(scope="module")
def cards(library: Library) -> tuple[Card, ...]:
    """The cards of every record that has a page."""
    return tuple(entry.card for entry in entries_of(public_view(library), dated=DATED))


@pytest.fixture(scope="module")
def parts(library: Library, cards: tuple[Card, ...]) -> Parts:
    """The parts as a browser reads them."""
    written = suggestion_parts(public_view(library), cards, hash_of)
    return {name: json.loads(json.dumps(content)) for name, content in written}


def value_of(parts: Parts, key: str) -> Any:
    """What stands under a key, in the part that its hash tells."""
    return parts[f"g{hash_of(key) % parts['g']['parts']}"].get(key)


def offered(parts: Parts, typed: str) -> list[str]:
    """The words offered for something typed, found as the page finds them."""
    key = typed[0]
    while (node := value_of(parts, key)) is not None:
        shared, deeper, rows = node
        if not (deeper and len(typed) > len(shared) and typed.startswith(shared)):
            return [row[1] for row in rows if row[0].startswith(typed)]
        key = typed[: len(shared) + 1]
    return []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("czj", "财政局"),
        ("czj", "濮阳市财政局"),
        ("caizhengj", "财政局"),
        ("财政局", "濮阳市财政局"),
        ("住建部", "住房和城乡建设部"),
        ("zjb", "住房和城乡建设部"),
        ("为老服务", "养老"),
        ("102号令", "政府购买服务管理办法"),
        ("小微企业服务券项目", "温州市小微企业服务券"),
        ("zuohaozhengfugoumaifuwugaige", "山东省财政厅关于做好政府购买服务改革重点工作的通知"),
        ("鲁财采202214", "鲁财采〔2022〕14号 山东省财政厅关于做好政府购买服务改革重点工作的通知"),
    ],
)
def test_a_name_is_offered_however_it_is_begun(parts: Parts, typed: str, words: str) -> None:
    assert words in offered(parts, typed)


def test_the_general_name_of_a_body_comes_before_those_of_its_places(parts: Parts) -> None:
    assert offered(parts, "czj")[0] == "财政局"


def test_a_title_can_be_begun_behind_about() -> None:
    assert {"szgz", "shuizhonggongzuo"} <= set(keys_of("某局关于水中工作"))


def test_a_reading_follows_the_word_and_not_the_character() -> None:
    assert "cqscyj" not in keys_of("重庆市财政局")
    assert "cqsczj" in keys_of("重庆市财政局")
    assert "zqsczj" not in keys_of("重庆市财政局")


def test_words_taken_for_each_other_stand_with_their_exceptions(parts: Parts) -> None:
    rows = {row[0]: row for row in parts["g"]["confused"]}
    wrong, right, before, after = rows["政府采购服务"]
    assert (wrong, right, before) == ("政府采购服务", ["政府购买服务"], [])
    assert "平台" in after


def test_a_slip_that_needs_the_sentence_is_not_offered(parts: Parts) -> None:
    assert "截止" not in {row[0] for row in parts["g"]["confused"]}


def test_numbers_are_found_by_their_year_and_by_their_serial(parts: Parts) -> None:
    near = value_of(parts, "№鲁财采|2022|0")
    assert [2022, 14] in [row[:2] for row in near]
    assert value_of(parts, "№鲁财采||14") == [row for row in near if row[1] == 14]


def test_totals_count_each_record_once_for_each_value(parts: Parts, cards: tuple[Card, ...]) -> None:
    totals = dict(parts["f"]["facets"]["kind"])
    assert parts["f"]["records"] == len(cards)
    assert totals["案例"] == sum(card.kind == "案例" for card in cards)


def test_no_node_grows_with_the_number_of_names() -> None:
    pairs = [(f"同一开头{number:04}", Suggestion(3, f"名称{number}")) for number in range(3_000)]
    nodes = dict(nodes_of(pairs))
    assert max(len(rows) for _, _, rows in nodes.values()) <= LEAF
    assert all(len(rows) <= BEST for _, deeper, rows in nodes.values() if deeper)
    assert nodes["同"][0] == "同一开头"


def test_no_part_grows_with_the_number_of_records(library: Library, cards: tuple[Card, ...]) -> None:
    many = [
        replace(
            card,
            number=DocNumber("测财", 2000 + turn % 30, turn * 100 + place + 1),
            page=f"{turn}/{card.page}",
        )
        for turn in range(12)
        for place, card in enumerate(cards)
    ]
    written = dict(suggestion_parts(public_view(library), many, hash_of))
    largest = max(len(json.dumps(part, ensure_ascii=False)) for name, part in written.items() if name != "f")
    assert largest < 40_000


def test_the_same_records_give_the_same_parts(
    library: Library, cards: tuple[Card, ...], parts: Parts
) -> None:
    again = suggestion_parts(public_view(library), cards, hash_of)
    assert {name: json.loads(json.dumps(content)) for name, content in again} == dict(parts)


def test_records_that_are_not_public_are_never_offered(library: Library) -> None:
    hidden = library.find("鲁财采2022-14号", type(library.entries["鲁财采2022-14号"].record))
    assert hidden is not None
    shown = [
        entry.card for entry in entries_of(public_view(library), dated=DATED) if entry.card.id != hidden.id
    ]
    written = json.dumps(dict(suggestion_parts(public_view(library), shown, hash_of)), ensure_ascii=False)
    assert "鲁财采〔2022〕14号" not in written


def test_totals_hold_one_value_more_than_a_page_lists(library: Library, cards: tuple[Card, ...]) -> None:
    many = [replace(cards[0], facets={"issuer": (f"第{number}局",)}) for number in range(70)]
    written = dict(suggestion_parts(public_view(library), many, hash_of))
    assert len(written["f"]["facets"]["issuer"]) == 61  # type: ignore[index]


def test_the_newest_numbers_of_a_body_are_listed_and_no_more(
    library: Library, cards: tuple[Card, ...]
) -> None:
    numbers = [DocNumber("鲁测", 2000 + number, number + 1) for number in range(12)]
    many = [replace(cards[0], number=number) for number in numbers]
    written = dict(suggestion_parts(public_view(library), many, hash_of))
    rows = value_of(written, "№鲁测")
    assert [row[0] for row in rows] == list(range(2006, 2012))
