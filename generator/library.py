"""All records of a library together: who is who, who cites whom, which region lies in which.

`load_library` reads every file once.  What cannot be read is reported, never skipped in silence.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from generator.hanzi.docnumber import DocNumber
from generator.models.case import Case, Practice
from generator.models.policy import IssuingFacts, Policy, RelationType
from generator.models.reading import read_record
from generator.models.record import Record
from generator.models.reference import Body, BodyTable, CodeTable, Region, RegionTable, Rule, RuleTable
from generator.problems import Level, Place, Problem, in_order
from generator.source import Source, read_source

FOLDERS = ("cases", "policies", "documents")
SUFFIXES = (".yaml", ".yml", ".md")
NATIONWIDE = "全国"

R = TypeVar("R", bound=Record)
Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Entry:
    """A record and the file that it was read from."""

    record: Record
    source: Source


@dataclass(frozen=True, slots=True)
class Mention:
    """One record pointing at another: from where, how, and at which provisions of either."""

    by: str
    type: str
    target: str
    anchor: str = ""
    target_anchor: str = ""
    place: Place = field(default=Place(""))


class Library:
    """The records of a library by 编号, in the order of their files."""

    def __init__(
        self,
        root: Path,
        entries: Mapping[str, Entry],
        unread: frozenset[str] = frozenset(),
        whole: Library | None = None,
    ) -> None:
        self.root = root
        self.entries = entries
        self.whole = whole
        """Of a public view: the library with the hidden records, asked only whether something is hidden."""
        self.unread = unread
        """Names of record files that could not be read: who points at them is not to blame."""

    def __contains__(self, record_id: str) -> bool:
        return record_id in self.entries

    def find(self, record_id: str, kind: type[R]) -> R | None:
        """The record of this 编号 if it is of the kind asked for."""
        entry = self.entries.get(record_id)
        return entry.record if entry and isinstance(entry.record, kind) else None

    def every(self, kind: type[R]) -> tuple[R, ...]:
        """All records of a kind, in the order of their files."""
        return tuple(entry.record for entry in self.entries.values() if isinstance(entry.record, kind))

    def source(self, record_id: str) -> Source:
        """The file of a record."""
        return self.entries[record_id].source

    def place(self, record_id: str, *path: str | int) -> Place:
        """Where a value of a record stands."""
        return self.source(record_id).place(path)

    # --- reference tables ---------------------------------------------------------------

    @cached_property
    def bodies(self) -> Mapping[str, Body]:
        """机构 by 编号."""
        return {body.id: body for table in self.every(BodyTable) for body in table.bodies}

    @cached_property
    def bodies_by_name(self) -> Mapping[str, Body]:
        """机构 by full name."""
        return {body.name: body for body in self.bodies.values()}

    @cached_property
    def regions(self) -> Mapping[str, Region]:
        """行政区划 by full name."""
        return {region.full_name: region for table in self.every(RegionTable) for region in table.regions}

    @cached_property
    def rules(self) -> Mapping[str, Rule]:
        """制度参数 by 编号."""
        return {rule.id: rule for table in self.every(RuleTable) for rule in table.rules}

    def code_table(self, table_id: str) -> CodeTable | None:
        """A code table by its 编号, e.g. 六大类."""
        return self.find(table_id, CodeTable)

    def region_path(self, full_name: str) -> tuple[Region, ...]:
        """A region and those above it, the province first; the nation and unknown regions have no path."""
        path: list[Region] = []
        region = self.regions.get(full_name)
        while region and region.full_name != NATIONWIDE and region not in path:
            path.append(region)
            region = self.regions.get(region.parent or "")
        return tuple(reversed(path))

    def lies_in(self, full_name: str, other: str) -> bool:
        """Whether a region is another one or lies in it."""
        return other == NATIONWIDE or any(region.full_name == other for region in self.region_path(full_name))

    # --- relations ------------------------------------------------------------------------

    @cached_property
    def policies_by_number(self) -> Mapping[str, tuple[IssuingFacts, ...]]:
        """Policies and documents by the key of their 文号; one 文号 may wrongly stand on two."""
        found: dict[str, list[IssuingFacts]] = defaultdict(list)
        for record in self.every(IssuingFacts):
            if isinstance(record.number, DocNumber):
                found[record.number.key].append(record)
        return {key: tuple(records) for key, records in found.items()}

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Every pointer from one record to another."""
        return tuple(self.find_mentions())

    def find_mentions(self) -> Iterator[Mention]:
        """Pointers of policies and documents, of cases and of practices."""
        for record in self.every(IssuingFacts):
            for position, relation in enumerate(record.relations):
                place = self.place(record.id, "关系", position, "目标")
                ends = relation.target, relation.anchor or "", relation.target_anchor or ""
                yield Mention(record.id, relation.type.value, *ends, place)
        for case in self.every(Case):
            for position, grounds in enumerate(case.grounds):
                if grounds.policy:
                    place = self.place(case.id, "依据", position, "政策")
                    yield Mention(case.id, "案例依据", grounds.policy, place=place)
        for practice in self.every(Practice):
            for position, policy in enumerate(practice.policies):
                place = self.place(practice.id, "制度", position, "政策")
                yield Mention(practice.id, "地区制度", policy.policy, place=place)

    @cached_property
    def mentions_of(self) -> Mapping[str, tuple[Mention, ...]]:
        """Who points at a record, by the 编号 of the record."""
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in self.mentions:
            found[mention.target].append(mention)
        return {target: tuple(mentions) for target, mentions in found.items()}

    def chain_up(self, record_id: str) -> tuple[Policy, ...]:
        """The texts that a forwarding notice forwards, the nearest first; a circle ends the walk."""
        chain: list[Policy] = []
        record: IssuingFacts | None = self.find(record_id, IssuingFacts)
        while record and record.forwards:
            record = self.find(record.forwards, Policy)
            if record is None or record in chain or record.id == record_id:
                break
            chain.append(record)
        return tuple(chain)

    def chain_down(self, record_id: str) -> tuple[IssuingFacts, ...]:
        """The notices that forward a text directly, in the order of their files."""
        forwarding = (m.by for m in self.mentions_of.get(record_id, ()) if m.type == RelationType.FORWARDS)
        found = (self.find(by, IssuingFacts) for by in forwarding)
        return tuple(record for record in found if record is not None)


