"""The command line in Chinese: what click itself says about wrong use, and the headings of its help."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from generator.problems import LibraryError, io_reason
from generator.terminal import count_problems, show_problems

HEADINGS = {"Options": "选项", "Commands": "命令", "Positional arguments": "参数", "Arguments": "参数"}
WRONG_USE, FAILED = 2, 1
SENTENCES = tuple(
    (re.compile(said), words)
    for said, words in (
        (r"Missing command\.", "没有写命令"),
        (r"Option '(.+)' requires an argument\.", r"“\1”后面没有写内容"),
        (r"Option '(.+)' requires (\d+) arguments\.", r"“\1”后面要写 \2 项内容"),
        (r"Option '(.+)' does not take a value\.", r"“\1”后面不写内容"),
        (r"Got unexpected extra arguments? \((.+)\)", r"多写了“\1”"),
    )
)
"""What click says of wrong use in its own words, and what is said instead."""


class ChineseFormatter(click.HelpFormatter):
    """Help pages with Chinese headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The usage line."""
        shown = args.replace("[OPTIONS]", "[选项]").replace("COMMAND [ARGS]...", "命令 [参数]…")
        super().write_usage(prog, shown, prefix or "用法：")

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        """A section under its Chinese heading."""
        with super().section(HEADINGS.get(name, name)):
            yield


class ChineseContext(click.Context):
    """Uses the Chinese help pages."""

    formatter_class = ChineseFormatter


class ChineseCommand(click.Command):
    """A verb."""

    context_class = ChineseContext


class ChineseGroup(click.Group):
    """The command: wrong use and faults of the library are told in Chinese, never as a traceback."""

    context_class = ChineseContext
    command_class = ChineseCommand

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run, and leave with 0, 1 or 2."""
        kwargs["standalone_mode"] = False
        try:
            sys.exit(super().main(*args, **kwargs) or 0)
        except LibraryError as error:
            show_problems(error.problems, stream=sys.stderr)
            click.echo(f"没有完成，已有的文件没有改动：{count_problems(error.problems)}", err=True)
            sys.exit(FAILED)
        except OSError as error:
            click.echo(f"没有完成：{io_fault(error)}", err=True)
            sys.exit(FAILED)
        except click.exceptions.NoArgsIsHelpError as error:
            click.echo(error.ctx.get_help() if error.ctx else "")
            sys.exit(WRONG_USE)
        except click.UsageError as error:
            click.echo(f"用法不对：{in_chinese(error)}", err=True)
            click.echo(f"看说明：{error.ctx.command_path if error.ctx else 'gongwen'} --help", err=True)
            sys.exit(WRONG_USE)
        except click.exceptions.Abort:
            click.echo("已中断", err=True)
            sys.exit(FAILED)


def io_fault(error: OSError) -> str:
    """One sentence about a file or folder that cannot be read or written."""
    return f"“{error.filename or ''}”{io_reason(error)}"


def in_chinese(error: click.UsageError) -> str:
    """One sentence about wrong use."""
    match error:
        case click.exceptions.NoSuchOption():
            return f"没有“{error.option_name}”这个选项" + misplaced_or(error)
        case click.MissingParameter():
            return f"缺少“{error.param.human_readable_name if error.param else ''}”"
        case click.BadParameter():
            return bad_value(error)
        case _ if hasattr(error, "command_name"):
            return f"没有“{error.command_name}”这个命令" + suggestion(getattr(error, "possibilities", None))
    return other_fault(error.format_message())


def misplaced_or(error: click.exceptions.NoSuchOption) -> str:
    """Where an option of the whole command belongs, else what may have been meant."""
    above = error.ctx.parent if error.ctx else None
    known = {name for parameter in above.command.params for name in parameter.opts} if above else set()
    if above and error.ctx and error.option_name in known:
        program, verb = above.command_path, error.ctx.info_name
        return f"；它要写在命令前面，如 {program} {error.option_name} {verb} …"
    return suggestion(error.possibilities)


def other_fault(said: str) -> str:
    """The sentences for which click has no class of its own."""
    for pattern, words in SENTENCES:
        if match := pattern.fullmatch(said):
            return match.expand(words)
    return said


def suggestion(names: Any) -> str:
    """What may have been meant."""
    return f"，是不是“{'”“'.join(sorted(names))}”？" if names else ""


def bad_value(error: click.BadParameter) -> str:
    """A value that does not fit its option."""
    kind = error.param.type if error.param else None
    name = error.param.opts[0] if error.param else ""
    if isinstance(kind, click.Choice):
        return f"“{name}”只能写 {'、'.join(map(str, kind.choices))}"
    if isinstance(kind, click.types.IntParamType):
        bounds = f"（{kind.min} 到 {kind.max}）" if isinstance(kind, click.IntRange) else ""
        return f"“{name}”要写整数{bounds}"
    if isinstance(kind, click.Path):
        return f"“{name}”要写一个文件夹"
    return error.message
