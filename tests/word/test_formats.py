"""版头 to the letter (clause 7.2) and the special formats of clause 10."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import pairwise
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
from generator.standard import LocalCustom, Standard, TemplateKind, gbt9704
from generator.word import kind_for, load_template, make_template, standard_template, write_document
from generator.word.head import matched, urgency_words
from generator.word.maker import template_parts
from generator.word.mark import mark_height, mark_step
from generator.word.pen import Pen
from tests.rendering import Line, Page, Rule, missing_tools, render
from tests.word import samples, samples_formats
from tests.word.reading import W, Written, words_of
from tests.word.test_layout import RED, body_lines, close_to, millimetres, red_rule

Rendered = Mapping[str, tuple[Page, ...]]
OFFICIAL = [kind for kind in TemplateKind if kind.official]
JOINT = ["joint2", "joint3", "joint4", "joint5"]
CHAINS = ["filechain", "letterchain", "orderchain", "minuteschain"]
CHARACTER = 156 / 28


def write(document: OfficialDocument) -> Written:
    return Written(write_document(document, standard_template(kind_for(document.format))))


def with_head(head: Masthead) -> OfficialDocument:
    return replace(samples.plain_text(), masthead=head)


def refused(document: OfficialDocument) -> list[str]:
    with pytest.raises(LibraryError) as caught:
        write(document)
    return [f"{problem.code} {problem.message}" for problem in caught.value.problems]


# --- kinds of templates ------------------------------------------------------------------------------


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


# --- 份号, 密级, 紧急程度 --------------------------------------------------------------------------------


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


# --- 签发人 ---------------------------------------------------------------------------------------------


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


# --- 联合行文 --------------------------------------------------------------------------------------------


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


# --- 信函, 命令, 纪要 ------------------------------------------------------------------------------------


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


# --- enclosed documents of another format ------------------------------------------------------------------


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


# --- rendered: marks ----------------------------------------------------------------


def marked(page: Page) -> list[Line]:
    """The lines of the mark: those whose characters are higher than any other's."""
    tallest = max(mark.bottom - mark.top for line in page.lines for mark in line.marks)
    return [line for line in page.lines if line.bottom - line.top > 0.85 * tallest]


def size_tops(page: Page) -> tuple[float, float, float]:
    """Upper edge, left and right edge of the whole mark."""
    lines = marked(page)
    return min(one.top for one in lines), min(one.left for one in lines), max(one.right for one in lines)


@pytest.mark.render
@pytest.mark.parametrize(
    ("value", "names"),
    [
        ("标志上边", [*JOINT, "lead", "upward", "minutes", "unnumbered", "filechain", "minuteschain"]),
        ("信函标志上边", ["letter", "jointletter", "letterchain"]),
        ("命令标志上边", ["order", "classified", "jointorder", "orderchain"]),
    ],
)
def test_the_mark_of_each_format_stands_at_its_height_in_the_middle_of_the_text_area(
    value: str, names: list[str], rendered: Rendered
) -> None:
    for name in names:
        top, left, right = size_tops(rendered[name][0])
        assert close_to(value, top), name
        assert left > 28, name
        assert right < 184, name
        assert (left + right) / 2 == pytest.approx(106, abs=1), name


@pytest.mark.render
@pytest.mark.parametrize("name", JOINT)
def test_stacked_names_are_equally_wide_and_the_word_beside_them_is_centred(
    name: str, rendered: Rendered
) -> None:
    glyphs = [glyph for line in marked(rendered[name][0]) for glyph in line.marks]
    beside = [glyph for glyph in glyphs if glyph.text in "文件"]
    names = [glyph for glyph in glyphs if glyph.text not in "文件"]
    middle = (min(one.top for one in names) + max(one.bottom for one in names)) / 2
    assert (beside[0].top + beside[0].bottom) / 2 == pytest.approx(middle, abs=1)
    assert "".join(one.text for one in beside) == "文件"
    rows = [[one for one in names if abs(one.top - first.top) < 3] for first in names]
    assert max(row[0].left for row in rows) - min(row[0].left for row in rows) < 1.5
    ends = [max(one.right for one in row) for row in rows]
    assert max(ends) - min(ends) < 1.5
    assert beside[0].left > max(ends) + 2


