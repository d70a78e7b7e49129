"""Tables that are no tables: 版头, signature or 版记 laid out in cells; all others hold table text."""

from __future__ import annotations

from collections.abc import Iterable

from generator.recognition import forms
from generator.recognition.lines import Line
from generator.recognition.roles import Role

MOST_CELLS = 16
"""A table with more words than that lays out no 版头, signature or 版记."""
LAYOUT_ROLES = frozenset(
    {
        *(Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY, Role.MARK, Role.NUMBER, Role.SIGNERS),
        *(Role.ISSUER, Role.DATE, Role.OFFICIAL, Role.COPIES_TO, Role.PRINTING, Role.IMPRINT_OTHER),
    }
)
"""Roles that a style can give in a cell of such a table."""


def settle_tables(lines: Iterable[Line]) -> None:
    """Give the words of ordinary tables their role; those of tables for layout stay open."""
    cells: dict[int, list[Line]] = {}
    for line in lines:
        if line.facts.table is not None and not line.blank:
            cells.setdefault(line.facts.table, []).append(line)
    for table in cells.values():
        if not is_layout(table):
            for line in table:
                line.takes(Role.TABLE_TEXT)


def is_layout(cells: list[Line]) -> bool:
    """Whether every cell of a table holds a part of 版头, signature or 版记, and one certainly does."""
    if any(line.fixed and line.role in LAYOUT_ROLES for line in cells):
        return True
    if len(cells) > MOST_CELLS:
        return False
    return is_head(cells) or is_signature(cells) or is_imprint(cells)


def is_head(cells: list[Line]) -> bool:
    """The stack of a joint mark with 文件, or 发文字号 beside 签发人."""
    tight = [line.tight for line in cells]
    stack = all(is_mark_cell(line) for line in cells)
    named = any(text.endswith("文件") or forms.MARK_OF_ORDERS.fullmatch(text) for text in tight)
    signed = any(forms.SIGNERS.fullmatch(text) for text in tight)
    numbered = any(forms.NUMBER.fullmatch(text) for text in tight)
    return (stack and (named or any(line.red for line in cells))) or (
        signed and numbered and all(is_head_cell(text) for text in tight)
    )


def is_mark_cell(line: Line) -> bool:
    """A name of a body, or what stands beside the names: 文件, 令."""
    mark_forms = (forms.BODY_NAME, forms.MARK_OF_FILES, forms.MARK_OF_ORDERS, forms.MARK_OF_MINUTES)
    known = any(form.fullmatch(line.tight) for form in mark_forms)
    return known or (line.red and line.large and bool(forms.MARK.fullmatch(line.tight)))


def is_head_cell(text: str) -> bool:
    """发文字号, 签发人, or a further signer."""
    return any(form.fullmatch(text) for form in (forms.NUMBER, forms.SIGNERS, forms.NAME))


def is_signature(cells: list[Line]) -> bool:
    """Names of bodies with a date."""
    tight = [line.tight for line in cells]
    names = [text for text in tight if forms.BODY_NAME.fullmatch(text)]
    dates = [text for text in tight if forms.DATE.fullmatch(text)]
    return bool(names) and len(dates) == 1 and len(names) + len(dates) == len(tight)


def is_imprint(cells: list[Line]) -> bool:
    """抄送, 印发机关 and 印发日期."""
    tight = [line.tight for line in cells]
    told = [is_imprint_text(text) for text in tight]
    loose = (
        *(forms.BODY_NAME, forms.DATE, forms.DISCLOSURE, forms.IMPRINT_OTHER, forms.SUBJECT_WORDS),
        forms.PRINTER_AND_DATE,
    )
    return any(told) and all(
        one or any(form.fullmatch(text) for form in loose) for one, text in zip(told, tight, strict=True)
    )


def is_imprint_text(text: str) -> bool:
    """Words that stand in a 版记 only."""
    forms_of_imprint = (forms.COPIES_TO, forms.MORE_COPIES_TO, forms.PRINTED_ON)
    return any(form.fullmatch(text) for form in forms_of_imprint)
