"""地区实践 from an article: its sections word for word, and what its first and last lines say of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any

from generator.document import Article, Block, Paragraph
from generator.hanzi.calendar import parse_day
from generator.importers.drafts import Draft
from generator.importers.records.attached.attachments import tables_within
from generator.importers.records.attached.cases import codes_of, named_codes
from generator.importers.records.attached.figures import measures_of
from generator.importers.records.attached.stories import read_story, section_keys
from generator.importers.records.attached.surroundings import (
    NOT_WRITTEN,
    TO_FILL,
    Doubts,
    period_of,
    region_of,
    tier_of,
)
from generator.importers.records.context import Context, closing_keys

AUTHOR = re.compile(r"(?:作者|文/|撰稿|供稿)[：:]?\s*(?P<name>\S.{0,38})")
BODY = re.compile(
    r"[\u4e00-\u9fff（）]{2,30}(?:厅|局|部|委|委员会|办公室|处|中心|政府|研究所|课题组|学会|协会)"
)
EDITOR = re.compile(r"(?:责任编辑|责编|编辑)[：:\s]\s*(?P<name>\S.{0,18})")
MEDIUM = re.compile(r"(?:来源|转自|摘自|原载)[：:]\s*(?P<name>[^\s:/：][^:/：]{0,58})")
SOURCE = re.compile(r"(?:来源|转自|摘自|原载)[：:]\s*(?P<address>https?://\S+)")
DAY = re.compile(
    r"(?:发布(?:时间|日期)|时间|日期)[：:]\s*(?P<y>(?:19|20)\d{2})[-/.年](?P<m>\d{1,2})[-/.月](?P<d>\d{1,2})日?"
)
NEAR_THE_EDGE = 3
"""Lines from the beginning or the end within which a text speaks of itself."""


@dataclass(frozen=True, slots=True)
class Imprinted:
    """What an article says of itself, and the blocks that are left."""

    body: tuple[Block, ...]
    author: str = ""
    publication: dict[str, str] = field(default_factory=dict)


def drafts_of_article(article: Article, context: Context) -> tuple[Draft, ...]:
    """The account of a region's practice, then the tables that it holds as records of their own.

    Args:
        article: the text as recognised, its headings with their labels as printed.
        context: what is known of the original.
    """
    read = with_removed(read_edges(article), context)
    doubts = Doubts()
    parts = read_story(read.body)
    text = "\n".join(f"{part.title}\n{part.text}" for part in parts)
    title = article.title.strip()
    record_id = context.names.claim(title or context.original)
    data: dict[str, Any] = {"类别": "地区实践", "编号": record_id}
    data |= title_keys(title, doubts)
    data |= setting_keys(title + read.author, text, context, doubts)
    data |= told_keys(article, read, context, doubts)
    fields = named_codes(codes_of(context.library, "领域"), title + text)
    doubts.add("领域", "领域要对照代码表确定", fields)
    data |= {"领域": [TO_FILL], "摘要": TO_FILL}
    doubts.add("摘要", "摘要要由人写一两句话")
    if measures := measures_of(parts):
        data["数据"] = measures
    data |= {"章节照录": "是", "章节": section_keys(parts), "待确认": doubts.entries}
    data |= closing_keys(context)
    told = Draft(record_id, "地区实践", context.folder("cases"), data)
    return (told, *tables_within(read.body, context, ""))


def title_keys(title: str, doubts: Doubts) -> dict[str, str]:
    """名称 and 题名."""
    if title:
        return {"名称": title, "题名": title}
    doubts.add("题名", "原件没有标题，题名要由人拟定")
    return {"名称": NOT_WRITTEN, "题名": TO_FILL}


def setting_keys(title: str, text: str, context: Context, doubts: Doubts) -> dict[str, str]:
    """地区, 层级 and 期间."""
    region = region_of(context, title, text, doubts)
    tier = tier_of(context, region, doubts)
    return {"地区": region, "层级": tier, "期间": period_of(context, title, text, doubts)}


def told_keys(article: Article, read: Imprinted, context: Context, doubts: Doubts) -> dict[str, Any]:
    """作者 and 发布, from the text's own lines, else from what is known of the page."""
    author = read.author or article.subtitle.strip()
    if not author:
        doubts.add("作者", "原件没有写作者", context.issuers)
    known = {"日期": context.origin.get("日期", ""), "网址": context.origin.get("网址", "")}
    published = {**{key: value for key, value in known.items() if value}, **read.publication}
    return {"作者": author or NOT_WRITTEN, "发布": published or NOT_WRITTEN}


def read_edges(article: Article) -> Imprinted:
    """Take the lines at both ends that say who wrote and published the text."""
    read = Imprinted(article.body)
    for block in (*article.body[:NEAR_THE_EDGE], *article.body[-NEAR_THE_EDGE:]):
        if isinstance(block, Paragraph) and block in read.body:
            told = told_by(block.text.strip(), read, first=block is article.body[0])
            if told is not None:
                left = tuple(other for other in read.body if other is not block)
                read = replace(told, body=left)
    return read


def with_removed(read: Imprinted, context: Context) -> Imprinted:
    """Add what lines said that cleaning took out; what the text itself says comes first."""
    published = dict(read.publication)
    for line in context.removed:
        for key, value in published_within(line).items():
            published.setdefault(key, value)
    return replace(read, publication=published)


def published_within(line: str) -> dict[str, str]:
    """媒介, 日期, 网址 and 责任编辑 in a line of a page, whatever else stands there."""
    day = DAY.search(line)
    return publication_in(line.strip()) or (day_key(day) if day else {})


def told_by(line: str, read: Imprinted, *, first: bool) -> Imprinted | None:
    """What one line says of the text; None where it is a part of it."""
    if not read.author:
        if match := AUTHOR.fullmatch(line):
            return replace(read, author=match["name"])
        if first and BODY.fullmatch(line):
            return replace(read, author=line)
    found = publication_in(line)
    fresh = {key: value for key, value in found.items() if key not in read.publication}
    return replace(read, publication={**read.publication, **fresh}) if fresh and fresh == found else None


def publication_in(line: str) -> dict[str, str]:
    """媒介, 日期, 网址 or 责任编辑, where a line is nothing else."""
    if match := EDITOR.fullmatch(line):
        return {"责任编辑": match["name"]}
    if match := DAY.fullmatch(line):
        return day_key(match)
    if match := MEDIUM.fullmatch(line):
        return {"媒介": match["name"]}
    match = SOURCE.fullmatch(line)
    return {"网址": match["address"]} if match else {}


def day_key(match: re.Match[str]) -> dict[str, str]:
    """日期 of a day that there is."""
    text = f"{match['y']}-{int(match['m']):02d}-{int(match['d']):02d}"
    try:
        parse_day(text)
    except ValueError:
        return {}
    return {"日期": text}
