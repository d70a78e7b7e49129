"""Outputs are put into place whole, and what a person edited is never overwritten."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.build.manifest import Manifest, Output, read_manifest, sha256_of, write_manifest
from generator.build.staging import Staged, place_words, remove_stale, replace_folder, workshop
from generator.problems import LibraryError

DAY_ONE = b"first"
DAY_TWO = b"second"


def put(out: Path, content: bytes, last: Manifest) -> tuple[Output, Output | None]:
    """Make one Word file and put it into place."""
    out.mkdir(exist_ok=True)
    made = out / "报告.docx"
    made.write_bytes(content)
    placed = place_words({"报告": Staged(made, ("报告",))}, out, "word/", last)
    (output,) = placed.outputs.values()
    return output, next(iter(placed.kept.values()), None)


def remembered(*outputs: Output) -> Manifest:
    return Manifest("", {output.path: output for output in outputs})


def test_a_file_that_nobody_touched_is_replaced(tmp_path: Path) -> None:
    first, _ = put(tmp_path, DAY_ONE, Manifest())
    second, kept = put(tmp_path, DAY_TWO, remembered(first))
    assert (tmp_path / "word" / "报告.docx").read_bytes() == DAY_TWO
    assert second.path == "word/报告.docx"
    assert kept is None


def test_a_file_that_a_person_edited_stays_and_the_new_one_stands_beside_it(tmp_path: Path) -> None:
    first, _ = put(tmp_path, DAY_ONE, Manifest())
    (tmp_path / "word" / "报告.docx").write_bytes(b"edited by hand")
    second, kept = put(tmp_path, DAY_TWO, remembered(first))
    assert (tmp_path / "word" / "报告.docx").read_bytes() == b"edited by hand"
    assert (tmp_path / "word" / "报告-新.docx").read_bytes() == DAY_TWO
    assert second.path == "word/报告-新.docx"
    assert kept == first


def test_an_edited_file_is_still_known_as_edited_at_the_build_after_next(tmp_path: Path) -> None:
    first, _ = put(tmp_path, DAY_ONE, Manifest())
    (tmp_path / "word" / "报告.docx").write_bytes(b"edited by hand")
    second, kept = put(tmp_path, DAY_TWO, remembered(first))
    assert kept is not None
    third, _ = put(tmp_path, b"third", Manifest("", {second.path: second}, {kept.path: kept}))
    assert (tmp_path / "word" / "报告.docx").read_bytes() == b"edited by hand"
    assert third.path == "word/报告-新.docx"
    assert (tmp_path / "word" / "报告-新.docx").read_bytes() == b"third"


def test_both_versions_edited_leave_both_alone(tmp_path: Path) -> None:
    first, _ = put(tmp_path, DAY_ONE, Manifest())
    (tmp_path / "word" / "报告.docx").write_bytes(b"edited")
    second, kept = put(tmp_path, DAY_TWO, remembered(first))
    assert kept is not None
    (tmp_path / "word" / "报告-新.docx").write_bytes(b"edited too")
    third, _ = put(tmp_path, b"third", Manifest("", {second.path: second}, {kept.path: kept}))
    assert third.path == "word/报告-新2.docx"
    assert (tmp_path / "word" / "报告-新.docx").read_bytes() == b"edited too"


def test_a_file_that_already_is_as_it_would_be_written_is_not_doubled(tmp_path: Path) -> None:
    put(tmp_path, DAY_ONE, Manifest())
    output, kept = put(tmp_path, DAY_ONE, Manifest())
    assert output.path == "word/报告.docx"
    assert kept is None


def test_a_file_of_unknown_origin_counts_as_edited(tmp_path: Path) -> None:
    (tmp_path / "word").mkdir()
    (tmp_path / "word" / "报告.docx").write_bytes(b"somebody's")
    output, _ = put(tmp_path, DAY_ONE, Manifest())
    assert output.path == "word/报告-新.docx"
    assert (tmp_path / "word" / "报告.docx").read_bytes() == b"somebody's"


def test_a_word_file_goes_with_its_record_unless_a_person_edited_it(tmp_path: Path) -> None:
    (tmp_path / "word").mkdir()
    for name in ("甲", "乙", "丙"):
        (tmp_path / "word" / f"{name}.docx").write_bytes(DAY_ONE)
    outputs = [
        Output(f"word/{name}.docx", sha256_of(tmp_path / "word" / f"{name}.docx"))
        for name in ("甲", "乙", "丙")
    ]
    (tmp_path / "word" / "乙.docx").write_bytes(b"edited")
    stayed = remove_stale(tmp_path, remembered(*outputs), Manifest(), lambda record_id: record_id == "丙")
    assert list(stayed) == ["word/丙.docx"]
    assert (tmp_path / "word" / "丙.docx").exists()
    assert not (tmp_path / "word" / "甲.docx").exists()
    assert (tmp_path / "word" / "乙.docx").exists()


def test_a_file_that_is_held_open_is_told_and_keeps_its_old_content(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, _ = put(tmp_path, DAY_ONE, Manifest())

    def refuse(_self: Path, _target: Path) -> Path:
        raise PermissionError(13, "held open")

    monkeypatch.setattr(Path, "replace", refuse)
    made = tmp_path / "报告.docx"
    made.write_bytes(DAY_TWO)
    placed = place_words({"报告": Staged(made, ("报告",))}, tmp_path, "word/", remembered(first))
    assert (tmp_path / "word" / "报告.docx").read_bytes() == DAY_ONE
    assert placed.outputs == {first.path: first}
    assert [problem.code for problem in placed.problems] == ["OUT001"]


def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    for name, page in (("site", "old.html"), ("made", "new.html")):
        (tmp_path / name).mkdir()
        (tmp_path / name / page).write_text("x", encoding="utf-8")
    replace_folder(tmp_path / "made", tmp_path / "site")
    assert [file.name for file in (tmp_path / "site").iterdir()] == ["new.html"]
    assert [folder.name for folder in tmp_path.iterdir()] == ["site"]


def test_a_folder_that_cannot_be_replaced_is_told_and_the_old_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "old.html").write_text("x", encoding="utf-8")
    (tmp_path / "made").mkdir()
    rename = Path.rename

    def refuse(self: Path, target: Path) -> Path:
        if self.name == "made":
            raise PermissionError(13, "文件正被使用")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", refuse)
    with pytest.raises(LibraryError, match="换不上新的"):
        replace_folder(tmp_path / "made", tmp_path / "site")
    assert (tmp_path / "site" / "old.html").exists()


def fail_in_the_workshop(out: Path) -> None:
    with workshop(out / ".生成中") as made:
        (made / "half.docx").write_bytes(b"half")
        raise RuntimeError


def test_the_workshop_is_gone_after_a_failure(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError):
        fail_in_the_workshop(tmp_path / "build")
    assert list((tmp_path / "build").iterdir()) == []


@pytest.mark.parametrize("text", ["", "{", "[]", '{"outputs": 3}', '{"outputs": [{"path": 1}], "kept": []}'])
def test_a_damaged_manifest_counts_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "manifest.json").write_text(text, encoding="utf-8")
    assert read_manifest(tmp_path) == Manifest()


def test_a_manifest_reads_back_as_written(tmp_path: Path) -> None:
    manifest = Manifest(
        "2022-12-31",
        {"word/甲.docx": Output("word/甲.docx", "ab", ("甲", "乙"))},
        {"word/丙.docx": Output("word/丙.docx", "cd")},
    )
    write_manifest(manifest, tmp_path)
    assert read_manifest(tmp_path) == manifest
