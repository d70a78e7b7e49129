"""A to Z: bodies, and terms and subjects, with their other names, by the first letter of their pinyin."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from generator.hanzi.pinyin import initial, reading_order
from generator.models.case import Case
from generator.models.fields import Absent
from generator.models.issued import IssuedDocument
from generator.models.policy import IssuingFacts, Policy
from generator.models.record import Record
from generator.models.reference import Body, CodeTable
from generator.pages.listing.groups import list_link, search_link
from generator.pages.listing.sections import Section, sectioned
from generator.pages.markup import count_tag, escape, tag
from generator.pages.records.common import citation_link, provision_link
from generator.pages.reference import bodies_az_path, body_link, region_words, table_path, terms_az_path
from generator.pages.sheet import Page, Sheet
from generator.pages.shelf import Shelf, grouped
from generator.provisions.facets import facet

BODIES, TERMS = "机构名录", "术语和主题"
LISTED_AS: Mapping[str, tuple[tuple[str, type[Record], str], ...]] = {
    "issuer": (("policies", Policy, "发文"), ("documents", IssuedDocument, "起草"), ("cases", Case, "购买")),
    "field": (("cases", Case, "案例"),),
    "method": (("cases", Case, "案例"),),
    "provider": (("cases", Case, "案例"),),
    "subject": (("policies", Policy, "政策"),),
}
"""The lists that a name can lead to, by facet: catalogue, kind of record, the word before their number."""
OF_TABLES = {"领域": "field", "采购方式": "method", "承接主体类型": "provider"}
"""The facets whose values stand in a code table, by the 编号 of the table."""
Line = Callable[[Sheet], str]


@dataclass
class Name:
    """A name with what is known of it.

    Attributes:
        words: the name itself.
        of: the full name that it is another name of; empty for a full name.
        lines: finished words about it, each made for the page that shows it.
    """

    words: str
    of: str = ""
    lines: list[Line] = field(default_factory=list)


def name_pages(shelf: Shelf) -> Iterator[Page]:
    """Both lists."""
    note = "按汉语拼音排列。别名指向全称；“正文提到它的地方”在检索页里按原词查找。"
    yield from az_pages(shelf, bodies_az_path, BODIES, body_names(shelf), note)
    yield from az_pages(shelf, terms_az_path, TERMS, term_names(shelf), note)


def az_pages(
    shelf: Shelf, path_of: Callable[[int], str], title: str, names: Sequence[Name], note: str
) -> Iterator[Page]:
    """Names under the letters that they begin with."""
    ordered = sorted(names, key=lambda name: (reading_order(name.words), name.of))
    letters = grouped(tuple(ordered), lambda name: (initial(name.words),))
    sections = [Section(letter, members) for letter, members in letters.items()]
    yield from sectioned(shelf, path_of, title, sections, add_names, note=note, unit="个名称")


def add_names(sheet: Sheet, names: Sequence[Name]) -> None:
    """Names with what is known of them."""
    sheet.items((name_line(sheet, name) for name in names), "names")


def name_line(sheet: Sheet, name: Name) -> str:
    """A name; another name says whose it is."""
    if name.of:
        other = tag("span", escape(name.words), class_="other")
        return f"{other} {tag('span', escape(f'见 {name.of}'), class_='about')}"
    about = " ".join(f"<span>{words}</span>" for words in (line(sheet) for line in name.lines) if words)
    return tag("strong", escape(name.words)) + (tag("span", about, class_="about") if about else "")


def words_line(words: str) -> Line:
    """The same words on every page."""
    return lambda _: escape(words)


# --- bodies ---------------------------------------------------------------------------------------


def body_names(shelf: Shelf) -> list[Name]:
    """The bodies of the table and those that records name, and their other names."""
    held = lists_of(shelf, "issuer")
    cited = citations_of(shelf)
    known = shelf.library.bodies_by_name
    names = [
        Name(words, lines=[*body_lines(known.get(words)), *held.get(words, ()), *cited_lines(words, cited)])
        for words in dict.fromkeys((*known, *held))
    ]
    others = (
        Name(alias, body.name) for body in known.values() for alias in body.aliases if alias not in known
    )
    return [*names, *others]


def body_lines(body: Body | None) -> Iterator[Line]:
    """What the table of bodies knows of one: its codes and other names, its region, its place there."""
    if body is None:
        return
    if body.codes:
        yield words_line(f"机关代字 {'、'.join(body.codes)}")
    if body.aliases:
        yield words_line(f"别名 {'、'.join(body.aliases)}")
    yield lambda sheet: region_words(sheet, body.region)
    yield lambda sheet: body_link(sheet, body)


def cited_lines(words: str, cited: Mapping[str, int]) -> Iterator[Line]:
    """How often the texts of a body are cited, and where it is mentioned itself."""
    if cited.get(words):
        yield words_line(f"所发文件被引用 {cited[words]} 处")
    yield mentions_line(words)


def citations_of(shelf: Shelf) -> dict[str, int]:
    """How often the texts of each body are cited by records of the library."""
    found: dict[str, int] = defaultdict(int)
    for facts in shelf.library.every(IssuingFacts):
        for name in facet("issuer").values(shelf.library, facts, shelf.dated):
            found[name] += len(shelf.library.mentions_of.get(facts.id, ()))
    return found


def mentions_line(words: str) -> Line:
    """The places in texts where a name stands, found by the search page."""
    return lambda sheet: search_link(sheet, "正文提到它的地方", (("q", f"“{words}”"),))


def lists_of(shelf: Shelf, key: str) -> dict[str, list[Line]]:
    """The lists that lead to the records of each value of a facet, with their sizes."""
    found: dict[str, list[Line]] = defaultdict(list)
    for catalogue, kind, word in LISTED_AS[key]:
        records = shelf.library.every(kind)
        groups = grouped(records, lambda record: facet(key).values(shelf.library, record, shelf.dated))
        for value, members in groups.items():
            if value not in tuple(Absent):
                found[value].append(list_line(catalogue, key, value, word, len(members)))
    return found


def list_line(catalogue: str, key: str, value: str, word: str, members: int) -> Line:
    """One list and its size."""
    return lambda sheet: f"{list_link(sheet, catalogue, key, value, word)} {count_tag(members)}"


# --- terms ----------------------------------------------------------------------------------------


def term_names(shelf: Shelf) -> list[Name]:
    """The entries of the code tables and the subjects of policies, each word once, and their other names."""
    terms: dict[str, Name] = {}
    aliases: dict[tuple[str, str], Name] = {}
    for table in shelf.library.every(CodeTable):
        add_table(shelf, table, terms, aliases)
    for value, lines in lists_of(shelf, "subject").items():
        terms.setdefault(value, Name(value)).lines.extend(lines)
    for name in terms.values():
        name.lines.append(mentions_line(name.words))
    return [*terms.values(), *(name for (words, _), name in aliases.items() if words not in terms)]


def add_table(
    shelf: Shelf, table: CodeTable, terms: dict[str, Name], aliases: dict[tuple[str, str], Name]
) -> None:
    """The entries of a code table, each with its table, its provision and its records."""
    key = OF_TABLES.get(table.id)
    held = lists_of(shelf, key) if key else {}
    for code in table.codes:
        term = terms.setdefault(code.name, Name(code.name))
        if code.aliases:
            term.lines.append(words_line(f"别名 {'、'.join(code.aliases)}"))
        term.lines.append(code_line(table))
        if code.basis:
            term.lines.append(basis_line(code.basis, code.anchor or ""))
        term.lines.extend(held.get(code.name, ()))
        aliases |= {(alias, code.name): Name(alias, code.name) for alias in code.aliases}


def code_line(table: CodeTable) -> Line:
    """The code table that a term stands in."""
    return lambda sheet: sheet.link(table_path(table), f"{table.title}表")


def basis_line(policy_id: str, anchor: str) -> Line:
    """The provision that a term rests on."""

    def line(sheet: Sheet) -> str:
        policy = sheet.shelf.library.find(policy_id, Policy)
        if policy is None:
            return ""
        return f"依据 {citation_link(sheet, policy)} {provision_link(sheet, policy.id, anchor)}"

    return line
