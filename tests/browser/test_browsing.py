"""Browsing in a real browser: from the first page to a record without a search, and on to the search page."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import pytest

from tests.browser.reading import Reader

pytestmark = pytest.mark.browser
PAGES = (
    *("index.html", "browse/cases/index.html", "browse/cases/region/650000/field/1.html"),
    *("browse/bodies/1.html", "browse/terms/1.html", "browse/recent/1.html", "browse/data/index.html"),
    *("browse/data/unverified/1.html", "help/常见问答.html"),
)


def test_a_record_is_found_through_lists_alone(reader: Reader) -> None:
    page = reader.page
    reader.open("browse/cases/index.html")
    page.locator("#region ~ ul.groups a", has_text="新疆维吾尔自治区").first.click()
    page.get_by_role("link", name="按服务领域分列").click()
    page.locator("ul.groups a", has_text="审计").first.click()
    assert page.evaluate("location.hash") != ""
    page.locator("ul.entries a", has_text="审计").first.click()
    page.wait_for_url("**/cases/**")
    assert "审计厅" in page.inner_text("h1")
    assert reader.faults == []
    assert reader.strangers == []


def test_a_list_opens_the_search_page_with_its_facets_in_the_address(reader: Reader) -> None:
    reader.open("browse/cases/region/650000/1.html")
    reader.page.get_by_role("link", name="在检索页里接着筛选").click()
    reader.page.wait_for_url("**/search.html?*")
    assert "region=新疆维吾尔自治区" in unquote(reader.page.url)


@pytest.mark.parametrize("width", [390, 1280])
def test_no_page_of_lists_needs_sideways_scrolling(browser: Any, site: Any, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    wide = []
    for path in PAGES:
        page.goto(f"{site.as_uri()}/{path}")
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(path)
    page.close()
    assert wide == []
