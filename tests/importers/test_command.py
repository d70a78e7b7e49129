"""`gongwen import` as people use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.checks.pending import check_pending
from generator.cli import main
from generator.library import load_library
from generator.problems import Level
from tests.importers.test_placing import NAME, NOTICE


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty library, and an original beside it."""
    (tmp_path / "library" / "policies").mkdir(parents=True)
    (tmp_path / "通知.txt").write_text(NOTICE.replace("二、有关", "— 2 —\n\n二、有关"), encoding="utf-8")
    return tmp_path / "library"


def run(root: Path, *words: str) -> Result:
    """The command on the original."""
    return CliRunner().invoke(main, ["--root", str(root), "import", *words])


def test_it_says_what_was_recognised_and_what_to_look_at(root: Path) -> None:
    result = run(root, str(root.parent / "通知.txt"))
    assert result.exit_code == 0
    assert "【通知.txt】" in result.output
    assert f"写入 政策 {NAME}  policies/imported/{NAME}.md" in result.output
    assert "某市财政局，某财采〔2024〕5号，关于做好项目报送工作的通知" in result.output
    assert "待确认：效力级别，候选：" in result.output
    assert "清洗：去除 1 处" in result.output
    assert "policies/imported/导入-通知.yaml" in result.output
    assert "撤销: 是" in result.output
    assert "读了 1 个文件，成功 1 个；没有问题" in result.output


def test_a_trial_says_that_nothing_was_written(root: Path) -> None:
    result = run(root, str(root.parent / "通知.txt"), "--dry-run")
    assert f"将写入 政策 {NAME}" in result.output
    assert "什么也没有写" in result.output
    assert not list(root.rglob("*.md"))


def test_json_names_files_records_and_doubts(root: Path) -> None:
    result = run(root, str(root.parent / "通知.txt"), "--format", "json")
    data = json.loads(result.stdout)
    (file,) = data["files"]
    assert file["read"] is True
    assert file["records"][0]["id"] == NAME
    assert {doubt["字段"] for doubt in file["records"][0]["pending"]} >= {"效力级别", "地区"}
    assert file["cleaned"] == {"去除": 1}
    assert data["problems"] == []


def test_a_file_that_cannot_be_read_ends_with_one(root: Path) -> None:
    (root.parent / "图.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    result = run(root, str(root.parent / "*.txt"))
    assert result.exit_code == 1
    assert "没有读成" in result.output
    assert "读了 2 个文件，成功 1 个" in result.output
    assert NAME in load_library(root)[0]


def test_a_text_is_what_the_user_calls_it(root: Path) -> None:
    result = run(root, str(root.parent / "通知.txt"), "--as", "案例")
    assert result.exit_code == 0
    kinds = {entry.record.kind for entry in load_library(root)[0].entries.values()}
    assert kinds == {"案例", "导入记录"}


def test_a_folder_outside_the_library_is_wrong(root: Path) -> None:
    result = run(root, str(root.parent / "通知.txt"), "--into", "..")
    assert result.exit_code == 1
    assert "IMP032" in str(result.exception) or "IMP032" in result.output


def test_every_doubt_is_told_by_check_until_it_is_settled(root: Path) -> None:
    run(root, str(root.parent / "通知.txt"))
    library, _ = load_library(root)
    problems = [problem for problem in check_pending(library) if problem.place.path.endswith(f"{NAME}.md")]
    assert {problem.code for problem in problems} == {"PEND001"}
    told = {problem.message: problem for problem in problems}
    (authority,) = [problem for message, problem in told.items() if "“效力级别”" in message]
    assert authority.level is Level.HINT
    assert "候选：" in authority.hint
    line = (root / authority.place.path).read_text(encoding="utf-8").splitlines()[authority.place.line - 1]
    assert line == "  - 字段: 效力级别"


def test_a_contact_in_the_text_is_told_before_the_site_prints_it(root: Path) -> None:
    original = root.parent / "通知.txt"
    text = NOTICE.replace("二、有关要求", "联系人及电话：王某某 0531-51700000。\n\n二、有关要求")
    original.write_text(text, encoding="utf-8")
    run(root, str(original))
    library, _ = load_library(root)
    (problem,) = [problem for problem in check_pending(library) if problem.code == "PEND002"]
    assert problem.level is Level.HINT
    assert "0531-51700000" in problem.message
    line = (root / problem.place.path).read_text(encoding="utf-8").splitlines()[problem.place.line - 1]
    assert line.startswith("联系人及电话")
