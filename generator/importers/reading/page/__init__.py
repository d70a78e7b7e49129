"""A saved web page: its text by blocks, its tables by rows, and which of it is the shell around the text."""

from __future__ import annotations

from generator.importers.original import Original, OriginalKind
from generator.importers.reading.encodings import decode
from generator.importers.reading.gathering import Gatherer
from generator.importers.reading.page.furniture import Furniture
from generator.importers.reading.page.parsing import declared_encoding, parse
from generator.importers.reading.page.particulars import address_of, particulars_of
from generator.importers.reading.page.walk import Walk
from generator.importers.reading.source import Source

__all__ = ["read_page"]


def read_page(source: Source) -> Original:
    """Read a web page.  Nothing in it is run, and nothing is fetched.

    Raises:
        LibraryError: An encoding that is not read, nested too deep, or too much text.
    """
    decoded = decode(source.content, source.name, declared_encoding(source.content))
    root = parse(decoded.text, source.name)
    gatherer = Gatherer(source.name)
    for line in particulars_of(root):
        gatherer.add(line)
    Walk(root, Furniture(root), gatherer).read()
    return source.original(
        OriginalKind.PAGE,
        gatherer.taken(),
        encoding=decoded.encoding,
        address=address_of(root, decoded.text),
    )
