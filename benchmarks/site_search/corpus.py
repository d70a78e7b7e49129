"""The library that the engines are compared on: the shipped one, full laws if at hand, and filling to size.

Laws are free of copyright but no part of the repository: `--laws DIR` names a folder of Markdown files,
one law each: `# 全称`, `## 第一章 总则`, `第一条 …`, further paragraphs on lines of their own.

Filling: records whose sentences are drawn, with a fixed seed, from those of the library, leaving out
every provision that the judged set names and every sentence with a judged keyword.  One word in six is
exchanged for another of equal length, drawn by its frequency in jieba's dictionary, so that the
vocabulary grows as in real texts, and one in sixty for a judged keyword, so that the keywords are met
in passing all over the library and a good answer has to be told from a mere mention.
"""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

from benchmarks.site_search.judging import KEYWORD, Question, places_of
from generator.library import Library, load_library
from generator.pages.public import public_view
from generator.provisions.entries import entries_of
from generator.provisions.units import Unit

ROOT = Path(__file__).parents[2]
SHIPPED = ("policies", "cases", "documents")
SEED = 20221231
CHANGED, MENTIONED = 6, 60
"""One word in so many of a filling sentence becomes another word, and a judged keyword."""
PROVISIONS = (8, 16)
"""How many provisions a filling record has: as many as the chapters of real laws."""
SENTENCES = (1, 3)
RARE = 5
"""Words below this count in the dictionary are left out."""
SHORTEST = 10
"""A sentence has more characters than this."""
HEADING = 40
"""A longer first line is text, not a heading."""
ARTICLE = re.compile(r"^第[一二三四五六七八九十百]+条")
CAPTIONED = re.compile(
    r"^(第[一二三四五六七八九十百]+条\s+|（[一二三四五六七八九十]+）)[^，。；]{2,24}。(?=.)"
)
STOPS = re.compile(r"(?<=[。；：])")
WORD = re.compile(r"[一-鿿]{2,4}")

LAW = """---
类别: 政策
编号: {id}
标题: {title}
别名:
  - {id}
文种: 不适用
发文机关:
  - {issuer}
文号: 不适用
效力级别: {authority}
地区: 全国
公布日期: {year}-01-01
时效: 现行有效
文本: 全文
公开属性: 主动公开
---
"""
FILLING = """---
类别: 政策
编号: 合成-{n}
标题: {place}财政局关于{subject}有关事项的通知
文种: 通知
发文机关:
  - {place}财政局
文号: 合财综〔{year}〕{n}号
效力级别: 地方规范性文件
地区: {region}
印发日期: {year}-06-01
时效: 现行有效
文本: 全文
公开属性: 主动公开
---
"""
PLACES = (
    ("濮阳市", "河南省濮阳市"),
    ("温州市", "浙江省温州市"),
    ("淄博市", "山东省淄博市"),
    ("郑州市", "河南省郑州市"),
)


@dataclass(frozen=True, slots=True)
class PageText:
    """A record as every engine gets it."""

    id: str
    title: str
    number: str
    address: str
    """Its page in our own site, below the site's folder."""
    units: tuple[Unit, ...]


@dataclass(frozen=True, slots=True)
class Corpus:
    """A library in a folder and its texts."""

    root: Path
    library: Library
    pages: tuple[PageText, ...]

    @property
    def provisions(self) -> int:
        """The number of units: the record as a whole counts as one."""
        return sum(len(page.units) for page in self.pages)


def make_corpus(root: Path, size: int, laws: Path | None, judged: tuple[Question, ...]) -> Corpus:
    """A library of `size` pages in a folder.

    Args:
        root: an empty folder.
        size: the number of pages wanted; never fewer than the shipped library and the laws have.
        laws: the folder of full laws, or none.
        judged: the questions; no filling is drawn from their answers.
    """
    for folder in SHIPPED:
        shutil.copytree(ROOT / folder, root / folder)
    for file in sorted(laws.glob("*.md")) if laws else ():
        target = next((root / "policies").rglob(file.name), root / "policies" / "national" / file.name)
        target.write_text(law_record(file), encoding="utf-8")
    grown = read_corpus(root)
    if size <= len(grown.pages):
        return grown
    filling = Filling(grown.pages, judged)
    for number in range(1, size - len(grown.pages) + 1):
        (root / "policies" / f"合成-{number}.md").write_text(filling.record(number), encoding="utf-8")
    return read_corpus(root)


def read_corpus(root: Path) -> Corpus:
    """The public texts of a library."""
    library, _ = load_library(root)
    view = public_view(library)
    return Corpus(root, library, tuple(texts_of(view)))


def texts_of(library: Library) -> Iterator[PageText]:
    """Every record that has a page, in the order of the library."""
    for card, units in ((entry.card, entry.units) for entry in entries_of(library)):
        yield PageText(card.id, card.title, str(card.number or ""), card.page, units)


