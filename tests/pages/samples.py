"""Small libraries for the tests of pages: many cases, hostile words, records that are not public."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import yaml

HOSTILE = (
    '<img src=x onerror="alert(1)"></title></script><script>alert(2)</script>',
    "[点我](javascript:alert(3))",
    "![图](https://evil.example/x.png)",
    "{: onclick=alert(4) }",
    "# 题 | 表 | `码` *斜* _体_ ~删~ **粗** &amp; & <b>",
    "https://evil.example/ <https://evil.example/>",
    "{{ config }} {% raw %}",
    "\u00a0- 列表 1. 序号 > 引 --- === ~~~ :::",
    '"><svg/onload=alert(5)>',
)
FREE_KEYS = {
    *(
        "名称",
        "题名",
        "摘要",
        "段",
        "题",
        "引文",
        "说明",
        "口径",
        "内容",
        "部分",
        "资金来源",
        "范围",
        "服务对象",
    ),
    *("标题", "主题", "别名", "主送", "事项", "主体", "期限", "强度", "原文", "位置", "更正", "要件", "去向"),
    *("环节", "职责", "部门", "指标", "评价主体", "参与", "作者", "媒介", "栏目", "填报说明", "编印单位"),
}
CASE = """类别: 案例
编号: {id}
名称: {name}
形式: 短例
地区: {region}
层级: 县级
期间: 2016年
领域:
  - 城乡社区
目录类别: 原文未写
服务方式: 合同
状态: 上报
购买主体:
  - 名称: 某局
依据:
  - 政策: {policy}
预算: 原文未写
采购:
  方式: 公开招标
合同: 原文未写
摘要: 第{number}个案例的摘要
章节:
  - 题: 做法
    段:
      - 第{number}个案例怎样做。
"""
POLICY = """---
类别: 政策
编号: {id}
标题: {title}
文种: 通知
发文机关:
  - 某省财政厅
文号: {number}
效力级别: 地方规范性文件
地区: 某省
公开属性: {disclosure}
时效: 现行有效
文本: 摘编
{more}---

一段引言。

# 一、总体要求

坚持公开透明。
"""


def case_text(number: int, policy: str = "某政策", region: str = "某省某县") -> str:
    """A short case."""
    return CASE.format(
        id=f"例-{number}", name=f"第{number}号案例", region=region, policy=policy, number=number
    )


def policy_text(record_id: str, title: str, number: str, disclosure: str = "主动公开", more: str = "") -> str:
    """A short policy."""
    return POLICY.format(id=record_id, title=title, number=number, disclosure=disclosure, more=more)


def many_cases(count: int) -> dict[str, str]:
    """So many cases that rest on one policy."""
    cases = {f"cases/例-{number}.yaml": case_text(number) for number in range(1, count + 1)}
    return {**cases, "policies/某政策.md": policy_text("某政策", "关于某事的通知", "某财〔2020〕1号")}


def poison(root: Path) -> None:
    """Put hostile words behind every free text of a library, a different one each time."""
    words = endless(HOSTILE)
    for file in sorted(root.rglob("*.yaml")):
        if file.is_relative_to(root / "cases") or file.is_relative_to(root / "policies"):
            file.write_text(poisoned_yaml(file.read_text(encoding="utf-8"), words), encoding="utf-8")
    for file in sorted((*root.glob("policies/**/*.md"), *root.glob("documents/**/*.md"))):
        _, head, body = file.read_text(encoding="utf-8").split("---\n", 2)
        lines = [f"{line} {next(words)}" if line.strip() else line for line in body.splitlines()]
        text = f"---\n{poisoned_yaml(head, words)}---\n" + "\n".join(lines) + "\n"
        file.write_text(text, encoding="utf-8")


def endless(words: tuple[str, ...]) -> Iterator[str]:
    """The words over and over."""
    while True:
        yield from words


def poisoned_yaml(text: str, words: Iterator[str]) -> str:
    """YAML with hostile words behind its free texts."""
    data = yaml.load(text, Loader=yaml.BaseLoader)
    return yaml.safe_dump(poisoned(data, "", words), allow_unicode=True, width=10_000, sort_keys=False)


def poisoned(value: Any, key: str, words: Iterator[str]) -> Any:
    """A value with hostile words behind it where its key allows any text."""
    if isinstance(value, dict):
        return {name: poisoned(part, name, words) for name, part in value.items()}
    if isinstance(value, list):
        return [poisoned(part, key, words) for part in value]
    empty = ("原文未写", "不适用", "无", "待补")
    return f"{value} {next(words)}" if key in FREE_KEYS and value not in empty else value


class Document(HTMLParser):
    """A page as a browser reads it: its elements with their attributes, its ids, its words."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @property
    def ids(self) -> set[str]:
        return {attributes["id"] for _, attributes in self.elements if "id" in attributes}

    @property
    def text(self) -> str:
        return re.sub(r"\s+", " ", "".join(self.words)).strip()


def pages_of(site: Path) -> dict[str, Document]:
    """Every page of a site by its path."""
    files = sorted(site.rglob("*.html"))
    return {file.relative_to(site).as_posix(): Document(file.read_text(encoding="utf-8")) for file in files}
