"""The data files: every public record with its fields, its text and its schema, and nothing personal."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from generator.compose.address import has_page
from generator.library import Library, load_library
from generator.models import KINDS
from generator.models.policy import Policy
from generator.open_data import write_data
from generator.pages import public_view
from tests.conftest import DATED
from tests.pages.samples import case_text, many_cases, policy_text

Make = Callable[[Mapping[str, str]], Path]
PERSONS = ("王高文", "51769834")


def write(library: Library, out: Path, site_url: str = "") -> Path:
    write_data(public_view(library), out, dated=DATED, site_name="某库", site_url=site_url)
    return out


@pytest.fixture(scope="module")
def data(library: Library, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data of the shipped library."""
    return write(library, tmp_path_factory.mktemp("data"))


def read(file: Path) -> Any:
    return json.loads(file.read_text(encoding="utf-8"))


def record_files(data: Path) -> dict[str, Any]:
    apart = ("index.json", "records", "schema")
    files = (file for file in sorted((data / "data").rglob("*.json")) if file.parent.name not in apart)
    return {file.relative_to(data).as_posix(): read(file) for file in files if file.name != "index.json"}


def test_every_record_with_a_page_has_a_file_at_the_address_of_its_page(library: Library, data: Path) -> None:
    found = {content["id"]: (path, content) for path, content in record_files(data).items()}
    shown = [entry.record for entry in public_view(library).entries.values() if has_page(entry.record)]
    assert {record.id for record in shown} <= set(found)
    for path, content in found.values():
        assert content["data"] == path
        if not path.startswith("data/reference/"):
            assert content["address"] == path.removeprefix("data/").removesuffix(".json") + ".html"


def test_the_fields_are_those_of_the_records_and_read_back_as_such(library: Library, data: Path) -> None:
    for content in record_files(data).values():
        read_back = KINDS[content["kind"]].model_validate(content["fields"])
        assert read_back.id == content["id"]
        record = library.entries[content["id"]].record
        assert read_back.origins == record.origins
        if isinstance(record, Policy) and isinstance(read_back, Policy):
            assert (read_back.number, read_back.issuers) == (record.number, record.issuers)
            assert read_back.relations == record.relations


def test_no_figure_is_left_unbound(data: Path) -> None:
    case = record_files(data)["data/cases/濮阳-数字城管-2016.json"]
    assert "中标金额890.12万元" in case["fields"]["摘要"]
    assert [path for path, content in record_files(data).items() if "{{" in json.dumps(content)] == []


def test_a_policy_has_its_provisions_with_the_anchors_of_its_page(data: Path) -> None:
    policy = record_files(data)["data/policies/鲁财采2022-14号.json"]
    provisions = {provision["anchor"]: provision for provision in policy["provisions"]}
    assert provisions["s3-4"]["heading"].startswith("（四）")
    assert any("续签时长原则上不超过2年" in line for line in provisions["s3-4"]["paragraphs"])
    assert policy["effect"]["status"] == "未核"


def test_names_of_persons_and_words_for_editors_are_left_out(library: Library, data: Path) -> None:
    for file in data.rglob("*"):
        if file.is_file():
            assert not [name for name in PERSONS if name in file.read_text(encoding="utf-8")], file
    remarks = {entry.record.remark for entry in library.entries.values() if entry.record.remark}
    said = "".join(json.dumps(content, ensure_ascii=False) for content in record_files(data).values())
    assert remarks
    assert [remark for remark in remarks if remark in said] == []


def test_signers_contacts_and_answers_about_persons_are_hidden(make_library: Make, tmp_path: Path) -> None:
    more = "签发人:\n  - 张某某\n联系人:\n  - 姓名: 李某某\n    电话: '123456'\n备注: 编者的话\n"
    files = {
        "policies/甲.md": policy_text("甲", "甲通知", "某财〔2020〕1号", more=more),
        "cases/表.yaml": FORM,
        "cases/答.yaml": ANSWERS,
    }
    library, problems = load_library(make_library(files))
    assert [problem.as_text() for problem in problems] == []
    out = write(library, tmp_path / "out")
    said = "".join(file.read_text(encoding="utf-8") for file in out.rglob("*.json"))
    hidden = ("张某某", "李某某", "123456", "编者的话", "王某某", "赵某某")
    assert [name for name in hidden if name in said] == []
    assert "公开的答复" in said
    assert "注：口径同上年" in said


