"""The citations of a library's texts, each resolved, and those of which the library knows nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.chain.index import index_of
from generator.chain.resolving import BARE_NAMES, Resolution, resolve
from generator.compose import Trees, compose_all
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


@dataclass(frozen=True, slots=True)
class Missing:
    """A text that is cited and that the library does not hold: what a stub is made from.

    Attributes:
        title: its title as cited first; empty where only the number is known.
        number: its 文号 as printed; empty where only the title is known.
        cited: every place that cites it, in the order of the files.
    """

    title: str
    number: str
    cited: tuple[Cited, ...]


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


def texts_of(trees: Trees) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """The own words of every record that has a text, in the order policies, documents, articles."""
    for shelf in (trees.policies, trees.documents, trees.articles):
        for record_id, tree in shelf.items():
            yield record_id, tree.body


def unresolved(library: Library, trees: Trees | None = None) -> tuple[Missing, ...]:
    """What is cited in a text and has no record: titles that are those of documents, and numbers.

    Args:
        library: the records.
        trees: what was composed from them, where that was done already.
    """
    trees = trees or compose_all(library)
    found: dict[tuple[str, str], list[Cited]] = {}
    for record_id, blocks in texts_of(trees):
        for cited in citations_in(library, record_id, blocks):
            if not cited.resolution.candidates and names_a_document(cited.citation):
                found.setdefault(key_of(library, cited.citation), []).append(cited)
    return tuple(missing_text(cited) for cited in merged(found))


def key_of(library: Library, citation: Citation) -> tuple[str, str]:
    """What two citations of one unknown text share: its number, else its title."""
    number = citation.number.key if citation.number else ""
    return number, "" if number else index_of(library).named(citation.title).whole


def merged(found: dict[tuple[str, str], list[Cited]]) -> list[list[Cited]]:
    """Citations by title alone join those that give the number with the same title."""
    titled = {
        cited.citation.title: key
        for key, group in found.items()
        if key[0]
        for cited in group
        if cited.citation.title
    }
    groups: dict[tuple[str, str], list[Cited]] = {}
    for key, group in found.items():
        groups.setdefault(titled.get(group[0].citation.title, key), []).extend(group)
    return [*groups.values()]


def missing_text(cited: list[Cited]) -> Missing:
    """One unknown text, by the fullest of its citations."""
    titles = (entry.citation.title for entry in cited if entry.citation.title)
    numbers = (str(entry.citation.number) for entry in cited if entry.citation.number)
    return Missing(next(titles, ""), next(numbers, ""), tuple(cited))


def names_a_document(citation: Citation) -> bool:
    """Whether a citation can be that of an official document: a newspaper or a form is none."""
    if citation.number is not None:
        return bool(citation.number.code)
    return citation.title not in BARE_NAMES and bool(parse_title(citation.title).genre)
