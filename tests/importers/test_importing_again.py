"""Imports over what is there: edited, renamed, doubled, unreadable records; one bad file among many."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from generator import importers
from generator.build import importing, placing
from generator.build.importing import Fate, Wishes, import_files
from generator.importers import import_original
from generator.models.policy import Policy
from generator.problems import Level, LibraryError
from tests.importers.test_placing import NAME, NOTICE, UPPER, fates, log_of, opened, place, put

PAGED = NOTICE.replace("二、有关要求", "— 2 —\n\n二、有关要求")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty library."""
    (tmp_path / "library" / "policies").mkdir(parents=True)
    return tmp_path / "library"


SIGNED = "某市财政局\n2024年5月6日\n"
ATTACHED = NOTICE.replace(
    SIGNED, f"附件：评价报告提纲\n\n{SIGNED}\n附件\n\n评价报告提纲\n\n一、项目概况\n\n二、绩效情况\n"
)


def record(root: Path, record_id: str) -> Path:
    return root / "policies" / "imported" / f"{record_id}.md"


def edit(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, after), encoding="utf-8", newline="\n")


def codes(result: Any) -> list[tuple[str, str]]:
    return [(problem.code, problem.level.value) for problem in result.problems]


# --- what a person edited ---------------------------------------------------------------------------


def test_a_new_reading_beside_an_edited_record_is_told_and_the_log_knows_both(root: Path) -> None:
    original = put(root, "通知.txt", PAGED)
    place(root, original)
    edit(record(root, NAME), "时效: 未核", "时效: 现行有效")
    edit(root / "policies/imported/导入-通知.yaml", "    处理: 去除\n", "    处理: 去除\n    撤销: 是\n")
    result = place(root, original)
    assert fates(result)[f"{NAME}-新"] is Fate.NEW
    (problem,) = [problem for problem in result.problems if problem.code == "IMP034"]
    assert problem.level is Level.WARNING
    assert f"“{NAME}”有人改过" in problem.message
    assert f"“{NAME}-新”" in problem.message
    log = log_of(root)
    assert log.records[:2] == (NAME, f"{NAME}-新")
    assert {one.id for one in log.written} >= {NAME, f"{NAME}-新"}
    again = fates(place(root, original))
    assert again[f"{NAME}-新"] is Fate.SAME
    assert len(list(root.rglob("*-新*"))) == 1


def test_a_copy_of_the_original_under_another_name_changes_nothing(root: Path) -> None:
    place(root, put(root, "通知.txt", NOTICE))
    edit(record(root, NAME), "时效: 未核", "时效: 现行有效")
    result = place(root, put(root, "通知副本.txt", NOTICE))
    assert fates(result)[NAME] is Fate.KEPT
    assert set(fates(result).values()) == {Fate.KEPT, Fate.SAME}
    assert not list(root.rglob("*-新*"))


def test_a_renamed_attachment_does_not_come_back_under_its_old_name(root: Path) -> None:
    original = put(root, "通知.txt", ATTACHED)
    place(root, original)
    old = record(root, "评价报告提纲")
    edit(old, "编号: 评价报告提纲", "编号: 提纲")
    old.rename(record(root, "提纲"))
    edit(record(root, NAME), "记录: 评价报告提纲", "记录: 提纲")
    result = place(root, original)
    assert "评价报告提纲" not in opened(root)
    assert fates(result)[NAME] is Fate.SAME
    assert not list(root.rglob("*-新*"))


def test_a_record_whose_name_alone_was_changed_keeps_its_file(root: Path) -> None:
    original = put(root, "通知.txt", NOTICE)
    place(root, original)
    edit(record(root, NAME), f"编号: {NAME}", "编号: 报送通知")
    edit(record(root, NAME), "项目清单", "项目清单和说明")
    kept = record(root, NAME).read_text(encoding="utf-8")
    result = place(root, original)
    assert record(root, NAME).read_text(encoding="utf-8") == kept
    assert ("IMP033", "警告") in codes(result)
    opened(root)


def test_a_file_that_stands_where_a_new_record_would_go_is_left_alone(root: Path) -> None:
    upper = put(root, "b.txt", UPPER)
    place(root, upper)
    edit(record(root, "某省财采2023-9号"), "编号: 某省财采2023-9号", "编号: 别的")
    edit(record(root, "某省财采2023-9号"), "文号: 某省财采〔2023〕9号", "文号: 某省财采〔2023〕99号")
    edit(record(root, "某省财采2023-9号"), "标题: 某省", "标题: 别的")
    kept = record(root, "某省财采2023-9号").read_text(encoding="utf-8")
    place(root, upper)
    assert record(root, "某省财采2023-9号").read_text(encoding="utf-8") == kept
    assert {"别的", "某省财采2023-9号-2"} <= set(opened(root).entries)


