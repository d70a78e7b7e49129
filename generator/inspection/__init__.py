"""The inspection of any Word document against GB/T 9704-2012, clause by clause.

`inspect` reads a file, tells its paragraphs apart and judges every clause; `report` shows what it found
as text, JSON or a page; `mending` writes a copy in which the mechanical faults are mended.
"""

from generator.inspection.inspecting import Inspection, inspect

__all__ = ["Inspection", "inspect"]
