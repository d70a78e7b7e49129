"""A Word file of ours that somebody edited, read back: its sentences, its bound figures and their origin."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.build.conductor import write
from generator.build.rereading import Reread, reread, trace_figures
from generator.cli import main
from generator.ooxml.package import pack
from generator.ooxml.passports import bookmark_name, passport_in, passport_of
from generator.problems import LibraryError
from generator.readback import FiguresRead, Standing, compare
from generator.readback.differences import Change
from generator.recognition import recognise
from generator.recognition.contents import read_contents
from generator.recognition.reading import read_facts
from tests.conftest import ROOT
from tests.inspection.wordfile import DOCUMENT, WordFile

REPORT, NOTICE, CASE = "濮财综2017-8号", "博山转发淄博通知", "濮阳-数字城管-2016"
TOTAL = "45064.17"


@cache
def printed(record: str, folder: Path) -> bytes:
    """The Word file of a shipped record."""
    write(ROOT, (record,), folder)
    return (folder / f"{record}.docx").read_bytes()


@pytest.fixture
def file(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path) -> Callable[..., Path]:
    """Print a record and edit its words in the file's own XML, as an office program would leave them."""
    made = tmp_path_factory.getbasetemp() / "printed"
    made.mkdir(exist_ok=True)

    def make(record: str, *edits: tuple[str, str], name: str = "") -> Path:
        word = WordFile(printed(record, made))
        xml = word.parts[DOCUMENT].decode("utf-8")
        for old, new in edits:
            assert xml.count(old) >= 1, old
            xml = xml.replace(old, new, 1)
        edited = tmp_path / (name or f"{record}.docx")
        edited.write_bytes(pack({**word.parts, DOCUMENT: xml.encode("utf-8")}))
        return edited

    return make


def sentences(found: Reread) -> list[tuple[Change, str, str]]:
    return [
        (one.change, one.before.text if one.before else "", one.after.text if one.after else "")
        for one in found.differences
    ]


@pytest.mark.parametrize("record", [REPORT, NOTICE, CASE, "鲁财采2022-14号", "郑州-2022"])
def test_a_file_that_nobody_touched_has_no_differences(record: str, file: Callable[..., Path]) -> None:
    found = reread(ROOT, file(record))
    assert (sentences(found), found.figures) == ([], FiguresRead((), 0))
    assert found.record == record


def test_a_changed_bound_figure_says_which_record_it_disagrees_with(file: Callable[..., Path]) -> None:
    found = reread(ROOT, file(REPORT, (TOTAL, "45064.18")))
    (change,) = found.figures.changes
    assert (change.written, change.figure.text) == ("45064.18", TOTAL)
    assert (change.figure.record, change.figure.path) == ("统计-濮阳-2016-2017", "合计.金额")
    assert [(one, TOTAL in before, "45064.18" in after) for one, before, after in sentences(found)] == [
        (Change.CHANGED, True, True)
    ]
    assert found.disagrees


def test_a_changed_cell_of_a_table_says_which_record_it_disagrees_with(file: Callable[..., Path]) -> None:
    found = reread(ROOT, file(REPORT, ("7878.24", "7878.42")))
    (change,) = found.figures.changes
    assert (change.written, change.figure.record) == ("7878.42", "统计-濮阳-2016-2017")
    assert change.figure.path == "2017年1月-5月.基本公共服务.金额"


def test_a_sentence_that_was_reworded_added_or_dropped_is_told_with_its_place(
    file: Callable[..., Path],
) -> None:
    changed = file(
        REPORT,
        ("特此报告。", "特此报告，请审阅。另附说明。"),
        ("省财政厅：", "省财政厅、审计厅："),
    )
    found = reread(ROOT, changed)
    assert sentences(found) == [
        (Change.CHANGED, "省财政厅：", "省财政厅、审计厅："),
        (Change.CHANGED, "特此报告。", "特此报告，请审阅。"),
        (Change.ADDED, "", "另附说明。"),
    ]
    assert [one.part for one in found.differences] == ["主送机关", "正文", "正文"]
    before = found.differences[1].before
    assert before is not None
    assert before.origin is not None
    line = (ROOT / before.origin.path).read_text(encoding="utf-8").splitlines()[before.origin.line - 1]
    assert line == "特此报告。"


