"""What closes the 主体: 附件说明, 署名, 成文日期, 附注 (clauses 7.3.4 to 7.3.6)."""

from __future__ import annotations

from generator.word.closing.notes import attachment_notes, is_closed, note_line
from generator.word.closing.places import SealPlace, seal_places
from generator.word.closing.signature import signature_slots

__all__ = ["SealPlace", "attachment_notes", "is_closed", "note_line", "seal_places", "signature_slots"]
