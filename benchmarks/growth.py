"""How the build grows against plain MkDocs with Material and its own search, in the same run.

    python -m benchmarks.growth                      100, 1,000, 5,000 and 10,000 records
    python -m benchmarks.growth 100 1000             other sizes
    python -m benchmarks.growth --library 10000      10,000 + 10,000 records, ours alone
    python -m benchmarks.growth --library 1000 500   so many policies, so many cases

A size of n is a library of n/2 policies and n/2 cases; a first build makes everything, a second one
follows at once, a third after one case has changed.  Ours reads and checks records, writes Word files,
both indexes, open data, and all the lists and charts, so it has more pages than records.  The peer gets
as many Markdown pages as we have, the same ones, and only turns them into HTML, with the plugin for
search that comes with it and a navigation that does not list every page.  CPU seconds count all
processes; they say more than the clock where other people work on the same machine.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from time import perf_counter

from benchmarks.memory import peak_megabytes
from benchmarks.synthetic import make_library
from generator.build import build

DATED = date(2022, 12, 31)
SIZES = (100, 1_000, 5_000, 10_000)
CHANGED = ("按季度考核", "按月考核")
PEER = """site_name: 对照
docs_dir: docs
site_dir: site
use_directory_urls: false
theme:
  name: material
  language: zh
  font: false
plugins:
  - search
markdown_extensions: [attr_list, {toc: {permalink: "#"}}]
nav:
  - 首页: index.md
not_in_nav: "*.md"
"""
MEASURED = (
    *("秒", "CPU 秒", "内存 MB", "文件", "写了", "页"),
    *("最大页 kB", "最大索引块 kB", "最大数据 kB"),
)
Row = dict[str, float]


def measured(do: Callable[[], object]) -> Row:
    """Seconds by the clock and of all processors, the processes that it started included."""
    before, begun = os.times(), perf_counter()
    do()
    after = os.times()
    spent = sum(after[:4]) - sum(before[:4])
    return {"秒": perf_counter() - begun, "CPU 秒": spent, "内存 MB": peak_megabytes()}


# --- ours -----------------------------------------------------------------------------------------


def measure_ours(root: Path, kind: str) -> Row:
    """One build of ours: 首次, 再次, 改一条."""
    if kind == "改一条":
        change_one_case(root)
    before = written(root / "build")
    row = measured(lambda: build(root, root / "build", DATED))
    after = written(root / "build")
    changed = sum(before.get(path) != facts for path, facts in after.items())
    return row | {"文件": len(after), "写了": changed, **sizes(root / "build")}


def change_one_case(root: Path) -> None:
    """Change a word in a case."""
    file = root / "cases" / "合成案例-7.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace(*CHANGED), encoding="utf-8")


def written(out: Path) -> dict[str, tuple[int, int]]:
    """Every output, and when and how large it was written."""
    files = (file for file in out.rglob("*") if file.is_file() and file.name != "manifest.json")
    return {str(file): (file.stat().st_mtime_ns, file.stat().st_size) for file in files}


def sizes(out: Path) -> Row:
    """How many pages there are, and the largest files that a browser loads."""
    pages = [file.stat().st_size for file in (out / "site").rglob("*.html")]
    scripts = [file.stat().st_size for file in (out / "site" / "index").rglob("*.js")]
    data = [file.stat().st_size for file in (out / "site" / "data").rglob("*.json")]
    return {
        "页": len(pages),
        "最大页 kB": max(pages) / 1000,
        "最大索引块 kB": max(scripts, default=0) / 1000,
        "最大数据 kB": max(data, default=0) / 1000,
    }


# --- the peer ---------------------------------------------------------------------------------


def make_peer(pages: Path, place: Path) -> None:
    """The same pages for plain MkDocs, in its own folder."""
    shutil.copytree(pages, place / "docs", ignore=lambda _, names: [n for n in names if is_left_out(n)])
    (place / "mkdocs.yml").write_text(PEER, encoding="utf-8")


def is_left_out(name: str) -> bool:
    """Whether a file is neither a page nor a folder of pages."""
    return Path(name).suffix not in ("", ".md") or name.startswith(".")


def measure_peer(place: Path) -> Row:
    """One build by plain MkDocs; it knows no second build."""
    from mkdocs.commands.build import build as render  # noqa: PLC0415
    from mkdocs.config import load_config  # noqa: PLC0415

    row = measured(lambda: render(load_config(str(place / "mkdocs.yml"))))
    index = place / "site" / "search" / "search_index.json"
    files = written(place / "site")
    pages = [file.stat().st_size for file in (place / "site").rglob("*.html")]
    return row | {
        "文件": len(files),
        "写了": len(files),
        "页": len(pages),
        "最大页 kB": max(pages) / 1000,
        "最大索引块 kB": index.stat().st_size / 1000,
        "最大数据 kB": 0,
    }


# --- tables -----------------------------------------------------------------------------------


def apart(*words: str) -> Row:
    """One measurement in a process of its own, so that its memory is its own too."""
    command = [sys.executable, "-m", "benchmarks.growth", *words]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: Row = json.loads(output.splitlines()[-1])
    return found


def rows_of(policies: int, cases: int, *, with_peer: bool) -> Iterator[tuple[str, Row]]:
    """The builds of one library, one after the other."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder) / "library"
        root.mkdir()
        make_library(root, cases, policies)
        for kind in ("首次", "再次", "改一条"):
            yield kind, apart("--ours", str(root), kind)
        if with_peer:
            peer = Path(folder) / "peer"
            make_peer(root / "build" / "pages", peer)
            yield "MkDocs", apart("--peer", str(peer))


def show(libraries: list[tuple[int, int]], *, with_peer: bool) -> None:
    """Print the table, row by row as they are measured."""
    head = ("记录", "哪一次", *MEASURED, "CPU 之比")
    print("| " + " | ".join(head) + " |")
    print("|" + "---|" * len(head))
    for policies, cases in libraries:
        rows = dict(rows_of(policies, cases, with_peer=with_peer))
        base = rows["MkDocs" if with_peer else "首次"]["CPU 秒"]
        for kind, row in rows.items():
            cells = [f"{policies}+{cases}", kind]
            cells += [f"{row[name]:,.1f}" if row[name] % 1 else f"{row[name]:,.0f}" for name in MEASURED]
            print("| " + " | ".join((*cells, f"{row['CPU 秒'] / base:.2f}")) + " |", flush=True)


def main(words: list[str]) -> None:
    """Measure what is asked for."""
    match words:
        case ["--ours", root, kind]:
            print(json.dumps(measure_ours(Path(root), kind)))
        case ["--peer", place]:
            print(json.dumps(measure_peer(Path(place))))
        case ["--library", *sizes_asked]:
            numbers = [int(size) for size in sizes_asked]
            show([(numbers[0], numbers[-1])], with_peer=False)
        case _:
            asked = [int(size) for size in words] or SIZES
            show([(size // 2, size - size // 2) for size in asked], with_peer=True)


if __name__ == "__main__":
    main(sys.argv[1:])
