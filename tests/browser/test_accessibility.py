"""The site for everyone: what axe finds, the keyboard alone, size and colours, no scripts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.browser.reading import Reader

pytestmark = pytest.mark.browser
CASE, POLICY = "cases/濮阳-数字城管-2016.html", "policies/鲁财采2022-14号.html"
WIDE, NARROW = {"width": 1280, "height": 900}, {"width": 390, "height": 844}
PAGES = ("index.html", POLICY, CASE, "browse/policies/index.html", "browse/figures/index.html")
REFUSED = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})"
OVERFLOWS = "document.documentElement.scrollWidth > innerWidth"
FOCUSED = """() => {
  const one = document.activeElement, box = one.getBoundingClientRect();
  const name = one.getAttribute("aria-label") || one.textContent.trim() || (one.labels && one.labels.length);
  return one === document.body ? null : {
    tag: one.tagName, words: one.textContent.trim(), named: Boolean(name),
    wide: box.width > 1 && box.height > 1, outline: getComputedStyle(one).outlineStyle,
  };
}"""


@pytest.fixture
def address(site: Path) -> str:
    """The site opened from its folder: what is judged here does not depend on the way it is opened."""
    return site.as_uri()


@pytest.fixture
def opened(browser: Any, address: str) -> Iterator[Callable[..., Reader]]:
    """Opens windows of their own settings, and closes them."""
    contexts = []

    def opens(**settings: Any) -> Reader:
        context = browser.new_context(**{"viewport": WIDE, **settings})
        contexts.append(context)
        return Reader(context.new_page(), address)

    yield opens
    for context in contexts:
        context.close()


def faults_in(page: Any) -> list[str]:
    """What axe finds on a page as it stands."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="没有 axe").Axe()
    found = axe.run(page, options={"preload": False, "resultTypes": ["violations"]}).response["violations"]
    return [f"{fault['id']} {node['html'][:150]}" for fault in found for node in fault["nodes"]]


# --- states of a page -----------------------------------------------------------------------------


def open_suggestions(reader: Reader) -> None:
    reader.open(POLICY)
    reader.first_hit(".header-search input", "续签")


def choose_a_facet(reader: Reader) -> None:
    reader.open("search.html?q=服务")
    reader.page.locator(".facet input").first.check()
    reader.page.locator(".chip").first.wait_for()
    reader.page.locator(".hit").first.wait_for()


def find_nothing(reader: Reader) -> None:
    reader.open("search.html?q=没有这样的一句话")
    reader.page.locator(".search-state:has-text('没有')").wait_for()
    reader.page.wait_for_timeout(500)


def fill_the_comparison(reader: Reader) -> None:
    for path in (CASE, "cases/克拉玛依-试点-2014.html"):
        reader.open(path)
        reader.page.locator(".case-tools .choose").click()
    reader.page.click(".compare-tray .go[href]")
    reader.page.locator("table.comparison").wait_for()


def open_the_panel(reader: Reader) -> None:
    reader.open("help/常见问答.html")
    reader.page.click(".display summary")


def kinds_of(site: Path) -> tuple[str, ...]:
    """The longest page of every kind: of a folder, and below browse/ also of the pages deeper in it."""
    longest: dict[tuple[str, ...], tuple[int, str]] = {}
    for file in site.rglob("*.html"):
        path = file.relative_to(site)
        deep = len(path.parts) - 1
        kind = (*path.parts[: min(deep, 2)], str(min(deep, 3))) if deep else path.parts
        longest[kind] = max(longest.get(kind, (0, "")), (file.stat().st_size, path.as_posix()))
    return tuple(sorted(path for _, path in longest.values()))


STATES = (open_suggestions, choose_a_facet, find_nothing, fill_the_comparison, open_the_panel)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("view", [WIDE, NARROW], ids=["wide", "narrow"])
def test_axe_finds_nothing_on_a_page(opened: Callable[..., Reader], view: Any, scheme: str) -> None:
    reader = opened(viewport=view, color_scheme=scheme)
    found = []
    for path in PAGES:
        reader.open(path)
        found += [f"{path} {fault}" for fault in faults_in(reader.page)]
    assert found == []
    assert reader.faults == []


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_on_a_page_in_use(opened: Callable[..., Reader], state: Any) -> None:
    reader = opened(color_scheme="dark" if state is choose_a_facet else "light")
    state(reader)
    assert faults_in(reader.page) == []
    assert reader.faults == []


def test_every_kind_of_page_is_without_faults_on_a_narrow_screen(
    opened: Callable[..., Reader], site: Path
) -> None:
    reader = opened(viewport=NARROW)
    found = []
    for path in kinds_of(site):
        reader.open(path)
        found += [f"{path} {fault}" for fault in faults_in(reader.page)]
        if reader.page.evaluate(OVERFLOWS):
            found.append(f"{path} 横向超出")
    assert found == []
    assert reader.faults == []


def test_no_record_however_long_its_numbers_is_wider_than_the_screen(
    opened: Callable[..., Reader], site: Path
) -> None:
    reader = opened(viewport={"width": 320, "height": 800})
    folders = ("cases", "practices", "returns", "documents", "collections")
    paths = [file.relative_to(site).as_posix() for name in folders for file in (site / name).glob("*.html")]
    wide = []
    for path in sorted(paths):
        reader.open(path)
        if reader.page.evaluate(OVERFLOWS):
            wide.append(path)
    assert len(paths) > 20
    assert wide == []


# --- the keyboard ---------------------------------------------------------------------------------


