"""发文字号 as a value: 机关代字〔年份〕序号 (GB/T 9704-2012 clause 7.2.5).

Texts in circulation write the brackets in many ways (〔2017〕 [2017] 【2017】 (2017) ﹝2017﹞
or none at all).  `find_numbers` recognises them all; `DocNumber` prints the one right form;
`key` is what two spellings of the same number share.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

OPENING = "〔［\\[【（(﹝「<〈"
CLOSING = "〕］\\]】）)﹞」>〉"
CODE = r"[\u4e00-\u9fff]{1,14}"
BRACKETED = re.compile(
    rf"(?P<code>{CODE})\s*[{OPENING}]\s*(?P<year>(?:19|20)\d{{2}})\s*年?\s*[{CLOSING}]\s*第?\s*"
    rf"(?P<serial>\d{{1,5}})(?:\s*号)?"
)
BARE = re.compile(
    rf"(?P<code>{CODE}?)\s*(?P<year>(?:19|20)\d{{2}})\s*[-年/—]?\s*第?\s*(?P<serial>\d{{1,5}})\s*号"
)
ORDER = re.compile(r"(?P<code>[\u4e00-\u9fff]{2,14}?)令\s*第?\s*(?P<serial>\d{1,4})\s*号")
STRICT = re.compile(
    r"(?P<code>[\u4e00-\u9fff（）A-Z]+)〔(?P<year>(?:19|20)\d{2})〕(?P<serial>[1-9][0-9]{0,4})号"
)
STRICT_ORDER = re.compile(r"(?P<code>[\u4e00-\u9fff]+)令第(?P<serial>[1-9][0-9]{0,4})号")


@dataclass(frozen=True, slots=True, order=True)
class DocNumber:
    """A document number; an order (令) has no year, and `year` is then 0."""

    code: str
    year: int
    serial: int

    def __str__(self) -> str:
        if not self.year:
            return f"{self.code}令第{self.serial}号"
        return f"{self.code}〔{self.year}〕{self.serial}号"

    @property
    def key(self) -> str:
        """代字|年|号, equal for every spelling of the number."""
        return f"{self.code}|{self.year or '令'}|{self.serial}"


def parse_number(text: str) -> DocNumber:
    """Read a document's own number, which must be printed to the letter of the standard.

    Raises:
        ValueError: wrong brackets, a leading zero, 第, or no number at all; the message shows the right form.
    """
    match = STRICT.fullmatch(text) or STRICT_ORDER.fullmatch(text)
    if match:
        return number_of(match)
    found = next(find_numbers(text), None)
    advice = (
        f"应写成“{found[0]}”" if found else "应写成“鲁财采〔2022〕14号”的样子（六角括号，不编虚位，不加“第”）"
    )
    raise ValueError(f"发文字号“{text}”不合规范，{advice}")


def find_numbers(text: str) -> Iterator[tuple[DocNumber, int, int]]:
    """Every document number in a text, in any spelling, with its start and end."""
    taken: list[tuple[int, int]] = []
    for form in (BRACKETED, ORDER, BARE):
        for match in form.finditer(text):
            if any(match.start() < end and start < match.end() for start, end in taken):
                continue
            taken.append(match.span())
            yield number_of(match), match.start(), match.end()


def number_of(match: re.Match[str]) -> DocNumber:
    """The value behind a match of one of the forms above."""
    groups = match.groupdict()
    return DocNumber(match["code"], int(groups.get("year") or 0), int(match["serial"]))
