"""A province's notice, handed on twice, and a ledger."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.library import Library
from tests.checks.conftest import Load, MakeRecord, load, record

__all__ = ["load", "record"]
Make = Callable[..., Library]

REGIONS = [
    {"代码": "000000", "全称": "全国", "简称": "全国"},
    {"代码": "100000", "全称": "某省", "简称": "某省", "上级": "全国"},
    {"代码": "100100", "全称": "某省某市", "简称": "某市", "上级": "某省"},
    {"代码": "100101", "全称": "某省某市某县", "简称": "某县", "上级": "某省某市"},
]
BODIES = [
    {"编号": "省厅", "全称": "某省财政厅", "层级": "省级", "地区": "某省"},
    {"编号": "市局", "全称": "某市财政局", "层级": "市级", "地区": "某省某市"},
    {"编号": "市民政", "全称": "某市民政局", "层级": "市级", "地区": "某省某市"},
    {"编号": "县局", "全称": "某县财政局", "别名": ["县财政局"], "层级": "县级", "地区": "某省某市某县"},
]


def demand(**keys: Any) -> dict[str, Any]:
    """A demand on all city bureaus."""
    return {"编号": "要求1", "锚": "正文", "主体": ["各市财政局"], "事项": "报送总结", **keys}


@pytest.fixture
def make(record: MakeRecord, load: Load) -> Make:
    """The province demands, the city hands it on, the county hands it on again.

    Args of the function: the demands of the province; `own` those of the city's notice; `ledger`
    the entries of a 办理台账; `rules` rules; `province` further keys of the province's notice.
    """

    def build(
        demands: list[dict[str, Any]],
        *,
        own: list[dict[str, Any]] | None = None,
        ledger: list[dict[str, Any]] | None = None,
        rules: list[dict[str, Any]] | None = None,
        **province: Any,
    ) -> Library:
        record("行政区划", "区划", "", 区划=REGIONS)
        record("机构库", "机构", "", 机构=BODIES)
        record("制度参数", "规则", "", 规则=rules or [UNUSED])
        keys = {
            "发文机关": ["某省财政厅"],
            "地区": "某省",
            "文号": "某财〔2022〕1号",
            "印发日期": "2022-08-16",
        }
        record("政策", "省通知", "", **{**keys, "要求": demands, **province})
        record(
            "政策",
            "市通知",
            "",
            **notice("省通知", "某市财政局", "某省某市", "2022-12-20", "各县财政局"),
            要求=own,
        )
        record(
            "政策", "县通知", "", **notice("市通知", "某县财政局", "某省某市某县", "2022-12-22", "县直各部门")
        )
        if ledger:
            record("办理台账", "台账", "", 名称="台账", 条目=ledger)
        return load()

    return build


UNUSED = {
    "编号": "R-0",
    "名称": "无关",
    "适用": "全国",
    "生效": "2015-01-01",
    "内容": "无关",
    "依据": "无",
    "核验": "未核",
}


def notice(target: str, issuer: str, region: str, day: str, addressee: str) -> dict[str, Any]:
    """A notice that hands on another text."""
    return {
        "发文机关": [issuer],
        "地区": region,
        "成文日期": day,
        "主送": [addressee],
        "关系": [{"类型": "转发", "目标": target}],
    }
