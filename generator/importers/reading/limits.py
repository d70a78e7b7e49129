"""How much of a file is read: beyond these it is refused with a message, so that every reading ends."""

from __future__ import annotations

MEGABYTE = 1024 * 1024
MOST_BYTES = 50 * MEGABYTE
"""Of the file itself; one of this size is still opened."""
MOST_CHARACTERS = 5_000_000
"""Of its text: seven times “红楼梦”."""
MOST_LINES = 200_000
MOST_CELLS = 2_000_000
"""Of all its tables, empty ones included."""
MOST_COLUMNS = 1_000
"""Of one table."""
MOST_TAGS = 300_000
"""Of a web page."""
MOST_LEVELS = 1_000
"""How deep the elements of a web page may lie in one another."""
MOST_PAGES = 2_000
"""Of a PDF."""
