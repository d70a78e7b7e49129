"""The site of the shipped library: every page, every link, nothing from outside, same bytes."""

from __future__ import annotations

import hashlib
import os
import posixpath
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from generator.compose.address import address_of, has_page
from generator.library import Library, load_library
from generator.models.policy import Policy, TextState
from generator.pages import WrittenPage, build_site, write_pages
from tests.conftest import DATED
from tests.pages.samples import Document, many_cases, pages_of, policy_text

Made = tuple[Path, tuple[WrittenPage, ...]]
FOR_PROGRAMS = ("data/", "feed.xml")
"""Written into the whole site later, and looked for there (tests/open_data)."""


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Document]:
    return pages_of(site)


def test_every_record_of_a_kind_that_has_pages_has_one_and_the_page_names_the_record(
    library: Library, made: Made
) -> None:
    _, written = made
    by_path = {page.path: page.records for page in written}
    for entry in library.entries.values():
        if has_page(entry.record):
            assert by_path[f"{address_of(entry.record)}.md"] == (entry.record.id,)


def test_every_file_that_is_written_is_named_and_every_file_named_is_there(made: Made) -> None:
    out, written = made
    files = {file.relative_to(out).as_posix() for file in out.rglob("*") if file.is_file()}
    assert files - {".pages"} == {page.path for page in written}


@pytest.mark.parametrize("absent", ["原文未写", "不适用"])
def test_a_case_whose_way_of_buying_is_absent_has_no_badge_and_a_list_of_its_own(
    make_library: Callable[[Mapping[str, str]], Path], tmp_path: Path, absent: str
) -> None:
    files = many_cases(2)
    files["cases/例-1.yaml"] = files["cases/例-1.yaml"].replace("服务方式: 合同", f"服务方式: {absent}")
    library, problems = load_library(make_library(files))
    assert [problem.as_text() for problem in problems] == []
    write_pages(library, tmp_path / "pages", dated=DATED)
    page = (tmp_path / "pages/cases/例-1.md").read_text(encoding="utf-8")
    listed = (tmp_path / "pages/browse/cases/all/1.md").read_text(encoding="utf-8")
    hub = (tmp_path / "pages/browse/cases/index.md").read_text(encoding="utf-8")
    group = (tmp_path / f"pages/browse/cases/delivery/{absent}/1.md").read_text(encoding="utf-8")
    assert f'badge">{absent}' not in page + listed
    assert "browse/cases/delivery" not in page
    assert f'<th scope="row">怎么买</th><td>服务方式{absent}，' in page
    assert listed.count('">合同</span>') == 1
    assert f"delivery/{absent}/1" in unquote(hub)
    assert ("第1号案例" in group, "第2号案例" in group) == (True, False)


def test_every_link_leads_to_a_page_and_every_anchor_to_a_place_on_it(
    site: Path, pages: Mapping[str, Document]
) -> None:
    broken = []
    for path, page in pages.items():
        if path == "404.html":
            continue
        for element, attributes in page.elements:
            target = urlsplit(attributes.get("href", "") if element == "a" else "")
            if target.scheme or not (target.path or target.fragment):
                continue
            other = (
                posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(target.path)))
                if target.path
                else path
            )
            if other.startswith(FOR_PROGRAMS):
                continue
            anchor = unquote(target.fragment)
            if not (site / other).is_file() or (anchor and anchor not in pages[other].ids):
                broken.append((path, attributes["href"]))
    assert broken == []


def test_no_id_stands_twice_on_a_page(site: Path) -> None:
    twice = {}
    for file in sorted(site.rglob("*.html")):
        ids = [
            attributes["id"]
            for _, attributes in Document(file.read_text(encoding="utf-8")).elements
            if "id" in attributes
        ]
        double = {name for name in ids if ids.count(name) > 1}
        if double:
            twice[file.name] = double
    assert twice == {}


def test_no_page_loads_anything_from_another_host(pages: Mapping[str, Document]) -> None:
    loaded = [
        (path, element, attributes[name])
        for path, page in pages.items()
        for element, attributes in page.elements
        for name in ("src", "srcset", "href", "action", "data", "poster")
        if name in attributes and element != "a" and urlsplit(attributes[name]).netloc
    ]
    assert loaded == []


def test_style_sheets_fetch_nothing_from_another_host(site: Path) -> None:
    for sheet in site.rglob("*.css"):
        assert "url(http" not in sheet.read_text(encoding="utf-8").replace('"', "").replace("'", "")


