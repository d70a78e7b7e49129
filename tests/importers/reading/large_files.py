"""Reads files of fifty megabytes one after another in a process of its own, and says how each ended.

The first argument is how many megabytes of address space the process may have.
"""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Callable, Mapping

from generator.importers.reading import read_original
from generator.importers.reading.limits import MEGABYTE, MOST_BYTES
from generator.problems import LibraryError
from tests.importers.reading.samples import SENTENCE, bare_workbook


def filled(piece: bytes, start: bytes = b"", end: bytes = b"") -> bytes:
    """A piece over and over, so that the whole file is as large as may be."""
    return start + piece * ((MOST_BYTES - len(start) - len(end)) // len(piece)) + end


def stored() -> bytes:
    """A zip file that packs nothing."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as package:
        package.writestr("数据.bin", bytes(MOST_BYTES - 1000))
    return file.getvalue()


LARGE: Mapping[str, Callable[[], bytes]] = {
    "多行的 UTF-8 文本": lambda: filled(f"{SENTENCE}\n".encode()),
    "多行的 GB18030 文本": lambda: filled(f"{SENTENCE}\n".encode("gb18030")),
    "一行的文本": lambda: filled(b"a"),
    "满是制表符的文本": lambda: filled(b"\t"),
    "多标签的网页": lambda: filled(b"<p>x", b"<html>"),
    "长文的网页": lambda: filled(SENTENCE.encode(), b"<html><p>"),
    "嵌了图片的网页": lambda: filled(b"A", b"<html><img src='data:image/png;base64,", "'><p>文".encode()),
    "存而不压的压缩包": stored,
    "乱码的 PDF": lambda: filled(b"1 0 obj <<", b"%PDF-1.7\n"),
    "满是行的表格": lambda: bare_workbook("<row><c><v>1</v></c></row>" * 2_000_000),
    "超过上限一个字节": lambda: bytes(MOST_BYTES + 1),
}


def outcome(content: bytes) -> str:
    """How reading a file ended."""
    try:
        return f"读出 {len(read_original(content, '大文件').lines)} 行"
    except LibraryError as error:
        return error.problems[0].code


def main(room: int) -> None:
    """Print the outcomes as JSON."""
    import resource  # noqa: PLC0415  (POSIX alone has it)

    resource.setrlimit(resource.RLIMIT_AS, (room * MEGABYTE, room * MEGABYTE))
    sys.stdout.write(json.dumps({case: outcome(make()) for case, make in LARGE.items()}))


if __name__ == "__main__":
    main(int(sys.argv[1]))
