"""Word documents: what our own pen printed, and what Word itself adds to text."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.importers.original import OriginalKind
from generator.importers.reading import read_original
from tests.gallery.river import open_library, print_gallery
from tests.importers.reading.samples import SENTENCE, TITLE, word
from tests.inspection.packages import A4, docx, in_list, level, p, r


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return dict(print_gallery(open_library(tmp_path_factory.mktemp("gallery"))).files)


def test_every_printed_character_of_the_gallery_stands_in_a_line(printed: dict[str, bytes]) -> None:
    assert len(printed) > 40
    for name, content in printed.items():
        original = read_original(content, f"{name}.docx")
        assert original.kind is OriginalKind.WORD
        assert original.facts is not None
        words = "".join(one.numbering + one.text for one in original.facts.paragraphs)
        found = "".join(line.text for line in original.lines)
        assert sorted("".join(found.split())) == sorted("".join(words.split())), name
        numbers = [line.number for line in original.lines]
        assert numbers == sorted(set(numbers)), name


def test_paragraphs_keep_their_automatic_numbers_and_manual_line_breaks() -> None:
    numbered = p(SENTENCE, in_list(1))
    broken = f"<w:p>{r('关于转发')}<w:r><w:br/></w:r>{r('通知的通知')}</w:p>"
    lists = f'<w:abstractNum w:abstractNumId="0">{level(0, "chineseCounting", "%1、")}</w:abstractNum>'
    lists += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    original = read_original(docx(numbered + p() + broken, {"numbering": lists}), "甲.docx")
    assert [line.text for line in original.lines] == [f"一、{SENTENCE}", "关于转发 通知的通知"]
    assert [line.after_blank for line in original.lines] == [False, True]


def test_a_row_is_one_line_and_merged_cells_are_empty() -> None:
    def cell(text: str, properties: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"

    begun, wide = '<w:vMerge w:val="restart"/>', '<w:gridSpan w:val="2"/>'
    rows = (
        f"<w:tr>{cell('类别', begun)}{cell('2016年', wide)}</w:tr>"
        f"<w:tr>{cell('', '<w:vMerge/>')}{cell('个')}{cell('万元')}</w:tr>"
        f"<w:tr>{cell('')}{cell('')}{cell('')}</w:tr>"
    )
    lines = read_original(docx(p(TITLE) + f"<w:tbl>{rows}</w:tbl>" + p("注：略")), "甲.docx").lines
    assert [line.cells for line in lines] == [(), ("类别", "2016年", ""), ("", "个", "万元"), ()]
    assert [line.table for line in lines] == [None, 0, 0, None]
    assert lines[1].text == "类别\t2016年\t"


def test_headers_footers_and_page_numbers_are_kept_as_shell() -> None:
    field = '<w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
    section = (
        f'<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
        f'<w:footerReference w:type="default" r:id="footer1"/>{A4}</w:sectPr>'
    )
    others = {"header1": p("内部资料"), "footer1": f"<w:p>{r('— ')}{field}{r(' —')}</w:p>"}
    lines = read_original(docx(p(TITLE) + section, others), "甲.docx").lines
    assert [(line.text, line.shell) for line in lines] == [
        (TITLE, ""),
        ("内部资料", "页眉"),
        ("— 1 —", "页脚"),
    ]


def test_text_boxes_are_read_and_deletions_and_hidden_words_are_not() -> None:
    deleted = '<w:del w:id="1"><w:r><w:delText>删去的字</w:delText></w:r></w:del>'
    body = f"<w:p>{r('留下')}{deleted}{r('藏起', '<w:vanish/>')}</w:p>"
    assert [line.text for line in read_original(docx(body), "甲.docx").lines] == ["留下"]


def test_a_file_is_read_from_its_path_with_its_name(tmp_path: Path) -> None:
    file = tmp_path / "通知.docx"
    file.write_bytes(word())
    original = read_original(file)
    assert (original.name, [line.text for line in original.lines]) == ("通知.docx", [TITLE, SENTENCE])
