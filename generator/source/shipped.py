"""What comes with the tool: templates, the site's sources, reference tables, national texts."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path


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
