"""Searching in a real browser: typing, facets, address, keyboard, suggestions, and nothing found."""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import quote, unquote

import pytest

from generator.hanzi.folding import fold
from generator.library import Library
from generator.pages.public import public_view
from generator.provisions.entries import Entry, entries_of
from tests.browser.reading import Reader
from tests.conftest import DATED

pytestmark = pytest.mark.browser
BOX, HITS, STATE = ".search-box input", ".search-hits .hit", ".search-page .search-state"
SETTLED = "正好这些字：{} 处"


@pytest.fixture(scope="module")
def entries(library: Library) -> tuple[Entry, ...]:
    """What can be found."""
    return tuple(entries_of(public_view(library), dated=DATED))


def settled(reader: Reader, words: str) -> None:
    """Wait until the page says something."""
    reader.page.locator(STATE, has_text=words).wait_for(timeout=10_000)


def wait_until(reader: Reader, expression: str) -> None:
    """Wait until an expression is true; asked again and again, for the page's own policy forbids eval."""
    for _ in range(200):
        if reader.page.evaluate(expression):
            return
        reader.page.wait_for_timeout(50)
    raise AssertionError(expression)


def ask(reader: Reader, query: str, *filters: str) -> None:
    """Open the page of results for a query, and filters such as kind=政策."""
    given = "&".join(f"{key}={quote(value)}" for key, value in (one.split("=") for one in filters))
    reader.open(f"search.html?q={quote(query)}" + (f"&{given}" if given else ""))


def holding(entries: tuple[Entry, ...], phrase: str) -> list[tuple[Entry, int]]:
    """The records that hold a phrase, and in how many provisions."""
    found = (
        (entry, sum(any(phrase in fold(line) for line in unit.lines) for unit in entry.units))
        for entry in entries
    )
    return [(entry, count) for entry, count in found if count]


def focused(reader: Reader) -> str:
    """The words of what has the focus."""
    return str(reader.page.evaluate("document.activeElement.value || document.activeElement.textContent"))


def test_hits_and_facets_are_those_that_a_plain_count_finds(
    reader: Reader, entries: tuple[Entry, ...]
) -> None:
    found = holding(entries, "合同")
    ask(reader, "合同")
    settled(reader, SETTLED.format(sum(count for _, count in found)))
    reader.page.locator(".facet").first.wait_for(timeout=10_000)
    for key in ("kind", "level", "status"):
        counts = Counter(value for entry, _ in found for value in entry.card.facets.get(key, ()))
        rows = reader.page.locator(f".facet label:has(input[data-facet={key}])").all_inner_texts()
        assert {tuple(row.split("\n")) for row in rows} <= {
            (value, str(count)) for value, count in counts.items()
        }
        assert len(rows) == min(len(counts), 6)
    assert (reader.faults, reader.strangers) == ([], [])


def test_several_values_narrow_the_hits_and_can_be_taken_back(
    reader: Reader, entries: tuple[Entry, ...]
) -> None:
    found = {
        kind: sum(count for entry, count in holding(entries, "合同") if entry.card.kind == kind)
        for kind in ("政策", "案例")
    }
    ask(reader, "合同")
    reader.page.check('.facet input[value="政策"]')
    settled(reader, SETTLED.format(found["政策"]))
    reader.page.check('.facet input[value="案例"]')
    settled(reader, SETTLED.format(found["政策"] + found["案例"]))
    assert unquote(reader.page.url).endswith("?q=合同&kind=政策&kind=案例")
    assert reader.page.locator(".chip").all_inner_texts() == ["类别：政策", "类别：案例"]
    reader.page.click(".chip >> nth=0")
    settled(reader, SETTLED.format(found["案例"]))
    assert reader.faults == []


def test_without_a_query_the_facets_browse_the_whole_library(
    reader: Reader, entries: tuple[Entry, ...]
) -> None:
    reader.open("search.html")
    settled(reader, f"全库 {len(entries)} 件")
    cases = sum(entry.card.kind == "案例" for entry in entries)
    assert reader.page.locator(".facet-values").count() == 3
    reader.page.locator(".facet-unfold").first.click()
    assert reader.page.locator(".facet-values").count() == 4
    assert reader.page.evaluate("document.activeElement.dataset.facet !== undefined")
    label = reader.page.locator('.facet label:has(input[value="案例"])').first
    assert label.inner_text().split("\n") == ["案例", str(cases)]
    label.click()
    settled(reader, f"符合筛选的共 {cases} 件")
    assert reader.page.locator(HITS).count() >= min(cases, 10)
    assert reader.faults == []


