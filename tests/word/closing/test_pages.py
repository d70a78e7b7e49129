"""Pages: every file is valid, what stands together, and what the estimate says of it."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document import OfficialDocument, Paragraph, Table
from generator.standard import gbt9704
from generator.word.measure import Measure
from generator.word.paging import Closing, Line, Part, estimate_pages, move_addressees, paginate, plan_closing
from tests import paged_text
from tests.rendering import Page
from tests.word import samples
from tests.word import samples_closing as closing
from tests.word.closing.samples import Pages, documents, page_with, unsigned_documents, write
from tests.word.reading import W, Written
from tests.word.test_validity import complaints

SIDEWAYS = {"body", "attached", "last", "onepage"}


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
