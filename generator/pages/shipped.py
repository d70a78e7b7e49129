"""The sources of the site: the library's own where it has them, else those that come with the tool."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

CONFIG, SOURCES = "mkdocs.yml", "site"


def shipped(name: str) -> Path:
    """A file or folder that comes with the tool: in the package when installed, else in the checkout.

    Raises:
        FileNotFoundError: it is in neither place.
    """
    package = Path(str(files("generator")))
    for place in (package / "shipped" / name, package.parent / name):
        if place.exists():
            return place
    raise FileNotFoundError(f"安装不完整：找不到 {name}")


def site_home(root: Path) -> Path:
    """The folder that holds the mkdocs.yml and the site/ to use; the two belong together.

    It is absolute, for the renderer reads relative paths from the folder of mkdocs.yml.
    """
    own = (root / CONFIG).is_file() and (root / SOURCES).is_dir()
    return root.resolve() if own else shipped(CONFIG).parent