def test_a_title_with_an_article_is_told_as_what_it_is(reader: Reader) -> None:
    reader.open("search.html?q=政府购买服务管理办法第24条")
    settled(reader, "所查的这一条：1 处")
    assert reader.page.locator(f"{HITS} .hit-place").first.get_attribute("href").endswith("#a24")
    assert reader.faults == []


def test_back_forward_and_reload_bring_the_query_the_facets_and_the_place_back(reader: Reader) -> None:
    reader.open("search.html")
    reader.page.fill(BOX, "合同")
    settled(reader, "正好这些字")
    whole = reader.page.inner_text(STATE)
    reader.page.check('.facet input[value="政策"]')
    reader.page.locator(".chip").wait_for(timeout=10_000)
    settled(reader, "正好这些字")
    reader.page.go_back()
    settled(reader, whole)
    assert reader.page.locator(".chip").count() == 0
    reader.page.go_forward()
    reader.page.locator(".chip", has_text="政策").wait_for(timeout=10_000)
    reader.page.reload()
    settled(reader, "正好这些字")
    assert reader.page.input_value(BOX) == "合同"
    assert reader.page.locator('.facet input[value="政策"]').is_checked()
    reader.page.go_back()
    settled(reader, whole)
    reader.page.click(".search-more")
    wait_until(reader, "document.querySelectorAll('.search-hits [data-item]').length > 45")
    reader.page.evaluate("scrollTo(0, 2400)")
    reader.page.locator(".hit-title").nth(12).scroll_into_view_if_needed()
    place = reader.page.evaluate("scrollY")
    reader.page.locator(".hit-title").nth(12).click()
    reader.page.wait_for_url(lambda url: "search.html" not in url)
    reader.page.go_back()
    wait_until(reader, f"Math.abs(scrollY - {place}) < 5")
    assert reader.faults == []


def test_the_keyboard_alone_finds_and_opens_a_provision(reader: Reader) -> None:
    reader.open("search.html")
    settled(reader, "全库")
    reader.page.keyboard.press("/")
    reader.page.keyboard.type("续签须符合以下条件")
    settled(reader, "正好这些字")
    reader.page.keyboard.press("ArrowDown")
    assert focused(reader).startswith("山东省财政厅关于做好")
    reader.page.keyboard.press("ArrowUp")
    assert focused(reader) == "续签须符合以下条件"
    reader.page.keyboard.press("ArrowDown")
    reader.page.keyboard.press("ArrowDown")
    assert "续签须符合以下条件" in focused(reader)
    reader.page.keyboard.press("Escape")
    assert focused(reader) == "续签须符合以下条件"
    reader.page.locator(".hit-place").first.focus()
    reader.page.keyboard.press("Enter")
    reader.page.wait_for_url("**/policies/**#s3-4")
    assert reader.faults == []


def test_the_panel_in_the_head_opens_closes_and_leads_on(reader: Reader) -> None:
    reader.open("policies/鲁财采2022-14号.html")
    reader.page.keyboard.press("/")
    reader.page.keyboard.type("服务券")
    panel = reader.page.locator(".header-search .search-results")
    panel.locator(".hit").first.wait_for(timeout=10_000)
    assert "处" in reader.page.inner_text(".header-search [role=status]")
    reader.page.keyboard.press("Escape")
    assert panel.locator(".hit").count() == 0
    reader.page.keyboard.type("项目")
    panel.locator(".search-more").click()
    reader.page.wait_for_url("**/search.html?q=**")
    assert reader.page.input_value(BOX) == "服务券项目"
    assert (reader.faults, reader.strangers) == ([], [])


def test_a_number_of_hits_that_is_not_settled_is_said_to_be_about(reader: Reader) -> None:
    reader.open("policies/鲁财采2022-14号.html")
    reader.page.fill(".header-search input", "合同 验收")
    panel = reader.page.locator(".header-search .search-results")
    panel.locator(".search-state", has_text="约 ").wait_for(timeout=10_000)
    panel.locator(".search-more").click()
    settled(reader, "这些词都有：")
    assert reader.faults == []


