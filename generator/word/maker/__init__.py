"""Makes the base templates from the standard, so that no look stands anywhere but in `gbt9704.yaml`."""

from __future__ import annotations

from generator.ooxml.package import pack
from generator.standard import LocalCustom, TemplateKind, gbt9704
from generator.word.maker.body import body_part
from generator.word.maker.parts import (
    content_types_part,
    core_properties_part,
    document_relations_part,
    first_footer_part,
    font_table_part,
    footer_part,
    package_relations_part,
    settings_part,
)
from generator.word.maker.styles import styles_part

__all__ = ["core_properties_part", "make_template", "template_parts"]


def template_parts(kind: TemplateKind, custom: LocalCustom | None = None) -> dict[str, bytes]:
    """Every part of the base template of that kind, by its name in the package."""
    standard = gbt9704(custom)
    parts = {
        "[Content_Types].xml": content_types_part(kind),
        "_rels/.rels": package_relations_part(),
        "docProps/core.xml": core_properties_part(""),
        "word/_rels/document.xml.rels": document_relations_part(kind),
        "word/document.xml": body_part(standard, kind),
        "word/fontTable.xml": font_table_part(standard),
        "word/footer1.xml": footer_part("单页页码"),
        "word/footer2.xml": footer_part("双页页码"),
        "word/settings.xml": settings_part(),
        "word/styles.xml": styles_part(standard, kind),
    }
    if kind is TemplateKind.LETTER:
        parts["word/footer3.xml"] = first_footer_part()
    return {name: text.encode("utf-8") for name, text in parts.items()}


def make_template(kind: TemplateKind, custom: LocalCustom | None = None) -> bytes:
    """The base template of that kind as a .docx, always the same bytes.

    Args:
        kind: 文件, 信函, 命令, 纪要 (a 公文 in one of its formats) or 汇编 (a collection).
        custom: the choices of the office; the usual ones if left out.
    """
    return pack(template_parts(TemplateKind(kind), custom))
