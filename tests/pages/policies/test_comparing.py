"""Which texts are laid side by side, and what the page says of their provisions."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from generator.library import Library, load_library
from generator.models.policy import IssuingFacts
from generator.pages import public_view
from generator.pages.comparing.page import comparison_page
from generator.pages.comparing.pairs import Pair, Side, comparisons_of, pairs_of
from generator.pages.shelf import Shelf
from tests.pages.policies.conftest import DAY
from tests.pages.policies.samples import NEW, NOTICE, OLD, small_library

Make = Callable[[Mapping[str, str]], Path]
Write = Callable[[Mapping[str, str]], Path]


def shelf_of(make_library: Make, files: Mapping[str, str]) -> Shelf:
    library, problems = load_library(make_library(files))
    assert [problem.as_text() for problem in problems] == []
    return Shelf(library, DAY)


def record(shelf: Shelf, name: str) -> IssuingFacts:
    found = shelf.library.find(name, IssuingFacts)
    assert found
    return found


def test_a_text_is_laid_beside_what_it_repeals_and_what_it_forwards(make_library: Make) -> None:
    shelf = shelf_of(make_library, small_library())
    assert list(pairs_of(shelf, record(shelf, "新办法"))) == [Pair("旧办法", "新办法", Side.CHANGE)]
    assert list(pairs_of(shelf, record(shelf, "转发通知"))) == [Pair("新办法", "转发通知", Side.LEVELS)]
    assert len(comparisons_of(shelf, record(shelf, "新办法"))) == 2


def test_a_text_without_words_is_laid_beside_nothing(make_library: Make) -> None:
    stub = OLD.partition("# 第一章")[0].replace("文本: 全文", "文本: 存根")
    shelf = shelf_of(make_library, small_library(旧办法=stub))
    assert list(pairs_of(shelf, record(shelf, "新办法"))) == []
    assert comparisons_of(shelf, record(shelf, "旧办法")) == ()


def test_two_issues_of_a_title_by_the_same_body_are_laid_side_by_side(make_library: Make) -> None:
    issue = NEW.partition("关系:")[0] + "---\n\n第一段。\n"
    files = {
        f"policies/{year}.md": issue.replace("编号: 新办法", f"编号: 年{year}")
        .replace("标题: 购买服务管理办法", f"标题: 购买服务管理办法（{year}年修订）")
        .replace("2020", str(year))
        for year in (2018, 2020, 2022)
    }
    shelf = shelf_of(make_library, files)
    assert [list(pairs_of(shelf, record(shelf, f"年{year}"))) for year in (2018, 2020, 2022)] == [
        [],
        [Pair("年2018", "年2020", Side.ISSUES)],
        [Pair("年2020", "年2022", Side.ISSUES)],
    ]
    assert len(comparisons_of(shelf, record(shelf, "年2020"))) == 2


def test_texts_that_forward_each_other_in_a_circle_end(make_library: Make) -> None:
    circle = (
        NEW.replace("类型: 废止", "类型: 转发")
        .replace("目标: 旧办法", "目标: 转发通知")
        .replace("    锚: 第四条\n", "")
    )
    shelf = shelf_of(make_library, small_library(新办法=circle))
    pairs = [pair for name in ("新办法", "转发通知") for pair in pairs_of(shelf, record(shelf, name))]
    assert {(pair.first, pair.second) for pair in pairs} == {("转发通知", "新办法"), ("新办法", "转发通知")}


def test_the_page_says_in_words_how_each_provision_stands(written: Write) -> None:
    page = (written(small_library()) / "browse/beside/旧办法/新办法.md").read_text(encoding="utf-8")
    states = [part.partition("</span>")[0] for part in page.split('scope="rowgroup"><span class="badge')[1:]]
    assert [state.partition(">")[2] for state in states] == [
        "相同",
        "相同",
        "有改动",
        "只见于新文",
        "只见于新文",
        "只见于旧文",
    ]
    assert "合同期限一般不超过<del>一</del>年" in page
    assert "合同期限一般不超过<ins>三</ins>年" in page
    assert '<ins class="whole"><small>〔只见于新文〕</small>履约情况应当公开。</ins>' in page
    assert "没有对应的条款" in page


def test_what_is_enclosed_whole_is_passed_on_and_not_missing(library: Library) -> None:
    shelf = Shelf(public_view(library), DAY)
    for lower, upper in (
        ("淄财采2022-20号", "鲁财采2022-14号"),
        ("博财采2022-19号", "鲁财采2022-14号"),
        ("博财采2022-19号", "淄财采2022-20号"),
        ("博山转发淄博通知", "鲁财采2022-14号"),
    ):
        page = comparison_page(shelf, Pair(upper, lower, Side.LEVELS)).text
        assert "只见于" not in page
        before, _, after = page.partition("## 随文转发")
        assert "全文转发，附件即上级全文。本级没有新增要求。" in before
        assert page.index("全文转发") < page.index("本级自己的话") < page.index("转发给你们")
        assert '<details class="passed-on">' in after
    passed = comparison_page(shelf, Pair("鲁财采2022-14号", "淄财采2022-20号", Side.LEVELS)).text
    assert passed.partition("## 随文转发")[2].count("<li>") == 23


def test_what_a_notice_adds_to_the_text_that_it_encloses_is_listed(written: Write) -> None:
    enclosed = NOTICE.replace("关系:\n", "附件:\n  - 记录: 新办法\n    全文附后: 是\n关系:\n", 1)
    page = (written(small_library(转发通知=enclosed)) / "browse/beside/新办法/转发通知.md").read_text("utf-8")
    assert "本级加写：各单位要把好合同关。" in page
    assert "没有新增要求" not in page
    assert "加强管理各单位要把好合同关。" in page
    assert "只见于" not in page


def test_the_page_warns_where_one_of_the_texts_is_a_digest(written: Write) -> None:
    pages = written(small_library(旧办法=OLD.replace("文本: 全文", "文本: 摘编")))
    warned = [
        "摘编是转述" in (pages / f"browse/beside/{path}.md").read_text(encoding="utf-8")
        for path in ("旧办法/新办法", "新办法/转发通知")
    ]
    assert warned == [True, False]


def test_the_number_of_pages_grows_with_the_relations(written: Write) -> None:
    notices = {
        f"通知{n}": NOTICE.replace("编号: 转发通知", f"编号: 通知{n}")
        .replace("5号", f"{n + 10}号")
        .replace("某市财政局转发", f"某市{n}区财政局转发")
        for n in range(30)
    }
    pages = written(small_library(**notices))
    assert len(list(pages.glob("browse/beside/*/*.md"))) == 32
    head = (pages / "policies/新办法.md").read_text(encoding="utf-8")
    listed = head[head.index("#comparisons") :].partition("</ul>")[0]
    assert listed.count("<li>") == 21
