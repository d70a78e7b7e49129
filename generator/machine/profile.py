"""A fresh LibreOffice profile: which font to show for which, no macros, no links to elsewhere.

The table of replacements is LibreOffice's own (Tools › Options › Fonts): the same on every system.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from xml.sax.saxutils import escape

SETTINGS = "registrymodifications.xcu"
HEADER = '<?xml version="1.0" encoding="UTF-8"?>\n<oor:items xmlns:oor="http://openoffice.org/2001/registry">'
FONTS = "/org.openoffice.Office.Common/Font/Substitution"
FIXED = (
    (FONTS, "Replacement", "true"),
    ("/org.openoffice.Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("/org.openoffice.Office.Writer/Content/Update", "Link", "2"),
)
"""Use the table of fonts; never run macros; never follow links."""


def write_profile(folder: Path, fonts: Mapping[str, str]) -> None:
    """Write the settings of a new profile.

    Args:
        folder: the profile's folder, still empty.
        fonts: the font to show by the name of the one that is missing.
    """
    settings = "".join(f'<item oor:path="{path}">{prop(name, value)}</item>' for path, name, value in FIXED)
    pairs = "".join(pair(f"_{number}", *names) for number, names in enumerate(sorted(fonts.items())))
    text = f'{HEADER}{settings}<item oor:path="{FONTS}/FontPairs">{pairs}</item></oor:items>\n'
    (folder / "user").mkdir(parents=True)
    (folder / "user" / SETTINGS).write_text(text, encoding="utf-8", newline="\n")


def pair(node: str, wanted: str, shown: str) -> str:
    """One row of the table, for the screen and for print."""
    values = {"ReplaceFont": wanted, "SubstituteFont": shown, "Always": "true", "OnScreenOnly": "false"}
    row = "".join(prop(name, value) for name, value in values.items())
    return f'<node oor:name="{node}" oor:op="replace">{row}</node>'


def prop(name: str, value: str) -> str:
    """One setting."""
    return f'<prop oor:name="{name}" oor:op="fuse"><value>{escape(value)}</value></prop>'
