"""A PDF: its text layer, put into lines by where the characters stand."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from itertools import count

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from generator.importers.original import Line, Original, OriginalKind
from generator.importers.reading import faults
from generator.importers.reading.gathering import Gatherer, row_text
from generator.importers.reading.limits import MOST_CHARACTERS, MOST_PAGES
from generator.importers.reading.pdf.glyphs import glyphs_of, has_picture
from generator.importers.reading.pdf.layout import Page, lay_out
from generator.importers.reading.pdf.margins import shells_of
from generator.importers.reading.pdf.tables import tables_of
from generator.importers.reading.source import Source

__all__ = ["read_pdf"]

PDF = " PDF "
SHOWN_PAGES = 5


def read_pdf(source: Source) -> Original:
    """Read the text layer of a PDF; scripts and attachments in it are left alone.

    Raises:
        LibraryError: Damaged, locked, a scan, a text layer without characters, or too much of it.
    """
    pages = read_pages(source)
    refuse_scans(pages, source.name)
    gatherer = Gatherer(source.name)
    for line in lines_of(pages):
        gatherer.count_cells(len(line.cells))
        gatherer.add(line)
    return source.original(OriginalKind.PDF, gatherer.taken())


def read_pages(source: Source) -> list[Page]:
    """The pages with their lines.

    Raises:
        LibraryError: See `read_pdf`.
    """
    try:
        with closing(pdfium.PdfDocument(source.content)) as document:
            if len(document) > MOST_PAGES:
                raise faults.oversize(source.name, f"超过 {MOST_PAGES} 页")
            return list(each_page(document, source.name))
    except pdfium.PdfiumError as error:
        if error.err_code in (pdfium_c.FPDF_ERR_PASSWORD, pdfium_c.FPDF_ERR_SECURITY):
            raise faults.locked(source.name) from error
        raise faults.damaged(source.name, PDF) from error


def each_page(document: pdfium.PdfDocument, name: str) -> Iterator[Page]:
    """The pages one by one, each closed before the next is opened.

    Raises:
        LibraryError: Too many characters, or characters that do not say what they are.
    """
    characters = 0
    for index in range(len(document)):
        with closing(document[index]) as page, closing(page.get_textpage()) as layer:
            characters += layer.count_chars()
            if characters > MOST_CHARACTERS:
                raise faults.oversize(name, f"文字超过 {MOST_CHARACTERS // 10_000} 万字")
            found = glyphs_of(page, layer)
            if found.is_garbled:
                raise faults.garbled_layer(name, index + 1)
            pictured = not found.glyphs and has_picture(page)
            yield Page(lay_out(found.glyphs), found.height, pictured=pictured)


def refuse_scans(pages: list[Page], name: str) -> None:
    """A page that is a picture holds words that would be lost.

    Raises:
        LibraryError: There is one, or no page has words.
    """
    pictured = [str(number) for number, page in enumerate(pages, start=1) if page.pictured]
    if not any(page.lines for page in pages):
        raise faults.scan(name)
    if pictured:
        more = f"等 {len(pictured)} 页" if len(pictured) > SHOWN_PAGES else "页"
        raise faults.scan(name, f"第 {'、'.join(pictured[:SHOWN_PAGES])} {more}")


def lines_of(pages: list[Page]) -> Iterator[Line]:
    """The lines of all pages, numbered through."""
    numbers = count(1)
    tables = 0
    for index, (page, shells) in enumerate(zip(pages, shells_of(pages), strict=True)):
        rows, found = tables_of(page.lines, shells)
        for line, shell, (cells, table) in zip(page.lines, shells, rows, strict=True):
            yield Line(
                next(numbers),
                row_text(cells) if cells else line.text,
                cells,
                None if table is None else tables + table,
                page=index + 1,
                shell=shell,
                after_blank=line.after_gap,
            )
        tables += found
