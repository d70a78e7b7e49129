"""A library full of hostile words gives pages of words: no element, attribute or address of theirs."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from lxml import etree

from generator.library import load_library
from generator.open_data import write_data
from generator.pages import build_site, public_view, write_pages
from generator.provisions.entries import entries_of
from generator.site_index import write_index
from tests.conftest import DATED
from tests.pages.samples import Document, pages_of, poison


@pytest.fixture
def poisoned(copy_of_shipped: Path, tmp_path: Path) -> dict[str, Document]:
    """The whole site of the shipped records with hostile words behind every free text."""
    poison(copy_of_shipped)
    library, problems = load_library(copy_of_shipped)
    assert len(library.entries) > 80, [problem.as_text() for problem in problems][:5]
    pages, site = tmp_path / "out" / "pages", tmp_path / "out" / "site"
    write_pages(library, pages, dated=DATED)
    public = public_view(library)
    write_index(entries_of(public, dated=DATED), pages / "index", public)
    write_data(public, pages, dated=DATED, site_name="某站", site_url="")
    build_site(copy_of_shipped, pages, site, dated=DATED)
    return pages_of(site)


def test_hostile_words_become_no_markup(poisoned: dict[str, Document], site: Path) -> None:
    clean = pages_of(site)
    known = {element for page in clean.values() for element, _ in page.elements}
    known.add("h4")  # with words behind its full stop a heading no longer runs into its paragraph
    attributes = {name for page in clean.values() for _, names in page.elements for name in names}
    attributes.add("aria-current")  # hostile subjects are so many that their list has several pages
    scripts = {path: Counter(e for e, _ in page.elements)["script"] for path, page in clean.items()}
    shown = 0
    for path, page in poisoned.items():
        found = Counter(element for element, _ in page.elements)
        assert set(found) <= known, path
        assert {name for _, names in page.elements for name in names} <= attributes, path
        assert found["script"] == scripts.get(path, found["script"]), path
        shown += "onerror" in page.text
        for element, names in page.elements:
            address = urlsplit(names.get("href", names.get("src", "")))
            assert address.scheme in ("", "http", "https", "data"), (path, element, names)
            assert "evil.example" not in address.netloc, (path, element, names)
    assert shown > 50
    assert "onerror" not in attributes


def test_hostile_words_stay_words_in_scripts_data_and_feed(
    poisoned: dict[str, Document], tmp_path: Path
) -> None:
    assert poisoned
    site = tmp_path / "out" / "site"
    scripts = [*(site / "index").rglob("*.js"), *(site / "cases").glob("*.js")]
    assert len(scripts) > 100
    assert not [script for script in scripts if "<" in script.read_text(encoding="utf-8")]
    data = [json.loads(file.read_text(encoding="utf-8")) for file in (site / "data").rglob("*.json")]
    assert any("onerror" in json.dumps(one, ensure_ascii=False) for one in data)
    feed = etree.parse(site / "feed.xml", etree.XMLParser(resolve_entities=False, no_network=True))
    known = {"rss", "channel", "title", "link", "description", "language", "lastBuildDate", "item"}
    found = {etree.QName(element).localname for element in feed.iter(etree.Element)}
    assert found - known <= {"guid", "pubDate", "category", "generator", "docs", "ttl"}
