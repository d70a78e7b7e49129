"""A Word file read back against the library: what a person changed in it, and where its figures come from.

`compare` tells the differences sentence by sentence, `trace` leads each figure to its record and source.
Both take a file whose paragraphs were told apart (`recognition`) and what the record gives (`compose`).
"""

from generator.readback.differences import Difference, compare
from generator.readback.figures import FigureChange, FiguresRead, read_figures
from generator.readback.identity import identify
from generator.readback.tracing import Standing, Traced, trace

__all__ = [
    "Difference",
    "FigureChange",
    "FiguresRead",
    "Standing",
    "Traced",
    "compare",
    "identify",
    "read_figures",
    "trace",
]
