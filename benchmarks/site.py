"""How the site grows: time, memory, the largest page, and the bytes that a first search loads.

    python -m benchmarks.site             100 + 100 and 1,000 + 1,000 records
    python -m benchmarks.site 100 500     other sizes

Each size runs in a process of its own, so that memory is its own too.  Nothing on a page grows
with the library: the column of the largest page must stay flat.
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
from generator.hanzi.folding import bigrams
from generator.library import load_library
from generator.pages import build_site, write_pages
from generator.pages.site_index import hash_of

DATED = date(2022, 12, 31)
SIZES = (100, 1_000)
QUESTION = "考核结果与付款挂钩"
FIRST_HITS = 10


def measure(count: int) -> dict[str, float]:
    """What so many cases and as many policies cost."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        make_library(root, count, count)
        library, _ = load_library(root)
        begun = perf_counter()
        written = write_pages(library, root / "pages", dated=DATED)
        pages_done, pages_memory = perf_counter(), peak_megabytes()
        build_site(root, root / "pages", root / "site", dated=DATED)
        markdown = [root / "pages" / page.path for page in written if page.path.endswith(".md")]
        return {
            "写网页 秒": pages_done - begun,
            "写网页 内存 MB": pages_memory,
            "生成站点 秒": perf_counter() - pages_done,
            "生成站点 内存 MB": peak_megabytes(),
            "页数": len(markdown),
            "最大一页 kB": max(file.stat().st_size for file in markdown) / 1000,
            **index_sizes(root / "pages" / "index"),
        }


def index_sizes(folder: Path) -> dict[str, float]:
    """The size of the index, of its largest script, and of what one question loads."""
    parts = {file.name: file.stat().st_size for file in folder.rglob("*.js")}
    shards = sum(name.startswith("p") for name in parts)
    asked = {f"p{hash_of(token) % shards}.js" for token in bigrams(QUESTION)}
    hits = sorted((size for name, size in parts.items() if name.startswith("h")), reverse=True)
    first = parts["start.js"] + sum(parts[name] for name in asked) + sum(hits[:FIRST_HITS])
    return {
        "索引 kB": sum(parts.values()) / 1000,
        "最大脚本 kB": max(size for name, size in parts.items() if name != "t2s.js") / 1000,
        "一问至多载入 kB": first / 1000,
    }


def measure_apart(count: int) -> dict[str, float]:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.site", "--one", str(count)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: dict[str, float] = json.loads(output.splitlines()[-1])
    return found


def main(sizes: list[int]) -> None:
    """Print the table."""
    found = [measure_apart(size) for size in sizes]
    print("| | " + " | ".join(f"{size}+{size}" for size in sizes) + " | 倍数 |")
    print("|---|" + "---|" * (len(sizes) + 1))
    for name in found[0]:
        values = [run[name] for run in found]
        growth = values[-1] / values[0] if values[0] else 0
        print(f"| {name} | " + " | ".join(f"{value:.1f}" for value in values) + f" | {growth:.1f} |")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure(int(sys.argv[2]))))
    else:
        main([int(size) for size in sys.argv[1:]] or list(SIZES))
