"""The site in a real browser, opened from a folder and from a web server."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.reading import Reader
from tests.pages.samples import pages_of

pytestmark = pytest.mark.browser
KINDS = (
    *("index.html", "search.html?q=续签", "cases/濮阳-数字城管-2016.html", "practices/温州-2015.html"),
    *("policies/鲁财采2022-14号.html", "documents/濮财综2017-8号.html", "collections/典型案例汇编.html"),
    *("returns/统计-濮阳-2016-2017.html", "regions/410900.html", "browse/policies/index.html"),
    *("browse/cases/all/1.html", "browse/regions/index.html", "reference/rules/1.html"),
    *("reference/bodies/1.html", "help/使用说明.html"),
    *("browse/duties/index.html", "browse/duties/overdue.html", "policies/财政部令102号.html"),
    "browse/beside/鲁财采2022-14号/淄财采2022-20号.html",
)


def test_every_kind_of_page_opens_without_a_fault_and_asks_nobody_outside(reader: Reader) -> None:
    for path in KINDS:
        reader.open(path)
        reader.page.wait_for_timeout(100)
    assert reader.faults == []
    assert reader.strangers == []


@pytest.mark.parametrize("width", [320, 360, 390, 768])
def test_a_narrow_screen_needs_no_sideways_scrolling(browser: Any, site: Path, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    wide = []
    for path in KINDS:
        name, _, query = path.partition("?")
        page.goto(f"{site.as_uri()}/{quote(name)}" + (f"?{query}" if query else ""))
        page.wait_for_timeout(100)
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(path)
    page.close()
    assert wide == []


@pytest.mark.parametrize("width", [320, 360])
def test_the_head_of_a_page_shows_the_whole_name_and_the_way_to_search(
    browser: Any, site: Path, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{site.as_uri()}/{quote('policies/鲁财采2022-14号.html')}")
    link = page.locator(".header-search-link").bounding_box()
    cut = page.locator(".site-name").evaluate("name => name.scrollWidth > name.clientWidth")
    page.close()
    assert link["x"] + link["width"] <= width
    assert not cut


def test_a_page_prints_without_its_furniture(browser: Any, site: Path) -> None:
    page = browser.new_page()
    page.goto(f"{site.as_uri()}/{quote('policies/鲁财采2022-14号.html')}")
    page.emulate_media(media="print")
    assert not page.locator(".md-header").is_visible()
    assert page.locator("#s3-4").is_visible()
    page.close()


def test_the_text_of_a_policy_begins_on_the_first_sheet_of_paper(
    browser: Any, site: Path, tmp_path: Path
) -> None:
    if shutil.which("pdftotext") is None:
        pytest.skip("没有 pdftotext")
    page = browser.new_page()
    page.goto(f"{site.as_uri()}/{quote('policies/鲁财采2022-14号.html')}")
    page.pdf(path=tmp_path / "page.pdf", format="A4")
    page.close()
    command = ["pdftotext", "-enc", "UTF-8", "-l", "1", str(tmp_path / "page.pdf"), "-"]
    first = subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")
    assert "以下为摘编" in first
    assert "一、充分认识推进政府购买服务改革的重要性" in first


def test_the_key_for_forward_reaches_the_search_box_and_shows_where_it_is(browser: Any, site: Path) -> None:
    page = browser.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{site.as_uri()}/{quote('cases/濮阳-数字城管-2016.html')}")
    for _ in range(12):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.name") == "q":
            break
    assert page.evaluate("document.activeElement.name") == "q"
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.close()


def test_without_scripts_the_lists_and_pages_still_read(browser: Any, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/browse/cases/all/1.html")
    page.click("text=濮阳市数字化城市管理信息采集服务外包项目")
    assert "890.12万元" in page.inner_text("article")
    context.close()


def test_the_calendar_of_duties_is_saved_from_its_page(browser: Any, address: str) -> None:
    context = browser.new_context(accept_downloads=True)
    page = context.new_page()
    page.goto(f"{address}/browse/duties/index.html")
    with page.expect_download() as saving:
        page.click("a.download")
    assert Path(saving.value.path()).read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    context.close()


def test_the_kinds_of_pages_above_are_all_there(site: Path) -> None:
    paths = set(pages_of(site))
    assert {path.partition("?")[0] for path in KINDS} <= paths
