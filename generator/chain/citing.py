"""The citations of a library's texts, each resolved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.chain.index import index_of
from generator.chain.resolving import BARE_NAMES, Resolution, resolve
from generator.compose.effective import region_of
from generator.document import Block, Bound, Table, inlines_of
from generator.hanzi.citations import Citation, find_citations
from generator.hanzi.titles import parse_title
from generator.library import Library
from generator.problems import Place


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation in a text of the library.

    Attributes:
        by: the 编号 of the record that cites.
        place: where the paragraph begins.
        citation: what is cited.
        resolution: which record that is.
        text: the paragraph, or the row of a table.
        bound: whether a binding of ours printed it, so that it follows the record.
    """

    by: str
    place: Place
    citation: Citation
    resolution: Resolution
    text: str
    bound: bool = False


def citations_in(library: Library, record_id: str, blocks: Iterable[Block]) -> Iterator[Cited]:
    """The citations of some blocks of a record's text."""
    codes = index_of(library).codes
    region = region_of(library, library.entries[record_id].record) or ""
    for text, place, figures in passages(library, record_id, blocks):
        for citation in find_citations(text, codes):
            bound = any(citation.spelled in figure or figure == citation.title for figure in figures)
            yield Cited(record_id, place, citation, resolve(library, citation, region), text, bound)


def passages(
    library: Library, record_id: str, blocks: Iterable[Block]
) -> Iterator[tuple[str, Place, tuple[str, ...]]]:
    """Words that are read in one go, where they stand, and what bindings printed in them."""
    for block in blocks:
        place = block.origin or library.place(record_id)
        inlines = tuple(inlines_of(block))
        bound = tuple(inline.text for inline in inlines if isinstance(inline, Bound))
        if isinstance(block, Table):
            yield from ((cell.text, place, ()) for row in (*block.head, *block.rows) for cell in row.cells)
        else:
            yield "".join(inline.text for inline in inlines), place, bound


def names_a_document(citation: Citation) -> bool:
    """Whether a citation can be that of an official document: a newspaper or a form is none."""
    if citation.number is not None:
        return bool(citation.number.code)
    return citation.title not in BARE_NAMES and bool(parse_title(citation.title).genre)
