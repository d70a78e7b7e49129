"""From a file to its bytes, or to the reason why there are none."""

from __future__ import annotations

from pathlib import Path

from generator.importers.reading import faults
from generator.importers.reading.limits import MOST_BYTES
from generator.problems import io_reason


def bytes_of(source: Path | bytes, name: str) -> bytes:
    """The bytes of an original.

    Raises:
        LibraryError: It is not there, is no file, may not be read, is empty, or is larger than is read.
    """
    content = source if isinstance(source, bytes) else read_file(source, name)
    if len(content) > MOST_BYTES:
        raise faults.too_large(name)
    if not content:
        raise faults.empty(name)
    return content


def read_file(path: Path, name: str) -> bytes:
    """The bytes of a file, one more than are allowed at most.

    Raises:
        LibraryError: It cannot be read.
    """
    try:
        if path.is_dir():
            raise faults.unreadable(name, "是文件夹")
        if path.exists() and not path.is_file():
            raise faults.unreadable(name, "不是普通文件")
        with path.open("rb") as file:
            return file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        raise faults.unreadable(name, "没有这个文件") from error
    except (OSError, ValueError) as error:
        reason = io_reason(error) if isinstance(error, OSError) else "文件名里有不能用的字符"
        raise faults.unreadable(name, reason) from error
