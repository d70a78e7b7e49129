"""A document of ours by the family of its 文种."""

from __future__ import annotations

from collections.abc import Callable

from generator.compose import notice, report
from generator.compose.composer import Composer
from generator.compose.effective import original_of
from generator.document import OfficialDocument
from generator.models.fields import Absent
from generator.models.issued import IssuedDocument

Compose = Callable[[Composer, IssuedDocument, str], OfficialDocument]
FAMILIES: dict[str, Compose] = {
    **dict.fromkeys(report.GENRES, report.compose_report),
    **dict.fromkeys(notice.GENRES, notice.compose_notice),
}


def compose_document(composer: Composer, document: IssuedDocument) -> OfficialDocument:
    """A document of ours; a 文种 without a family of its own is composed as a notice is."""
    genre = genre_of(composer, document)
    return FAMILIES.get(genre, notice.compose_notice)(composer, document, genre)


def genre_of(composer: Composer, document: IssuedDocument) -> str:
    """The 文种 of a document, or of its 底本."""
    original = original_of(composer.library, document)
    stated = original.genre if isinstance(document.genre, Absent) and original else document.genre
    return "" if isinstance(stated, Absent) else stated
