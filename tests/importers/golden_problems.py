"""What `gongwen check` says of the imported real documents, with the reason for each line.

`python -m tests.importers.golden_problems` renews the file: reasons that stand there stay, new lines get
“（待写）”, which no test accepts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from generator.build import check
from generator.build.importing import import_files
from generator.library import Library, load_library
from generator.problems import Problem

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
GOLDEN = Path(__file__).parent / "golden" / "problems.txt"
REASON = "  因："
UNWRITTEN = "（待写）"
PENDING = "PEND001"
SHOWN = 80
"""Characters of a message."""


def seed_library(folder: Path) -> Path:
    """A library of the shipped reference tables and national texts, with the five documents imported."""
    root = folder / "library"
    for part in ("reference", "national"):
        copytree(ROOT / "policies" / part, root / "policies" / part)
    import_files(root, [SEEDS])
    return root


def told(root: Path) -> list[str]:
    """One line for each problem of an imported record; what is 待确认 in a record makes one line."""
    found = [problem for problem in check(root) if "imported/" in problem.place.path]
    lines = (line_of(problem) for problem in found if problem.code != PENDING)
    library, _ = load_library(root)
    return sorted({*lines, *pending_lines(library, {problem.place.path for problem in found})})


def line_of(problem: Problem) -> str:
    """A problem on one line, without its place in the file; a long message is cut."""
    said = problem.message if len(problem.message) <= SHOWN else f"{problem.message[:SHOWN]}…"
    return f"{problem.place.path}: {problem.level.value} {problem.code} {said}"


def pending_lines(library: Library, paths: Collection[str]) -> Iterator[str]:
    """The fields that are 待确认, by record."""
    for entry in library.entries.values():
        names = [pending.field for pending in entry.record.pending]
        if names and entry.source.path in paths:
            kinds = dict.fromkeys(name.split(".")[0] for name in names)
            yield f"{entry.source.path}: {PENDING} 待确认 {len(names)} 处：{'、'.join(kinds)}"


def golden() -> dict[str, str]:
    """The lines of the golden file with their reasons."""
    found: dict[str, str] = {}
    last = ""
    for line in GOLDEN.read_text(encoding="utf-8").splitlines() if GOLDEN.exists() else ():
        if line.startswith(REASON):
            found[last] = line.removeprefix(REASON)
        elif line and not line.startswith("#"):
            last = line
            found[last] = UNWRITTEN
    return found


HEAD = """# 五份真实文件导入后 gongwen check 说的话，每条写明理由。
# 更新：python -m tests.importers.golden_problems
"""


def renew() -> None:
    """Write the file anew and keep the reasons."""
    known = golden()
    with TemporaryDirectory() as folder:
        lines = told(seed_library(Path(folder)))
    text = "".join(f"\n{line}\n{REASON}{known.get(line, UNWRITTEN)}\n" for line in lines)
    GOLDEN.write_text(HEAD + text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    renew()
