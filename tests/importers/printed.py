"""What a document prints, element by element and without spaces, so that two trees can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.compose.composer import Composer
from generator.compose.official import compose_policy
from generator.document import Attendance, Blocks, OfficialDocument, Table
from generator.importers import Imported
from generator.importers.records.overlay import with_drafts
from generator.library import Library
from generator.models.policy import Policy

SPACES = re.compile(r"\s+")


def tight(text: object) -> str:
    """Words without spaces."""
    return SPACES.sub("", str(text))


def text_of(blocks: Blocks) -> str:
    """The words of blocks in reading order."""
    return tight("".join(words_of(blocks)))


def words_of(blocks: Blocks) -> Iterator[str]:
    """The words of each block."""
    for block in blocks:
        if isinstance(block, Table):
            rows = (*block.head, *block.rows)
            yield "".join([block.title, block.note, *(cell.text for row in rows for cell in row.cells)])
        else:
            yield block.text


def attendance(group: Attendance) -> str:
    """Who took part in a meeting, as minutes print it."""
    return f"{group.label}：{'、'.join(group.names)}"


def printed(document: OfficialDocument) -> dict[str, str]:
    """The elements of a document by name; what it encloses comes with the number of the attachment."""
    head, imprint, signature = document.masthead, document.imprint, document.signature
    found = {
        "发文机关标志": tight(
            head.mark if isinstance(head.mark, str) else "".join((*head.mark.bodies, head.mark.beside))
        ),
        "发文字号": tight(head.number),
        "签发人": "、".join(head.signers),
        "标题": tight(document.title),
        "主送": tight(document.addressees),
        "正文": text_of(document.body) + tight("".join(map(attendance, document.attendance))),
        "成文日期": str(signature.date) if signature else "",
        "附注": tight(document.note),
        "信息公开选项": tight(document.disclosure),
        "抄送": "，".join(imprint.copies_to) if imprint else "",
        "印发机关": imprint.printer if imprint else "",
        "印发日期": str(imprint.printed_on) if imprint and imprint.printed_on else "",
    }
    for position, attachment in enumerate(document.attachments, start=1):
        found[f"附件{position}标题"] = tight(attachment.title)
        if isinstance(attachment.content, OfficialDocument):
            inner = printed(attachment.content)
            found |= {f"附件{position}·{name}": words for name, words in inner.items()}
        else:
            found[f"附件{position}正文"] = text_of(attachment.content)
    return found


def recomposed(imported: Imported, library: Library) -> OfficialDocument:
    """The first policy of an import, composed as the library would print it."""
    known = with_drafts(library, imported.records.drafts)
    policy = known.find(imported.records.drafts[0].id, Policy)
    assert policy is not None
    return compose_policy(Composer(known), policy)


def differences(one: dict[str, str], other: dict[str, str]) -> dict[str, tuple[str, str]]:
    """The elements that two documents print differently."""
    names = dict.fromkeys((*one, *other))
    pairs = ((name, one.get(name, ""), other.get(name, "")) for name in names)
    return {name: (before, after) for name, before, after in pairs if before != after}
