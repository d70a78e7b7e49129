"""公开属性 of what is imported: as the original says it in its usual words, else 待定 and not published."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.build.importing import import_files
from generator.cli import main
from generator.compose.composer import Composer
from generator.compose.official import compose_policy
from generator.importers.records.disclosing import UNDECIDED, UNSAID, meaning_of
from generator.library import Library, load_library
from generator.models.policy import Policy, TextState
from generator.models.record import Disclosure, Record
from tests.importers.test_placing import NAME, NOTICE

SIGNED = "某市财政局\n2024年5月6日\n"
PUBLIC, ON_REQUEST, CLOSED = Disclosure.PUBLIC, Disclosure.ON_REQUEST, Disclosure.CLOSED


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """An empty library."""
    (tmp_path / "library" / "policies").mkdir(parents=True)
    return tmp_path / "library"


def imported(root: Path, text: str, name: str = "通知.txt") -> Library:
    """The library after the import of one text."""
    file = root.parent / name
    file.write_text(text, encoding="utf-8")
    import_files(root, [file])
    return load_library(root)[0]


def notice(library: Library) -> Policy:
    found = library.find(NAME, Policy)
    assert found is not None
    return found


def doubts(record: Record) -> dict[str, str]:
    return {one.field: one.reason for one in record.pending}


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("（此件依申请公开）", ON_REQUEST),
        ("（此件主动公开）", PUBLIC),
        ("（此件公开发布）", PUBLIC),
        ("（此件不予公开）", CLOSED),
        ("（此件不公开）", CLOSED),
        ("信息公开选项：主动公开", PUBLIC),
        ("公开方式：主动公开", PUBLIC),
        ("公开属性：依申请公开", ON_REQUEST),
        ("（此件属于依申请公开）", ON_REQUEST),
        ("（主动公开）", PUBLIC),
    ],
)
def test_every_usual_wording_sets_the_key_and_leaves_no_doubt(
    root: Path, said: str, meant: Disclosure
) -> None:
    record = notice(imported(root, NOTICE.replace(SIGNED, f"{SIGNED}\n{said}\n")))
    assert record.disclosure is meant
    assert "公开属性" not in doubts(record)


def test_a_text_that_says_nothing_is_not_published_until_a_person_decides(root: Path) -> None:
    library = imported(root, NOTICE)
    record = notice(library)
    assert record.disclosure is Disclosure.UNDECIDED
    assert not record.publishable
    assert doubts(record)["公开属性"] == UNSAID
    (pending,) = [one for one in record.pending if one.field == "公开属性"]
    assert pending.candidates == ("主动公开", "依申请公开", "不予公开")


def test_odd_words_decide_nothing_and_are_quoted(root: Path) -> None:
    record = notice(imported(root, NOTICE.replace(SIGNED, f"{SIGNED}\n（此件删减后公开）\n")))
    assert record.disclosure is Disclosure.UNDECIDED
    assert "此件删减后公开" in doubts(record)["公开属性"]


def test_words_that_contradict_each_other_decide_nothing(root: Path) -> None:
    end = f"{SIGNED}\n（此件依申请公开）\n\n信息公开选项：主动公开\n"
    record = notice(imported(root, NOTICE.replace(SIGNED, end)))
    assert record.disclosure is Disclosure.UNDECIDED
    assert "公开属性" in doubts(record)


def test_what_a_page_says_of_itself_counts(root: Path) -> None:
    body = "".join(f"<p>{line}</p>" for line in NOTICE.splitlines() if line)
    page = f"<html><body><p>公开方式：依申请公开</p>{body}</body></html>"
    assert notice(imported(root, page, "通知.html")).disclosure is ON_REQUEST


def test_stubs_of_cited_texts_stay_as_they_are(root: Path) -> None:
    library = imported(root, NOTICE)
    stubs = [one for one in library.every(Policy) if one.text_state is TextState.STUB]
    assert stubs
    assert {one.disclosure for one in stubs} == {None}


def test_a_law_and_an_account_wait_for_a_decision_as_well(root: Path) -> None:
    law = "某市公园管理办法\n\n第一条 为了加强公园管理，制定本办法。\n\n第二条 本办法自2024年1月1日起施行。\n"
    library = imported(root, law, "办法.txt")
    (record,) = library.every(Policy)
    assert record.disclosure is Disclosure.UNDECIDED
    assert "公开属性" in doubts(record)


def test_an_attachment_is_as_public_as_the_text_that_bears_it(root: Path) -> None:
    outline = "附件\n\n评价提纲\n\n一、项目概况\n\n二、绩效情况\n"
    tail = f"附件：评价提纲\n\n{SIGNED}\n（此件依申请公开）\n\n{outline}"
    library = imported(root, NOTICE.replace(SIGNED, tail))
    full = [one for one in library.every(Policy) if one.text_state is TextState.FULL]
    assert len(full) == 2
    assert {one.disclosure for one in full} == {ON_REQUEST}


def test_the_import_says_in_a_plain_sentence_that_somebody_has_to_decide(root: Path) -> None:
    file = root.parent / "通知.txt"
    file.write_text(NOTICE, encoding="utf-8")
    result = CliRunner().invoke(main, ["--root", str(root), "import", str(file)])
    assert "公开属性没有写明的 1 条记录记为“待定”：有人定下之前，不上站点、不进索引" in result.output


@pytest.mark.parametrize("words", ["二、公开", "公开招标", "联系人：王某某", "（此件发至县级）", "政务公开"])
def test_other_lines_say_nothing_of_it(words: str) -> None:
    assert meaning_of(words) is None


def test_the_undecided_value_is_that_of_the_records() -> None:
    assert Disclosure(UNDECIDED) is Disclosure.UNDECIDED


@pytest.mark.parametrize(
    ("said", "note", "option"),
    [("（此件公开发布）", "此件公开发布", ""), ("信息公开选项：主动公开", "", "信息公开选项：主动公开")],
)
def test_what_the_original_says_once_is_printed_once(root: Path, said: str, note: str, option: str) -> None:
    library = imported(root, NOTICE.replace(SIGNED, f"{SIGNED}\n{said}\n"))
    tree = compose_policy(Composer(library), notice(library))
    assert (tree.note, tree.disclosure) == (note, option)
