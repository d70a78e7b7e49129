"""The report as text, as data and as a page."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser

import pytest

from generator.hanzi.linebreaks import NOT_FIRST, NOT_LAST
from generator.inspection import Inspection, inspect
from generator.inspection.findings import Area, Finding, Spot, Verdict
from generator.inspection.mending import Change, Mendable, mend
from generator.inspection.report import Outcome, as_json, as_page, as_text
from generator.inspection.report.gathering import Measured, gather, ranges
from generator.inspection.report.text import COLUMNS, width_of, wrapped
from generator.inspection.rules import RULES
from generator.problems import Level, Place, Problem
from generator.standard import Strength
from tests.inspection.mutations import MUTATIONS
from tests.inspection.packages import A4, docx, p
from tests.inspection.test_mutations import damaged
from tests.inspection.typed import typed_notice


@pytest.fixture(scope="module")
def found() -> Inspection:
    return inspect(typed_notice(), name="某通知.docx")


@pytest.fixture(scope="module")
def outcome(found: Inspection) -> Outcome:
    made = mend(typed_notice())
    left = inspect(made.content, name="某通知.docx")
    return Outcome(found, "某通知-改.docx", made.changes, left, asked=True)


@pytest.fixture(scope="module")
def checked(found: Inspection) -> Outcome:
    """Inspected only, with what mending would change."""
    return Outcome(found, changes=mend(typed_notice()).changes)


# --- text ------------------------------------------------------------------------------------------


def test_the_head_says_what_the_file_is_and_how_many_findings_there_are(found: Inspection) -> None:
    first, second, *_ = as_text(Outcome(found)).splitlines()
    assert first == "某通知.docx：文件式，通知，按文字和位置认出各部分"
    counts = {verdict: len(found.of(verdict)) for verdict in Verdict}
    assert second.startswith(f"通过 {counts[Verdict.KEPT]}  不符 {counts[Verdict.BROKEN]}")
    assert Verdict.CUSTOM not in second


def test_no_line_is_wider_than_a_terminal(outcome: Outcome, found: Inspection) -> None:
    for text in (as_text(Outcome(found)), as_text(outcome)):
        assert max(map(width_of, text.splitlines())) <= COLUMNS


def test_what_is_broken_comes_first_by_part_of_the_document(found: Inspection) -> None:
    text = as_text(Outcome(found))
    heads = re.findall(r"^【(..)", text, re.MULTILINE)
    assert heads == ["不符", "需目", "无法"]
    broken = text.split("【")[1]
    areas = [line for line in broken.splitlines() if line in set(Area)]
    assert areas == [Area.HEAD, Area.MAIN, Area.PAGE]


def test_an_entry_tells_clause_strength_places_measure_demand_and_remedy(checked: Outcome) -> None:
    text = as_text(checked)
    entry = text[text.index("  默认字体（") :].split("\n  默认字号")[0]
    assert entry.splitlines() == [
        "  默认字体（5.2.2 规定，可用 --fix 改）",
        "    现为  第3、7–8、10–12、14、16、18–20段：ＭＳ 明朝",
        "    应为  仿宋体",
        "    改法  选中文字，开始→字体→中文字体选“仿宋_GB2312”或“仿宋”",
    ]


def test_words_that_are_their_own_place_are_told_once(found: Inspection) -> None:
    assert "现为  第3段“博财采[2022]19号”\n" in as_text(Outcome(found))


def test_after_mending_the_changes_and_what_is_left_are_told(outcome: Outcome) -> None:
    text = as_text(outcome)
    assert "存为 某通知-改.docx；原文件没有动" in text
    assert "  发文字号的写法：“博财采[2022]19号” → 博财采〔2022〕19号（第3段" in text
    assert "下面是改后还要人处理的" in text
    assert "版头分隔线" in text.split("下面是改后")[1]
    assert "默认字体" not in text.split("下面是改后")[1]


def test_a_file_without_anything_to_mend_is_told(found: Inspection) -> None:
    assert "没有程序能改的地方，没有另存。" in as_text(Outcome(found, asked=True))


@pytest.mark.parametrize("room", range(4))
def test_lines_break_where_chinese_and_latin_words_allow(room: int) -> None:
    text = "段落→行距（固定值 28.95 磅），取消“对齐到网格”；按 Shift+Enter 断行。" * 6
    lines = list(wrapped(text, " " * room, "    "))
    assert "".join(line.replace(" ", "") for line in lines) == text.replace(" ", "")
    assert all(line.lstrip()[0] not in NOT_FIRST and line[-1] not in NOT_LAST for line in lines)
    assert sum("Shift+Enter" in line for line in lines) >= 1
    assert sum(line.count("Shift+Enter") for line in lines) == 6


@pytest.mark.parametrize(
    ("numbers", "said"), [([3], "3"), ([3, 4, 5], "3–5"), ([1, 3, 4, 9], "1、3–4、9"), ([], "")]
)
def test_numbers_of_paragraphs_are_told_as_ranges(numbers: list[int], said: str) -> None:
    assert ranges(numbers) == said


def test_a_measure_of_the_whole_file_has_no_place() -> None:
    assert str(Measured("没有页码", (Spot(),))) == "没有页码"


def test_every_rule_belongs_to_a_part_of_the_document() -> None:
    areas = {rule.code: rule.area for rule in RULES}
    assert set(areas.values()) == set(Area)
    assert (areas["H05"], areas["T01"], areas["C01"]) == (Area.HEAD, Area.MAIN, Area.IMPRINT)
    assert (areas["P02"], areas["K02"], areas["O04"]) == (Area.PAGE, Area.FILE, Area.MAIN)


# --- data ------------------------------------------------------------------------------------------

FINDING_KEYS = "code subject clause strength verdict measured required paragraph text hint mendable"


def test_the_data_have_the_fixed_keys(outcome: Outcome, found: Inspection) -> None:
    data = json.loads(json.dumps(as_json(outcome), ensure_ascii=False))
    assert list(data) == ["file", "format", "genre", "by_style", "counts", "findings", "mended"]
    assert list(data["findings"][0]) == FINDING_KEYS.split()
    assert list(data["mended"]) == ["copy", "changes", "counts", "findings"]
    assert list(data["mended"]["changes"][0]) == ["code", "subject", "paragraph", "text", "before", "after"]
    assert list(data["counts"]) == [verdict.value for verdict in Verdict]
    assert sum(data["counts"].values()) == len(data["findings"]) == len(found.findings)
    assert (data["file"], data["format"], data["genre"]) == ("某通知.docx", "文件式", "通知")


def test_without_mending_the_data_say_so(found: Inspection) -> None:
    assert as_json(Outcome(found))["mended"] is None
    assert as_json(Outcome(found, asked=True))["mended"]["copy"] is None


def test_a_finding_of_the_whole_file_has_no_paragraph(checked: Outcome) -> None:
    paper = next(one for one in as_json(checked)["findings"] if one["code"] == "P01")
    assert (paper["paragraph"], paper["text"], paper["verdict"]) == (None, "", "不符")
    assert paper["mendable"] is True


# --- what mending is promised ----------------------------------------------------------------------


def test_only_what_mending_changes_is_promised(checked: Outcome, outcome: Outcome) -> None:
    told = as_json(outcome)
    mendable = {one["code"] for one in told["findings"] if one["mendable"]}
    assert {"P01", "F01", "H05", "D02"} <= mendable
    assert mendable <= {change.code for change in checked.changes}
    assert not any(one["mendable"] for one in told["mended"]["findings"])
    assert "--fix" not in as_text(outcome)


@pytest.mark.parametrize(("name", "code"), [("令号用年份编号", "H05"), ("联合行文的日期没有对着署名", "D02")])
def test_nothing_is_promised_where_a_mender_leaves_it_to_a_person(name: str, code: str) -> None:
    content = damaged(next(one for one in MUTATIONS if one.name == name))
    left = Outcome(inspect(content), changes=mend(content).changes)
    assert code in {finding.code for finding in left.inspection.of(Verdict.BROKEN)}
    assert "--fix" not in as_text(left)
    assert "可自动改" not in as_page([left])


def test_what_is_mended_in_part_is_promised_in_part() -> None:
    spots = [Spot(number, "甲") for number in (1, 2)]
    findings = [
        Finding("T01", "标题字体", "7.3.1", Strength.REQUIRED, Verdict.BROKEN, spot=spot) for spot in spots
    ]
    changes = [Change("T01", "标题字体", spot, "宋体", "方正小标宋简体") for spot in spots]
    promises = [gather(findings, Mendable(changes[:count]))[0].promise("可改") for count in range(3)]
    assert promises == ["", "部分可改", "可改"]


# --- page ------------------------------------------------------------------------------------------


class Tags(HTMLParser):
    """Counts tags, and notes those that are left open."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        if tag not in ("meta", "br"):
            self.open.append(tag)
        assert "src" not in dict(attrs)
        assert "href" not in dict(attrs)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def tags_of(page: str) -> Tags:
    tags = Tags()
    tags.feed(page)
    tags.close()
    return tags


