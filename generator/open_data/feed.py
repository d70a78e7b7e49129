"""The feed (RSS 2.0) of the newest texts and of what changed its status, and the sitemap."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from email.utils import format_datetime
from pathlib import Path
from urllib.parse import quote, urljoin
from xml.sax import saxutils

from generator.compose import Composer
from generator.compose.address import address_of
from generator.hanzi.calendar import print_day
from generator.open_data.records import title_of
from generator.provisions.events import Event, events_until, has_original

FEED, SITEMAP = "feed.xml", "sitemap.xml"
MOST_NEWS = 50
PER_SITEMAP = 10_000
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML cannot hold, however they are written."""
NOT_LISTED = ("404.html",)
"""Pages of the site that are no addresses of their own."""


def escape(text: str) -> str:
    """A text as XML holds it."""
    return saxutils.escape(FORBIDDEN.sub("", text))


def full_address(site_url: str, page: str) -> str:
    """The address of a page: absolute where the site has one of its own, else relative to its root."""
    return urljoin(site_url, quote(page)) if site_url else quote(page)


# --- feed -----------------------------------------------------------------------------------------


def feed_text(composer: Composer, dated: date, site_name: str, site_url: str) -> str:
    """The newest events of the library.

    Args:
        composer: composes over the public view.
        dated: the day of the data; nothing later is told.
        site_name: what the site is called.
        site_url: where it stands, ending in a slash, or nothing.
    """
    items = [item_text(composer, event, site_url) for event in newest(composer, dated)]
    about = f"最近的文件和案例，按文件自己的日期排，以及时效的变化；数据截至{print_day(dated)}。"
    address = saxutils.quoteattr(site_url + FEED)
    own = f'<atom:link href={address} rel="self" type="application/rss+xml"/>\n'
    return (
        f'{HEAD}<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">\n<channel>\n'
        f"<title>{escape(site_name)}</title>\n<link>{escape(full_address(site_url, 'index.html'))}</link>\n"
        f"<description>{escape(about)}</description>\n<language>zh-cn</language>\n"
        f"<lastBuildDate>{moment(dated)}</lastBuildDate>\n{own if site_url else ''}"
        f"{''.join(items)}</channel>\n</rss>\n"
    )


def newest(composer: Composer, dated: date) -> Sequence[Event]:
    """The events that the feed tells of; a document is left out where its text is a policy too."""
    found = events_until(composer.library, dated)
    return [event for event in found if not has_original(composer.library, event.record)][:MOST_NEWS]


def item_text(composer: Composer, event: Event, site_url: str) -> str:
    """One event."""
    title = title_of(composer, event.record)
    said = f"{print_day(event.day)}{event.what}" + (f"：{event.words}" if event.words else "")
    page = full_address(site_url, f"{address_of(event.record)}.html")
    mark = f"{event.record.id}/{event.what}/{event.day.isoformat()}"
    return (
        f"<item>\n<title>{escape(f'［{event.what}］{title}' if event.is_change else title)}</title>\n"
        f"<link>{escape(page)}</link>\n<description>{escape(said)}</description>\n"
        f"<category>{escape(event.record.kind)}</category>\n"
        f'<guid isPermaLink="false">{escape(mark)}</guid>\n<pubDate>{moment(event.day)}</pubDate>\n</item>\n'
    )


def moment(day: date) -> str:
    """A day as RSS writes it."""
    return format_datetime(datetime(day.year, day.month, day.day, tzinfo=UTC))


# --- sitemap --------------------------------------------------------------------------------------


def site_pages(site: Path) -> tuple[str, ...]:
    """Every page of a finished site, by address from its root."""
    found = (file.relative_to(site).as_posix() for file in site.rglob("*.html") if file.is_file())
    return tuple(sorted(page for page in found if page not in NOT_LISTED))


def sitemap_files(pages: Sequence[str], dated: date, site_url: str) -> Iterator[tuple[str, str]]:
    """The files of the sitemap by path; none where the site does not know its own address.

    A sitemap holds absolute addresses only, and a made-up host would be worse than none.
    """
    if not site_url:
        return
    parts = [pages[start : start + PER_SITEMAP] for start in range(0, len(pages), PER_SITEMAP)]
    for number, part in enumerate(parts, start=1):
        addresses = "".join(
            f"<url><loc>{escape(full_address(site_url, page))}</loc></url>\n" for page in part
        )
        yield f"sitemap-{number}.xml", f'{HEAD}<urlset xmlns="{NAMESPACE}">\n{addresses}</urlset>\n'
    day = dated.isoformat()
    names = "".join(
        f"<sitemap><loc>{escape(full_address(site_url, f'sitemap-{number}.xml'))}</loc>"
        f"<lastmod>{day}</lastmod></sitemap>\n"
        for number in range(1, len(parts) + 1)
    )
    yield SITEMAP, f'{HEAD}<sitemapindex xmlns="{NAMESPACE}">\n{names}</sitemapindex>\n'
