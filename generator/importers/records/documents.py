"""All records of one recovered 公文: itself, what it encloses, its attachments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.document import Attachment, OfficialDocument
from generator.hanzi.docnumber import DocNumber
from generator.hanzi.titles import parse_title
from generator.importers.drafts import Draft
from generator.importers.records.attached import drafts_of_attachment
from generator.importers.records.bodies import body_of
from generator.importers.records.context import Context
from generator.importers.records.existing import (
    existing_policy,
    is_own_stub,
    policies_titled,
    says_the_same,
    without_same,
)
from generator.importers.records.heads import number_of
from generator.importers.records.pending import PendingList
from generator.importers.records.periods import reported_period
from generator.importers.records.policies import PolicyDraft, policy_keys, policy_of
from generator.models.fields import Absent
from generator.models.policy import Policy, RelationType, TextState
from generator.recognition.recovered import Doubt

HANDS_ON = re.compile(r"关于(?P<verb>转发|批转|印发|发布|公布)")
ISSUING = ("印发", "发布", "公布")

INHERITED = ("发文机关", "效力级别", "地区", "公开属性")
"""What a text that stands behind a document has from it, doubts and all."""


@dataclass(slots=True)
class Harvest:
    """The records that a file gives, and what the library had of them before."""

    policies: list[PolicyDraft] = field(default_factory=list)
    others: list[Draft] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    """编号 of records of the library that say the same already."""
    beside: dict[str, str] = field(default_factory=dict)
    """编号 of a new record → that of the library's record of the same text, which says something else."""

    def take(self, context: Context, drafts: tuple[Draft, ...]) -> str:
        """Take the records of an attachment or account, and give the 编号 of the first of them.

        Those that the library has already are not written again.
        """
        kept, same = without_same(context.library, drafts)
        self.others += kept
        self.same += same.values()
        return same.get(drafts[0].id, drafts[0].id)


def harvest_document(
    document: OfficialDocument,
    context: Context,
    doubts: Sequence[Doubt],
    harvest: Harvest,
    part: str = "",
) -> str:
    """Write the records of a document into the harvest.

    Returns:
        The 编号 by which it is known: of its new record, or of the library's that says the same.
    """
    own, inner = shared_out(document, doubts)
    pending = PendingList()
    pending.tell(own, context)
    draft = policy_of(document, "", context, pending, part)
    settle_name(draft, number_of(document), harvest)
    below = surroundings(draft, document, context)
    entries = [
        entry_of(attachment, replace(below, position=position), inner, harvest, draft)
        for position, attachment in enumerate(document.attachments, start=1)
    ]
    draft.data["附件"] = entries
    return draft.id


def settle_name(draft: PolicyDraft, number: DocNumber | None, harvest: Harvest) -> None:
    """Give a policy its 编号; one that the library has already is kept beside it, or left out."""
    library, names, title = draft.context.library, draft.context.names, draft.data["标题"]
    issuers = tuple(draft.data["发文机关"])
    before = draft.context.before
    own = existing_policy(before, number, title, issuers) if before else None
    known = None if own else existing_policy(library, number, title, issuers)
    if known is not None and says_the_same(library, known, draft.data, draft.body):
        draft.id = known.id
        harvest.same.append(known.id)
        return
    if own is not None:
        draft.id = names.claim(own.id)
    elif known is not None and is_own_stub(library, known):
        draft.id, draft.replaces = known.id, True
    elif known is not None:
        draft.id = names.claim_beside(known.id)
        harvest.beside[draft.id] = known.id
    else:
        draft.id = names.claim(name_for(number, title))
    draft.data["编号"] = draft.id
    harvest.policies.append(draft)


def name_for(number: DocNumber | None, title: str) -> str:
    """What a 编号 is made from: the 文号 as 鲁财采2022-14号, else the title."""
    if number is None:
        return title
    return (
        f"{number.code}{number.year}-{number.serial}号"
        if number.year
        else f"{number.code}令{number.serial}号"
    )


def surroundings(draft: PolicyDraft, document: OfficialDocument, context: Context) -> Context:
    """What the attachments of a document know of it."""
    region = draft.data["地区"]
    signed, imprint = document.signature, document.imprint
    return replace(
        context,
        holder=draft.id,
        holder_title=draft.data["标题"],
        region="" if region in tuple(Absent) else region,
        issuers=tuple(draft.data["发文机关"]),
        day=(signed and signed.date) or (imprint.printed_on if imprint else None),
        period=reported_period(draft.body),
        disclosure=draft.data["公开属性"],
    )


