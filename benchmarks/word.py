"""How fast the Word pen is: a notice against plain docxtpl, and how reports and collections grow.

    python -m benchmarks.word                a notice both ways, documents and collections of growing size
    python -m benchmarks.word 100 300 1000   collections of other sizes

Everything is CPU time in one process.  The two ways take turns: every round writes the same notice a few
times by plain docxtpl (`benchmarks.plain_docxtpl`) and then by the pen, each from the tree to the bytes.
Both notices have the same paragraphs in the same styles with the same runs, which is tested first.
Each collection runs in a process of its own, so that its memory is its own too.
"""

from __future__ import annotations

import io
import json
import subprocess
import sys
import time
import zipfile
from dataclasses import replace
from functools import partial
from itertools import groupby
from statistics import median
from typing import TYPE_CHECKING, Any

from docxtpl import DocxTemplate
from lxml import etree

from benchmarks.memory import peak_megabytes
from benchmarks.plain_docxtpl import BODY_PART, make_notice_template, write_by_docxtpl
from generator.document import Chapter, OfficialDocument, Paragraph, words
from generator.ooxml.xml import NAMESPACES
from generator.word import TemplateKind, make_template, standard_template, write_collection, write_document
from generator.word.official import document_slots
from generator.word.pen import Pen
from generator.word.source import SANDBOX
from tests.word import samples

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from generator.document import Article, Collection

ROUNDS = 20
THEIRS, OURS = 3, 60
"""Notices that each way writes in a round; both take about as long."""
SIZES = (100, 300, 1000)
CHAPTERS = 10
LENGTHS = (10, 100, 1000, 10000)
SENTENCE = "政府购买服务项目2016年共199个，金额35864.87万元。"
W = f"{{{NAMESPACES['w']}}}"
RULE = "-" * 78


def milliseconds(work: Callable[[], object], times: int = 1) -> float:
    """CPU time of one piece of work that is done so many times."""
    start = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - start) * 1000 / times


# --- a notice by both ways --------------------------------------------------------------------


def runs_in(content: bytes) -> list[tuple[str, list[tuple[str, str]]]]:
    """Every paragraph of a .docx: its style, and its words by the character style they stand in."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        root = etree.fromstring(package.read(BODY_PART))
    return [(style_in(one, "p"), merged(one)) for one in root.iter(f"{W}p")]


def merged(paragraph: Any) -> list[tuple[str, str]]:
    """Runs of a paragraph itself, neighbours of one look joined, empty ones left out."""
    pieces = [(style_in(run, "r"), words_in(run)) for run in paragraph.iterchildren(f"{W}r")]
    spoken = [piece for piece in pieces if piece[1]]
    return [(style, "".join(text for _, text in some)) for style, some in groupby(spoken, lambda one: one[0])]


def style_in(element: Any, kind: str) -> str:
    """The style that a paragraph (p) or a run (r) names."""
    found = element.find(f"{W}{kind}Pr/{W}{kind}Style")
    return "" if found is None else str(found.get(f"{W}val"))


def words_in(run: Any) -> str:
    """The words of a run, breaks and tabs as characters."""
    marks = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(marks.get(child.tag, "") or (child.text or "") for child in run if child.tag != f"{W}rPr")


def elements_in(content: bytes) -> list[str]:
    """Every element with its attributes: paragraphs, tables, boxes and sections, but not their runs."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        root = etree.fromstring(package.read(BODY_PART))
    for paragraph in root.iter(f"{W}p"):
        for run in list(paragraph.iterchildren(f"{W}r")):
            if run.find(".//{*}drawing") is None:
                paragraph.remove(run)
    return [f"{one.tag} {sorted(one.attrib.items())}" for one in root.iter()]


def compare_notices(document: OfficialDocument) -> tuple[list[float], list[float]]:
    """CPU milliseconds of a notice by docxtpl and by the pen, round by round.

    Raises:
        AssertionError: The two notices are not equal.
    """
    notice, template = make_notice_template(), standard_template(TemplateKind.DOCUMENT)
    theirs, ours = write_by_docxtpl(notice, document), write_document(document, template)
    assert runs_in(theirs) == runs_in(ours), "words, styles or runs differ"
    assert elements_in(theirs) == elements_in(ours), "paragraphs, tables, boxes or sections differ"
    rounds = [
        (
            milliseconds(partial(write_by_docxtpl, notice, document), THEIRS),
            milliseconds(partial(write_document, document, template), OURS),
        )
        for _ in range(ROUNDS)
    ]
    return [one for one, _ in rounds], [one for _, one in rounds]


def print_notice() -> None:
    """The whole way from the tree to the bytes, then that from the slots alone."""
    plain_notice = replace(samples.provincial(), attachments=())
    for name, notice in (
        ("a notice", plain_notice),
        ("a notice with a table attached", samples.provincial()),
    ):
        print(f"{name}, tree to .docx: words, styles, runs, tables and boxes equal")
        print_pair(*compare_notices(notice))
    for name, document in (
        ("notice", samples.provincial()),
        ("report with four attachments", samples.report()),
    ):
        print(f"{name}, slots to .docx on the same template: parts equal")
        print_pair(*compare_filling(document))
        spent = [
            milliseconds(partial(write_document, document, standard_template(TemplateKind.DOCUMENT)), 10)
            for _ in range(ROUNDS)
        ]
        print(f"  the whole way by the pen: {min(spent):.2f} ms, median {median(spent):.2f} ms")


