"""合并: broken sentences are made whole; what begins something new stays apart."""

from __future__ import annotations

import pytest

from generator.importers.original import OriginalKind
from tests.importers.cleaning.building import LONG_CLAUSE, cleaned_of, texts_of

PARAGRAPH = "（一）加强目录管理。" + LONG_CLAUSE + "形成上下联动、各负其责的工"
REST = "作格局。年底前将落实情况报市财政局。"


def test_a_paragraph_that_a_page_has_broken_is_whole_again() -> None:
    cleaned = cleaned_of(PARAGRAPH, "", REST)
    assert [(line.text, line.numbers) for line in cleaned.lines] == [(PARAGRAPH + REST, (1, 3))]
    assert cleaned.log[0].id == "3-合并"
    assert (cleaned.log[0].before, cleaned.log[0].after) == (
        "动、各负其责的工\n作格局。年底前将",
        "动、各负其责的工作格局。年底前将",
    )


def test_a_paragraph_that_three_pages_have_broken_is_whole_again() -> None:
    middle = "作格局，" + LONG_CLAUSE * 2 + "把责任落"
    assert texts_of(PARAGRAPH, "— 1 —", middle, "— 2 —", "实到人。") == (PARAGRAPH + middle + "实到人。",)


def test_a_figure_is_joined_with_its_unit_and_never_with_another_figure() -> None:
    assert texts_of("2023年度服务外包项目的中标金额为890.12万", "元。") == (
        "2023年度服务外包项目的中标金额为890.12万元。",
    )
    assert len(texts_of("某市共安排资金，其中市级财政资金2023", "45万元用于社区服务。")) == 2


def test_a_quotation_that_is_open_goes_on() -> None:
    assert texts_of("要分析做法，提炼经验，形成一批可推广的“示", "范”项目。") == (
        "要分析做法，提炼经验，形成一批可推广的“示范”项目。",
    )


@pytest.mark.parametrize("row", ["| 一种记录 | 放在何处。", "<li>一种记录。"])
def test_what_is_no_chinese_sentence_does_not_go_on_with_one(row: str) -> None:
    assert texts_of(PARAGRAPH, row) == (PARAGRAPH, row)


def test_items_without_a_mark_at_their_end_stay_apart() -> None:
    items = tuple(
        f"{name}项目，由某单位承担，按季度考核。合同金额为一百万元" for name in ("助餐", "助浴", "助医")
    )
    assert texts_of(*items) == items


@pytest.mark.parametrize(
    "new",
    [
        "一、总体要求",
        "（二）严格预算管理。先有预算，后购买服务。",
        "2.建立健全制度。各地要制定办法。",
        "(3)完善考核办法，按季度考核。",
        "①建立台账，定期通报进展情况。",
        "第七条 本办法自发布之日起施行。",
        "附件：1.某市政府购买服务统计表",
        "附件2",
        "抄送：市委办公室，市人大办公室。",
        "信息公开选项：主动公开",
        "某市财政局",
        "2024年5月6日",
        "二是健全制度，完善办法，加强监督。",
        "特此报告。",
        "关于做好政府购买服务工作的通知",
    ],
)
def test_what_begins_something_new_is_never_joined(new: str) -> None:
    assert texts_of(PARAGRAPH, new)[0] == PARAGRAPH


@pytest.mark.parametrize(
    ("above", "below"),
    [
        ("某市财政局文件", "某财综〔2024〕8号"),
        ("关于进一步规范政府购买服务", "预算管理工作的通知"),
        ("加快政府购买服务改革 促进政府职能转变", "近年来，某市积极推进改革。"),
        ("以绩效评价提升公共服务水平", "建立以结果为导向的管理机制。"),
        ("各县区财政局，市直各部门：", "为规范管理，现将有关事项通知如下。"),
        ("一、提高认识，加强领导", "各单位要高度重视，明确专人负责。"),
        ("附件：某市政府购买服务项目和合同金额统计表（按服务类别", "分别填列）"),
        ("抄送：市委办公室，市人大办公室，市政协办公室，市监委", "办公室。"),
    ],
)
def test_parts_of_a_document_stay_apart(above: str, below: str) -> None:
    assert texts_of(above, below) == (above, below)


