"""The command as its users type it, mistakes included: exit codes, Chinese, plain output in a pipe."""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from generator.cli import main
from generator.cli.starting import NEW_KINDS
from generator.standard import TemplateKind
from generator.word import make_template

BAD = {"policies/坏.md": "---\n类别: 政策\n编号: 坏\n标题： 某通知\n---\n"}


def run(*words: str) -> Result:
    return CliRunner().invoke(main, words)


def test_help_is_chinese_and_names_every_command() -> None:
    shown = run("--help")
    assert shown.exit_code == 0
    for verb in ("build", "check", "write", "search", "new", "schema"):
        assert verb in shown.output
        page = run(verb, "--help").output
        assert "用法：" in page
        assert not re.search(r"Usage|Options|Show this|Commands", page)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["bild"], "没有“bild”这个命令，是不是“build”？"),
        (["build", "--dat", "2022-12-31"], "没有“--dat”这个选项"),
        (["build", "--date", "2022.12.31"], "请写成 2022-12-31 的样子"),
        (["search"], "缺少“词…”"),
        (["search", "续签", "--limit", "很多"], "“--limit”要写整数"),
        (["search", "续签", "--kind", "政筞"], "没有“政筞”这种类别"),
        (["search", "续签", "--year", "22"], "“--year”要写整数（1949 到 2100）"),
        (["check", "--format", "xml"], "“--format”只能写 text、json、html"),
        (["new", "brief"], "只能写 library、case"),
        (["--quiet"], "没有写命令"),
        (["build", "--out"], "“--out”后面没有写内容"),
        (["build", "--pdf=是"], "“--pdf”后面不写内容"),
        (["schema", "多余"], "多写了“多余”"),
    ],
)
def test_wrong_use_ends_with_2_and_one_chinese_sentence(words: list[str], said: str) -> None:
    result = run(*words)
    assert result.exit_code == 2
    assert said in result.output
    assert "Traceback" not in result.output


def test_no_command_shows_the_help() -> None:
    result = run()
    assert result.exit_code == 2
    assert "用法：" in result.output


@pytest.mark.parametrize("verb", [["build"], ["check"], ["write", "某"]])
def test_a_folder_that_is_not_there_is_told(tmp_path: Path, verb: list[str]) -> None:
    result = run("--root", str(tmp_path / "没有"), *verb)
    assert result.exit_code == 1
    assert "个文件夹" in result.output
    assert "检查 --root" in result.output


def test_check_in_json_has_the_fixed_keys(make_library: Callable[[Mapping[str, str]], Path]) -> None:
    result = run("--root", str(make_library(BAD)), "check", "--format", "json")
    (problem,) = json.loads(result.output)
    assert result.exit_code == 1
    assert list(problem) == ["level", "code", "message", "hint", "path", "line", "column", "basis"]
    assert (problem["path"], problem["line"], problem["level"]) == ("policies/坏.md", 4, "错误")


def test_check_of_a_path_shows_what_concerns_it_and_counts_other_unreadable_records(
    copy_of_shipped: Path,
) -> None:
    broken = copy_of_shipped / "policies" / "坏.md"
    broken.write_text(BAD["policies/坏.md"], encoding="utf-8")
    case = copy_of_shipped / "cases" / "projects" / "濮阳-数字城管-2016.yaml"
    case.write_text(case.read_text(encoding="utf-8").replace("题: 评价指标", "题: 其他"), encoding="utf-8")
    checked = run("--root", str(copy_of_shipped), "check", str(copy_of_shipped / "documents"), "--strict")
    assert "另有 1 个文件读不出来" in checked.output
    assert "运行 gongwen check 看全部" in checked.output
    assert "坏.md" not in checked.output
    assert "濮阳-数字城管-2016.yaml" not in checked.output
    assert checked.exit_code == 0
    alone = run("--root", str(copy_of_shipped), "check", str(broken))
    assert "policies/坏.md:4:3" in alone.output
    assert "另有" not in alone.output
    assert alone.exit_code == 1


def test_one_unreadable_record_is_the_only_error_however_much_rests_on_it(copy_of_shipped: Path) -> None:
    file = copy_of_shipped / "cases" / "returns" / "统计-濮阳-2016-2017.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("32857.95", "１２３"), encoding="utf-8")
    problems = json.loads(run("--root", str(copy_of_shipped), "check", "--format", "json").output)
    errors = [problem for problem in problems if problem["level"] == "错误"]
    assert [(problem["path"], problem["code"]) for problem in errors] == [
        ("cases/returns/统计-濮阳-2016-2017.yaml", "REC004")
    ]


