"""What closes the 主体: 附件说明, 署名, 成文日期, 附注, 出席人员 (clauses 7.3.4 to 7.3.6 and 10.3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.hanzi.marks import bare_title, cited_titles
from generator.recognition import forms
from generator.recognition.headings import label_of
from generator.recognition.lines import Line
from generator.recognition.roles import Role

LINES_BELOW_DATE = 6
"""So many lines (附注, contacts, 信息公开选项) may follow the 成文日期 within the 主体."""
LONGEST_SIGNATURE = 40
MOST_ISSUERS = 10
MOST_TITLE_LINES = 3
"""Over so many lines the title of an issued text is broken."""


def settle_closing(lines: Sequence[Line], *, minutes: bool) -> None:
    """Give their roles to the closing lines among those of a 主体 below its 主送机关."""
    settle_notes(lines)
    at = find_date(lines)
    if at is not None:
        lines[at].takes(Role.DATE)
        settle_issuers(lines[:at])
        settle_remarks(lines[at + 1 :])
    if minutes:
        settle_attendance(lines)


# --- 附件说明 -----------------------------------------------------------------------------------


def settle_notes(lines: Sequence[Line]) -> None:
    """The 附件说明: the line that says 附件：, and the items below it."""
    at = 0
    while at < len(lines):
        if starts_note(lines, at):
            end = at + count_note(lines, at)
            for line in lines[at:end]:
                line.takes(Role.ATTACHMENT_NOTE)
            at = end
        at += 1


def starts_note(lines: Sequence[Line], at: int) -> bool:
    """Whether a line opens an 附件说明; 附件： by itself does so above a numbered list."""
    line = lines[at]
    if line.fixed or line.apart:
        return line.role is Role.ATTACHMENT_NOTE
    if forms.NOTE_ALONE.fullmatch(line.tight):
        below = lines[at + 1] if at + 1 < len(lines) else None
        return below is not None and bool(forms.NOTE_ITEM.fullmatch(below.tight))
    return bool(forms.NOTE_START.fullmatch(line.tight)) and not forms.SENTENCE_END.search(
        line.tight.rstrip("。；")
    )


def count_note(lines: Sequence[Line], at: int) -> int:
    """How many lines an 附件说明 has: its items, and lines that go on with a name without a gap."""
    end = at + 1
    while end < len(lines) and (is_item(lines[end]) or goes_on(lines, end)):
        end += 1
    return end - at


def is_item(line: Line) -> bool:
    """Whether a line is a further item of an 附件说明."""
    if line.fixed or line.apart:
        return line.role is Role.ATTACHMENT_NOTE
    return bool(forms.NOTE_ITEM.fullmatch(line.tight)) and not forms.is_sentence(line.tight.rstrip("。；"))


def goes_on(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is the rest of the name above: no gap between, and neither 署名 nor date."""
    above, line = lines[at - 1], lines[at]
    if line.number != above.number + 1 or line.apart or line.fixed or is_dated(line):
        return False
    if forms.ATTENDANCE.fullmatch(line.tight):
        return False
    below = lines[at + 1] if at + 1 < len(lines) else None
    signed = below is not None and is_dated(below)
    return (
        not signed and not forms.BODY_NAME.fullmatch(line.tight) and hangs(line) and is_short_name(line.tight)
    )


def hangs(line: Line) -> bool:
    """Whether a line is moved to the right as a whole."""
    return line.facts.left > 0 and line.facts.left + line.facts.first_line > 0


def is_short_name(text: str) -> bool:
    """Whether words could be a part of a name of an attachment."""
    return len(text) <= LONGEST_SIGNATURE and not forms.is_sentence(text)


# --- 署名 and 成文日期 --------------------------------------------------------------------------


def find_date(lines: Sequence[Line]) -> int | None:
    """Where the 成文日期 stands: right below a 署名, else at the end with nothing but remarks below.

    Below a 署名 it need not be at the end: what a notice issues may follow without any label.
    """
    for at, line in enumerate(lines):
        if is_dated(line) and at and (line.fixed or is_signed(lines[at - 1]) or is_above_issued(lines, at)):
            return at
    return find_last_date(lines)


def is_above_issued(lines: Sequence[Line], at: int) -> bool:
    """Whether right below a date without 署名 the title of a text stands that the lines above issue."""
    below = joined_titles(lines[at + 1 : at + 1 + MOST_TITLE_LINES])
    said = "".join(line.text for line in lines[:at])
    return forms.PASSING_ON.search("".join(said.split())) is not None and any(
        bare_title(title) in below for title, _, _ in cited_titles(said)
    )


