"""JSON Schemas of the records, so that an editor completes keys and underlines slips."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.models import KINDS
from generator.models.record import Record


def schema_of(kind: str, model: type[Record]) -> dict[str, Any]:
    """The schema of one kind; its 类别 can have no other value."""
    schema = model.model_json_schema(by_alias=True)
    allow_numbers(schema)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = kind
    schema["properties"]["类别"] = {"const": kind, "description": "这条记录是什么"}
    return schema


def allow_numbers(part: Any) -> None:
    """Let every text be a number too: editors take 2016 and 9199.3 for numbers, records keep them as text."""
    if isinstance(part, list):
        for item in part:
            allow_numbers(item)
    if isinstance(part, dict):
        if part.get("type") == "string" and "enum" not in part and "const" not in part:
            part["type"] = ["string", "number"]
        for item in part.values():
            allow_numbers(item)


def is_schema(file: Path) -> bool:
    """Whether a file is a schema of ours, of this or an earlier edition: its name and its 类别 say so."""
    try:
        kind = json.loads(file.read_text(encoding="utf-8"))["properties"]["类别"]["const"]
    except (OSError, ValueError, KeyError, TypeError):
        return False
    return file.name == f"{kind}.json"


def write_schemas(folder: Path) -> tuple[Path, ...]:
    """Write one <类别>.json per kind into a folder, and say which files were written."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for kind, model in KINDS.items():
        file = folder / f"{kind}.json"
        text = json.dumps(schema_of(kind, model), ensure_ascii=False, indent=1, sort_keys=True)
        file.write_text(text + "\n", encoding="utf-8", newline="\n")
        written.append(file)
    return tuple(written)
