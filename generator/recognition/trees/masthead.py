"""版头 from its lines: mark, number, signers, and the elements in the corner (clause 7.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.document import JointMark, Masthead
from generator.recognition import forms
from generator.recognition.roles import Role
from generator.recognition.trees.pieces import Words

SIGNER_LABEL = re.compile(r"(?:签\s*发\s*人?|会\s*签\s*人?)\s*[：:]")
BESIDE = ("文件", "命令", "令", "纪要")
"""What may stand once beside the names of several bodies."""
SIGNED = frozenset({Role.NUMBER, Role.SIGNERS})
"""Lines that may name a signer."""
CORNERS = (
    ("secrecy", forms.SECRECY),
    ("urgency", forms.URGENCY),
    ("copy_number", forms.COPY_NUMBER),
)


@dataclass(slots=True)
class HeadFacts:
    """What the lines of a 版头 say; `numbers` holds every 发文字号 that was found."""

    masthead: Masthead
    numbers: tuple[str, ...]
    title: str
    """Of a public notice whose mark, number and title stand on one line."""
    unread: tuple[int, ...]
    """Paragraphs with words that no element took."""


def read_masthead(pieces: Sequence[Words]) -> HeadFacts:
    """The 版头 that stands in some lines."""
    told = {role: [piece for piece in pieces if piece.role is role] for role in {one.role for one in pieces}}
    numbered = told.get(Role.NUMBER, [])
    marks = told.get(Role.MARK, [])
    joined = [both for piece in marks if (both := forms.MARK_AND_SERIAL.fullmatch(piece.tight))]
    serials = [both["number"] for both in joined]
    numbers = serials + [number for piece in numbered if (number := number_in(piece))]
    signers = [name for piece in pieces if piece.role in SIGNED for name in signers_in(piece)]
    corner = {
        name: next(corner_words(told.get(role, []), numbered, form), "")
        for (name, form), role in zip(CORNERS, (Role.SECRECY, Role.URGENCY, Role.COPY_NUMBER), strict=True)
    }
    masthead = Masthead(
        mark=read_mark(marks),
        number=numbers[0] if numbers else "",
        signers=tuple(signers),
        **corner,
    )
    unread = [piece.number for piece in numbered if not number_in(piece) and not signers_in(piece)]
    spare = [piece.number for piece in numbered if number_in(piece)][0 if serials else 1 :]
    title = next((both["title"] for both in joined if both["title"]), "")
    return HeadFacts(masthead, tuple(numbers), title, tuple(sorted({*unread, *spare})))


# --- 发文机关标志 --------------------------------------------------------------------------------


def read_mark(lines: Sequence[Words]) -> str | JointMark:
    """The mark in one, or the bodies of a joint mark with what stands beside them."""
    texts = list(mark_texts(lines))
    beside = next((word for word in BESIDE for text in texts if text.endswith(word)), "")
    names = [name for text in texts if (name := text.removesuffix(beside) if beside else text)]
    if len(names) > 1 and all(forms.BODY_NAME.fullmatch(name) for name in names):
        return JointMark(tuple(names), beside)
    return "".join(texts)


def mark_texts(lines: Sequence[Words]) -> Iterator[str]:
    """The lines of a mark without spaces; several bodies on one line are several lines."""
    for piece in lines:
        both = forms.MARK_AND_SERIAL.fullmatch(piece.tight)
        if both:
            yield both["mark"]
            continue
        words = piece.text.split()
        several = len(words) > 1 and all(
            forms.BODY_NAME.fullmatch(word.removesuffix("文件")) for word in words if word not in BESIDE
        )
        yield from words if several else (piece.tight,)


# --- 发文字号 and 签发人 --------------------------------------------------------------------------


def number_in(piece: Words) -> str:
    """The 发文字号, 令号 or number of minutes on a line, without spaces."""
    text = SIGNER_LABEL.split(piece.text)[0]
    tight = "".join(text.split()).strip("（）()")
    if forms.ORDER_NUMBER.fullmatch(tight) or forms.SERIAL.fullmatch(tight) or forms.NUMBER.fullmatch(tight):
        return tight
    if is_spoiled(tight):
        return tight
    found = forms.NUMBER.search(without_corner(text))
    return found[0] if found else ""


def is_spoiled(number: str) -> bool:
    """Whether a 发文字号 bears a wrong letter or bracket."""
    right = forms.NUMBER.fullmatch(number) or forms.SERIAL.fullmatch(number)
    return not right and bool(forms.SPOILED_NUMBER.fullmatch(number))


def without_corner(text: str) -> str:
    """The words of a line that are no 份号, 密级 or 紧急程度, without spaces."""
    return "".join(word for word in text.split() if not any(form.fullmatch(word) for _, form in CORNERS))


def signers_in(piece: Words) -> list[str]:
    """The names of the signers on a line."""
    if piece.role is Role.SIGNERS or SIGNER_LABEL.search(piece.text):
        return names_of(SIGNER_LABEL.split(piece.text)[-1])
    number = number_in(piece)
    behind = piece.tight.partition(number)[2].strip("（）()") if number else ""
    return names_of(piece.text.split(number)[-1]) if behind and number in piece.text else []


def names_of(text: str) -> list[str]:
    """Names between spaces and 、; a name of two characters may be spread by a space (王　伟)."""
    names: list[str] = []
    half = ""
    for word in text.replace("、", " ").replace("，", " ").split():
        if len(word) == 1 and not half:
            half = word
            continue
        joined = half and len(word) == 1
        names += [half + word] if joined else [one for one in (half, word) if one]
        half = ""
    return [*names, half] if half else names


def corner_words(alone: Sequence[Words], numbered: Sequence[Words], form: re.Pattern[str]) -> Iterator[str]:
    """An element of the corner: on its own line, else on that of the 发文字号."""
    yield from (piece.tight for piece in alone)
    for piece in numbered:
        yield from (word for word in piece.text.split() if form.fullmatch(word))
