"""The lists of every catalogue: a page that leads to them, one per dimension, one per group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.compose.effective import issuers_of
from generator.library import NATIONWIDE
from generator.models.case import Case, Practice
from generator.models.issued import CollectionRecord, IssuedDocument
from generator.models.policy import Policy, TextState
from generator.models.record import Record
from generator.pages.listing.groups import (
    ALL,
    CATALOGUES,
    EVERYTHING,
    REGION,
    Catalogue,
    Dimension,
    add_ways,
    catalogue_path,
    list_folder,
    list_link,
    list_path,
    search_link,
)
from generator.pages.listing.paging import NOTHING_HERE, paged
from generator.pages.listing.sections import Section, sectioned
from generator.pages.markup import badge, escape, tag
from generator.pages.records.common import TEXT_WORDS, copy_badge, day_words, delivery_badge, status_badge
from generator.pages.sheet import Page, Sheet
from generator.pages.shelf import Shelf, grouped
from generator.provisions.amounts import AMOUNT_NOTE
from generator.provisions.facets import Facet, facet, signed_day

ARRANGED_FROM = 6
"""Records from which on a list is also shown under the headings of a second facet."""
MOST_GROUPS = 24
"""Groups of a dimension shown on the page of the catalogue; the rest stand on pages of their own."""
Groups = dict[str, tuple[Record, ...]]


def catalogue_pages(shelf: Shelf) -> Iterator[Page]:
    """Every list."""
    for catalogue in CATALOGUES:
        records = records_of(shelf, catalogue)
        groups = {one.name: groups_of(shelf, one.facet, records) for one in catalogue.dimensions}
        parents = ((catalogue_path(catalogue.name), catalogue.title),)
        yield hub_page(shelf, catalogue, records, groups)
        yield from group_pages(shelf, Group(catalogue, None, EVERYTHING), records, parents)
        for dimension in catalogue.dimensions:
            yield from dimension_pages(shelf, catalogue, dimension, groups[dimension.name])


def records_of(shelf: Shelf, catalogue: Catalogue) -> tuple[Record, ...]:
    """The records of a catalogue in the order of their lists."""
    found = [record for kind in catalogue.kinds for record in shelf.library.every(kind)]
    return tuple(sorted(found, key=lambda record: list_order(shelf, record)))


def list_order(shelf: Shelf, record: Record) -> tuple[str, ...]:
    """Policies and documents the newest first, cases by region; the 编号 decides between equals.

    Of the policies of one year those without a day stand last.
    """
    if isinstance(record, Policy):
        year = f"{9999 - (record.year or 0):04d}"
        return (year, newest_first(day_of(record)), *region_codes(shelf, record), record.id)
    return (newest_first(signed_day(shelf.library, record)), *region_codes(shelf, record), record.id)


def newest_first(day: date | None) -> str:
    """A day as a key by which later ones stand first, and no day last."""
    return f"{9999999 - (day.toordinal() if day else 0):07d}"


def region_codes(shelf: Shelf, record: Record) -> tuple[str, ...]:
    """The code of the record's region."""
    name = shelf.region_of(record)
    return (shelf.regions_of(name)[-1].code,) if name else ()


def groups_of(shelf: Shelf, one: Facet, records: Sequence[Record]) -> Groups:
    """Records by the values of a facet, in the order in which a reader looks for them."""
    found = grouped(tuple(records), lambda record: one.values(shelf.library, record, shelf.dated))
    return dict(sorted(found.items(), key=lambda item: one.order(shelf.library, item[0], len(item[1]))))


# --- pages ------------------------------------------------------------------------------------


def hub_page(
    shelf: Shelf, catalogue: Catalogue, records: tuple[Record, ...], groups: dict[str, Groups]
) -> Page:
    """The page of a catalogue: its dimensions with the groups of each."""
    sheet = Sheet(shelf, catalogue_path(catalogue.name), catalogue.title)
    sheet.heading(1, catalogue.title, "")
    sheet.add(tag("p", escape(catalogue.lead), class_="lede"))
    if not records:
        sheet.note(NOTHING_HERE)
        return sheet.page()
    sheet.add(tag("p", list_link(sheet, catalogue.name, ALL, EVERYTHING, f"全部 {len(records)} 条")))
    for dimension in catalogue.dimensions:
        if groups[dimension.name]:
            sheet.heading(2, f"按{dimension.title}", dimension.name)
            add_group_links(sheet, catalogue, dimension, groups[dimension.name])
    return sheet.page()


