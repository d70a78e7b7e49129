"""导入记录: what became of an original, and what an earlier import of it left to be heeded."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

from generator.importers.cleaned import LogEntry
from generator.importers.drafts import Draft
from generator.importers.original import Original
from generator.importers.records.names import TakenNames
from generator.library import Library
from generator.models.fields import YesNo
from generator.models.imports import ImportLog
from generator.source.invisible import INVISIBLE

LOG = "导入记录"
BLANK = "（空白）"


def earlier_log(library: Library, sha256: str) -> ImportLog | None:
    """The log of an earlier import of the same original."""
    return next((log for log in library.every(ImportLog) if log.original.sha256 == sha256), None)


def own_records(library: Library, log: ImportLog) -> frozenset[str]:
    """The records that a log's import made, the log included; those that another import took over are not."""
    others = {
        (file.id, file.sha256)
        for other in library.every(ImportLog)
        if other.id != log.id
        for file in other.written
    }
    made = (name for name in log.records if name in library)
    own = (name for name in made if (name, library.source(name).sha256) not in others)
    return frozenset((*own, log.id))


def undone_in(log: ImportLog | None) -> frozenset[str]:
    """The entries that a person has marked with 撤销."""
    entries = log.handled if log else ()
    return frozenset(entry.id for entry in entries if entry.undone is YesNo.YES)


@dataclass(frozen=True, slots=True)
class Passage:
    """What happened to an original on its way into records.

    `unplaced` are numbers of its lines with their words; `remark` is the 备注 of an earlier log of it.
    """

    original: Original
    drafts: tuple[Draft, ...]
    entries: tuple[LogEntry, ...]
    unplaced: tuple[tuple[int, str], ...]
    remark: str = ""


def log_draft(passage: Passage, log_id: str, folder: str) -> Draft:
    """The 导入记录 of one original."""
    data: dict[str, Any] = {
        "类别": LOG,
        "编号": log_id,
        "原件": original_keys(passage.original),
        "记录": [draft.id for draft in passage.drafts],
        "清洗": [entry_keys(entry) for entry in passage.entries],
        "未归入": [{"行": str(line), "原文": visible(words)} for line, words in passage.unplaced],
        "备注": passage.remark,
    }
    return Draft(log_id, LOG, folder, {key: value for key, value in data.items() if value})


def original_keys(original: Original) -> dict[str, str]:
    """原件."""
    known = {"编码": original.encoding, "网址": original.address}
    return {
        "文件名": original.name,
        "格式": original.kind.value,
        "字节数": str(original.size),
        "摘要": original.sha256,
        **{key: value for key, value in known.items() if value},
    }


def entry_keys(entry: LogEntry) -> dict[str, str]:
    """One entry of 清洗."""
    after = {"改为": visible(entry.after)} if entry.after.strip() else {}
    undone = {"撤销": "是"} if entry.undone else {}
    return {
        "编号": entry.id,
        "行": str(entry.line),
        "处理": entry.handling.value,
        "原文": visible(entry.before),
        **after,
        "理由": entry.reason,
        **undone,
    }


def visible(text: str) -> str:
    """Words with invisible characters named, as a record must not hold them: 〔U+200B〕."""
    shown = INVISIBLE.sub(lambda match: f"〔U+{ord(match[0]):04X}〕", text)
    return shown.strip() or BLANK


def log_name(original: Original, names: TakenNames) -> str:
    """The 编号 of a new log: 导入-附件1."""
    return names.claim(f"导入-{PurePath(original.name).stem}")
