"""Cases in a real browser: choose, compare, take out, copy, print; from a folder and from a web server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.reading import Reader

pytestmark = pytest.mark.browser
CITY, SHOWS, VOUCHER = "濮阳-数字城管-2016", "华龙-一村一戏-2016", "温州-小微服务券-2015"
COMPARED = f"compare-cases.html?cases={quote(CITY)},{quote(SHOWS)},{quote(VOUCHER)}"
TABLE = "table.comparison"
REFUSED = """const read = Storage.prototype.getItem;
Storage.prototype.getItem = function (key) {
  if (key === "gongwen-compare") throw new Error("refused");
  return read.call(this, key);
};"""
COPIED = """() => new Promise(done => {
  document.addEventListener("copy", event => setTimeout(() => done({
    html: event.clipboardData.getData("text/html"), plain: event.clipboardData.getData("text/plain"),
  })), { once: true });
  const give = DataTransfer.prototype.setData, said = {};
  DataTransfer.prototype.setData = function (kind, words) {
    said[kind] = words;
    if (said["text/html"] && said["text/plain"]) done({ html: said["text/html"], plain: said["text/plain"] });
    return give.call(this, kind, words);
  };
  document.querySelector(".comparison-tools .tool").click();
})"""


@pytest.fixture
def visitor(browser: Any, address: str) -> Iterator[Reader]:
    """A reader with a store of its own, so that nothing chosen before is left."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    yield Reader(context.new_page(), address)
    context.close()


def heads(page: Any) -> list[str]:
    """The cases that the table compares."""
    page.locator(TABLE).wait_for(timeout=10_000)
    return [str(words) for words in page.locator(f"{TABLE} thead th a").all_inner_texts()]


def test_cases_are_chosen_on_their_page_and_on_lists_and_compared(visitor: Reader) -> None:
    page = visitor.page
    visitor.open(f"cases/{CITY}.html")
    page.click(".case-tools .choose")
    assert page.inner_text(".case-tools .choose") == "已加入比较"
    assert page.locator(".compare-tray .go[href]").count() == 0
    visitor.open("browse/cases/all/1.html")
    assert "数字化城市管理" in page.inner_text(".compare-tray")
    page.locator("ul.entries > li", has_text="小微企业服务券").locator(".choose").click()
    page.click(".compare-tray .go[href]")
    page.wait_for_url("**/compare-cases.html?cases=*")
    assert heads(page) == ["濮阳市数字化城市管理信息采集服务外包项目", "温州市小微企业服务券"]
    assert "中标金额 890.12万元" in page.inner_text(TABLE)
    assert visitor.faults == []
    assert visitor.strangers == []


def test_a_case_is_taken_out_and_the_address_follows(visitor: Reader) -> None:
    visitor.open(COMPARED)
    page = visitor.page
    assert len(heads(page)) == 3
    page.locator(f"{TABLE} thead .away").first.click()
    assert heads(page) == ["华龙区一年一村一场戏一场电影工程", "温州市小微企业服务券"]
    assert quote(CITY) not in page.url
    page.reload()
    assert len(heads(page)) == 2
    assert visitor.faults == []


def test_differences_are_marked_by_words_and_can_be_shown_alone(visitor: Reader) -> None:
    visitor.open(COMPARED)
    page = visitor.page
    heads(page)
    row = page.locator(f"{TABLE} tbody tr")
    assert row.filter(has_text="目录类别").locator(".mark").inner_text() == "都没有写"
    assert row.filter(has_text="核验").locator(".mark").last.inner_text() == "相同"
    assert row.filter(has_text="服务方式").locator(".mark").first.inner_text() == "不同"
    page.check(".comparison-tools input")
    assert set(page.locator(f"{TABLE} .mark").all_inner_texts()) == {"不同"}


def test_the_table_is_copied_as_a_table_and_as_plain_text(visitor: Reader) -> None:
    visitor.open(COMPARED)
    page = visitor.page
    heads(page)
    copied = page.evaluate(COPIED)
    assert copied["html"].startswith("<table")
    assert copied["html"].count("<th") == 5
    lines = copied["plain"].split("\r\n")
    assert lines[0].split("\t")[0] == "要素"
    assert {line.count("\t") for line in lines} == {4}
    assert "中标金额 890.12万元" in copied["plain"]
    assert page.inner_text(".copy-state") == "已复制，可粘贴到 WPS、Word 或表格里"
    assert visitor.faults == []


def test_where_copying_is_refused_the_table_is_selected(visitor: Reader) -> None:
    visitor.open(COMPARED)
    page = visitor.page
    heads(page)
    page.evaluate("document.execCommand = () => false")
    page.click(".comparison-tools .tool")
    assert "Ctrl+C" in page.inner_text(".copy-state")
    assert "目录类别" in page.evaluate("getSelection().toString()")


def test_without_a_store_the_address_keeps_what_was_chosen(visitor: Reader) -> None:
    page = visitor.page
    page.add_init_script(REFUSED)
    visitor.open(f"cases/{CITY}.html")
    page.click(".case-tools .choose")
    page.locator("#similar + ul a").first.click()
    page.wait_for_url("**?compare=*")
    page.click(".case-tools .choose")
    page.click(".compare-tray .go[href]")
    assert len(heads(page)) == 2
    assert visitor.faults == []


