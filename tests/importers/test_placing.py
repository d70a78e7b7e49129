"""Originals into a library: what is written, what is never overwritten, what a person decides."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build import write
from generator.build.importing import Fate, ImportResult, Wishes, import_files
from generator.document import OfficialDocument
from generator.importers.records import policies
from generator.library import Library, load_library
from generator.models.imports import ImportLog
from generator.models.policy import Policy, RelationType, TextState
from generator.problems import LibraryError

NOTICE = """某市财政局文件

某财采〔2024〕5号

关于做好项目报送工作的通知

各县财政局，市直各部门、单位：

根据《某省财政厅关于加强项目管理的通知》（某省财采〔2023〕9号）要求，现就做好项目报送工作通知如下。

一、报送内容

各县财政局要于2024年6月30日前向市财政局报送项目清单，项目用{{ 统计 }}标出。

二、有关要求

《某市项目报送办法》（某财采〔2019〕3号）同时废止。

某市财政局
2024年5月6日
"""
UPPER = """某省财政厅文件

某省财采〔2023〕9号

某省财政厅关于加强项目管理的通知

各市财政局：

为加强项目管理，现就有关事项通知如下。请各市财政局抓好落实，切实提高项目管理水平，确保资金使用安全。

某省财政厅
2023年3月1日
"""
NAME = "某财采2024-5号"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty library."""
    (tmp_path / "library" / "policies").mkdir(parents=True)
    return tmp_path / "library"


def put(root: Path, name: str, text: str) -> Path:
    """An original beside the library."""
    file = root.parent / name
    file.write_text(text, encoding="utf-8")
    return file


def place(root: Path, *files: Path, wishes: Wishes | None = None) -> ImportResult:
    return import_files(root, files, wishes)


def fates(result: ImportResult) -> dict[str, Fate]:
    return {record.id: record.fate for file in result.files for record in file.records}


def opened(root: Path) -> Library:
    library, problems = load_library(root)
    assert problems == ()
    return library


def policy(root: Path, record_id: str) -> Policy:
    found = opened(root).find(record_id, Policy)
    assert found is not None
    return found


def log_of(root: Path) -> ImportLog:
    (log,) = opened(root).every(ImportLog)
    return log


def test_a_notice_becomes_a_record_with_stubs_for_what_it_cites(root: Path) -> None:
    result = place(root, put(root, "通知.txt", NOTICE))
    assert result.problems == ()
    assert set(fates(result)) == {NAME, "某省财采2023-9号", "某财采2019-3号", "导入-通知"}
    notice = policy(root, NAME)
    assert notice.addressees == ("各县财政局", "市直各部门、单位")
    assert str(notice.signed_on) == "2024-05-06"
    relations = {(one.type, one.target, one.anchor) for one in notice.relations}
    assert relations == {
        (RelationType.BASIS, "某省财采2023-9号", "引言"),
        (RelationType.REPEALS, "某财采2019-3号", "二"),
    }
    stub = policy(root, "某省财采2023-9号")
    assert (stub.text_state, stub.title) == (TextState.STUB, "某省财政厅关于加强项目管理的通知")
    assert [(one.until, one.anchor) for one in notice.demands] == [("2024年6月30日前", "一")]
    assert {one.field for one in notice.pending} >= {"效力级别", "地区", "要求.要求1"}


def test_words_in_braces_are_no_binding(root: Path) -> None:
    place(root, put(root, "通知.txt", NOTICE))
    result = write(root, (NAME,), root.parent / "word")
    assert not [problem for problem in result.problems if problem.code.startswith("BIND")]
    body = opened(root).source(NAME).body
    assert "{{ 统计 }}" in "".join(block.text for block in body)


def test_a_trial_writes_nothing(root: Path) -> None:
    result = place(root, put(root, "通知.txt", NOTICE), wishes=Wishes(dry_run=True))
    assert fates(result)[NAME] is Fate.NEW
    assert list(root.rglob("*.*")) == []


