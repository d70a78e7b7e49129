"""Words rank by BM25F; titles, levels and what is in force come first; filters narrow."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.library import Library
from generator.models.case import Case
from generator.search import Hit, query
from tests.search.samples import BODIES, REGIONS, MakeIndex, policy

BODY = "# 一、总则\n\n承接主体应当具备独立承担民事责任的能力。"


def ids(hits: tuple[Hit, ...]) -> list[str]:
    """The records of hits, each once, in order."""
    return list(dict.fromkeys(hit.id for hit in hits))


def test_a_title_is_found_first_by_its_own_words(shipped: Path, library: Library) -> None:
    cases = library.every(Case)
    first = {case.id: query(shipped, case.title)[0].id for case in cases}
    assert first == {case.id: case.id for case in cases}


def test_a_record_is_found_by_its_alias(shipped: Path, library: Library) -> None:
    aliases = {alias: case.id for case in library.every(Case) for alias in case.aliases}
    assert aliases
    assert {alias: query(shipped, alias)[0].id for alias in aliases} == aliases


def test_traditional_characters_find_simplified_ones(shipped: Path) -> None:
    assert query(shipped, "續簽") == query(shipped, "续签")
    assert any("续签" in hit.snippet for hit in query(shipped, "續簽"))


def test_width_and_case_make_no_difference(index_of: MakeIndex) -> None:
    index = index_of({"policies/a.md": policy("甲", "关于甲的通知", "# 一、版式\n\n照ＧＢ／Ｔ 9704执行。")})
    assert [hit.anchor for hit in query(index, "“gb/t 9704”")] == ["s1"]


def test_at_equal_text_what_is_in_force_comes_before_what_is_repealed(index_of: MakeIndex) -> None:
    index = index_of(
        {
            "policies/a.md": policy("旧", "政府购买服务管理办法", BODY, status="已废止"),
            "policies/b.md": policy("新", "政府购买服务管理办法", BODY, status="现行有效"),
        }
    )
    assert ids(query(index, "承接主体 民事责任")) == ["新", "旧"]


def test_at_equal_text_the_higher_level_comes_first(index_of: MakeIndex) -> None:
    regions = {"区": "山东省淄博市博山区", "市": "山东省淄博市", "省": "山东省", "国": "全国"}
    files = {
        f"policies/{number}.md": policy(name, "政府购买服务管理办法", BODY, region=region)
        for number, (name, region) in enumerate(regions.items())
    }
    index = index_of({**files, "policies/regions.yaml": REGIONS})
    assert ids(query(index, "承接主体 民事责任")) == ["国", "省", "市", "区"]


def test_a_provision_with_every_word_comes_before_one_with_some(index_of: MakeIndex) -> None:
    body = "# 一、合同\n\n合同应当备案。\n\n# 二、续签\n\n合同可以续签，续签须履约评价优秀。"
    index = index_of({"policies/a.md": policy("甲", "关于甲的通知", body)})
    assert query(index, "合同 续签 履约评价")[0].anchor == "s2"


def test_no_record_fills_the_first_screen(index_of: MakeIndex) -> None:
    long = "\n\n".join(f"# {number}、养老{number}\n\n养老服务第{number}项。" for number in "一二三四五六七八")
    index = index_of(
        {
            "policies/a.md": policy("多", "关于养老服务的通知", long),
            "policies/b.md": policy("少", "关于乡村的通知", "# 一、其他\n\n也可购买养老服务。"),
        }
    )
    assert "少" in {hit.id for hit in query(index, "养老服务", limit=5)}
    assert len([hit for hit in query(index, "养老服务", limit=None) if hit.id == "多"]) == 9


# --- filters --------------------------------------------------------------------------------------


@pytest.fixture
def filtered(index_of: MakeIndex) -> Path:
    files = {
        "policies/a.md": policy(
            "省", "养老服务办法", BODY, region="山东省", issuer="山东省财政厅", number="鲁财采〔2022〕3号"
        ),
        "policies/b.md": policy(
            "区",
            "养老服务细则",
            BODY,
            region="山东省淄博市博山区",
            issuer="淄博市财政局",
            number="淄财采〔2021〕4号",
        ),
        "policies/c.md": policy(
            "豫", "养老服务规定", BODY, region="河南省", status="已废止", number="豫财采〔2022〕5号"
        ),
        "policies/d.md": policy("国", "养老服务意见", BODY),
        "policies/regions.yaml": REGIONS,
        "policies/bodies.yaml": BODIES,
    }
    return index_of(files)


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"region": "山东省"}, {"省", "区"}),
        ({"region": "山东"}, {"省", "区"}),
        ({"region": "山东省淄博市"}, {"区"}),
        ({"region": "淄博市"}, {"区"}),
        ({"region": "山東省淄博市博山區"}, {"区"}),
        ({"region": "全国"}, {"省", "区", "豫", "国"}),
        ({"region": "广东省"}, set()),
        ({"issuer": "山东省财政厅"}, {"省"}),
        ({"issuer": "省财政厅"}, {"省"}),
        ({"issuer": "财政局"}, {"区"}),
        ({"year": 2022}, {"省", "豫"}),
        ({"year": "2021"}, {"区"}),
        ({"status": "已废止"}, {"豫"}),
        ({"kind": "政策"}, {"省", "区", "豫", "国"}),
        ({"kind": "案例"}, set()),
        ({"year": 2022, "region": "山东省"}, {"省"}),
    ],
)
def test_filters_narrow_what_is_found(filtered: Path, filters: dict[str, str], found: set[str]) -> None:
    assert set(ids(query(filtered, "养老服务", limit=None, **filters))) == found
    assert set(ids(query(filtered, "“养老服务”", limit=None, **filters))) == found


def test_filters_hold_for_numbers_too(filtered: Path) -> None:
    assert ids(query(filtered, "鲁财采〔2022〕3号"))[:1] == ["省"]
    assert "省" not in ids(query(filtered, "鲁财采〔2022〕3号", region="河南省"))


def test_the_limit_holds_and_changes_no_order(shipped: Path) -> None:
    every = query(shipped, "政府购买服务 承接主体", limit=20)
    assert len(every) == 20
    assert query(shipped, "政府购买服务 承接主体", limit=3) == every[:3]


# --- hits -----------------------------------------------------------------------------------------


def test_a_hit_has_the_fixed_keys_and_points_into_the_page(shipped: Path) -> None:
    hit = next(hit for hit in query(shipped, "续签 履约评价") if hit.anchor)
    assert list(hit.as_json()) == ["id", "kind", "title", "number", "anchor", "snippet", "score", "url"]
    assert hit.url == f"policies/{hit.id}.html#{hit.anchor}"
    assert json.loads(json.dumps(hit.as_json(), ensure_ascii=False)) == hit.as_json()
    assert hit.url in hit.as_text()


def test_scores_fall_within_a_record_and_snippets_show_the_match(shipped: Path) -> None:
    hits = query(shipped, "信息采集员", limit=5)
    assert hits
    assert all("信息采集员" in hit.snippet for hit in hits[:2])
    assert all(len(hit.snippet) <= 120 for hit in hits)


def test_a_summary_shows_its_figures_not_their_bindings(shipped: Path) -> None:
    assert not any("{{" in hit.snippet for hit in query(shipped, "数字化城市管理", limit=None))


@pytest.mark.parametrize(
    ("words", "suggestion"), [("政府采购服务", "政府购买服务"), ("温州 政府购买服务", "温州 政府采购服务")]
)
def test_a_term_that_is_easily_confused_brings_its_neighbour_as_suggestion(
    shipped: Path, words: str, suggestion: str
) -> None:
    assert suggestion in query(shipped, words).suggestions


def test_an_alias_of_a_code_table_brings_its_name_as_suggestion(shipped: Path) -> None:
    assert "单一来源采购" in query(shipped, "单一来源").suggestions


# --- anything that can be typed -------------------------------------------------------------------


@pytest.mark.parametrize(
    "words", ["", "   ", "\u3000", "？！，。", "****", '""', "“”", '"  "', "::^~", "\x00\ufeff"]
)
def test_a_query_of_nothing_finds_nothing(shipped: Path, words: str) -> None:
    assert query(shipped, words) == ()


@pytest.mark.parametrize(
    "words",
    [
        "kind:政策",
        "text:续签",
        "续签 AND 合同",
        "续签*",
        "续?",
        "[续签 TO 合同]",
        "-续签",
        "(续签",
        "续签^5",
        "NOT 续签",
    ],
)
def test_the_engine_s_query_language_is_plain_text(shipped: Path, words: str) -> None:
    """Operators would make `text:续签` find nothing or everything; as text they stand beside the word."""
    assert isinstance(query(shipped, words), tuple)
    if "续签" in words:
        assert any("续签" in hit.snippet for hit in query(shipped, words))


def test_a_very_long_query_is_answered(shipped: Path) -> None:
    assert query(shipped, "政府购买服务合同续签管理" * 5000)


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(words=st.text(max_size=30))
def test_whatever_is_typed_gives_hits_or_none(shipped: Path, words: str) -> None:
    assert all(isinstance(hit, Hit) for hit in query(shipped, words))
