"""Whether an answer says yes or no: 是, 有, 已开展 and 否, 无, 均未实行, 有待建立."""

from __future__ import annotations

import re

NOTHING = re.compile(r"(?:暂)?无|没有|否|不存在|未发生|0|零")
POLAR = re.compile(r"是|否|有|无|没|未|不|已|存在|涉及|部分|均|全部")
"""Words that say yes or no, in some measure."""
NO_EXCEPTION = re.compile(r"(?:没有|无一|无)例外[，,]?")
"""A denial that affirms what follows: 没有例外，全部公开."""
NO_DENIAL = re.compile(
    r"不断|不仅|不但|不同(?![步意])|不少|不定期|不限|不低于|不超过|不等|无锡|无为|无极|无偿|无缝|无障碍|无论|无纸|未来|未成年"
)
"""Words that begin like a denial and deny nothing."""
CLAUSE = re.compile(r"[^，,。；;！？：:\n（(]*")
PARTLY = re.compile(r"部分|个别|少数|多数|大多|基本|是否|除")
"""Beginnings that say neither plainly."""
AFFIRMED = re.compile(r"是(?:的)?$|有(?:的)?$|(?:确?有|是)[\d一二两三四五六七八九十几]|存在|已(?!不|无|没)")
"""Beginnings that affirm, whatever the clause goes on to deny: 有两个项目没有编入预算."""
DENIED = re.compile(r"^(?:暂|尚)?[否无没未不]|[未没]|[有尚]待|[尚暂均都]无|[均都]不|不存在|不涉及|不是|不再")
YES = re.compile(r"^(?:是|有(?!关|的)|同步|能|可以|涉及|纳入)|已|均|全部|都")


def says_nothing(answer: str) -> bool:
    """Whether an answer says that there is nothing, and no more: 无, 没有, 0."""
    return bool(NOTHING.fullmatch(answer.strip().rstrip("。．.")))


def speaks_of_either(answer: str) -> bool:
    """Whether any word of an answer says yes or no, in some measure."""
    return bool(POLAR.search(answer))


def sense_of(answer: str) -> str:
    """Whether the first clause of an answer says 是 or 否; empty where it says neither plainly.

    A denial anywhere in the clause wins (均未实行), unless the clause begins by affirming (有两个…).
    """
    if says_nothing(answer):
        return "否"
    bare = NO_DENIAL.sub("", NO_EXCEPTION.sub("", answer.strip(), count=1))
    match = CLAUSE.match(bare)
    clause = match[0].strip() if match else ""
    if PARTLY.match(clause):
        return ""
    if AFFIRMED.match(clause):
        return "是"
    if DENIED.search(clause):
        return "否"
    return "是" if YES.search(clause) else ""
