"""What a person may do to a document in Word, one thing at a time."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy

from lxml import etree

from generator.ooxml.xml import NAMESPACES
from tests.inspection.wordfile import (
    W,
    WordFile,
    reword,
    runs_of,
    set_property,
    text_of,
)

Damage = Callable[[WordFile], None]
FACES = ("ascii", "eastAsia", "hAnsi", "cs")
VERTICAL = f"{{{NAMESPACES['wp']}}}positionV"
OFFSET = f"{{{NAMESPACES['wp']}}}posOffset"
EMU = 36000
"""Parts of a millimetre in which drawings are measured."""


# --- looks -------------------------------------------------------------------------------------


def look(beginning: str, tag: str, **attributes: object) -> Damage:
    """Select a paragraph and change one property of its characters."""

    def change(file: WordFile) -> None:
        for run in runs_of(file.paragraph(beginning)):
            set_property(run, "rPr", tag, attributes)

    return change


def font(beginning: str, name: str) -> Damage:
    """Select a paragraph, choose a font."""
    return look(beginning, "rFonts", **dict.fromkeys(FACES, name))


def size(beginning: str, points: float) -> Damage:
    """Select a paragraph, choose a type size."""
    return look(beginning, "sz", val=int(points * 2))


def bold(beginning: str) -> Damage:
    """Select a paragraph, press B."""
    return look(beginning, "b")


def colour(beginning: str, digits: str) -> Damage:
    """Select a paragraph, choose a colour."""
    return look(beginning, "color", val=digits)


def partly(beginning: str, words: str, tag: str, **attributes: object) -> Damage:
    """Select some words of a paragraph and change one property of them."""

    def change(file: WordFile) -> None:
        for run in runs_of(file.paragraph(beginning)):
            if words in "".join(str(one.text) for one in run.iterchildren(f"{W}t")):
                set_property(run, "rPr", tag, attributes)

    return change


# --- layout ------------------------------------------------------------------------------------


def layout(beginning: str, tag: str, **attributes: object) -> Damage:
    """Change one property of a paragraph; attributes that are not named are gone."""
    return lambda file: set_property(file.paragraph(beginning), "pPr", tag, attributes)


def indent(beginning: str, **attributes: object) -> Damage:
    """Change the indents of a paragraph; those of the style that are not named become none."""
    none = dict.fromkeys(("left", "right", "firstLine"), 0) | dict.fromkeys(
        ("leftChars", "rightChars", "firstLineChars"), 0
    )
    if "hanging" in attributes:
        none = {name: value for name, value in none.items() if not name.startswith("firstLine")}
    return layout(beginning, "ind", **(none | attributes))


def aligned(beginning: str, side: str) -> Damage:
    """Align a paragraph."""
    return layout(beginning, "jc", val=side)


def pitch(beginning: str, twips: int, **more: object) -> Damage:
    """Give a paragraph another exact line."""
    return layout(beginning, "spacing", line=twips, lineRule="exact", **more)


# --- words -------------------------------------------------------------------------------------


def reworded(beginning: str, old: str, new: str) -> Damage:
    """Type other words."""
    return lambda file: reword(file.paragraph(beginning), old, new)


def removed(beginning: str) -> Damage:
    """Delete a paragraph."""

    def change(file: WordFile) -> None:
        paragraph = file.paragraph(beginning)
        paragraph.getparent().remove(paragraph)

    return change


def emptied(beginning: str) -> Damage:
    """Delete the words of a paragraph and leave the empty line."""

    def change(file: WordFile) -> None:
        for run in list(runs_of(file.paragraph(beginning))):
            run.getparent().remove(run)

    return change


def inserted(above: str, words: str, like: str) -> Damage:
    """Type a paragraph above another, with the looks of a third."""

    def change(file: WordFile) -> None:
        new = deepcopy(file.paragraph(like))
        for run in list(new.iterchildren(f"{W}r"))[1:]:
            new.remove(run)
        for node in new.iter(f"{W}t"):
            node.text = words
        file.paragraph(above).addprevious(new)

    return change


def added_below(above: str, words: str) -> Damage:
    """Press Enter behind a paragraph and type another with its looks."""

    def change(file: WordFile) -> None:
        inserted(above, words, above)(file)
        paragraph = file.paragraph(above)
        paragraph.addnext(paragraph.getprevious())

    return change


def cut(beginning: str, words: str) -> Damage:
    """Press Enter before words of a paragraph that begin a run."""

    def change(file: WordFile) -> None:
        above = file.paragraph(beginning)
        below, reached = deepcopy(above), False
        above.addnext(below)
        for run, twin in zip(list(runs_of(above)), list(runs_of(below)), strict=True):
            reached = reached or "".join(run.itertext(f"{W}t")).startswith(words)
            (above if reached else below).remove(run if reached else twin)

    return change


def typed_behind(beginning: str, words: str, face: str) -> Damage:
    """Type words in another font behind a paragraph."""

    def change(file: WordFile) -> None:
        last = list(runs_of(file.paragraph(beginning)))[-1]
        new = deepcopy(last)
        last.addnext(new)
        next(new.iter(f"{W}t")).text = words
        set_property(new, "rPr", "rFonts", {**dict.fromkeys(FACES, face), "hint": "eastAsia"})

    return change


def tab_stop(beginning: str, kind: str, twips: int) -> Damage:
    """Drag the tab stop of a paragraph to another place."""

    def change(file: WordFile) -> None:
        paragraph = file.paragraph(beginning)
        set_property(paragraph, "pPr", "tabs", {})
        stops = paragraph.find(f"{W}pPr/{W}tabs")
        etree.SubElement(stops, f"{W}tab", {f"{W}val": kind, f"{W}pos": str(twips)})

    return change


def restyled(beginning: str, name: str) -> Damage:
    """Choose a style for a paragraph, in a file that has it."""
    return layout(beginning, "pStyle", val=name)


def without_tabs(beginning: str) -> Damage:
    """Delete the tabs in a paragraph."""

    def change(file: WordFile) -> None:
        paragraph = file.paragraph(beginning)
        for tab in list(paragraph.iter(f"{W}tab")):
            if tab.getparent().tag == f"{W}r":
                tab.getparent().remove(tab)

    return change


def moved(beginning: str, above: str) -> Damage:
    """Cut a paragraph and paste it above another."""
    return lambda file: file.paragraph(above).addprevious(file.paragraph(beginning))


def without_blank_above(beginning: str) -> Damage:
    """Delete the empty line above a paragraph."""

    def change(file: WordFile) -> None:
        above = file.paragraph(beginning).getprevious()
        assert not text_of(above)
        above.getparent().remove(above)

    return change


def more_blanks_above(beginning: str, count: int = 1) -> Damage:
    """Press Enter above a paragraph."""

    def change(file: WordFile) -> None:
        paragraph = file.paragraph(beginning)
        above = paragraph.getprevious()
        assert not text_of(above)
        for _ in range(count):
            paragraph.addprevious(deepcopy(above))

    return change


def joined_lines(beginning: str) -> Damage:
    """Delete the manual line breaks in a paragraph."""

    def change(file: WordFile) -> None:
        for mark in list(file.paragraph(beginning).iter(f"{W}br")):
            mark.getparent().remove(mark)

    return change


# --- styles ------------------------------------------------------------------------------------


def style(name: str, group: str, tag: str, **attributes: object) -> Damage:
    """Change one property of a style."""
    return lambda file: set_property(file.style(name), group, tag, attributes)


def style_font(name: str, face: str) -> Damage:
    """Give a style another font."""
    return style(name, "rPr", "rFonts", **dict.fromkeys(FACES, face))


def both(*damages: Damage) -> Damage:
    """One change that takes several steps."""

    def change(file: WordFile) -> None:
        for one in damages:
            one(file)

    return change
