"""What stands beside a case: cases like it, the same field elsewhere, its place in the collections."""

from __future__ import annotations

from collections.abc import Iterator

from generator.models.case import Case
from generator.pages.case_table.fields import field_table_link
from generator.pages.case_table.likeness import Likeness
from generator.pages.case_table.order import CollectionPlace
from generator.pages.markup import escape, tag
from generator.pages.records.common import named_links
from generator.pages.sheet import Sheet

MOST_COLLECTIONS, MOST_FIELDS = 5, 5


def add_beside(sheet: Sheet, case: Case) -> None:
    """Similar cases with the reasons, then how others go about the same thing."""
    near = sheet.shelf.neighbourhood
    alike = near.like(case)
    if alike:
        sheet.heading(2, "相似案例", "similar")
        sheet.items((alike_line(sheet, item) for item in alike), "entries")
    add_elsewhere(sheet, case, frozenset(item.case.id for item in alike))


def alike_line(sheet: Sheet, item: Likeness) -> str:
    """A similar case, with what it has in common."""
    return sheet.record_link(item.case) + tag("span", escape("；".join(item.reasons)), class_="about")


def add_elsewhere(sheet: Sheet, case: Case, shown: frozenset[str]) -> None:
    """别处怎么做: the same field in other regions, the practices of the region, the table of the field."""
    near = sheet.shelf.neighbourhood
    others, here = near.elsewhere(case, shown), near.beside(case, shown)
    practices = near.practices_near(case)
    names = case.fields[:MOST_FIELDS]
    tables = (field_table_link(sheet, field, f"“{field}”案例对照表") for field in names)
    sheet.heading(2, "别处怎么做", "elsewhere")
    if others:
        sheet.heading(3, f"同做{'、'.join(case.fields)}的其他地区", "same-field")
        sheet.items((elsewhere_line(sheet, other) for other in others), "entries")
    if here:
        sheet.heading(3, "本地区的其他案例", "same-region")
        sheet.items(named_links(sheet, here), "entries")
    if practices:
        sheet.heading(3, "本地区和上级地区的做法", "practices")
        sheet.items(named_links(sheet, practices))
    sheet.items(tables, "groups")


def elsewhere_line(sheet: Sheet, case: Case) -> str:
    """A case of another region: where it is, then what it did."""
    about = tag("span", escape(sheet.shelf.bound(case, case.summary)), class_="about")
    return f"{sheet.record_link(case)} {tag('span', escape(case.region), class_='beside')}{about}"


def add_collection_places(sheet: Sheet, case: Case) -> None:
    """The collections that print a case, with the way to the case before it and to the one after it."""
    places = sheet.shelf.collection_places.get(case.id, ())
    for place in places[:MOST_COLLECTIONS]:
        steps = "".join(place_steps(sheet, place))
        sheet.add(f'<nav class="in-collection" aria-label="{escape(place.collection.title)}">{steps}</nav>')


def place_steps(sheet: Sheet, place: CollectionPlace) -> Iterator[str]:
    """Where the case stands, and its neighbours."""
    where = sheet.record_link(place.collection) + escape(f"，第 {place.number} 个，共 {place.count} 个")
    yield tag("span", where)
    for words, neighbour in (("上一个", place.before), ("下一个", place.after)):
        if neighbour:
            yield tag("span", escape(f"{words}：") + sheet.record_link(neighbour))
