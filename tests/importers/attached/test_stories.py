"""Cases and practices: the story word for word, what it plainly says, and what stays open."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.checks import check_library
from generator.compose import compose_all, compose_chosen
from generator.document import Article, Attachment, Block, Blocks, Heading, OfficialDocument, Paragraph
from generator.importers.drafts import Draft
from generator.importers.records.attached import case_draft, drafts_of_article, drafts_of_attachment
from generator.importers.records.attached.cases import bodies_in
from generator.importers.records.context import Context
from generator.library import Library, load_library
from generator.models.case import Case, Practice
from generator.models.fields import Absent
from tests.importers.attached.conftest import attached, doubted, heading, paragraph, record_of, table, wide

MakeContext = Callable[..., Context]
MakeLibrary = Callable[[Mapping[str, str]], Path]

SEVEN = (
    "项目申报",
    "预算编制",
    "组织购买",
    "项目金额",
    "评价指标",
    "是否引入第三方评价",
    "存在的问题及完善建议",
)


def seven_sections(**texts: str) -> tuple[Block, ...]:
    """A case of seven sections with some of their words."""
    blocks: list[Block] = []
    for label, title in zip("一二三四五六七", SEVEN, strict=True):
        blocks += (heading(title, f"{label}、"), paragraph(texts.get(title, "略。")))
    return tuple(blocks)


@pytest.mark.parametrize(
    ("words", "budgeted", "funding"),
    [
        ("暂未纳入政府财政预算，一直是单位自筹。", "否", "单位自筹"),
        ("所需资金已列入年度部门预算，由财政拨款。", "是", "财政拨款"),
        ("按规定编制。", None, None),
        ("建议纳入财政预算。", None, None),
        ("已纳入部门预算；二期未纳入预算。", "原文未写", "原文未写"),
    ],
)
def test_the_budget_is_what_its_section_says_in_so_many_words(
    context: MakeContext, words: str, budgeted: str | None, funding: str | None
) -> None:
    (draft,) = drafts_of_attachment(attached("某外包项目", *seven_sections(预算编制=words)), context())
    budget = draft.data["预算"]
    assert (
        budget == "原文未写"
        if budgeted is None
        else (budget["纳入预算"], budget["资金来源"]) == (budgeted, funding)
    )
    assert record_of(draft).kind == "案例"


@pytest.mark.parametrize(
    ("words", "method"),
    [
        ("采取公开招标的形式。", {"方式": "公开招标"}),
        ("采取单一来源方式。", {"方式": "单一来源采购"}),
        ("先公开招标，后竞争性磋商。", "原文未写"),
        ("按程序办理。", "原文未写"),
    ],
)
def test_the_method_is_named_by_the_section_about_buying(
    context: MakeContext, words: str, method: dict[str, str] | str
) -> None:
    (draft,) = drafts_of_attachment(attached("某外包项目", *seven_sections(组织购买=words)), context())
    assert draft.data["采购"] == method
    assert ("采购.方式" in doubted(draft)) is ("磋商" in words)


@pytest.mark.parametrize(
    ("words", "third"),
    [
        ("暂未引入第三方评价。", "否"),
        ("已引入第三方评价。", "是"),
        ("委托第三方机构评价。", "是"),
        ("另行安排。", None),
    ],
)
def test_a_third_party_appraises_where_the_section_says_so(
    context: MakeContext, words: str, third: str | None
) -> None:
    (draft,) = drafts_of_attachment(
        attached("某外包项目", *seven_sections(是否引入第三方评价=words)), context()
    )
    appraisal = draft.data["绩效"]
    assert (appraisal if third is None else appraisal["第三方评价"]) == (third or "原文未写")


def test_what_nobody_says_is_open_and_told(context: MakeContext) -> None:
    (draft,) = drafts_of_attachment(attached("某外包项目", *seven_sections()), context(period="", day=None))
    record = record_of(draft)
    assert isinstance(record, Case)
    assert (record.fields, record.delivery, record.period.text) == (("待补",), Absent.TO_FILL, "待补")
    assert {"领域", "服务方式", "购买主体.1.名称", "摘要", "期间"} <= doubted(draft)


def test_a_form_that_lacks_sections_is_a_guess(context: MakeContext) -> None:
    (draft,) = drafts_of_attachment(attached("某外包项目", *seven_sections()[:8]), context())
    assert draft.data["形式"] == "七段式"
    assert "形式" in doubted(draft)


def test_what_calls_itself_a_case_is_a_short_one(context: MakeContext) -> None:
    blocks = (heading("背景", "一、"), paragraph("某市。"))
    (draft,) = drafts_of_attachment(attached("某市养老服务典型案例", *blocks), context())
    assert draft.data["形式"] == "短例"
    chosen = case_draft("某市养老服务", blocks, "", context(), "")
    assert record_of(chosen).kind == "案例"


def test_a_whole_document_is_the_callers(context: MakeContext) -> None:
    from tests.word.samples import plain_text  # noqa: PLC0415 (a document is only needed here)

    document = plain_text()
    assert isinstance(document, OfficialDocument)
    assert drafts_of_attachment(Attachment("a", 1, "某通知", document), context()) == ()


# --- printed again ----------------------------------------------------------------------------------


def placed(make_library: MakeLibrary, drafts: Sequence[Draft]) -> Path:
    """A library of some drafts and a report that has the first one attached."""
    files = {f"cases/{draft.id}.yaml": as_yaml(draft.data) for draft in drafts}
    report = {
        "类别": "公文",
        "编号": "报告",
        "文种": "报告",
        "标题": "报告",
        "发文机关": ["某局"],
        "行文方向": "上行",
    }
    head = as_yaml({**report, "附件": [{"记录": drafts[0].id}]})
    return make_library({**files, "documents/报告.md": f"---\n{head}---\n\n报告如下。\n"})


def as_yaml(data: dict[str, Any]) -> str:
    """A record as the text of its file."""
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def printed(root: Path) -> Attachment:
    """The attachment of the report, composed for print without a problem."""
    library, problems = load_library(root)
    trees = compose_chosen(library, ("报告",))
    assert [problem.as_text() for problem in (*problems, *trees.problems)] == []
    (attachment,) = trees.documents["报告"].attachments
    return attachment


def words_of(blocks: Blocks) -> list[str]:
    """Headings and paragraphs as they are printed."""
    return [block.text for block in blocks if isinstance(block, Heading | Paragraph)]


STORY = (
    paragraph("开头的话，没有标题。"),
    heading("项目申报", "一、"),
    paragraph("依据{{ 本.没有的数 }}办理。"),
    heading("（未编号的标题）"),
    heading("存在问题", "1、", 3),
    paragraph("1.5万元没有到位。"),
)


def test_a_story_is_printed_word_for_word_and_binds_nothing(
    context: MakeContext, make_library: MakeLibrary, tmp_path: Path
) -> None:
    (draft,) = drafts_of_attachment(attached("某典型案例", *STORY), context())
    attachment = printed(placed(make_library, (draft,)))
    assert isinstance(attachment.content, tuple)
    assert words_of(attachment.content) == words_of(STORY)
    library, _ = load_library(tmp_path)
    found = check_library(library, compose_all(library))
    assert [problem.as_text() for problem in found if problem.code.startswith("BIND")] == []


TABLES: tuple[tuple[str, tuple[Block, ...]], ...] = (
    (
        "2017年统计表",
        (
            paragraph("填报单位：某市财政局　单位：万元"),
            table(
                (wide("类别", rows=2), wide("2016年", columns=2), wide("2017年", columns=2)),
                ("项目（个）", "金额", "项目（个）", "金额"),
                ("甲类", "1,091", "32.50", "无", "—"),
                ("乙类", "", "2", "3", "4"),
                ("合 计", "1091", "34.5", "3", "4"),
                head=2,
            ),
            paragraph("注：不含县区。"),
        ),
    ),
    ("2017年统计表", (table(("县区", "金额（万元）", "备注"), ("甲县", "1.10", ""), ("乙县", "2", "含镇")),)),
    (
        "2017年联系点名单",
        (paragraph("（截至年底）"), table(("市", "点"), ("日照市", "莒 县"), ("聊城市", ""))),
    ),
    (
        "2017年调查表",
        (
            paragraph("填报单位：某市财政局"),
            table(
                ("填报事项", "填报内容", "填报说明"),
                (wide("一、基本情况", columns=3),),
                ("1. 是否公开。", "是", "网址"),
                ("2. 有什么建议？", "加强培训。\n加强宣传。", ""),
                ("3. 采用公开招标的比例。", "95%", ""),
            ),
            paragraph("填表人：某某"),
        ),
    ),
)


@pytest.mark.parametrize(("title", "blocks"), TABLES)
def test_an_attachment_that_is_printed_gives_the_same_record_again(
    context: MakeContext, make_library: MakeLibrary, title: str, blocks: tuple[Block, ...]
) -> None:
    first = drafts_of_attachment(attached(title, *blocks, number=None), context())
    again = drafts_of_attachment(printed(placed(make_library, first)), context())
    assert [draft.data for draft in again] == [draft.data for draft in first]


# --- articles ----------------------------------------------------------------------------------------


def article(*blocks: Block, title: str = "某县的做法", subtitle: str = "") -> Article:
    """An article as recognised."""
    return Article("a", title, subtitle, None, blocks)


def test_an_article_says_who_wrote_and_published_it(context: MakeContext) -> None:
    told = article(
        paragraph("河南省濮阳市财政局"),
        paragraph("来源：中国财经报"),
        heading("做法一"),
        paragraph("先编预算。"),
        paragraph("责任编辑 张某"),
    )
    here = context(
        region="",
        holder="",
        issuers=(),
        removed=("时间:2015/12/16地区:全国", "来源:http://www.ccgp.gov.cn/a.htm"),
    )
    (draft,) = drafts_of_article(told, here)
    record = record_of(draft)
    assert isinstance(record, Practice)
    assert (record.author, record.region) == ("河南省濮阳市财政局", "河南省濮阳市")
    assert draft.data["发布"] == {
        "媒介": "中国财经报",
        "责任编辑": "张某",
        "日期": "2015-12-16",
        "网址": "http://www.ccgp.gov.cn/a.htm",
    }
    assert draft.data["章节"] == [{"题": "做法一", "段": ["先编预算。"]}]


def test_an_article_without_a_title_is_named_by_a_person(context: MakeContext) -> None:
    (draft,) = drafts_of_article(article(paragraph("某地的做法。"), title=""), context(region=""))
    record = record_of(draft)
    assert isinstance(record, Practice)
    assert (record.title, record.display_title, record.region) == (Absent.NOT_WRITTEN, "待补", "待补")
    assert {"题名", "地区", "层级", "作者", "摘要"} <= doubted(draft)


def test_a_table_in_an_article_is_a_record_of_its_own(context: MakeContext) -> None:
    told = article(heading("做法"), paragraph("见下表。"), table(("市", "点"), ("甲市", "乙县")))
    practice, roster = drafts_of_article(told, context())
    assert (practice.kind, roster.kind, roster.data["行"]) == ("地区实践", "名单", [["甲市", "乙县"]])


def test_figures_are_kept_with_the_clause_they_stand_in(context: MakeContext) -> None:
    told = article(paragraph("2022年共101家单位编制预算，总规模近13.31亿元，分项3—5万元不等，三级目录未定。"))
    (draft,) = drafts_of_article(told, context())
    figures = [(figure["数值"], figure["引文"]) for figure in draft.data["数据"]]
    assert figures == [("101家", "2022年共101家单位编制预算"), ("近13.31亿元", "总规模近13.31亿元")]
    record_of(draft)


def test_a_table_in_a_case_is_a_record_beside_it(context: MakeContext) -> None:
    blocks = (
        *seven_sections(项目金额="见下表，各年金额如表所列，均已按合同支付。"),
        table(("年", "场次"), ("2016年", "519")),
    )
    case, roster = drafts_of_attachment(attached("某外包项目", *blocks), context())
    assert (case.kind, roster.kind, roster.data["来源"][0]["部分"]) == ("案例", "统计表", "附件1")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("2016年9月30日濮阳市机构编制委员会印发", ["濮阳市机构编制委员会"]),
        ("报区文广旅局审核", ["区文广旅局"]),
        ("由莒县财政局牵头", ["莒县财政局"]),
        ("经市人民政府同意", ["市人民政府"]),
        ("和平区教育局组织实施", ["和平区教育局"]),
        ("日照市财政局负责", ["日照市财政局"]),
    ],
)
def test_a_body_is_offered_by_its_whole_name_and_nothing_before_it(text: str, names: list[str]) -> None:
    assert bodies_in(Library(Path(), {}), text) == names
