"""The index behind the search box: a static inverted index, cut into small classic scripts.

Browsers refuse `fetch`, modules and workers under file://, so every part of the index is a script
that hands itself to `gongwenSearch.register`.  A token's hash names the script that holds its
postings; a hit's number names the script that holds its text.  Only the scripts of the tokens
asked for are loaded, and each has a bounded size however large the library grows.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256

from generator.hanzi.folding import bigrams, fold
from generator.pages.address import html_path
from generator.pages.sheet import Page, Unit

FOLDER = "index"
LONGEST_UNIT = 600
"""Characters of one unit; longer texts are cut at the ends of sentences."""
TITLE_WEIGHT, HEADING_WEIGHT, NUMBER_IMPACT = 3.0, 1.0, 255
SHARE_OF_TITLE = 0.4
"""The weight of the page's title in the units below it: a word of it may stand in a question about one."""
K1, B = 1.2, 0.5
"""The usual constants of BM25."""
HITS_PER_SHARD = 16
POSTINGS_PER_CHUNK = 1_000
SHARD_BYTES = 12_000
NUMBER_MARK = "№"
SENTENCE_END = re.compile(r"(?<=[。；;！？])")
CJK_RANGE = range(0x3400, 0x9FFF + 1)


@dataclass(slots=True)
class Index:
    """Collects the units of pages, then writes itself as scripts."""

    pages: list[tuple[str, str, str, str, str, str]] = field(default_factory=list)
    """Address, title, kind, status and the tone of its badge, 文号, per page."""
    units: list[tuple[int, str, str, str]] = field(default_factory=list)
    """Page, anchor, heading and text, per unit."""
    lengths: list[float] = field(default_factory=list)
    postings: dict[str, list[tuple[int, float]]] = field(default_factory=lambda: defaultdict(list))
    numbers: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, page: Page) -> None:
        """Take in a page; one without a card is furniture and is not searched."""
        card = page.card
        if card is None:
            return
        number = len(self.pages)
        about = (card.kind, card.status, card.tone, card.number)
        self.pages.append((html_path(page.path), page.title, *about))
        if card.key:
            self.numbers[NUMBER_MARK + fold(card.key)].append(len(self.units))
        title = Counter(bigrams("\n".join((page.title, *card.aliases))))
        for unit in page.units or (Unit("", "", ""),):
            for part in parts_of(unit.text):
                self.add_unit(number, unit, part, title)

    def add_unit(self, page: int, unit: Unit, text: str, title: Counter[str]) -> None:
        """One unit: its own words, and to a lesser weight those of its headings and of the title."""
        weights: dict[str, float] = defaultdict(float)
        share = SHARE_OF_TITLE if unit.anchor else TITLE_WEIGHT
        for token, count in title.items():
            weights[token] += share * count
        for token, count in Counter(bigrams(unit.heading)).items():
            weights[token] += HEADING_WEIGHT * count
        for token, count in Counter(bigrams(text)).items():
            weights[token] += count
        hit = len(self.units)
        self.units.append((page, unit.anchor, unit.heading, text))
        self.lengths.append(sum(weights.values()))
        for token, weight in weights.items():
            self.postings[token].append((hit, weight))

    # --- scripts ----------------------------------------------------------------------------

    def scripts(self) -> Iterator[tuple[str, str]]:
        """Paths below the pages folder, and the scripts to write there.

        The folder of the parts is named by a hash of all of them, so that a browser never
        mixes parts of two builds; `index/start.js` says which folder to use.
        """
        parts = [*self.posting_scripts(), *self.hit_scripts(), ("t2s.js", traditional_script())]
        version = sha256("\n".join(f"{name} {text}" for name, text in parts).encode()).hexdigest()[:12]
        posting_count = sum(name.startswith("p") for name, _ in parts)
        start = {
            "version": version,
            "shards": posting_count,
            "hits": len(self.units),
            "perShard": HITS_PER_SHARD,
        }
        yield f"{FOLDER}/start.js", f"gongwenSearch.start({compact(start)});\n"
        for name, text in parts:
            yield f"{FOLDER}/{version}/{name}", text

    def posting_scripts(self) -> Iterator[tuple[str, str]]:
        """The postings in shards; the number of shards is a power of two that keeps them small."""
        chunks = dict(self.chunks())
        size = sum(len(key) + 6 * len(chunk) for key, chunk in chunks.items())
        count = 1 << max(0, math.ceil(math.log2(size / SHARD_BYTES))) if size else 1
        shards: list[dict[str, list[int]]] = [{} for _ in range(count)]
        for key in sorted(chunks):
            shards[hash_of(key) % count][key] = chunks[key]
        for number, shard in enumerate(shards):
            yield f"p{number}.js", f'gongwenSearch.register("p{number}",{compact(shard)});\n'

    def chunks(self) -> Iterator[tuple[str, list[int]]]:
        """Token → number of its chunks, then hits (as differences) and impacts in turn.

        A token of very many hits goes on under its name with the number of the chunk behind it.
        """
        scaled = self.impacts()
        for token in sorted(scaled):
            pairs = scaled[token]
            count = -(-len(pairs) // POSTINGS_PER_CHUNK)
            for number in range(count):
                chunk = pairs[number * POSTINGS_PER_CHUNK : (number + 1) * POSTINGS_PER_CHUNK]
                key = token if number == 0 else f"{token}\n{number}"
                yield key, [count, *differences(chunk)]

    def impacts(self) -> dict[str, list[tuple[int, int]]]:
        """What each token adds to the score of each hit: BM25, from 1 to 255."""
        mean = sum(self.lengths) / len(self.lengths) if self.lengths else 1.0
        total = len(self.units)
        ceiling = math.log(1 + total) * (K1 + 1)
        scaled: dict[str, list[tuple[int, int]]] = {}
        for token, postings in self.postings.items():
            rarity = math.log(1 + (total - len(postings) + 0.5) / (len(postings) + 0.5))
            scaled[token] = [
                (hit, max(1, round(255 * rarity * self.saturation(weight, hit, mean) / ceiling)))
                for hit, weight in postings
            ]
        for key, hits in self.numbers.items():
            scaled[key] = [(hit, NUMBER_IMPACT) for hit in hits]
        return scaled

    def saturation(self, weight: float, hit: int, mean: float) -> float:
        """How much a repeated word counts in a unit of this length."""
        return weight * (K1 + 1) / (weight + K1 * (1 - B + B * self.lengths[hit] / mean))

    def hit_scripts(self) -> Iterator[tuple[str, str]]:
        """The texts of the hits with the pages that they stand on."""
        for start in range(0, len(self.units), HITS_PER_SHARD):
            hits = self.units[start : start + HITS_PER_SHARD]
            pages = {hit[0]: self.pages[hit[0]] for hit in hits}
            name = f"h{start // HITS_PER_SHARD}"
            yield f"{name}.js", f'gongwenSearch.register("{name}",{compact([pages, hits])});\n'


def parts_of(text: str) -> Iterator[str]:
    """A text in parts of bounded length, cut at the ends of sentences where there are any."""
    part = ""
    for sentence in SENTENCE_END.split(text):
        if part and len(part) + len(sentence) > LONGEST_UNIT:
            yield part
            part = ""
        part += sentence
        while len(part) > LONGEST_UNIT:
            yield part[:LONGEST_UNIT]
            part = part[LONGEST_UNIT:]
    if part or not text:
        yield part


def differences(pairs: list[tuple[int, int]]) -> Iterator[int]:
    """Hits as differences to the one before, each followed by its impact."""
    last = 0
    for hit, impact in pairs:
        yield hit - last
        yield impact
        last = hit


def hash_of(key: str) -> int:
    """FNV-1a over UTF-16 code units, as the script in the page computes it."""
    value = 2166136261
    raw = key.encode("utf-16-le")
    for low, high in zip(raw[::2], raw[1::2], strict=True):
        value = ((value ^ (low | high << 8)) * 16777619) & 0xFFFFFFFF
    return value


def compact(value: object) -> str:
    """JSON as a script may hold it: no spaces, and no `<` that could end the script."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def traditional_script() -> str:
    """Traditional characters and their simplified forms in turn, for queries; one UTF-16 unit each."""
    pairs = ((chr(code), fold(chr(code))) for code in CJK_RANGE)
    table = "".join(old + new for old, new in pairs if old != new and len(new.encode("utf-16-le")) == 2)
    return f'gongwenSearch.register("t2s",{compact(table)});\n'
