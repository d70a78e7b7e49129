"""What the library already has of a text, and whether an import would say anything new."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.chain.index import index_of, title_key
from generator.hanzi.docnumber import DocNumber
from generator.hanzi.marks import bare_title
from generator.importers.drafts import Draft
from generator.importers.records.accounting import scalars
from generator.library import Library
from generator.models.imports import ImportLog
from generator.models.policy import Policy, TextState
from generator.source.front_matter import BodyBlock, read_body

SPACES = re.compile(r"\s+")
COMPARED = (
    *("标题", "文种", "发文机关", "发文机关标志", "文号", "签发人", "主送", "抄送"),
    *("成文日期", "印发日期", "印发机关", "联系人", "附注"),
)
"""The keys that a document prints: two records that agree in them and in their text are the same."""
OUTSIDE = ("编号", "来源", "核验", "待确认", "公开属性", "勘误", "备注")
"""Keys that say something of a record and not of what it records."""
TOLD = ("章节", "填报")
"""Keys that hold running text: where its paragraphs break makes no difference."""
EMPTY = ("", "原文未写", "待补", "无", "不适用")


def existing_policy(
    library: Library, number: DocNumber | None, title: str, issuers: tuple[str, ...]
) -> Policy | None:
    """The policy of this 文号; without a number that of this title, issued by the same bodies."""
    numbered = library.policies_by_number.get(number.key, ()) if number is not None else ()
    same = (policy for policy in numbered if isinstance(policy, Policy) and policy.number == number)
    return next(same, None) or next(
        (
            policy
            for policy in policies_titled(library, title)
            if (number is None or not isinstance(policy.number, DocNumber))
            and (not issuers or not policy.issuers or issuers == policy.issuers)
        ),
        None,
    )


def policies_titled(library: Library, title: str) -> Iterator[Policy]:
    """The policies of a title, in the order of their files."""
    bare = bare_title(title)
    for record_id in index_of(library).by_title.get(title_key(title), ()):
        policy = library.find(record_id, Policy)
        if policy is not None and bare_title(policy.title) == bare:
            yield policy


def is_own_stub(library: Library, policy: Policy) -> bool:
    """Whether a record is a stub that an import made and nobody has touched since."""
    written = {log_hash for log in library.every(ImportLog) for log_hash in hashes_of(log)}
    return policy.text_state is TextState.STUB and (policy.id, library.source(policy.id).sha256) in written


def hashes_of(log: ImportLog) -> Iterator[tuple[str, str]]:
    """编号 and hash of each file as an import wrote it."""
    return ((file.id, file.sha256) for file in log.written)


def says_the_same(library: Library, policy: Policy, data: Mapping[str, Any], body: str) -> bool:
    """Whether a record of the library prints what a new one would print."""
    source = library.source(policy.id)
    fields = all(value_of(source.data, key) == value_of(data, key) for key in COMPARED)
    return fields and words_of(source.body) == words_of(read_body(body, 1))


def value_of(data: Mapping[str, Any], key: str) -> str:
    """A value as it is compared: without spaces, the kinds of empty all alike."""
    value = data.get(key, "")
    words = "".join(scalars(value)) if key in TOLD else str(value)
    text = SPACES.sub("", words) if value else ""
    return "" if text in EMPTY else text


def words_of(body: tuple[BodyBlock, ...]) -> str:
    """The words of a body without spaces."""
    texts = (block.text + "".join(cell for row in block.rows for cell in row) for block in body)
    return SPACES.sub("", "".join(texts))


# --- records that are no policies -----------------------------------------------------------------


def without_same(library: Library, drafts: Sequence[Draft]) -> tuple[tuple[Draft, ...], Mapping[str, str]]:
    """Drafts that say something new, and for each of the others the record of the library that says it.

    Pointers between the drafts follow.
    """
    kept: list[Draft] = []
    same: dict[str, str] = {}
    order = {draft.id: place for place, draft in enumerate(drafts)}
    for draft in sorted(drafts, key=lambda draft: draft.kind in POINTING):
        data = pointed(draft.data, same)
        known = same_record(library, draft.kind, data)
        if known:
            same[draft.id] = known
        else:
            kept.append(replace(draft, data=data))
    return tuple(sorted(kept, key=lambda draft: order[draft.id])), same


POINTING = ("调查填报",)
"""Kinds that name another record of the same attachment: those are looked at first."""


def pointed(value: Any, same: Mapping[str, str]) -> Any:
    """Data whose pointers lead to the records that stay."""
    if isinstance(value, Mapping):
        return {key: pointed(inner, same) for key, inner in value.items()}
    if isinstance(value, list):
        return [pointed(inner, same) for inner in value]
    return same.get(value, value) if isinstance(value, str) else value


def same_record(library: Library, kind: str, data: Mapping[str, Any]) -> str:
    """The record of that kind that says the same; empty if there is none."""
    words, named = compared_words(data), name_in(data)
    alike = (
        record_id
        for record_id, entry in library.entries.items()
        if entry.record.kind == kind and name_in(entry.source.data) == named
    )
    return next((one for one in alike if compared_words(library.source(one).data) == words), "")


def name_in(data: Mapping[str, Any]) -> str:
    """What a record is called."""
    return next((value_of(data, key) for key in ("标题", "名称", "题名", "调查表") if key in data), "")


def compared_words(data: Mapping[str, Any]) -> str:
    """What a record says, without spaces."""
    return "\n".join(
        f"{key}:{value_of(data, key)}" for key in sorted(data) if key not in OUTSIDE and value_of(data, key)
    )