def test_check_of_a_path_outside_is_refused(
    make_library: Callable[[Mapping[str, str]], Path], tmp_path_factory: pytest.TempPathFactory
) -> None:
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    result = run("--root", str(make_library(BAD)), "check", str(elsewhere))
    assert result.exit_code == 1
    assert "不在资料库里" in result.output


def test_strict_makes_warnings_count(copy_of_shipped: Path) -> None:
    file = copy_of_shipped / "cases" / "projects" / "濮阳-数字城管-2016.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count("题: 评价指标") == 1
    file.write_text(text.replace("题: 评价指标", "题: 其他事项"), encoding="utf-8")
    assert run("--root", str(copy_of_shipped), "check").exit_code == 0
    strict = run("--root", str(copy_of_shipped), "check", "--strict")
    assert strict.exit_code == 1
    assert "警告" in strict.output


def test_a_pipe_gets_neither_colour_nor_bars(make_library: Callable[[Mapping[str, str]], Path]) -> None:
    result = run("--root", str(make_library(BAD)), "check")
    assert "\x1b[" not in result.output


def test_a_new_library_with_samples_builds_at_once(tmp_path: Path) -> None:
    assert run("--root", str(tmp_path), "new", "library").exit_code == 0
    for kind in NEW_KINDS:
        if kind not in ("library", "template"):
            assert run("--root", str(tmp_path), "new", kind).exit_code == 0
    assert run("--root", str(tmp_path), "new", "notice", "--forward", "新政策").exit_code == 0
    checked = run("--root", str(tmp_path), "check", "--strict")
    assert checked.exit_code == 0, checked.output
    assert set(re.findall(r"(?:错误|警告|提示) [A-Z]+\d+", checked.output)) == {"提示 FILL001"}
    result = run("--root", str(tmp_path), "build", "--date", "2022-12-31")
    assert result.exit_code == 0, result.output
    assert sorted(file.name for file in (tmp_path / "build" / "word").iterdir()) == [
        "新函.docx",
        "新命令.docx",
        "新报告.docx",
        "新案例.docx",
        "新汇编.docx",
        "新纪要.docx",
        "新联合通知.docx",
        "新请示.docx",
        "新转发.docx",
        "新通知.docx",
    ]
    assert "已生成" in result.output


def test_samples_never_overwrite(tmp_path: Path) -> None:
    run("--root", str(tmp_path), "new", "case")
    run("--root", str(tmp_path), "new", "case")
    names = sorted(file.name for file in (tmp_path / "cases" / "projects").iterdir())
    assert names == ["新案例.yaml", "新案例2.yaml"]


def test_a_notice_forwards_only_what_is_there(tmp_path: Path) -> None:
    run("--root", str(tmp_path), "new", "library")
    result = run("--root", str(tmp_path), "new", "notice", "--forward", "没有这份")
    assert result.exit_code == 1
    assert "库里没有“没有这份”这份政策" in result.output


def test_a_notice_finds_what_it_forwards_by_its_number_in_any_spelling(copy_of_shipped: Path) -> None:
    result = run("--root", str(copy_of_shipped), "new", "notice", "--forward", "鲁财采[2022]14号")
    assert result.exit_code == 0
    text = (copy_of_shipped / "documents" / "新转发.md").read_text(encoding="utf-8")
    assert "目标: 鲁财采2022-14号" in text
    assert run("--root", str(copy_of_shipped), "new", "case", "--forward", "鲁财采2022-14号").exit_code == 2


def test_an_output_folder_that_cannot_be_made_is_told_in_chinese(
    copy_of_shipped: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "denied", str(copy_of_shipped / "build"))

    monkeypatch.setattr(Path, "mkdir", refuse)
    result = run("--root", str(copy_of_shipped), "build", "--date", "2022-12-31")
    assert result.exit_code == 1
    assert "没有读写权限" in result.output
    assert "Traceback" not in result.output


def test_schema_writes_one_file_per_kind_with_chinese_keys(tmp_path: Path) -> None:
    result = run("--root", str(tmp_path), "schema", "--out", str(tmp_path / "schema"))
    assert result.exit_code == 0
    schema = json.loads((tmp_path / "schema" / "案例.json").read_text(encoding="utf-8"))
    assert {"名称", "地区", "服务方式"} <= set(schema["properties"])
    assert schema["properties"]["类别"]["const"] == "案例"


def test_schemas_that_were_written_first_do_not_keep_a_build_from_going_on(tmp_path: Path) -> None:
    run("--root", str(tmp_path), "new", "library")
    run("--root", str(tmp_path), "new", "notice")
    run("--root", str(tmp_path), "schema")
    built = run("--root", str(tmp_path), "--quiet", "build", "--date", "2022-12-31")
    assert built.exit_code == 0, built.output
    assert (tmp_path / "build" / "word" / "新通知.docx").is_file()