def test_the_first_key_skips_to_the_text(opened: Callable[..., Reader]) -> None:
    reader = opened()
    reader.open(CASE)
    reader.page.keyboard.press("Tab")
    assert reader.page.inner_text(":focus") == "跳到正文"
    assert reader.page.locator(".skip-link").bounding_box()["y"] >= 0
    reader.page.keyboard.press("Enter")
    assert reader.page.evaluate("document.activeElement.id") == "content"
    reader.page.keyboard.press("Tab")
    assert reader.page.evaluate("document.activeElement.closest('article') !== null")


@pytest.mark.parametrize("path", [CASE, "search.html?q=续签"])
def test_every_control_is_reached_named_and_shown_and_none_is_a_trap(
    opened: Callable[..., Reader], path: str
) -> None:
    reader = opened()
    reader.open(path)
    reader.page.wait_for_timeout(500)
    passed = []
    for _ in range(300):
        reader.page.keyboard.press("Tab")
        focused = reader.page.evaluate(FOCUSED)
        if focused is None:
            break
        passed.append(focused)
    else:
        pytest.fail("走不出这一页")
    assert [one for one in passed if not (one["named"] and one["wide"] and one["outline"] == "solid")] == []
    buttons = [one["words"] for one in passed if one["tag"] == "BUTTON"]
    assert len(buttons) == reader.page.locator("article button:visible:enabled").count()


def test_size_and_colours_are_chosen_by_keyboard_and_kept(opened: Callable[..., Reader]) -> None:
    reader = opened()
    reader.open(CASE)
    before = size_of(reader.page)
    reader.page.focus(".display summary")
    for key in ("Enter", "Tab", "ArrowRight", "ArrowRight", "Tab", "ArrowRight", "ArrowRight", "Escape"):
        reader.page.keyboard.press(key)
    assert not reader.page.locator(".display-panel").is_visible()
    assert reader.page.inner_text(":focus") == ""
    assert reader.page.evaluate("document.activeElement.tagName") == "SUMMARY"
    reader.open("regions/410900.html")
    assert size_of(reader.page) > 1.3 * before
    wait_for_scheme(reader.page, "slate")


# --- size and colours -----------------------------------------------------------------------------


def size_of(page: Any) -> float:
    return float(page.evaluate("parseFloat(getComputedStyle(document.querySelector('article')).fontSize)"))


def wait_for_scheme(page: Any, scheme: str) -> None:
    """The page hears of other colours of the computer a moment later."""
    page.locator(f'body[data-md-color-scheme="{scheme}"]').wait_for(timeout=5_000)


def test_size_is_chosen_where_the_browser_keeps_nothing(opened: Callable[..., Reader]) -> None:
    reader = opened()
    reader.page.add_init_script(REFUSED)
    reader.open(CASE)
    before = size_of(reader.page)
    reader.page.click(".display summary")
    reader.page.click(".display label:has-text('大') >> nth=0")
    assert size_of(reader.page) > 1.1 * before
    assert reader.faults == []


def test_colours_follow_the_computer_until_they_are_chosen(opened: Callable[..., Reader]) -> None:
    reader = opened(color_scheme="dark")
    reader.open(CASE)
    wait_for_scheme(reader.page, "slate")
    reader.page.emulate_media(color_scheme="light")
    wait_for_scheme(reader.page, "default")
    reader.page.click(".display summary")
    reader.page.click(".display label:has-text('深色')")
    reader.page.emulate_media(color_scheme="light")
    wait_for_scheme(reader.page, "slate")


@pytest.mark.parametrize(("width", "size"), [(640, "medium"), (390, "larger"), (320, "large")])
def test_large_letters_need_no_sideways_scrolling(
    opened: Callable[..., Reader], width: int, size: str
) -> None:
    """640 is a screen of 1280 at twice the size."""
    reader = opened(viewport={"width": width, "height": 800})
    reader.open("index.html")
    reader.page.evaluate("s => localStorage.setItem('gongwen-display', JSON.stringify({size: s}))", size)
    wide = []
    for path in (*PAGES, "documents/濮财综2017-8号.html", "search.html?q=续签"):
        reader.open(path)
        assert reader.page.evaluate("document.documentElement.dataset.size") == size
        if reader.page.evaluate(OVERFLOWS):
            wide.append(path)
    assert wide == []


def test_badges_keep_their_frame_in_the_colours_of_the_system(opened: Callable[..., Reader]) -> None:
    reader = opened(forced_colors="active")
    reader.open(POLICY)
    badge = reader.page.locator(".badge").first
    assert badge.evaluate("one => getComputedStyle(one).borderTopStyle") != "none"
    colours = "one => [getComputedStyle(one).color, getComputedStyle(one.parentElement).backgroundColor]"
    words, ground = badge.evaluate(colours)
    assert words != ground


# --- without scripts, and against foreign ones ----------------------------------------------------


@pytest.mark.parametrize("path", [*PAGES, "search.html", "compare-cases.html"])
def test_without_scripts_nothing_is_shown_that_needs_them(opened: Callable[..., Reader], path: str) -> None:
    reader = opened(java_script_enabled=False)
    reader.open(path)
    assert reader.page.locator("button:visible, input:visible, .display:visible").count() == 0
    assert reader.page.locator(".md-tabs a:visible").count() > 5
    assert len(reader.page.inner_text("article")) > 50


def test_no_page_holds_a_script_and_none_would_run(site: Path, opened: Callable[..., Reader]) -> None:
    for path in (*PAGES, "search.html"):
        html = (site / path).read_text(encoding="utf-8")
        assert re.findall(r"<script(?![^>]*\b(?:src|type)=)[^>]*>", html) == []
        assert re.findall(r"script-src ([^;]*);", html) == ["'self' file:"]
    reader = opened()
    reader.open("index.html")
    reader.page.evaluate(
        "() => { const one = document.createElement('script'); one.textContent = 'window.ran = true';"
        " document.body.append(one); }"
    )
    assert reader.page.evaluate("window.ran") is None
