"""A document of ours: its body with the figures filled in, then what its 文种 and 版式 put around it.

A forwarding notice speaks of 来文, the text that it forwards; a document without a body of its own
prints that of its 底本.
"""

from __future__ import annotations

from generator.compose.binding import aliases_of
from generator.compose.composer import Composer
from generator.compose.effective import original_of
from generator.compose.official import compose_official
from generator.document import OfficialDocument
from generator.models.issued import IssuedDocument


def compose_document(composer: Composer, document: IssuedDocument) -> OfficialDocument:
    """A document of any 文种 in any 版式."""
    library = composer.library
    original = original_of(library, document)
    written = document if original is None or library.source(document.id).body else original
    body = composer.body(written, composer.binder(document, aliases_of(library, document)))
    return compose_official(composer, document, body)
