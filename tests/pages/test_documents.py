"""The page of a 公文: joint marks, urgency, who signed, and what stands in the 版记."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.compose import Audience
from generator.library import load_library
from generator.pages import write_pages
from tests.conftest import DATED

Make = Callable[[Mapping[str, str]], Path]
HEAD = "---\n类别: 公文\n编号: 文\n行文方向: 下行\n公开属性: 主动公开\n"


@pytest.fixture
def page(make_library: Make) -> Callable[..., str]:
    """The page of a document with these keys."""

    def write(keys: str, audience: Audience = Audience.SITE) -> str:
        library, problems = load_library(make_library({"documents/文.md": f"{HEAD}{keys}---\n\n正文。\n"}))
        assert [problem.as_text() for problem in problems] == []
        out = library.root / "pages"
        write_pages(library, out, dated=DATED, audience=audience)
        return (out / "documents" / "文.md").read_text(encoding="utf-8")

    return write


NOTICE = (
    "文种: 通知\n标题: 关于工作的通知\n发文机关: [甲<局, 乙局]\n文号: 甲财〔2022〕1号\n成文日期: 2022-01-02\n"
)
MINUTES = "文种: 纪要\n标题: 局务会议纪要\n发文机关: [甲局]\n期号: 第3期\n出席: [张三, 李四]\n"
ORDER = (
    "文种: 令\n发文机关: [甲县人民政府]\n文号: 甲县人民政府令第5号\n"
    "签署人职务: [县长]\n成文日期: 2022-01-02\n"
)


def test_the_bodies_of_a_joint_mark_stand_under_each_other(page: Callable[..., str]) -> None:
    shown = page(NOTICE)
    assert '<p class="mark"><span class="stack">甲&#60;局<br>乙局</span>文件</p>' in shown


def test_the_urgency_is_shown_and_a_common_document_has_none(page: Callable[..., str]) -> None:
    assert "特急" in page(NOTICE + "紧急程度: 特急\n")
    assert "急" not in page(NOTICE)


def test_an_order_is_called_by_its_number_and_signed_by_its_official(page: Callable[..., str]) -> None:
    shown = page(ORDER)
    assert "甲县人民政府令第5号" in shown
    assert '<p class="number">第5号</p>' in shown
    assert '<div class="signature">县长<br>2022年1月2日</div>' in shown


def test_who_took_part_is_shown_only_where_personal_data_are(page: Callable[..., str]) -> None:
    assert "张三" not in page(MINUTES)
    assert "出席：张三、李四" in page(MINUTES, Audience.PRINT)


def test_the_imprint_names_the_number_of_copies(page: Callable[..., str]) -> None:
    assert "共印5份" in page(NOTICE + "印数: 共印5份\n")