def shared_out(document: OfficialDocument, doubts: Sequence[Doubt]) -> tuple[list[Doubt], list[Doubt]]:
    """The doubts about a document itself, and those about the documents that it encloses."""
    spans = [span_of(attachment) for attachment in document.attachments if is_whole(attachment)]
    inner = [doubt for doubt in doubts if any(first <= doubt.paragraph <= last for first, last in spans)]
    return [doubt for doubt in doubts if doubt not in inner], inner


def is_whole(attachment: Attachment) -> bool:
    """Whether an attachment is a whole document."""
    return isinstance(attachment.content, OfficialDocument)


def span_of(attachment: Attachment) -> tuple[int, int]:
    """First and last paragraph of an enclosed document that are known."""
    content = attachment.content
    numbers = list(paragraphs_of(content)) if isinstance(content, OfficialDocument) else []
    return (min(numbers), max(numbers)) if numbers else (0, -1)


def paragraphs_of(document: OfficialDocument) -> Iterator[int]:
    """Numbers of the paragraphs that a document was read from, as far as its tree tells."""
    if document.origin:
        yield document.origin.line
    yield from (block.origin.line for block in document.body if block.origin)
    for attachment in document.attachments:
        if isinstance(attachment.content, OfficialDocument):
            yield from paragraphs_of(attachment.content)
        else:
            yield from (block.origin.line for block in attachment.content if block.origin)


# --- attachments ----------------------------------------------------------------------------------


def entry_of(
    attachment: Attachment, context: Context, doubts: Sequence[Doubt], harvest: Harvest, holder: PolicyDraft
) -> dict[str, str]:
    """One entry of 附件; its record joins the harvest."""
    titled = {"标题": attachment.title} if attachment.title else {}
    if isinstance(attachment.content, OfficialDocument):
        inner = harvest_document(attachment.content, context, doubts, harvest, attachment.label)
        relate_enclosed(holder, inner)
        return {**titled, "记录": inner, "全文附后": "是"}
    if not attachment.content:
        return titled
    drafts = drafts_of_attachment(attachment, context)
    if drafts:
        return {**titled, "记录": harvest.take(context, drafts)}
    text = text_of_attachment(attachment, context, holder)
    settle_attached(text, context, harvest)
    return {**titled, "记录": text.id}


def settle_attached(text: PolicyDraft, context: Context, harvest: Harvest) -> None:
    """Keep an attachment of plain text; one that the library has under another 编号 is not doubled."""
    known = attached_already(context, text.data["标题"])
    if known is not None and says_the_same(context.library, known, text.data, text.body):
        text.id = known.id
        harvest.same.append(known.id)
        return
    if known is not None:
        text.id = text.data["编号"] = context.names.claim_beside(known.id)
        harvest.beside[text.id] = known.id
    harvest.policies.append(text)


def attached_already(context: Context, title: str) -> Policy | None:
    """The library's record of this title that is attached to the same document."""
    for policy in policies_titled(context.library, title):
        joined = (one for one in policy.relations if one.type is RelationType.ATTACHED_TO)
        if any(one.target == context.holder for one in joined):
            return policy
    return None


def verb_of(title: str) -> str:
    """What a title does with another text (转发, 印发), whether that stands in 书名号 or not."""
    said = HANDS_ON.search(title)
    return parse_title(title).verb or (said["verb"] if said else "")


def relate_enclosed(holder: PolicyDraft, inner: str) -> None:
    """The relation of a document to the one that it encloses: 转发, or 印发 where its title says so."""
    issued = verb_of(holder.data["标题"]) in ISSUING
    kind = RelationType.ISSUES if issued else RelationType.FORWARDS
    holder.relations.append({"类型": kind.value, "目标": inner, "锚": "正文"})


def text_of_attachment(attachment: Attachment, context: Context, holder: PolicyDraft) -> PolicyDraft:
    """An attachment that is neither table nor case, kept as a text so that nothing is lost."""
    content = attachment.content
    body = "" if isinstance(content, OfficialDocument) else body_of(content)
    title = attachment.title or f"{context.holder_title}{attachment.label}"
    record_id = context.names.claim(attachment.title or f"{context.holder}{attachment.label}")
    pending = PendingList()
    pending.adopt(holder.pending, INHERITED)
    data = policy_keys(title, None, TextState.FULL, pending) | {
        "编号": record_id,
        **{key: holder.data[key] for key in INHERITED},
        "来源": context.origins(attachment.label),
    }
    draft = PolicyDraft(record_id, data, body, pending, context)
    draft.relations.append({"类型": RelationType.ATTACHED_TO.value, "目标": context.holder})
    if verb_of(holder.data["标题"]) in ISSUING:
        holder.relations.append({"类型": RelationType.ISSUES.value, "目标": record_id, "锚": "正文"})
    return draft
