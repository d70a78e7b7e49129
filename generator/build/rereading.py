"""A Word file read back: what was changed in it against its record, and where its figures come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.build.classified import refuse_classified
from generator.build.conductor import load, silent
from generator.build.outputs import Report
from generator.compose import Trees, compose_all, compose_chosen
from generator.document import Article, OfficialDocument
from generator.library import Library
from generator.problems import Level, LibraryError, Place, Problem
from generator.readback import Difference, FiguresRead, Traced, compare, identify, read_figures, trace
from generator.readback.figures import Tree
from generator.recognition import recognise
from generator.recognition.contents import read_contents
from generator.recognition.facts import DocumentFacts
from generator.recognition.reading import read_facts


@dataclass(frozen=True, slots=True)
class Reread:
    """What `gongwen diff` found.

    Attributes:
        file: the Word file.
        record: the 编号 of the record that it was compared with.
        source: the file of that record, below the library.
        differences: sentence by sentence.
        figures: what became of the bound figures.
    """

    file: Path
    record: str
    source: str
    differences: tuple[Difference, ...]
    figures: FiguresRead

    @property
    def disagrees(self) -> bool:
        """Whether a bound figure is no longer what its record says."""
        return any(change.paragraph is not None for change in self.figures.changes)


def reread(root: Path, file: Path, record_id: str | None = None, report: Report = silent) -> Reread:
    """Compare a Word file with the record that it was made from.

    Args:
        root: the library folder.
        file: a Word file that somebody may have edited.
        record_id: the 编号 of its record; found by name, 文号 or title if left out.
        report: told of progress.

    Raises:
        LibraryError: the file or a record cannot be read, or no record is known for it.
    """
    library, _ = load(root, report)
    facts = read_facts(file)
    text = first_text(facts)
    known = record_id or identify(library, file, text)
    if known is None:
        raise LibraryError([unknown(file)])
    printed = printed_tree(library, root, known)
    if not isinstance(printed, OfficialDocument | Article):
        raise LibraryError([collected(file, known)])
    differences = compare(printed, text)
    figures = read_figures(printed, facts, differences)
    return Reread(file, known, library.source(known).path, differences, figures)


def first_text(facts: DocumentFacts) -> OfficialDocument | Article:
    """The first text of a file: all that a Word file of ours holds, what it encloses included."""
    contents = read_contents(recognise(facts))
    if contents.texts:
        return contents.texts[0].tree
    return Article(facts.name, facts.name, "", None, ())


def printed_tree(library: Library, root: Path, record_id: str) -> Tree:
    """What a record gives today.

    Raises:
        LibraryError: there is no such record, it is not printed, or its secret may not be read here.
    """
    trees = compose_chosen(library, (record_id,))
    refuse_classified(library, trees, root)
    return next(iter(shelves(trees)))


def shelves(trees: Trees) -> Iterator[Tree]:
    """Every tree that was composed."""
    yield from trees.printed.values()
    yield from trees.policies.values()


def trace_figures(
    root: Path, file: Path, record_id: str | None = None, report: Report = silent
) -> tuple[Traced, ...]:
    """Each figure of a Word file with its record and the sentence of the source.

    Raises:
        LibraryError: the file or a record cannot be read.
    """
    library, _ = load(root, report)
    facts = read_facts(file)
    known = record_id or identify(library, file, first_text(facts))
    trees: Iterable[Tree] = (printed_tree(library, root, known),) if known else shelves(compose_all(library))
    return trace(library, facts, trees)


def unknown(file: Path) -> Problem:
    """A file of which no record is known."""
    hint = "用 --record 写出它的编号；库里没有的，先用 gongwen import 导入"
    return Problem(Level.ERROR, "BACK001", "认不出它是哪条记录的 Word 文件", Place(file.as_posix()), hint)


def collected(file: Path, record_id: str) -> Problem:
    """A 汇编 is put together from many records: each of them is compared by itself."""
    hint = "汇编由案例编成，请逐个案例生成 Word 文件再比较"
    return Problem(Level.ERROR, "BACK002", f"“{record_id}”是汇编，不能整本比较", Place(file.as_posix()), hint)
