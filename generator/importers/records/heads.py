"""版头, closing and 版记 of a recovered document as the keys of a record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.document import JointMark, OfficialDocument
from generator.hanzi.docnumber import DocNumber, find_numbers
from generator.hanzi.titles import parse_title
from generator.importers.records.context import Context
from generator.importers.records.issuing import bodies_in_mark, body_by_code, full_name
from generator.importers.records.pending import PendingList
from generator.models.fields import Absent
from generator.recognition.forms import GENRES
from generator.recognition.trees import pieces
from generator.recognition.trees.imprint import groups_of

NOT_WRITTEN = Absent.NOT_WRITTEN.value
SERIAL = re.compile(r"第?(?P<serial>\d{1,4})号")
CHINESE_SPACE = pieces.CHINESE_SPACE
CONTACT = re.compile(
    r"联系人[：:](?P<name>[^：:，,；;\s]{2,20})(?:[，,；;\s]+(?:联系)?电话[：:](?P<phone>[\d\s\-—()（）、转]+))?"
)


def title_of(document: OfficialDocument) -> str:
    """The title without the spaces of its line breaks."""
    return CHINESE_SPACE.sub("", document.title.strip())


def number_of(document: OfficialDocument) -> DocNumber | None:
    """The 文号; of an order the body of its mark belongs to it."""
    printed = "".join(document.masthead.number.split())
    serial = SERIAL.fullmatch(printed)
    if serial:
        mark = document.masthead.mark
        bodies = mark.bodies if isinstance(mark, JointMark) else bodies_in_mark(mark)
        order = "令" in str(mark)
        return DocNumber(bodies[0], 0, int(serial["serial"])) if bodies and order else None
    found = next(find_numbers(printed), None)
    return found[0] if found and found[1] == 0 else None


def issuers_of(document: OfficialDocument, context: Context, pending: PendingList) -> tuple[str, ...]:
    """发文机关 by full name: from the mark, else from the 署名, else by the 机关代字."""
    printed = printed_issuers(document)
    if not printed:
        known = body_by_code(context.library, number_of(document)) or parse_title(title_of(document)).body
        if known:
            pending.add("发文机关", [known], "没有发文机关标志和署名，由文号或标题推出")
        return (known,) if known else ()
    return tuple(pending.take("发文机关", full_name(context.library, name)) for name in printed)


def printed_issuers(document: OfficialDocument) -> tuple[str, ...]:
    """The bodies as the document prints them: a mark may bear the lead body alone, the 署名 names all."""
    mark = document.masthead.mark
    marked = mark.bodies if isinstance(mark, JointMark) else bodies_in_mark(mark)
    signed = document.signature.issuers if document.signature else ()
    lead_alone = marked and set(marked) < set(signed) and signed[0] == marked[0]
    return signed if lead_alone else marked or signed


def head_keys(document: OfficialDocument, pending: PendingList) -> Iterator[tuple[str, Any]]:
    """文种, 文号, 签发人, 主送."""
    number = number_of(document)
    printed = "".join(document.masthead.number.split())
    if printed and (number is None or str(number) not in (printed, f"{number.code}令{printed}")):
        reason = f"原件写作“{printed}”" + ("" if number else "，不是规范的文号")
        pending.add("文号", [str(number)] if number else [], reason)
    genre = document.genre or rules_in(title_of(document))
    if not genre:
        pending.add("文种", [], "标题里看不出文种")
    yield "文种", genre or Absent.TO_FILL.value
    yield "文号", str(number) if number else NOT_WRITTEN
    yield "签发人", list(document.masthead.signers)
    yield "主送", addressees_of(document)


def rules_in(title: str) -> str:
    """What a title names that is none of the 文种 of 公文: 办法, 规定, 条例; empty for nothing."""
    genre = parse_title(title).genre
    return "" if genre in GENRES else genre


def addressees_of(document: OfficialDocument) -> list[str]:
    """主送, one entry for each class of bodies; in the 版记 where they stand there."""
    line = document.addressees.strip().rstrip("：:")
    if line:
        return list(groups_of(line))
    return list(document.imprint.addressees) if document.imprint else []


def closing_of(document: OfficialDocument) -> Iterator[tuple[str, Any]]:
    """成文日期, 印发日期, 印发机关, 抄送, as the text says."""
    signed, imprint = document.signature, document.imprint
    yield "成文日期", signed.date.isoformat() if signed and signed.date else NOT_WRITTEN
    yield "抄送", list(imprint.copies_to) if imprint else []
    yield "印发日期", imprint.printed_on.isoformat() if imprint and imprint.printed_on else NOT_WRITTEN
    yield "印发机关", imprint.printer if imprint and imprint.printer else NOT_WRITTEN


def note_keys(document: OfficialDocument) -> Iterator[tuple[str, Any]]:
    """联系人 where the 附注 names them and nothing else, else the 附注 as it stands."""
    lines = [line.strip() for line in document.note.splitlines() if line.strip()]
    named = [CONTACT.fullmatch(line.rstrip("。.")) for line in lines]
    if lines and all(named):
        yield "联系人", [contact(match) for match in named if match]
    elif lines:
        yield "附注", "；".join(lines)


def contact(match: re.Match[str]) -> dict[str, str]:
    """One contact."""
    phone = (match["phone"] or "").strip()
    return {"姓名": match["name"], **({"电话": phone} if phone else {})}


def keep_the_rest(document: OfficialDocument, context: Context) -> None:
    """Elements of the document that a policy has no key for go to 未归入."""
    first = document.origin.line if document.origin else 1
    masthead, imprint = document.masthead, document.imprint
    number = "" if number_of(document) else masthead.number
    for words in (number, masthead.copy_number, masthead.secrecy, masthead.urgency):
        context.keep(first, words)
    for words in imprint.others if imprint else ():
        context.keep(first, words)
    for words in document.signature.officials if document.signature else ():
        context.keep(first, words)
