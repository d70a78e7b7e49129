"""The verb import: originals to records."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli.group import FORMATS, HELP, finish, ignore_progress, main
from generator.terminal import count_problems, show_problems, step_bar

if TYPE_CHECKING:
    from generator.build.importing import FileImport, ImportResult, PlacedRecord
    from generator.importers import Imported

KINDS = click.Choice(["政策", "案例", "地区实践"])
EMPTIES = ("原文未写", "待补")
MOST_SHOWN = 12
"""Of the doubts of a record; the others stand in it."""


@main.command(
    "import", help="把 Word、PDF、网页、文本、表格里的公文和案例录成记录；原件不动，清洗的每一处都有记录。"
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="文件…")
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    help="放到资料库的哪个文件夹，如 policies/henan；案例、统计表等放进 cases/henan。",
)
@click.option("--as", "chosen", type=KINDS, help="是什么：政策、案例、地区实践；不写由程序判断。")
@click.option("--dry-run", is_flag=True, help="只看结果，什么也不写。")
@click.option("--format", "form", type=FORMATS, default="text", help="文字或 JSON。")
@HELP
@click.pass_obj
def import_command(  # noqa: PLR0913 one parameter for each option
    settings: dict[str, Any],
    /,
    files: tuple[Path, ...],
    into: Path | None,
    chosen: str | None,
    form: str,
    *,
    dry_run: bool,
) -> None:
    """Import originals."""
    from generator.build.importing import Wishes, import_files

    with step_bar(quiet=settings["quiet"]) as bar:
        report = bar.report if bar else ignore_progress
        result = import_files(settings["root"], files, Wishes(into, chosen, dry_run), report)
    if form == "json":
        click.echo(json.dumps(as_json(result), ensure_ascii=False, indent=1))
    else:
        show_result(result, dry_run=dry_run, quiet=settings["quiet"])
    finish(result.problems)


def show_result(result: ImportResult, *, dry_run: bool, quiet: bool) -> None:
    """Each file by itself, then the problems."""
    if not quiet:
        for file in result.files:
            click.echo("\n".join(lines_of(file, dry_run=dry_run)))
    show_problems(result.problems, stream=sys.stderr)
    if not quiet:
        read = sum(bool(file.records) for file in result.files)
        click.echo(
            f"读了 {len(result.files)} 个文件，成功 {read} 个；{count_problems(result.problems)}", err=True
        )
        if dry_run:
            click.echo("只是试看，什么也没有写；去掉 --dry-run 就写进资料库", err=True)


def lines_of(file: FileImport, *, dry_run: bool) -> Iterator[str]:
    """What one file gave, for people."""
    yield f"【{file.name}】"
    if file.imported is None:
        yield "  没有读成，原因见后面的提示"
        return
    if not file.records:
        yield "  没有写进资料库，原因见后面的提示"
        return
    verb = "将" if dry_run else ""
    for record in file.records:
        yield f"  {verb}{record.fate} {record.kind} {record.id}  {record.path}"
        yield from (f"    {line}" for line in facts_of(file.imported, record))
    yield f"  清洗：{cleaning_of(file.imported)}"
    for number, words in file.imported.unplaced:
        yield f"  未归入：第 {number} 行 {shortened(words)}"
    if undecided := undecided_in(file.imported, file.records):
        yield f"  公开属性没有写明的 {undecided} 条记录记为“待定”：有人定下之前，不上站点、不进索引"
    log = next((record.path for record in file.records if record.kind == "导入记录"), "")
    if file.imported.cleaned.log and log:
        yield f"  清洗的每一处都在 {log}；哪一处不对，给它写上“撤销: 是”，再导入同一份原件"


def facts_of(imported: Imported, record: PlacedRecord) -> Iterator[str]:
    """What was recognised of a record, and what a person has to look at; a stub says its title alone."""
    data = next((draft.data for draft in imported.records.drafts if draft.id == record.id), {})
    if data.get("文本") == "存根":
        return
    known = ("、".join(as_list(data.get(key))) for key in ("发文机关", "文号", "标题"))
    if recognised := "，".join(words for words in known if words):
        yield recognised
    for key, unit in (("附件", "个附件"), ("关系", "条关系"), ("要求", "条要求")):
        if data.get(key):
            yield f"{len(data[key])} {unit}"
    doubts = data.get("待确认", [])
    for doubt in doubts[:MOST_SHOWN]:
        yield doubt_line(doubt)
    if len(doubts) > MOST_SHOWN:
        yield f"待确认：另有 {len(doubts) - MOST_SHOWN} 处，见记录"


def undecided_in(imported: Imported, records: Iterable[PlacedRecord]) -> int:
    """How many records wait for somebody to decide whether they are public."""
    placed = {record.id for record in records}
    drafts = (draft for draft in imported.records.drafts if draft.id in placed)
    return sum(draft.data.get("公开属性") == "待定" for draft in drafts)


def as_list(value: Any) -> list[str]:
    """A value, or the values of a list, where they say something."""
    items = [value] if isinstance(value, str) else [str(item) for item in value or ()]
    return [item for item in items if item not in EMPTIES]


def doubt_line(doubt: Mapping[str, Any]) -> str:
    """One entry of 待确认 with its candidates."""
    candidates = f"，候选：{'、'.join(doubt['候选'])}" if doubt.get("候选") else ""
    return f"待确认：{doubt['字段']}{candidates}（{doubt['理由']}）"


def cleaning_of(imported: Imported) -> str:
    """How many places were removed, joined and corrected."""
    done = Counter(entry.handling.value for entry in imported.cleaned.log if not entry.undone)
    undone = sum(entry.undone for entry in imported.cleaned.log)
    told = [f"{name} {count} 处" for name, count in done.items()]
    told += [f"撤销 {undone} 处"] if undone else []
    return "、".join(told) or "没有改动"


def shortened(words: str) -> str:
    """The beginning of a line."""
    flat = " ".join(words.split())
    return flat if len(flat) <= 40 else f"{flat[:40]}…"


def as_json(result: ImportResult) -> dict[str, Any]:
    """The same for programs."""
    return {
        "files": [file_json(file) for file in result.files],
        "problems": [problem.as_json() for problem in result.problems],
    }


def file_json(file: FileImport) -> dict[str, Any]:
    """One file."""
    imported = file.imported
    if imported is None:
        return {"name": file.name, "read": False, "records": []}
    pending = {draft.id: draft.data.get("待确认", []) for draft in imported.records.drafts}
    return {
        "name": file.name,
        "read": True,
        "sha256": imported.original.sha256,
        "records": [
            {
                "id": record.id,
                "kind": record.kind,
                "path": record.path,
                "fate": record.fate.value,
                "pending": pending.get(record.id, []),
            }
            for record in file.records
        ],
        "cleaned": dict(Counter(entry.handling.value for entry in imported.cleaned.log)),
        "unplaced": [{"line": line, "text": words} for line, words in imported.unplaced],
    }
