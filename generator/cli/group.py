"""The command `gongwen` itself: its group, and what its verbs share."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from generator import __version__
from generator.problems import Level, Problem, has_errors
from generator.terminal import use_utf8
from generator.usage import ChineseGroup

FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False)
FORMATS = click.Choice(["text", "json"])
REPORT_FORMATS = click.Choice(["text", "json", "html"])


HELP = click.help_option("-h", "--help", help="显示这份说明。")
PDF = click.option("--pdf", is_flag=True, help="每份 Word 文件旁边再放一份 PDF；要有 LibreOffice。")


@click.group(cls=ChineseGroup, help="从案例、政策和公文记录生成红头文件、案例汇编和离线检索站点。")
@click.version_option(__version__, prog_name="gongwen", message="%(prog)s %(version)s", help="显示版本。")
@click.option("--root", type=FOLDER, default=".", help="资料库文件夹，默认是当前文件夹。")
@click.option("--quiet", is_flag=True, help="不显示进度和汇总表，只显示问题。")
@HELP
@click.pass_context
def main(ctx: click.Context, root: Path, quiet: bool) -> None:
    """Hold the library and how much to say, for every verb."""
    use_utf8()
    ctx.obj = {"root": root, "quiet": quiet}


def parse_date(_ctx: click.Context, _param: click.Parameter, text: str | None) -> date:
    """The day of the build; today if none is given.

    Raises:
        click.BadParameter: not written 2022-12-31.
    """
    if text is None:
        return datetime.now().astimezone().date()
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"日期“{text}”请写成 2022-12-31 的样子") from None


def finish(problems: tuple[Problem, ...], *, strict: bool = False) -> None:
    """End with 1 after an 错误, and after a 警告 where the user asked for it.

    Raises:
        click.exceptions.Exit: always where there is such a problem.
    """
    grave = has_errors(problems) or (strict and any(problem.level is Level.WARNING for problem in problems))
    if grave:
        raise click.exceptions.Exit(1)


def ignore_progress(_step: str, _done: int, _total: int) -> None:
    """For those who do not watch."""