def add_group_links(sheet: Sheet, catalogue: Catalogue, dimension: Dimension, groups: Groups) -> None:
    """The first groups of a dimension with their sizes; regions stop at the provinces."""
    keys = [key for key in groups if dimension.name != REGION or is_top(sheet.shelf, key)]
    links = [group_link(sheet, catalogue, dimension, key, groups[key]) for key in keys[:MOST_GROUPS]]
    if len(groups) > len(links):
        path = index_path(catalogue, dimension, 1)
        links.append(sheet.link(path, f"全部 {len(groups)} {dimension.unit}"))
    sheet.items(links, "groups")


def is_top(shelf: Shelf, full_name: str) -> bool:
    """Whether a region is 全国, a province, or not in the table of regions."""
    region = shelf.regions_of(full_name)[-1]
    return full_name == NATIONWIDE or region.parent in (None, NATIONWIDE)


def group_link(
    sheet: Sheet, catalogue: Catalogue, dimension: Dimension, key: str, members: Sequence[Record]
) -> str:
    """A group and its size."""
    return (
        f'{list_link(sheet, catalogue.name, dimension.name, key)} <span class="count">{len(members)}</span>'
    )


def index_path(catalogue: Catalogue, dimension: Dimension, number: int) -> str:
    """A page of the groups of a dimension."""
    return f"browse/{catalogue.name}/{dimension.name}/{number}.md"


def dimension_pages(
    shelf: Shelf, catalogue: Catalogue, dimension: Dimension, groups: Groups
) -> Iterator[Page]:
    """The groups of a dimension, then the records of each group."""

    def write(sheet: Sheet, keys: Sequence[str]) -> None:
        sheet.items((group_link(sheet, catalogue, dimension, key, groups[key]) for key in keys), "groups")

    title = f"{catalogue.title}：按{dimension.title}"
    parents = ((catalogue_path(catalogue.name), catalogue.title),)
    yield from paged(
        shelf,
        lambda number: index_path(catalogue, dimension, number),
        title,
        tuple(groups),
        write,
        parents=parents,
        unit=dimension.unit,
    )
    above = (*parents, (index_path(catalogue, dimension, 1), f"按{dimension.title}"))
    for key, members in groups.items():
        group = Group(catalogue, dimension, key)
        yield from group_pages(shelf, group, members, above)
        for name in group.arranged(members):
            yield from arranged_pages(shelf, group, facet(name), members, above)


@dataclass(frozen=True, slots=True)
class Group:
    """A list: a catalogue, one of its dimensions (none for the list of everything), one of its groups."""

    catalogue: Catalogue
    dimension: Dimension | None
    key: str

    @property
    def title(self) -> str:
        """What the list is called."""
        return f"{self.catalogue.title}：{self.key}"

    @property
    def chosen(self) -> tuple[tuple[str, str], ...]:
        """The list as the search page takes it."""
        own = ((self.dimension.facet.parameter, self.key),) if self.dimension else ()
        if own and own[0][0] == "kind":
            return own
        return (*(("kind", kind) for kind in self.catalogue.words), *own)

    def arranged(self, members: Sequence[Record]) -> tuple[str, ...]:
        """The facets by which it is arranged further; a short list is read as it is."""
        return self.dimension.within if self.dimension and len(members) >= ARRANGED_FROM else ()

    def path(self, shelf: Shelf, number: int) -> str:
        """One of its pages."""
        name = self.dimension.name if self.dimension else ALL
        return list_path(shelf, self.catalogue.name, name, self.key, number)

    def arranged_path(self, shelf: Shelf, within: str, number: int) -> str:
        """One of the pages of the same records arranged by another facet."""
        name = self.dimension.name if self.dimension else ALL
        return f"{list_folder(shelf, self.catalogue.name, name, self.key)}/{within}/{number}.md"


