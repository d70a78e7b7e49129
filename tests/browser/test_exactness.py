"""Random pieces of the text find the same provisions in the browser, by the command, and in a plain scan."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.hanzi.docnumber import DocNumber
from generator.hanzi.folding import fold
from generator.library import Library
from generator.pages.public import public_view
from generator.provisions.entries import Entry, entries_of
from generator.search import build_index
from generator.search.engine import Reader
from generator.search.phrases import units_with_phrase
from generator.search.question import read_question
from generator.site_index import write_index
from generator.site_index.grams import folded_lines
from generator.site_index.lists import FEW, STRONGEST
from tests.site_index.samples import entry as made
from tests.site_index.samples import grown, substrings

pytestmark = pytest.mark.browser
PIECES, GROWN, PIECES_OF_GROWN = 2_000, 500, 150
SCRIPTS, ENGINE = "assets/search", ("engine.js", "exact.js", "numbers.js")
ASK = """async queries => {
    const found = [];
    for (const query of queries) {
        const first = await gongwenSearch.find(query, {});
        const hits = await first.read(0, 3);
        const settled = await first.settle();
        found.push([await settled.units(), settled.exact, hits.length, settled.hits]);
    }
    return found;
}"""


def quoted(piece: str) -> str:
    """A piece in marks that it does not hold; empty if it holds marks of all kinds."""
    if not set(piece) & set('"＂'):
        return f'"{piece}"'
    return "" if set(piece) & set("“”") else f"“{piece}”"


def chosen(entries: tuple[Entry, ...], count: int) -> tuple[str, ...]:
    """So many pieces that can be quoted and are two characters long when folded."""
    drawn = (piece for piece in substrings(entries, 2 * count) if quoted(piece) and len(fold(piece)) > 1)
    return tuple(piece for piece, _ in zip(drawn, range(count), strict=False))


def texts_of(entries: tuple[Entry, ...]) -> list[str]:
    """The folded lines of every unit."""
    return [folded_lines(unit.lines) for one in entries for unit in one.units]


def scanned(texts: list[str], piece: str) -> list[int]:
    """The units that a plain scan finds."""
    wanted = fold(piece)
    return [number for number, text in enumerate(texts) if wanted in text]


@pytest.fixture(scope="module")
def entries(library: Library) -> tuple[Entry, ...]:
    """The shipped library as both indexes take it in."""
    return tuple(entries_of(public_view(library)))


def open_index(browser: Any, root: Path, folder: Path, entries: tuple[Entry, ...]) -> Any:
    """Write an index, and open an empty page beside it that has the engine and nothing else."""
    write_index(entries, folder / "index")
    (folder / SCRIPTS).mkdir(parents=True)
    for script in ENGINE:
        (folder / SCRIPTS / script).write_bytes((root / "site" / "theme" / SCRIPTS / script).read_bytes())
    markup = f'<!DOCTYPE html><meta charset="utf-8"><script src="{SCRIPTS}/{ENGINE[0]}"></script>'
    (folder / "page.html").write_text(markup, encoding="utf-8")
    page = browser.new_page()
    page.goto((folder / "page.html").as_uri())
    return page


@pytest.fixture(scope="module")
def opened(
    browser: Any, root: Path, entries: tuple[Entry, ...], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Any]:
    """The engine over the shipped library."""
    page = open_index(browser, root, tmp_path_factory.mktemp("exact"), entries)
    yield page
    page.close()


def test_random_pieces_of_the_shipped_text_are_found_as_by_a_scan(
    opened: Any, entries: tuple[Entry, ...]
) -> None:
    page, texts, pieces = opened, texts_of(entries), chosen(entries, PIECES)
    assert len(pieces) == PIECES
    found = page.evaluate(ASK, [quoted(piece) for piece in pieces])
    wanted = [scanned(texts, piece) for piece in pieces]
    wrong = [
        piece
        for piece, (units, exact, first, hits), scan in zip(pieces, found, wanted, strict=True)
        if (units, exact, hits) != (scan, True, len(scan)) or not first
    ]
    assert wrong == []
    assert sum(len(scan) > FEW for scan in wanted) > PIECES // 50


def test_pieces_common_in_a_larger_library_are_found_as_by_a_scan(
    browser: Any, root: Path, tmp_path: Path, entries: tuple[Entry, ...]
) -> None:
    larger = tuple(grown(entries, GROWN))
    page, texts = open_index(browser, root, tmp_path, larger), texts_of(larger)
    common = ("政府购买服务", "购买服务", "政府购买", "承接主体", "，应当", "服务", "年", "“购买")
    pieces = (*chosen(larger, PIECES_OF_GROWN), *common)
    found = page.evaluate(ASK, [quoted(piece) for piece in pieces])
    wanted = [scanned(texts, piece) for piece in pieces]
    assert [units for units, *_ in found] == wanted
    assert max(map(len, wanted)) > STRONGEST
    page.close()


def test_a_word_without_marks_is_found_to_the_letter_too(opened: Any, entries: tuple[Entry, ...]) -> None:
    page, texts = opened, texts_of(entries)
    words = ("政府购买服务", "政府購買服務", "履约验收", "覆盖面", "GB/T", "１０２号令之外", "承接主体")
    found = page.evaluate(ASK, list(words))
    for word, (units, exact, _, _) in zip(words, found, strict=True):
        if scanned(texts, word):
            assert (units, exact) == (scanned(texts, word), True), word
    assert page.evaluate("async () => (await gongwenSearch.find('“这里没有的话”', {})).hits") == 0


def test_folding_in_the_page_is_that_of_the_program(opened: Any, entries: tuple[Entry, ...]) -> None:
    page = opened
    lines = [
        "ＡＢ　ｃ  d １２ 3\u00ad万\u200b元",
        "GB / T 9704",
        "〔２０１７〕８號 ①Ⅳ㎡ ﬁ",
        "計畫覆蓋瞭解，藉口",
        "é É ß İ",
    ]
    lines += sorted({line for one in entries for unit in one.units for line in unit.lines})[::40]
    page.evaluate("async () => { await gongwenSearch.find('計畫覆蓋瞭解藉口號', {}); }")
    assert page.evaluate("lines => lines.map(gongwenSearch.fold)", lines) == [fold(line) for line in lines]


def test_the_command_finds_the_same_in_quotes(
    library: Library, entries: tuple[Entry, ...], tmp_path: Path
) -> None:
    build_index(public_view(library), tmp_path, entries=entries)
    texts, pieces = texts_of(entries), chosen(entries, PIECES)
    with Reader(tmp_path) as reader:
        wrong = []
        for piece in pieces:
            (phrase,) = read_question(quoted(piece), ()).phrases
            if sorted(units_with_phrase(reader, phrase, None)) != scanned(texts, piece):
                wrong.append(piece)
    assert wrong == []


def test_facets_count_the_records_of_all_hits_and_narrow_them(
    opened: Any, entries: tuple[Entry, ...]
) -> None:
    page = opened
    ask = """async filters => {
        const found = await gongwenSearch.find('“承接主体”', filters);
        const settled = await found.settle();
        return [await settled.facets(), settled.hits];
    }"""
    facets, hits = page.evaluate(ask, {})
    holding = [
        entry for entry in entries if any("承接主体" in folded_lines(unit.lines) for unit in entry.units)
    ]
    wanted: dict[str, int] = {}
    for entry in holding:
        for value in entry.card.facets["kind"]:
            wanted[value] = wanted.get(value, 0) + 1
    assert dict(facets["kind"]) == wanted
    narrowed, fewer = page.evaluate(ask, {"kind": ["案例"]})
    assert 0 < fewer < hits
    assert dict(narrowed["kind"]) == wanted
    assert sum(count for _, count in narrowed["level"]) < sum(count for _, count in facets["level"])
    both, _ = page.evaluate(ask, {"kind": ["案例", "政策"]})
    assert sum(count for _, count in both["level"]) > sum(count for _, count in narrowed["level"])


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("财综〔2014〕96号", "政府购买服务管理办法（暂行）"),
        ("财综[2014]96", "政府购买服务管理办法（暂行）"),
        ("财综【2014】第96号", "政府购买服务管理办法（暂行）"),
        ("财综(2014)96号", "政府购买服务管理办法（暂行）"),
        ("财综「2014」96号", "政府购买服务管理办法（暂行）"),
        ("财综2014年96号", "政府购买服务管理办法（暂行）"),
        ("财综2014-96", "政府购买服务管理办法（暂行）"),
        ("財綜［２０１４］９６號", "政府购买服务管理办法（暂行）"),
        ("财政部令第102号", "政府购买服务管理办法"),
        ("财政部第102号令", "政府购买服务管理办法"),
        ("102号令", "政府购买服务管理办法"),
        ("第102号令", "政府购买服务管理办法"),
        ("令102号", "政府购买服务管理办法"),
        ("財政部令102號", "政府购买服务管理办法"),
        ("鲁财采 2022 14号", "山东省财政厅关于做好政府购买服务改革重点工作的通知"),
    ],
)
def test_a_number_in_any_spelling_is_first(opened: Any, typed: str, title: str) -> None:
    first = "async typed => (await (await gongwenSearch.find(typed, {})).read(0, 1))[0]"
    hit = opened.evaluate(first, typed)
    assert (hit["title"], hit["anchor"]) == (title, "")


@pytest.fixture
def mentions(browser: Any, root: Path, tmp_path: Path) -> Iterator[Any]:
    """The engine over an order that others mention, and over numbers that are only mentioned."""
    entries = (
        made(1, "按照开发区管委会令第102号执行，见办法（第102号令）。"),
        made(2, "本办法自公布之日起施行。", title="管理办法", doc=DocNumber("财政部", 0, 102)),
        made(3, "见《管理办法》（财政部令第102号）。"),
        made(4, "依照湖北省人民政府令第250号执行。"),
        made(5, "依据豫财购〔2019〕5号文件。"),
    )
    page = open_index(browser, root, tmp_path, entries)
    yield page
    page.close()


@pytest.mark.parametrize(
    ("typed", "number", "units"),
    [
        ("102号令", "财政部令第102号", [2, 5, 1, 3]),
        ("令第102号", "财政部令第102号", [2, 5, 1, 3]),
        ("财政部令第102号", "财政部令第102号", [2, 5, 3]),
        ("250号令", "250号令", [7]),
        ("豫财购[2019]5", "豫财购[2019]5", [9]),
    ],
)
def test_the_record_comes_before_those_that_mention_its_number(
    mentions: Any, typed: str, number: str, units: list[int]
) -> None:
    ask = """async typed => {
        const found = await gongwenSearch.find(typed, {});
        return [found.number, (await found.read(0, 10)).map(hit => hit.unit)];
    }"""
    assert mentions.evaluate(ask, typed) == [number, units]


def test_the_first_hits_of_a_common_word_load_neither_the_exact_set_nor_many_texts(
    browser: Any, root: Path, tmp_path: Path, entries: tuple[Entry, ...]
) -> None:
    page, loaded = open_index(browser, root, tmp_path, tuple(grown(entries, GROWN))), []
    page.on("request", lambda request: loaded.append(request.url))
    first = "async word => (await (await gongwenSearch.find(word, {})).read(0, 10)).length"
    assert page.evaluate(first, "购买服务") == 10
    kinds = [url.rsplit("/index/")[-1][0] for url in loaded if "/index/" in url]
    assert not [url for url in loaded if "exact.js" in url]
    assert set(kinds) == {"s", "p", "t"}
    assert kinds.count("t") <= 14
    page.close()


def test_a_phrase_of_one_repeated_character_is_found_to_the_letter(
    opened: Any, entries: tuple[Entry, ...]
) -> None:
    texts = texts_of(entries)
    for units, exact, _, hits in opened.evaluate(ASK, ["“000”"]):
        assert (units, exact, hits) == (scanned(texts, "000"), True, len(scanned(texts, "000")))


ASK_NUMBER = """async typed => {
    const found = await gongwenSearch.find(typed, {});
    const first = await found.read(0, 1);
    return [found.hits, found.exact, found.own, found.citing, first.map(hit => hit.url + "#" + hit.anchor)];
}"""


@pytest.mark.parametrize(
    "typed",
    [
        "102号令 第二十四条",
        "财政部令第102号第二十四条",
        "102号令二十四条",
        "102号令 第24条",
        "《政府购买服务管理办法》（财政部令第102号）第二十四条",
    ],
)
def test_a_number_with_an_article_leads_to_the_article(opened: Any, typed: str) -> None:
    whole, _, provisions, citing, _ = opened.evaluate(ASK_NUMBER, "102号令")
    hits, exact, own, others, first = opened.evaluate(ASK_NUMBER, typed)
    assert first == ["policies/财政部令102号.html#a24"]
    assert (exact, 0 < hits < whole, own <= provisions, others <= citing) == (True, True, True, True)


@pytest.mark.parametrize(
    "typed",
    [
        "政府购买服务管理办法第二十四条",
        "《政府购买服务管理办法》第二十四条",
        "政府购买服务管理办法 第24条",
        "購買服務管理辦法二十四條",
        "政府购买服务管理办法第二十四条 合同",
    ],
)
def test_a_title_with_an_article_leads_to_the_article(opened: Any, typed: str) -> None:
    first = "async typed => (await (await gongwenSearch.find(typed, {})).read(0, 1))[0]"
    hit = opened.evaluate(first, typed)
    assert (hit["title"], hit["anchor"]) == ("政府购买服务管理办法", "a24")


@pytest.mark.parametrize("typed", ["政府购买服务管理办法第九百条", "没有这部法第二十四条"])
def test_an_article_that_is_not_there_leads_nowhere_in_particular(opened: Any, typed: str) -> None:
    whole = "async typed => (await gongwenSearch.find(typed, {})).whole"
    assert not opened.evaluate(whole, typed)


THIN = """async word => {
    const found = await gongwenSearch.find(word, {});
    const first = (await found.read(0, 10)).map(hit => hit.unit);
    const early = performance.getEntriesByType("resource").some(entry => entry.name.includes("exact.js"));
    const settled = await found.settle();
    return [first, early, await settled.units(), (await settled.read(0, 10)).map(hit => hit.unit)];
}"""


def test_where_the_strongest_hold_few_hits_these_come_at_once_and_the_others_after_settling(
    browser: Any, root: Path, tmp_path: Path
) -> None:
    entries = [made(20 * number, "甲乙，乙丙，甲乙，乙丙，甲乙，乙丙。") for number in range(1, 600)]
    entries += [made(20 * number, "甲乙丙" + "，另有其他说明文字" * 9) for number in range(600, 640)]
    page = open_index(browser, root, tmp_path, (*entries, made(1, "甲乙丙甲乙丙甲乙丙")))
    first, early, units, then = page.evaluate(THIN, "甲乙丙")
    assert (len(first), early, len(units)) == (1, False, 41)
    assert (then[0], len(then)) == (first[0], 10)
    page.close()


def test_a_page_that_was_open_while_the_site_was_made_anew_opens_anew(
    browser: Any, root: Path, tmp_path: Path
) -> None:
    page = open_index(browser, root, tmp_path, (made(1, "合同续签。"),))
    find = "async () => (await gongwenSearch.find('合同', {})).hits"
    an_hour_later = "(() => { const now = Date.now(); Date.now = () => now + 3600000; })()"
    assert page.evaluate(find) == 1
    page.evaluate(an_hour_later)
    assert page.evaluate(find) == 1
    write_index((made(1, "合同续签。"), made(2, "合同备案。")), tmp_path / "index")
    page.evaluate(an_hour_later)
    with page.expect_navigation():
        page.evaluate("() => { gongwenSearch.find('合同', {}); }")
    assert page.evaluate(find) == 2
    page.close()


def test_a_part_of_a_cited_text_is_led_to_by_its_number_and_its_parts(opened: Any) -> None:
    title = "《山东省财政厅关于做好政府购买服务改革重点工作的通知》（鲁财采〔2022〕14号）第三部分（四）"
    for typed in (title, "鲁财采2022 14号 三（四）", "鲁财采2022 14号 第三部分第（四）项"):
        assert opened.evaluate(ASK_NUMBER, typed)[-1] == ["policies/鲁财采2022-14号.html#s3-4"], typed


def test_a_number_alone_counts_provisions_and_a_word_never_adds_any(
    opened: Any, entries: tuple[Entry, ...]
) -> None:
    order = next(entry for entry in entries if str(entry.card.number) == "财政部令第102号")
    whole, _, own, citing, _ = opened.evaluate(ASK_NUMBER, "102号令")
    assert (own, whole) == (len(order.units) - 1, len(order.units) + citing)
    for word in ("合同", "承接主体", "合同 履行", "政府购买服务", "没有这个词"):
        assert opened.evaluate(ASK_NUMBER, f"102号令 {word}")[0] <= whole, word


def test_a_phrase_beside_a_number_is_held_to_the_letter(opened: Any, entries: tuple[Entry, ...]) -> None:
    assert opened.evaluate(ASK_NUMBER, "鲁财采〔2022〕14号 “不存在的话”")[:2] == [0, True]
    (text,) = (entry for entry in entries if entry.card.id == "鲁财采2022-14号")
    holding = sum("绩效" in folded_lines(unit.lines) for unit in text.units if unit.anchor)
    assert opened.evaluate(ASK_NUMBER, "鲁财采〔2022〕14号 “绩效”")[2] == holding > 0


def test_year_and_serial_alone_lead_to_the_text(opened: Any) -> None:
    assert opened.evaluate(ASK_NUMBER, "2022 14")[-1] == ["policies/鲁财采2022-14号.html#"]


@pytest.fixture
def uneven(browser: Any, root: Path, tmp_path: Path) -> Iterator[Any]:
    """The engine over many records of one year with two words, and one of another year behind them."""
    entries = [made(20 * number, "合同续签条件，合同续签条件。") for number in range(1, 500)]
    other = "合同" + "其他内容" * 60 + "续签。" + "别的文字" * 60
    page = open_index(browser, root, tmp_path, (*entries, made(1, other)))
    yield page
    page.close()


@pytest.mark.parametrize("query", ["续签", "合同 续签 航天"])
def test_a_filter_never_hides_a_hit_behind_the_strongest(uneven: Any, query: str) -> None:
    ask = """async query => {
        const found = await gongwenSearch.find(query, {year: ["2001年"]});
        return [found.hits, (await found.read(0, 5)).length, (await found.settle()).hits];
    }"""
    assert uneven.evaluate(ask, query) == [1, 1, 1]


def test_facets_of_words_found_in_part_say_that_they_are_not_all(uneven: Any) -> None:
    ask = """async query => (await (await gongwenSearch.find(query, {})).facets()).atLeast === true"""
    assert uneven.evaluate(ask, "合同续签 航天飞船")
    assert not uneven.evaluate(ask, "续签")


def test_traditional_characters_behind_the_first_pairs_are_read_too(
    browser: Any, root: Path, tmp_path: Path
) -> None:
    long = "".join(chr(0x4E00 + 7 * number) for number in range(90))
    page = open_index(browser, root, tmp_path, (made(1, fold(long) + "发展规划"),))
    ask = "async typed => (await gongwenSearch.find(typed, {})).whole"
    assert page.evaluate(ask, fold(long) + "發展規劃")
    page.close()
