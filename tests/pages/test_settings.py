"""The settings of the site: a library's own mkdocs.yml, wherever the library stands, and faults in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.compose import Audience
from generator.pages import audience_of, build_site, is_public
from generator.problems import LibraryError, Place
from tests.conftest import DATED

SETTINGS = "site_name: 某市的库\ntheme:\n  name: material\n  custom_dir: site/theme\nplugins: []\n"


def test_a_library_with_a_site_of_its_own_is_built_from_a_relative_path_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "库" / "site" / "theme").mkdir(parents=True)
    (tmp_path / "库" / "mkdocs.yml").write_text(SETTINGS, encoding="utf-8")
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "index.md").write_text("# 首页\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert audience_of(Path("库")) is Audience.SITE
    assert build_site(Path("库"), Path("pages"), Path("out"), dated=DATED) == ()
    assert "某市的库" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert {path.name for path in (tmp_path / "库").iterdir()} == {"site", "mkdocs.yml"}


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ("site_name: [", "line 1, column 13"),
        ("", "'site_name'"),
        ("site_name: 题\nextra: 1\n", "'extra'"),
        ("site_name: 题\nplugins: [没有的插件]\n", "没有的插件"),
        ("site_name: 题\ntheme: 没有的主题\n", "没有的主题"),
    ],
)
def test_settings_that_cannot_be_used_are_told_as_a_problem_with_the_reason(
    tmp_path: Path, settings: str, said: str
) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "mkdocs.yml").write_text(settings, encoding="utf-8")
    with pytest.raises(LibraryError) as caught:
        audience_of(tmp_path)
    (problem,) = caught.value.problems
    assert (problem.code, problem.place) == ("SITE001", Place("mkdocs.yml"))
    assert problem.message.startswith("站点没有建成：")
    assert said in problem.message


@pytest.mark.parametrize(
    ("extra", "expected"),
    [
        ("", True),
        ("extra:\n  公开资料库: 是\n", True),
        ("extra:\n  公开资料库: 说不清\n", True),
        ("extra:\n  公开资料库: 否\n", False),
        ("extra:\n  公开资料库: false\n", False),
    ],
)
def test_a_library_is_public_unless_its_settings_say_no(tmp_path: Path, extra: str, expected: bool) -> None:
    (tmp_path / "site" / "theme").mkdir(parents=True)
    (tmp_path / "mkdocs.yml").write_text(SETTINGS + extra, encoding="utf-8")
    assert is_public(tmp_path) is expected


def test_a_library_without_settings_is_public(tmp_path: Path) -> None:
    assert is_public(tmp_path)


def test_a_library_that_looks_as_ours_needs_only_the_settings_it_changes(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("extra:\n  公开资料库: 否\n  显示个人信息: 是\n", encoding="utf-8")
    assert not is_public(tmp_path)
    assert audience_of(tmp_path) is Audience.PRINT
    (tmp_path / "mkdocs.yml").write_text("extra: [", encoding="utf-8")
    with pytest.raises(LibraryError, match="SITE001"):
        is_public(tmp_path)
