"""通知 and its kin: downward documents; a forwarding notice speaks of 来文, the text that it forwards."""

from __future__ import annotations

from generator.compose.composer import Composer
from generator.compose.effective import forwarded_of, original_of
from generator.compose.official import assemble
from generator.document import OfficialDocument
from generator.models.issued import IssuedDocument

GENRES = ("通知", "通报", "决定", "意见", "批复", "公告", "通告")
INCOMING = "来文"


def compose_notice(composer: Composer, document: IssuedDocument, genre: str) -> OfficialDocument:
    """A notice; without a body of its own it prints that of its 底本."""
    original = original_of(composer.library, document)
    forwarded = forwarded_of(composer.library, document)
    aliases = {**document.data, **({INCOMING: forwarded} if forwarded else {})}
    own_body = composer.library.source(document.id).body
    binder = composer.binder(document, aliases)
    body = composer.body(document if own_body or original is None else original, binder)
    return assemble(composer, document, body, genre=genre, original=original, note=document.note or "")
