"""Cases made for the tests, each a file of a library; every key can be changed or left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.library import Library, load_library
from generator.pages import public_view
from generator.pages.shelf import Shelf
from tests.conftest import DATED

Make = Callable[[Mapping[str, str]], Path]
REGIONS = {
    "类别": "行政区划",
    "编号": "行政区划",
    "区划": [
        {"代码": "110000", "全称": "甲省", "简称": "甲"},
        {"代码": "110100", "全称": "甲省一市", "简称": "一市", "上级": "甲省"},
        {"代码": "110200", "全称": "甲省二市", "简称": "二市", "上级": "甲省"},
        {"代码": "220000", "全称": "乙省", "简称": "乙"},
        {"代码": "220100", "全称": "乙省三市", "简称": "三市", "上级": "乙省"},
    ],
}
FORMS = {
    "类别": "代码表",
    "编号": "案例形式",
    "名称": "案例形式",
    "条目": [{"名称": "短例", "章节": ["基本情况", "主要做法"]}, {"名称": "问题例", "章节": ["存在的问题"]}],
}


def case_of(record_id: str, **changes: Any) -> dict[str, Any]:
    """A case; a change of None leaves the key out."""
    keys: dict[str, Any] = {
        "类别": "案例",
        "编号": record_id,
        "名称": f"{record_id}的名称",
        "形式": "短例",
        "地区": "甲省一市",
        "层级": "市级",
        "期间": "2020年",
        "领域": ["养老"],
        "目录类别": "原文未写",
        "服务方式": "合同",
        "状态": "上报",
        "购买主体": [{"名称": "某局"}],
        "承接主体": [{"名称": "某公司", "类型": "企业"}],
        "预算": "原文未写",
        "采购": {"方式": "公开招标"},
        "合同": "原文未写",
        "摘要": f"{record_id}的摘要",
        "章节": [{"题": "做法", "段": ["怎样做。"]}],
        **changes,
    }
    return {key: value for key, value in keys.items() if value is not None}


def amount(text: str, name: str = "合同金额") -> list[dict[str, str]]:
    """A sum of money as the only figure of a case."""
    return [{"名称": name, "数值": text, "引文": f"{name}{text}"}]


def files_of(*records: Mapping[str, Any]) -> dict[str, str]:
    """Records as files of a library, with the tables of regions and of forms."""
    every = (*records, REGIONS, FORMS)
    folders = {"案例": "cases", "地区实践": "cases"}
    return {
        f"{folders.get(record['类别'], 'policies')}/{record['编号']}.yaml": yaml.safe_dump(
            dict(record), allow_unicode=True, sort_keys=False, width=10_000
        )
        for record in every
    }


def library_of(make: Make, *records: Mapping[str, Any], more: Mapping[str, str] | None = None) -> Library:
    """The records as they are loaded."""
    library, problems = load_library(make({**files_of(*records), **(more or {})}))
    assert [problem.as_text() for problem in problems] == []
    return library


def shelf_of(library: Library) -> Shelf:
    """What pages are made from: the public view."""
    return Shelf(public_view(library), DATED)
