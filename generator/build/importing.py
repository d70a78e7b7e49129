"""Originals into the library: every file read, its records checked by reading them back, then placed whole.

Each original stands for itself: one that cannot be read is named, the others go in.  A file that a
person has edited since an import wrote it is never overwritten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from generator.build.conductor import silent
from generator.build.originals import elsewhere, originals_in, shelf_of
from generator.build.outputs import Report
from generator.build.placing import Bench, Fate, Staged, place_all, stage_all, stage_log
from generator.build.staging import workshop
from generator.chain.index import hand_on_forms
from generator.importers import IMPORTED, Draft, Imported, import_original
from generator.importers.cleaning import account
from generator.library import Library, load_library, missing_folders
from generator.models.fields import Absent
from generator.problems import Level, LibraryError, Place, Problem, in_order, io_reason

__all__ = ["Fate", "FileImport", "ImportResult", "PlacedRecord", "Wishes", "import_files"]
WORKSHOP = ".导入中"
SHOWN = 5
"""Names of records that one sentence lists."""


@dataclass(frozen=True, slots=True)
class PlacedRecord:
    """A record of an import: where it stands, and what became of it."""

    id: str
    kind: str
    path: str
    fate: Fate


@dataclass(frozen=True, slots=True)
class FileImport:
    """What one original gave; without `imported` it could not be read."""

    name: str
    imported: Imported | None = None
    records: tuple[PlacedRecord, ...] = ()
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportResult:
    """What all originals gave, in their order."""

    files: tuple[FileImport, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Wishes:
    """How the user wants an import: the folder for the records, the kind of text, and whether to write."""

    into: Path | None = None
    chosen: str | None = None
    dry_run: bool = False


@dataclass(slots=True)
class Desk:
    """The library as it grows from file to file; `unread` are its files that hold no record."""

    root: Path
    library: Library
    made: Path
    wishes: Wishes
    shelf: str = IMPORTED
    unread: tuple[Path, ...] = ()


def import_files(
    root: Path, files: Iterable[Path], wishes: Wishes | None = None, report: Report = silent
) -> ImportResult:
    """Import originals.

    Args:
        root: the library folder.
        files: files, folders and patterns with * and ?.
        wishes: what the user asked for.
        report: told of progress.

    Raises:
        LibraryError: there is no library, it cannot be written, or the folder for the records is none of it.
    """
    wishes = wishes or Wishes()
    if missing := missing_folders(root):
        raise LibraryError(missing)
    shelf = shelf_of(root, wishes.into)
    originals, unfound = originals_in(files)
    library, faults = load_library(root)
    unread = unread_files(root, faults)
    found: list[FileImport] = []
    with opened_workshop(root) as made:
        desk = Desk(root, library, made, wishes, shelf, unread)
        for number, file in enumerate(originals, start=1):
            found.append(import_file(desk, file))
            report("导入", number, len(originals))
    problems = (problem for one in found for problem in one.problems)
    return ImportResult(tuple(found), in_order((*unfound, *told_unread(root, unread), *problems)))


@contextmanager
def opened_workshop(root: Path) -> Iterator[Path]:
    """The folder in which records are made before they go into the library.

    Raises:
        LibraryError: nothing can be written into the library.
    """
    try:
        (root / WORKSHOP).mkdir(exist_ok=True)
    except OSError as error:
        reason = "没有写入权限" if isinstance(error, PermissionError) else "它是只读的，或磁盘已满"
        message = f"资料库“{root}”写不进去：{reason}；什么也没有导入"
        hint = "核对这个文件夹（或所在的盘、共享）能不能写，再导入一次；或把资料库拷到能写的地方"
        raise LibraryError([Problem(Level.ERROR, "IMP035", message, Place(root.as_posix()), hint)]) from error
    with workshop(root / WORKSHOP) as made:
        yield made


# --- records that nobody can read -----------------------------------------------------------------


def unread_files(root: Path, faults: Iterable[Problem]) -> tuple[Path, ...]:
    """The files of the library that hold no record, as `load_library` tells."""
    paths = dict.fromkeys(fault.place.path for fault in faults if fault.level is Level.ERROR)
    return tuple(root / path for path in paths if (root / path).is_file())


def told_unread(root: Path, unread: tuple[Path, ...]) -> Iterator[Problem]:
    """That an import could not compare with them."""
    if unread:
        names = "、".join(file.name for file in unread[:SHOWN]) + ("等" if len(unread) > SHOWN else "")
        message = f"资料库里有 {len(unread)} 个文件读不成记录（{names}），导入时没有拿它们比对"
        hint = "运行 gongwen check 看哪里不对，改好后再导入一次，免得同一份文件录成两条"
        place = Place(unread[0].relative_to(root).as_posix())
        yield Problem(Level.WARNING, "IMP040", message, place, hint)


def clashes(desk: Desk, imported: Imported) -> Iterator[Problem]:
    """Unreadable files that seem to hold the log of this original, or one of its texts."""
    for file in desk.unread:
        try:
            text = file.read_text(encoding="utf-8", errors="replace")
        except OSError:
            continue
        what = held_in(file.stem, text, imported)
        if what:
            message = f"“{file.name}”读不成记录，里面像是{what}；这份原件没有导入"
            hint = "运行 gongwen check 看它哪里不对，改好（不要的就移出资料库），再导入一次"
            path = file.relative_to(desk.root).as_posix()
            yield Problem(Level.ERROR, "IMP040", message, Place(path), hint)


def held_in(name: str, text: str, imported: Imported) -> str:
    """What an unreadable file seems to hold; empty where it has nothing to do with an import."""
    if imported.original.sha256 in text:
        return "这份原件上次的导入记录"
    lines = frozenset(line.strip() for line in text.splitlines())
    same = (draft.id for draft in imported.records.drafts if names_text(draft, name, lines))
    record_id = next(same, "")
    return f"“{record_id}”这份文件" if record_id else ""


def names_text(draft: Draft, name: str, lines: frozenset[str]) -> bool:
    """Whether a file is called as a draft, or bears its 文号 or title."""
    named = ((key, str(draft.data.get(key, ""))) for key in ("文号", "标题", "名称"))
    said = (f"{key}: {value}" for key, value in named if value and value not in tuple(Absent))
    return draft.id == name or any(line in lines for line in said)


# --- one original ---------------------------------------------------------------------------------


def import_file(desk: Desk, file: Path) -> FileImport:
    """Read one original and place its records; whatever goes wrong, the others go on."""
    try:
        return import_one(desk, file)
    except LibraryError as error:
        return FileImport(file.name, problems=tuple(error.problems))
    except Exception as error:  # noqa: BLE001 one original must never stop the others
        return FileImport(file.name, problems=(stopped(file, error),))


def stopped(file: Path, error: Exception) -> Problem:
    """An original at which a step failed in a way that nobody foresaw."""
    first = next(iter(str(error).splitlines()), "")[:120]
    said = io_reason(error) if isinstance(error, OSError) else f"{type(error).__name__} {first}".strip()
    message = f"“{file.name}”没有导入成：{said}"
    hint = "这多半是程序的毛病，原件和资料库都没有动；请把这条消息和原件交给维护的人"
    return Problem(Level.ERROR, "IMP031", message, Place(file.name), hint)


def import_one(desk: Desk, file: Path) -> FileImport:
    """Read one original and place its records.

    Raises:
        LibraryError: it cannot be read.
    """
    imported = import_original(file, desk.library, shelf=desk.shelf, chosen=desk.wishes.chosen)
    bench = Bench(desk.library, desk.made, imported.earlier)
    told = [*accounted(imported), *known_already(imported, desk.library)]
    staged, refused = stage_all(bench, imported)
    if refused := [*refused, *clashes(desk, imported)]:
        return FileImport(file.name, imported, (), (*told, *refused))
    log, refused = stage_log(bench, imported, staged)
    if log is None:
        return FileImport(file.name, imported, (), (*told, *refused))
    told += [*edited(staged), *not_as_asked(desk, staged)]
    staged = (*staged, log)
    failed = () if desk.wishes.dry_run else place_all(desk.root, staged)
    if not failed:
        desk.library = grown(desk.library, staged)
    records = tuple(PlacedRecord(one.draft.id, one.draft.kind, one.path, one.fate) for one in staged)
    return FileImport(file.name, imported, () if failed else records, (*told, *failed))


def accounted(imported: Imported) -> Iterator[Problem]:
    """What the account of the cleaning says, and the lines that no record holds."""
    place = Place(imported.original.name)
    for sentence in account(imported.original, imported.cleaned):
        hint = "对照原件核对这一处，必要时在导入记录里撤销"
        yield Problem(Level.WARNING, "IMP036", sentence, place, hint)
    if imported.unplaced:
        lines = "、".join(str(line) for line in dict.fromkeys(line for line, _ in imported.unplaced))
        message = f"第 {lines} 行没有归入任何记录，原文留在导入记录的“未归入”里"
        yield Problem(Level.HINT, "IMP037", message, place, "看看有没有该录的内容")


def known_already(imported: Imported, library: Library) -> Iterator[Problem]:
    """Texts of which the library has a record."""
    place = Place(imported.original.name)
    for record_id in imported.records.same:
        message = f"库里的“{record_id}”与这份文件相同，没有再写"
        yield Problem(Level.HINT, "IMP033", message, place, f"见 {library.source(record_id).path}")
    for new, old in imported.records.beside:
        message = f"库里已有“{old}”，没有覆盖；这一份另存为“{new}”"
        yield Problem(
            Level.WARNING, "IMP033", message, place, "比对两份，留下一份，引用它的地方改成留下的编号"
        )


def edited(staged: Iterable[Staged]) -> Iterator[Problem]:
    """Records that a person has edited since they were imported."""
    for one in staged:
        place = Place(one.path)
        if one.fate is Fate.KEPT:
            message, hint = f"“{one.draft.id}”有人改过，没有覆盖", "想要重新导入的，先把它移出资料库"
            yield Problem(Level.HINT, "IMP034", message, place, hint)
        if one.beside:
            message = f"“{one.beside}”有人改过，没有覆盖；这次读出来的不一样，另存为“{one.draft.id}”"
            hint = "比对两份，把要的改进其中一份，另一份删去"
            yield Problem(Level.WARNING, "IMP034", message, place, hint)


def not_as_asked(desk: Desk, staged: Iterable[Staged]) -> Iterator[Problem]:
    """Records that stand elsewhere than in the folder that was asked for, and why."""
    into = desk.wishes.into
    away = [one for one in staged if elsewhere(into, desk.root, one.path)]
    old = "、".join(one.draft.id for one in away if one.fate is not Fate.NEW)
    new = "、".join(one.draft.id for one in away if one.fate is Fate.NEW)
    if old:
        message = f"“{old}”库里早有，留在原处，没有移到“{into}”"
        yield Problem(
            Level.HINT, "IMP032", message, Place(away[0].path), "要移的，自己移动文件就可以，编号不变"
        )
    if new:
        message = f"“{new}”没有放进“{into}”：政策只放 policies，案例、统计表、调查和名单只放 cases"
        yield Problem(Level.HINT, "IMP032", message, Place(away[0].path), "已放进另一边同名的文件夹，不用管")


def grown(library: Library, staged: Iterable[Staged]) -> Library:
    """The library with the records of one more original."""
    entries = {**library.entries, **{one.entry.record.id: one.entry for one in staged}}
    return hand_on_forms(library, Library(library.root, entries, library.unread))
