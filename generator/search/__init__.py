"""Search: a library in, an index in a folder; a query in, hits at the provision.

Two functions are the whole room.  Whoosh is behind them, in `engine`, and nowhere else, so that
another engine can take its place.
"""

from __future__ import annotations

from generator.search.answering import query
from generator.search.building import IndexSummary, build_index
from generator.search.hits import Hit, Hits

__all__ = ["Hit", "Hits", "IndexSummary", "build_index", "query"]
