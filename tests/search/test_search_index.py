"""The index on disk: the same bytes each time, no closed record in it, clear words where it is missing."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from generator.compose.address import address_of, has_page
from generator.library import Library, load_library
from generator.pages import public_view, write_pages
from generator.pages.address import record_path
from generator.problems import LibraryError
from generator.provisions.entries import entries_of
from generator.search import build_index, query
from tests.search.samples import MakeIndex, policy

BUILD = (
    "import sys; from pathlib import Path; from generator.library import load_library;"
    "from generator.search import build_index;"
    "build_index(load_library(Path(sys.argv[1]))[0], Path(sys.argv[2]))"
)
SHIPPED_CASE = "cases/projects/濮阳-数字城管-2016.yaml"
SECRET = "# 一、内部事项\n\n绝密雪莲计划由某处承办。"


def files_of(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        str(file.relative_to(folder)): file.read_bytes()
        for file in sorted(folder.rglob("*"))
        if file.is_file()
    }


def test_two_processes_with_different_hash_seeds_write_the_same_bytes(root: Path, tmp_path: Path) -> None:
    made = []
    for seed in ("1", "4711"):
        folder = tmp_path / seed
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        subprocess.run(
            [sys.executable, "-c", BUILD, str(root), str(folder)], check=True, cwd=root, env=environment
        )
        made.append(files_of(folder))
    assert made[0] == made[1]
    assert made[0]


def test_building_again_into_another_folder_writes_the_same_bytes(
    library: Library, shipped: Path, tmp_path: Path
) -> None:
    build_index(library, tmp_path / "deep" / "index")
    assert files_of(tmp_path / "deep" / "index") == files_of(shipped)


def test_progress_counts_the_records_that_have_pages(library: Library, tmp_path: Path) -> None:
    steps: list[tuple[int, int]] = []
    summary = build_index(library, tmp_path, progress=lambda done, total: steps.append((done, total)))
    assert steps == [(done, summary.records) for done in range(1, summary.records + 1)]
    assert summary.units > summary.records


@pytest.mark.parametrize("state", ["不予公开", "待定"])
def test_a_closed_record_leaves_no_trace_in_the_index(index_of: MakeIndex, state: str) -> None:
    closed = policy(
        "密件", "雪莲计划实施办法", SECRET, number="密财采〔2022〕9号", more=f"公开属性: {state}\n"
    )
    index = index_of({"policies/a.md": closed, "policies/b.md": policy("甲", "关于甲的通知")})
    assert query(index, "雪莲计划 密财采〔2022〕9号 密件") == ()
    everything = b"".join(files_of(index).values())
    assert "甲".encode() in everything
    assert not any(word.encode() in everything for word in ("雪莲", "密件", "密财采"))


def test_a_public_view_leaves_no_citation_of_a_closed_record(
    root: Path, make_library: Callable[[Mapping[str, str]], Path], tmp_path: Path
) -> None:
    closed = policy("密件", "雪莲计划办法", SECRET, number="密财采〔2022〕9号", more="公开属性: 不予公开\n")
    case = (root / SHIPPED_CASE).read_text(encoding="utf-8")
    case = case.replace("依据:\n", "依据:\n  - 政策: 密件\n", 1)
    library, _ = load_library(make_library({"policies/a.md": closed, "cases/b.yaml": case}))
    assert "密件" in library.mentions_of
    build_index(public_view(library), tmp_path / "index")
    everything = b"".join(files_of(tmp_path / "index").values())
    assert "数字".encode() in everything
    assert not any(word.encode() in everything for word in ("雪莲", "密件", "密财采"))


def test_names_of_contacts_and_approvers_are_not_indexed(shipped: Path, library: Library) -> None:
    contacts = [
        contact for item in library.entries.values() for contact in getattr(item.record, "contacts", ())
    ]
    assert contacts
    assert [contact.name for contact in contacts if query(shipped, f'"{contact.name}"')] == []
    assert [
        contact.phone for contact in contacts if contact.phone and query(shipped, f'"{contact.phone}"')
    ] == []


def test_hits_lead_to_the_addresses_of_the_pages(library: Library) -> None:
    records = [entry.record for entry in library.entries.values() if has_page(entry.record)]
    assert [f"{address_of(record)}.md" for record in records] == [record_path(record) for record in records]


def test_every_anchor_of_a_hit_stands_in_its_page(library: Library, tmp_path: Path) -> None:
    write_pages(library, tmp_path, dated=date(2022, 12, 31))
    missing = [
        (entry.card.id, unit.anchor)
        for entry in entries_of(library)
        for text in [unescape((tmp_path / entry.card.page).with_suffix(".md").read_text(encoding="utf-8"))]
        for unit in entry.units
        if unit.anchor and not re.search(rf'(?:id="|#){re.escape(unit.anchor)}(?![\w-])', text)
    ]
    assert missing == []


def test_a_build_that_breaks_off_leaves_no_index(library: Library, tmp_path: Path) -> None:
    def stop(done: int, _total: int) -> None:
        if done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build_index(library, tmp_path, progress=stop)
    assert files_of(tmp_path) == {}


def test_an_empty_library_gives_an_index_that_finds_nothing(
    make_library: Callable[[Mapping[str, str]], Path], tmp_path: Path
) -> None:
    library, _ = load_library(make_library({"policies/README.md": "空"}))
    build_index(library, tmp_path / "index")
    assert query(tmp_path / "index", "续签 鲁财采〔2022〕14号") == ()
    assert query(tmp_path / "index", "“续签”", region="山东省") == ()


# --- an index that cannot be used -----------------------------------------------------------------


def refusal(directory: Path) -> tuple[str, str]:
    """The code and the message of the one problem that a query raises."""
    with pytest.raises(LibraryError) as caught:
        query(directory, "续签")
    (problem,) = caught.value.problems
    assert "gongwen build" in problem.hint
    return problem.code, problem.message


def test_a_missing_index_asks_to_build_one(tmp_path: Path) -> None:
    assert refusal(tmp_path / "index") == ("IDX001", "还没有检索索引")
    assert refusal(tmp_path)[0] == "IDX001"


def test_an_index_of_another_format_asks_to_build_it_again(index_of: MakeIndex) -> None:
    index = index_of({"policies/a.md": policy("甲", "关于甲的通知")})
    sheet = index / "index.json"
    sheet.write_text(
        sheet.read_text(encoding="utf-8").replace('"format": 1', '"format": 0'), encoding="utf-8"
    )
    assert refusal(index)[0] == "IDX002"


@pytest.mark.parametrize("damage", ["cut", "flipped", "gone", "sheet", "list"])
def test_a_damaged_index_asks_to_build_it_again(index_of: MakeIndex, damage: str) -> None:
    index = index_of({"policies/a.md": policy("甲", "关于甲的通知")})
    file = max(
        (path for path in index.iterdir() if path.suffix != ".json"), key=lambda path: path.stat().st_size
    )
    content = file.read_bytes()
    match damage:
        case "cut":
            file.write_bytes(content[: len(content) // 2])
        case "flipped":
            file.write_bytes(content[:-9] + bytes([content[-9] ^ 255]) + content[-8:])
        case "gone":
            file.unlink()
        case "sheet":
            (index / "index.json").write_text('{"format": 1', encoding="utf-8")
        case "list":
            (index / "index.json").write_text("[]", encoding="utf-8")
    assert refusal(index) == ("IDX003", "检索索引已损坏")
