"""勘误: a defect that a person has looked at is a 提示 and no longer an 错误 (design rule 7)."""

from __future__ import annotations

import re
from dataclasses import replace

from generator.models.record import Record
from generator.problems import Level, Problem
from generator.quantity import without_gaps

REGISTERED = "已登记勘误"


def registered(record: Record, words: str) -> bool:
    """Whether the words stand in the 原文 of one of the record's 勘误.

    Figures must stand there whole: one without a unit is not found in 2016年4月, nor 4个 in 4个月.
    """
    wanted = without_gaps(words)
    end = r"(?![\d\w%％‰]|\.\d)" if wanted[-1:].isdigit() else "(?!月|工作日)"
    form = re.compile(rf"(?<![\d.]){re.escape(wanted)}{end}")
    return bool(wanted) and any(form.search(without_gaps(entry.original)) for entry in record.errata)


def graded(problem: Problem, record: Record, *words: str) -> Problem:
    """The problem as it is, or as a 提示 where one of the words is registered."""
    if not any(registered(record, text) for text in words):
        return problem
    return replace(
        problem,
        level=Level.HINT,
        message=f"{problem.message}（{REGISTERED}）",
        hint="无需处理；查清后写入“更正”",
    )