def test_each_file_keeps_to_the_schema_of_its_kind(data: Path) -> None:
    for content in record_files(data).values():
        schema = read(data / content["schema"])
        assert set(schema["required"]) <= set(content) <= set(schema["properties"])
        assert set(content["fields"]) <= set(schema["properties"]["fields"]["properties"])
        assert set(schema["properties"]["fields"]["required"]) <= set(content["fields"])
        assert schema["properties"]["kind"]["const"] == content["kind"]
        assert unresolved(schema, schema["$defs"]) == set()


def unresolved(part: Any, definitions: Mapping[str, Any]) -> set[str]:
    """The definitions that a schema names and does not have."""
    if isinstance(part, list):
        return {name for item in part for name in unresolved(item, definitions)}
    if not isinstance(part, dict):
        return set()
    named = str(part["$ref"]).rpartition("/")[2] if isinstance(part.get("$ref"), str) else ""
    own = {named} if named and named not in definitions else set()
    return own | {name for item in part.values() for name in unresolved(item, definitions)}


def test_the_schema_knows_no_key_that_is_never_shown(data: Path) -> None:
    fields = read(data / "data/schema/政策.json")["properties"]["fields"]["properties"]
    assert {"标题", "文号"} <= set(fields)
    assert not {"签发人", "联系人", "备注", "待确认"} & set(fields)


def test_the_index_holds_every_record_once_in_files_of_bounded_size(
    make_library: Make, tmp_path: Path
) -> None:
    library, _ = load_library(make_library(many_cases(600)))
    out = write(library, tmp_path / "out")
    root = read(out / "data/index.json")
    path, found = root["first"], []
    while path:
        page = read(out / path)
        assert len(page["records"]) <= 500
        found += page["records"]
        path = page.get("next")
    assert (root["records"], root["pages"], root["kinds"]) == (601, 2, {"案例": 600, "政策": 1})
    assert len({record["id"] for record in found}) == 601
    assert all((out / record["data"]).is_file() for record in found)


def test_the_same_library_gives_the_same_bytes_and_another_day_changes_no_record(
    library: Library, data: Path, tmp_path: Path
) -> None:
    assert contents(write(library, tmp_path / "again")) == contents(data)
    write_data(public_view(library), tmp_path / "later", dated=date(2023, 1, 5), site_name="某库")
    later = record_files(tmp_path / "later")
    assert {path for path, content in record_files(data).items() if content != later[path]} == set()


def contents(out: Path) -> dict[str, bytes]:
    files = (file for file in sorted(out.rglob("*")) if file.is_file())
    return {file.relative_to(out).as_posix(): file.read_bytes() for file in files}


@pytest.mark.parametrize("disclosure", ["不予公开", "待定", "待补"])
def test_hidden_records_change_nothing_at_all(tmp_path: Path, make_library: Make, disclosure: str) -> None:
    shown = {
        "cases/例-1.yaml": case_text(1, policy="公开文"),
        "policies/公开文.md": policy_text("公开文", "公开的标题", "某财〔2020〕8号"),
    }
    secret = policy_text("机密文", "绝密的标题", "某密〔2021〕7号", disclosure).replace(
        "某省财政厅", "密室厅"
    )
    hidden = {
        "cases/密例.yaml": case_text(2, policy="机密文").replace("例-2", "密例")
        + f"公开属性: {disclosure}\n",
        "policies/机密文.md": secret,
    }
    before = contents(write(load_library(make_library(shown))[0], tmp_path / "before"))
    library, problems = load_library(make_library({**shown, **hidden}))
    assert [problem.as_text() for problem in problems] == []
    assert "机密文" in library
    assert contents(write(library, tmp_path / "after")) == before


FORM = """类别: 调查表
编号: 表
名称: 表
栏目: [甲, 乙, 丙]
事项:
  - 序: '1'
    部分: 一
    事项: 参加人员
    题型: 人员列表
    填报说明: 无
  - 序: '2'
    部分: 一
    事项: 做法
    题型: 文本
    填报说明: 无
"""
ANSWERS = """类别: 调查填报
编号: 答
名称: 答
调查表: 表
填报单位: 某局
地区: 某省
期间: 2017年
填报:
  - 序: '1'
    内容: [王某某]
  - 序: '2'
    内容: [公开的答复]
附注:
  - 填表人：赵某某
  - 注：口径同上年
"""
