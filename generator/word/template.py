"""A Word template, read and checked once, then filled any number of times.

The patched body is compiled once and rendered in a sandbox with every value escaped;
all parts without slots are deflated once.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from xml.parsers.expat import ExpatError, ParserCreate

from jinja2.exceptions import TemplateError

from generator.ooxml.package import QUICK_LEVEL, Member, PackageError, deflate, join
from generator.ooxml.xml import escape
from generator.problems import LibraryError, Place
from generator.standard import LocalCustom, Standard, TemplateKind, gbt9704
from generator.standard.overlay import overlay_of
from generator.word.completing import STYLES_PART
from generator.word.contract import (
    Found,
    contract_problems,
    contract_styles,
    kind_of,
    printed_slots,
    styles_in,
)
from generator.word.maker import core_properties_part, make_template
from generator.word.sections import settle
from generator.word.source import (
    BODY_PART,
    PROPERTIES_PART,
    SANDBOX,
    SETTINGS_PART,
    TemplateSource,
    failure,
    open_template,
    read_source,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2 import Template

AFTER_UPDATE = re.compile(rb"<w:(hdrShapeDefaults|footnotePr|endnotePr|compat)\b|</w:settings>")
"""What the schema puts after `updateFields` in the settings."""


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """A template that keeps the contract of its kind.

    Attributes:
        name: Its file name, for messages.
        kind: 文件 or 汇编.
        styles: Style ids by the names of the contract.
        slots: Names of the slots it has.
        standard: The values of the standard under the choices of the office (see `standard.overlay`).
    """

    name: str
    kind: TemplateKind
    standard: Standard
    styles: Mapping[str, str]
    slots: frozenset[str]
    before: str
    content: Template
    after: str
    margins: Mapping[str, Template]
    static: tuple[Member, ...]
    plain_frame: tuple[Member, ...]
    section_frame: tuple[Member, ...]
    settings: Member
    updating_settings: Member
    """The settings of a file whose fields Word shall compute."""

    def body(self, context: Mapping[str, Any]) -> str:
        """The content of the body, without its last section: what an enclosed document needs too."""
        return self.content.render(context)

    def fill(self, context: Mapping[str, Any], title: str, *, update_fields: bool = False) -> bytes:
        """The whole .docx.

        Args:
            context: Every slot by name.
            title: What the properties of the file call it.
            update_fields: Whether Word shall compute fields when it opens the file: needed where
                contents list pages, which nobody but the layouting program can know.

        Raises:
            LibraryError: The template misses a slot that is needed, or its tags do not nest.
        """
        self.refuse_losses(context)
        try:
            content = self.body(context)
            body, ending = settle(content, self.after, self.styles["分节"])
            text = self.before + body + ending
            texts = {BODY_PART: text, **{name: part.render(context) for name, part in self.margins.items()}}
            parts = {name: well_formed(text) for name, text in texts.items()}
        except (TemplateError, ExpatError) as error:
            message = f"模板“{self.name}”填不成合格的文档：{error}。"
            raise failure(
                "WORD006", message, self.name, "核对 {%p if … %} 和 {%p endif %} 是否成对"
            ) from error
        parts[PROPERTIES_PART] = core_properties_part(escape(title)).encode("utf-8")
        settings = self.updating_settings if update_fields else self.settings
        frame = self.plain_frame if body is content else self.section_frame
        written = (deflate(name, part, QUICK_LEVEL) for name, part in parts.items())
        return join((*self.static, *frame, settings, *written))

    def refuse_losses(self, context: Mapping[str, Any]) -> None:
        """An element of the document for which the template has no slot would vanish: refuse."""
        lost = [name for name, value in context.items() if value and name not in self.slots]
        if lost:
            message = f"模板“{self.name}”没有插槽“{'、'.join(lost)}”，而文件里有这一项。"
            raise failure("WORD007", message, self.name, "在模板里补上插槽，或换一个模板")


def load_template(source: Path | bytes, name: str = "", custom: LocalCustom | None = None) -> WordTemplate:
    """Read a template from a file or from bytes and check it against the contract.

    Args:
        source: The file, or its bytes.
        name: How messages call it; the path of the file if left out.
        custom: The choices of the office; if left out, what the overlay beside the file says.

    Raises:
        LibraryError: All problems at once: not a Word file, tags that do not parse, unknown or
            missing slots, slots in the wrong form or place, a faulty overlay.  Styles that it lacks
            are added from the standard.
    """
    name = name or (source.as_posix() if isinstance(source, Path) else "模板")
    if custom is None and isinstance(source, Path):
        custom = overlay_of(source).custom
    content = read_source(source, name)
    try:
        return compile_template(open_template(content, name), gbt9704(custom))
    except PackageError as error:
        hint = "用 Word 或 WPS 打开，另存为 .docx，不带宏、不设密码"
        raise failure("WORD001", f"模板“{name}”打不开：{error}。", name, hint) from error


def asking_for_update(settings: bytes) -> bytes:
    """Settings by which Word computes all fields when it opens the file."""
    place = AFTER_UPDATE.search(settings)
    if place is None or b"<w:updateFields" in settings:
        return settings
    return settings[: place.start()] + b'<w:updateFields w:val="true"/>' + settings[place.start() :]


def well_formed(text: str) -> bytes:
    """A part as bytes, read once to make sure that its tags close.

    Raises:
        ExpatError: They do not.
    """
    part = text.encode("utf-8")
    whole = True
    ParserCreate().Parse(part, whole)
    return part


def compile_template(source: TemplateSource, standard: Standard) -> WordTemplate:
    """Check the contract, compile what has slots, deflate what has none.

    Raises:
        LibraryError: The template does not keep the contract.
    """
    kind, slots = kept_contract(source, standard)
    source = source.completed(standard, kind)
    styles = contract_styles(standard, kind, styles_in(source.parts[STYLES_PART]))
    before, content, after = source.frame()
    return WordTemplate(
        name=source.name,
        kind=kind,
        standard=standard,
        styles=styles,
        slots=slots,
        before=before,
        content=SANDBOX.from_string(content),
        after=after,
        margins={part: SANDBOX.from_string(text) for part, text in source.margins.items()},
        static=source.static(),
        plain_frame=source.package_frame(),
        section_frame=source.section_frame(styles, standard),
        settings=deflate(SETTINGS_PART, source.parts[SETTINGS_PART]),
        updating_settings=deflate(SETTINGS_PART, asking_for_update(source.parts[SETTINGS_PART])),
    )


def kept_contract(source: TemplateSource, standard: Standard) -> tuple[TemplateKind, frozenset[str]]:
    """Which contract a template keeps, and which of its slots it prints.

    Raises:
        LibraryError: It keeps none, or breaks it: all problems at once.
    """
    slots = source.slots()
    kind = kind_of(slots)
    if kind is None:
        hint = "用 gongwen new template 做一份，再改样式"
        raise failure("WORD003", f"模板“{source.name}”里一个约定的插槽也没有。", source.name, hint)
    tags = source.tags()
    slots = printed_slots(slots, {name for name, _ in tags}, standard.slots(kind))
    if problems := [*contract_problems(Found(kind, slots, tags), Place(source.name)), *source.misplaced()]:
        raise LibraryError(problems)
    return kind, slots


@cache
def standard_template(kind: TemplateKind, custom: LocalCustom | None = None) -> WordTemplate:
    """The template made from the standard, for libraries that have none of their own."""
    kind = TemplateKind(kind)
    return load_template(make_template(kind, custom), f"templates/{kind.value}.docx", custom)
