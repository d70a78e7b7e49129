"""Laws and rules as policies, accounts as what the user calls them."""

from __future__ import annotations

import pytest

from generator.compose.composer import Composer
from generator.compose.official import compose_policy
from generator.document import Article, Heading, Paragraph, words
from generator.importers.drafts import Draft
from generator.importers.records.articles import is_statute
from generator.importers.records.contents import drafts_of
from generator.importers.records.context import Context
from generator.importers.records.issuing import authority_of
from generator.importers.records.names import TakenNames
from generator.importers.records.overlay import with_drafts
from generator.library import Library
from generator.models import KINDS
from generator.models.policy import Authority, Policy
from generator.recognition.recovered import Contents, Recovered

PASSED = "（2021年3月26日河南省第十三届人民代表大会常务委员会第二十次会议通过 自2021年7月1日起施行）"


def provision(label: str, text: str) -> Paragraph:
    return Paragraph("p", words(text), Heading("p-t", 1, label, ()))


def law(title: str, subtitle: str = "") -> Article:
    body = (
        Heading("p", 1, "第一章\u3000", words("总则")),
        provision("第一条\u3000", "根据《中华人民共和国政府采购法》，制定本条例。"),
        provision("第二条\u3000", "财政部门应当公开购买情况。"),
    )
    return Article("p1", title, subtitle, None, body)


def imported(library: Library, article: Article, chosen: str | None = None) -> Draft:
    context = Context(library, "原件.html", {"名称": "原件.html"}, TakenNames(library.entries))
    draft = drafts_of(Contents((Recovered(article),)), context, chosen).drafts[0]
    KINDS[draft.kind].model_validate(draft.data)
    return draft


def test_a_law_becomes_a_policy_with_its_articles(library: Library) -> None:
    draft = imported(library, law("河南省政府购买服务条例", PASSED))
    data = draft.data
    assert (draft.kind, draft.id) == ("政策", "河南省政府购买服务条例")
    assert (data["效力级别"], data["地区"]) == ("地方性法规", "河南省")
    assert (data["公布日期"], data["施行日期"]) == ("2021-03-26", "2021-07-01")
    assert data["关系"] == [{"类型": "依据", "目标": "政府采购法", "锚": "第一条"}]
    assert draft.body.splitlines()[0] == PASSED
    assert "# 第二条\n\n财政部门应当公开购买情况。" in draft.body


@pytest.mark.parametrize(
    ("title", "subtitle", "authority", "region"),
    [
        ("中华人民共和国某某法", "（2014年8月31日第十二届全国人民代表大会常务委员会通过）", "法律", "全国"),
        ("某某条例", "（2015年1月30日国务院令第658号公布）", "行政法规", "全国"),
        ("某某管理办法", "（2020年1月3日财政部令第102号公布）", "部门规章", "全国"),
    ],
)
def test_who_passed_a_law_tells_its_force(
    library: Library, title: str, subtitle: str, authority: str, region: str
) -> None:
    data = imported(library, law(title, subtitle)).data
    assert (data["效力级别"], data["地区"]) == (authority, region)
    assert "效力级别" in {entry["字段"] for entry in data["待确认"]}


def test_an_account_is_the_practice_of_a_region_unless_it_is_called_otherwise(library: Library) -> None:
    body = (
        Heading("p", 1, "", words("制度先行")),
        Paragraph("p", words("濮阳市出台了办法。")),
        Heading("p", 1, "", words("成效明显")),
        Paragraph("p", words("购买了十个项目。")),
    )
    account = Article("p1", "濮阳市购买服务的做法", "", None, body)
    assert not is_statute(account)
    assert imported(library, account).kind == "地区实践"
    assert imported(library, account, "案例").kind == "案例"
    policy = imported(library, account, "政策")
    assert policy.kind == "政策"
    assert policy.body.startswith("# 制度先行\n\n濮阳市出台了办法。")


def test_what_came_without_a_masthead_prints_none(library: Library) -> None:
    article = law("公民举报奖励办法", "2022年6月6日 中华人民共和国国家安全部令第2号公布")
    draft = imported(library, article)
    assert draft.data["发文机关"] == ["中华人民共和国国家安全部"]
    assert draft.data["发文机关标志"] == "无"
    known = with_drafts(library, [draft])
    policy = known.find(draft.id, Policy)
    assert policy is not None
    tree = compose_policy(Composer(known), policy)
    assert str(tree.masthead.mark) == tree.masthead.number == ""


@pytest.mark.parametrize(
    ("genre", "likeliest"),
    [("解释", "司法解释"), ("批复", "司法解释"), ("规定", "司法解释"), ("通知", "规范性文件")],
)
def test_a_text_of_the_highest_court_may_be_an_interpretation(
    library: Library, genre: str, likeliest: str
) -> None:
    found = authority_of(library, genre, ("最高人民法院",), None)
    assert found.value == likeliest
    assert "司法解释" in found.candidates


def test_interpretations_stand_between_regulations_and_rules_of_ministries() -> None:
    order = [level.value for level in Authority]
    assert order.index("行政法规") < order.index("司法解释") < order.index("部门规章")


def test_a_text_of_an_unknown_body_is_not_offered_every_authority(library: Library) -> None:
    found = authority_of(library, "通知", (), None)
    assert (found.value, found.candidates) == ("待补", ())
