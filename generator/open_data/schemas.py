"""JSON Schemas of the data files, made from the models of the records."""

from __future__ import annotations

from typing import Any

from generator.compose import Audience
from generator.models import KINDS
from generator.models.record import Verification
from generator.models.schema import schema_of
from generator.open_data.values import FOR_EDITORS, personal_keys

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TEXT: dict[str, Any] = {"type": "string"}
TEXTS: dict[str, Any] = {"type": "array", "items": TEXT}
TABLE: dict[str, Any] = {
    "type": "object",
    "properties": {
        "title": TEXT,
        "head": {"type": "integer", "description": "前几行是表头"},
        "rows": {"type": "array", "items": TEXTS},
    },
}
PROVISION: dict[str, Any] = {
    "type": "object",
    "properties": {
        "anchor": {"type": "string", "description": "网页上这一条的固定位置，接在地址的 # 后面"},
        "heading": TEXT,
        "level": {"type": "integer"},
        "paragraphs": TEXTS,
        "tables": {"type": "array", "items": TABLE},
    },
    "required": ["anchor", "paragraphs"],
}
EFFECT: dict[str, Any] = {
    "type": "object",
    "description": "数据日当天的时效",
    "properties": {"status": TEXT, "since": TEXT, "reason": TEXT, "replaced_by": TEXTS},
}
SUMMARY: dict[str, dict[str, Any]] = {
    "id": {"type": "string", "description": "编号，库内唯一，不变"},
    "kind": TEXT,
    "title": TEXT,
    "number": {"type": "string", "description": "发文字号"},
    "address": {"type": "string", "description": "网页，从站点根目录算起"},
    "data": {"type": "string", "description": "本文件，从站点根目录算起"},
    "verification": {"enum": [state.value for state in Verification]},
    "facets": {"type": "object", "additionalProperties": TEXTS, "description": "列表和检索用的分类"},
}
WHOLE: dict[str, dict[str, Any]] = {
    "schema": TEXT,
    "effect": EFFECT,
    "sources": {"type": "array", "description": "来源，同 fields 的“来源”"},
    "unconfirmed": {**TEXTS, "description": "还没有确认的字段"},
    "provisions": {"type": "array", "items": PROVISION, "description": "正文，逐条"},
}
OPTIONAL = ("number", "effect", "provisions")


def data_schema(kind: str, audience: Audience) -> dict[str, Any]:
    """The schema of the data files of a kind: what surrounds the fields, and the fields as the YAML has them.

    Args:
        kind: 类别 of the records.
        audience: keys that it does not see are not in the schema.
    """
    fields = schema_of(kind, KINDS[kind])
    definitions = fields.pop("$defs", {})
    leave_out(fields, definitions, kind, audience)
    fields.pop("$schema", None)
    properties = {**SUMMARY, "kind": {"const": kind}, **WHOLE, "fields": fields}
    return {
        "$schema": DRAFT,
        "title": kind,
        "type": "object",
        "properties": properties,
        "required": sorted(set(properties) - set(OPTIONAL)),
        "additionalProperties": False,
        "$defs": definitions,
    }


def leave_out(fields: dict[str, Any], definitions: dict[str, Any], kind: str, audience: Audience) -> None:
    """Take out the keys that the files never have."""
    hidden = personal_keys(KINDS[kind]) if audience is Audience.SITE else frozenset()
    for key in (*FOR_EDITORS, *sorted(hidden)):
        fields["properties"].pop(key, None)
    for part in ("Pending", "Contact") if audience is Audience.SITE else ("Pending",):
        definitions.pop(part, None)
