"""From the data of a file to a record, or to sentences that say what is wrong and where.

pydantic finds the faults; this module turns each into Chinese with a place and a hint.  The
sentences are data (`SENTENCES`), so that wording can be mended without touching the logic.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.models import KINDS
from generator.models.fields import Absent
from generator.models.record import Record
from generator.problems import Level, Place, Problem
from generator.source import Source

SENTENCES = {
    "missing": (
        "REC002",
        "缺少必填项“{key}”",
        "补上“{key}: …”；确实没有内容时写 原文未写、不适用、无 或 待补",
    ),
    "extra_forbidden": ("REC003", "不认识的键“{key}”", "{suggestion}"),
    "value_error": ("REC004", "“{key}”：{reason}", "{advice}"),
    "string_too_short": ("REC005", "“{key}”没有内容", "填写内容，或写 原文未写、不适用、无、待补 之一"),
    "string_pattern_mismatch": (
        "REC006",
        "“{key}”的写法不对：{input}",
        "编号只用字母、数字、汉字，中间可用单个连字符",
    ),
    "string_too_long": ("REC006", "“{key}”太长：{input}", "编号不超过 60 个字"),
    "too_short": ("REC007", "“{key}”至少要有 {min_length} 项", "补上内容"),
    "missing_argument": ("REC007", "“{key}”的项数不够", "按栏目补齐"),
}
CHOICES = ("enum", "literal_error")
NOT_A_GROUP = ("model_type", "model_attributes_type", "dict_type")
NOT_A_LIST = ("tuple_type", "list_type")
ADVICE = re.compile(r"[，；](?=请|应|金额)")
"""Where the sentence of a parser turns from what is wrong to what to do."""


def read_record(source: Source) -> tuple[Record | None, tuple[Problem, ...]]:
    """The record in a file, or every fault that keeps it from being one."""
    kind = source.data.get("类别")
    if not isinstance(kind, str) or kind not in KINDS:
        return None, (unknown_kind(source, kind),)
    try:
        return KINDS[kind].model_validate(dict(source.data)), ()
    except ValidationError as error:
        return None, tuple(problems_of(error, source, KINDS[kind]))


def unknown_kind(source: Source, kind: Any) -> Problem:
    """Without a 类别 nothing else can be judged."""
    if kind is None:
        known = {key for model in KINDS.values() for key in all_keys(model)}
        near = near_word("类别", sorted(set(source.data) - known))
        key = (near,) if near else ()
        hint = f"把“{near}”改成“类别”" if near else f"第一行写“类别: …”，可写 {'、'.join(KINDS)}"
        return Problem(Level.ERROR, "REC001", "缺少必填项“类别”", source.key_place(key), hint)
    near = near_word(str(kind), KINDS)
    hint = f"是不是“{near}”？" if near else f"可写 {'、'.join(KINDS)}"
    return Problem(Level.ERROR, "REC001", f"没有“{kind}”这种类别", source.place(("类别",)), hint)


def problems_of(error: ValidationError, source: Source, model: type[BaseModel]) -> Iterator[Problem]:
    """One problem per fault; a key that is only misspelt is not reported missing as well."""
    faults = [fault for fault in error.errors(include_url=False) if not is_absent_branch(fault)]
    echoes = set(echoes_among(faults, source, model))
    seen: set[tuple[Place, str]] = set()
    for fault in faults:
        if (fault["type"], data_path(fault, source)) in echoes:
            continue
        problem = sentence_for(fault, source, model)
        if (problem.place, problem.message) not in seen:
            seen.add((problem.place, problem.message))
            yield problem


def is_absent_branch(fault: ErrorDetails) -> bool:
    """A field may be a value or an `Absent`; the complaint of the second branch is noise."""
    return Absent.__name__ in str(fault["loc"]) or f"enum[{Absent.__name__}]" in str(fault["loc"])


def data_path(fault: ErrorDetails, source: Source) -> tuple[str | int, ...]:
    """The path of the fault in the file; pydantic mixes in names of union branches, which go.

    The last step is kept even where the file does not have it: it is the missing key.
    """
    path: tuple[str | int, ...] = ()
    steps = fault["loc"]
    for position, step in enumerate(steps):
        if (*path, step) in source.values or (position == len(steps) - 1 and fault["type"] == "missing"):
            path = (*path, step)
    return path


def echoes_among(
    faults: list[ErrorDetails], source: Source, model: type[BaseModel]
) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Faults, by type and path, that another fault brought about: one slip gives one message."""
    yield from (("missing", path) for path in misspelt_keys(faults, source, model))
    paths = [data_path(fault, source) for fault in faults]
    empty = {path[:-1] for fault, path in zip(faults, paths, strict=True) if is_empty_group(fault)}
    for path in paths:
        yield from (("too_short", path[:length]) for length in range(len(path)))
        if path[:-1] in empty and path[-1] in all_keys(model):
            yield "extra_forbidden", path


def is_empty_group(fault: ErrorDetails) -> bool:
    """A group without its keys: they stand one level too high."""
    return fault["type"] in NOT_A_GROUP and fault["input"] == ""


