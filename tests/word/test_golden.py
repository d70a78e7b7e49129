"""The written samples, word for word and tag for tag."""

from __future__ import annotations

import pytest

from tests.word.conftest import GoldenFolder
from tests.word.reading import Written


@pytest.mark.parametrize("name", ["report", "chain", "sealed", "collection"])
def test_a_sample_reads_as_it_did(name: str, written: dict[str, Written], golden: GoldenFolder) -> None:
    golden.check(f"{name}/outline.txt", written[name].outline())


@pytest.mark.parametrize("name", ["chain", "sealed", "collection"])
def test_a_sample_is_marked_up_as_it_was(
    name: str, written: dict[str, Written], golden: GoldenFolder
) -> None:
    xml = written[name].parts["word/document.xml"].decode("utf-8")
    golden.check(f"{name}/document.xml", xml.replace("<w:p>", "\n<w:p>").replace("<w:tr>", "\n<w:tr>") + "\n")
