"""What a notice or an order issues, and where number and date stand when nobody has signed."""

from __future__ import annotations

from datetime import date

import pytest

from generator.document import OfficialDocument
from generator.recognition import recognise
from generator.recognition.plain import plain_facts
from generator.recognition.roles import HeadingKind
from tests.recognition.texts import contents_of, doubted, lines_from, official, only

RULES = "某市政务平台管理细则"
ALSO = "某市数据共享管理细则"
BODY = """第一条 为规范平台管理，制定本细则。
第二条 平台由市政府办公室负责管理。"""
NOTICE = f"""某市人民政府办公室关于印发《{RULES}》等两个文件的通知
某政办发〔2019〕29号
各县（市、区）人民政府：
现将《{RULES}》《{ALSO}》印发给你们，请遵照执行。
某市人民政府办公室
2019年11月29日
{RULES}
{BODY}
{ALSO}
{BODY}"""


def titles(document: OfficialDocument) -> list[str]:
    return [attachment.title for attachment in document.attachments]


def test_each_text_that_a_notice_issues_is_an_attachment_of_its_own() -> None:
    document = official(NOTICE)
    assert titles(document) == [RULES, ALSO]
    assert [len(one.content) for one in document.attachments if isinstance(one.content, tuple)] == [2, 2]


def test_a_date_without_signature_above_the_issued_text_closes_the_notice() -> None:
    text = f"""关于印发《{RULES}》的通知
某政发〔2003〕37号
市政府各部门：
现将《{RULES}》印发给你们，请遵照执行。
二OO三年十二月四日
{RULES}
为规范平台管理，特制定本细则。
一、总体要求
平台管理应当坚持统一规划。"""
    document = official(text)
    assert document.signature is not None
    assert document.signature.date == date(2003, 12, 4)
    assert titles(document) == [RULES]


def test_a_date_alone_within_a_text_that_issues_nothing_closes_nothing() -> None:
    text = """关于某市防汛工作情况的通报
某政发〔2003〕37号
市政府各部门：
现将有关情况通报如下。
2003年7月4日
当日全市普降大雨，各部门迅速响应。
特此通报。
某市人民政府
2003年8月1日"""
    signature = official(text).signature
    assert signature is not None
    assert signature.date == date(2003, 8, 1)


def test_regulations_below_an_order_are_called_as_the_order_calls_them() -> None:
    text = f"""某市人民政府令
第12号
现发布《{RULES}》，自发布之日起施行。
市长 王某
1997年8月3日
第一章 总则
{BODY}"""
    document = official(text)
    assert document.title == "某市人民政府令第12号"
    assert titles(document) == [RULES]


@pytest.mark.parametrize(
    "opening",
    [
        "某市人民政府关于加强管理的通知（某政发〔2017〕2号）",
        "某市人民政府关于加强管理的通知\n（某政发〔2017〕2号）",
        "某市人民政府关于加强管理的通知\n( 某政发〔2017〕2号 )",
    ],
)
def test_a_number_in_brackets_behind_or_below_a_title_is_the_number(opening: str) -> None:
    document = official(f"{opening}\n各单位：\n现就加强管理通知如下。\n某市人民政府\n2017年1月10日")
    assert document.title == "某市人民政府关于加强管理的通知"
    assert document.masthead.number == "某政发〔2017〕2号"
    assert document.masthead.signers == ()


def test_the_number_of_an_order_counts_below_the_mark_of_a_document() -> None:
    document = official(
        "中华人民共和国某某部文件\n中华人民共和国某某部令第2号\n"
        "某某奖励办法\n"
        "第一条 为了奖励，制定本办法。\n第二条 本办法自公布之日起施行。"
    )
    assert document.masthead.number == "中华人民共和国某某部令第2号"
    assert document.title == "某某奖励办法"


def test_the_table_of_the_index_number_gives_what_the_text_lacks() -> None:
    text = """索引号\t001-7\t分类\t政务
发布机构\t某市人民政府办公室\t发文日期\t2019-11-29
文号\t某政办发〔2019〕29号\t有效性\t有效
某市人民政府办公室关于加强管理的通知
各单位：
现就加强管理通知如下。请认真执行。"""
    said = doubted(text)
    assert said["文号"] == ("某政办发〔2019〕29号",)
    assert said["成文日期"] == ("2019-11-29",)


def test_one_short_first_sentence_among_items_is_no_heading() -> None:
    items = (
        "一、联席会议是为了协商办理涉及多个部门职责的事项而建立的一种工作机制，各成员单位按照共同商定的制度及时沟通情况。",
        "二、建立联席会议均须正式履行报批手续，由牵头部门请示，明确名称、召集人、牵头单位、成员单位和工作任务等事项。",
        "三、联席会议不刻制印章，也不正式行文。如需正式行文，可以使用牵头部门的印章。",
    )
    facts = plain_facts("样.txt", lines_from("某市关于联席会议的通知\n各单位：\n" + "\n".join(items)))
    assert {heading.kind for heading in recognise(facts).headings} == {HeadingKind.ITEM}


def test_headings_that_all_run_in_stay_headings() -> None:
    items = "一、提高认识。各单位要提高认识。\n二、加强领导。各单位要加强领导。"
    facts = plain_facts("样.txt", lines_from(f"某市关于联席会议的通知\n各单位：\n{items}"))
    assert {heading.kind for heading in recognise(facts).headings} == {HeadingKind.RUN_IN}


def test_who_gets_the_minutes_stands_below_who_attended_and_is_no_text() -> None:
    text = """某市财政局局长办公会议纪要
〔2021〕第5期
某市财政局办公室 2021年3月12日
3月10日，局长张某主持召开会议，研究有关工作。
一、会议同意安排资金320万元。
二、会议决定修订目录。
出席：张某、李某
请假：孙某
分送：局领导，各科室。"""
    document = official(text)
    assert document.imprint is not None
    assert document.imprint.others == ("分送：局领导，各科室。",)
    assert [one.label for one in document.attendance] == ["出席", "请假"]


def test_the_body_above_the_title_of_rules_is_a_candidate_and_no_title() -> None:
    text = f"某省人民政府\n某省采购管理办法\n（1998年11月17日发布）\n{BODY}"
    assert only(contents_of(text)).tree.title == "某省采购管理办法"
    assert doubted(text)["发文机关"] == ("某省人民政府",)