def misspelt_keys(
    faults: list[ErrorDetails], source: Source, model: type[BaseModel]
) -> Iterator[tuple[str | int, ...]]:
    """The paths of keys that were meant by unknown ones nearby."""
    for fault in faults:
        if fault["type"] == "extra_forbidden":
            path = data_path(fault, source)
            near = nearest_key(str(path[-1]), missing_at(faults, source, path[:-1]), model)
            if near:
                yield (*path[:-1], near)


def missing_at(faults: list[ErrorDetails], source: Source, parent: tuple[str | int, ...]) -> tuple[str, ...]:
    """The keys reported missing in one group."""
    paths = (data_path(fault, source) for fault in faults if fault["type"] == "missing")
    return tuple(str(path[-1]) for path in paths if path[:-1] == parent)


def nearest_key(word: str, missing: tuple[str, ...], model: type[BaseModel]) -> str | None:
    """The key that was meant: first among those missing, then among all of the kind."""
    return near_word(word, missing) or near_word(word, all_keys(model))


@cache
def all_keys(model: type[BaseModel]) -> tuple[str, ...]:
    """Every key of a kind of record, those of its parts included."""
    schema = model.model_json_schema(by_alias=True)
    parts = (schema, *schema.get("$defs", {}).values())
    return tuple(dict.fromkeys(key for part in parts for key in part.get("properties", {})))


def near_word(word: str, words: Any) -> str | None:
    """The one word of a list that looks like the one written; short Chinese words allow half."""
    close = get_close_matches(word, [str(candidate) for candidate in words], n=1, cutoff=0.5)
    return close[0] if close else None


def sentence_for(fault: ErrorDetails, source: Source, model: type[BaseModel]) -> Problem:
    """The problem for one fault of pydantic."""
    path = data_path(fault, source)
    key = next((str(step) for step in reversed(path) if isinstance(step, str)), "记录")
    code, message, hint = words_for(fault, key, model)
    place = source.key_place(path) if fault["type"] == "extra_forbidden" else place_of_value(path, source)
    return Problem(Level.ERROR, code, message, place, hint)


def place_of_value(path: tuple[str | int, ...], source: Source) -> Place:
    """A missing key is shown at the start of the group it belongs to, a wrong value at itself."""
    return source.place(path) if path in source.values else source.key_place(path[:-1])


def words_for(fault: ErrorDetails, key: str, model: type[BaseModel]) -> tuple[str, str, str]:
    """Code, message and hint."""
    kind, context = fault["type"], fault.get("ctx", {})
    if kind in CHOICES:
        return choice_words(str(fault["input"]), key, str(context.get("expected", "")))
    if kind in NOT_A_GROUP or kind in NOT_A_LIST or kind == "string_type":
        return shape_words(kind, key, fault["input"])
    if kind not in SENTENCES:
        return "REC009", f"“{key}”的内容不合要求：{short(fault['input'])}", "对照同类记录的写法修改"
    near = nearest_key(key, (), model)
    reason, *advice = ADVICE.split(str(context.get("error", "")), maxsplit=1)
    values = {
        "key": key,
        "input": short(fault["input"]),
        "reason": reason,
        "advice": "".join(advice) or "对照同类记录的写法修改",
        "suggestion": suggest_key(key, near),
        "min_length": context.get("min_length", 1),
    }
    code, message, hint = SENTENCES[kind]
    return code, message.format(**values), hint.format(**values)


def suggest_key(key: str, near: str | None) -> str:
    """What to do about an unknown key; a known one may only stand in the wrong group."""
    if near == key:
        return "这个键不属于这一层，检查缩进，或移到它该在的地方"
    return f"是不是“{near}”？" if near else "删去它，或对照同类记录的写法"


def choice_words(written: str, key: str, expected: str) -> tuple[str, str, str]:
    """A word outside a fixed list: show the list, and the near one first."""
    choices = [choice.strip("' ") for choice in expected.replace(" or ", ", ").split(",")]
    near = near_word(written, choices)
    hint = f"是不是“{near}”？可写 {'、'.join(choices)}" if near else f"可写 {'、'.join(choices)}"
    return "REC008", f"“{key}”不能写{short(written)}", hint


def shape_words(kind: str, key: str, written: Any) -> tuple[str, str, str]:
    """A value where a group or list belongs, or the other way round."""
    if isinstance(written, str) and "：" in written:
        return "REC010", f"“{key}”下面的冒号是全角“：”", "键后面请用半角冒号加一个空格"
    if kind in NOT_A_LIST:
        return "REC010", f"“{key}”应为列表", "每项另起一行，以“- ”开头"
    if kind in NOT_A_GROUP and not written:
        return "REC010", f"“{key}”下面没有内容", "缩进不对：属于它的键要比它多缩进两个空格"
    if kind in NOT_A_GROUP:
        return "REC010", f"“{key}”应为一组“键: 值”", "另起一行，缩进两个空格，写“键: 值”"
    return "REC010", f"“{key}”应为一个值", "写在冒号后面的同一行；文本里有 { } [ ] 时加引号"


def short(value: Any) -> str:
    """A value fit to be quoted in a message."""
    text = str(value)
    return f"“{text[:24]}…”" if len(text) > 24 else f"“{text}”"
