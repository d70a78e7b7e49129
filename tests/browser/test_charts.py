"""The charts in a browser: wide, narrow and dark, on screen and on paper."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.browser.reading import Reader

pytestmark = pytest.mark.browser

PAGES = (
    "browse/figures/index.html",
    "browse/figures/policies.html",
    "browse/figures/regions/1.html",
    "returns/统计-濮阳-2016-2017.html",
    "practices/新疆-2015.html",
    "policies/淄财采2022-20号.html",
)
OUTSIDE = """() => [...document.querySelectorAll("svg.chart text")].filter(words => {
  const own = words.getBoundingClientRect(), chart = words.ownerSVGElement.getBoundingClientRect();
  return own.right > chart.right + 1 || own.left < chart.left - 1 || own.bottom > chart.bottom + 2;
}).map(words => words.textContent)"""
SIZES = """() => [...document.querySelectorAll("svg.chart text")].map(
  words => parseFloat(getComputedStyle(words).fontSize))"""
PALE = """() => {
  const light = colour => {
    const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map(Number).map(
      part => (part /= 255) <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const paper = light(getComputedStyle(document.body).backgroundColor) + 0.05;
  return [...document.querySelectorAll("svg.chart .bar, svg.chart .dot, svg.chart text")].filter(mark => {
    const style = getComputedStyle(mark);
    const ink = light(mark.tagName === "text" ? style.fill : style.color) + 0.05;
    return Math.max(ink, paper) / Math.min(ink, paper) < (mark.tagName === "text" ? 4.5 : 3);
  }).length;
}"""


@pytest.mark.parametrize("path", PAGES)
def test_charts_draw_without_faults_and_within_their_frame(reader: Reader, path: str) -> None:
    reader.open(path)
    assert reader.page.locator("figure.figure").count() > 0
    assert reader.page.evaluate(OUTSIDE) == []
    assert reader.strangers == []
    assert [fault for fault in reader.faults if "chart" in fault or "svg" in fault] == []


@pytest.mark.parametrize("width", [320, 390])
def test_letters_of_charts_stay_readable_and_inside_on_a_narrow_screen(
    browser: Any, site: Path, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    for path in PAGES:
        page.goto(f"{site.as_uri()}/{quote(path)}")
        assert page.evaluate(OUTSIDE) == [], path
        assert min(page.evaluate(SIZES), default=12) >= 10.5, path
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    page.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_stand_out_from_the_page_by_day_and_by_night(browser: Any, site: Path, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    for path in PAGES:
        page.goto(f"{site.as_uri()}/{quote(path)}")
        assert page.evaluate(PALE) == 0, path
    context.close()


def test_charts_print_in_black_and_white_with_all_their_bars(browser: Any, site: Path) -> None:
    page = browser.new_page()
    page.goto(f"{site.as_uri()}/{quote(PAGES[3])}")
    page.emulate_media(media="print")
    colours = page.eval_on_selector_all(
        "svg.chart .bar", "bars => [...new Set(bars.map(bar => getComputedStyle(bar).color))]"
    )
    channels = [set(colour.removeprefix("rgb(").removesuffix(")").split(", ")) for colour in colours]
    assert channels
    assert all(len(parts) == 1 for parts in channels)
    assert page.locator("svg.chart .bar").first.is_visible()
    page.close()


def test_the_table_of_a_chart_opens_by_keyboard(browser: Any, site: Path) -> None:
    page = browser.new_page()
    page.goto(f"{site.as_uri()}/{quote(PAGES[3])}")
    page.locator("figure.figure summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator("figure.figure table").first.is_visible()
    assert "91" in page.locator("figure.figure details[open] table").inner_text()
    page.close()
