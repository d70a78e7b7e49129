"""The chain and 时效 on the pages of policies."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from html import unescape
from pathlib import Path

import pytest

from generator.chain import forwarding
from generator.document import Blocks
from generator.library import Library, load_library
from generator.models.policy import IssuingFacts, Policy
from generator.pages import write_pages
from generator.pages.records.policy import policy_page
from generator.pages.shelf import Shelf

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
        ("废止", date(2022, 2, 27), "将于2022年3月1日废止"),
        ("废止", date(2022, 3, 1), "已废止（自2022年3月1日起）"),
        ("修改", date(2022, 3, 1), "已修改（自2022年3月1日起）"),
    ],
)
def test_a_page_says_what_became_of_its_text_by_the_day_of_the_data(
    make_library: MakeLibrary, relation: str, day: date, words: str
) -> None:
    files = policy("旧办法", "时效: 现行有效") | policy("新办法", CHANGING.format(relation))
    page = page_of(make_library(files), "旧办法", day)
    banner = page.partition('<div class="banner')[2].partition("</div>")[0]
    assert words in banner
    if "将于" not in words:
        assert "《新办法》" in banner
        assert "记录写的是“现行有效”" in banner


def test_a_text_that_is_still_to_come_says_from_when(make_library: MakeLibrary) -> None:
    root = make_library(policy("新办法", "时效: 现行有效\n施行日期: 2022-03-01"))
    assert "尚未施行，自2022年3月1日起施行" in page_of(root, "新办法", date(2022, 1, 1))


PASSED_ON = (
    "---\n类别: 政策\n编号: 市通知\n标题: 关于转发《省通知》的通知\n文种: 通知\n效力级别: 工作文件\n"
    "地区: 全国\n时效: 未核\n文本: 全文\n公开属性: 主动公开\n成文日期: 2022-08-31\n"
    "关系:\n  - 类型: 转发\n    目标: 省通知\n---\n\n"
    "现将《省通知》转发给你们，请遵照执行。{}\n\n联系人：张三丰，电话：0533-1234567。\n"
)


def test_the_chain_tells_what_a_level_added_and_keeps_contacts_out(make_library: MakeLibrary) -> None:
    files = policy("省通知", "时效: 未核\n公开属性: 主动公开")
    files["policies/市通知.md"] = PASSED_ON.format("各县要于12月10日前报送总结。")
    page = page_of(make_library(files), "省通知", date(2022, 12, 31))
    chain = page.partition('<ol class="chain">')[2].partition("<h2")[0]
    assert "本级加写：各县要于12月10日前报送总结。" in chain
    assert "张三丰" not in page
    assert "0533" not in page


def test_a_level_that_only_passes_on_is_said_to_add_nothing(make_library: MakeLibrary) -> None:
    files = policy("省通知", "时效: 未核\n公开属性: 主动公开")
    files["policies/市通知.md"] = PASSED_ON.format("")
    page = page_of(make_library(files), "省通知", date(2022, 12, 31))
    chain = page.partition('<ol class="chain">')[2].partition("<h2")[0]
    assert "关于转发〈省通知〉的通知" in chain
    assert "本级加写" not in chain


def test_the_chain_tells_delays_and_the_addressees_of_each_level(root: Path, tmp_path: Path) -> None:
    out = tmp_path / "pages"
    write_pages(load_library(root)[0], out, dated=date(2022, 12, 31))
    for record_id, words in (("淄财采2022-20号", "隔 126 天"), ("博财采2022-19号", "隔 2 天")):
        page = unescape((out / "policies" / f"{record_id}.md").read_text(encoding="utf-8"))
        chain = page.partition('<ol class="chain">')[2].partition("<h2")[0]
        assert words in chain
        assert "规定的期限 2022年11月30日，已过 20 天" in chain
        assert "主送：各区县财政局" in chain


NOTICE = (
    "---\n类别: 政策\n编号: {id}\n标题: {id}\n文种: 通知\n效力级别: 工作文件\n地区: 全国\n时效: 现行有效\n"
    "文本: 摘编\n成文日期: {day}\n关系:\n  - 类型: 转发\n    目标: 旧办法\n---\n\n{text}\n"
)
PHRASE = "现将《旧办法》转发给你们，请遵照执行。"


def test_the_sentences_of_a_level_are_told_without_whom_to_ring_up(make_library: MakeLibrary) -> None:
    text = PHRASE + "各县要于12月10日前报送总结。联系人：张三丰，电话：0533-1234567。"
    notice = NOTICE.format(id="市通知", day="2022-08-31", text=text)
    root = make_library(policy("旧办法", "时效: 现行有效") | {"policies/市通知.md": notice})
    page = page_of(root, "旧办法", date(2022, 12, 31))
    assert "本级加写：各县要于12月10日前报送总结。" in page
    assert "张三丰" not in page


def test_of_many_notices_below_a_text_the_first_are_shown_and_the_rest_counted_without_being_read(
    make_library: MakeLibrary, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []
    compose = forwarding.body_of

    def counted(library: Library, record: IssuingFacts) -> Blocks:
        read.append(record.id)
        return compose(library, record)

    monkeypatch.setattr(forwarding, "body_of", counted)
    notices = {
        f"policies/通知{n}.md": NOTICE.format(id=f"通知{n}", day="2022-08-31", text=PHRASE) for n in range(25)
    }
    library, _ = load_library(make_library(policy("旧办法", "时效: 现行有效") | notices))
    shelf = Shelf(library, date(2022, 12, 31))
    record = library.find("旧办法", Policy)
    assert record is not None
    assert "另有 5 份" in unescape(policy_page(shelf, record).text)
    assert len(read) == len(set(read)) == 21