def joined_titles(lines: Sequence[Line]) -> frozenset[str]:
    """What the first lines could be as a title: the first alone, with the second, and so on."""
    words = [line.tight for line in lines]
    return frozenset(bare_title("".join(words[: count + 1])) for count in range(len(words)))


def find_last_date(lines: Sequence[Line]) -> int | None:
    """Where a date without 署名 closes the lines."""
    remarks = 0
    for at in range(len(lines) - 1, 0, -1):
        if is_dated(lines[at]):
            return at
        if lines[at].role is not Role.ATTACHMENT_NOTE:
            remarks += 1
        if remarks > LINES_BELOW_DATE or not is_remark(lines[at]):
            break
    return None


def is_remark(line: Line) -> bool:
    """Whether a line may stand below the date: 附注, a contact, 信息公开选项, a word or two."""
    if line.role is Role.ATTACHMENT_NOTE or is_note(line) or forms.DISCLOSURE.fullmatch(line.tight):
        return True
    return line.role is None and not forms.is_sentence(line.tight)


def is_note(line: Line) -> bool:
    """Whether a line is an 附注, bracketed as asked or not."""
    return bool(forms.NOTE.fullmatch(line.tight) or forms.BARE_NOTE.fullmatch(line.tight))


def is_signed(line: Line) -> bool:
    """Whether a line is a 署名 or 职务, by style or by its words."""
    return line.role in {Role.ISSUER, Role.OFFICIAL} or signature_role(line, first=False) is not None


def is_dated(line: Line) -> bool:
    """Whether a line is a date and nothing else."""
    if line.fixed:
        return line.role is Role.DATE
    return line.role is None and bool(forms.DATE.fullmatch(line.tight))


def settle_issuers(above: Sequence[Line]) -> None:
    """署名 or 签发人职务 above the date: the first by its place, further ones by their names."""
    for count, line in enumerate(reversed(above[-MOST_ISSUERS:])):
        if line.fixed:
            if line.role in {Role.ISSUER, Role.OFFICIAL}:
                continue
            break
        role = signature_role(line, first=not count)
        if role is None:
            break
        line.takes(role)


def signature_role(line: Line, *, first: bool) -> Role | None:
    """署名 where a line names bodies; 签发人职务 where it names an office."""
    text = line.tight
    if line.role is not None or len(text) > LONGEST_SIGNATURE or forms.is_sentence(text) or label_of(line):
        return None
    if text.endswith(("：", ":", "，", ",")):
        return None
    if forms.OFFICIAL.fullmatch(text) and not forms.BODY_NAME.fullmatch(text):
        return Role.OFFICIAL
    if all(forms.BODY_NAME.fullmatch(word) for word in line.words) or forms.BODY_NAME.fullmatch(text):
        return Role.ISSUER
    return Role.ISSUER if first and is_moved(line) and forms.MARK.fullmatch(text) else None


def is_moved(line: Line) -> bool:
    """Whether a line stands in the right half of its page, as a 署名 does."""
    return line.facts.alignment == "right" or line.facts.left > 4 * 632


# --- 附注 and the like ---------------------------------------------------------------------------


def settle_remarks(below: Sequence[Line]) -> None:
    """附注 right below the date, and the 信息公开选项 among them."""
    for line in below[:LINES_BELOW_DATE]:
        if line.role is None and is_note(line):
            line.takes(Role.NOTE)
        elif line.role is None and forms.DISCLOSURE.fullmatch(line.tight):
            line.takes(Role.DISCLOSURE)
        elif line.role not in {Role.NOTE, Role.ATTACHMENT_NOTE}:
            break


def settle_disclosure(lines: Sequence[Line]) -> None:
    """信息公开选项 at the end of a stretch that no 版记 follows."""
    for line in lines[-2:]:
        if line.role is None and forms.DISCLOSURE.fullmatch(line.tight):
            line.takes(Role.DISCLOSURE)


def settle_attendance(lines: Sequence[Line]) -> None:
    """出席, 请假 and 列席 of minutes, with lines that go on with the names."""
    above: Line | None = None
    for line in lines:
        named = line.role is None and forms.ATTENDANCE.fullmatch(line.tight)
        if named or (above is not None and is_more_names(line, above)):
            line.takes(Role.ATTENDANCE)
        above = line if line.role is Role.ATTENDANCE else None


def is_more_names(line: Line, above: Line) -> bool:
    """Whether a line goes on with the names above: names with spaces or 、 between, right below."""
    if line.role is not None or line.number != above.number + 1:
        return False
    return all(forms.NAME.fullmatch(name) for name in names_of(line)) and len(line.words) > 1


def names_of(line: Line) -> Iterator[str]:
    """The words of a line between spaces and 、."""
    for word in line.words:
        yield from (name for name in word.replace("，", "、").split("、") if name)
