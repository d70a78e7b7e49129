"""The command `gongwen`: thin, each verb is imported when it is asked for.

Exit codes: 0 fine, 1 problems of level 错误, 2 wrong use.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator import __version__
from generator.problems import Level, Problem, has_errors
from generator.terminal import count_problems, show_problems, show_table, step_bar, use_utf8
from generator.usage import ChineseGroup

if TYPE_CHECKING:
    from generator.build import BuildResult
    from generator.inspection.report import Outcome
    from generator.standard import TemplateKind
    from generator.starter import Fate

FOLDER = click.Path(path_type=Path, file_okay=False)
FILE = click.Path(path_type=Path, dir_okay=False)
FORMATS = click.Choice(["text", "json"])
REPORT_FORMATS = click.Choice(["text", "json", "html"])
RULE = "=" * 78


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


def ignore_progress(_step: str, _done: int, _total: int) -> None:
    """For those who do not watch."""


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
@click.option("--strict", is_flag=True, help="有警告、有任何不符也算不通过。")
@HELP
@click.pass_obj
def check_command(  # noqa: PLR0913 one parameter for each option
    settings: dict[str, Any],
    /,
    paths: tuple[Path, ...],
    form: str,
    page: Path | None,
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
        problems = check(root, others, report) if others or not paths else ()
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


def parse_kind(_ctx: click.Context, _param: click.Parameter, text: str | None) -> str | None:
    """A kind of record.

    Raises:
        click.BadParameter: there is no such kind.
    """
    from generator.models import KINDS

    if text is not None and text not in KINDS:
        raise click.BadParameter(f"没有“{text}”这种类别，可写 {'、'.join(KINDS)}")
    return text


@main.command("search", help="在索引里查条款和案例；先运行 gongwen build。")
@click.argument("words", nargs=-1, required=True, metavar="词…")
@click.option("--kind", callback=parse_kind, help="类别：案例、地区实践、政策、公文……")
@click.option("--region", help="地区全称，含其下各级。")
@click.option("--issuer", help="发文机关全称。")
@click.option("--year", type=click.IntRange(1949, 2100), help="年份，四位数。")
@click.option("--status", help="时效，如 现行有效。")
@click.option("--limit", type=click.IntRange(1, 1000), default=10, help="最多几条，默认 10。")
@click.option("--format", "form", type=FORMATS, default="text", help="文字或 JSON。")
@HELP
@click.pass_obj
def search_command(settings: dict[str, Any], /, words: tuple[str, ...], form: str, **filters: Any) -> None:
    """Search the index."""
    from generator.search import query

    found = query(settings["root"] / "build" / "index", " ".join(words), **filters)
    if form == "json":
        click.echo(json.dumps([hit.as_json() for hit in found], ensure_ascii=False, indent=1))
        return
    for hit in found:
        click.echo(hit.as_text())
    if not found:
        click.echo("没有找到；可换一个说法，或去掉限定条件。", err=True)
    for words_to_try in found.suggestions:
        click.echo(f"也可试试：{words_to_try}", err=True)


NEW_KINDS = (
    *("library", "case", "statistics", "policy"),
    *("report", "request", "notice", "joint", "letter", "order", "minutes"),
    *("collection", "template"),
)


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
    help="放一份带说明的样例，从它改起：资料库、案例、统计表、政策、报告、请示、通知、联合通知、函、令、纪要、汇编、模板。",
)
@click.argument("kind", type=click.Choice(NEW_KINDS), metavar="|".join(NEW_KINDS))
@click.argument("templates", nargs=-1, callback=parse_templates, metavar="[模板…]")
@click.option("--forward", help="起草转发通知：来文的编号或文号。")
@click.option("--custom", "choices", multiple=True, metavar="键=值", help="本单位的习惯，如 版面=33476。")
@HELP
@click.pass_obj
def new_command(
    settings: dict[str, Any],
    kind: str,
    templates: tuple[TemplateKind, ...],
    forward: str | None,
    choices: tuple[str, ...],
) -> None:
    """Put a sample into the library."""
    from generator.starter import new_forwarding, new_library, new_record

    refuse_misplaced(kind, notice=forward is not None, template=bool(templates or choices))
    root: Path = settings["root"]
    if kind == "library":
        click.echo(f"资料库建在 {new_library(root).resolve()}")
        click.echo("下一步：gongwen new case（或 policy、report、notice），改好后运行 gongwen build")
    elif kind == "template":
        put_templates(root, templates, choices)
    else:
        file = new_record(root, kind) if forward is None else new_forwarding(root, forward)
        click.echo(f"已放好 {file}，改好后运行 gongwen check")


def refuse_misplaced(kind: str, *, notice: bool, template: bool) -> None:
    """Options that belong to another kind of sample.

    Raises:
        click.UsageError: there is one.
    """
    if notice and kind != "notice":
        raise click.UsageError("--forward 只用于 new notice")
    if template and kind != "template":
        raise click.UsageError("模板名和 --custom 只用于 new template")


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


@main.command("schema", help="写出各类记录的 JSON Schema，供编辑器补全和提示。")
@click.option("--out", type=FOLDER, default=None, help="输出文件夹，默认是 build/schema。")
@HELP
@click.pass_obj
def schema_command(settings: dict[str, Any], out: Path | None) -> None:
    """Write the schemas."""
    from generator.models.schema import write_schemas

    for file in write_schemas(out or settings["root"] / "build" / "schema"):
        click.echo(file)


@main.command("doctor", help="看这台电脑：字体、LibreOffice、浏览器、各依赖的版本，缺什么、怎么办。")
@click.option("--format", "form", type=FORMATS, default="text", help="文字或 JSON。")
@HELP
@click.pass_obj
def doctor_command(settings: dict[str, Any], form: str) -> None:
    """Examine the machine; end with 1 where something is lacking that every build needs."""
    from generator.machine import Standing, examine

    found = examine(settings["root"])
    if form == "json":
        click.echo(json.dumps([examined.as_json() for examined in found], ensure_ascii=False, indent=1))
    else:
        click.echo("\n".join(examined.as_text() for examined in found))
    if any(examined.standing is Standing.LACKING for examined in found):
        raise click.exceptions.Exit(1)
