"""Several returns of one survey side by side: in a report, and on pages of the site."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.checks.references import check_references
from generator.compose import compose_chosen
from generator.compose.audience import HIDDEN, Audience
from generator.compose.surveys import Comparison, agreement, comparison_table, overview_table, returns_of
from generator.document import RowKind, Table
from generator.library import Library, load_library
from generator.models.returns import SurveyForm, SurveyItem
from generator.pages.writing import write_pages

MakeLibrary = Callable[[Mapping[str, str]], Path]

QUESTIONS = (
    ("一、组织", "工作人员姓名、职务。", "人员列表"),
    ("二、实施", "是否存在直接委托的情况。", "有无"),
    ("二、实施", "公开招标所占比例。", "百分比"),
    ("二、实施", "有什么建议。", "开放题"),
)
ANSWERS: Mapping[str, tuple[str, ...]] = {
    "甲县": ("张某 科员", "无", "100%", "加强培训。"),
    "乙县": ("李某 科长", "有两个项目", "85.5%", "加强培训"),
    "丙县": ("", "没有", "", "增加人员"),
}
PLACES = ("全国", "某省", "甲县", "乙县", "丙县")


def as_yaml(kind: str, name: str, **keys: Any) -> str:
    """A record as the text of its file."""
    return yaml.safe_dump({"类别": kind, "编号": name, **keys}, allow_unicode=True, sort_keys=False)


def filled_form(name: str) -> str:
    """The return of one county."""
    answers = [
        {"序": str(number), "内容": [answer]} for number, answer in enumerate(ANSWERS[name], 1) if answer
    ]
    keys = {"填报单位": f"{name}财政局", "地区": name, "期间": "2022年", "填报": answers}
    return as_yaml("调查填报", f"填报-{name}", 名称=f"{name}调查表", 调查表="表", 公开属性="主动公开", **keys)


@pytest.fixture
def files() -> dict[str, str]:
    """A form with three returns, and a report that brings in their comparison."""
    items = [
        {"序": str(number), "部分": part, "事项": asked, "题型": kind, "填报说明": "原文未写"}
        for number, (part, asked, kind) in enumerate(QUESTIONS, start=1)
    ]
    regions = [
        {"代码": f"{number:06d}", "全称": name, "简称": name, **({"上级": "全国"} if number else {})}
        for number, name in enumerate(PLACES)
    ]
    form = as_yaml("调查表", "表", 名称="某调查表", 栏目=["事项", "内容", "说明"], 事项=items)
    summary = as_yaml("调查汇总", "汇总", 名称="三县填报对照表", 调查表="表", 公开属性="主动公开")
    report = as_yaml(
        "公文",
        "报告",
        文种="报告",
        标题="关于情况的报告",
        发文机关=["某省财政厅"],
        行文方向="上行",
        附件=[{"记录": "汇总"}],
    )
    returns = {f"cases/returns/{name}.yaml": filled_form(name) for name in ANSWERS}
    return {
        "cases/returns/表.yaml": form,
        "cases/returns/汇总.yaml": summary,
        "documents/报告.md": f"---\n{report}---\n\n现报告如下。\n",
        "policies/reference/行政区划.yaml": as_yaml("行政区划", "行政区划", 区划=regions),
        **returns,
    }


def loaded(root: Path) -> Library:
    """The library of a folder, all of which can be read."""
    library, problems = load_library(root)
    assert [problem.as_text() for problem in problems] == []
    return library


def rows_of(table: Table) -> list[list[str]]:
    """The words of the rows of a table."""
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_items_and_reporters_stand_in_one_table_with_what_differs(
    make_library: MakeLibrary, files: dict[str, str]
) -> None:
    library = loaded(make_library(files))
    form = library.find("表", SurveyForm)
    assert form is not None
    compared = Comparison(form, returns_of(library, form))
    table = comparison_table(compared, range(3), "t", None)
    assert [cell.text for cell in table.head[0].cells] == [
        "事项",
        "甲县财政局",
        "乙县财政局",
        "丙县财政局",
        "异同",
    ]
    assert [row.kind for row in table.rows] == [
        *(RowKind.SECTION, RowKind.DATA, RowKind.SECTION, RowKind.DATA, RowKind.DATA, RowKind.DATA)
    ]
    by_item = {row[0][:2]: row[1:] for row in rows_of(table) if len(row) > 1}
    assert by_item == {
        "1.": ["张某 科员", "李某 科长", "未填", "各不相同；1 家未填"],
        "2.": ["无", "有两个项目", "没有", "有 1、无 2"],
        "3.": ["100%", "85.5%", "未填", "85.5%—100%；1 家未填"],
        "4.": ["加强培训。", "加强培训", "增加人员", "2 种说法"],
    }


def test_the_overview_counts_what_each_return_answers(
    make_library: MakeLibrary, files: dict[str, str]
) -> None:
    library = loaded(make_library(files))
    form = library.find("表", SurveyForm)
    assert form is not None
    rows = rows_of(overview_table(Comparison(form, returns_of(library, form)), "t", None))
    assert [row[3:] for row in rows] == [
        ["4", "无", "0", "1"],
        ["4", "无", "1", "0"],
        ["2", "1、3", "0", "1"],
    ]


def test_a_report_brings_in_the_comparison_as_an_attachment(
    make_library: MakeLibrary, files: dict[str, str]
) -> None:
    trees = compose_chosen(loaded(make_library(files)), ("报告",))
    assert [problem.as_text() for problem in trees.problems] == []
    (attachment,) = trees.documents["报告"].attachments
    assert attachment.title == "三县填报对照表"
    overview, items = attachment.content if isinstance(attachment.content, tuple) else ()
    assert isinstance(overview, Table)
    assert isinstance(items, Table)
    assert "张某 科员" in str(rows_of(items))


def test_chosen_returns_and_items_alone_are_compared(
    make_library: MakeLibrary, files: dict[str, str]
) -> None:
    keys = {"名称": "对照", "调查表": "表", "填报": ["填报-丙县", "填报-甲县"], "事项": ["2"]}
    files["cases/returns/汇总.yaml"] = as_yaml("调查汇总", "汇总", **keys)
    trees = compose_chosen(loaded(make_library(files)), ("报告",))
    (attachment,) = trees.documents["报告"].attachments
    items = attachment.content[1] if isinstance(attachment.content, tuple) else None
    assert isinstance(items, Table)
    assert rows_of(items)[1:] == [["2. 是否存在直接委托的情况。", "没有", "无", "无 2"]]


def test_many_returns_stand_in_several_tables(make_library: MakeLibrary, files: dict[str, str]) -> None:
    for number in range(3):
        text = filled_form("甲县").replace("填报-甲县", f"填报-又{number}")
        files[f"cases/returns/又{number}.yaml"] = text
    trees = compose_chosen(loaded(make_library(files)), ("报告",))
    (attachment,) = trees.documents["报告"].attachments
    assert isinstance(attachment.content, tuple)
    widths = [len(block.widths) for block in attachment.content if isinstance(block, Table)]
    assert widths == [7, 6, 4]


def test_a_summary_of_a_form_that_is_not_there_is_told(
    make_library: MakeLibrary, files: dict[str, str]
) -> None:
    files["cases/returns/汇总.yaml"] = as_yaml(
        "调查汇总", "汇总", 名称="对照", 调查表="别的表", 填报=["填报-丁县"]
    )
    library = loaded(make_library(files))
    assert [problem.code for problem in check_references(library)] == ["REFR001", "REFR001"]
    assert [problem.code for problem in compose_chosen(library, ("报告",)).problems] == ["REF001"]


def test_a_summary_without_returns_says_so(make_library: MakeLibrary, files: dict[str, str]) -> None:
    kept = {path: text for path, text in files.items() if "县.yaml" not in path}
    (attachment,) = compose_chosen(loaded(make_library(kept)), ("报告",)).documents["报告"].attachments
    assert isinstance(attachment.content, tuple)
    assert [getattr(block, "text", "") for block in attachment.content] == ["这张调查表还没有填报。"]


def test_names_of_people_stay_on_paper(make_library: MakeLibrary, files: dict[str, str]) -> None:
    library = loaded(make_library(files))
    form = library.find("表", SurveyForm)
    assert form is not None
    table = comparison_table(Comparison(form, returns_of(library, form), Audience.SITE), range(3), "t", None)
    assert rows_of(table)[1][1:4] == [HIDDEN, HIDDEN, "未填"]


def test_the_site_has_a_page_of_the_comparison(
    make_library: MakeLibrary, files: dict[str, str], tmp_path: Path
) -> None:
    library = loaded(make_library(files))
    out = tmp_path / "pages"
    write_pages(library, out, dated=date(2022, 12, 31))
    page = (out / "browse/surveys/表/1.md").read_text(encoding="utf-8")
    assert "有 1、无 2" in page
    assert "张某" not in page
    form = (out / "returns/表.md").read_text(encoding="utf-8")
    assert "对照 3 份填报" in form
    summary = (out / "returns/汇总.md").read_text(encoding="utf-8")
    assert "有 1、无 2" in summary
    assert "张某" not in summary


def test_one_return_alone_has_no_page_of_comparison(
    make_library: MakeLibrary, files: dict[str, str], tmp_path: Path
) -> None:
    for name in ("乙县", "丙县"):
        del files[f"cases/returns/{name}.yaml"]
    write_pages(loaded(make_library(files)), tmp_path / "pages", dated=date(2022, 12, 31))
    assert not (tmp_path / "pages/browse/surveys").exists()


@pytest.mark.parametrize(
    ("kind", "answers", "told"),
    [
        ("是否", ("是", "已编入", "没有同步填报；部分编入", "正在研究", ""), "是 2、否 1、未明 1；1 家未填"),
        ("是否", ("均未实行", "全部未开展", "有待建立", "有关工作尚未开展"), "否 4"),
        ("是否", ("无锡市已开展", "没有例外，全部公开", "是，未发现问题", "有两个项目没有编入"), "是 4"),
        ("有无", ("部分编入", "不断完善", "除两个部门外，均已公开", "未来三年开展"), "未明 4"),
        ("百分比", ("90%", "90 %"), "均为 90%"),
        ("百分比", ("无", "80％"), "均为 80%、1 家不是百分比"),
        ("百分比", ("无", "不清楚"), "2 家不是百分比"),
        ("陈述", ("较好。", "较 好"), "相同"),
        ("陈述", ("", ""), "2 家未填"),
        ("陈述", ("较好",), ""),
    ],
)
def test_what_answers_have_in_common(kind: str, answers: tuple[str, ...], told: str) -> None:
    item = SurveyItem.model_validate(
        {"序": "1", "部分": "一", "事项": "问", "题型": kind, "填报说明": "原文未写"}
    )
    assert agreement(item, answers) == told


def test_what_stands_below_a_table_is_printed_and_names_stay_off_the_site(
    make_library: MakeLibrary, files: dict[str, str], tmp_path: Path
) -> None:
    keys = {"名称": "名单", "地区": "甲县", "列": ["县"], "行": [["甲县"]], "公开属性": "主动公开"}
    notes = ["填表人：张某　电话：0393-1234567", "注：截至年底。"]
    files["cases/returns/名单.yaml"] = as_yaml("名单", "名单", **keys, 附注=notes)
    files["documents/报告.md"] = files["documents/报告.md"].replace("记录: 汇总", "记录: 名单")
    library = loaded(make_library(files))
    (attachment,) = compose_chosen(library, ("报告",)).documents["报告"].attachments
    assert isinstance(attachment.content, tuple)
    assert [getattr(block, "text", "") for block in attachment.content[1:]] == notes
    write_pages(library, tmp_path / "pages", dated=date(2022, 12, 31))
    page = (tmp_path / "pages/returns/名单.md").read_text(encoding="utf-8")
    assert ("截至年底" in page, "张某" in page) == (True, False)


def test_a_form_that_is_attached_is_printed_empty(make_library: MakeLibrary, files: dict[str, str]) -> None:
    files["documents/报告.md"] = files["documents/报告.md"].replace("记录: 汇总", "记录: 表")
    (attachment,) = compose_chosen(loaded(make_library(files)), ("报告",)).documents["报告"].attachments
    (table,) = attachment.content if isinstance(attachment.content, tuple) else ()
    assert isinstance(table, Table)
    assert [row[1] for row in rows_of(table) if len(row) > 1] == [""] * 4
    assert table.note == "填报单位："
