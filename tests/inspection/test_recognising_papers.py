"""Recognition of real documents, and of what is no 公文."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from generator.document import DocumentFormat
from generator.recognition import recognise
from generator.recognition.facts import ParagraphFacts, RunFacts, Where
from generator.recognition.roles import HeadingKind, Recognised, Role
from tests.inspection.facts_builder import Piece, build, flattened, table, with_runs, without_styles
from tests.inspection.recognised import HEAD, MILD_ROLES, PLAIN_ROLES, TEXT, roles_of, typed

SEEDS = Path(__file__).parents[2].parent / "shared" / "seeds"

needs_seeds = pytest.mark.skipif(not SEEDS.is_dir(), reason="五份真实文件（../shared/seeds）不在这台机器上")


# --- the real documents ---------------------------------------------------------------------------


def typed_seed(start: str) -> Recognised:
    """A real document, typed line by line."""
    (path,) = SEEDS.glob(f"{start}*.txt")
    runs = (RunFacts(line, "宋体", "宋体", Decimal("10.5")) for line in path.read_text("utf-8").splitlines())
    paragraphs = tuple(
        ParagraphFacts(number, Where.BODY, 0, (run,)) for number, run in enumerate(runs, start=1)
    )
    return recognise(replace(build(), paragraphs=paragraphs, sections=()))


def sharp_lines(known: Recognised) -> list[tuple[str, str]]:
    """Every line with a role that must not be wrong: role and first words."""
    return [
        (role.value, one.text.strip()[:9])
        for one, role in zip(known.facts.paragraphs, known.roles, strict=True)
        if role not in MILD_ROLES
    ]


@needs_seeds
def test_the_report_of_puyang_is_told_line_by_line() -> None:
    known = typed_seed("000")
    assert sharp_lines(known) == [
        ("发文机关标志", "濮阳市财政局文件"),
        ("发文字号", "濮财综〔2017〕"),
        ("签发人", "签发人：樊相奇"),
        ("标题", "濮阳市政府购买服务"),
        ("主送机关", "省财政厅："),
        ("附件说明", "附件：1.濮阳市政"),
        ("附件说明", "- 2.濮阳市数字"),
        ("附件说明", "- 3.华龙区一年"),
        ("附件说明", "- 4.濮阳市政府"),
        ("附件标识", "附件1"),
        ("附件标题", "濮阳市政府购买服务"),
        ("附件标识", "附件 2"),
        ("附件标题", "濮阳市数字化城市管"),
        ("附件标识", "附件3"),
        ("附件标题", "华龙区一年一村一场"),
        ("附件标题", "濮阳市政府购买服务"),
        ("印发机关和印发日期", "濮阳市财政局办公室"),
        ("印发机关和印发日期", "2017年6月9日"),
    ]
    assert [(part.format, part.genre) for part in known.parts] == [(DocumentFormat.ORDINARY, "报告")]
    labels = [heading.label for heading in known.headings if heading.level == 1]
    assert labels[:4] == ["一、", "二、", "三、", "四、"]


@needs_seeds
def test_the_chain_of_zibo_is_told_line_by_line() -> None:
    known = typed_seed("004")
    assert sharp_lines(known) == [
        ("发文机关标志", "淄博市博山区财政局"),
        ("发文字号", "博财采〔2022〕"),
        ("标题", "关于转发淄博市财政"),
        ("主送机关", "区直各部门、单位，"),
        ("附件说明", "附件：淄博市财政局"),
        ("发文机关署名", "淄博市博山区财政局"),
        ("成文日期", "2022年12月2"),
        ("发文机关标志", "淄博市财政局文件"),
        ("发文字号", "淄财采〔2022〕"),
        ("标题", "关于转发《山东省财"),
        ("主送机关", "各区县财政局，高新"),
        ("附件说明", "附件：《山东省财政"),
        ("发文机关标志", "山东省财政厅文件"),
        ("发文字号", "鲁财采〔2022〕"),
        ("标题", "山东省财政厅 关于"),
        ("主送机关", "各市财政局，省直各"),
        ("附件说明", "附件：山东省政府购"),
        ("附件标识", "附件"),
        ("附件标题", "山东省政府购买服务"),
        ("信息公开选项", "信息公开选项：主动"),
        ("印发机关和印发日期", "山东省财政厅办公室"),
        ("印发机关和印发日期", "2022年8月16"),
        ("信息公开选项", "信息公开选项：主动"),
        ("印发机关和印发日期", "淄博市财政局办公室"),
        ("印发机关和印发日期", "2022年12月2"),
    ]
    assert [part.enclosed for part in known.parts] == [False, True, True]
    assert [known.facts.paragraph(part.last).text for part in known.parts] == [
        "2022年12月20日印发",
        "2022年12月20日印发",
        "2022年8月16日印发",
    ]
    run_in = [heading for heading in known.headings if heading.kind is HeadingKind.RUN_IN]
    assert len(run_in) == 17


@needs_seeds
@pytest.mark.parametrize("start", ["001", "002", "003"])
def test_articles_and_studies_are_no_documents(start: str) -> None:
    known = typed_seed(start)
    assert known.parts == ()
    assert set(known.roles) <= PLAIN_ROLES


# --- what is no 公文 ------------------------------------------------------------------------------

NO_DOCUMENTS: dict[str, Sequence[Piece]] = {
    "empty": (),
    "blank": ("普通│", "普通│　"),
    "essay": (
        "公文标题│我的家乡",
        "我的家乡在濮阳，那里有一条大河。",
        "一、春天",
        "花开了。",
        "张三",
        "2024年5月6日",
    ),
    "table": (table(("单位", "金额"), ("市财政局", "91"), ("濮财综〔2017〕8号", "2017年6月9日")),),
    "prices": ("公文标题│价格表", "单位：元", table(("名称", "价格"), ("纸", "5"))),
    "contract": (
        *("公文标题│政府采购合同", "甲方：濮阳市财政局", "乙方：某某公司", "一、合同标的"),
        *("甲方向乙方购买服务。", "附件：1.报价单", "甲方（盖章）：", "濮阳市财政局", "2024年5月6日"),
    ),
    "numbers": ("濮财综〔2017〕8号", "濮财综〔2017〕9号", "濮财综〔2017〕10号"),
    "register": (*["濮阳市财政局", "濮财综〔2017〕8号", TEXT] * 6,),
    "study": ("公文标题│政府购买服务调研报告", "某某大学课题组", TEXT, "一、研究背景", TEXT),
    "speech": ("公文标题│在工作会议上的讲话", "（2024年5月6日）", "同志们：", TEXT, "谢谢大家！"),
    "law": ("公文标题│政府购买服务管理办法", "第一章　总则", "第一条　为了规范管理，制定本办法。"),
    "letter": ("公文标题│推荐函", "尊敬的老师：", TEXT, "张三", "2024年5月6日"),
    "web": ("首页 > 政策文件", "索引号：000001", "发布日期：2024年5月6日", TEXT, "版权所有：市财政局办公室"),
    "letterhead": ("发文机关标志│某某有限公司", "采购合同", TEXT),
}


@pytest.mark.parametrize("name", NO_DOCUMENTS)
def test_what_is_no_document_is_not_taken_for_one(name: str) -> None:
    facts = without_styles(build(*NO_DOCUMENTS[name]))
    for one in (facts, flattened(facts)):
        known = recognise(one)
        assert known.parts == ()
        assert known.headings == ()
        assert set(known.roles) <= PLAIN_ROLES


def test_a_table_of_contents_is_front_matter() -> None:
    known = typed("目  录", "一、总体情况………………1", "二、主要做法………………5", TEXT)
    assert roles_of(known) == ["封面目录", "封面目录", "封面目录", "正文"]


def test_captions_and_remarks_belong_to_their_table() -> None:
    rows = table(("名称", "金额"), ("纸", "5"))
    known = typed(*HEAD, "表1 项目统计表", "单位：万元", rows, "注：数据截至2017年5月")
    assert roles_of(known)[5:] == ["其他", *["表格文字"] * 6]


def test_page_numbers_are_told_from_other_words_in_footers() -> None:
    facts = build(*HEAD)
    (number,) = (facts.sections[0].footers or {})["default"]
    assert recognise(without_styles(facts)).role(number) is Role.PAGE_NUMBER
    name = with_runs(without_styles(facts), number, text="内部资料", field="")
    assert recognise(name).role(number) is Role.OTHER