@pytest.mark.render
@pytest.mark.parametrize("name", [*JOINT, "lead", "upward"])
def test_text_begins_on_the_first_page_of_a_joint_document(name: str, rendered: Rendered) -> None:
    assert "为做好本年度政府购买服务工作" in rendered[name][0].text


@pytest.fixture(scope="module")
def under_33476() -> Rendered:
    """Some of the samples under the other profile of the page."""
    if missing := missing_tools():
        pytest.skip(f"not on this machine: {missing}")
    custom = LocalCustom.model_validate({"版面": "33476"})
    documents = {
        name: samples_formats.every()[name] for name in ("letter", "classified", "joint3", "minutes")
    }
    return render(
        {
            name: write_document(document, standard_template(kind_for(document.format), custom))
            for name, document in documents.items()
        }
    )


@pytest.mark.render
@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("letter", "信函标志上边"),
        ("classified", "命令标志上边"),
        ("joint3", "标志上边"),
        ("minutes", "标志上边"),
    ],
)
def test_marks_keep_their_height_under_another_profile(name: str, value: str, under_33476: Rendered) -> None:
    assert close_to(value, size_tops(under_33476[name][0])[0])


# --- rendered: 发文字号, 签发人, rule ----------------------------------------------------------------


@pytest.mark.render
@pytest.mark.parametrize("name", [*JOINT, "lead", "upward", "minutes"])
def test_the_red_rule_is_156_mm_long_and_4_mm_below_the_line_of_the_number(
    name: str, rendered: Rendered
) -> None:
    page = rendered[name][0]
    rule = red_rule(page)
    number = [line for line in page.lines if line.bottom < rule.top][-1]
    assert "号" in number.text or "期" in number.text
    assert close_to("红线宽", rule.width)
    assert close_to("红线距文号", rule.top - number.bottom)


@pytest.mark.render
def test_signers_stand_under_each_other_and_end_one_character_from_the_edge(rendered: Rendered) -> None:
    page = rendered["joint5"][0]
    label = next(line for line in page.lines if line.text.startswith("签发人："))
    rows = page.lines[page.lines.index(label) : page.lines.index(label) + 3]
    assert [row.text for row in rows] == ["签发人：樊相奇李明", "王某某赵强", "濮财购〔2024〕6号欧阳某"]
    starts = [glyph.left for row in rows for glyph in row.marks if glyph.text in "樊王欧"]
    seconds = [glyph.left for row in rows for glyph in row.marks if glyph.text in "李赵"]
    assert max(starts) - min(starts) < 0.7
    assert seconds[0] == pytest.approx(seconds[1], abs=0.7)
    assert seconds[0] - starts[0] == pytest.approx(4 * CHARACTER, abs=0.8)
    assert all(210 - 26 - row.right == pytest.approx(CHARACTER, abs=1) for row in rows[:2])
    names = {glyph.font for glyph in rows[1].marks}
    assert names == {"LXGWWenKai-Regular"}


@pytest.mark.render
def test_corner_lines_of_an_order_stay_clear_of_its_mark(rendered: Rendered) -> None:
    page = rendered["classified"][0]
    corners = [page.line(words) for words in ("000001", "机密★", "特急")]
    assert all(above.bottom < below.top for above, below in pairwise(corners))
    assert all(line.left < 29 for line in corners)
    assert corners[0].top < 42
    assert corners[2].bottom < size_tops(page)[0] - 1


# --- rendered: 信函 ----------------------------------------------------------------


def double_rules(page: Page) -> tuple[list[Rule], list[Rule]]:
    """The lines of the upper and of the lower double rule, from above."""
    red = sorted((rule for rule in page.rules if rule.colour == RED), key=lambda rule: rule.top)
    return [rule for rule in red if rule.top < 100], [rule for rule in red if rule.top > 200]