def test_two_originals_with_one_number_stay_as_they_are_when_they_come_again(root: Path) -> None:
    first = put(root, "a.txt", NOTICE)
    second = put(root, "b.txt", NOTICE.replace("项目清单", "项目清单和说明"))
    place(root, first)
    assert codes(place(root, second)) == [("IMP033", "警告")]
    for original, record_id in ((first, NAME), (second, f"{NAME}-新"), (first, NAME)):
        result = place(root, original)
        assert fates(result)[record_id] is Fate.SAME
        assert set(fates(result).values()) == {Fate.SAME}
        assert result.problems == ()


def test_a_text_taken_for_an_account_becomes_a_policy_when_the_user_says_so(root: Path) -> None:
    text = "某县养老服务的做法\n\n某县把养老服务交给社会组织。今年以来服务老人三百名。\n\n群众反映良好。\n"
    original = put(root, "做法.txt", text)
    first = place(root, original, wishes=Wishes(chosen="地区实践"))
    (old,) = [one.path for one in first.files[0].records if one.kind == "地区实践"]
    again = place(root, original, wishes=Wishes(chosen="案例"))
    assert [problem for problem in again.problems if problem.level is Level.ERROR] == []
    (new,) = [one for one in again.files[0].records if one.kind == "案例"]
    assert new.fate is Fate.RENEWED
    assert (root / new.path).is_file()
    assert new.path == old or not (root / old).exists()
    opened(root)


def test_a_practice_whose_kind_is_corrected_to_policy_leaves_one_record(root: Path) -> None:
    original = put(root, "通知.txt", NOTICE)
    place(root, original, wishes=Wishes(chosen="地区实践"))
    (old,) = (root / "cases").rglob("*.yaml")
    assert old.exists()
    result = place(root, original, wishes=Wishes(chosen="政策"))
    assert [problem for problem in result.problems if problem.level is Level.ERROR] == []
    assert NAME in opened(root)


# --- what cannot be read ----------------------------------------------------------------------------


def test_a_broken_record_of_the_same_text_stops_the_import_of_that_text(root: Path) -> None:
    original = put(root, "通知.txt", NOTICE)
    place(root, original)
    (root / "policies/imported/导入-通知.yaml").unlink()
    file = record(root, NAME)
    file.write_text(file.read_text(encoding="utf-8").removeprefix("---\n"), encoding="utf-8")
    result = place(root, original, put(root, "b.txt", UPPER.replace("9号", "10号").replace("关于", "就")))
    assert {("IMP040", "错误"), ("IMP040", "警告")} <= set(codes(result))
    assert fates(result).keys() == {"某省财采2023-10号", "导入-b"}
    assert not record(root, f"{NAME}-2").exists()


def test_a_slip_in_the_log_is_told_and_nothing_is_doubled(root: Path) -> None:
    original = put(root, "通知.txt", PAGED)
    place(root, original)
    log = root / "policies/imported/导入-通知.yaml"
    edit(log, "    处理: 去除\n", "    处理: 去除\n    撤销: 要\n")
    before = sorted(file.name for file in root.rglob("*.*"))
    result = place(root, original)
    (problem,) = [problem for problem in result.problems if problem.level is Level.ERROR]
    assert problem.code == "IMP040"
    assert "导入-通知.yaml" in problem.message
    assert sorted(file.name for file in root.rglob("*.*")) == before


STEPS = ("read_original", "clean", "arrange", "recognise", "read_contents", "drafts_of", "log_draft")


@pytest.mark.parametrize("step", STEPS)
@pytest.mark.parametrize(
    "error", [ValueError("第一行\n第二行"), RecursionError(), KeyError("键"), OSError("坏")]
)
def test_a_step_that_fails_stops_one_file_and_no_other(
    root: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: Exception
) -> None:
    fail_once(monkeypatch, importers, step, error)
    one_of_two_goes_in(root)


