"""Building again: what did not change stays the very same file, and what depends on a change is made anew."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from shutil import copyfile, copytree

import pytest

from generator.build import build
from generator.build.manifest import MANIFEST, Manifest, Output, read_manifest, sha256_of, write_manifest
from generator.pages import rendering
from generator.pages.rendering.runs import render_whole
from generator.problems import LibraryError
from tests.conftest import DATED, ROOT
from tests.pages.samples import many_cases

Make = Callable[[Mapping[str, str]], Path]
Files = dict[str, tuple[int, int, str]]
STANDS_ALONE = "site/404.html"
"""It takes neither the frame nor the styles of the others, for a server gives it at any depth."""


def files_of(out: Path) -> Files:
    """Every output but the manifest: which file it is, when it was written, what it says."""
    files = (file for file in out.rglob("*") if file.is_file() and file.name != MANIFEST)
    return {
        file.relative_to(out).as_posix(): (file.stat().st_ino, file.stat().st_mtime_ns, sha256_of(file))
        for file in files
    }


def rewritten(before: Files, after: Files) -> set[str]:
    """The paths at which another file stands than before."""
    return {path for path, facts in after.items() if before.get(path) != facts}


@pytest.fixture
def small(make_library: Make) -> Path:
    """A library of three cases and a policy with a site of its own, built once."""
    root = make_library(many_cases(3))
    copytree(ROOT / "site", root / "site")
    copyfile(ROOT / "mkdocs.yml", root / "mkdocs.yml")
    build(root, root / "build", DATED)
    return root


def change(file: Path, old: str, new: str) -> None:
    """Change words in a file in which they stand."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def rebuild(root: Path) -> tuple[Files, Files]:
    """Build again; the outputs before and after."""
    before = files_of(root / "build")
    build(root, root / "build", DATED)
    return before, files_of(root / "build")


def test_building_twice_rewrites_nothing(small: Path) -> None:
    before, after = rebuild(small)
    assert before == after


def test_a_changed_case_rewrites_its_own_outputs_and_leaves_all_others(small: Path) -> None:
    change(small / "cases" / "例-2.yaml", "第2号案例", "第二号项目")
    before, after = rebuild(small)
    new = rewritten(before, after)
    own = {"word/例-2.docx", "pages/cases/例-2.md", "site/cases/例-2.html"}
    assert own <= new
    assert "word/例-1.docx" not in new
    assert not {path for path in new if path.startswith(("site/assets/", "schema/", "site/help/"))}
    assert STANDS_ALONE not in new
    pages = {path for path in new if path.startswith("site/") and path.endswith(".html")}
    assert len(pages) < sum(path.endswith(".html") for path in after)
    assert not {path for path in pages if "第2号" in text_of(small / "build" / path)}


def text_of(file: Path) -> str:
    """The words of a file; nothing of one that is no text."""
    try:
        return file.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


def test_the_outputs_after_a_change_are_those_of_a_first_build(small: Path, tmp_path: Path) -> None:
    change(small / "cases" / "例-2.yaml", "第2号案例", "第二号项目")
    build(small, small / "build", DATED)
    fresh = tmp_path / "fresh"
    build(small, fresh, DATED)
    assert (small / "build" / MANIFEST).read_bytes() == (fresh / MANIFEST).read_bytes()


def test_a_changed_theme_renders_every_page_anew(small: Path) -> None:
    theme = small / "site" / "theme" / "main.html"
    change(theme, "{{ super() }}", '{{ super() }}\n<meta name="x" content="y">')
    before, after = rebuild(small)
    assert framed_pages(after) <= rewritten(before, after)
    assert not {path for path in rewritten(before, after) if path.startswith(("pages/", "word/"))}


def framed_pages(files: Files) -> set[str]:
    """The pages that the theme frames."""
    return {path for path in files if path.endswith(".html")} - {STANDS_ALONE}


def test_changed_settings_render_every_page_anew(small: Path) -> None:
    change(small / "mkdocs.yml", "site_name: 政府购买服务案例与政策库", "site_name: 某市案例库")
    before, after = rebuild(small)
    assert {path for path in after if path.endswith(".html")} <= rewritten(before, after)


