"""Tags of a template as Word and LibreOffice leave them, brought back to one tag to a run.

Whoever edits a template sees `{{r 标题 }}`; the file may have it in five runs with marks of the spelling
check between them, or two tags with a tab in a single run.  docxtpl wants each tag in a run of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING

from generator.ooxml.xml import NAMESPACES
from generator.problems import Level, Place, Problem

if TYPE_CHECKING:
    from lxml import etree

W = f"{{{NAMESPACES['w']}}}"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}")
BLOCK_TAG = re.compile(r"\{\{p\s+(?P<name>\w+)\s*\}\}|\{%p\s.*?%\}")
PROPERTIES, WORDS = f"{W}rPr", f"{W}t"
EMPTY_RUN = re.compile(
    r"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t(?: xml:space=\"preserve\")?></w:t></w:r>"
)
"""What docxtpl leaves at both sides of a tag."""
ROOT_TAG = re.compile(r"<w:\w+(?:\s[^>]*)?>")


def isolate_tags(root: etree._Element) -> None:
    """Put every tag below `root` into a run of its own, in the look of the run where it begins."""
    for paragraph in root.iter(f"{W}p"):
        if "{" in words_of(paragraph):
            runs = [run for run in paragraph.iter(f"{W}r") if owner(run) is paragraph]
            for run in runs:
                split_run(run)
            isolate_in(paragraph)


def owner(run: etree._Element) -> etree._Element | None:
    """The paragraph that a run belongs to; that of a text box is not the one that anchors it."""
    return next(run.iterancestors(f"{W}p"), None)


def words_of(paragraph: etree._Element) -> str:
    """The words of a paragraph, those of text boxes anchored in it included."""
    return "".join(element.text or "" for element in paragraph.iter(WORDS))


def split_run(run: etree._Element) -> None:
    """Give each tab, break and stretch of words of a run a run of its own."""
    content = [child for child in run if child.tag != PROPERTIES]
    if len(content) < 2 or all(child.tag != WORDS for child in content):
        return
    look = run.find(PROPERTIES)
    place = run
    for child in content[1:]:
        new = run.makeelement(run.tag)
        if look is not None:
            new.append(deepcopy(look))
        new.append(child)
        place.addnext(new)
        place = new


def isolate_in(paragraph: etree._Element) -> None:
    """Put the tags of one paragraph into runs of their own."""
    words = [
        element
        for element in paragraph.iter(WORDS)
        if (parent := element.getparent()) is not None and owner(parent) is paragraph
    ]
    text = "".join(element.text or "" for element in words)
    for match in reversed(list(TAG.finditer(text))):
        gather(words, match.start(), match.end())


def gather(words: list[etree._Element], start: int, end: int) -> None:
    """Move the characters from `start` to `end` into a run of their own, and empty the others of them."""
    tag, begins = "", 0
    first: tuple[etree._Element, str, str] | None = None
    for element in words:
        text = element.text or ""
        low, high = max(start - begins, 0), min(end - begins, len(text))
        begins += len(text)
        if low >= high:
            continue
        tag += text[low:high]
        if first is None:
            first = element, text[:low], text[high:]
        else:
            element.text = text[high:]
    if first is not None:
        stand_alone(*first, tag)


def stand_alone(element: etree._Element, before: str, after: str, tag: str) -> None:
    """Words before a tag, the tag, words after it: up to three runs of one look."""
    first, *others = (words for words in (before, tag, after) if words)
    set_words(element, first)
    run = element.getparent()
    if run is None:
        return
    for words in reversed(others):
        copy = deepcopy(run)
        for one in copy.iter(WORDS):
            set_words(one, words)
        run.addnext(copy)


def set_words(element: etree._Element, text: str) -> None:
    """Words that keep their spaces."""
    element.text = text
    element.set(XML_SPACE, "preserve")


def with_namespaces(text: str) -> str:
    """A part whose root declares every prefix that the pen writes; LibreOffice leaves some of them out."""
    match = ROOT_TAG.search(text)
    if match is None:
        return text
    lacking = [
        f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items() if f"xmlns:{prefix}=" not in match[0]
    ]
    end = match.end() - 1
    return text[:end] + "".join(lacking) + text[end:]


def without_empty_runs(text: str) -> str:
    """A part without the runs that say nothing."""
    return EMPTY_RUN.sub("", text)


def misplaced_slots(root: etree._Element, place: Place) -> Iterator[Problem]:
    """Slots for whole paragraphs that do not have a paragraph of the body to themselves."""
    for paragraph in root.iter(f"{W}p"):
        text = "".join(element.text or "" for element in paragraph.iter(WORDS) if belongs(element, paragraph))
        match = BLOCK_TAG.search(text)
        if match is None:
            continue
        if text.strip() != match[0]:
            message = f"“{match[0]}”要独占一段，这一段里还有别的文字：“{text.strip()[:30]}”。"
            yield Problem(Level.ERROR, "WORD009", message, place, "在它前后各按一次回车")
        elif match["name"] and next(paragraph.iterancestors(f"{W}txbxContent"), None) is not None:
            message = f"插槽“{match['name']}”在文本框里，内容长了会被截去。"
            yield Problem(Level.ERROR, "WORD009", message, place, "把它移到文本框外面的正文里")


def belongs(element: etree._Element, paragraph: etree._Element) -> bool:
    """Whether words stand in this paragraph itself and not in a text box that it anchors."""
    parent = element.getparent()
    return parent is not None and owner(parent) is paragraph


def slots_out_of_the_body(root: etree._Element, where: str, place: Place) -> Iterator[Problem]:
    """Slots for whole paragraphs in a header or footer, where they would push the page apart."""
    for paragraph in root.iter(f"{W}p"):
        match = BLOCK_TAG.search(words_of(paragraph))
        if match is not None and match["name"]:
            message = f"插槽“{match['name']}”在{where}里，那里只能放文字插槽，如 {{{{r 发文字号 }}}}。"
            yield Problem(Level.ERROR, "WORD009", message, place, "把它移到正文里")
