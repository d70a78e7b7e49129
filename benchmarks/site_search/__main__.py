"""Search in the page: ours beside Material's own and Pagefind, over the same provisions in one run.

    python -m benchmarks.site_search                          100 and 1,000 pages
    python -m benchmarks.site_search --laws DIR 100 1000 5000 with full laws (see `corpus`)
    python -m benchmarks.site_search --engines ours,pagefind --pagefind node_modules/.bin/pagefind 5000

Without `--laws` only the questions over the shipped library are asked; the tables say so.
Bytes are counted at the server, heads included, nothing compressed.  Times are of headless Chromium.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

from benchmarks.site_search.corpus import Corpus, make_corpus
from benchmarks.site_search.engines import Engine, engine_of, fresh
from benchmarks.site_search.judging import KEYWORD, KINDS, QUESTION, Question, read_judged
from benchmarks.site_search.measuring import (
    Contender,
    Cost,
    Exactness,
    Score,
    browsing,
    exactness,
    first_queries,
    open_probe,
    rank,
    substrings,
)
from benchmarks.site_search.serving import serving

SIZES = (100, 1_000)
PARTS = 200
MANY = 5_000
"""Material's own search is not asked beyond this number of pages: its index takes minutes to load."""


@dataclass(frozen=True, slots=True)
class Result:
    """One engine at one size."""

    contender: Contender
    corpus: Corpus
    costs: dict[tuple[str, bool], Cost]
    """By kind of question, and whether the line was slow."""
    scores: dict[str, dict[str, Score]]
    """By kind of question: how well each is answered."""
    exact: Exactness


def compare(size: int, chosen: Sequence[Engine], laws: Path | None, parts: int, place: Path) -> list[Result]:
    """Every engine at one size."""
    judged, folder = questions_for(laws), fresh(place / f"{size}")
    corpus = make_corpus(fresh(folder / "library"), size, laws, judged)
    asked = substrings(corpus, parts)
    with ExitStack() as stack:
        browser = stack.enter_context(browsing())
        contenders = []
        for engine in within_reason(size, chosen):
            built = engine.build(corpus, fresh(folder / engine.key))
            contenders.append(Contender(engine, built, stack.enter_context(serving(built.folder))))
        costs = {
            (kind, slow): first_queries(browser, contenders, words_of(judged, kind), slow=slow)
            for kind in (KEYWORD, QUESTION)
            for slow in (True, False)
        }
        results = []
        for turn, contender in enumerate(contenders):
            page = open_probe(browser, contender.served, slow=False)
            scores = {kind: rank(page, contender.built, corpus, of_kind(judged, kind)) for kind in KINDS}
            exact = exactness(page, contender, corpus, asked)
            page.context.close()
            paid = {key: cost[turn] for key, cost in costs.items()}
            results.append(Result(contender, corpus, paid, scores, exact))
    return results


def within_reason(size: int, chosen: Iterable[Engine]) -> Iterator[Engine]:
    """The engines that finish at this size."""
    for engine in chosen:
        if engine.key == "material" and size > MANY:
            print(f"（Material 在 {size:,} 页不测：浏览器里要先装完整个索引）", flush=True)
        else:
            yield engine


def questions_for(laws: Path | None) -> tuple[Question, ...]:
    """The questions whose answers are at hand."""
    return read_judged("library") + (read_judged("laws") if laws else ())


def of_kind(judged: Iterable[Question], kind: str) -> list[Question]:
    """The questions of one kind."""
    return [question for question in judged if question.kind == kind]


def words_of(judged: Iterable[Question], kind: str) -> list[str]:
    """What is typed for one kind."""
    return [question.words for question in of_kind(judged, kind)]


# --- tables ---------------------------------------------------------------------------------------


def rows_of(result: Result) -> Iterator[tuple[str, str]]:
    """One column of the table."""
    built, provisions = result.contender.built, result.corpus.provisions
    yield "条文单元", f"{provisions:,}"
    yield "建索引 秒（Material 连网页）", f"{built.seconds:.1f}"
    yield "索引 kB", f"{built.index_bytes / 1000:,.0f}"
    yield "索引文件", f"{len(built.index):,}"
    yield "索引 字节/单元", f"{built.index_bytes / provisions:,.0f}"
    for kind in (KEYWORD, QUESTION):
        slow, quick = result.costs[kind, True], result.costs[kind, False]
        yield f"{kind} 首查 kB（其中索引）", f"{slow.kilobytes:,.1f}（{slow.index_kilobytes:,.1f}）"
        yield f"{kind} 首查 kB 最大", f"{slow.most_kilobytes:,.1f}"
        yield f"{kind} 首查 请求", f"{slow.requests:.0f}"
        yield f"{kind} 首查 毫秒 10 Mbit", f"{slow.milliseconds:,.0f}"
        yield f"{kind} 首查 毫秒 不限速", f"{quick.milliseconds:,.0f}"
        yield f"{kind} 首查 次数", f"{slow.count}"
    for kind in KINDS:
        if result.scores[kind]:
            scores = result.scores[kind].values()
            by_provision, by_page = mean(s.provision for s in scores), mean(s.page for s in scores)
            yield f"{kind} nDCG@10 按条（按页）", f"{by_provision:.3f}（{by_page:.3f}）"
    yield "子串精确", f"{result.exact.share:.3f}（{result.exact.equal}/{result.exact.asked}）"