def test_links_to_other_hosts_are_sources_that_records_name(pages: Mapping[str, Document]) -> None:
    strangers = [
        (path, attributes["href"])
        for path, page in pages.items()
        for element, attributes in page.elements
        if element == "a"
        and urlsplit(attributes.get("href", "")).netloc
        and attributes.get("class") != "outside"
    ]
    assert strangers == []


def test_every_page_forbids_the_browser_to_ask_other_hosts(pages: Mapping[str, Document]) -> None:
    for page in pages.values():
        policies = [
            a["content"] for e, a in page.elements if a.get("http-equiv") == "Content-Security-Policy"
        ]
        assert len(policies) == 1
        assert "default-src 'none'" in policies[0]
        assert "http" not in policies[0]


def test_every_page_has_one_title_of_its_own(pages: Mapping[str, Document]) -> None:
    for path, page in pages.items():
        assert sum(element == "h1" for element, _ in page.elements) == 1, path


# --- what the pages say -----------------------------------------------------------------------


def test_a_case_page_has_facts_story_figures_policies_and_its_word_file(
    pages: Mapping[str, Document],
) -> None:
    page = pages["cases/濮阳-数字城管-2016.html"]
    assert {"c-facts", "c-s1", "c-s1-p1", "c-data", "grounds", "sources"} <= page.ids
    for words in (
        "890.12万元",
        "公开招标",
        "河南省濮阳市",
        "一、项目申报",
        "时效未核",
    ):
        assert words in page.text
    links = [attributes.get("href", "") for element, attributes in page.elements if element == "a"]
    assert "../files/%E6%BF%AE%E9%98%B3-%E6%95%B0%E5%AD%97%E5%9F%8E%E7%AE%A1-2016.docx" in links


def test_a_policy_page_has_its_provisions_its_chain_and_who_cites_it(pages: Mapping[str, Document]) -> None:
    page = pages["policies/鲁财采2022-14号.html"]
    assert {"s3", "s3-4", "s0-p1", "chain", "mentions", "relations", "demands"} <= page.ids
    for words in (
        "鲁财采〔2022〕14号",
        "续签时长原则上不超过2年",
        "隔 126 天",
        "淄博市博山区财政局",
        "莒\u3000县",
    ):
        assert words.replace("\u3000", " ") in page.text


def test_a_document_is_listed_with_what_its_base_text_says(made: Made) -> None:
    out, _ = made
    listed = unescape((out / "browse" / "documents" / "all" / "1.md").read_text(encoding="utf-8"))
    assert "博财采〔2022〕19号 · 淄博市博山区财政局 · 2022年12月22日" in listed


def test_a_text_names_the_document_that_encloses_it_through_its_base_text(
    pages: Mapping[str, Document],
) -> None:
    text = pages["policies/淄财采2022-20号.html"].text
    holders = text[text.rindex("收录与下载") : text.rindex("来源与核验")]
    assert "博财采〔2022〕19号" in holders
    assert holders.count("作为附件：") == 2


def test_a_stub_says_that_only_its_title_is_held(library: Library, pages: Mapping[str, Document]) -> None:
    stub = next(policy for policy in library.every(Policy) if policy.text_state is TextState.STUB)
    assert "本库只收有这份文件的题录，没有收录正文" in pages[f"{address_of(stub)}.html"].text


def test_a_report_leads_from_its_figures_to_their_records(pages: Mapping[str, Document]) -> None:
    page = pages["documents/濮财综2017-8号.html"]
    bound = [attributes for element, attributes in page.elements if attributes.get("class") == "bound"]
    assert any("统计-濮阳" in unquote(attributes.get("href", "")) for attributes in bound)
    assert all(attributes["title"] for attributes in bound)
    for figure in ("312", "45064.17", "35864.87", "9199.3"):
        assert figure in page.text


def test_a_statistics_table_keeps_its_head_of_two_rows(pages: Mapping[str, Document]) -> None:
    spans = [a for e, a in pages["returns/统计-濮阳-2016-2017.html"].elements if e == "th"]
    assert [a["rowspan"] for a in spans if "rowspan" in a] == ["2"]
    assert [a["colspan"] for a in spans if "colspan" in a] == ["2", "2"]


def test_a_region_page_gathers_what_lies_in_it(pages: Mapping[str, Document]) -> None:
    page = pages["regions/410900.html"]
    assert {"cases", "policies", "practices", "statistics", "below"} <= page.ids
    assert "华龙区一年一村一场戏一场电影工程" in page.text


