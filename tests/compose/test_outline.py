"""Numbering: labels and ids are given once, and names of provisions lead to them."""

from __future__ import annotations

import pytest

from generator.compose.outline import FaultKind, anchors_of, heading_faults, headings_of, number_blocks
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


def test_a_heading_that_goes_on_behind_its_full_stop_is_a_heading_and_its_text() -> None:
    first, second = outline("## 坚持公益导向。围绕公共服务，突出重点。\n\n再一段。\n")
    assert isinstance(first, Paragraph)
    assert first.lead is not None
    assert (first.lead.text, first.text) == (
        "（一）坚持公益导向。",
        "（一）坚持公益导向。围绕公共服务，突出重点。",
    )
    assert isinstance(second, Paragraph)
    assert second.text == "再一段。"


@pytest.mark.parametrize("text", ["第三条\u3000先立后破。分步实施。", "按“先立后破。”办理"])
def test_an_article_and_a_stop_within_quotes_stay_one_heading(text: str) -> None:
    (heading,) = outline(f"# {text}\n")
    assert isinstance(heading, Heading)
    assert heading.text.endswith(text)


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


@pytest.mark.parametrize(
    "text",
    [
        "# 一、甲\n\n段。\n\n# 一、乙\n\n段。\n\n## 丙\n\n段。\n",
        "# 第三条\u3000甲\n\n段。\n\n# 第三条\u3000乙\n\n段。\n",
        "## （四）甲\n\n# 四、乙\n\n段。\n",
        "# 甲\n\n### 乙\n\n## 丙\n\n段。\n",
    ],
)
def test_no_id_stands_twice(text: str) -> None:
    found = [heading.id for heading in headings_of(outline(text))]
    assert len(found) == len(set(found))
    paragraphs = [block.id for block in outline(text) if isinstance(block, Paragraph)]
    assert len(paragraphs) == len(set(paragraphs))


def test_a_repeated_number_keeps_the_id_of_the_first_and_marks_the_second() -> None:
    blocks = outline("# 一、甲\n\n# 一、乙\n\n## 丙\n\n段。\n")
    assert [block.id for block in blocks] == ["s1", "s1r2", "s1r2-1", "s1r2-1-p1"]
    assert anchors_of(blocks)["一"] == "s1"


def test_a_level_beyond_the_last_numeral_does_not_stop_the_work() -> None:
    text = "# 九千九百九十九、甲\n\n# 乙\n"
    assert printed(outline(text)) == ["九千九百九十九、甲", "乙"]
    (first, second) = heading_faults(read_body(text, 1))
    assert (first.kind, second.kind, second.line) == (FaultKind.SKIPPED, FaultKind.MISFIT, 3)
    assert "9999" in second.message


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("# 一、甲\n\n# 二、乙\n\n## （一）丙\n\n# 丁\n\n# 第一条 戊\n\n# 第二条 己\n", []),
        ("# （一）甲\n", [FaultKind.MISFIT]),
        ("# 第一章 总则\n", [FaultKind.MISFIT]),
        ("##### 甲\n", [FaultKind.MISFIT]),
        ("# 一、甲\n\n# 三、乙\n", [FaultKind.SKIPPED]),
        ("# 一、甲\n\n# 一、乙\n", [FaultKind.REPEATED]),
        ("# 第二条 甲\n\n# 第一条 乙\n", [FaultKind.SKIPPED, FaultKind.REPEATED]),
    ],
)
def test_numbers_out_of_place_are_noted(text: str, kinds: list[FaultKind]) -> None:
    assert [fault.kind for fault in heading_faults(read_body(text, 1))] == kinds


# --- texts that others issued, in full --------------------------------------------------------


def as_printed(text: str) -> Blocks:
    body = read_body(text, 10)
    return number_blocks(body, "policies/某.md", lambda part, _place: words(part), as_printed=True)


def test_an_issued_text_keeps_its_numbers_in_whatever_spelling() -> None:
    text = "# 1、存在问题\n\n## (一)认识不足。\n\n单位不了解。\n\n# 三.建议\n\n# 三、保障\n\n# 附则\n"
    blocks = as_printed(text)
    assert printed(blocks) == ["1、存在问题", "(一)认识不足。单位不了解。", "三.建议", "三、保障", "附则"]
    assert [block.id for block in blocks] == ["s1", "s1-1-p1", "s3", "s3r2", "h1"]


def test_articles_of_a_law_stand_in_its_chapters_and_begin_their_first_paragraph() -> None:
    text = (
        "# 第一章\u3000总则\n\n# 第一条\n\n为了规范购买，制定本办法。\n\n第二款。\n\n"
        "# 第二章\u3000目录\n\n## 第一节\u3000编制\n\n# 第二条\n\n由财政部门编制。\n\n## 第二节\u3000调整\n"
    )
    blocks = as_printed(text)
    assert printed(blocks) == [
        "第一章\u3000总则",
        "第一条\u3000为了规范购买，制定本办法。",
        "第二款。",
        "第二章\u3000目录",
        "第一节\u3000编制",
        "第二条\u3000由财政部门编制。",
        "第二节\u3000调整",
    ]
    assert [block.id for block in blocks] == ["c1", "a1-p1", "a1-p2", "c2", "c2-1", "a2-p1", "c2-2"]
    assert anchors_of(blocks)["第二条"] == "a2"


def test_a_backslash_keeps_what_markdown_would_take() -> None:
    (first, second, third) = as_printed("\\# 井号开头\n\n\\\\斜线\n\n# 标题 \\#\n")
    assert [block.text for block in (first, second, third) if not isinstance(block, Table)] == [
        "# 井号开头",
        "\\斜线",
        "标题 #",
    ]


INSERTED = "# 第二条\n\n甲。\n\n# 第二条之一\n\n乙。\n\n# 第二条之二\n\n丙。\n\n# 第三条\n\n丁。\n"


def test_an_article_set_between_two_others_has_an_id_of_its_own() -> None:
    blocks = number_blocks(
        read_body(INSERTED, 10), "policies/某.md", lambda part, _place: words(part), as_printed=True
    )
    assert anchors_of(blocks) == {
        "第二条": "a2",
        "第二条之一": "a2z1",
        "第二条之二": "a2z2",
        "第三条": "a3",
    }
    assert printed(blocks)[1] == "第二条之一\u3000乙。"


def test_numbers_of_articles_set_between_two_others_follow_each_other() -> None:
    first = "# 第一条\n\n零。\n\n"
    assert heading_faults(read_body(first + INSERTED, 1)) == ()
    (skipped,) = heading_faults(read_body(first + INSERTED.replace("之二", "之三"), 1))
    assert skipped.kind is FaultKind.SKIPPED
    assert "第二条之二" in skipped.message
    (again, *_) = heading_faults(read_body(first + INSERTED.replace("之二", "之一"), 1))
    assert again.kind is FaultKind.REPEATED
