"""Many originals and long lines: what is worked out once is not worked out again for each of them."""

from __future__ import annotations

import gc
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Any
from weakref import ref

import pytest

from generator.build.importing import import_files
from generator.chain import index
from generator.chain.index import CitationIndex, hand_on_forms, index_of
from generator.importers.records import relations
from generator.importers.records.bodies import composed
from generator.importers.records.existing import existing_policy
from generator.importers.records.names import TakenNames
from generator.importers.records.relations import NEAR, cited_in
from generator.library import Library, load_library

FILES = 8
BODIES_LEARNT = 1
"""Bodies that the library did not know before: their titles are worked out once more."""


def notice(number: int, body: str = "某市财政局") -> str:
    """A notice that cites an order of its own, so that each original gives a text and a stub."""
    return (
        f"{body}文件\n\n某财采〔2024〕{number}号\n\n{body}关于做好第{number}批项目报送工作的通知\n\n各县财政局：\n\n"
        f"根据《关于第{number}批项目管理的通知》（某省财采〔2023〕{number}号）要求，现将有关事项通知如下。"
        f"\n\n{body}\n2024年5月6日\n"
    )


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty library with a folder of originals beside it."""
    (tmp_path / "library" / "policies").mkdir(parents=True)
    (tmp_path / "originals").mkdir()
    return tmp_path / "library"


def put(root: Path, text: Callable[[int], str]) -> Path:
    folder = root.parent / "originals"
    for number in range(1, FILES + 1):
        (folder / f"{number}.txt").write_text(text(number), encoding="utf-8")
    return folder


def counted(monkeypatch: pytest.MonkeyPatch, place: object, name: str) -> list[tuple[Any, ...]]:
    """The arguments of every call of a function from now on."""
    calls: list[tuple[Any, ...]] = []
    before = getattr(place, name)

    def call(*arguments: Any) -> Any:
        calls.append(arguments)
        return before(*arguments)

    monkeypatch.setattr(place, name, call)
    return calls


@pytest.mark.parametrize("again", [False, True])
def test_each_file_of_many_costs_as_many_titles_as_the_one_before(
    root: Path, monkeypatch: pytest.MonkeyPatch, *, again: bool
) -> None:
    folder = put(root, notice)
    if again:
        import_files(root, [folder])
    calls, after = counted(monkeypatch, index, "forms_of"), [0]
    import_files(root, [folder], report=lambda *_: after.append(len(calls)))
    steps = [later - earlier for earlier, later in pairwise(after)]
    assert len(steps) == FILES
    assert len(set(steps[2:])) == 1
    often = Counter(title for title, _ in calls).most_common(1)
    assert often[0][1] <= BODIES_LEARNT + 1


def test_names_beside_a_record_are_sought_only_where_one_stands_there(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = counted(monkeypatch, TakenNames, "claim_beside")
    import_files(root, [put(root, notice)])
    assert calls == []


def test_a_library_that_grew_file_by_file_is_known_as_one_read_at_once(root: Path) -> None:
    import_files(root, [put(root, lambda number: notice(number, f"某市{'甲乙丙丁戊己庚辛'[number - 1]}局"))])
    whole, _ = load_library(root)
    grown = Library(root, {})
    for count in range(1, len(whole.entries) + 1):
        entries = dict([*whole.entries.items()][:count])
        grown = hand_on_forms(grown, Library(root, entries))
        index_of(grown)
    one, other = index_of(grown), CitationIndex(Library(root, whole.entries))
    assert one.by_title == other.by_title
    assert one.by_rest == other.by_rest
    assert one.by_issued == other.by_issued
    assert one.named("某市甲局关于做好第1批项目报送工作的通知").body == "某市甲局"


def test_a_library_that_nobody_needs_is_not_kept_by_its_index() -> None:
    library = Library(Path(), {})
    gone = ref(library)
    index_of(hand_on_forms(library, Library(Path(), {})))
    index_of(library)
    del library
    gc.collect()
    assert gone() is None


def test_a_text_is_known_by_its_number_first_then_by_its_title(root: Path) -> None:
    import_files(root, [put(root, notice)])
    library, _ = load_library(root)
    known = index_of(library).texts
    fourth = next(record for record in known if record.id == "某财采2024-4号")
    title = "某市财政局 关于做好第4批项目报送工作的通知"
    found = existing_policy(library, None, title, ("某市财政局",))
    assert found is not None
    assert found.id == fourth.id
    assert existing_policy(library, None, title, ("某县财政局",)) is None
    assert existing_policy(library, None, "关于做好第4批项目报送工作的通知", ()) is None
    by_number = existing_policy(library, found.number, "另一个标题", ())  # type: ignore[arg-type]
    assert by_number is not None
    assert by_number.id == fourth.id


class Line:
    """A text of one paragraph, as the relations look at it."""

    def __init__(self, body: str) -> None:
        self.body = body


def test_a_line_of_many_numbers_is_blanked_once_and_looked_at_nearby(monkeypatch: pytest.MonkeyPatch) -> None:
    count = 600
    line: Any = Line("、".join(f"财购〔2020〕{number}号" for number in range(1, count + 1)))
    assert len(composed(line.body)) == 1
    whole = counted(monkeypatch, relations, "without_titles")
    near = counted(monkeypatch, relations, "without_brackets")
    assert len([*cited_in(line, ())]) == count
    assert len(whole) == 1
    assert len(near) == 2 * count
    assert max(len(text) for (text,) in near) <= NEAR


def test_every_title_of_a_long_list_is_repealed() -> None:
    titles = "、".join(
        f"《关于第{number}批项目报送管理工作的暂行办法》（某财采〔2019〕{number}号）"
        for number in range(1, 31)
    )
    line: Any = Line(f"本通知印发后，{titles}同时废止。")
    assert {cited.type.value for cited in cited_in(line, ())} == {"废止"}
