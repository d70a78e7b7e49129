"""`gongwen duties`, the ledger page, and what `gongwen check` says of a ledger."""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.checks.duties import check_duties
from generator.cli import main
from generator.compose import Audience
from generator.library import Library, load_library
from generator.pages import write_pages
from generator.problems import Problem
from tests.duties.conftest import Make, demand

DAY = date(2022, 12, 31)


def run(root: Path, *words: str) -> Result:
    """The command on a library, on the last day of 2022."""
    return CliRunner().invoke(main, ["--root", str(root), "duties", "--date", "2022-12-31", *words])


# --- the command ----------------------------------------------------------------------------------------


def test_the_command_lists_what_a_body_owes_and_where_it_comes_from(root: Path) -> None:
    result = run(root, "--body", "博山区财政局")
    assert result.exit_code == 0
    assert "随文转发，主体是否适用须判断 2022-11-30 [请]" in result.output
    assert "经 淄财采〔2022〕20号、博财采〔2022〕19号 转发；转发时期限已过" in result.output
    assert "财预〔2017〕87号" not in result.output
    assert "2022-11-30" not in run(root, "--body", "博山区财政局", "--overdue").output


def test_the_command_speaks_json(root: Path) -> None:
    found = json.loads(run(root, "--format", "json").stdout)
    report = next(one for one in found if one["id"] == "鲁财采2022-14号/要求8@博财采2022-19号")
    assert (report["due"], report["urgency"], report["passed_when_forwarded"]) == (
        "2022-11-30",
        "随文转发，主体是否适用须判断",
        True,
    )
    named = next(one for one in found if one["id"] == "鲁财采2022-14号/要求8")
    assert named["urgency"] == "已逾期"
    assert report["via"] == ["淄财采〔2022〕20号", "博财采〔2022〕19号"]
    assert report["state"] == "未记"


def test_the_command_writes_a_calendar_and_the_same_bytes_again(root: Path, tmp_path: Path) -> None:
    files = [tmp_path / "甲" / "期限.ics", tmp_path / "乙.ics"]
    for file in files:
        assert run(root, "--ics", str(file)).exit_code == 0
    assert files[0].read_bytes() == files[1].read_bytes()
    assert files[0].read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")


def test_a_body_that_nobody_knows_is_answered_with_the_near_one(root: Path) -> None:
    result = CliRunner().invoke(main, ["--root", str(root), "duties", "--body", "淄博市博山财政局"])
    assert result.exit_code == 2
    assert "是不是“淄博市博山区财政局”" in result.output


def test_an_empty_body_is_refused_instead_of_listing_everything(root: Path) -> None:
    result = CliRunner().invoke(main, ["--root", str(root), "duties", "--body", ""])
    assert result.exit_code == 2
    assert "写机构的全称、别名或编号" in result.output


