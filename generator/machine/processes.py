"""Other programs, always within a time limit, and ended with all that they started."""

from __future__ import annotations

import os
import platform
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence

PATIENCE = 30.0
"""Seconds for a program that only has to say something."""


def output_of(program: str, *arguments: str) -> str:
    """What a program of the PATH prints; empty if it is not there, fails, or takes too long."""
    found = shutil.which(program)
    if found is None:
        return ""
    command = [found, *arguments]
    try:
        done = subprocess.run(  # noqa: S603 (no shell, and the program is one of ours to name)
            command, stdin=subprocess.DEVNULL, capture_output=True, check=True, timeout=PATIENCE
        )
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace").strip()


def run_within(command: Sequence[str], limit: float, environment: Mapping[str, str]) -> bool:
    """Run a program quietly and wait for its end.

    Args:
        command: the program and its arguments.
        limit: seconds after which it is ended, with everything that it started.
        environment: added to our own.

    Returns:
        Whether it ended by itself in time; False also where it cannot be started.
    """
    quiet = subprocess.DEVNULL
    try:
        process = subprocess.Popen(  # noqa: S603 (no shell; a group of its own, so that it can be ended whole)
            command,
            stdin=quiet,
            stdout=quiet,
            stderr=quiet,
            env={**os.environ, **environment},
            start_new_session=True,
        )
    except OSError:
        return False
    try:
        process.wait(limit)
    except subprocess.TimeoutExpired:
        return False
    finally:
        end_with_children(process)
    return True


def end_with_children(process: subprocess.Popen[bytes]) -> None:
    """End a program that still runs, and those that it started."""
    if process.poll() is not None:
        return
    if platform.system() == "Windows":
        output_of("taskkill", "/T", "/F", "/PID", str(process.pid))
    else:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(PATIENCE)
