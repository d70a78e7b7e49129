"""Which font a run asks for: names, or a theme that stands in front of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.recognition.reading.markup import A, W
from generator.recognition.reading.markup import colour as plain_colour

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

SLOTS = (
    ("ascii", "asciiTheme"),
    ("hAnsi", "hAnsiTheme"),
    ("eastAsia", "eastAsiaTheme"),
)
SCRIPTS = {"zh-TW": "Hant", "zh-HK": "Hant", "zh-MO": "Hant", "ja-JP": "Jpan", "ko-KR": "Hang"}
SIMPLIFIED = "Hans"
SCHEME_NAMES = {
    "text1": "dk1",
    "tx1": "dk1",
    "dark1": "dk1",
    "bg1": "lt1",
    "background1": "lt1",
    "light1": "lt1",
}
SCHEME_NAMES |= {
    "text2": "dk2",
    "tx2": "dk2",
    "dark2": "dk2",
    "bg2": "lt2",
    "background2": "lt2",
    "light2": "lt2",
}
SCHEME_NAMES |= {"hyperlink": "hlink", "followedHyperlink": "folHlink"}


class Font(NamedTuple):
    """A font for one kind of characters."""

    name: str | None
    by_theme: bool = False


class Theme:
    """Fonts and colours of theme1.xml (ISO/IEC 29500-1, 20.1.4)."""

    def __init__(self, root: Element | None, east_asian_language: str = "") -> None:
        self.script = SCRIPTS.get(east_asian_language, SIMPLIFIED)
        self.fonts: dict[str, str] = {}
        self.colours: dict[str, str] = {}
        if root is not None:
            self.read_fonts(root)
            self.read_colours(root)

    def read_fonts(self, root: Element) -> None:
        """major… for headings, minor… for the body."""
        for kind in ("major", "minor"):
            fonts = root.find(f".//{A}{kind}Font")
            if fonts is None:
                continue
            latin, east_asian = typeface(fonts, "latin"), typeface(fonts, "ea")
            self.fonts |= {f"{kind}Ascii": latin, f"{kind}HAnsi": latin}
            self.fonts[f"{kind}EastAsia"] = east_asian or self.of_script(fonts)
            self.fonts[f"{kind}Bidi"] = typeface(fonts, "cs")

    def of_script(self, fonts: Element) -> str:
        """The font for the language of the file, where the theme names none for all of East Asia."""
        named = (one for one in fonts.iterchildren(f"{A}font") if one.get("script") == self.script)
        return next((str(one.get("typeface", "")) for one in named), "")

    def read_colours(self, root: Element) -> None:
        """dk1, accent1 … as six digits."""
        scheme = root.find(f".//{A}clrScheme")
        for entry in () if scheme is None else scheme:
            for shade in entry:
                self.colours[entry.tag.rpartition("}")[2]] = plain_colour(
                    shade.get("lastClr") or shade.get("val")
                )

    def colour(self, name: str) -> str | None:
        """A colour by the name that a run or a shape has for it."""
        return self.colours.get(SCHEME_NAMES.get(name, name))

    def font(self, element: Element, name: str, theme_name: str) -> Font | None:
        """What an rFonts says for one kind of characters; the theme wins over the name."""
        by_theme, named = element.get(W + theme_name), element.get(W + name)
        if by_theme:
            return Font(self.fonts.get(by_theme) or named or None, by_theme=True)
        return Font(named) if named else None


def typeface(fonts: Element, name: str) -> str:
    """The typeface of one entry; empty where it is left open."""
    entry = fonts.find(A + name)
    return "" if entry is None else str(entry.get("typeface", ""))