def test_a_folder_that_is_no_library_is_refused(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert result.exit_code == 1
    assert "LIB002" in result.output


# --- the pages --------------------------------------------------------------------------------------------


def test_the_ledger_page_links_provisions_notices_and_the_calendar(library: Library, tmp_path: Path) -> None:
    write_pages(library, tmp_path, dated=DAY)
    page = (tmp_path / "browse/duties/index.md").read_text(encoding="utf-8")
    overdue = (tmp_path / "browse/duties/overdue.md").read_text(encoding="utf-8")
    assert "files/%E6%9C%9F%E9%99%90.ics" in page
    assert "%E9%B2%81%E8%B4%A2%E9%87%872022-14%E5%8F%B7.html#s5-4" in page
    assert "转发时期限已过" in page
    assert "每年9月底前" in page
    assert "每年9月底前" not in overdue
    calendar = (tmp_path / "files/期限.ics").read_bytes()
    assert calendar.count(b"BEGIN:VEVENT") == calendar.count(b"END:VEVENT") > 0


def test_a_demand_in_several_hands_is_one_row_and_counts_once(library: Library, tmp_path: Path) -> None:
    write_pages(library, tmp_path, dated=date(2026, 11, 23))
    page = (tmp_path / "browse/duties/index.md").read_text(encoding="utf-8")
    overdue = (tmp_path / "browse/duties/overdue.md").read_text(encoding="utf-8")
    assert "已逾期 2 条" in page
    assert "共 2 条" in overdue
    assert page.count("向省财政厅（政府采购监督管理处）报送") == 1
    (row,) = [row for row in page.split("<tr>") if "向省财政厅（政府采购监督管理处）报送" in row]
    assert row.count("已逾期") == 1
    assert row.count("随文转发，主体是否适用须判断") == 2
    assert "各镇（街道）财政所" not in overdue


def test_a_hand_of_those_who_are_named_is_overdue_and_still_one_demand(make: Make, tmp_path: Path) -> None:
    library = make([demand(主体=["各市财政局", "各县财政局"], 期限="2022-11-30")])
    write_pages(library, tmp_path / "pages", dated=DAY)
    overdue = (tmp_path / "pages/browse/duties/overdue.md").read_text(encoding="utf-8")
    assert "共 1 条" in overdue
    assert overdue.count("已逾期</span>") == 2
    assert "各县财政局" in overdue
    assert "县直各部门" not in overdue


def test_the_round_of_a_yearly_demand_that_has_passed_is_shown_and_found_by_year(
    library: Library, tmp_path: Path
) -> None:
    write_pages(library, tmp_path, dated=date(2026, 11, 23))
    for path in ("browse/duties/index.md", "policies/鲁财采2022-14号.md"):
        page = (tmp_path / path).read_text(encoding="utf-8")
        assert "上一期 2026年9月30日，台账没有记" in page


def test_the_page_of_a_year_tells_of_the_rounds_of_that_year_by_their_days(
    library: Library, tmp_path: Path
) -> None:
    write_pages(library, tmp_path, dated=date(2026, 11, 23))
    page = (tmp_path / "browse/duties/year-2026.md").read_text(encoding="utf-8")
    rows = [row for row in page.split("<tr>") if "<td>" in row]
    days = [re.findall(r"\d{4}年\d+月\d+日", row)[0] for row in rows]
    assert days == ["2026年7月31日", "2026年9月30日"]
    for row, following in zip(rows, ("2027年1月31日", "2027年9月30日"), strict=True):
        assert "已过</span>" in row
        assert "台账没有记" in row
        assert f"下一期 {following}" in row
        assert "未到期" not in row
    later = (tmp_path / "browse/duties/year-2027.md").read_text(encoding="utf-8")
    assert later.count("未到期</span>") == 2
    assert "已过</span>" not in later


def test_what_is_not_public_reaches_neither_page_nor_calendar(make: Make, tmp_path: Path) -> None:
    library = make([demand(事项="报送内部情况", 期限="2023-03-01")], 公开属性="不予公开")
    out = tmp_path / "pages"
    write_pages(library, out, dated=DAY)
    written = b"".join(file.read_bytes() for file in out.rglob("*") if file.is_file())
    assert "报送内部情况".encode() not in written


def test_a_hidden_notice_in_between_breaks_the_line(make: Make, tmp_path: Path) -> None:
    library = make([demand(期限="2023-03-01")])
    for file in (library.root / "policies").glob("市通知.md"):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("编号: 市通知\n", "编号: 市通知\n公开属性: 待定\n", 1), encoding="utf-8")
    reloaded, problems = load_library(library.root)
    assert problems == ()
    out = tmp_path / "pages"
    write_pages(reloaded, out, dated=DAY)
    page = (out / "browse/duties/index.md").read_text(encoding="utf-8")
    assert "各市财政局" in page
    assert "县直各部门" not in page


