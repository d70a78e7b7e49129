"""Styles that a template lacks, added from the standard.

Staff make a template once and keep it for years; what the standard's data has gained since then must
not turn it away.  The file itself is left as it is: the styles are added whenever it is read.
"""

from __future__ import annotations

from copy import deepcopy
from itertools import chain, count
from typing import TYPE_CHECKING

from lxml import etree

from generator.ooxml.xml import NAMESPACES, read_xml
from generator.word.contract import contract_styles, styles_in
from generator.word.maker.styles import styles_part

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.standard import Standard, TemplateKind

STYLES_PART = "word/styles.xml"
W = f"{{{NAMESPACES['w']}}}"


def lacking_styles(part: bytes, standard: Standard, kind: TemplateKind) -> tuple[str, ...]:
    """Names of the styles that the contract has and a template of that kind has not.

    Args:
        part: Its `styles.xml`.
        standard: Under the choices of the office.
        kind: Which contract it keeps.
    """
    found = contract_styles(standard, kind, styles_in(part))
    return tuple(name for name in standard.style_names(kind) if name not in found)


def complete_styles(part: bytes, standard: Standard, kind: TemplateKind) -> bytes:
    """`styles.xml` with every style of the contract; the template's own are left as they are."""
    lacking = lacking_styles(part, standard, kind)
    if not lacking:
        return part
    made_part = styles_part(standard, kind).encode("utf-8")
    made = {style.get(f"{W}styleId"): style for style in read_xml(made_part).iter(f"{W}style")}
    made_ids = contract_styles(standard, kind, styles_in(made_part))
    own_ids = contract_styles(standard, kind, styles_in(part))
    root = read_xml(part)
    same = dict(default_ids(root, made)) | {made_ids[name]: own for name, own in own_ids.items()}
    taken = {style.get(f"{W}styleId") for style in root.iter(f"{W}style")}
    for name in lacking:
        root.append(copy_style(made[made_ids[name]], free_id(made_ids[name], taken), same))
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def default_ids(root: etree._Element, made: Mapping[str | None, etree._Element]) -> Iterator[tuple[str, str]]:
    """The default styles of our own template with those of another: both have one of each type."""
    own = {
        style.get(f"{W}type"): style.get(f"{W}styleId")
        for style in root.iter(f"{W}style")
        if is_default(style)
    }
    for identifier, style in made.items():
        other = own.get(style.get(f"{W}type"))
        if is_default(style) and identifier and other:
            yield identifier, other


def is_default(style: etree._Element) -> bool:
    """Whether it is the default style of its type."""
    return style.get(f"{W}default") in ("1", "true", "on")


def free_id(wanted: str, taken: set[str | None]) -> str:
    """An id that no other style has: a style may have been renamed and have kept its id."""
    numbered = (f"{wanted}{number}" for number in count(1))
    return next(one for one in chain([wanted], numbered) if one not in taken)


def copy_style(made: etree._Element, identifier: str, same: Mapping[str, str]) -> etree._Element:
    """A style as another template can take it: based on that one's styles."""
    style = deepcopy(made)
    style.set(f"{W}styleId", identifier)
    style.attrib.pop(f"{W}default", "")
    for base in style.iter(f"{W}basedOn"):
        base.set(f"{W}val", same.get(str(base.get(f"{W}val")), str(base.get(f"{W}val"))))
    return style
