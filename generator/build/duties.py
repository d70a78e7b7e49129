"""Duties for the command: load the library, choose, write the calendar file."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from generator.build.conductor import load, silent
from generator.duties import Duty, Urgency, calendar_text, concerns, duties_on
from generator.library import Library, missing_folders
from generator.models.reading import near_word
from generator.models.reference import Body
from generator.problems import LibraryError


def list_duties(root: Path, day: date, *, body: str | None = None, overdue: bool = False) -> tuple[Duty, ...]:
    """The duties of a library on a day.

    Args:
        root: the library folder.
        day: the day by which they are overdue or not; texts issued later do not count.
        body: only those of this body, by its full name, an alias or its 编号.
        overdue: only those whose day has passed.

    Raises:
        LibraryError: this is no library, or a record cannot be read.
        LookupError: the body is not in 机构库.
    """
    if missing := missing_folders(root):
        raise LibraryError(missing)
    library, _ = load(root, silent)
    chosen = find_body(library, body) if body else None
    duties = duties_on(library, day, chosen)
    if chosen:
        duties = tuple(duty for duty in duties if concerns(library, duty, chosen))
    return tuple(duty for duty in duties if not overdue or duty.urgency(day) is Urgency.OVERDUE)


def find_body(library: Library, name: str) -> Body:
    """A body by its full name, an alias or its 编号.

    Raises:
        LookupError: there is none, or an alias stands for several.
    """
    found = [one for one in library.bodies.values() if name in (one.id, one.name)]
    found = found or [one for one in library.bodies.values() if name in one.aliases]
    if len(found) == 1:
        return found[0]
    if found:
        raise LookupError(f"“{name}”可以是 {'、'.join(one.name for one in found)}，请写全称")
    near = near_word(name, [one.name for one in library.bodies.values()])
    raise LookupError(f"机构库里没有“{name}”" + (f"，是不是“{near}”？" if near else ""))


def write_calendar(duties: tuple[Duty, ...], file: Path, dated: date) -> None:
    """Write duties as a calendar file; a folder that is missing is made.

    Args:
        duties: what to write; those without a day are left out.
        file: the .ics file, replaced where there is one.
        dated: the day that stands for the time of making.

    Raises:
        OSError: the file cannot be written.
    """
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(calendar_text(duties, dated).encode())
