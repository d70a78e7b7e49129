"""The Word files of the shipped library as LibreOffice prints them: report, forwarding chain, collection."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest

from generator.build import write
from generator.library import Library
from generator.models.case import Case, Practice
from generator.models.issued import CollectionRecord, IssuedDocument
from tests import paged_text, rendering
from tests.rendering import Line, Page, Rule

pytestmark = pytest.mark.render

Rendered = Mapping[str, tuple[Page, ...]]
RED = (255, 0, 0)
REPORT, CHAIN, COLLECTION = "濮财综2017-8号", "博山转发淄博通知", "典型案例汇编"
SURVEY_HEAD = "填报事项填报内容填报说明"


@pytest.fixture(scope="module")
def contents(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, bytes]:
    """Every Word file of the library by 编号."""
    ids = printed_ids(library)
    out = tmp_path_factory.mktemp("words")
    write(library.root, ids, out)
    return {name: (out / f"{name}.docx").read_bytes() for name in ids}


@pytest.fixture(scope="module")
def rendered(contents: Mapping[str, bytes]) -> Rendered:
    """The pages of every Word file of the library by 编号, laid out in one run."""
    missing = rendering.missing_tools()
    if missing:
        pytest.skip(f"not on this machine: {missing}")
    pages = rendering.render({f"w{n}": content for n, content in enumerate(contents.values())})
    return dict(zip(contents, pages.values(), strict=True))


def printed_ids(library: Library) -> tuple[str, ...]:
    kinds = (IssuedDocument, CollectionRecord, Case, Practice)
    return tuple(record.id for kind in kinds for record in library.every(kind))


def test_every_word_file_of_the_library_has_pages(library: Library, rendered: Rendered) -> None:
    assert set(rendered) == set(printed_ids(library))
    assert {record_id for record_id, pages in rendered.items() if not pages or not pages[0].lines} == set()


def test_every_page_has_ink_within_its_margins(rendered: Rendered) -> None:
    beyond = [
        (record_id, number, line.text)
        for record_id, pages in rendered.items()
        for number, page in enumerate(pages, start=1)
        for line in page.lines
        if line.left < 27 or line.right > 185 or line.top < 36 or line.bottom > 273
    ]
    assert beyond == []


def test_no_page_has_a_closing_without_text_and_every_first_page_has_text(
    library: Library, contents: Mapping[str, bytes], rendered: Rendered
) -> None:
    ids = [record.id for record in library.every(IssuedDocument)]
    wrong = {name: paged_text.faults(contents[name], rendered[name]) for name in ids}
    assert {name: faults for name, faults in wrong.items() if faults} == {}


# --- the report -----------------------------------------------------------------------------------


def red_rules(page: Page) -> list[Rule]:
    return [rule for rule in page.rules if rule.colour == RED]


def foot_rules(pages: tuple[Page, ...]) -> list[Rule]:
    """The last rules of the imprints in a document."""
    imprints = [page for page in pages if page.lines[-2].text.endswith("印发")]
    return [max(page.rules, key=lambda rule: rule.middle) for page in imprints]


def test_the_head_of_the_report_stands_where_the_standard_puts_it(rendered: Rendered) -> None:
    page = rendered[REPORT][0]
    (rule,) = red_rules(page)
    mark, number = page.line("濮阳市财政局文件"), page.line("濮财综〔2017〕8号")
    assert mark.top == pytest.approx(72, abs=1)
    assert rule.width == pytest.approx(156, abs=1)
    assert rule.top - number.bottom == pytest.approx(4, abs=1)
    assert number.text == "濮财综〔2017〕8号签发人：樊相奇"


def test_body_text_begins_on_the_first_page_of_the_report(rendered: Rendered) -> None:
    page = rendered[REPORT][0]
    addressees = page.line("省财政厅：")
    below = [line for line in page.lines[:-1] if line.top > addressees.bottom]
    assert page.line("濮阳市政府购买服务开展情况的报告").bottom < addressees.top
    assert len(below) >= 3
    assert below[0].text.startswith("《河南省财政厅关于报送政府购买服务有关情况的通知》")


def attachment(pages: tuple[Page, ...], label: str) -> tuple[Page, ...]:
    """The pages of an attachment, up to the next one or the imprint."""
    starts = [n for n, page in enumerate(pages) if re.fullmatch(r"附件\d*", page.lines[0].text)]
    begin = next(n for n in starts if pages[n].lines[0].text == label)
    end = next((n for n in starts if n > begin), len(pages))
    return tuple(page for page in pages[begin:end] if not page.lines[-2].text.endswith("印发"))


def test_the_totals_of_the_statistics_are_printed(rendered: Rendered) -> None:
    (page,) = attachment(rendered[REPORT], "附件1")
    assert page.line("合计").text == "合计" + "199" + "35864.87" + "113" + "9199.3"


def test_27_survey_items_run_over_pages_that_each_repeat_the_head(rendered: Rendered) -> None:
    pages = attachment(rendered[REPORT], "附件4")
    assert len(pages) >= 3
    assert [sum(line.text == SURVEY_HEAD for line in page.lines) for page in pages] == [1] * len(pages)
    first = (re.match(r"(\d+)\.", line.text) for page in pages for line in page.lines if line.left < 31)
    assert [int(found[1]) for found in first if found] == list(range(1, 28))


def test_the_imprint_of_the_report_ends_at_the_foot_of_its_last_page(rendered: Rendered) -> None:
    (foot,) = foot_rules(rendered[REPORT])
    assert foot.middle == pytest.approx(262, abs=1)
    assert foot in rendered[REPORT][-1].rules


# --- the chain ------------------------------------------------------------------------------------


def test_each_head_of_the_chain_opens_a_page_in_the_order_of_forwarding(rendered: Rendered) -> None:
    heads = [page for page in rendered[CHAIN] if red_rules(page)]
    marks = [page.lines[0].text for page in heads]
    numbers = [next(line.text for line in page.lines if "〔" in line.text) for page in heads]
    assert marks == ["淄博市博山区财政局文件", "淄博市财政局文件", "山东省财政厅文件"]
    assert numbers == ["博财采〔2022〕19号", "淄财采〔2022〕20号", "鲁财采〔2022〕14号"]
    assert [page.lines[0].top for page in heads] == pytest.approx([72, 72, 72], abs=1)


def test_the_roster_of_the_chain_has_15_names(rendered: Rendered) -> None:
    (page,) = [page for page in rendered[CHAIN] if page.lines[0].text == "附件"]
    texts = [line.text for line in page.lines]
    names = texts[texts.index("地级市联系点") + 1 : texts.index("信息公开选项：主动公开")]
    assert len(names) == len(set(names)) == 15
    assert all(re.match(r"\w+[市州]\w+[市县区]$", name) for name in names), names


def test_the_chain_has_two_imprints_each_at_the_foot_of_its_page(rendered: Rendered) -> None:
    pages = rendered[CHAIN]
    printed = [page.lines[-2].text for page in pages if page.lines[-2].text.endswith("印发")]
    assert printed == ["山东省财政厅办公室2022年8月16日印发", "淄博市财政局办公室2022年12月20日印发"]
    assert [rule.middle for rule in foot_rules(pages)] == pytest.approx([262, 262], abs=1)


# --- the collection -------------------------------------------------------------------------------


def page_number(page: Page) -> int:
    return int(page.lines[-1].text.strip("—"))


def together(lines: tuple[Line, ...]) -> str:
    return "".join(line.text for line in lines[:-1])


def contents_of(pages: tuple[Page, ...]) -> tuple[tuple[Page, ...], tuple[Page, ...]]:
    """The pages of the contents, and those after them."""
    begin = next(n for n, page in enumerate(pages) if page.lines[0].text == "目录")
    end = next(n for n in range(begin + 1, len(pages)) if "...." not in pages[n].text)
    return pages[begin:end], pages[end:]


def test_contents_name_the_page_on_which_each_case_begins(library: Library, rendered: Rendered) -> None:
    contents, story = contents_of(rendered[COLLECTION])
    listed = "".join(together(page.lines) for page in contents)
    starts: dict[str, int] = {}
    for title in (case.title.replace(" ", "") for case in library.every(Case)):
        (starts[title],) = [page_number(page) for page in story if opens_with(page, title)]
        found = re.search(rf"{re.escape(title)}\.+(\d+)", listed)
        assert found, title
        assert int(found[1]) == starts[title], title
    assert len(set(starts.values())) == len(starts) == 14


def opens_with(page: Page, title: str) -> bool:
    """Whether a case begins on this page: at its head, or right below the title of its chapter."""
    return together(page.lines).startswith(title) or together(page.lines[1:]).startswith(title)


def test_the_summary_table_has_a_row_for_each_of_14_cases(rendered: Rendered) -> None:
    _, story = contents_of(rendered[COLLECTION])
    firsts = [page.lines[0].text for page in story]
    pages = story[firsts.index("案例一览表") : firsts.index("政策依据索引")]
    numbers = [row_number(line) for page in pages for line in page.lines[:-1]]
    assert [number for number in numbers if number] == [str(number) for number in range(1, 15)]
    assert all("序号案例名称" in page.text for page in pages)


def row_number(line: Line) -> str:
    """What stands in the first column of the summary table."""
    return "".join(mark.text for mark in line.marks if mark.left < 38 and mark.text.isdigit())
