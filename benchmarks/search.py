"""How the index grows: time, memory and size at 100 + 100 and at 1,000 + 1,000 records, beside SQLite's FTS5.

Run from the repository's folder: `python -m benchmarks.search`.

The records are made from the shipped ones: each is a copy whose paragraphs are drawn, with a fixed
seed, from all paragraphs of its kind, with one character in twelve changed, so that the vocabulary
grows as in a real library.  FTS5 gets the same units: once its own `trigram`, once our character
pairs as words, which is what finds a Chinese word of two characters there.
"""

from __future__ import annotations

import gc
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.memory import peak_megabytes
from generator.hanzi.docnumber import DocNumber
from generator.hanzi.folding import bigrams, fold
from generator.library import Entry, Library, load_library
from generator.models.case import Case
from generator.models.policy import Policy, TextState
from generator.provisions.entries import entries_of
from generator.search import build_index, query

QUESTIONS = (
    "续签",
    "承接主体 民事责任",
    "政府购买服务指导性目录调整",
    "数字化城市管理信息采集服务外包",
    "社会组织承接政府购买服务应当具备什么条件",
    "“履约评价”",
)
SEED = 20220816
CHANGED = 12


@dataclass(frozen=True, slots=True)
class Cost:
    """What a step took."""

    seconds: float
    megabytes: float
    query_ms: float


def synthetic(shipped: Library, count: int) -> Library:
    """A library of `count` cases and `count` policies, with the reference tables of the shipped one."""
    dice = random.Random(SEED)
    kept = {
        key: entry for key, entry in shipped.entries.items() if not isinstance(entry.record, Case | Policy)
    }
    reference = {
        key: entry for key, entry in kept.items() if entry.source.path.startswith("policies/reference")
    }
    made = dict(reference)
    for number in range(count):
        for entry in (new_case(shipped, dice, number), new_policy(shipped, dice, number)):
            made[entry.record.id] = entry
    return Library(shipped.root, made)


def new_case(shipped: Library, dice: random.Random, number: int) -> Entry:
    """A case with drawn paragraphs."""
    cases = [case for case in shipped.every(Case) if len(case.sections) > 2]
    model = cases[number % len(cases)]
    pool = [text for case in cases for section in case.sections for text in section.paragraphs]
    sections = tuple(
        section.model_copy(
            update={"paragraphs": tuple(changed(dice, dice.choice(pool)) for _ in section.paragraphs)}
        )
        for section in model.sections
    )
    update = {
        "id": f"案例-{number}",
        "title": changed(dice, model.title),
        "sections": sections,
        "summary": pool[0][:80],
    }
    return Entry(model.model_copy(update=update), shipped.source(model.id))


