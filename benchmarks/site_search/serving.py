"""A plain web server that counts what it sends: a worker's traffic hides from the browser's log."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BufferedIOBase
from pathlib import Path
from threading import Thread
from typing import Any


class CountedFile:
    """Passes on what is written and counts it."""

    def __init__(self, file: BufferedIOBase) -> None:
        """Count what goes into this file."""
        self.file, self.written = file, 0

    def write(self, data: bytes) -> int:
        """Write and count."""
        self.written += len(data)
        return self.file.write(data)

    def __getattr__(self, name: str) -> Any:
        """Everything else is the file's own."""
        return getattr(self.file, name)


@dataclass(slots=True)
class Served:
    """An address and what was asked there: each path with the bytes of its answer, head included."""

    address: str
    asked: list[tuple[str, int]] = field(default_factory=list)

    @property
    def total(self) -> int:
        """All bytes since the list was last emptied."""
        return sum(size for _, size in self.asked)


class Handler(SimpleHTTPRequestHandler):
    """Files of a folder, uncompressed, over one lasting connection as real servers do."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    served: Served

    def __init__(self, *args: Any, served: Served, **named: Any) -> None:
        """Note into `served`."""
        self.served = served
        super().__init__(*args, **named)

    def setup(self) -> None:
        """Count what is sent."""
        super().setup()
        self.wfile = CountedFile(self.wfile)  # type: ignore[assignment]

    def do_GET(self) -> None:
        """Answer and note."""
        counted: Any = self.wfile
        before = counted.written
        super().do_GET()
        self.served.asked.append((self.path, counted.written - before))

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 (the base class's name)
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[Served]:
    """Serve a folder on a free port of this machine."""
    served = Served("")
    with ThreadingHTTPServer(
        ("127.0.0.1", 0), partial(Handler, directory=str(folder), served=served)
    ) as server:
        served.address = f"http://127.0.0.1:{server.server_port}"
        Thread(target=server.serve_forever, daemon=True).start()
        yield served
        server.shutdown()