def print_table(results: Sequence[Result]) -> None:
    """The engines of one size beside each other."""
    if not results:
        return
    print(f"\n### {len(results[0].corpus.pages):,} 页\n")
    print("| | " + " | ".join(result.contender.engine.name for result in results) + " |")
    print("|---|" + "---:|" * len(results))
    columns = [dict(rows_of(result)) for result in results]
    for name in columns[0]:
        print(f"| {name} | " + " | ".join(column.get(name, "") for column in columns) + " |", flush=True)


def print_growth(results: Sequence[Result]) -> None:
    """How the costs of each engine grow with the library."""
    sizes = sorted({len(result.corpus.pages) for result in results})
    print("\n### 增长\n\n| | " + " | ".join(f"{size:,} 页" for size in sizes) + " |")
    print("|---|" + "---:|" * len(sizes))
    for name in dict.fromkeys(result.contender.engine.name for result in results):
        grown = {len(r.corpus.pages): r for r in results if r.contender.engine.name == name}
        told = {size: growing(result) for size, result in grown.items()}
        for cost in next(iter(told.values())):
            row = (told[size][cost] if size in told else "没有测" for size in sizes)
            print(f"| {name} {cost} | " + " | ".join(row) + " |")


def growing(result: Result) -> dict[str, str]:
    """The costs that may grow."""
    built, keyword, question = result.contender.built, *(result.costs[k, True] for k in (KEYWORD, QUESTION))
    return {
        "索引 kB": f"{built.index_bytes / 1000:,.0f}",
        "索引 字节/单元": f"{built.index_bytes / result.corpus.provisions:,.0f}",
        "建索引 秒": f"{built.seconds:.1f}",
        "关键词首查 kB": f"{keyword.kilobytes:,.1f}",
        "关键词首查 毫秒": f"{keyword.milliseconds:,.0f}",
        "问句首查 kB": f"{question.kilobytes:,.1f}",
        "问句首查 毫秒": f"{question.milliseconds:,.0f}",
    }


def print_missed(result: Result, limit: float) -> None:
    """The questions that one engine answers badly."""
    for kind, scores in result.scores.items():
        poor = [
            f"{words} {score.provision:.2f}" for words, score in scores.items() if score.provision < limit
        ]
        print(f"{result.contender.engine.name} {kind} 低于 {limit}：" + "；".join(poor))


def main() -> None:
    """Read the command line, measure, print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.site_search")
    parser.add_argument("sizes", nargs="*", type=int, default=SIZES)
    parser.add_argument("--laws", type=Path, help="full laws, one Markdown file each")
    parser.add_argument("--engines", default="ours,material,pagefind", help="which of these, by comma")
    parser.add_argument("--pagefind", type=Path, help="the program of a second Pagefind, also measured")
    parser.add_argument("--parts", type=int, default=PARTS, help="random substrings to ask for")
    parser.add_argument("--into", type=Path, help="keep what is built in this folder")
    parser.add_argument("--missed", type=float, default=0, help="list the questions below this nDCG")
    given = parser.parse_args()
    laws = len(list(given.laws.glob("*.md"))) if given.laws else 0
    print(f"法律全文 {laws} 部" if laws else "没有法律全文，只问本库自带的记录")
    keys = (*given.engines.split(","), *(("other",) if given.pagefind else ()))
    chosen = [engine_of(key, given.pagefind) for key in keys]
    every: list[Result] = []
    with tempfile.TemporaryDirectory() as scratch:
        for size in given.sizes:
            results = compare(size, chosen, given.laws, given.parts, given.into or Path(scratch))
            print_table(results)
            every += results
            for result in results if given.missed else ():
                print_missed(result, given.missed)
    if len(given.sizes) > 1:
        print_growth(every)


if __name__ == "__main__":
    main()
