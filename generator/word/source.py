"""A Word template, foreign perhaps, taken apart: its parts, its slots, and its tags turned into Jinja.

The slots are docxtpl's: its own patching turns what Word made of `{{r 标题 }}` into Jinja.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, nodes
from jinja2.exceptions import TemplateSyntaxError
from jinja2.meta import find_undeclared_variables
from jinja2.sandbox import ImmutableSandboxedEnvironment
from lxml import etree

from generator.ooxml.foreign import describe_foreign, has_macros
from generator.ooxml.package import CONTENT_TYPES, Member, PackageError, deflate, unpack
from generator.ooxml.xml import NAMESPACES, XML_DECLARATION, read_xml
from generator.problems import Level, LibraryError, Place, Problem
from generator.word.completing import STYLES_PART, complete_styles
from generator.word.contract import tags_in
from generator.word.sideways import RELATIONS_PART, section_parts
from generator.word.slots import (
    isolate_tags,
    misplaced_slots,
    slots_out_of_the_body,
    with_namespaces,
    without_empty_runs,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.standard import Standard, TemplateKind

BODY_PART = "word/document.xml"
PROPERTIES_PART = "docProps/core.xml"
SETTINGS_PART = "word/settings.xml"
FRAME_PARTS = (CONTENT_TYPES, RELATIONS_PART)
"""The parts that name the others; a file with sideways pages has more parts to name."""
MARGIN_PART = re.compile(r"word/(header|footer|footnotes)\d*\.xml")
MARGINS = {"header": "页眉", "footnotes": "脚注", "footer": "页脚"}
BODY_START = re.compile(r"<w:body\b[^>]*>")
LAST_SECTION = re.compile(r"<w:sectPr\b(?:(?!<w:sectPr\b).)*</w:body>.*\Z", re.DOTALL)

PLAIN_TAGS = (nodes.Output, nodes.TemplateData, nodes.If, nodes.Name, nodes.Not, nodes.And, nodes.Or)
"""What a template may say.  Slots and conditions on them cannot fail, loop or grow while they are filled."""

# Written by the pen, never by a record: the values are escaped words and markup made from them.
SANDBOX = ImmutableSandboxedEnvironment(autoescape=True, undefined=StrictUndefined)


@dataclass(frozen=True, slots=True)
class TemplateSource:
    """A template file taken apart: its parts, and those with slots as Jinja text."""

    name: str
    parts: Mapping[str, bytes]
    patched: str
    margins: Mapping[str, str]

    def slots(self) -> frozenset[str]:
        """Names of all slots.

        Raises:
            LibraryError: The tags are not Jinja.
        """
        return frozenset().union(
            *(undeclared(text, self.name) for text in (self.patched, *self.margins.values()))
        )

    def tags(self) -> set[tuple[str, str]]:
        """Slots that are printed somewhere, with the form they are written in."""
        parts = (BODY_PART, *self.margins)
        return set().union(*(tags_in(self.parts[part]) for part in parts))

    def misplaced(self) -> Iterator[Problem]:
        """Slots for whole paragraphs where none can stand."""
        place = Place(self.name)
        yield from misplaced_slots(read_xml(self.parts[BODY_PART]), place)
        for part in self.margins:
            where = next(words for name, words in MARGINS.items() if part.startswith(f"word/{name}"))
            yield from slots_out_of_the_body(read_xml(self.parts[part]), where, place)

    def static(self) -> tuple[Member, ...]:
        """The parts that no document changes, deflated."""
        filled = {*self.margins, *FRAME_PARTS, BODY_PART, PROPERTIES_PART, SETTINGS_PART}
        return tuple(deflate(part, content) for part, content in self.parts.items() if part not in filled)

    def package_frame(self) -> tuple[Member, ...]:
        """The parts that name the other parts."""
        return tuple(deflate(part, self.parts[part]) for part in FRAME_PARTS if part in self.parts)

    def section_frame(self, styles: Mapping[str, str], standard: Standard) -> tuple[Member, ...]:
        """The same for a file that has other sections, with the parts that these need."""
        parts = section_parts(self.parts, styles, standard)
        return tuple(deflate(part, content) for part, content in parts.items())

    def completed(self, standard: Standard, kind: TemplateKind) -> TemplateSource:
        """The template with every style of its contract."""
        styles = complete_styles(self.parts[STYLES_PART], standard, kind)
        return replace(self, parts={**self.parts, STYLES_PART: styles})

    def frame(self) -> tuple[str, str, str]:
        """The body part split into what stands before its content, the content, the last section."""
        start, end = BODY_START.search(self.patched), LAST_SECTION.search(self.patched)
        if start is None or end is None:
            message = f"模板“{self.name}”没有页面设置（sectPr）。"
            raise failure("WORD001", message, self.name, "在 Word 里另存一次")
        cut = slice(start.end(), end.start())
        return XML_DECLARATION + self.patched[: cut.start], self.patched[cut], self.patched[cut.stop :]


def open_template(content: bytes, name: str) -> TemplateSource:
    """A template taken apart.

    Raises:
        PackageError: It is no Word file, or one that is not taken as a template.
    """
    refuse_foreign(content)
    parts = unpack(content)
    refuse_unusable(parts)
    return TemplateSource(name, parts, patched_document(content), margins_with_slots(parts))


def refuse_foreign(content: bytes) -> None:
    """Files that are plainly something else.

    Raises:
        PackageError: It says what they are.
    """
    if foreign := describe_foreign(content):
        raise PackageError(foreign)


def refuse_unusable(parts: Mapping[str, bytes]) -> None:
    """Word documents that are no templates for us.

    Raises:
        PackageError: It may hold programs, or is written in the strict form that few programs read.
    """
    if has_macros(parts[CONTENT_TYPES]):
        raise PackageError("是带宏的 Word 文件（.docm）")
    if read_xml(parts[BODY_PART]).tag != f"{{{NAMESPACES['w']}}}document":
        raise PackageError("是“严格的 Open XML 文档”，或不是 Word 文档")


def read_source(source: Path | bytes, name: str) -> bytes:
    """The bytes of a template."""
    if isinstance(source, bytes):
        return source
    try:
        return source.read_bytes()
    except OSError as error:
        message = f"模板“{name}”读不出：{error.strerror}。"
        raise failure("WORD001", message, name, "核对路径和权限") from error


def patched_document(content: bytes) -> str:
    """The document part with docxtpl's tags turned into Jinja.

    Raises:
        PackageError: python-docx cannot open the package.
    """
    try:
        template = DocxTemplate(BytesIO(content))
        root = template.get_docx()._element  # noqa: SLF001 -- docxtpl itself has no other way
        isolate_tags(root)
    except (KeyError, ValueError, AttributeError, etree.XMLSyntaxError) as error:
        raise PackageError("部件不全或 XML 有错") from error
    text = str(template.patch_xml(etree.tostring(root, encoding="unicode")))
    return with_namespaces(without_empty_runs(text))


def margins_with_slots(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Headers, footers and notes that have slots, as Jinja.

    Raises:
        PackageError: One of them is not well-formed, though perhaps nothing refers to it.
    """
    roots = {name: read_xml(parts[name]) for name in parts if MARGIN_PART.fullmatch(name)}
    for root in roots.values():
        isolate_tags(root)
    patch = DocxTemplate(BytesIO()).patch_xml
    texts = {name: patch(etree.tostring(root, encoding="unicode")) for name, root in roots.items()}
    return {
        name: XML_DECLARATION + with_namespaces(text)
        for name, text in texts.items()
        if "{{" in text or "{%" in text
    }


def undeclared(text: str, name: str) -> set[str]:
    """Names of the slots in a patched part.

    Raises:
        LibraryError: The tags are not Jinja, or more than slots and conditions on slots.
    """
    try:
        tree = SANDBOX.parse(text)
    except TemplateSyntaxError as error:
        message = f"模板“{name}”里的标签写错：{str(error.message).rstrip('.')}。"
        raise failure("WORD006", message, name, "核对 {{ }} 和 {% %} 是否成对、是否用了半角括号") from error
    if any(not isinstance(node, PLAIN_TAGS) for node in tree.find_all(nodes.Node)):
        message = f"模板“{name}”的标签里有算式、循环或别的写法，这里不能用。"
        hint = "只写插槽和条件：{{r 标题 }}、{%p if 附注 %}、{%p endif %}，条件里可用 not、and、or"
        raise failure("WORD006", message, name, hint)
    return find_undeclared_variables(tree)


def failure(code: str, message: str, name: str, hint: str) -> LibraryError:
    """One problem with a template, ready to be raised."""
    return LibraryError([Problem(Level.ERROR, code, message, Place(name), hint=hint)])
