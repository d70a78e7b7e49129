"""The verbs diff and trace: a Word file read back against the library."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.group import FORMATS, HELP, ignore_progress, main
from generator.terminal import step_bar

if TYPE_CHECKING:
    from generator.build.rereading import Reread
    from generator.readback import Traced

DOCUMENT = click.argument("file", type=click.Path(path_type=Path, dir_okay=False), metavar="文件.docx")
RECORD = click.option("--record", default=None, help="记录的编号；不写就按文件名、文号、标题找。")
FORMAT = click.option("--format", "form", type=FORMATS, default="text", help="文字或 JSON。")


@main.command("diff", help="把改过的 Word 文件与记录逐句比较；绑定的数字改了，说出与哪条记录不符。")
@DOCUMENT
@RECORD
@FORMAT
@HELP
@click.pass_obj
def diff_command(settings: dict[str, Any], file: Path, record: str | None, form: str) -> None:
    """Compare; ends with 1 where a bound figure is no longer what its record says."""
    from generator.build.rereading import reread
    from generator.readback.telling import differences_as_text

    with step_bar(quiet=settings["quiet"]) as bar:
        found = reread(settings["root"], file, record, bar.report if bar else ignore_progress)
    if form == "json":
        click.echo(json.dumps(as_json(found), ensure_ascii=False, indent=1))
    else:
        click.echo(f"{found.file} 与 {found.source}：")
        click.echo(differences_as_text(found.differences, found.figures))
    if found.disagrees:
        raise click.exceptions.Exit(1)


def as_json(found: Reread) -> dict[str, Any]:
    """The whole comparison as data."""
    from generator.readback.telling import differences_as_json

    told = differences_as_json(found.differences, found.figures)
    return {"file": str(found.file), "record": found.record, "path": found.source, **told}


@main.command("trace", help="列出 Word 文件里的每个数：出自哪条记录、原文哪一句，哪些没有出处。")
@DOCUMENT
@RECORD
@FORMAT
@HELP
@click.pass_obj
def trace_command(settings: dict[str, Any], file: Path, record: str | None, form: str) -> None:
    """Trace every figure; ends with 1 where one is no longer what its record says."""
    from generator.build.rereading import trace_figures
    from generator.readback import Standing
    from generator.readback.telling import figure_as_json, figures_as_text

    with step_bar(quiet=settings["quiet"]) as bar:
        found: tuple[Traced, ...] = trace_figures(
            settings["root"], file, record, bar.report if bar else ignore_progress
        )
    if form == "json":
        click.echo(json.dumps([figure_as_json(one) for one in found], ensure_ascii=False, indent=1))
    else:
        click.echo(figures_as_text(found))
    if any(one.standing is Standing.DIFFERS for one in found):
        raise click.exceptions.Exit(1)
