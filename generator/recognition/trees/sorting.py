"""The pieces of one 公文 by what they are: 版头, 标题, 主体, attachments one by one, closing, 版记."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.hanzi.marks import bare_title, cited_titles
from generator.recognition import forms
from generator.recognition.opening import is_issued_words
from generator.recognition.roles import Role
from generator.recognition.trees.closing import is_signed_and_dated
from generator.recognition.trees.notes import PRINTED_LABEL, read_entries
from generator.recognition.trees.pieces import Enclosed, Grid, Piece, Words
from generator.recognition.trees.statutes import division_in

HEAD = frozenset(
    {Role.COPY_NUMBER, Role.SECRECY, Role.URGENCY, Role.MARK, Role.NUMBER, Role.SIGNERS, Role.RED_RULE}
)
IMPRINT = frozenset({Role.COPIES_TO, Role.PRINTING, Role.IMPRINT_OTHER})
DROPPED = frozenset({Role.PAGE_NUMBER, Role.FRONT_MATTER, Role.BLANK})
"""What stands around the text and is no part of it."""

LONGEST_TITLE = 60
MOST_OPENING = 20
"""Among so many paragraphs a 公文 says what it passes on."""
MOST_NOTES = 200
"""No 附件说明 has so many lines."""


@dataclass(slots=True)
class AttachedPieces:
    """What belongs to one attachment: its 附件标识, its title as printed on its page, and its text."""

    label: Words | None = None
    title: list[Words] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    enclosed: Enclosed | None = None
    behind: bool = False
    """Whether it follows the signature or the 版记 without any 附件标识."""
    called: str = ""
    """How the 主体 calls it, where its own page bears no title."""

    @property
    def number(self) -> int:
        """The number of its first paragraph."""
        first: list[Piece] = [*([self.label] if self.label else []), *self.title, *self.pieces]
        return first[0].number if first else self.enclosed.number if self.enclosed else 0


@dataclass(slots=True)
class SortedPieces:
    """The pieces of one 公文, each in the list of what it is."""

    head: list[Words] = field(default_factory=list)
    title: list[Words] = field(default_factory=list)
    addressees: list[Words] = field(default_factory=list)
    body: list[Piece] = field(default_factory=list)
    notes: list[Words] = field(default_factory=list)
    """附件说明."""
    closing: list[Words] = field(default_factory=list)
    remarks: list[Words] = field(default_factory=list)
    """附注."""
    attendance: list[Words] = field(default_factory=list)
    disclosure: list[Words] = field(default_factory=list)
    imprint: list[Words] = field(default_factory=list)
    loose: list[Piece] = field(default_factory=list)
    """Words that are no part of the 公文."""
    attached: list[AttachedPieces] = field(default_factory=list)

    @property
    def issued(self) -> frozenset[str]:
        """Titles in 书名号 of what the 主体 passes on; read when its end has come."""
        body = tuple(piece for piece in self.body if isinstance(piece, Words))[:MOST_OPENING]
        passing = (piece.text for piece in body if forms.PASSING_ON.search(piece.tight))
        return frozenset(bare_title(title) for text in passing for title, _, _ in cited_titles(text))


class Sorter:
    """Goes through the pieces of one 公文 once."""

    def __init__(self) -> None:
        self.sorted = SortedPieces()
        self.current: AttachedPieces | None = None
        """The attachment whose text goes on."""
        self.printed = False
        """Whether the 版记 has begun."""
        self.listed: dict[int, frozenset[str]] = {}
        self.dated = False
        """Whether the 成文日期 below the text has come."""
        self.lists: dict[Role, list[Words]] = {
            **dict.fromkeys(HEAD, self.sorted.head),
            **dict.fromkeys(IMPRINT, self.sorted.imprint),
            Role.TITLE: self.sorted.title,
            Role.ADDRESSEES: self.sorted.addressees,
            Role.ATTACHMENT_NOTE: self.sorted.notes,
            Role.ISSUER: self.sorted.closing,
            Role.DATE: self.sorted.closing,
            Role.OFFICIAL: self.sorted.closing,
            Role.NOTE: self.sorted.remarks,
            Role.ATTENDANCE: self.sorted.attendance,
            Role.DISCLOSURE: self.sorted.disclosure,
        }

    def sort(self, pieces: Sequence[Piece]) -> SortedPieces:
        """Every piece in its list."""
        for piece in pieces:
            match piece:
                case Enclosed():
                    self.take_enclosed(piece)
                case Grid():
                    self.take_text(piece)
                case Words():
                    self.take_words(piece)
        return self.sorted

    def take_words(self, piece: Words) -> None:
        """A paragraph by its role."""
        if self.closed and self.is_label_with_title(piece):
            self.open(AttachedPieces(label=piece))
        elif piece.role in self.lists:
            self.take_part(piece)
        elif piece.role is Role.ATTACHMENT_LABEL:
            self.open(AttachedPieces(label=piece))
        elif piece.role is Role.ATTACHMENT_TITLE:
            self.take_attachment_title(piece)
        elif piece.role in DROPPED:
            self.sorted.loose.append(piece)
        else:
            self.take_text(piece)

    def take_part(self, piece: Words) -> None:
        """A part that has a list of its own."""
        self.lists[piece.role].append(piece)
        self.dated = self.dated or piece.role is Role.DATE
        if piece.role in IMPRINT:
            self.current, self.printed = None, True

    @property
    def names(self) -> frozenset[str]:
        """What the 附件说明 has listed so far; read once for each time that it has grown."""
        notes = self.sorted.notes[:MOST_NOTES]
        if len(notes) not in self.listed:
            self.listed[len(notes)] = frozenset(entry.key for entry in read_entries(notes))
        return self.listed[len(notes)]

    def open(self, attached: AttachedPieces) -> AttachedPieces:
        """A further attachment; what follows belongs to it."""
        self.sorted.attached.append(attached)
        self.current = attached
        return attached

    def take_attachment_title(self, piece: Words) -> None:
        """附件标题 below its label; one without a label begins an attachment itself."""
        if self.current is None or self.current.pieces or self.current.enclosed:
            self.open(AttachedPieces())
        if self.current:
            self.current.title.append(piece)

    def take_enclosed(self, piece: Enclosed) -> None:
        """A whole 公文: the attachment whose label stands right above it, else one of its own."""
        above = self.current if self.current and not (self.current.pieces or self.current.enclosed) else None
        (above or self.open(AttachedPieces())).enclosed = piece
        self.current = None

    def is_label_with_title(self, piece: Words) -> bool:
        """Whether a line is an 附件标识 with a title that the 附件说明 lists: 附件1：甲表."""
        both = forms.ATTACHMENT_LABEL_AND_TITLE.fullmatch(piece.tight)
        title = PRINTED_LABEL.sub("", piece.tight, count=1) if both else ""
        return bool(title) and bare_title(title) in self.names

    def take_text(self, piece: Words | Grid) -> None:
        """Running text, a heading, a table: of the attachment that goes on, else of the 主体."""
        if isinstance(piece, Words) and self.is_label_with_title(piece):
            self.open(AttachedPieces(label=piece))
        elif isinstance(piece, Words) and self.is_next_issued(piece):
            self.open(AttachedPieces(behind=True)).title.append(piece)
        elif self.current is not None:
            self.current.pieces.append(piece)
        elif isinstance(piece, Words) and self.takes_as_part(piece):
            return
        elif self.closed:
            self.open_behind(piece)
        else:
            self.sorted.body.append(piece)

    def is_next_issued(self, piece: Words) -> bool:
        """Whether a line is the title of a further text that is issued, below the end of the one before."""
        return (
            self.current is not None
            and self.current.behind
            and bool(self.current.pieces)
            and len(piece.tight) <= LONGEST_TITLE
            and bare_title(piece.tight) in self.sorted.issued
        )

    @property
    def closed(self) -> bool:
        """Whether the 主体 has ended: its date or its 版记 has come."""
        return self.printed or self.dated

    def takes_as_part(self, piece: Words) -> bool:
        """Words without a role of their own that their place tells."""
        told = self.sorted
        if bare_title(piece.text).rstrip("。；;") in self.names:
            self.open(AttachedPieces()).title.append(piece)
        elif self.printed and forms.SUBJECT_WORDS.fullmatch(piece.tight):
            told.imprint.append(piece)
        elif not self.closed and is_signed_and_dated(piece) and told.body:
            self.take_part(Words(piece.facts, Role.DATE))
        elif self.dated and not (told.attached or self.printed) and is_note_like(piece.tight):
            told.remarks.append(piece)
        elif piece.role is Role.OTHER and not told.body and not told.addressees:
            return self.takes_above(piece)
        else:
            return False
        return True

    def takes_above(self, piece: Words) -> bool:
        """What may stand around the title without being part of it: a number, who issued minutes, others."""
        told = self.sorted
        if told.title and forms.NUMBER.fullmatch(piece.tight.strip("（）()")):
            told.head.append(Words(piece.facts, Role.NUMBER))
        elif is_issued_words(piece.tight):
            told.closing.append(Words(piece.facts, Role.DATE))
        elif not told.title:
            told.loose.append(piece)
        else:
            return False
        return True

    def open_behind(self, piece: Words | Grid) -> None:
        """Text behind the signature or the 版记: what the 公文 issues, without any label."""
        attached = self.open(AttachedPieces(behind=True))
        if isinstance(piece, Words) and is_title_like(piece):
            attached.title.append(piece)
            return
        attached.pieces.append(piece)
        issued = self.sorted.issued
        attached.called = next(iter(issued)) if len(issued) == 1 else ""


def is_note_like(tight: str) -> bool:
    """Whether a line below the date is an 附注, bracketed or not."""
    return bool(forms.NOTE.fullmatch(tight) or forms.BARE_NOTE.fullmatch(tight))


def is_title_like(piece: Words) -> bool:
    """Whether a line that opens a text reads as its title."""
    tight = piece.tight
    if (
        division_in(piece.text)
        or forms.DATE.fullmatch(tight)
        or forms.is_sentence(tight)
        or tight.endswith(("：", ":", "，", ",", "、"))
    ):
        return False
    return len(tight) <= LONGEST_TITLE and piece.role in {Role.OTHER, Role.BODY}
