"""Mends a copy of a Word document: what is mechanical, listed change by change, and nothing else.

`mend` works on the XML of the file with direct formatting on the paragraphs and runs concerned.  One module
per thing: `package` (parts, kept as they are), `mapping` (numbers of paragraphs back to elements), `words`
(places in a text), `bench` (the file in work), `page`, `layout`, `faces`, `texts`, `footers`,
`compatibility`, and `menders`, which says which rule is mended how.
"""

from generator.inspection.mending.bench import Change
from generator.inspection.mending.mend import Mendable, Mended, may_mend, mend
from generator.inspection.mending.menders import MENDERS

__all__ = ["MENDERS", "Change", "Mendable", "Mended", "may_mend", "mend"]
