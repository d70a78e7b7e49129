"""公文 in plain text as trees: heads, levels, attachments, enclosed documents, closings, and doubts."""

from __future__ import annotations

from datetime import date

import pytest

from generator.document import (
    Attendance,
    DocumentFormat,
    Imprint,
    JointMark,
    OfficialDocument,
    RowKind,
    Signature,
    SignatureMode,
    Table,
    enclosed,
)
from tests.recognition.samples import (
    CHAIN,
    CIRCULAR,
    ISSUED,
    JOINTLY,
    LETTER,
    MINUTES,
    NOTICE,
    ORDER,
    PUBLIC_NOTICE,
)
from tests.recognition.texts import contents_of, doubted, official, only, outline


def test_spaces_in_the_head_are_no_part_of_its_words() -> None:
    head = official(NOTICE).masthead
    assert (head.mark, head.number) == ("某市财政局文件", "某财办〔2024〕8号")
    assert head.signers == ("王某", "李某某")


def test_a_title_on_two_lines_is_one_title() -> None:
    tree = official(NOTICE)
    assert tree.title == "某市财政局关于做好政府购买服务信息公开工作的通知"
    assert tree.title_lines == ("某市财政局关于做好政府购买服务", "信息公开工作的通知")


def test_levels_and_leads_are_kept() -> None:
    assert outline(official(NOTICE).body) == [
        "为规范信息公开，",
        "1│一、│明确范围",
        "2│（一）│公开目录。→指导性目录应",
        "2│（二）│公开预算。→预算批复后公",
        "3│1.│年度预算",
        "预算应当在二十日",
        "1│二、│落实责任",
        "各单位要按时报送",
    ]


def test_a_signature_on_one_line_with_its_date_is_told() -> None:
    tree = official(NOTICE)
    assert tree.signature == Signature(("某市财政局",), date(2024, 3, 18), SignatureMode.NO_SEAL)
    assert tree.note == "联系人：张某，电话：0000-1234567"
    assert tree.disclosure == "信息公开选项：主动公开"


def test_the_imprint_keeps_its_groups() -> None:
    assert official(NOTICE).imprint == Imprint(
        "某市财政局办公室", date(2024, 3, 19), ("市人大常委会办公室", "市政协办公室、市审计局")
    )


def test_an_attachment_without_label_is_found_by_its_title() -> None:
    attachments = official(NOTICE).attachments
    assert [(one.number, one.title) for one in attachments] == [(1, "信息公开统计表"), (2, "联系点名单")]
    assert outline(attachments[1].content if isinstance(attachments[1].content, tuple) else ()) == [
        "甲区、乙区。"
    ]


def test_a_table_has_its_spans_head_and_total() -> None:
    content = official(NOTICE).attachments[0].content
    assert isinstance(content, tuple)
    table = content[0]
    assert isinstance(table, Table)
    assert table.note == "单位：万元"
    spans = [[(cell.text, cell.columns, cell.rows) for cell in row.cells] for row in table.head]
    assert spans[0] == [("项目", 1, 2), ("2022年", 2, 1), ("2023年", 2, 1)]
    assert [cell.text for cell in table.head[1].cells] == ["数量", "金额", "数量", "金额"]
    assert [row.kind for row in table.rows] == [RowKind.DATA, RowKind.TOTAL]


def test_three_levels_nest_and_each_has_its_own_imprint() -> None:
    chain = list(enclosed(official(CHAIN)))
    assert [one.masthead.number for one in chain] == [
        "某区财〔2024〕5号",
        "某市财〔2024〕4号",
        "某省财〔2024〕3号",
    ]
    printers = [one.imprint.printer if one.imprint else "" for one in chain]
    assert printers == ["", "某市财政局办公室", "某省财政厅办公室"]
    assert [one.disclosure for one in chain] == ["", "信息公开选项：依申请公开", "信息公开选项：主动公开"]
    innermost = chain[2].attachments[0].content
    assert isinstance(innermost, tuple)
    assert outline(innermost) == ["表1+1×2"]


def test_a_chain_that_never_ends_is_cut_without_losing_anything() -> None:
    head = "某市财政局文件\n某财〔2024〕{n}号\n关于转发某某通知的通知\n各单位：\n"
    link = head + "现转发给你们。\n附件：某某通知\n"
    texts = contents_of("".join(link.format(n=n) for n in range(1, 61))).texts
    trees = [text.tree for text in texts if isinstance(text.tree, OfficialDocument)]
    found = [one for tree in trees for one in enclosed(tree)]
    assert sorted(int(one.masthead.number[8:-1]) for one in found) == list(range(1, 61))