def test_what_a_person_edited_is_kept(root: Path) -> None:
    original = put(root, "通知.txt", NOTICE)
    place(root, original)
    file = root / "policies" / "imported" / f"{NAME}.md"
    edited = file.read_text(encoding="utf-8").replace("时效: 未核", "时效: 现行有效")
    file.write_text(edited, encoding="utf-8", newline="\n")
    result = place(root, original)
    assert fates(result)[NAME] is Fate.KEPT
    assert [problem.code for problem in result.problems] == ["IMP034"]
    assert file.read_text(encoding="utf-8") == edited
    assert fates(place(root, original))[NAME] is Fate.KEPT


def test_a_new_reading_stands_beside_what_a_person_edited_and_does_not_multiply(root: Path) -> None:
    original = put(root, "通知.txt", NOTICE.replace("二、有关要求", "— 2 —\n\n二、有关要求"))
    place(root, original)
    file = root / "policies" / "imported" / f"{NAME}.md"
    file.write_text(
        file.read_text(encoding="utf-8").replace("时效: 未核", "时效: 现行有效"), encoding="utf-8"
    )
    log = root / "policies" / "imported" / "导入-通知.yaml"
    undone = log.read_text(encoding="utf-8").replace("    处理: 去除\n", "    处理: 去除\n    撤销: 是\n")
    log.write_text(undone, encoding="utf-8", newline="\n")
    assert fates(place(root, original))[f"{NAME}-新"] is Fate.NEW
    again = fates(place(root, original))
    assert again[f"{NAME}-新"] is Fate.SAME
    assert f"{NAME}-新-2" not in again
    assert policy(root, NAME).status == "现行有效"


def test_a_record_that_was_moved_is_found_where_it_stands(root: Path) -> None:
    original = put(root, "通知.txt", NOTICE)
    place(root, original)
    (root / "policies" / "city").mkdir()
    (root / "policies" / "imported" / f"{NAME}.md").rename(root / "policies" / "city" / f"{NAME}.md")
    result = place(root, original)
    assert [one.path for one in result.files[0].records if one.id == NAME] == [f"policies/city/{NAME}.md"]
    assert not (root / "policies" / "imported" / f"{NAME}.md").exists()


def test_an_undone_cleaning_is_heeded_and_the_record_renewed(root: Path) -> None:
    original = put(root, "通知.txt", NOTICE.replace("二、有关要求", "— 2 —\n\n二、有关要求"))
    place(root, original)
    (entry,) = [one for one in log_of(root).handled if "2" in one.before and one.handling == "去除"]
    file = root / "policies" / "imported" / "导入-通知.yaml"
    lines = file.read_text(encoding="utf-8").splitlines()
    at = lines.index(f"  - 编号: {entry.id}")
    lines.insert(at + 1, "    撤销: 是")
    file.write_text("\n".join(lines) + "\n备注: 页码是正文\n", encoding="utf-8", newline="\n")
    result = place(root, original)
    again = log_of(root)
    assert [one.id for one in again.handled if one.undone == "是"] == [entry.id]
    assert again.remark == "页码是正文"
    texts = "".join(block.text for block in opened(root).source(NAME).body)
    words = texts + "".join(one.text for one in again.unplaced)
    assert "— 2 —" in words
    assert fates(result)["导入-通知"] is Fate.RENEWED


def test_another_original_of_the_same_text_stands_beside_it(root: Path) -> None:
    place(root, put(root, "通知.txt", NOTICE))
    other = place(root, put(root, "通知2.txt", NOTICE.replace("项目清单", "项目清单和说明")))
    assert fates(other)[f"{NAME}-新"] is Fate.NEW
    assert [problem.code for problem in other.problems] == ["IMP033"]
    assert "项目清单和说明" not in (root / "policies" / "imported" / f"{NAME}.md").read_text(encoding="utf-8")


def test_the_same_text_in_another_file_is_not_written_twice(root: Path) -> None:
    place(root, put(root, "通知.txt", NOTICE))
    other = place(root, put(root, "通知2.txt", NOTICE.replace("\n\n", "\n\n\n")))
    assert set(fates(other)) == {"导入-通知2"}
    assert [problem.code for problem in other.problems] == ["IMP033"]


