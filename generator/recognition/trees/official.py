"""A whole 公文 as a tree, with all that it encloses, and the doubts about it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from generator.document import (
    DocumentFormat,
    Imprint,
    Masthead,
    OfficialDocument,
    Signature,
)
from generator.hanzi.marks import alternate, enclose
from generator.hanzi.titles import parse_title
from generator.recognition import forms
from generator.recognition.recovered import Doubt
from generator.recognition.roles import Role
from generator.recognition.trees.attachments import Matcher
from generator.recognition.trees.blocks import read_blocks
from generator.recognition.trees.closing import (
    read_attendance,
    read_notes,
    read_signature,
    unattended,
)
from generator.recognition.trees.imprint import read_imprint
from generator.recognition.trees.masthead import HeadFacts, is_spoiled, read_masthead
from generator.recognition.trees.notes import read_entries, without_gaps
from generator.recognition.trees.pieces import Enclosed, Reading, Words, numbers_of
from generator.recognition.trees.sorting import SortedPieces, Sorter

GOVERNMENT = re.compile(r"[\u4e00-\u9fff]{2,12}?人民政府(?:办公[厅室])?(?=工作|议事|会议|办公)")


@dataclass(slots=True)
class Findings:
    """What is said about a 公文 and all that it encloses."""

    doubts: list[Doubt] = field(default_factory=list)
    unplaced: list[int] = field(default_factory=list)


def read_official(found: Enclosed, reading: Reading, findings: Findings) -> OfficialDocument:
    """The tree of a 公文; what is doubtful and what has no place in it goes to the findings."""
    told = Sorter().sort(found.pieces)
    lines, number = without_number(title_lines(told.title))
    head = numbered(read_masthead(told.head), number)
    closing = read_signature(told.closing)
    enclose = partial(read_official, reading=reading, findings=findings)
    passing = is_passing_on(found, lines, told)
    attached = Matcher(read_entries(told.notes), told.attached, reading, enclose, passing=passing).run()
    document = OfficialDocument(
        id=f"p{found.number}",
        genre=found.part.genre,
        format=found.part.format,
        masthead=head.masthead,
        title=without_marks("".join(lines)) or head.title or mark_as_title(found, head.masthead),
        title_lines=lines,
        addressees="".join(without_gaps(piece.text) for piece in told.addressees),
        body=read_blocks(told.body, reading),
        attachments=tuple(attached.attachments),
        attendance=read_attendance(told.attendance),
        signature=closing.signature,
        note=read_notes(told.remarks),
        disclosure="\n".join(piece.text for piece in told.disclosure[:1]),
        imprint=read_imprint(told.imprint),
        origin=reading.place(found.number),
    )
    findings.doubts += [*doubts_about(document, head, told), *closing.doubts, *attached.doubts]
    if lines and head.title:
        findings.unplaced += [piece.number for piece in told.head if piece.role is Role.MARK]
    findings.unplaced += [*head.unread, *closing.unread, *attached.unread, *left_over(told)]
    return document


def is_passing_on(found: Enclosed, title: Sequence[str], told: SortedPieces) -> bool:
    """Whether a 公文 carries another text by its title, as an order, or by what its 主体 says."""
    by_title = forms.PASSED_ON.search("".join(title)) is not None
    return by_title or found.part.format is DocumentFormat.ORDER or bool(told.issued)


def left_over(told: SortedPieces) -> Iterator[int]:
    """Paragraphs that no element of the tree holds."""
    yield from numbers_of(told.loose)
    yield from unattended(told.attendance)
    yield from (piece.number for piece in told.disclosure[1:])


def title_lines(title: Sequence[Words]) -> tuple[str, ...]:
    """The lines of a title as they are broken in print."""
    return tuple(line for piece in title for line in piece.lines)


def without_number(lines: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """The lines of a title without the 发文字号 in brackets that ends them, and that number."""
    found = forms.TITLE_NUMBER.search(lines[-1]) if lines else None
    if found is None:
        return lines, ""
    last = lines[-1][: found.start()]
    return (*lines[:-1], *([last] if last else [])), found["number"]


def numbered(head: HeadFacts, number: str) -> HeadFacts:
    """The 版头 with the number that stands behind the title, where it has none of its own."""
    if not number or number in head.numbers:
        return head
    masthead = replace(head.masthead, number=head.masthead.number or number)
    return replace(head, masthead=masthead, numbers=(*head.numbers, number))


def without_marks(title: str) -> str:
    """A title that a web page sets in 书名号 as a whole, without them."""
    bare = forms.unquoted(title)
    return title if bare == title else alternate(bare)


def mark_as_title(found: Enclosed, masthead: Masthead) -> str:
    """Orders bear no title but mark and 令号, and minutes may bear none but their mark."""
    if found.part.format is DocumentFormat.ORDER:
        return f"{masthead.mark}{masthead.number}"
    return str(masthead.mark) if found.part.format is DocumentFormat.MINUTES else ""


# --- what cannot be told for certain ---------------------------------------------------------------


def doubts_about(document: OfficialDocument, head: HeadFacts, told: SortedPieces) -> Iterator[Doubt]:
    """What is missing in a 公文, or has more than one answer."""
    at = int(document.id[1:])
    if len(set(head.numbers)) > 1:
        yield Doubt("文号", tuple(dict.fromkeys(head.numbers)), "版头中有几个发文字号", at)
    elif any(map(is_spoiled, head.numbers)):
        yield Doubt("文号", head.numbers, "发文字号里有错字或括号不对，请对照原件改正", at)
    if not head.numbers:
        yield Doubt("文号", (), "没有找到发文字号", at)
    yield from doubts_about_issuer(document, at)
    if head.title not in {"", document.title}:
        yield Doubt("标题", (document.title, head.title), "公告的标志行与下文各有标题", at)
    if not document.title:
        yield Doubt("标题", title_candidates(document), "没有找到标题", at)
    if not document.genre and not parse_title(document.title).genre:
        kinds: tuple[str, ...] = ("通知",) if not document.title and title_candidates(document) else ()
        yield Doubt("文种", kinds, "标题没有以文种结尾", told.title[0].number if told.title else at)
    if is_unruled(document):
        formats = (DocumentFormat.ORDINARY.value, DocumentFormat.LETTER.value)
        yield Doubt("版式", formats, "发文机关标志不带“文件”二字，也看不到信函的双线", at)
    yield from doubts_about_date(document, at)


def doubts_about_issuer(document: OfficialDocument, at: int) -> Iterator[Doubt]:
    """No mark, or a mark of a body that did not sign."""
    mark, signed = document.masthead.mark, signed_by(document.signature)
    if not mark:
        yield Doubt("发文机关", issuer_candidates(document), "没有发文机关标志", at)
        return
    body = mark.removesuffix("文件") if isinstance(mark, str) and mark.endswith("文件") else ""
    if body and signed and body not in signed:
        yield Doubt("发文机关", (body, *signed), "发文机关标志与署名不同", at)


def title_candidates(document: OfficialDocument) -> tuple[str, ...]:
    """What a notice without title could be called that only issues one other text."""
    issuers = "".join(signed_by(document.signature))
    issued = [one.title for one in document.attachments if one.title]
    return tuple(f"{issuers}关于印发{enclose(title)}的通知" for title in issued if len(issued) == 1)


def is_unruled(document: OfficialDocument) -> bool:
    """Whether a mark could be that of a letter, of which text without looks shows no rules."""
    mark = document.masthead.mark
    said = isinstance(mark, str) and mark and not mark.endswith(("文件", "公告", "通告"))
    return bool(said) and document.format is DocumentFormat.ORDINARY


def doubts_about_date(document: OfficialDocument, at: int) -> Iterator[Doubt]:
    """A 成文日期 that is missing: the 印发日期 is the nearest that is known."""
    if document.signature and document.signature.date:
        return
    printed = document.imprint.printed_on if document.imprint else None
    candidates = (printed.isoformat(),) if printed else ()
    reason = "没有成文日期，可参考印发日期" if candidates else "没有找到成文日期"
    yield Doubt("成文日期", candidates, reason, at)


def issuer_candidates(document: OfficialDocument) -> tuple[str, ...]:
    """Who may have issued a 公文 without mark: its 署名, the head of its title, its 印发机关."""
    signed = signed_by(document.signature)
    issued = [name for one in document.attachments for name in ruled_by(one.title)]
    named = [*signed, *titled_by(document.title), *printed_by(document.imprint)] or issued
    jointly = "".join(signed) if len(signed) > 1 else ""
    return tuple(dict.fromkeys(name for name in named if name not in {"", jointly}))


def signed_by(signature: Signature | None) -> tuple[str, ...]:
    """The bodies of a 署名."""
    return signature.issuers if signature else ()


def titled_by(title: str) -> Iterator[str]:
    """The body that a title begins with, before 关于."""
    head = title.partition("关于")[0]
    if forms.BODY_NAME.fullmatch(head):
        yield head


def ruled_by(title: str) -> Iterator[str]:
    """The government whose own rules a text is: 某市人民政府工作规则."""
    found = GOVERNMENT.match(title)
    if found:
        yield found[0]


def printed_by(imprint: Imprint | None) -> Iterator[str]:
    """The body whose office printed a 公文."""
    printer = imprint.printer if imprint else ""
    for office in ("办公厅", "办公室"):
        if printer.endswith(office):
            yield printer.removesuffix(office)
            return
