"""Filled surveys: answers against their question types, each other, and the other records."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

from generator.checks import survey_records
from generator.checks.measures import MeasureAt, find_measures
from generator.checks.survey_answers import check_survey_answers
from generator.checks.survey_records import check_survey_records
from generator.checks.survey_types import check_survey_types
from generator.checks.surveys import check_surveys
from generator.library import Library
from generator.problems import Level, Problem

MakeRecord = Callable[..., None]
Load = Callable[[], Library]
Question = tuple[str, str, str]
"""题型, 事项, 填报说明."""

CHECKS = (check_surveys, check_survey_types, check_survey_answers, check_survey_records)
SHARE = ("百分比", "采用公开招标购买方式所占购买服务总数的比例。", "原文未写")
DIRECT = ("有无", "是否存在采用直接委托购买方式的情况。", "原文未写")
UNBUDGETED = ("有无", "是否存在没有政府购买支出预算，直接签订合同开展购买服务的情况。", "原文未写")
TEXTS = ("文件列表", "2016至今印发的政府购买服务政策性文件（依顺序列出）。", "列明名称、文号。")
COUNT = ("计数", "发文确定的指导性目录数量（没有的填无）。", "原文未写")
PEOPLE = ("人员列表", "负责人姓名、职务。", "政府分管领导、财政部门分管领导。")
CLASSES = ("分类陈述", "公益一类、公益二类、生产经营类事业单位参与情况（按顺序分别论述）。", "原文未写")
ELEMENTS = ("多要素", "信息公开情况。", "是否公开，公开了哪些内容，在何种媒介上公开。")
YES_NO = ("是否", "中期财政规划中是否涉及购买服务支出内容。", "原文未写")
PAYMENT = ("单选", "资金给付时间阶段情况。", "原文未写")
APPRAISAL = ("陈述", "绩效评价开展得如何。", "原文未写")


@pytest.fixture
def told(record: MakeRecord, load: Load) -> Callable[..., list[Problem]]:
    """The problems of a return: pairs of question and answer; an empty answer is left out."""

    def judge(*pairs: tuple[Question, str], **keys: Any) -> list[Problem]:
        questions = [question for question, _ in pairs]
        record("调查表", "表", 事项=form_items(questions))
        answers = [
            {"序": str(number), "内容": answer.split("\n")}
            for number, (_, answer) in enumerate(pairs, start=1)
            if answer
        ]
        record("调查填报", "填报", 调查表="表", 填报=answers or [{"序": "1", "内容": ["无"]}], **keys)
        library = load()
        return [problem for check in CHECKS for problem in check(library)]

    return judge


def form_items(questions: Sequence[Question]) -> list[dict[str, str]]:
    """事项 of a form."""
    return [
        {"序": str(number), "部分": "一", "事项": asked, "题型": kind, "填报说明": instruction}
        for number, (kind, asked, instruction) in enumerate(questions, start=1)
    ]


@pytest.mark.parametrize(
    ("question", "answer", "code"),
    [
        (YES_NO, "正在研究", "SURV006"),
        (DIRECT, "按规定办理", "SURV006"),
        (SHARE, "绝大多数", "SURV007"),
        (SHARE, "120%", "SURV004"),
        (COUNT, "正在汇总", "SURV008"),
        (TEXTS, "已印发若干文件", "SURV009"),
        (TEXTS, "《某县购买服务办法》", "SURV009"),
        (PEOPLE, "张某某，李某某", "SURV011"),
        (PEOPLE, "县政府分管领导：副县长 张某某", "SURV011"),
        (CLASSES, "公益一类没有参与；公益二类已承接。", "SURV012"),
        (CLASSES, "公益二类已承接；公益一类没有参与；生产经营类无。", "SURV012"),
        (ELEMENTS, "在财政局网站上公开", "SURV013"),
        (ELEMENTS, "公开了预算和合同", "SURV013"),
        (COUNT, "2个：《甲局指导性目录》《乙局指导性目录》《丙局指导性目录》", "SURV017"),
    ],
)
def test_an_answer_that_does_not_fit_its_question_is_told(
    told: Callable[..., list[Problem]], question: Question, answer: str, code: str
) -> None:
    problems = told((question, answer))
    assert code in {problem.code for problem in problems}
    assert all(problem.place.line > 1 and problem.hint for problem in problems)


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        (YES_NO, "涉及"),
        (YES_NO, "否"),
        (DIRECT, "无"),
        (DIRECT, "存在1例"),
        (SHARE, "百分之九十"),
        (SHARE, "95.5%"),
        (COUNT, "无"),
        (COUNT, "3个"),
        (COUNT, "两个"),
        (TEXTS, "无"),
        (TEXTS, "《某县办法》（某财〔2016〕6号）；《某县目录》（某财〔2017〕1号）"),
        (TEXTS, "《某县办法》（某县政府办公室，某政办[2016]6号）、《某县规定》(某县人民政府令第3号)"),
        (PEOPLE, "政府分管领导：副县长 张某某；财政部门分管领导：副局长 李某某"),
        (("人员列表", "工作人员。", "姓名、职务、联系电话。"), "张某某 科员"),
        (CLASSES, "公益一类没有参与；公益二类已承接；生产经营类无。"),
        (ELEMENTS, "通过政府采购网公开采购信息"),
        (COUNT, "2个：《甲局指导性目录》《乙局指导性目录》"),
    ],
)
def test_an_answer_that_fits_its_question_is_silent(
    told: Callable[..., list[Problem]], question: Question, answer: str
) -> None:
    assert [problem.as_text() for problem in told((question, answer))] == []


def test_a_question_that_wants_none_written_must_not_stay_empty(told: Callable[..., list[Problem]]) -> None:
    (problem,) = told((YES_NO, "是"), (COUNT, ""))
    assert (problem.code, problem.level) == ("SURV021", Level.WARNING)
    assert "第 2 项" in problem.message


def test_a_number_that_the_library_knows_under_another_title_is_told(
    record: MakeRecord, told: Callable[..., list[Problem]]
) -> None:
    record("政策", "甲", 标题="某县购买服务办法", 文号="某财〔2016〕6号")
    (problem,) = told((TEXTS, "《某县采购服务办法》（某财〔2016〕6号）"))
    assert problem.code == "SURV010"
    assert "《某县购买服务办法》（policies/甲.md:4:" in problem.message


def test_what_an_erratum_of_the_item_tells_already_is_a_hint(told: Callable[..., list[Problem]]) -> None:
    errata = [{"位置": "第1项", "原文": "绝大多数", "说明": "没有填数"}]
    (problem,) = told((SHARE, "绝大多数"), 勘误=errata)
    assert (problem.level, "已登记" in problem.message) == (Level.HINT, True)
    errata = [{"位置": "第2项", "原文": "绝大多数", "说明": "另一项"}]
    (problem,) = told((SHARE, "绝大多数"), 勘误=errata)
    assert problem.level is Level.WARNING


# --- against each other ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pairs", "others"),
    [
        (
            ((DIRECT, "无"), (APPRAISAL, "两个直接委托项目完成评价。")),
            ["第 2 项却说“两个直接委托项目完成评价”"],
        ),
        (((SHARE, "100%"), (APPRAISAL, "评价较好，一个询价项目不理想")), ["第 2 项却说“一个询价项目不理想”"]),
        (((SHARE, "全部公开招标"), (DIRECT, "有两个项目")), ["第 2 项却说“有两个项目"]),
        (((DIRECT, "无"), (APPRAISAL, "没有直接委托的项目")), []),
        (((SHARE, "95%"), (APPRAISAL, "评价询价项目")), []),
        (((COUNT, "无"), (TEXTS, "《甲局指导性目录（试行）》（某财〔2016〕6号）")), ["第 2 项却列了《甲局"]),
        (((COUNT, "1个"), (TEXTS, "《甲局指导性目录（试行）》（某财〔2016〕6号）")), []),
    ],
)
def test_answers_that_contradict_each_other_are_told_with_both_places(
    told: Callable[..., list[Problem]], pairs: tuple[tuple[Question, str], ...], others: list[str]
) -> None:
    found = [problem for problem in told(*pairs) if problem.code == "SURV014"]
    assert [other in problem.message for problem, other in zip(found, others, strict=True)] == [True] * len(
        others
    )
    assert all("（cases/填报.yaml:" in problem.message for problem in found)


def test_one_number_with_two_titles_is_told(told: Callable[..., list[Problem]]) -> None:
    pairs = (TEXTS, "《甲办法》（某财〔2016〕6号）"), (TEXTS, "《乙办法》（某财〔2016〕6号）")
    (problem,) = told(*pairs)
    assert problem.code == "SURV015"
    assert "第 1 项是《甲办法》，在第 2 项是《乙办法》" in problem.message


def test_an_answer_that_belongs_to_its_neighbour_is_told(told: Callable[..., list[Problem]]) -> None:
    (problem,) = told((APPRAISAL, "资金给付分阶段，时间在验收后"), (PAYMENT, "银行转账"))
    assert (problem.code, problem.level) == ("SURV016", Level.HINT)
    assert "像是第 2 项" in problem.message


def test_an_instruction_that_belongs_to_its_neighbour_is_told(told: Callable[..., list[Problem]]) -> None:
    astray = ("陈述", "绩效评价开展得如何。", "合同约定的资金给付时间，按阶段填写。")
    (problem,) = told((astray, "较好"), (PAYMENT, "分阶段"))
    assert problem.code == "SURV016"
    assert problem.place.path == "cases/表.yaml"


# --- against the other records --------------------------------------------------------------------

PLACES = {
    "区划": [
        {"代码": "000000", "全称": "全国", "简称": "全国"},
        {"代码": "100000", "全称": "某省", "简称": "某省", "上级": "全国"},
        {"代码": "100100", "全称": "某省某县", "简称": "某县", "上级": "某省"},
        {"代码": "100101", "全称": "某省某县某镇", "简称": "某镇", "上级": "某省某县"},
        {"代码": "100200", "全称": "某省另县", "简称": "另县", "上级": "某省"},
    ]
}


@pytest.mark.parametrize(
    ("pair", "case", "said"),
    [
        ((SHARE, "100%"), {"服务方式": "场次补贴", "合同": None}, "服务方式是“场次补贴”"),
        ((SHARE, "100%"), {"采购": {"方式": "竞争性磋商"}}, "采购方式是“竞争性磋商”"),
        ((SHARE, "100%"), {"采购": {"方式": "公开招标"}}, ""),
        ((SHARE, "100%"), {}, ""),
        ((SHARE, "90%"), {"采购": {"方式": "竞争性磋商"}}, ""),
        ((SHARE, "100%"), {"采购": {"方式": "询价"}, "期间": "2019年"}, ""),
        ((SHARE, "100%"), {"采购": {"方式": "询价"}, "地区": "某省另县"}, ""),
        ((SHARE, "100%"), {"采购": {"方式": "询价"}, "地区": "某省某县某镇"}, "采购方式是“询价”"),
        ((UNBUDGETED, "无"), {"预算": {"纳入预算": "否", "资金来源": "单位自筹"}}, "纳入预算“否”"),
        ((UNBUDGETED, "无"), {"预算": {"纳入预算": "原文未写", "资金来源": "单位自筹"}}, ""),
        ((UNBUDGETED, "有一项"), {"预算": {"纳入预算": "否", "资金来源": "单位自筹"}}, ""),
        ((DIRECT, "无"), {"采购": {"方式": "定向委托"}}, "采购方式是“定向委托”"),
        ((DIRECT, "无"), {"服务方式": "委托", "合同": None}, "服务方式是“委托”"),
    ],
)
def test_an_answer_is_compared_with_the_cases_of_its_region_and_time(
    record: MakeRecord,
    told: Callable[..., list[Problem]],
    pair: tuple[Question, str],
    case: dict[str, Any],
    said: str,
) -> None:
    record("行政区划", "行政区划", **PLACES)
    record("案例", "养老", **{"期间": "2017年以来", **case})
    problems = told(pair)
    assert [problem.code for problem in problems] == (["SURV018"] if said else [])
    assert all(said in problem.message and "cases/养老.yaml:" in problem.message for problem in problems)


def test_texts_of_the_reporter_that_the_list_leaves_out_are_named(
    record: MakeRecord, told: Callable[..., list[Problem]]
) -> None:
    issued = {"发文机关": ["某县财政局"], "效力级别": "地方规范性文件"}
    record("政策", "甲", 标题="某县购买服务办法", 文号="某财〔2016〕6号", **issued)
    record("政策", "乙", 标题="某县购买服务目录", 文号="某财〔2017〕9号", **issued)
    record("政策", "丙", 标题="早先的办法", 文号="某财〔2014〕1号", **issued)
    record("政策", "丁", 标题="后来的办法", 文号="某财〔2018〕1号", **issued)
    record("政策", "戊", 标题="报送的通知", 文号="某财〔2017〕10号", **{**issued, "效力级别": "工作文件"})
    (problem,) = told((TEXTS, "《某县购买服务办法》（某财〔2016〕6号）"))
    assert (problem.code, problem.level) == ("SURV019", Level.HINT)
    assert "1 件文件：《某县购买服务目录》（某财〔2017〕9号，policies/乙.md" in problem.message


def test_numbers_of_a_catalogue_are_compared_with_the_figures_of_the_region(
    record: MakeRecord, told: Callable[..., list[Problem]]
) -> None:
    record("行政区划", "行政区划", **PLACES)
    record("地区实践", "做法", 数据=[{"名称": "二级", "数值": "13个", "引文": "二级目录 13 个"}])
    question = ("陈述", "目录编制情况。", "原文未写")
    (problem,) = told((question, "一级目录4个，二级目录15个"))
    assert problem.code == "SURV020"
    assert "写二级目录 15 个，“某县的做法”写“二级目录 13 个”（cases/做法.yaml:" in problem.message


def test_the_figures_of_the_library_are_collected_once_for_all_answers(
    record: MakeRecord, told: Callable[..., list[Problem]], monkeypatch: pytest.MonkeyPatch
) -> None:
    record("行政区划", "行政区划", **PLACES)
    record("地区实践", "做法", 数据=[{"名称": "二级", "数值": "13个", "引文": "二级目录 13 个"}])
    collected: list[Library] = []

    def count(library: Library) -> Iterator[MeasureAt]:
        collected.append(library)
        return find_measures(library)

    monkeypatch.setattr(survey_records, "find_measures", count)
    question = ("陈述", "目录编制情况。", "原文未写")
    problems = told(*[(question, f"二级目录{number}个") for number in range(11, 16)])
    assert [problem.code for problem in problems] == ["SURV020"] * 4
    assert len(collected) == 1


# --- the shipped return ---------------------------------------------------------------------------


def test_the_shipped_return_gives_the_known_findings_and_no_others(library: Library) -> None:
    """Items 2, 11, 13, 14, 17 and 20 and the form's item 22 are registered as 勘误.

    Item 17 denies contracts without a budget and 数字城管 had none; item 20 says 100% open tender and
    华龙 pays by the session.
    """
    found = [problem for check in CHECKS for problem in check(library)]
    told_already = [
        (problem.code, problem.message.split("项")[0]) for problem in found if "已登记" in problem.message
    ]
    assert len(told_already) == len(found)
    assert sorted(told_already) == [
        ("SURV008", "第 13 "),
        ("SURV008", "第 14 "),
        ("SURV011", "第 2 "),
        ("SURV012", "第 11 "),
        ("SURV016", "第 22 "),
        ("SURV018", "第 17 "),
        ("SURV018", "第 20 "),
    ]
    places = [problem.message for problem in found if problem.code == "SURV018"]
    assert ["濮阳-数字城管-2016.yaml:32:" in places[0], "华龙-一村一戏-2016.yaml:26:" in places[1]] == [
        True,
        True,
    ]