def test_a_foreign_file_among_the_schemas_is_never_deleted(tmp_path: Path) -> None:
    run("--root", str(tmp_path), "new", "library")
    run("--root", str(tmp_path), "schema")
    foreign = tmp_path / "build" / "schema" / "笔记.json"
    foreign.write_text("{}", encoding="utf-8")
    built = run("--root", str(tmp_path), "build", "--date", "2022-12-31")
    assert built.exit_code == 1
    assert "OUT002" in built.output
    assert foreign.is_file()


def test_gaps_that_are_printed_are_told_once_for_each_document_and_print_as_room(tmp_path: Path) -> None:
    run("--root", str(tmp_path), "new", "library")
    run("--root", str(tmp_path), "new", "request")
    checked = run("--root", str(tmp_path), "check", str(tmp_path / "documents" / "新请示.md"))
    assert "还有待补：文号、签发人、成文日期、联系人的姓名、联系人的电话" in checked.output
    assert checked.output.count("FILL001") == 1
    run("--root", str(tmp_path), "write", "新请示", "--out", str(tmp_path / "出"))
    with zipfile.ZipFile(tmp_path / "出" / "新请示.docx") as made:
        printed = made.read("word/document.xml").decode("utf-8")
    assert "签发人" in printed
    assert "联系人" in printed
    assert "待补" not in printed


def test_a_notice_that_forwards_a_stub_is_warned_of(tmp_path: Path) -> None:
    run("--root", str(tmp_path), "new", "library")
    run("--root", str(tmp_path), "new", "policy")
    run("--root", str(tmp_path), "new", "notice", "--forward", "新政策")
    notice, policy = tmp_path / "documents" / "新转发.md", tmp_path / "policies" / "新政策.md"
    assert "STUB001" not in run("--root", str(tmp_path), "check", str(notice)).output
    head = policy.read_text(encoding="utf-8").replace("文本: 摘编", "文本: 存根").split("\n---\n")[0]
    policy.write_text(f"{head}\n---\n", encoding="utf-8")
    checked = run("--root", str(tmp_path), "check", str(notice))
    assert "警告 STUB001 附上的“新政策”（文本：存根）没有正文" in checked.output


def test_what_is_no_word_file_is_called_so(tmp_path: Path) -> None:
    (tmp_path / "表.xlsx").write_bytes(b"PK")
    (tmp_path / "~$临时.docx").write_bytes(b"")
    (tmp_path / "空").mkdir()
    sheet = run("--root", str(tmp_path), "check", str(tmp_path / "表.xlsx"))
    assert (sheet.exit_code, "表.xlsx”不是 Word 文件" in sheet.output) == (1, True)
    note = run("--root", str(tmp_path), "check", str(tmp_path / "~$临时.docx"))
    assert (note.exit_code, "临时文件，没有核对" in note.output) == (0, True)
    empty = run("--root", str(tmp_path), "check", str(tmp_path / "空"))
    assert (empty.exit_code, "空”里没有 Word 文件" in empty.output) == (1, True)


def test_a_folder_stands_for_the_word_files_in_it(tmp_path: Path) -> None:
    folder = tmp_path / "收到的"
    folder.mkdir()
    for name in ("甲.docx", "乙.docx"):
        (folder / name).write_bytes(make_template(TemplateKind.DOCUMENT))
    (folder / "~$甲.docx").write_bytes(b"")
    data = json.loads(run("--root", str(folder), "check", str(folder), "--format", "json").output)
    assert len(data["files"]) == 2
    assert data["problems"] == []


def test_search_without_an_index_says_what_to_do(tmp_path: Path) -> None:
    result = run("--root", str(tmp_path), "search", "续签")
    assert result.exit_code == 1
    assert "gongwen build" in result.output


def test_search_finds_a_provision_and_a_number_in_any_spelling(copy_of_shipped: Path) -> None:
    run("--root", str(copy_of_shipped), "--quiet", "build", "--date", "2022-12-31")
    hits = json.loads(run("--root", str(copy_of_shipped), "search", "续签时长", "--format", "json").output)
    assert (hits[0]["id"], hits[0]["anchor"]) == ("鲁财采2022-14号", "s3-4")
    assert list(hits[0]) == ["id", "kind", "title", "number", "anchor", "snippet", "score", "url"]
    for spelling in ("财综[2014]96号", "财综【2014】96", "财综 2014 96号"):
        found = json.loads(run("--root", str(copy_of_shipped), "search", spelling, "--format", "json").output)
        assert found[0]["id"] == "财综2014-96号"
