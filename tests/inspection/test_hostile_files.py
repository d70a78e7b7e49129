"""Whatever file it is given, the reader answers with facts or with one clear problem, soon and in bounds."""

from __future__ import annotations

import io
import random
import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from generator.ooxml.package import pack
from generator.problems import Level, LibraryError, Problem
from generator.recognition.facts import DocumentFacts
from generator.recognition.reading import read_facts, walk
from tests.inspection.packages import docx, in_list, level, p, part, parts_of, r, style

SECTOR = 512
DOCUMENT = "word/document.xml"


def outcome(content: bytes) -> DocumentFacts | tuple[Problem, ...]:
    """What reading comes to: facts or problems; anything else is a traceback."""
    try:
        return read_facts(content)
    except LibraryError as error:
        return error.problems


def problem_of(source: bytes | Path, name: str = "来文.docx") -> Problem:
    """The one problem that a file is refused with; it must have a hint and be short."""
    with pytest.raises(LibraryError) as caught:
        read_facts(source, name)
    (problem,) = caught.value.problems
    assert problem.level is Level.ERROR
    assert problem.hint
    assert len(problem.message) < 80
    assert problem.message.startswith(f"“{name}”")
    return problem


def ole(*streams: str) -> bytes:
    """An OLE file whose directory names the streams: a header, then entries of 128 bytes."""
    header = bytes.fromhex("d0cf11e0a1b11ae1").ljust(SECTOR, b"\0")
    entries = b""
    for name in ("Root Entry", *streams):
        written = name.encode("utf-16-le")
        entries += (written.ljust(64, b"\0") + struct.pack("<H", len(written) + 2)).ljust(128, b"\0")
    return header + entries.ljust(SECTOR, b"\0")


# --- not a Word document ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "name", "code", "words"),
    [
        (b"", "来文.docx", "DOCX002", "空文件"),
        (b"\0\0\0\0 \n", "来文.docx", "DOCX002", "空文件"),
        ("关于报送情况的报告".encode(), "来文.docx", "DOCX006", "纯文字"),
        ("关于报送情况的报告".encode("gb18030"), "来文.docx", "DOCX006", "纯文字"),
        ("关于报送情况的报告".encode("utf-16"), "来文.docx", "DOCX006", "纯文字"),
        (b"{\\rtf1\\ansi \\b x}", "来文.docx", "DOCX006", "RTF"),
        (b"\xef\xbb\xbf<!DOCTYPE html><html><body>x</body></html>", "来文.docx", "DOCX006", "网页"),
        (b"  <html xmlns:w='urn:schemas-microsoft-com:office:word'>", "来文.docx", "DOCX006", "网页"),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "来文.docx", "DOCX006", "网页"),
        (b"<?xml version='1.0'?><pkg:package/>", "来文.docx", "DOCX006", "XML"),
        (b"%PDF-1.7", "来文.docx", "DOCX006", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "来文.docx", "DOCX006", "图片"),
        (bytes(range(128, 256)) + b"\0" * 9 + b"x", "来文.docx", "DOCX006", "认不出"),
        (ole("EncryptionInfo", "EncryptedPackage"), "来文.docx", "DOCX003", "加了密码"),
        (ole("1Table", "WordDocument"), "来文.docx", "DOCX004", "旧版 .doc"),
        (ole("1Table", "WordDocument"), "来文.WPS", "DOCX005", ".wps"),
        (ole("Workbook"), "来文.docx", "DOCX006", "Excel"),
        (ole("PowerPoint Document"), "来文.docx", "DOCX006", "幻灯片"),
        (ole("别的"), "来文.docx", "DOCX006", "旧版 Office"),
        (pack({"a.txt": b"x"}), "来文.docx", "DOCX008", "没有正文"),
        (pack({"xl/workbook.xml": b"<x/>"}), "来文.docx", "DOCX008", "Excel"),
        (pack({"ppt/presentation.xml": b"<x/>"}), "来文.docx", "DOCX008", "幻灯片"),
        (pack({"META-INF/manifest.xml": b"<x/>"}), "来文.docx", "DOCX008", "OpenDocument"),
        (pack({"OFD.xml": b"<x/>"}), "来文.docx", "DOCX008", "OFD"),
        (pack({DOCUMENT: b"<x/>"}), "来文.docx", "DOCX008", "正文部件"),
    ],
)
def test_what_is_no_word_document_is_told_by_its_kind(
    content: bytes, name: str, code: str, words: str
) -> None:
    problem = problem_of(content, name)
    assert problem.code == code
    assert words in problem.message


