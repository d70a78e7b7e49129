"""The parts of a document, wherever and in whatever form they stand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.document import DocumentFormat
from generator.recognition import recognise
from generator.recognition.facts import LineFacts, RuleFacts
from generator.recognition.roles import Role
from tests.inspection.facts_builder import box, build, table, with_paragraph, without_styles
from tests.inspection.recognised import HEAD, TEXT, role_of, roles_of, typed


def test_a_title_may_be_broken_into_paragraphs() -> None:
    lines = ("濮阳市财政局", "关于转发《河南省财政厅关于做好有关工作", "的通知》的通知（试行）")
    for known in (
        typed(*HEAD[:2], *lines, *HEAD[3:]),
        recognise(
            without_styles(build("普通│濮财综〔2017〕8号", *(f"公文标题│{one}" for one in lines), TEXT))
        ),
    ):
        assert [one.text for one in known.of(Role.TITLE)] == list(lines)
        assert known.parts[0].genre == "通知"


def test_a_joint_mark_may_stand_in_a_table_or_a_text_box() -> None:
    stack = table(("发文机关标志│濮阳市财政局", "发文机关标志│文件"), ("发文机关标志│濮阳市民政局", ""))
    rest = [f"普通│{one}" for one in HEAD[1:]]
    for facts in (build(stack, *rest), build(box(stack), *rest)):
        known = recognise(without_styles(facts))
        assert [one.text for one in known.of(Role.MARK)] == ["濮阳市财政局", "文件", "濮阳市民政局"]
        assert known.parts[0].format is DocumentFormat.ORDINARY


def test_several_issuers_may_stand_in_lines_or_in_a_table() -> None:
    lines = typed(*HEAD, "濮阳市财政局", "濮阳市民政局", "2017年6月9日")
    cells = typed(*HEAD, table(("普通│濮阳市财政局", "普通│濮阳市民政局"), ("普通│", "普通│2017年6月9日")))
    for known in (lines, cells):
        assert roles_of(known)[-3:] == ["发文机关署名", "发文机关署名", "成文日期"]


def test_an_order_is_signed_by_an_official() -> None:
    known = typed("濮阳市人民政府令", "第 5 号", TEXT, "市  长  王某某", "2024年3月5日")
    assert roles_of(known) == ["发文机关标志", "发文字号", "正文", "签发人职务", "成文日期"]
    assert known.parts[0].format is DocumentFormat.ORDER


def test_minutes_name_who_attended() -> None:
    known = typed(
        "濮阳市人民政府常务会议纪要",
        "〔2024〕3号",
        "濮阳市人民政府办公室    2024年3月1日",
        TEXT,
        "出 席：张某某  李某某",
        "        王某某  赵某某",
        "请假：钱某某",
        "列席人员：孙某某",
    )
    assert roles_of(known) == ["发文机关标志", "发文字号", "其他", "正文", *["出席人员"] * 4]
    assert known.parts[0].format is DocumentFormat.MINUTES


def test_only_minutes_have_an_attendance() -> None:
    assert role_of(typed(*HEAD, "参加人员：各县区财政局分管负责人"), "参加人员：各县区财政局分管负责人") is (
        Role.OTHER
    )


def test_a_letter_is_known_by_its_double_rule_or_its_first_page() -> None:
    head = ("发文机关标志│濮阳市财政局", "发文字号│濮财购〔2024〕3号", "公文标题│关于做好工作的通知", TEXT)
    double = RuleFacts("thickThinSmallGap", Decimal("2.25"), "FF0000")
    drawn = LineFacts(1, double, None, None)
    assert recognise(build(*head)).parts[0].format is DocumentFormat.ORDINARY
    for facts in (
        with_paragraph(build(*head), 1, rule_below=double),
        replace(build(*head), lines=(drawn,)),
        build(*head, title_page=True),
    ):
        assert recognise(facts).parts[0].format is DocumentFormat.LETTER


def test_a_mark_in_red_needs_no_number() -> None:
    head = ("发文机关标志│濮阳市财政局", "公文标题│关于做好工作的通知", "普通│各县区：", TEXT)
    known = recognise(without_styles(build(*head)))
    assert roles_of(known) == ["发文机关标志", "标题", "主送机关", "正文"]


def test_a_red_rule_is_a_border_or_a_drawn_line() -> None:
    head = ("普通│濮阳市财政局文件", "普通│濮财综〔2017〕8号", "普通│", *(f"普通│{one}" for one in HEAD[2:]))
    red = RuleFacts("single", Decimal("1.5"), "FF0000")
    black = RuleFacts("single", Decimal("1.5"), "000000")
    facts = build(*head)
    assert recognise(with_paragraph(facts, 3, rule_below=red)).role(3) is Role.RED_RULE
    assert recognise(with_paragraph(facts, 3, rule_below=black)).role(3) is Role.BLANK
    assert recognise(replace(facts, lines=(LineFacts(3, red, 0, 0),))).role(3) is Role.RED_RULE


def test_notes_of_attachments_may_be_a_list_below_their_label() -> None:
    known = typed(*HEAD, "附件：", "1.项目统计表", "2.联系点名单", "濮阳市财政局", "2017年6月9日")
    assert roles_of(known)[5:] == [*["附件说明"] * 3, "发文机关署名", "成文日期"]


def test_an_attachment_without_its_label_is_known_by_its_name_in_the_note() -> None:
    known = typed(
        *(*HEAD, "附件：1.统计表", "2.名单", "濮阳市财政局", "2017年6月9日"),
        *("附件1", "统计表", TEXT, "名单", TEXT),
    )
    assert roles_of(known)[9:] == ["附件标识", "附件标题", "正文", "附件标题", "正文"]


@pytest.mark.parametrize("note", ["（此件公开发布）", "(此件公开发布)", "联系人：张某，电话：0393-0000000"])
def test_a_note_stands_below_the_date_with_brackets_or_without(note: str) -> None:
    assert role_of(typed(*HEAD, "濮阳市财政局", "2017年6月9日", note), note) is Role.NOTE
    assert role_of(typed(*HEAD, note, "濮阳市财政局", "2017年6月9日"), note) is not Role.NOTE


def test_an_imprint_may_stand_in_lines_in_a_table_or_in_a_box() -> None:
    copies = "抄送：市委办公室，市人大常委会办公室。"
    printed = ("濮阳市财政局办公室", "2017年6月9日印发")
    roles = ["抄送机关", "印发机关和印发日期", "印发机关和印发日期"]
    cells = table((f"普通│{copies}", ""), (f"普通│{printed[0]}", f"普通│{printed[1]}"))
    for known in (typed(*HEAD, copies, *printed), typed(*HEAD, cells), typed(*HEAD, box(cells))):
        assert roles_of(known)[5:] == roles


def test_an_imprint_holds_those_addressed_and_the_number_of_copies() -> None:
    lines = ("主送：各县区。", "抄送：市委办公室，", "市审计局。", "市财政局办公室  2017.6.9印发", "共印50份")
    assert roles_of(typed(*HEAD, *lines))[5:] == [
        *["抄送机关"] * 3,
        "印发机关和印发日期",
        "版记其他要素",
    ]


def test_the_option_of_disclosure_needs_no_imprint() -> None:
    option = "信息公开选项：主动公开"
    assert role_of(typed(*HEAD, option), option) is Role.DISCLOSURE
    assert role_of(typed(*HEAD, "濮阳市财政局", "2017年6月9日", option), option) is Role.DISCLOSURE


def test_documents_one_after_another_are_not_within_each_other() -> None:
    known = typed(*HEAD, "濮阳市财政局", "2017年6月9日", *HEAD, "濮阳市财政局", "2017年6月10日")
    assert [(part.first, part.last, part.enclosed) for part in known.parts] == [(1, 7, False), (8, 14, False)]


def test_what_comes_after_an_enclosed_document_belongs_to_the_outer_one() -> None:
    inner = ("河南省财政厅文件", "豫财综〔2017〕41号", "关于报送情况的通知", "各市财政局：", TEXT)
    known = typed(
        *("濮阳市财政局文件", "濮财综〔2017〕8号", "关于转发有关文件的通知", "各县区财政局：", TEXT),
        *("附件：1.关于报送情况的通知", "2.名单", "濮阳市财政局", "2017年6月9日"),
        *(*inner, "河南省财政厅办公室", "2017年5月2日印发"),
        *("附件2", "名单", TEXT),
        *("濮阳市财政局办公室", "2017年6月9日印发"),
    )
    assert [(part.first, part.last, part.enclosed) for part in known.parts] == [
        (1, 21, False),
        (10, 16, True),
    ]
    assert [one.text for one in known.of(Role.ATTACHMENT_LABEL, part=known.parts[0])] == ["附件2"]


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("关于做好工作的通知", "通知"),
        ("关于印发办法的通知（征求意见稿）", "通知"),
        ("关于加快改革的实施意见(试行)", "意见"),
        ("濮阳市财政局公告", "公告"),
        ("关于商请支持的函", "函"),
        ("关于同意设立项目的批复", "批复"),
        ("濮阳市政府购买服务管理办法", ""),
    ],
)
def test_the_genre_is_what_a_title_ends_with(title: str, genre: str) -> None:
    known = typed(*HEAD[:2], title, *HEAD[3:])
    assert known.parts[0].genre == genre
    assert role_of(known, title) is Role.TITLE


def test_a_document_for_paper_with_a_head_begins_with_its_title() -> None:
    known = typed(*HEAD[2:], "濮阳市财政局", "2017年6月9日")
    assert roles_of(known) == ["标题", "主送机关", "正文", "发文机关署名", "成文日期"]
    assert [(part.format, part.genre) for part in known.parts] == [(DocumentFormat.ORDINARY, "通知")]


def test_a_document_whose_mark_is_a_picture_begins_with_its_number() -> None:
    known = typed(*HEAD[1:], "濮阳市财政局", "2017年6月9日")
    assert roles_of(known)[:3] == ["发文字号", "标题", "主送机关"]
    assert len(known.parts) == 1


def test_a_number_below_the_title_as_web_pages_have_it_is_no_head() -> None:
    known = typed(HEAD[2], HEAD[1], *HEAD[3:], "濮阳市财政局", "2017年6月9日")
    assert roles_of(known) == ["标题", "其他", "主送机关", "正文", "发文机关署名", "成文日期"]


def test_a_text_box_between_head_and_title_hides_neither() -> None:
    known = typed(*HEAD[:2], box("普通│内部资料"), *HEAD[2:])
    assert roles_of(known) == ["发文机关标志", "发文字号", "其他", "标题", "主送机关", "正文"]


def test_a_title_without_genre_stands_below_a_head_only() -> None:
    for mark, role in (("濮阳市财政局文件", Role.TITLE), ("濮阳市财政工作", Role.OTHER)):
        known = typed(mark, HEAD[1], "做好政府购买服务工作", TEXT)
        assert role_of(known, "做好政府购买服务工作") is role


@pytest.mark.parametrize(
    "signature",
    [
        ("　　　　　　　濮阳市财政局", "　　　　　　　2017年6月9日"),
        ("濮阳市财政局    濮阳市民政局", "2017年6月9日"),
    ],
)
def test_a_signature_may_be_placed_by_spaces(signature: tuple[str, str]) -> None:
    assert roles_of(typed(*HEAD, *signature))[-2:] == ["发文机关署名", "成文日期"]


def test_a_date_in_the_text_is_no_date_of_the_document() -> None:
    known = typed(*HEAD, "2017年6月9日", TEXT, TEXT)
    assert role_of(known, "2017年6月9日") is Role.OTHER


def test_what_a_notice_issues_may_follow_its_date_without_a_label() -> None:
    issued = ("濮阳市政府购买服务实施方案", TEXT, "一、总体要求", "（市财政局牵头）", TEXT)
    known = typed(*HEAD, "濮阳市财政局", "2017年6月9日", "（此件公开发布）", *issued)
    closing = ["发文机关署名", "成文日期", "附注"]
    assert roles_of(known)[5:] == [*closing, "其他", "正文", "一级标题", "其他", "正文"]


def test_a_signature_within_an_attachment_is_not_that_of_the_document() -> None:
    known = typed(*HEAD, "附件：方案", "附件", "方案", TEXT, "濮阳市财政局", "2017年6月9日")
    assert known.of(Role.ISSUER, Role.DATE) == ()
