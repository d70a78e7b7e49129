"""Whatever is in a file, reading it ends with a Source or with problems, never with an exception."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.models.reading import read_record
from generator.problems import Level
from generator.source import BodyKind, read_source
from generator.source.diagnosis import slips_of_line

YAML_LETTERS = "ab:：-,，[]{}&*!|>'\"%@`#?=~ \t\n\r\u00a0\u3000年〔〕1"
MARKDOWN_LETTERS = "#-|* \n字一、（）.1{}<>`\\[]"
QUICK = settings(max_examples=300, deadline=None, database=None)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("library")


def read_all_the_way(folder: Path, name: str, content: bytes) -> None:
    """Read a file and its record; either both are there, or an 错误 says why not."""
    (folder / name).write_bytes(content)
    source, problems = read_source(folder, folder / name)
    if source is None:
        assert any(problem.level is Level.ERROR for problem in problems)
        return
    record, faults = read_record(source)
    assert record is not None or faults
    lines = content.count(b"\n") + content.count(b"\r") + 1
    assert all(1 <= problem.place.line <= lines for problem in (*problems, *faults))


@QUICK
@given(content=st.binary(max_size=200))
def test_any_bytes(folder: Path, content: bytes) -> None:
    read_all_the_way(folder, "a.yaml", content)
    read_all_the_way(folder, "a.md", content)


@QUICK
@given(text=st.text(YAML_LETTERS, max_size=60))
def test_any_text_of_yaml_signs(folder: Path, text: str) -> None:
    read_all_the_way(folder, "a.yaml", text.encode())


@QUICK
@given(head=st.text(YAML_LETTERS, max_size=20), body=st.text(MARKDOWN_LETTERS, max_size=80))
def test_any_head_and_body(folder: Path, head: str, body: str) -> None:
    read_all_the_way(folder, "a.md", f"---\n类别: 政策\n{head}\n---\n{body}".encode())


@QUICK
@given(
    values=st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1, max_size=12),
        max_size=4,
    )
)
def test_quoted_words_come_back_to_the_letter(folder: Path, values: list[str]) -> None:
    lines = "".join(f"  - '{value.replace(chr(39), chr(39) * 2)}'\n" for value in values)
    (folder / "b.yaml").write_text(f"甲:\n{lines}乙: 完\n", encoding="utf-8")
    source, problems = read_source(folder, folder / "b.yaml")
    assert source is not None, problems
    assert source.data["甲"] == (values or "")
    assert source.place(("乙",)).line == len(values) + 2


def test_scalars_stay_text_whatever_they_look_like(folder: Path) -> None:
    written = {
        "甲": "no",
        "乙": "010",
        "丙": "9199.30",
        "丁": "2022-08-16",
        "戊": "~",
        "己": "1e3",
        "庚": "0x1F",
    }
    text = "".join(f"{key}: {value}\n" for key, value in written.items())
    (folder / "c.yaml").write_text(text, encoding="utf-8")
    source, problems = read_source(folder, folder / "c.yaml")
    assert source is not None
    assert (dict(source.data), problems) == (written, ())


def test_every_value_keeps_its_line_and_column(folder: Path) -> None:
    (folder / "d.yaml").write_text("# 说明\n甲:\n  - 乙: 一\n    丙: 二\n", encoding="utf-8")
    source, _ = read_source(folder, folder / "d.yaml")
    assert source is not None
    place, key = source.place(("甲", 0, "丙")), source.key_place(("甲", 0, "丙"))
    assert (place.line, place.column, key.column) == (4, 8, 5)
    assert source.place(("甲", 0, "没有")) == source.place(("甲", 0))


def test_a_body_is_headings_paragraphs_and_tables_and_nothing_else(folder: Path) -> None:
    body = "# 一级\n\n第一行\n第二行 *不斜* <b>\n\n- 不是列表\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |\n"
    (folder / "e.md").write_text(f"---\n甲: 一\n---\n{body}", encoding="utf-8")
    source, _ = read_source(folder, folder / "e.md")
    assert source is not None
    assert [(block.kind, block.line) for block in source.body] == [
        (BodyKind.HEADING, 4),
        (BodyKind.PARAGRAPH, 6),
        (BodyKind.PARAGRAPH, 9),
        (BodyKind.TABLE, 11),
    ]
    assert source.body[1].text == "第一行第二行 *不斜* <b>"
    assert source.body[3].rows == (("甲", "乙"), ("1", "2"))


@pytest.mark.parametrize("escape", ["x07", "x0D", "u200B", "u202E", "u2066", "uFFFE", "N"])
def test_an_escape_brings_in_no_control_character(folder: Path, escape: str) -> None:
    (folder / "f.yaml").write_text(f'甲: 一\n乙: "二\\{escape}三"\n', encoding="utf-8")
    source, problems = read_source(folder, folder / "f.yaml")
    assert [(problem.code, problem.level, problem.place.line) for problem in problems] == [
        ("FILE006", Level.ERROR, 2)
    ]
    assert source is not None
    assert source.data["乙"] == "二三"


def test_an_escape_in_a_key_is_told_too(folder: Path) -> None:
    (folder / "g.yaml").write_text('"甲\\x07": 一\n', encoding="utf-8")
    _, problems = read_source(folder, folder / "g.yaml")
    assert [problem.code for problem in problems] == ["FILE006"]


def test_lines_of_one_character_join_like_longer_ones(folder: Path) -> None:
    (folder / "h.md").write_text("---\n甲: 一\n---\n甲\n乙\n丙\na\nb\n", encoding="utf-8")
    source, _ = read_source(folder, folder / "h.md")
    assert source is not None
    assert source.body[0].text == "甲乙丙a b"


@pytest.mark.parametrize("run", ["\u3000", "\u00a0 ", ' "', '\\"', "- "])
def test_a_long_line_tells_no_more_than_a_short_one(run: str) -> None:
    assert tuple(slips_of_line(1, f"甲{run * 10_000}乙")) == tuple(slips_of_line(1, f"甲{run}乙"))
