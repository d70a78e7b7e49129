"""The index behind the search box: small classic scripts, which also load where no server is."""

from __future__ import annotations

from generator.site_index.writing import write_index

__all__ = ["write_index"]
