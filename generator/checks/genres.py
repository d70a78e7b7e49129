"""Documents of ours against the rules of their 文种 (`standard/genres.yaml`).

GENRE001 direction, GENRE002 number of 主送, GENRE004 closing phrase, GENRE005 one matter, GENRE006
contact, GENRE007 版式, GENRE008 文种 in the title, GENRE013 a 文种 that the 条例 does not know.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.checks.issue import Issue, issues
from generator.compose import Trees
from generator.document import DocumentFormat, Paragraph
from generator.library import Library
from generator.models.fields import YesNo
from generator.problems import Problem
from generator.standard.genres import AddresseeCount, Genre, genres

BRACKETED_END = re.compile(r"（[^（）]*）$")
SEVERAL = re.compile(
    r"(?:[两二三四五六七八九十几]|若干)(?:个|项)(?:事项|问题|请求)|等(?:事项|问题|事宜)的请示$"
)
FURTHER = re.compile(rf"(?:另外?|同时|此外|还|一并)[，,]?[恳敬特]?{genres().requests.asking}")
CONTACT = re.compile(r"联系人|联系电话|电话")
UNPRINTED = (DocumentFormat.ORDER, DocumentFormat.MINUTES)
"""Layouts in which other 文种 would lose their title or their 主送."""


def check_genres(library: Library, trees: Trees) -> Iterator[Problem]:
    """Every document that the bureau issues, by the rules of its 文种."""
    for issue in issues(library, trees):
        genre = genres().find(issue.tree.genre)
        if genre is None:
            yield from unknown_genre(issue)
        else:
            yield from (problem for rule in RULES for problem in rule(issue, genre))


def unknown_genre(issue: Issue) -> Iterator[Problem]:
    """A 文种 that is none of the fifteen."""
    if issue.tree.genre:
        names = "、".join(genre.name for genre in genres())
        message = f"“{issue.tree.genre}”不是公文的文种"
        yield genres().problem("文种", message, issue.place("文种"), f"可写 {names}")


def wrong_direction(issue: Issue, genre: Genre) -> Iterator[Problem]:
    """A 文种 that does not go this way."""
    allowed = genre.directions.allowed
    if issue.document.direction not in allowed:
        ways = "、".join(allowed)
        message = f"{genre.name}的行文方向是{ways}，这里写的是“{issue.document.direction.value}”"
        hint = f"把“行文方向”改成{ways}，或换一个文种"
        yield genres().problem("方向", message, issue.place("行文方向"), hint, genre.directions)


def wrong_addressees(issue: Issue, genre: Genre) -> Iterator[Problem]:
    """主送 where there should be none, or several where there should be one; UP002 tells upward ones."""
    names, count = issue.addressees, genre.addressees.count
    place = issue.place("主送")
    if count is AddresseeCount.NONE and names:
        lost = "，也不会印出" if issue.tree.format in UNPRINTED else ""
        message = f"{genre.name}一般不写主送机关{lost}：{'、'.join(names)}"
        yield genres().problem("主送", message, place, "删去“主送”", genre.addressees)
    elif count is AddresseeCount.ONE and len(names) > 1 and not issue.upward:
        message = f"{genre.name}主送一个机关，这里有 {len(names)} 个：{'、'.join(names)}"
        yield genres().problem("主送", message, place, "只留一个，其余列入“抄送”", genre.addressees)


def wrong_closing(issue: Issue, genre: Genre) -> Iterator[Problem]:
    """The customary closing phrase: missing, or that of another 文种."""
    if not issue.body or issue.tree.format is DocumentFormat.ORDER:
        return
    text, place = issue.closing
    own = is_closed(text, genre)
    other = next((one for one in genres() for words in foreign_closings(one, genre) if words in text), None)
    advice = f"{genre.name}通常写“{'”或“'.join(genre.closing.phrases)}”"
    hint = advice if genre.closing.phrases else "删去它，或核对文种"
    if other and not own:
        message = f"结尾是{other.name}的用语：“{text[-16:]}”"
        yield genres().problem("结语", message, place, hint, genre.closing)
    elif genre.closing.expected is YesNo.YES and not own:
        message = f"{genre.name}末尾没有结语"
        yield genres().problem("结语", message, place, hint, genre.closing)


def is_closed(text: str, genre: Genre) -> bool:
    """Whether words are a closing phrase of a 文种."""
    asks = genre.closing.asking is YesNo.YES and genres().requests.find(text)
    return bool(asks) or any(words in text for words in genre.closing.known)


def foreign_closings(other: Genre, own: Genre) -> tuple[str, ...]:
    """Closing phrases of the form 特此…, which belong to one 文种 alone."""
    if other is own:
        return ()
    return tuple(words for words in other.closing.known if words.startswith("特此") and words != "特此函")


def several_matters(issue: Issue, genre: Genre) -> Iterator[Problem]:
    """One matter to a document: words that usually bring a second one."""
    if genre.one_matter is not YesNo.YES:
        return
    if match := SEVERAL.search(issue.tree.title):
        message = f"标题里的“{match[0]}”像是不止一件事"
        yield genres().problem("一文一事", message, issue.place("标题"), "一件事写一份请示")
    for block in issue.body:
        if isinstance(block, Paragraph) and (match := FURTHER.search(block.text)):
            message = f"“{match[0]}”像是又请示一件事"
            place = block.origin or issue.place()
            yield genres().problem("一文一事", message, place, "一件事写一份请示")


def missing_contact(issue: Issue, genre: Genre) -> Iterator[Problem]:
    """A request says whom to ask."""
    if genre.contact is YesNo.YES and not CONTACT.search(issue.tree.note):
        message = f"{genre.name}的附注里没有联系人和电话"
        hint = "写上“联系人”（姓名、电话），会印在附注里"
        yield genres().problem("附注联系人", message, issue.place("联系人"), hint)


def wrong_format(issue: Issue, genre: Genre) -> Iterator[Problem]:
    """A layout that the 文种 does not take; orders and minutes leave out parts that others need."""
    allowed, layout = genre.formats.allowed, issue.tree.format
    if layout not in allowed:
        message = f"{genre.name}用{'、'.join(allowed)}，这里是{layout.value}"
        hint = "改“版式”；不写“版式”就按文种排"
        ground = None if layout in UNPRINTED else genre.formats
        yield genres().problem("版式", message, issue.place("版式"), hint, ground)


def wrong_title(issue: Issue, genre: Genre) -> Iterator[Problem]:
    """A title ends with the 文种; that of an order is not printed."""
    stated = issue.document.title
    if not stated or issue.tree.format is DocumentFormat.ORDER:
        return
    ending = genres().ending(BRACKETED_END.sub("", stated))
    if ending is not genre:
        found = f"末尾是“{ending.name}”" if ending else "末尾没有文种"
        message = f"“文种”写的是{genre.name}，标题{found}"
        hint = "标题由发文机关名称、事由和文种组成；改标题或改“文种”"
        yield genres().problem("标题文种", message, issue.place("标题"), hint)


RULES: tuple[Callable[[Issue, Genre], Iterator[Problem]], ...] = (
    wrong_direction,
    wrong_addressees,
    wrong_closing,
    several_matters,
    missing_contact,
    wrong_format,
    wrong_title,
)
