"""Time and memory of each step of `gongwen build` at two sizes, and how each grows.

    python -m benchmarks.build            100 + 100 and 1,000 + 1,000 records
    python -m benchmarks.build 100 500    other sizes

Each size runs in a process of its own, so that memory is its own too.  The last column is the
cost per record at the larger size against the smaller: 1 is linear, below 1 is better.
The named peer is the site generator alone: the same pages built by plain MkDocs with Material,
without reading, checking, Word files and index.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path
from time import perf_counter

from benchmarks.memory import peak_megabytes
from benchmarks.synthetic import make_library
from generator.build import build
from generator.pages import build_site

DATED = date(2022, 12, 31)
PEER = "（对照）只用 MkDocs 生成同样的页面"


class Clock:
    """Collects when each step began and ended, and the memory at its end."""

    def __init__(self) -> None:
        self.first: dict[str, float] = {}
        self.last: dict[str, float] = {}
        self.memory: dict[str, float] = {}
        self.now = perf_counter()

    def report(self, step: str, _done: int, _total: int) -> None:
        """Take the time of a step; it began when the one before it was last heard of."""
        self.first.setdefault(step, self.now)
        self.now = self.last[step] = perf_counter()
        self.memory[step] = peak_megabytes()


def measure(count: int) -> dict[str, tuple[float, float]]:
    """Seconds and peak MB of each step for so many cases and as many policies."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make_library(root, count, count)
        clock = Clock()
        result = build(root, root / "build", DATED, clock.report)
        assert not [problem for problem in result.problems if problem.level == "错误"], result.problems[:3]
        steps = {step: (clock.last[step] - clock.first[step], clock.memory[step]) for step in clock.last}
        begun = perf_counter()
        build_site(root, root / "build" / "pages", root / "peer", dated=DATED)
        steps[PEER] = (perf_counter() - begun, peak_megabytes())
    return steps


def measure_apart(count: int) -> dict[str, tuple[float, float]]:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.build", "--one", str(count)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    steps: dict[str, tuple[float, float]] = json.loads(output.splitlines()[-1])
    return steps


def main(sizes: list[int]) -> None:
    """Print the table."""
    small, large = sizes
    one, other = measure_apart(small), measure_apart(large)
    print(f"| 步骤 | {small}+{small} 秒 | {large}+{large} 秒 | 内存 MB | 单位成本之比 |")
    print("|---|---|---|---|---|")
    for step, (seconds, memory) in other.items():
        before = one[step][0]
        growth = seconds / large / (before / small) if before else 0
        print(f"| {step} | {before:.2f} | {seconds:.2f} | {memory:.0f} | {growth:.2f} |")
    ours = [sum(seconds for step, (seconds, _) in run.items() if step != PEER) for run in (one, other)]
    print(f"| 合计 | {ours[0]:.2f} | {ours[1]:.2f} | | {ours[1] / large / (ours[0] / small):.2f} |")
    print(f"全部步骤是对照的 {ours[1] / other[PEER][0]:.2f} 倍（{large}+{large}）")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(int(sys.argv[2]))))
    else:
        main([int(size) for size in sys.argv[1:3]] or [100, 1000])
