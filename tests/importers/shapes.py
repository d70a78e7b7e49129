"""Texts of official shape for property tests: any number of sections, run-ins, tables and attachments."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from hypothesis import strategies as st

from generator.hanzi.numerals import make_label
from generator.importers.drafts import Draft
from generator.source import BodyBlock, BodyKind
from generator.source.writing import block_text, table_text

BODIES = ("某市财政局", "某省财政厅", "某县人民政府办公室")
MATTERS = ("加强预算管理", "做好项目报送", "规范采购程序", "开展绩效评价", "推进信息公开", "清理往来款项")
SUBJECTS = ("各单位", "各县财政局", "购买主体", "承接主体", "主管部门")
DEEDS = (
    "按时报送有关材料",
    "健全工作机制",
    "核对2023年度数据",
    "落实购买主体责任",
    "把资金用在实处",
    "不超过3.5万元",
)
OPENINGS = (
    *("为规范管理，", "近年来，", "结合实际，", "经研究，", "一方面，", "据统计，共1,024项，"),
    *(
        "#号文件里，",
        "| 竖线后，",
        "\\斜线后，",
        "{{ 本.标题 }}里，",
        "“互联网+”中，",
        "<b>强调</b>的是，",
        "*星号*下，",
    ),
)
ADDRESSEES = ("各县财政局", "市直各部门、单位", "各区人民政府", "开发区管委会")
FOLDER = "policies/imported"


@dataclass(frozen=True)
class Shape:
    """A document: its record, and the records of its attachments."""

    drafts: tuple[Draft, ...]


sentences = st.builds(
    "{}{}要{}，{}。".format,
    st.sampled_from(OPENINGS),
    st.sampled_from(SUBJECTS),
    st.sampled_from(DEEDS),
    st.sampled_from(DEEDS),
)
paragraphs = st.lists(sentences, min_size=1, max_size=4).map(
    lambda said: block_text(BodyBlock(BodyKind.PARAGRAPH, 0, "".join(said)))
)
cells = st.sampled_from(("", "项目", "金额（万元）", "91", "32857.95", "基本公共服务", "a|b", "合计"))
tables = st.integers(2, 4).flatmap(
    lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), min_size=2, max_size=5)
)
topics = st.sampled_from(MATTERS)


@st.composite
def sections(draw: st.DrawFn, level: int, count: int) -> list[str]:
    """Sections of a level: headings on their own line, or running into their text."""
    blocks: list[str] = []
    for number in range(1, count + 1):
        label, run_in = make_label(level, number), level > 1 and draw(st.booleans())
        blocks.append(f"{'#' * level} {label}{draw(topics)}{'。' if run_in else ''}")
        blocks += draw(st.lists(paragraphs, min_size=1, max_size=2))
        if level < 3 and not run_in and draw(st.booleans()):
            blocks += draw(sections(level + 1, draw(st.integers(2, 3))))
    return blocks


@st.composite
def bodies(draw: st.DrawFn) -> str:
    """A body: an opening, sections, now and then a table, a closing sentence."""
    blocks = [draw(paragraphs)]
    blocks += draw(sections(1, draw(st.sampled_from((0, 2, 3)))))
    if draw(st.booleans()):
        rows = [[f"第{column}列" for column, _ in enumerate(draw(tables)[0], start=1)]]
        width = len(rows[0])
        rows += draw(
            st.lists(st.lists(cells.filter(bool), min_size=width, max_size=width), min_size=1, max_size=4)
        )
        blocks += [table_text(rows), draw(paragraphs)]
    return "\n\n".join(blocks)


@st.composite
def shapes(draw: st.DrawFn) -> Shape:
    """A notice or report with its attachments."""
    issuer, genre = draw(st.sampled_from(BODIES)), draw(st.sampled_from(("通知", "报告", "意见")))
    title = f"{draw(st.sampled_from(('', issuer)))}关于{draw(topics)}的{genre}"
    code, year, serial = (
        draw(st.sampled_from("办采综")),
        draw(st.integers(2012, 2026)),
        draw(st.integers(1, 300)),
    )
    attached = [
        text_record(f"附件{position}", f"{draw(topics)}实施方案之{position}", draw(bodies()))
        for position in range(1, draw(st.integers(0, 3)) + 1)
    ]
    data: dict[str, Any] = {
        **common("正件", title, genre),
        "发文机关": [issuer],
        "文号": f"某财{code}〔{year}〕{serial}号",
        "签发人": ["王某某"] if genre == "报告" else [],
        "主送": draw(st.lists(st.sampled_from(ADDRESSEES), min_size=1, max_size=3, unique=True)),
        "抄送": draw(st.sampled_from(([], ["某市审计局"], ["某市审计局", "某市人民政府办公室"]))),
        "成文日期": draw(st.dates(date(2012, 1, 1), date(2026, 12, 31))).isoformat(),
        "印发日期": draw(st.sampled_from(("原文未写", "2026-12-31"))),
        "印发机关": f"{issuer}办公室" if not issuer.endswith("办公室") else issuer,
        "公开属性": draw(st.sampled_from(("原文未写", "主动公开", "依申请公开"))),
        "附件": [{"标题": draft.data["标题"], "记录": draft.id} for draft in attached],
    }
    document = Draft(
        "正件", "政策", FOLDER, {key: value for key, value in data.items() if value}, draw(bodies())
    )
    return Shape((document, *attached))


def text_record(record_id: str, title: str, body: str) -> Draft:
    """An attachment of plain text."""
    return Draft(record_id, "政策", FOLDER, common(record_id, title, "方案"), body)


def common(record_id: str, title: str, genre: str) -> dict[str, Any]:
    """The keys that every policy has."""
    return {
        "类别": "政策",
        "编号": record_id,
        "标题": title,
        "文种": genre,
        "效力级别": "工作文件",
        "地区": "全国",
        "时效": "未核",
        "文本": "全文",
    }
