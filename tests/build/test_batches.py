"""Many pages are rendered in batches, by processes of their own, and nobody can tell from the site."""

from __future__ import annotations

from pathlib import Path
from shutil import copyfile, copytree
from urllib.parse import unquote

import pytest

from generator.library import load_library
from generator.pages import build_site, render_site, write_pages
from generator.pages.rendering import runs
from generator.pages.rendering.runs import render_whole
from generator.problems import LibraryError
from tests.conftest import DATED, ROOT


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped library with the pages of its site."""
    root = tmp_path_factory.mktemp("library")
    for folder in ("cases", "policies", "documents", "site"):
        copytree(ROOT / folder, root / folder)
    copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    write_pages(load_library(root)[0], root / "pages", dated=DATED)
    return root


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a site but the sitemap, which lists what one run has seen."""
    files = (file for file in folder.rglob("*") if file.is_file() and not file.name.startswith("sitemap"))
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in files}


def test_batches_give_the_same_bytes_as_one_run(root: Path, tmp_path: Path) -> None:
    pages = root / "pages"
    render_whole(root, pages, tmp_path / "whole", DATED)
    due = sum(1 for _ in pages.rglob("*.md"))
    done: list[tuple[int, int]] = []
    site = render_site(
        root,
        pages,
        tmp_path / "cut",
        dated=DATED,
        batch=due // 3,
        progress=lambda *step: done.append(step),
    )
    assert site.problems == ()
    assert len(site.made_from) == due
    assert done[-1] == (due, due)
    assert len(done) > 2
    assert contents(tmp_path / "cut") == contents(tmp_path / "whole")
    assert [folder.name for folder in tmp_path.iterdir() if folder.name not in ("cut", "whole")] == []


def test_a_process_that_breaks_off_is_told(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "WORKER", "raise SystemExit(3)")
    with pytest.raises(LibraryError, match=r"中断.*没有说明原因；退出码 3"):
        render_site(root, root / "pages", tmp_path / "site", dated=DATED, batch=100)


def test_a_process_that_fails_says_why(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runs, "WORKER", "raise MemoryError('没有内存了')")
    with pytest.raises(LibraryError, match="MemoryError: 没有内存了；退出码 1"):
        render_site(root, root / "pages", tmp_path / "site", dated=DATED, batch=100)


def test_a_folder_of_the_caller_beside_the_site_stays(root: Path, tmp_path: Path) -> None:
    (tmp_path / "批次").mkdir()
    (tmp_path / "批次" / "我的.txt").write_text("我的", encoding="utf-8")
    pages = tmp_path / "pages"
    for name in ("index.md", "search.md", "browse/policies/index.md"):
        copyfile(root / "pages" / name, place_for(pages / name))
    build_site(root, pages, tmp_path / "site", dated=DATED)
    assert (tmp_path / "批次" / "我的.txt").read_text(encoding="utf-8") == "我的"
    assert sorted(folder.name for folder in tmp_path.iterdir()) == ["pages", "site", "批次"]


def test_what_the_renderer_gives_up_on_in_another_process_is_told_in_its_words(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = 'import sys; sys.stdin.read(); print(\'{"errors": ["站点没有建成：某页"]}\')'
    monkeypatch.setattr(runs, "WORKER", broken)
    with pytest.raises(LibraryError, match="站点没有建成：某页"):
        render_site(root, root / "pages", tmp_path / "site", dated=DATED, batch=100)


def test_a_link_between_hand_written_and_made_pages_holds(root: Path, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    copytree(root / "pages", pages)
    case = next(pages.glob("cases/*.md")).relative_to(pages).as_posix()
    (pages / "help" / "补充.md").write_text(f"# 补充\n\n见[一个案例](../{case})。\n", encoding="utf-8")
    assert build_site(root, pages, tmp_path / "site", dated=DATED) == ()
    page = (tmp_path / "site" / "help" / "补充.html").read_text(encoding="utf-8")
    assert f'href="../{case.removesuffix(".md")}.html"' in unquote(page)


def test_a_broken_link_in_a_hand_written_page_is_told_at_every_build(root: Path, tmp_path: Path) -> None:
    pages = tmp_path / "pages"
    copytree(root / "pages", pages)
    (pages / "help" / "补充.md").write_text("# 补充\n\n见[不在的](不在.md)。\n", encoding="utf-8")
    (problem,) = build_site(root, pages, tmp_path / "site", dated=DATED)
    assert "不在.md" in problem.message


@pytest.mark.parametrize("more", ["plugins: [search]", "INHERIT: 另一份.yml"])
def test_settings_that_see_all_pages_at_once_take_one_run(root: Path, tmp_path: Path, more: str) -> None:
    own = tmp_path / "own"
    copytree(root / "site", own / "site")
    settings = (root / "mkdocs.yml").read_text(encoding="utf-8").replace("plugins: []", "")
    (own / "mkdocs.yml").write_text(f"{settings}\n{more}\n", encoding="utf-8")
    (own / "另一份.yml").write_text("plugins: [search]\n", encoding="utf-8")
    pages = own / "pages"
    for name in ("index.md", "search.md", "help", "browse"):
        source = root / "pages" / name
        (copytree if source.is_dir() else copyfile)(source, place_for(pages / name))
    site = render_site(own, pages, own / "html", dated=DATED)
    assert site.made_from == {}
    assert (own / "html" / "search" / "search_index.json").is_file()


def place_for(file: Path) -> Path:
    """A place whose folder is there."""
    file.parent.mkdir(parents=True, exist_ok=True)
    return file
