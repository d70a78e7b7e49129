"""Figures, wording and citations of a Word file: the same checks as for records, on its paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.build.word_citations import CitedLibrary
from generator.figures.examining import examine_text
from generator.figures.passages import Passage
from generator.figures.tables import check_table
from generator.problems import Place, Problem
from generator.recognition.facts import CellFacts, ParagraphFacts, Where
from generator.recognition.roles import Recognised, Role
from generator.recognition.trees.closing import day_of
from generator.wording.examining import examine_wording
from generator.wording.tables import bodies_at, entries_at
from generator.wording.written import Written

LEVELS = (Role.LEVEL_1, Role.LEVEL_2, Role.LEVEL_3, Role.LEVEL_4)
TITLES = (Role.TITLE, *LEVELS, Role.ATTACHMENT_TITLE)
READ = (*TITLES, Role.BODY, Role.ATTACHMENT_NOTE, Role.NOTE, Role.OTHER)
"""Parts that hold sentences; names, dates and numbers of the 版头 and 版记 have rules of their own."""
CITING = (*LEVELS, Role.BODY, Role.OTHER)
"""Parts that cite other texts; the title and the 附件说明 name what the document itself carries."""


def proofread(recognised: Recognised, cited: CitedLibrary, name: str) -> Iterator[Problem]:
    """What is to be said of the figures of a file, and of wording and citations of its outermost document.

    Args:
        recognised: The file with its paragraphs told apart.
        cited: The library whose 用语表 and 机构库 count and which citations are looked up in; it need not
            be one.
        name: How messages call the file.
    """
    for problem in (*figures(recognised), *words(recognised, cited), *citations(recognised, cited, name)):
        yield replace(problem, place=Place(name), message=f"{problem.place.path}：{problem.message}")


def figures(recognised: Recognised) -> Iterator[Problem]:
    """What the figures of the file disagree about, in its paragraphs and its tables."""
    passages = (Passage(one.text, numbered(one)) for one in sentences(recognised))
    yield from (finding.as_problem() for finding in examine_text(passages))
    for number, table in enumerate(recognised.facts.tables, start=1):
        if table.where is Where.BODY:
            rows = [[cell_text(recognised, cell) for cell in row] for row in table.rows]
            yield from (finding.as_problem() for finding in check_table(rows, Place(f"第{number}个表")))


def cell_text(recognised: Recognised, cell: CellFacts) -> str:
    """The words of a cell."""
    return "".join(recognised.facts.paragraph(number).text for number in cell.paragraphs)


def words(recognised: Recognised, cited: CitedLibrary) -> Iterator[Problem]:
    """What is to be said of the wording."""
    texts = (
        Written(one.text, numbered(one), heading=recognised.role(one.number) in TITLES)
        for one in own(recognised, sentences(recognised))
    )
    return examine_wording(texts, entries_at(cited.root), bodies_at(cited.root))


def citations(recognised: Recognised, cited: CitedLibrary, name: str) -> Iterator[Problem]:
    """What is to be said of the texts that the outermost document cites."""
    passages = tuple(
        (one.text, numbered(one))
        for one in own(recognised, sentences(recognised))
        if recognised.role(one.number) in CITING
    )
    return cited.problems(passages, signed_on(recognised), name)


def signed_on(recognised: Recognised) -> date | None:
    """成文日期 of the outermost document; None while it has none."""
    dates = own(recognised, [*recognised.of(Role.DATE)])
    return next((day for day in (day_of(one.text) for one in dates) if day), None)


def sentences(recognised: Recognised) -> list[ParagraphFacts]:
    """The paragraphs that hold sentences."""
    return [one for one in recognised.facts.paragraphs if recognised.role(one.number) in READ]


def own(recognised: Recognised, paragraphs: list[ParagraphFacts]) -> list[ParagraphFacts]:
    """The paragraphs without those of enclosed documents, which others wrote."""
    if not recognised.parts:
        return paragraphs
    numbers = set(recognised.own_numbers(recognised.parts[0]))
    return [one for one in paragraphs if one.number in numbers]


def numbered(paragraph: ParagraphFacts) -> Place:
    """A paragraph as the place of a finding until the file's name takes its place."""
    return Place(f"第{paragraph.number}段")
