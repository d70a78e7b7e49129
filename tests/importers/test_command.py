"""`gongwen import` as people use it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.checks.contacts import check_contacts
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


def test_a_text_that_was_not_written_is_not_counted_as_a_success(root: Path) -> None:
    run(root, str(root.parent / "通知.txt"))
    log = root / "policies/imported/导入-通知.yaml"
    log.write_text(log.read_text(encoding="utf-8").replace("处理: 去除", "处理: 去掉"), encoding="utf-8")
    result = run(root, str(root.parent / "通知.txt"))
    assert result.exit_code == 1
    assert "没有写进资料库" in result.output
    assert "读了 1 个文件，成功 0 个" in result.output


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
    (problem,) = [problem for problem in check_pending(library) if problem.place.path.endswith(f"{NAME}.md")]
    assert (problem.code, problem.level) == ("PEND001", Level.HINT)
    assert f"“{NAME}”有 4 处待确认" in problem.message
    for field in ("效力级别", "地区", "要求.要求1", "公开属性"):
        assert f"“{field}”（" in problem.message
    line = (root / problem.place.path).read_text(encoding="utf-8").splitlines()[problem.place.line - 1]
    assert line == "  - 字段: 效力级别"


def test_a_doubtful_number_comes_first_and_is_a_warning(root: Path) -> None:
    original = root.parent / "通知.txt"
    original.write_text(NOTICE.replace("某财采〔2024〕5号\n", ""), encoding="utf-8")
    run(root, str(original))
    library, _ = load_library(root)
    (problem,) = [problem for problem in check_pending(library) if problem.level is Level.WARNING]
    line = (root / problem.place.path).read_text(encoding="utf-8").splitlines()[problem.place.line - 1]
    assert line == "  - 字段: 文号"


def test_a_record_with_many_doubts_names_the_first_and_counts_the_others(root: Path) -> None:
    record = root / "policies" / "存根.md"
    doubts = "".join(
        f"  - 字段: 要求.要求{at}\n    理由: 由原文语句摘出，请核对：{'长' * 40}\n" for at in range(1, 10)
    )
    keys = "类别: 政策\n编号: 存根\n标题: 某办法\n文种: 办法\n效力级别: 待补\n地区: 待补\n"
    keys += "时效: 未核\n文本: 存根\n"
    record.write_text(f"---\n{keys}待确认:\n{doubts}---\n", encoding="utf-8")
    (problem,) = check_pending(load_library(root)[0])
    assert "有 9 处待确认" in problem.message
    assert problem.message.endswith("另有 3 处")
    assert "长" * 20 not in problem.message


def test_an_option_of_the_whole_command_is_told_where_it_belongs(root: Path) -> None:
    result = run(root, "--quiet", str(root.parent / "通知.txt"))
    assert result.exit_code == 2
    assert "“--quiet”" in result.output
    assert "要写在命令前面" in result.output
    assert "--into" not in result.output


def test_a_contact_in_the_text_is_told_before_the_site_prints_it(root: Path) -> None:
    original = root.parent / "通知.txt"
    text = NOTICE.replace("二、有关要求", "联系人及电话：王某某 0531-51700000。\n\n二、有关要求")
    original.write_text(text, encoding="utf-8")
    run(root, str(original))
    library, _ = load_library(root)
    (problem,) = check_contacts(library)
    assert (problem.code, problem.level) == ("PRIV001", Level.HINT)
    assert "0531-51700000" in problem.message
    line = (root / problem.place.path).read_text(encoding="utf-8").splitlines()[problem.place.line - 1]
    assert line.startswith("联系人及电话")