@pytest.mark.parametrize("step", ["account", "stage_all", "stage_log", "clashes"])
def test_a_step_of_placing_that_fails_stops_one_file_and_no_other(
    root: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    fail_once(monkeypatch, importing, step, TypeError("坏了"))
    one_of_two_goes_in(root)


@pytest.mark.parametrize("step", ["record_text", "read_source", "read_record"])
def test_a_record_that_cannot_be_written_stops_one_file_and_no_other(
    root: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    fail_once(monkeypatch, placing, step, AttributeError("坏了"))
    one_of_two_goes_in(root)


def fail_once(monkeypatch: pytest.MonkeyPatch, room: Any, step: str, error: Exception) -> None:
    """Let a step fail the first time it is taken."""
    taken, left = getattr(room, step), [error]

    def failing(*args: Any, **kwargs: Any) -> Any:
        if left:
            raise left.pop()
        return taken(*args, **kwargs)

    monkeypatch.setattr(room, step, failing)


def one_of_two_goes_in(root: Path) -> None:
    """The first original fails with one error; the second is in the library."""
    result = place(root, put(root, "a.txt", NOTICE), put(root, "b.txt", UPPER))
    (problem,) = [problem for problem in result.problems if problem.level is Level.ERROR]
    assert (problem.code, problem.place.path) == ("IMP031", "a.txt")
    assert "\n" not in problem.message
    assert {file.name for file in root.rglob("*.*")} == {"某省财采2023-9号.md", "导入-b.yaml"}


@pytest.mark.parametrize("name", ["a.jpg", "a.json", "a.py", "a.csv"])
def test_plain_text_under_the_name_of_another_format_is_refused(root: Path, name: str) -> None:
    result = place(root, put(root, name, NOTICE))
    assert [problem.code for problem in result.problems] == ["IMP008"]
    assert list(root.rglob("*.*")) == []


@pytest.mark.parametrize("name", ["通知", "通知.md", "通知.text", "鲁财采〔2022〕14号.定稿", "通知v1.2"])
def test_plain_text_is_read_whatever_a_person_calls_it(root: Path, name: str) -> None:
    assert NAME in fates(place(root, put(root, name, NOTICE)))


# --- where the records go ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    "into",
    ["build", "templates/x", "site", "documents/x", "policies/reference", "cases", "henan", "policies/.x"],
)
def test_only_a_folder_below_policies_or_cases_takes_records(root: Path, into: str) -> None:
    with pytest.raises(LibraryError, match="IMP032"):
        place(root, put(root, "通知.txt", NOTICE), wishes=Wishes(into=Path(into)))


def test_records_that_stand_elsewhere_than_asked_are_told(root: Path) -> None:
    original = put(root, "通知.txt", NOTICE)
    place(root, original)
    (problem,) = place(root, original, wishes=Wishes(into=Path("policies/city"))).problems
    assert (problem.code, problem.level) == ("IMP032", Level.HINT)
    assert NAME in problem.message
    assert "留在原处" in problem.message


def test_policies_that_were_asked_into_cases_are_told(root: Path) -> None:
    result = place(root, put(root, "通知.txt", NOTICE), wishes=Wishes(into=Path("cases/city")))
    (problem,) = result.problems
    assert "政策只放 policies" in problem.message
    assert all(one.path.startswith("policies/city/") for one in result.files[0].records)


def test_a_library_that_cannot_be_written_is_told_as_such(root: Path) -> None:
    (root / importing.WORKSHOP).write_text("", encoding="utf-8")
    with pytest.raises(LibraryError) as told:
        import_files(root, [put(root, "通知.txt", NOTICE)])
    (problem,) = told.value.problems
    assert problem.code == "IMP035"
    assert "写不进去" in problem.message
    assert "磁盘是否已满" not in problem.message


def test_words_of_a_split_paragraph_are_not_told_as_lost(root: Path) -> None:
    text = NOTICE.replace(
        "一、报送内容\n", "一、时间安排。请于2024年6月30日前将评价报告（纸质版一式3份）报送我局综合科。\n"
    )
    library = opened(root)
    imported = import_original(put(root, "通知.txt", text), library)
    assert "2024年6月30日前" in imported.records.drafts[0].body
    assert imported.unplaced == ()


def test_an_attachment_is_not_doubled_though_the_person_edited_it(root: Path) -> None:
    original = put(root, "通知.txt", ATTACHED)
    place(root, original)
    edit(record(root, "评价报告提纲"), "项目概况", "项目基本情况")
    result = place(root, original)
    assert fates(result)["评价报告提纲"] is Fate.KEPT
    texts = [one.id for one in opened(root).every(Policy) if re.match("评价报告提纲", one.id)]
    assert texts == ["评价报告提纲"]
