"""Words as they are read: as printed, with their breaks, tracked changes and fields."""

from __future__ import annotations

import pytest

from tests.inspection.packages import p, r
from tests.inspection.packed import first, read, texts


def test_words_are_read_as_printed() -> None:
    body = (
        "<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:noBreakHyphen/><w:softHyphen/>"
        "<w:sym w:font='Wingdings' "
        "w:char='F0FE'/><w:sym w:char='x'/></w:r><w:hyperlink><w:r><w:t>链</w:t></w:r>"
        "</w:hyperlink><w:sdt><w:sdtPr/>"
        "<w:sdtContent><w:r><w:t>控</w:t></w:r></w:sdtContent></w:sdt><w:smartTag><w:r>"
        "<w:t>标</w:t></w:r></w:smartTag>"
        "<w:r><w:ruby><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼"
        "</w:t></w:r></w:rubyBase></w:ruby>"
        "</w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>隐</w:t></w:r><m:oMath><m:r><m:t>x+1"
        "</m:t></m:r></m:oMath></w:p>"
    )
    assert first(body).text == "甲\t乙-\uf0fe链控标拼x+1"


def test_runs_that_look_alike_are_one() -> None:
    (run,) = first(f"<w:p>{r('濮财综')}{r('〔2017〕')}{r('8号')}</w:p>").runs
    assert run.text == "濮财综〔2017〕8号"


def test_line_breaks_stand_beside_the_words() -> None:
    found = first("<w:p><w:r><w:t>关于</w:t><w:br/><w:t>报告</w:t><w:cr/></w:r></w:p>")
    assert (found.text, found.line_breaks, found.lines) == ("关于报告", (2, 4), ("关于", "报告", ""))


def test_tracked_changes_are_counted_and_what_is_deleted_is_not_read() -> None:
    body = (
        f"<w:p><w:ins>{r('增')}</w:ins><w:del><w:r><w:delText>删</w:delText></w:r></w:del>"
        f"<w:moveTo>{r('移')}</w:moveTo>"
        "<w:moveFrom><w:r><w:t>旧</w:t></w:r></w:moveFrom></w:p>"
    )
    body += (
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:del><w:r><w:delText>段</w:delText></w:r></w:del></w:p>"
    )
    facts = read(body + f"<w:p><w:pPr><w:pPrChange><w:pPr/></w:pPrChange></w:pPr>{r('文')}</w:p>")
    assert texts(facts) == ["增移", "文"]
    assert facts.tracked == 7


BREAK = "<w:r><w:br w:type='page'/></w:r>"


@pytest.mark.parametrize(
    ("body", "new_pages"),
    [
        (f"<w:p>{BREAK}{r('甲')}</w:p>{p('乙')}", [True, False]),
        (f"<w:p>{r('甲')}{BREAK}</w:p>{p('乙')}", [False, True]),
        (f"<w:p>{BREAK}</w:p>{p('乙')}", [False, True]),
        (f"{p('甲')}<w:p>{BREAK}</w:p>{p('附件')}{p('丙')}", [False, False, True, False]),
    ],
)
def test_a_page_break_moves_what_follows_it(body: str, new_pages: list[bool]) -> None:
    assert [paragraph.page_break_before for paragraph in read(body).paragraphs] == new_pages


def mark(kind: str) -> str:
    return f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>"


def instruction(text: str) -> str:
    return f"<w:r><w:instrText> {text} </w:instrText></w:r>"


def test_fields_lend_their_instruction_to_their_result_and_nest_over_paragraphs() -> None:
    toc = (
        f"<w:p>{mark('begin')}{instruction('TOC')}{mark('separate')}{r('一、')}{mark('begin')}"
        f"{instruction('PAGEREF a')}"
        f"{mark('separate')}{r('3')}{mark('end')}</w:p><w:p>{r('二、')}{mark('end')}{r('后')}</w:p>"
    )
    runs = [(run.text, run.field) for paragraph in read(toc).paragraphs for run in paragraph.runs]
    assert runs == [("一、", "TOC"), ("3", "PAGEREF a"), ("二、", "TOC"), ("后", "")]


def test_words_of_an_instruction_are_not_read_and_a_broken_field_hides_no_other_paragraph() -> None:
    nested = (
        f"<w:p>{mark('begin')}{instruction('IF')}{mark('begin')}{instruction('PAGE')}{mark('separate')}{r('1')}"
        f"{mark('end')}{instruction('= 1')}{mark('separate')}{r('甲')}{mark('end')}</w:p>"
    )
    assert [(run.text, run.field) for run in first(nested).runs] == [("甲", "IF  = 1")]
    broken = f"<w:p>{r('前')}{mark('begin')}{instruction('PAGE')}{r('失')}</w:p>{p('后')}"
    assert texts(read(broken)) == ["前", "后"]


def test_spaces_at_the_ends_of_words_count_only_where_they_are_asked_for() -> None:
    body = "<w:p><w:r><w:t> 甲\n 乙　</w:t><w:t xml:space='preserve'> 丙 </w:t></w:r></w:p>"
    assert first(body).text == "甲  乙　 丙 "


def test_a_field_without_result_is_seen_and_a_simple_one_too() -> None:
    bare = f"<w:p>{mark('begin')}{instruction('PAGE')}{mark('end')}</w:p>"
    assert [(run.text, run.field) for run in first(bare).runs] == [("", "PAGE")]
    simple = f"<w:p><w:fldSimple w:instr=' PAGE '>{r('7')}</w:fldSimple>{r('页')}</w:p>"
    assert [(run.text, run.field) for run in first(simple).runs] == [("7", "PAGE"), ("页", "")]
