"""Citations in texts: of what, and whether title, number and 关系 agree.

CITE001 a title and a number that are those of different records, CITE002 a number or a title that the
library knows with another title or number, CITE003 a number left out at the first mention, CITE004
citations that no 关系 names, CITE005 citations of which the library has no record.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from generator.chain.citing import Cited, citations_in, names_a_document
from generator.chain.effect import cited_as
from generator.chain.index import index_of
from generator.chain.leaning import sentence_of
from generator.chain.resolving import Match
from generator.checks.errata import graded
from generator.checks.own_bodies import stands_in
from generator.compose import Trees
from generator.compose.effective import original_of
from generator.hanzi.docnumber import DocNumber
from generator.library import Library
from generator.models.issued import IssuedDocument
from generator.models.policy import IssuingFacts
from generator.problems import Level, Problem

NUMBERED = "引用公文的通行写法：标题在前，发文字号在后"
"""What FWD002 and the messages on citations rest on; a custom, and no clause of a rule that is at hand."""
ISSUED_HERE = re.compile("现予|现印发|印发给|予以(?:公布|发布|印发)|审议通过|公布如下")
"""Words of a sentence with which a document issues a text of its own."""
MOST_NAMED = 5


def check_citations(library: Library, trees: Trees) -> Iterator[Problem]:
    """The texts of policies and what our own documents say."""
    for record_id, tree in (*trees.policies.items(), *trees.documents.items()):
        record = library.find(record_id, IssuingFacts)
        if record is None:
            continue
        own = (block for block in tree.body if stands_in(block, library.source(record_id).path))
        cited = tuple(citations_in(library, record_id, own))
        for check in CHECKS:
            yield from check(library, record, cited)


def disagreements(library: Library, record: IssuingFacts, cited: tuple[Cited, ...]) -> Iterator[Problem]:
    """Titles and numbers that do not belong together."""
    ours = isinstance(record, IssuedDocument)
    for entry in cited:
        problem = disagreement(library, entry)
        if problem is not None:
            level = problem.level if ours else Level.HINT
            yield graded(replace(problem, level=level), record, entry.citation.spelled)


def disagreement(library: Library, cited: Cited) -> Problem | None:
    """What is wrong with one citation, if anything."""
    resolution, spelled = cited.resolution, cited.citation.spelled
    names = "、".join(cited_as(library, candidate) for candidate in resolution.candidates)
    if resolution.match is Match.CONFLICT:
        message = f"“{spelled}”题号不符：题名和文号各是一份文件的"
        return Problem(Level.WARNING, "CITE001", message, cited.place, f"核对引的是哪一份：{names}", NUMBERED)
    if resolution.match is Match.OTHER_NUMBER:
        message = f"“{spelled}”的文号与库里的不同"
        return Problem(Level.WARNING, "CITE002", message, cited.place, f"库里是{names}，核对文号", NUMBERED)
    if resolution.match is Match.OTHER_TITLE:
        message = f"“{spelled}”的题名与库里的不同"
        return Problem(Level.HINT, "CITE002", message, cited.place, f"库里是{names}，核对题名", NUMBERED)
    return None


def missing_numbers(library: Library, record: IssuingFacts, cited: tuple[Cited, ...]) -> Iterator[Problem]:
    """First mentions by title alone in our own documents; what a notice forwards has a check of its own."""
    if not isinstance(record, IssuedDocument):
        return
    original = original_of(library, record)
    seen = {record.forwards, original.forwards if original else None}
    for entry in cited:
        target = entry.resolution.record if entry.resolution.certain else None
        if target is None or target in seen:
            continue
        seen.add(target)
        if entry.citation.number is None and has_own_number(library, target):
            message = f"首次引用“{entry.citation.spelled}”没有写文号"
            hint = f"可写成{cited_as(library, target)}"
            yield Problem(Level.HINT, "CITE003", message, entry.place, hint, NUMBERED)


def has_own_number(library: Library, record_id: str) -> bool:
    """Whether a text has a 文号 that stands on no other text."""
    text = library.find(record_id, IssuingFacts)
    number = text.number if text else None
    return isinstance(number, DocNumber) and index_of(library).with_number(number) == (record_id,)


def unrelated(library: Library, record: IssuingFacts, cited: tuple[Cited, ...]) -> Iterator[Problem]:
    """Texts that are cited in words of its own and stand in no 关系; told once for a record."""
    known = {record.id, *related_to(library, record)}
    targets = (entry.resolution.record for entry in cited if entry.resolution.certain and not entry.bound)
    found = [target for target in dict.fromkeys(targets) if target and target not in known]
    if found:
        place = next(entry.place for entry in cited if entry.resolution.record == found[0])
        message = f"正文引用了{listed(found)}，“关系”里没有登记"
        yield Problem(Level.HINT, "CITE004", message, place, "在“关系”里补上（依据、引用等）和所在条款")


def related_to(library: Library, record: IssuingFacts) -> Iterator[str]:
    """The records that a text names in its fields."""
    for facts in (record, original_of(library, record)):
        if facts is not None:
            yield facts.id
            yield from (relation.target for relation in facts.relations)
            yield from (entry.record for entry in facts.attachments if entry.record)
    if isinstance(record, IssuedDocument):
        yield from record.data.values()
    yield from (text.id for text in library.chain_up(record.id))


def unknown(library: Library, _record: IssuingFacts, cited: tuple[Cited, ...]) -> Iterator[Problem]:
    """Texts that a record cites and that the library does not hold."""
    return unknown_texts(library, cited)


def unknown_texts(library: Library, cited: tuple[Cited, ...]) -> Iterator[Problem]:
    """Texts that are cited and that the library does not hold; told once for what cites them."""
    missing = [
        entry
        for entry in cited
        if not entry.resolution.candidates
        and names_a_document(entry.citation)
        and not ISSUED_HERE.search(sentence_of(entry))
    ]
    index = index_of(library)
    names = {index.named(entry.citation.title).whole or entry.citation.spelled: entry for entry in missing}
    if names:
        place = next(iter(names.values())).place
        message = f"正文引用的{listed([entry.citation.spelled for entry in names.values()])}库里没有记录"
        hint = "录入题录（文本: 存根），引用、时效才查得到"
        yield Problem(Level.HINT, "CITE005", message, place, hint)


def listed(names: list[str]) -> str:
    """The first few names, and how many there are."""
    first = "、".join(f"“{name}”" for name in names[:MOST_NAMED])
    return first + (f"等 {len(names)} 份文件" if len(names) > MOST_NAMED else "")


CHECKS: tuple[Callable[[Library, IssuingFacts, tuple[Cited, ...]], Iterator[Problem]], ...] = (
    disagreements,
    missing_numbers,
    unrelated,
    unknown,
)
