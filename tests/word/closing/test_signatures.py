"""署名 and 成文日期: without seal, with seals, with stamps, measured."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from math import hypot

import pytest

from generator.document import Signature, SignatureMode
from generator.standard import LocalCustom, gbt9704
from generator.word.closing import SealPlace, seal_places
from tests.word import samples_closing as closing
from tests.word.closing.samples import CHARACTER, LINE, SEAL, Pages, documents, page_with, write
from tests.word.reading import W, Written

# --- 署名 and 成文日期 without seal ---------------------------------------------------------------


@pytest.mark.render
@pytest.mark.parametrize(
    ("name", "first", "day"),
    [
        ("equal", "濮阳市财政局", "2017年6月9日"),
        ("longdate", "财政局", "2022年12月22日"),
        ("longname", "濮阳市人力资源和社会保障局", "2024年5月6日"),
        ("twoplain", "濮阳市人力资源和社会保障局", "2024年5月6日"),
    ],
)
def test_a_date_begins_exactly_two_characters_right_of_the_name(
    name: str, first: str, day: str, pages: Pages
) -> None:
    page = page_with(pages[name], first)
    begin = page.line(day).left, page.line(first).left
    assert begin[0] - begin[1] == pytest.approx(2 * CHARACTER, abs=0.6)


@pytest.mark.render
def test_a_name_ends_two_characters_from_the_edge_and_so_does_a_longer_date(pages: Pages) -> None:
    name = page_with(pages["longname"], "濮阳市人力").line("濮阳市人力")
    assert 210 - 26 - name.right == pytest.approx(2 * CHARACTER, abs=0.8)
    second = page_with(pages["twoplain"], "濮阳市公安局").line("濮阳市公安局")
    assert 210 - 26 - second.right == pytest.approx(2 * CHARACTER, abs=0.8)
    assert left_of(write(documents()["longdate"]), "成文日期") == pytest.approx(8844 - 9 * 8844 / 28, abs=8)


def test_word_has_a_date_as_long_as_the_name_where_the_standard_has_it() -> None:
    """In twips, which LibreOffice reads, both stand further left, as it adds room in the date."""
    file = Written(write(documents()["equal"]))
    for style, right in (("署名", 2), ("成文日期", 0)):
        indent = indent_of(file, style)
        characters = int(indent.get(f"{W}leftChars")) / 100 * 320
        assert characters == pytest.approx(8844 - (6 + right) * 8844 / 28, abs=8)
        assert 200 < characters - int(indent.get(f"{W}left")) < 400


def left_of(content: bytes, style: str) -> int:
    return int(indent_of(Written(content), style).get(f"{W}left"))


def indent_of(file: Written, style: str):  # type: ignore[no-untyped-def]  # noqa: ANN201
    paragraphs = file.root.iter(f"{W}p")
    wanted = next(p for p in paragraphs if p.find(f"{W}pPr/{W}pStyle").get(f"{W}val") == style)
    return wanted.find(f"{W}pPr/{W}ind")


# --- seals ----------------------------------------------------------------------------------------


def seals(count: int, diameter: int = 42, day: date = closing.DAY) -> tuple[SealPlace, ...]:
    custom = LocalCustom(seal_diameter=Decimal(diameter))
    return seal_places(Signature(closing.BODIES[:count], day, SEAL), gbt9704(custom))


@pytest.mark.parametrize("diameter", [38, 42, 45, 50, 60])
@pytest.mark.parametrize("count", [1, 2, 3, 4, 5])
def test_seals_stay_in_the_text_area_and_apart_and_begin_within_a_line(count: int, diameter: int) -> None:
    places = seals(count, diameter)
    assert len(places) == count
    assert 0 <= min(place.top for place in places) <= LINE
    for place in places:
        assert diameter / 2 <= place.x <= 156 - diameter / 2
    for index, one in enumerate(places):
        for other in places[:index]:
            assert hypot(one.x - other.x, one.y - other.y) > diameter + 1
    assert max(sum(place.y == one.y for place in places) for one in places) <= 3


def test_only_a_signature_with_seals_has_places_for_them() -> None:
    for mode in (SignatureMode.NO_SEAL, SignatureMode.STAMP):
        assert seal_places(Signature(("甲局",), closing.DAY, mode), gbt9704()) == ()
    assert seal_places(Signature((), closing.DAY, SEAL), gbt9704()) == ()


@pytest.mark.render
@pytest.mark.parametrize("name", ["seal", "longseal", "seal2", "seal3", "seal4", "seal5"])
def test_each_seal_lies_on_its_name_clear_of_the_text_and_on_the_page(name: str, pages: Pages) -> None:
    document = documents()[name]
    assert document.signature is not None
    page = page_with(pages[name], "特此通知。")
    text = page.line("特此通知。")
    floor = (text.top + text.bottom) / 2 + LINE / 2
    for issuer, place in zip(
        document.signature.issuers, seal_places(document.signature, gbt9704()), strict=True
    ):
        line = next(line for line in page.lines if issuer in line.text)
        start = line.text.index(issuer)
        marks = line.marks[start : start + len(issuer)]
        middle = (marks[0].left + marks[-1].right) / 2 - 28
        assert middle == pytest.approx(place.x, abs=1.2)
        below_centre = (line.top + line.bottom) / 2 - (floor + place.y)
        assert -4 < below_centre < 2
        assert floor + place.y + place.diameter / 2 < 262 + 7
        assert place.top > 0


@pytest.mark.render
def test_a_sealed_date_ends_four_characters_from_the_edge_under_the_last_name(pages: Pages) -> None:
    for name, issuer in (("seal", closing.BODIES[0]), ("seal3", closing.BODIES[2])):
        page = page_with(pages[name], "特此通知。")
        day = page.line("2024年5月6日")
        assert 210 - 26 - day.right == pytest.approx(4 * CHARACTER, abs=3)
        line = next(line for line in page.lines if issuer in line.text)
        marks = line.marks[line.text.index(issuer) :]
        assert (marks[0].left + marks[-1].right) / 2 == pytest.approx((day.left + day.right) / 2, abs=1)
        assert day.top - line.top == pytest.approx(LINE, abs=0.6)


def test_empty_lines_under_a_sealed_date_keep_the_seal_on_the_page_and_a_note_is_one_of_them() -> None:
    document = documents()["seal"]
    blanks = Written(write(document)).in_style("空行")
    noted = Written(write(replace(document, note="此件公开发布")))
    assert len(noted.in_style("空行")) == len(blanks) - 1
    assert noted.in_style("附注") == ["（此件公开发布）"]


# --- stamps ---------------------------------------------------------------------------------------


@pytest.mark.render
def test_an_official_stands_left_of_the_place_of_the_stamp_and_in_its_middle(pages: Pages) -> None:
    page = page_with(pages["stamp"], "市长")
    official, day = page.line("濮阳市人民政府市长"), page.line("2024年5月6日")
    assert 210 - 26 - official.right == pytest.approx(6 * CHARACTER + 20, abs=0.8)
    assert 210 - 26 - day.right == pytest.approx(4 * CHARACTER, abs=2)
    text = page.line("特此通知。")
    middle = (official.top + official.bottom) / 2 - (text.top + text.bottom) / 2
    assert middle == pytest.approx(2.5 * LINE + 15 / 2, abs=0.8)
    below = (day.top + day.bottom) / 2 - (official.top + official.bottom) / 2
    assert below == pytest.approx(15 / 2 + 1.5 * LINE, abs=0.8)


def test_a_stamp_has_the_office_beside_it_and_the_body_only_where_no_office_is_known() -> None:
    for officials, words in ((("濮阳市市长",), ["濮阳市市长"]), ((), ["濮阳市人民政府"])):
        signature = Signature(("濮阳市人民政府",), closing.DAY, SignatureMode.STAMP, officials)
        file = Written(write(closing.notice(signature=signature)))
        assert file.in_style("签发人职务") == words
        assert file.in_style("署名") == []


@pytest.mark.render
def test_officials_of_a_joint_document_stand_in_rows_with_their_stamps_apart(pages: Pages) -> None:
    page = page_with(pages["stamps"], "局长")
    first, second = page.line("濮阳市财政局局长"), page.line("濮阳市人力资源和社会保障局局长")
    assert first.right == pytest.approx(second.right, abs=0.4)
    assert second.top - first.top == pytest.approx(15 + 5, abs=0.6)