def new_policy(shipped: Library, dice: random.Random, number: int) -> Entry:
    """A policy with drawn paragraphs and a number of its own."""
    policies = [policy for policy in shipped.every(Policy) if policy.text_state is not TextState.STUB]
    policies = [policy for policy in policies if len(shipped.source(policy.id).body) > 10]
    model = policies[number % len(policies)]
    source = shipped.source(model.id)
    pool = [block.text for policy in policies for block in shipped.source(policy.id).body]
    body = tuple(replace(block, text=changed(dice, dice.choice(pool))) for block in source.body)
    number_of = DocNumber("鲁财采", 1990 + number % 35, number // 35 + 1)
    update = {"id": f"政策-{number}", "title": changed(dice, model.title), "number": number_of}
    return Entry(model.model_copy(update=update), replace(source, body=body))


def changed(dice: random.Random, text: str) -> str:
    """A text with one Chinese character in twelve changed; figures that are bound become plain words."""
    plain = text.replace("{{", "").replace("}}", "")
    return "".join(
        chr(dice.randint(0x4E00, 0x62FF)) if "\u4e00" <= c <= "\u9fff" and not dice.randrange(CHANGED) else c
        for c in plain
    )


def measure(build: Callable[[Path], None], ask: Callable[[Path, str], object]) -> Cost:
    """Build in a fresh folder, then ask every question three times and take the middle one."""
    with tempfile.TemporaryDirectory() as folder:
        directory = Path(folder)
        gc.collect()
        start = time.process_time()
        build(directory)
        seconds = time.process_time() - start
        size = sum(file.stat().st_size for file in directory.rglob("*") if file.is_file())
        times = sorted(timed(ask, directory, words) for words in QUESTIONS for _ in range(3))
    return Cost(seconds, size / 1e6, times[len(times) // 2] * 1000)


def timed(ask: Callable[[Path, str], object], directory: Path, words: str) -> float:
    """Seconds for one question, opening the index included."""
    start = time.perf_counter()
    ask(directory, words)
    return time.perf_counter() - start


# --- the peer -------------------------------------------------------------------------------------


def units_as_rows(library: Library) -> Iterator[tuple[str, str, str]]:
    """编号, anchor and the folded text of every unit: what our index ranks by."""
    for card, units in ((entry.card, entry.units) for entry in entries_of(library)):
        for unit in units:
            yield (
                card.id,
                unit.anchor,
                fold(" ".join((card.title, str(card.number), *unit.path, *unit.lines))),
            )


def write_fts(directory: Path, rows: Iterable[tuple[str, str, str]], tokenize: str) -> None:
    """An FTS5 table of these rows."""
    base = sqlite3.connect(directory / "index.db")
    base.execute(
        f'CREATE VIRTUAL TABLE unit USING fts5(id UNINDEXED, anchor UNINDEXED, text, tokenize="{tokenize}")'
    )
    base.executemany("INSERT INTO unit VALUES (?, ?, ?)", rows)
    base.commit()
    base.close()


def ask_fts(directory: Path, terms: Iterable[str]) -> list[object]:
    """The ten best rows for any of the terms."""
    base = sqlite3.connect(directory / "index.db")
    wanted = " OR ".join(f'"{term}"' for term in terms)
    found = base.execute(
        "SELECT id, anchor, snippet(unit, 2, '', '', '…', 60), bm25(unit) FROM unit WHERE unit MATCH ? "
        "ORDER BY bm25(unit) LIMIT 10",
        (wanted,),
    ).fetchall()
    base.close()
    return found


def trigrams(words: str) -> list[str]:
    """What a question is to FTS5's trigram tokenizer, cut as a client would cut it."""
    folded = fold(words.strip("“”"))
    return [folded[start : start + 3] for start in range(max(len(folded) - 2, 1))]


def compare(library: Library) -> dict[str, Cost]:
    """The three engines over one library."""

    def fts(tokenize: str, pair: bool) -> Callable[[Path], None]:
        def build(directory: Path) -> None:
            rows = units_as_rows(library)
            write_fts(directory, ((i, a, " ".join(bigrams(t)) if pair else t) for i, a, t in rows), tokenize)

        return build

    return {
        "whoosh": measure(lambda folder: void(build_index(library, folder)), query),
        "fts5 trigram": measure(
            fts("trigram", pair=False), lambda folder, words: ask_fts(folder, trigrams(words))
        ),
        "fts5 pairs": measure(
            fts("unicode61", pair=True), lambda folder, words: ask_fts(folder, bigrams(words))
        ),
    }


def void(_: object) -> None:
    """For a step whose result nobody reads."""


def main() -> None:
    """Print the table."""
    shipped, _ = load_library(Path())
    warm = synthetic(shipped, 2)
    compare(warm)
    print(f"{'records':>12} {'engine':<14} {'build s':>8} {'MB':>7} {'query ms':>9} {'× FTS5 pairs':>13}")
    costs: dict[int, dict[str, Cost]] = {}
    for count in (100, 1000):
        library = synthetic(shipped, count)
        costs[count] = compare(library)
        for engine, cost in costs[count].items():
            ratio = cost.seconds / costs[count]["fts5 pairs"].seconds
            print(
                f"{count:>5} + {count:<4} {engine:<14} {cost.seconds:8.2f} {cost.megabytes:7.1f} "
                f"{cost.query_ms:9.1f} {ratio:13.1f}"
            )
    small, large = costs[100]["whoosh"], costs[1000]["whoosh"]
    growth = large.seconds / small.seconds
    print(f"whoosh: 10 times the records take {growth:.1f} times the time to index")
    if memory := peak_megabytes():
        print(f"peak memory: {memory:.0f} MB")


if __name__ == "__main__":
    main()
