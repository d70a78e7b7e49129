"""A library full of hostile words gives pages of words: no element, attribute or address of theirs."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from generator.library import load_library
from generator.pages import build_site, write_pages
from tests.conftest import DATED
from tests.pages.samples import Document, pages_of, poison


@pytest.fixture
def poisoned(copy_of_shipped: Path, tmp_path: Path) -> dict[str, Document]:
    """The pages of the shipped records with hostile words behind every free text."""
    poison(copy_of_shipped)
    library, problems = load_library(copy_of_shipped)
    assert len(library.entries) > 80, [problem.as_text() for problem in problems][:5]
    write_pages(library, tmp_path / "out" / "pages", dated=DATED)
    build_site(copy_of_shipped, tmp_path / "out" / "pages", tmp_path / "out" / "site", dated=DATED)
    return pages_of(tmp_path / "out" / "site")


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


def test_hostile_words_cannot_end_the_script_that_holds_them(
    poisoned: dict[str, Document], tmp_path: Path
) -> None:
    assert poisoned
    scripts = list((tmp_path / "out" / "site" / "index").rglob("*.js"))
    assert scripts
    assert not [script for script in scripts if "<" in script.read_text(encoding="utf-8")]
