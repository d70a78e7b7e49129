"""Reading the library's plain files: YAML and front matter, with a place for every value.

`read_source` is the one door.  It never guesses: what it cannot read it reports, in Chinese,
with line, column and what to do, all faults of a file at once where that is possible.
"""

from generator.source.files import Source, read_source
from generator.source.front_matter import BodyBlock, BodyKind

__all__ = ["BodyBlock", "BodyKind", "Source", "read_source"]
