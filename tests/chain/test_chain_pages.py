"""The chain and 时效 on the pages of policies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from generator.library import load_library
from generator.pages import write_pages

MakeLibrary = Callable[[Mapping[str, str]], Path]
HEAD = (
    "---\n类别: 政策\n编号: {id}\n标题: {id}\n文种: 办法\n效力级别: 工作文件\n"
    "地区: 全国\n文本: 存根\n{more}\n---\n"
)


def page_of(root: Path, record_id: str, dated: date) -> str:
    out = root / "pages"
    write_pages(load_library(root)[0], out, dated=dated)
    return unescape((out / "policies" / f"{record_id}.md").read_text(encoding="utf-8"))


def policy(record_id: str, more: str) -> dict[str, str]:
    return {f"policies/{record_id}.md": HEAD.format(id=record_id, more=more)}


CHANGING = (
    "时效: 现行有效\n公布日期: 2022-01-01\n施行日期: 2022-03-01\n关系:\n  - 类型: {0}\n    目标: 旧办法"
)


@pytest.mark.parametrize(
    ("relation", "day", "words"),
    [
        ("废止", date(2022, 2, 28), None),
        ("废止", date(2022, 3, 1), "已废止（2022年3月1日）"),
        ("修改", date(2022, 3, 1), "已修改（2022年3月1日）"),
    ],
)
def test_a_page_says_what_became_of_its_text_by_the_day_of_the_data(
    make_library: MakeLibrary, relation: str, day: date, words: str | None
) -> None:
    files = policy("旧办法", "时效: 现行有效") | policy("新办法", CHANGING.format(relation))
    page = page_of(make_library(files), "旧办法", day)
    banner = page.partition('<div class="banner')[2].partition("</div>")[0]
    assert bool(banner) is (words is not None)
    if words:
        assert words in banner
        assert "《新办法》" in banner
        assert "记录写的是“现行有效”" in banner


def test_a_text_that_is_still_to_come_says_from_when(make_library: MakeLibrary) -> None:
    root = make_library(policy("新办法", "时效: 现行有效\n施行日期: 2022-03-01"))
    assert "尚未施行（2022年3月1日）" in page_of(root, "新办法", date(2022, 1, 1))


def test_the_chain_tells_delays_and_what_each_level_added(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "pages"
    write_pages(load_library(root)[0], out, dated=date(2022, 12, 31))
    for record_id, words in (("淄财采2022-20号", "隔 126 天"), ("博财采2022-19号", "隔 2 天")):
        page = unescape((out / "policies" / f"{record_id}.md").read_text(encoding="utf-8"))
        chain = page.partition('<ol class="chain">')[2].partition("<h2")[0]
        assert words in chain
        assert "规定的期限 2022年11月30日，已过 20 天" in chain
        assert "主送：各区县财政局" in chain
