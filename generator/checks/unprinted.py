"""KEYS001: what a record says and its 版式 does not print (GB/T 9704-2012 clauses 10.2 and 10.3)."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks.issue import Issue, issues
from generator.compose import Trees
from generator.document import DocumentFormat
from generator.library import Library
from generator.models.fields import Absent
from generator.problems import Level, Problem
from generator.standard.genres import AddresseeCount, genres

BASES = {
    DocumentFormat.ORDER: "GB/T 9704-2012 10.2：命令（令）格式没有标题和主送机关",
    DocumentFormat.MINUTES: "GB/T 9704-2012 10.3：纪要不加盖印章，不署名",
}


def check_unprinted(library: Library, trees: Trees) -> Iterator[Problem]:
    """Orders and minutes, which leave parts of other documents out."""
    for issue in issues(library, trees):
        layout = issue.tree.format
        keys = unprinted_keys(issue)
        if keys:
            name = "命令" if layout is DocumentFormat.ORDER else "纪要"
            message = f"{name}不印{'、'.join(f'“{key}”' for key in keys)}，写了也不会印出"
            hint = "删去，或核对“版式”和“文种”"
            yield Problem(Level.HINT, "KEYS001", message, issue.place(keys[0]), hint, BASES[layout])


def unprinted_keys(issue: Issue) -> tuple[str, ...]:
    """The keys of the record itself, in the order of a document; what other checks tell is left out."""
    document, layout = issue.document, issue.tree.format
    signed = document.signed_on is not None and not isinstance(document.signed_on, Absent)
    addressed = bool(document.addressees) and not told_by_genre(issue)
    written: dict[str, bool] = {}
    if layout is DocumentFormat.ORDER:
        written = {"标题": bool(document.title), "主送": addressed}
    elif layout is DocumentFormat.MINUTES:
        signers = bool(document.signers) and issue.upward
        written = {
            "签发人": signers,
            "主送": addressed,
            "署名方式": document.signature is not None,
            "成文日期": signed,
        }
    return tuple(key for key, stands in written.items() if stands)


def told_by_genre(issue: Issue) -> bool:
    """Whether the 文种 has no 主送 and GENRE002 says so."""
    genre = genres().find(issue.tree.genre)
    return genre is not None and genre.addressees.count is AddresseeCount.NONE
