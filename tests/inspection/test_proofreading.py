"""The words of a Word file: figures and wording are told with the number of the paragraph."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from tests.inspection.packages import docx, p

WRONG = "今年总预算4201.14万元，其中基础教育1987.80万元，职业教育2303.34万元。"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file with a slip in its figures and one in its wording."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "情况.docx"
    path.write_bytes(docx(p("关于预算的说明") + p(WRONG) + p("由承接主题报送。")))
    return path


def test_a_word_file_is_told_of_figures_and_wording_by_paragraph(file: Path) -> None:
    result = CliRunner().invoke(main, ["check", file.name, "--format", "json"])
    problems = json.loads(result.output)["problems"]
    assert [(one["code"], one["message"][:4]) for one in problems] == [
        ("SUM001", "第2段："),
        ("TERM001", "第3段："),
    ]
    assert {one["path"] for one in problems} == {"情况.docx"}


def test_the_text_report_shows_them_below(file: Path) -> None:
    result = CliRunner().invoke(main, ["check", file.name])
    assert "情况.docx: 警告 SUM001 第2段：" in result.output
    assert "宜写“承接主体”" in result.output


# --- citations -----------------------------------------------------------------------------------

CITING = (
    "根据《政府购买服务管理办法（暂行）》（财综〔2014〕96号）和《政府购买服务管理办法》（财政部令第103号），"
    "参照《关于购买服务目录的通知》（财综〔2099〕1号），现就有关事项通知如下。"
)


def codes_in(root: Path, file: Path) -> list[str]:
    result = CliRunner().invoke(main, ["--root", str(root), "check", str(file), "--format", "json"])
    return sorted(one["code"] for one in json.loads(result.output)["problems"])


def test_the_citations_of_a_word_file_are_looked_up_in_the_library(
    copy_of_shipped: Path, tmp_path: Path
) -> None:
    file = tmp_path / "通知.docx"
    file.write_bytes(docx(p("关于购买服务有关事项的通知") + p("各县区财政局：") + p(CITING)))
    assert codes_in(copy_of_shipped, file) == ["CITE002", "CITE005", "EFF002"]
    (tmp_path / "别处").mkdir()
    assert codes_in(tmp_path / "别处", file) == []


def test_a_word_file_that_was_signed_while_a_text_held_leans_on_nothing_repealed(
    copy_of_shipped: Path, tmp_path: Path
) -> None:
    found, text = {}, CITING.partition("和")[0] + "，通知如下。"
    head = p("关于购买服务有关事项的通知") + p("各县区财政局：") + p(text)
    for day in ("2016年5月1日", "2021年5月1日"):
        closing = p("各县区要认真执行。") + p("某市财政局") + p(day)
        file = tmp_path / f"{day}.docx"
        file.write_bytes(docx(head + closing))
        found[day] = codes_in(copy_of_shipped, file)
    assert found == {"2016年5月1日": [], "2021年5月1日": ["EFF002"]}
