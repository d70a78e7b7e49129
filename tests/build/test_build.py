"""The whole river on the shipped library: what is made, that it repeats, and what stops it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import date
from html import unescape
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.build import build, check, write
from generator.build.manifest import read_manifest, sha256_of
from generator.problems import Level, LibraryError

DATED = date(2022, 12, 31)
REPORT, CHAIN, COLLECTION = "濮财综2017-8号", "博山转发淄博通知", "典型案例汇编"


def word_text(file: Path) -> str:
    """The XML of a Word file's body."""
    with ZipFile(file) as archive:
        return archive.read("word/document.xml").decode("utf-8")


def test_the_four_kinds_of_outputs_are_there(built: Path) -> None:
    assert (built / "site" / "index.html").is_file()
    assert any((built / "index").iterdir())
    for name in (REPORT, CHAIN, COLLECTION):
        assert (built / "word" / f"{name}.docx").is_file()


def test_the_manifest_names_every_file_with_its_hash(built: Path) -> None:
    manifest = read_manifest(built)
    files = {file.relative_to(built).as_posix() for file in built.rglob("*") if file.is_file()}
    assert files - {"manifest.json"} == set(manifest.outputs)
    for output in manifest.outputs.values():
        assert sha256_of(built / output.path) == output.sha256


def test_the_manifest_names_the_records_behind_each_document(built: Path) -> None:
    manifest = read_manifest(built)
    report = manifest.outputs[f"word/{REPORT}.docx"].records
    assert {"统计-濮阳-2016-2017", "濮阳-数字城管-2016", "华龙-一村一戏-2016", "填报-濮阳-2017"} <= set(
        report
    )
    chain = manifest.outputs[f"word/{CHAIN}.docx"].records
    assert {"淄财采2022-20号", "鲁财采2022-14号", "名单-山东联系点-2022"} <= set(chain)
    page = manifest.outputs["site/cases/濮阳-数字城管-2016.html"].records
    assert "濮阳-数字城管-2016" in page


def test_building_again_in_another_process_gives_the_same_bytes(
    built: Path, root: Path, tmp_path: Path
) -> None:
    command = [sys.executable, "-m", "generator", "--root", str(root), "--quiet", "build"]
    command += ["--out", str(tmp_path / "again"), "--date", DATED.isoformat()]
    environment = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": str(root)}
    subprocess.run(command, check=True, env=environment, capture_output=True)
    one, other = (
        json.loads((place / "manifest.json").read_text("utf-8")) for place in (built, tmp_path / "again")
    )
    assert one == other


def test_building_over_an_older_build_gives_the_same_bytes(built: Path, root: Path, tmp_path: Path) -> None:
    out = tmp_path / "twice"
    build(root, out, date(2021, 1, 1))
    build(root, out, DATED)
    assert (out / "manifest.json").read_bytes() == (built / "manifest.json").read_bytes()


def test_the_word_files_of_the_site_hold_no_personal_data(built: Path) -> None:
    printed = word_text(built / "word" / f"{REPORT}.docx")
    (offered,) = (built / "site").rglob(f"{REPORT}.docx")
    assert "樊相奇" in printed
    assert "窦旭辉" in printed
    assert "樊相奇" not in word_text(offered)
    assert "窦旭辉" not in word_text(offered)


def test_a_policy_is_offered_as_word_where_its_text_is_held_and_only_on_the_site(built: Path) -> None:
    offered = {file.stem for file in (built / "site" / "files").glob("*.docx")}
    assert {"鲁财采2022-14号", "财政部令102号"} <= offered
    assert "南乐县棚改服务管理办法" not in offered
    assert not (built / "word" / "鲁财采2022-14号.docx").exists()
    assert "积极推进政府购买城乡社区公共服务" in word_text(built / "site" / "files" / "鲁财采2022-14号.docx")
    page = (built / "site" / "policies" / "鲁财采2022-14号.html").read_text(encoding="utf-8")
    assert 'download">下载 Word</a>' in page
    for file in (built / "site" / "files").glob("*.docx"):
        assert "0533" not in word_text(file)


# --- small libraries ---------------------------------------------------------------------------


def test_a_record_that_cannot_be_read_stops_the_build_and_leaves_the_last_outputs(
    copy_of_shipped: Path,
) -> None:
    out = copy_of_shipped / "build"
    build(copy_of_shipped, out, DATED)
    before = {file: file.read_bytes() for file in out.rglob("*") if file.is_file()}
    (copy_of_shipped / "cases" / "坏.yaml").write_text("类别：案例\n编号: 坏\n", encoding="utf-8")
    with pytest.raises(LibraryError) as caught:
        build(copy_of_shipped, out, DATED)
    assert [str(problem.place) for problem in caught.value.problems] == ["cases/坏.yaml:1:3"]
    assert {file: file.read_bytes() for file in out.rglob("*") if file.is_file()} == before