def print_pair(theirs: list[float], ours: list[float]) -> None:
    """Best and median of both ways, and their ratio."""
    for name, of in (("best", min), ("median", median)):
        slow, quick = of(theirs), of(ours)
        print(f"  {name:6}  docxtpl {slow:6.2f} ms   pen {quick:5.2f} ms   {slow / quick:5.1f} times")


def compare_filling(document: OfficialDocument) -> tuple[list[float], list[float]]:
    """CPU milliseconds from the pen's slots to the bytes, by docxtpl's own render and by the pen."""
    file, template = make_template(TemplateKind.DOCUMENT), standard_template(TemplateKind.DOCUMENT)
    slots = document_slots(template, Pen(template.styles, template.standard), document)
    rounds = [
        (
            milliseconds(partial(fill_by_docxtpl, file, slots), THEIRS),
            milliseconds(partial(template.fill, slots, document.title), OURS),
        )
        for _ in range(ROUNDS)
    ]
    return [one for one, _ in rounds], [one for _, one in rounds]


def fill_by_docxtpl(file: bytes, slots: Mapping[str, Any]) -> bytes:
    """The pen's template filled by docxtpl's own render."""
    template = DocxTemplate(io.BytesIO(file))
    template.render(slots, SANDBOX)
    written = io.BytesIO()
    template.save(written)
    return written.getvalue()


# --- growth -----------------------------------------------------------------------------------


def of_length(paragraphs: int) -> OfficialDocument:
    """A document with that many paragraphs of about 120 characters."""
    body = tuple(Paragraph(f"段{number}", words(SENTENCE * 4)) for number in range(paragraphs))
    return replace(samples.plain_text(), body=body)


def print_lengths() -> None:
    """Documents of growing length."""
    template = standard_template(TemplateKind.DOCUMENT)
    for count in LENGTHS:
        work = partial(write_document, of_length(count), template)
        spent = min(milliseconds(work) for _ in range(3))
        print(f"{count:6d} paragraphs: {spent:8.2f} ms, {spent / count * 1000:6.1f} µs each")


def of_cases(count: int) -> Collection:
    """A collection of so many cases, each with a table of facts and some twenty paragraphs."""
    sample = samples.collection()
    case = sample.chapters[0].articles[0]
    cases = [numbered(case, number) for number in range(1, count + 1)]
    size = -(-count // CHAPTERS)
    chapters = tuple(
        Chapter(f"章-{start}", f"第{start // size + 1}类服务", tuple(cases[start : start + size]))
        for start in range(0, count, size)
    )
    return replace(sample, chapters=chapters)


def numbered(case: Article, number: int) -> Article:
    """The case with words of its own."""
    story = tuple(Paragraph(f"段{number}", words(f"第{number}号项目。{SENTENCE * 2}")) for _ in range(6))
    return replace(case, id=f"案例-{number}", title=f"{case.title}{number}", body=(*case.body, *story))


def measure_collection(count: int) -> dict[str, float]:
    """Seconds to write a collection, and the most memory its process has held."""
    template = standard_template(TemplateKind.COLLECTION)
    write_collection(of_cases(1), template)
    collection, before = of_cases(count), peak_megabytes()
    begun = time.process_time()
    content = write_collection(collection, template)
    spent = time.process_time() - begun
    return {"seconds": spent, "peak": peak_megabytes(), "before": before, "size": len(content) / 1e6}


def measure_apart(count: int) -> dict[str, float]:
    """The same in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.word", "--one", str(count)]
    output = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    found: dict[str, float] = json.loads(output.splitlines()[-1])
    return found


def collection_lines(sizes: tuple[int, ...]) -> Iterator[str]:
    """One line for each size, and how time and memory grow from the first to the last."""
    found = [measure_apart(size) for size in sizes]
    for size, one in zip(sizes, found, strict=True):
        each, grown = one["seconds"] / size * 1000, one["peak"] - one["before"]
        yield (
            f"{size:6d} cases: {one['seconds']:6.3f} s, {each:.2f} ms each; peak {one['peak']:5.0f} MB, of "
            f"which {grown:4.0f} MB while writing ({grown / size * 1000:.0f} kB each); "
            f"file {one['size']:.1f} MB"
        )


def main(sizes: tuple[int, ...]) -> None:
    """Print all comparisons."""
    print_notice()
    print(RULE)
    print_lengths()
    print(RULE)
    print("collections, each in a process of its own (merging files needs docxcompose: not measured here)")
    for line in collection_lines(sizes):
        print(line)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--one"]:
        print(json.dumps(measure_collection(int(sys.argv[2]))))
    else:
        main(tuple(int(size) for size in sys.argv[1:]) or SIZES)
