"""What the inspection has found: for a terminal, for a program, and as a page to read or print."""

from generator.inspection.report.data import as_json
from generator.inspection.report.outcome import Outcome
from generator.inspection.report.page import as_page
from generator.inspection.report.text import as_text

__all__ = ["Outcome", "as_json", "as_page", "as_text"]
