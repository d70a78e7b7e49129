"""数据说明: the day of the data, what there is, what was never verified, what is left out, how to cite it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from generator.compose.address import has_page
from generator.hanzi.calendar import print_day
from generator.models.record import Record, Verification
from generator.pages.listing.paging import NO_RECORDS
from generator.pages.listing.sections import Section, sectioned
from generator.pages.markup import badge, escape, tag
from generator.pages.records.common import VERIFIED_TONES
from generator.pages.reference import RULES, about, rules_path
from generator.pages.sheet import Page, Sheet
from generator.pages.shelf import Shelf, grouped

TITLE, UNVERIFIED = "数据说明", "未核实的记录"
PATH = "browse/data/index.md"
INDEX, FEED = "data/index.json", "feed.xml"
"""Written into the site by `open_data`."""
LEFT_OUT = (
    "公开属性为“不予公开”“待定”“待补”的记录，以及离开它们就读不通的记录，不上网页，也不进检索、数据文件和订阅。",
    "涉密公文一律不上网页。",
    "联系人、签发人、填表人、人员名单等个人信息不显示。",
    "给编者看的备注、导入的中间记录和原件不上网页。",
)
LICENCE = (
    "法律、法规，国家机关的决议、决定、命令和其他具有立法、行政、司法性质的文件，著作权法不适用（著作权法第五条）。",
    "案例和地区实践依据公开材料整理，各条“来源与核验”写明出处；转载请注明原出处，原材料另有约定的从其约定。",
    "资料库没有另行声明数据的使用许可；程序本身用 MIT 许可。",
)


def unverified_path(number: int) -> str:
    """A page of the records that were not verified."""
    return f"browse/data/unverified/{number}.md"


def account_pages(shelf: Shelf) -> Iterator[Page]:
    """The page about the data, and the list of what was not verified."""
    records = tuple(entry.record for entry in shelf.library.entries.values() if has_page(entry.record))
    yield account_page(shelf, records)
    open_ones = grouped(tuple(filter(is_open, records)), lambda record: (record.kind,))
    yield from sectioned(
        shelf,
        unverified_path,
        UNVERIFIED,
        [Section(kind, members) for kind, members in open_ones.items()],
        add_open_records,
        parents=((PATH, TITLE),),
        note="没有与正式文本逐字核对，或有字段待确认的记录。引用前请核对原文。",
    )


def is_open(record: Record) -> bool:
    """Whether somebody still has to look at a record."""
    return record.verification is not Verification.VERIFIED or bool(record.pending)


def add_open_records(sheet: Sheet, records: Sequence[Record]) -> None:
    """Records with how far they were verified."""
    sheet.items((open_line(sheet, record) for record in records), "entries")


def open_line(sheet: Sheet, record: Record) -> str:
    """A record, its state, and which fields are not certain."""
    state = record.verification or Verification.UNVERIFIED
    fields = "、".join(pending.field for pending in record.pending)
    about = tag("span", escape(f"待确认：{fields}"), class_="about") if fields else ""
    return f"{sheet.record_link(record)} {badge(state.value, VERIFIED_TONES[state])}{about}"


# --- the page -------------------------------------------------------------------------------------


def account_page(shelf: Shelf, records: Sequence[Record]) -> Page:
    """What the data is and what it is not."""
    sheet = Sheet(shelf, PATH, TITLE)
    sheet.heading(1, TITLE, "")
    sheet.note(f"数据截至{print_day(shelf.dated)}。时效、期限都按这一天计算。", "subtitle")
    add_numbers(sheet, records)
    add_lines(sheet, "没有放上来的", "left-out", LEFT_OUT)
    add_citing(sheet)
    add_machines(sheet)
    add_lines(sheet, "使用许可", "licence", LICENCE)
    return sheet.page()


def add_numbers(sheet: Sheet, records: Sequence[Record]) -> None:
    """How many there are of each kind, and how far they were verified."""
    if not records:
        sheet.note(NO_RECORDS)
        return
    sheet.heading(2, "有多少，核了多少", "numbers")
    kinds = grouped(tuple(records), lambda record: (record.kind,))
    rows = [number_row(escape(kind), members) for kind, members in kinds.items()]
    rules = tuple(sheet.shelf.library.rules.values())
    if rules:
        states = Counter(rule.verification for rule in rules)
        rows.append(state_row(sheet.link(rules_path(1), RULES), len(rules), states, ""))
    sheet.grid(("类别", "条数", "已核", "部分核实", "未核", "有字段待确认"), rows, "counts")
    sheet.add(tag("p", sheet.link(unverified_path(1), f"{UNVERIFIED}（逐条列出）")))
    sheet.note("“已核”指有人与正式文本逐字核对过；没有写核验情况的按未核计。")


def number_row(name: str, members: Sequence[Record]) -> tuple[str, ...]:
    """The row of a kind."""
    states = Counter(record.verification or Verification.UNVERIFIED for record in members)
    return state_row(name, len(members), states, str(sum(bool(record.pending) for record in members)))


def state_row(name: str, total: int, states: Counter[Verification], pending: str) -> tuple[str, ...]:
    """Numbers by state of verification."""
    return name, str(total), *(str(states[state]) for state in Verification), pending


def add_lines(sheet: Sheet, heading: str, anchor: str, lines: Sequence[str]) -> None:
    """A heading with some sentences."""
    sheet.heading(2, heading, anchor)
    sheet.items(escape(line) for line in lines)


def add_citing(sheet: Sheet) -> None:
    """How to cite a text, a case and a figure."""
    lines = (
        "条款：点条款旁的“复制引用”，得到《题名》（发文字号）第几条和时效；正式行文请再核对印发原件。",
        "案例和数字：写明记录的题名、编号和数据日，例如“见本库某案例（编号），数据截至某日”。",
        "地址：每条记录、每个条款的地址不会因为收录别的内容而改变，可以放心引用。",
    )
    add_lines(sheet, "怎样引用", "citing", lines)


def add_machines(sheet: Sheet) -> None:
    """The files for programs."""
    sheet.heading(2, "给程序用的数据", "machines")
    sheet.items(
        (
            f"{sheet.link(INDEX, '全部记录的目录（JSON）')}{about('每条记录另有一个 JSON 文件，附格式说明')}",
            f"{sheet.link(FEED, '订阅（RSS）')}{about('最近的文件和时效变化，按文件自己的日期，最多 50 条')}",
        )
    )
    sheet.note(
        "网站地图（sitemap.xml）只在 mkdocs.yml 写了 site_url 时生成：它必须用绝对地址，不写假的网址。"
        "双击打开的站点没有网站地图，订阅里的地址是相对地址。"
    )
