"""Whoosh, and nothing of it outside this module: posting lists on disk, ranked by BM25F.

Whoosh gets tokens that are already counted and is asked by term only, so its analysers, its query
language and its phrase search stay unused.  Left to itself it names its files at random and keeps a
lock beside them; here a segment has one name and is written in a folder of its own, file by file,
so that the same units give the same bytes.
"""

# Whoosh is typed in parts only.
# mypy: disable-error-code="no-untyped-call"

from __future__ import annotations

import shutil
import tempfile
from array import array
from collections import defaultdict
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from whoosh.analysis.analyzers import Analyzer
from whoosh.codec.whoosh3 import W3Codec, W3Segment
from whoosh.fields import STORED, FieldType, Schema
from whoosh.filedb.filestore import FileStorage
from whoosh.formats import Existence
from whoosh.index import FileIndex
from whoosh.index import IndexError as BrokenIndexError
from whoosh.query.compound import And, Or
from whoosh.query.qcore import Every
from whoosh.query.terms import Term
from whoosh.scoring import BM25F
from whoosh.searching import Searcher
from whoosh.writing import SegmentWriter

TEXT = "text"
KEYS = ("cited", "issuer", "kind", "number", "record", "region", "status", "year")
"""Fields that are matched whole: what a provision cites, and the facets of its record."""
SEGMENT = "units"
NAME = "index"


class CountedTokens(FieldType):
    """A field that is given its tokens with their numbers; the number is all that a posting holds."""

    def __init__(self, *, scorable: bool) -> None:
        super().__init__(Existence(), Analyzer(), scorable=scorable)

    def index(
        self, value: Mapping[str, int], **_: Any
    ) -> Generator[tuple[bytes, int, float, bytes], None, None]:
        """Token, frequency, weight and payload, as Whoosh asks for them."""
        for token, count in value.items():
            yield token.encode(), count, float(count), b""


def schema() -> Schema:
    """The fields of the index."""
    keys = {key: CountedTokens(scorable=False) for key in KEYS}
    return Schema(text=CountedTokens(scorable=True), unit=STORED(), **keys)


COMPRESSION = 1
"""zlib's lightest level halves the posting lists and costs no time that can be measured."""


class OneSegmentCodec(W3Codec):
    """Whoosh's own format, with a segment name that does not change from build to build."""

    def __init__(self) -> None:
        super().__init__(compression=COMPRESSION)

    def new_segment(self, _storage: Any, indexname: str) -> W3Segment:
        """The one segment."""
        return W3Segment(W3Codec(compression=COMPRESSION), indexname, segid=SEGMENT)


class PostingShelf:
    """Postings sorted into their terms as they come.

    It takes the place of Whoosh's pool, which sorts one tuple for each posting: units arrive in
    order, so only the terms need sorting, and eight bytes hold a posting.
    """

    def __init__(self) -> None:
        self.terms: defaultdict[tuple[str, bytes], array[int]] = defaultdict(lambda: array("I"))

    def add(self, posting: tuple[str, bytes, int, float, bytes]) -> None:
        """Shelve one posting; its weight is a whole number, for it counts a token."""
        field, token, unit, weight, _ = posting
        self.terms[field, token].extend((unit, int(weight)))

    def iter_postings(self) -> Iterator[tuple[str, bytes, int, float, bytes]]:
        """All postings by field, term and unit."""
        for field, token in sorted(self.terms):
            numbers = iter(self.terms.pop((field, token)))
            for unit, count in zip(numbers, numbers, strict=True):
                yield field, token, unit, float(count), b""

    def cleanup(self) -> None:
        """Nothing lies on disk."""


@dataclass(frozen=True, slots=True)
class Row:
    """A unit on its way into the index."""

    tokens: Mapping[str, int]
    keys: Mapping[str, Collection[str]]
    unit: Mapping[str, Any]
    """What is kept to show and to compare: plain values, in one order."""


def write_rows(rows: Iterable[Row], directory: Path) -> None:
    """Write the index of these units into a folder; nothing else appears there."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        storage = FileStorage(folder)
        index = FileIndex.create(storage, schema(), NAME)
        writer = SegmentWriter(index, codec=OneSegmentCodec(), compound=False)
        writer.pool = PostingShelf()  # type: ignore[assignment]
        with writer:
            for row in rows:
                keys = {field: dict.fromkeys(values, 1) for field, values in row.keys.items()}
                writer.add_document(text=row.tokens, unit=dict(row.unit), **keys)
        storage.close()
        for file in sorted(Path(folder).glob(f"*{NAME}_*.*")):
            shutil.copyfile(file, directory / file.name)


class Reader:
    """An open index."""

    def __init__(self, directory: Path) -> None:
        self.storage = FileStorage(str(directory), readonly=True)
        self.searcher: Searcher = FileIndex(self.storage, schema(), NAME).searcher(weighting=BM25F())
        self.units: dict[int, Mapping[str, Any]] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.searcher.close()
        self.storage.close()

    def unit(self, number: int) -> Mapping[str, Any]:
        """What was kept of a unit."""
        if number not in self.units:
            self.units[number] = self.searcher.reader().stored_fields(number)["unit"]
        return self.units[number]

    def terms(self, field: str) -> Iterator[str]:
        """The terms of a field in order."""
        return (token.decode() for token in self.searcher.reader().lexicon(field))

    def every(self) -> set[int]:
        """All units."""
        return set(self.searcher.docs_for_query(Every()))

    def holding_all(self, field: str, terms: Iterable[str]) -> set[int]:
        """The units that hold every one of these terms."""
        return set(self.searcher.docs_for_query(And([Term(field, term) for term in terms])))

    def holding_any(self, field: str, terms: Iterable[str]) -> set[int]:
        """The units that hold one of these terms or more."""
        return set(self.searcher.docs_for_query(Or([Term(field, term) for term in terms])))

    def rank(
        self, weights: Mapping[str, float], within: set[int] | None, limit: int | None
    ) -> dict[int, float]:
        """Units by BM25F over the tokens of a query, the best first.

        An empty set would let everything through, as Whoosh reads its filters.
        """
        if within is not None and not within:
            return {}
        wanted = Or([Term(TEXT, token, boost=weight) for token, weight in weights.items()])
        found = self.searcher.search(wanted, limit=limit, filter=within)
        return {hit.docnum: hit.score for hit in found}


__all__ = ["KEYS", "TEXT", "BrokenIndexError", "Reader", "Row", "write_rows"]
