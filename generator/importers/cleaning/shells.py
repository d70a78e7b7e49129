"""去除: what is no text of the document by its own words or by what the reader knows of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.importers.cleaning.lexicon import find_form, lexicon
from generator.importers.cleaning.rows import Row, standing


def remove_shell(rows: Sequence[Row]) -> Iterator[tuple[Row, str]]:
    """Lines that the reader has marked: menus, running heads, forms."""
    rules = lexicon().shells
    for row in rows:
        if row.line.shell:
            rule = rules.get(row.line.shell)
            if rule is None or rule.removed:
                yield row, rule.reason if rule else f"外围文字：{row.line.shell}"


def remove_web(rows: Sequence[Row]) -> Iterator[tuple[Row, str]]:
    """Breadcrumbs, greetings, hotlines, buttons, notices of copyright: wherever they stand."""
    for row in rows:
        form = None if row.in_table else find_form(lexicon().web, row.folded)
        if form:
            yield row, f"网页信息：{form.reason}"


def remove_around(rows: Sequence[Row]) -> Iterator[tuple[Row, str]]:
    """时间, 来源, 地区 above and below the text; inside it they belong to it."""
    for row in around(rows):
        form = None if row.in_table else find_form(lexicon().web_around, row.folded)
        if form:
            yield row, f"网页信息：{form.reason}"


def remove_journal(rows: Sequence[Row]) -> Iterator[tuple[Row, str]]:
    """责任编辑 and the like of a journal, above and below the text."""
    for row in around(rows):
        form = None if row.in_table else find_form(lexicon().journal, row.folded)
        if form:
            yield row, f"刊物信息：{form.reason}"


def around(rows: Sequence[Row]) -> list[Row]:
    """The rows above the first and below the last row of running text."""
    left = standing(rows)
    running = [at for at, row in enumerate(left) if row.running and not row.in_table]
    if not running:
        return left
    return left[: running[0]] + left[running[-1] + 1 :]


def remove_advertisements(rows: Sequence[Row]) -> Iterator[tuple[Row, str]]:
    """Advertisements at the end: from the last line upwards, as long as one follows another."""
    below = False
    for row in reversed(standing(rows)):
        reason = advertisement(row)
        if not reason and not (below and lexicon().bullet.fullmatch(row.folded)):
            return
        below = True
        yield row, f"广告：{reason or '小标题'}"


def advertisement(row: Row) -> str:
    """Why a line is an advertisement; empty where it is none."""
    if row.in_table:
        return ""
    forms = (form for form in lexicon().advertisements if form.pattern.search(row.folded))
    return next((form.reason for form in forms), "")