def test_what_a_notice_issues_is_its_attachment() -> None:
    tree = official(ISSUED)
    assert (tree.genre, tree.masthead.number, tree.note) == ("通知", "某政办〔2024〕6号", "此件公开发布")
    (issued,) = tree.attachments
    assert (issued.number, issued.title) == (None, "某市购买服务办法")
    assert isinstance(issued.content, tuple)
    assert outline(issued.content) == [
        "（2024年4月",
        "1│第一章│总则",
        "1│第一条│→为规范购买服",
        "1│第二条│→本办法所称购",
        "（一）行政机关；",
        "（二）其他单位。",
        "第三条规定的单位",
        "1│第二章│程序",
        "1│第三条│→购买主体应当",
        "没有预算的，不得",
        "1│第四条│→本办法自公布",
    ]


def test_attachments_of_what_is_issued_stand_behind_it() -> None:
    text = ISSUED + "附件：申报表\n附件\n申报表\n单位 | 项目\n甲 | 乙\n"
    assert [one.title for one in official(text).attachments] == ["某市购买服务办法", "申报表"]


def test_a_list_of_contents_is_not_doubled() -> None:
    assert contents_of(ISSUED).unplaced == (10, 11, 12)


def test_an_order_with_mark_and_number_on_one_line() -> None:
    tree = official(ORDER)
    assert (tree.format, tree.masthead.mark, tree.masthead.number) == (
        DocumentFormat.ORDER,
        "某某部令",
        "第5号",
    )
    assert tree.title == "某某部令第5号"
    assert tree.signature is not None
    assert tree.signature.officials == ("部长　张某某",)
    assert [one.title for one in tree.attachments] == ["某某管理办法"]


def test_minutes_have_attendance_and_who_issued_them() -> None:
    tree = official(MINUTES)
    assert (tree.format, tree.masthead.number) == (DocumentFormat.MINUTES, "第3期")
    assert tree.attendance == (Attendance("出席", ("赵某", "钱某", "孙某")), Attendance("列席", ("李某",)))
    assert tree.signature is not None
    assert tree.signature.date == date(2024, 2, 3)
    assert outline(tree.body) == ["2024年2月1", "1│一、│关于目录", "会议同意目录。"]


def test_a_letter_and_a_date_in_chinese_numerals() -> None:
    tree = official(LETTER)
    assert (tree.format, tree.genre) == (DocumentFormat.LETTER, "函")
    assert tree.signature is not None
    assert tree.signature.date == date(2024, 1, 5)
    assert doubted(LETTER) == {"成文日期": ("2024-01-05",)}


def test_a_public_notice_with_its_title_in_the_mark() -> None:
    tree = official(PUBLIC_NOTICE)
    assert (tree.masthead.mark, tree.masthead.number) == ("某某总局公告", "2024年第26号")
    assert (tree.genre, tree.title) == ("公告", "关于简化手续的公告")
    assert contents_of(PUBLIC_NOTICE).unplaced == (2,)


def test_a_circular_without_mark_leaves_its_issuer_open() -> None:
    tree = official(CIRCULAR)
    assert (tree.genre, tree.masthead.mark) == ("通报", "")
    assert doubted(CIRCULAR) == {"文号": (), "发文机关": ("某市人民政府",)}


def test_two_bodies_and_two_attachments_on_one_line() -> None:
    tree = official(JOINTLY)
    assert tree.signature is not None
    assert tree.signature.issuers == ("某省财政厅", "某省民政厅")
    assert [(one.number, one.title) for one in tree.attachments] == [(1, "某省购买服务目录"), (2, "申报表")]
    assert all(one.content for one in tree.attachments)
    assert doubted(JOINTLY) == {"发文机关": ("某省财政厅", "某省民政厅")}


def test_a_mark_of_another_body_than_the_signature_is_doubted() -> None:
    text = NOTICE.replace("某市财政局 2024 年", "某市财政局办公室 2024 年")
    assert doubted(text) == {"发文机关": ("某市财政局", "某市财政局办公室")}


def test_bodies_side_by_side_are_a_joint_mark() -> None:
    text = NOTICE.replace("某 市 财 政 局 文 件", "某市财政局\n某市民政局\n文件")
    assert official(text).masthead.mark == JointMark(("某市财政局", "某市民政局"))


@pytest.mark.parametrize(
    ("before", "after", "element", "candidates"),
    [
        ("附件：联系点名单", "附件：联系点的名单", "附件标题", ("联系点的名单", "联系点名单")),
        ("附件\n联系点名单\n地区 | 联系点\n甲市 | 乙区\n", "", "附件", ("联系点名单",)),
        ("2024年3月20日", "2024年3月", "成文日期", ()),
        ("关于转发《某省财政厅关于报送信息的通知》的通知", "关于报送信息有关事项", "文种", ()),
    ],
)
def test_what_cannot_be_told_is_doubted(
    before: str, after: str, element: str, candidates: tuple[str, ...]
) -> None:
    assert before in CHAIN
    doubts = [
        doubt.candidates
        for doubt in only(contents_of(CHAIN.replace(before, after))).doubts
        if doubt.element == element
    ]
    assert candidates in doubts


def test_every_block_knows_its_paragraph() -> None:
    tree = official(NOTICE)
    assert [(block.id, block.origin.line if block.origin else 0) for block in tree.body[:2]] == [
        ("p6", 6),
        ("p7", 7),
    ]
