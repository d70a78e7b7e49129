"""The page of a policy: status, citation, duties, who cites which provision, what it can be laid beside."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from html import unescape
from pathlib import Path

import pytest

from generator.library import Library, load_library
from generator.models.policy import Policy
from generator.pages import build_site, public_view, write_pages
from generator.pages.records.common import status_badge, verification_badge
from generator.pages.shelf import Shelf
from generator.provisions.cards import status_on
from generator.provisions.facets import FACETS
from tests.conftest import ROOT
from tests.pages.policies.conftest import DAY
from tests.pages.policies.samples import CASE, NEW, NOTICE, OLD, small_library
from tests.pages.samples import Document

Write = Callable[[Mapping[str, str]], Path]


def policy(pages: Path, name: str) -> str:
    return unescape((pages / "policies" / f"{name}.md").read_text(encoding="utf-8"))


def data_in(page: str) -> dict[str, object]:
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page)
    assert found
    data = json.loads(found[1])
    assert isinstance(data, dict)
    return data


def test_a_repealed_text_says_since_when_by_which_provision_and_leads_to_both_side_by_side(
    written: Write,
) -> None:
    page = policy(written(small_library()), "旧办法")
    banner = page[page.index('<div class="banner banner-bad">') :].partition("</div>")[0]
    assert "<strong>已废止（自2020年3月1日起）</strong>" in banner
    assert "《购买服务管理办法》（某财〔2020〕1号）" in banner
    assert 'href="%E6%96%B0%E5%8A%9E%E6%B3%95.html#a4">第四条</a>' in banner
    assert "新旧对照" in banner


def test_the_citation_names_title_number_and_what_took_its_place(written: Write) -> None:
    pages = written(small_library())
    assert (
        '<span class="cite-title">《购买服务管理办法（暂行）》（某财〔2014〕9号）</span>'
        '<span class="cite-status">（已废止，见《购买服务管理办法》（某财〔2020〕1号））</span>'
    ) in policy(pages, "旧办法")
    assert '<span class="cite-status"></span>' in policy(pages, "新办法")


def test_a_text_without_a_known_successor_says_so(written: Write) -> None:
    page = policy(written({"policies/旧办法.md": OLD}), "旧办法")
    assert "库里没有登记" in page


def test_an_amended_provision_says_by_which_text(written: Write) -> None:
    amending = NEW.replace("类型: 废止", "类型: 修改").replace("锚: 第四条", "锚: 第四条\n    目标锚: 第二条")
    valid = OLD.replace("时效: 已废止", "时效: 现行有效")
    page = policy(written(small_library(旧办法=valid, 新办法=amending)), "旧办法")
    assert "<strong>已修改（自2020年3月1日起）</strong>" in page
    after = page[page.index("合同期限一般不超过一年") :]
    assert after.index('<p class="changed">自2020年3月1日起由') < after.index("第三条")
    assert data_in(page)["legislationLegalForce"] == "https://schema.org/PartiallyInForce"


def test_a_text_still_to_come_says_from_when(written: Write) -> None:
    later = NEW.replace("施行日期: 2020-03-01", "施行日期: 2023-05-01")
    page = policy(written(small_library(新办法=later)), "新办法")
    assert "尚未施行，自2023年5月1日起施行" in page
    assert "（尚未施行，自2023年5月1日起施行）" in page[page.index("cite-status") :]


def test_each_provision_bears_the_name_that_a_citation_gives_it(written: Write) -> None:
    page = policy(written(small_library()), "旧办法")
    assert '#### 第三条\u3000备案。 {: #a3 .lead data-cite="第三条" }' in page
    assert '{: #a3-p3 .text data-cite="第三条第二款第（一）项" }' in page
    assert "### 第一章\u3000总则 {: #c1" in page


def test_a_cited_provision_leads_to_those_that_cite_it(written: Write) -> None:
    page = policy(written(small_library()), "新办法")
    article = page[page.index("履约情况应当公开。") :].partition("\n\n")[0]
    assert '#cited-a2" class="cited">被引 1 处</a>' in article
    row = page[page.index('<span id="cited-a2">') - 600 : page.index('<span id="cited-a2">')]
    assert "某市财政局转发" in row
    assert page.count('id="cited-a2"') == 1


def test_many_mentions_stand_on_pages_of_their_own_and_a_provision_finds_its_page(written: Write) -> None:
    relation = "  - 类型: 引用\n    目标: 新办法\n    锚: 一\n    目标锚: {}\n"
    citing = NOTICE.replace("文本: 全文\n关系:\n", "文本: 全文\n关系:\n" + relation.format("第一条") * 120)
    pages = written(small_library(转发通知=citing))
    page = policy(pages, "新办法")
    cited = re.findall(r'href="([^"]+)" class="cited">被引 (\d+) 处', page)
    assert [(path.rpartition("/")[2], count) for path, count in cited] == [
        ("1.html#cited-a1", "120"),
        ("2.html#cited-a2", "1"),
    ]
    for number, block in ((1, "a1"), (2, "a2")):
        listed = (pages / f"browse/mentions/新办法/{number}.md").read_text(encoding="utf-8")
        assert f'<span id="cited-{block}">' in listed


def test_the_duties_of_a_text_show_how_they_stand_at_the_provision_and_in_the_list(written: Write) -> None:
    page = policy(written(small_library()), "新办法")
    article = page[page.index("履约情况应当公开。") :].partition("\n\n")[0]
    assert "期限 2022年11月30日" in article
    assert "已逾期" in article
    listed = page[page.index('id="demands-table"') :].partition("</table>")[0]
    assert "报送合同清单" in listed
    assert "已逾期" in listed


@pytest.mark.parametrize(("name", "table"), [("新办法", "demands-table"), ("转发通知", "handed-on-table")])
def test_day_and_state_of_a_duty_stand_where_a_narrow_window_shows_them(
    written: Write, name: str, table: str
) -> None:
    page = policy(written(small_library()), name)
    listed = page[page.index(f'id="{table}"') :].partition("</table>")[0]
    assert re.findall(r"<th[^>]*>([^<]+)</th>", listed)[1:3] == ["期限", "状态"]
    cells = next(row for row in listed.split("<tr>") if "报送合同清单" in row).split("<td>")
    assert "2022年11月30日" in cells[2]
    assert "badge" in cells[3]
    assert "报送合同清单" in cells[4]


def test_a_notice_shows_what_it_hands_on_and_that_it_can_be_laid_beside_the_text(written: Write) -> None:
    page = policy(written(small_library()), "转发通知")
    handed = page[page.index('id="handed-on-table"') :].partition("</table>")[0]
    assert "报送合同清单" in handed
    assert "browse/beside/" in page[page.index("#comparisons") :]


def test_the_cases_that_rest_on_a_text_are_listed(written: Write) -> None:
    page = policy(written(small_library()), "新办法")
    listed = page[page.index("依据它的案例（1）") :].partition("</ul>")[0]
    assert "某局保洁服务" in listed


@pytest.mark.parametrize("count", [19, 20, 21, 60])
def test_the_list_of_cases_stays_short(written: Write, count: int) -> None:
    cases = {f"cases/例-{n}.yaml": CASE.replace("例-一", f"例-{n}") for n in range(count)}
    page = policy(
        written({"policies/新办法.md": NEW.replace("目标: 旧办法", "目标: 新办法")} | cases), "新办法"
    )
    listed = page[page.index("依据它的案例") :].partition("</ul>")[0]
    assert listed.count("<li>") == min(count, 20)
    assert ("另有" in page) is (count > 20)


def test_the_page_offers_the_record_as_data(written: Write) -> None:
    page = policy(written(small_library()), "新办法")
    assert 'href="../data/policies/%E6%96%B0%E5%8A%9E%E6%B3%95.json"' in page


def test_machines_are_told_what_the_text_is_and_what_it_changes(written: Write) -> None:
    pages = written(small_library())
    new, old = (data_in(policy(pages, name)) for name in ("新办法", "旧办法"))
    assert new["@type"] == "Legislation"
    assert new["legislationIdentifier"] == "某财〔2020〕1号"
    assert new["legislationDate"] == "2020-01-03"
    assert new["legislationPassedBy"] == [{"@type": "Organization", "name": "某省财政厅"}]
    assert new["legislationLegalForce"] == "https://schema.org/InForce"
    assert new["legislationRepeals"] == [
        {
            "@type": "Legislation",
            "name": "购买服务管理办法（暂行）",
            "legislationIdentifier": "某财〔2014〕9号",
            "url": "%E6%97%A7%E5%8A%9E%E6%B3%95.html",
        }
    ]
    assert old["legislationLegalForce"] == "https://schema.org/NotInForce"
    assert "legislationRepeals" not in old


def test_hostile_words_stay_words_in_headings_citations_and_data(
    make_library: Callable[[Mapping[str, str]], Path], tmp_path: Path
) -> None:
    words = "</script><img src=x onerror=alert(1)>'\"{: onclick=1 }&lt;"
    hostile = NEW.replace("标题: 购买服务管理办法", "标题: " + json.dumps(f"办法{words}", ensure_ascii=False))
    hostile = hostile.replace("# 第一章　总则", f"# {words}").replace("一般不超过三年", f"一般{words}")
    library, _ = load_library(make_library(small_library(新办法=hostile)))
    write_pages(library, tmp_path / "pages", dated=DAY)
    build_site(ROOT, tmp_path / "pages", tmp_path / "site", dated=DAY)
    for path in ("policies/新办法", "policies/旧办法", "browse/beside/旧办法/新办法"):
        page = Document((tmp_path / "site" / f"{path}.html").read_text(encoding="utf-8"))
        assert words in page.text
        assert not [names for element, names in page.elements if element == "img" or "onclick" in names]
    names = [names["data-cite"] for _, names in page_of(tmp_path, "新办法").elements if "data-cite" in names]
    assert f"“{words[:24]}…”部分" in names
    source = (tmp_path / "site/policies/新办法.html").read_text(encoding="utf-8")
    assert str(data_in(source)["name"]) == f"办法{words}"


def page_of(folder: Path, name: str) -> Document:
    return Document((folder / "site" / "policies" / f"{name}.html").read_text(encoding="utf-8"))


def test_a_status_that_nobody_verified_never_bears_the_words_of_a_verification(library: Library) -> None:
    shelf = Shelf(public_view(library), DAY)
    record = shelf.library.find("鲁财采2022-14号", Policy)
    assert record
    (status,) = (facet for facet in FACETS if facet.key == "status")
    words = {word for one in shelf.library.every(Policy) for word in status.values(shelf.library, one, DAY)}
    assert "时效未核" in words
    assert "未核" not in words
    assert set(status.ranks) >= words
    assert status_on(shelf.library, record, DAY) == "时效未核"
    assert ">时效未核</span>" in status_badge(shelf, record)
    assert ">核验：未核</span>" in verification_badge(record)
