"""The gallery read back: the tree of a Word file is the tree that it was written from."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

import pytest

from generator.document import (
    Attachment,
    Block,
    Blocks,
    Collection,
    DocumentFormat,
    Heading,
    Imprint,
    Masthead,
    OfficialDocument,
    Paragraph,
    Signature,
    SignatureMode,
    Table,
    enclosed,
    plain,
    words,
)
from generator.recognition import recognise
from generator.recognition.contents import read_contents
from generator.recognition.facts import DocumentFacts
from generator.recognition.plain import plain_facts
from generator.recognition.reading import read_facts
from generator.recognition.recovered import Contents
from generator.standard import gbt9704
from generator.word import kind_for, standard_template, write_document
from generator.word.paging import move_addressees
from tests.gallery.catalogue import samples
from tests.gallery.river import Gallery
from tests.inspection.unstyled import unstyled
from tests.recognition.texts import as_plain, lost, only
from tests.word import samples_formats

SAMPLES = [sample.id for sample in samples() if sample.id != "汇编"]
LETTERS_WITHOUT_LOOKS = {"信函两面"}
"""A 批复 in the format of a letter: text without looks does not show the double rule."""
CHAINS = ("filechain", "letterchain", "orderchain", "minuteschain")
"""Documents of all four formats enclosed in one of each."""
UNPRINTED_TITLES = {DocumentFormat.ORDER}


@cache
def facts_of(file: bytes, name: str) -> DocumentFacts:
    return read_facts(file, name)


def recovered(gallery: Gallery, sample: str) -> tuple[DocumentFacts, Contents]:
    facts = facts_of(gallery.files[sample], sample)
    return facts, read_contents(recognise(facts))


def official(contents: Contents) -> OfficialDocument:
    tree = only(contents).tree
    assert isinstance(tree, OfficialDocument)
    return tree


# --- what two trees of one document have in common -----------------------------------------------------


def printed(document: OfficialDocument, *, looks: bool = True) -> OfficialDocument:
    """A tree reduced to what its pen prints: no ids, no places, no records, no kind of signature."""
    return replace(
        document,
        id="",
        origin=None,
        format=document.format if looks else DocumentFormat.ORDINARY,
        title_lines=() if document.format in UNPRINTED_TITLES or not looks else document.title_lines,
        masthead=printed_head(document.masthead),
        body=printed_blocks(document.body, looks=looks),
        attachments=tuple(printed_attachment(one, looks=looks) for one in document.attachments),
        signature=printed_signature(document.signature),
        imprint=printed_imprint(document.imprint),
    )


def printed_head(head: Masthead) -> Masthead:
    return replace(head, number="".join(head.number.split()))


def printed_signature(signature: Signature | None) -> Signature | None:
    """Where a 签名章 is stamped the bodies are not printed; no print tells a seal from none."""
    if signature is None:
        return None
    issuers = () if signature.officials else signature.issuers
    return replace(signature, issuers=issuers, mode=SignatureMode.NO_SEAL)


def printed_imprint(imprint: Imprint | None) -> Imprint | None:
    """版记 as it is printed: whether a ， parts two groups or stands within one cannot be told."""
    if imprint is None:
        return None
    copies, addressees = ("，".join(names) for names in (imprint.copies_to, imprint.addressees))
    return replace(imprint, copies_to=(copies,), addressees=(addressees,))


def printed_attachment(attachment: Attachment, *, looks: bool) -> Attachment:
    content = attachment.content
    whole = isinstance(content, OfficialDocument)
    return replace(
        attachment,
        id="",
        origin=None,
        record="",
        title_lines=() if whole or not looks else attachment.title_lines,
        content=printed(content, looks=looks)
        if isinstance(content, OfficialDocument)
        else printed_blocks(content, looks=looks),
    )


def printed_blocks(blocks: Blocks, *, looks: bool) -> Blocks:
    return tuple(printed_block(block, looks=looks) for block in blocks)


def printed_block(block: Block, *, looks: bool) -> Block:
    match block:
        case Heading():
            return replace(block, id="", origin=None, inlines=words(plain(block.inlines)))
        case Paragraph():
            lead = printed_block(block.lead, looks=looks) if block.lead else None
            assert lead is None or isinstance(lead, Heading)
            return Paragraph("", words(plain(block.inlines)), lead)
        case Table():
            return printed_table(block) if looks else worded_table(block)


def printed_table(table: Table) -> Table:
    """A table with its cells; the shares of its columns are twips in print."""
    head, rows = (
        tuple(
            replace(row, cells=tuple(replace(cell, inlines=words(plain(cell.inlines))) for cell in row.cells))
            for row in part
        )
        for part in (table.head, table.rows)
    )
    return replace(table, id="", origin=None, widths=(1,) * len(table.widths), head=head, rows=rows)


def worded_table(table: Table) -> Table:
    """The words of a table alone."""
    said = "".join(cell.text for row in (*table.head, *table.rows) for cell in row.cells)
    return Table("", (), (), (), title=table.title, note="".join(said.split()))


# --- the tests ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_word_file_gives_the_tree_it_was_written_from(gallery: Gallery, sample: str) -> None:
    _, contents = recovered(gallery, sample)
    written = gallery.trees.printed[sample]
    assert isinstance(written, OfficialDocument)
    moved = move_addressees(gbt9704(), written)
    assert printed(official(contents)) == printed(moved)


@pytest.mark.parametrize("sample", SAMPLES)
def test_the_words_alone_give_the_same_tree(gallery: Gallery, sample: str) -> None:
    facts, contents = recovered(gallery, sample)
    told = read_contents(recognise(plain_facts(sample, as_plain(facts))))
    one, other = printed(official(told), looks=False), printed(official(contents), looks=False)
    assert one == other
    if sample in LETTERS_WITHOUT_LOOKS:
        assert "版式" in {doubt.element for doubt in only(told).doubts}
    else:
        assert official(told).format is official(contents).format


@pytest.mark.parametrize("sample", SAMPLES)
def test_a_file_without_styles_gives_the_same_tree(gallery: Gallery, sample: str) -> None:
    _, contents = recovered(gallery, sample)
    bare = read_contents(recognise(facts_of(unstyled(gallery.files[sample]), sample)))
    assert printed(official(bare)) == printed(official(contents))
    assert bare.unplaced == contents.unplaced


@pytest.mark.parametrize("name", CHAINS)
def test_whole_documents_of_every_format_are_found_in_plain_text(name: str) -> None:
    document = samples_formats.every()[name]
    written = write_document(document, standard_template(kind_for(document.format)))
    facts = read_facts(written, name)
    in_word = official(read_contents(recognise(facts)))
    in_text = official(read_contents(recognise(plain_facts(name, as_plain(facts)))))
    assert len(list(enclosed(in_word))) == len(list(enclosed(document)))
    assert printed(in_text, looks=False) == printed(in_word, looks=False)


@pytest.mark.parametrize("sample", [sample.id for sample in samples()])
def test_no_word_of_a_file_is_lost(gallery: Gallery, sample: str) -> None:
    facts, contents = recovered(gallery, sample)
    assert not lost(facts, contents)


def test_only_page_numbers_have_no_place(gallery: Gallery) -> None:
    for sample in SAMPLES:
        facts, contents = recovered(gallery, sample)
        assert {facts.paragraph(number).where.value for number in contents.unplaced} <= {"页脚"}, sample


def test_a_collection_is_an_article_that_no_page_of_contents_enters(gallery: Gallery) -> None:
    assert isinstance(gallery.trees.printed["汇编"], Collection)
    _, contents = recovered(gallery, "汇编")
    assert [type(text.tree).__name__ for text in contents.texts] == ["Article"]