@pytest.mark.render
@pytest.mark.parametrize("name", ["letter", "jointletter", "letterchain"])
def test_a_letter_has_a_double_rule_below_its_mark_and_one_above_the_edge_of_the_paper(
    name: str, rendered: Rendered
) -> None:
    first = rendered[name][0]
    upper, lower = double_rules(first)
    weights = [[rule.bottom - rule.top for rule in rules] for rules in (upper, lower)]
    assert [len(weight) for weight in weights] == [2, 2]
    assert weights[0][0] > 2 * weights[0][1]
    assert 2 * weights[1][0] < weights[1][1]
    for rule in (*upper, *lower):
        assert close_to("信函双线长", rule.width)
        assert (rule.left + rule.right) / 2 == pytest.approx(106, abs=0.5)
    ink = sorted(mark.bottom for line in marked(first) for mark in line.marks)
    assert close_to("信函双线距标志", upper[0].top - ink[len(ink) // 2])
    assert close_to("信函下线距纸边", 297 - lower[1].bottom)


@pytest.mark.render
@pytest.mark.parametrize(("name", "number"), [("letter", "濮财购函〔2024〕9号"), ("jointletter", "濮人社函")])
def test_number_and_corner_lines_of_a_letter_stand_below_its_rule(
    name: str, number: str, rendered: Rendered
) -> None:
    page = rendered[name][0]
    upper, _ = double_rules(page)
    line = next(line for line in page.lines if number in line.text)
    assert close_to("信函要素距双线", line.top - upper[1].bottom)
    assert 210 - 26 - line.right < 1
    if name == "letter":
        corners = [line, page.line("秘密★1年"), page.line("加急")]
        assert corners[0].text.startswith("000003")
        assert all(one.left < 29 for one in corners)
    above = page.line("加急") if name == "letter" else line
    title = page.lines[page.lines.index(above) + 1]
    assert title.top - above.bottom == pytest.approx(2 * 10.2 + 5, abs=2)


@pytest.mark.render
def test_a_letter_is_numbered_from_its_second_page(rendered: Rendered) -> None:
    first, second, third = rendered["letter"]
    assert "—" not in first.text
    assert [page.lines[-1].text for page in (second, third)] == ["—2—", "—3—"]
    assert second.lines[-1].left == pytest.approx(28 + 4.94, abs=1)
    assert double_rules(second) == double_rules(third) == ([], [])
    last = body_lines(first)[-1]
    assert double_rules(first)[1][0].top - last.bottom > 4.85


@pytest.mark.render
def test_each_letter_that_is_enclosed_has_its_rules_on_its_own_first_page(rendered: Rendered) -> None:
    marks = [page for page in rendered["letterchain"] if double_rules(page)[0]]
    assert len(marks) == 5
    assert all(double_rules(page)[1] for page in marks)


# --- rendered: 命令, 纪要 ----------------------------------------------------------------


@pytest.mark.render
def test_number_and_text_of_an_order_have_two_empty_lines_above_them(rendered: Rendered) -> None:
    page = rendered["order"][0]
    mark, number, text, *_ = page.lines
    assert number.text == "第12号"
    assert (number.left + number.right) / 2 == pytest.approx(106, abs=1)
    assert number.top - mark.bottom == pytest.approx(2 * 10.2 + 5, abs=2)
    assert text.top - number.top == pytest.approx(3 * 10.2, abs=0.7)
    assert not [rule for rule in page.rules if rule.colour == RED]


@pytest.mark.render
def test_names_of_those_present_wrap_under_the_first_name(rendered: Rendered) -> None:
    page = next(page for page in rendered["minutes"] if "出席：" in page.text)
    first = page.line("出席：")
    index = page.lines.index(first)
    name = first.marks[3]
    assert first.left == pytest.approx(28 + 2 * CHARACTER, abs=1)
    assert name.left == pytest.approx(28 + 5 * CHARACTER, abs=1)
    assert all(line.left == pytest.approx(name.left, abs=0.7) for line in page.lines[index + 1 : index + 4])
    assert {mark.font[:12] for mark in first.marks[:2]} == {"NotoSansCJKj"}
    assert page.line("请假：").left == pytest.approx(first.left, abs=0.7)
    assert page.lines.index(page.line("列席：")) == page.lines.index(page.line("请假：")) + 1


@pytest.mark.render
def test_minutes_without_a_number_keep_their_rule(rendered: Rendered) -> None:
    page = rendered["unnumbered"][0]
    assert close_to("红线宽", red_rule(page).width)
    assert millimetres("标志上边")[0] < size_tops(page)[0] + 1 < red_rule(page).top
