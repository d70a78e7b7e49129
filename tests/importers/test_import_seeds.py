"""The five real documents through the import: nothing lost, the chain recognised, written and read back."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copytree

import pytest

from generator.build import check, write
from generator.build.importing import Fate, FileImport, import_files
from generator.importers import import_original
from generator.importers.cleaning import account
from generator.importers.records.accounting import texts_of
from generator.library import Library, load_library
from generator.models.policy import Policy, RelationType
from generator.models.returns import Roster, SurveyForm, SurveyReturn
from generator.problems import Level
from tests.importers.printed import tight

ROOT = Path(__file__).parents[2]
SEEDS = ROOT.parent / "shared" / "seeds"
NO_SEEDS = "五份真实文件（../shared/seeds）不在这台机器上"
FIGURE = re.compile(r"\d+(?:\.\d+)?")
CHAIN, REPORT = "004", "000"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of the shipped reference tables and national texts alone."""
    folder = tmp_path_factory.mktemp("seeds") / "library"
    for part in ("reference", "national"):
        copytree(ROOT / "policies" / part, folder / "policies" / part)
    return folder


@pytest.fixture(scope="module")
def files(root: Path) -> dict[str, FileImport]:
    """The import of all five, by the first three characters of their names."""
    if not SEEDS.is_dir():
        pytest.skip(NO_SEEDS)
    result = import_files(root, [SEEDS])
    assert [problem.as_text() for problem in result.problems] == []
    return {file.name[:3]: file for file in result.files}


@pytest.fixture(scope="module")
def library(root: Path, files: dict[str, FileImport]) -> Library:
    """The library with the five in it."""
    assert len(files) == 5
    library, problems = load_library(root)
    assert problems == ()
    return library


def test_every_character_is_in_a_record_or_in_the_log(files: dict[str, FileImport]) -> None:
    for file in files.values():
        assert file.imported is not None
        assert account(file.imported.original, file.imported.cleaned) == ()
        assert file.imported.unplaced == ()


def test_no_figure_is_lost(files: dict[str, FileImport]) -> None:
    for file in files.values():
        assert file.imported is not None
        cells = [cell for line in file.imported.cleaned.lines for cell in line.cells or (line.text,)]
        figures = {found for cell in cells for found in FIGURE.findall(cell)}
        texts = "\n".join(text for draft in file.imported.records.drafts for text in texts_of(draft))
        days = "\n".join(re.findall(r"\d{4}-\d\d-\d\d", texts)).replace("-0", "-")
        known = set(FIGURE.findall(texts)) | set(FIGURE.findall(days))
        labels = {figure for figure in figures if len(figure) == 1}
        assert figures - known - labels == set()
        assert len(figures) > 4


def test_the_chain_of_three_notices_is_recognised(library: Library) -> None:
    chain = ("博财采2022-19号", "淄财采2022-20号", "鲁财采2022-14号")
    policies = [library.find(name, Policy) for name in chain]
    assert [str(policy.number) for policy in policies if policy] == [
        "博财采〔2022〕19号",
        "淄财采〔2022〕20号",
        "鲁财采〔2022〕14号",
    ]
    assert [policy.id for policy in library.chain_up(chain[0])] == list(chain[1:])
    for outer, inner in zip(policies, chain[1:], strict=False):
        assert outer is not None
        assert outer.attachments[0].record == inner
    bottom = policies[2]
    assert bottom is not None
    assert str(bottom.printed_on) == "2022-08-16"
    assert bottom.printer == "山东省财政厅办公室"
    assert (bottom.region, bottom.disclosure) == ("山东省", "主动公开")
    basis = [one.target for one in bottom.relations if one.type is RelationType.BASIS]
    assert basis == ["财政部令102号", "财综2022-51号"]
    anchors = {one.target: one.anchor for one in bottom.relations}
    assert anchors["鲁财采函2022-2号"] == "二（二）"
    assert anchors["鲁财购2017-7号"] == "四（一）"
    roster = library.find(bottom.attachments[0].record or "", Roster)
    assert roster is not None
    assert len(roster.lines) == 15


def test_the_report_and_its_four_attachments_are_recognised(library: Library) -> None:
    report = library.find("濮财综2017-8号", Policy)
    assert report is not None
    assert report.signers == ("樊相奇",)
    assert report.addressees == ("省财政厅",)
    kinds = [library.entries[entry.record or ""].record.kind for entry in report.attachments]
    assert kinds == ["统计表", "案例", "案例", "调查填报"]
    answers = library.find(report.attachments[3].record or "", SurveyReturn)
    assert answers is not None
    form = library.find(answers.form, SurveyForm)
    assert form is not None
    assert len(form.items) == 27


def test_importing_again_changes_nothing(root: Path, files: dict[str, FileImport]) -> None:
    assert files
    before = {file: file.read_bytes() for file in sorted(root.rglob("*.*"))}
    again = import_files(root, [SEEDS])
    assert {record.fate for file in again.files for record in file.records} == {Fate.SAME}
    assert {file: file.read_bytes() for file in sorted(root.rglob("*.*"))} == before


def test_the_imports_check_without_an_error(root: Path, library: Library) -> None:
    assert library.entries
    errors = [problem for problem in check(root) if problem.level is Level.ERROR]
    shipped = [problem for problem in errors if problem.place.path.startswith("policies/reference")]
    assert [problem.as_text() for problem in errors if problem not in shipped] == []
    assert {problem.code for problem in shipped} == {"REFR001"}


ADDED = {CHAIN: "", REPORT: "附件4"}
"""What Word prints and the original does not: the label above the last attachment, which it forgot."""


@pytest.mark.parametrize("seed", [CHAIN, REPORT])
def test_written_to_word_and_imported_again_the_text_is_the_same(
    seed: str, root: Path, files: dict[str, FileImport], library: Library, tmp_path: Path
) -> None:
    file = files[seed]
    assert file.imported is not None
    record = file.records[0]
    write(root, (record.id,), tmp_path)
    again = import_original(tmp_path / f"{record.id}.docx", library)
    before = tight("".join(line.text for line in file.imported.cleaned.lines))
    after = tight("".join(line.text for line in again.cleaned.lines))
    assert len(before) > 5_000
    assert after.replace(ADDED[seed], "", 1) == before
    documents = [one.id for one in file.records if one.kind == "政策" and is_full(library, one.id)]
    assert again.records.same[: len(documents)] == tuple(documents)
    assert again.records.drafts == ()


def is_full(library: Library, record_id: str) -> bool:
    """Whether a record is no stub."""
    return bool(library.source(record_id).body)
