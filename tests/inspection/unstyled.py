"""A file as somebody without our styles would have made it: all looks written as direct formatting."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy

from lxml import etree

from tests.inspection.wordfile import ORDER, STYLES, Node, W, WordFile, properties

ADDED = {f"{W}rFonts", f"{W}spacing", f"{W}ind"}
"""Properties whose attributes add up from style to style; the others replace each other."""
FOREIGN = (
    f'<w:docDefaults xmlns:w="{W[1:-1]}"><w:rPrDefault><w:rPr>'
    '<w:rFonts w:ascii="Calibri" w:eastAsia="宋体" w:hAnsi="Calibri"/>'
    '<w:sz w:val="21"/></w:rPr></w:rPrDefault></w:docDefaults>'
)


def unstyled(content: bytes) -> bytes:
    """The same file without a style of ours: what the styles said is written into each paragraph and run."""
    file = WordFile(content)
    styles = {str(one.get(f"{W}styleId")): one for one in file.each("style", STYLES)}
    for part in ("word/document.xml", *file.footers()):
        for table in file.each("tbl", part):
            write_table(styles, table)
        for paragraph in file.each("p", part):
            write_paragraph(file, styles, paragraph)
    forget(file, styles)
    return file.content()


def chain(styles: dict[str, Node], identifier: str) -> Iterator[Node]:
    """A style after all that it is based on."""
    style = styles.get(identifier)
    if style is None:
        return
    base = style.find(f"{W}basedOn")
    if base is not None:
        yield from chain(styles, str(base.get(f"{W}val")))
    yield style


def named(holder: Node, tag: str) -> str:
    """The style that an element names; the reference is taken out."""
    found = holder.find(W + tag)
    if found is None:
        return ""
    holder.remove(found)
    return str(found.get(f"{W}val"))


def write_paragraph(file: WordFile, styles: dict[str, Node], paragraph: Node) -> None:
    """Write what the style of a paragraph says into it and into its runs."""
    layout = properties(paragraph, "pPr")
    own = list(chain(styles, named(layout, "pStyle") or "Normal"))
    lay_under(layout, [one.find(f"{W}pPr") for one in own])
    defaults = file.one("rPrDefault", STYLES).find(f"{W}rPr")
    looks = [defaults, *(one.find(f"{W}rPr") for one in own)]
    for run in paragraph.iterchildren(f"{W}r"):
        look = properties(run, "rPr")
        character = chain(styles, named(look, "rStyle"))
        lay_under(look, [*looks, *(one.find(f"{W}rPr") for one in character)])


def lay_under(holder: Node, layers: list[Node]) -> None:
    """Put the properties of layers, the farthest first, beneath those that an element has."""
    merged: dict[str, Node] = {}
    for layer in (*layers, holder):
        for one in () if layer is None else layer:
            below = merged.get(one.tag)
            merged[one.tag] = deepcopy(one)
            if below is not None and one.tag in ADDED:
                for name, value in added(below, one):
                    merged[one.tag].set(name, value)
    order = ORDER[str(holder.tag).removeprefix(W)]
    holder[:] = sorted(merged.values(), key=lambda one: place(order, one))


def added(below: Node, above: Node) -> Iterator[tuple[str, str]]:
    """What a property says below and not above; firstLine and hanging exclude each other."""
    hangs = any("hanging" in str(name) or "firstLine" in str(name) for name in above.attrib)
    for name, value in below.items():
        first = "hanging" in str(name) or "firstLine" in str(name)
        if name not in above.attrib and not (first and hangs):
            yield str(name), str(value)


def place(order: tuple[str, ...], element: Node) -> int:
    """Where the schema wants a property."""
    name = str(element.tag).removeprefix(W)
    return order.index(name) if name in order else len(order)


def write_table(styles: dict[str, Node], table: Node) -> None:
    """Write what the style of a table says into it: borders, cell margins, indent."""
    holder = table.find(f"{W}tblPr")
    for style in reversed(list(chain(styles, named(holder, "tblStyle")))):
        said = style.find(f"{W}tblPr")
        for one in () if said is None else said:
            if holder.find(one.tag) is None:
                holder.append(deepcopy(one))


def forget(file: WordFile, styles: dict[str, Node]) -> None:
    """Leave no style but the default one of each kind, with the looks that Word gives a new file."""
    root = file.tree(STYLES)
    for style in styles.values():
        if style.get(f"{W}default") is None:
            root.remove(style)
        for tag in ("pPr", "rPr", "aliases"):
            for one in style.findall(W + tag):
                style.remove(one)
    defaults = file.one("docDefaults", STYLES)
    root.replace(defaults, etree.fromstring(FOREIGN))
