"""The Word pen: an official document or a collection in, a .docx after GB/T 9704-2012 out.

The pen reads the tree of `generator.document` and changes nothing in it.  How things look is the
template's business: the pen fills slots and names styles, and both names stand in `gbt9704.yaml`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.problems import Level, LibraryError, Place, Problem
from generator.standard import TemplateKind
from generator.word.collection import article_slots, collection_slots
from generator.word.departing import template_problems
from generator.word.faults import article_faults, collection_faults, document_faults
from generator.word.kinds import kind_for
from generator.word.made import is_as_made
from generator.word.maker import make_template
from generator.word.official import document_slots
from generator.word.pen import Pen
from generator.word.template import WordTemplate, load_template, standard_template
from generator.word.unwritable import UnwritableError

if TYPE_CHECKING:
    from generator.document import Article, Collection, OfficialDocument

__all__ = [
    "TemplateKind",
    "WordTemplate",
    "is_as_made",
    "kind_for",
    "load_template",
    "make_template",
    "standard_template",
    "template_problems",
    "write_article",
    "write_collection",
    "write_document",
]


def write_document(document: OfficialDocument, template: WordTemplate) -> bytes:
    """A 公文 as a .docx; the same document and template always give the same bytes.

    Args:
        document: The whole document; what it encloses is written with it.
        template: A template of the kind that `kind_for` names for the document's format.

    Raises:
        LibraryError: Unprintable characters, elements this pen cannot write, tables that do not
            fit together, or a template of another kind; all problems at once.
    """
    refuse_other_kind(template, kind_for(document.format))
    try:
        slots = document_slots(template, Pen(template.styles, template.standard), document)
    except UnwritableError:
        raise LibraryError(document_faults(document)) from None
    return template.fill(slots, document.title)


def write_collection(collection: Collection, template: WordTemplate) -> bytes:
    """A collection of cases as a .docx, in one pass.

    The page numbers of its contents are fields: Word asks to fill them when the file is opened,
    LibreOffice fills them by itself.

    Args:
        collection: Cover, preface, chapters, appendices.
        template: A template of the kind 汇编.

    Raises:
        LibraryError: As for `write_document`.
    """
    refuse_other_kind(template, TemplateKind.COLLECTION)
    try:
        slots = collection_slots(Pen(template.styles, template.standard), collection)
    except UnwritableError:
        raise LibraryError(collection_faults(collection)) from None
    return template.fill(slots, collection.title, update_fields=True)


def write_article(article: Article, template: WordTemplate) -> bytes:
    """One article of a collection as a .docx of its own: no cover, no contents.

    Args:
        article: Title, facts, story.
        template: A template of the kind 汇编.

    Raises:
        LibraryError: As for `write_document`.
    """
    refuse_other_kind(template, TemplateKind.COLLECTION)
    try:
        slots = article_slots(Pen(template.styles, template.standard), article)
    except UnwritableError:
        raise LibraryError(article_faults(article)) from None
    return template.fill(slots, article.title)


def refuse_other_kind(template: WordTemplate, kind: TemplateKind) -> None:
    """A tree goes into a template of its own kind only.

    Raises:
        LibraryError: The template is of another kind.
    """
    if template.kind is not kind:
        message = f"模板“{template.name}”是{template.kind.value}模板，这里要{kind.value}模板。"
        raise LibraryError([Problem(Level.ERROR, "WORD008", message, Place(template.name))])
