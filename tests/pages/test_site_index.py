"""The index behind the search box: bounded scripts, and the same tokens and hashes as in the page."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from generator.pages.sheet import Card, Page, Unit
from generator.pages.site_index import (
    LONGEST_UNIT,
    POSTINGS_PER_CHUNK,
    SHARD_BYTES,
    Index,
    hash_of,
    parts_of,
)

REGISTER = re.compile(r'gongwenSearch\.register\("(\w+)",(.*)\);\n', re.DOTALL)


def parts(index: Index) -> Iterator[tuple[str, str]]:
    """The scripts by the names under which they register."""
    for _, text in index.scripts():
        match = REGISTER.fullmatch(text)
        if match:
            yield match[1], match[2]


def page(number: int, text: str) -> Page:
    return Page(
        f"policies/第{number}.md", f"第{number}份", "", (), Card("政策"), (Unit("s1", "一、总则", text),)
    )


def postings_of(index: Index, token: str) -> list[int]:
    """The hits of a token, read as the script in the page reads them."""
    shards = {name: json.loads(text) for name, text in parts(index) if name.startswith("p")}
    first = shards[f"p{hash_of(token) % len(shards)}"][token]
    hits = []
    for number in range(first[0]):
        key = token if number == 0 else f"{token}\n{number}"
        row, hit = shards[f"p{hash_of(key) % len(shards)}"][key], 0
        for difference in row[1::2]:
            hit += difference
            hits.append(hit)
    return hits


def test_a_token_leads_to_every_hit_that_holds_it() -> None:
    index = Index()
    for number in range(20):
        index.add(page(number, "合同续签时长" if number % 3 == 0 else "合同管理"))
    assert postings_of(index, "续签") == [number for number in range(20) if number % 3 == 0]


def test_a_token_of_very_many_hits_is_cut_into_chunks_and_none_is_lost() -> None:
    index = Index()
    for number in range(2 * POSTINGS_PER_CHUNK + 7):
        index.add(page(number, "合同"))
    assert postings_of(index, "合同") == list(range(2 * POSTINGS_PER_CHUNK + 7))
    assert max(len(text) for name, text in parts(index) if name.startswith("p")) < 4 * SHARD_BYTES


def test_a_document_number_has_one_key_for_all_spellings() -> None:
    index = Index()
    index.add(Page("policies/某.md", "某通知", "", (), Card("政策", key="鲁财采|2022|14")))
    assert postings_of(index, "№鲁财采|2022|14") == [0]


def test_the_printed_number_is_held_once_for_each_record_of_a_part() -> None:
    index = Index()
    units = tuple(Unit(f"s{number}", "", "合同") for number in range(10))
    index.add(Page("policies/某.md", "某通知", "", (), Card("政策", "鲁财采〔2022〕14号"), units))
    index.add(Page("cases/某.md", "某案例", "", (), Card("案例")))
    part = dict(parts(index))["h0"]
    assert part.count("鲁财采〔2022〕14号") == 1
    pages, _ = json.loads(part)
    assert [pages[number][5] for number in ("0", "1")] == ["鲁财采〔2022〕14号", ""]


def test_the_hash_is_fnv_1a_over_utf_16_units() -> None:
    assert hash_of("") == 2166136261
    assert hash_of("a") == 0xE40C292C
    assert hash_of("续签") == hash_of("续" + "签") != hash_of("签续")


def test_long_texts_are_cut_at_the_ends_of_sentences_and_nothing_is_lost() -> None:
    text = "一句话。" * 400 + "无标点" * 500
    made = list(parts_of(text))
    assert "".join(made) == text
    assert max(map(len, made)) <= LONGEST_UNIT
    assert made[0].endswith("。")


def test_the_table_of_traditional_characters_is_made_of_pairs_of_single_units() -> None:
    table = json.loads(dict(parts(Index()))["t2s"])
    assert len(table) % 2 == 0
    assert dict(zip(table[::2], table[1::2], strict=True))["務"] == "务"
    assert max(table) < "\U00010000"


def test_pages_without_a_card_are_not_searched() -> None:
    index = Index()
    index.add(Page("browse/cases/index.md", "案例", ""))
    assert index.units == []


def test_an_empty_library_gives_an_index_that_can_be_asked() -> None:
    names = [path for path, _ in Index().scripts()]
    assert names[0] == "index/start.js"
    assert any(path.endswith("/p0.js") for path in names)


def test_the_parts_of_the_shipped_index_are_small(site: Path) -> None:
    sizes = [file.stat().st_size for file in (site / "index").rglob("*.js") if file.name != "t2s.js"]
    assert max(sizes) < 64_000
