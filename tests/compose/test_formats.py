"""Every 文种 and 版式 from record to tree: mark, number, corner elements, signature, attendance, 版记."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.compose import Audience, Composer, compose_document, compose_policy
from generator.document import Attendance, DocumentFormat, JointMark, OfficialDocument, SignatureMode, Table
from generator.library import load_library
from generator.models.issued import IssuedDocument
from generator.models.policy import Policy

Make = Callable[[Mapping[str, str]], Path]
Compose = Callable[..., OfficialDocument]
USUAL: dict[str, Any] = {
    "类别": "公文",
    "编号": "文",
    "文种": "通知",
    "行文方向": "下行",
    "标题": "关于做好工作的通知",
    "发文机关": ["濮阳市财政局"],
    "文号": "濮财综〔2017〕8号",
    "主送": ["各县财政局"],
    "成文日期": "2017-06-09",
}
STATISTICS = """\
类别: 统计表
编号: 表
名称: 项目统计表
填报单位: 某县财政局
地区: 某省某县
期间: 2016年
行名: 类别
列组: [{名称: 2016年}]
列组相加: 是
指标: [{名称: 项目, 单位: 个}]
数据: [{行: 甲类, 值: {2016年: {项目: "9"}}}]
"""


@pytest.fixture
def composed(make_library: Make) -> Compose:
    """The tree of a document with these keys; a key with the value None is left out."""

    def compose(audience: Audience = Audience.PRINT, **keys: Any) -> OfficialDocument:
        data = {key: value for key, value in {**USUAL, **keys}.items() if value is not None}
        head = yaml.safe_dump(data, allow_unicode=True, sort_keys=False)
        files = {"documents/文.md": f"---\n{head}---\n\n正文。\n", "cases/表.yaml": STATISTICS}
        library, problems = load_library(make_library(files))
        assert [problem.as_text() for problem in problems] == []
        record = library.find("文", IssuedDocument)
        assert record is not None
        composer = Composer(library, audience)
        tree = compose_document(composer, record)
        assert composer.problems == []
        return tree

    return compose


# --- 版式 and 发文机关标志 --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("genre", "layout", "mark"),
    [
        ("通知", "文件式", "濮阳市财政局文件"),
        ("通报", "文件式", "濮阳市财政局文件"),
        ("报告", "文件式", "濮阳市财政局文件"),
        ("请示", "文件式", "濮阳市财政局文件"),
        ("批复", "文件式", "濮阳市财政局文件"),
        ("意见", "文件式", "濮阳市财政局文件"),
        ("决定", "文件式", "濮阳市财政局文件"),
        ("公告", "文件式", "濮阳市财政局文件"),
        ("通告", "文件式", "濮阳市财政局文件"),
        ("函", "信函式", "濮阳市财政局"),
        ("令", "命令式", "濮阳市财政局令"),
        ("命令", "命令式", "濮阳市财政局命令"),
        ("命令（令）", "命令式", "濮阳市财政局令"),
        ("纪要", "纪要式", "局长办公会议纪要"),
    ],
)
def test_each_genre_takes_its_format_and_mark(composed: Compose, genre: str, layout: str, mark: str) -> None:
    tree = composed(文种=genre, 标题="局长办公会议纪要", 文号=None)
    assert (tree.format.value, str(tree.masthead.mark), tree.genre) == (layout, mark, genre)


def test_a_format_that_is_written_wins(composed: Compose) -> None:
    assert composed(文种="函", 版式="文件式").masthead.mark == "濮阳市财政局文件"
    assert composed(版式="信函式").masthead.mark == "濮阳市财政局"


def test_a_mark_that_is_written_wins(composed: Compose) -> None:
    keys = {"发文机关": ["甲局", "乙局"], "发文机关标志": "某市购买服务领导小组文件"}
    assert composed(**keys).masthead.mark == "某市购买服务领导小组文件"


@pytest.mark.parametrize(
    ("keys", "mark"),
    [
        ({}, JointMark(("甲局", "乙局", "丙局"), "文件")),
        ({"联合行文标志": "主办机关"}, "甲局文件"),
        ({"版式": "信函式"}, "甲局"),
        ({"文种": "令"}, JointMark(("甲局", "乙局", "丙局"), "令")),
    ],
)
def test_joint_documents_stack_their_bodies_or_show_the_lead_one(
    composed: Compose, keys: dict[str, Any], mark: str | JointMark
) -> None:
    tree = composed(发文机关=["甲局", "乙局", "丙局"], **keys)
    assert tree.masthead.mark == mark
    assert tree.signature is not None
    assert tree.signature.issuers == ("甲局", "乙局", "丙局")


# --- number --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "number", "mark"),
    [
        ({"文种": "令", "文号": "濮阳市财政局令第5号"}, "第5号", "濮阳市财政局令"),
        ({"文种": "命令（令）", "文号": "濮阳市财政局命令第5号"}, "第5号", "濮阳市财政局命令"),
        ({"文种": "令", "文号": "濮财令〔2017〕5号"}, "濮财令〔2017〕5号", "濮阳市财政局令"),
        ({"文种": "纪要", "期号": "第3期", "标题": "会议纪要"}, "第3期", "会议纪要"),
        ({"文种": "纪要", "标题": "会议纪要"}, "濮财综〔2017〕8号", "会议纪要"),
        ({}, "濮财综〔2017〕8号", "濮阳市财政局文件"),
        ({"文号": "待补"}, "", "濮阳市财政局文件"),
    ],
)
def test_orders_bear_their_number_and_minutes_their_issue(
    composed: Compose, keys: dict[str, Any], number: str, mark: str
) -> None:
    masthead = composed(**keys).masthead
    assert (masthead.number, masthead.mark) == (number, mark)


def test_corner_elements_come_from_the_record(composed: Compose) -> None:
    head = composed(份号="000001", 密级和保密期限="机密★1年", 紧急程度="特急").masthead
    assert (head.copy_number, head.secrecy, head.urgency) == ("000001", "机密★1年", "特急")
    plain = composed().masthead
    assert (plain.copy_number, plain.secrecy, plain.urgency) == ("", "", "")


def test_signers_stand_in_upward_documents_on_paper_only(composed: Compose) -> None:
    keys = {"签发人": ["甲", "乙"], "文种": "报告"}
    assert composed(行文方向="上行", **keys).masthead.signers == ("甲", "乙")
    assert composed(Audience.SITE, 行文方向="上行", **keys).masthead.signers == ()
    assert composed(行文方向="下行", **keys).masthead.signers == ()


# --- title and 主送 --------------------------------------------------------------------------------


def test_an_order_without_a_title_is_called_by_its_mark_and_number(composed: Compose) -> None:
    tree = composed(文种="令", 标题=None, 文号="濮阳市财政局令第5号")
    assert tree.title == "濮阳市财政局令第5号"
    assert tree.addressees == ""


def test_a_pinned_break_wins(composed: Compose) -> None:
    title = "关于做好政府购买服务改革重点工作的通知"
    lines = ("关于做好政府购买服务改革", "重点工作的通知")
    assert composed(标题=title, 标题分行=list(lines)).title_lines == lines


def test_classes_of_addressees_stand_apart(composed: Compose) -> None:
    assert composed(主送=["各县财政局", "市直各单位"]).addressees == "各县财政局，市直各单位："


# --- signature --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("keys", "mode"),
    [
        ({}, SignatureMode.NO_SEAL),
        ({"署名方式": "加盖印章"}, SignatureMode.SEAL),
        ({"文种": "令"}, SignatureMode.STAMP),
        ({"文种": "议案"}, SignatureMode.STAMP),
        ({"文种": "令", "署名方式": "加盖印章"}, SignatureMode.SEAL),
    ],
)
def test_the_genre_says_how_a_document_is_signed_unless_it_says_so_itself(
    composed: Compose, keys: dict[str, Any], mode: SignatureMode
) -> None:
    signature = composed(**keys).signature
    assert signature is not None
    assert (signature.mode, signature.date) == (mode, date(2017, 6, 9))


def test_officials_stand_beside_a_stamp_only(composed: Compose) -> None:
    stamped = composed(文种="令", 签署人职务=["局长"]).signature
    plain = composed(签署人职务=["局长"]).signature
    assert stamped is not None
    assert plain is not None
    assert (stamped.officials, plain.officials) == (("局长",), ())


def test_a_date_to_be_filled_in_keeps_the_place_of_the_signature(composed: Compose) -> None:
    waiting = composed(成文日期="待补").signature
    assert waiting is not None
    assert waiting.date is None
    assert composed(成文日期="原文未写").signature is None


# --- minutes --------------------------------------------------------------------------------


def test_minutes_name_who_was_there_and_bear_no_signature(composed: Compose) -> None:
    keys = {"文种": "纪要", "标题": "会议纪要", "出席": ["甲", "乙"], "列席": ["丙"], "主送": None}
    tree = composed(**keys)
    assert tree.attendance == (Attendance("出席", ("甲", "乙")), Attendance("列席", ("丙",)))
    assert tree.signature is None
    assert composed(Audience.SITE, **keys).attendance == ()


def test_other_documents_name_nobody(composed: Compose) -> None:
    assert composed(出席=["甲"]).attendance == ()


# --- 版记, 附件 --------------------------------------------------------------------------------


def test_the_imprint_holds_copies_printer_day_and_number_of_copies(composed: Compose) -> None:
    keys = {"抄送": ["市审计局"], "印发机关": "办公室", "印发日期": "2017-06-10", "印数": "共印50份"}
    imprint = composed(**keys).imprint
    assert imprint is not None
    assert (imprint.copies_to, imprint.printer) == (("市审计局",), "办公室")
    assert (imprint.printed_on, imprint.others) == (date(2017, 6, 10), ("共印50份",))
    assert composed().imprint is None


def test_the_imprint_of_a_letter_names_neither_printer_nor_day(composed: Compose) -> None:
    keys = {"文种": "函", "印发机关": "办公室", "印发日期": "2017-06-10"}
    assert composed(**keys).imprint is None
    imprint = composed(抄送=["市审计局"], **keys).imprint
    assert imprint is not None
    assert (imprint.copies_to, imprint.printer, imprint.printed_on) == (("市审计局",), "", None)


@pytest.mark.parametrize(("sideways", "expected"), [("是", True), ("否", False)])
def test_an_attachment_is_laid_sideways_on_request(composed: Compose, sideways: str, expected: bool) -> None:
    (attachment,) = composed(附件=[{"记录": "表", "横排": sideways}]).attachments
    assert not isinstance(attachment.content, OfficialDocument)
    (table,) = attachment.content
    assert isinstance(table, Table)
    assert table.sideways is expected


def test_an_option_that_is_not_decided_is_not_printed(composed: Compose) -> None:
    assert composed(公开属性="待定").disclosure == ""
    assert composed(公开属性="主动公开").disclosure == "信息公开选项：主动公开"


def test_a_contact_without_a_phone_is_named_alone(composed: Compose) -> None:
    contacts = [{"姓名": "张三", "电话": "123"}, {"姓名": "李四"}]
    assert composed(联系人=contacts).note == "联系人：张三，电话：123；联系人：李四"


# --- policies --------------------------------------------------------------------------------


def test_a_policy_is_composed_as_an_ordinary_document(make_library: Make) -> None:
    head = "类别: 政策\n编号: 令\n标题: 政府购买服务管理办法\n文种: 令\n发文机关: [财政部]\n"
    rest = "文号: 财政部令第102号\n效力级别: 部门规章\n地区: 全国\n时效: 现行有效\n文本: 存根\n"
    library, problems = load_library(make_library({"policies/令.md": f"---\n{head}{rest}---\n"}))
    assert problems == ()
    policy = library.find("令", Policy)
    assert policy is not None
    tree = compose_policy(Composer(library), policy)
    assert (tree.format, tree.masthead.number) == (DocumentFormat.ORDINARY, "财政部令第102号")
