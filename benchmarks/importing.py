"""How long an import and a comparison take, as the file grows: against python-docx reading its words.

    python -m benchmarks.importing [paragraphs …]

Everything is CPU time in one process; all take turns on the same notice, as a Word file and as text
broken at 28 characters.  python-docx only lists the words of every paragraph: it recognises nothing.
"""

from __future__ import annotations

import io
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from docx import Document

from generator.document import Heading, Paragraph, words
from generator.importers import import_original
from generator.library import Library, load_library
from generator.readback import compare
from generator.recognition import recognise
from generator.recognition.contents import read_contents
from generator.recognition.reading import read_facts
from generator.starter import new_library
from generator.word import TemplateKind, standard_template, write_document
from tests.word import samples

SIZES = (500, 2_000, 8_000)
ROUNDS = 2
SECTION = 20
"""Paragraphs under one heading."""
LINE = 28
SENTENCE = "第{number}项共199个，金额35864.87万元，依据《政府购买服务管理办法》（财政部令第102号）办理。"


def notice(paragraphs: int) -> tuple[Heading | Paragraph, ...]:
    """A body with that many paragraphs, a heading of the first level above every twenty."""
    blocks: list[Heading | Paragraph] = []
    for number in range(paragraphs):
        if number % SECTION == 0:
            blocks.append(Heading(f"题{number}", 3, f"{number // SECTION + 1}.", words("有关事项")))
        blocks.append(Paragraph(f"段{number}", words(SENTENCE.format(number=number))))
    return tuple(blocks)


def word_file(paragraphs: int) -> bytes:
    """The notice as a Word file."""
    document = replace(samples.plain_text(), body=notice(paragraphs))
    return write_document(document, standard_template(TemplateKind.DOCUMENT))


def text_file(paragraphs: int) -> bytes:
    """The notice as text with its lines broken."""
    lines = ["某市财政局文件", "某财〔2024〕5号", "关于有关事项的通知", "各区县财政局："]
    for block in notice(paragraphs):
        text = f"\u3000\u3000{block.text}"
        lines += [text[start : start + LINE] for start in range(0, len(text), LINE)]
    return "\n".join([*lines, "某市财政局", "2024年3月1日"]).encode("utf-8")


def seconds(work: Callable[[], object]) -> float:
    """CPU seconds of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def words_by_python_docx(content: bytes) -> list[str]:
    """The words of every paragraph, by the peer."""
    return [paragraph.text for paragraph in Document(io.BytesIO(content)).paragraphs]


def reread(content: bytes) -> None:
    """Read the Word file and compare it with itself, as `gongwen diff` does with a record."""
    tree = read_contents(recognise(read_facts(content))).texts[0].tree
    compare(tree, tree)


def measure(library: Library, paragraphs: int) -> tuple[float, ...]:
    """Best CPU seconds of python-docx, of both imports, and of reading back."""
    document, text = word_file(paragraphs), text_file(paragraphs)
    works: tuple[Callable[[], object], ...] = (
        lambda: words_by_python_docx(document),
        lambda: import_original(document, library, "通知.docx"),
        lambda: import_original(text, library, "通知.txt"),
        lambda: reread(document),
    )
    rounds = [tuple(map(seconds, works)) for _ in range(ROUNDS)]
    return tuple(map(min, zip(*rounds, strict=True)))


def main(sizes: tuple[int, ...]) -> None:
    """Print one line for each size."""
    with TemporaryDirectory() as folder:
        library, _ = load_library(new_library(Path(folder)))
        for paragraphs in sizes:
            peer, from_word, from_text, back = measure(library, paragraphs)
            print(
                f"{paragraphs:6d} paragraphs: python-docx {peer:6.2f} s; import of Word {from_word:6.2f} s "
                f"({from_word / peer:.1f} times), of text {from_text:6.2f} s ({from_text / peer:.1f}), "
                f"reading back {back:6.2f} s ({back / peer:.1f}); {from_word / paragraphs * 1e6:.0f} µs each"
            )


if __name__ == "__main__":
    main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
