"""Every format as it is written: templates, corner lines, signers, joint marks, enclosed documents."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from lxml import etree

from generator.document import (
    Attachment,
    Attendance,
    DocumentFormat,
    JointMark,
    Masthead,
    OfficialDocument,
    enclosed,
)
from generator.ooxml.package import pack
from generator.problems import LibraryError
from generator.standard import Standard, TemplateKind, gbt9704
from generator.word import kind_for, load_template, make_template, standard_template, write_document
from generator.word.head import matched, urgency_words
from generator.word.maker import template_parts
from generator.word.mark import mark_height, mark_step
from generator.word.pen import Pen
from tests.word import samples, samples_formats
from tests.word.reading import W, Written, words_of

OFFICIAL = [kind for kind in TemplateKind if kind.official]

CHAINS = ["filechain", "letterchain", "orderchain", "minuteschain"]


def write(document: OfficialDocument) -> Written:
    return Written(write_document(document, standard_template(kind_for(document.format))))


def with_head(head: Masthead) -> OfficialDocument:
    return replace(samples.plain_text(), masthead=head)


def refused(document: OfficialDocument) -> list[str]:
    with pytest.raises(LibraryError) as caught:
        write(document)
    return [f"{problem.code} {problem.message}" for problem in caught.value.problems]


# --- kinds of templates ---------------------------------------------------------------------------


def test_every_format_has_a_kind_of_template_and_no_two_share_one() -> None:
    assert [kind_for(one) for one in DocumentFormat] == OFFICIAL


@pytest.mark.parametrize("document_format", list(DocumentFormat))
def test_a_document_is_refused_by_a_template_of_every_other_kind(document_format: DocumentFormat) -> None:
    document = replace(samples.plain_text(), format=document_format)
    for kind in TemplateKind:
        if kind is not kind_for(document_format):
            with pytest.raises(LibraryError, match="WORD008"):
                write_document(document, standard_template(kind))


def test_a_template_is_known_by_the_slot_of_its_mark() -> None:
    assert [load_template(make_template(kind)).kind for kind in OFFICIAL] == OFFICIAL


def test_the_kinds_share_all_styles_but_those_of_a_letter() -> None:
    names = {kind: set(gbt9704().style_names(kind)) for kind in OFFICIAL}
    assert names[TemplateKind.DOCUMENT] == names[TemplateKind.ORDER] == names[TemplateKind.MINUTES]
    assert names[TemplateKind.LETTER] - names[TemplateKind.DOCUMENT] == {"信函首行", "信函上线", "信函下线"}


# --- 份号, 密级, 紧急程度 -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("copy_number", "secrecy", "urgency", "lines"),
    [
        ("", "", "", ["", "", ""]),
        ("000001", "", "", ["000001", "", ""]),
        ("", "秘密", "", ["", "秘密", ""]),
        ("", "", "加急", ["加急", "", ""]),
        ("000001", "秘密", "", ["000001", "秘密", ""]),
        ("000001", "", "加急", ["000001", "加急", ""]),
        ("", "机密★1年", "加急", ["", "机密★1年", "加急"]),
        ("000001", "绝密★长期", "特急", ["000001", "绝密★长期", "特急"]),
    ],
)
def test_corner_lines_in_every_combination(
    copy_number: str, secrecy: str, urgency: str, lines: list[str]
) -> None:
    head = Masthead("某局文件", "某〔2024〕1号", (), copy_number, secrecy, urgency)
    assert write(with_head(head)).in_style("版头角标") == lines


def test_an_office_may_set_the_two_characters_of_an_urgency_apart() -> None:
    data = gbt9704().data
    gap = data.quantities["紧急程度字间"].model_copy(update={"value": 1})
    changed = Standard(data.model_copy(update={"quantities": {**data.quantities, "紧急程度字间": gap}}))
    head = Masthead("某局文件", "某〔2024〕1号", urgency="特急")
    styles = standard_template(TemplateKind.DOCUMENT).styles
    assert urgency_words(Pen(styles), head) == "特急"
    assert urgency_words(Pen(styles, changed), head) == "特　急"


# --- 签发人 ---------------------------------------------------------------------------------------


def signer_lines(signers: tuple[str, ...], number: str = "某〔2024〕1号") -> list[str]:
    file = write(with_head(Masthead("某局文件", number, signers)))
    return [*file.in_style("上行文发文字号"), *file.in_style("多个签发人")]


@pytest.mark.parametrize(
    ("signers", "lines"),
    [
        ((), []),
        (("张三",), ["某〔2024〕1号\t签发人：张三"]),
        (("张三", "李四"), ["某〔2024〕1号\t签发人：张三\t李四"]),
        (("张某某", "李四"), ["某〔2024〕1号\t签发人：张某某\t李　四"]),
        (("张三", "李四", "王五"), ["\t签发人：张三\t李四", "某〔2024〕1号\t\t王五"]),
        (
            ("张某某", "李四", "王五", "赵六", "孙七"),
            ["\t签发人：张某某\t李　四", "\t\t王　五\t赵　六", "某〔2024〕1号\t\t孙　七"],
        ),
        (("买买提江", "李四"), ["\t签发人：买买提江", "某〔2024〕1号\t\t李　四"]),
    ],
)
def test_signers_stand_two_to_a_line_and_the_number_on_the_last(
    signers: tuple[str, ...], lines: list[str]
) -> None:
    assert signer_lines(signers) == lines


def test_a_long_number_has_the_second_signers_line_for_itself() -> None:
    number = "中共濮阳市委机构编制委员会办公室〔2024〕100号"
    assert signer_lines(("张某某", "李某某"), number) == ["\t签发人：张某某", f"{number}\t\t李某某"]


def test_names_of_two_characters_are_widened_only_beside_longer_ones() -> None:
    assert matched(("张三", "李四")) == ["张三", "李四"]
    assert matched(("欧阳某", "李四")) == ["欧阳某", "李　四"]


# --- 联合行文 -------------------------------------------------------------------------------------


def mark_tables(file: Written) -> list[Any]:
    """Tables in which names of bodies are stacked."""
    return [table for table in file.root.iter(f"{W}tbl") if b"distribute" in etree.tostring(table)]


def cells_of(table: Any) -> list[list[str]]:
    return [[words_of(line) for line in cell.iter(f"{W}p")] for cell in table.iter(f"{W}tc")]


def test_bodies_are_stacked_the_lead_first_and_what_stands_beside_them_comes_once() -> None:
    (table,) = mark_tables(write(samples_formats.joint(3)))
    assert cells_of(table) == [list(samples_formats.BODIES[:3]), ["文件"]]
    assert {one.get(f"{W}val") for one in table.iter(f"{W}vAlign")} == {"center"}
    assert [one.get(f"{W}w") for one in table.iter(f"{W}left") if one.get(f"{W}w")] == ["0"]


def test_bodies_without_anything_beside_them_fill_one_column() -> None:
    mark = JointMark(("甲市财政局", "甲市民政局"), "")
    (table,) = mark_tables(write(with_head(Masthead(mark, "甲财〔2024〕1号"))))
    assert cells_of(table) == [["甲市财政局", "甲市民政局"]]


def test_a_joint_mark_of_one_body_is_a_line() -> None:
    file = write(with_head(Masthead(JointMark(("甲市财政局",)), "甲财〔2024〕1号")))
    assert mark_tables(file) == []
    assert file.in_style("机关标志八字") == ["甲市财政局文件"]


def test_a_letter_of_several_bodies_bears_the_mark_of_the_lead_body() -> None:
    file = write(samples_formats.joint_letter())
    assert mark_tables(file) == []
    assert file.in_style("机关标志十四字") == ["濮阳市人力资源和社会保障局"]


@pytest.mark.parametrize("bodies", range(2, 8))
@pytest.mark.parametrize("characters", [4, 9, 16, 23])
def test_a_stack_stays_inside_the_text_area_and_leaves_room_for_text(bodies: int, characters: int) -> None:
    standard = gbt9704()
    mark = JointMark(("某" * characters,) * bodies)
    step = mark_step(standard, mark)
    assert step is not None
    width = (characters + 3) * float(standard.points(step.size)) * 20 * step.percent / 100
    assert width <= standard.text_width * 0.96
    assert mark_height(standard, mark) <= 3300


@pytest.mark.parametrize(
    ("mark", "message"),
    [
        (JointMark(("某" * 24, "某局")), "WORD012 发文机关标志有 27 字，版心排不下（最多 26 字）。"),
        (JointMark(("某局",) * 8), "WORD012 发文机关标志有 8 个机关，版心排不下（最多 7 个）。"),
        ("某" * 27, "WORD012 发文机关标志有 27 字，版心排不下（最多 26 字）。"),
    ],
)
def test_a_mark_too_long_or_too_high_for_the_page_is_refused(mark: str | JointMark, message: str) -> None:
    assert refused(with_head(Masthead(mark, "某〔2024〕1号"))) == [message]


def test_a_letter_is_not_refused_for_bodies_that_it_does_not_print() -> None:
    head = Masthead(JointMark(("甲市财政局", *("某" * 30,) * 9)), "甲财函〔2024〕1号")
    assert write(replace(samples_formats.joint_letter(), masthead=head)).in_style("机关标志六字")


# --- 信函, 命令, 纪要 -----------------------------------------------------------------------------


def test_the_first_page_of_a_letter_has_a_foot_without_a_number_of_its_own() -> None:
    file = write(samples_formats.letter())
    section = file.root.find(f"{W}body/{W}sectPr")
    assert section.find(f"{W}titlePg") is not None
    kinds = [one.get(f"{W}type") for one in section.findall(f"{W}footerReference")]
    assert kinds == ["default", "even", "first"]
    numbered = [b"PAGE" in file.parts[f"word/footer{number}.xml"] for number in (1, 2, 3)]
    assert numbered == [True, True, False]


def test_the_first_corner_of_a_letter_shares_its_line_with_the_number() -> None:
    file = write(samples_formats.letter())
    assert file.in_style("信函首行") == ["000003\t濮财购函〔2024〕9号"]
    assert file.in_style("版头角标") == ["秘密★1年", "加急"]
    assert write(samples_formats.joint_letter()).in_style("信函首行") == ["\t濮人社函〔2024〕31号"]


def test_minutes_that_are_called_what_their_mark_says_print_it_once() -> None:
    own = samples_formats.minutes()
    assert write(own).in_style("Title") == ["研究政府购买服务\n指导性目录调整工作"]
    same = replace(own, title=str(own.masthead.mark), title_lines=(str(own.masthead.mark),))
    file = write(same)
    assert file.in_style("Title") == []
    assert file.text.count(str(own.masthead.mark)) == 1


def test_an_order_prints_neither_title_nor_red_rule() -> None:
    file = write(samples_formats.order())
    assert file.in_style("Title") == []
    assert file.in_style("版头分隔线") == []
    assert file.in_style("发文字号") == ["第12号"]


def test_attendance_stands_below_the_names_of_attachments_under_one_empty_line() -> None:
    file = write(samples_formats.minutes())
    styles = [style for style, _ in file.paragraphs]
    first = styles.index("出席人员")
    assert styles[first - 2 : first] == ["附件说明", "空行"]
    assert [words[:3] for words in file.in_style("出席人员")] == ["出席：", "请假：", "列席："]
    label = file.element("请假：市审计局陈某").find(f"{W}r/{W}rPr/{W}rStyle")
    assert label.get(f"{W}val") == "黑体字"


@pytest.mark.parametrize(
    ("names", "line"),
    [
        (("甲局张三", "乙局李四"), "出席：甲局张三、乙局李四"),
        (("甲局张三、李四", "乙局王五"), "出席：甲局张三、李四，乙局王五"),
    ],
)
def test_names_are_divided_so_that_they_can_be_told_apart(names: tuple[str, ...], line: str) -> None:
    minutes = replace(samples_formats.minutes(), attendance=(Attendance("出席", names),))
    assert write(minutes).in_style("出席人员") == [line]


# --- enclosed documents of another format ---------------------------------------------------------


@pytest.mark.parametrize("name", CHAINS)
def test_an_enclosed_document_of_another_format_loses_nothing(name: str, written: dict[str, Written]) -> None:
    text = written[name].text
    for document in enclosed(samples_formats.every()[name]):
        head, mark = document.masthead, document.masthead.mark
        lead_alone = document.format is DocumentFormat.LETTER
        bodies = mark.bodies[: 1 if lead_alone else None] if isinstance(mark, JointMark) else (mark,)
        names = [name for one in document.attendance for name in one.names]
        signers = [character for signer in head.signers for character in signer]
        corners = [head.copy_number, head.secrecy, head.urgency]
        for words in (*bodies, head.number, *signers, *corners, *names, *document.title_lines):
            assert words in text or document.format is DocumentFormat.ORDER, words


@pytest.mark.parametrize("name", CHAINS)
def test_every_enclosed_document_begins_a_page(name: str, written: dict[str, Written]) -> None:
    broken = [
        paragraph.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        for paragraph in written[name].root.iter(f"{W}p")
        if paragraph.find(f"{W}pPr/{W}pageBreakBefore") is not None
    ]
    first = "版头角标" if name in {"filechain", "minuteschain"} else "版头位置"
    assert broken.count(first) == 4


def test_a_template_without_a_slot_for_what_an_enclosed_document_has_refuses_it() -> None:
    parts = template_parts(TemplateKind.DOCUMENT)
    body = parts["word/document.xml"].decode("utf-8")
    start = body.rindex("<w:p>", 0, body.index("{{p 出席人员 }}"))
    end = body.index("</w:p>", start) + len("</w:p>")
    template = load_template(pack(parts | {"word/document.xml": (body[:start] + body[end:]).encode("utf-8")}))
    assert write_document(samples.plain_text(), template)
    inner = Attachment("附", None, "纪要", samples_formats.minutes())
    with pytest.raises(LibraryError, match="没有插槽“出席人员”"):
        write_document(replace(samples.plain_text(), attachments=(inner,)), template)
