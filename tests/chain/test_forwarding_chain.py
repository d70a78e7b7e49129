"""The forwarding chain: days between its levels, deadlines on the way, what each level added."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from generator.chain.deadlines import days_in, deadlines_of
from generator.chain.forwarding import body_of, chain_to, chains_below
from generator.chain.levels import rank_of, stands_above, usual_addressees
from generator.duties import duties_on
from generator.library import Library
from generator.models.policy import Policy

MakeRecord = Callable[..., None]
Load = Callable[[], Library]


def test_the_shipped_chain_has_its_days_and_intervals(library: Library) -> None:
    steps = chain_to(library, "博财采2022-19号")
    assert [(step.record, step.day, step.apart) for step in steps] == [
        ("鲁财采2022-14号", date(2022, 8, 16), None),
        ("淄财采2022-20号", date(2022, 12, 20), 126),
        ("博财采2022-19号", date(2022, 12, 22), 2),
    ]


def test_the_deadline_of_the_head_had_passed_on_the_way(library: Library) -> None:
    steps = chain_to(library, "博财采2022-19号")
    assert [[step.day and deadline.late_on(step.day) for deadline in step.passed] for step in steps] == [
        [],
        [20],
        [22],
    ]
    (deadline,) = steps[1].passed
    assert (deadline.text, deadline.anchor, deadline.day) == (
        "鲁财采2022-14号",
        "五（四）",
        date(2022, 11, 30),
    )


def test_levels_that_only_pass_on_add_no_sentence_and_no_demand(library: Library) -> None:
    _, *below = chain_to(library, "博财采2022-19号")
    assert [(step.sentences, step.demands) for step in below] == [((), ()), ((), ())]
    assert below[0].addressees[0] == "各区县财政局"


def test_a_document_stands_in_the_chain_of_its_base_text(library: Library) -> None:
    assert [step.record for step in chain_to(library, "博山转发淄博通知")] == [
        "鲁财采2022-14号",
        "淄财采2022-20号",
        "博山转发淄博通知",
    ]


def test_the_chain_goes_down_from_its_head(library: Library) -> None:
    (head,) = chain_to(library, "鲁财采2022-14号")
    (city,) = chains_below(library, head)
    (county,) = chains_below(library, city, (head,))
    assert [city.record, county.record, county.apart] == ["淄财采2022-20号", "博财采2022-19号", 2]


def test_own_sentences_and_demands_are_what_a_level_added(record: MakeRecord, load: Load) -> None:
    record("政策", "省", 标题="省通知", 成文日期="2022-08-01")
    usual = {"编号": "要求2", "锚": "正文", "主体": ["区直各部门"], "事项": "遵照执行所转发的通知"}
    added = {"编号": "要求1", "锚": "正文", "主体": ["各县"], "事项": "报送总结", "期限": "2022-12-31"}
    record(
        "政策",
        "市",
        "为做好工作，现将《省通知》转发给你们，请遵照执行。各县要于12月10日前报送总结。"
        "联系人：张三丰，电话：0533-1234567。\n\n特此通知。",
        标题="关于转发《省通知》的通知",
        文本="摘编",
        印发日期="2022-08-31",
        关系=[{"类型": "转发", "目标": "省"}],
        要求=[added, usual],
    )
    step = chain_to(load(), "市")[-1]
    assert step.sentences == ("各县要于12月10日前报送总结。",)
    assert [own.what for own in step.demands] == ["报送总结"]
    assert step.apart == 30


def test_a_circle_of_forwarding_ends(record: MakeRecord, load: Load) -> None:
    for own, other in (("甲", "乙"), ("乙", "甲")):
        record("政策", own, 标题=own, 关系=[{"类型": "转发", "目标": other}])
    steps = chain_to(load(), "甲")
    assert [step.record for step in steps] == ["乙", "甲"]
    assert list(chains_below(load(), steps[-1], steps[:-1])) == []


# --- deadlines ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("until", "day"),
    [
        ("2022-11-30", date(2022, 11, 30)),
        ("明年3月底前", date(2023, 3, 31)),
        ("下一年度1月底前", date(2023, 1, 31)),
        ("2022年12月前", date(2022, 11, 30)),
        ("9月底前", date(2023, 9, 30)),
        ("11月30日前", date(2022, 11, 30)),
        ("每年9月底前", None),
        ("续签合同前", None),
        ("项目完成采购后15日内", None),
        ("2月31日前", None),
    ],
)
def test_the_chain_and_the_ledger_of_duties_read_a_deadline_alike(
    record: MakeRecord, load: Load, until: str, day: date | None
) -> None:
    demand = {"编号": "要求1", "锚": "正文", "主体": ["各县"], "事项": "报送总结", "期限": until}
    record("政策", "省", 标题="省通知", 成文日期="2022-10-16", 要求=[demand])
    library = load()
    assert [found.day for found in deadlines_of(library, "省")] == ([day] if day else [])
    (duty,) = duties_on(library, date(2022, 12, 22))
    assert duty.deadline.day == day


@pytest.mark.parametrize(
    "words",
    [
        "2022年12月1日前签订的合同，要按规定公开。",
        "对2022年11月30日前到期的项目开展绩效评价。",
        "12月1日前已完成采购的项目，不再整改。",
        "12月1日前完成采购的项目，不再整改。",
    ],
)
def test_a_day_that_says_which_things_are_meant_is_no_deadline(words: str) -> None:
    assert list(days_in(words, date(2022, 10, 16))) == []


@pytest.mark.parametrize(
    "words",
    [
        "请于11月30日前报送本地区的项目。",
        "请于2022年11月30日（星期三）下班前提交修改后的方案。",
        "各县应在11月30日前公开已签订的合同。",
    ],
)
def test_a_day_by_which_things_are_to_be_handed_in_is_a_deadline(words: str) -> None:
    assert list(days_in(words, date(2022, 10, 16))) == [date(2022, 11, 30)]


def test_a_date_in_the_words_of_a_text_is_a_deadline_unless_its_demands_say_it(
    record: MakeRecord, load: Load, library: Library
) -> None:
    record(
        "政策", "省", "请于9月15日前报送名单，名单自2022年1月1日起有效。", 文号="某财〔2022〕1号", 文本="摘编"
    )
    small = load()
    policy = small.find("省", Policy)
    assert policy is not None
    (deadline,) = deadlines_of(small, "省", body_of(small, policy))
    assert (deadline.day, deadline.anchor) == (date(2022, 9, 15), "")
    shipped = library.find("鲁财采2022-14号", Policy)
    assert shipped is not None
    assert len(deadlines_of(library, shipped.id, body_of(library, shipped))) == 1


# --- levels -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "rank"),
    [
        ("财政部", 0),
        ("山东省财政厅", 1),
        ("重庆市财政局", 1),
        ("新疆维吾尔自治区财政厅", 1),
        ("淄博市财政局", 2),
        ("石家庄市财政局", 2),
        ("淄博市博山区财政局", 3),
        ("正定县财政局", 3),
        ("白塔镇人民政府", 4),
        ("某某协会", None),
        ("郑州市人民政府办公厅", 2),
        ("国家税务总局濮阳市税务局", 2),
        ("国家税务总局河南省税务局", 1),
        ("广西壮族自治区南宁市财政局", 2),
        ("上海市浦东新区财政局", 3),
        ("新疆维吾尔自治区人民政府办公厅", 1),
        ("国务院办公厅", 0),
        ("国家发展改革委", 0),
        ("延边朝鲜族自治州财政局", 2),
        ("省委办公厅", 1),
        ("市场监督管理局", None),
    ],
)
def test_the_level_of_a_body_is_that_of_the_table_else_of_its_name(
    library: Library, name: str, rank: int | None
) -> None:
    assert rank_of(library, name) == rank


def test_a_body_addresses_whom_it_addressed_before(library: Library) -> None:
    assert usual_addressees(library, "淄博市财政局").names == (
        "各区县财政局",
        "高新区、经开区、文昌湖区财政局",
        "市直各部门、单位",
    )


@pytest.mark.parametrize(
    ("issuer", "names"),
    [
        (
            "财政部",
            (
                "各省、自治区、直辖市、计划单列市财政厅（局），新疆生产建设兵团财政局",
                "国务院有关部委、有关直属机构",
            ),
        ),
        ("河北省财政厅", ("各市财政局", "省直各部门、单位")),
        ("内蒙古自治区民政厅", ("各地（州、市）民政局", "自治区各部门、单位")),
        ("重庆市财政局", ("各区财政局", "市级各部门、单位")),
        ("石家庄市财政局", ("各县（市、区）财政局", "市直各部门、单位")),
        ("石家庄市人民政府", ("各县（市、区）人民政府", "市直各部门、单位")),
        ("石家庄市长安区财政局", ("各镇（街道）财政所", "区直各部门、单位")),
        ("正定县财政局", ("各乡镇（街道）财政所", "县直各部门、单位")),
        ("郑州市人民政府办公厅", ("各县（市、区）人民政府", "市直各部门、单位")),
        ("国家税务总局濮阳市税务局", ("各县（市、区）税务局", "市直各部门、单位")),
        ("广西壮族自治区南宁市财政局", ("各县（市、区）财政局", "市直各部门、单位")),
        ("省委办公厅", ("各市委", "省直各部门、单位")),
        ("濮阳市市场监督管理局", ("各县（市、区）市场监督管理局", "市直各部门、单位")),
    ],
)
def test_the_proposed_addressees_follow_the_level_of_the_body(
    library: Library, issuer: str, names: tuple[str, ...]
) -> None:
    assert usual_addressees(library, issuer).names == names


@pytest.mark.parametrize("issuer", ["财政部河南监管局", "濮阳经济技术开发区财政局", "市场监督管理局"])
def test_a_level_that_no_name_tells_is_said_to_be_unknown(library: Library, issuer: str) -> None:
    assert "不能判断" in usual_addressees(library, issuer).reason


def test_a_body_stands_above_one_of_a_region_within_its_own(library: Library) -> None:
    assert stands_above(library, "山东省财政厅", "淄博市财政局")
    assert stands_above(library, "财政部", "淄博市财政局")
    assert not stands_above(library, "河南省财政厅", "淄博市财政局")
    assert not stands_above(library, "淄博市财政局", "山东省财政厅")
