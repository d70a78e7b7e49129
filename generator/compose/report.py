"""报告 and 请示: upward documents, whose figures are bindings into the records they rest on."""

from __future__ import annotations

from generator.compose.composer import Composer
from generator.compose.effective import original_of
from generator.compose.official import assemble
from generator.document import OfficialDocument
from generator.models.issued import IssuedDocument

GENRES = ("报告", "请示")


def compose_report(composer: Composer, document: IssuedDocument, genre: str) -> OfficialDocument:
    """A report: its body with the figures of its 数据集 filled in."""
    binder = composer.binder(document, document.data)
    original = original_of(composer.library, document)
    return assemble(
        composer,
        document,
        composer.body(document, binder),
        genre=genre,
        original=original,
        note=document.note or "",
    )
