"""The shell around the text of a page, told by tags, roles, class words and the share of links.

The element that carries the most of the page's own words is never taken for shell, whatever its class.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.importers.reading.page.measures import SPACE, Measure, measure

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element as Element

HIDDEN = "隐藏"
BY_TAG: Mapping[str, str] = {
    "nav": "导航",
    "menu": "导航",
    "header": "页眉",
    "footer": "页脚",
    "aside": "侧栏",
    "noscript": HIDDEN,
    **dict.fromkeys(("button", "select", "option", "textarea", "fieldset", "label"), "表单"),
}
BY_ROLE: Mapping[str, str] = {
    "navigation": "导航",
    "menu": "导航",
    "menubar": "导航",
    "tablist": "导航",
    "banner": "页眉",
    "contentinfo": "页脚",
    "complementary": "侧栏",
    "search": "表单",
    "form": "表单",
    "dialog": "弹窗",
    "alertdialog": "弹窗",
}
BY_WORD: tuple[tuple[str, str], ...] = (
    (r"(?:top|main|sub|side|left|head|foot|site)?(?:navi?|navbar|navigation|menus?|menubar)", "导航"),
    (r"(?:bread)?crumbs?|position|location|dqwz|weizhi|curpos|sitepath|pager|pagination|pagebar", "导航"),
    (r"(?:page|site|top)?(?:header|banner|topbar|logo)|head|top", "页眉"),
    (r"(?:page|site)?(?:footer|foot|bottom|copyright)", "页脚"),
    (r"(?:left|right)?side(?:bar)?|aside", "侧栏"),
    (r"relate[ds]?|recommend|hot(?:news)?|rank(?:ing)?|xgxx|xgwz|xgyd|tuijian", "相关链接"),
    (r"ads?|adv|advert(?:s|isement)?|gg|guanggao|sponsor|promo|popup|float(?:ad)?", "广告"),
    (r"(?:bd)?share(?:box|button|buttonbox)?|bdsharebuttonbox|fenxiang|qrcode|ewm|erweima|social", "分享"),
    (r"search(?:box|bar)?|sousuo|login|denglu|register", "表单"),
    (r"comments?|pinglun|toolbar|tools?|print|fontsize", "工具条"),
)
WORDS = tuple((re.compile(pattern), shell) for pattern, shell in BY_WORD)
TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
UNSEEN = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
WITHIN_TEXT = frozenset(
    {"p", "span", "font", "b", "strong", "i", "em", "u", "a", "h1", "h2", "h3", "pre", "li"}
)
"""Elements of a text; what carries a text of one paragraph is the element around it."""
LISTS = frozenset({"ul", "ol", "dl", "div", "section", "table", "tr", "td", "p"})
HALF = 0.5
DENSE = 0.7
"""Share of its characters that a list of links has in links."""
FEWEST_LINKS = 3
SHORT_FORM = 200
"""A form of more words is the frame of a whole page, as some programs write it."""
SITE_NAME = re.compile(r"[_|｜]|\s[-–—]+\s|--+")
"""What stands between the title of a text and the name of the site."""
SHORTEST_HEADLINE = 6
LONGEST_HEAD = 2_000
LONGEST_CLASS = 200
"""Characters of a class or id that are looked at."""


class Furniture:
    """Tells for each element of a page whether it begins a piece of its shell."""

    def __init__(self, root: Element) -> None:
        self.measures = measure(root)
        self.carriers = carriers_of(root, self.measures)
        self.headline = headline_of(root)
        self.content = max(self.carriers, key=self.carriers.__getitem__, default=root)

    def shell(self, element: Element, *, inside: bool) -> str:
        """What an element is taken for; empty for text.

        Args:
            element: An element of the page.
            inside: Whether it lies in the element that carries the text.
        """
        if is_hidden(element):
            return HIDDEN
        if element in self.carriers or element.tag in {"html", "body"}:
            return ""
        found = by_form(element, self.measures[element]) or BY_ROLE.get(
            str(element.get("role", "")).lower(), ""
        )
        return found or self.by_tag(element, inside=inside) or self.by_looks(element, inside=inside)

    def by_tag(self, element: Element, *, inside: bool) -> str:
        """By its tag; a header within the text holds the title of the text."""
        if inside and element.tag in {"header", "footer", "label"}:
            return ""
        return self.unless_headline(element, BY_TAG.get(str(element.tag), ""))

    def by_looks(self, element: Element, *, inside: bool) -> str:
        """By the words of its class, else by its links; neither holds for what has a headline in it."""
        own = self.measures[element]
        if own.headings:
            return ""
        found = self.unless_headline(element, by_words(element))
        if inside:
            return found if found in {"分享", "广告", "工具条"} else ""
        return found or ("导航" if is_list_of_links(element, own) else "")

    def unless_headline(self, element: Element, shell: str) -> str:
        """A head that holds the title of the page is the head of the text, not of the site."""
        if shell != "页眉" or not self.headline or self.measures[element].text > LONGEST_HEAD:
            return shell
        return "" if self.headline in SPACE.sub("", "".join(map(str, element.itertext()))) else shell


def headline_of(root: Element) -> str:
    """The title of the text in the title of the page, the name of the site left out; empty if too short."""
    title = next(("".join(map(str, one.itertext())) for one in root.iter("title")), "")
    first = SPACE.sub("", SITE_NAME.split(title.strip(), maxsplit=1)[0])
    return first if len(first) >= SHORTEST_HEADLINE else ""


def carriers_of(root: Element, measures: Mapping[Element, Measure]) -> dict[Element, int]:
    """The elements, one in another, that hold more than half of the words outside links; with their depth."""
    needed = measures[root].unlinked * HALF
    found: dict[Element, int] = {}
    element: Element | None = root
    while element is not None:
        found[element] = len(found)
        element = next((child for child in element if carries(child, measures, needed)), None)
    while len(found) > 1 and next(reversed(found)).tag in WITHIN_TEXT:
        found.popitem()
    return found


def carries(element: Element, measures: Mapping[Element, Measure], needed: float) -> bool:
    """Whether an element is seen and holds so many words."""
    return measures[element].unlinked > needed and not is_hidden(element)


def is_hidden(element: Element) -> bool:
    """Whether a page does not show an element."""
    return (
        element.get("hidden") is not None
        or str(element.get("aria-hidden", "")).lower() == "true"
        or UNSEEN.search(str(element.get("style", ""))) is not None
    )


def by_form(element: Element, own: Measure) -> str:
    """A form of a few words asks for something; a long one frames the page."""
    return "表单" if element.tag == "form" and own.text < SHORT_FORM else ""


def by_words(element: Element) -> str:
    """By the words of its class and id."""
    named = " ".join(str(element.get(name, ""))[:LONGEST_CLASS] for name in ("class", "id"))
    tokens = [token.lower() for token in TOKEN.findall(named)]
    return next((shell for form, shell in WORDS if any(map(form.fullmatch, tokens))), "")


def is_list_of_links(element: Element, own: Measure) -> bool:
    """Whether an element is hardly more than links to other pages; files attached to the text are none."""
    return (
        element.tag in LISTS
        and own.links >= FEWEST_LINKS
        and own.linked >= DENSE * own.text
        and not own.attached
    )
