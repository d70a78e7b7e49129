"""Composing for one audience: the library, the bindings, and the problems met on the way."""

from __future__ import annotations

from dataclasses import dataclass, field

from generator.compose.audience import Audience
from generator.compose.binding import Binder
from generator.compose.outline import number_blocks
from generator.document import Blocks, Inlines, words
from generator.library import Library
from generator.models.policy import Policy, TextState
from generator.models.record import Record
from generator.problems import Place, Problem


@dataclass(slots=True)
class Composer:
    """Composing for one audience: the library, and the problems met on the way."""

    library: Library
    audience: Audience = Audience.PRINT
    problems: list[Problem] = field(default_factory=list)
    enclosing: list[str] = field(default_factory=list)
    """编号 of the whole documents that are being composed, from the outermost in."""

    def binder(self, record: Record, aliases: dict[str, str] | None = None) -> Binder:
        """A reader of bindings for one record."""
        return Binder(self.library, aliases or {}, own=record, audience=self.audience)

    def binding(self, binder: Binder, text: str, place: Place) -> Inlines:
        """A text with its figures filled in; faults join the problems."""
        return binder.bind(text, place, self.problems)

    def body(self, record: Record, binder: Binder) -> Blocks:
        """The Markdown body of a record, numbered and bound; what others issued stays as it was printed."""
        source = self.library.source(record.id)
        if isinstance(record, Policy) and record.text_state is TextState.FULL:
            return number_blocks(source.body, source.path, lambda text, _: words(text), as_printed=True)
        return number_blocks(source.body, source.path, lambda text, place: self.binding(binder, text, place))
