"""The schemas that editors use: every shipped record fits its own, typed as an editor types it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.library import Library
from generator.models import KINDS
from generator.models.schema import write_schemas

Schemas = Mapping[str, dict[str, Any]]
TYPES: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "number": (int, float),
    "integer": (int,),
    "object": (dict,),
    "array": (list,),
    "null": (type(None),),
    "boolean": (bool,),
}
KNOWN = {
    *(
        "$ref",
        "$defs",
        "$schema",
        "title",
        "description",
        "default",
        "type",
        "enum",
        "const",
        "anyOf",
        "allOf",
    ),
    *("pattern", "minLength", "maxLength", "minimum", "properties", "required", "additionalProperties"),
    *("propertyNames", "items", "prefixItems", "minItems", "maxItems"),
}


@pytest.fixture(scope="module")
def schemas(tmp_path_factory: pytest.TempPathFactory) -> Schemas:
    """The written schemas by 类别."""
    files = write_schemas(tmp_path_factory.mktemp("schema"))
    return {file.stem: json.loads(file.read_text(encoding="utf-8")) for file in files}


class Matcher:
    """The part of JSON Schema that our schemas use."""

    def __init__(self, root: dict[str, Any]) -> None:
        self.root = root

    def faults(self, value: Any, schema: Any, path: str = "") -> Iterator[str]:
        """Where a value does not fit."""
        if not isinstance(schema, dict):
            if schema is False:
                yield f"{path}: 不认识的键"
            return
        assert set(schema) <= KNOWN, set(schema) - KNOWN
        if "$ref" in schema:
            yield from self.faults(value, self.root["$defs"][schema["$ref"].rpartition("/")[2]], path)
        if "anyOf" in schema and all(any(self.faults(value, part, path)) for part in schema["anyOf"]):
            yield f"{path}: {value!r} 一种也不合"
        for part in schema.get("allOf", ()):
            yield from self.faults(value, part, path)
        yield from self.plain_faults(value, schema, path)
        if isinstance(value, dict):
            yield from self.object_faults(value, schema, path)
        if isinstance(value, list):
            yield from self.array_faults(value, schema, path)

    def plain_faults(self, value: Any, schema: dict[str, Any], path: str) -> Iterator[str]:
        """Type, choice, length, form."""
        wanted = schema.get("type", [])
        types = tuple(
            kind for name in ([wanted] if isinstance(wanted, str) else wanted) for kind in TYPES[name]
        )
        fits = not types or (isinstance(value, types) and (not isinstance(value, bool) or bool in types))
        if not fits or value not in schema.get("enum", [value]) or value != schema.get("const", value):
            yield f"{path}: {value!r}"
        if isinstance(value, str):
            short, long = schema.get("minLength", 0), schema.get("maxLength", 10**9)
            if not short <= len(value) <= long or not re.search(schema.get("pattern", ""), value):
                yield f"{path}: {value!r}"
        elif isinstance(value, int) and value < schema.get("minimum", value):
            yield f"{path}: {value!r}"

    def object_faults(self, value: dict[str, Any], schema: dict[str, Any], path: str) -> Iterator[str]:
        """Keys that are missing, and each value under its key."""
        yield from (f"{path}: 缺 {key}" for key in schema.get("required", ()) if key not in value)
        for key, item in value.items():
            part = schema.get("properties", {}).get(key, schema.get("additionalProperties", {}))
            yield from self.faults(item, part, f"{path}.{key}")
            yield from self.faults(key, schema.get("propertyNames", {}), f"{path}.{key}")

    def array_faults(self, value: list[Any], schema: dict[str, Any], path: str) -> Iterator[str]:
        """The number of items, and each item."""
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", 10**9):
            yield f"{path}: {len(value)} 项"
        first = schema.get("prefixItems", [])
        for position, item in enumerate(value):
            part = first[position] if position < len(first) else schema.get("items", {})
            yield from self.faults(item, part, f"{path}[{position}]")


def as_editors_type(value: Any) -> Any:
    """YAML 1.1 as PyYAML reads it, but for what editors (YAML 1.2, JSON) have not: dates, other keys."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return [as_editors_type(item) for item in value]
    if isinstance(value, dict):
        return {str(as_editors_type(key)): as_editors_type(item) for key, item in value.items()}
    return value


def typed_data(file: Path) -> Any:
    """The data of a record file with the types that YAML gives it."""
    text = file.read_text(encoding="utf-8-sig")
    return as_editors_type(yaml.safe_load(text.split("\n---", 1)[0] if file.suffix == ".md" else text))


def test_editors_underline_nothing_in_the_shipped_records(library: Library, schemas: Schemas) -> None:
    faults = [
        f"{entry.source.path}{fault}"
        for entry in library.entries.values()
        for fault in Matcher(schemas[entry.record.kind]).faults(
            typed_data(library.root / entry.source.path), schemas[entry.record.kind]
        )
    ]
    assert faults == []


def typed_faults(schemas: Schemas, kind: str, data: dict[str, Any]) -> str:
    """All faults of some keys of a record, missing ones aside."""
    found = Matcher(schemas[kind]).faults({"类别": kind, **data}, schemas[kind])
    return " ".join(fault for fault in found if "缺" not in fault)


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("案例", {"期间": 2016}),
        ("汇编", {"条件": {"年份": [2016, 2017]}}),
        ("统计表", {"申报总计": {"金额": 9199.3}}),
        ("统计表", {"申报总计": {"金额": "9199.30"}}),
        ("调查填报", {"填报": [{"序": 3, "内容": [100]}]}),
    ],
)
def test_what_yaml_takes_for_a_number_is_allowed(schemas: Schemas, kind: str, data: dict[str, Any]) -> None:
    assert typed_faults(schemas, kind, data) == ""


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("案例", {"期间": ["2016"]}),
        ("案例", {"层级": "镇级"}),
        ("案例", {"没有这个键": "一"}),
        ("调查填报", {"填报": [{"序": 0, "内容": ["无"]}]}),
        ("调查填报", {"填报": [{"序": "第3", "内容": ["无"]}]}),
        ("案例", {"公开属性": "公开"}),
    ],
)
def test_slips_are_still_underlined(schemas: Schemas, kind: str, data: dict[str, Any]) -> None:
    assert typed_faults(schemas, kind, data)


def test_there_is_a_schema_per_kind(schemas: Schemas) -> None:
    assert set(schemas) == set(KINDS)
