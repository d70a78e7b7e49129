"""The report for a terminal: 80 columns, a Chinese character taking two of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import east_asian_width

from generator.hanzi.linebreaks import NOT_FIRST, NOT_LAST, set_of
from generator.inspection.findings import Area, Verdict
from generator.inspection.inspecting import Inspection
from generator.inspection.report.gathering import Entry, gather, gather_changes
from generator.inspection.report.outcome import Outcome

COLUMNS = 78
"""Two are left free: a terminal that is full to the edge breaks the line once more."""
WORD = re.compile(rf"[{set_of(NOT_LAST)}]*(?:[!-~]+|.)[{set_of(NOT_FIRST)}]*", re.DOTALL)
"""What stays on one line: a Chinese character or a Latin word with the marks that cling to it."""
TITLES = {
    Verdict.BROKEN: "不符：要改",
    Verdict.LOOK: "需目视：程序看不准，请人看",
    Verdict.UNKNOWN: "无法核对：文件里没有写",
    Verdict.CUSTOM: "本单位习惯：不算不符",
}
DEEP = "    "


def as_text(outcome: Outcome) -> str:
    """The report on one file; that on the mended copy where there is one."""
    lines = [*head(outcome.inspection)]
    if outcome.asked:
        lines += ["", *mended(outcome)]
    for verdict, title in TITLES.items():
        entries = gather(outcome.latest.of(verdict), outcome.mendable)
        if entries:
            lines += ["", f"【{title}】", *listed(entries)]
    return "\n".join(lines)


def head(inspection: Inspection) -> Iterator[str]:
    """Which file, what it is, and how many findings of each kind."""
    yield from wrapped(f"{inspection.name}：{kind_told(inspection)}", "")
    yield tally(inspection)


def kind_told(inspection: Inspection) -> str:
    """“文件式，通知，按样式认出各部分”, or that the file is no 公文 and what that means."""
    if not inspection.outermost:
        return "认不出是公文，只核对版面，结果供参考"
    how = "按样式" if inspection.recognised.by_style else "按文字和位置"
    return "，".join(filter(None, (inspection.format, inspection.genre, f"{how}认出各部分")))


def tally(inspection: Inspection) -> str:
    """通过 61  不符 2 …; what there is none of is left out, but for the two that matter most."""
    shown = {verdict: count for verdict, count in inspection.counts.items() if count or verdict in SHOWN}
    return "  ".join(f"{verdict} {count}" for verdict, count in shown.items())


SHOWN = (Verdict.KEPT, Verdict.BROKEN)


def mended(outcome: Outcome) -> Iterator[str]:
    """The list of changes, and what the copy comes to."""
    if not outcome.copy or outcome.left is None:
        yield "没有程序能改的地方，没有另存。"
        return
    yield from wrapped(f"已改好能改的，存为 {outcome.copy}；原文件没有动。", "")
    for change in gather_changes(outcome.changes):
        where = f"（{change.where.place}）" if change.where.place else ""
        yield from wrapped(f"{change.subject}：{change.before} → {change.after}{where}", "  ", "    ")
    yield ""
    yield f"改后  {tally(outcome.left)}"
    yield "下面是改后还要人处理的。" if outcome.left.of(Verdict.BROKEN) else "改后没有不符。"


def listed(entries: tuple[Entry, ...]) -> Iterator[str]:
    """Entries under the names of their areas."""
    for area in Area:
        own = [entry for entry in entries if entry.area is area]
        if own:
            yield f"{area}"
        for entry in own:
            yield from told(entry)


def told(entry: Entry) -> Iterator[str]:
    """One entry: what, by which clause, where and what it is, what it should be, how to mend it."""
    basis = "，".join(filter(None, (entry.basis, entry.promise("可用 --fix 改"))))
    yield from wrapped(f"{entry.finding.subject}（{basis}）", "  ", DEEP)
    for measured in entry.measures:
        yield from wrapped(f"现为  {measured}", DEEP, DEEP + "      ")
    if entry.finding.required:
        yield from wrapped(f"应为  {entry.finding.required}", DEEP, DEEP + "      ")
    if entry.finding.hint:
        yield from wrapped(f"改法  {entry.finding.hint}", DEEP, DEEP + "      ")


# --- columns -----------------------------------------------------------------------------------


def width_of(text: str) -> int:
    """Columns that a text takes; signs that may be wide or narrow count as wide, as they are in Chinese."""
    return sum(2 if east_asian_width(letter) in "WFA" else 1 for letter in text)


def wrapped(text: str, first: str, others: str = "") -> Iterator[str]:
    """Lines of a text, indented; none begins with a closing mark or ends with an opening one."""
    line = first
    for word in WORD.findall(text):
        if width_of(line + word) > COLUMNS and line.strip():
            yield line.rstrip()
            line = others + word.lstrip()
        else:
            line += word
    yield line.rstrip()
