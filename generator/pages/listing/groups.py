"""What records are listed by: the facets of each catalogue and the addresses of their lists."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from generator.models.case import Case, Practice
from generator.models.issued import CollectionRecord, IssuedDocument
from generator.models.policy import Policy
from generator.models.record import Record
from generator.models.returns import Roster, Statistics, SurveyForm, SurveyReturn, SurveySummary
from generator.pages.address import SEARCH, file_name, region_path, relative
from generator.pages.markup import anchor_tag, escape
from generator.pages.sheet import Sheet
from generator.pages.shelf import Shelf
from generator.provisions.facets import Facet, facet

REGION, ALL = "region", "all"
EVERYTHING = "全部"
UNITS = {
    "region": "个地区",
    "field": "个领域",
    "year": "个年份",
    "amount": "档",
    "kind": "类",
    "level": "级",
    "authority": "级",
    "genre": "个文种",
    "status": "种时效",
    "delivery": "种方式",
    "method": "种方式",
    "provider": "类",
}
"""How the groups of a facet are counted, where its name does not do."""


@dataclass(frozen=True, slots=True)
class Dimension:
    """One way to list the records of a catalogue: a facet, under the name that it has there."""

    facet: Facet
    title: str
    within: tuple[str, ...] = ()
    """The facets by which a list of it is arranged further; they have few values, however large it is."""

    @property
    def name(self) -> str:
        """The folder of its lists."""
        return self.facet.key

    @property
    def unit(self) -> str:
        """How its groups are counted: 个机关, 个领域."""
        return UNITS.get(self.name, f"个{self.title}")

    def keys(self, shelf: Shelf, record: Record) -> tuple[str, ...]:
        """The groups that a record belongs to."""
        return self.facet.values(shelf.library, record, shelf.dated)


def by(key: str, *within: str, title: str = "") -> Dimension:
    """The dimension of a facet."""
    return Dimension(facet(key), title or facet(key).name, within)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The lists of one kind of record."""

    name: str
    title: str
    kinds: tuple[type[Record], ...]
    dimensions: tuple[Dimension, ...]
    lead: str
    words: tuple[str, ...]
    """类别 of its records, as the search page takes them."""


CATALOGUES = (
    Catalogue(
        "cases",
        "案例",
        (Case,),
        (
            by(REGION, "field", "year"),
            by("field", "province", "year"),
            by("delivery", "field"),
            by("method", "field"),
            by("provider", "field"),
            by("amount", "field"),
            by("year", "field", "province"),
            by("level"),
            by("issuer", title="购买主体"),
        ),
        "各地政府购买服务的项目：谁向谁买、怎么买、花多少、效果如何。",
        ("案例",),
    ),
    Catalogue(
        "practices",
        "地区实践",
        (Practice,),
        (by(REGION), by("field", "province"), by("year", "province"), by("level")),
        "一个地区怎样推进政府购买服务：制度、机制、流程和大事记。",
        ("地区实践",),
    ),
    Catalogue(
        "policies",
        "政策",
        (Policy,),
        (
            by(REGION, "year", "status"),
            by("level"),
            by("authority", "year"),
            by("genre", "year"),
            by("status", "province"),
            by("year", "province", "genre"),
            by("issuer", "year", title="发文机关"),
            by("subject", "province"),
        ),
        "法律、法规、规章和各级规范性文件。只收题录的文件也列在这里。",
        ("政策",),
    ),
    Catalogue(
        "documents",
        "公文与汇编",
        (IssuedDocument, CollectionRecord),
        (
            by("year"),
            by("kind", "year", title="种类"),
            by("genre", "year"),
            by("issuer", title="发文机关"),
            by(REGION, "year"),
        ),
        "本单位起草的报告、通知和典型案例汇编，数字都可以追到出处。",
        ("公文", "汇编"),
    ),
    Catalogue(
        "returns",
        "报表与调查",
        (Statistics, SurveyReturn, SurveyForm, SurveySummary, Roster),
        (by("kind", "province", title="种类"), by(REGION, "kind"), by("year", "province")),
        "统计表、调查表、填报、汇总和名单，是报告中数字的来源。",
        ("统计表", "调查填报", "调查表", "调查汇总", "名单"),
    ),
)


def catalogue_path(catalogue: str) -> str:
    """The page that leads to all lists of a catalogue."""
    return f"browse/{catalogue}/index.md"


def list_path(shelf: Shelf, catalogue: str, dimension: str, key: str, number: int = 1) -> str:
    """One page of a list; a region's list is named by the region's code, the list of all by nothing."""
    return f"{list_folder(shelf, catalogue, dimension, key)}/{number}.md"


def list_folder(shelf: Shelf, catalogue: str, dimension: str, key: str) -> str:
    """The folder of a list, and of the same records arranged further."""
    if dimension == ALL:
        return f"browse/{catalogue}/{ALL}"
    name = shelf.regions_of(key)[-1].code if dimension == REGION else key
    return f"browse/{catalogue}/{dimension}/{file_name(name)}"


def list_link(sheet: Sheet, catalogue: str, dimension: str, key: str, words: str = "") -> str:
    """A link to the list of a group."""
    return sheet.link(list_path(sheet.shelf, catalogue, dimension, key), words or key)


def region_link(sheet: Sheet, full_name: str, words: str = "") -> str:
    """A link to the page of a region."""
    return sheet.link(region_path(sheet.shelf.regions_of(full_name)[-1]), words or full_name)


def search_link(sheet: Sheet, words: str, chosen: tuple[tuple[str, str], ...]) -> str:
    """A link to the search page with facets chosen: search.html?kind=案例&region=河南省."""
    query = urlencode(chosen).replace("&", "&amp;")
    return anchor_tag(f"{relative(sheet.path, SEARCH)}?{query}", escape(words), class_="narrow")


def add_ways(sheet: Sheet, links: Iterable[str], name: str = "换一种看法") -> None:
    """Links to other views of what a page shows, in one line."""
    written = "\n".join(links)
    if written:
        sheet.add(f'<nav class="ways" aria-label="{escape(name)}">\n{written}\n</nav>')
