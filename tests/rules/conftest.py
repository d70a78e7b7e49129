"""Small libraries for the rules: those of the checks, with rules of one's own."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.library import Library
from generator.models.case import Case
from generator.rules import Judgement, judge_case
from tests.checks.conftest import Load, MakeRecord, load, record

__all__ = ["load", "record"]
Data = dict[str, Any]
Judge = Callable[..., list[Judgement]]

REGIONS = [
    {"代码": "000000", "全称": "全国", "简称": "全国"},
    {"代码": "100000", "全称": "某省", "简称": "某省", "上级": "全国"},
    {"代码": "100100", "全称": "某省某县", "简称": "某县", "上级": "某省"},
    {"代码": "200000", "全称": "邻省", "简称": "邻省", "上级": "全国"},
]


def rule(kind: str, **keys: Any) -> Data:
    """A verified rule of the nation since 2015; what stands in 判断 is told from what stands beside it."""
    beside = {key: keys.pop(key) for key in list(keys) if key in BESIDE}
    usual = {
        "编号": f"R-{kind}",
        "名称": kind,
        "适用": "全国",
        "生效": "2015-01-01",
        "内容": kind,
        "核验": "已核",
    }
    return {**usual, "依据": "原文未写", "判断": {"类型": kind, **keys}, **beside}


BESIDE = ("编号", "名称", "适用", "生效", "失效", "内容", "核验", "清单", "启用")


@pytest.fixture
def library_of(record: MakeRecord, load: Load) -> Callable[..., Library]:
    """A library of some rules and one case (or several, by 编号)."""

    def make(rules: list[Data], *cases: Data) -> Library:
        record("行政区划", "区划", "", 区划=REGIONS)
        record("制度参数", "规则", "", 规则=rules)
        for number, case in enumerate(cases, start=1):
            record("案例", f"案例{number}", "", **case)
        return load()

    return make


@pytest.fixture
def judged(library_of: Callable[..., Library]) -> Judge:
    """What some rules say of a case with these keys."""

    def judge(rules: list[Data] | Data, **case: Any) -> list[Judgement]:
        library = library_of(rules if isinstance(rules, list) else [rules], case)
        found = library.find("案例1", Case)
        assert found
        return list(judge_case(library, found))

    return judge
