"""The verb check: records, templates, and any Word file."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.group import (
    FILE,
    HELP,
    REPORT_FORMATS,
    finish,
    ignore_progress,
    main,
    parse_date,
)
from generator.problems import Problem
from generator.terminal import count_problems, show_problems, step_bar

if TYPE_CHECKING:
    from generator.inspection.report import Outcome

RULE = "=" * 78


def parse_report(_ctx: click.Context, _param: click.Parameter, file: Path | None) -> Path | None:
    """The file for the page.

    Raises:
        click.BadParameter: its name is not that of a page, and may be that of a document.
    """
    if file is not None and file.suffix.lower() not in {".html", ".htm"}:
        raise click.BadParameter(f"“{file}”请写成 .html 文件")
    return file


@main.command("check", help="核对记录、模板和任何 Word 文件；写上文件或文件夹，就只看其中的问题。")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=REPORT_FORMATS, default="text", help="文字、JSON 或网页。")
@click.option("--report", "page", type=FILE, callback=parse_report, help="Word 文件的核对结果另写一份网页。")
@click.option("--fix", is_flag=True, help="Word 文件里能改的改好，另存为“-改”，原文件不动。")
@click.option(
    "--date", "day", callback=parse_date, metavar="年-月-日", help="没有成文日期的按哪一天核对；不写按今天。"
)
@click.option("--strict", is_flag=True, help="有警告、有任何不符也算不通过。")
@HELP
@click.pass_obj
def check_command(  # noqa: PLR0913 one parameter for each option
    settings: dict[str, Any],
    /,
    paths: tuple[Path, ...],
    form: str,
    page: Path | None,
    day: date,
    *,
    fix: bool,
    strict: bool,
) -> None:
    """Inspect the Word documents among the paths; check the library for the rest, or where none is named."""
    from generator.build import check, inspect_files, split_paths, write_report

    root: Path = settings["root"]
    documents, others = split_paths(root, paths)
    with step_bar(quiet=settings["quiet"]) as bar:
        report = bar.report if bar else ignore_progress
        problems = check(root, others, report, day) if others or not paths else ()
        found = inspect_files(root, documents, report, fix=fix)
    told = (*problems, *found.problems)
    if page:
        told += write_report(page, found.outcomes, told)
    show_check(found.outcomes, told, form, library=not documents, quiet=settings["quiet"])
    if found.fails(strict=strict):
        raise click.exceptions.Exit(1)
    finish(told, strict=strict)


def show_check(
    outcomes: tuple[Outcome, ...], problems: tuple[Problem, ...], form: str, *, library: bool, quiet: bool
) -> None:
    """Word documents and problems in one form; in JSON a list where only the library was checked."""
    from generator.inspection.report import as_json, as_page, as_text

    if form == "html":
        click.echo(as_page(outcomes, problems))
    elif form == "json" and not library:
        files = [as_json(outcome) for outcome in outcomes]
        data = {"files": files, "problems": [problem.as_json() for problem in problems]}
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
    else:
        click.echo(f"\n\n{RULE}\n\n".join(map(as_text, outcomes)), nl=bool(outcomes))
        show_problems(problems, as_json=form == "json")
    if form == "text" and not quiet and (library or problems):
        click.echo(f"核对完毕：{count_problems(problems)}", err=True)
