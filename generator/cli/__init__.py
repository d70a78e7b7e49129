"""The command `gongwen`: thin, one module per family of verbs; each imports what it needs when asked for.

Exit codes: 0 fine, 1 problems of level 错误, 2 wrong use.
"""

from __future__ import annotations

from generator.cli import building, checking, duties, equipping, importing, rereading, searching, starting
from generator.cli.group import main

__all__ = [
    "building",
    "checking",
    "duties",
    "equipping",
    "importing",
    "main",
    "rereading",
    "searching",
    "starting",
]