def test_every_page_names_the_version_of_style_sheets_and_scripts_and_a_changed_one_has_another(
    small: Path,
) -> None:
    (version,) = versions_in(small)
    sheet = small / "site" / "theme" / "assets" / "css" / "base.css"
    sheet.write_text(sheet.read_text(encoding="utf-8") + "\np { color: black; }\n", encoding="utf-8")
    before, after = rebuild(small)
    assert framed_pages(after) | {"site/assets/css/base.css"} == rewritten(before, after)
    assert versions_in(small) not in ({version}, {""})


def versions_in(root: Path) -> set[str]:
    """The versions under which the pages ask for the files of the theme that are our own."""
    asked = re.compile(r'(?:src|href)="[^"]*assets/(?:css/|search/|[a-z]+\.js)[^"?]*(?:\?v=(\w+))?"')
    pages = (root / "build" / "site").rglob("*.html")
    return {match[1] or "" for page in pages for match in asked.finditer(page.read_text(encoding="utf-8"))}


def test_a_title_that_the_navigation_leaves_to_its_page_is_new_on_every_page(small: Path) -> None:
    change(small / "mkdocs.yml", "      - 使用说明: help/使用说明.md\n", "")
    change(small / "mkdocs.yml", "  - 图表: ", "  - help/使用说明.md\n  - 图表: ")
    build(small, small / "build", DATED)
    text = small / "site" / "text" / "使用说明.md"
    renamed = re.sub(r"(?m)^# .*$", "# 改了名的说明", text.read_text(encoding="utf-8"), count=1)
    text.write_text(renamed, encoding="utf-8")
    before, after = rebuild(small)
    assert {path for path in after if path.endswith(".html")} <= rewritten(before, after)
    assert "改了名的说明" in text_of(small / "build" / "site" / "cases" / "例-1.html")


def test_an_extension_that_may_read_other_files_lets_no_page_serve_again(small: Path) -> None:
    snippet = small / "site" / "附言.md"
    snippet.write_text("\n\n附在每页后面。\n", encoding="utf-8")
    folder = snippet.parent.as_posix()
    options = f"base_path: ['{folder}']\n      auto_append: ['{snippet.name}']"
    more = f"\n  - pymdownx.snippets:\n      {options}\nnav:"
    change(small / "mkdocs.yml", "\nnav:", more)
    build(small, small / "build", DATED)
    page = small / "build" / "site" / "cases" / "例-1.html"
    assert "附在每页后面" in text_of(page)
    snippet.write_text("\n\n另一种说法。\n", encoding="utf-8")
    build(small, small / "build", DATED)
    assert "另一种说法" in text_of(page)


def test_a_record_that_moves_to_another_file_gives_the_outputs_of_a_first_build(
    small: Path, tmp_path: Path
) -> None:
    (small / "cases" / "例-1.yaml").rename(small / "cases" / "末.yaml")
    build(small, small / "build", DATED)
    build(small, tmp_path / "fresh", DATED)
    assert contents(small / "build" / "site") == contents(tmp_path / "fresh" / "site")
    assert (small / "build" / MANIFEST).read_bytes() == (tmp_path / "fresh" / MANIFEST).read_bytes()


def test_changed_customs_of_the_office_write_the_word_files_anew_and_no_page(small: Path) -> None:
    (small / "templates").mkdir()
    (small / "templates" / "本单位.yaml").write_text("西文字体: 仿宋\n", encoding="utf-8")
    before, after = rebuild(small)
    words = {path for path in after if path.endswith(".docx")}
    assert len(words) == 3 * 3 + 2, "each case in word/, pages/ and site/, the policy as a download alone"
    assert rewritten(before, after) == words


def test_another_version_of_the_program_renders_every_page_anew(
    small: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rendering.settings, "own_code", lambda: "another")
    changed = read_manifest(small / "build").outputs["site/cases/例-1.html"].made_from
    build(small, small / "build", DATED)
    assert read_manifest(small / "build").outputs["site/cases/例-1.html"].made_from != changed


