"""The site from its pages.

The renderer holds all pages of a run in memory, so it is given few at a time: a folder with the pages
of one batch and those of the navigation.  The first batch is rendered in this process, together with
the pages of the navigation, the hand-written ones and whatever these link to; the others in processes
of their own, which use the other cores and give their memory back.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

from generator.library import Progress
from generator.pages.rendering.frame import frame_of, is_cuttable
from generator.pages.rendering.reuse import (
    EarlierSite,
    html_of,
    keep_earlier,
    keys_of,
    link_static,
    markdown_in,
)
from generator.pages.rendering.runs import Job, render, render_whole, run_apart
from generator.pages.rendering.settings import is_repeatable, settings_key
from generator.pages.site import Warnings, site_config, site_problem
from generator.problems import Level, Problem

BATCH = 1_000
"""Pages of one run: some seconds of work, and about 100 MB."""
MOST_WORKERS = 8
BENCH = "批"
"""How the name of the folder begins in which the runs work; paths in it are the longest of all."""


@dataclass(frozen=True, slots=True)
class Site:
    """What came of building: warnings of the renderer, and what each page was made from, by its path."""

    problems: tuple[Problem, ...]
    made_from: Mapping[str, str] = field(default_factory=dict)


def render_site(  # noqa: PLR0913 (each decides something of its own)
    root: Path,
    pages: Path,
    out: Path,
    *,
    dated: date,
    earlier: EarlierSite | None = None,
    meanwhile: Callable[[], None] | None = None,
    progress: Progress | None = None,
    batch: int = BATCH,
) -> Site:
    """Turn pages into the site.

    Args:
        root: the library folder; its own mkdocs.yml and site/ are used where it has both.
        pages: the folder that `write_pages` wrote.
        out: the folder of the site, which is emptied first; a folder of our own for the runs stands
            beside it for a while.
        dated: the day that takes the place of the time of building, so that bytes repeat.
        earlier: the site of an earlier build; its pages serve again where they are made from the same.
        meanwhile: what this process does while others render; it may write files beside the pages.
        progress: told how many pages are done, and of how many.
        batch: how many pages one run of the renderer takes.

    Raises:
        LibraryError: mkdocs.yml cannot be used, or the renderer gave up.
    """
    pages, out = pages.resolve(), out.resolve()
    settings = checked_settings(root, pages, out)
    if not is_cuttable(root, settings):
        (meanwhile or nothing)()
        return Site(render_whole(root, pages, out, dated))
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    made_from = keys_of(pages, settings_key(root, settings, dated, pages))
    frame = frame_of(settings, pages)
    serving = earlier if earlier and is_repeatable(root, settings) else EarlierSite(out)
    kept = keep_earlier(made_from, serving, out, frozenset(map(html_of, frame)))
    due = tuple(path for path in markdown_in(pages) if html_of(path) not in kept and path not in frame)
    with tempfile.TemporaryDirectory(prefix=BENCH, dir=out.parent, ignore_cleanup_errors=True) as bench:
        work = Work(Job(root, dated, pages, Path(bench), out, frame, ()), due, batch, len(made_from))
        problems = work.run(meanwhile or nothing, progress or untold)
    link_static(pages, out)
    return Site(problems, made_from)


def build_site(root: Path, pages: Path, out: Path, *, dated: date) -> tuple[Problem, ...]:
    """Turn pages into the site, all of them anew; returns what the renderer warned about.

    Raises:
        LibraryError: mkdocs.yml cannot be used, or the renderer gave up.
    """
    return render_site(root, pages, out, dated=dated).problems


def nothing() -> None:
    """There is nothing to do meanwhile."""


def untold(_done: int, _total: int) -> None:
    """Nobody asks how far it is."""


def checked_settings(root: Path, pages: Path, out: Path) -> Any:
    """The settings in mkdocs.yml.

    Raises:
        LibraryError: they cannot be used.
    """
    with Warnings().listening():
        return site_config(root, docs_dir=str(pages), site_dir=str(out))


# --- runs -----------------------------------------------------------------------------------------


@dataclass(slots=True)
class Work:
    """The runs of one build: the one in this process, and those of other processes beside it."""

    job: Job
    due: tuple[str, ...]
    batch: int
    total: int

    def run(self, meanwhile: Callable[[], None], progress: Progress) -> tuple[Problem, ...]:
        """Render all that is due.

        Raises:
            LibraryError: the renderer gave up.
        """
        first, *others = self.jobs()
        done = self.total - sum(len(job.wanted) for job in others)
        with ThreadPoolExecutor(min(os.cpu_count() or 1, MOST_WORKERS)) as pool:
            runs = {pool.submit(run_apart, job): job for job in others}
            try:
                said = [render(first, whole_frame=True)]
                progress(done, self.total)
                meanwhile()
                for run in as_completed(runs):
                    said.append(run.result())
                    done += len(runs[run].wanted)
                    progress(done, self.total)
            except BaseException:
                cancel(runs)
                raise
        messages = dict.fromkeys(message for messages in said for message in messages)
        return tuple(site_problem(Level.WARNING, message) for message in sorted(messages))

    def jobs(self) -> Iterator[Job]:
        """The runs; the first takes the frame too, and there is always one."""
        rest = iter(self.due)
        yield self.numbered(0, (*self.job.frame, *islice(rest, self.batch)))
        number = 1
        while wanted := tuple(islice(rest, self.batch)):
            yield self.numbered(number, wanted)
            number += 1

    def numbered(self, number: int, wanted: tuple[str, ...]) -> Job:
        """One run, with a folder of its own."""
        job = self.job
        bench = job.bench / str(number)
        return Job(job.root, job.dated, job.pages, bench, job.site, job.frame, wanted)


def cancel(runs: Iterable[Future[tuple[str, ...]]]) -> None:
    """Begin no further run."""
    for run in runs:
        run.cancel()