def test_rows_of_tables_are_not_joined_and_part_what_stands_around_them() -> None:
    texts = (PARAGRAPH, "类别\t金额", "基本公共服务\t91，", "社会管理\t6", REST)
    assert texts_of(*texts) == texts


def test_paragraphs_that_somebody_made_are_joined_on_clear_evidence_only() -> None:
    unclear = "某市健全了制度。各部门分工负责共同推进这项改革工作"
    below = "财政部门会同有关部门开展评价。"
    assert len(texts_of(unclear, below, kind=OriginalKind.WORD)) == 2
    assert len(texts_of(unclear[:-1], "作的落实。", kind=OriginalKind.PAGE)) == 1


WRAPPED = (
    "　　某市财政局建立了政府购买服务的指导性目录，目录每年调整",
    "一次，新增的服务事项由主管部门提出，财政部门审核。调整以后",
    "向社会公布，接受监督。",
    "　　一、完善目录",
    "　　二级目录按照服务对象划分，三级目录按照服务内容划分，目",
    "录之外的事项不得购买。",
)


def test_a_text_wrapped_with_indents_gets_its_paragraphs_back() -> None:
    assert texts_of(*WRAPPED) == ("".join(WRAPPED[:3]), WRAPPED[3], "".join(WRAPPED[4:]))


def test_a_full_line_that_ends_a_sentence_goes_on_only_where_indents_mark_paragraphs() -> None:
    first = "　　某市财政局建立了政府购买服务的指导性目录，每年调整目录。"
    rest = "调整以后向社会公布，接受监督。"
    assert texts_of(*WRAPPED, first, rest)[-1] == first + rest
    bare = [text.strip() for text in (*WRAPPED, first, rest)]
    assert texts_of(*bare)[-2:] == (first.strip(), rest)


def test_a_title_within_an_indented_sentence_goes_on_and_a_title_that_stands_in_does_not() -> None:
    sentence = (
        "　　现将某市财政局《关于转发〈某省财政厅关于做好目录编制",
        "工作的通知〉的通知》转发给你们，",
        "请执行。",
    )
    assert texts_of(*WRAPPED, *sentence)[-1] == "".join(sentence)
    title = ("　　《关于转发〈某省财政厅关于做好目录", "编制工作的通知〉的通知》的通知")
    assert texts_of(*title, *WRAPPED)[:2] == title


def test_a_title_above_a_wrapped_text_is_not_joined_with_it() -> None:
    title = "某市财政局关于调整和公布市级政府购买服务指导性目录的通知"
    assert texts_of(title, *WRAPPED)[0] == title


def test_latin_words_keep_a_space_between_them() -> None:
    above, below = "某市引入了评价体系。评价的办法参照 Open", "Government 的做法，按年度实施。"
    assert texts_of(above, below) == (f"{above} {below}",)


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """A paragraph as it was broken for print, its marks half as wide since then."""
    whole = ("　　" if indent else "") + text
    lines = [whole[at : at + width] for at in range(0, len(whole), width)]
    return [line.replace("　　", indent).replace("，", ",") for line in lines]


def test_a_wrapped_line_that_falls_a_little_short_goes_on_within_its_sentence() -> None:
    texts = (
        "第一条  为了规范某市机构编制事项的管理工作，提高行政效率和服务质量，结合本市实际，制定本规定。",
        "第二条  本市各级机构编制管理机关按照规定的权限，履行机构编制管理的各项职责，行使管理职权。",
        "第三条  机构编制管理应当遵循精简、统一、效能的原则，适应本市经济社会发展的需要，保持相对稳定。",
    )
    lines = [line for text in texts for line in wrapped(text, 24, "  ")]
    assert len(lines) == 8
    assert len(texts_of(*lines)) == 3


def test_a_long_numbered_line_with_a_comma_is_no_heading_and_goes_on() -> None:
    first = "二、工作的总体要求：坚持统筹兼顾和突出重点相结合的原则，以提高公共服务的质量为目标"
    below = "导向，完善工作机制，明确责任分工，加强督促检查，确保各项任务落到实处。"
    wide = "各部门要按照职责分工抓好落实，建立工作台账，定期报告进展情况，确保按期完成各项任务"
    texts = texts_of(first, below, *(line for _ in range(3) for line in (wide, "，并及时报告有关情况。")))
    assert texts[0] == first + below
