"""What a citation calls each provision: 第十条第二款, 第三部分第（四）项第1点, 附件1《…》第二部分.

Articles count through the whole text, so their number alone names them; of the levels of
GB/T 9704-2012 clause 7.3.3 the first is called 部分, the second 项, the lower ones 点.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from generator.document import Blocks, Heading, OfficialDocument, Paragraph, plain
from generator.hanzi.marks import enclose
from generator.hanzi.numerals import to_chinese
from generator.pages.sheet import is_article
from generator.provisions.texts import heading_of

ITEM = re.compile(r"\s*（(?P<number>[一二三四五六七八九十百]+)）")
"""What 项 of an article begin with."""
LABEL_ENDS = "、\u3000 .．"
LONGEST = 24
ITEM_LEVEL = 2
"""The level whose numbers stand in brackets, （一）."""


def provision_names(document: OfficialDocument, *, whole: bool) -> Mapping[str, str]:
    """What a citation calls the provisions of a text and of its attachments, by the ids on its page.

    Args:
        document: the text.
        whole: whether it holds all words of the original, so that the paragraphs of an article are its 款.
    """
    names = dict(names_in(document.body, whole=whole))
    for attachment in document.attachments:
        if isinstance(attachment.content, OfficialDocument):
            continue
        called = f"{attachment.label}{enclosed(attachment.title)}"
        names[attachment.id] = called
        for block_id, name in names_in(attachment.content, whole=whole):
            names[block_id] = f"{called}{name}"
    return names


def enclosed(title: str) -> str:
    """The title of an attachment in 书名号; one that cites a text has them already."""
    return title if not title or "《" in title else enclose(title)


def names_in(blocks: Blocks, *, whole: bool) -> Iterator[tuple[str, str]]:
    """The ids and names of the provisions of a run of blocks."""
    path: list[str] = []
    article: list[Paragraph] = []
    in_article = False
    for block in blocks:
        heading = heading_of(block)
        if heading is not None:
            yield from paragraph_names(article, path)
            path = path_below(path, heading)
            article, in_article = [], is_article(heading)
            yield heading.id, "".join(path)
        if whole and in_article and isinstance(block, Paragraph):
            article.append(block)
    yield from paragraph_names(article, path)


def path_below(path: Sequence[str], heading: Heading) -> list[str]:
    """The names from the top of the text down to a heading."""
    name = heading_name(heading)
    return [name] if is_article(heading) else [*path[: heading.level - 1], name]


def heading_name(heading: Heading) -> str:
    """What a heading is called by itself."""
    label = heading.label.strip(LABEL_ENDS)
    if not label:
        return f"“{shortened(plain(heading.inlines))}”部分"
    if label.startswith("第"):
        return label
    unit = "项" if label.startswith("（") else "部分" if heading.level == 1 else "点"
    return f"第{label}{'点' if heading.level > ITEM_LEVEL else unit}"


def shortened(words: str) -> str:
    """The beginning of a long heading."""
    return words if len(words) <= LONGEST else f"{words[:LONGEST]}…"


def paragraph_names(article: Sequence[Paragraph], path: Sequence[str]) -> Iterator[tuple[str, str]]:
    """款 and 项 of an article but its first paragraph, which stands for the article itself."""
    above = "".join(path)
    several = sum(ITEM.match(words_of(paragraph)) is None for paragraph in article) > 1
    clause = 0
    for paragraph in article:
        item = ITEM.match(words_of(paragraph))
        clause += item is None
        named = f"{above}第{to_chinese(clause)}款" if several and clause else above
        if paragraph.lead is None:
            yield paragraph.id, f"{named}第（{item['number']}）项" if item else named


def words_of(paragraph: Paragraph) -> str:
    """The words of a paragraph without the heading that runs into it."""
    return plain(paragraph.inlines)