@pytest.mark.parametrize("together", [True, False])
def test_the_full_text_takes_the_place_of_its_stub(root: Path, *, together: bool) -> None:
    lower, upper = put(root, "a.txt", NOTICE), put(root, "b.txt", UPPER)
    if together:
        place(root, lower, upper)
    else:
        place(root, lower)
        place(root, upper)
    assert policy(root, "某省财采2023-9号").text_state is TextState.FULL
    assert "某省财采2023-9号" in {one.target for one in policy(root, NAME).relations}
    again = fates(place(root, lower, upper))
    assert {again[NAME], again["某省财采2023-9号"]} == {Fate.SAME}
    assert set(fates(place(root, lower, upper)).values()) == {Fate.SAME}


def test_a_stub_that_a_person_has_edited_stays(root: Path) -> None:
    place(root, put(root, "a.txt", NOTICE))
    stub = root / "policies" / "imported" / "某省财采2023-9号.md"
    stub.write_text(stub.read_text(encoding="utf-8").replace("时效: 未核", "时效: 已废止"), encoding="utf-8")
    result = place(root, put(root, "b.txt", UPPER))
    assert "某省财采2023-9号-新" in fates(result)
    assert policy(root, "某省财采2023-9号").status == "已废止"


def test_one_unreadable_file_does_not_stop_the_others(root: Path) -> None:
    folder = root.parent / "来文"
    folder.mkdir()
    (folder / "坏.docx").write_bytes(b"PK\x03\x04 not a document")
    (folder / "好.txt").write_text(NOTICE, encoding="utf-8")
    (folder / "~$好.docx").write_bytes(b"lock")
    result = place(root, folder, folder / "*.pdf", root.parent / "没有.txt")
    assert [(file.name, file.imported is not None) for file in result.files] == [
        ("坏.docx", False),
        ("好.txt", True),
    ]
    assert sorted(problem.code for problem in result.problems if problem.code == "IMP030") == ["IMP030"] * 2
    assert NAME in opened(root)


def test_a_pattern_finds_files_and_each_is_read_once(root: Path) -> None:
    file = put(root, "通知.txt", NOTICE)
    result = place(root, root.parent / "*.txt", file)
    assert [one.name for one in result.files] == ["通知.txt"]


def test_records_go_to_the_folder_that_was_asked_for(root: Path) -> None:
    result = place(root, put(root, "通知.txt", NOTICE), wishes=Wishes(into=Path("policies/city")))
    assert all(record.path.startswith("policies/city/") for record in result.files[0].records)


@pytest.mark.parametrize("into", ["policies", "..", "../elsewhere"])
def test_a_folder_outside_the_library_is_refused(root: Path, into: str) -> None:
    with pytest.raises(LibraryError, match="IMP032"):
        place(root, put(root, "通知.txt", NOTICE), wishes=Wishes(into=Path(into)))


def test_where_one_file_cannot_be_written_none_is(root: Path) -> None:
    (root / "policies" / "imported" / "导入-通知.yaml").mkdir(parents=True)
    result = place(root, put(root, "通知.txt", NOTICE))
    assert [problem.code for problem in result.problems] == ["IMP035"]
    assert result.files[0].records == ()
    assert [file.name for file in root.rglob("*.md")] == []


def test_a_draft_that_is_no_record_stops_its_original_alone(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def told(document: OfficialDocument, *_: object) -> str:
        return "乱写" if "5号" in document.masthead.number else "待定"

    monkeypatch.setattr(policies, "disclosure_of", told)
    result = place(root, put(root, "a.txt", NOTICE), put(root, "b.txt", UPPER))
    (problem,) = result.problems
    assert (problem.code, problem.level) == ("IMP031", "错误")
    assert NAME in problem.message
    assert set(opened(root).entries) == {"某省财采2023-9号", "导入-b"}


def test_a_secret_document_never_becomes_public(root: Path) -> None:
    text = NOTICE.replace("某财采〔2024〕5号", "机密★1年\n\n某财采〔2024〕5号")
    place(root, put(root, "密.txt", text))
    notice = policy(root, NAME)
    assert notice.disclosure == "不予公开"
    assert not notice.publishable
