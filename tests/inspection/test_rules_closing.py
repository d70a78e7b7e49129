"""附件, 署名, 版记 and the special formats: one thing damaged, one rule that says so."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from generator.inspection.findings import Verdict
from generator.recognition.facts import DocumentFacts, RuleFacts
from generator.standard import gbt9704
from tests.inspection.facts_builder import with_paragraph, with_runs
from tests.inspection.judged import (
    LONG,
    SOUND,
    Change,
    both,
    change,
    changed_runs,
    codes,
    judged,
    letter,
    notice,
    place,
    removed,
    reworded,
    section,
)

NOTE, LABEL, HEAD, DAY = "附件说明", "附件标识", "附件标题", "成文日期"


def imprint_table(**changes: object) -> Change:
    """Damage to the table of the 版记."""

    def damage(facts: DocumentFacts) -> DocumentFacts:
        tables = (*facts.tables[:-1], replace(facts.tables[-1], **changes))  # type: ignore[arg-type]
        return replace(facts, tables=tables)

    return damage


def data_table(**changes: object) -> Change:
    """Damage to the table of an attachment."""

    def damage(facts: DocumentFacts) -> DocumentFacts:
        return replace(facts, tables=(replace(facts.tables[0], **changes), *facts.tables[1:]))  # type: ignore[arg-type]

    return damage


def label_in(face: str) -> Change:
    """出席 in another face."""

    def damage(facts: DocumentFacts) -> DocumentFacts:
        number = place(facts, "出席人员")
        first, *others = facts.paragraph(number).runs
        return with_paragraph(facts, number, runs=(replace(first, chinese_font=face), *others))

    return damage


def numbered_first_page(facts: DocumentFacts) -> DocumentFacts:
    """The first page of a letter with the footer of the others."""
    one = facts.sections[0]
    return replace(facts, sections=(replace(one, title_page=False),))


THIN = RuleFacts("single", Decimal("0.5"), "000000")
DAMAGE: dict[str, tuple[str, Change, str]] = {
    "room above 附件说明": ("通知", removed("空行", 5), "A05"),
    "half-width colon": ("通知", reworded(NOTE, "附件:1.政府购买服务统计表"), "A01"),
    "、 after the number": ("通知", reworded(NOTE, "附件：1、政府购买服务统计表"), "A01"),
    "mark after the name": ("通知", reworded(NOTE, "2.填报说明。", 1), "A11"),
    "附件 flush left": ("通知", change(NOTE, left=0, first_line=0), "A04"),
    "face of 附件1": ("通知", changed_runs(LABEL, chinese_font="仿宋"), "A03"),
    "colon after 附件1": ("通知", reworded(LABEL, "附件1："), "A06"),
    "附件1 centred": ("通知", change(LABEL, alignment="center"), "A13"),
    "no new page": ("通知", change(LABEL, page_break_before=False), "A07"),
    "second line": ("通知", removed("空行", 7), "A08"),
    "face of the attachment's title": ("通知", changed_runs(HEAD, chinese_font="黑体"), "A09"),
    "size of the attachment's title": ("通知", changed_runs(HEAD, size=Decimal(18)), "A10"),
    "attachment's title at the left": ("通知", change(HEAD, alignment="left"), "A14"),
    "attachment's title bold": ("通知", changed_runs(HEAD, bold=True), "A15"),
    "another title": ("通知", reworded(HEAD, "填报须知", 1), "A02"),
    "room above 署名": ("通知", removed("空行", 6), "D06"),
    "date under the 署名": ("通知", change(DAY, left=5686), "D02"),
    "date far right": ("通知", change(DAY, left=0, right=1263, alignment="right"), "D02"),
    "leading zero": ("通知", reworded(DAY, "2024年05月16日"), "D01"),
    "Chinese numerals": ("请示", reworded(DAY, "二〇二四年五月十六日"), "D01"),
    "no such day": ("通知", both(reworded(DAY, "2024年2月31日")), "D01"),
    "此页无正文": ("通知", reworded("公文正文", "（此页无正文）"), "D03"),
    "half-width brackets": ("通知", reworded("附注", "(此件公开发布)"), "N01"),
    "附注 flush left": ("通知", change("附注", first_line=0), "N02"),
    "抄送 without 。": ("通知", reworded("抄送机关", "抄送：市审计局，市统计局"), "C01"),
    "抄送 with a half-width colon": ("通知", reworded("抄送机关", "抄送:市审计局，市统计局。"), "C13"),
    "size of the 版记": ("通知", changed_runs("抄送机关", size=Decimal(16)), "C07"),
    "face of the 版记": ("通知", changed_runs("印发机关", chinese_font="宋体"), "C08"),
    "版记 flush left": ("通知", change("印发机关", left=0), "C09"),
    "names to the edge": (
        "通知",
        both(change("抄送机关", right=0), reworded("抄送机关", f"抄送：{'市审计局，' * 9}市统计局。")),
        "C09",
    ),
    "printed before it was signed": (
        "通知",
        reworded("印发机关", "濮阳市财政局办公室\t2024年5月15日印发"),
        "C04",
    ),
    "no 印发": ("通知", reworded("印发机关", "濮阳市财政局办公室\t2024年5月17日"), "C06"),
    "zero in the date of printing": (
        "通知",
        reworded("印发机关", "濮阳市财政局办公室\t2024年05月17日印发"),
        "C06",
    ),
    "thin first rule": ("通知", imprint_table(top=THIN), "C02"),
    "no last rule": ("通知", imprint_table(bottom=None), "C14"),
    "short rules": ("通知", imprint_table(grid=(7000,)), "C11"),
    "wide table": ("通知", data_table(grid=(6000, 4000)), "G02"),
    "letter with a number on page one": ("函", numbered_first_page, "L04"),
    "letter's number at the left": ("函", change("信函首行", tabs=()), "L05"),
    "letter's rule thin above thick": (
        "函",
        change("信函上线", rule_below=RuleFacts("thinThickSmallGap", Decimal("2.25"), "FF0000")),
        "L02",
    ),
    "letter's rule black": (
        "函",
        change("信函下线", rule_below=RuleFacts("thinThickSmallGap", Decimal("2.25"), "000000")),
        "L03",
    ),
    "letter's rule short": ("函", change("信函上线", left=397, right=397), "L08"),
    "letter's rule far from the mark": ("函", change("信函上线", line=400), "L10"),
    "letter's mark too low": ("函", change("机关标志六字", before=400), "L01"),
    "order's mark too low": ("令", change("版头位置", line=1600), "O01"),
    "number of an order": ("令", reworded("发文字号", "濮政〔2024〕5号令"), "H05"),
    "room under the number of an order": ("令", removed("空行", 2), "O03"),
    "出席 in 仿宋": ("纪要", label_in("仿宋"), "M01"),
    "出席 flush left": ("纪要", change("出席人员", left=0, first_line=0), "M04"),
    "room above 出席": ("纪要", removed("空行", 5), "M03"),
}


@pytest.mark.parametrize(("document", "damage", "code"), DAMAGE.values(), ids=DAMAGE.keys())
def test_one_damaged_thing_is_told_by_its_rule_alone(document: str, damage: Change, code: str) -> None:
    assert codes(damage(SOUND[document]())) == {code}


def placed(name: str, day: str, **layout: Any) -> Change:
    """署名 and date with these words, where the layout of both says."""

    def damage(facts: DocumentFacts) -> DocumentFacts:
        facts = reworded(DAY, day)(reworded("署名", name)(facts))
        return both(change("署名", **layout), change(DAY, **layout))(facts)

    return damage


def test_name_and_date_under_a_seal_are_centred_on_each_other() -> None:
    left = gbt9704().text_width - 2 * gbt9704().twips_of("7.5字")
    facts = placed("濮阳市财政局", "2024年12月16日", left=left, alignment="center")(notice())
    told = next(finding for finding in judged(facts) if finding.code == "D02")
    assert (told.verdict, told.measured[:4]) == (Verdict.KEPT, "加盖印章")


def test_a_date_longer_than_the_name_ends_two_characters_from_the_edge() -> None:
    standard = gbt9704()
    start = standard.text_width - standard.twips_of("9字")
    words = both(reworded("署名", "财政局"), reworded(DAY, "2024年12月16日"))
    facts = both(words, change("署名", left=start - standard.twips_of("2字")), change(DAY, left=start))(
        notice()
    )
    told = next(finding for finding in judged(facts) if finding.code == "D02")
    assert (told.verdict, told.measured[:5]) == (Verdict.KEPT, "不加盖印章")


def test_a_name_placed_by_spaces_is_for_a_person() -> None:
    words = reworded("署名", f"{'　' * 18}濮阳市财政局")
    facts = both(words, change("署名", left=0), change(DAY, left=0))(notice())
    assert codes(facts) == set()
    assert "D02" in codes(facts, Verdict.LOOK)


def test_seals_are_seen_and_not_read() -> None:
    assert "D07" in codes(notice(), Verdict.LOOK)


def test_the_last_rule_is_worked_out_where_box_and_rows_say_so() -> None:
    facts = notice()
    rows = ((560, "exact"), (560, "exact"))
    half = 10
    top = gbt9704().twips("版记下边") - 1120 - half
    table = imprint_table(row_heights=rows)
    fine = table(replace(facts, boxes=(replace(facts.boxes[0], top=top, vertical="page"),)))
    low = table(replace(facts, boxes=(replace(facts.boxes[0], top=top + 400, vertical="page"),)))
    assert codes(low) == {"C03"}
    assert "末条分隔线距纸上边 262 毫米" in [finding.measured for finding in judged(fine)]


def test_an_imprint_of_paragraphs_is_read_as_one_of_a_table() -> None:
    thick, thin = RuleFacts("single", Decimal(1), "000000"), RuleFacts("single", Decimal("0.75"), "000000")
    facts = notice()
    loose = replace(
        facts,
        paragraphs=tuple(
            replace(one, table=None) if one.style in ("抄送机关", "印发机关") else one
            for one in facts.paragraphs
        ),
    )
    copies, printing = place(loose, "抄送机关"), place(loose, "印发机关")
    loose = with_paragraph(loose, copies, rule_above=thick, rule_below=thin, left=0, right=0, first_line=0)
    loose = with_paragraph(loose, printing, rule_below=thick, left=0, right=0)
    told = codes(loose)
    assert "C14" not in told
    assert "C02" not in told
    assert "C11" not in told


def test_letters_have_neither_printer_nor_day_of_printing() -> None:
    facts = letter()
    number = place(facts, "抄送机关")
    facts = with_paragraph(facts, number, style="印发机关", left=280, first_line=0)
    facts = reworded("印发机关", "濮阳市财政局办公室\t2024年5月17日印发")(facts)
    assert codes(facts) == {"L06"}


def test_words_of_an_attachment_that_wrap_go_on_under_the_name() -> None:
    long = "1.濮阳市政府购买服务项目和金额统计表以及有关情况的补充说明和填报须知"
    name = reworded(HEAD, long[2:])
    fine = both(reworded(NOTE, f"附件：{long}"), name)(notice())
    assert codes(fine) == set()
    flush = change(NOTE, left=0, first_line=632)(fine)
    assert codes(flush) == {"A12"}


def test_faults_of_an_enclosed_document_are_for_a_person() -> None:
    from generator.inspection.rules import judge  # noqa: PLC0415
    from generator.recognition import recognise  # noqa: PLC0415

    facts = reworded("发文字号", "濮财综[2024]8号")(notice())
    recognised = recognise(facts)
    enclosed = tuple(replace(part, enclosed=True) for part in recognised.parts)
    told = judge(replace(recognised, parts=enclosed), gbt9704())
    assert {one.verdict for one in told if one.code == "H05"} == {Verdict.LOOK}


def test_a_page_on_its_side_is_for_a_person_unless_its_number_stands_in_a_box() -> None:
    turned = section(width=16838, height=11906, top=1588, bottom=1474, left=1984, right=2098, landscape=True)
    facts = turned(notice())
    assert "G04" in codes(facts, Verdict.LOOK)
    number = place(facts, "单页页码")
    assert "G04" not in codes(with_paragraph(facts, number, box=0), Verdict.LOOK)


def test_names_in_bold_are_for_a_person_where_only_some_words_are_bold() -> None:
    facts = notice()
    number = place(facts, "公文正文")
    first = facts.paragraph(number).runs[0]
    runs = (replace(first, text="一是坚持公开。", bold=True), replace(first, text=LONG))
    facts = with_paragraph(with_runs(facts, number), number, runs=runs)
    assert codes(facts) == set()
    assert "F04" in codes(facts, Verdict.LOOK)
