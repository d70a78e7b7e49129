"""Words into page text: one way of escaping for Markdown, HTML, attributes and front matter.

Record text never becomes markup.  Every ASCII character that is not a letter, a digit or a space
is written as a numeric character reference, which means the same in Markdown text, in HTML text
and inside an attribute, and which no Markdown construct can begin with.
"""

from __future__ import annotations

import json
import re
import unicodedata
from urllib.parse import quote

BREAK = "<br>"
INVISIBLE = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Unicode categories that print nothing: controls, format marks, surrogates, separators of lines."""
PLAIN_VALUE = re.compile(r"[A-Za-z0-9]+(?:[- ][A-Za-z0-9]+)*")
TITLE_MARKS = str.maketrans("<>&{}\"'", "＜＞＆｛｝＂＇")


class WrittenCharacters(dict[int, str]):
    """How each character is written in page text, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        """A reference for ASCII marks, nothing for what prints nothing, all else as it is."""
        character = chr(code)
        if unicodedata.category(character) in INVISIBLE:
            written = " " if character.isspace() else ""
        elif code < 128 and not character.isalnum() and character != " ":
            written = f"&#{code};"
        else:
            written = character
        self[code] = written
        return written


WRITTEN = WrittenCharacters()


def escape(text: str) -> str:
    """A text on one line, safe in Markdown, in HTML and in a quoted attribute."""
    return text.translate(WRITTEN).strip()


def escape_lines(text: str) -> str:
    """A text whose line ends stay, for table cells."""
    return BREAK.join(escape(line) for line in text.splitlines())


def front_matter(title: str) -> str:
    """The head of a page: its title only.

    Themes print the title into HTML as it is, so the marks of HTML and of templates
    are written in their full-width forms there; the heading of the page has the exact words.
    """
    plain = " ".join("".join(" " if unicodedata.category(c) in INVISIBLE else c for c in title).split())
    return f"---\ntitle: {json.dumps(plain.translate(TITLE_MARKS), ensure_ascii=False)}\n---\n"


def tag(name: str, inner: str, **attributes: str) -> str:
    """An HTML element; `inner` is page text already, attributes are words and empty ones are left out.

    A trailing underscore of a name is dropped and other underscores become hyphens (class_, aria_label).
    """
    names = {key: key.rstrip("_").replace("_", "-") for key in attributes}
    written = "".join(f' {names[key]}="{attribute(value)}"' for key, value in attributes.items() if value)
    return f"<{name}{written}>{inner}</{name}>"


def attribute(value: str) -> str:
    """The value of an attribute; class names and ids stay readable."""
    return value if PLAIN_VALUE.fullmatch(value) else escape(value)


def anchor_tag(href: str, inner: str, *, class_: str = "", title: str = "") -> str:
    """A link; `href` is an address made by `relative` or `outside`, which are safe as they are."""
    extra = f' class="{attribute(class_)}"' if class_ else ""
    extra += f' title="{attribute(title)}"' if title else ""
    return f'<a href="{href}"{extra}>{inner}</a>'


def outside(address: str) -> str | None:
    """The address of a source on the web as an attribute; None for anything but http and https."""
    if not address.lower().startswith(("http://", "https://")):
        return None
    return quote(address, safe=":/?#=%+,;@-._~").replace("&", "%26")


def count_tag(count: int) -> str:
    """How many there are, beside what they are."""
    return f'<span class="count">{count}</span>'


def badge(text: str, tone: str = "plain") -> str:
    """A small label; `tone` is plain, good, warn or bad."""
    return tag("span", escape(text), class_=f"badge badge-{tone}")