def heading_of(unit: Unit) -> tuple[str, tuple[str, ...]]:
    """A unit parted into a heading and paragraphs, for engines that index headings.

    第几条 with its caption, where it has one, or a short first line that is no sentence.
    """
    first, rest = unit.lines[0], unit.lines[1:]
    article = CAPTIONED.match(first) or ARTICLE.match(first)
    if article:
        return article[0], (first[article.end() :].strip(), *rest)
    return (first, rest) if len(first) <= HEADING and not first.endswith("。") else ("", unit.lines)


# --- laws ---------------------------------------------------------------------------------------


def law_record(file: Path) -> str:
    """A law as a policy record of full text."""
    lines = [line.strip() for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    title = lines[0].removeprefix("# ")
    decree = title.endswith("条例")
    issuer = "国务院" if decree else "全国人民代表大会常务委员会"
    authority = "行政法规" if decree else "法律"
    head = LAW.format(id=file.stem, title=title, issuer=issuer, authority=authority, year=2020)
    return head + "\n" + "\n\n".join(law_blocks(lines[1:])) + "\n"


def law_blocks(lines: list[str]) -> Iterator[str]:
    """Chapters and articles as headings."""
    for line in lines:
        article = ARTICLE.match(line)
        if line.startswith("## "):
            yield "# " + line.removeprefix("## ").replace(" ", "　", 1)
        elif article:
            yield f"## {article[0]}"
            yield line[article.end() :].strip()
        else:
            yield line


# --- filling ------------------------------------------------------------------------------------


class Filling:
    """Draws records from the sentences of a library."""

    def __init__(self, pages: tuple[PageText, ...], judged: tuple[Question, ...]) -> None:
        """Cut the sentences into words once."""
        import jieba  # noqa: PLC0415 (only where filling is needed)

        jieba.setLogLevel("ERROR")
        self.keywords = [question.words for question in judged if question.kind == KEYWORD]
        sentences = dict.fromkeys(sentences_of(pages, places_of(judged)))
        drawn = [text for text in sentences if not any(word in text for word in self.keywords)]
        self.sentences = [tuple(jieba.cut(text)) for text in drawn]
        self.subjects = sorted({w for words in self.sentences for w in words if WORD.fullmatch(w)})
        self.words = dictionary_words(Path(jieba.get_dict_file().name))

    def record(self, number: int) -> str:
        """One record; the same number gives the same text."""
        dice = random.Random(SEED * 100_000 + number)
        place, region = PLACES[number % len(PLACES)]
        subject = "".join(dice.choice(self.subjects) for _ in range(2))
        head = FILLING.format(n=number, place=place, region=region, year=2010 + number % 13, subject=subject)
        articles = (self.article(dice, turn) for turn in range(1, dice.randint(*PROVISIONS) + 1))
        return head + "\n" + "\n\n".join(articles) + "\n"

    def article(self, dice: random.Random, turn: int) -> str:
        """One provision."""
        drawn = (dice.choice(self.sentences) for _ in range(dice.randint(*SENTENCES)))
        text = "".join(self.changed(dice, word) for words in drawn for word in words)
        return f"# 第{hanzi(turn)}条\n\n{text.rstrip('；：，')}" + ("" if text.endswith("。") else "。")

    def changed(self, dice: random.Random, word: str) -> str:
        """The word, or now and then another one."""
        if not WORD.fullmatch(word):
            return word
        if self.keywords and not dice.randrange(MENTIONED):
            return dice.choice(self.keywords)
        if not dice.randrange(CHANGED):
            words, weights = self.words[len(word)]
            return dice.choices(words, cum_weights=weights)[0]
        return word


def sentences_of(pages: tuple[PageText, ...], kept: frozenset[tuple[str, str]]) -> Iterator[str]:
    """The sentences of all provisions that the judged set does not name."""
    for page in pages:
        for unit in page.units[1:]:
            if not any(page.id == record and holds(unit, place) for record, place in kept):
                for line in unit.lines:
                    parts = (
                        ARTICLE.sub("", part, count=1).strip()
                        for part in STOPS.split(line)
                        if "｜" not in part
                    )
                    yield from (part for part in parts if len(part) > HEADING // 4)


def holds(unit: Unit, place: str) -> bool:
    """Whether a unit is the provision that a judgement names: by its anchor, 第几条, or opening words."""
    return unit.anchor == place or (bool(place) and any(line.startswith(place) for line in unit.lines))


def dictionary_words(file: Path) -> dict[int, tuple[list[str], list[int]]]:
    """Words of two to four characters by length, with running sums of their counts."""
    found: dict[int, list[tuple[str, int]]] = {2: [], 3: [], 4: []}
    for line in file.read_text(encoding="utf-8").splitlines():
        word, count, *_ = line.split(" ")
        if WORD.fullmatch(word) and int(count) >= RARE:
            found[len(word)].append((word, int(count)))
    return {
        length: ([word for word, _ in words], list(accumulate(count for _, count in words)))
        for length, words in found.items()
    }


def hanzi(number: int) -> str:
    """A number up to 99 in Chinese."""
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    ten = ("" if tens == 1 else digits[tens]) + "十" if tens else ""
    return ten + (digits[ones] if ones or not tens else "")
