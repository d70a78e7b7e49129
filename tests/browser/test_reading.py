"""Reading a policy in a real browser: outline, copying, side by side, printing, without scripts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from generator.library import load_library
from generator.pages.comparing.page import comparison_page
from generator.pages.comparing.pairs import Pair, Side
from generator.pages.shelf import Shelf
from tests.browser.reading import Reader
from tests.pages.policies.conftest import DAY
from tests.pages.policies.samples import small_library

pytestmark = pytest.mark.browser
RULES = "policies/财政部令102号.html"
DIGEST = "policies/鲁财采2022-14号.html"
REPEALED = "policies/财综2014-96号.html"
BESIDE = "browse/beside/鲁财采2022-14号/淄财采2022-20号.html"
CITED = "《政府购买服务管理办法》（财政部令第102号）第十条"
REFUSE = "navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', {value: undefined});"


@pytest.fixture
def narrow(browser: Any) -> Iterator[Any]:
    """A page of a narrow window that is worked by touch."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


def copied_text(page: Any) -> str:
    """What the clipboard holds, by pasting it into a field."""
    page.evaluate(
        "document.body.appendChild(Object.assign(document.createElement('textarea'), {id: 'paste'})).focus()"
    )
    page.keyboard.press("Control+V")
    return str(page.evaluate("document.getElementById('paste').value"))


@pytest.mark.parametrize("hindrance", ["", REFUSE, NO_CLIPBOARD])
def test_a_provision_is_copied_as_it_is_cited_and_the_page_says_so(reader: Reader, hindrance: str) -> None:
    if hindrance:
        reader.page.add_init_script(hindrance)
    reader.open(RULES)
    reader.page.hover("#a10-p1")
    reader.page.click("#a10-p1 > .copy")
    told = reader.page.locator(".copied")
    told.filter(has_text="已复制").wait_for(timeout=5_000)
    assert told.inner_text() == f"已复制：{CITED}"
    assert told.get_attribute("aria-live") == "polite"
    assert copied_text(reader.page) == CITED
    assert (reader.faults, reader.strangers) == ([], [])


def test_where_nothing_may_be_copied_the_words_stand_selected(reader: Reader) -> None:
    reader.page.add_init_script(NO_CLIPBOARD + "document.execCommand = () => false;")
    reader.open(RULES)
    reader.page.hover("#a10-p1")
    reader.page.click("#a10-p1 > .copy")
    assert "Ctrl+C" in reader.page.inner_text(".copied")
    assert reader.page.evaluate("String(getSelection()) || document.activeElement.value") == CITED
    reader.page.keyboard.press("Escape")
    assert not reader.page.locator(".copied").is_visible()


def test_the_citation_of_a_repealed_text_says_what_took_its_place(reader: Reader) -> None:
    reader.open(REPEALED)
    reader.page.click("#citation > .copy >> nth=0")
    reader.page.locator(".copied").filter(has_text="已复制").wait_for(timeout=5_000)
    assert copied_text(reader.page) == (
        "《政府购买服务管理办法（暂行）》（财综〔2014〕96号）（已废止，见《政府购买服务管理办法》（财政部令第102号））"
    )


def test_the_outline_names_every_provision_and_leads_to_it(reader: Reader) -> None:
    reader.open(RULES)
    links = reader.page.locator(".md-sidebar--secondary a.md-nav__link")
    targets = links.evaluate_all("links => links.map(link => link.getAttribute('href'))")
    articles = reader.page.locator(".lead").evaluate_all("leads => leads.map(lead => '#' + lead.id)")
    assert len(articles) > 10
    assert set(articles) <= set(targets)
    links.filter(has_text="第十条").click()
    assert reader.page.url.endswith("#a10")
    assert reader.page.locator("#a10").bounding_box()["y"] < 200
    assert reader.faults == []


def test_the_copy_buttons_are_reached_by_keyboard_and_shown_there(reader: Reader) -> None:
    reader.open(RULES)
    button = reader.page.locator("#a10-p1 > .copy")
    assert button.evaluate("button => getComputedStyle(button).opacity") == "0"
    button.focus()
    assert button.evaluate("button => getComputedStyle(button).opacity") == "1"
    assert button.get_attribute("aria-label") == "复制引用：第十条"


