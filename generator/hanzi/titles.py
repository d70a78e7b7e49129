"""Titles of official documents taken apart and put together: body, verb, enclosed title, 文种.

A forwarding title encloses the title of what it forwards, 《 outside and 〈 inside in turn, or runs on
without marks in the short form (转发山东省财政厅关于…的通知), in which a notice that forwards a notice says
的通知 once.  `parse_title` and `str` are inverse to each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.hanzi.marks import bare_title, cited_titles, enclose

FORWARD, ISSUE = "转发", "印发"
VERBS = (
    FORWARD,
    ISSUE,
    "批转",
    "翻印",
    "发布",
    "公布",
    "颁布",
    "废止",
    "修改",
    "贯彻落实",
    "贯彻",
    "落实",
    "下达",
)
ABOUT = "关于"
GENRES = (
    *("通知", "意见", "决定", "决议", "命令", "公报", "公告", "通告", "通报", "报告", "请示", "批复", "议案"),
    *(
        "纪要",
        "条例",
        "规定",
        "办法",
        "细则",
        "规则",
        "规程",
        "规范",
        "规划",
        "计划",
        "方案",
        "纲要",
        "要点",
        "目录",
    ),
    *(
        "标准",
        "指引",
        "指南",
        "制度",
        "章程",
        "措施",
        "清单",
        "流程",
        "预案",
        "准则",
        "解释",
        "答复",
        "名单",
    ),
    *("格式", "法", "函", "令"),
)
GENRE = "|".join(GENRES)
REMARK = r"(?:[（(][^（）()]{1,20}[）)])*"
"""（试行）, （2018年版） behind the 文种."""
GENRE_END = re.compile(rf"(?P<genre>{GENRE})(?:典)?{REMARK}$")
TAIL = re.compile(rf"的(?:(?!的)[\u4e00-\u9fff]){{0,4}}(?:{GENRE}){REMARK}$")
LEAD = re.compile(rf"^(?P<body>[^《〈]*?)(?P<about>{ABOUT})?(?P<verb>{'|'.join(VERBS)})(?P<outer>[^《〈]*)$")
SHORT = re.compile(
    rf"^(?P<body>(?:(?!{ABOUT})[^《》〈〉])*?)(?P<about>{ABOUT})?(?P<verb>转发|批转)(?P<rest>.+{ABOUT}.+)$"
)
NOTICE = "的通知"
DEEPEST = 20
"""Levels of enclosed titles that are taken apart."""
WRAPPED = re.compile(rf"(?<![求取馈的])(?P<genre>意见|办法|方案|规定|报告|请示|决定|规划|要点){NOTICE}$")
"""…意见的通知, as the short form names an enclosed text that is no notice (关于…的意见)."""


@dataclass(frozen=True, slots=True)
class Title:
    """A title in its parts; what is not there is empty.

    Attributes:
        body: the issuing body that the title begins with.
        about: whether it says 关于.
        verb: what it does with another text (转发, 印发); empty for a text of its own.
        outer: the body named before the marks of the enclosed title.
        inner: the enclosed title.
        marked: whether the enclosed title stands in 书名号; if not, the title is in the short form.
        matter: what a text of its own is about.
        tail: how it ends: 的通知, with a remark such as （试行）.
    """

    body: str = ""
    about: bool = False
    verb: str = ""
    outer: str = ""
    inner: Title | None = None
    marked: bool = True
    matter: str = ""
    tail: str = ""

    def __str__(self) -> str:
        lead = f"{self.body}{ABOUT if self.about else ''}{self.verb}"
        if self.inner is None:
            return f"{lead}{self.matter}{self.tail}"
        if self.marked:
            return f"{lead}{self.outer}{enclose(str(self.inner))}{self.tail}"
        return f"{lead}{run_on(str(self.inner))}"

    @property
    def genre(self) -> str:
        """文种 or kind of text that the title ends with; empty where it names none."""
        found = GENRE_END.search(str(self))
        return found["genre"] if found else ""

    @property
    def depth(self) -> int:
        """How many titles are enclosed in it."""
        return 0 if self.inner is None else 1 + self.inner.depth

    @property
    def innermost(self) -> Title:
        """The title at the far end: its own where it encloses none."""
        return self if self.inner is None else self.inner.innermost


def parse_title(title: str) -> Title:
    """Take a title apart; spaces go, and the 书名号 are rewritten from the outermost level on.

    Titles enclosed in one another are taken apart down to the twentieth; no chain is that long.
    """
    return parse_bare(bare_title(title), DEEPEST)


def parse_bare(bare: str, depth: int) -> Title:
    """A title without spaces, of which so many enclosed ones are taken apart."""
    if not depth:
        return Title(matter=bare)
    return enclosing_title(bare, depth - 1) or short_title(bare, depth - 1) or plain_title(bare)


def enclosing_title(bare: str, depth: int) -> Title | None:
    """A title that encloses one other in 书名号; None where it encloses none, or several."""
    inner = [*cited_titles(bare)]
    if len(inner) != 1:
        return None
    words, start, end = inner[0]
    lead, tail = LEAD.match(bare[:start]), bare[end:]
    if lead is None or not (not tail or TAIL.fullmatch(tail)):
        return None
    about = lead["about"] is not None
    return Title(
        lead["body"], about, lead["verb"], lead["outer"], parse_bare(bare_title(words), depth), tail=tail
    )


def short_title(bare: str, depth: int) -> Title | None:
    """A title in the short form; None where it is not one."""
    found = SHORT.match(bare)
    if found is None:
        return None
    inner = parse_bare(bare_title(run_back(found["rest"])), depth)
    if inner.inner is None and not (inner.about and inner.tail):
        return None
    return Title(found["body"], found["about"] is not None, found["verb"], inner=inner, marked=False)


def plain_title(bare: str) -> Title:
    """A title that encloses no other."""
    body, about, rest = bare.partition(ABOUT)
    tail = TAIL.search(rest) if about else None
    if not about or tail is None or not tail.start() or set("《〈").intersection(body):
        return Title(matter=bare)
    return Title(body, about=True, matter=rest[: tail.start()], tail=tail[0])


def run_on(inner: str) -> str:
    """The rest of a short title: a notice as it is, another text (…的意见) as …意见的通知."""
    if inner.endswith(NOTICE):
        return inner
    plain = TAIL.search(inner)
    return (inner[: plain.start()] + inner[plain.start() + 1 :] if plain else inner) + NOTICE


def run_back(rest: str) -> str:
    """The enclosed title of a short one, the inverse of `run_on`."""
    wrapped = WRAPPED.search(rest)
    if wrapped is None or FORWARD in rest:
        return rest
    return f"{rest[: wrapped.start()]}的{wrapped['genre']}"


# --- building ------------------------------------------------------------------------------------


def forwarding_title(inner: str, outer: str = "", body: str = "") -> str:
    """关于转发…《…》的通知.

    Args:
        inner: the title of the text that is forwarded.
        outer: the body that issued it, where its title does not name it.
        body: the body that forwards, where the title begins with it.
    """
    return f"{body}{ABOUT}{FORWARD}{outer}{enclose(inner)}{NOTICE}"


def short_forwarding_title(inner: str, body: str = "") -> str:
    """转发…关于…的通知, without marks and without a second 的通知.

    Args:
        inner: the title of the text that is forwarded, or of the one at the head of its chain,
            beginning with the body that issued it.
        body: the body that forwards, where the title begins with it.
    """
    return f"{body}{FORWARD}{run_on(bare_title(inner))}"
