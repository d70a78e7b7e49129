"""File names of pages and downloads: no two alike, none that Windows keeps for a device."""

from __future__ import annotations

import posixpath
import random
from collections.abc import Callable, Mapping
from pathlib import Path

from generator.library import load_library
from generator.pages import write_pages
from generator.pages.address import file_name, way
from tests.conftest import DATED
from tests.pages.samples import policy_text

Make = Callable[[Mapping[str, str]], Path]


def test_words_that_differ_in_capitals_only_have_files_of_their_own_on_windows_too() -> None:
    names = [file_name(word) for word in ("ppp", "PPP", "Ppp", "con", "CON", "养老", "养老 ", "养老/")]
    assert len({name.casefold() for name in names}) == len(names)
    assert file_name("养老") == "养老"


def test_the_word_file_of_a_reserved_name_has_the_name_of_its_page(
    make_library: Make, tmp_path: Path
) -> None:
    library, problems = load_library(
        make_library({"policies/a.md": policy_text("con", "关于甲的通知", "某财〔2020〕8号")})
    )
    assert [problem.as_text() for problem in problems] == []
    word = tmp_path / "word.docx"
    word.write_bytes(b"PK")
    written = write_pages(library, tmp_path / "pages", dated=DATED, downloads={"con": word})
    paths = [page.path for page in written if page.records == ("con",)]
    assert paths == ["policies/con-.md", "files/con-.docx"]
    page = (tmp_path / "pages" / "policies" / "con-.md").read_text(encoding="utf-8")
    assert "../files/con-.docx" in page


def test_the_way_between_any_two_pages_is_the_relative_path() -> None:
    dice = random.Random(7)

    def any_page() -> str:
        folders = dice.choices(("甲", "乙", "甲乙", "a"), k=dice.randint(0, 4))
        return "/".join((*folders, dice.choice(("甲.md", "乙.md", "甲"))))

    for _ in range(2_000):
        source, target = any_page(), any_page()
        expected = posixpath.relpath(target, posixpath.dirname(source) or ".")
        if posixpath.dirname(source) != target and not source.startswith(f"{target}/"):
            assert way(source, target) == expected, (source, target)
