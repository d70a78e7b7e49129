"""Kinds of values that records share: words, ids, days, times, quantities, 是/否, and the four empties.

Every scalar arrives as text and is parsed here, by its field (nothing is guessed by YAML).
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, StringConstraints, WithJsonSchema

from generator.hanzi.calendar import TimeSpan, parse_day, parse_time
from generator.hanzi.docnumber import DocNumber, parse_number
from generator.quantity import Quantity, parse_decimal, parse_quantity


class Model(BaseModel):
    """A part of a record: Chinese keys only, none unknown, never changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, arbitrary_types_allowed=True)


class Absent(StrEnum):
    """Why a value is not there; nothing is invented to fill a field."""

    NOT_WRITTEN = "原文未写"
    NOT_APPLICABLE = "不适用"
    NONE = "无"
    TO_FILL = "待补"


class YesNo(StrEnum):
    """是 or 否, or a part of both."""

    YES = "是"
    NO = "否"
    PARTLY = "部分"


def read_text(value: Any) -> str:
    """Text as it is; the parsers below expect nothing else.

    Raises:
        ValueError: a list or a group of keys stands where one value belongs.
    """
    if not isinstance(value, str):
        raise ValueError("这里要写一个值，读到的是一组内容")  # noqa: TRY004 (pydantic turns ValueError into a problem)
    return value


def read_count(value: Any) -> int:
    """A positive whole number.

    Raises:
        ValueError: anything else.
    """
    text = read_text(value)
    if not re.fullmatch(r"0*[1-9][0-9]{0,8}", text):
        raise ValueError(f"应为正整数，读到“{text}”")
    return int(text)


def read_known(value: Any) -> str:
    """Words, or one of the four empties as what it is.

    Raises:
        ValueError: nothing is written, or a group stands where words belong.
    """
    text = read_text(value).strip()
    if not text:
        raise ValueError("没有内容；填写内容，或写 原文未写、不适用、无、待补 之一")
    return Absent(text) if text in tuple(Absent) else text


def read_time(text: str) -> TimeSpan:
    """A time, or one of the four empties, which means no day at all.

    Raises:
        ValueError: no year can be read from it.
    """
    return TimeSpan(text, None, None) if text in tuple(Absent) else parse_time(text)


def parsed(parse: Any, description: str) -> Any:
    """The pydantic validators for a value that is parsed from text."""
    return (
        PlainValidator(
            lambda value: value if not isinstance(value, str | list | dict) else parse(read_text(value))
        ),
        WithJsonSchema({"type": "string", "description": description}),
    )


Words = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
Id = Annotated[
    str,
    StringConstraints(pattern=r"^[A-Za-z0-9\u4e00-\u9fff]+(?:-[A-Za-z0-9\u4e00-\u9fff]+)*$", max_length=60),
]
"""Letters, digits, Chinese characters and single hyphens: safe as a file name and in an address."""
Day = Annotated[date, *parsed(parse_day, "一天，写成 2022-08-16")]
Time = Annotated[
    TimeSpan, *parsed(read_time, "时间，如 2014-09、2013-12-中旬、2016至2017-05、2016年以来，不知道写 待补")
]
Amount = Annotated[
    Quantity, *parsed(parse_quantity, "带单位的数值，照原文写，如 890.12万元、近800多万元、95%以上")
]
Number = Annotated[Decimal, *parsed(parse_decimal, "不带单位的数字，照原文写，如 9199.3")]
DocumentNumber = Annotated[
    DocNumber, *parsed(parse_number, "发文字号，如 鲁财采〔2022〕14号、财政部令第102号")
]
Known = Annotated[str, *parsed(read_known, "文字，或 原文未写、不适用、无、待补 之一")]
"""Words that may be absent: an `Absent` (itself a str) or plain words."""
Count = Annotated[
    int,
    BeforeValidator(read_count),
    WithJsonSchema({"type": "string", "pattern": r"^0*[1-9]\d{0,8}$", "minimum": 1}),
]
