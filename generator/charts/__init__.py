"""Charts as SVG with the table of their numbers beside them; they know numbers and words, no records."""
