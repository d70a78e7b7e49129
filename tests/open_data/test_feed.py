"""The feed and the sitemap: valid, bounded, with addresses that exist."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Mapping
from datetime import date
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import etree

from generator.compose import Composer
from generator.compose.audience import Audience
from generator.library import Library, load_library
from generator.open_data import write_sitemap
from generator.open_data.feed import MOST_NEWS, PER_SITEMAP, feed_text, sitemap_files
from generator.pages import public_view, site_name_of
from generator.provisions.events import events_until, has_original
from tests.conftest import DATED
from tests.pages.samples import many_cases, pages_of, policy_text

Make = Callable[[Mapping[str, str]], Path]
SITE = "https://zhengcai.example/ku/"
NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def feed_of(library: Library, site_url: str = "") -> etree._Element:
    composer = Composer(public_view(library), audience=Audience.SITE)
    return etree.fromstring(feed_text(composer, DATED, "某 & 库", site_url).encode())


def test_the_feed_has_what_rss_asks_for(library: Library) -> None:
    channel = feed_of(library, SITE)[0]
    assert [channel.findtext(name) is not None for name in ("title", "link", "description")] == [True] * 3
    assert channel.findtext("title") == "某 & 库"
    items = channel.findall("item")
    assert 0 < len(items) <= MOST_NEWS
    marks = [item.findtext("guid") for item in items]
    assert len(set(marks)) == len(marks)
    days = [parsedate_to_datetime(item.findtext("pubDate") or "") for item in items]
    assert days == sorted(days, reverse=True)
    assert all(day.date() <= DATED for day in days)


def test_the_feed_tells_a_text_once_and_says_by_which_days_it_goes(library: Library) -> None:
    channel = feed_of(library)[0]
    events = events_until(public_view(library), DATED)
    twice = {event.record.id for event in events if has_original(library, event.record)}
    told = {(item.findtext("guid") or "").partition("/")[0] for item in channel.findall("item")}
    assert twice == {"博山转发淄博通知"}
    assert not told & twice
    assert "按文件自己的日期" in (channel.findtext("description") or "")


@pytest.mark.parametrize("site_url", ["", SITE])
def test_links_of_the_feed_lead_to_pages_of_the_site(built: Path, library: Library, site_url: str) -> None:
    for item in feed_of(library, site_url)[0].findall("item"):
        link = item.findtext("link") or ""
        assert link.startswith(site_url)
        assert urlsplit(link).scheme == ("https" if site_url else "")
        assert (built / "site" / unquote(link.removeprefix(site_url))).is_file()


def test_the_feed_tells_of_a_repeal_with_its_reason(make_library: Make) -> None:
    repeals = "成文日期: 2021-05-06\n关系:\n  - 类型: 废止\n    目标: 旧\n"
    files = {
        "policies/旧.md": policy_text("旧", "旧办法", "某财〔2011〕1号", more="成文日期: 2011-03-04\n"),
        "policies/新.md": policy_text("新", "新办法", "某财〔2021〕2号", more=repeals),
    }
    library, problems = load_library(make_library(files))
    assert [problem.as_text() for problem in problems] == []
    items = feed_of(library)[0].findall("item")
    told = [(item.findtext("title"), item.findtext("description")) for item in items]
    assert told[0][0] in ("新办法", "［已废止］旧办法")
    changed = dict(told)["［已废止］旧办法"] or ""
    assert changed.startswith("2021年5月6日已废止：")
    assert "《新办法》（某财〔2021〕2号）" in changed


def test_nothing_is_told_before_its_day(make_library: Make) -> None:
    later = policy_text("后", "以后的办法", "某财〔2023〕1号", more="成文日期: 2023-03-04\n")
    library, _ = load_library(make_library({"policies/后.md": later}))
    assert events_until(library, DATED) == ()
    assert len(events_until(library, date(2023, 3, 4))) == 1


def test_a_repealed_text_is_hidden_from_the_feed_with_what_repealed_it(make_library: Make) -> None:
    repeals = "成文日期: 2021-05-06\n关系:\n  - 类型: 废止\n    目标: 旧\n"
    files = {
        "policies/旧.md": policy_text("旧", "旧办法", "某财〔2011〕1号", more="成文日期: 2011-03-04\n"),
        "policies/新.md": policy_text("新", "绝密的新办法", "某密〔2021〕2号", "待定", more=repeals),
    }
    text = etree.tostring(feed_of(load_library(make_library(files))[0]), encoding="unicode")
    assert "旧办法" in text
    assert not [word for word in ("绝密", "某密", "废止", "2021年5月6日") if word in text]


# --- sitemap ----------------------------------------------------------------------------------


def make_site(site: Path, pages: int) -> None:
    (site / "cases").mkdir(parents=True)
    for number in range(pages):
        (site / "cases" / f"例 {number}.html").write_text("", encoding="utf-8")
    for name in ("404.html", "sitemap.xml", "sitemap.xml.gz", "sitemap-9.xml"):
        (site / name).write_text("别人的", encoding="utf-8")


def addresses(file: Path, name: str) -> list[str]:
    return [node.text or "" for node in etree.parse(file).iterfind(f"s:{name}/s:loc", NAMES)]


def test_the_sitemap_names_every_page_once_and_nothing_else(tmp_path: Path) -> None:
    make_site(tmp_path / "site", 3)
    assert write_sitemap(tmp_path / "site", dated=DATED, site_url=SITE) == ("sitemap-1.xml", "sitemap.xml")
    assert addresses(tmp_path / "site/sitemap.xml", "sitemap") == [f"{SITE}sitemap-1.xml"]
    found = addresses(tmp_path / "site/sitemap-1.xml", "url")
    assert [unquote(address) for address in found] == [f"{SITE}cases/例 {number}.html" for number in range(3)]
    assert not (tmp_path / "site/sitemap.xml.gz").exists()
    assert not (tmp_path / "site/sitemap-9.xml").exists()


def test_without_an_address_there_is_no_sitemap_at_all(tmp_path: Path) -> None:
    make_site(tmp_path / "site", 1)
    assert write_sitemap(tmp_path / "site", dated=DATED) == ()
    assert not list((tmp_path / "site").glob("sitemap*"))


def test_a_large_site_has_several_sitemaps_of_bounded_size() -> None:
    files = dict(sitemap_files([f"cases/{n}.html" for n in range(PER_SITEMAP * 2 + 1)], DATED, SITE))
    assert list(files) == ["sitemap-1.xml", "sitemap-2.xml", "sitemap-3.xml", "sitemap.xml"]
    assert files["sitemap-1.xml"].count("<url>") == PER_SITEMAP
    assert files["sitemap-3.xml"].count("<url>") == 1


def test_the_built_site_has_data_and_a_feed_and_no_sitemap_with_a_false_host(built: Path) -> None:
    assert (built / "site/data/index.json").is_file()
    assert (built / "site/feed.xml").is_file()
    assert not list((built / "site").glob("sitemap*"))
    for page in ("index.html", "cases/濮阳-数字城管-2016.html"):
        up = "../" if "/" in page else ""
        assert f'href="{up}feed.xml"' in (built / "site" / page).read_text(encoding="utf-8")


def test_every_link_to_data_and_feed_leads_to_a_file(built: Path) -> None:
    site, found = built / "site", set()
    for path, page in pages_of(site).items():
        for _, attributes in page.elements:
            target = posixpath.normpath(
                posixpath.join(posixpath.dirname(path), unquote(attributes.get("href", "")))
            )
            if target.startswith(("data/", "feed.xml")) and path != "404.html":
                found.add(target)
    assert {"data/index.json", "feed.xml"} <= found
    assert [target for target in sorted(found) if not (site / target).is_file()] == []


@pytest.mark.parametrize(
    ("settings", "url"),
    [
        ("site_name: 某库\n", ""),
        ("site_name: 某库\nsite_url: https://a.example/ku\n", "https://a.example/ku/"),
        ("site_name: 某库\nsite_url: file:///ku\n", ""),
    ],
)
def test_the_address_of_the_site_is_that_of_its_settings(make_library: Make, settings: str, url: str) -> None:
    root = make_library({**many_cases(1), "mkdocs.yml": settings})
    assert (site_name_of(root).name, site_name_of(root).url) == ("某库", url)
