"""The files of the index hold what a plain scan finds, in parts of bounded size, the same each time."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.hanzi.docnumber import DocNumber
from generator.hanzi.folding import fold
from generator.library import Library
from generator.pages.public import public_view
from generator.provisions.entries import Entry, entries_of
from generator.site_index import write_index
from generator.site_index.columns import PER_BLOCK
from generator.site_index.grams import folded_lines
from generator.site_index.lists import PER_REST, STRONGEST
from generator.site_index.postings import Postings
from generator.site_index.shards import PER_FOLDER, address_of_part, hash_of
from tests.site_index.reading import IndexFiles
from tests.site_index.samples import entry, grown, substrings

GROWN = 900
MakeFiles = Callable[[list[Entry]], IndexFiles]


@pytest.fixture(scope="session")
def shipped_entries(library: Library) -> tuple[Entry, ...]:
    """The shipped library as both indexes take it in."""
    return tuple(entries_of(public_view(library)))


@pytest.fixture(scope="session")
def large(
    shipped_entries: tuple[Entry, ...], tmp_path_factory: pytest.TempPathFactory
) -> tuple[list[Entry], IndexFiles]:
    """Records enough for lists that are cut, with their index."""
    entries = list(grown(shipped_entries, GROWN))
    folder = tmp_path_factory.mktemp("grown") / "index"
    write_index(entries, folder)
    return entries, IndexFiles(folder)


@pytest.fixture
def files_of(tmp_path: Path) -> MakeFiles:
    """Write entries and read them back."""

    def make(entries: list[Entry]) -> IndexFiles:
        write_index(entries, tmp_path / "index")
        return IndexFiles(tmp_path / "index")

    return make


def scan(entries: list[Entry], phrase: str) -> set[int]:
    """What grep finds."""
    texts = (folded_lines(unit.lines) for one in entries for unit in one.units)
    return {number for number, text in enumerate(texts) if phrase in text}


def test_random_pieces_of_the_text_are_found_where_a_scan_finds_them(
    large: tuple[list[Entry], IndexFiles],
) -> None:
    entries, files = large
    pieces = [piece for piece in map(fold, substrings(entries, 150)) if len(piece) > 1]
    common = ["政府购买服务", "购买服务项目", "承接主体", "，应当"]
    wrong = [piece for piece in (*pieces, *common) if files.holding(piece) != scan(entries, piece)]
    assert wrong == []
    assert max(len(files.holding(piece)) for piece in common) > STRONGEST


def test_pieces_that_stand_nowhere_are_not_found(large: tuple[list[Entry], IndexFiles]) -> None:
    entries, files = large
    dice = random.Random(3)
    letters = sorted({letter for one in entries[:50] for unit in one.units for letter in fold(unit.lines[0])})
    for _ in range(60):
        piece = "".join(dice.choices(letters, k=3))
        assert files.holding(piece) == scan(entries, piece)


def test_a_phrase_never_reaches_over_the_end_of_a_line(files_of: MakeFiles) -> None:
    entries = [entry(1, "合同期", "限一年")] + [entry(number, "合同期限一年") for number in range(2, 40)]
    files = files_of(entries)
    assert files.holding("合同期限") == scan(entries, "合同期限")
    assert 1 not in files.holding("合同期限")
    assert 1 in files.holding("合同期")


def test_digits_latin_letters_and_punctuation_are_found_wherever_they_are_cut(files_of: MakeFiles) -> None:
    entries = [entry(1, "资金9199.3万元，依照 GB/T 9704-2012（节选）。（略）"), entry(2, "覆蓋範圍：A區Ｂ類")]
    files = files_of(entries)
    for piece in ("199.3", "9.", "b/t 97", "t97", "，依", "(节选)", "。(", "覆盖", "复盖范围", "区b类"):
        assert files.holding(fold(piece)) == scan(entries, fold(piece)), piece
    assert files.holding(fold("覆盖范围")) == {3}


def test_a_word_of_the_title_ranks_a_provision_but_is_not_found_in_it(files_of: MakeFiles) -> None:
    files = files_of([entry(1, "应当公开招标。", title="采购办法")])
    found = files.list_of("办法")
    assert found.own == (0,)
    assert set(found.levels) == {0, 1}
    assert found.levels[1] >= 60


def test_the_first_part_of_a_list_holds_the_strongest_units(large: tuple[list[Entry], IndexFiles]) -> None:
    _, files = large
    found = files.list_of("服务")
    assert len(found.levels) == STRONGEST < len(found.own)
    rest = set(found.own) - set(found.levels)
    assert rest
    assert len(rest) < PER_REST


def test_a_number_leads_to_its_record_and_to_those_that_cite_it(files_of: MakeFiles) -> None:
    number = DocNumber("财综", 2014, 96)
    files = files_of(
        [entry(1, "本文。", doc=number), entry(2, "根据财综[2014]96号执行。"), entry(3, "财综〔2014〕97号")]
    )
    assert '["财综",0,2,"财综〔2014〕96号"]' in files.data("n", "2014|96")
    assert files.list_of("№财综|2014|96").own == (3,)


def test_texts_and_facets_stand_under_their_numbers(large: tuple[list[Entry], IndexFiles]) -> None:
    entries, files = large
    units = [(one.card.id, unit) for one in entries for unit in one.units]
    per = files.start["perText"]
    for number in (0, 1, 7, len(units) - 1):
        records, rows, _ = files.part(f"t{number // per}")
        place, anchor, path, lines = rows[number % per]
        record, unit = units[number]
        assert (records[place][1], anchor, tuple(path), tuple(lines)) == (
            record,
            unit.anchor,
            unit.path,
            unit.lines,
        )
    counts, columns = files.part(f"c{GROWN // PER_BLOCK}")
    assert len(counts) == GROWN % PER_BLOCK
    assert columns["kind"][0] == ["政策"]


def test_no_part_grows_with_the_library(
    shipped_entries: tuple[Entry, ...], large: tuple[list[Entry], IndexFiles], files_of: MakeFiles
) -> None:
    _, files = large
    small = files_of(list(grown(shipped_entries, GROWN // 5)))
    for kind in "pro":
        assert max(largest(files, kind), largest(small, kind)) < 16_000, kind
    start = (files.folder / "start.js").stat().st_size
    assert start - (small.folder / "start.js").stat().st_size < 24


def largest(files: IndexFiles, kind: str) -> int:
    """The bytes of the largest part of a kind."""
    return max(file.stat().st_size for file in (files.folder / kind).rglob("*.js"))


def test_the_same_entries_give_the_same_bytes_and_old_files_go(
    shipped_entries: tuple[Entry, ...], tmp_path: Path
) -> None:
    contents = []
    for folder in (tmp_path / "one", tmp_path / "other"):
        write_index(list(grown(shipped_entries, 30)), folder)
        write_index(shipped_entries[:20], folder)
        files = sorted(file for file in folder.rglob("*") if file.is_file())
        contents.append([(file.relative_to(folder).as_posix(), file.read_bytes()) for file in files])
    assert contents[0] == contents[1]
    assert len(contents[0]) > 100


def test_what_was_written_is_what_lies_there(shipped_entries: tuple[Entry, ...], tmp_path: Path) -> None:
    written = write_index(shipped_entries[:20], tmp_path / "index")
    there = {file.relative_to(tmp_path / "index").as_posix() for file in (tmp_path / "index").rglob("*.js")}
    assert set(written) == there
    assert written[0] == "start.js"


def test_an_empty_library_gives_an_index_that_can_be_asked(files_of: MakeFiles) -> None:
    files = files_of([])
    assert files.start["units"] == 0
    assert files.holding("合同") == set()


def test_a_posting_takes_four_bytes(shipped_entries: tuple[Entry, ...]) -> None:
    postings = Postings()
    for one in grown(shipped_entries, 100):
        for unit in one.units:
            postings.add(folded_lines(unit.lines), (), one.card.prior)
    assert {held.itemsize for held in postings.lists.values()} == {4}
    assert sum(map(len, postings.texts)) > 0


@pytest.mark.parametrize("title", ["，", "a", "局", "😀", "𠀀𠀁"])
def test_a_library_of_one_record_with_hardly_a_title_has_an_index(files_of: MakeFiles, title: str) -> None:
    assert files_of([entry(1, title=title)]).start["units"] == 1


def test_words_of_a_title_count_for_its_provisions_however_they_are_written(files_of: MakeFiles) -> None:
    files = files_of([entry(1, "应当公开。", title="關於ＰＰＰ項目")])
    for token in ("关于", "项目", "ppp"):
        assert set(files.list_of(token).levels) == {0, 1}, token
    for token in ("關於", "ＰＰＰ", "PPP"):
        assert not files.list_of(token).levels, token


def test_texts_never_become_markup(files_of: MakeFiles) -> None:
    files = files_of([entry(1, "</script><script>alert(1)</script>\u2028")])
    raw = b"".join(file.read_bytes() for file in files.folder.rglob("*.js"))
    assert b"<" not in raw
    assert "\u2028".encode() not in raw
    assert files.holding("</script>") == {1}


def test_the_hash_is_fnv_1a_over_utf_16_units() -> None:
    assert hash_of("") == 2166136261
    assert hash_of("a") == 0xE40C292C
    assert hash_of("续签") != hash_of("签续")


def test_the_name_of_a_part_is_its_address() -> None:
    assert address_of_part("p7") == "p/0/7.js"
    assert address_of_part(f"t{PER_FOLDER}") == f"t/1/{PER_FOLDER}.js"
    assert address_of_part("g") == "g.js"