def test_an_old_file_is_told_how_to_be_saved_anew() -> None:
    assert "另存为 .docx" in problem_of(ole("WordDocument")).hint
    assert "打开密码" in problem_of(ole("EncryptedPackage")).hint


def test_a_folder_and_a_missing_file_are_told(tmp_path: Path) -> None:
    assert "文件夹" in problem_of(tmp_path, "夹").message
    assert "没有这个文件" in problem_of(tmp_path / "没有.docx", "没有.docx").message


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "锁.docx"
    file.write_bytes(docx(p("甲")))

    def refuse(_: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "read_bytes", refuse)
    problem = problem_of(file)
    assert problem.code == "DOCX001"
    assert "没有读写权限" in problem.message


# --- damaged ------------------------------------------------------------------------------------


def test_a_file_cut_short_anywhere_is_damaged() -> None:
    content = docx(p("甲" * 100))
    for length in range(4, len(content) - 1, 37):
        assert problem_of(content[:length]).code == "DOCX007"


def test_a_garbled_file_never_ends_in_a_traceback() -> None:
    content = docx(p("甲") + p("乙", in_list(1)), {"styles": style("Normal", "", default=True)})
    dice = random.Random(9704)
    for _ in range(400):
        garbled = bytearray(content)
        for _ in range(dice.randint(1, 6)):
            garbled[dice.randrange(len(garbled))] = dice.randrange(256)
        found = outcome(bytes(garbled))
        assert isinstance(found, DocumentFacts) or len(found) == 1


@pytest.mark.parametrize(
    "document",
    [
        b"",
        b"<w:document",
        b'<?xml version="1.0" encoding="UTF-8"?>' + "<a>甲</a>".encode("gb18030"),
        b'<?xml version="1.0" encoding="UTF-16"?><a/>',
        b'<?xml version="1.0" encoding="klingon"?><a/>',
        part("document", f"<w:body>{p('甲')}").replace(b"</w:document>", b""),
    ],
)
def test_a_document_part_with_wrong_xml_or_encoding_is_told(document: bytes) -> None:
    problem = problem_of(pack(parts_of("") | {DOCUMENT: document}))
    assert problem.code == "DOCX010"
    assert DOCUMENT in problem.message


@pytest.mark.parametrize("name", ["word/styles.xml", "word/_rels/document.xml.rels", "_rels/.rels"])
def test_another_part_with_wrong_xml_is_told_by_its_name(name: str) -> None:
    problem = problem_of(pack(parts_of(p("甲"), {"styles": ""}) | {name: b"<a>"}))
    assert (problem.code, name in problem.message) == ("DOCX010", True)


def test_a_document_in_utf_16_is_read() -> None:
    text = part("document", f"<w:body>{p('甲')}</w:body>").decode().replace("UTF-8", "UTF-16")
    assert read_facts(pack(parts_of("") | {DOCUMENT: text.encode("utf-16")})).paragraphs[0].text == "甲"


def test_parts_that_are_referred_to_and_missing_are_done_without() -> None:
    parts = parts_of(
        p("甲") + '<w:sectPr><w:footerReference w:type="default" r:id="nix"/></w:sectPr>', {"styles": ""}
    )
    del parts["word/styles.xml"]
    facts = read_facts(pack(parts))
    assert facts.paragraphs[0].text == "甲"
    assert facts.sections[0].footers == {}


# --- bombs --------------------------------------------------------------------------------------


def zipped(parts: dict[str, bytes]) -> bytearray:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return bytearray(file.getvalue())


