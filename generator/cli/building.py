"""The verbs that write: build, write."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.group import (
    FOLDER,
    HELP,
    PDF,
    finish,
    ignore_progress,
    main,
    parse_date,
)
from generator.terminal import count_problems, show_problems, show_table, step_bar

if TYPE_CHECKING:
    from generator.build import BuildResult


@main.command("build", help="核对全部记录，生成 Word 公文、站点、索引和清单。")
@click.option("--out", type=FOLDER, default=None, help="输出文件夹，默认是资料库下的 build。")
@click.option("--date", "dated", callback=parse_date, help="成果上的日期（年-月-日），默认今天。")
@PDF
@HELP
@click.pass_obj
def build_command(settings: dict[str, Any], out: Path | None, dated: date, pdf: bool) -> None:
    """Build everything."""
    from generator.build import build

    root: Path = settings["root"]
    place = out or root / "build"
    with step_bar(quiet=settings["quiet"]) as bar:
        result = build(root, place, dated, bar.report if bar else ignore_progress, pdf=pdf)
    show_problems(result.problems, stream=sys.stderr)
    if not settings["quiet"]:
        show_table(f"已生成（{dated}，{count_problems(result.problems)}）", summary(result, place))
    finish(result.problems)


def summary(result: BuildResult, out: Path) -> Iterator[tuple[str, str, str]]:
    """The rows of the closing table."""
    files = [output.path for output in result.under("word")]
    printed = sum(path.endswith(".pdf") for path in files)
    yield "Word 文件", str(len(files) - printed), str(out / "word")
    if printed:
        yield "PDF 文件", str(printed), str(out / "word")
    pages = [output for output in result.under("pages") if output.path.endswith(".md")]
    yield "站点页面", str(len(pages)), str(out / "site" / "index.html")
    yield "检索索引", "1", str(out / "index")
    yield "清单", "1", str(out / "manifest.json")
    if result.manifest.kept:
        edited = "、".join(str(out / path) for path in sorted(result.manifest.kept))
        yield "有人改过，未覆盖", str(len(result.manifest.kept)), edited
    if result.left_out:
        yield "有错，未写", str(len(result.left_out)), "、".join(result.left_out)


@main.command("write", help="只生成这些记录的 Word 文件：公文、汇编、案例或政策。")
@click.argument("ids", nargs=-1, required=True, metavar="编号…")
@click.option("--out", type=FOLDER, default=None, help="输出文件夹，默认是 build/word。")
@PDF
@HELP
@click.pass_obj
def write_command(settings: dict[str, Any], ids: tuple[str, ...], out: Path | None, pdf: bool) -> None:
    """Write some Word files."""
    from generator.build import write

    root: Path = settings["root"]
    with step_bar(quiet=settings["quiet"]) as bar:
        result = write(root, ids, out, bar.report if bar else ignore_progress, pdf=pdf)
    show_problems(result.problems, stream=sys.stderr)
    for path in result.manifest.outputs:
        click.echo((out or root / "build") / path)
    finish(result.problems)
