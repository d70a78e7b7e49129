"""Web pages, workbooks and Word files through the whole import."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from openpyxl import Workbook

from generator.importers import import_original
from generator.library import Library
from tests.importers.test_placing import NAME, NOTICE

NOWHERE = Library(Path(), {})


def page() -> bytes:
    """The notice as a web page with what stands around it there."""
    text = "".join(f"<p>{line}</p>" for line in NOTICE.splitlines() if line)
    return (
        "<html><head><title>某网站</title>"
        '<link rel="canonical" href="http://www.example.gov.cn/art/1.html"></head><body>'
        '<nav><a href="/">首页</a> <a href="/zw">政务公开</a></nav>'
        f"<div>发布时间：2024-05-08 来源：某市财政局 浏览次数：120</div>{text}"
        "<div>【打印】【关闭】</div><script>alert(1)</script></body></html>"
    ).encode()


def test_a_web_page_gives_the_record_of_its_text_with_address_and_day() -> None:
    imported = import_original(page(), NOWHERE, "网页.html")
    plain = import_original(NOTICE.encode(), NOWHERE, "通知.txt")
    assert imported.unplaced == ()
    draft, same = imported.records.drafts[0], plain.records.drafts[0]
    assert draft.data["来源"] == [
        {"名称": "网页.html", "网址": "http://www.example.gov.cn/art/1.html", "日期": "2024-05-08"}
    ]
    assert draft.body == same.body
    for key in ("标题", "文号", "主送", "成文日期", "关系", "要求"):
        assert draft.data[key] == same.data[key]
    removed = "".join(entry.before for entry in imported.cleaned.log)
    assert "首页" in removed
    assert "浏览次数" in removed


def test_the_sheets_of_a_workbook_become_tables_and_nothing_is_lost() -> None:
    book = Workbook()
    del book["Sheet"]
    sheet = book.create_sheet("统计")
    for row in (
        ["某市统计表"],
        ["类别", "项目数", "金额（万元）"],
        ["甲类", 91, 32857.95],
        ["合计", 91, 32857.95],
    ):
        sheet.append(row)
    book.create_sheet("说明").append(["填表的说明文字"])
    content = BytesIO()
    book.save(content)
    imported = import_original(content.getvalue(), NOWHERE, "表.xlsx")
    assert [draft.kind for draft in imported.records.drafts] == ["统计表"]
    assert [words for _, words in imported.unplaced] == ["填表的说明文字"]
    assert all(line >= 1 for line, _ in imported.unplaced)


def test_a_text_that_nobody_recognises_is_still_kept_whole() -> None:
    imported = import_original("只有一句话，没有标题也没有落款。".encode(), NOWHERE, "条.txt", chosen="政策")
    (draft,) = imported.records.drafts
    assert (draft.kind, draft.data["标题"]) == ("政策", "条.txt")
    assert "只有一句话，没有标题也没有落款。" in draft.body + draft.data["标题"]
    assert NAME not in draft.id


def test_one_line_alone_is_kept_too() -> None:
    imported = import_original("某市财政局".encode(), NOWHERE, "一行.txt")
    (draft,) = imported.records.drafts
    assert (draft.kind, draft.data["标题"]) == ("政策", "某市财政局")


def test_merged_cells_of_a_page_keep_their_columns_and_are_told() -> None:
    table = (
        '<table><tr><td rowspan="2">乡镇</td><td colspan="2">资金（万元）</td></tr>'
        "<tr><td>上级</td><td>本级</td></tr>"
        '<tr><td rowspan="2">韩张镇</td><td>5</td><td>6</td></tr><tr><td>7</td><td>8</td></tr></table>'
    )
    lines = [f"<p>{line}</p>" for line in NOTICE.splitlines() if line]
    at = next(number for number, line in enumerate(lines) if "二、有关要求" in line)
    text = "".join((*lines[:at], table, *lines[at:]))
    draft = import_original(f"<html><body>{text}</body></html>".encode(), NOWHERE, "表.html").records.drafts[
        0
    ]
    rows = [line for line in draft.body.splitlines() if line.startswith("|")]
    assert rows == [
        "| 乡镇 | 资金（万元） |  |",
        "| --- | --- | --- |",
        "|  | 上级 | 本级 |",
        "| 韩张镇 | 5 | 6 |",
        "| 韩张镇 | 7 | 8 |",
    ]
    assert "正文" in {entry["字段"] for entry in draft.data["待确认"]}
