"""The wording of the five real documents: what is told of each, and nothing else.

They are sources and nobody is to reword them; they show what the table and the rules say of real prose.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from generator.library import Library
from generator.problems import Place
from generator.wording.examining import examine_wording
from generator.wording.tables import bodies_of, shipped_entries
from generator.wording.written import Written

SEEDS = Path(__file__).parents[3] / "shared" / "seeds"
needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="五份真实文件（../shared/seeds）不在这台机器上")
BROKEN_LINE = re.compile(r"(?<![。：！？\n])\n+(?=[^\n])")
TOLD = re.compile("里的“([^”]+)”$|机构简称“([^”]+)”|“([^”]+)”里“")

EXPECTED = {
    # 政府采购服务: the survey form confuses the two terms throughout; 涉及到: twice; 更好的开展: once.
    "000_": {
        ("TERM001", "政府采购服务"): 8,
        ("TERM001", "涉及到"): 2,
        ("TERM001", "更好的"): 1,
        ("TERM003", ""): 1,
    },
    "001_": {("TERM003", ""): 1},
    # 截止目前, 截止2014年末: the time goes on; 其它 three times.
    "002_": {
        ("TERM001", "截止"): 2,
        ("TERM001", "其它"): 3,
        ("TERM001", "政府采购服务"): 1,
        ("TERM001", "涉及到"): 1,
        ("TERM001", "原因是由于"): 1,
        ("TERM001", "简单的以"): 1,
        ("TERM003", ""): 1,
    },
    # 近800多万元 is hedged twice; the account of 《…》、《…》 stands in two paragraphs.
    "003_": {("TERM003", ""): 2, ("TERM004", "近800多万元"): 1},
    "004_": {},
}


@needs_seeds
@pytest.mark.parametrize("start", sorted(EXPECTED))
def test_what_is_told_of_a_real_document(start: str, library: Library) -> None:
    (file,) = SEEDS.glob(f"{start}*.txt")
    text = BROKEN_LINE.sub("", file.read_text(encoding="utf-8"))
    written = (Written(line, Place(start, number)) for number, line in enumerate(text.split("\n"), start=1))
    found: Counter[tuple[str, str]] = Counter()
    for problem in examine_wording(written, shipped_entries(), bodies_of(library)):
        match = TOLD.search(problem.message)
        found[problem.code, next(filter(None, match.groups()), "") if match else ""] += 1
    names = {key: times for key, times in found.items() if key[0] == "TERM008"}
    assert {key: times for key, times in found.items() if key not in names} == EXPECTED[start]
    assert set(names.values()) <= {1}
