"""What a person sees in the terminal: problems, progress, the closing table.

Colour and moving bars only on a terminal; a file or a pipe gets plain lines.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TextIO

import click
from rich.console import Console
from rich.markup import escape
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn, TimeElapsedColumn
from rich.table import Table

from generator.problems import Level, Problem

PATIENCE = 1.0
"""Seconds before a step shows its bar."""
IN_FULL = 3
"""Of problems that are alike in one file, so many are told in full."""
COLOURS = {Level.ERROR: "red", Level.WARNING: "yellow", Level.HINT: "cyan"}


def use_utf8() -> None:
    """Write Chinese to any terminal or pipe, on an old Windows code page too."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")


def show_problems(
    problems: Iterable[Problem], *, as_json: bool = False, stream: TextIO | None = None
) -> None:
    """Print problems as text, a few lines each, or all as one JSON list."""
    listed = list(dict.fromkeys(problems))
    if as_json:
        click.echo(
            json.dumps([problem.as_json() for problem in listed], ensure_ascii=False, indent=1), file=stream
        )
        return
    for problem, text in shortened(listed):
        coloured = text.replace(problem.level, click.style(problem.level.value, fg=COLOURS[problem.level]), 1)
        click.echo(coloured, file=stream)


def shortened(problems: Iterable[Problem]) -> Iterator[tuple[Problem, str]]:
    """Problems as text; of many alike in one file the first three in full, then where the others are.

    An 错误 is always told in full.
    """
    alike: dict[tuple[str, str], list[Problem]] = {}
    listed = list(problems)
    for problem in listed:
        alike.setdefault((problem.place.path, problem.code), []).append(problem)
    for problem in listed:
        group = alike[problem.place.path, problem.code]
        position = group.index(problem)
        if problem.level is Level.ERROR or len(group) <= IN_FULL + 1 or position < IN_FULL:
            yield problem, problem.as_text()
        elif position == IN_FULL:
            yield problem, further(group[IN_FULL:])


def further(problems: list[Problem]) -> str:
    """One line for many."""
    first = problems[0]
    lines = "、".join(str(line) for line in dict.fromkeys(problem.place.line for problem in problems))
    return f"{first.place.path}: {first.level} {first.code} 另有 {len(problems)} 处同类：第 {lines} 行"


def count_problems(problems: Iterable[Problem]) -> str:
    """“错误 1、警告 2、提示 3”, or 没有问题."""
    levels = [problem.level for problem in dict.fromkeys(problems)]
    counted = (f"{level.value} {levels.count(level)}" for level in Level if level in levels)
    return "、".join(counted) or "没有问题"


def show_table(title: str, rows: Iterable[tuple[str, str, str]]) -> None:
    """The closing table: what was made, how many, where."""
    table = Table(title=title, title_justify="left")
    for column, justify in (("成果", "left"), ("数量", "right"), ("位置", "left")):
        table.add_column(column, justify="right" if justify == "right" else "left", overflow="fold")
    for row in rows:
        table.add_row(*map(escape, row))
    Console(file=sys.stdout).print(table)


class StepBar:
    """A bar with the name of the step that is going on.

    A step that counts shows its bar once it lasts longer than a second; one that says nothing
    until it ends shows it from the start.
    """

    def __init__(self, console: Console) -> None:
        columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
        self.progress = Progress(*columns, console=console, transient=True)
        self.tasks: dict[str, TaskID] = {}
        self.started: dict[str, float] = {}

    def report(self, step: str, done: int, total: int) -> None:
        """Take note of progress."""
        begun = self.started.setdefault(step, monotonic())
        finished = total > 0 and done >= total
        if step not in self.tasks:
            if monotonic() - begun < PATIENCE and (finished or done > 0):
                return
            self.tasks[step] = self.progress.add_task(step, total=total if total > 1 else None)
        self.progress.update(self.tasks[step], completed=done, total=total if total > 1 or finished else None)
        if finished:
            self.progress.update(self.tasks[step], visible=False)


@contextmanager
def step_bar(*, quiet: bool) -> Iterator[StepBar | None]:
    """A bar on a terminal; nothing where nobody watches."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield None
        return
    bar = StepBar(console)
    with bar.progress:
        yield bar
