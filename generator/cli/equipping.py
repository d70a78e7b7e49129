"""The verbs for editors and machines: schema, doctor."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from generator.cli.group import (
    FOLDER,
    FORMATS,
    HELP,
    main,
)


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
