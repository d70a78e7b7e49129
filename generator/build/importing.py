"""Originals into the library: every file read, its records checked by reading them back, then placed whole.

Each original stands for itself: one that cannot be read is named, the others go in.  A file that a
person has edited since an import wrote it is never overwritten.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path, PurePosixPath

from generator.build.conductor import silent
from generator.build.making import Report
from generator.build.staging import workshop
from generator.compose.address import file_stem
from generator.importers import IMPORTED, Draft, Imported, import_original
from generator.importers.cleaning import account
from generator.importers.records.names import TakenNames
from generator.library import FOLDERS, Entry, Library, load_library, missing_folders
from generator.models.imports import ImportLog
from generator.models.reading import read_record
from generator.problems import Level, LibraryError, Place, Problem, in_order, io_reason
from generator.source import read_source
from generator.source.files import LARGEST
from generator.source.writing import record_text, suffix_of

WORKSHOP = ".导入中"
SUFFIXES = (".docx", ".txt", ".html", ".htm", ".pdf", ".xlsx")
"""What is taken from a folder; a file that is named is read whatever it is called."""
WILD = "*?["


class Fate(StrEnum):
    """What became of one record."""

    NEW = "写入"
    RENEWED = "更新"
    SAME = "未变"
    KEPT = "有人改过，保留"


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


@dataclass(frozen=True, slots=True)
class Staged:
    """A record in the workshop, and the place in the library where it goes."""

    draft: Draft
    file: Path
    entry: Entry
    fate: Fate
    written_as: str = ""
    """The hash that the log keeps: of the file as this or an earlier import wrote it."""

    @property
    def path(self) -> str:
        """Where it goes, below the library."""
        return self.entry.source.path


@dataclass(slots=True)
class Desk:
    """The library as it grows from file to file."""

    root: Path
    library: Library
    made: Path
    wishes: Wishes
    shelf: str = IMPORTED
    problems: list[Problem] = field(default_factory=list)


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
        LibraryError: there is no library, or the folder for the records lies outside of it.
    """
    wishes = wishes or Wishes()
    if missing := missing_folders(root):
        raise LibraryError(missing)
    shelf = shelf_of(root, wishes.into)
    originals, unfound = originals_in(files)
    library, _ = load_library(root)
    found: list[FileImport] = []
    with workshop(root / WORKSHOP) as made:
        desk = Desk(root, library, made, wishes, shelf)
        for number, file in enumerate(originals, start=1):
            found.append(import_file(desk, file))
            report("导入", number, len(originals))
    problems = (problem for one in found for problem in one.problems)
    return ImportResult(tuple(found), in_order((*unfound, *problems)))


# --- which files, which folder --------------------------------------------------------------------


def originals_in(files: Iterable[Path]) -> tuple[tuple[Path, ...], list[Problem]]:
    """The files behind names, folders and patterns, each once, and what led to nothing."""
    found: dict[Path, None] = {}
    problems: list[Problem] = []
    for file in files:
        several = list(expanded(file))
        found.update(dict.fromkeys(several))
        if not several:
            problems.append(nothing_at(file))
    return tuple(found), problems


def expanded(file: Path) -> Iterator[Path]:
    """A file, the originals in a folder, or those that a pattern fits."""
    if file.is_dir():
        yield from (inner for inner in sorted(file.rglob("*")) if is_original(inner))
    elif file.exists():
        yield file
    elif any(sign in file.name for sign in WILD) and file.parent.is_dir():
        yield from (inner for inner in sorted(file.parent.glob(file.name)) if is_original(inner))


def is_original(file: Path) -> bool:
    """Whether a file in a folder is one that can be imported; lock files (~$…) are none."""
    return file.is_file() and file.suffix.lower() in SUFFIXES and not file.name.startswith(("~$", "."))


def nothing_at(file: Path) -> Problem:
    """A name that leads to no original."""
    message = f"“{file}”里没有可导入的文件" if file.is_dir() else f"没有“{file}”这个文件"
    hint = "核对路径；能导入的是 .docx、.txt、.html、.pdf、.xlsx"
    return Problem(Level.ERROR, "IMP030", message, Place(file.as_posix()), hint)


def shelf_of(root: Path, into: Path | None) -> str:
    """The folder below policies/ and cases/: “henan” for policies/henan.

    Raises:
        LibraryError: it lies outside the library, or is the library itself.
    """
    if into is None:
        return IMPORTED
    place, home = (root / into).resolve(), root.resolve()
    steps = place.relative_to(home).parts if place.is_relative_to(home) else ()
    kept = steps[1:] if steps[:1] and steps[0] in FOLDERS else steps
    if not kept:
        message = f"“{into}”不能放导入的记录"
        hint = "写资料库里的文件夹，如 --into policies/henan；案例会放进 cases/henan"
        raise LibraryError([Problem(Level.ERROR, "IMP032", message, Place(into.as_posix()), hint)])
    return "/".join(kept)


# --- one original ---------------------------------------------------------------------------------


def import_file(desk: Desk, file: Path) -> FileImport:
    """Read one original and place its records."""
    try:
        imported = import_original(file, desk.library, shelf=desk.shelf, chosen=desk.wishes.chosen)
    except LibraryError as error:
        return FileImport(file.name, None, (), tuple(error.problems))
    told = [*accounted(imported), *known_already(imported, desk.library)]
    staged, refused = stage_all(desk, imported)
    if refused:
        return FileImport(file.name, imported, (), (*told, *refused))
    told += [edited(one) for one in staged if one.fate is Fate.KEPT]
    log, refused = stage_log(desk, imported, staged)
    if log is None:
        return FileImport(file.name, imported, (), (*told, *refused))
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