def test_a_dropped_paragraph_is_told_and_nothing_else(file: Callable[..., Path]) -> None:
    found = reread(ROOT, file(REPORT, ("特此报告。", "")))
    assert sentences(found) == [(Change.DROPPED, "特此报告。", "")]


def test_a_figure_that_only_lost_its_bookmark_is_counted_and_one_that_was_typed_anew_is_gone(
    file: Callable[..., Path],
) -> None:
    name = passport_of("统计-濮阳-2016-2017", "合计.金额")
    unnamed = (f'w:name="{name}"', 'w:name="别的"')
    found = reread(ROOT, file(REPORT, unnamed))
    assert (sentences(found), found.figures) == ([], FiguresRead((), 1))
    retyped = reread(ROOT, file(REPORT, unnamed, (TOTAL, "45064.18")))
    (change,) = retyped.figures.changes
    assert (change.paragraph, change.written, change.figure.text) == (None, "", TOTAL)
    assert retyped.figures.unmarked == 0


def test_a_file_without_any_bookmark_is_still_compared_and_traced_by_its_words(
    file: Callable[..., Path],
) -> None:
    bare = without_bookmarks(file(REPORT))
    found = reread(ROOT, bare)
    assert (sentences(found), found.figures.changes, found.figures.unmarked > 100) == ([], (), True)
    traced = trace_figures(ROOT, bare)
    matched = {one.text: one.record for one in traced if one.standing is Standing.MATCHED}
    assert matched["714场"] == "华龙-一村一戏-2016"


def without_bookmarks(file: Path) -> Path:
    word = WordFile(file.read_bytes())
    xml = re.sub(r"<w:bookmark(?:Start|End) [^>]*/>", "", word.parts[DOCUMENT].decode("utf-8"))
    file.write_bytes(pack({**word.parts, DOCUMENT: xml.encode("utf-8")}))
    return file


def test_a_sentence_that_was_moved_is_told_once(file: Callable[..., Path]) -> None:
    found = reread(ROOT, file(REPORT, ("特此报告。", ""), ("一、总体情况", "特此报告。一、总体情况")))
    assert (Change.MOVED, "特此报告。", "特此报告。") in sentences(found)
    assert [one for one, _, _ in sentences(found)].count(Change.DROPPED) == 0


@pytest.mark.parametrize(
    "name", [f"{REPORT}-新.docx", f"{REPORT}-改2.docx", f"{REPORT} (1).docx", "改稿.docx"]
)
def test_a_copy_is_known_by_its_name_or_by_its_number(name: str, file: Callable[..., Path]) -> None:
    assert reread(ROOT, file(REPORT, name=name)).record == REPORT


def test_a_file_of_no_record_asks_for_one(file: Callable[..., Path]) -> None:
    strange = file(CASE, ("濮阳市数字化城市管理信息采集服务外包项目", "别的题目"), name="别的.docx")
    with pytest.raises(LibraryError) as refused:
        reread(ROOT, strange)
    assert [problem.code for problem in refused.value.problems] == ["BACK001"]
    assert "--record" in refused.value.problems[0].hint


# --- tracing ------------------------------------------------------------------------------------


def test_every_bound_figure_leads_to_its_record_and_its_sentence(file: Callable[..., Path]) -> None:
    found = trace_figures(ROOT, file(REPORT))
    by_text = {one.text: one for one in found}
    assert by_text["714场"].record == "华龙-一村一戏-2016"
    evidence = by_text["714场"].evidence
    assert evidence is not None
    assert evidence.quote == "农村公益电影放映714场"
    assert "濮财综〔2017〕8号" in evidence.sources[0]
    assert {one.standing for one in found} == {Standing.AGREES, Standing.UNBACKED}


def test_a_typed_figure_has_no_record_and_a_changed_one_differs(file: Callable[..., Path]) -> None:
    edited = file(REPORT, (TOTAL, "45064.18"), ("特此报告。", "另有77个项目。特此报告。"))
    found = trace_figures(ROOT, edited)
    assert [(one.text, one.expected) for one in found if one.standing is Standing.DIFFERS] == [
        ("45064.18", TOTAL)
    ]
    assert "77个" in [one.text for one in found if one.standing is Standing.UNBACKED]


