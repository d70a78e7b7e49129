"""The most memory that this process has held, where the system tells it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

STATUS = Path("/proc/self/status")
PEAK = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)


def peak_megabytes() -> float:
    """Peak memory in MB; 0 on Windows, whose Python has no `resource`.

    Linux tells it in a file of its own: what `resource` says there of a new process is at least what the
    process that started it held.
    """
    if sys.platform == "win32":
        return 0.0
    if STATUS.exists() and (found := PEAK.search(STATUS.read_text(encoding="utf-8"))):
        return int(found[1]) / 1024
    import resource  # noqa: PLC0415 (not there on Windows)

    unit = 1 if sys.platform == "darwin" else 1024  # macOS counts bytes, Linux kilobytes
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1024 / 1024