def edited(staged: Staged) -> Problem:
    """A record that a person has edited since it was imported."""
    message = f"“{staged.draft.id}”有人改过，没有覆盖"
    return Problem(Level.HINT, "IMP034", message, Place(staged.path), "想要重新导入的，先把它移出资料库")


# --- staging --------------------------------------------------------------------------------------


def stage_all(desk: Desk, imported: Imported) -> tuple[tuple[Staged, ...], list[Problem]]:
    """The records in the workshop, each read back; a draft that is no record stops the original."""
    staged: list[Staged] = []
    refused: list[Problem] = []
    for draft in imported.records.drafts:
        one, problems = stage(desk, draft, imported.earlier)
        refused += problems
        staged += [one] if one else []
    return tuple(staged), refused


def stage(desk: Desk, draft: Draft, earlier: ImportLog | None) -> tuple[Staged | None, list[Problem]]:
    """One record in the workshop, with what will become of it."""
    current = desk.library.entries.get(draft.id)
    path = current.source.path if current else path_of(draft)
    entry, file, problems = written(desk, draft, path)
    if entry is None:
        return None, problems
    new, before = entry.source.sha256, hash_in(earlier, draft.id)
    if current is None:
        return Staged(draft, file, entry, Fate.NEW, new), []
    if current.source.sha256 == new:
        return Staged(draft, file, entry, Fate.SAME, new), []
    if draft.replaces or current.source.sha256 == before:
        return Staged(draft, file, entry, Fate.RENEWED, new), []
    if new == before:
        return Staged(draft, file, current, Fate.KEPT, before), []
    return stage(desk, beside(desk, draft, earlier), earlier)


def beside(desk: Desk, draft: Draft, earlier: ImportLog | None) -> Draft:
    """The same record under another 编号, to stand beside one that a person has edited.

    Where an earlier import of the same original stands beside it already, it is that one.
    """
    made = tuple(file.id for file in earlier.written) if earlier else ()
    names = TakenNames(name for name in (*desk.library.entries, *desk.library.unread) if name not in made)
    name = names.claim_beside(draft.id)
    return replace(draft, id=name, data={**draft.data, "编号": name})


def hash_in(log: ImportLog | None, record_id: str) -> str:
    """The hash of a record's file as the last import of the same original wrote it; empty for none."""
    return next((file.sha256 for file in log.written if file.id == record_id), "") if log else ""


def path_of(draft: Draft) -> str:
    """Where a new record goes."""
    return f"{draft.folder}/{file_stem(draft.id)}{suffix_of(draft.kind, draft.body)}"


def written(desk: Desk, draft: Draft, path: str) -> tuple[Entry | None, Path, list[Problem]]:
    """The file of a record in the workshop, and the record as our own reader takes it from there."""
    file = desk.made / path
    file.parent.mkdir(parents=True, exist_ok=True)
    folder = PurePosixPath(path).parent.as_posix()
    try:
        file.write_text(record_text(draft.data, draft.body, folder), encoding="utf-8", newline="\n")
    except ValueError as error:
        return None, file, [refusal(draft, str(error))]
    if file.stat().st_size > LARGEST:
        return None, file, [too_long(draft, file.stat().st_size)]
    source, problems = read_source(desk.made, file)
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
    desk: Desk, imported: Imported, staged: tuple[Staged, ...]
) -> tuple[Staged | None, list[Problem]]:
    """The 导入记录, which names each record's file as the import wrote it."""
    log = imported.log
    data = dict(log.data)
    data["记录"] = [one.draft.id for one in staged]
    data["写出"] = [{"编号": one.draft.id, "摘要": one.written_as} for one in staged]
    current = desk.library.entries.get(log.id)
    path = current.source.path if current else path_of(log)
    entry, file, problems = written(desk, replace(log, data=data), path)
    if entry is None:
        return None, problems
    same = current is not None and current.source.sha256 == entry.source.sha256
    fate = Fate.SAME if same else Fate.RENEWED if current else Fate.NEW
    return Staged(log, file, entry, fate, entry.source.sha256), []


# --- placing --------------------------------------------------------------------------------------


def place_all(root: Path, staged: tuple[Staged, ...]) -> tuple[Problem, ...]:
    """Move all files of one original into the library, or none of them."""
    moved: list[tuple[Path, bytes | None]] = []
    for one in staged:
        if one.fate not in (Fate.NEW, Fate.RENEWED):
            continue
        target = root / one.path
        try:
            before = target.read_bytes() if target.exists() else None
            target.parent.mkdir(parents=True, exist_ok=True)
            one.file.replace(target)
        except OSError as error:
            take_back(moved)
            message = f"“{one.path}”写不进去：{io_reason(error)}；这份原件的记录都没有写"
            hint = "关掉打开着它的程序，核对文件夹的权限，再导入一次"
            return (Problem(Level.ERROR, "IMP035", message, Place(one.path), hint),)
        moved.append((target, before))
    return ()


def take_back(moved: list[tuple[Path, bytes | None]]) -> None:
    """Put the library back as it was."""
    for target, before in reversed(moved):
        if before is None:
            target.unlink(missing_ok=True)
        else:
            target.write_bytes(before)


def grown(library: Library, staged: Iterable[Staged]) -> Library:
    """The library with the records of one more original."""
    entries = {**library.entries, **{one.entry.record.id: one.entry for one in staged}}
    return Library(library.root, entries, library.unread)
