"""Which texts are laid side by side: upper and lower level of a chain, old and new, two issues of a title.

A pair belongs to its later or lower text, so that it is made once, and their number is that of the relations.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from itertools import islice, pairwise
from weakref import WeakKeyDictionary

from generator.chain.effect import day_of_effect
from generator.chain.forwarding import texts_above
from generator.compose.address import file_stem
from generator.compose.effective import attachment_holder
from generator.hanzi.folding import fold
from generator.hanzi.marks import bare_title
from generator.library import Library
from generator.models.fields import YesNo
from generator.models.policy import IssuingFacts, Policy, RelationType, TextState
from generator.pages.sheet import Sheet
from generator.pages.shelf import Shelf

MOST_LEVELS, MOST_CHANGED, MOST_BELOW = 5, 20, 20
"""Levels above a text, texts that it changes, and texts below it, with which it is compared."""
LONGEST_NAME = 50
"""Characters of each of the two names, so that the page can be written on Windows too (260 for all)."""
ISSUE = re.compile(r"[（(〔\[][^（）()〔〕\[\]]*(?:修正|修订|修改|版|年)[^（）()〔〕\[\]]*[）)〕\]]$")
"""What tells one issue of a title from another: （2015年修正）, （2020年版）."""
CHANGES = (RelationType.REPEALS, RelationType.AMENDS)


class Side(Enum):
    """How two texts belong together: what the page is called, and what its two sides are."""

    LEVELS = ("上下级对照", "上级", "下级")
    CHANGE = ("新旧对照", "旧文", "新文")
    ISSUES = ("先后对照", "前一份", "后一份")

    def __init__(self, title: str, first: str, second: str) -> None:
        self.title, self.first, self.second = title, first, second


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts: the upper or older one, and the lower or newer one."""

    first: str
    second: str
    side: Side

    @property
    def path(self) -> str:
        """The page of the pair."""
        return f"browse/beside/{folder_name(self.first)}/{folder_name(self.second)}.md"


def folder_name(record_id: str) -> str:
    """The name of a text in the address of a pair: a long one by its beginning and a sum of the whole."""
    if len(record_id) <= LONGEST_NAME:
        return file_stem(record_id)
    digits = sha256(record_id.encode()).hexdigest()[:8]
    return f"{record_id[: LONGEST_NAME - 10].rstrip('-')}--{digits}"


def pairs_of(shelf: Shelf, record: IssuingFacts) -> Iterator[Pair]:
    """The pairs of which a text is the lower or newer one, as far as both have words; each text once."""
    if not has_words(shelf, record):
        return
    seen = {record.id}
    for first, side in (*older_texts(shelf.library, record), *upper_texts(shelf.library, record)):
        if first.id not in seen and has_words(shelf, first):
            seen.add(first.id)
            yield Pair(first.id, record.id, side)


def upper_texts(library: Library, record: IssuingFacts) -> Iterator[tuple[IssuingFacts, Side]]:
    """The texts that one forwards, the nearest first."""
    return ((text, Side.LEVELS) for text in texts_above(library, record.id)[:MOST_LEVELS])


def older_texts(library: Library, record: IssuingFacts) -> Iterator[tuple[IssuingFacts, Side]]:
    """The texts that one repeals or amends, and the issue of its title before it."""
    changed = (relation.target for relation in record.relations if relation.type in CHANGES)
    for target in islice(dict.fromkeys(changed), MOST_CHANGED):
        found = library.find(target, IssuingFacts)
        if found is not None:
            yield found, Side.CHANGE
    before = earlier_issues(library).get(record.id)
    if before is not None:
        yield before, Side.ISSUES


def encloses(library: Library, holder: str, wanted: str) -> bool:
    """Whether a text prints another whole behind itself, or within what it prints whole."""
    waiting, seen = [holder], {holder}
    while waiting:
        record = library.find(waiting.pop(), IssuingFacts)
        entries = attachment_holder(library, record).attachments if record else ()
        whole = [entry.record for entry in entries if entry.record and entry.whole is YesNo.YES]
        if wanted in whole:
            return True
        waiting += [one for one in whole if one not in seen]
        seen.update(whole)
    return False


def has_words(shelf: Shelf, record: IssuingFacts) -> bool:
    """Whether the library holds words of a text; only then can it be compared."""
    stub = isinstance(record, Policy) and record.text_state is TextState.STUB
    return not stub and bool(shelf.library.entries[record.id].source.body)


# --- issues of one title --------------------------------------------------------------------------

EARLIER: WeakKeyDictionary[Library, Mapping[str, Policy]] = WeakKeyDictionary()
LATER: WeakKeyDictionary[Library, Mapping[str, str]] = WeakKeyDictionary()


def earlier_issues(library: Library) -> Mapping[str, Policy]:
    """For each policy the one before it that bears the same title and comes from the same bodies."""
    if library not in EARLIER:
        groups: dict[tuple[str, ...], list[Policy]] = {}
        for policy in library.every(Policy):
            groups.setdefault((issue_key(policy.title), *policy.issuers), []).append(policy)
        EARLIER[library] = {
            later.id: before for group in groups.values() for before, later in neighbours(group)
        }
    return EARLIER[library]


def later_issues(library: Library) -> Mapping[str, str]:
    """The 编号 of the issue after each policy."""
    if library not in LATER:
        LATER[library] = {before.id: later for later, before in earlier_issues(library).items()}
    return LATER[library]


def neighbours(group: list[Policy]) -> Iterator[tuple[Policy, Policy]]:
    """The policies of a title in the order of their days, each with the one before it."""
    dated = [(day, policy.id, policy) for policy in group if (day := day_of_effect(policy)) is not None]
    ordered = [policy for _, _, policy in sorted(dated, key=lambda item: item[:2])]
    return pairwise(ordered)


def issue_key(title: str) -> str:
    """A title without what tells its issues apart."""
    return ISSUE.sub("", fold(bare_title(title)))


# --- links ----------------------------------------------------------------------------------------


def pair_between(shelf: Shelf, one: str, other: str) -> Pair | None:
    """The pair of two texts, whichever is the lower or newer; None where they have none."""
    for record_id, partner in ((one, other), (other, one)):
        record = shelf.library.find(record_id, IssuingFacts)
        pairs = pairs_of(shelf, record) if record else iter(())
        found = next((pair for pair in pairs if pair.first == partner), None)
        if found is not None:
            return found
    return None


def comparison_link(sheet: Sheet, one: str, other: str, words: str = "对照") -> str:
    """A link to the page on which two texts stand side by side; nothing where there is none."""
    pair = pair_between(sheet.shelf, one, other)
    return sheet.link(pair.path, words, class_="compare-link") if pair else ""


def comparisons_of(shelf: Shelf, record: IssuingFacts) -> tuple[Pair, ...]:
    """The pairs that a text stands in: with those above or before it, then with some below or after it."""
    mentions = shelf.library.mentions_of.get(record.id, ())
    types = {RelationType.FORWARDS.value, *(change.value for change in CHANGES)}
    followers = dict.fromkeys(one.by for one in mentions if one.type in types)
    later = (pair_between(shelf, record.id, by) for by in islice(followers, MOST_BELOW))
    own = pairs_of(shelf, record)
    return tuple(dict.fromkeys((*own, *(pair for pair in later if pair), *next_issue(shelf, record))))


def next_issue(shelf: Shelf, record: IssuingFacts) -> Iterator[Pair]:
    """The pair with the next issue of the same title."""
    later = later_issues(shelf.library).get(record.id)
    pair = pair_between(shelf, later, record.id) if later else None
    if pair:
        yield pair
