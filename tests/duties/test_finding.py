"""Demands read from the sentences of a policy: who, what, until when, how strongly."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.compose.outline import number_blocks
from generator.document import Blocks, Paragraph, words
from generator.duties import Force, FoundDemand, find_demands
from generator.duties.phrases import find_deadline
from generator.library import Library
from generator.models.policy import Policy
from generator.source import BodyBlock, BodyKind

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="五份真实文件（../shared/seeds）不在这台机器上")


def found(*sentences: str, least: Force = Force.ON_PRINCIPLE) -> tuple[FoundDemand, ...]:
    """The demands of a text without headings that is addressed to 各区县财政局."""
    blocks = tuple(Paragraph(f"s0-p{number}", words(text)) for number, text in enumerate(sentences, start=1))
    return find_demands(blocks, ("各区县财政局",), least)


@pytest.mark.parametrize(
    ("sentence", "who", "until", "force"),
    [
        ("采购人应当自签订之日起2个工作日内，公告合同。", ("采购人",), "自签订之日起2个工作日内", "应当"),
        ("各区县（市）财政局每年1月、7月要报送信息。", ("各区县（市）财政局",), "每年1月、7月", "要"),
        ("请各单位于2022年11月30日前将自查报告报市财政局。", ("各单位",), "2022年11月30日前", "请"),
        ("各单位要在收到本通知后15个工作日内完成排查。", ("各单位",), "收到本通知后15个工作日内", "要"),
        ("各县区要于每季度终了后10日内报送进展情况。", ("各县区",), "每季度终了后10日内", "要"),
        ("购买主体在编制部门预算时，要填报预算表。", ("购买主体",), "编制部门预算时", "要"),
        ("目录编制调整原则上应于每年9月底前完成。", ("各区县财政局",), "每年9月底前", "原则上"),
        ("各市财政局要按时按要求报送典型案例。", ("各市财政局",), "按要求的时间", "要"),
        ("各单位务必于今年年底前完成整改。", ("各单位",), "今年年底前", "必须"),
        ("承接主体必须建立台账。", ("承接主体",), "", "必须"),
        ("任何单位和个人不得转包。", ("任何单位", "个人"), "", "不得"),
        ("严禁将融资行为纳入目录。", ("各区县财政局",), "", "不得"),
        ("请遵照执行。", ("各区县财政局",), "", "请"),
    ],
)
def test_a_sentence_says_who_until_when_and_how_strongly(
    sentence: str, who: tuple[str, ...], until: str, force: str
) -> None:
    (demand,) = found(sentence)
    assert (demand.who, demand.until, demand.force.value) == (who, until, force)
    assert demand.sentence == sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "各部门要高度重视，加强领导。",
        "相应材料由供应商提供。",
        "按照有关要求，主要任务已经完成，申请材料齐全。",
        "本办法自2020年3月1日起施行。",
        "必须由公益二类事业单位承担的服务事项，不纳入购买范围。",
        "会议纪要的要点如下。",
    ],
)
def test_exhortations_and_words_that_only_look_like_force_demand_nothing(sentence: str) -> None:
    assert found(sentence) == ()


def test_what_is_only_encouraged_or_allowed_is_told_when_asked_for() -> None:
    sentence = "鼓励各地公开评价结果。"
    assert found(sentence) == ()
    (demand,) = found(sentence, least=Force.MAY)
    assert demand.force is Force.ENCOURAGED


def test_an_order_and_the_prohibition_behind_it_are_two_demands() -> None:
    order, ban = found("购买主体要填报预算表，不得拆分项目。")
    assert (order.force, order.what) == (Force.SHOULD, "填报预算表")
    assert (ban.force, ban.what, ban.who) == (Force.MUST_NOT, "不得拆分项目", ("购买主体",))


def test_a_sentence_without_bodies_speaks_to_those_of_the_sentence_before_it() -> None:
    _, second = found("购买主体要编制预算。要公开结果。")
    assert (second.who, second.said) == (("购买主体",), False)


def test_those_who_are_only_free_to_do_something_are_not_spoken_to_afterwards() -> None:
    demand = found("购买主体要编制预算。有关部门可结合实际制定范本。要公开结果。")[-1]
    assert demand.who == ("购买主体",)


def test_a_list_that_shares_one_noun_stays_one_body() -> None:
    (demand,) = found("请养老、就业、教育等领域的省直主管部门，于11月30日前报送进展情况。")
    assert demand.who == ("养老、就业、教育等领域的省直主管部门",)
    assert demand.concrete


@given(st.text(alphabet="各市部门要应当不得请于在年月日前内15，。；、（）《》“”自起报送", max_size=60))
def test_any_text_is_read_and_every_demand_stands_in_it(text: str) -> None:
    for demand in found(text):
        assert demand.sentence in text
        assert demand.what in demand.sentence


# --- the real document ------------------------------------------------------------------------

LEVELS = ((r"[一二三四五]、", 1), (r"（[一二三四五六]）", 2))
TORN = ("力量", "等就业", "政府购买服务指导性目录范围", "求管理", "续性强", "务承接主体", "范”", "门推进")
"""How the second halves of paragraphs begin that a page end has torn."""


def shandong() -> Blocks:
    """The body of 鲁财采〔2022〕14号 as it stands in the seed."""
    text = next(SEEDS.glob("004_*")).read_text(encoding="utf-8")
    text = text[text.index("为推进我省") : text.index("联系人及电话")]
    text = re.sub(rf"\n\n(?={'|'.join(TORN)})", "", text)
    paragraphs = [part.strip() for part in text.split("\n\n") if part.strip()]
    return number_blocks(
        tuple(block_of(part, line) for line, part in enumerate(paragraphs)),
        "seed",
        lambda part, _place: words(part),
        as_printed=True,
    )


def block_of(text: str, line: int) -> BodyBlock:
    """A paragraph, or the heading that it opens with."""
    level = next((level for form, level in LEVELS if re.match(form, text)), 0)
    return BodyBlock(BodyKind.HEADING if level else BodyKind.PARAGRAPH, line, text, level)


EXPECTED = {
    "要求1": ("三（一）", "每年9月底前", "目录编制调整"),
    "要求2": ("三（二）", "编制部门预算时", "政府购买服务项目预算表"),
    "要求3": ("三（四）", "", "续签"),
    "要求4": ("三（五）", "", "事前绩效评估"),
    "要求5": ("五（一）", "", "制定方案"),
    "要求6": ("五（一）", "", "提炼典型经验"),
    "要求7": ("五（四）", "按要求的时间", "信息统计表"),
    "要求8": ("五（四）", "11月30日前", "改革工作进展情况"),
}
"""What a person found in the document, by the 编号 in the shipped record."""
MOST = 30
"""More would be noise: of the 29 that are found, one (三) only exhorts."""


@needs_seeds
@pytest.mark.parametrize("demand_id", EXPECTED)
def test_every_demand_that_a_person_found_is_found(library: Library, demand_id: str) -> None:
    policy = library.find("鲁财采2022-14号", Policy)
    assert policy
    recorded = next(demand for demand in policy.demands if demand.id == demand_id)
    anchor, until, about = EXPECTED[demand_id]
    matching = [
        d for d in find_demands(shandong(), policy.addressees) if d.anchor == anchor and about in d.what
    ]
    assert [(d.until, d.force.value) for d in matching] == [(until, recorded.force)]
    assert recorded.anchor == anchor


@needs_seeds
def test_little_more_is_found_than_the_document_demands() -> None:
    demands = find_demands(shandong())
    assert len(EXPECTED) <= len(demands) <= MOST
    concrete = {demand.anchor for demand in demands if demand.concrete}
    assert concrete == {"三（一）", "三（二）", "五（四）"}


def test_a_deadline_does_not_begin_with_half_of_its_word_of_force() -> None:
    sentence = "对符合条件的举报，应当在举报查证属实、依法作出处理后30个工作日内，由机关启动奖励程序。"
    assert find_deadline(sentence) == "举报查证属实、依法作出处理后30个工作日内"
    assert find_deadline("当年9月底前报送结果。") == "当年9月底前"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("各单位应于明年3月底前报送总结。", "明年3月底前"),
        ("下一年度1月底前报送计划。", "下一年度1月底前"),
        ("每年1月底、7月底前报送工作信息。", "每年1月底、7月底前"),
        ("自2023年起，每年3月底前报送上年度总结。", "自2023年起，每年3月底前"),
        ("收到通知后两周内反馈意见。", "收到通知后两周内"),
        ("半年内完成整改。", "半年内"),
        ("每半年报送一次工作信息。", "每半年"),
    ],
)
def test_the_words_of_a_deadline_keep_their_year_their_rounds_and_their_count(
    sentence: str, words: str
) -> None:
    assert find_deadline(sentence) == words


def test_places_that_share_one_noun_are_one_body() -> None:
    (demand,) = found("各市、县财政局要于11月30日前报送总结。")
    assert demand.who == ("各市、县财政局",)