@pytest.mark.parametrize(
    ("disclosure", "audience", "seen"),
    [
        (None, Audience.SITE, ["台账不公开"]),
        ("不予公开", Audience.SITE, []),
        ("主动公开", Audience.SITE, ["王五", "在办"]),
        (None, Audience.PRINT, ["王五", "在办"]),
    ],
)
def test_who_sees_to_a_duty_and_how_far_is_public_only_where_the_ledger_is(
    make: Make, tmp_path: Path, disclosure: str | None, audience: Audience, seen: list[str]
) -> None:
    entry = {"政策": "省通知", "要求": "要求1", "主体": "市财政局 王五", "状态": "在办"}
    root = make([demand(期限="2022-11-30")], ledger=[entry]).root
    file = next(root.rglob("台账.yaml"))
    stated = f"公开属性: {disclosure}\n" if disclosure else ""
    file.write_text(file.read_text(encoding="utf-8") + stated, encoding="utf-8")
    library, problems = load_library(root)
    assert problems == ()
    write_pages(library, tmp_path / "pages", dated=DAY, audience=audience)
    page = (tmp_path / "pages/browse/duties/index.md").read_text(encoding="utf-8")
    assert [words for words in ("台账不公开", "王五", "在办") if words in page] == seen


def test_a_long_ledger_is_cut_into_pages(make: Make, tmp_path: Path) -> None:
    demands = [demand(编号=f"要求{number}", 期限="2023-03-01") for number in range(1, 211)]
    write_pages(make(demands), tmp_path / "pages", dated=DAY)
    pages = sorted((tmp_path / "pages" / "browse" / "duties").glob("[0-9]*.md"))
    assert [page.name for page in pages] == ["2.md", "3.md"]
    assert max(page.read_text(encoding="utf-8").count("<tr>") for page in pages) <= 101


# --- the checks -------------------------------------------------------------------------------------------


def said(library: Library) -> list[Problem]:
    """What the check of duties says."""
    return list(check_duties(library))


@pytest.mark.parametrize(
    ("entry", "code", "words"),
    [
        ({"政策": "省通知", "要求": "要求7", "状态": "未办"}, "DUTY001", "没有编号为“要求7”的要求"),
        ({"规则": "R-0", "状态": "未办"}, "DUTY001", "不是定期报送的规则"),
        ({"政策": "市通知", "要求": "要求1", "转发文件": "省通知", "状态": "未办"}, "DUTY002", "没有转发"),
        ({"政策": "省通知", "要求": "要求1", "状态": "办结"}, "DUTY004", "没有写“办结日期”"),
        (
            {"政策": "省通知", "要求": "要求1", "状态": "在办", "办结日期": "2022-12-01"},
            "DUTY004",
            "却是“在办”",
        ),
    ],
)
def test_an_entry_that_points_nowhere_or_contradicts_itself_is_told(
    make: Make, entry: dict[str, Any], code: str, words: str
) -> None:
    own = [demand(规则=None, 期限="2023-01-01")]
    problems = said(make([demand(期限="2022-11-30")], own=own, ledger=[entry]))
    assert [(problem.code, words in problem.message) for problem in problems] == [(code, True)]
    assert problems[0].place.line > 1
    assert problems[0].hint


def test_an_entry_at_the_end_of_a_chain_is_right(make: Make) -> None:
    entry = {"政策": "省通知", "要求": "要求1", "转发文件": "县通知", "状态": "未办"}
    assert said(make([demand(期限="2022-11-30")], ledger=[entry])) == []


def test_a_deadline_that_cannot_be_read_is_told_where_it_stands(make: Make) -> None:
    (problem,) = said(make([demand(期限="2月30日前")]))
    assert (problem.code, problem.place.path) == ("DUTY003", "policies/省通知.md")


@pytest.mark.parametrize("entry", [{"状态": "未办"}, {"政策": "省通知", "状态": "未办"}])
def test_an_entry_names_a_demand_or_a_rule(make: Make, tmp_path: Path, entry: dict[str, Any]) -> None:
    with pytest.raises(AssertionError, match="要写“政策”和“要求”"):
        make([demand()], ledger=[entry])
    assert (tmp_path / "cases" / "台账.yaml").is_file()
