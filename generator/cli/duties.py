"""The verb duties: what is to be done by when."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.cli.group import FILE, FORMATS, HELP, main, parse_date


@main.command("duties", help="列出政策要求办理的事项和期限；--ics 写成日历文件。")
@click.option("--date", "day", callback=parse_date, help="按哪一天计算，默认今天。")
@click.option("--body", help="只看这个机构要办的；写全称、别名或编号。")
@click.option("--overdue", is_flag=True, help="只看已逾期的。")
@click.option("--ics", "calendar", type=FILE, help="把列出的事项写成日历文件（.ics）。")
@click.option("--format", "form", type=FORMATS, default="text", help="文字或 JSON。")
@HELP
@click.pass_obj
def duties_command(  # noqa: PLR0913 one parameter for each option
    settings: dict[str, Any],
    /,
    day: date,
    body: str | None,
    calendar: Path | None,
    form: str,
    *,
    overdue: bool,
) -> None:
    """List the duties of a library on a day."""
    from generator.build.duties import list_duties, write_calendar
    from generator.duties.telling import as_json, as_text

    if body is not None and not body.strip():
        raise click.BadParameter("后面是空的，写机构的全称、别名或编号", param_hint="--body")
    try:
        duties = list_duties(settings["root"], day, body=body, overdue=overdue)
    except LookupError as error:
        raise click.BadParameter(str(error), param_hint="--body") from None
    if calendar:
        write_calendar(duties, calendar, day)
    if form == "json":
        click.echo(json.dumps([as_json(duty, day) for duty in duties], ensure_ascii=False, indent=1))
        return
    for duty in duties:
        click.echo(as_text(duty, day))
    click.echo(f"共 {len(duties)} 条。" if duties else "没有要办的事项。", err=True)
