"""Style sheets and scripts under an address that changes with them, so that no browser keeps old ones.

Browsers keep what they once got from a web server; an old script that reads a new index finds nothing.
Without this step (`mkdocs build` alone) the addresses bear no version and everything else is the same.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.pages.rendering.settings import sum_of

ASSETS = "assets"
EXTRA = "assets_version"
"""In `extra`: what templates put behind the names of files that settings do not list (main.html)."""
LENGTH = 8


def versioned(settings: Any) -> Any:
    """The same settings, with the version of the theme's files in the addresses of those in assets/."""
    version = version_of(settings)
    if version:
        settings.extra[EXTRA] = version
        settings.extra_css = [with_version(path, version) for path in settings.extra_css]
        for place, script in enumerate(settings.extra_javascript):
            if isinstance(script, str):
                settings.extra_javascript[place] = with_version(script, version)
            else:
                script.path = with_version(script.path, version)
    return settings


def version_of(settings: Any) -> str:
    """A sum of the style sheets and scripts of the library's own part of the theme; empty without any."""
    folder = Path(settings.theme.custom_dir or "") / ASSETS
    return sum_of(folder)[:LENGTH] if settings.theme.custom_dir and folder.is_dir() else ""


def with_version(path: str, version: str) -> str:
    """An address with a version, if it is one of ours that has none yet."""
    return f"{path}?v={version}" if path.startswith(f"{ASSETS}/") and "?" not in path else path