def test_a_narrow_window_has_the_outline_above_the_text_and_buttons_in_sight(narrow: Any, site: Path) -> None:
    narrow.goto(f"{site.as_uri()}/{quote(RULES)}")
    narrow.click("details.outline > summary")
    narrow.click("details.outline >> text=第二十四条")
    assert narrow.url.endswith("#a24")
    assert narrow.locator("#a24-p1 > .copy").is_visible()
    assert narrow.locator("#a24-p1 > .copy").evaluate("button => getComputedStyle(button).opacity") == "1"
    assert narrow.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize(
    ("path", "table"),
    [
        (DIGEST, "#demands-table"),
        ("browse/duties/overdue.html", "#duties"),
    ],
)
def test_in_a_narrow_window_a_duty_shows_its_day_and_its_state_without_sliding(
    narrow: Any, site: Path, path: str, table: str
) -> None:
    narrow.goto(f"{site.as_uri()}/{quote(path)}")
    row = narrow.locator(f"{table} tr", has_text="改革工作进展情况").first
    for place in (row.get_by_text("2022年11月30日").first, row.locator(".badge").first):
        box = place.bounding_box()
        assert box is not None
        assert 0 <= box["x"] < box["x"] + box["width"] <= 390


def test_what_is_passed_on_whole_is_folded_below_what_a_level_says_itself(reader: Reader) -> None:
    reader.open(DIGEST)
    reader.page.click("#chain ~ ol >> text=对照 >> nth=0")
    reader.page.wait_for_url("**/browse/beside/**")
    assert "全文转发，附件即上级全文" in reader.page.inner_text(".notice")
    passed = reader.page.locator("details.passed-on")
    assert not passed.locator("li").first.is_visible()
    passed.locator("summary").click()
    assert passed.locator("li").first.is_visible()
    assert (reader.faults, reader.strangers) == ([], [])


def test_two_texts_stand_beside_each_other_and_in_a_narrow_window_one_under_the_other(
    reader: Reader, make_library: Callable[[Mapping[str, str]], Path]
) -> None:
    shelf = Shelf(load_library(make_library(small_library()))[0], DAY)
    text = comparison_page(shelf, Pair("旧办法", "新办法", Side.CHANGE)).text
    table = text[text.index('<table class="compare"') :].partition("</table>")[0] + "</table>"
    reader.open(BESIDE)
    reader.page.evaluate(
        "table => document.querySelector('article').insertAdjacentHTML('beforeend', table)", table
    )
    cells = reader.page.locator("table.compare tbody tr:not(.state):not(.same) >> nth=0").locator("td")
    left, right = (cells.nth(place).bounding_box() for place in (0, 1))
    assert abs(left["y"] - right["y"]) < 2
    assert right["x"] > left["x"]
    reader.page.set_viewport_size({"width": 390, "height": 800})
    left, right = (cells.nth(place).bounding_box() for place in (0, 1))
    assert right["y"] >= left["y"] + left["height"] - 2
    assert reader.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert cells.nth(1).locator(".side").inner_text() == "新文"
    assert (reader.faults, reader.strangers) == ([], [])


def test_paper_has_head_status_citation_and_text_and_nothing_else(browser: Any, site: Path) -> None:
    page = browser.new_page()
    page.goto(f"{site.as_uri()}/{quote(DIGEST)}")
    page.emulate_media(media="print")
    shown = ("h1", ".subtitle", "#citation", "#s3-4", "#att1")
    hidden = (
        ".md-header",
        ".md-sidebar--secondary",
        ".copy",
        ".at-provision",
        "#chain",
        "#mentions",
        "#sources",
    )
    assert [name for name in shown if not page.locator(name).first.is_visible()] == []
    assert [name for name in hidden if page.locator(name).first.is_visible()] == []
    page.goto(f"{site.as_uri()}/{quote(REPEALED)}")
    assert page.locator(".banner-bad").is_visible()
    page.close()


def test_without_scripts_the_citation_the_anchors_and_both_texts_are_there(browser: Any, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site.as_uri()}/{quote(RULES)}#a10")
    assert page.inner_text("#citation") == "引用写法：《政府购买服务管理办法》（财政部令第102号）"
    assert page.locator("#a10 > a.headerlink").get_attribute("href") == "#a10"
    assert page.locator(".copy").count() == 0
    page.goto(f"{site.as_uri()}/{quote(BESIDE)}")
    assert "请贯彻执行" in page.inner_text("#own + ul")
    page.click("details.passed-on > summary")
    assert "第三部分第（四）项" in page.inner_text("details.passed-on")
    context.close()


def test_every_text_offers_its_data(site: Path) -> None:
    for path in (RULES, DIGEST, REPEALED):
        address = path.removesuffix(".html")
        assert (site / "data" / f"{address}.json").is_file()
        assert f'href="../data/{quote(address)}.json"' in (site / path).read_text(encoding="utf-8")