def test_a_file_whose_record_is_not_known_is_traced_through_the_whole_library(
    file: Callable[..., Path],
) -> None:
    strange = file(CASE, ("濮阳市数字化城市管理信息采集服务外包项目", "别的题目"), name="别的.docx")
    found = trace_figures(ROOT, strange)
    assert ("890.12万元", "濮阳-数字城管-2016") in [(one.text, one.record) for one in found]


def test_a_collection_is_traced_too(tmp_path: Path) -> None:
    write(ROOT, ("典型案例汇编",), tmp_path)
    found = trace_figures(ROOT, tmp_path / "典型案例汇编.docx")
    assert {Standing.AGREES, Standing.COMPUTED} <= {one.standing for one in found}
    assert Standing.DIFFERS not in {one.standing for one in found}


# --- passports ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("record", "path"),
    [
        ("统计-濮阳-2016-2017", "2017年1—5月.基本公共服务.金额"),
        ("甲", "乙"),
        ("", "入册.案例数"),
        ("2016-乙", "甲" * 80),
    ],
)
def test_a_passport_is_a_name_that_word_takes(record: str, path: str) -> None:
    passport = passport_of(record, path)
    names = [bookmark_name(passport, times) for times in (1, 2, 999)]
    assert all(re.fullmatch(r"[A-Za-z\u4e00-\u9fff][0-9A-Za-z_\u4e00-\u9fff]{0,39}", name) for name in names)
    assert {passport_in(name) for name in names} == {passport}


def test_the_thousandth_place_of_a_figure_bears_no_passport_that_word_would_refuse() -> None:
    passport = passport_of("统计-濮阳-2016-2017", "2017年1—5月.基本公共服务.金额")
    assert len(bookmark_name(passport, 999)) <= 40
    assert bookmark_name(passport, 1000) == ""


def test_a_very_long_sentence_is_compared_by_its_clauses(file: Callable[..., Path]) -> None:
    items = "".join(f"第{number}项服务，" for number in range(3000))
    long = file(REPORT, ("特此报告。", f"{items}特此报告。"))
    longer = file(
        REPORT, ("特此报告。", f"{items.replace('第77项', '第七十七项')}特此报告。"), name="乙.docx"
    )
    one, other = (read_contents(recognise(read_facts(path))).texts[0].tree for path in (long, longer))
    assert [
        (difference.change, difference.after.text) for difference in compare(one, other) if difference.after
    ] == [(Change.CHANGED, "第七十七项服务，")]


def test_two_figures_never_share_a_passport_though_they_begin_alike() -> None:
    assert passport_of("统计", "甲" * 60 + "乙") != passport_of("统计", "甲" * 60 + "丙")


def test_the_bookmarks_of_a_file_bear_numbers_and_names_of_their_own(file: Callable[..., Path]) -> None:
    xml = WordFile(file(REPORT).read_bytes()).parts[DOCUMENT].decode("utf-8")
    names = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="([^"]+)"', xml)
    assert len(names) > 70
    assert len({number for number, _ in names}) == len({name for _, name in names}) == len(names)


# --- the commands -------------------------------------------------------------------------------


def run(*words: str) -> Result:
    return CliRunner().invoke(main, ["--root", str(ROOT), "--quiet", *words])


def test_the_command_diff_ends_with_one_after_a_changed_figure_only(file: Callable[..., Path]) -> None:
    reworded = run("diff", str(file(REPORT, ("特此报告。", "特此报告，请审阅。"))))
    assert (reworded.exit_code, "【，请审阅】" in reworded.stdout) == (0, True)
    changed = run("diff", str(file(REPORT, (TOTAL, "45064.18"))), "--format", "json")
    assert changed.exit_code == 1
    assert [one["expected"] for one in json.loads(changed.stdout)["figures"]] == [TOTAL]


def test_the_command_trace_lists_records_and_figures_without_any(file: Callable[..., Path]) -> None:
    told = run("trace", str(file(REPORT)))
    assert told.exit_code == 0
    assert "华龙-一村一戏-2016 · 农村公益电影放映" in told.stdout
    assert "没有出处的数" in told.stdout


@pytest.mark.parametrize("verb", ["diff", "trace"])
def test_a_missing_or_foreign_file_gets_one_message(verb: str, tmp_path: Path) -> None:
    (tmp_path / "表.docx").write_bytes(b"%PDF-1.4")
    for name in ("没有.docx", "表.docx"):
        told = run(verb, str(tmp_path / name))
        assert told.exit_code == 1
        assert "建议" in told.output
