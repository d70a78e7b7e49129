"""Damaged and hostile files end with their text or with one clear message, never with anything else."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path

import pytest

from generator.importers.original import Original
from generator.importers.reading import read_original
from generator.problems import Level, LibraryError
from tests.importers.reading.hostile import HOSTILE, Hostile

READ = "读"
MARKUP = re.compile(r"</?[a-zA-Z][^>]*>|script|alert\(|document\.|javascript:|base64,|root:|哈哈哈哈")
HARMLESS = re.compile("[\u4e00-\u9fff]")


def outcome(content: bytes, name: str) -> Original | LibraryError:
    """What was read, or why it was not."""
    try:
        return read_original(content, name)
    except LibraryError as error:
        return error


@pytest.mark.parametrize(
    "hostile", [pytest.param(one, id=f"{number}-{one.name}") for number, one in enumerate(HOSTILE)]
)
def test_it_ends_with_the_text_or_with_one_message(hostile: Hostile) -> None:
    content = hostile.make()
    found = outcome(content, hostile.name)
    if isinstance(found, LibraryError):
        told_clearly(found, hostile.name)
        code = found.problems[0].code
    else:
        assert not [line.text for line in found.lines if MARKUP.search(line.text)]
        assert (found.size, found.sha256) == (len(content), sha256(content).hexdigest())
        code = READ
    assert not hostile.codes or code in hostile.codes.split(), code


def told_clearly(error: LibraryError, name: str) -> None:
    """One problem, in Chinese, that names the file and says what to do."""
    assert len(error.problems) == 1
    problem = error.problems[0]
    assert problem.level is Level.ERROR
    assert re.fullmatch(r"IMP0\d\d", problem.code)
    assert f"“{name}”" in problem.message
    assert problem.place.path == name
    assert problem.message.endswith("。")
    assert HARMLESS.search(problem.message.replace(name, ""))
    assert HARMLESS.search(problem.hint)


def test_there_are_more_than_a_hundred_of_them() -> None:
    assert len({(one.name, one.make) for one in HOSTILE}) > 150


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    for path, reason in (
        (tmp_path, "是文件夹"),
        (tmp_path / "没有.docx", "没有这个文件"),
        (tmp_path / "a\0b.txt", "文件名"),
    ):
        with pytest.raises(LibraryError, match=reason) as caught:
            read_original(path)
        told_clearly(caught.value, path.name)
        assert caught.value.problems[0].code == "IMP001"
