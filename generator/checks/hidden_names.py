"""Where published words name a record that is not published: its title, a short form of it, its 文号.

All hidden names are looked for in one go, so that the cost follows the length of the texts and not the
number of hidden records; a library that hides nothing costs nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from generator.chain.index import ONE_KIND, QUOTES, index_of, title_key
from generator.chain.resolving import Match, resolve
from generator.compose.effective import region_of
from generator.compose.titles import full_title
from generator.hanzi.citations import find_citations
from generator.hanzi.docnumber import OPENING
from generator.hanzi.folding import fold
from generator.library import Library
from generator.models.case import Case, Practice
from generator.models.policy import IssuingFacts
from generator.models.record import Record

SHORTEST_NAME, SHORTEST_WITH_DIGITS, SHORTEST_ALIAS = 8, 5, 4
"""Characters that tell a name from ordinary words: a title, one with a number in it, 别名 of a case."""
TAIL = re.compile("(?:试点)?(?:项目|工程|试点)$")
"""What texts leave out at the end of a project's name."""
MAY_CITE = re.compile(rf"[《〈≪«<＜号]|[{OPENING}]\s*(?:19|20)\d\d")
"""Every title in signs and every 文号 has one of these."""
SAID_BEFORE_TITLE = "关于"
"""How a title without the body that issued it begins, if it is more than the name of a thing."""


class HiddenNames:
    """The names of the records that are not published, to be found in texts.

    Attributes:
        hidden: 编号 of the records that are not published.
        meant: those of them that a name means.
        within: names of published records in which a hidden name stands as a part.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self.hidden = frozenset(key for key, entry in library.entries.items() if not entry.record.publishable)
        self.meant: dict[str, list[str]] = defaultdict(list)
        self.within: dict[str, list[str]] = defaultdict(list)
        named = [
            record for record in library.every(Record) if isinstance(record, Case | Practice | IssuingFacts)
        ]
        for record in named if self.hidden else ():
            if record.id in self.hidden:
                for name in spoken_names(library, record):
                    self.meant[name].append(record.id)
        self.pattern = re.compile(any_of(sorted(self.meant)) if self.meant else "(?!)")
        self.note_longer_names(record for record in named if record.id not in self.hidden)

    def note_longer_names(self, published: Iterable[Record]) -> None:
        """Published names that a hidden one is part of: 《…法实施条例》 does not name the 《…法》.

        One that a published record bears as well names neither; only 书名号 and the region tell which.
        """
        for record in published if self.meant else ():
            for name in written_names(self.library, record):
                for match in self.pattern.finditer(name):
                    self.within[match[0]].append(name)
                    if match[0] == name:
                        self.meant[name].clear()

    def named_in(self, record: Record, text: str) -> Iterator[tuple[str, str]]:
        """The hidden records that a text of a published record names, each with the words that name it."""
        yield from self.spoken_in(text)
        if MAY_CITE.search(text):
            yield from self.cited_in(record, text)

    def spoken_in(self, text: str) -> Iterator[tuple[str, str]]:
        """Names that stand in a text, in signs or without."""
        words = compared(text)
        for match in self.pattern.finditer(words):
            enclosed = words[: match.start()].endswith("〈") and words[match.end() :].startswith("〉")
            if enclosed or not self.is_part(words, match):
                yield from ((record_id, match[0]) for record_id in self.meant[match[0]])

    def is_part(self, words: str, match: re.Match[str]) -> bool:
        """Whether a name stands there only as a part of a published name."""
        starts = ((name, match.start() - name.find(match[0])) for name in self.within.get(match[0], ()))
        return any(start >= 0 and words.startswith(name, start) for name, start in starts)

    def cited_in(self, record: Record, text: str) -> Iterator[tuple[str, str]]:
        """Hidden policies that a text cites by title or 文号, in any spelling."""
        region = region_of(self.library, record) or ""
        for citation in find_citations(text, index_of(self.library).codes):
            found = resolve(self.library, citation, region)
            meant = (found.record,) if found.record else found.candidates
            closed = [name for name in meant if name in self.hidden]
            doubtful = found.match is Match.SEVERAL and len(closed) < len(meant)
            if record.id not in found.candidates and not doubtful:
                yield from ((record_id, citation.spelled) for record_id in closed)


def any_of(names: Sequence[str]) -> str:
    """A pattern that finds the longest of some sorted names at a place; what they share is tried once."""
    if len(names) == 1:
        return re.escape(names[0])
    start = names[0][: shared_length(names[0], names[-1])]
    groups: dict[str, list[str]] = defaultdict(list)
    for name in names:
        rest = name.removeprefix(start)
        groups[rest[:1]].append(rest)
    branches = (any_of(groups[letter]) for letter in sorted(groups, reverse=True))
    return f"{re.escape(start)}(?:{'|'.join(branches)})"


def shared_length(one: str, other: str) -> int:
    """How many characters two names have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def compared(text: str) -> str:
    """A text as names are looked for in it: width, spaces, quotation marks and kinds of 书名号 are one."""
    return QUOTES.sub("", fold(text)).translate(ONE_KIND)


def written_names(library: Library, record: Record) -> Iterator[str]:
    """The names of a record as it writes them."""
    title = full_title(library, record) if isinstance(record, IssuingFacts) else record.name
    yield from map(compared, (title, *getattr(record, "aliases", ())))


def spoken_names(library: Library, record: Record) -> tuple[str, ...]:
    """The names by which texts call a record, those that cannot be taken for ordinary words."""
    whole, *aliases = written_names(library, record)
    if isinstance(record, IssuingFacts):
        rest = index_of(library).named(title_key(whole)).rest
        bare = (rest,) if rest.startswith(SAID_BEFORE_TITLE) else ()
        return tuple(dict.fromkeys(filter(is_telling, (whole, *aliases, *bare))))
    short = project_name(library, record, whole)
    others = [alias for alias in aliases if len(alias) >= SHORTEST_ALIAS]
    return tuple(dict.fromkeys((*filter(is_telling, (whole, short)), *others)))


def is_telling(name: str) -> bool:
    """Whether a name is long enough, or holds a number, so that no other thing is meant by it."""
    digits = any(character.isdigit() for character in name)
    return len(name) >= (SHORTEST_WITH_DIGITS if digits else SHORTEST_NAME)


def project_name(library: Library, record: Record, name: str) -> str:
    """A project without the region before it and 项目 behind it, as a report of that region calls it."""
    path = library.region_path(getattr(record, "region", ""))
    parents = ("", *(region.full_name for region in path))
    own = (region.full_name.removeprefix(above) for region, above in zip(path, parents, strict=False))
    for lead in (*reversed([region.full_name for region in path]), *own):
        name = name.removeprefix(compared(lead))
    return TAIL.sub("", name)
