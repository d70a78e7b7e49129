"""题型 guessed from how a question is put; a guess is always 待确认."""

from __future__ import annotations

import re

OPEN = "开放题"
TOLD = "陈述"
WORDINGS: tuple[tuple[str, re.Pattern[str], re.Pattern[str]], ...] = tuple(
    (kind, re.compile(question), re.compile(instruction))
    for kind, question, instruction in (
        (OPEN, r"你认为|您认为|如何理解|建议|意见|原因(?:是什么|有哪些)|哪些领域|什么[？?]$", r"开放"),
        ("人员列表", r"姓名|负责人|联系人|工作人员名单", r"抽调人员|姓名"),
        ("文件列表", r"文件(?:[（(].*)?(?:依顺序)?列出|印发的.*文件|政策性文件", r"文号"),
        ("百分比", r"比例|占比|百分比|比重|[率]。?$", r"百分比|％|%"),
        ("分类陈述", r"分别论述|分别说明|按类", r"依次填写"),
        ("多要素", r"信息公开情况", r"是否.*，.*哪些.*，"),
        ("有无", r"是否存在|有无|有没有", r"没有的填无"),
        ("是否", r"是否", r"填.?是.?或"),
        ("计数", r"数量|个数|多少|几[个项家]|[项家件]数", r"数量"),
        ("单选", r"哪种|哪一种|选择", r"选择|单选|按照.*、.*填写"),
    )
)
"""题型, what its question says, what its instruction says; the first that fits comes first."""


def likely_types(question: str, instruction: str) -> tuple[str, ...]:
    """The 题型 that fit the wording, the likeliest first; what nothing speaks for is told in words."""
    by_question = [kind for kind, form, _ in WORDINGS if form.search(question)]
    by_instruction = [kind for kind, _, form in WORDINGS if form.search(instruction)]
    return tuple(dict.fromkeys((*by_question, *by_instruction, TOLD)))
