"""Attachments: the entries of the 附件说明 and the texts behind the 主体 (clauses 7.3.4 and 7.3.7)."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from operator import itemgetter

from generator.document import Attachment, Blocks, OfficialDocument
from generator.hanzi.marks import bare_title
from generator.hanzi.numerals import label_value
from generator.recognition.recovered import Doubt
from generator.recognition.trees.blocks import read_blocks
from generator.recognition.trees.notes import PRINTED_LABEL, Entry, without_gaps
from generator.recognition.trees.pieces import Enclosed, Reading, Words
from generator.recognition.trees.sorting import AttachedPieces

LABEL = re.compile(rf"(?P<before>.*?){PRINTED_LABEL.pattern}(?P<title>.*)")
BEHIND = "署名、日期或版记之后的文字，没有附件标识"
OpenDocument = Callable[[Enclosed], OfficialDocument]


@dataclass(slots=True)
class AttachedFacts:
    """The attachments of a 公文, with what is doubtful about them."""

    attachments: list[Attachment] = field(default_factory=list)
    doubts: list[Doubt] = field(default_factory=list)
    unread: list[int] = field(default_factory=list)


class Matcher:
    """Finds for each entry of an 附件说明 its text."""

    def __init__(
        self,
        entries: Sequence[Entry],
        attached: Sequence[AttachedPieces],
        reading: Reading,
        enclose: OpenDocument,
        *,
        passing: bool = False,
    ) -> None:
        self.entries = entries
        self.passing = passing
        """Whether the 公文 says that it passes on a text, which then needs no 附件标识."""
        self.reading = reading
        self.contents = [read_attached(one, reading, enclose) for one in attached]
        self.facts = AttachedFacts()

    def run(self) -> AttachedFacts:
        """The attachments: those that are listed in their order, the others where they stand."""
        chosen = self.matched()
        placed: list[tuple[int, Attachment]] = []
        for at, entry in enumerate(self.entries):
            text = chosen.get(at)
            above = placed[-1][0] if placed else 0
            placed.append((max(above, text.number) if text else above, self.listed(entry, text)))
        taken = {id(text) for text in chosen.values()}
        placed += [(text.number, self.unlisted(text)) for text in self.contents if id(text) not in taken]
        self.facts.attachments = [one for _, one in sorted(placed, key=itemgetter(0))]
        self.facts.unread += [number for text in self.contents for number in text.unread]
        return self.facts

    def matched(self) -> dict[int, AttachedText]:
        """The text of each entry that has one, by the place of the entry.

        By title, then by number, then one with one, then in the order in which they stand.
        """
        left = list(self.contents)
        chosen: dict[int, AttachedText] = {}
        by_title = [(at, key) for at, entry in enumerate(self.entries) for key in entry.keys]
        by_number = [(at, entry.number) for at, entry in enumerate(self.entries) if entry.number is not None]
        left = take(chosen, left, by_title, lambda text: text.key or None)
        left = take(chosen, left, by_number, lambda text: text.label_number)
        if len(self.entries) == 1 and not chosen:
            alone = [text for text in left if text.may_stand_alone][:1]
            left = take(chosen, left, [(0, id(one)) for one in alone], id)
        waiting = [at for at in range(len(self.entries)) if at not in chosen]
        if len(waiting) == len(left):
            chosen |= dict(zip(waiting, left, strict=True))
        return chosen

    def listed(self, entry: Entry, text: AttachedText | None) -> Attachment:
        """An attachment that the 附件说明 lists; without a text it is known by its title alone."""
        if text is None:
            reason = "附件说明中列有，文件中没有找到它的正文"
            self.facts.doubts.append(Doubt("附件", (entry.title,), reason, entry.paragraph))
            return Attachment(f"p{entry.paragraph}", entry.number, entry.title, ())
        printed = text.lines
        if text.key and text.key not in entry.keys:
            told = (entry.title, "".join(printed) or text.title)
            self.facts.doubts.append(Doubt("附件标题", told, "附件说明与附件首页所写不同", text.number))
        if entry.number is not None and text.label_number not in (None, entry.number):
            said = (str(entry.number), str(text.label_number))
            self.facts.doubts.append(Doubt("附件序号", said, "附件说明与附件标识所写不同", text.number))
        return self.made(text, entry.number, entry.title, printed)

    def unlisted(self, text: AttachedText) -> Attachment:
        """An attachment that no 附件说明 lists."""
        title = "".join(text.lines) or text.title
        whole = isinstance(text.content, OfficialDocument)
        if not (text.behind and (self.passing or whole)):
            reason = "附件说明中没有列出" if self.entries else "没有附件说明"
            if text.behind:
                reason = f"{BEHIND}，{reason}"
            self.facts.doubts.append(Doubt("附件", (title,) if title else (), reason, text.number))
        elif not title:
            self.facts.doubts.append(Doubt("附件标题", (), "所附文本没有标题", text.number))
        return self.made(text, text.label_number, title, text.lines)

    def made(self, text: AttachedText, number: int | None, title: str, lines: tuple[str, ...]) -> Attachment:
        """The attachment with its text."""
        place = self.reading.place(text.number)
        return Attachment(f"p{text.number}", number, title, text.content, place, title_lines=lines)


@dataclass(slots=True)
class AttachedText:
    """One text behind the 主体."""

    number: int
    label_number: int | None
    labelled: bool
    behind: bool
    lines: tuple[str, ...]
    """Its title as it breaks on its first page; empty for a whole 公文."""
    title: str
    """Of a whole 公文, its own."""
    content: Blocks | OfficialDocument
    unread: list[int] = field(default_factory=list)

    key: str = ""
    """The title to compare by."""

    @property
    def may_stand_alone(self) -> bool:
        """Whether it can be the one attachment that is listed: nothing says that it is another one."""
        return self.label_number in (None, 1) and (self.labelled or self.behind or bool(self.title))


def read_attached(attached: AttachedPieces, reading: Reading, enclose: OpenDocument) -> AttachedText:
    """The text of an attachment, whole documents included."""
    number, beside, unread = read_label(attached.label)
    lines = tuple(without_gaps(line) for line in (beside, *printed_lines(attached.title)) if line)
    title, content = attached.called, read_blocks(attached.pieces, reading)
    inner: Blocks | OfficialDocument = content
    if attached.enclosed is not None:
        inner = enclose(attached.enclosed)
        title = inner.title
    labelled = attached.label is not None
    key = bare_title("".join(lines) or title)
    return AttachedText(attached.number, number, labelled, attached.behind, lines, title, inner, unread, key)


def read_label(label: Words | None) -> tuple[int | None, str, list[int]]:
    """The number of an 附件标识, a title on its line, and the paragraph if more is said there."""
    match = LABEL.fullmatch(label.tight) if label else None
    if label is None or match is None:
        return None, "", [label.number] if label else []
    number = label_value(match["n"]) if match["n"] else None
    return number, match["title"], [label.number] if match["before"] else []


def printed_lines(title: Sequence[Words]) -> Iterator[str]:
    """The lines of a title as they are broken in print."""
    for piece in title:
        yield from piece.lines


def take(
    chosen: dict[int, AttachedText],
    left: list[AttachedText],
    wanted: Sequence[tuple[int, Hashable]],
    key: Callable[[AttachedText], Hashable],
) -> list[AttachedText]:
    """Give entries the first text with the key that they want; the texts that are left over."""
    places: dict[Hashable, int] = {}
    for at, wish in wanted:
        if at not in chosen:
            places.setdefault(wish, at)
    rest: list[AttachedText] = []
    for text in left:
        at = places.get(key(text), -1)
        if at >= 0 and at not in chosen:
            chosen[at] = text
        else:
            rest.append(text)
    return rest
