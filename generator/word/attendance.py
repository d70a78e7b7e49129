"""出席, 请假, 列席 in minutes (clause 10.3)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.word.pen import KEEP_NEXT

if TYPE_CHECKING:
    from generator.document import Attendance
    from generator.word.pen import Pen

LABEL_STYLE = "黑体字"


def attendance_xml(pen: Pen, attendance: tuple[Attendance, ...], *, noted: bool = False) -> str:
    """Each on a paragraph of its own under one empty line; wrapped names align after the colon.

    The last holds to 附注 where that follows (`noted`).
    """
    if not attendance:
        return ""
    keeps = [""] * (len(attendance) - 1) + [KEEP_NEXT if noted else ""]
    lines = [
        pen.line("出席人员", attendance_runs(pen, one), keep)
        for one, keep in zip(attendance, keeps, strict=True)
    ]
    return pen.blank(pen.standard.count("出席上空")) + "".join(lines)


def attendance_runs(pen: Pen, attendance: Attendance) -> str:
    """Label in 黑体 with a colon, then the names; “，” between names that have “、” in them."""
    between = "，" if any("、" in name for name in attendance.names) else "、"
    label = pen.runs.words(attendance.label, LABEL_STYLE)
    return label + pen.runs.words("：" + between.join(attendance.names))