def test_an_edited_word_file_survives_the_next_build(copy_of_shipped: Path) -> None:
    out = copy_of_shipped / "build"
    build(copy_of_shipped, out, DATED)
    edited = out / "word" / f"{REPORT}.docx"
    edited.write_bytes(edited.read_bytes() + b"edited")
    result = build(copy_of_shipped, out, DATED)
    assert edited.read_bytes().endswith(b"edited")
    assert (out / "word" / f"{REPORT}-新.docx").is_file()
    assert list(result.manifest.kept) == [f"word/{REPORT}.docx"]


def test_a_changed_cell_reaches_word_and_site_and_the_stated_total_is_told(copy_of_shipped: Path) -> None:
    file = copy_of_shipped / "cases" / "returns" / "统计-濮阳-2016-2017.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("32857.95", "32957.95"), encoding="utf-8")
    out = copy_of_shipped / "build"
    result = build(copy_of_shipped, out, DATED)
    errors = [problem for problem in result.problems if problem.level is Level.ERROR]
    assert errors
    assert all(problem.place.path == "cases/returns/统计-濮阳-2016-2017.yaml" for problem in errors)
    assert "45164.17" in word_text(out / "word" / f"{REPORT}.docx")
    assert "45164.17" in word_text(out / "word" / f"{COLLECTION}.docx")
    page = (out / "site" / "documents" / f"{REPORT}.html").read_text(encoding="utf-8")
    assert "45164.17" in unescape(page)


def test_a_document_whose_figure_cannot_be_filled_in_is_not_written(copy_of_shipped: Path) -> None:
    file = copy_of_shipped / "documents" / f"{REPORT}.md"
    file.write_text(
        file.read_text(encoding="utf-8").replace("统计.合计.金额", "统计.合计.金客"), encoding="utf-8"
    )
    result = build(copy_of_shipped, copy_of_shipped / "build", DATED)
    assert result.left_out == (REPORT,)
    assert not (copy_of_shipped / "build" / "word" / f"{REPORT}.docx").exists()
    (problem,) = [problem for problem in result.problems if problem.level is Level.ERROR]
    assert problem.code == "BIND001"
    assert "金额" in problem.hint


def test_the_shipped_library_has_no_errors_and_no_warnings(root: Path) -> None:
    assert [problem.as_text() for problem in check(root) if problem.level is not Level.HINT] == []


def test_write_makes_only_what_is_asked_for(copy_of_shipped: Path) -> None:
    out = copy_of_shipped / "out"
    ids = (CHAIN, "鲁财采2022-14号", "濮阳-数字城管-2016")
    for _ in range(2):
        assert write(copy_of_shipped, ids, out).problems == ()
    assert sorted(file.stem for file in out.glob("*.docx")) == sorted(ids)


def test_write_and_build_remember_each_others_files(copy_of_shipped: Path) -> None:
    out = copy_of_shipped / "build"
    build(copy_of_shipped, out, DATED)
    file = copy_of_shipped / "documents" / f"{CHAIN}.md"
    file.write_text(file.read_text(encoding="utf-8").replace("请遵照执行", "请贯彻执行"), encoding="utf-8")
    write(copy_of_shipped, (CHAIN,), None)
    assert "请贯彻执行" in word_text(out / "word" / f"{CHAIN}.docx")
    assert build(copy_of_shipped, out, DATED).manifest.kept == {}
    assert list((out / "word").glob("*-新*")) == []


def test_write_suggests_the_id_that_was_meant(copy_of_shipped: Path) -> None:
    with pytest.raises(LibraryError) as caught:
        write(copy_of_shipped, ("濮财综2017-9号", "六大类"), copy_of_shipped / "out")
    messages = {problem.message: problem.hint for problem in caught.value.problems}
    assert messages["库里没有“濮财综2017-9号”"] == f"是不是“{REPORT}”？"
    assert any("不单独成文" in message for message in messages)


# --- whose folders -----------------------------------------------------------------------------


@pytest.mark.parametrize("out", [".", "site", "cases", "documents/发文"])
def test_outputs_never_go_among_the_sources(copy_of_shipped: Path, out: str) -> None:
    before = {file for file in copy_of_shipped.rglob("*") if file.is_file()}
    with pytest.raises(LibraryError, match="资料库自己的文件夹"):
        build(copy_of_shipped, copy_of_shipped / out, DATED)
    assert {file for file in copy_of_shipped.rglob("*") if file.is_file()} == before


