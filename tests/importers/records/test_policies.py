"""Trees built by hand as records: fields, doubts, enclosed documents, attachments of plain text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from generator.document import (
    Attachment,
    Block,
    DocumentFormat,
    Heading,
    Imprint,
    JointMark,
    Masthead,
    OfficialDocument,
    Paragraph,
    Signature,
    words,
)
from generator.importers.drafts import Draft
from generator.importers.records.contents import Records, drafts_of
from generator.importers.records.context import Context
from generator.importers.records.names import TakenNames
from generator.library import Library
from generator.models import KINDS
from generator.problems import Place
from generator.recognition.recovered import Contents, Doubt, Recovered


def paragraph(text: str, number: int = 5) -> Block:
    return Paragraph(f"p{number}", words(text), None, Place("原件", number))


def heading(label: str, text: str, level: int = 1) -> Block:
    return Heading("p9", level, label, words(text), Place("原件", 9))


def notice(**changes: Any) -> OfficialDocument:
    """A notice of 山东省财政厅."""
    usual: dict[str, Any] = {
        "id": "p1",
        "genre": "通知",
        "format": DocumentFormat.ORDINARY,
        "masthead": Masthead("山东省财政厅文件", "鲁财采〔2024〕3号"),
        "title": "关于做好项目报送工作的通知",
        "title_lines": (),
        "addressees": "各市财政局，省直各部门、单位：",
        "body": (paragraph("现就有关事项通知如下。"),),
        "signature": Signature(("山东省财政厅",), date(2024, 5, 6)),
        "origin": Place("原件", 1),
    }
    return OfficialDocument(**{**usual, **changes})


Import = Callable[..., Records]


@pytest.fixture
def taken(library: Library) -> Import:
    """The records of one document, in a library of the shipped reference tables alone."""
    entries = {k: v for k, v in library.entries.items() if v.source.path.startswith("policies/reference")}
    bare = Library(library.root, entries)

    def take(document: OfficialDocument, *doubts: Doubt, known: Library = bare) -> Records:
        context = Context(known, "原件.docx", {"名称": "原件.docx"}, TakenNames(known.entries))
        return drafts_of(Contents((Recovered(document, doubts),)), context)

    return take


def first(records: Records) -> Draft:
    for draft in records.drafts:
        KINDS[draft.kind].model_validate(draft.data)
    return records.drafts[0]


def doubted(draft: Draft) -> dict[str, list[str]]:
    return {entry["字段"]: entry["候选"] for entry in draft.data.get("待确认", ())}


def test_the_elements_of_a_document_become_the_keys_of_a_record(taken: Import) -> None:
    imprint = Imprint("山东省财政厅办公室", date(2024, 5, 7), ("省审计厅",))
    draft = first(
        taken(notice(imprint=imprint, disclosure="信息公开选项：主动公开", note="联系人：王某，电话：0531-1"))
    )
    data = draft.data
    assert draft.id == "鲁财采2024-3号"
    assert data["发文机关"] == ["山东省财政厅"]
    assert (data["地区"], data["文号"], data["文种"]) == ("山东省", "鲁财采〔2024〕3号", "通知")
    assert data["主送"] == ["各市财政局", "省直各部门、单位"]
    assert (data["成文日期"], data["印发日期"]) == ("2024-05-06", "2024-05-07")
    assert (data["印发机关"], data["抄送"]) == ("山东省财政厅办公室", ["省审计厅"])
    assert data["公开属性"] == "主动公开"
    assert data["联系人"] == [{"姓名": "王某", "电话": "0531-1"}]
    assert data["时效"] == data["核验"] == "未核"
    assert "发文机关标志" not in data
    assert set(doubted(draft)) == {"效力级别"}


def test_what_the_document_does_not_say_is_not_invented(taken: Import) -> None:
    bare = notice(masthead=Masthead("", ""), signature=None, addressees="", genre="")
    draft = first(taken(bare))
    assert draft.id == "关于做好项目报送工作的通知"
    data = draft.data
    assert (data["文号"], data["成文日期"], data["印发日期"]) == ("原文未写",) * 3
    assert (data["文种"], data["地区"], data["效力级别"]) == ("待补",) * 3
    assert data["公开属性"] == "待定"
    assert {"文种", "地区", "效力级别"} <= set(doubted(draft))


def test_a_guess_comes_with_its_candidates(taken: Import) -> None:
    draft = first(taken(notice(), Doubt("成文日期", ("2024-05-07",), "可参考印发日期", 7)))
    assert doubted(draft)["成文日期"] == ["2024-05-07"]
    assert doubted(draft)["效力级别"] == ["地方规范性文件", "工作文件"]
    reason = next(entry["理由"] for entry in draft.data["待确认"] if entry["字段"] == "成文日期")
    assert "第 7 行" in reason


def test_a_number_in_another_spelling_is_told(taken: Import) -> None:
    draft = first(taken(notice(masthead=Masthead("山东省财政厅文件", "鲁财采[2024]第03号"))))
    assert draft.data["文号"] == "鲁财采〔2024〕3号"
    assert doubted(draft)["文号"] == ["鲁财采〔2024〕3号"]


@pytest.mark.parametrize(
    ("mark", "number", "told"),
    [("财政部令", "第102号", "财政部令第102号"), ("某某会议纪要", "第3期", "原文未写")],
)
def test_orders_bear_their_body_and_minutes_no_number(
    taken: Import, mark: str, number: str, told: str
) -> None:
    records = taken(notice(masthead=Masthead(mark, number), genre="令"))
    assert first(records).data["文号"] == told
    assert first(records).data["发文机关标志"] == mark


def test_a_joint_document_names_all_its_bodies(taken: Import) -> None:
    mark = JointMark(("山东省财政厅", "山东省民政厅"))
    data = first(taken(notice(masthead=Masthead(mark, "鲁财采〔2024〕3号")))).data
    assert data["发文机关"] == ["山东省财政厅", "山东省民政厅"]
    lead = notice(signature=Signature(("山东省财政厅", "山东省民政厅"), date(2024, 5, 6)))
    assert first(taken(lead)).data["发文机关"] == ["山东省财政厅", "山东省民政厅"]


def test_a_note_that_names_no_contact_stays_as_it_is(taken: Import) -> None:
    data = first(taken(notice(note="此件公开发布"))).data
    assert data["附注"] == "此件公开发布"
    assert data["公开属性"] == "主动公开"


def test_an_enclosed_document_is_a_record_of_its_own(taken: Import) -> None:
    inner = notice(masthead=Masthead("财政部文件", "财综〔2024〕1号"), title="财政部关于某事的通知")
    outer = notice(
        title="关于转发《财政部关于某事的通知》的通知",
        body=(paragraph("现将《财政部关于某事的通知》（财综〔2024〕1号）转发给你们，请遵照执行。"),),
        attachments=(Attachment("a", None, "财政部关于某事的通知", inner),),
    )
    records = taken(outer)
    data = first(records).data
    assert data["关系"] == [{"类型": "转发", "目标": "财综2024-1号", "锚": "正文"}]
    assert data["附件"] == [{"标题": "财政部关于某事的通知", "记录": "财综2024-1号", "全文附后": "是"}]
    assert [draft.id for draft in records.drafts] == ["鲁财采2024-3号", "财综2024-1号"]
    assert records.drafts[1].data["来源"] == [{"名称": "原件.docx", "部分": "附件"}]


def test_rules_that_a_notice_issues_are_kept_as_a_text(taken: Import) -> None:
    rules = Attachment("a", None, "某某管理办法", (heading("一、", "总则"), paragraph("办法正文。")))
    records = taken(notice(title="关于印发《某某管理办法》的通知", attachments=(rules,)))
    data = first(records).data
    assert data["附件"] == [{"标题": "某某管理办法", "记录": "某某管理办法"}]
    assert data["关系"] == [{"类型": "印发", "目标": "某某管理办法", "锚": "正文"}]
    attached = records.drafts[1]
    assert attached.body == "# 一、总则\n\n办法正文。"
    assert attached.data["关系"] == [{"类型": "附件于", "目标": "鲁财采2024-3号"}]
    assert (attached.data["文种"], attached.data["地区"]) == ("办法", "山东省")


INHERITED = ("发文机关", "效力级别", "地区", "公开属性")


@pytest.mark.parametrize("title", ["关于印发《某某管理办法》的通知", "关于做好项目报送工作的通知"])
def test_no_value_taken_over_from_a_doubtful_one_stands_as_known(taken: Import, title: str) -> None:
    rules = Attachment("a", None, "某某管理办法", (heading("一、", "总则"), paragraph("办法正文。")))
    unknown = {
        "masthead": Masthead("财政局文件", "某财采〔2024〕3号"),
        "signature": Signature(("财政局",), None),
    }
    doubt = Doubt("发文机关", ("财政局", "某市财政局"), "发文机关标志与署名不同", 1)
    records = taken(notice(title=title, attachments=(rules,), **unknown), doubt)
    holder, attached = records.drafts[0], records.drafts[1]
    assert {"发文机关", "效力级别", "地区"} <= set(doubted(holder))
    for key in INHERITED:
        assert attached.data[key] == holder.data[key]
        assert (key in doubted(attached)) == (key in doubted(holder))


def test_every_value_that_no_original_says_has_its_doubt(taken: Import) -> None:
    rules = Attachment("a", None, "某某提纲", (heading("一、", "总则"), paragraph("提纲正文。")))
    cited = paragraph("根据《某某办法》（某财〔2020〕1号）和财综〔2019〕5号，现就有关事项通知如下。")
    records = taken(notice(body=(cited,), attachments=(rules,)))
    assert len(records.drafts) == 4
    for draft in records.drafts:
        unknown = {key for key, value in draft.data.items() if value == "待补"}
        assert unknown | {"效力级别"} <= set(doubted(draft))


def test_an_attachment_known_by_its_title_alone_has_no_record(taken: Import) -> None:
    records = taken(notice(attachments=(Attachment("a", 1, "申报表", ()),)))
    assert first(records).data["附件"] == [{"标题": "申报表"}]
    assert len(records.drafts) == 1


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("根据《某办法》（财综〔2020〕1号），现就有关事项通知如下。", "依据"),
        ("按照《某规定》和《某办法》（财综〔2020〕1号）要求，通知如下。", "依据"),
        ("为贯彻落实《某办法》（财综〔2020〕1号），现通知如下。", "贯彻落实"),
        ("现将《某办法》（财综〔2020〕1号）印发给你们。", "印发"),
        ("自发布之日起，《某办法》（财综〔2020〕1号）同时废止。", "废止"),
        ("对《某办法》（财综〔2020〕1号）作如下修改。", "修改"),
        ("你厅《关于某事的请示》（财综〔2020〕1号）收悉。", "答复"),
        ("去年已下发《某办法》（财综〔2020〕1号）。", "引用"),
    ],
)
def test_how_a_text_is_cited_tells_the_relation(taken: Import, sentence: str, kind: str) -> None:
    relations = first(taken(notice(body=(paragraph(sentence),)))).data["关系"]
    assert {one["目标"]: one["类型"] for one in relations}["财综2020-1号"] == kind


def test_outside_the_opening_a_basis_is_only_cited(taken: Import) -> None:
    body = (
        paragraph("通知如下。"),
        heading("一、", "总则"),
        paragraph("根据《某办法》（财综〔2020〕1号）办理。"),
    )
    (relation,) = first(taken(notice(body=body))).data["关系"]
    assert relation == {"类型": "引用", "目标": "财综2020-1号", "锚": "一"}


def test_one_stub_is_made_for_all_citations_of_a_text(taken: Import) -> None:
    body = (
        paragraph("根据《某办法》（财综〔2020〕1号），通知如下。"),
        heading("一、", "总则"),
        paragraph("按《某办法》执行，填写《某申报表》，见《人民日报》。"),
    )
    records = taken(notice(body=body))
    stubs = [draft for draft in records.drafts if draft.data["文本"] == "存根"]
    assert [stub.id for stub in stubs] == ["财综2020-1号"]
    assert stubs[0].data["发文机关"] == ["财政部"]
    assert stubs[0].data["地区"] == "全国"
    assert len(first(records).data["关系"]) == 2


def test_a_text_of_the_library_is_related_and_not_stubbed(taken: Import, library: Library) -> None:
    body = (paragraph("根据《政府购买服务管理办法》（财政部令第102号），通知如下。"),)
    records = taken(notice(body=body), known=library)
    assert first(records).data["关系"] == [{"类型": "依据", "目标": "财政部令102号", "锚": "正文"}]
    assert len(records.drafts) == 1


def test_the_day_from_which_a_text_holds_is_taken(taken: Import) -> None:
    body = (paragraph("本通知自2024年7月1日起施行。"),)
    assert first(taken(notice(body=body))).data["施行日期"] == "2024-07-01"
    two = (paragraph("本通知自2024年7月1日起施行，某办法自2020年1月1日起施行。"),)
    draft = first(taken(notice(body=two)))
    assert draft.data["施行日期"] == "2024-07-01"
    assert "施行日期" not in doubted(draft)


@pytest.mark.parametrize(
    "sentence",
    [
        "自2024年7月1日起施行。",
        "本规定（试行）自2024年7月1日起施行，有效期5年。",
        "本办法有效期5年，自2024年7月1日起施行。",
        "为落实《政府采购法》，制定本办法，自2024年7月1日起施行。",
        "本办法由省财政厅负责解释，自2024年7月1日起施行。",
    ],
)
def test_a_day_said_of_the_text_itself_is_known(taken: Import, sentence: str) -> None:
    draft = first(taken(notice(body=(paragraph(sentence),))))
    assert draft.data["施行日期"] == "2024-07-01"
    assert "施行日期" not in doubted(draft)


@pytest.mark.parametrize(
    "sentence",
    [
        "《政府采购法》自2003年1月1日起施行，现就有关事项通知如下。",
        "自2003年1月1日起施行的《旧办法》同时废止。",
        "《政府采购法》已经修订，自2003年1月1日起施行。",
        "新标准自2003年1月1日起执行，请遵照办理。",
        "本市《项目管理办法》自2003年1月1日起施行。",
    ],
)
def test_a_day_that_may_be_that_of_another_text_is_left_to_a_person(taken: Import, sentence: str) -> None:
    draft = first(taken(notice(body=(paragraph(sentence),))))
    assert "施行日期" not in draft.data
    assert doubted(draft)["施行日期"] == ["2003-01-01"]


def test_two_days_of_the_text_itself_are_both_candidates(taken: Import) -> None:
    body = (paragraph("本通知自2024年7月1日起施行。"), paragraph("本通知自2025年1月1日起施行。"))
    draft = first(taken(notice(body=body)))
    assert "施行日期" not in draft.data
    assert doubted(draft)["施行日期"] == ["2024-07-01", "2025-01-01"]


def test_a_document_without_a_title_is_called_by_its_number(taken: Import) -> None:
    draft = first(taken(notice(title="")))
    assert draft.data["标题"] == "鲁财采〔2024〕3号"
    assert "标题" in doubted(draft)
    unnumbered = first(taken(notice(title="", masthead=Masthead("", ""))))
    assert unnumbered.data["标题"] == "原件.docx"
