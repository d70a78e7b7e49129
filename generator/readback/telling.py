"""Differences and figures in words for people, and as data for programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import Any

from generator.document import Bound
from generator.readback.differences import Change, Difference
from generator.readback.figures import FigureChange, FiguresRead
from generator.readback.passages import Sentence
from generator.readback.tracing import Standing, Traced

SAME = "没有差别：文字与记录一致，绑定的数字都没有动。"
LONGEST = 60
"""Characters of a sentence that are shown where nothing in it was changed."""


# --- differences --------------------------------------------------------------------------------


def differences_as_text(differences: Sequence[Difference], figures: FiguresRead) -> str:
    """Every difference with its place, then the bound figures and what to do about them."""
    if not differences and not figures.changes and not figures.unmarked:
        return SAME
    lines = [line for difference in differences for line in difference_lines(difference)]
    lines += [line for change in figures.changes for line in figure_lines(change)]
    if figures.unmarked:
        lines.append(f"{figures.unmarked} 处绑定的数没有了书签，数没有变；要逐个追溯，重新生成一份")
    counts = Counter(difference.change for difference in differences)
    told = "、".join(f"{change}了 {counts[change]} 句" for change in Change if counts[change])
    lines.append(f"共{told or '没有改动文字'}；绑定的数字有变 {len(figures.changes)} 处。")
    return "\n".join(lines)


def difference_lines(difference: Difference) -> Iterator[str]:
    """One difference: where it stands, and both sentences with the changed words marked."""
    before, after = difference.before, difference.after
    yield f"{difference.change} {difference.part}{paragraph_of(after)}{line_of(before)}"
    if difference.change is Change.MOVED:
        yield f"  {shortened(after.text if after else '')}"
    elif before and after:
        old, new = marked(before.text, after.text)
        yield f"  记录：{old}"
        yield f"  文件：{new}"
    elif before:
        yield f"  记录：{shortened(before.text)}"
    elif after:
        yield f"  文件：{shortened(after.text)}"


def paragraph_of(sentence: Sentence | None) -> str:
    """Where a sentence stands in the Word file."""
    return f" 第 {sentence.origin.line} 段" if sentence and sentence.origin and sentence.origin.line else ""


def line_of(sentence: Sentence | None) -> str:
    """Where a sentence stands in the record."""
    place = sentence.origin if sentence else None
    return f"（{place.path} 第 {place.line} 行）" if place and place.line else ""


def marked(before: str, after: str) -> tuple[str, str]:
    """Two sentences in which the words that differ stand in 【】."""
    old, new = "", ""
    for kind, start, end, other, other_end in SequenceMatcher(None, before, after, False).get_opcodes():  # noqa: FBT003
        one, two = before[start:end], after[other:other_end]
        same = kind == "equal"
        old += one if same or not one else f"【{one}】"
        new += two if same or not two else f"【{two}】"
    return old, new


def shortened(text: str) -> str:
    """A sentence fit for one line."""
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}…"


def figure_lines(change: FigureChange) -> Iterator[str]:
    """A bound figure that was changed: the record that it disagrees with, and what to do."""
    figure = change.figure
    if change.paragraph is None:
        yield f"数 “{figure.text}”（{path_of(figure)}）在文件里没有了，或被整个重打"
        yield "  建议：数要留着，就照记录改回；改得对，就改记录，再重新生成"
        return
    yield f"数 第 {change.paragraph} 段“{change.written}”与记录不符：{path_of(figure)} 是“{figure.text}”"
    yield "  建议：文件改得对，就改记录，正文和附表一起变；改错了，就照记录改回"


def path_of(figure: Bound) -> str:
    """Where a bound figure comes from."""
    return f"{figure.record} · {figure.path}" if figure.record else f"程序计算的 {figure.path}"


def differences_as_json(differences: Iterable[Difference], figures: FiguresRead) -> dict[str, Any]:
    """The same as data."""
    return {
        "differences": [
            {
                "change": one.change.value,
                "part": one.part,
                "before": one.before.text if one.before else None,
                "after": one.after.text if one.after else None,
                "line": one.before.origin.line if one.before and one.before.origin else None,
                "paragraph": one.after.origin.line if one.after and one.after.origin else None,
            }
            for one in differences
        ],
        "figures": [
            {
                "record": one.figure.record,
                "at": one.figure.path,
                "expected": one.figure.text,
                "written": one.written,
                "paragraph": one.paragraph,
            }
            for one in figures.changes
        ],
        "unmarked": figures.unmarked,
    }


# --- figures ------------------------------------------------------------------------------------


def figures_as_text(figures: Sequence[Traced]) -> str:
    """Every figure with its record and source, those without any at the end."""
    backed = [one for one in figures if one.standing is not Standing.UNBACKED]
    bare = [one for one in figures if one.standing is Standing.UNBACKED]
    lines = [line for one in backed for line in traced_lines(one)]
    if bare:
        lines.append(f"没有出处的数 {len(bare)} 处：")
        lines += [f"  第 {one.paragraph} 段 {one.text}" for one in bare]
    counts = Counter(one.standing for one in figures)
    told = "，".join(f"{standing} {counts[standing]}" for standing in Standing if counts[standing])
    return "\n".join([*lines, f"共 {len(figures)} 个数：{told}" if figures else "文件里没有数。"])


def traced_lines(one: Traced) -> Iterator[str]:
    """A figure, its record, and what the source says."""
    yield f"第 {one.paragraph} 段 “{shortened(one.text)}” → {origin_of(one)}（{one.standing}）"
    if one.standing is Standing.DIFFERS:
        yield f"  记录现在是“{one.expected}”：核对哪一个对，改文件或改记录"
    if one.evidence:
        yield f"  记录文件：{one.evidence.file}"
        if one.evidence.quote:
            yield f"  原文：{one.evidence.quote}"
        if one.evidence.sources:
            yield f"  来源：{'；'.join(one.evidence.sources)}"


def origin_of(one: Traced) -> str:
    """The record and the place in it, as far as they are known."""
    if one.standing is Standing.GONE:
        return f"书签 {one.path}"
    return f"{one.record} · {one.path}" if one.record else one.path


def figure_as_json(one: Traced) -> dict[str, Any]:
    """The same as data."""
    evidence = one.evidence
    return {
        "text": one.text,
        "paragraph": one.paragraph,
        "standing": one.standing.value,
        "record": one.record,
        "at": one.path,
        "expected": one.expected,
        "path": evidence.file if evidence else "",
        "quote": evidence.quote if evidence else "",
        "sources": list(evidence.sources) if evidence else [],
    }
