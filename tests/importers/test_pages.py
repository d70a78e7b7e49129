"""Pages, court texts and repository files through the whole import: title, number, kind, relations."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.importers import Imported, import_original
from generator.library import Library

NOWHERE = Library(Path(), {})
TITLE = "某市人民政府办公室关于做好防汛值守工作的通知"
LINES = (
    "某政办发〔2017〕2号",
    "各县（市、区）人民政府，市直各单位：",
    "为做好防汛值守工作，经市政府同意，现就有关事项通知如下。请各单位认真执行，按时报送信息。",
    "某市人民政府办公室",
    "2017年1月10日",
)


def page(heading: str, *lines: str) -> bytes:
    """A page with a sidebar above its text; its head tells the title."""
    text = "".join(f"<p>{line}</p>" for line in lines)
    sidebar = (
        '<div class="left"><h3>热点推荐</h3><ul><li><a href="/1">关于举办招聘会的通知</a></li></ul></div>'
    )
    return (
        f'<html><head><title>{TITLE}_某市网</title><meta name="ArticleTitle" content="{TITLE}"></head><body>'
        f"<div>当前位置：首页 &gt; 政务公开</div>{sidebar}{heading}<div>{text}</div></body></html>"
    ).encode()


def imported(content: bytes, name: str = "网页.html", chosen: str | None = None) -> Imported:
    return import_original(content, NOWHERE, name, chosen=chosen)


def first(found: Imported) -> dict[str, Any]:
    return found.records.drafts[0].data


def fields_pending(data: dict[str, Any]) -> set[str]:
    return {entry["字段"] for entry in data["待确认"]}


def test_a_page_with_heading_and_title_gives_title_number_and_addressees_and_no_stub_of_itself() -> None:
    found = imported(page(f"<h1>{TITLE}</h1>", TITLE[:12], TITLE[12:], *LINES))
    data = first(found)
    assert (data["标题"], data["文号"]) == (TITLE, "某政办发〔2017〕2号")
    assert data["主送"] == ["各县（市、区）人民政府", "市直各单位"]
    assert len(found.records.drafts) == 1
    assert found.unplaced == ()


def test_a_title_that_only_the_head_of_the_page_tells_is_to_be_confirmed() -> None:
    data = first(imported(page("", *LINES)))
    assert (data["标题"], data["文号"]) == (TITLE, "某政办发〔2017〕2号")
    assert "标题" in fields_pending(data)
    assert "标题" not in fields_pending(first(imported(page(f"<h1>{TITLE}</h1>", *LINES))))


def test_a_text_from_a_repository_has_no_signs_in_its_fields() -> None:
    text = (
        "# 关于平均工作时间问题的通知\n\n"
        "某社部发[2008]3号\n\n"
        "<!-- INFO END -->\n\n"
        "各省、自治区、直辖市劳动保障厅（局）：\n\n"
        "　　现将有关问题通知如下。\n\n"
        "## 一、工作时间的计算\n\n"
        "按月计算工作时间。\n"
    )
    draft = imported(text.encode(), "通知.md").records.drafts[0]
    assert draft.data["标题"] == "关于平均工作时间问题的通知"
    assert draft.data.get("发文机关", []) == []
    assert draft.data["文号"] == "某社部发〔2008〕3号"
    assert "# 一、工作时间的计算" in draft.body
    assert "<!--" not in draft.body


def test_an_interpretation_of_the_highest_procuratorate_is_a_policy_with_its_number() -> None:
    text = (
        "最高人民检察院关于某某法律适用问题的解释\n\n"
        "2000年9月29日 最高人民检察院第九届检察委员会第七十次会议通过\n\n"
        "高检发释字〔2000〕3号\n\n"
        "为依法办理案件，根据有关规定，对法律适用问题解释如下：\n\n"
        "某某物品是指经批准未办理手续进境的物品。\n"
    )
    found = imported(text.encode(), "解释.txt")
    data = first(found)
    assert (found.records.drafts[0].kind, data["文种"]) == ("政策", "解释")
    assert (data["文号"], data["发文机关"]) == ("高检发释字〔2000〕3号", ["最高人民检察院"])
    assert (data["效力级别"], data["地区"]) == ("司法解释", "全国")
    assert len(found.records.drafts) == 1


def test_an_account_of_a_court_below_stays_an_account() -> None:
    text = "某市法院化解纠纷的做法\n\n某市法院设立了调解室。今年以来化解纠纷三百件。\n\n群众反映良好。\n"
    assert imported(text.encode(), "做法.txt").records.drafts[0].kind == "地区实践"


def test_a_text_that_names_itself_makes_no_stub_and_what_it_issues_is_issued_once() -> None:
    text = (
        "某市人民政府办公室\n"
        "关于印发某市公开工作细则的通知\n"
        "（某府发〔2003〕37号）\n"
        "市政府各部门：\n"
        "现将《某市公开工作细则》印发给你们，请遵照执行。各部门要按照本《细则》要求，制定具体办法。\n"
        "二OO三年十二月四日\n"
        "某市公开工作细则\n"
        "为推行公开，特制定本细则。\n"
        "一、总体要求\n"
        "公开工作应当及时。\n"
    )
    found = imported(text.encode(), "通知.txt")
    notice, issued = found.records.drafts
    assert (notice.data["文号"], notice.data["成文日期"]) == ("某府发〔2003〕37号", "2003-12-04")
    assert [(one["类型"], one["目标"]) for one in notice.data["关系"]] == [("印发", issued.id)]


def test_an_order_is_called_by_its_number_and_issues_the_regulations_below() -> None:
    text = (
        "某某省人民政府令\n"
        "第227号\n"
        "现发布《某某省机构设置管理规定》，自\n"
        "发布之日起施行。\n"
        "省长 王某\n"
        "1997年8月3日\n"
        "第一章 总则\n"
        "第一条 为了规范机构设置，制定本规定。\n"
        "第二条 机构设置应当精简。\n"
    )
    order, rules = imported(text.encode(), "令.txt").records.drafts
    assert order.data["标题"] == "某某省人民政府令第227号"
    assert rules.data["标题"] == "某某省机构设置管理规定"
    assert [(one["类型"], one["目标"]) for one in order.data["关系"]] == [("印发", rules.id)]


def test_an_older_text_of_the_same_title_is_another_text() -> None:
    text = (
        f"{TITLE}\n某政办发〔2017〕2号\n各单位：\n"
        f"现将有关事项通知如下。2015年印发的《{TITLE}》（某政办发〔2015〕6号）同时废止。\n"
        "某市人民政府办公室\n2017年1月10日\n"
    )
    notice, older = imported(text.encode(), "通知.txt").records.drafts
    assert (notice.data["文号"], older.data["文号"]) == ("某政办发〔2017〕2号", "某政办发〔2015〕6号")
    assert [(one["类型"], one["目标"]) for one in notice.data["关系"]] == [("废止", older.id)]
