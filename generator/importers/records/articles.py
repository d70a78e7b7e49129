"""Texts that are no 公文: laws and rules as 政策, others as 地区实践 or what the user calls them."""

from __future__ import annotations

import re

from generator.document import Article, Heading, Paragraph, words
from generator.hanzi.docnumber import DocNumber, find_numbers
from generator.hanzi.titles import parse_title
from generator.importers.records.bodies import body_of, is_article
from generator.importers.records.context import Context
from generator.importers.records.heads import CHINESE_SPACE
from generator.importers.records.issuing import (
    COUNTRY,
    COURTS,
    Guess,
    authority_of,
    body_by_code,
    full_name,
    region_of,
)
from generator.importers.records.pending import PendingList
from generator.importers.records.periods import DAY, iso_day
from generator.importers.records.policies import PolicyDraft, policy_keys
from generator.library import NATIONWIDE
from generator.models.policy import Authority, TextState

PASSED = re.compile(rf"{DAY}[^，。；]*?通过")
PUBLISHED = re.compile(rf"{DAY}[^，。；]*?(?:公布|发布|颁布|印发)")
FORCE = re.compile(rf"(?:自\s*)?{DAY}\s*(?:起)?(?:施行|实施|执行)")
NATIONAL_CONGRESS = re.compile(r"全国人民代表大会|全国人大|主席令")
LOCAL_CONGRESS = re.compile(r"(?:省|市|自治区|自治州|自治县)[^，。；]{0,6}人民代表大会|(?:省|市|自治区)人大")
STATUTES = ("法", "条例", "办法", "规定", "规则", "细则", "准则")
NO_LAW = re.compile(r"[做方手看想说]法$")
JUDICIAL = ("解释", "决定", "批复", "规定", "答复", "意见", "通知")
"""What the highest court and procuratorate lay down (《最高人民法院关于司法解释工作的规定》第六条)."""
COURT_NUMBER = re.compile(r"(?:法释|高检发释字|法发|高检发)[〔\[（(](?:19|20)\d\d")
FEWEST_ARTICLES = 2


def is_statute(article: Article) -> bool:
    """Whether a text is a law or a body of rules: its title says so, or it goes by 条."""
    title = article.title.strip()
    genre = parse_title(title).genre
    titled = genre in STATUTES and not NO_LAW.search(title)
    judicial = genre in JUDICIAL and is_of_court(article)
    return titled or judicial or sum(begins_article(block) for block in article.body) >= FEWEST_ARTICLES


def is_of_court(article: Article) -> bool:
    """Whether the highest court or procuratorate speaks: its name in the title or 题注, or its 文号."""
    said = f"{article.title}\n{article.subtitle}"
    return any(name in said for name in COURTS) or COURT_NUMBER.search(said) is not None


def begins_article(block: object) -> bool:
    """Whether a block begins an article (第七条)."""
    if isinstance(block, Paragraph):
        return block.lead is not None and is_article(block.lead)
    return isinstance(block, Heading) and block.text.lstrip().startswith("第") and "条" in block.text[:8]


def statute_of(article: Article, context: Context, pending: PendingList) -> PolicyDraft:
    """The record of a law, a regulation or any text that is kept as a policy."""
    title = CHINESE_SPACE.sub("", article.title.strip()) or context.original
    number = number_in(article.subtitle)
    issuers = issuers_of(title, number, context, pending)
    data = policy_keys(title, number, TextState.FULL, pending) | {
        "发文机关": list(issuers),
        "效力级别": pending.take("效力级别", authority_in(title, article.subtitle, issuers, number, context)),
        "地区": pending.take("地区", region_in(title, article.subtitle, issuers, context)),
        **days_of(article.subtitle),
        "公开属性": context.disclosure,
        "来源": context.origins(),
    }
    told = (Paragraph("", words(line.strip())) for line in article.subtitle.splitlines() if line.strip())
    facts = (article.facts,) if article.facts else ()
    return PolicyDraft("", data, body_of((*told, *facts, *article.body)), pending, context)


def number_in(subtitle: str) -> DocNumber | None:
    """The 文号 or 令号 that stands below a title, where it is the only one."""
    found = {number for number, _, _ in find_numbers(subtitle) if number.code}
    return found.pop() if len(found) == 1 else None


def issuers_of(
    title: str, number: DocNumber | None, context: Context, pending: PendingList
) -> tuple[str, ...]:
    """Who issued it: by the number, else by the body that the title begins with."""
    known = body_by_code(context.library, number) or (number.code if number and not number.year else "")
    named = known or parse_title(title).body
    return (pending.take("发文机关", full_name(context.library, named)),) if named else ()


def authority_in(
    title: str, subtitle: str, issuers: tuple[str, ...], number: DocNumber | None, context: Context
) -> Guess:
    """效力级别 by the name of the text and by who passed it."""
    if parse_title(title).genre == "法" or NATIONAL_CONGRESS.search(subtitle):
        return Guess(Authority.LAW.value, (Authority.LAW.value,), "按标题和题注推断")
    if LOCAL_CONGRESS.search(subtitle):
        found = (Authority.LOCAL_REGULATION.value, Authority.LOCAL_NORMATIVE.value)
        return Guess(found[0], found, "题注写明由地方人民代表大会通过")
    if "国务院令" in subtitle or (title.startswith(COUNTRY) and title.endswith("条例")):
        found = (Authority.REGULATION.value, Authority.LAW.value)
        return Guess(found[0], found, "按标题和题注推断")
    return authority_of(context.library, parse_title(title).genre, issuers, number)


def region_in(title: str, subtitle: str, issuers: tuple[str, ...], context: Context) -> Guess:
    """The region: the nation for what the state passed, else by body and title."""
    if title.startswith(COUNTRY) or NATIONAL_CONGRESS.search(subtitle) or "国务院令" in subtitle:
        return Guess(NATIONWIDE)
    return region_of(context.library, issuers, title)


def days_of(subtitle: str) -> dict[str, str]:
    """公布日期 and 施行日期, as a 题注 says them; the day of passing stands for that of publication."""
    forms = (("公布日期", PUBLISHED), ("公布日期", PASSED), ("施行日期", FORCE))
    found = {}
    for key, form in forms:
        match = form.search(subtitle)
        if match and key not in found and (day := iso_day(match)):
            found[key] = day
    return found
