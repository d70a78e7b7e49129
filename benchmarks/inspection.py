"""How long the inspection of a Word file takes, as the file grows: against python-docx reading its words.

    python -m benchmarks.inspection [paragraphs …]

Everything is CPU time in one process; the two take turns on the same file.  python-docx only lists
the words of every paragraph: it settles no style, and it is the least that any reader has to do.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from dataclasses import replace

from docx import Document

from generator.document import Paragraph, words
from generator.inspection import inspect
from generator.recognition.reading import read_facts
from generator.word import TemplateKind, standard_template, write_document
from tests.word import samples

SIZES = (500, 2_000, 8_000)
ROUNDS = 3
SENTENCE = "政府购买服务项目2016年共199个，金额35864.87万元。"


def file_of(paragraphs: int) -> bytes:
    """A notice with that many paragraphs."""
    body = tuple(Paragraph(f"段{number}", words(SENTENCE)) for number in range(paragraphs))
    return write_document(replace(samples.plain_text(), body=body), standard_template(TemplateKind.DOCUMENT))


def seconds(work: Callable[[bytes], object], content: bytes) -> float:
    """CPU seconds of one run."""
    start = time.process_time()
    work(content)
    return time.process_time() - start


def words_by_python_docx(content: bytes) -> list[str]:
    """The words of every paragraph, by the peer."""
    return [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]


def measure(content: bytes) -> tuple[float, float, float]:
    """Best CPU seconds of python-docx, of reading, and of the whole inspection."""
    works: tuple[Callable[[bytes], object], ...] = (words_by_python_docx, read_facts, inspect)
    rounds = [tuple(seconds(work, content) for work in works) for _ in range(ROUNDS)]
    peer, reading, whole = map(min, zip(*rounds, strict=True))
    return peer, reading, whole


def main(sizes: tuple[int, ...]) -> None:
    """Print one line for each size."""
    for paragraphs in sizes:
        peer, reading, whole = measure(file_of(paragraphs))
        print(
            f"{paragraphs:6d} paragraphs: python-docx {peer:6.2f} s; reading {reading:6.2f} s, "
            f"inspection {whole:6.2f} s ({whole / peer:.1f} times), {whole / paragraphs * 1e6:.0f} µs each"
        )


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
