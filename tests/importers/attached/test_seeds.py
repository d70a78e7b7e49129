"""The attachments and articles of the five real documents: all characters, all figures, all items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from generator.document import Article, Attachment, Blocks, Heading, OfficialDocument, Table, enclosed
from generator.importers.drafts import Draft
from generator.importers.records.attached import drafts_of_article, drafts_of_attachment
from generator.importers.records.context import Context
from generator.models.case import Case, Practice
from generator.models.returns import Roster, Statistics, SurveyReturn
from generator.recognition import recognise
from generator.recognition.contents import read_contents
from generator.recognition.plain import PlainLine, plain_facts
from tests.importers.attached.conftest import NO_SEEDS, SEEDS, record_of, texts_in, told

MakeContext = Callable[..., Context]
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason=NO_SEEDS)


def seed_lines(file: Path) -> Iterator[PlainLine]:
    """The lines of a seed as they stand; rows are told by their tabs, a gap ends no table."""
    table, inside = -1, False
    for text in file.read_text(encoding="utf-8").splitlines():
        if not text.strip():
            continue
        row = "\t" in text
        table += row and not inside
        inside = row
        cells = tuple(cell.strip() for cell in text.split("\t")) if row else ()
        yield PlainLine(text, cells, table if row else None)


def tree_of(number: str) -> OfficialDocument | Article:
    """The text of a seed as a tree."""
    (file,) = SEEDS.glob(f"{number}_*.txt")
    (text,) = read_contents(recognise(plain_facts(file.name, tuple(seed_lines(file))))).texts
    return text.tree


def attachments_of(number: str) -> tuple[Attachment, ...]:
    """The attachments of a seed that are no documents themselves, of all that it encloses."""
    tree = tree_of(number)
    assert isinstance(tree, OfficialDocument)
    found = (attachment for document in enclosed(tree) for attachment in document.attachments)
    return tuple(item for item in found if not isinstance(item.content, OfficialDocument))


def words_of(blocks: Blocks) -> Iterator[str]:
    """The words of blocks, cell by cell; units in heads apart from the names before them."""
    for block in blocks:
        if isinstance(block, Table):
            yield from (block.title, *re.split("[：]", block.note))
            for row in (*block.head, *block.rows):
                for cell in row.cells:
                    yield from re.split(r"[（）]|(?<=^\d)\.\s|(?<=^\d\d)\.\s", cell.text)
        else:
            yield from ((block.label, block.text) if isinstance(block, Heading) else (block.text,))


def lost(blocks: Blocks, drafts: Sequence[Draft]) -> list[str]:
    """Words of the blocks that no draft says; labels are the keys of the record."""
    said = told(drafts).replace("（", "").replace("）", "")
    keys = {"填报单位", "合计", "责任编辑"}
    bare = (re.sub(r"[\s（）]+", "", words) for words in words_of(blocks))
    return [words for words in bare if words and words not in said and words not in keys]


def test_the_first_attachment_of_seed_000_is_a_statistics_table(context: MakeContext) -> None:
    attachment = attachments_of("000")[0]
    drafts = drafts_of_attachment(attachment, context(period="2016年至2017年5月"))
    record = record_of(drafts[0])
    assert isinstance(record, Statistics)
    assert (len(drafts), len(record.rows), len(record.groups), len(record.indicators)) == (1, 6, 2, 2)
    assert str(record.stated_totals["2016年"]["金额"]) == "35864.87"
    assert lost(content(attachment), drafts) == []


@pytest.mark.parametrize(
    ("position", "form", "region"), [(1, "七段式", "濮阳市"), (2, "四段式", "濮阳市华龙区")]
)
def test_two_attachments_of_seed_000_are_cases_of_their_forms(
    context: MakeContext, position: int, form: str, region: str
) -> None:
    attachment = attachments_of("000")[position]
    drafts = drafts_of_attachment(attachment, context())
    record = record_of(drafts[0])
    assert isinstance(record, Case)
    assert (len(drafts), record.form, record.region) == (1, form, f"河南省{region}")
    assert lost(content(attachment), drafts) == []


def test_what_the_outsourced_survey_of_seed_000_says_plainly_is_taken_over(context: MakeContext) -> None:
    (draft,) = drafts_of_attachment(attachments_of("000")[1], context())
    data = draft.data
    assert (data["预算"]["纳入预算"], data["预算"]["资金来源"]) == ("否", "单位自筹")
    assert (data["采购"], data["绩效"]["第三方评价"]) == ({"方式": "公开招标"}, "否")
    assert {"160 名", "255 人", "95% 以上"} <= {measure["数值"] for measure in data["数据"]}


def test_the_survey_of_seed_000_fills_in_the_form_that_the_library_has(context: MakeContext) -> None:
    attachment = attachments_of("000")[3]
    drafts = drafts_of_attachment(attachment, context())
    record = record_of(drafts[0])
    assert isinstance(record, SurveyReturn)
    assert (len(drafts), record.form, record.reporter) == (1, "调查表-河南-2017", "濮阳市财政局")
    assert [answer.number for answer in record.answers] == list(range(1, 28))
    form = context().library.entries["调查表-河南-2017"].source.data
    asked = "".join(re.sub(r"\s", "", text) for text in texts_in(dict(form)))
    missing = [
        words for words in lost(content(attachment), drafts) if words not in re.sub("[（）]", "", asked)
    ]
    assert missing == []
    assert "待确认" not in drafts[0].data or all(
        not entry["字段"].startswith("填报.") for entry in drafts[0].data["待确认"]
    )


def test_the_list_of_seed_004_has_fifteen_lines(context: MakeContext) -> None:
    (attachment,) = attachments_of("004")
    drafts = drafts_of_attachment(attachment, context(region="山东省", issuers=("山东省财政厅",)))
    record = record_of(drafts[0])
    assert isinstance(record, Roster)
    assert (record.columns, len(record.lines)) == (("地级市", "联系点"), 15)
    assert ("日照市", "莒县") in record.lines
    assert lost(content(attachment), drafts) == []


@pytest.mark.parametrize(
    ("number", "region"), [("001", "河南省郑州市"), ("002", "新疆维吾尔自治区"), ("003", "浙江省温州市")]
)
def test_articles_become_practices_word_for_word(context: MakeContext, number: str, region: str) -> None:
    tree = tree_of(number)
    assert isinstance(tree, Article)
    drafts = drafts_of_article(tree, context(region="", issuers=(), holder="", holder_title="", day=None))
    record = record_of(drafts[0])
    assert isinstance(record, Practice)
    assert record.region == region
    assert lost(tree.body, drafts) == []
    assert count_digits(words_of(tree.body)) == count_digits(story_of(record))


def count_digits(texts: Iterator[str]) -> Counter[str]:
    """How often each number stands in some texts, labels of headings left out."""
    return Counter(
        number for text in texts for number in re.findall(r"\d+(?:\.\d+)?", re.sub(r"^\d、", "", text))
    )


def story_of(record: Practice) -> Iterator[str]:
    """The headings and paragraphs of a practice, and what it keeps of its edges."""
    for section in record.sections:
        yield from (section.title, *section.paragraphs)
    if not isinstance(record.publication, str):
        published = record.publication
        yield from (str(part) for part in (published.medium, published.day, published.address) if part)


def content(attachment: Attachment) -> Blocks:
    """The blocks of an attachment that is no document itself."""
    assert not isinstance(attachment.content, OfficialDocument)
    return attachment.content