def group_pages(
    shelf: Shelf, group: Group, members: tuple[Record, ...], parents: Sequence[tuple[str, str]]
) -> Iterator[Page]:
    """The records of one group."""
    return paged(
        shelf,
        lambda number: group.path(shelf, number),
        group.title,
        members,
        add_entries,
        parents=parents,
        lead=lambda sheet: add_ways_on(sheet, group, members),
    )


def add_ways_on(sheet: Sheet, group: Group, members: Sequence[Record]) -> None:
    """The same records arranged by another facet, and the search page with this group chosen."""
    steps = [
        sheet.link(group.arranged_path(sheet.shelf, name, 1), f"按{facet(name).name}分列")
        for name in group.arranged(members)
    ]
    if members:
        steps.append(search_link(sheet, "在检索页里接着筛选", group.chosen))
    add_ways(sheet, steps)
    if group.dimension and group.dimension.name == "amount":
        sheet.note(AMOUNT_NOTE)


def arranged_pages(
    shelf: Shelf, group: Group, within: Facet, members: tuple[Record, ...], parents: Sequence[tuple[str, str]]
) -> Iterator[Page]:
    """The records of one group under the values of a second facet."""
    sections = [
        Section(value, records, (*group.chosen, (within.parameter, value)))
        for value, records in groups_of(shelf, within, members).items()
    ]
    return sectioned(
        shelf,
        lambda number: group.arranged_path(shelf, within.key, number),
        f"{group.title}，按{within.name}",
        sections,
        add_lines,
        parents=(*parents, (group.path(shelf, 1), group.key)),
    )


def add_lines(sheet: Sheet, records: Sequence[Record]) -> None:
    """Records as short lines, without their summaries."""
    sheet.items((entry_line(sheet, record, summary=False) for record in records), "entries")


def add_entries(sheet: Sheet, records: Sequence[Record]) -> None:
    """Records as a list to choose from."""
    sheet.items((entry_line(sheet, record) for record in records), "entries")


def entry_line(sheet: Sheet, record: Record, *, summary: bool = True) -> str:
    """A record: its title, its badges, the facts by which it is known, its summary where that is wanted."""
    badges = " ".join(entry_badges(sheet.shelf, record))
    facts = tag(
        "span", escape(" · ".join(part for part in entry_facts(sheet.shelf, record) if part)), class_="meta"
    )
    text = getattr(record, "summary", None) if summary else None
    about = tag("span", escape(sheet.shelf.bound(record, text)), class_="about") if text else ""
    return f"{sheet.record_link(record)} {badges}{facts}{about}"


def entry_badges(shelf: Shelf, record: Record) -> Iterator[str]:
    """What kind of record it is, and the state it is in."""
    match record:
        case Policy():
            yield status_badge(shelf, record)
            if record.text_state is TextState.STUB:
                yield badge(TEXT_WORDS[record.text_state])
            yield from copy_badge(shelf, record)
        case Case():
            yield from delivery_badge(record)
        case _:
            yield badge(record.kind)
            yield from copy_badge(shelf, record)


def entry_facts(shelf: Shelf, record: Record) -> tuple[str, ...]:
    """The facts below the title."""
    match record:
        case Policy():
            return shelf.number_of(record), "、".join(record.issuers), policy_day(record), record.region
        case Case() | Practice():
            return record.region, record.period.words, "、".join(record.fields)
        case IssuedDocument():
            day = signed_day(shelf.library, record)
            return shelf.number_of(record), "、".join(issuers_of(shelf.library, record)), day_words(day)
        case CollectionRecord():
            return record.publisher, record.published
    period = getattr(record, "period", None)
    return getattr(record, "region", ""), period.words if period else ""


def policy_day(policy: Policy) -> str:
    """The day by which a policy is known, or what is known of it."""
    return day_words(day_of(policy)) or (policy.known_time.words if policy.known_time else "")


def day_of(policy: Policy) -> date | None:
    """The day by which a policy is known: 成文, 公布 or 印发."""
    days = (policy.signed_on, policy.published_on, policy.printed_on)
    return next((day for day in days if isinstance(day, date)), None)
