"""This computer: its fonts, LibreOffice, browser and packages, and PDFs made with them."""

from generator.machine.examination import Examined, Standing, examine
from generator.machine.fonts import installed_fonts
from generator.machine.pdf import Conversion, convert
from generator.machine.programs import Office, find_office
from generator.machine.replacements import Lookup, look_up, replacements

__all__ = [
    "Conversion",
    "Examined",
    "Lookup",
    "Office",
    "Standing",
    "convert",
    "examine",
    "find_office",
    "installed_fonts",
    "look_up",
    "replacements",
]