def test_no_more_than_six_are_chosen(visitor: Reader) -> None:
    visitor.open("browse/cases/all/1.html")
    page = visitor.page
    for place in range(6):
        page.locator("ul.entries .choose").nth(place).click()
    assert page.locator("ul.entries .choose").nth(6).is_disabled()
    assert page.locator("ul.entries .choose").nth(6).inner_text() == "最多比较 6 个"
    page.locator(".compare-tray li button").first.press("Enter")
    assert page.locator(".compare-tray li").count() == 5
    assert page.evaluate("document.activeElement.closest('.compare-tray') !== null")
    page.click(".compare-tray .clear")
    assert not page.locator(".compare-tray").is_visible()
    assert page.locator("ul.entries .choose").nth(6).is_enabled()


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("", "还没有选案例"),
        (f"?cases={quote(CITY)}", "只选了 1 个案例"),
        (f"?cases={quote('<img src=x onerror=alert(1)>')},../../x,{quote(CITY)}", "只选了 1 个案例"),
    ],
)
def test_too_few_cases_or_strange_names_say_what_to_do(visitor: Reader, query: str, said: str) -> None:
    visitor.open(f"compare-cases.html{query}")
    notice = visitor.page.locator("#case-comparison .notice").first
    notice.wait_for(timeout=10_000)
    assert said in notice.inner_text()
    assert visitor.page.locator("#case-comparison img").count() == 0
    assert visitor.page.locator(TABLE).count() == 0
    assert visitor.page.locator(".comparison-tools").count() == 0
    assert visitor.faults == []


def test_the_address_carries_the_cases_however_the_page_was_opened(visitor: Reader) -> None:
    page = visitor.page
    for name in (CITY, SHOWS):
        visitor.open(f"cases/{name}.html")
        page.click(".case-tools .choose")
    visitor.open("compare-cases.html")
    assert len(heads(page)) == 2
    assert page.url.endswith(f"?cases={quote(CITY)},{quote(SHOWS)}")


def test_a_case_that_is_gone_is_named(visitor: Reader) -> None:
    visitor.open(f"compare-cases.html?cases={quote('没有-这个')},{quote(CITY)},{quote(SHOWS)}")
    assert len(heads(visitor.page)) == 2
    assert "没有找到案例“没有-这个”" in visitor.page.inner_text("#case-comparison")


def test_a_figure_of_the_story_leads_to_the_sentence_of_its_source(visitor: Reader) -> None:
    visitor.open(f"cases/{CITY}.html")
    page = visitor.page
    page.locator("p.text a.bound", has_text="890.12万元").click()
    assert page.url.endswith("#figure-1")
    assert "中标金额为 890.12 万元" in page.locator("#c-data tr", has=page.locator("#figure-1")).inner_text()


@pytest.mark.parametrize("width", [320, 390])
def test_a_narrow_screen_compares_without_widening_the_page(browser: Any, site: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    for path in (COMPARED, f"cases/{quote(SHOWS)}.html", f"browse/compare/{quote('社会组织')}/1.html"):
        page.goto(f"{site.as_uri()}/{path}")
        page.wait_for_timeout(300)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    page.goto(f"{site.as_uri()}/{COMPARED}")
    heads(page)
    assert page.locator(".slide-hint").is_visible()
    assert page.locator(f"{TABLE} tbody th").first.bounding_box()["width"] <= width / 4
    page.close()


def test_a_table_that_fits_has_no_hint_to_slide(visitor: Reader) -> None:
    visitor.open(COMPARED)
    heads(visitor.page)
    assert not visitor.page.locator(".slide-hint").is_visible()


def test_a_comparison_prints_without_its_buttons(browser: Any, site: Path) -> None:
    page = browser.new_page()
    page.goto(f"{site.as_uri()}/{COMPARED}")
    heads(page)
    page.emulate_media(media="print")
    assert page.locator(TABLE).is_visible()
    assert not page.locator(".comparison-tools").is_visible()
    assert not page.locator("#fields").is_visible()
    page.close()


def test_without_scripts_the_tables_of_fields_are_there(browser: Any, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/cases/{quote(CITY)}.html")
    assert page.locator(".choose").count() == 0
    page.click(".case-tools a")
    assert "890.12万元" in page.inner_text("#field-table")
    page.goto(f"{site.as_uri()}/compare-cases.html")
    assert "脚本停用" in page.inner_text("#case-comparison")
    page.click("#fields + ul a")
    assert page.locator("#field-table tbody tr").count() > 0
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_colours_of_the_case_pages_can_be_told_apart(browser: Any, site: Path, scheme: str) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="没有 axe")
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    for path in (f"cases/{quote(CITY)}.html", COMPARED):
        page.goto(f"{site.as_uri()}/{path}")
        page.wait_for_timeout(400)
        found = axe.Axe().run(page).response["violations"]
        serious = [
            (fault["id"], [node["target"] for node in fault["nodes"]][:4])
            for fault in found
            if fault["impact"] in ("serious", "critical")
        ]
        assert serious == [], path
    context.close()
