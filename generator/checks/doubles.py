"""DUPL001: one case entered twice under two 编号."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from generator.library import Library
from generator.models.case import Case
from generator.problems import Level, Problem


def check_doubles(library: Library) -> Iterator[Problem]:
    """Cases of one name (or alias), region and period."""
    found: dict[tuple[str, str, str], list[Case]] = defaultdict(list)
    for case in library.every(Case):
        found[case.title.replace(" ", ""), case.region, case.period.text].append(case)
    for cases in found.values():
        for case in cases[1:]:
            other = library.place(cases[0].id, "名称")
            message = (
                f"案例“{case.title}”与“{cases[0].id}”（{other.path} 第 {other.line} 行）同名、同地区、同期间"
            )
            hint = "同一个案例只留一条；确是两个项目的，名称写得能分开"
            yield Problem(Level.WARNING, "DUPL001", message, library.place(case.id, "名称"), hint)
