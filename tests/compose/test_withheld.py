"""What everybody reads where a figure is not filled in: only what is hidden is called 不予公开."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from generator.compose import Audience, Composer, compose_policy
from generator.document import Paragraph, plain
from generator.library import Library, load_library
from generator.models.policy import Policy
from generator.pages import public_view
from generator.pages.legislation import legislation_of
from generator.pages.records.policy import policy_page
from generator.pages.shelf import Shelf
from tests.conftest import DATED
from tests.pages.samples import policy_text

Make = Callable[[Mapping[str, str]], Path]


def library_of(make_library: Make, words: str, summary: str = "") -> Library:
    """A digest with some words, beside a hidden text."""
    digest = policy_text(
        "摘编文", "公开的标题", "某财〔2020〕8号", more=f"摘要: '{summary}'\n" if summary else ""
    )
    head = digest.replace("文本: 全文", "文本: 摘编").rpartition("---\n")[0]
    hidden = policy_text("机密文", "绝密的标题", "某密〔2020〕7号", "不予公开")
    library, problems = load_library(
        make_library({"policies/摘编文.md": f"{head}---\n\n{words}\n", "policies/机密文.md": hidden})
    )
    assert problems == ()
    return library


def said(library: Library, audience: Audience) -> str:
    """The first paragraph as an audience reads it."""
    policy = library.find("摘编文", Policy)
    assert policy
    (block,) = compose_policy(Composer(library, audience), policy).body
    assert isinstance(block, Paragraph)
    return plain(block.inlines)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("{{ 7*7 }}", "{{ 7*7 }}"),
        ("{{ 本.没有这项 }}", "{{ 本.没有这项 }}"),
        ("{{ 库.机密文.全称 }}", "（不予公开）"),
        ("{{ 库.机密文.没有这项 }}", "（不予公开）"),
        ("{{ 库.查无此文.全称 }}", "（没有填出）"),
        ("{{ 库.摘编文.题名 }}", "《公开的标题》"),
    ],
)
def test_only_a_figure_of_a_hidden_record_is_said_not_to_be_public(
    make_library: Make, written: str, shown: str
) -> None:
    library = library_of(make_library, f"按{written}办。")
    assert said(public_view(library), Audience.SITE) == f"按{shown}办。"


def test_in_print_a_binding_that_leads_nowhere_stays_as_it_was_written(make_library: Make) -> None:
    library = library_of(make_library, "按{{ 库.查无此文.全称 }}办。")
    assert said(library, Audience.PRINT) == "按{{ 库.查无此文.全称 }}办。"


def test_a_library_without_hidden_records_hides_nothing(make_library: Make) -> None:
    library = library_of(make_library, "按{{ 7*7 }}办。")
    kept = Library(library.root, {name: one for name, one in library.entries.items() if name == "摘编文"})
    assert public_view(kept) is kept
    assert said(kept, Audience.SITE) == "按{{ 7*7 }}办。"


def test_the_short_name_of_a_hidden_record_is_not_told(make_library: Make) -> None:
    library = library_of(make_library, "无。")
    public = public_view(library)
    record = library.find("摘编文", Policy)
    assert record
    binder = Composer(public, Audience.SITE).binder(record, {"密": "机密文"})
    found = binder.bind("按{{ 密.全称 }}办。", library.place("摘编文"), [])
    assert "机密" not in plain(found)
    assert "密.全称" not in plain(replace(binder).bind("{{ 密.全称 }}", library.place("摘编文"), []))


def test_a_hidden_record_in_a_summary_is_told_neither_on_the_page_nor_in_its_data(make_library: Make) -> None:
    library = library_of(make_library, "无。", "见{{ 库.机密文.全称 }}")
    shelf = Shelf(public_view(library), DATED)
    policy = shelf.library.find("摘编文", Policy)
    assert policy
    assert legislation_of(shelf, policy, "policies/摘编文.md")["abstract"] == "见（不予公开）"
    page = policy_page(shelf, policy).text
    assert "见（不予公开）" in page
    assert "机密文" not in page
