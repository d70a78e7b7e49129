"""What goes up, and what is classified: the inspection reads the same lists as the checks of records."""

from __future__ import annotations

import pytest

from generator.inspection.findings import Verdict
from generator.inspection.rules import RULES
from generator.standard.genres import genres
from tests.inspection.judged import both, codes, judged, notice, request, reworded

TITLE, TEXT = "公文标题", "公文正文"
LAST = 5
"""Which paragraph of the text of the request is its closing phrase."""
GROUNDS = {
    "H06": "签发人",
    "R02": "上行主送",
    "C05": "抄送下级",
    "E01": "夹带请示",
    "E02": "附注联系人",
    "T03": "标题文种",
    "H24": "份号",
}


@pytest.mark.parametrize(
    "closing", ["当否，请审定。", "请予以批准。", "请核准。", "妥否，请批示。", "特此请示。"]
)
def test_a_report_that_asks_is_shown_to_a_person(closing: str) -> None:
    asking = both(reworded(TITLE, "关于政府购买服务\n工作情况的报告"), reworded(TEXT, closing, LAST))
    (finding,) = [one for one in judged(asking(request())) if one.code == "E01"]
    assert finding.verdict is Verdict.LOOK
    assert closing.rstrip("。") in finding.measured


@pytest.mark.parametrize("closing", ["特此报告。", "请审阅。", "方案已报请批准。"])
def test_a_report_that_asks_nothing_is_not(closing: str) -> None:
    plain = both(reworded(TITLE, "关于政府购买服务\n工作情况的报告"), reworded(TEXT, closing, LAST))
    assert "E01" not in codes(plain(request()), Verdict.LOOK)


@pytest.mark.parametrize("names", ["省财政厅、省审计厅", "省财政厅和省审计厅", "省财政厅及省审计厅"])
def test_two_addressees_are_two_however_they_are_joined(names: str) -> None:
    assert "R02" in codes(reworded("主送机关", f"{names}：")(request()))


@pytest.mark.parametrize("secrecy", ["机密★1日", "机密★6月", "机密★一年", "机密★01年"])
def test_a_term_that_a_record_may_not_have_is_wrong_in_a_file_too(secrecy: str) -> None:
    assert codes(reworded("版头角标", secrecy, 1)(notice())) == {"H02"}


@pytest.mark.parametrize("secrecy", ["机密", "机密★1年", "秘密★6个月", "机密★20天", "绝密★长期"])
def test_a_term_that_a_record_may_have_is_right_in_a_file_too(secrecy: str) -> None:
    assert codes(reworded("版头角标", secrecy, 1)(notice())) == set()


@pytest.mark.parametrize(("code", "name"), GROUNDS.items())
def test_article_and_strength_are_those_of_the_table_of_genres(code: str, name: str) -> None:
    (rule,) = [rule for rule in RULES if rule.code == code]
    assert (rule.clause, rule.strength) == (genres().clause(name), genres().strength(name))
