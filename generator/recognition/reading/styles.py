"""The cascade: what a paragraph or run looks like once defaults and styles are settled.

Order (ISO/IEC 29500-1, 17.7.2): document defaults, table style, paragraph style with its bases and
the level of its list, character style, direct formatting.  Switches such as bold turn each other
over between the kinds of styles (17.7.3).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from generator.recognition.facts import RuleFacts, RunFacts
from generator.recognition.reading.fonts import Font
from generator.recognition.reading.markup import BLACK, W, child_value
from generator.recognition.reading.properties import TOGGLES, Properties, PropertyReader, overlay

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from generator.recognition.reading.numbering import Numbering

NO_FONT = Font(None)
Layer = TypeVar("Layer", bound=Mapping[str, Any])


@dataclass(frozen=True, slots=True)
class Style:
    """A style as written."""

    id: str
    kind: str
    name: str
    base: str
    element: Element
    paragraph: Properties
    run: Properties


@dataclass(slots=True)
class StyleSheet:
    """All styles of a file; what they come to is settled once for each combination."""

    reader: PropertyReader
    numbering: Numbering
    styles: dict[str, Style] = field(default_factory=dict)
    standard: dict[str, str] = field(default_factory=dict)
    """The default style of each kind."""
    default_paragraph: Properties = field(default_factory=dict)
    default_run: Properties = field(default_factory=dict)
    by_theme: bool = False
    table_layouts: dict[str, Properties] = field(default_factory=dict)
    paragraphs: dict[str, dict[str, Properties]] = field(default_factory=dict)
    """The layouts of paragraph styles, by the table style that they stand in."""
    run_layers: dict[str, Properties] = field(default_factory=dict)
    borders: dict[str, dict[str, RuleFacts | None]] = field(default_factory=dict)
    """The rules of table styles."""
    runs: dict[tuple[str, str, str], Properties] = field(default_factory=dict)
    looks: dict[object, RunFacts] = field(default_factory=dict)

    def read(self, root: Element | None) -> None:
        """Take down the defaults and every style."""
        if root is None:
            return
        self.by_theme = any(
            str(name).endswith("Theme") for fonts in root.iter(f"{W}rFonts") for name, _ in fonts.items()
        )
        defaults = f"{W}docDefaults/{W}"
        self.default_run = self.reader.run(root.find(f"{defaults}rPrDefault/{W}rPr"))
        self.default_paragraph = self.reader.paragraph(root.find(f"{defaults}pPrDefault/{W}pPr"))
        for element in root.iterchildren(f"{W}style"):
            self.take(element)

    def take(self, element: Element) -> None:
        """Take down one style."""
        style = Style(
            id=str(element.get(f"{W}styleId", "")),
            kind=str(element.get(f"{W}type", "paragraph")),
            name=display_name(element),
            base=child_value(element, "basedOn"),
            element=element,
            paragraph=self.reader.paragraph(element.find(f"{W}pPr")),
            run=self.reader.run(element.find(f"{W}rPr")),
        )
        self.styles[style.id] = style
        if element.get(f"{W}default", "0").lower() not in {"0", "false", "off"}:
            self.standard[style.kind] = style.id

    def chosen(self, kind: str, identifier: str) -> str:
        """The style that is meant: the one named, else the default of its kind."""
        style = self.styles.get(identifier)
        return identifier if style and style.kind == kind else self.standard.get(kind, "")

    def inherited(
        self, identifier: str, settled: dict[str, Layer], start: Layer, step: Callable[[Layer, Style], Layer]
    ) -> Layer:
        """What a style comes to with all that it is based on, each style settled once; circles are cut.

        Args:
            identifier: Its id; one that there is not comes to `start`.
            settled: What is settled already; more is put there.
            start: What stands beneath the farthest style.
            step: Lays what a style says over what its base comes to.
        """
        waiting: dict[str, Style] = {}
        while identifier in self.styles and identifier not in waiting and identifier not in settled:
            waiting[identifier] = self.styles[identifier]
            identifier = waiting[identifier].base
        layer = start if identifier in waiting else settled.get(identifier, start)
        for style in reversed(waiting.values()):
            layer = settled[style.id] = step(layer, style)
        return layer

    def name(self, identifier: str) -> str:
        """The display name of a style."""
        return self.styles[identifier].name if identifier in self.styles else ""

    def paragraph(self, style: str, table: str) -> Properties:
        """The layout that a paragraph style (id) comes to inside a table style (id, or empty)."""
        start = self.inherited(table, self.table_layouts, self.default_paragraph, with_layout)
        return self.inherited(style, self.paragraphs.setdefault(table, {}), start, self.with_level_and_layout)

    def with_level_and_layout(self, merged: Properties, style: Style) -> Properties:
        """What a paragraph style says, and the level of its list beneath it."""
        return with_layout(self.with_level(merged, style), style)

    def with_level(self, merged: Properties, style: Style) -> Properties:
        """A style that names a list takes the layout of its level beneath its own."""
        identifier = style.paragraph.get("numId")
        if not identifier:
            return merged
        depth = style.paragraph.get("ilvl", self.numbering.depth_of_style(identifier, style.id))
        return overlay(merged, self.numbering.properties(identifier, depth)) | {"ilvl": depth}

    def run(self, style: str, table: str, character: str) -> Properties:
        """The look that paragraph, table and character style come to together."""
        key = (style, table, character)
        if key not in self.runs:
            layers = [self.run_layer(identifier) for identifier in (table, style, character)]
            merged = dict(self.default_run)
            for layer in layers:
                merged |= layer
            for toggle in TOGGLES:
                turned = sum(bool(layer.get(toggle)) for layer in layers) % 2 == 1
                merged[toggle] = bool(self.default_run.get(toggle)) or turned
            self.runs[key] = merged
        return self.runs[key]

    def run_layer(self, identifier: str) -> Properties:
        """What one style and its bases say about runs."""
        return self.inherited(identifier, self.run_layers, {}, lambda below, style: below | style.run)

    def look(self, style: str, table: str, direct: Properties) -> RunFacts | None:
        """A run without words that looks as asked; None where it is hidden."""
        key = (style, table, tuple(direct.items()))
        if key not in self.looks:
            character = self.styles.get(direct.get("style", ""))
            named = character.id if character and character.kind == "character" else ""
            self.looks[key] = look_of(self.run(style, table, named) | direct)
        found = self.looks[key]
        return None if found is HIDDEN else found


def with_layout(merged: Properties, style: Style) -> Properties:
    """What a style says of paragraphs, laid over what its base comes to."""
    return overlay(merged, style.paragraph)


def look_of(properties: Properties) -> RunFacts:
    """Settled properties as facts."""
    if properties.get("hidden"):
        return HIDDEN
    chinese: Font = properties.get("eastAsia", NO_FONT)
    latin: Font = properties.get("ascii", NO_FONT)
    high: Font = properties.get("hAnsi", NO_FONT)
    return RunFacts(
        text="",
        chinese_font=chinese.name,
        latin_font=latin.name or high.name,
        size=properties.get("size"),
        bold=properties.get("bold", False),
        colour=properties.get("colour", BLACK),
        tracking=properties.get("tracking", 0),
        scale=properties.get("scale", 100),
        theme_font=chinese.by_theme,
        east_asian="eastAsia" in properties,
        hint=properties.get("hint", False),
    )


HIDDEN = RunFacts("hidden", None, None, None)
"""Stands for the look of words that are not printed."""


SPELT_OTHERWISE = re.compile("(?:Heading|TOC) [1-9]")
"""LibreOffice writes Word's “heading 1” and “toc 1” so."""


def display_name(style: Element) -> str:
    """The name that a style is shown under: its first alias, else its name as Word spells it."""
    aliases = child_value(style, "aliases").split(",")
    name = child_value(style, "name")
    return aliases[0].strip() or (name.lower() if SPELT_OTHERWISE.fullmatch(name) else name)
