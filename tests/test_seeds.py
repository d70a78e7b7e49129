"""The five real documents against the records: no figure, document number or title is lost.

A figure is found only as the same figure: with its unit and its hedge (近800多万元 is not 800万元),
never inside a longer number, and only in records that name that document as their 来源.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest

from generator.hanzi.docnumber import DocNumber, find_numbers
from generator.hanzi.marks import bare_title, cited_titles
from generator.hanzi.numerals import from_chinese
from generator.library import Entry, Library, load_library
from generator.models.issued import IssuedDocument
from generator.models.policy import IssuingFacts, Policy
from generator.models.returns import Statistics

ROOT = Path(__file__).parents[1]
SEEDS = ROOT.parent / "shared" / "seeds"

needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="五份真实文件（../shared/seeds）不在这台机器上")


# --- the seeds, and what of them is not a fact ------------------------------------------------

Reasons = Mapping[str, str]
LINE_NUMBERS = {r"(?m)^[\s-]*\d{1,2}[.、](?!\d)": "行首的序号"}


@dataclass(frozen=True, slots=True)
class Seed:
    """A real document: its file, the 来源 that its records name, and what is left out and why."""

    name: str
    file: str
    origin: str
    furniture: Reasons
    """Patterns of the page and of numbering that look like figures; removed before figures are read."""
    papers: Reasons
    """Names in 书名号 that are not policies: forms and generic names; records mention them in words."""


SEED_FILES = (
    Seed(
        name="濮阳报告",
        file="000_",
        origin=r"濮财综〔2017〕8号",
        furniture={
            r"^\s*\(9\)": "扫描页的页码",
            r"附件:?\s*\d\.?(?!\d)": "附件的顺序号",
            **LINE_NUMBERS,
        },
        papers={
            "政府购买服务项目支出表": "表单",
            "文化惠民演出回执单": "单据",
        },
    ),
    Seed(
        name="郑州实践",
        file="001_",
        origin=r"郑州市财政局政府购买服务改革",
        furniture={},
        papers={},
    ),
    Seed(
        name="新疆政策研究",
        file="002_",
        origin=r"新疆维吾尔自治区推进政府购买服务改革的政策研究",
        furniture={r"400-810-9688": "转载网站的客服电话", **LINE_NUMBERS},
        papers={},
    ),
    Seed(
        name="温州实践",
        file="003_",
        origin=r"加快政府购买服务改革 促进政府职能转变",
        furniture={},
        papers={
            "购买服务实施意见": "各县（市、区）本级文件的统称",
            "购买服务指导目录": "各县（市、区）本级文件的统称",
        },
    ),
    Seed(
        name="山东三级转发",
        file="004_",
        origin=r"鲁财采〔2022〕14号|淄财采〔2022〕20号|博财采〔2022〕19号",
        furniture={},
        papers={"政府购买服务项目预算表": "表单"},
    ),
)
every_seed = pytest.mark.parametrize("seed", SEED_FILES, ids=lambda seed: seed.name)


# --- reading figures ---------------------------------------------------------------------------

HAN = "\u4e00-\u9fff"
BETWEEN_HAN = re.compile(rf"(?<=[{HAN}])\s+(?=[{HAN}])")
BESIDE_HAN = re.compile(rf"(?<=[{HAN}])[ \u3000]+(?=[\d(])|(?<=[\d%)])[ \u3000]+(?=[{HAN}])")
ISO_TEN_DAYS = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(?=[上中下]旬)")
ISO_DAY = re.compile(r"(?<!\d)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?!\d)")
ISO_MONTH = re.compile(r"(?<!\d)(\d{4})-(0[1-9]|1[0-2])(?![\d号-])")
SHORT_RANGE = re.compile(r"(?<![\d月])(\d{1,2})[-—至](?=\d{1,2}([年月个]))")
UNIT = "个工作日|工作日|平方米|大类|世纪|[元个家项场名人次种期级类款件条年日号%张届批]"
HEDGED = r"(?:\(含\))?(?:以上|以内|以下)"
TIME = re.compile(
    r"(?<![\d.])(?:(?P<year>(?:19|20)\d{2})年(?P<part>底|末|初)?)?"
    r"(?:(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|(?P<ten>[上中下]旬|底))?)?"
)
QUANTITY = re.compile(
    r"(?P<before>近|约)?(?P<digits>\d+(?:\.\d+)?)(?P<in1>余|多)?(?P<scale>[万亿])?(?P<in2>余|多)?"
    rf"(?P<unit>{UNIT})?(?P<after>{HEDGED})?"
)
COUNT_UNITS = "大中心|大领域|个|家|种|年|期|次|办法|制度|目录|类|张|届|批"
COUNT = re.compile(
    rf"(?<![第几一二三四五六七八九十百千])(?P<count>[二三四五六七八九两]|[二三四五六七八九]?十[一二三四五六七八九]?)"
    rf"(?P<more>多|余)?(?P<unit>{COUNT_UNITS})(?P<after>{HEDGED})?"
)
WORDED = re.compile(
    r"第[一二三四五六七八九]+(?:届|批|张|阶段)|几十个|几千万|十[一二三四五]五|十[六七八九]大|"
    r"一年以内|支付一次|一场以上|一个项目|一期"
)


def fold(text: str) -> str:
    """Full-width to half, Chinese words closed up, every date and range in one spelling."""
    text = unicodedata.normalize("NFKC", text)
    text = BESIDE_HAN.sub("", BETWEEN_HAN.sub("", text))
    text = ISO_TEN_DAYS.sub(lambda m: f"{m[1]}年{int(m[2])}月", text)
    text = ISO_DAY.sub(lambda m: f"{m[1]}年{int(m[2])}月{int(m[3])}日", text)
    text = ISO_MONTH.sub(lambda m: f"{m[1]}年{int(m[2])}月", text)
    return SHORT_RANGE.sub(lambda m: f"{m[1]}{m[2]}至", text)


def without_numbers(text: str) -> str:
    """The text without its document numbers, which are looked up on their own; the words before them stay."""
    spans = sorted((start + len(number.code), end) for number, start, end in find_numbers(text))
    pieces, last = [], 0
    for start, end in spans:
        pieces.append(text[last:start])
        last = end
    return " ".join([*pieces, text[last:]])


def figures_of(text: str, *, parts: bool = False) -> Iterator[str]:
    """Every figure of a text as a token; with `parts` a day also gives its month and its year."""
    rest = []
    end = 0
    folded = without_numbers(fold(text))
    for match in TIME.finditer(folded):
        if match[0]:
            yield from time_tokens(match) if parts else (whole_time(match),)
            rest.append(folded[end : match.start()])
            end = match.end()
    remaining = "\n".join([*rest, folded[end:]])
    yield from (quantity_token(match) for match in QUANTITY.finditer(remaining))
    yield from (count_token(match) for match in COUNT.finditer(remaining))
    yield from WORDED.findall(remaining)


def whole_time(match: re.Match[str]) -> str:
    """A date as fully as it is written: 2011年10月22日, 12月中旬, 2014年末."""
    year = f"{match['year']}年{match['part'] or ''}" if match["year"] else ""
    return year + month_and_day(match)


def month_and_day(match: re.Match[str]) -> str:
    """The part of a date below the year."""
    if not match["month"]:
        return ""
    day = f"{int(match['day'])}日" if match["day"] else match["ten"] or ""
    return f"{int(match['month'])}月{day}"


def time_tokens(match: re.Match[str]) -> Iterator[str]:
    """What a date of a record answers for: itself, and itself less its day or its year."""
    year = f"{match['year']}年" if match["year"] else ""
    month = f"{int(match['month'])}月" if match["month"] else ""
    yield from {whole_time(match), year, month, year + month, month_and_day(match)} - {""}


def quantity_token(match: re.Match[str]) -> str:
    """Number, unit and hedges as written; four bare digits such as 2016 are a year."""
    token = "".join(
        match[part] or "" for part in ("before", "digits", "in1", "scale", "in2", "unit", "after")
    )
    return f"{token}年" if re.fullmatch(r"(?:19|20)\d{2}", token) else token


def count_token(match: re.Match[str]) -> str:
    """四家 counts as 4家."""
    number = 2 if match["count"] == "两" else from_chinese(match["count"])
    return f"{number}{match['more'] or ''}{match['unit']}{match['after'] or ''}"


# --- looking them up ---------------------------------------------------------------------------


@cache
def library() -> Library:
    """The records of this repository."""
    found, problems = load_library(ROOT)
    assert not problems, "\n".join(problem.as_text() for problem in problems)
    return found


def entries_of(seed: Seed) -> Iterator[Entry]:
    """The records that name the document as their 来源, or are the document itself."""
    for entry in library().entries.values():
        names = [origin.title for origin in entry.record.origins]
        if isinstance(entry.record, IssuingFacts):
            names.append(str(entry.record.number))
        if any(re.search(seed.origin, name) for name in names):
            yield entry


def words_of(value: object) -> Iterator[str]:
    """All keys and values of a record's data, one by one."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for key, item in value.items():
            yield str(key)
            yield from words_of(item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from words_of(item)


def quotes_of(value: object) -> Iterator[str]:
    """Every 引文 in a record's data."""
    if isinstance(value, Mapping):
        quote = value.get("引文")
        if isinstance(quote, str):
            yield quote
    if isinstance(value, Mapping | list | tuple):
        for item in value.values() if isinstance(value, Mapping) else value:
            yield from quotes_of(item)


def text_of(entry: Entry) -> Iterator[str]:
    """The words of a record: its head, its body, and the cells of a table with their units."""
    yield from words_of(entry.source.data)
    for block in entry.source.body:
        yield from (block.text, *(cell for row in block.rows for cell in row))
    if isinstance(entry.record, Statistics):
        yield from cells_with_units(entry.record)


def cells_with_units(table: Statistics) -> Iterator[str]:
    """91 in a column of 个 answers for 91个."""
    units = {indicator.name: indicator.unit for indicator in table.indicators}
    groups: list[Mapping[str, object]] = [cells for row in table.rows for cells in row.values.values()]
    for cells in (*groups, *table.stated_totals.values(), table.stated_grand):
        yield from (f"{number}{units[name]}" for name, number in cells.items())


def read_seed(seed: Seed) -> str:
    """The text of the document as it came."""
    (file,) = SEEDS.glob(f"{seed.file}*.txt")
    return unicodedata.normalize("NFKC", file.read_text(encoding="utf-8"))


def close_up(text: str) -> str:
    """A text in half width and without any space, for comparing words."""
    return re.sub(r"\s", "", unicodedata.normalize("NFKC", text))


def without_furniture(seed: Seed) -> str:
    """The document without page numbers, advertisements and numbering."""
    text = read_seed(seed)
    for pattern in seed.furniture:
        text = re.sub(pattern, " ", text)
    return text


def titles_in(text: str) -> Iterator[str]:
    """Every title in 书名号, those inside other titles included."""
    for title, _, _ in cited_titles(text):
        yield bare(title)
        yield from titles_in(title)


def bare(title: str) -> str:
    """A title without what printing adds: widths, spaces, the kind of its marks."""
    return bare_title(close_up(title).replace("<", "〈").replace(">", "〉"))


def known_titles() -> Iterator[str]:
    """Titles and other names of policies and documents, and wrong titles that a 勘误 explains."""
    for record in library().every(IssuingFacts):
        if isinstance(record, Policy | IssuedDocument) and record.title:
            yield bare(record.title)
        if isinstance(record, Policy):
            yield from (bare(alias) for alias in record.aliases)
        for erratum in record.errata:
            yield from titles_in(erratum.original.replace("<", "〈").replace(">", "〉"))


# --- the tests ---------------------------------------------------------------------------------


@needs_seeds
@every_seed
def test_every_figure_of_a_document_is_in_its_records_with_unit_and_hedge(seed: Seed) -> None:
    wanted = set(figures_of(without_furniture(seed)))
    held = {
        token
        for entry in entries_of(seed)
        for text in text_of(entry)
        for token in figures_of(text, parts=True)
    }
    assert wanted
    assert sorted(wanted - held) == [], f"{seed.name}：记录里没有的数"


@needs_seeds
@every_seed
def test_every_document_number_in_a_document_is_the_number_of_a_record(seed: Seed) -> None:
    numbers = [record.number for record in library().every(IssuingFacts)]
    held = [number for number in numbers if isinstance(number, DocNumber)]

    def is_held(number: DocNumber) -> bool:
        """The words before a number run into its 代字, so the 代字 is compared from its end."""
        return any(
            (number.year, number.serial) == (known.year, known.serial) and number.code.endswith(known.code)
            for known in held
        )

    wanted = [number for number, _, _ in find_numbers(fold(read_seed(seed)))]
    assert [str(number) for number in wanted if not is_held(number)] == []


@needs_seeds
@every_seed
def test_every_title_cited_in_a_document_is_a_policy_or_an_explained_paper(seed: Seed) -> None:
    text = close_up(read_seed(seed)).replace("<", "〈").replace(">", "〉")
    missing = set(titles_in(text)) - set(known_titles())
    assert missing == set(seed.papers), f"{seed.name}：没有记录的题名，或不再需要的例外"


@needs_seeds
def test_every_quotation_in_a_record_stands_in_one_of_its_documents() -> None:
    texts = {seed.name: close_up(read_seed(seed)) for seed in SEED_FILES}
    seeds_of: dict[str, list[str]] = {}
    for seed in SEED_FILES:
        for entry in entries_of(seed):
            seeds_of.setdefault(entry.record.id, []).append(seed.name)
    invented = [
        (record_id, quote)
        for record_id, names in seeds_of.items()
        for quote in quotes_of(library().source(record_id).data)
        if not any(close_up(quote) in texts[name] for name in names)
    ]
    assert seeds_of
    assert invented == []


@needs_seeds
@every_seed
def test_papers_that_are_not_policies_are_still_named_in_the_records(seed: Seed) -> None:
    held = bare("".join(text for entry in entries_of(seed) for text in text_of(entry)))
    assert [paper for paper in seed.papers if paper not in held] == []


@needs_seeds
@every_seed
def test_every_pattern_of_furniture_still_takes_a_figure_out_of_the_document(seed: Seed) -> None:
    left = set(figures_of(without_furniture(seed)))
    for pattern in seed.furniture:
        others = replace(seed, furniture={key: why for key, why in seed.furniture.items() if key != pattern})
        assert set(figures_of(without_furniture(others))) - left, f"不再需要的例外：{pattern}"


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("每年安排近800多万元财力", "近800多万元"),
        ("金额 891.64 万元", "891.64万元"),
        ("展览总面积4万余平方米", "4万余平方米"),
        ("达到 95% 以上", "95%以上"),
        ("预算金额在１００万元（含）以上", "100万元(含)以上"),
        ("首批选择了四家社会审计机构", "4家"),
        ("十多种机型", "10多种"),
        ("通过2至3年", "2年"),
        ("2017 年 1-5 月", "2017年1月"),
        ("时间: 2013-12-中旬", "2013年12月中旬"),
        ("2016 以来", "2016年"),
        ("截止2014年末", "2014年末"),
    ],
)
def test_a_figure_is_read_with_its_unit_and_its_hedge(text: str, token: str) -> None:
    assert token in set(figures_of(text))


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("9199.3万元", "199.3万元"),
        ("1738项", "738项"),
        ("近800多万元", "800万元"),
        ("18.52亿元", "18.52万元"),
        ("95%以上", "95%"),
        ("濮财综〔2016〕10号", "10号"),
    ],
)
def test_a_figure_is_not_found_inside_another(text: str, token: str) -> None:
    assert token not in set(figures_of(text, parts=True))


def test_a_day_of_a_record_answers_for_the_same_day_without_its_year() -> None:
    tokens = set(figures_of("时间: 2013-10-28", parts=True))
    assert {"2013年10月28日", "10月28日", "2013年10月", "2013年"} <= tokens
    assert "2013年10月2日" not in tokens
