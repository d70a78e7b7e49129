"""The titles and numbers of a library as citations are looked up in them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from weakref import WeakKeyDictionary, ref

from generator.chain.prefixes import STATE, split_body
from generator.compose.effective import issuers_of
from generator.compose.titles import full_title
from generator.hanzi.docnumber import DocNumber
from generator.hanzi.folding import fold
from generator.hanzi.marks import bare_title
from generator.hanzi.titles import ISSUE, parse_title
from generator.library import Library
from generator.models.issued import IssuedDocument
from generator.models.policy import IssuingFacts, Policy

QUOTES = re.compile("[“”‘’\"'「」『』]")
ONE_KIND = str.maketrans("《》<>", "〈〉〈〉")
REVISED = re.compile(r"\((?:(?:19|20)\d\d年?)?(?:第[一二三四五]次)?(?:修正|修订|修改)(?:版|本)?\)$")


@dataclass(frozen=True, slots=True)
class Named:
    """A title as it is looked up: without spaces, quotation marks and the name of the state.

    Attributes:
        whole: the title.
        body: the issuing body that it begins with; empty if it names none.
        rest: the title without that body.
        issued: the title that it issues (关于印发《…》的通知); empty if none.
    """

    whole: str
    body: str
    rest: str
    issued: str


class TitleForms:
    """Titles in their forms, worked out once for a library and all that grow out of it.

    A form depends on the bodies that are known: where these change, the titles that contain a changed
    name are worked out anew.
    """

    def __init__(self) -> None:
        self.names: frozenset[str] = frozenset()
        self.known: dict[str, Named] = {}

    def of(self, title: str, names: frozenset[str]) -> Named:
        """A title in its forms.

        Args:
            title: a title as written.
            names: full and short names of the bodies that are known.
        """
        if names is not self.names:
            changed = names ^ self.names
            kept = (form for form in self.known.items() if not any(one in form[1].whole for one in changed))
            self.known = dict(kept)
            self.names = names
        if title not in self.known:
            self.known[title] = forms_of(title, names)
        return self.known[title]


def forms_of(title: str, names: frozenset[str]) -> Named:
    """A title in its forms; two spellings of one title have equal forms."""
    whole = title_key(title)
    body, rest = split_body(whole, names)
    parsed = parse_title(rest)
    inner = parsed.inner if parsed.verb == ISSUE else None
    issued = split_body(str(inner).removeprefix(STATE), names)[1] if inner else ""
    return Named(whole, body, rest, issued)


class CitationIndex:
    """What a library knows of the texts that can be cited."""

    def __init__(self, library: Library) -> None:
        self.owner = ref(library)
        self.forms = FORMS.setdefault(library, TitleForms())
        self.texts = tuple(citable(library))
        self.by_title: dict[str, list[str]] = defaultdict(list)
        self.by_rest: dict[str, list[str]] = defaultdict(list)
        self.by_issued: dict[str, list[str]] = defaultdict(list)
        for record in self.texts:
            self.note(record)

    @property
    def library(self) -> Library:
        """The library that this is the index of; it is held weakly, so that one nobody needs can go."""
        library = self.owner()
        if library is None:
            message = "the library of this index is gone"
            raise ReferenceError(message)
        return library

    def note(self, record: IssuingFacts) -> None:
        """Take one text into the tables; under each of its names it stands once."""
        aliases = record.aliases if isinstance(record, Policy) else ()
        for title in (full_title(self.library, record), *aliases):
            named = self.named(title)
            for table, key in (
                (self.by_title, named.whole),
                (self.by_rest, named.rest),
                (self.by_issued, named.issued),
            ):
                if key and record.id not in table[key]:
                    table[key].append(record.id)

    def named(self, title: str) -> Named:
        """A title in its forms, as this library knows the bodies."""
        return self.forms.of(title, self.body_names)

    @cached_property
    def body_names(self) -> frozenset[str]:
        """Full and short names of bodies: those of 机构库 and those that issued a text."""
        library = self.library
        known = (name for body in library.bodies.values() for name in (body.name, *body.aliases))
        issuers = (name for record in self.texts for name in issuers_of(library, record))
        return frozenset(fold(name) for name in {*known, *issuers})

    @cached_property
    def codes(self) -> frozenset[str]:
        """机关代字 of the texts and of 机构库."""
        numbered = (record.number.code for record in self.texts if isinstance(record.number, DocNumber))
        return frozenset((*numbered, *(code for body in self.library.bodies.values() for code in body.codes)))

    @cached_property
    def by_serial(self) -> Mapping[tuple[int, int], tuple[IssuingFacts, ...]]:
        """Texts by year and serial of their number; whether the code fits is looked at next."""
        found: dict[tuple[int, int], list[IssuingFacts]] = defaultdict(list)
        for record in self.texts:
            if isinstance(record.number, DocNumber):
                found[record.number.year, record.number.serial].append(record)
        return {key: tuple(records) for key, records in found.items()}

    def with_number(self, number: DocNumber) -> tuple[str, ...]:
        """The texts of a number, those of the longest code that fits."""
        records = self.by_serial.get((number.year, number.serial), ())
        fitting = [(code_of(record), record.id) for record in records if fits(number, code_of(record))]
        longest = max((len(code) for code, _ in fitting), default=0)
        return tuple(name for code, name in fitting if len(code) == longest or not number.code)

    def full_names(self, record_id: str) -> tuple[str, ...]:
        """Names under which the issuing bodies of a text are known."""
        record = self.library.find(record_id, IssuingFacts)
        issuers = issuers_of(self.library, record) if record else ()
        bodies = (self.library.bodies_by_name.get(name) for name in issuers)
        aliases = (alias for body in bodies if body for alias in body.aliases)
        return tuple(fold(name) for name in (*issuers, *aliases))


INDEXES: WeakKeyDictionary[Library, CitationIndex] = WeakKeyDictionary()
FORMS: WeakKeyDictionary[Library, TitleForms] = WeakKeyDictionary()


def hand_on_forms(before: Library, after: Library) -> Library:
    """Let a library that grew out of another go on with what is worked out of its titles; gives it back."""
    FORMS[after] = FORMS.setdefault(before, TitleForms())
    return after


def index_of(library: Library) -> CitationIndex:
    """The index of a library, made at the first question."""
    if library not in INDEXES:
        INDEXES[library] = CitationIndex(library)
    return INDEXES[library]


def citable(library: Library) -> Iterator[IssuingFacts]:
    """Policies and documents; one that has a 底本 is the same text as its 底本."""
    for record in library.every(IssuingFacts):
        if not (isinstance(record, IssuedDocument) and record.original in library.entries):
            yield record


def title_key(title: str) -> str:
    """A title as it is compared: width, spaces, quotation marks and kinds of 书名号 make no difference."""
    plain = QUOTES.sub("", fold(bare_title(title))).translate(ONE_KIND)
    return REVISED.sub("", plain).removeprefix(STATE)


def code_of(record: IssuingFacts) -> str:
    """机关代字 of a text that has a number."""
    return record.number.code if isinstance(record.number, DocNumber) else ""


def fits(number: DocNumber, code: str) -> bool:
    """Whether a cited number can have this code: words may stick to its front, an order may leave it out."""
    if not number.code:
        return number.year == 0
    return number.code.endswith(code) or (number.year == 0 and code.endswith(number.code))
