"""Every measure of GB/T 9704-2012 that can be taken from a rendered page."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from generator.standard import gbt9704
from tests.rendering import Line, Page, Rule

pytestmark = pytest.mark.render

Rendered = Mapping[str, tuple[Page, ...]]
RED = (255, 0, 0)
BLACK = (0, 0, 0)


def millimetres(name: str) -> tuple[float, float]:
    """A value of the standard with its tolerance."""
    quantity = gbt9704().quantity(name)
    return float(quantity.value), float(quantity.tolerance or 0)


def close_to(name: str, measured: float) -> bool:
    value, tolerance = millimetres(name)
    return abs(measured - value) <= tolerance


def body_lines(page: Page) -> list[Line]:
    """The lines of a page without its page number."""
    return [line for line in page.lines if line.top < 262]


def red_rule(page: Page) -> Rule:
    return next(rule for rule in page.rules if rule.colour == RED)


def imprint_rules(page: Page) -> list[Rule]:
    return [rule for rule in page.rules if rule.colour == BLACK and rule.width > 150 and rule.middle > 190]


def test_a_full_page_has_22_lines_that_fill_the_text_area(rendered: Rendered) -> None:
    full = rendered["plain"][1]
    lines = body_lines(full)
    assert len(lines) == gbt9704().count("每面行数")
    assert 37 <= lines[0].top <= 42
    assert 258 <= lines[-1].bottom <= 262


def test_a_full_line_has_28_characters_between_the_margins(rendered: Rendered) -> None:
    for line in body_lines(rendered["plain"][1]):
        assert len(line.text) == gbt9704().count("每行字数")
        assert close_to("订口", line.left)
        assert close_to("切口", 210 - line.right)


@pytest.mark.parametrize("name", ["report", "chain", "sealed", "plain", "crowded"])
def test_the_red_mark_begins_72_mm_below_the_edge_of_the_paper(name: str, rendered: Rendered) -> None:
    marked = [page for page in rendered[name] if any(rule.colour == RED for rule in page.rules)]
    assert len(marked) == (3 if name == "chain" else 1)
    for page in marked:
        mark = next(line for line in page.lines if line.text.endswith("文件"))
        assert close_to("标志上边", mark.top), mark.text
        assert mark.left > 28
        assert mark.right < 184
        assert (mark.left + mark.right) / 2 == pytest.approx(106, abs=1)


@pytest.mark.parametrize("name", ["report", "chain", "sealed", "plain"])
def test_the_red_rule_is_156_mm_long_and_4_mm_below_the_number(name: str, rendered: Rendered) -> None:
    page = rendered[name][0]
    rule = red_rule(page)
    number = next(line for line in page.lines if "〔" in line.text and line.bottom < rule.top)
    assert close_to("红线宽", rule.width)
    assert close_to("红线距文号", rule.top - number.bottom)


def test_number_and_single_signer_stand_on_one_line_one_character_from_both_edges(rendered: Rendered) -> None:
    line = rendered["report"][0].line("濮财综〔2017〕8号签发人：")
    assert line.text.endswith("樊相奇")
    assert line.left == pytest.approx(28 + 5.57, abs=1)
    assert 210 - line.right == pytest.approx(26 + 5.57, abs=1)
    assert {mark.font for mark in line.marks[-3:]} == {"LXGWWenKai-Regular"}


def test_several_signers_stand_two_to_a_line_and_the_number_on_the_last(rendered: Rendered) -> None:
    page = rendered["sealed"][0]
    first, last = page.line("签发人：张某某李某某"), page.line("濮人社〔2024〕12号王某某")
    assert first.top < last.top < red_rule(page).top
    names = [
        next(mark.left for mark in line.marks if mark.text == text)
        for line, text in ((first, "张"), (last, "王"))
    ]
    assert names[0] == pytest.approx(names[1], abs=0.5)


def test_corner_lines_stand_on_the_first_three_lines(rendered: Rendered) -> None:
    lines = rendered["sealed"][0].lines[:3]
    assert [line.text for line in lines] == ["000001", "机密★1年", "特急"]
    assert all(line.left < 29 for line in lines)
    assert lines[1].marks[0].font.startswith("NotoSansCJK")


@pytest.mark.parametrize("name", ["report", "chain", "sealed", "plain", "crowded"])
def test_the_last_rule_of_an_imprint_stands_at_the_foot_of_the_text_area(
    name: str, rendered: Rendered
) -> None:
    pages = [page for page in rendered[name] if imprint_rules(page) and page.lines[-2].bottom < 262]
    printed = [page for page in pages if any("印发" in line.text for line in page.lines[-3:])]
    assert len(printed) == (2 if name == "chain" else 1)
    for page in printed:
        rules = imprint_rules(page)
        assert close_to("版记下边", rules[-1].middle)
        assert close_to("版心宽", rules[-1].width)
        assert rules[-1].bottom - rules[-1].top == pytest.approx(millimetres("版记粗线")[0], abs=0.03)


def test_rules_between_the_rows_of_an_imprint_are_thinner(rendered: Rendered) -> None:
    first, middle, last = imprint_rules(rendered["sealed"][-1])
    thickness = [rule.bottom - rule.top for rule in (first, middle, last)]
    assert thickness == pytest.approx([0.35, 0.25, 0.35], abs=0.03)


def test_wrapped_copies_align_with_the_first_name(rendered: Rendered) -> None:
    page = rendered["sealed"][-1]
    copies = page.line("抄送：")
    index = page.lines.index(copies)
    assert copies.left == pytest.approx(28 + 4.94, abs=1)
    assert page.lines[index + 1].left == pytest.approx(copies.marks[3].left, abs=0.6)
    assert page.lines[index + 3].text.endswith("。")


def test_the_disclosure_line_stands_directly_above_the_imprint(rendered: Rendered) -> None:
    for page in (rendered["chain"][-2], rendered["chain"][-1], rendered["crowded"][-1]):
        line = page.line("信息公开选项：主动公开")
        assert 0 < imprint_rules(page)[-2].top - line.bottom < 21
        assert line.left == pytest.approx(28, abs=1)


def test_an_outer_imprint_has_a_page_of_its_own_after_the_enclosed_one(rendered: Rendered) -> None:
    inner, outer = rendered["chain"][-2:]
    assert "山东省财政厅办公室" in inner.text
    assert "2022年8月16日印发" in inner.text
    assert [line.text for line in body_lines(outer)] == [
        "信息公开选项：主动公开",
        "淄博市财政局办公室2022年12月20日印发",
    ]


def test_an_imprint_without_room_goes_to_the_next_page(rendered: Rendered) -> None:
    first, last = rendered["crowded"]
    assert "第七段。" in first.text
    assert not imprint_rules(first)
    assert "抄送：市政府办公室。" in last.text


@pytest.mark.parametrize("name", ["report", "chain", "sealed", "plain", "collection"])
def test_page_numbers_stand_right_on_odd_and_left_on_even_pages(name: str, rendered: Rendered) -> None:
    pages = rendered[name][1:] if name == "collection" else rendered[name]
    for number, page in enumerate(pages, start=1):
        line = page.lines[-1]
        assert line.text == f"—{number}—"
        dash = line.marks[0]
        assert close_to("页码距版心", dash.top - 262)
        assert dash.font.startswith("NotoSerifCJK")
        edge = 210 - 26 - line.right if number % 2 else line.left - 28
        assert edge == pytest.approx(4.94, abs=1)


def test_a_cover_has_no_page_number(rendered: Rendered) -> None:
    assert "—" not in rendered["collection"][0].text


def test_the_contents_name_the_pages_where_the_titles_stand(rendered: Rendered) -> None:
    cover, preface, contents, *others = rendered["collection"]
    assert [page.lines[0].text for page in (preface, contents)] == ["前言", "目录"]
    for title in (
        "濮阳市数字化城市管理信息采集服务外包项目",
        "华龙区一年一村一场戏一场电影工程",
        "温州市小微企业服务券",
    ):
        entry = contents.line(title).text
        page = next(number for number, page in enumerate(others, start=3) if page_has_line(page, title))
        assert entry == title + entry[len(title) :].replace(str(page), "") + str(page)
        assert set(entry.removeprefix(title).removesuffix(str(page))) == {"."}
    assert cover.lines[0].text == "政府购买服务典型案例汇编"


def page_has_line(page: Page, text: str) -> bool:
    return any(line.text == text for line in page.lines)


def test_each_article_but_a_chapters_first_begins_a_page(rendered: Rendered) -> None:
    firsts = [page.lines[0].text for page in rendered["collection"]]
    assert "温州市小微企业服务券" in firsts
    assert "城市管理" in firsts
    assert "附录二政策索引" in firsts


def test_date_begins_two_characters_right_of_the_name(rendered: Rendered) -> None:
    for name, issuer, day in (
        ("report", "濮阳市财政局", "2017年6月9日"),
        ("chain", "淄博市博山区财政局", "2022年12月22日"),
        ("plain", "河南省濮阳市华龙区财政局", "2024年5月6日"),
    ):
        page = next(page for page in rendered[name] if page_has_line(page, issuer))
        line = page.line(issuer)
        assert page.line(day).left - line.left == pytest.approx(2 * 5.57, abs=0.8)
        assert page.line(day).right <= 210 - 26
        # A date as long as the name would pass the edge in LibreOffice: both stand further left there.
        if name != "report":
            assert 210 - 26 - line.right == pytest.approx(2 * 5.57, abs=0.8)


def test_a_sealed_name_is_centred_on_its_date(rendered: Rendered) -> None:
    page = next(page for page in rendered["sealed"] if page_has_line(page, "2024年10月1日"))
    day, name = page.line("2024年10月1日"), page.line("濮阳市人力资源和社会保障局")
    assert (day.left + day.right) / 2 == pytest.approx((name.left + name.right) / 2, abs=1)


def test_the_signature_shares_its_page_with_text(rendered: Rendered) -> None:
    for name, day in (("report", "2017年6月9日"), ("chain", "2022年12月22日"), ("plain", "2024年5月6日")):
        page = next(page for page in rendered[name] if page_has_line(page, day))
        assert page.lines.index(page.line(day)) >= 2


def test_names_of_attachments_hang_under_each_other(rendered: Rendered) -> None:
    page = next(page for page in rendered["sealed"] if "附件：1.第" in page.text)
    first = page.line("附件：1.")
    below = page.lines[page.lines.index(first) + 1]
    second = page.line("2.第")
    name_at = next(mark.left for mark in first.marks if mark.text == "第")
    assert below.left == pytest.approx(name_at, abs=0.7)
    assert second.marks[2].left == pytest.approx(name_at, abs=0.7)
    assert first.left == pytest.approx(28 + 2 * 5.57, abs=1)


def test_an_attachment_has_its_label_on_line_1_and_its_title_on_line_3(rendered: Rendered) -> None:
    page = next(page for page in rendered["report"] if page.lines[0].text == "附件2")
    label, title = page.lines[:2]
    assert label.left < 29.5
    assert {mark.font for mark in label.marks[:2]} == {"NotoSansCJKjp-Regular-VKana"}
    assert title.text == "濮阳市数字化城市管理信息采集服务外包项目"
    assert title.top - label.top == pytest.approx(2 * 10.2, abs=1.5)
    assert {mark.font for mark in title.marks} == {"NotoSerifCJKjp-Bold-VKana"}


def test_headings_have_the_face_of_their_level_and_the_text_after_a_run_in_heading_has_its_own(
    rendered: Rendered,
) -> None:
    pages = rendered["report"]
    level_one = next(line for page in pages for line in page.lines if line.text == "一、总体情况")
    assert all(mark.font.startswith("NotoSansCJK") for mark in level_one.marks)
    run_in = next(line for page in pages for line in page.lines if line.text.startswith("（一）市直单位"))
    stop = run_in.text.index("。")
    assert {mark.font for mark in run_in.marks[:stop]} == {"LXGWWenKai-Regular"}
    assert "FandolFang-Regular" in {mark.font for mark in run_in.marks[stop + 1 :]}


def test_a_long_table_repeats_its_head_on_every_page(rendered: Rendered) -> None:
    start = next(i for i, page in enumerate(rendered["report"]) if page.lines[0].text == "附件4")
    pages = rendered["report"][start:]
    assert len(pages) > 2
    assert all(any(line.text == "填报事项填报内容填报说明" for line in page.lines) for page in pages)


def test_spread_names_are_as_wide_as_the_longest_of_their_column(rendered: Rendered) -> None:
    page = rendered["chain"][-2]
    row, longer = page.line("日照市莒县"), page.line("临沂市河东区")
    assert row.marks[3].left == pytest.approx(longer.marks[3].left, abs=0.6)
    assert row.right == pytest.approx(longer.right, abs=0.6)


def test_only_the_wanted_fonts_are_used(rendered: Rendered) -> None:
    used = {font for pages in rendered.values() for page in pages for font in page.fonts}
    assert {font.split("-")[0] for font in used} == {
        "FandolFang",
        "LXGWWenKai",
        "LiberationSerif",
        "NotoSansCJKjp",
        "NotoSerifCJKjp",
    }
