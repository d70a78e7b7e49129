"""Checks of what was composed: bindings, figures, attachments, marks, upward documents, chains, anchors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.checks import check_library
from generator.checks.anchors import check_anchors
from generator.checks.attachments import check_attachments
from generator.checks.bindings import check_bindings
from generator.checks.chains import check_chain_titles
from generator.checks.deliveries import check_deliveries
from generator.checks.disclosure import check_disclosure
from generator.checks.doubles import check_doubles
from generator.checks.figures import check_figures
from generator.checks.marks import check_marks
from generator.checks.numbers import check_numbers
from generator.checks.plainness import check_plainness
from generator.checks.upward import check_dates, check_upward
from generator.compose import compose_all
from generator.hanzi.marks import enclose
from generator.library import Library
from generator.problems import Level, Problem

MakeRecord = Callable[..., None]
Load = Callable[[], Library]


def problems_of(check: Any, library: Library) -> list[Problem]:
    """What one check says of a library."""
    return list(check(library, compose_all(library)))


# --- bindings -----------------------------------------------------------------------------------


def test_a_binding_that_leads_nowhere_is_told_once(record: MakeRecord, load: Load) -> None:
    record("案例", "甲", 章节=[{"题": "情况", "段": ["共{{ 本.没有 }}。"]}])
    record("汇编", "册", "前言。", 条件={})
    (problem,) = problems_of(check_bindings, load())
    assert (problem.level, problem.code, problem.place.path) == (Level.ERROR, "BIND001", "cases/甲.yaml")


def test_a_binding_where_nothing_is_bound_is_told(record: MakeRecord, load: Load) -> None:
    record("公文", "文", "正文。", 主送=["各局"])
    record("案例", "甲", 服务对象="{{ 本.期间 }}的老人")
    (problem,) = problems_of(check_bindings, load())
    assert (problem.code, problem.place.path) == ("BIND003", "cases/甲.yaml")


# --- figures ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "共有项目3个。",
        "资金45064.17万元。",
        "增长5%。",
        "（312个）",
        "每亩7元。",
        "约3.5亿。",
        "送戏96余场。",
        "占百分之九十。",
        "完成1,234.5万元",
        "共有一百二十个项目。",
        "投入四百五十万元。",
        "培训一千零五十人次。",
        "覆盖三十多家单位。",
    ],
)
def test_a_typed_figure_is_a_hint(record: MakeRecord, load: Load, text: str) -> None:
    record("公文", "文", f"# 总体情况\n\n{text}")
    library = load()
    (problem,) = problems_of(check_figures, library)
    assert (problem.level, problem.code) == (Level.HINT, "FIGR001")
    assert problem.place.line == library.source("文").body[-1].line


@pytest.mark.parametrize(
    "text",
    [
        "2017年6月9日，自2016年以来，2016—2017年度，1至5月。",
        "按《关于做好2022年10个领域工作的通知》办理。",
        "按濮财综〔2017〕8号办理。",
        "见附件2、表3和第3条第2款，第12次会议。",
        "3个月内、15个工作日内、10日内完成。",
        "一是认识有偏差。三个方面。",
        "“十四五”规划、A4纸、3.2节。",
        "十一部委联合发文，第二十次会议，十二个月内，三五家，二十余个工作日。",
    ],
)
def test_titles_numbers_dates_and_ordinals_are_no_figures(record: MakeRecord, load: Load, text: str) -> None:
    record("公文", "文", text)
    assert problems_of(check_figures, load()) == []


def test_a_bound_figure_is_backed(record: MakeRecord, load: Load) -> None:
    record("统计表", "表")
    body = "共{{ 统计.合计.项目 }}个、{{ 统计.2016年.合计.金额 }}万元。"
    record("公文", "文", body, 数据集={"统计": "表"})
    assert problems_of(check_figures, load()) == []


@pytest.mark.parametrize(
    ("text", "binding"),
    [
        ("共103个。", "{{ 统计.合计.项目 }}个"),
        ("共一百零三个。", "{{ 统计.合计.项目 }}个"),
        ("共100.30万元。", "{{ 统计.2016年.合计.金额 }}万元"),
        ("甲类100.1万元。", "{{ 统计.2016年.甲类.金额 }}万元"),
        ("中标890.12万元。", "{{ 库.甲.中标 }}"),
        ("其中6场。", "{{ 库.甲.演出.市级 }}"),
        ("当年700万元。", "{{ 库.甲.培育.2015年 }}"),
    ],
)
def test_the_hint_names_the_binding_that_prints_the_figure(
    record: MakeRecord, load: Load, text: str, binding: str
) -> None:
    measures = [
        {"名称": "中标", "数值": "890.12万元"},
        {
            "名称": "演出",
            "数值": "8场",
            "分项": [{"名称": "市级", "数值": "6场"}, {"名称": "县级", "数值": "2场"}],
        },
        {"名称": "培育", "序列": [{"期间": "2015年", "数值": "700万元"}]},
    ]
    record("案例", "甲", 数据=measures)
    record("统计表", "表")
    record("公文", "文", text, 数据集={"统计": "表"})
    (problem,) = problems_of(check_figures, load())
    assert binding in problem.hint
    record("公文", "文", binding, 数据集={"统计": "表"})
    library = load()
    composed = compose_all(library)
    assert list(composed.problems) == []
    assert list(check_figures(library, composed)) == []


def test_the_text_of_an_original_is_a_source_and_not_ours(record: MakeRecord, load: Load) -> None:
    record("政策", "原", "共有项目3个。", 文本="摘编")
    record("公文", "文", 底本="原", 标题=None)
    assert problems_of(check_figures, load()) == []


def test_the_preface_of_a_collection_is_ours(record: MakeRecord, load: Load) -> None:
    record("案例", "甲")
    record("汇编", "册", "收录案例15个，实为{{ 入册.案例数 }}个。")
    (problem,) = problems_of(check_figures, load())
    assert problem.message == "“15个”是手写的数，没有绑定记录"


def test_cells_of_a_table_are_read_one_by_one(record: MakeRecord, load: Load) -> None:
    record("公文", "文", "| 项目 | 数 |\n|---|---|\n| 甲 | 3个 |\n| 乙 | 4 |")
    (problem,) = problems_of(check_figures, load())
    assert "“3个”" in problem.message


# --- attachments --------------------------------------------------------------------------------


def attached(record: MakeRecord, load: Load, *entries: dict[str, str], body: str = "正文。") -> list[Problem]:
    """The problems of a document with these attachments."""
    record("统计表", "表", 名称="项目统计表")
    record("公文", "文", body, 附件=list(entries))
    return problems_of(check_attachments, load())


def test_attachments_under_their_own_titles_are_silent(record: MakeRecord, load: Load) -> None:
    assert (
        attached(record, load, {"记录": "表"}, {"标题": "项目 统计表", "记录": "表"}, body="见附件1、附件2。")
        == []
    )


def test_a_table_under_another_title_is_a_hint(record: MakeRecord, load: Load) -> None:
    (problem,) = attached(record, load, {"标题": "统计表", "记录": "表"})
    assert (problem.level, problem.code) == (Level.HINT, "ATT001")
    assert "7.3.7" in problem.basis


def test_a_whole_document_keeps_its_own_title(record: MakeRecord, load: Load) -> None:
    record("政策", "令", 标题="购买服务管理办法", 文号="财综〔2014〕96号", 文本="摘编")
    right = ("购买服务管理办法", "某省财政厅《购买服务管理办法》（财综〔2014〕96号）", "《购买服务管理办法》")
    for title in right:
        assert attached(record, load, {"标题": title, "记录": "令", "全文附后": "是"}) == []
    (problem,) = attached(record, load, {"标题": "购买服务暂行办法", "记录": "令", "全文附后": "是"})
    assert (problem.level, problem.code) == (Level.WARNING, "ATT001")


def test_an_attachment_without_a_record_is_told(record: MakeRecord, load: Load) -> None:
    (problem,) = attached(record, load, {"标题": "另册"})
    assert problem.code == "ATT002"


def test_the_message_about_a_lost_record_is_not_told_twice(record: MakeRecord, load: Load) -> None:
    record("公文", "文", "正文。", 附件=[{"标题": "表", "记录": "没有这条"}])
    library = load()
    assert [problem.code for problem in check_library(library, compose_all(library))] == ["REFR001"]


@pytest.mark.parametrize("title", ["附件1：项目统计表", "1.项目统计表", "附件 项目统计表", "项目统计表。"])
def test_numbers_and_end_marks_do_not_belong_in_the_title(record: MakeRecord, load: Load, title: str) -> None:
    assert "ATT003" in [problem.code for problem in attached(record, load, {"标题": title, "记录": "表"})]


def test_the_body_names_only_attachments_that_are_there(record: MakeRecord, load: Load) -> None:
    two = ({"记录": "表"}, {"记录": "表"})
    (beyond,) = attached(record, load, *two, body="详见附件3。")
    assert (beyond.level, beyond.code) == (Level.WARNING, "ATT004")
    (alone,) = attached(record, load, {"记录": "表"}, body="详见附件1。")
    assert (alone.level, alone.code) == (Level.HINT, "ATT004")


def test_a_forwarding_notice_encloses_what_it_forwards(record: MakeRecord, load: Load) -> None:
    record("政策", "省", "正文。", 文本="摘编")
    forwarding: dict[str, Any] = {"标题": None, "关系": [{"类型": "转发", "目标": "省"}]}
    record("公文", "文", "现转发给你们。", **forwarding)
    (problem,) = problems_of(check_attachments, load())
    assert (problem.level, problem.code) == (Level.ERROR, "ATT005")
    record("公文", "文", "现转发给你们。", 附件=[{"记录": "省", "全文附后": "是"}], **forwarding)
    assert problems_of(check_attachments, load()) == []


# --- 书名号 -------------------------------------------------------------------------------------


def test_marks_are_looked_at_in_titles_attachments_and_bodies(record: MakeRecord, load: Load) -> None:
    wrong = "关于转发《关于《办法》的通知》的通知"
    record("政策", "策", 标题=wrong)
    record("统计表", "表", 名称=wrong)
    record("公文", "文", f"按{wrong}办理。", 标题=wrong, 附件=[{"记录": "表"}])
    problems = problems_of(check_marks, load())
    assert {problem.code for problem in problems} == {"MARK001"}
    assert [problem.place.path for problem in problems].count("documents/文.md") == 3
    assert "关于转发《关于〈办法〉的通知》的通知" in problems[0].hint


def test_marks_that_alternate_are_silent(record: MakeRecord, load: Load) -> None:
    right = "关于转发《关于转发〈关于转发《办法》的通知〉的通知》的通知"
    record("政策", "策", 标题=right)
    record("公文", "文", f"按{enclose(right)}办理。", 标题=right)
    assert problems_of(check_marks, load()) == []


def test_a_registered_title_of_a_source_is_a_hint(record: MakeRecord, load: Load) -> None:
    wrong = "关于《办法》的《通知"
    record("政策", "策", 标题=wrong, 勘误=[{"位置": "标题", "原文": wrong, "说明": "照录"}])
    (problem,) = problems_of(check_marks, load())
    assert problem.level is Level.HINT


# --- upward documents and dates ---------------------------------------------------------------------


def report(record: MakeRecord, load: Load, body: str = "情况如下。", **keys: Any) -> list[Problem]:
    """The problems of an upward report."""
    usual: dict[str, Any] = {"文种": "报告", "行文方向": "上行", "签发人": ["某某"], "主送": ["省财政厅"]}
    record("公文", "文", body, **{**usual, **keys})
    return problems_of(check_upward, load())


def test_a_report_by_the_rules_is_silent(record: MakeRecord, load: Load) -> None:
    assert report(record, load, "情况如下，已经省厅批准。\n\n特此报告。") == []


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ({"签发人": []}, (Level.ERROR, "UP001", "第九条（六）")),
        ({"主送": ["省财政厅、省发展改革委"]}, (Level.WARNING, "UP002", "第十五条（一）")),
        ({"主送": ["省财政厅", "省政府"]}, (Level.WARNING, "UP002", "第十五条（一）")),
    ],
)
def test_an_upward_document_keeps_the_regulation(
    record: MakeRecord, load: Load, keys: dict[str, Any], expected: tuple[Level, str, str]
) -> None:
    level, code, basis = expected
    (problem,) = report(record, load, **keys)
    assert (problem.level, problem.code) == (level, code)
    assert basis in problem.basis


@pytest.mark.parametrize(
    "phrase", ["妥否，请批示。", "请予批准。", "特此请示。", "请审批。", "当否，请审定。", "请核准。"]
)
def test_a_report_that_asks_is_a_hint(record: MakeRecord, load: Load, phrase: str) -> None:
    (problem,) = report(record, load, f"情况如下。{phrase}")
    assert (problem.level, problem.code) == (Level.HINT, "UP003")
    assert report(record, load, f"情况如下。{phrase}", 文种="请示") == []


def test_downward_documents_need_no_signer(record: MakeRecord, load: Load) -> None:
    assert report(record, load, 行文方向="下行", 签发人=[], 主送=["各县财政局", "各科室"]) == []


def test_a_document_is_not_printed_before_it_is_signed(record: MakeRecord, load: Load) -> None:
    record("政策", "甲", 成文日期="2017-06-09", 印发日期="2017-06-08")
    record("政策", "乙", 成文日期="2017-06-09", 印发日期="2017-06-09")
    record("政策", "丙", 成文日期="原文未写", 印发日期="2017-06-08")
    (problem,) = check_dates(load())
    assert (problem.code, problem.place.path) == ("DATE001", "policies/甲.md")
    assert "2017年6月8日 早于成文日期 2017年6月9日" in problem.message


# --- chains ---------------------------------------------------------------------------------------


def chain(record: MakeRecord, title: str, **keys: Any) -> None:
    """A city's notice that forwards the province's."""
    record("政策", "省", 标题="某省财政厅关于做好重点工作的通知")
    record("政策", "市", 标题=title, 发文机关=["某市财政局"], 关系=[{"类型": "转发", "目标": "省"}], **keys)


def test_a_forwarding_title_is_built_from_the_chain(record: MakeRecord, load: Load) -> None:
    chain(record, "关于转发《某省财政厅关于做好重点工作的通知》的通知")
    assert list(check_chain_titles(load())) == []


def test_a_forwarding_title_that_differs_shows_both(record: MakeRecord, load: Load) -> None:
    chain(record, "关于转发《某省财政厅关于做好工作的通知》的通知")
    (problem,) = check_chain_titles(load())
    assert (problem.level, problem.code) == (Level.ERROR, "CHAIN001")
    assert "写的是“关于转发《某省财政厅关于做好工作的通知》的通知”" in problem.message
    assert "应为“关于转发《某省财政厅关于做好重点工作的通知》的通知”" in problem.message


def test_marks_of_the_wrong_kind_are_left_to_the_check_of_marks(record: MakeRecord, load: Load) -> None:
    chain(record, "关于转发〈某省财政厅关于做好重点工作的通知〉的通知")
    library = load()
    assert list(check_chain_titles(library)) == []
    assert [problem.code for problem in problems_of(check_marks, library)] == ["MARK001"]


# --- anchors --------------------------------------------------------------------------------------

TEXT = "总则。\n\n# 一、目标\n\n目标。\n\n## （二）任务\n\n任务。\n"


@pytest.mark.parametrize("anchor", ["引言", "正文", "一", "一（二）", "一（二）第三款", "附件1"])
def test_provisions_that_a_text_has_are_silent(record: MakeRecord, load: Load, anchor: str) -> None:
    record("政策", "省", TEXT, 文本="全文")
    record("政策", "市", 关系=[{"类型": "依据", "目标": "省", "目标锚": anchor}])
    assert problems_of(check_anchors, load()) == []


@pytest.mark.parametrize(
    ("state", "levels"), [("全文", [Level.WARNING]), ("摘编", [Level.HINT]), ("存根", [])]
)
def test_a_provision_that_a_text_lacks_is_told_by_how_much_of_it_is_held(
    record: MakeRecord, load: Load, state: str, levels: list[Level]
) -> None:
    record("政策", "省", TEXT if state != "存根" else "", 文本=state)
    rule = {"编号": "R-1", "名称": "期限", "适用": "全国", "生效": "原文未写", "内容": "一年", "核验": "未核"}
    record("制度参数", "参数", 规则=[{**rule, "依据": {"政策": "省", "条": "第二十四条"}}])
    problems = problems_of(check_anchors, load())
    assert [problem.level for problem in problems] == levels


# --- signs that are not words ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    ["这是**重点**。", "- 第一点", "> 引用", "见[附件](a.docx)", "![图](a.png)", "<b>粗</b>", "```"],
)
def test_signs_of_markdown_that_would_be_printed_are_told(record: MakeRecord, load: Load, text: str) -> None:
    record("公文", "文", text)
    (problem,) = problems_of(check_plainness, load())
    assert (problem.code, problem.level) == ("MARK002", Level.HINT)


@pytest.mark.parametrize(
    "text", ["按“先易后难”推进。", "增长5%—10%，见《办法》。", "（一）—（三）项", "3-5月开展。"]
)
def test_plain_official_words_raise_no_alarm(record: MakeRecord, load: Load, text: str) -> None:
    record("公文", "文", text)
    assert problems_of(check_plainness, load()) == []


# --- doubles, disclosure, copies to subordinates ---------------------------------------------------


def test_one_case_under_two_ids_is_told_at_the_second(record: MakeRecord, load: Load) -> None:
    record("案例", "甲")
    record("案例", "乙")
    record("案例", "丙", 期间="2017年")
    (problem,) = check_doubles(load())
    assert (problem.code, problem.place.path) == ("DUPL001", "cases/甲.yaml")
    assert "“乙”" in problem.message


def test_a_public_document_that_binds_a_closed_record_is_told(record: MakeRecord, load: Load) -> None:
    record("案例", "甲", 公开属性="不予公开", 数据=[{"名称": "资金", "数值": "3万元"}])
    record("公文", "文", "共{{ 例.资金 }}。", 公开属性="主动公开", 数据集={"例": "甲"})
    record("公文", "稿", "共{{ 例.资金 }}。", 公开属性="待定", 数据集={"例": "甲"})
    (problem,) = problems_of(check_disclosure, load())
    assert (problem.code, problem.place.path) == ("DISC001", "documents/文.md")
    assert "甲" in problem.message


def test_an_upward_document_copied_below_is_told(record: MakeRecord, load: Load) -> None:
    head = {"行文方向": "上行", "文种": "报告", "签发人": ["甲"], "主送": ["省财政厅"]}
    record("公文", "文", "特此报告。", 抄送=["市审计局", "各县（区）财政局"], **head)
    (problem,) = problems_of(check_upward, load())
    assert (problem.code, problem.level) == ("UP004", Level.WARNING)
    assert "各县（区）财政局" in problem.message
    assert "市审计局" not in problem.message


BODIES = [
    {"编号": "县局", "全称": "某县财政局", "层级": "县级", "地区": "某省某县"},
    {"编号": "省厅", "全称": "某省财政厅", "层级": "省级", "地区": "某省"},
    {"编号": "县院", "全称": "某县民政局", "层级": "县级", "地区": "某省某县"},
    {"编号": "中心", "全称": "某县评审中心", "层级": "县级", "地区": "某省某县", "上级业务": "县局"},
    {"编号": "镇所", "全称": "某镇财政所", "层级": "乡级", "地区": "某省某县某镇"},
    {"编号": "下属", "全称": "某省机关下属事务局", "层级": "省级", "地区": "某省"},
]
REGIONS = [
    {"代码": "100000", "全称": "某省", "简称": "某省"},
    {"代码": "100100", "全称": "某省某县", "简称": "某县", "上级": "某省"},
]
TOWN = {"代码": "100101", "全称": "某省某县某镇", "简称": "某镇", "上级": "某省某县"}


@pytest.mark.parametrize(
    ("copied", "below"),
    [
        ("某镇财政所", True),
        ("某县评审中心", True),
        ("某县民政局", False),
        ("某省财政厅", False),
        ("某省机关下属事务局", False),
        ("某局下属单位", True),
        ("某镇民政所", False),
    ],
)
def test_a_body_of_the_library_is_a_subordinate_by_region_and_superior(
    record: MakeRecord, load: Load, copied: str, below: bool
) -> None:
    record("机构库", "机构库", 机构=BODIES)
    record("行政区划", "区划", 区划=[*REGIONS, TOWN])
    head = {"行文方向": "上行", "文种": "报告", "签发人": ["甲"], "主送": ["某省财政厅"]}
    record("公文", "文", "特此报告。", 抄送=[copied], **head)
    assert [problem.code for problem in problems_of(check_upward, load())] == ["UP004"] * below


def test_a_shared_number_is_told_at_the_document_that_we_issue(record: MakeRecord, load: Load) -> None:
    record("政策", "旧", 文号="某财〔2022〕1号")
    record("公文", "新", "正文。", 文号="某财〔2022〕1号")
    (problem,) = check_numbers(load())
    assert problem.place.path == "documents/新.md"


@pytest.mark.parametrize(
    ("delivery", "contract", "codes"),
    [
        ("合同", "原文未写", []),
        ("合同", None, ["CASE001"]),
        ("服务券", None, []),
        ("服务券", {"期限": "2022年"}, ["CASE002"]),
        ("场次补贴", "不适用", []),
        ("原文未写", None, []),
    ],
)
def test_the_delivery_decides_on_the_contract(
    record: MakeRecord, load: Load, delivery: str, contract: Any, codes: list[str]
) -> None:
    record("案例", "甲", 服务方式=delivery, 合同=contract)
    assert [problem.code for problem in check_deliveries(load())] == codes
