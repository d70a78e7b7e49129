"""`gongwen new`: a commented sample to begin from, never over what is already there."""

from generator.starter.placing import new_forwarding, new_library, new_record
from generator.starter.templates import Fate, new_templates

__all__ = ["Fate", "new_forwarding", "new_library", "new_record", "new_templates"]
