"""The one exception that writers of a tree raise among themselves."""

from __future__ import annotations


class UnwritableError(ValueError):
    """Something in a tree cannot be written; `generator.word.faults` says what and where."""
