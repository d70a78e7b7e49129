"""发文字号 as a value: 机关代字〔年份〕序号 (GB/T 9704-2012 clause 7.2.5).

Texts in circulation write the brackets in many ways (〔2017〕 [2017] 【2017】 (2017) ﹝2017﹞
or none at all).  `find_numbers` recognises them all; `DocNumber` prints the one right form;
`key` is what two spellings of the same number share.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from generator.hanzi.numerals import NUMERAL, label_value

OPENING = "〔［\\[【（(﹝「<〈＜｢〖﹙﹤"
CLOSING = "〕］\\]】）)﹞」>〉＞｣〗﹚﹥"
HAN = "[\u4e00-\u9fff]"
GAP = r"\s{0,3}"
"""Blanks that typesetting leaves; the limit keeps reading linear in long runs of them."""
CODE = rf"{HAN}{{1,14}}"
YEAR = r"(?P<year>(?:19|20)\d{2})"
BRACKETED = re.compile(
    rf"(?P<code>{CODE}){GAP}[{OPENING}]{GAP}{YEAR}{GAP}年?{GAP}[{CLOSING}]{GAP}第?{GAP}"
    rf"(?P<serial>\d{{1,5}})(?:{GAP}号)?"
)
BARE = re.compile(
    rf"(?P<code>{CODE}?){GAP}[{OPENING}]?{GAP}{YEAR}{GAP}年?{GAP}[-/—{CLOSING}]?{GAP}第?{GAP}"
    rf"(?P<serial>\d{{1,5}}){GAP}号(?![楼院室栋幢弄])"
)
"""A number without brackets, or with one half of them."""
SERIAL = rf"(?P<serial>\d{{1,4}}|{NUMERAL})"
ORDER = re.compile(rf"(?P<code>{HAN}{{2,14}}?)令{GAP}第?{GAP}{SERIAL}{GAP}(?:号|(?=[{CLOSING}]))")
ORDER_LAST = re.compile(
    rf"(?P<code>{HAN}{{2,14}}?)?{GAP}(?:第{GAP}{SERIAL}|(?P<plain>\d{{1,4}})){GAP}号{GAP}令(?!牌|状)"
)
"""财政部第102号令, and without the body: 第102号令, 102号令."""
STRICT = re.compile(
    r"(?P<code>[\u4e00-\u9fff（）A-Z]+)〔(?P<year>(?:19|20)\d{2})〕(?P<serial>[1-9][0-9]{0,4})号"
)
STRICT_ORDER = re.compile(r"(?P<code>[\u4e00-\u9fff]+)令第(?P<serial>[1-9][0-9]{0,4})号")
FULL_WIDTH = str.maketrans("０１２３４５６７８９", "0123456789")

# Where a code begins in running text (根据财综〔2022〕51号) is not marked; these words stand before it.
LEADS = re.compile(
    "根据|依据|按照|依照|遵照|参照|对照|比照|贯彻|落实|执行|印发|转发|批转|下发|制发|发布|颁布|公布|出台|制定|"
    "下达|会同|连同|适用|废止|修订|修改|以及|或者|参见|详见|另见|例如|文件|发文字号|文号|通知|意见|办法|规定|决定|来文|"
    "[的了是为按据由及与暨随见即将对于]|^[年月日号起]"
)
CONJUNCTIONS = "和及与或并"
STARTS = (
    "国中财民建人发商农卫税银证司审教科工环交水文"
    "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川蜀贵黔云滇藏陕甘青宁新"
)
"""Characters that codes of ministries and of provinces begin with."""
BODY_BEFORE = re.compile(
    rf"^{HAN}*(?:[部厅院]|政府|委员会|办公[厅室]|财政局|总局)(?=[{STARTS}](?!字){HAN}{{1,7}}$)"
)
"""A body named before its code: 财政部财综."""
BODY_END = re.compile("[部院委局署会府席行办厅省市区州县室长团社军]$")
"""How the name of a body that gives orders ends."""


@dataclass(frozen=True, slots=True, order=True)
class DocNumber:
    """A document number; an order (令) has no year, and `year` is then 0."""

    code: str
    year: int
    serial: int

    def __str__(self) -> str:
        if not self.year:
            return f"{self.code}令第{self.serial}号" if self.code else f"第{self.serial}号令"
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


def find_numbers(text: str, codes: Collection[str] = ()) -> Iterator[tuple[DocNumber, int, int]]:
    """Every document number in a text, in any spelling, with its start and end.

    In running text the words before a number are told from its 机关代字: by the codes that are known,
    else by the verbs and bodies that usually stand there.  An order cited without its body (第102号令)
    has an empty code.

    Args:
        text: the text.
        codes: 机关代字 that are known; one that the words before a number end with is its code, unless a
            single character in front of it makes it another body's.
    """
    plain = text.translate(FULL_WIDTH)
    taken = bytearray(len(plain))
    for form in (BRACKETED, ORDER, ORDER_LAST, BARE):
        for match in form.finditer(plain):
            start, end = match.span()
            found = None if any(taken[start:end]) else number_in(match, codes)
            if found is not None:
                taken[start:end] = b"\1" * (end - start)
                yield found, code_start(match, found.code), match.end()


def number_in(match: re.Match[str], codes: Collection[str]) -> DocNumber | None:
    """The number behind a match in running text; None where the words before it are no code."""
    run = match["code"] or ""
    before = match.string[max(match.start("code") - 1, 0) : max(match.start("code"), 0)]
    code = settle_code(known_end(run, codes), code_in(run, before))
    if match.re in (ORDER, ORDER_LAST):
        code = code if BODY_END.search(code) else ""
    shortest = 2 if match.re is BARE else 1
    named = (len(code) >= shortest and not code.startswith("号")) or match.re is ORDER_LAST
    number = number_of(match, code)
    return number if named and number.serial else None


def settle_code(known: str, guessed: str) -> str:
    """The code among one that is known and one that the words suggest.

    One character more than a known code is a place: 豫财综 is Henan's, however well 财综 is known.
    """
    placed = known and guessed.endswith(known) and len(guessed) == len(known) + 1
    return guessed if placed or not known else known


def known_end(run: str, codes: Collection[str]) -> str:
    """The longest known code that a run of characters ends with; empty if there is none."""
    ends = (run[start:] for start in range(len(run))) if codes else ()
    return next((end for end in ends if end in codes), "")


def code_in(run: str, before: str) -> str:
    """The code at the end of a run of characters, without the words that lead to it.

    Args:
        run: the characters in front of the year, fourteen at most.
        before: the one character in front of them.
    """
    for match in reversed([*LEADS.finditer(run)]):
        rest = run[match.end() :]
        shortest = 2 if len(match[0]) == 1 else 1
        if len(rest) >= shortest or not rest.strip(CONJUNCTIONS):
            run, before = rest, match[0][-1]
            break
    first = next((place for place, word in enumerate(run) if joins(run, place, before)), None)
    run = run if first is None else run[first + 1 :]
    return BODY_BEFORE.sub("", run)


def joins(run: str, place: int, before: str) -> bool:
    """Whether the character at a place joins two things, rather than being part of a code (和政发)."""
    rest = run[place + 1 :]
    if run[place] not in CONJUNCTIONS or run[place - 1 : place + 2] == "共和国":
        return False
    after_another = place == 0 and before in tuple("》）)〕”号文件")
    return not rest or after_another or (len(rest) > 1 and rest[0] in STARTS)


def code_start(match: re.Match[str], code: str) -> int:
    """Where a number begins once its code is known; without a code, at its first sign."""
    if code:
        return match.end("code") - len(code)
    whole = match.string[max(match.end("code"), match.start()) : match.end()]
    return match.end() - len(whole.lstrip())


def number_of(match: re.Match[str], code: str | None = None) -> DocNumber:
    """The value behind a match of one of the forms above; the serial of an order may be in Chinese."""
    groups = match.groupdict()
    serial = groups["serial"] or groups.get("plain") or ""
    value = int(serial) if serial.isdecimal() else label_value(serial)
    return DocNumber(match["code"] if code is None else code, int(groups.get("year") or 0), value)
