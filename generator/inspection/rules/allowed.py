"""What an office's own overlay lets depart from the standard."""

from __future__ import annotations

from generator.recognition.roles import Role
from generator.standard import PageNumber, Standard


def bold_levels(standard: Standard) -> frozenset[Role]:
    """The headings that the office sets in bold."""
    custom = standard.custom
    levels = ((Role.LEVEL_2, custom.bold_second), (Role.LEVEL_3, custom.bold_third))
    return frozenset(role for role, bold in levels if bold)


def centres_page_numbers(standard: Standard) -> bool:
    """Whether the office centres its page numbers."""
    return standard.custom.page_number is PageNumber.CENTRED