def test_a_part_that_says_it_is_huge_is_not_unpacked() -> None:
    content = pack(parts_of(p("甲")) | {"word/big.xml": bytes(70_000_000)})
    tracemalloc.start()
    problem = problem_of(content)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (problem.code, "64 MB" in problem.message) == ("DOCX009", True)
    assert peak < 10_000_000


def test_a_part_that_lies_about_its_size_is_cut_off_at_what_it_said() -> None:
    big = b" " * 70_000_000
    content = zipped(parts_of(p("甲")) | {"word/big.xml": big})
    true, said = struct.pack("<L", len(big)), struct.pack("<L", 100)
    assert content.count(true) == 2
    content = content.replace(true, said)
    tracemalloc.start()
    problem = problem_of(bytes(content))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert problem.code == "DOCX007"
    assert peak < 10_000_000


def test_pictures_do_not_count_against_the_limit() -> None:
    parts = parts_of(p("甲")) | {"word/media/image1.png": bytes(70_000_000)}
    assert read_facts(pack(parts)).paragraphs[0].text == "甲"


def test_a_zip_file_with_too_many_entries_is_refused() -> None:
    content = pack(parts_of(p("甲")) | {f"word/media/{number}.png": b"" for number in range(10_001)})
    assert problem_of(content).code == "DOCX009"


def test_a_zip_file_that_asks_for_a_password_is_locked() -> None:
    content = zipped(parts_of(p("甲")))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(signature)
        while place >= 0:
            content[place + offset] |= 1
            place = content.find(signature, place + 1)
    assert problem_of(bytes(content)).code == "DOCX003"


BOMBS = {
    "laughs": '<!DOCTYPE a [<!ENTITY a "哈哈哈哈哈哈哈哈"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
    "outside": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/hostname">]>',
    "elsewhere": '<!DOCTYPE a SYSTEM "http://example.org/a.dtd">',
}


@pytest.mark.parametrize("doctype", BOMBS.values(), ids=BOMBS)
@pytest.mark.parametrize("name", [DOCUMENT, "word/styles.xml"])
def test_entities_are_refused_in_every_part(doctype: str, name: str) -> None:
    root = "styles" if "styles" in name else "document"
    text = part(root, f"<w:body>{p('&b;')}</w:body>").decode().replace("?>", f"?>{doctype}", 1)
    for encoding in ("utf-8", "utf-16"):
        written = text.replace("UTF-8", encoding).encode(encoding)
        problem = problem_of(pack(parts_of(p("甲"), {"styles": ""}) | {name: written}))
        assert problem.code == "DOCX011"


@pytest.mark.parametrize(
    ("opening", "inner", "closing"),
    [
        ("<w:tbl><w:tr><w:tc>", p("甲"), "</w:tc></w:tr></w:tbl>"),
        ("<w:sdt><w:sdtContent>", p("甲"), "</w:sdtContent></w:sdt>"),
        (
            "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>",
            p("甲"),
            "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>",
        ),
        ("<w:p><w:smartTag>", r("甲"), "</w:smartTag></w:p>"),
    ],
)
@pytest.mark.parametrize("times", [45, 80, 10_000])
def test_absurd_nesting_is_refused_and_never_overflows(
    opening: str, inner: str, closing: str, times: int
) -> None:
    if "smartTag" in opening:
        inner = "<w:smartTag>" * times + inner + "</w:smartTag>" * times
        times = 1
    content = docx(opening * times + inner + closing * times)
    found = outcome(content)
    if isinstance(found, DocumentFacts):
        assert "smartTag" in opening
        assert found.paragraphs[-1].text == "甲"
    else:
        assert [problem.code for problem in found] == ["DOCX012"]


def test_nesting_as_people_do_it_is_read() -> None:
    table = p("甲")
    for _ in range(12):
        table = f"<w:tbl><w:tr><w:tc>{table}</w:tc></w:tr></w:tbl>"
    assert read_facts(docx(table)).paragraphs[0].table == 11


def test_more_paragraphs_than_anyone_writes_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(walk, "MOST_PARAGRAPHS", 1000)
    assert len(read_facts(docx("<w:p/>" * 1000)).paragraphs) == 1000
    problem = problem_of(docx("<w:p/>" * 1001))
    assert (problem.code, "段" in problem.message) == ("DOCX009", True)


