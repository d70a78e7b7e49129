"""主送 and title of a recovered document as they stand in a record."""

from __future__ import annotations

import pytest

from generator.document import DocumentFormat, Masthead, OfficialDocument
from generator.importers.records.heads import addressees_of, title_of


def document(title: str = "", addressees: str = "") -> OfficialDocument:
    return OfficialDocument(
        id="p1",
        genre="通知",
        format=DocumentFormat.ORDINARY,
        masthead=Masthead("某市财政局文件", "某财购〔2023〕15号"),
        title=title,
        title_lines=(),
        addressees=addressees,
        body=(),
    )


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("各县财政局，市直各单位：", ["各县财政局", "市直各单位"]),
        (
            "各县（市）财政局，市直各单位（含垂管，驻郑）：",
            ["各县（市）财政局", "市直各单位（含垂管，驻郑）"],
        ),
        (
            "各县（市、区（含开发区，功能区），直管县）财政局：",
            ["各县（市、区（含开发区，功能区），直管县）财政局"],
        ),
        ("市直各单位（含垂管，各县财政局：", ["市直各单位（含垂管", "各县财政局"]),
        ("", []),
    ],
)
def test_a_comma_within_brackets_parts_no_names(line: str, names: list[str]) -> None:
    assert addressees_of(document(addressees=line)) == names


def test_a_title_keeps_the_spaces_between_latin_words_alone() -> None:
    assert title_of(document("关于 World Bank Loan 项目 的通知")) == "关于World Bank Loan项目的通知"
