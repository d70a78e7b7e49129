"""首页, 检索 and the hand-written pages."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path

from generator.duties import Duty, Urgency
from generator.hanzi.calendar import print_day
from generator.models.case import Case, Practice
from generator.models.issued import CollectionRecord, IssuedDocument
from generator.models.policy import Policy, TextState
from generator.models.record import Record, Verification
from generator.models.returns import Roster, Statistics, SurveyForm, SurveyReturn, SurveySummary
from generator.pages.address import HOME, SEARCH
from generator.pages.duties import (
    CALENDAR,
    duties_path,
    groups_of,
    overdue_of,
    overdue_path,
    source_lines,
    told_of,
    when_words,
)
from generator.pages.duties import TITLE as DUTIES
from generator.pages.listing.account import FEED
from generator.pages.listing.account import PATH as ACCOUNT
from generator.pages.listing.account import TITLE as ACCOUNT_TITLE
from generator.pages.listing.groups import ALL, EVERYTHING, add_ways, catalogue_path, list_link
from generator.pages.listing.names import BODIES, TERMS
from generator.pages.listing.paging import NO_RECORDS
from generator.pages.listing.recent import TITLE as RECENT
from generator.pages.listing.recent import add_events, newest_records, recent_path
from generator.pages.markup import escape, tag
from generator.pages.overview.regional import INDEX as FIGURES
from generator.pages.reference import (
    REFERENCE,
    RULES,
    bodies_az_path,
    lacking_words,
    rules_path,
    rules_told,
    terms_az_path,
)
from generator.pages.regions import regions_path
from generator.pages.sheet import Page, Sheet
from generator.pages.shelf import Shelf
from generator.provisions.facets import FACETS

SITE_TITLE = "政府购买服务案例与政策库"
HELP = "help"
"""The folder of the pages written by hand, and of the pictures beside them."""
CATALOGUES = {
    "policies": "政策",
    "cases": "案例",
    "practices": "地区实践",
    "documents": "公文与汇编",
    "returns": "报表与调查",
}
COMPARED = (Case, Practice, Policy)
HELD: Mapping[str, tuple[type[Record], ...]] = {
    "cases": (Case,),
    "practices": (Practice,),
    "policies": (Policy,),
    "documents": (IssuedDocument, CollectionRecord),
    "returns": (Statistics, SurveyReturn, SurveyForm, SurveySummary, Roster),
}
MOST_NEWS, MOST_DUE = 5, 4
SEARCH_BOX = (
    '<form class="search-box" role="search" action="search.html" method="get" data-search="{mode}" '
    'hidden="hidden">\n'
    '<input type="search" name="q" autocomplete="off" aria-label="检索" aria-keyshortcuts="/" '
    'placeholder="{hint}">\n<button type="submit">检索</button>\n{panel}</form>'
)
PANEL = '<div class="search-results"></div>\n'
RESULTS = (
    '<div class="search-page" data-search-page="on" data-facets="{facets}" hidden="hidden">\n'
    '<p class="search-keys">{keys}</p>\n'
    '<div class="search-offers" aria-label="建议" role="group"></div>\n'
    '<div class="search-columns">\n<div class="search-facets" aria-label="筛选" role="group"></div>\n'
    '<div class="search-results">\n<p class="search-state" role="status"></p>\n'
    '<div class="search-chips"></div>\n<div class="search-hits"></div>\n</div>\n</div>\n</div>'
)
KEYS = "按键：/ 到检索框，↓ ↑ 在结果间走（不经过筛选），Enter 打开，Esc 回到检索框。"
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
    """The box; `mode` is page where results stand on the page, panel where the best open below the box."""
    return SEARCH_BOX.format(mode=mode, hint=escape(HINT), panel=PANEL if mode == "panel" else "")


def search_page(shelf: Shelf) -> Page:
    """The page of results, with facets beside them; without scripts it says where the lists are."""
    sheet = Sheet(shelf, SEARCH, "检索")
    sheet.heading(1, "检索", "")
    sheet.add(search_box("page"))
    names = json.dumps([[facet.key, facet.name, facet.ranks] for facet in FACETS], ensure_ascii=False)
    sheet.add(RESULTS.format(facets=escape(names), keys=escape(KEYS)))
    sheet.add(
        f"<noscript><p>{escape('检索要用浏览器脚本，这里没有脚本；全部内容可以从下面的目录一层层找到。')}</p></noscript>"
    )
    links = escape("、").join(sheet.link(path, title) for path, title in list_pages())
    sheet.add(tag("p", f"{escape('也可以按目录查找：')}{links}{escape('。')}", class_="search-lists"))
    return sheet.page()


def list_pages() -> Iterator[tuple[str, str]]:
    """The pages from which every record can be reached without searching."""
    yield from ((catalogue_path(name), title) for name, title in CATALOGUES.items())
    yield regions_path(1), "地区"
    yield REFERENCE, "参考表"


def home_page(shelf: Shelf) -> Page:
    """首页: search, doors, the newest texts, what is due, what there is; one sentence where nothing is."""
    sheet = Sheet(shelf, HOME, "首页")
    sheet.heading(1, SITE_TITLE, "")
    if not any(shelf.library.every(kind) for kinds in HELD.values() for kind in kinds):
        sheet.note(NO_RECORDS, "lede")
        return sheet.page()
    sheet.add(search_box("panel"))
    add_date(sheet)
    doors = "\n".join(door(sheet, *parts) for parts in DOORS)
    sheet.add(f'<div class="doors">\n{doors}\n</div>')
    add_recent(sheet)
    add_due(sheet)
    sheet.add(tag("h2", escape("库里有什么"), id="holdings"))
    add_holdings(sheet)
    return sheet.page()


def add_date(sheet: Sheet) -> None:
    """The day of the data and how much of it was never compared with official texts."""
    library = sheet.shelf.library
    compared = [record for kind in COMPARED for record in library.every(kind)]
    states = Counter(record.verification or Verification.UNVERIFIED for record in compared)
    lacking = "、".join(lacking_words(states)) or "都已核"
    counted = f"案例、实践和政策共 {len(compared)} 条，与正式文本核对：{lacking}。" if compared else ""
    words = escape(f"数据截至 {print_day(sheet.shelf.dated)}。{counted}")
    sheet.add(tag("p", f"{words}{sheet.link(ACCOUNT, ACCOUNT_TITLE)}", class_="subtitle"))


def add_recent(sheet: Sheet) -> None:
    """The newest records by their own days."""
    events = newest_records(sheet.shelf, MOST_NEWS)
    if not events:
        return
    sheet.add(tag("h2", escape(RECENT), id="recent"))
    add_events(sheet, events)
    links = (sheet.link(recent_path(1), "全部，按日期"), sheet.link(FEED, "订阅（RSS）"))
    add_ways(sheet, links, RECENT)


def add_due(sheet: Sheet) -> None:
    """What is due next, and how much is overdue."""
    shelf = sheet.shelf
    if not shelf.duties:
        return
    coming: dict[tuple[object, str], Duty] = {}
    for duty in told_of(shelf):
        if duty.urgency(shelf.dated) in (Urgency.SOON, Urgency.LATER):
            coming.setdefault((duty.due, duty.what), duty)
    sheet.add(tag("h2", escape(DUTIES), id="due"))
    sheet.items((due_line(sheet, duty) for duty in islice(coming.values(), MOST_DUE)), "events")
    links = (
        sheet.link(duties_path(1), f"全部 {len(groups_of(shelf.duties))} 条"),
        sheet.link(overdue_path(1), f"已逾期 {len(overdue_of(shelf))} 条"),
        sheet.link(CALENDAR, "日历文件（.ics）"),
    )
    add_ways(sheet, links, DUTIES)


def due_line(sheet: Sheet, duty: Duty) -> str:
    """A day, and what is to be done by it."""
    day = tag("span", when_words(duty), class_="day")
    return f"{day}{escape(duty.what)} {tag('span', next(source_lines(sheet, duty), ''), class_='about')}"


def door(sheet: Sheet, title: str, verb: str, names: Sequence[str], words: str) -> str:
    """The entrance of one kind of reader."""
    links = " ".join(sheet.link(catalogue_path(name), CATALOGUES[name]) for name in names)
    head = tag("p", f"{tag('strong', escape(title))} {escape(verb)}", class_="door-title")
    return f'<section class="door">{head}<p>{escape(words)}</p><p class="door-links">{links}</p></section>'


def add_holdings(sheet: Sheet) -> None:
    """How many records of each kind, and the ways to find them without searching."""
    sheet.items(holdings(sheet), "groups")


def holdings(sheet: Sheet) -> Iterator[str]:
    """What there is, with its number and a word about it."""
    library = sheet.shelf.library
    stubs = sum(policy.text_state is TextState.STUB for policy in library.every(Policy))
    notes = {"policies": f"，{stubs} 份只有题录" if stubs else ""}
    for name, kinds in HELD.items():
        count = sum(len(library.every(kind)) for kind in kinds)
        yield held(list_link(sheet, name, ALL, EVERYTHING, CATALOGUES[name]), f"{count}{notes.get(name, '')}")
    yield held(sheet.link(regions_path(1), "地区"), f"{len(sheet.shelf.regions)} 个")
    rules = rules_told(sheet.shelf)
    if rules:
        yield held(sheet.link(rules_path(1), RULES), rules)
    yield sheet.link(bodies_az_path(1), BODIES)
    yield sheet.link(terms_az_path(1), TERMS)
    yield sheet.link(REFERENCE, "参考表")
    yield sheet.link(FIGURES, "图表")


def held(link: str, count: str) -> str:
    """A list and what it holds."""
    return f"{link} {tag('span', escape(count), class_='count')}"
