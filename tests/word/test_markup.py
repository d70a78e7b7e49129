"""What every written file keeps: fonts, grids, indents, ids, order, and that Word's own library opens it."""

from __future__ import annotations

import io
import re
from typing import Any

import docx
import pytest
from docxtpl import DocxTemplate
from lxml import etree
from markupsafe import Markup

from generator.document import OfficialDocument
from generator.word import TemplateKind, WordTemplate, make_template, write_collection, write_document
from generator.word.official import document_slots
from generator.word.pen import Pen
from generator.word.source import SANDBOX
from tests.word import samples, samples_formats
from tests.word.reading import W, Written

SAMPLES = ["report", "chain", "sealed", "plain", "crowded", "collection", *samples_formats.every()]
CHINESE = re.compile("[\u2014\u2018-\u201d\u2026\u3001-\u9fff\uff01-\uff5e]")
CHARS = ("firstLineChars", "leftChars", "rightChars", "hangingChars")


@pytest.mark.parametrize("name", SAMPLES)
def test_every_chinese_run_resolves_to_a_chinese_font_for_all_scripts(
    name: str, written: dict[str, Written]
) -> None:
    file = written[name]
    for paragraph in file.root.iter(f"{W}p"):
        style = paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        for run in paragraph.iterchildren(f"{W}r"):
            text = "".join(element.text or "" for element in run.iterchildren(f"{W}t"))
            if CHINESE.search(text):
                fonts = fonts_of(file, run, style)
                assert fonts["eastAsia"] == fonts["ascii"] == fonts["hAnsi"] != "Times New Roman", text


def fonts_of(file: Written, run: Any, style: str) -> dict[str, str]:
    """The fonts of a run: of its character style, or of the paragraph style."""
    own = run.find(f"{W}rPr/{W}rStyle")
    if own is not None:
        found = file.styles[own.get(f"{W}val")].find(f"{W}rPr/{W}rFonts")
        if found is not None:
            return named(found)
    return named(file.resolved(style, "rFonts"))


def named(fonts: Any) -> dict[str, str]:
    return {name: fonts.get(f"{W}{name}", "") for name in ("eastAsia", "ascii", "hAnsi")}


@pytest.mark.parametrize("name", SAMPLES)
def test_quotes_dashes_and_dots_never_stand_in_a_latin_run(name: str, written: dict[str, Written]) -> None:
    for run in written[name].root.iter(f"{W}r"):
        style = run.find(f"{W}rPr/{W}rStyle")
        if style is not None and style.get(f"{W}val") == "西文":
            assert not CHINESE.search("".join(element.text or "" for element in run.iter(f"{W}t")))


@pytest.mark.parametrize("name", SAMPLES)
def test_no_part_names_a_theme_font(name: str, written: dict[str, Written]) -> None:
    for part, content in written[name].parts.items():
        assert b"Theme=" not in content, part
        assert "theme" not in part


@pytest.mark.parametrize("name", SAMPLES)
def test_every_table_has_a_grid_as_wide_as_the_text_area(name: str, written: dict[str, Written]) -> None:
    for table in written[name].root.iter(f"{W}tbl"):
        widths = [int(column.get(f"{W}w")) for column in table.findall(f"{W}tblGrid/{W}gridCol")]
        assert sum(widths) == 8844
        assert table.find(f"{W}tblPr/{W}tblLayout").get(f"{W}type") == "fixed"
        for row in table.iterchildren(f"{W}tr"):
            cells = [int(cell.find(f"{W}tcPr/{W}tcW").get(f"{W}w")) for cell in row.iterchildren(f"{W}tc")]
            assert sum(cells) == 8844


@pytest.mark.parametrize("name", SAMPLES)
def test_every_indent_in_characters_has_its_twips_beside_it(name: str, written: dict[str, Written]) -> None:
    found = 0
    for part in ("word/document.xml", "word/styles.xml"):
        for indent in etree.fromstring(written[name].parts[part]).iter(f"{W}ind"):
            for chars in CHARS:
                if indent.get(f"{W}{chars}") is not None:
                    found += 1
                    assert indent.get(f"{W}{chars.removesuffix('Chars')}") is not None
    assert found > 4


