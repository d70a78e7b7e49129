"""An original before it is read: its bytes and how messages call it."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from generator.importers.original import Line, Original, OriginalKind
from generator.recognition.facts import DocumentFacts


@dataclass(frozen=True, slots=True)
class Source:
    """The bytes as they came."""

    name: str
    content: bytes

    def original(
        self,
        kind: OriginalKind,
        lines: tuple[Line, ...],
        *,
        encoding: str = "",
        address: str = "",
        facts: DocumentFacts | None = None,
    ) -> Original:
        """What was read, with the size and hash of the bytes."""
        digest = sha256(self.content).hexdigest()
        return Original(self.name, kind, len(self.content), digest, lines, encoding, address, facts)
