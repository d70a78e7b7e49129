"""Where the 用语表 and the names of bodies come from: the library, else what comes with the tool."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from generator.library import Library
from generator.models.reading import read_record
from generator.models.reference import BodyTable
from generator.models.wording import WordingEntry, WordingTable
from generator.source import read_source
from generator.source.shipped import shipped
from generator.wording.bodies import KnownBodies

FOLDER = "policies/reference"
TABLE, BODIES = "用语表.yaml", "机构.yaml"


def entries_of(library: Library) -> tuple[WordingEntry, ...]:
    """The entries of a library's tables; those that come with the tool where it has none."""
    own = tuple(entry for table in library.every(WordingTable) for entry in table.entries)
    return own or shipped_entries()


def entries_at(root: Path) -> tuple[WordingEntry, ...]:
    """The entries of the table that lies in a library's folder, which is not read as a whole."""
    table = read_table(root)
    return table.entries if table else shipped_entries()


@lru_cache(maxsize=1)
def shipped_entries() -> tuple[WordingEntry, ...]:
    """The entries of the table that comes with the tool.

    Raises:
        FileNotFoundError: The installation is incomplete.
    """
    table = read_table(shipped(FOLDER).parent.parent)
    if table is None:
        raise FileNotFoundError(f"安装不完整：{TABLE} 读不出")
    return table.entries


def read_table(root: Path) -> WordingTable | None:
    """The table in its usual place; None where there is none, or it has faults that `check` tells."""
    file = root / FOLDER / TABLE
    source = read_source(root, file)[0] if file.is_file() else None
    record = read_record(source)[0] if source else None
    return record if isinstance(record, WordingTable) else None


def bodies_of(library: Library) -> KnownBodies:
    """The names that the 机构库 of a library knows."""
    return KnownBodies(frozenset(name for table in library.every(BodyTable) for name in names_in(table)))


def bodies_at(root: Path) -> KnownBodies:
    """The names that the 机构库 in a library's folder knows; none where there is none."""
    file = root / FOLDER / BODIES
    source = read_source(root, file)[0] if file.is_file() else None
    record = read_record(source)[0] if source else None
    return KnownBodies(frozenset(names_in(record)) if isinstance(record, BodyTable) else frozenset())


def names_in(table: BodyTable) -> tuple[str, ...]:
    """Full names and aliases."""
    return tuple(name for body in table.bodies for name in (body.name, *body.aliases))
