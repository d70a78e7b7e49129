"""Records to make small libraries of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

MakeIndex = Callable[[Mapping[str, str]], Path]


def policy(  # noqa: PLR0913 (the facts that the tests vary)
    record_id: str,
    title: str,
    body: str = "",
    *,
    number: str = "原文未写",
    region: str = "全国",
    issuer: str = "财政部",
    status: str = "现行有效",
    more: str = "",
) -> str:
    """A policy record."""
    return (
        f"---\n类别: 政策\n编号: {record_id}\n标题: {title}\n文种: 通知\n发文机关: [{issuer}]\n"
        f"文号: {number}\n效力级别: 规范性文件\n地区: {region}\n时效: {status}\n文本: 摘编\n"
        f"{more}---\n\n{body}\n"
    )


REGIONS = """类别: 行政区划
编号: 行政区划
区划:
  - {代码: "000000", 全称: 全国, 简称: 全国}
  - {代码: "370000", 全称: 山东省, 简称: 山东, 上级: 全国}
  - {代码: "370300", 全称: 山东省淄博市, 简称: 淄博, 上级: 山东省}
  - {代码: "370304", 全称: 山东省淄博市博山区, 简称: 博山, 上级: 山东省淄博市}
  - {代码: "410000", 全称: 河南省, 简称: 河南, 上级: 全国}
"""

BODIES = """类别: 机构库
编号: 机构
机构:
  - {编号: 山东省财政厅, 全称: 山东省财政厅, 层级: 省级, 地区: 山东省, 代字: [鲁财采], 别名: [省财政厅]}
  - {编号: 淄博市财政局, 全称: 淄博市财政局, 层级: 市级, 地区: 山东省淄博市, 代字: [淄财采]}
"""
