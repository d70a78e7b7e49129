"""统计表 of a test's own."""

from __future__ import annotations

from collections.abc import Mapping

import yaml


def statistics_text(  # noqa: PLR0913 (each test sets the one thing that it is about)
    record_id: str,
    *,
    region: str = "某省某市",
    period: str = "2016年",
    rows: Mapping[str, str] | None = None,
    groups: Mapping[str, str] | None = None,
    parts: Mapping[str, Mapping[str, str]] | None = None,
    add_up: str = "是",
    scope: str = "",
    codes: str = "",
    unit: str = "万元",
) -> str:
    """A 统计表 as YAML.

    Args:
        record_id: its 编号.
        region: 地区.
        period: 期间.
        rows: the amount of each row, the same in every 列组.
        groups: 列组 with their 期间 (empty: none); by default one of the name of the period.
        parts: row → 列组 → amount, where the 列组 differ.
        add_up: 列组相加.
        scope: 口径.
        codes: 行代码表.
        unit: the unit of 金额.
    """
    given = rows or {"甲类": "1", "乙类": "2"}
    names = groups or {period: ""}
    cells = parts or {row: dict.fromkeys(names, amount) for row, amount in given.items()}
    record = {
        "类别": "统计表",
        "编号": record_id,
        "名称": f"{record_id}的统计",
        "公开属性": "主动公开",
        "填报单位": "某局",
        "地区": region,
        "期间": period,
        **({"口径": scope} if scope else {}),
        "行名": "服务类别",
        **({"行代码表": codes} if codes else {}),
        "列组": [{"名称": name, **({"期间": when} if when else {})} for name, when in names.items()],
        "列组相加": add_up,
        "指标": [{"名称": "金额", "单位": unit}],
        "数据": [
            {"行": row, "值": {name: {"金额": amount} for name, amount in columns.items()}}
            for row, columns in cells.items()
        ],
    }
    return yaml.safe_dump(record, allow_unicode=True, sort_keys=False)


CODES = """类别: 代码表
编号: 两类
名称: 两类
条目:
  - 名称: 甲类
    别名:
      - 甲类服务
  - 名称: 乙类
"""
REGIONS = """类别: 行政区划
编号: 行政区划
区划:
  - 代码: "990000"
    全称: 某省
    简称: 某省
  - 代码: "990100"
    全称: 某省某市
    简称: 某市
    上级: 某省
  - 代码: "990200"
    全称: 某省另市
    简称: 另市
    上级: 某省
"""
