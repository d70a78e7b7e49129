"""The most memory that this process has held, where the system tells it."""

from __future__ import annotations

import sys


def peak_megabytes() -> float:
    """Peak memory in MB; 0 on Windows, whose Python has no `resource`."""
    if sys.platform == "win32":
        return 0.0
    import resource  # noqa: PLC0415 (not there on Windows)

    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kilobytes
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1024 / 1024
