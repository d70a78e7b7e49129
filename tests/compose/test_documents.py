"""The documents of the shipped library: figures, chain, attachments; and what a changed cell changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.compose import Audience, Composer, compose_collection, compose_document, compose_policy
from generator.document import Article, Bound, Collection, OfficialDocument, Table, enclosed, inlines_of
from generator.library import Library, load_library
from generator.models.issued import CollectionRecord, IssuedDocument
from generator.models.policy import Policy


def document(library: Library, record_id: str, audience: Audience = Audience.PRINT) -> OfficialDocument:
    record = library.find(record_id, IssuedDocument)
    assert record is not None
    composer = Composer(library, audience)
    tree = compose_document(composer, record)
    assert composer.problems == []
    return tree


def collection(library: Library) -> Collection:
    record = library.find("典型案例汇编", CollectionRecord)
    assert record is not None
    composer = Composer(library)
    tree = compose_collection(composer, record)
    assert composer.problems == []
    return tree


def articles_of(tree: Collection) -> list[Article]:
    return [article for chapter in tree.chapters for article in chapter.articles]


def body_text(tree: OfficialDocument) -> str:
    return "\n".join(block.text for block in tree.body if not isinstance(block, Table))


def table_of(tree: OfficialDocument, number: int) -> Table:
    content = tree.attachments[number - 1].content
    assert not isinstance(content, OfficialDocument)
    return next(block for block in content if isinstance(block, Table))


# --- the report -----------------------------------------------------------------------------


def test_the_report_gives_the_totals_of_the_return(library: Library) -> None:
    text = body_text(document(library, "濮财综2017-8号"))
    for figure in ("312个", "45064.17万元", "199个", "35864.87万元", "113个", "9199.3万元"):
        assert figure in text


def test_the_report_repeats_the_counts_of_the_case(library: Library) -> None:
    text = body_text(document(library, "濮财综2017-8号"))
    for count in ("活动6场", "送戏2场", "豫剧团4场", "活动96场", "519场", "714场", "27场", "218场"):
        assert count in text


def test_every_figure_of_the_overview_is_bound(library: Library) -> None:
    tree = document(library, "濮财综2017-8号")
    overview = [block for block in tree.body if block.id.startswith("s1-p")]
    loose = "".join(
        item.text for block in overview for item in inlines_of(block) if not isinstance(item, Bound)
    )
    assert not any(character.isdigit() for character in loose)


def test_the_report_goes_up_with_a_signer_and_four_attachments(library: Library) -> None:
    tree = document(library, "濮财综2017-8号")
    assert tree.masthead.mark == "濮阳市财政局文件"
    assert tree.masthead.signers == ("樊相奇",)
    assert tree.addressees == "省财政厅："
    assert [attachment.label for attachment in tree.attachments] == ["附件1", "附件2", "附件3", "附件4"]
    assert tree.imprint is not None
    assert str(tree.imprint.printed_on) == "2017-06-09"


def test_the_survey_has_27_questions_in_four_parts(library: Library) -> None:
    table = table_of(document(library, "濮财综2017-8号"), 4)
    assert [row.kind.value for row in table.rows].count("section") == 4
    assert [row.kind.value for row in table.rows].count("data") == 27


def test_the_site_shows_neither_signer_nor_names_of_the_survey(library: Library) -> None:
    tree = document(library, "濮财综2017-8号", Audience.SITE)
    texts = [cell.text for row in table_of(tree, 4).rows for cell in row.cells]
    assert tree.masthead.signers == ()
    assert not any(name in text for text in texts for name in ("姜兴振", "窦旭辉"))
    printed = [
        cell.text for row in table_of(document(library, "濮财综2017-8号"), 4).rows for cell in row.cells
    ]
    assert any("窦旭辉" in text for text in printed)


# --- the chain ----------------------------------------------------------------------------------


def test_the_county_notice_encloses_the_city_and_the_province_level_by_level(library: Library) -> None:
    tree = document(library, "博山转发淄博通知")
    assert [inner.masthead.number for inner in enclosed(tree)] == [
        "博财采〔2022〕19号",
        "淄财采〔2022〕20号",
        "鲁财采〔2022〕14号",
    ]
    province = list(enclosed(tree))[-1]
    content = province.attachments[0].content
    assert not isinstance(content, OfficialDocument)
    assert isinstance(content[0], Table)
    assert len(content[0].rows) == 15


def test_the_title_of_the_notice_is_built_from_the_chain(library: Library) -> None:
    tree = document(library, "博山转发淄博通知")
    stated = library.find("博财采2022-19号", Policy)
    assert stated is not None
    assert tree.title == stated.title == "".join(tree.title_lines)


def test_contacts_of_the_province_are_printed_but_not_shown_on_the_site(library: Library) -> None:
    policy = library.find("鲁财采2022-14号", Policy)
    assert policy is not None
    assert "0531-51769834" in compose_policy(Composer(library), policy).note
    assert "0531" not in compose_policy(Composer(library, Audience.SITE), policy).note


def test_a_digest_says_that_it_is_one(library: Library) -> None:
    tree = document(library, "博山转发淄博通知")
    assert all("摘编" in inner.note for inner in list(enclosed(tree))[1:])


# --- the collection ---------------------------------------------------------------------------------


def test_the_collection_counts_what_it_holds(library: Library) -> None:
    tree = collection(library)
    articles = articles_of(tree)
    preface = "".join(block.text for block in tree.preface if not isinstance(block, Table))
    assert f"典型案例{len(articles)}个" in preface
    summary = tree.appendices[0].body[0]
    assert isinstance(summary, Table)
    assert [row.cells[1].text for row in summary.rows] == [article.title for article in articles]


def test_each_policy_of_the_index_names_the_cases_that_rest_on_it(library: Library) -> None:
    tree = collection(library)
    index = next(appendix for appendix in tree.appendices if appendix.title == "政策依据索引").body[0]
    assert isinstance(index, Table)
    named = {row.cells[0].text: row.cells[1].text for row in index.rows}
    numbers = {article.title: str(n) for n, article in enumerate(articles_of(tree), start=1)}
    assert (
        named["濮阳市机构编制委员会会议纪要〔2011〕5号"]
        == numbers["濮阳市数字化城市管理信息采集服务外包项目"]
    )
    assert named["《关于推进建筑业发展和改革的若干意见》"]


def test_a_paper_that_is_only_described_is_not_given_a_title(library: Library) -> None:
    article = next(
        article for article in articles_of(collection(library)) if article.id == "华龙-一村一戏-2016"
    )
    assert article.facts is not None
    facts = {row.cells[0].text: row.cells[1].text for row in article.facts.rows}
    assert facts["政策依据"].startswith("元宵节民俗文艺汇演")
    assert "《" not in facts["政策依据"]


# --- change one cell ----------------------------------------------------------------------------------


@pytest.fixture
def changed(copy_of_shipped: Path) -> Library:
    file = copy_of_shipped / "cases" / "returns" / "统计-濮阳-2016-2017.yaml"
    text = file.read_text(encoding="utf-8")
    assert text.count("32857.95") == 1
    file.write_text(text.replace("32857.95", "32957.95"), encoding="utf-8")
    library, problems = load_library(copy_of_shipped)
    assert problems == ()
    return library


def test_a_changed_cell_changes_sentence_table_total_and_preface(changed: Library) -> None:
    report = document(changed, "濮财综2017-8号")
    table = table_of(report, 1)
    assert "基本公共服务91个，32957.95万元" in body_text(report)
    assert "金额35964.87万元" in body_text(report)
    assert "资金45164.17万元" in body_text(report)
    assert table.rows[0].cells[2].text == "32957.95"
    assert table.rows[-1].cells[2].text == "35964.87"
    preface = "".join(block.text for block in collection(changed).preface if not isinstance(block, Table))
    assert "45164.17万元" in preface
    assert "35964.87万元" in preface
