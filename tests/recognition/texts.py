"""Texts as trees for tests, and what a tree says as words: nothing may be lost on the way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.document import (
    Article,
    Attachment,
    Block,
    Heading,
    Imprint,
    JointMark,
    Masthead,
    OfficialDocument,
    Paragraph,
    Signature,
    Table,
    plain,
)
from generator.hanzi.calendar import print_day
from generator.recognition import recognise
from generator.recognition.contents import read_contents
from generator.recognition.facts import DocumentFacts, Where
from generator.recognition.plain import PlainLine, plain_facts
from generator.recognition.recovered import Contents, Recovered
from generator.recognition.roles import Role

FORM_WORDS = frozenset("，。、；：,;:.()（）-—–·•《》〈〉★☆")
"""Marks that a tree does not hold because a pen sets them."""


def lines_from(text: str) -> list[PlainLine]:
    """The lines of a text without the empty ones; a line with tabs or bars is the row of a table."""
    lines: list[PlainLine] = []
    table, inside = -1, False
    for line in text.splitlines():
        if not line.strip():
            continue
        row = "\t" in line or "|" in line
        table += row and not inside
        inside = row
        cells = tuple(cell.strip() for cell in line.replace("|", "\t").split("\t"))
        lines.append(PlainLine(line.strip(), cells, table) if row else PlainLine(line.strip()))
    return lines


def contents_of(text: str) -> Contents:
    """What a plain text holds."""
    return read_contents(recognise(plain_facts("样.txt", lines_from(text))))


def only(contents: Contents) -> Recovered:
    """The one text of a file."""
    assert len(contents.texts) == 1, [type(text.tree).__name__ for text in contents.texts]
    return contents.texts[0]


def official(text: str) -> OfficialDocument:
    """The one 公文 of a plain text."""
    tree = only(contents_of(text)).tree
    assert isinstance(tree, OfficialDocument)
    return tree


def article(text: str) -> Article:
    """The one article of a plain text."""
    tree = only(contents_of(text)).tree
    assert isinstance(tree, Article)
    return tree


def doubted(text: str) -> dict[str, tuple[str, ...]]:
    """What is doubtful about the one text of a file: element and candidates."""
    return {doubt.element: doubt.candidates for doubt in only(contents_of(text)).doubts}


def outline(blocks: Sequence[Block]) -> list[str]:
    """The blocks of a text in short: 1│一、│总则, the first words of a paragraph behind its lead, 表2×3."""
    return [line for block in blocks for line in in_short(block)]


def in_short(block: Block) -> Iterator[str]:
    """One block in short."""
    match block:
        case Heading():
            yield f"{block.level}│{block.label.strip()}│{plain(block.inlines)}"
        case Paragraph(lead=None):
            yield plain(block.inlines)[:8]
        case Paragraph(lead=lead) if lead:
            yield f"{lead.level}│{lead.label.strip()}│{plain(lead.inlines)}→{plain(block.inlines)[:6]}"
        case Table():
            yield f"表{len(block.head)}+{len(block.rows)}×{len(block.widths)}"


# --- what a tree says --------------------------------------------------------------------------------


def said(tree: OfficialDocument | Article) -> Iterator[str]:
    """Everything that a tree says, with the words that its pen prints around."""
    if isinstance(tree, Article):
        yield from (tree.title, tree.subtitle)
        yield from (words for block in tree.body for words in said_in(block))
        return
    yield from said_in_head(tree.masthead)
    yield from (tree.title, tree.addressees, tree.note, tree.disclosure)
    yield from (words for block in tree.body for words in said_in(block))
    yield from (word for one in tree.attendance for word in (one.label, *one.names))
    yield from said_at_end(tree.signature, tree.imprint)
    for attachment in tree.attachments:
        yield from said_in_attachment(attachment)


def said_in_head(head: Masthead) -> Iterator[str]:
    """版头."""
    beside = head.mark.beside * len(head.mark.bodies) if isinstance(head.mark, JointMark) else ""
    yield from (str(head.mark), beside, head.number, head.copy_number, head.secrecy, head.urgency)
    yield from ("签发人" * (len(head.signers) + 1), *head.signers)


def said_at_end(signature: Signature | None, imprint: Imprint | None) -> Iterator[str]:
    """署名, date and 版记."""
    if signature:
        yield from (*signature.issuers, *signature.officials)
        yield print_day(signature.date) if signature.date else ""
    if imprint:
        named = (*imprint.copies_to, *imprint.addressees)
        yield from (imprint.printer, "抄送主送" * len(named), *named, *imprint.others)
        yield print_day(imprint.printed_on) + "印发" if imprint.printed_on else ""


def said_in_attachment(attachment: Attachment) -> Iterator[str]:
    """The line of the 附件说明, the label, the title on the page, and the text."""
    yield from ("附件" + attachment.label, str(attachment.number or ""), attachment.title)
    yield from attachment.title_lines
    if isinstance(attachment.content, OfficialDocument):
        yield from said(attachment.content)
    else:
        yield from (words for block in attachment.content for words in said_in(block))


def said_in(block: Block) -> Iterator[str]:
    """The words of a block."""
    if isinstance(block, Table):
        yield from (block.title, block.note)
        yield from (cell.text for row in (*block.head, *block.rows) for cell in row.cells)
    else:
        yield block.text


def characters(texts: Iterator[str] | Sequence[str]) -> Counter[str]:
    """How often each character stands in some texts; spaces and the marks of a pen do not count."""
    return Counter(one for text in texts for one in text if not one.isspace() and one not in FORM_WORDS)


def lost(facts: DocumentFacts, contents: Contents) -> Counter[str]:
    """The characters of a file that neither a tree nor an unplaced paragraph holds."""
    known = recognise(facts)
    printed = [
        one.numbering + one.text
        for one in facts.paragraphs
        if known.role(one.number) not in {Role.PAGE_NUMBER, Role.ATTACHMENT_LABEL}
    ]
    kept = [words for text in contents.texts for words in said(text.tree)]
    left = [facts.paragraph(number).numbering + facts.paragraph(number).text for number in contents.unplaced]
    return characters(printed) - characters([*kept, *left])


def as_plain(facts: DocumentFacts) -> list[PlainLine]:
    """A Word file as lines without any looks, as a text copy of it would have them."""
    roles = recognise(facts).roles
    worded = {
        paragraph.table
        for paragraph, role in zip(facts.paragraphs, roles, strict=True)
        if role is Role.TABLE_TEXT and paragraph.table is not None
    }
    lines: list[PlainLine] = []
    done: set[int] = set()
    for paragraph in facts.paragraphs:
        if paragraph.where in {Where.HEADER, Where.FOOTER}:
            continue
        if paragraph.table not in worded:
            lines += [PlainLine(paragraph.text)] if paragraph.text.strip() else []
        elif paragraph.table is not None and paragraph.table not in done:
            done.add(paragraph.table)
            lines += rows_of(facts, paragraph.table)
    return lines


def rows_of(facts: DocumentFacts, table: int) -> Iterator[PlainLine]:
    """The rows of a table, a merged cell as an empty one."""
    for row in facts.tables[table].rows:
        cells: list[str] = []
        for cell in row:
            words = "".join(facts.paragraph(number).text for number in cell.paragraphs)
            cells += ["" if cell.continued else words, *[""] * (cell.columns - 1)]
        yield PlainLine("\t".join(cells), tuple(cells), table)