@pytest.mark.parametrize("name", SAMPLES)
def test_the_pen_sets_no_font_size_colour_or_spacing_of_its_own(
    name: str, written: dict[str, Written]
) -> None:
    for properties in written[name].root.iter(f"{W}rPr"):
        imprint = next(properties.iterancestors(f"{W}tc"), None) is not None
        allowed = {"rStyle", "rFonts", "position"} if imprint else {"rStyle", "rFonts"}
        assert {child.tag.removeprefix(W) for child in properties} <= allowed
    for fonts in written[name].root.iter(f"{W}rFonts"):
        assert dict(fonts.attrib) == {f"{W}hint": "eastAsia"}


@pytest.mark.parametrize("name", SAMPLES)
def test_every_style_that_is_named_exists(name: str, written: dict[str, Written]) -> None:
    file = written[name]
    for tag in ("pStyle", "rStyle", "tblStyle"):
        for element in file.root.iter(f"{W}{tag}"):
            assert element.get(f"{W}val") in file.styles


@pytest.mark.parametrize("name", SAMPLES)
def test_numbers_of_drawings_and_bookmarks_do_not_repeat(name: str, written: dict[str, Written]) -> None:
    root = written[name].root
    drawings = [element.get("id") for element in root.iter("{*}docPr")]
    bookmarks = [element.get(f"{W}id") for element in root.iter(f"{W}bookmarkStart")]
    assert len(drawings) == len(set(drawings))
    assert len(bookmarks) == len(set(bookmarks))


@pytest.mark.parametrize("name", SAMPLES)
def test_python_docx_opens_the_file(name: str, written: dict[str, Written]) -> None:
    document = docx.Document(io.BytesIO(written[name].content))
    assert len(document.paragraphs) > 10
    assert document.core_properties.author == ""


@pytest.mark.parametrize("name", SAMPLES)
def test_content_types_come_first_and_times_are_fixed(name: str, written: dict[str, Written]) -> None:
    names = list(written[name].parts)
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])


def test_the_same_tree_gives_the_same_bytes(
    template: WordTemplate, collection_template: WordTemplate
) -> None:
    for make in (samples.report, samples.chain, samples.sealed):
        assert write_document(make(), template) == write_document(make(), template)
    both = [write_collection(samples.collection(), collection_template) for _ in range(2)]
    assert both[0] == both[1]


@pytest.mark.parametrize("make", [samples.report, samples.chain, samples.sealed])
def test_docxtpl_itself_renders_the_same_body(make: Any, template: WordTemplate) -> None:
    """The pen's short cut changes nothing: same template, same slots, same XML."""
    document: OfficialDocument = make()
    slots = document_slots(template, Pen(template.styles), document)
    slow = DocxTemplate(io.BytesIO(make_template(TemplateKind.DOCUMENT)))
    slow.render(slots, SANDBOX)
    file = io.BytesIO()
    slow.save(file)
    ours, theirs = Written(write_document(document, template)), Written(file.getvalue())
    assert canonical(ours.root) == canonical(without_empty_runs(theirs.root))
    assert isinstance(slots["标题"], Markup)


def without_empty_runs(root: Any) -> Any:
    """docxtpl leaves a run without words at both sides of a slot."""
    for run in list(root.iter(f"{W}r")):
        if [child.tag for child in run] == [f"{W}t"] and not run[0].text:
            run.getparent().remove(run)
    return root


@pytest.mark.parametrize("name", SAMPLES)
def test_no_run_is_written_without_words(name: str, written: dict[str, Written]) -> None:
    assert not [text for text in written[name].root.iter(f"{W}t") if not text.text]


def canonical(root: Any) -> bytes:
    return bytes(etree.tostring(root, method="c14n"))
