"""The benchmarks start on Windows too, whose Python has no `resource`."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.memory import peak_megabytes


@pytest.mark.parametrize(
    "name", ["growth", "importing", "inspection", "search", "site_search.__main__", "word"]
)
def test_a_benchmark_starts_without_the_module_that_windows_lacks(root: Path, name: str) -> None:
    code = f"import sys; sys.modules['resource'] = None; import benchmarks.{name}"
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=False)
    assert done.stderr == ""


def test_peak_memory_is_told_where_the_system_knows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    if sys.platform != "win32":
        assert peak_megabytes() > 10
    monkeypatch.setattr(sys, "platform", "win32")
    assert peak_megabytes() == 0
