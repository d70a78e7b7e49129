"""What stands in a terminal and what in a pipe: bars and colour only where somebody watches."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.problems import Level, Place, Problem
from generator.terminal import show_problems, show_table, step_bar

ESCAPE = "\x1b"
PROBLEM = Problem(Level.ERROR, "REF001", "“某文”不在库里", Place("policies/[draft]/甲.md", 3, 1), "核对编号")
ROWS = (("Word 文件", "3 份", "build/[draft]/word"), ("站点", "120 页", "build/[/bold]/site"))
COMMAND = (sys.executable, "-m", "generator")


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        """Yes."""
        return True


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No variable that forces or forbids colour; a terminal that can move its cursor and is wide."""
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "100")


def report_steps(steps: tuple[tuple[str, int, int], ...], *, quiet: bool = False) -> bool:
    """Report progress as a command does; whether there was a bar to report to."""
    with step_bar(quiet=quiet) as bar:
        if bar is None:
            return False
        for step in steps:
            bar.report(*step)
    return True


def test_a_terminal_shows_the_step_that_is_going_on(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    assert report_steps((("生成站点", 0, 1),))
    assert "生成站点" in screen.getvalue()


def test_a_step_that_is_over_at_once_shows_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    assert report_steps((("读取记录", 1, 2), ("读取记录", 2, 2)))
    assert "读取记录" not in screen.getvalue()


@pytest.mark.parametrize(("stream", "quiet"), [(io.StringIO(), False), (Screen(), True)])
def test_a_pipe_or_quiet_shows_no_bar(
    stream: io.StringIO, quiet: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stderr", stream)
    assert not report_steps((("生成站点", 0, 1),), quiet=quiet)
    assert stream.getvalue() == ""


def test_problems_are_coloured_on_a_terminal_only() -> None:
    screen, pipe = Screen(), io.StringIO()
    for stream in (screen, pipe):
        show_problems([PROBLEM], stream=stream)
    assert f"{ESCAPE}[31m错误{ESCAPE}[0m" in screen.getvalue()
    assert pipe.getvalue().splitlines() == PROBLEM.as_text().splitlines()
    assert "policies/[draft]/甲.md:3" in pipe.getvalue()


def alike(level: Level, count: int) -> list[Problem]:
    """Problems of one kind in one file, one for each line from 11 on, each told twice."""
    found = [
        Problem(level, "ATT002", f"附件{n}", Place("documents/甲.md", 10 + n)) for n in range(1, count + 1)
    ]
    return found + found


def test_many_alike_in_one_file_are_three_in_full_and_a_line_that_says_where_the_others_are() -> None:
    shown = io.StringIO()
    show_problems(alike(Level.WARNING, 12), stream=shown)
    lines = shown.getvalue().splitlines()
    assert len(lines) == 4
    assert lines[3].endswith("警告 ATT002 另有 9 处同类：第 14、15、16、17、18、19、20、21、22 行")


@pytest.mark.parametrize(("level", "count"), [(Level.WARNING, 4), (Level.ERROR, 12)])
def test_few_alike_and_every_error_are_told_in_full(level: Level, count: int) -> None:
    shown = io.StringIO()
    show_problems(alike(level, count), stream=shown)
    assert len(shown.getvalue().splitlines()) == count


def test_json_leaves_nothing_out() -> None:
    shown = io.StringIO()
    show_problems(alike(Level.WARNING, 12), as_json=True, stream=shown)
    assert len(json.loads(shown.getvalue())) == 12


@pytest.mark.parametrize("stream", [io.StringIO(), Screen()])
def test_the_closing_table_shows_square_brackets_as_they_are(
    stream: io.StringIO, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdout", stream)
    show_table("成果", ROWS)
    for row in ROWS:
        assert all(cell in stream.getvalue() for cell in row)
    assert (ESCAPE in stream.getvalue()) is stream.isatty()


Make = Callable[[Mapping[str, str]], Path]
SMALL = {"policies/甲.md": "---\n类别: 政策\n编号: 甲\n---\n"}


def test_a_command_in_a_pipe_writes_no_escape_code(root: Path, make_library: Make) -> None:
    command = [*COMMAND, "--root", str(make_library(SMALL)), "check"]
    done = subprocess.run(command, cwd=root, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 1
    assert "错误" in done.stdout + done.stderr
    assert ESCAPE not in done.stdout + done.stderr


def test_the_same_command_in_a_real_terminal_writes_colour(root: Path, make_library: Make) -> None:
    pty = pytest.importorskip("pty", reason="no pseudo-terminals on this system")
    command = [*COMMAND, "--root", str(make_library(SMALL)), "check"]
    ours, theirs = pty.openpty()
    with subprocess.Popen(command, cwd=root, stdout=theirs, stderr=theirs) as running:
        os.close(theirs)
        shown = read_all(ours)
        assert running.wait(timeout=60) == 1
    os.close(ours)
    assert f"{ESCAPE}[31m错误" in shown


def read_all(terminal: int) -> str:
    """Everything that is written to a terminal until its other end closes."""
    parts: list[bytes] = []
    while True:
        try:
            part = os.read(terminal, 4096)
        except OSError:  # Linux tells the end of a terminal so
            part = b""
        if not part:
            return b"".join(parts).decode("utf-8")
        parts.append(part)
