"""TERM007: marks at the end of titles and headings."""

from __future__ import annotations

from collections.abc import Iterator

from generator.wording.written import Slip, Written

CODE = "TERM007"
ENDINGS = "。，、；：,;"


def check_heading_end(written: Written) -> Iterator[Slip]:
    """A heading on a line of its own ends without a mark."""
    text = written.text.rstrip()
    if written.heading and text and text[-1] in ENDINGS:
        message = f"标题“{text[-16:]}”末尾有“{text[-1]}”"
        yield Slip(CODE, message, "独行的标题末尾不加标点；与正文接排的才用句号", len(text) - 1)