def load_library(root: Path, progress: Progress | None = None) -> tuple[Library, tuple[Problem, ...]]:
    """Read every record below `root`.

    Args:
        root: the library folder, holding cases/, policies/ and documents/.
        progress: told how many files are done, and of how many.

    Returns:
        The library of all records that could be read, and the problems of the others.
    """
    missing = missing_folders(root)
    if missing:
        return Library(root, {}), missing
    entries: dict[str, Entry] = {}
    taken: dict[str, Source] = {}
    problems: list[Problem] = list(strange_files(root))
    files = record_files(root)
    for number, file in enumerate(files, start=1):
        problems += read_entry(root, file, entries, taken)
        if progress:
            progress(number, len(files))
    unread = frozenset(file.stem for file in files) - frozenset(entries)
    return Library(root, entries, unread), in_order(problems)


def missing_folders(root: Path) -> tuple[Problem, ...]:
    """A library has at least one of its three folders."""
    if not root.is_dir():
        return (
            Problem(
                Level.ERROR,
                "LIB001",
                f"没有“{root}”这个文件夹",
                Place(root.as_posix()),
                "检查 --root 后面的路径",
            ),
        )
    if not any((root / folder).is_dir() for folder in FOLDERS):
        hint = "资料库里要有 cases、policies 或 documents 文件夹；检查 --root 是否指对了地方"
        return (Problem(Level.ERROR, "LIB002", "这里不是资料库", Place(root.as_posix()), hint),)
    return ()


def record_files(root: Path) -> tuple[Path, ...]:
    """The files that hold records, sorted by path; README files and hidden ones hold none."""
    found = (file for file in kept_files(root) if file.suffix.lower() in SUFFIXES)
    return tuple(sorted(found, key=Path.as_posix))


def kept_files(root: Path) -> Iterator[Path]:
    """Every file in the three folders that a person keeps there; lock files (~$…) and README are none."""
    for folder in FOLDERS:
        for file in (root / folder).rglob("*"):
            named = file.stem.upper() != "README" and not file.name.startswith((".", "~$"))
            if named and file.is_file():
                yield file


def strange_files(root: Path) -> Iterator[Problem]:
    """Files that look as if they were meant to be read, and are not."""
    for file in sorted(kept_files(root), key=Path.as_posix):
        if file.suffix.lower() not in SUFFIXES:
            place = Place(file.relative_to(root).as_posix())
            hint = "记录存成 .yaml 或 .md；附件、原件请放到别的文件夹"
            yield Problem(Level.WARNING, "LIB005", f"“{file.name}”不是记录文件，没有读", place, hint)


def read_entry(
    root: Path, file: Path, entries: dict[str, Entry], taken: dict[str, Source]
) -> tuple[Problem, ...]:
    """Read one file into the entries; a 编号 that is taken is reported and the first one stays.

    Two that differ by capital letters only are one: Windows would write them to one file.
    """
    source, problems = read_source(root, file)
    if source is None:
        return problems
    record, faults = read_record(source)
    if record is None:
        return (*problems, *faults)
    first = taken.setdefault(record.id.casefold(), source)
    if first is not source:
        return (*problems, taken_id(record, source, first))
    entries[record.id] = Entry(record, source)
    return problems


def taken_id(record: Record, source: Source, first: Source) -> Problem:
    """Two records with one 编号."""
    other = first.place(("编号",))
    message = f"编号“{record.id}”已经用在 {other.path} 第 {other.line} 行"
    return Problem(Level.ERROR, "LIB003", message, source.place(("编号",)), "给其中一条换一个编号")
