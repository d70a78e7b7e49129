"""Plain text: encodings, line ends, pages, tables."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.importers.original import Line, OriginalKind
from generator.importers.reading import read_original
from generator.problems import LibraryError
from tests.importers.reading.samples import SENTENCE, TEXT, TITLE

SEEDS = Path(__file__).parents[4] / "shared" / "seeds"
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="五份真实文件（../shared/seeds）不在这台机器上")


def lines_of(text: str | bytes) -> tuple[Line, ...]:
    """The lines of a text file."""
    return read_original(text if isinstance(text, bytes) else text.encode(), "甲.txt").lines


def texts_of(text: str | bytes) -> list[str]:
    """What stands in them."""
    return [line.text for line in lines_of(text)]


@pytest.mark.parametrize(
    ("encoding", "mark", "said"),
    [
        ("utf-8", b"", "utf-8"),
        ("utf-8", b"\xef\xbb\xbf", "utf-8"),
        ("utf-16-le", b"\xff\xfe", "utf-16-le"),
        ("utf-16-be", b"\xfe\xff", "utf-16-be"),
        ("utf-16-le", b"", "utf-16-le"),
        ("utf-16-be", b"", "utf-16-be"),
        ("gb18030", b"", "gb18030"),
    ],
)
def test_the_same_text_is_read_from_every_encoding(encoding: str, mark: bytes, said: str) -> None:
    content = mark + TEXT.encode(encoding)
    original = read_original(content, "甲.txt")
    assert [line.text for line in original.lines] == [line for line in TEXT.split("\n") if line]
    assert (original.encoding, original.kind) == (said, OriginalKind.TEXT)
    assert (original.size, original.sha256) == (len(content), sha256(content).hexdigest())


ORDINARY = st.characters(
    exclude_categories=("Cc", "Cs", "Cn", "Zl", "Zp"), exclude_characters="|\ufeff\ufffe\uffff"
)
HANZI = st.sampled_from(
    [bytes([row, cell]).decode("gb2312") for row in range(0xB0, 0xD7) for cell in range(0xA1, 0xFF)]
)


@settings(max_examples=150, deadline=None)
@given(
    lines=st.lists(st.text(ORDINARY, max_size=60), min_size=1), encoding=st.sampled_from(["utf-8", "utf-16"])
)
def test_any_lines_come_back_from_unicode(lines: list[str], encoding: str) -> None:
    written = [TITLE, *lines]
    expected = [line for line in written if line.strip()]
    assert texts_of("\n".join(written).encode(encoding)) == expected


@settings(max_examples=150, deadline=None)
@given(lines=st.lists(st.text(HANZI | st.sampled_from("（）〔〕《》，。、 ％0123456789.%ab"), max_size=60)))
def test_any_chinese_lines_come_back_from_gb18030(lines: list[str]) -> None:
    written = [SENTENCE, *lines]
    assert texts_of("\r\n".join(written).encode("gb18030")) == [line for line in written if line.strip()]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x0b", "\x85", "\u2028", "\u2029"])
def test_every_line_end_ends_a_line(end: str) -> None:
    assert [(line.number, line.text) for line in lines_of(f"甲{end}乙{end}{end}丙")] == [
        (1, "甲"),
        (2, "乙"),
        (4, "丙"),
    ]


def test_an_empty_line_is_told_of_the_next_one() -> None:
    assert [line.after_blank for line in lines_of("甲\n乙\n　\n丙\n")] == [False, False, True]


def test_form_feeds_count_pages_and_not_lines() -> None:
    found = [(line.number, line.page, line.text) for line in lines_of("甲\n\x0c乙\n丙\x0c丁\n")]
    assert found == [(1, 1, "甲"), (2, 2, "乙"), (3, 2, "丙"), (4, 3, "丁")]
    assert lines_of("甲\n乙")[0].page is None


def test_rows_with_tabs_are_a_table_with_empty_cells_where_spans_go_on() -> None:
    rows = lines_of("附件1\n\n类别\t2016年\t\n\t个\t万元\n基本\t91\t32857.95\n\n附件2\n")
    assert [line.cells for line in rows] == [
        (),
        ("类别", "2016年", ""),
        ("", "个", "万元"),
        ("基本", "91", "32857.95"),
        (),
    ]
    assert [line.table for line in rows] == [None, 0, 0, 0, None]


def test_a_table_goes_on_over_the_empty_line_of_a_page_and_two_tables_are_told_apart() -> None:
    joined = lines_of("甲\t乙\t丙\n1\t2\t3\n\n4\t5\t6\n7\t8\t9\n")
    assert {line.table for line in joined} == {0}
    apart = lines_of("甲\t乙\t丙\n1\t2\t3\n\n市\t县\n一\t二\n三\t四\n")
    assert [line.table for line in apart] == [0, 0, 1, 1, 1]


def test_a_row_that_lost_its_last_tabs_has_all_the_cells() -> None:
    assert lines_of("甲\t乙\t丙\n一、总则\t\n1\t2\t3\n")[1].cells == ("一、总则", "", "")


@pytest.mark.parametrize(
    "text",
    [
        "某财发〔2017〕7号\t签发人：张三\n\n标题",
        "\t第一段。\n\t第二段。\n\t第三段。",
        "甲局\t乙局\n2017年6月9日\t2017年6月9日",
        "某市财政局办公室\t2017年6月9日印发",
    ],
    ids=["签发人", "首行缩进", "联合署名", "版记"],
)
def test_tabs_that_only_lay_out_make_no_table(text: str) -> None:
    assert all(line.table is None and not line.cells for line in lines_of(text))
    assert texts_of(text) == [line for line in text.split("\n") if line]


def test_rows_with_bars_are_a_table_and_their_rule_is_marked() -> None:
    rows = lines_of("| 市 | 联系点 |\n| --- | :-: |\n| 济南市 | 市\\|中区 |\n| 淄博市 |  |\n")
    assert [line.cells for line in rows] == [("市", "联系点"), (), ("济南市", "市|中区"), ("淄博市", "")]
    assert [line.shell for line in rows] == ["", "表格线", "", ""]


@pytest.mark.parametrize("character", ["\0", "\x01", "\x1a", "\x1b", "\x7f", "\x9f"])
def test_a_control_character_is_told_with_its_line(character: str) -> None:
    with pytest.raises(LibraryError, match=r"第 2 行有控制字符|不是文字"):
        lines_of(f"政府购买服务\n报送{character}工作\n")


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("甲乙".encode() + b"\xff", "第 7 个字节起不合 UTF-8"),
        (b"\xef\xbb\xbf" + "甲".encode() + b"\xff", "第 7 个字节起不合 UTF-8"),
        ("甲乙".encode("gb18030") + b"\xff", "第 5 个字节起不合 GB18030"),
    ],
)
def test_the_first_byte_that_does_not_fit_is_told(content: bytes, place: str) -> None:
    with pytest.raises(LibraryError, match=place):
        lines_of(content)


@pytest.mark.parametrize("text", ["<A4纸>采购情况", "BM型车辆采购情况", "From: 财政局", "< 1万元"])
def test_a_text_that_begins_like_another_format_is_text(text: str) -> None:
    original = read_original(text.encode(), "甲.txt")
    assert (original.kind, [line.text for line in original.lines]) == (OriginalKind.TEXT, [text])


@needs_seeds
@pytest.mark.parametrize(
    ("seed", "tables"),
    [("000", [(9, 5), (32, 3)]), ("001", []), ("002", []), ("003", []), ("004", [(16, 2)])],
)
def test_the_seeds_keep_every_character_and_their_tables(seed: str, tables: list[tuple[int, int]]) -> None:
    file = next(SEEDS.glob(f"{seed}_*.txt"))
    lines = read_original(file).lines
    assert "".join("".join(line.text for line in lines).split()) == "".join(
        file.read_text(encoding="utf-8").split()
    )
    rows = [[line.cells for line in lines if line.table == number] for number in range(len(tables))]
    assert [(len(table), len(table[0])) for table in rows] == tables
    assert not [line for line in lines if line.table is not None and line.table >= len(tables)]
