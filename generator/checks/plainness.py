"""MARK002: signs of emphasis, lists, links and tags, which an official document prints as they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.own_bodies import own_bodies
from generator.compose import Trees
from generator.document import Table
from generator.library import Library
from generator.problems import Level, Problem

SIGNS = (
    (re.compile(r"\*\*[^*]+\*\*|__[^_]+__"), "加粗标记"),
    (re.compile(r"^(?:[-*+]\s|>\s)"), "列表或引用标记"),
    (re.compile(r"!?\[[^\]]*\]\([^)]*\)"), "链接或图片标记"),
    (re.compile(r"</?[A-Za-z][^>]*>"), "网页标签"),
    (re.compile(r"`{3}|^(?:\*{3,}|-{3,})$"), "代码块或分隔线标记"),
)


def check_plainness(library: Library, trees: Trees) -> Iterator[Problem]:
    """The bodies that the bureau itself wrote."""
    for record_id, blocks in own_bodies(library, trees):
        for block in blocks:
            text = "" if isinstance(block, Table) else block.text
            for sign, name in SIGNS:
                match = sign.search(text)
                if match:
                    place = block.origin or library.place(record_id)
                    message = f"“{match[0][:16]}”是{name}，会照样印在公文上"
                    hint = "公文正文只用标题（# 开头）、段落和表格；删去这个标记"
                    yield Problem(Level.HINT, "MARK002", message, place, hint)
