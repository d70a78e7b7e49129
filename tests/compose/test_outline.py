"""Numbering: labels and ids are given once, and names of provisions lead to them."""

from __future__ import annotations

from generator.compose.outline import anchors_of, number_blocks
from generator.document import Blocks, Heading, Paragraph, Table, words
from generator.source.front_matter import read_body


def outline(text: str) -> Blocks:
    return number_blocks(read_body(text, 10), "policies/某.md", lambda part, _place: words(part))


def printed(blocks: Blocks) -> list[str]:
    return [block.text for block in blocks if not isinstance(block, Table)]


def test_headings_without_numbers_are_numbered_by_level() -> None:
    blocks = outline("# 总体\n\n## 甲\n\n## 乙\n\n### 丙\n\n#### 丁\n\n# 措施\n\n## 戊\n")
    assert printed(blocks) == ["一、总体", "（一）甲", "（二）乙", "1.丙", "（1）丁", "二、措施", "（一）戊"]


def test_numbers_of_the_source_are_kept() -> None:
    blocks = outline("# 三、严格\n\n## （四）加强合同管理。\n\n合同应当。\n\n# 第十条\u3000不得纳入\n")
    assert [block.id for block in blocks] == ["s3", "s3-4-p1", "a10"]
    assert anchors_of(blocks) == {"三": "s3", "三（四）": "s3-4", "第十条": "a10"}


def test_a_heading_that_ends_in_a_full_stop_runs_into_its_paragraph() -> None:
    blocks = outline("## （一）加强领导。\n\n市里负责。\n\n再一段。\n")
    first, second = blocks
    assert isinstance(first, Paragraph)
    assert first.lead is not None
    assert first.text == "（一）加强领导。市里负责。"
    assert isinstance(second, Paragraph)
    assert second.lead is None


def test_lines_of_a_chinese_paragraph_join_without_spaces() -> None:
    assert printed(outline("第一行\n第二行 GB\nT 9704\n")) == ["第一行第二行 GB T 9704"]


def test_each_block_knows_its_line_in_the_file() -> None:
    blocks = outline("引言。\n\n# 一、总体\n\n段落。\n")
    assert [block.origin.line for block in blocks if block.origin] == [10, 12, 14]


def test_signs_of_markdown_other_than_headings_and_tables_are_plain_words() -> None:
    assert printed(outline("**重**点 <b>不</b> [文](x) `码` ![图](y)\n")) == [
        "**重**点 <b>不</b> [文](x) `码` ![图](y)"
    ]


def test_a_markdown_table_has_a_head_row() -> None:
    (table,) = outline("| 项目 | 金额 |\n|---|---|\n| 甲 | 3 |\n")
    assert isinstance(table, Table)
    assert [cell.text for cell in table.head[0].cells] == ["项目", "金额"]
    assert [cell.text for cell in table.rows[0].cells] == ["甲", "3"]


def test_the_opening_words_have_a_name_of_their_own() -> None:
    assert anchors_of(outline("为推进工作。\n\n# 总体\n"))["引言"] == "s0-p1"


def test_ids_do_not_move_when_text_is_added_elsewhere() -> None:
    before = {
        block.text: block.id
        for block in outline("# 甲\n\n一。\n\n# 乙\n\n二。\n")
        if isinstance(block, Heading)
    }
    after = {
        block.text: block.id
        for block in outline("# 甲\n\n一。\n\n新。\n\n# 乙\n\n二。\n")
        if isinstance(block, Heading)
    }
    assert before == after
