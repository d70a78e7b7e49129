"""From bytes to text: strictly, and never to text that only happens to decode."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from generator.importers.reading import faults

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
GB18030 = "gb18030"
SAME_AS_GB18030 = ("gb2312", "gbk", "gb_2312-80", "x-gbk", "cp936", "gb18030", "hz-gb-2312")
DECLARABLE = {**dict.fromkeys(SAME_AS_GB18030, GB18030), "big5": "big5", "big5-hkscs": "big5hkscs"}
"""Encodings that a page may declare besides UTF-8."""

UTF8_HANZI = rb"(?:[\xe3-\xe9][\x80-\xbf]{2}|\xef[\xbc\xbd][\x80-\xbf])"
"""A Chinese character or full-width mark in UTF-8."""
LONG_UTF8_RUN = re.compile(UTF8_HANZI + rb"{4,}")
"""Four in a row come about in GB18030 text once in some hundred million characters."""
UTF8_RUN = re.compile(UTF8_HANZI + rb"{2,}")
HALF = 0.5

COMMON = frozenset("的一是不了在人有和大上中下年月日二三四五十市局政行公工作文合目本以及主分")
"""Among the commonest characters of official texts, written alike in simplified and traditional."""
JUDGED = 50
"""Fewer Chinese characters say nothing about how common they are."""
LEAST_COMMON = 0.02
MOST_RARE = 0.3
HANZI = re.compile("[\u3400-\u9fff]")
ORDINARY = re.compile("[\t\n\r\f\x20-\x7e\u00a0-\u00ff\u2010-\u2044\u2100-\u27bf\u3000-\u9fff\uff01-\uffee]")
"""Characters of a Chinese text, to tell the two byte orders of UTF-16 apart."""
MOSTLY = 0.95
SAMPLE = 100_000
"""Characters by which a whole text is judged."""


class Decoded(NamedTuple):
    """Text and the name of its encoding."""

    text: str
    encoding: str


def decode(content: bytes, name: str, declared: str = "") -> Decoded:
    """The text of a file.

    A byte order mark decides; else UTF-8, which other encodings hardly ever fit by chance; else what the
    file declares; else UTF-16 or GB18030, if the outcome is plausible.

    Raises:
        LibraryError: It is none of them, mixes them, or would be read as gibberish.
    """
    for mark, encoding in BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return strictly(content, len(mark), encoding, name)
    try:
        return Decoded(content.decode("utf-8"), "utf-8") if not is_utf16(content) else by_order(content, name)
    except UnicodeDecodeError as error:
        if b"\0" in content:
            return by_order(content, name)
        chosen = DECLARABLE.get(declared.strip().lower(), GB18030)
        return read_double_bytes(content, chosen, name, error.start)


def strictly(content: bytes, mark: int, encoding: str, name: str) -> Decoded:
    """Text whose encoding a mark of so many bytes tells.

    Raises:
        LibraryError: It is not in that encoding throughout.
    """
    try:
        return Decoded(content[mark:].decode(encoding), encoding)
    except UnicodeDecodeError as error:
        raise faults.encoding(name, mark + error.start, encoding.upper()) from error


def is_utf16(content: bytes) -> bool:
    """Whether text without a byte order mark has the zero bytes that UTF-16 gives to line ends and digits."""
    return b"\0" in content and len(content) % 2 == 0


def by_order(content: bytes, name: str) -> Decoded:
    """UTF-16 without a byte order mark: the order that gives Chinese text, if one does.

    Raises:
        LibraryError: Neither does.
    """
    for encoding in ("utf-16-le", "utf-16-be"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        sample = text[:SAMPLE]
        if sample and len(ORDINARY.findall(sample)) >= MOSTLY * len(sample):
            return Decoded(text, encoding)
    raise faults.unknown(name, "的内容不是文字，认不出是什么")


def read_double_bytes(content: bytes, encoding: str, name: str, not_utf8: int) -> Decoded:
    """Text in GB18030, or in what a page declares, if it is plausible.

    Raises:
        LibraryError: It is not.
    """
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        tried = "UTF-8" if not_utf8 >= error.start else encoding.upper()
        raise faults.encoding(name, max(not_utf8, error.start), tried) from error
    place = place_of_utf8(content)
    if place is not None:
        raise faults.mixed_encodings(name, place)
    if encoding == GB18030 and is_gibberish(text):
        raise faults.foreign_encoding(name)
    return Decoded(text, encoding)


def place_of_utf8(content: bytes) -> int | None:
    """Where UTF-8 stands in text that is not UTF-8 as a whole; None if it does nowhere."""
    found = LONG_UTF8_RUN.search(content)
    if found is not None:
        return found.start()
    if len(content) > SAMPLE:
        return None
    runs = list(UTF8_RUN.finditer(content))
    covered = sum(run.end() - run.start() for run in runs)
    beyond_ascii = len(content) - len(content.decode("ascii", "ignore"))
    return runs[0].start() if runs and covered > HALF * beyond_ascii else None


def is_gibberish(text: str) -> bool:
    """Whether text has many Chinese characters, hardly a common one and many that GB 2312 lacks."""
    hanzi = HANZI.findall(text[:SAMPLE])
    if len(hanzi) < JUDGED:
        return False
    common = sum(character in COMMON for character in hanzi)
    known = len("".join(hanzi).encode("gb2312", "ignore")) // 2
    return common < LEAST_COMMON * len(hanzi) and len(hanzi) - known > MOST_RARE * len(hanzi)
