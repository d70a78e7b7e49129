"""A collection of typical cases to the slots of its template: contents, chapters, articles, appendices."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from generator.word.blocks import block_xml, blocks_xml
from generator.word.pen import NEW_PAGE
from generator.word.text import TAB

if TYPE_CHECKING:
    from generator.document import Appendix, Article, Chapter, Collection
    from generator.word.pen import Pen

COVERS = ("题名", "编写单位", "编写日期", "前言", "目录", "附录")
PAGE_UNKNOWN = "?"
"""Printed in the contents until the layouting program has counted the pages."""


def collection_slots(pen: Pen, collection: Collection) -> dict[str, Markup]:
    """Every slot of 汇编, filled."""
    marks = PartBookmarks(collection)
    slots = {
        "题名": pen.runs.words(collection.title),
        "编写单位": pen.runs.words(collection.publisher),
        "编写日期": pen.runs.words(collection.published),
        "前言": blocks_xml(pen, collection.preface),
        "目录": contents(pen, collection, marks),
        "各章": "".join(chapter_xml(pen, chapter, marks) for chapter in collection.chapters),
        "附录": "".join(appendix_xml(pen, appendix, marks) for appendix in collection.appendices),
    }
    return {name: Markup(value) for name, value in slots.items()}  # noqa: S704


def article_slots(pen: Pen, article: Article) -> dict[str, Markup]:
    """The slots of 汇编 for one article alone: no cover, no contents."""
    return {**dict.fromkeys(COVERS, Markup("")), "各章": Markup(article_xml(pen, article))}  # noqa: S704


class PartBookmarks:
    """A bookmark for each part that the contents name; the parts' ids may hold what bookmarks may not."""

    def __init__(self, collection: Collection) -> None:
        parts: list[Chapter | Article | Appendix] = []
        for chapter in collection.chapters:
            parts += [chapter, *chapter.articles]
        parts += collection.appendices
        self.numbers = {id(part): number for number, part in enumerate(parts, start=1)}

    def name(self, part: Chapter | Article | Appendix) -> str:
        """The bookmark's name, of the form Word gives to its own contents."""
        return f"_Toc{self.numbers[id(part)]:08d}"

    def around(self, pen: Pen, part: Chapter | Article | Appendix, runs: str) -> str:
        """Runs with the part's bookmark around them."""
        return pen.bookmarks.around(self.name(part), runs)


def contents(pen: Pen, collection: Collection, marks: PartBookmarks) -> str:
    """The contents: chapters and articles, then appendices, each with its page."""
    lines = []
    for chapter in collection.chapters:
        lines.append(contents_line(pen, "目录章", chapter, marks))
        lines += [contents_line(pen, "目录篇", article, marks) for article in chapter.articles]
    lines += [contents_line(pen, "目录章", appendix, marks) for appendix in collection.appendices]
    return "".join(lines)


def contents_line(pen: Pen, style: str, part: Chapter | Article | Appendix, marks: PartBookmarks) -> str:
    """Title, dots, page number."""
    return pen.paragraph(style, pen.runs.words(part.title) + TAB + page_of(pen, marks.name(part)))


def page_of(pen: Pen, bookmark: str) -> str:
    """A field that the layouting program fills with the page of a bookmark."""
    kinds = ('<w:fldChar w:fldCharType="begin" w:dirty="true"/>', '<w:fldChar w:fldCharType="separate"/>')
    runs = (
        kinds[0],
        f'<w:instrText xml:space="preserve"> PAGEREF {bookmark} \\h </w:instrText>',
        kinds[1],
        f"<w:t>{PAGE_UNKNOWN}</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    )
    return "".join(pen.runs.latin + piece + "</w:r>" for piece in runs)


def chapter_xml(pen: Pen, chapter: Chapter, marks: PartBookmarks) -> str:
    """A chapter on a new page; its first article follows the title, each other has a page of its own."""
    title = marks.around(pen, chapter, pen.runs.words(chapter.title))
    articles = [
        article_xml(pen, article, marks, NEW_PAGE if index else "")
        for index, article in enumerate(chapter.articles)
    ]
    return pen.paragraph("章名", title, NEW_PAGE) + "".join(articles)


def article_xml(pen: Pen, article: Article, marks: PartBookmarks | None = None, properties: str = "") -> str:
    """Title, subtitle, facts as a table, story; a bookmark only where contents point to it."""
    runs = pen.runs.broken(article.title_lines or (article.title,))
    title = marks.around(pen, article, runs) if marks else runs
    subtitle = pen.paragraph("篇副题", pen.runs.words(article.subtitle)) if article.subtitle else ""
    facts = block_xml(pen, article.facts) if article.facts else ""
    return pen.paragraph("篇名", title, properties) + subtitle + facts + blocks_xml(pen, article.body)


def appendix_xml(pen: Pen, appendix: Appendix, marks: PartBookmarks) -> str:
    """An appendix on a new page."""
    title = marks.around(pen, appendix, pen.runs.words(appendix.title))
    return pen.paragraph("章名", title, NEW_PAGE) + blocks_xml(pen, appendix.body)
