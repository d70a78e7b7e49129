"""The verb search."""

from __future__ import annotations

import json
from typing import Any

import click

from generator.cli.group import (
    FORMATS,
    HELP,
    main,
)


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