def test_a_folder_of_somebody_else_is_never_replaced(copy_of_shipped: Path, tmp_path: Path) -> None:
    out = tmp_path / "别处"
    (out / "site").mkdir(parents=True)
    (out / "site" / "我的笔记.txt").write_text("x", encoding="utf-8")
    with pytest.raises(LibraryError, match="不是本程序生成的内容"):
        build(copy_of_shipped, out, DATED)
    assert (out / "site" / "我的笔记.txt").exists()


def test_a_word_file_held_open_leaves_a_true_manifest_and_no_double(
    copy_of_shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = copy_of_shipped / "build"
    build(copy_of_shipped, out, DATED)
    file = copy_of_shipped / "documents" / f"{REPORT}.md"
    file.write_text(file.read_text(encoding="utf-8").replace("特此报告。", "特此报告"), encoding="utf-8")
    replace = Path.replace

    def refuse(self: Path, target: Path) -> Path:
        if Path(target).name == f"{REPORT}.docx" and Path(target).parent.name == "word":
            raise PermissionError(13, "held open")
        return replace(self, target)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", refuse)
        result = build(copy_of_shipped, out, DATED)
    assert [problem.code for problem in result.problems if problem.level is Level.ERROR] == ["OUT001"]
    for output in read_manifest(out).outputs.values():
        assert sha256_of(out / output.path) == output.sha256
    assert build(copy_of_shipped, out, DATED).manifest.kept == {}
    assert list((out / "word").glob("*-新*")) == []


def test_a_document_takes_the_template_of_its_format(copy_of_shipped: Path) -> None:
    file = copy_of_shipped / "documents" / f"{CHAIN}.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("行文方向: 下行", "行文方向: 平行\n版式: 信函式"), encoding="utf-8")
    build(copy_of_shipped, copy_of_shipped / "build", DATED)
    assert "信函上线" in word_text(copy_of_shipped / "build" / "word" / f"{CHAIN}.docx")


# --- what cannot be printed ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "value", "code"),
    [("发文机关标志", "某" * 27, "WORD012"), ("模板", "没有.docx", "TMPL001")],
)
def test_what_the_pen_refuses_is_told_by_check_and_left_out_by_build(
    copy_of_shipped: Path, key: str, value: str, code: str
) -> None:
    file = copy_of_shipped / "documents" / f"{CHAIN}.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("行文方向: 下行", f"行文方向: 下行\n{key}: {value}"), encoding="utf-8")
    assert [problem.code for problem in check(copy_of_shipped) if problem.level is Level.ERROR] == [code]
    result = build(copy_of_shipped, copy_of_shipped / "build", DATED)
    assert result.left_out == (CHAIN,)
    assert (copy_of_shipped / "build" / "word" / f"{REPORT}.docx").is_file()


def test_two_documents_that_enclose_each_other_are_told(copy_of_shipped: Path) -> None:
    file = copy_of_shipped / "policies" / "shandong" / "鲁财采2022-14号.md"
    text = file.read_text(encoding="utf-8")
    assert "  - 标题: 山东省政府购买服务改革联系点名单\n    记录: 名单-山东联系点-2022" in text
    circle = "  - 标题: 来回\n    记录: 淄财采2022-20号\n    全文附后: 是"
    old = "  - 标题: 山东省政府购买服务改革联系点名单\n    记录: 名单-山东联系点-2022"
    file.write_text(text.replace(old, circle), encoding="utf-8")
    assert "REF003" in {problem.code for problem in check(copy_of_shipped)}


def test_a_file_with_another_ending_is_told_and_yml_is_read(copy_of_shipped: Path) -> None:
    case = copy_of_shipped / "cases" / "projects" / "濮阳-数字城管-2016.yaml"
    case.rename(case.with_suffix(".yml"))
    (copy_of_shipped / "cases" / "新案例.yaml.txt").write_text("类别: 案例", encoding="utf-8")
    (copy_of_shipped / "cases" / "~$草稿.docx").write_bytes(b"lock")
    told = [problem for problem in check(copy_of_shipped) if problem.level is not Level.HINT]
    assert [(problem.code, problem.place.path) for problem in told] == [("LIB005", "cases/新案例.yaml.txt")]


def test_a_lock_file_of_word_in_templates_is_no_template(copy_of_shipped: Path) -> None:
    (copy_of_shipped / "templates" / "~$文件.docx").write_bytes(b"lock")
    assert [problem for problem in check(copy_of_shipped) if problem.level is Level.ERROR] == []
