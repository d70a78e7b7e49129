"""制度对照 on the page of a case, and rules on one matter side by side on their own page."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.library import Library
from generator.pages import write_pages
from tests.rules.conftest import rule

DAY = date(2022, 12, 31)


@pytest.fixture(scope="module")
def shipped_pages(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of the shipped library."""
    out = tmp_path_factory.mktemp("pages")
    write_pages(library, out, dated=DAY)
    return out


def table_of(text: str, anchor: str) -> str:
    """A table of a page."""
    return text.partition(f'id="{anchor}"')[2].partition("</table>")[0]


def test_a_case_shows_what_each_rule_asks_and_what_the_record_says(shipped_pages: Path) -> None:
    page = (shipped_pages / "cases/濮阳-数字城管-2016.md").read_text(encoding="utf-8")
    table = table_of(page, "rules-table")
    assert table.index("R-YS-13") < table.index("R-87-1") < table.index("R-102-16")
    assert table.count("现行规定") == 4
    assert "资金来源：单位自筹" in table
    assert "记录没有写明，无法判断" in page


def test_a_case_that_meets_its_rules_shows_so(shipped_pages: Path) -> None:
    page = (shipped_pages / "cases/新疆-林检局-2012.md").read_text(encoding="utf-8")
    assert ">符合<" in table_of(page, "rules-table")


def test_the_rules_page_shows_the_stricter_of_two_first(shipped_pages: Path) -> None:
    text = "".join(
        file.read_text(encoding="utf-8") for file in sorted((shipped_pages / "reference/rules").glob("*.md"))
    )
    filing = table_of(text, "rule-R-ZZ-500-facts")
    assert filing.index("R-CG-47") < filing.index("本条")
    assert "阈值手续" in filing
    assert "500万元" in filing
    assert "最长：3年" in table_of(text, "rule-R-102-24-facts")


def test_words_of_a_rule_never_become_markup(library_of: Callable[..., Library], tmp_path: Path) -> None:
    bad = "<script>alert(1)</script>"
    case: dict[str, Any] = {"预算": {"纳入预算": "否", "资金来源": bad}}
    out = tmp_path / "pages"
    write_pages(library_of([rule("先预算后购买", 名称=bad, 内容=bad)], case), out, dated=DAY)
    written = "".join(file.read_text(encoding="utf-8") for file in out.rglob("*.md"))
    assert "<script>alert" not in written
