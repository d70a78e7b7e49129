"""PDF files: lines by geometry, running heads and feet, tables, scans."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.importers.original import Line, OriginalKind
from generator.importers.reading import read_original
from generator.problems import LibraryError
from tests import rendering
from tests.gallery.river import open_library, print_gallery
from tests.importers.reading.samples import SENTENCE, TITLE, pdf, written

needs_office = pytest.mark.skipif(bool(rendering.missing_tools()), reason=f"没有 {rendering.missing_tools()}")


def lines_of(content: bytes) -> tuple[Line, ...]:
    """The lines of a PDF."""
    return read_original(content, "甲.pdf").lines


def test_lines_come_from_top_to_bottom_whatever_their_order_in_the_file() -> None:
    page = [(74.0, 600.0, "第三行"), (200.0, 700.0, "右"), (74.0, 650.0, "第二行"), (74.0, 700.0, "左")]
    original = read_original(pdf([page]), "甲.pdf")
    assert original.kind is OriginalKind.PDF
    assert [(line.number, line.text, line.page) for line in original.lines] == [
        (1, "左 右", 1),
        (2, "第二行", 1),
        (3, "第三行", 1),
    ]


def test_the_indent_of_a_paragraph_and_larger_gaps_are_told() -> None:
    page = [(74, 700, "标题一行"), (106, 644, "首行缩进"), (74, 616, "接着写"), (74, 588, "写完了")]
    lines = lines_of(pdf([page]))
    assert [line.text for line in lines] == ["标题一行", "　　首行缩进", "接着写", "写完了"]
    assert [line.after_blank for line in lines] == [False, True, False, False]


def test_running_heads_and_page_numbers_are_shell() -> None:
    pages = [
        [
            (74.0, 790.0, "某市财政局文件汇编"),
            *written(f"第{number}页正文", "12"),
            (280.0, 60.0, f"— {number} —"),
        ]
        for number in range(1, 4)
    ]
    found = {(line.page, line.text): line.shell for line in lines_of(pdf(pages))}
    assert found[2, "某市财政局文件汇编"] == "页眉"
    assert found[3, "— 3 —"] == "页脚"
    assert found[1, "第1页正文"] == found[1, "12"] == ""


def test_a_head_that_stands_on_one_page_only_is_text() -> None:
    pages = [[(74.0, 790.0, "附件"), *written("正文")], written("正文"), written("正文")]
    assert next(line.shell for line in lines_of(pdf(pages)) if line.text == "附件") == ""


def test_aligned_columns_over_three_rows_are_a_table() -> None:
    rows = [
        ("类别", "个", "万元"),
        ("基本", "91", "32857.95"),
        ("技术", "", "969.82"),
        ("合计", "199", "35864.87"),
    ]
    page = [
        (74.0 + 150 * column, 650.0 - 28 * row, text)
        for row, cells in enumerate(rows)
        for column, text in enumerate(cells)
        if text
    ]
    lines = lines_of(pdf([[(74.0, 700.0, TITLE), *page]]))
    assert [line.cells for line in lines] == [(), *rows]
    assert [line.table for line in lines] == [None, 0, 0, 0, 0]


@pytest.mark.parametrize(
    "page",
    [
        [(74, 700, "甲局"), (300, 700, "乙局"), (74, 672, "2017年"), (300, 672, "2017年")],
        [
            (74, 700, "一二三"),
            (300, 700, "甲"),
            (100, 672, "四五六七八九十甲乙丙丁"),
            (400, 672, "乙"),
            (74, 644, "丙"),
            (200, 644, "丁"),
        ],
    ],
    ids=["两行", "不齐"],
)
def test_what_is_not_clearly_aligned_gives_lines(page: list[tuple[float, float, str]]) -> None:
    assert not [line for line in lines_of(pdf([page])) if line.cells]


def test_a_page_that_is_a_picture_is_told() -> None:
    with pytest.raises(LibraryError, match="第 2 页是扫描图") as caught:
        lines_of(pdf([written("有字"), []], picture=True))
    assert caught.value.problems[0].code == "IMP017"


def test_an_empty_page_between_others_is_no_scan() -> None:
    assert [line.page for line in lines_of(pdf([written(SENTENCE[:20]), [], written("完")]))] == [1, 3]


@pytest.mark.render
@needs_office
def test_what_the_pen_printed_is_read_back_from_its_pdf(tmp_path: Path) -> None:
    files = print_gallery(open_library(tmp_path)).files
    chosen = dict(list(files.items())[:3])
    for number, content in enumerate(chosen.values()):
        (tmp_path / f"w{number}.docx").write_bytes(content)
    rendering.convert(tmp_path, [f"w{number}.docx" for number in range(len(chosen))])
    for number in range(len(chosen)):
        printed, source = (read_original(tmp_path / f"w{number}{suffix}") for suffix in (".pdf", ".docx"))
        assert words_of(printed.lines) == words_of(source.lines)
        assert {line.shell for line in printed.lines} == {"", "页脚"}


def words_of(lines: tuple[Line, ...]) -> str:
    """The text without its shell and without spaces."""
    return "".join("".join(line.text for line in lines if not line.shell).split())
