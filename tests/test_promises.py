"""What README, CONTRIBUTING and the lock file promise is there."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from pydantic import BaseModel

from generator.cli import main
from generator.models import KINDS
from generator.models.issued import IssuedDocument
from generator.models.policy import AttachmentEntry

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
STEPS = (ROOT / "generator" / "README.md").read_text(encoding="utf-8")
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def bare_name(requirement: str) -> str:
    """The name of a package as lock files spell it."""
    return re.split(r"[<>=!~\[ ]", requirement)[0].lower().replace("_", "-")


def test_readme_names_every_command() -> None:
    assert {verb for verb in main.commands if f"`gongwen {verb}" not in README} == set()


def test_readme_has_the_two_commands_on_one_line_each() -> None:
    commands = re.findall(r"^    (python -m pip install .*)$", README, re.MULTILINE)
    assert [command.split("&&")[-1].strip() for command in commands] == ["gongwen build", "python -m pytest"]


def test_pictures_and_links_of_the_documents_lead_somewhere() -> None:
    for document in (ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "generator" / "README.md"):
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text(encoding="utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"


def test_the_seven_steps_name_modules_that_exist() -> None:
    steps = re.findall(r"^\| (\d) \|.*\| (.+) \|$", STEPS, re.MULTILINE)
    assert [number for number, _ in steps] == list("1234567")
    for _, modules in steps:
        for module in re.findall(r"`([^`]+)`", modules):
            assert (ROOT / "generator" / module).is_file(), module


@pytest.mark.parametrize("requirement", PROJECT["dependencies"])
def test_each_dependency_is_pinned_and_explained(requirement: str) -> None:
    name = bare_name(requirement)
    assert re.search(rf"^{re.escape(name)}==", LOCK, re.MULTILINE)
    assert name in README.lower()
    assert "<" in requirement


def test_the_lock_file_names_no_host() -> None:
    assert all(re.fullmatch(r"[a-z0-9.\-]+==[A-Za-z0-9.+!\-]+", line) for line in LOCK.splitlines())


@pytest.mark.parametrize("model", [IssuedDocument, AttachmentEntry])
def test_the_page_for_drafters_explains_every_key(model: type[BaseModel]) -> None:
    page = (ROOT / "site" / "text" / "拟文说明.md").read_text(encoding="utf-8")
    explained = {
        name for row in re.findall(r"^\| ([^|`]+) \|", page, re.MULTILINE) for name in row.split("、")
    }
    assert {field.alias for field in model.model_fields.values()} <= explained


def test_every_page_that_staff_wrote_is_in_the_navigation() -> None:
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    pages = sorted((ROOT / "site" / "text").glob("*.md"))
    assert {page.stem for page in pages if f"help/{page.name}\n" not in navigation} == set()


def test_every_record_names_the_schema_of_its_kind() -> None:
    files = [file for folder in ("cases", "policies", "documents") for file in (ROOT / folder).rglob("*.*")]
    records = [file for file in files if file.suffix in (".yaml", ".md")]
    assert len(records) > 100
    for file in records:
        text = file.read_text(encoding="utf-8")
        named = re.search(r"^# yaml-language-server: \$schema=(\S+)$", text, re.MULTILINE)
        kind = re.search(r"^类别: (\S+)$", text, re.MULTILINE)
        assert named, file
        assert kind, file
        assert kind[1] in KINDS
        expected = ROOT / "build" / "schema" / f"{kind[1]}.json"
        assert (file.parent / named[1]).resolve() == expected, file
