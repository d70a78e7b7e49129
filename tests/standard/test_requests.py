"""How a document asks its superior for something: one list for every check that looks for it."""

from __future__ import annotations

import pytest

from generator.models.fields import YesNo
from generator.standard.genres import genres
from generator.standard.rules import Strength


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("当否，请审定。", "当否，请审定"),
        ("妥否，请批示。", "妥否，请批示"),
        ("以上意见如无不妥，请予以批准。", "请予以批准"),
        ("现将方案报上，请核准。", "请核准"),
        ("特此请示，请予批复。", "特此请示，请予批复"),
        ("恳请批准为盼。", "请批准"),
        ("现报请审批。", "请审批"),
        ("请给予解决。", "请给予解决"),
        ("特此请示。", "特此请示"),
    ],
)
def test_words_that_ask_are_found(text: str, found: str) -> None:
    assert genres().requests.find(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "特此报告，请审阅。",
        "方案已报请批准。",
        "企业可申请批准延期。",
        "重大事项须先报请审批。",
        "经呈请核准后施行。",
        "该请示收悉。",
        "请认真执行。",
        "请于年底前报送材料，由市政府审定。",
    ],
)
def test_words_that_tell_of_asking_are_not(text: str) -> None:
    assert genres().requests.find(text) == ""


def test_a_report_is_the_one_that_may_not_ask_and_a_request_the_one_that_does() -> None:
    assert [genre.name for genre in genres() if genre.without_requests is YesNo.YES] == ["报告"]
    assert [genre.name for genre in genres() if genre.closing.asking is YesNo.YES] == ["请示"]


def test_the_suggested_closings_of_a_request_ask() -> None:
    request = genres().by_name["请示"]
    assert [genres().requests.find(phrase) + "。" for phrase in request.closing.phrases] == [
        *request.closing.phrases
    ]


def test_a_rule_tells_clause_and_article_and_a_custom_neither() -> None:
    article = "《党政机关公文处理工作条例》"
    assert genres().clause("签发人") == f"7.2.6；{article}第九条（六）"
    assert genres().clause("抄送下级") == f"{article}第十五条（一）"
    assert genres().clause("附注联系人") == ""
    assert genres().strength("附注联系人") is Strength.CUSTOM
    assert genres().strength("上行主送") is Strength.GENERAL
