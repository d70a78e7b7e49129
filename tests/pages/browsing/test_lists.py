"""Browsing without search: lists by facet, lists arranged by a second one, what is new, the data page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from html import unescape
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

import pytest

from generator.compose.address import has_page
from generator.library import Library, load_library
from generator.models.case import Case
from generator.models.policy import Policy
from generator.models.record import Verification
from generator.pages import WrittenPage, public_view, write_pages
from generator.pages.home import COMPARED
from generator.provisions.amounts import BANDS, NO_TOTAL, TOP_BAND
from generator.provisions.facets import FACETS, facet, facets_of
from tests.conftest import DATED
from tests.pages.samples import case_text, many_cases, policy_text

Make = Callable[[Mapping[str, str]], Path]
Made = tuple[Path, tuple[WrittenPage, ...]]
PARTS_ONLY = ("乌鲁木齐-试点-2015", "新疆-审计厅-2004")
"""Shipped cases with budgets and yearly sums, and no price of a contract or of the whole."""
MONEY = """数据:
  - 名称: 合同金额
    数值: {amount}
摘要: """


def written(root: Path, out: Path) -> Path:
    library, problems = load_library(root)
    assert [problem.as_text() for problem in problems] == []
    write_pages(library, out, dated=DATED)
    return out


def read(file: Path) -> str:
    return unescape(file.read_text(encoding="utf-8"))


# --- facets -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "band"),
    [
        ("49.99万元", BANDS[0][1]),
        ("50万元", BANDS[1][1]),
        ("约200万元", BANDS[2][1]),
        ("499.9999万元", BANDS[2][1]),
        ("500万元", BANDS[3][1]),
        ("1000万元", TOP_BAND),
        ("1.2亿元", TOP_BAND),
        ("数十万元", NO_TOTAL),
        ("12人", NO_TOTAL),
    ],
)
def test_a_case_falls_into_the_band_whose_lower_bound_its_amount_reaches(
    make_library: Make, amount: str, band: str
) -> None:
    text = case_text(1).replace("摘要: ", MONEY.format(amount=amount))
    files = {"cases/例-1.yaml": text, "policies/某政策.md": policy_text("某政策", "某", "某财〔2020〕1号")}
    library, problems = load_library(make_library(files))
    assert [problem.as_text() for problem in problems] == []
    case = library.every(Case)[0]
    assert facet("amount").values(library, case, DATED) == (band,)


def test_a_case_without_an_amount_says_so(library: Library) -> None:
    bands = {case.id: facet("amount").values(library, case, DATED) for case in library.every(Case)}
    assert bands["濮阳-数字城管-2016"] == ("500万元至不满1000万元",)
    assert bands["克拉玛依-试点-2014"] == (TOP_BAND,)
    assert {bands[name] for name in PARTS_ONLY} == {(NO_TOTAL,)}
    assert bands["新疆-住建厅-2012"] == (NO_TOTAL,)


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("合同价款", True),
        ("采购金额", True),
        ("项目总额", True),
        ("总投资", True),
        ("采购预算", False),
        ("专项资金", False),
        ("白碱滩区购买金额", False),
    ],
)
def test_only_the_price_of_a_contract_or_the_whole_of_a_project_is_what_a_case_cost(
    make_library: Make, name: str, *, known: bool
) -> None:
    text = case_text(1).replace("摘要: ", MONEY.format(amount="90万元").replace("合同金额", name))
    files = {"cases/例-1.yaml": text, "policies/某政策.md": policy_text("某政策", "某", "某财〔2020〕1号")}
    library, _ = load_library(make_library(files))
    band = facet("amount").values(library, library.every(Case)[0], DATED)
    assert band == ((BANDS[1][1],) if known else (NO_TOTAL,))


def test_the_facets_of_a_case_and_of_a_policy_are_what_staff_would_say(library: Library) -> None:
    case = facets_of(library, library.entries["华龙-一村一戏-2016"].record, DATED)
    assert case["region"] == ("河南省", "河南省濮阳市", "河南省濮阳市华龙区")
    assert (case["level"], case["delivery"], case["provider"]) == (("县级",), ("场次补贴",), ("文艺院团",))
    policy = facets_of(library, library.entries["鲁财采2022-14号"].record, DATED)
    assert (policy["level"], policy["year"], policy["issuer"]) == (("省级",), ("2022年",), ("山东省财政厅",))
    assert "amount" not in policy
    document = facets_of(library, library.entries["博山转发淄博通知"].record, DATED)
    assert (document["genre"], document["year"]) == (("通知",), ("2022年",))


def test_the_status_is_that_of_the_day(make_library: Make) -> None:
    more = "施行日期: 2022-06-01\n"
    library, _ = load_library(
        make_library({"policies/甲.md": policy_text("甲", "甲", "某财〔2022〕1号", more=more)})
    )
    policy = library.every(Policy)[0]
    days = (DATED.replace(month=5), DATED)
    assert [facet("status").values(library, policy, day) for day in days] == [("尚未施行",), ("现行有效",)]


def test_no_two_facets_share_a_key_and_keys_are_plain_letters() -> None:
    keys = [one.key for one in FACETS]
    assert len(set(keys)) == len(keys)
    assert all(key.isascii() and key.isalpha() for key in keys)


# --- lists ------------------------------------------------------------------------------------


def test_every_public_record_stands_in_the_list_of_each_value_that_it_has(
    library: Library, made: Made
) -> None:
    view = public_view(library)
    listed = {path.path for path in made[1]}
    for name, kind, keys in (
        ("cases", Case, ("field", "method", "provider", "amount", "issuer", "year", "level")),
        ("policies", Policy, ("genre", "status", "issuer", "subject", "year", "authority")),
    ):
        counts = Counter(
            (key, value)
            for record in view.every(kind)
            for key in keys
            for value in facet(key).values(view, record, DATED)
        )
        assert len(counts) > 30
        for (key, value), count in counts.items():
            page = made[0] / "browse" / name / key / value / "1.md"
            if f"browse/{name}/{key}/{value}/1.md" in listed:
                assert f"共 {count} 条" in read(page), (key, value)


def test_a_list_leads_to_the_search_page_with_its_facets_chosen(made: Made) -> None:
    page = read(made[0] / "browse/cases/region/650000/field/1.md")
    queries = [
        parse_qsl(urlsplit(href).query) for href in re.findall(r'href="([^"]*search\.html\?[^"]*)"', page)
    ]
    assert [("kind", "案例"), ("region", "新疆维吾尔自治区"), ("field", "审计")] in queries
    documents = read(made[0] / "browse/documents/all/1.md")
    (href,) = re.findall(r'href="([^"]*search\.html\?[^"]*)"', documents)
    assert parse_qsl(urlsplit(href).query) == [("kind", "公文"), ("kind", "汇编")]


def test_a_long_list_is_arranged_by_a_second_facet_over_its_pages(make_library: Make, tmp_path: Path) -> None:
    files = many_cases(130)
    for number in range(1, 51):
        path = f"cases/例-{number}.yaml"
        files[path] = files[path].replace("  - 城乡社区", "  - 养老")
    out = written(make_library(files), tmp_path / "pages")
    first, second = (read(out / f"browse/cases/delivery/合同/field/{number}.md") for number in (1, 2))
    headings = [re.findall(r"^## (\S+)", page, re.MULTILINE) for page in (first, second)]
    assert headings == [["城乡社区", "养老"], ["养老"]]
    assert '<a href="1.html#in-%E5%85%BB%E8%80%81">养老</a>' in second
    assert "共 130 条" in first
    assert [page.count('class="meta"') for page in (first, second)] == [100, 30]


def test_a_short_list_is_not_arranged(make_library: Make, tmp_path: Path) -> None:
    out = written(make_library(many_cases(5)), tmp_path / "pages")
    assert "分列" not in read(out / "browse/cases/delivery/合同/1.md")
    assert not (out / "browse/cases/delivery/合同/field").exists()


def test_a_record_with_two_values_stands_under_both_and_counts_once(
    make_library: Make, tmp_path: Path
) -> None:
    files = many_cases(6)
    files["cases/例-1.yaml"] = files["cases/例-1.yaml"].replace("  - 城乡社区", "  - 城乡社区\n  - 养老")
    page = read(written(make_library(files), tmp_path / "pages") / "browse/cases/delivery/合同/field/1.md")
    assert "共 6 条" in page
    assert page.count("第1号案例") == 2


def test_the_list_of_a_band_says_how_it_is_bounded(made: Made) -> None:
    page = read(made[0] / "browse/cases/amount/500万元至不满1000万元/1.md")
    assert "下限算在档内，上限不算" in page


# --- what is new, what is due, the data page --------------------------------------------------


def test_what_is_new_stands_under_its_year_the_newest_first(made: Made) -> None:
    page = read(made[0] / "browse/recent/1.md")
    years = re.findall(r"^## (\d{4})年", page, re.MULTILINE)
    assert years == sorted(years, reverse=True)
    assert "2022" in years
    assert page.index("2022年12月22日") < page.index("2022年8月16日")
    assert "# 最近的文件" in page
    assert "资料库不记每条的录入日期" in page
    assert "2024年8月6日" not in page


def test_the_first_page_shows_news_deadlines_and_holdings_with_the_ways_on(made: Made) -> None:
    page = read(made[0] / "index.md")
    for target in ("browse/recent/1.html", "feed.xml", "browse/duties/index.html", "browse/data/index.html"):
        assert f'href="{target}"' in page
    assert "鲁财采〔2022〕14号 · 山东省财政厅" in page
    assert page.count("博财采〔2022〕19号") == 1


def test_the_numbers_on_the_first_page_add_up_to_the_records_of_the_library(
    library: Library, made: Made
) -> None:
    page = read(made[0] / "index.md")
    held = re.findall(r'all/1\.html">[^<]+</a> <span class="count">(\d+)', page)
    records = (entry.record for entry in public_view(library).entries.values())
    assert sum(map(int, held)) == sum(has_page(record) for record in records)
    assert len(held) == 5


def test_an_empty_library_says_so_in_one_sentence_with_the_command(
    make_library: Make, tmp_path: Path
) -> None:
    out = written(make_library({"policies/空/.keep": ""}), tmp_path / "out")
    for name in ("index.md", "browse/figures/index.md", "browse/data/index.md"):
        page = read(out / name)
        assert page.count("gongwen new case") == 1
        assert "\n## " not in page or name == "browse/data/index.md"
    pages = {file.relative_to(out).as_posix(): read(file) for file in out.rglob("*.md")}
    assert [name for name, text in pages.items() if re.search(r"(?<!\d)0 [条份个]", text)] == []


def test_nothing_is_called_new_by_the_day_on_which_it_was_written(root: Path, made: Made) -> None:
    assert '<h2 id="recent">最近的文件</h2>' in read(made[0] / "index.md")
    texts = [read(root / name) for name in ("mkdocs.yml", "site/theme/main.html", "README.md")]
    texts += [read(file) for file in (root / "site/text").glob("*.md")]
    assert [text for text in texts if "最近收录" in text] == []
    assert "资料库不记录入的日期" in read(root / "site/text/常见问答.md")


@pytest.mark.parametrize(
    ("path", "unit"),
    [
        ("browse/policies/issuer/1.md", "个发文机关"),
        ("browse/cases/field/1.md", "个领域"),
        ("browse/compare/1.md", "个领域"),
        ("browse/regions/index.md", "个地区"),
        ("reference/bodies/1.md", "个机构"),
        ("browse/cases/all/1.md", "条"),
    ],
)
def test_a_list_counts_what_it_lists(made: Made, path: str, unit: str) -> None:
    assert re.search(rf'class="subtitle">共 \d+ {unit}<', read(made[0] / path))


def test_two_records_of_one_number_are_told_apart_in_lists(made: Made) -> None:
    number = "博财采〔2022〕19号"
    policies = [line for line in read(made[0] / "browse/policies/all/1.md").split("<li>") if number in line]
    documents = [line for line in read(made[0] / "browse/documents/all/1.md").split("<li>") if number in line]
    assert len(policies) == len(documents) == 1
    assert "收录的印发件" in policies[0]
    assert "本库所拟" not in policies[0]
    assert "本库所拟" in documents[0]
    assert read(made[0] / "browse/policies/all/1.md").count("收录的印发件") == 1


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("policies/博财采2022-19号.md", "收录的印发件"),
        ("documents/博山转发淄博通知.md", "本库所拟"),
    ],
)
def test_two_records_of_one_text_say_which_they_are_and_lead_to_each_other(
    made: Made, path: str, words: str
) -> None:
    page = read(made[0] / path)
    subtitle = page[page.index('class="subtitle"') :].partition("</p>")[0]
    assert words in subtitle
    other = {"收录的印发件": "据此拟的公文：", "本库所拟": "底本："}[words]
    line = page[page.index(other) :].partition("\n")[0]
    assert ("本库所拟" if words == "收录的印发件" else "收录的印发件") in line


def test_pages_that_lay_either_copy_beside_a_text_are_told_apart(made: Made) -> None:
    folder = made[0] / "browse/beside/淄财采2022-20号"
    pages = [read(folder / f"{name}.md") for name in ("博财采2022-19号", "博山转发淄博通知")]
    titles = [re.findall(r"^# (.+?) \{|^# (.+)$", page, re.MULTILINE)[0] for page in pages]
    assert titles[0] != titles[1]
    assert "本库所拟" in "".join(titles[1])
    table = pages[1][pages[1].index('id="compared"') :].partition("</table>")[0]
    assert table.count("2022年12月2") == 2


def test_a_number_that_begins_with_the_title_is_not_said_twice(made: Made) -> None:
    page = read(made[0] / "cases/濮阳-数字城管-2016.md")
    assert "《濮阳市机构编制委员会会议纪要》（〔2011〕5号）" in page
    assert "（濮阳市机构编制委员会会议纪要〔2011〕5号）" not in page
    own = read(made[0] / "policies/濮阳市编委会议纪要2011-5号.md")
    assert 'class="cite-title">《濮阳市机构编制委员会会议纪要》（〔2011〕5号）<' in own


def test_the_number_beside_a_region_is_that_of_the_records_on_its_page(made: Made) -> None:
    page = read(made[0] / "browse/regions/index.md")
    counts = re.findall(r'regions/([^"]+)\.html">[^<]+</a> <span class="count">(\d+)', page)
    assert len(counts) == len(re.findall('class="count"', page)) > 10
    for code, count in counts:
        own = read(made[0] / f"regions/{unquote(code)}.md").partition("\n## ")[0]
        held = re.findall(r'<span class="count">(\d+)', own)
        assert sum(map(int, held)) == int(count), code
    documents = read(made[0] / "browse/documents/region/370304/1.md")
    assert "本库所拟" in documents


def test_every_column_of_every_table_has_a_name(made: Made) -> None:
    pages = {file: read(file) for file in made[0].rglob("*.md")}
    assert sum("<th" in page for page in pages.values()) > 50
    assert [file.name for file, page in pages.items() if re.search(r"<th[^>]*>\s*</th>", page)] == []


def test_a_number_that_two_texts_bear_is_cautioned_on_both_pages_and_on_no_other(made: Made) -> None:
    caution = "库里还有一件写同一文号："
    pages = {file.stem: read(file) for file in (made[0] / "policies").glob("*.md")}
    assert {name for name, page in pages.items() if caution in page} == {
        "濮财综2017-7号-国土目录",
        "濮财综2017-7号-报送通知",
    }
    line = pages["濮财综2017-7号-国土目录"].partition(caution)[2].partition("</span>")[0]
    assert "濮阳市财政局关于报送政府购买服务有关情况的通知" in line


def test_policies_of_one_year_stand_the_newest_first_and_those_without_a_day_last(made: Made) -> None:
    page = read(made[0] / "browse/policies/year/2022年/1.md")
    days = re.findall(r"2022年(\d+)月(\d+)日 · ", page)
    assert [(int(month), int(day)) for month, day in days] == [(12, 22), (12, 20), (8, 16)]
    assert page.index("2022年8月16日") < page.index("鲁财采函〔2022〕2号")


def test_the_first_page_and_the_reference_count_rules_as_the_data_page_does(
    library: Library, made: Made
) -> None:
    states = Counter(str(rule.verification) for rule in library.rules.values())
    told = f"{len(library.rules)} 条，{states['未核']} 条未核，{states['部分核实']} 条部分核实"
    assert states["已核"] > 0 < states["部分核实"]
    for path in ("index.md", "browse/reference/index.md"):
        assert told in read(made[0] / path)
    compared = [record for kind in COMPARED for record in public_view(library).every(kind)]
    partly = sum(record.verification is Verification.PARTLY for record in compared)
    assert 0 < partly < len(compared)
    told = f"共 {len(compared)} 条，与正式文本核对：{len(compared) - partly} 条未核、{partly} 条部分核实。"
    assert told in read(made[0] / "index.md")
    row = read(made[0] / "browse/data/index.md").partition("制度参数</a></td>")[2]
    numbers = [len(library.rules), *(states[state] for state in ("已核", "部分核实", "未核"))]
    assert re.findall(r"<td>(\d+)</td>", row)[:4] == [str(number) for number in numbers]


def test_the_data_page_counts_each_kind_by_how_far_it_was_verified(library: Library, made: Made) -> None:
    page = read(made[0] / "browse/data/index.md")
    policies = public_view(library).every(Policy)
    states = Counter(str(policy.verification or "未核") for policy in policies)
    numbers = "".join(f"<td>{states[state]}</td>" for state in ("已核", "部分核实", "未核"))
    pending = sum(bool(policy.pending) for policy in policies)
    assert f"<td>政策</td><td>{len(policies)}</td>{numbers}<td>{pending}</td>" in page
    unverified = read(made[0] / "browse/data/unverified/1.md")
    assert unverified.count("已核</span>") == 0
    assert "鲁财采" in unverified or "山东省财政厅" in unverified


def test_the_questions_and_answers_are_at_least_ten_and_lead_on(root: Path) -> None:
    text = (root / "site/text/常见问答.md").read_text(encoding="utf-8")
    questions = re.findall(r"^### .+？$", text, re.MULTILINE)
    assert len(questions) >= 10
    assert text.count("](../browse/") >= 5


# --- hidden records ---------------------------------------------------------------------------


@pytest.mark.parametrize("disclosure", ["不予公开", "待定", "待补"])
def test_hidden_records_change_no_list_no_name_and_no_number(
    make_library: Make, tmp_path: Path, disclosure: str
) -> None:
    shown = {**many_cases(7), "policies/公开文.md": policy_text("公开文", "公开的标题", "某财〔2020〕8号")}
    more = "成文日期: 2021-05-06\n主题:\n  - 机密主题\n"
    secret = policy_text("机密文", "绝密的标题", "某密〔2021〕7号", disclosure, more=more)
    case = case_text(8, policy="机密文", region="某省密县").replace("某局", "密室局").replace("例-8", "密例")
    hidden = {
        "policies/机密文.md": secret.replace("某省财政厅", "密室厅"),
        "cases/密例.yaml": f"{case}公开属性: {disclosure}\n",
    }
    before = written(make_library(shown), tmp_path / "before")
    after = written(make_library({**shown, **hidden}), tmp_path / "after")
    assert contents(after) == contents(before)


def contents(out: Path) -> dict[str, bytes]:
    files = (file for file in sorted(out.rglob("*")) if file.is_file())
    return {file.relative_to(out).as_posix(): file.read_bytes() for file in files}
