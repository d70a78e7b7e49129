"""A text as provisions: what a citation calls each, its heading, and its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.document import Block, Heading, OfficialDocument, Table, plain
from generator.pages.records.policy_naming import provision_names
from generator.provisions.texts import heading_of

SENTENCE = re.compile(r"[^。；！？]*[。；！？][”’」』）]*|[^。；！？]+$")
OPENING = "引言"


@dataclass(slots=True)
class Provision:
    """A provision of a text.

    Attributes:
        id: its id on the page of the text; empty for an opening without a paragraph.
        name: what a citation calls it.
        heading: the words of its heading, without the number.
        sentences: what it says.
    """

    id: str
    name: str
    heading: str
    sentences: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        """Heading and sentences."""
        return self.heading + "".join(self.sentences)


def provisions_of(document: OfficialDocument) -> tuple[Provision, ...]:
    """The provisions of a text in order; what stands before the first heading is its opening."""
    names = provision_names(document, whole=False)
    found: list[Provision] = []
    for block in document.body:
        heading = heading_of(block)
        if heading is not None:
            found.append(Provision(heading.id, names[heading.id], plain(heading.inlines)))
        elif not found:
            found.append(Provision(block.id, OPENING, ""))
        found[-1].sentences += sentences_of(block)
    return tuple(found)


def sentences_of(block: Block) -> Iterator[str]:
    """The sentences of a block; of a table, its rows."""
    if isinstance(block, Heading):
        return
    if isinstance(block, Table):
        yield from (
            "，".join(cell.text for cell in row.cells if cell.text) for row in (*block.head, *block.rows)
        )
        return
    yield from (match[0] for match in SENTENCE.finditer(plain(block.inlines)))
