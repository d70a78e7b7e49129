"""1, 1.1, 1.1.1 as headings where the whole text is divided so, and as plain text where it is not."""

from __future__ import annotations

from generator.document import Article
from tests.recognition.texts import contents_of, only, outline

HEAD = "某市生活必需品供应应急预案"
TEXT = "为做好供应保障工作，依据有关规定制定本预案，请各部门执行。"


def headings(*lines: str) -> list[str]:
    tree = only(contents_of("\n".join((HEAD, *lines)))).tree
    assert isinstance(tree, Article)
    return [line for line in outline(tree.body) if "│" in line]


def test_decimal_numbers_that_rise_are_levels() -> None:
    found = headings(
        "1 总则", "1.1编制目的", TEXT, "1.2 分类", "1.2.1小微波动", TEXT, "2 附则", "2.1实施时间", TEXT
    )
    assert [line.partition("│")[0] for line in found] == ["1", "2", "2", "3", "1", "2"]
    assert "1.2.1小微波动" in found[3]


def test_decimal_numbers_out_of_order_are_no_headings() -> None:
    assert headings("1 总则", "1.3目的", TEXT, "1.1依据", TEXT, "2 附则", TEXT) == []


def test_figures_at_the_head_of_lines_are_no_headings() -> None:
    assert headings("1 个中心", "1.5万元补助", TEXT, "1.6万元奖励", TEXT) == []
