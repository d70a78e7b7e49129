"""A library of made-up cases and policies of any size, for measuring growth."""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).parents[1]
REGIONS = ("河南省濮阳市", "浙江省温州市", "山东省淄博市", "河南省郑州市")
ISSUERS = ("濮阳市财政局", "温州市财政局", "淄博市财政局", "郑州市财政局")
FIELDS = ("养老", "教育", "文化体育", "城乡社区")

CASE = """类别: 案例
编号: 合成案例-{n}
名称: 第{n}号社区服务购买项目
形式: 短例
地区: {region}
层级: 市级
期间: {year}年
领域:
  - {field}
目录类别: 基本公共服务
服务方式: 合同
状态: 上报
公开属性: 主动公开
购买主体:
  - 名称: 某某单位{n}
承接主体:
  - 名称: 承接单位{n}
    类型: 社会组织
依据:
  - 政策: 合成政策-{n}
预算:
  纳入预算: 是
  资金来源: 财政资金
采购:
  方式: 公开招标
合同:
  期限: {year}年
数据:
  - 名称: 合同金额
    数值: {n}.5万元
    期间: {year}年
  - 名称: 服务人次
    数值: {n}人次
摘要: {region}以公开招标购买第{n}号社区服务，合同金额{{{{ 本.合同金额 }}}}。
章节:
  - 题: 基本情况
    段:
      - 项目于{{{{ 本.期间 }}}}实施，合同金额{{{{ 本.合同金额 }}}}，服务{{{{ 本.服务人次 }}}}。
      - 购买主体按规定编制预算、公开招标、签订合同并组织验收。
  - 题: 主要做法
    段:
      - 一是明确服务内容和标准，写入合同。二是按季度考核，考核结果与付款挂钩。
      - 三是邀请服务对象参加验收，结果公开。
"""

POLICY = """---
类别: 政策
编号: 合成政策-{n}
标题: {issuer}关于做好第{n}号政府购买服务工作的通知
文种: 通知
发文机关:
  - {issuer}
文号: 合财综〔{year}〕{n}号
效力级别: 地方规范性文件
地区: {region}
印发日期: {year}-06-01
时效: 现行有效
文本: 摘编
公开属性: 主动公开
---

为做好第{n}号政府购买服务工作，现通知如下。

# 一、加强目录管理

购买主体应当在指导性目录范围内购买服务，目录实行动态调整。

# 二、加强预算管理

## （一）先有预算后购买。

没有预算安排的事项不得购买服务，项目预算与部门预算同步编制。

## （二）严格合同期限。

合同期限一般不超过一年，延续性强的项目按规定续签。
"""


def make_library(root: Path, cases: int, policies: int) -> None:
    """Write a library with so many cases and policies beside the shipped policies and returns.

    A case rests on the policy of its number, so `policies` should not be smaller.
    """
    shutil.copytree(ROOT / "policies", root / "policies")
    shutil.copytree(ROOT / "cases" / "returns", root / "cases" / "returns")
    for number in range(1, cases + 1):
        place = number % len(REGIONS)
        text = CASE.format(n=number, year=2014 + number % 9, region=REGIONS[place], field=FIELDS[place])
        (root / "cases" / f"合成案例-{number}.yaml").write_text(text, encoding="utf-8")
    for number in range(1, policies + 1):
        place = number % len(REGIONS)
        text = POLICY.format(n=number, year=2014 + number % 9, region=REGIONS[place], issuer=ISSUERS[place])
        (root / "policies" / f"合成政策-{number}.md").write_text(text, encoding="utf-8")
