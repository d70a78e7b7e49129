"""The verb new: samples to begin with."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.group import HELP, main, parse_date

if TYPE_CHECKING:
    from generator.standard import TemplateKind
    from generator.starter import Fate


NEW_KINDS = (
    *("library", "case", "statistics", "survey", "policy"),
    *("report", "request", "notice", "joint", "letter", "order", "minutes"),
    *("collection", "template"),
)

ALONGSIDE = ("short", "issuer", "addressees", "original")
"""Wishes that go with --forward."""
WITH_FORM = ("statistics", "survey")


def parse_templates(
    _ctx: click.Context, _param: click.Parameter, names: tuple[str, ...]
) -> tuple[TemplateKind, ...]:
    """Kinds of templates.

    Raises:
        click.BadParameter: there is no such kind.
    """
    from generator.standard import TemplateKind

    unknown = [name for name in names if name not in tuple(TemplateKind)]
    if unknown:
        raise click.BadParameter(f"没有“{unknown[0]}”这种模板，可写 {'、'.join(TemplateKind)}")
    return tuple(TemplateKind(name) for name in names)


@main.command(
    "new",
    help="放一份带说明的样例，从它改起：资料库、案例、统计表、调查表、政策、报告、请示、通知、联合通知、函、令、纪要、汇编、模板。",
)
@click.argument("kind", type=click.Choice(NEW_KINDS), metavar="|".join(NEW_KINDS))
@click.argument("templates", nargs=-1, callback=parse_templates, metavar="[模板…]")
@click.option("--forward", metavar="来文", help="起草转发通知：来文的编号、文号或标题。")
@click.option("--short", is_flag=True, help="转发通知的标题用简化式：转发…关于…的通知。")
@click.option(
    "--issuer",
    default="",
    metavar="机关",
    help="转发通知的发文机关，全称或机构库里的别名；不写就看机构库里谁是来文机关的下级。",
)
@click.option(
    "--to",
    "addressees",
    multiple=True,
    metavar="机关",
    help="转发通知的主送，可写几次；不写就按发文机关的层级拟。",
)
@click.option(
    "--original",
    default="",
    metavar="编号",
    help="重印已经印发的转发通知：它在库里的编号，作底本；不写就起草新的。",
)
@click.option(
    "--date", "day", callback=parse_date, metavar="年-月-日", help="按哪一天核对来文里的期限；不写按今天。"
)
@click.option("--xlsx", "form", metavar="编号", help="按这张统计表或调查表做一份空的 Excel 填报表。")
@click.option("--custom", "choices", multiple=True, metavar="键=值", help="本单位的习惯，如 版面=33476。")
@HELP
@click.pass_obj
def new_command(
    settings: dict[str, Any], /, kind: str, templates: tuple[TemplateKind, ...], **options: Any
) -> None:
    """Put a sample into the library."""
    from generator.starter import new_library, new_record, new_workbook

    forward, choices = options["forward"], options["choices"]
    wished = forward is not None or any(options[name] for name in ALONGSIDE)
    refuse_misplaced(kind, notice=wished, template=bool(templates or choices), form=options["form"])
    root: Path = settings["root"]
    if kind == "library":
        click.echo(f"资料库建在 {new_library(root).resolve()}")
        click.echo("下一步：gongwen new case（或 policy、report、notice），改好后运行 gongwen build")
    elif kind == "template":
        put_templates(root, templates, choices)
    elif options["form"]:
        click.echo(f"已放好 {new_workbook(root, options['form'])}，填好后用 gongwen import 读回")
    elif wished:
        draft_forwarding(root, forward, options)
    else:
        click.echo(f"已放好 {new_record(root, kind)}，改好后运行 gongwen check")


def refuse_misplaced(kind: str, *, notice: bool, template: bool, form: str | None) -> None:
    """Options that belong to another kind of sample.

    Raises:
        click.UsageError: there is one.
    """
    if notice and kind != "notice":
        raise click.UsageError("--forward、--short、--issuer、--to、--original 只用于 new notice")
    if template and kind != "template":
        raise click.UsageError("模板名和 --custom 只用于 new template")
    if form and kind not in WITH_FORM:
        raise click.UsageError("--xlsx 只用于 new statistics 和 new survey")


def draft_forwarding(root: Path, forward: str | None, options: Mapping[str, Any]) -> None:
    """Draft a forwarding notice and say what is wrong with it before anyone signs.

    Raises:
        click.UsageError: what is to be forwarded is not named.
    """
    from generator.starter import Wishes, new_forwarding

    if forward is None:
        raise click.UsageError("--short、--issuer、--to、--original 要与 --forward 同用")
    if not forward.strip():
        raise click.UsageError("--forward 后面是空的，写来文的编号、文号或标题")
    wishes = Wishes(**{name: options[name] for name in ALONGSIDE})
    drafted = new_forwarding(root, forward, options["day"], wishes)
    click.echo(f"已放好 {drafted.file}")
    click.echo(f"来文：{drafted.chain}")
    click.echo(f"标题：{drafted.title}")
    click.echo(f"主送：{drafted.reason}")
    if drafted.problems:
        click.echo(f"\n签发以前要看的 {len(drafted.problems)} 处：")
    for problem in drafted.problems:
        click.echo(problem.as_text())
    click.echo("改好后运行 gongwen check")


def put_templates(root: Path, kinds: tuple[TemplateKind, ...], choices: tuple[str, ...]) -> None:
    """Put templates into the library and say what to do with them."""
    from generator.starter import new_templates

    for file, fate in new_templates(root, kinds, choices):
        click.echo(told_of(file, fate))
    click.echo(
        "改了 本单位.yaml，再运行一次 gongwen new template；在 Word 里改了样式，运行 gongwen check templates"
    )


def told_of(file: Path, fate: Fate) -> str:
    """What became of a template or of the file of customs, and what to do with it."""
    from generator.starter import Fate

    if file.suffix == ".yaml":
        return f"已放好 {file}，本单位的习惯写在里面"
    sentences = {
        Fate.NEW: f"已放好 {file}，用 Word 改样式，槽和样式名不要动",
        Fate.REMADE: f"已照现在的习惯重做 {file}",
        Fate.CURRENT: f"{file} 与现在的习惯一致，没有动",
        Fate.RESTYLED: f"{file} 有人改过，没有动；要照现在的习惯重做，先把它移出这个文件夹，"
        f"再运行 gongwen new template {file.stem}",
    }
    return sentences[fate]
