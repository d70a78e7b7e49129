"""What closes a 公文: 署名, 成文日期, 附注, 出席人员 and 信息公开选项 (clauses 7.3.5, 7.3.6 and 10.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.document import Attendance, Signature, SignatureMode
from generator.hanzi.calendar import print_day
from generator.hanzi.numerals import from_chinese
from generator.recognition import forms
from generator.recognition.recovered import Doubt
from generator.recognition.roles import Role
from generator.recognition.trees.masthead import names_of
from generator.recognition.trees.pieces import Words

DAY = re.compile(rf"(?:公元)?(?P<day>{forms.DATE.pattern})")
PARTS = re.compile(r"[年月日号.．/\-－—、]+")
SIGNED = re.compile(rf"(?P<issuer>{forms.BODY_NAME.pattern})(?P<date>{forms.DATE.pattern})")
LONGEST_SIGNED = 60
FULL_DAY = 3
ATTENDED = re.compile(r"(?P<label>[^：:]{2,6})[：:](?P<names>.*)", re.DOTALL)


@dataclass(slots=True)
class ClosingFacts:
    """署名 and date, with what is doubtful about them."""

    signature: Signature | None
    doubts: list[Doubt]
    unread: list[int]


def day_of(text: str) -> date | None:
    """The day that words name, in figures or in Chinese numerals; None where they name no whole day."""
    parts = [part for part in PARTS.split("".join(text.split()).removeprefix("公元")) if part]
    if len(parts) != FULL_DAY:
        return None
    try:
        year, month, day = (value_of(part) for part in parts)
        return date(year, month, day)
    except ValueError:
        return None


def value_of(part: str) -> int:
    """The value of a part of a date: 2017, 六, 二〇一七."""
    if part.isascii() and part.isdigit():
        return int(part)
    digits = [("〇一二三四五六七八九".find(one)) for one in re.sub("[零○oO0Ｏ]", "〇", part)]
    if len(part) > FULL_DAY and min(digits) >= 0:
        return int("".join(map(str, digits)))
    return from_chinese(part)


def read_signature(pieces: Sequence[Words]) -> ClosingFacts:
    """署名, 签发人职务 and 成文日期."""
    issuers: list[str] = []
    officials: list[str] = []
    facts = ClosingFacts(None, [], [])
    day: date | None = None
    for piece in pieces:
        if piece.role is Role.OFFICIAL:
            officials.append(piece.text)
        elif piece.role is Role.ISSUER:
            issuers += issuers_in(piece)
            facts.unread += [piece.number] if forms.SEAL.search(piece.tight) else []
        elif day is None:
            day = read_day(piece, issuers, facts)
        else:
            facts.unread.append(piece.number)
    if issuers or officials or day:
        mode = SignatureMode.STAMP if officials else SignatureMode.NO_SEAL
        facts.signature = Signature(tuple(issuers), day, mode, tuple(officials))
    return facts


def read_day(piece: Words, issuers: list[str], facts: ClosingFacts) -> date | None:
    """The 成文日期 of a line; a 署名 on the same line is taken, too."""
    signed = SIGNED.fullmatch(piece.tight)
    words = signed["date"] if signed else piece.tight
    day = day_of(words)
    if day is None:
        facts.unread.append(piece.number)
        facts.doubts.append(Doubt("成文日期", (), f"日期“{words}”不是一个完整的日子", piece.number))
        return None
    if signed:
        issuers.append(forms.SEAL.sub("", signed["issuer"]))
        facts.unread += [piece.number] if forms.SEAL.search(signed["issuer"]) else []
    if words != print_day(day):
        facts.doubts.append(Doubt("成文日期", (day.isoformat(),), f"原文写作“{words}”", piece.number))
    return day


def issuers_in(piece: Words) -> list[str]:
    """The bodies that a line of 署名 names; the word 公章 behind them is no part of a name."""
    words = [forms.SEAL.sub("", word) for word in piece.text.split()]
    if len(words) > 1 and all(forms.BODY_NAME.fullmatch(word) for word in words):
        return words
    return [forms.SEAL.sub("", piece.tight)]


def is_signed_and_dated(piece: Words) -> bool:
    """Whether 署名 and 成文日期 stand on one line."""
    tight = piece.tight
    return len(tight) <= LONGEST_SIGNED and bool(SIGNED.fullmatch(tight))


def read_notes(pieces: Sequence[Words]) -> str:
    """附注 without the brackets that are printed around it."""
    return "\n".join(bare_note(piece.text) for piece in pieces)


def bare_note(text: str) -> str:
    """An 附注 without its outer brackets, where they are a pair."""
    inner = text.removesuffix("。")
    bracketed = inner[:1] in ("（", "(") and inner[-1:] in ("）", ")")
    bare = inner[1:-1] if bracketed else text
    return bare if not re.search(r"^[^（(]*[)）]", bare) else text


def read_attendance(pieces: Sequence[Words]) -> tuple[Attendance, ...]:
    """出席, 请假 and 列席 with their names; a line without a label goes on with the names above."""
    told: list[tuple[str, list[str]]] = []
    for piece in pieces:
        match = ATTENDED.fullmatch(piece.text)
        if match:
            told.append(("".join(match["label"].split()), attending(match["names"])))
        elif told:
            told[-1][1].extend(attending(piece.text))
    return tuple(Attendance(label, tuple(names)) for label, names in told)


def attending(text: str) -> list[str]:
    """The names in a list; where 、 stands inside of them, ， parts them."""
    text = text.strip().rstrip("。")
    if "，" in text or "；" in text:
        return [part.strip() for part in re.split("[，；]", text) if part.strip()]
    if "、" in text:
        return [part.strip() for part in text.split("、") if part.strip()]
    return names_of(text)


def unattended(pieces: Sequence[Words]) -> Iterator[int]:
    """Lines of names above the first label."""
    for piece in pieces:
        if ATTENDED.fullmatch(piece.text):
            return
        yield piece.number
