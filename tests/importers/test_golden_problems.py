"""The checks on the imported real documents: every line is known, and somebody has said why it is true."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.importers.golden_problems import SEEDS, UNWRITTEN, golden, seed_library, told

needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="五份真实文件（../shared/seeds）不在这台机器上")


@needs_seeds
def test_the_checks_say_what_the_golden_file_says(tmp_path: Path) -> None:
    assert told(seed_library(tmp_path)) == list(golden())


def test_every_line_has_its_reason() -> None:
    assert len(golden()) > 20
    assert [line for line, reason in golden().items() if reason == UNWRITTEN] == []