def test_the_page_is_whole_and_needs_nothing_else(outcome: Outcome, found: Inspection) -> None:
    for page in (as_page([outcome]), as_page([Outcome(found), Outcome(found, asked=True)])):
        tags = tags_of(page)
        assert tags.open == []
        assert "script" not in tags.seen
        assert "link" not in tags.seen
        assert "http" not in page
        assert "url(" not in page


def test_the_page_lists_what_passed_too(found: Inspection) -> None:
    page = as_page([Outcome(found)])
    for verdict in (Verdict.BROKEN, Verdict.LOOK, Verdict.UNKNOWN, Verdict.KEPT):
        assert all(entry.finding.subject in page for entry in gather(found.of(verdict)))


def test_a_verdict_is_told_by_a_sign_beside_its_colour(found: Inspection) -> None:
    page = as_page([Outcome(found)])
    assert f"✗ 不符 <b>{len(found.of(Verdict.BROKEN))}</b>" in page
    assert "✓ 通过 <b>" in page


def test_words_of_a_document_never_become_markup() -> None:
    hostile = "&lt;script&gt;alert(1)&lt;/script&gt;〔2022〕号"
    content = docx(p(hostile) + p("关于做好有关工作的通知") + f"<w:sectPr>{A4}</w:sectPr>")
    found = inspect(content, name="<img src=x>.docx")
    page = as_page([Outcome(found)], [Problem(Level.ERROR, "DOCX006", "<b>坏</b>", Place("坏.docx"))])
    assert "<script" not in page
    assert "<img" not in page
    assert "&lt;b&gt;坏" in page
    assert tags_of(page).open == []


def test_only_what_is_prescribed_fails_unless_all_is_to_count() -> None:
    found = inspect(typed_notice())
    mild = tuple(one for one in found.findings if one.strength is not Strength.REQUIRED)
    inspection = Inspection("某通知.docx", found.recognised, mild)
    assert found.fails()
    assert not inspection.fails()
    assert inspection.fails(strict=True)