def test_hits_are_shown_before_anything_is_loaded_for_suggestions(reader: Reader) -> None:
    loaded: list[str] = []
    reader.page.on("request", lambda request: loaded.append(unquote(request.url)))
    ask(reader, "政府采购服务")
    reader.page.locator(".search-offers .offer").first.wait_for(timeout=10_000)
    kinds = [url.rpartition("/index/")[2][0] for url in loaded if "/index/" in url]
    assert kinds.index("g") > kinds.index("t")
    assert len(set(loaded)) == len(loaded)
    assert reader.faults == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("czj", "财政局"),
        ("caizhengj", "财政局"),
        ("住建部", "住房和城乡建设部"),
        ("政府采购服务", "政府购买服务"),
        ("政府採購服務", "政府购买服务"),
        ("財政局", "濮阳市财政局"),
        ("為老服務", "养老"),
    ],
)
def test_names_and_words_are_offered_while_typing(reader: Reader, typed: str, words: str) -> None:
    reader.open("search.html")
    reader.page.fill(BOX, typed)
    offer = reader.page.locator(".search-page .offer").get_by_text(words, exact=True)
    offer.first.wait_for(timeout=10_000)
    offer.first.click()
    wait_until(reader, f"document.querySelector('.search-box input').value === '{words}'")
    assert reader.faults == []


def test_a_confused_term_is_offered_and_not_forced(reader: Reader, entries: tuple[Entry, ...]) -> None:
    ask(reader, "政府采购服务")
    settled(reader, SETTLED.format(sum(count for _, count in holding(entries, "政府采购服务"))))
    assert reader.page.locator(".search-offers .offer").first.inner_text() == "政府购买服务"
    ask(reader, "政府采购服务平台")
    settled(reader, "没有")
    assert reader.page.locator(".offer").get_by_text("政府购买服务平台", exact=True).count() == 0


def test_a_number_that_is_not_there_shows_those_near_it(reader: Reader) -> None:
    ask(reader, "鲁财采〔2022〕15号")
    settled(reader, "没有文号“鲁财采〔2022〕15号”")
    near = reader.page.locator(".instead", has_text="相近的文号").locator("a").first
    near.wait_for(timeout=10_000)
    assert near.inner_text().startswith("鲁财采〔2022〕14号")
    near.click()
    reader.page.wait_for_url("**/policies/**")
    assert reader.faults == []


def test_nothing_found_leads_to_fewer_words_without_filters_and_to_the_lists(reader: Reader) -> None:
    ask(reader, "合同 续签 航天飞船")
    fewer = reader.page.locator(".instead .offer", has_text="合同 续签")
    fewer.first.wait_for(timeout=10_000)
    ask(reader, "服务券", "kind=公文")
    free = reader.page.locator(".instead", has_text="去掉筛选").locator("a")
    free.wait_for(timeout=10_000)
    free.click()
    settled(reader, "正好这些字")
    assert reader.page.locator(".chip").count() == 0
    ask(reader, "qqxzvv")
    settled(reader, "没有找到“qqxzvv”")
    assert reader.page.locator(".search-lists a").count() >= 6
    assert reader.faults == []


def test_one_record_does_not_fill_the_page(reader: Reader) -> None:
    ask(reader, "政府购买服务", "kind=政策", "status=现行有效")
    settled(reader, "正好这些字")
    places, more = (
        reader.page.locator(".hit-places > li"),
        reader.page.locator(".search-hits .hit-more").first,
    )
    more.wait_for(timeout=10_000)
    assert all(group.locator("li").count() <= 3 for group in reader.page.locator(".hit-places").all())
    before, kept = places.count(), int("".join(filter(str.isdigit, more.inner_text())))
    more.click()
    assert places.count() == before + kept
    assert reader.faults == []


def test_facets_fold_into_a_button_in_a_narrow_window_and_paper_shows_none(
    browser: Any, address: str
) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(f"{address}/search.html?q={quote('合同')}")
    page.locator(STATE, has_text="正好这些字").wait_for(timeout=10_000)
    assert not page.locator(".facet").first.is_visible()
    page.click(".facet-button")
    page.locator(".facet").first.wait_for(timeout=10_000)
    assert page.get_attribute(".facet-button", "aria-expanded") == "true"
    assert not page.evaluate("document.documentElement.scrollWidth > innerWidth")
    page.emulate_media(media="print")
    assert not page.locator(".search-facets").is_visible()
    assert page.locator(BOX).is_visible()
    assert page.locator(HITS).first.is_visible()
    page.close()


