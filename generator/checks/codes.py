"""Names of code tables: CODE001 a name that the table does not have, CODE002 a form's missing section."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks.references import EACH, values_at
from generator.hanzi.numerals import split_printed_label
from generator.library import Library
from generator.models.case import Case, Practice
from generator.models.fields import Absent
from generator.models.issued import CollectionRecord
from generator.models.reading import near_word
from generator.models.record import Record
from generator.models.reference import CodeTable
from generator.models.returns import Statistics
from generator.problems import Level, Place, Problem

FORMS = "案例形式"


@dataclass(frozen=True, slots=True)
class Coded:
    """A value that must stand in a code table: whose, at which keys, in which table."""

    holder: type[Record]
    path: tuple[str, ...]
    table: str


CODED = (
    Coded(Case, ("目录类别",), "六大类"),
    Coded(Case, ("领域", EACH), "领域"),
    Coded(Case, ("采购", "方式"), "采购方式"),
    Coded(Case, ("承接主体", EACH, "类型"), "承接主体类型"),
    Coded(Case, ("形式",), FORMS),
    Coded(Practice, ("领域", EACH), "领域"),
    Coded(CollectionRecord, ("条件", "领域", EACH), "领域"),
    Coded(CollectionRecord, ("条件", "形式", EACH), FORMS),
)
EMPTY = frozenset(item.value for item in Absent)


def check_codes(library: Library) -> Iterator[Problem]:
    """Every coded value; a table that the library does not have is not missed here."""
    for coded in CODED:
        table = library.code_table(coded.table)
        if table is None:
            continue
        for record in library.every(coded.holder):
            for path, value in values_at(library.source(record.id).data, coded.path):
                yield from unknown_name(table, value, library.place(record.id, *path))
    yield from check_row_names(library)


def check_row_names(library: Library) -> Iterator[Problem]:
    """The rows of a statistics table that names a code table for them."""
    for statistics in library.every(Statistics):
        table = library.code_table(statistics.row_code or "")
        if table is not None:
            for position, row in enumerate(statistics.rows):
                place = library.place(statistics.id, "数据", position, "行")
                yield from unknown_name(table, row.name, place)


def unknown_name(table: CodeTable, value: str, place: Place) -> Iterator[Problem]:
    """A name that the table does not have, with the standard name of the alias or the near name."""
    names = tuple(code.name for code in table.codes)
    if value in names or value in EMPTY:
        return
    standard = next((code.name for code in table.codes if value in code.aliases), None)
    message = f"代码表“{table.title}”里没有“{value}”"
    yield Problem(Level.ERROR, "CODE001", message, place, naming_hint(value, standard, names))


def naming_hint(value: str, standard: str | None, names: tuple[str, ...]) -> str:
    """The standard name, a near name, or all of them."""
    if standard:
        return f"“{value}”是别名，标准名称是“{standard}”"
    near = near_word(value, names)
    return f"是不是“{near}”？可写 {'、'.join(names)}" if near else f"可写 {'、'.join(names)}"


def check_sections(library: Library) -> Iterator[Problem]:
    """A case has every section of its 形式, under its own title."""
    table = library.code_table(FORMS)
    required = {code.name: code.sections for code in table.codes} if table else {}
    for case in library.every(Case):
        written = {split_printed_label(section.title)[1].strip() for section in case.sections}
        missing = [title for title in required.get(case.form, ()) if title not in written]
        if missing:
            message = f"“{case.form}”案例缺 {len(missing)} 节：{'、'.join(missing)}"
            place = library.source(case.id).key_place(("章节",))
            hint = "补上这些节，题目照代码表写；原文没有的写“原文未写”"
            yield Problem(Level.WARNING, "CODE002", message, place, hint)
