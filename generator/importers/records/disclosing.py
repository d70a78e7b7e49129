"""公开属性 as an original says it; what it does not say stays 待定 until a person decides.

A text of unknown 公开属性 is never published: it may be one that was to be had on request only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from generator.document import Article, OfficialDocument, Paragraph
from generator.importers.drafts import Draft
from generator.importers.records.context import Context
from generator.importers.records.pending import PendingList
from generator.models.record import Disclosure

KEY = "公开属性"
UNDECIDED = Disclosure.UNDECIDED.value
CHOICES = (Disclosure.PUBLIC.value, Disclosure.ON_REQUEST.value, Disclosure.CLOSED.value)
UNSAID = "原件没有写公开属性；有人定下之前，不上站点、不进索引"
SPACES = re.compile(r"\s+")
BRACKETS = "（）()【】[]〔〕。.；;，,"
CLAUSES = re.compile(r"[；;。\n]|(?<=[)）])\s*(?=[(（])|\s+(?=[^\s：:]{2,10}[：:])")
LABEL = r"(?:(?:政府)?(?:信息)?公开(?:选项|属性|类别|类型|形式|方式|情况|与否)?)[：:]"
THIS = r"(?:此|本|该)(?:件|文|文件|公文|通知|纪要)(?:的?公开(?:属性|方式)[为是：:])?(?:属于|属|为|系)?"
MEANINGS = (
    (Disclosure.CLOSED, re.compile(r"不(?:予|得|宜|能|可|对外|向社会)?(?:对外|向社会)?公开(?:发布)?")),
    (Disclosure.ON_REQUEST, re.compile(r"(?:可|按|依)?(?:法)?(?:依|按)?申请(?:予以|后)?公开(?:发布)?")),
    (
        Disclosure.PUBLIC,
        re.compile(r"(?:可以|可|予以|全文|主动|依法|同意)*(?:向社会|对外)?(?:主动)?公开(?:发布|发表)?"),
    ),
)
"""What the usual words mean; each must be all that is said."""
BRACKETED = r"^[（(【][^）)】]{0,12}公开[^）)】]{0,8}[）)】]$"
SPEAKS = re.compile(rf"{THIS}[^，。；]{{0,12}}公开|{LABEL}|{BRACKETED}")


def meaning_of(words: str) -> Disclosure | None:
    """What a line says of the 公开属性 and says nothing else; None for all other lines."""
    tight = SPACES.sub("", words).strip(BRACKETS)
    label = re.match(rf"(?:{LABEL}|{THIS})+", tight)
    named = label is not None or (words.strip()[:1] in BRACKETS and bool(words.strip()))
    said = tight[label.end() :].strip(BRACKETS) if label else tight
    exact = said in CHOICES
    if not (named or exact):
        return None
    return next((value for value, form in MEANINGS if form.fullmatch(said)), None)


def statements_in(lines: Iterable[str]) -> Iterator[str]:
    """The clauses that speak of the 公开属性, whether their words are usual or not."""
    for line in lines:
        for clause in CLAUSES.split(line):
            tight = SPACES.sub("", clause)
            if meaning_of(clause) or SPEAKS.search(tight):
                yield clause.strip()


def disclosure_of(document: OfficialDocument, context: Context, pending: PendingList) -> str:
    """公开属性 of a document; one with a 密级 is not public whatever else it says.

    Args:
        document: the tree.
        context: what the page said of itself counts where the document says nothing.
        pending: takes words that are not usual, or that contradict each other.
    """
    if document.masthead.secrecy:
        pending.add(KEY, [Disclosure.CLOSED.value], f"原件标有“{document.masthead.secrecy}”")
        return Disclosure.CLOSED.value
    said = tuple(statements_in(lines_of(document)))
    return value_said(said or tuple(statements_in(context.removed)), pending) or context.disclosure


def value_said(said: tuple[str, ...], pending: PendingList) -> str:
    """The value that all statements agree on; empty for none, 待定 for odd or contradicting ones."""
    if not said:
        return ""
    meanings = tuple(dict.fromkeys(map(meaning_of, said)))
    if len(meanings) == 1 and meanings[0] is not None:
        return meanings[0].value
    known = [one.value for one in meanings if one]
    quoted = "”“".join(dict.fromkeys(said))
    pending.add(KEY, known or CHOICES, f"原件写作“{quoted}”，有人定下之前，不上站点、不进索引")
    return UNDECIDED


def lines_of(document: OfficialDocument) -> Iterator[str]:
    """Where a document says it: 信息公开选项, 附注, 版记, or a line of the text that says nothing else."""
    yield document.disclosure
    yield from document.note.splitlines()
    yield from document.imprint.others if document.imprint else ()
    yield from whole_lines(document.body)


def whole_lines(blocks: Iterable[object]) -> Iterator[str]:
    """Paragraphs that are a statement of the 公开属性 as a whole."""
    paragraphs = (block.text for block in blocks if isinstance(block, Paragraph) and not block.lead)
    return (text for text in paragraphs if meaning_of(text))


def context_for(article: Article, context: Context) -> Context:
    """The surroundings of a text without 版头, with the 公开属性 that it or its page says."""
    lines = (*article.subtitle.splitlines(), *whole_lines(article.body), *context.removed)
    said = tuple(dict.fromkeys(filter(None, map(meaning_of, lines))))
    return replace(context, disclosure=said[0].value) if len(said) == 1 else context


def to_be_decided(draft: Draft) -> Draft:
    """A draft whose 公开属性 is 待定, with the 待确认 that says so."""
    entries: list[dict[str, Any]] = draft.data.get("待确认", [])
    if draft.data.get(KEY) != UNDECIDED or any(entry["字段"] == KEY for entry in entries):
        return draft
    entry = {"字段": KEY, "候选": list(CHOICES), "理由": UNSAID}
    return replace(draft, data=with_entries(draft.data, [*entries, entry]))


def with_entries(data: dict[str, Any], entries: list[dict[str, Any]]) -> dict[str, Any]:
    """The keys with this 待确认, which stands where it stood, else before 公开属性 or 备注."""
    if "待确认" in data:
        return {key: entries if key == "待确认" else value for key, value in data.items()}
    ahead = "备注" if data["类别"] == "政策" else KEY
    found: dict[str, Any] = {}
    for key, value in data.items():
        found |= {"待确认": entries} if key == ahead else {}
        found[key] = value
    return found if "待确认" in found else {**found, "待确认": entries}
