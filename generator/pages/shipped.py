"""The sources of the site: the library's own where it has them, else those that come with the tool."""

from __future__ import annotations

from pathlib import Path

from generator.source.shipped import shipped

__all__ = ["CONFIG", "SOURCES", "shipped", "site_home"]

CONFIG, SOURCES = "mkdocs.yml", "site"


def site_home(root: Path) -> Path:
    """The folder that holds the mkdocs.yml and the site/ to use; the two belong together.

    It is absolute, for the renderer reads relative paths from the folder of mkdocs.yml.
    """
    own = (root / CONFIG).is_file() and (root / SOURCES).is_dir()
    return root.resolve() if own else shipped(CONFIG).parent
