"""What is written is read back as the same data and the same body."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.source import BodyBlock, BodyKind, read_source
from generator.source.front_matter import read_body
from generator.source.invisible import INVISIBLE
from generator.source.writing import body_text, record_text, suffix_of

ROOT = Path(__file__).parents[2]

AWKWARD = (
    *(
        "#开头",
        "# 开头",
        "a: b",
        "a:b",
        "结尾:",
        "[2017]41号",
        "{{ 统计 }}",
        "- 项",
        "-5",
        "—",
        "? 问",
        "*星",
        "&和",
    ),
    *(
        "!感叹",
        "|",
        "> 引",
        "'单'",
        '"双"',
        "%",
        "@",
        "`",
        "~",
        "null",
        "yes",
        "是",
        "0102",
        "2022-08-16",
        "1e5",
    ),
    *(
        "12:30:45",
        "第一行\n第二行",
        "有\t制表",
        "\\反斜杠\\",
        "a #b",
        "a#b",
        " 前有空格",
        "后有空格 ",
        "\u3000全角",
        "",
    ),
    *(
        "---",
        "...",
        "=",
        "<<",
        "0x1F",
        "+1",
        ".5",
        "a, b",
        "]",
        "}",
        ",",
        "C:\\Users",
        "\xa0",
        "\U0001f600",
        "𠮷",
    ),
)
texts = st.one_of(st.sampled_from(AWKWARD), st.text(max_size=60)).filter(
    lambda text: not INVISIBLE.search(text)
)
keys = st.one_of(
    st.sampled_from([text.strip() for text in AWKWARD if text.strip()]), st.text(min_size=1, max_size=20)
).filter(lambda key: key == key.strip() and not INVISIBLE.search(key))
values = st.recursive(
    texts,
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3), st.dictionaries(keys, inner, min_size=1, max_size=3)
    ),
    max_leaves=12,
)
records = st.dictionaries(keys, values, min_size=1, max_size=4).filter(lambda data: "类别" not in data)


unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""The first draw of any text loads the table of all characters."""


def read_back(folder: Path, text: str, name: str) -> tuple[dict[str, Any], tuple[BodyBlock, ...]]:
    (folder / name).write_text(text, encoding="utf-8", newline="\n")
    source, problems = read_source(folder, folder / name)
    assert source is not None, problems
    assert not problems
    return dict(source.data), source.body


@unhurried
@given(data=records, kind=st.sampled_from(["案例", "政策"]))
def test_any_data_is_read_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, data: Any, kind: str
) -> None:
    whole = {"类别": kind, **data}
    found, _ = read_back(tmp_path_factory.getbasetemp(), record_text(whole), f"某{suffix_of(kind)}")
    assert found == whole
    assert list(found) == list(whole)


lines = texts.map(lambda text: text.replace("\n", "").strip()).filter(bool)
headings = st.builds(
    lambda level, text: BodyBlock(BodyKind.HEADING, 0, text, level), st.integers(1, 4), lines
)
paragraphs = st.builds(lambda text: BodyBlock(BodyKind.PARAGRAPH, 0, text), lines)
cells = st.one_of(st.just(""), st.just("a|b"), st.just("a\\|b\\"), lines)
tables = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.tuples(*[cells] * width), min_size=1, max_size=4).map(
        lambda rows: BodyBlock(BodyKind.TABLE, 0, rows=tuple(rows))
    )
)


def shown(blocks: Any) -> list[tuple[Any, ...]]:
    return [(block.kind, block.level, block.text, block.rows) for block in blocks]


@unhurried
@given(st.lists(st.one_of(headings, paragraphs, tables), max_size=6))
def test_any_body_is_read_back_as_it_was(blocks: list[BodyBlock]) -> None:
    assert shown(read_body(body_text(blocks), 1)) == shown(blocks)


def test_a_paragraph_of_several_lines_becomes_one() -> None:
    block = BodyBlock(BodyKind.PARAGRAPH, 0, "甲\n\n# 乙\nGB 1\n2")
    assert body_text([block, BodyBlock(BodyKind.PARAGRAPH, 0, " ")]) == "甲# 乙GB 1 2"


def test_a_record_looks_as_a_person_would_write_it() -> None:
    data = {
        "类别": "政策",
        "编号": "某文",
        "发文机关": ["某市财政局"],
        "主送": [],
        "备注": None,
        "附件": [{"标题": "关于“购买”的通知: 试行", "数": ["1", "2"]}, {"记录": "名单-1"}],
    }
    assert record_text(data, "正文。", "policies/imported") == (
        "---\n"
        "# yaml-language-server: $schema=../../build/schema/政策.json\n"
        "类别: 政策\n"
        "编号: 某文\n"
        "发文机关:\n"
        "  - 某市财政局\n"
        "附件:\n"
        '  - 标题: "关于“购买”的通知: 试行"\n'
        "    数:\n"
        "      - 1\n"
        "      - 2\n"
        "  - 记录: 名单-1\n"
        "---\n"
        "\n"
        "正文。\n"
    )


def test_a_record_of_data_alone_is_yaml_without_fences() -> None:
    text = record_text({"类别": "案例", "编号": "某例"}, folder="cases/projects")
    assert text == "# yaml-language-server: $schema=../../build/schema/案例.json\n类别: 案例\n编号: 某例\n"


@pytest.mark.parametrize("data", [{"备注": "有\x07铃"}, {"": "空键"}, {" 键": "值"}, {"长" * 300: "值"}])
def test_what_cannot_be_written_is_refused(data: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="不能"):
        record_text({"类别": "案例", **data})


def test_shipped_records_survive_being_written_anew(tmp_path: Path) -> None:
    files = sorted((ROOT / "policies").rglob("*.md")) + sorted((ROOT / "cases").rglob("*.yaml"))
    assert len(files) > 80
    for file in files:
        source, _ = read_source(ROOT, file)
        assert source is not None
        text = record_text(source.data, body_text(source.body))
        data, body = read_back(tmp_path, text, file.name)
        assert data == source.data
        assert shown(body) == shown(source.body)
