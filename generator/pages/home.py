"""首页, 检索 and the hand-written pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from generator.hanzi.calendar import print_day
from generator.models.case import Case, Practice
from generator.models.issued import CollectionRecord, IssuedDocument
from generator.models.policy import Policy, TextState
from generator.models.record import Record, Verification
from generator.models.reference import RuleTable
from generator.pages.address import HOME, SEARCH
from generator.pages.duties import TITLE as DUTIES
from generator.pages.duties import duties_path, overdue_of
from generator.pages.listing.groups import ALL, EVERYTHING, catalogue_path, list_link
from generator.pages.markup import escape, tag
from generator.pages.reference import REFERENCE, RULES, rules_path
from generator.pages.regions import regions_path
from generator.pages.sheet import Page, Sheet
from generator.pages.shelf import Shelf

SITE_TITLE = "政府购买服务案例与政策库"
HELP = "help"
"""The folder of the pages written by hand, and of the pictures beside them."""
COMPARED = (Case, Practice, Policy)
SEARCH_BOX = (
    '<form class="search-box" role="search" action="{action}" method="get" data-search="{mode}">\n'
    '<input type="search" name="q" autocomplete="off" aria-label="检索" placeholder="{hint}">\n'
    '<button type="submit">检索</button>\n</form>\n<div class="search-results" aria-live="polite"></div>'
)
HINT = "输入词语、条款里的话或发文字号，如 续签、鲁财采〔2022〕14号"
DOORS = (
    (
        "编案例",
        "选编典型案例",
        ("cases", "practices", "returns"),
        "看各地怎么买、花多少、问题在哪；按地区、领域、方式挑选。",
    ),
    (
        "写公文",
        "起草转发和报告",
        ("documents", "policies"),
        "找来文、看转发链和主送；数字有出处，文种有样子。",
    ),
    ("查政策", "查一条规定", ("policies",), "按机关、年份、时效找文件，直接到条款，看谁引用了它。"),
)


def front_pages(shelf: Shelf, texts: Path) -> Iterator[Page]:
    """首页, 检索, and the Markdown pages that staff wrote by hand (site/text)."""
    yield home_page(shelf)
    yield search_page(shelf)
    for file in sorted(texts.glob("*.md")):
        yield Page(f"{HELP}/{file.name}", file.stem, file.read_text(encoding="utf-8"))


def search_box(mode: str) -> str:
    """The box; `mode` says whether results stand below it on a page of their own or in a panel."""
    return SEARCH_BOX.format(action="search.html", mode=mode, hint=escape(HINT))


def search_page(shelf: Shelf) -> Page:
    """The page of results."""
    sheet = Sheet(shelf, SEARCH, "检索")
    sheet.heading(1, "检索", "")
    sheet.add(search_box("page"))
    sheet.add(
        "<noscript><p>"
        + escape("检索需要浏览器脚本。没有脚本时请从")
        + sheet.link(catalogue_path("policies"), "政策")
        + escape("、")
        + sheet.link(catalogue_path("cases"), "案例")
        + escape("的分类列表查找。")
        + "</p></noscript>"
    )
    return sheet.page()


def home_page(shelf: Shelf) -> Page:
    """首页: search, three doors, what there is, the day of the data."""
    sheet = Sheet(shelf, HOME, "首页")
    sheet.heading(1, SITE_TITLE, "")
    sheet.add(search_box("page"))
    add_date(sheet)
    doors = "\n".join(door(sheet, *parts) for parts in DOORS)
    sheet.add(f'<div class="doors">\n{doors}\n</div>')
    sheet.add(tag("h2", escape("库里有什么"), id="holdings"))
    add_holdings(sheet)
    return sheet.page()


def add_date(sheet: Sheet) -> None:
    """The day of the data and how much of it was never compared with official texts."""
    library = sheet.shelf.library
    compared = [record for kind in COMPARED for record in library.every(kind)]
    unverified = sum(record.verification is not Verification.VERIFIED for record in compared)
    day = print_day(sheet.shelf.dated)
    counted = f"案例、实践和政策共 {len(compared)} 条，其中 {unverified} 条未与正式文本逐字核对。"
    sheet.note(f"数据截至 {day}。{counted}", "subtitle")


def door(sheet: Sheet, title: str, verb: str, names: Sequence[str], words: str) -> str:
    """The entrance of one kind of reader."""
    titles = {
        "cases": "案例",
        "practices": "地区实践",
        "policies": "政策",
        "documents": "公文与汇编",
        "returns": "报表与调查",
    }
    links = " ".join(sheet.link(catalogue_path(name), titles[name]) for name in names)
    head = tag("p", f"{tag('strong', escape(title))} {escape(verb)}", class_="door-title")
    return f'<section class="door">{head}<p>{escape(words)}</p><p class="door-links">{links}</p></section>'


def add_holdings(sheet: Sheet) -> None:
    """How many records of each kind."""
    library = sheet.shelf.library
    stubs = sum(policy.text_state is TextState.STUB for policy in library.every(Policy))
    counts: tuple[tuple[str, str, tuple[type[Record], ...], str], ...] = (
        ("cases", "案例", (Case,), ""),
        ("practices", "地区实践", (Practice,), ""),
        ("policies", "政策", (Policy,), f"其中 {stubs} 份只有题录"),
        ("documents", "公文与汇编", (IssuedDocument, CollectionRecord), ""),
    )
    rows = [
        (
            list_link(sheet, name, ALL, EVERYTHING, title),
            str(sum(len(library.every(kind)) for kind in kinds)),
            escape(note),
        )
        for name, title, kinds, note in counts
    ]
    rules = tuple(library.rules.values())
    unverified = sum(rule.verification is not Verification.VERIFIED for rule in rules)
    rows.append((sheet.link(regions_path(1), "地区"), str(len(sheet.shelf.regions)), ""))
    if library.every(RuleTable):
        rows.append((sheet.link(rules_path(1), RULES), str(len(rules)), escape(f"其中 {unverified} 条未核")))
    if sheet.shelf.duties:
        note = f"其中 {len(overdue_of(sheet.shelf))} 条已逾期"
        rows.append((sheet.link(duties_path(1), DUTIES), str(len(sheet.shelf.duties)), escape(note)))
    rows.append((sheet.link(REFERENCE, "参考表"), "", escape("六大类、采购方式、领域、机构")))
    sheet.grid(("类别", "数量", "说明"), rows, "counts")