def test_every_file_of_the_program_counts_but_those_that_python_writes(tmp_path: Path) -> None:
    (tmp_path / "words.txt").write_text("一个词", encoding="utf-8")
    before = rendering.settings.sum_of(tmp_path)
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "words.pyc").write_bytes(b"1")
    assert rendering.settings.sum_of(tmp_path) == before
    (tmp_path / "words.txt").write_text("另一个词", encoding="utf-8")
    assert rendering.settings.sum_of(tmp_path) != before


def test_a_manifest_that_cannot_be_finished_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = Manifest("2022-12-31", {"word/甲.docx": Output("word/甲.docx", "0")})
    write_manifest(old, tmp_path)

    def break_off(file: Path, text: str, **_: object) -> None:
        file.write_bytes(text.encode()[:20])
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_text", break_off)
        with pytest.raises(OSError, match="No space"):
            write_manifest(Manifest("2023-01-01"), tmp_path)
    assert read_manifest(tmp_path) == old
    write_manifest(old, tmp_path)
    assert [file.name for file in tmp_path.iterdir()] == [MANIFEST]


def test_the_files_of_a_removed_record_go(small: Path) -> None:
    (small / "cases" / "例-3.yaml").unlink()
    before, after = rebuild(small)
    gone = {"word/例-3.docx", "pages/cases/例-3.md", "site/cases/例-3.html"}
    assert gone <= set(before)
    assert not [path for path in after if "例-3" in path]
    assert "site/cases/例-1.html" in after


def test_a_page_that_somebody_changed_in_the_site_is_made_anew(small: Path) -> None:
    page = small / "build" / "site" / "cases" / "例-1.html"
    right = page.read_bytes()
    page.unlink()
    page.write_bytes(right.replace(b"</body>", b"<script>1</script></body>"))
    build(small, small / "build", DATED)
    assert page.read_bytes() == right


def test_a_manifest_that_does_not_know_what_pages_were_made_from_only_costs_time(small: Path) -> None:
    manifest = small / "build" / MANIFEST
    right = manifest.read_bytes()
    data = json.loads(right)
    for output in data["outputs"]:
        output.pop("made_from", None)
    manifest.write_text(json.dumps(data), encoding="utf-8")
    before, after = rebuild(small)
    assert manifest.read_bytes() == right
    assert before == after


def test_the_renderer_alone_makes_the_same_site_of_the_pages(small: Path, tmp_path: Path) -> None:
    render_whole(small, small / "build" / "pages", tmp_path / "alone", DATED)
    assert contents(tmp_path / "alone") == contents(small / "build" / "site")


def contents(site: Path) -> dict[str, bytes]:
    """Every file of a site but the sitemap, which is ours."""
    files = (file for file in site.rglob("*") if file.is_file() and not file.name.startswith("sitemap"))
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in files}


def test_an_interrupted_build_leaves_the_old_outputs(small: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    change(small / "cases" / "例-2.yaml", "第2号案例", "第二号项目")
    before = files_of(small / "build")
    with monkeypatch.context() as patch:
        patch.setattr("generator.build.aside.build_index", interrupt)
        with pytest.raises(KeyboardInterrupt):
            build(small, small / "build", DATED)
    assert files_of(small / "build") == before


def test_settings_that_cannot_be_used_leave_the_old_outputs(small: Path) -> None:
    before = files_of(small / "build")
    change(small / "mkdocs.yml", "name: material", "name: 没有这个主题")
    with pytest.raises(LibraryError):
        build(small, small / "build", DATED)
    assert files_of(small / "build") == before


def test_an_edited_word_file_is_not_overwritten_though_nothing_else_changed(small: Path) -> None:
    edited = small / "build" / "word" / "例-1.docx"
    edited.write_bytes(edited.read_bytes() + b"edited")
    before, after = rebuild(small)
    assert rewritten(before, after) == {"word/例-1-新.docx"}
