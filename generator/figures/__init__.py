"""Figures in texts: found, labelled, held against each other; the room knows texts, no kinds of records."""
