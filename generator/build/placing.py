"""Records of an import in the workshop, each read back, and from there into the library.

A file that a person has edited since an import wrote it is never overwritten: a new reading of the same
original stands beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import chain
from pathlib import Path, PurePosixPath

from generator.compose.address import file_stem
from generator.importers import Draft, Imported
from generator.importers.records.names import TakenNames
from generator.library import Entry, Library
from generator.models.imports import ImportLog
from generator.models.reading import read_record
from generator.problems import Level, Place, Problem, io_reason
from generator.source import read_source
from generator.source.files import LARGEST
from generator.source.writing import record_text, suffix_of


class Fate(StrEnum):
    """What became of one record."""

    NEW = "写入"
    RENEWED = "更新"
    SAME = "未变"
    KEPT = "有人改过，保留"


@dataclass(frozen=True, slots=True)
class Staged:
    """A record in the workshop, and the place in the library where it goes.

    Attributes:
        draft: what the import proposes.
        file: its file in the workshop.
        entry: the record as it will stand in the library.
        fate: what becomes of it.
        written_as: the hash that the log keeps: of the file as this or an earlier import wrote it.
        beside: 编号 of the record, edited by a person, that it stands beside.
        retired: the path of the file whose place it takes under another name; empty for none.
    """

    draft: Draft
    file: Path
    entry: Entry
    fate: Fate
    written_as: str = ""
    beside: str = ""
    retired: str = ""

    @property
    def path(self) -> str:
        """Where it goes, below the library."""
        return self.entry.source.path


@dataclass(frozen=True, slots=True)
class Bench:
    """Where records are staged: the library as it is, the workshop, the log of an earlier import."""

    library: Library
    made: Path
    earlier: ImportLog | None = None


def stage_all(bench: Bench, imported: Imported) -> tuple[tuple[Staged, ...], list[Problem]]:
    """The records in the workshop, each read back; a draft that is no record stops the original."""
    staged: list[Staged] = []
    refused: list[Problem] = []
    for draft in imported.records.drafts:
        one, problems = stage(bench, draft)
        refused += problems
        staged += [one] if one else []
    return tuple(staged), refused


def stage(bench: Bench, draft: Draft) -> tuple[Staged | None, list[Problem]]:
    """One record in the workshop: in its own place, else beside what a person has edited there."""
    for tried in chain((draft,), beside_first(bench, draft)):
        one, problems = staged_as(bench, tried)
        if one is not None or problems:
            return one if one is None or tried is draft else replace(one, beside=draft.id), problems
    return None, [refusal(draft, "没有空着的编号")]


MOST_BESIDE = 100
"""Records beside one another; nobody keeps as many."""


def beside_first(bench: Bench, draft: Draft) -> Iterator[Draft]:
    """The same record under other 编号, those first that an earlier import of the original has made."""
    made = tuple(file.id for file in bench.earlier.written) if bench.earlier else ()
    names = TakenNames(name for name in (*bench.library.entries, *bench.library.unread) if name not in made)
    for _ in range(MOST_BESIDE):
        name = names.claim_beside(draft.id)
        yield replace(draft, id=name, data={**draft.data, "编号": name})


def staged_as(bench: Bench, draft: Draft) -> tuple[Staged | None, list[Problem]]:
    """A record under its 编号; None where a text stands there that is not ours to replace."""
    current = bench.library.entries.get(draft.id)
    path = path_of(draft, current)
    entry, file, problems = written(bench, draft, path)
    if entry is None:
        return None, problems
    new, before = entry.source.sha256, hash_in(bench.earlier, draft.id)
    if current is None:
        return Staged(draft, file, entry, Fate.NEW, new), []
    if current.source.sha256 == new:
        return Staged(draft, file, entry, Fate.SAME, new), []
    if draft.replaces or current.source.sha256 == before:
        retired = current.source.path if current.source.path != path else ""
        return Staged(draft, file, entry, Fate.RENEWED, new, retired=retired), []
    return (Staged(draft, file, current, Fate.KEPT, before) if new == before else None), []


def hash_in(log: ImportLog | None, record_id: str) -> str:
    """The hash of a record's file as the last import of the same original wrote it; empty for none."""
    return next((file.sha256 for file in log.written if file.id == record_id), "") if log else ""


def path_of(draft: Draft, current: Entry | None) -> str:
    """Where a record goes: where it stands, with the ending that it needs now; else where drafts go."""
    suffix = suffix_of(draft.kind, draft.body)
    if current is None or current.record.kind != draft.kind:
        return f"{draft.folder}/{file_stem(draft.id)}{suffix}"
    here = PurePosixPath(current.source.path)
    fits = (here.suffix.lower() == ".md") == (suffix == ".md")
    return here.as_posix() if fits else here.with_suffix(suffix).as_posix()


