"""SUM, GROW, SAME and UNIT: the figures of every text held against each other (`generator.figures`).

Read are what we wrote, cases, practices, policies and answers to surveys; tables in them too.
Texts that several records of one region tell are compared with each other.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.checks.errata import graded
from generator.checks.own_bodies import own_bodies
from generator.compose import Trees
from generator.document import Blocks, Heading, Paragraph, Table, blocks_of
from generator.figures.examining import compare_texts, examine_text
from generator.figures.passages import Finding, Passage
from generator.figures.tables import check_table
from generator.library import Library
from generator.models.returns import SurveyReturn
from generator.problems import Place, Problem


def check_prose_numbers(library: Library, trees: Trees) -> Iterator[Problem]:
    """Each text by itself, then those of one region together."""
    texts = {record_id: tuple(passages) for record_id, passages in all_texts(library, trees)}
    for record_id, passages in texts.items():
        yield from problems_of(library, record_id, examine_text(passages))
    for record_id, blocks in all_blocks(library, trees):
        yield from problems_of(library, record_id, tables_among(blocks, library.place(record_id)))
    yield from between_texts(library, texts)


def problems_of(
    library: Library, record_id: str, findings: Iterator[Finding] | tuple[Finding, ...]
) -> Iterator[Problem]:
    """Findings in a record, those that its 勘误 settle as such."""
    record = library.entries[record_id].record
    for finding in findings:
        yield graded(finding.as_problem(), record, *finding.figures)


def all_texts(library: Library, trees: Trees) -> Iterator[tuple[str, Iterator[Passage]]]:
    """The passages of every record that is told in sentences, by 编号."""
    for record_id, blocks in all_blocks(library, trees):
        yield record_id, passages_of(blocks, library.place(record_id))
    for answers in library.every(SurveyReturn):
        yield answers.id, answer_passages(library, answers)


def all_blocks(library: Library, trees: Trees) -> Iterator[tuple[str, Blocks]]:
    """The blocks of what we wrote, of articles, and of policies with their attachments."""
    yield from own_bodies(library, trees)
    for record_id, article in trees.articles.items():
        yield record_id, article.body
    for record_id, tree in trees.policies.items():
        yield record_id, tuple(blocks_of(tree))


def passages_of(blocks: Blocks, place: Place) -> Iterator[Passage]:
    """Headings and paragraphs as they are printed; cells of tables are read with their table."""
    for block in blocks:
        if isinstance(block, Heading | Paragraph):
            yield Passage(block.text, block.origin or place)


def answer_passages(library: Library, answers: SurveyReturn) -> Iterator[Passage]:
    """The paragraphs of the answers."""
    for number, answer in enumerate(answers.answers):
        for position, text in enumerate(answer.paragraphs):
            yield Passage(text, library.place(answers.id, "填报", number, "内容", position))


def tables_among(blocks: Blocks, place: Place) -> Iterator[Finding]:
    """What tables say against themselves."""
    for block in blocks:
        if isinstance(block, Table):
            yield from check_table(rows_of(block), block.origin or place)


def rows_of(table: Table) -> list[list[str]]:
    """The words of a table's cells, heads first."""
    return [[cell.text for cell in row.cells] for row in (*table.head, *table.rows)]


def between_texts(library: Library, texts: dict[str, tuple[Passage, ...]]) -> Iterator[Problem]:
    """Facts that several records of one region state with different values."""
    by_region: dict[str, list[str]] = defaultdict(list)
    for record_id in texts:
        region = getattr(library.entries[record_id].record, "region", None)
        if isinstance(region, str):
            by_region[region].append(record_id)
    for ids in by_region.values():
        owners = {library.source(record_id).path: record_id for record_id in ids}
        for finding in compare_texts([texts[record_id] for record_id in ids]):
            owner = owners.get(finding.place.path)
            if owner is not None:
                yield from problems_of(library, owner, (finding,))
