"""`gongwen new`: a commented sample to begin from, never over what is already there."""

from generator.starter.forwarding import Drafted, Wishes, new_forwarding
from generator.starter.placing import new_library, new_record
from generator.starter.templates import Fate, new_templates
from generator.starter.workbooks import new_workbook

__all__ = [
    "Drafted",
    "Fate",
    "Wishes",
    "new_forwarding",
    "new_library",
    "new_record",
    "new_templates",
    "new_workbook",
]
