"""The gallery's records: clean, complete, and printed word for word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from generator.build import check
from generator.compose.trees import Tree
from generator.document import (
    Block,
    DocumentFormat,
    Heading,
    JointMark,
    OfficialDocument,
    Paragraph,
    SignatureMode,
    Table,
    enclosed,
)
from generator.models.issued import CollectionRecord, IssuedDocument
from generator.problems import Level
from generator.standard.genres import genres
from tests.gallery.catalogue import EXPECTED, LIBRARY, ROOT, samples
from tests.gallery.golden import expected_outline, outline_of
from tests.gallery.river import Gallery, print_gallery
from tests.word.reading import Written

IDS = [sample.id for sample in samples()]
CLAUSES = {
    *("5.2.1", "5.2.2", "5.2.3", "7.2.1", "7.2.2", "7.2.3", "7.2.4", "7.2.5", "7.2.6", "7.2.7"),
    *("7.3.1", "7.3.2", "7.3.3", "7.3.4", "7.3.5.1", "7.3.5.2", "7.3.5.3", "7.3.5.4", "7.3.5.5"),
    *("7.3.6", "7.3.7", "7.4.1", "7.4.2", "7.4.3", "7.5", "8", "10.1", "10.2", "10.3"),
}
"""The clauses that speak of elements and formats; each has a sample."""
GENRES = ("通知", "通报", "报告", "请示", "批复", "函", "意见", "决定", "公告", "通告", "命令（令）", "纪要")
RANGE = re.compile(r"([\d.]+)\.(\d+) 至 \1\.(\d+)")
BREAKS = re.compile(r"[\s　]")


def documents(gallery: Gallery) -> Iterator[OfficialDocument]:
    trees = (gallery.trees.printed[name] for name in gallery.files)
    return (document for tree in trees if isinstance(tree, OfficialDocument) for document in enclosed(tree))


def test_the_records_are_without_errors_and_warnings(gallery: Gallery) -> None:
    found = [problem for problem in check(gallery.root) if problem.level is not Level.HINT]
    assert [problem.as_text() for problem in found] == []
    assert gallery.problems == ()


def test_every_record_is_a_sample_and_every_sample_has_its_expectations(gallery: Gallery) -> None:
    records = [
        record.id for kind in (IssuedDocument, CollectionRecord) for record in gallery.library.every(kind)
    ]
    assert sorted(records) == sorted(IDS)
    assert len(IDS) == len(set(IDS)) >= 28
    assert sorted(folder.name for folder in EXPECTED.iterdir()) == sorted(IDS)


# --- what is shown -------------------------------------------------------------------------------------


def known_clauses() -> set[str]:
    """Every clause that an entry of the standard names."""
    text = (ROOT / "generator" / "standard" / "gbt9704.yaml").read_text(encoding="utf-8")
    named = set(re.findall(r"\d+(?:\.\d+)*", " ".join(clauses_in(yaml.safe_load(text)))))
    for chapter, first, last in RANGE.findall(text):
        named |= {f"{chapter}.{number}" for number in range(int(first), int(last) + 1)}
    return named


def clauses_in(entry: object) -> Iterator[str]:
    """The clauses below an entry."""
    inner = entry.values() if isinstance(entry, dict) else entry if isinstance(entry, list) else ()
    if isinstance(entry, dict) and isinstance(entry.get("条"), str):
        yield entry["条"]
    for one in inner:
        yield from clauses_in(one)


def test_every_clause_has_a_sample_and_the_standard_knows_it() -> None:
    shown = {element.clause for sample in samples() for element in sample.elements if element.clause}
    assert CLAUSES - shown == set()
    assert shown - known_clauses() == set()


def test_every_format_and_every_common_genre_is_shown(gallery: Gallery) -> None:
    shown = list(documents(gallery))
    assert {document.format for document in shown} == set(DocumentFormat)
    named = {genre.name for document in shown if (genre := genres().find(document.genre))}
    assert set(GENRES) - named == set()


def test_every_way_to_name_sign_and_close_is_shown(gallery: Gallery) -> None:
    shown = list(documents(gallery))
    marks = [document.masthead.mark for document in shown]
    assert {len(mark.bodies) for mark in marks if isinstance(mark, JointMark)} >= {2, 3, 5}
    assert {len(document.masthead.signers) for document in shown} >= {0, 1, 2, 3, 5}
    assert {len(document.title_lines) for document in shown} >= {1, 2, 3}
    signed = {(one.mode, len(one.issuers) > 1) for document in shown if (one := document.signature)}
    assert signed == {(mode, joint) for mode in SignatureMode for joint in (False, True)}
    assert max(len(document.attachments) for document in shown) >= 10
    assert max(len(list(enclosed(document))) for document in shown) >= 3
    tables = [block for document in shown for block in all_blocks(document) if isinstance(block, Table)]
    assert {table.sideways for table in tables} == {True, False}


def test_every_custom_of_an_office_is_shown(gallery: Gallery) -> None:
    chosen = {(name, value) for sample in IDS for name, value in gallery.custom(sample).chosen().items()}
    assert {name for name, value in chosen if value in ("33476", "仿宋", "是", "居中", "网格", "双数页")} == {
        "版面",
        "西文字体",
        "二级标题加粗",
        "三级标题加粗",
        "页码位置",
        "字距办法",
        "版记页",
    }


# --- what is printed -----------------------------------------------------------------------------------


@pytest.mark.parametrize("sample", IDS)
def test_a_sample_says_what_is_expected_in_that_order(sample: str, gallery: Gallery) -> None:
    assert outline_of(gallery.files[sample]) == expected_outline(sample)


@pytest.mark.parametrize("sample", IDS)
def test_the_words_that_go_in_are_the_words_that_come_out(sample: str, gallery: Gallery) -> None:
    printed = BREAKS.sub("", "\n".join(words for _, words in Written(gallery.files[sample]).paragraphs))
    tree = gallery.trees.printed[sample]
    place = 0
    for text in map(bare, texts_of(tree)):
        assert text in printed, text
    for text in map(bare, body_texts(tree)):
        place = printed.index(text, place) + len(text)


def bare(text: str) -> str:
    return BREAKS.sub("", text)


def body_texts(tree: Tree) -> Iterator[str]:
    """The text of a document, in the order of reading."""
    if isinstance(tree, OfficialDocument):
        yield from (text for block in tree.body for text in block_texts(block))


def texts_of(tree: Tree) -> Iterator[str]:
    """Everything that a tree of a document says."""
    if not isinstance(tree, OfficialDocument):
        yield tree.title
        return
    for document in enclosed(tree):
        head, signature, imprint = document.masthead, document.signature, document.imprint
        mark = head.mark
        yield from (*mark.bodies, mark.beside) if isinstance(mark, JointMark) else (mark,)
        yield from (head.number, head.copy_number, head.secrecy, head.urgency, *head.signers)
        yield from (document.addressees.rstrip("："), document.note, document.disclosure)
        yield from () if document.format is DocumentFormat.ORDER else (document.title,)
        yield from (attachment.title for attachment in document.attachments)
        yield from (text for block in all_blocks(document) for text in block_texts(block))
        yield from (name for group in document.attendance for name in group.names)
        if signature and signature.mode is not SignatureMode.STAMP:
            yield from signature.issuers
        yield from signature.officials if signature else ()
        if imprint:
            yield from (imprint.printer, *imprint.copies_to, *imprint.addressees, *imprint.others)


def all_blocks(document: OfficialDocument) -> Iterator[Block]:
    """The blocks of a document and of its attachments that are no documents."""
    yield from document.body
    for attachment in document.attachments:
        if not isinstance(attachment.content, OfficialDocument):
            yield from attachment.content


def block_texts(block: Block) -> Iterator[str]:
    """The words of a block; of a table, of every cell."""
    match block:
        case Heading() | Paragraph():
            yield block.text
        case Table():
            yield from (cell.text for row in (*block.head, *block.rows) for cell in row.cells)


def test_the_same_records_give_the_same_bytes(gallery: Gallery) -> None:
    assert print_gallery(gallery.root).files == gallery.files


def test_the_library_is_marked_as_not_public() -> None:
    settings = yaml.safe_load((LIBRARY / "mkdocs.yml").read_text(encoding="utf-8"))
    assert settings["extra"]["公开资料库"] in (False, "否")


def test_no_template_is_kept_beside_the_customs_that_it_is_made_from() -> None:
    assert {file.suffix for file in Path(LIBRARY / "templates").iterdir()} == {".yaml"}
