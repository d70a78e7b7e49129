"""Files of the site: written once, and data as a script in a page may hold them."""

from __future__ import annotations

import json
from pathlib import Path

UNSAFE = {ord(mark): f"\\u{ord(mark):04x}" for mark in "<&\u2028\u2029"}
"""Characters that could end a script, begin an entity, or end a line of a script in an old browser."""


def script_json(value: object) -> str:
    """JSON without spaces that stands safely within a script, in a file or in a page.

    Raises:
        TypeError: JSON cannot hold the value.
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(UNSAFE)


def write_text(file: Path, text: str) -> None:
    """Write a file in UTF-8, its folders too, unless it says the same already."""
    raw = text.encode("utf-8")
    if file.is_file() and file.read_bytes() == raw:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(raw)
