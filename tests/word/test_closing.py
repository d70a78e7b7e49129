"""What stands below the text, measured: 附件说明, 署名 and seals, 版记, pages and sideways tables."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from math import hypot

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document import Blocks, Imprint, OfficialDocument, Paragraph, Signature, SignatureMode, Table
from generator.standard import ImprintPage, LocalCustom, TemplateKind, gbt9704
from generator.word import kind_for, load_template, make_template, standard_template, write_document
from generator.word.closing import SealPlace, seal_places
from generator.word.measure import Measure
from generator.word.paging import (
    Closing,
    Line,
    Part,
    estimate_pages,
    move_addressees,
    paginate,
    plan_closing,
)
from generator.word.sections import SectionKind, section_mark, settle
from tests import paged_text, rendering
from tests.rendering import Page
from tests.word import samples
from tests.word import samples_closing as closing
from tests.word.reading import W, Written
from tests.word.test_layout import close_to, imprint_rules
from tests.word.test_validity import complaints

CHARACTER = 156 / 28
LINE = 28.95 * 25.4 / 72
SEAL = SignatureMode.SEAL
SIDEWAYS = {"body", "attached", "last", "onepage"}
EVEN = LocalCustom(imprint_page=ImprintPage.EVEN)


def documents() -> dict[str, OfficialDocument]:
    """Every tree of this test by a name of ASCII letters."""
    signed = closing.signed_with
    bodies = closing.BODIES
    return {
        "equal": signed(("濮阳市财政局",), date(2017, 6, 9)),
        "longdate": signed(("财政局",), closing.LONG_DAY),
        "longname": signed(("濮阳市人力资源和社会保障局",), closing.DAY),
        "twoplain": signed(("濮阳市人力资源和社会保障局", "濮阳市公安局"), closing.DAY),
        "seal": signed(bodies[:1], closing.DAY, SEAL),
        "longseal": signed(("濮阳市人力资源和社会保障局",), closing.DAY, SEAL),
        **{f"seal{count}": signed(bodies[:count], closing.DAY, SEAL) for count in (2, 3, 4, 5)},
        "stamp": closing.stamped("濮阳市人民政府市长"),
        "stamps": closing.stamped("濮阳市财政局局长", "濮阳市人力资源和社会保障局局长"),
        "one": closing.one_attachment(),
        "twelve": closing.twelve_attachments(),
        "imprint": closing.full_imprint(),
        "letter": closing.letter(),
        "many": closing.many_addressees(),
        "body": closing.sideways_in_body(),
        "attached": closing.sideways_attachments(),
        "last": closing.sideways_last(),
        "onepage": closing.sideways_on_one_even_page(),
        "twoshort": closing.two_short_paragraphs(),
        "alone": closing.filling(106, attachments=closing.attached(closing.LONG_TITLE)),
        "sealedalone": closing.filling(150, signature=Signature(closing.BODIES[:3], closing.DAY, SEAL)),
        **{f"text{count}": closing.text_of(count) for count in (5, 6, 7, 25, 27, 29)},
    }


def even_documents() -> dict[str, OfficialDocument]:
    """Trees for the 版记 on an even page: one ends on an odd, two end on an even page."""
    return {
        "odd": closing.text_of(30, signature=None),
        "short": closing.text_of(12, signature=None),
        "full": closing.text_of(28, signature=None),
    }


def unsigned_documents() -> dict[str, OfficialDocument]:
    """Trees that close with 附件说明 or 附注 and have no signature, one enclosed in another."""
    listed = closing.attached(closing.LONG_TITLE)
    digest = closing.filling(100, signature=None, attachments=listed, note="本件为摘编", imprint=None)
    return {
        "unsigned": closing.filling(106, signature=None, attachments=listed),
        "noted": closing.filling(104, signature=None, note="此件公开发布"),
        "pages": closing.notice(body=lines_of(44), signature=None, note="此件公开发布"),
        "enclosed": closing.enclosing(digest),
        **{f"noted{count}": closing.text_of(count, signature=None, note="此件公开发布") for count in (9, 31)},
    }


def lines_of(count: int) -> Blocks:
    """A body of so many lines in two paragraphs."""
    half = closing.filling(28 * count // 2).body
    return (*half, *half)


def write(document: OfficialDocument, custom: LocalCustom | None = None) -> bytes:
    return write_document(document, standard_template(kind_for(document.format), custom))


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    written = {name: write(document) for name, document in documents().items()}
    written |= {name: write(document) for name, document in unsigned_documents().items()}
    return written | {f"even{name}": write(one, EVEN) for name, one in even_documents().items()}


@pytest.fixture(scope="module")
def pages(files: dict[str, bytes]) -> dict[str, tuple[Page, ...]]:
    missing = rendering.missing_tools()
    if missing:
        pytest.skip(f"not on this machine: {missing}")
    return rendering.render(files)


Pages = Mapping[str, tuple[Page, ...]]


def page_with(pages: tuple[Page, ...], words: str) -> Page:
    """The first page that has a line with these words."""
    return next(page for page in pages if any(words in line.text for line in page.lines))


# --- every file -----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [*documents(), "evenodd", "evenshort", "evenfull"])
def test_every_file_is_valid(name: str, files: dict[str, bytes], tmp_path: object) -> None:
    assert complaints(files[name], tmp_path) == []  # type: ignore[arg-type]


@pytest.mark.render
def test_nothing_but_a_hanging_mark_passes_the_right_edge(pages: Pages) -> None:
    for name, rendered in pages.items():
        for page in rendered:
            for line in page.lines:
                if line.bottom < 262 and line.left > 27 and name not in SIDEWAYS:
                    end = next(mark for mark in reversed(line.marks) if mark.text not in "，。、")
                    assert end.right < 210 - 26 + 0.5, (name, line.text)


# --- 附件说明 -------------------------------------------------------------------------------------


@pytest.mark.render
def test_a_long_name_hangs_under_its_first_character(pages: Pages) -> None:
    page = page_with(pages["one"], "附件：")
    first = page.line("附件：")
    below = page.lines[page.lines.index(first) + 1]
    assert first.left == pytest.approx(28 + 2 * CHARACTER, abs=0.8)
    assert below.left == pytest.approx(first.marks[3].left, abs=0.6)


@pytest.mark.render
def test_names_behind_one_and_two_figures_begin_at_one_place(pages: Pages) -> None:
    page = page_with(pages["twelve"], "附件：")
    begin = next(mark.left for mark in page.line("附件：1.").marks if mark.text == "第")
    for number in range(2, 10):
        assert page.line(f"{number}.第").marks[2].left == pytest.approx(begin, abs=0.5)
    for beginning in ("10.濮", "11.第", "12.濮"):
        assert page.line(beginning).marks[3].left == pytest.approx(begin, abs=0.7)
    wrapped = page.lines[page.lines.index(page.line("10.濮")) + 1]
    assert wrapped.left == pytest.approx(begin, abs=0.7)


@pytest.mark.parametrize("name", ["one", "twelve"])
def test_no_mark_stands_behind_the_name_of_an_attachment(name: str, files: dict[str, bytes]) -> None:
    assert all(text[-1] not in "。；，、" for text in Written(files[name]).in_style("附件说明"))


# --- 署名 and 成文日期 without seal -----------------------------------------------------------------


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


# --- 版记 -----------------------------------------------------------------------------------------


@pytest.mark.render
@pytest.mark.parametrize("name", ["imprint", "many", "seal", "stamp", "attached", "evenodd", "evenfull"])
def test_the_last_rule_stands_at_262_mm(name: str, pages: Pages) -> None:
    page = page_with(pages[name], "日印发")
    assert close_to("版记下边", imprint_rules(page)[-1].middle)


@pytest.mark.render
def test_further_elements_have_a_thin_rule_of_their_own(pages: Pages) -> None:
    page = page_with(pages["imprint"], "日印发")
    rules = imprint_rules(page)
    thickness = [rule.bottom - rule.top for rule in rules]
    assert thickness == pytest.approx([0.35, 0.25, 0.25, 0.35], abs=0.03)
    other = page.line("共印30份")
    assert rules[2].top < other.top < other.bottom < rules[3].bottom
    assert 210 - 26 - other.right == pytest.approx(4.94, abs=1)


@pytest.mark.render
def test_no_rule_stands_between_addressees_and_copies(pages: Pages) -> None:
    page = page_with(pages["imprint"], "主送：")
    first = imprint_rules(page)[0]
    assert first.bottom < page.line("主送：").top < page.line("抄送：").top < imprint_rules(page)[1].top
    assert page.line("主送：").text == "主送：各县（区）财政局。"


@pytest.mark.render
def test_the_disclosure_and_the_note_stand_left(pages: Pages) -> None:
    page = page_with(pages["imprint"], "信息公开选项")
    assert page.line("信息公开选项").left == pytest.approx(28, abs=1)
    note, day = page.line("（此件公开发布）"), page.line("2024年5月6日")
    assert note.marks[1].left == pytest.approx(28 + 3 * CHARACTER, abs=0.8)
    assert note.top - day.top == pytest.approx(LINE, abs=0.6)


@pytest.mark.render
def test_the_imprint_of_a_letter_is_its_copies_alone_at_the_foot(pages: Pages) -> None:
    page = pages["letter"][-1]
    copies = page.line("抄送：")
    assert imprint_rules(page) == []
    assert "印发" not in page.text
    assert 257 < copies.bottom < 262


def test_addressees_that_leave_no_room_for_text_go_to_the_imprint(files: dict[str, bytes]) -> None:
    document = closing.many_addressees()
    moved = move_addressees(gbt9704(), document)
    assert moved.addressees == ""
    assert moved.imprint is not None
    assert moved.imprint.addressees == (document.addressees.removesuffix("："),)
    assert document.addressees
    file = Written(files["many"])
    assert file.in_style("主送机关") == []
    assert file.in_style("抄送机关")[0] == f"主送：{document.addressees.removesuffix('：')}。"
    assert move_addressees(gbt9704(), closing.notice()) == closing.notice()


@pytest.mark.render
def test_text_begins_on_the_first_page(pages: Pages) -> None:
    for name in ("many", "one", "twelve", "seal5", "text7"):
        assert any("政府购买服务" in line.text for line in pages[name][0].lines), name


# --- pages ----------------------------------------------------------------------------------------


@pytest.mark.render
@pytest.mark.parametrize("name", sorted(documents()))
def test_a_signature_shares_its_page_with_text(name: str, pages: Pages) -> None:
    document = documents()[name]
    day = Written(write(document)).in_style("成文日期")[0].strip()
    page = page_with(pages[name], day)
    texts = [line.text for line in page.lines]
    spoken = {block.text for block in document.body if not isinstance(block, Table)}
    at = next(i for i, text in enumerate(texts) if text.startswith(day) or text.endswith(day))
    assert any(text in whole for text in texts[:at] for whole in spoken if len(text) > 3)


@pytest.mark.render
def test_no_page_has_a_closing_without_text_and_every_first_page_has_text(
    files: dict[str, bytes],
    pages: Pages,
    written: Mapping[str, Written],
    rendered: Mapping[str, tuple[Page, ...]],
) -> None:
    contents = files | {name: file.content for name, file in written.items() if name != "collection"}
    printed = {**pages, **rendered}
    wrong = {name: paged_text.faults(content, printed[name]) for name, content in contents.items()}
    assert {name: faults for name, faults in wrong.items() if faults} == {}


def test_characters_are_set_looser_where_one_paragraph_fills_the_first_page() -> None:
    document = documents()["alone"]
    plan = plan_closing(gbt9704(), document)
    usual, most = gbt9704().twips("字距"), gbt9704().twips("松排字距上限")
    assert 0 < plan.tracking <= most
    file = Written(write(document))
    (words,) = document.body
    assert isinstance(words, Paragraph)
    text = file.element(words.text)
    assert {run.get(f"{W}val") for run in text.iterfind(f"{W}r/{W}rPr/{W}spacing")} == {
        str(usual + plan.tracking)
    }
    others = (paragraph for paragraph in file.root.iter(f"{W}p") if paragraph is not text)
    assert not [one for other in others for one in other.iterfind(f"{W}r/{W}rPr/{W}spacing")]


def test_a_closing_without_signature_is_planned_as_any_other() -> None:
    for name in ("unsigned", "noted"):
        assert plan_closing(gbt9704(), unsigned_documents()[name]) != Closing(), name
    enclosing = unsigned_documents()["enclosed"]
    digest = enclosing.attachments[0].content
    assert isinstance(digest, OfficialDocument)
    plan = plan_closing(gbt9704(), digest)
    assert plan.tracking or plan.pitch


@settings(max_examples=40)
@given(st.integers(76, 500), st.booleans(), st.booleans(), st.booleans())
def test_the_estimate_leaves_no_closing_of_one_paragraph_without_text(
    characters: int, signed: bool, listed: bool, noted: bool
) -> None:
    changes: dict[str, object] = {"note": "此件公开发布" if noted else ""}
    changes |= {} if signed else {"signature": None}
    changes |= {"attachments": closing.attached(closing.LONG_TITLE)} if listed else {}
    laid = estimate_pages(gbt9704(), closing.filling(characters, **changes))
    kinds = [{line.part for line in page} for page in laid]
    assert Part.BODY in kinds[0]
    assert all(Part.BODY in kind for kind in kinds if kind & {Part.CLOSING, Part.NOTE})


def test_lines_are_drawn_together_where_that_brings_the_signature_to_the_text() -> None:
    plans = {count: plan_closing(gbt9704(), closing.text_of(count)) for count in range(1, 40)}
    tight = [count for count, plan in plans.items() if plan.pitch]
    assert tight
    for count in tight:
        assert 550 <= plans[count].pitch < 579
        file = Written(write(closing.text_of(count)))
        first = file.element("第1段政府购买服务。").find(f"{W}pPr/{W}spacing")
        assert first.get(f"{W}line") == str(plans[count].pitch)
    assert all(plan == plan_closing(gbt9704(), closing.text_of(1)) for plan in (plans[1], plans[2]))


def test_the_last_two_lines_of_the_text_hold_to_the_notes_and_all_notes_to_the_signature() -> None:
    file = Written(write(closing.text_of(9, attachments=closing.attached("甲", "乙"))))
    for words in ("第8段政府购买服务。", "第9段政府购买服务。", "附件：1.甲", "2.乙"):
        assert file.element(words).find(f"{W}pPr/{W}keepNext") is not None, words
    assert file.element("第7段政府购买服务。").find(f"{W}pPr/{W}keepNext") is None


@pytest.mark.render
def test_the_estimate_agrees_with_the_layout_program(pages: Pages) -> None:
    names = [name for name in documents() if name not in {"body", "attached", "last"}]
    counts = {
        name: len(estimate_pages(gbt9704(), move_addressees(gbt9704(), documents()[name]))) for name in names
    }
    assert counts == {name: len(pages[name]) for name in names}


@pytest.mark.render
def test_the_estimate_breaks_lines_where_the_layout_program_does(
    rendered: Mapping[str, tuple[Page, ...]],
) -> None:
    report = estimate_pages(gbt9704(), samples.report())
    for number in (0, 1, 2):
        wanted = [line.text for line in rendered["report"][number].lines]
        lines = [line.words.replace(" ", "") for line in report[number] if line.part is Part.BODY]
        found = sum(line in wanted for line in lines)
        assert found >= len(lines) - 1


@given(
    st.text(alphabet="甲乙丙，。（）《》12ab “”", max_size=200),
    st.integers(1000, 9000),
    st.integers(1000, 9000),
)
def test_lines_lose_no_letter_and_fit_their_room(text: str, first: int, others: int) -> None:
    measure = Measure(315, first, others)
    starts = measure.starts(text)
    assert starts[0] == 0
    assert starts == sorted(set(starts))
    ends = [*starts[1:], len(text)]
    for number, (begin, end) in enumerate(zip(starts, ends, strict=True)):
        width = sum(measure.widths(text[begin:end]))
        assert width <= (first if number == 0 else others) or end - begin == 1


@given(
    st.lists(
        st.builds(
            Line,
            st.integers(1, 4000),
            st.sampled_from(Part),
            held=st.booleans(),
            new_page=st.booleans(),
        ),
        max_size=60,
    )
)
def test_pages_lose_no_line_and_none_is_too_full(lines: list[Line]) -> None:
    laid = paginate(lines, 12756, 8844)
    assert [line for page in laid for line in page] == lines
    assert all(sum(line.height for line in page) <= 12756 for page in laid)
    assert all(not line.new_page for page in laid for line in page[1:])


# --- the page of the 版记 ---------------------------------------------------------------------------


def numbers(pages: tuple[Page, ...]) -> list[str]:
    """The page number of each page, empty where there is none."""
    found = [re.search(r"—(\d+)—", page.lines[-1].text) if page.lines else None for page in pages]
    return [match[1] if match else "" for match in found]


@pytest.mark.render
def test_a_text_that_ends_on_an_odd_page_leaves_the_back_of_the_sheet_to_the_imprint(pages: Pages) -> None:
    even = pages["evenodd"]
    assert len(even) == 4
    assert numbers(even) == ["1", "2", "3", "4"]
    assert [line.text for line in even[3].lines[:1]] == ["抄送：市政府办公室。"]


@pytest.mark.render
def test_an_imprint_with_room_stays_on_its_even_page(pages: Pages) -> None:
    assert len(pages["evenshort"]) == 2
    assert "日印发" in pages["evenshort"][1].text


@pytest.mark.render
def test_a_blank_page_before_the_imprint_and_the_imprints_page_have_no_number(pages: Pages) -> None:
    full = pages["evenfull"]
    assert numbers(full)[:2] == ["1", "2"]
    assert set(numbers(full)[2:]) == {""}
    assert "日印发" in full[-1].text


def test_the_imprint_begins_an_even_page_only_where_the_office_wants_it() -> None:
    document = even_documents()["odd"]
    assert b"evenPage" in Written(write(document, EVEN)).parts["word/document.xml"]
    assert b"evenPage" not in Written(write(document)).parts["word/document.xml"]
    assert "word/footerNoNumber.xml" not in Written(write(document)).parts


def test_an_addressee_alone_makes_no_imprint() -> None:
    assert write(replace(closing.notice(), imprint=Imprint())) == write(
        replace(closing.notice(), imprint=None)
    )


# --- sideways -------------------------------------------------------------------------------------


def sideways(pages: tuple[Page, ...]) -> list[tuple[int, Page]]:
    """Pages with a rotated number: its dashes and figure stand on lines of their own at the left."""
    return [
        (number, page)
        for number, page in enumerate(pages, start=1)
        if any(mark.text == "—" and mark.left < 31 for line in page.lines for mark in line.marks)
    ]


@pytest.mark.render
@pytest.mark.parametrize("name", ["body", "attached", "last"])
def test_a_sideways_number_stands_where_the_upright_sheet_has_it(name: str, pages: Pages) -> None:
    turned = sideways(pages[name])
    assert len(turned) >= 4
    for number, page in turned:
        dashes = [mark for line in page.lines for mark in line.marks if mark.text == "—" and mark.left < 31]
        assert len(dashes) == 2
        assert max(mark.right for mark in dashes) == pytest.approx(297 - 269, abs=1)
        if number % 2:
            assert max(mark.bottom for mark in dashes) == pytest.approx(210 - 26 - 4.94, abs=1)
        else:
            assert min(mark.top for mark in dashes) == pytest.approx(28 + 4.94, abs=1)


@pytest.mark.render
def test_the_number_of_a_single_sideways_page_that_is_even_stands_there_too(pages: Pages) -> None:
    ((number, page),) = sideways(pages["onepage"])
    dashes = [mark for line in page.lines for mark in line.marks if mark.text == "—" and mark.left < 31]
    assert number == 2
    assert max(mark.right for mark in dashes) == pytest.approx(297 - 269, abs=1)
    assert min(mark.top for mark in dashes) == pytest.approx(28 + 4.94, abs=1)


@pytest.mark.render
def test_text_stays_on_the_first_page_where_all_of_it_is_short(pages: Pages) -> None:
    first, second = pages["twoshort"][:2]
    assert "濮阳市财政局" in second.text
    assert any(line.text.startswith("请遵照执行") for line in second.lines)
    assert any(line.text.startswith(closing.SENTENCE[:10]) for line in first.lines)


@pytest.mark.render
def test_words_of_the_imprint_stand_between_two_rules_in_the_middle(pages: Pages) -> None:
    page = page_with(pages["imprint"], "日印发")
    line = page.line(next(one.text for one in page.lines if one.text.endswith("日印发")))
    above = max(rule.middle for rule in imprint_rules(page) if rule.middle < line.top)
    below = min(rule.middle for rule in imprint_rules(page) if rule.middle > line.bottom)
    assert line.top - above == pytest.approx(below - line.bottom, abs=0.6)


@pytest.mark.render
def test_a_sideways_table_fills_the_turned_text_area_and_repeats_its_head(pages: Pages) -> None:
    for _, page in sideways(pages["body"]):
        lines = [line for line in page.lines if "购买主体" in line.text]
        assert len(lines) == 1
        widest = max(rule.width for rule in page.rules)
        assert widest < 226
        assert all(rule.top >= 28 - 0.5 and rule.bottom <= 210 - 26 + 0.5 for rule in page.rules)


@pytest.mark.render
def test_the_text_goes_on_upright_after_a_sideways_table_with_its_page_number(pages: Pages) -> None:
    last = pages["body"][-1]
    assert len(pages["body"]) == 6
    assert last.lines[0].text == "二、工作要求"
    assert last.lines[0].top == pytest.approx(pages["evenodd"][1].lines[0].top, abs=0.5)
    assert last.lines[-1].text == f"—{len(pages['body'])}—"
    assert close_to("页码距版心", last.lines[-1].marks[0].top - 262)


@pytest.mark.render
def test_label_and_title_of_a_sideways_attachment_stand_on_its_sideways_page(pages: Pages) -> None:
    turned = [page for _, page in sideways(pages["attached"])]
    labels = [mark for page in turned for line in page.lines for mark in line.marks if mark.text == "附"]
    assert len(labels) == 2
    for label in labels:
        assert label.top < 36
        assert label.left == pytest.approx(35, abs=1.5)
    assert page_with(pages["attached"], "附件3").lines[0].text == "附件3"


def test_two_sideways_tables_behind_each_other_leave_no_empty_section(files: dict[str, bytes]) -> None:
    sections = list(Written(files["attached"]).root.iter(f"{W}sectPr"))
    turned = [one.find(f"{W}pgSz").get(f"{W}orient") == "landscape" for one in sections]
    assert turned == [False, True, True, False]
    last = list(Written(files["last"]).root.iter(f"{W}sectPr"))
    assert [one.find(f"{W}pgSz").get(f"{W}orient") for one in last] == [None, "landscape"]


def test_sideways_pages_have_footers_whatever_template_it_is(files: dict[str, bytes]) -> None:
    parts = Written(files["body"]).parts
    relations = parts["word/_rels/document.xml.rels"]
    for name in ("footerSidewaysOdd", "footerSidewaysEven"):
        assert f"word/{name}.xml" in parts
        assert name.encode() in relations
        assert f"/word/{name}.xml".encode() in parts["[Content_Types].xml"]
    assert not any("Sideways" in name for name in Written(files["seal"]).parts)


def test_margins_of_a_template_are_turned_with_the_page() -> None:
    own = '<w:sectPr w:rsidR="00A1"><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1" w:right="2" '
    own += 'w:bottom="3" w:left="4" w:header="5" w:footer="6" w:gutter="0"/><w:titlePg/></w:sectPr>'
    text = f"<w:p><w:pPr></w:pPr></w:p>{section_mark(SectionKind.UPRIGHT)}<w:tbl/>"
    body, ending = settle(text + section_mark(SectionKind.TURNED) + "<w:p/>", own + "</w:body>", "分节")
    assert body.index("<w:titlePg/>") < body.index("landscape")
    assert body.count("titlePg") == 1
    assert 'w:top="4" w:right="1" w:bottom="2" w:left="3"' in body
    assert "titlePg" not in ending


def test_a_staff_template_without_our_footers_gets_them() -> None:
    template = load_template(make_template(TemplateKind.DOCUMENT), "某局")
    file = Written(write_document(closing.sideways_in_body(), template))
    assert "word/footerSidewaysOdd.xml" in file.parts
    assert write_document(closing.sideways_in_body(), template) == file.content
