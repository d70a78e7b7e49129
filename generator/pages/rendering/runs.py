"""One run of the renderer: some pages in, their HTML out, in this process or in one of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.pages.rendering.reuse import html_of, link_or_copy
from generator.pages.rendering.versions import versioned
from generator.pages.site import Warnings, fixed_time, site_config, site_problem
from generator.problems import Level, LibraryError, Problem

WORKER = "from generator.pages.rendering.runs import serve; serve()"
FAILED = "站点没有建成：生成网页的进程中断了"


@dataclass(frozen=True, slots=True)
class Job:
    """One run of the renderer.

    Attributes:
        root: the library folder.
        dated: the day that takes the place of the time of building.
        pages: the folder of all pages.
        bench: a folder of its own for the run.
        site: the folder that takes the finished pages.
        frame: pages that the navigation and links need.
        wanted: pages whose HTML is to be made.
    """

    root: Path
    dated: date
    pages: Path
    bench: Path
    site: Path
    frame: tuple[str, ...]
    wanted: tuple[str, ...]

    def as_json(self) -> str:
        """The job as another process reads it."""
        facts = {name: str(getattr(self, name)) for name in ("root", "dated", "pages", "bench", "site")}
        return json.dumps({**facts, "frame": self.frame, "wanted": self.wanted})

    @classmethod
    def read(cls, text: str) -> Job:
        """The job as another process wrote it."""
        facts = json.loads(text)
        root, pages, bench, site = (Path(facts[name]) for name in ("root", "pages", "bench", "site"))
        dated = date.fromisoformat(facts["dated"])
        return cls(root, dated, pages, bench, site, tuple(facts["frame"]), tuple(facts["wanted"]))


def render_whole(root: Path, pages: Path, out: Path, dated: date) -> tuple[Problem, ...]:
    """The whole site in one run, for settings that need to see all pages at once."""
    from mkdocs.commands.build import build  # noqa: PLC0415 (most commands never build a site)

    warnings = Warnings()
    with fixed_time(dated), warnings.listening():
        build(versioned(site_config(root, docs_dir=str(pages), site_dir=str(out))))
    return tuple(site_problem(Level.WARNING, message) for message in warnings.messages)


def render(job: Job, *, whole_frame: bool = False) -> tuple[str, ...]:
    """Do one run in this process.

    Args:
        job: what to do.
        whole_frame: whether to keep what belongs to no page too: the files of the theme, the page for
            what is not found.

    Returns:
        What the renderer warned about.

    Raises:
        LibraryError: it gave up.
    """
    from mkdocs.commands.build import build  # noqa: PLC0415 (most commands never build a site)

    docs, made = job.bench / "pages", job.bench / "site"
    for path in {*job.frame, *job.wanted}:
        link_or_copy(job.pages / path, docs / path)
    warnings = Warnings()
    with fixed_time(job.dated), warnings.listening():
        build(versioned(site_config(job.root, docs_dir=str(docs), site_dir=str(made))))
    finished = (file for file in made.rglob("*") if file.is_file()) if whole_frame else wanted_in(job, made)
    for file in sorted(finished):
        place = job.site / file.relative_to(made)
        place.parent.mkdir(parents=True, exist_ok=True)
        file.replace(place)
    shutil.rmtree(job.bench, ignore_errors=True)
    return tuple(warnings.messages)


def wanted_in(job: Job, made: Path) -> Iterator[Path]:
    """The pages that a run is to give."""
    return (made / html_of(path) for path in job.wanted)


# --- other processes ------------------------------------------------------------------------------


def run_apart(job: Job) -> tuple[str, ...]:
    """Do one run in a process of its own; returns what the renderer warned about.

    The process is started by name, not by forking or by importing the caller again, so that it is the
    same on every system and whoever calls.

    Raises:
        LibraryError: the renderer gave up, or the process ended before it was done.
    """
    paths = os.pathsep.join(path for path in sys.path if path)
    environment = {**os.environ, "PYTHONPATH": paths, "PYTHONUTF8": "1"}
    run = subprocess.run(  # noqa: S603 (this Python, with our own words)
        [sys.executable, "-c", WORKER],
        input=job.as_json().encode(),
        capture_output=True,
        env=environment,
        check=False,
    )
    try:
        answer = json.loads(run.stdout.splitlines()[-1])
    except (ValueError, IndexError) as error:
        raise LibraryError([site_problem(Level.ERROR, f"{FAILED}（{last_words(run)}）")]) from error
    if "errors" in answer:
        raise LibraryError([site_problem(Level.ERROR, message) for message in answer["errors"]])
    return tuple(answer["warnings"])


def last_words(run: subprocess.CompletedProcess[bytes]) -> str:
    """Why a process ended before it was done: what Python said last, and how it ended."""
    said = run.stderr.decode("utf-8", "replace").split("\n")
    reason = next((line.strip() for line in reversed(said) if line.strip()), "没有说明原因")
    return f"{reason}；退出码 {run.returncode}"


def serve() -> None:
    """In the other process: read a job, do it, say what came of it."""
    try:
        answer = {"warnings": render(Job.read(sys.stdin.buffer.read().decode()))}
    except LibraryError as error:
        answer = {"errors": tuple(problem.message for problem in error.problems)}
    sys.stdout.write(f"\n{json.dumps(answer)}\n")
