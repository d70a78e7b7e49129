"""Words of records stay words, whatever they look like."""

from __future__ import annotations

import unicodedata
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from generator.pages.markup import INVISIBLE, anchor_tag, escape, escape_lines, front_matter, outside, tag
from tests.pages.samples import HOSTILE, Document

CONFIG = yaml.load(
    (Path(__file__).parents[2] / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.SafeLoader
)
MARKS = st.text(
    alphabet=st.sampled_from("<>&\"'`*_~[](){}!#|:+-=./\\^$%@;? \n\t1aA好。\u3000\u200b\x02\x03"), max_size=60
)
WORDS = MARKS | st.text(max_size=60) | st.sampled_from(HOSTILE)


def markdown() -> Markdown:
    """A renderer with the extensions that the site uses, and those that MkDocs adds of itself."""
    extensions: list[str] = ["toc", "tables", "fenced_code"]
    settings: dict[str, Any] = {}
    for item in CONFIG["markdown_extensions"]:
        extensions += [item] if isinstance(item, str) else list(item)
        settings |= item if isinstance(item, dict) else {}
    return Markdown(extensions=extensions, extension_configs=settings)


def without_spaces(text: str) -> str:
    """A text without spaces and without what prints nothing."""
    return "".join(c for c in text if not c.isspace() and unicodedata.category(c) not in INVISIBLE)


def rendered(text: str) -> Document:
    return Document(markdown().convert(text))


@given(WORDS)
def test_any_words_in_a_paragraph_come_out_as_they_went_in(text: str) -> None:
    page = rendered(f"前{escape(text)}后")
    assert [element for element, _ in page.elements] == ["p"]
    assert without_spaces(page.text) == without_spaces(f"前{text}后")


@given(WORDS)
def test_words_at_the_start_of_a_block_begin_no_heading_list_or_table(text: str) -> None:
    page = rendered(f"{escape(text)}\n{{: #s1 .text }}" if without_spaces(text) else "空")
    assert [element for element, _ in page.elements] == ["p"]


@given(WORDS)
def test_words_in_a_heading_make_no_other_element(text: str) -> None:
    page = rendered(f"## {escape(text)}题 {{: #s1 }}")
    assert [element for element, _ in page.elements] == ["h2", "a"]
    assert page.elements[0][1] == {"id": "s1"}
    assert without_spaces(page.text) == without_spaces(f"{text}题#")


@given(WORDS)
def test_the_outline_of_a_page_holds_the_words_escaped(text: str) -> None:
    renderer = markdown()
    renderer.convert(f"## {escape(text)}题 {{: #s1 }}")
    name = renderer.toc_tokens[0]["name"]  # type: ignore[attr-defined]
    assert Document(name).elements == []


@given(WORDS)
def test_words_in_an_html_table_stay_in_their_cell(text: str) -> None:
    page = rendered(f"<table>\n<tr><td>{escape_lines(text)}</td></tr>\n</table>\n\n尾")
    assert {element for element, _ in page.elements} <= {"table", "tr", "td", "br", "p"}
    assert [element for element, _ in page.elements if element != "br"] == ["table", "tr", "td", "p"]


@given(WORDS)
def test_words_in_an_attribute_stay_in_it(text: str) -> None:
    page = rendered(
        f"前{anchor_tag('a.html', escape(text), class_='c', title=text)}{tag('b', '后', title=text)}"
    )
    assert [element for element, _ in page.elements] == ["p", "a", "b"]
    assert set(page.elements[1][1]) <= {"href", "class", "title"}
    assert page.elements[1][1].get("title", "") == unescape(escape(text))


@given(WORDS)
def test_the_title_of_a_page_is_one_line_of_yaml_without_marks_of_html(title: str) -> None:
    _, head, rest = front_matter(title).split("---\n")
    data = yaml.safe_load(head)
    assert rest == ""
    assert list(data) == ["title"]
    assert not set("<>&{}\"'") & set(data["title"] or "")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "data:text/html,x", " https://a.example", "//a.example"]
)
def test_only_web_addresses_become_links(address: str) -> None:
    assert outside(address) is None


def test_a_web_address_keeps_its_place_in_the_attribute() -> None:
    made = outside('https://a.example/x?y=1&z="><img>')
    assert made is not None
    assert not set("<>\"' ") & set(made)
    assert "&" not in made


@pytest.mark.parametrize("text", ["a\nb", "a\r\nb"])
def test_line_ends_stay_in_cells_and_vanish_elsewhere(text: str) -> None:
    assert escape_lines(text) == "a<br>b"
    assert "\n" not in escape(text)