def test_rules_say_whether_they_were_verified(pages: Mapping[str, Document]) -> None:
    page = pages["reference/rules/1.html"]
    assert "rule-R-102-6" in page.ids
    assert "未核" in page.text
    assert "已核" in page.text


def test_names_of_people_stay_off_the_site(site: Path) -> None:
    said = "".join(file.read_text(encoding="utf-8") for file in (*site.rglob("*.html"), *site.rglob("*.js")))
    assert "王高文" not in said
    assert "51769834" not in said


# --- building again ---------------------------------------------------------------------------


def digests(folder: Path) -> dict[str, str]:
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return {
        file.relative_to(folder).as_posix(): hashlib.sha256(file.read_bytes()).hexdigest() for file in files
    }


def test_the_same_records_and_day_give_the_same_bytes(
    root: Path, library: Library, made: Made, site: Path, tmp_path: Path
) -> None:
    word = tmp_path / "某.docx"
    word.write_bytes(b"PK word")
    write_pages(library, tmp_path / "pages", dated=DATED, downloads={"濮阳-数字城管-2016": word})
    build_site(root, tmp_path / "pages", tmp_path / "site", dated=DATED)
    assert digests(tmp_path / "pages") == digests(made[0])
    assert digests(tmp_path / "site") == digests(site)


def test_pages_of_records_that_are_gone_are_removed_and_strangers_stay(
    make_library: Callable[[Mapping[str, str]], Path], tmp_path: Path
) -> None:
    root = make_library({**many_cases(3), "policies/另.md": policy_text("另", "另一份", "某财〔2021〕2号")})
    out = tmp_path / "pages"
    write_pages(load_library(root)[0], out, dated=DATED)
    (out / "自己的.txt").write_text("不要动", encoding="utf-8")
    (root / "policies" / "另.md").unlink()
    write_pages(load_library(root)[0], out, dated=DATED)
    assert not (out / "policies" / "另.md").exists()
    assert (out / "policies" / "某政策.md").exists()
    assert (out / "自己的.txt").exists()


FIGURES = ("index", "cases", "policies", "amounts")
"""The pages of figures, each of which says the day of its data."""


def test_unchanged_pages_are_not_written_again(
    make_library: Callable[[Mapping[str, str]], Path], tmp_path: Path
) -> None:
    root = make_library(many_cases(2))
    library, out = load_library(root)[0], tmp_path / "pages"
    write_pages(library, out, dated=DATED)
    before = {file: file.stat().st_mtime_ns for file in out.rglob("*.md")}
    write_pages(library, out, dated=date(2023, 1, 1))
    after = {file for file, time in before.items() if file.stat().st_mtime_ns != time}
    dated = {"index.md", "browse/data/index.md", *(f"browse/figures/{name}.md" for name in FIGURES)}
    assert {file.relative_to(out).as_posix() for file in after} == dated


def test_no_page_grows_with_the_library(
    make_library: Callable[[Mapping[str, str]], Path], tmp_path: Path
) -> None:
    small = largest_page(make_library(many_cases(220)), tmp_path / "small")
    large = largest_page(make_library(many_cases(600)), tmp_path / "large")
    assert large < small * 1.05
    listed = (tmp_path / "large" / "browse" / "cases" / "all" / "6.md").read_text(encoding="utf-8")
    assert listed.count("<li>") == 100
    policy = (tmp_path / "large" / "policies" / "某政策.md").read_text(encoding="utf-8")
    assert "查看全部 600 处引用" in policy


def largest_page(root: Path, out: Path) -> int:
    write_pages(load_library(root)[0], out, dated=DATED)
    return max(file.stat().st_size for file in out.rglob("*.md"))


def test_properdocs_builds_the_same_pages(root: Path, made: Made, site: Path, tmp_path: Path) -> None:
    command = shutil.which(
        "properdocs", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    )
    if command is None:
        pytest.skip("没有 ProperDocs（pip install properdocs）")
    settings = tmp_path / "mkdocs.yml"
    text = (root / "mkdocs.yml").read_text(encoding="utf-8").replace("build/pages", made[0].as_posix())
    settings.write_text(text, encoding="utf-8")
    shutil.copytree(root / "site", tmp_path / "site")
    subprocess.run([command, "build", "-f", str(settings)], check=True, capture_output=True)
    other = pages_of(tmp_path / "build" / "site")
    assert {path: page.text for path, page in other.items()} == {
        path: page.text for path, page in pages_of(site).items()
    }
