"""SECR001: no classified document in a library that is open to everybody, whichever verb is used."""

from __future__ import annotations

from pathlib import Path

from generator.compose import Trees
from generator.library import Library
from generator.models.issued import IssuedDocument
from generator.pages import is_public
from generator.problems import Problem
from generator.standard.genres import genres

HINT = "把它移出本资料库，按保密规定另存；确是内部专用的，在资料库的 mkdocs.yml 的 extra 下写“公开资料库: 否”"


def refuse_classified(library: Library, trees: Trees, root: Path) -> None:
    """Tell the trees of every composed document that bears a 密级; it is left out then.

    Args:
        library: all records.
        trees: what was composed; takes the problems.
        root: the library folder, whose mkdocs.yml says whether it is public.

    Raises:
        LibraryError: mkdocs.yml cannot be used.
    """
    classified = [document for document in library.every(IssuedDocument) if document.secrecy]
    if classified and is_public(root):
        for document in classified:
            if document.id in trees.documents:
                trees.tell(document.id, (refusal(library, document),))


def refusal(library: Library, document: IssuedDocument) -> Problem:
    """What is told at the 密级."""
    message = f"公开的资料库里有涉密公文（{document.secrecy}），不生成"
    place = library.place(document.id, "密级和保密期限")
    return genres().problem("涉密公开", message, place, HINT)