def written(bench: Bench, draft: Draft, path: str) -> tuple[Entry | None, Path, list[Problem]]:
    """The file of a record in the workshop, and the record as our own reader takes it from there."""
    file = bench.made / path
    file.parent.mkdir(parents=True, exist_ok=True)
    folder = PurePosixPath(path).parent.as_posix()
    try:
        file.write_text(record_text(draft.data, draft.body, folder), encoding="utf-8", newline="\n")
    except ValueError as error:
        return None, file, [refusal(draft, str(error))]
    if file.stat().st_size > LARGEST:
        return None, file, [too_long(draft, file.stat().st_size)]
    source, problems = read_source(bench.made, file)
    record, faults = read_record(source) if source else (None, ())
    if source is None or record is None:
        said = "；".join(problem.message for problem in (*problems, *faults))
        return None, file, [refusal(draft, said)]
    return Entry(record, source), file, []


def refusal(draft: Draft, said: str) -> Problem:
    """A draft that is no record: a fault of the program, not of the user."""
    message = f"这份文件里的“{draft.id}”（{draft.kind}）写不成记录：{said}"
    hint = "这是程序的毛病，原件没有动；请把这条消息和原件交给维护的人"
    return Problem(Level.ERROR, "IMP031", message, Place(draft.folder), hint)


def too_long(draft: Draft, size: int) -> Problem:
    """A text that no record has room for."""
    message = f"“{draft.id}”录成记录有 {size / 1024 / 1024:.1f} MB，一条记录最多 {LARGEST // 1024 // 1024} MB"
    hint = "把原件按篇或按章拆成几个文件，分别导入；原件没有动"
    return Problem(Level.ERROR, "IMP038", message, Place(draft.folder), hint)


def stage_log(
    bench: Bench, imported: Imported, staged: tuple[Staged, ...]
) -> tuple[Staged | None, list[Problem]]:
    """The 导入记录, which names each record's file as the import wrote it."""
    log = imported.log
    data = dict(log.data)
    kept = tuple(records_kept(bench.earlier, staged))
    data["记录"] = [*(record_id for record_id, _ in kept), *(one.draft.id for one in staged)]
    data["写出"] = [
        {"编号": record_id, "摘要": sha256}
        for record_id, sha256 in (*kept, *((one.draft.id, one.written_as) for one in staged))
    ]
    current = bench.library.entries.get(log.id)
    path = path_of(log, current)
    entry, file, problems = written(bench, replace(log, data=data), path)
    if entry is None:
        return None, problems
    same = current is not None and current.source.sha256 == entry.source.sha256
    fate = Fate.SAME if same else Fate.RENEWED if current else Fate.NEW
    return Staged(log, file, entry, fate, entry.source.sha256), []


def records_kept(earlier: ImportLog | None, staged: tuple[Staged, ...]) -> Iterator[tuple[str, str]]:
    """The records of an earlier import that a person has edited and beside which others stand now."""
    beside = dict.fromkeys(one.beside for one in staged if one.beside)
    for record_id in beside:
        if sha256 := hash_in(earlier, record_id):
            yield record_id, sha256


# --- into the library -----------------------------------------------------------------------------


def place_all(root: Path, staged: tuple[Staged, ...]) -> tuple[Problem, ...]:
    """Move all files of one original into the library, or none of them."""
    moved: list[tuple[Path, bytes | None]] = []
    for one in staged:
        if one.fate in (Fate.NEW, Fate.RENEWED):
            try:
                moved += place(root, one)
            except OSError as error:
                take_back(moved)
                message = f"“{one.path}”写不进去：{io_reason(error)}；这份原件的记录都没有写"
                hint = "关掉打开着它的程序，核对文件夹的权限，再导入一次"
                return (Problem(Level.ERROR, "IMP035", message, Place(one.path), hint),)
    return ()


def place(root: Path, one: Staged) -> Iterator[tuple[Path, bytes | None]]:
    """Put one file into its place; gives each file that was changed with what was in it before."""
    target = root / one.path
    before = target.read_bytes() if target.exists() else None
    target.parent.mkdir(parents=True, exist_ok=True)
    one.file.replace(target)
    yield target, before
    if one.retired:
        old = root / one.retired
        before = old.read_bytes()
        old.unlink()
        yield old, before


def take_back(moved: list[tuple[Path, bytes | None]]) -> None:
    """Put the library back as it was."""
    for target, before in reversed(moved):
        if before is None:
            target.unlink(missing_ok=True)
        else:
            target.write_bytes(before)
