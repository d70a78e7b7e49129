from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.library import Library, load_library
from generator.models.case import Case
from generator.models.policy import Policy
from generator.pages.overview.pages import overview_pages
from generator.pages.overview.regional import add_region_charts
from generator.pages.public import public_view
from generator.pages.sheet import Page
from generator.pages.shelf import Shelf
from tests.pages.overview.reading import DATED, figures, plain, sheet_of, shelf_at, shelf_of
from tests.pages.samples import case_text, many_cases, poison, policy_text

Make = Callable[[Mapping[str, str]], Path]


@pytest.fixture(scope="module")
def pages(library: Library) -> dict[str, Page]:
    return {page.path: page for page in overview_pages(shelf_of(library))}


def test_the_pages_of_figures_are_there(pages: dict[str, Page]) -> None:
    assert list(pages) == [
        "browse/figures/index.md",
        "browse/figures/cases.md",
        "browse/figures/policies.md",
        "browse/figures/amounts.md",
        "browse/figures/regions/1.md",
    ]
    index = pages["browse/figures/index.md"].text
    assert {"cases.html", "policies.html", "amounts.html", "regions/1.html"} <= set(
        re.findall(r'href="([^"]+)"', index)
    )


def test_every_picture_parses_and_has_a_name_and_its_table(pages: dict[str, Page]) -> None:
    for page in pages.values():
        pictures = re.findall(r"<svg class=\"chart.*?</svg>", page.text)
        for svg in pictures:
            root = ET.fromstring(svg)
            assert root.get("role") == "img"
            assert root.findtext("title")
            assert root.findtext("desc")
        assert page.text.count('<figure class="figure"') == len(figures(page.text))
        assert all(shown.rows and shown.scope for shown in figures(page.text))
        ids = re.findall(r' id="([^"]+)"', page.text)
        assert len(ids) == len(set(ids)), page.path


def test_every_number_that_is_drawn_stands_in_the_table(pages: dict[str, Page]) -> None:
    for page in pages.values():
        for shown in figures(page.text):
            cells = {cell for row in shown.rows for cell in row}
            drawn = {re.sub(r"(万元|[个件项])$", "", word) for word in shown.drawn}
            years = {cell[:4] for cell in cells}
            numbers = {word for word in drawn if re.fullmatch(r"[\d.]+", word)} - years
            assert numbers <= cells | {str(year) for year in range(1990, 2030)}, shown.caption


def test_regions_stand_in_the_order_of_their_codes_set_in_by_depth(
    library: Library, pages: dict[str, Page]
) -> None:
    (shown,) = figures(pages["browse/figures/regions/1.md"].text)
    names = [row[0] for row in shown.rows]
    assert names[:4] == ["全国", "浙江省", "温州", "瓯海"]
    numbers = {row[0]: row[1:] for row in shown.rows}
    assert numbers["全国"][0] == str(sum(policy.region == "全国" for policy in library.every(Policy)))
    inside = [case for case in library.every(Case) if library.lies_in(case.region, "河南省")]
    assert numbers["河南省"][1] == str(len(inside)) == "2"
    assert "上下级不能相加" in shown.scope
    assert 'class="depth-3"' in pages["browse/figures/regions/1.md"].text


def test_the_same_library_makes_the_same_bytes(library: Library, pages: dict[str, Page]) -> None:
    assert {page.path: page for page in overview_pages(shelf_of(library))} == pages


def test_records_that_are_not_public_are_counted_nowhere(make_library: Make) -> None:
    files = {
        "cases/甲.yaml": case_text(1)
        .replace("状态: 上报", "状态: 上报\n公开属性: 不予公开")
        .replace("城乡社区", "秘密领域"),
        "policies/某政策.md": policy_text("某政策", "关于某事的通知", "某财〔2020〕1号"),
        "policies/密.md": policy_text("密", "关于密事的通知", "密财〔2021〕1号", "待定"),
    }
    text = "".join(page.text for page in overview_pages(shelf_at(make_library(files))))
    assert "秘密领域" not in text
    assert "2021" not in text
    assert "数的是公开的政策 1 件" in plain(text)


def test_hostile_words_never_become_markup(copy_of_shipped: Path) -> None:
    poison(copy_of_shipped)
    library, _ = load_library(copy_of_shipped)
    text = "".join(page.text for page in overview_pages(Shelf(public_view(library), DATED)))
    assert not re.search(r"<(?:script|img|iframe)|<svg/|onerror=\"|\]\(javascript", text)
    for svg in re.findall(r"<svg class=\"chart.*?</svg>", text):
        ET.fromstring(svg)


def test_pages_stay_as_long_as_they_are_when_the_library_grows(make_library: Make) -> None:
    few = sum(len(page.text) for page in overview_pages(shelf_at(make_library(many_cases(30)))))
    many = sum(len(page.text) for page in overview_pages(shelf_at(make_library(many_cases(300)))))
    assert many < few * 1.05


def test_a_region_of_many_cases_has_its_chart(make_library: Make) -> None:
    shelf = shelf_at(make_library(many_cases(12)))
    region = next(region for region in shelf.regions if region.full_name == "某省某县")
    sheet = sheet_of(shelf)
    add_region_charts(sheet, region)
    assert figures("\n".join(sheet.blocks))[0].rows == [["城乡社区", "12"]]


def test_an_empty_library_has_pages_without_charts(make_library: Make) -> None:
    shelf = shelf_at(make_library({"policies/空/.keep": ""}))
    text = "".join(page.text for page in overview_pages(shelf))
    assert "<svg" not in text
    assert "的全部图表" not in text
    assert "\n## " not in text
    assert plain(text).count("gongwen new case") == 1


def test_cases_without_a_price_are_said_to_have_none(make_library: Make) -> None:
    text = "".join(page.text for page in overview_pages(shelf_at(make_library(many_cases(2)))))
    assert "公开的案例都没有写准确的合同或项目总额" in plain(text)