def test_without_scripts_the_page_says_where_the_lists_are(browser: Any, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/search.html")
    assert "这里没有脚本" in page.inner_text("article")
    assert page.locator("form[data-search]:visible").count() == 0
    page.click(".search-lists a >> nth=0")
    page.wait_for_url("**/browse/policies/**")
    context.close()


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("数字化城管", "濮阳市数字化城市管理信息采集服务外包项目"),
        ("鲁财采[2022]14号", "山东省财政厅关于做好政府购买服务改革重点工作的通知"),
        ("鲁财采2022-14", "山东省财政厅关于做好政府购买服务改革重点工作的通知"),
        ("魯財採〔2022〕14號", "山东省财政厅关于做好政府购买服务改革重点工作的通知"),
        ("财政部令第102号", "政府购买服务管理办法"),
        ("服務券", "温州市小微企业服务券"),
    ],
)
def test_the_search_box_finds_the_right_page_first(reader: Reader, words: str, title: str) -> None:
    reader.open("index.html")
    assert reader.first_hit(BOX, words) == title
    assert reader.faults == []


def test_words_of_a_query_never_become_markup(reader: Reader) -> None:
    reader.open("search.html?q=" + quote("<img src=x onerror=alert(1)>合同"))
    reader.page.locator(".search-results .hit").first.wait_for(timeout=10_000)
    assert reader.page.locator(".search-results img").count() == 0
    assert reader.faults == []


@pytest.mark.parametrize("query", ["%", "(", '"', "，。"])
def test_a_query_without_a_word_asks_for_one(reader: Reader, query: str) -> None:
    reader.open("search.html")
    reader.page.fill(BOX, query)
    settled(reader, "请输入要查的词语或文号")
    reader.open("search.html?q=" + quote(query))
    settled(reader, "请输入要查的词语或文号")
    reader.page.fill(BOX, "")
    settled(reader, "全库")
    assert reader.faults == []


def test_a_hit_shows_the_number_behind_the_title(reader: Reader) -> None:
    reader.open("search.html")
    title = reader.first_hit(BOX, "鲁财采2022-14")
    shown = reader.page.locator(HITS).first.inner_text()
    assert shown.startswith(f"{title}（鲁财采〔2022〕14号）")
    reader.first_hit(BOX, "数字化城管")
    assert reader.page.locator(HITS).first.locator(".hit-number").count() == 0


def test_the_words_about_a_number_say_that_provisions_are_counted(reader: Reader) -> None:
    ask(reader, "102号令 第二十四条")
    settled(reader, "文号 财政部令第102号，合得上其余的话的：本文件 1 个条款")
    assert reader.page.locator(".hit-place").first.get_attribute("href").endswith("#a24")
    ask(reader, "102号令 航天飞船")
    settled(reader, "没有一条合得上其余的话")
    assert reader.faults == []


def test_the_hit_of_a_whole_record_shows_its_day_and_its_summary(reader: Reader) -> None:
    ask(reader, "鲁财采2022-14")
    settled(reader, "文号 鲁财采〔2022〕14号")
    text = reader.page.locator(".hit-text").first.inner_text()
    assert text.startswith("2022年")
    assert len(text) > 40
    assert reader.faults == []


def test_filters_that_leave_nothing_are_named_as_the_reason(reader: Reader) -> None:
    ask(reader, "合同", "year=zzz")
    settled(reader, "在这些筛选条件下没有“合同”")
    assert reader.faults == []


@pytest.mark.parametrize(
    "typed", ["鲁财采14", "鲁财采〔2022〕十四号", "鲁财采〔2030〕999号", "财政部102号", "鲁财采〔2021〕14号"]
)
def test_a_number_remembered_in_part_shows_those_of_the_same_body(reader: Reader, typed: str) -> None:
    wanted = "财政部令第102号" if "102" in typed else "鲁财采〔2022〕14号"
    ask(reader, typed)
    near = reader.page.locator(".instead", has_text="相近的文号").locator("a", has_text=wanted)
    near.first.wait_for(timeout=10_000)
    assert reader.faults == []


def test_two_clicks_on_more_show_each_provision_once(reader: Reader) -> None:
    ask(reader, "政府购买服务")
    settled(reader, "正好这些字")
    more = reader.page.locator("button.search-more")
    more.wait_for(timeout=10_000)
    before = int("".join(filter(str.isdigit, more.inner_text())))
    more.evaluate("button => { button.click(); button.click(); }")
    wait_until(reader, f"!document.querySelector('.search-more').textContent.includes(' {before} ')")
    assert int("".join(filter(str.isdigit, more.inner_text()))) == before - 20
    assert reader.faults == []