def test_a_pattern_that_every_paragraph_would_repeat_is_cut() -> None:
    levels = level(0, "decimal", "长" * 1_000_000)
    lists = f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
    lists += '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    facts = read_facts(docx(p("甲", in_list(1)) * 50, {"numbering": lists}))
    assert len(facts.paragraphs[49].numbering) == 100


def test_a_style_with_thousands_of_tab_stops_does_not_fill_the_memory() -> None:
    stops = "".join(f"<w:tab w:val='left' w:pos='{place}'/>" for place in range(5000))
    styles = style("停", f"<w:pPr><w:tabs>{stops}</w:tabs></w:pPr>")
    facts = read_facts(docx(p("甲", "<w:pStyle w:val='停'/>") * 2, {"styles": styles}))
    one, two = (paragraph.tabs for paragraph in facts.paragraphs)
    assert len(one) == 64
    assert one is two


def test_nonsense_in_numbers_is_passed_over() -> None:
    layout = (
        "<w:pStyle w:val=''/><w:jc/><w:ind w:left='NaN' w:firstLineChars='-'/>"
        "<w:spacing w:line='1e9'/><w:outlineLvl "
        "w:val='-7'/><w:numPr><w:ilvl w:val='99'/><w:numId w:val='77'/></w:numPr>"
        "<w:tabs><w:tab/></w:tabs><w:pBdr/>"
        "<w:framePr w:x='?'/>"
    )
    look = "<w:sz w:val='∞'/><w:w w:val=''/><w:color w:val='红'/><w:spacing w:val='x'/><w:b w:val='?'/>"
    body = (
        p("甲", layout, look)
        + "<w:tbl/><w:tbl><w:tr/></w:tbl><w:p><w:r><w:fldChar/><w:drawing/><w:pict/></w:r></w:p>"
    )
    facts = read_facts(docx(body + "<w:sectPr><w:pgSz/><w:pgMar/><w:docGrid/></w:sectPr>"))
    (run,) = facts.paragraphs[0].runs
    assert (run.size, run.scale, run.colour, run.tracking) == (None, 100, "000000", 0)
    assert (facts.paragraphs[0].left, facts.paragraphs[0].outline, facts.paragraphs[0].numbering) == (
        0,
        None,
        "",
    )
    assert facts.sections[0].width == 12240


def test_a_long_chain_of_styles_is_settled_in_time() -> None:
    chain = "".join(style(f"s{number}", "", base=f"s{number - 1}") for number in range(5000))
    facts = read_facts(docx(p("甲", "<w:pStyle w:val='s4999'/>") * 10, {"styles": chain}))
    assert facts.paragraphs[9].style == "s4999"


def test_thousands_of_styles_on_one_long_chain_are_settled_once_each() -> None:
    chain = "".join(style(f"s{number}", "", base=f"s{number - 1}") for number in range(5000))
    chain += "".join(style(f"c{number}", "", "character", f"c{number - 1}") for number in range(5000))
    words = "".join(
        p("甲", f"<w:pStyle w:val='s{number}'/>", f"<w:rStyle w:val='c{number}'/>")
        for number in range(2000, 5000)
    )
    content = docx(words, {"styles": chain})
    facts = read_facts(content)
    assert facts.paragraphs[-1].style == "s4999"


def test_two_thousand_pages_are_read() -> None:
    look = "<w:rFonts w:hint='eastAsia' w:ascii='仿宋_GB2312' w:eastAsia='仿宋_GB2312'/><w:sz w:val='32'/>"
    indent = "<w:pPr><w:ind w:firstLineChars='200' w:firstLine='640'/></w:pPr>"
    content = docx(f"<w:p>{indent}{r('政府购买服务', look)}{r('2016')}</w:p>" * 45_000)
    facts = read_facts(content)
    assert len(facts.paragraphs) == 45_000


def test_a_method_of_packing_that_the_format_does_not_know_is_refused() -> None:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_BZIP2) as package:
        for name, content in parts_of(p("甲")).items():
            package.writestr(name, content)
    assert problem_of(file.getvalue()).code == "DOCX007"
