"""Titles taken apart and put together: long and short forms, to depth four."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.hanzi.marks import bare_title, mark_faults
from generator.hanzi.titles import (
    DEEPEST,
    GENRES,
    Title,
    forwarding_title,
    parse_title,
    short_forwarding_title,
)

BODIES = st.sampled_from(
    ["山东省财政厅", "淄博市财政局", "淄博市博山区财政局", "财政部", "国务院办公厅", "某县人民政府"]
)
MATTERS = st.sampled_from(
    [
        "做好政府购买服务改革重点工作",
        "加强预算管理",
        "推进建筑业发展和改革",
        "政府向社会力量购买服务",
        "报送有关情况",
    ]
)
TAILS = st.sampled_from(["的通知", "的意见", "的若干意见", "的实施意见", "的决定", "的规定（试行）"])
TEXTS = st.sampled_from(
    ["政府购买服务管理办法（暂行）", "政府购买服务管理办法", "预算法实施条例", "濮阳市政府购买服务指导性目录"]
)
YES, NO = st.sampled_from([True]), st.sampled_from([False])
OWN = st.builds(Title, body=st.one_of(st.just(""), BODIES), about=YES, matter=MATTERS, tail=TAILS)
PLAIN = st.one_of(OWN, st.builds(Title, matter=TEXTS))


def enclosing(inner: st.SearchStrategy[Title]) -> st.SearchStrategy[Title]:
    return st.builds(
        Title,
        body=st.one_of(st.just(""), BODIES),
        about=YES,
        verb=st.sampled_from(["转发", "印发", "批转", "贯彻落实"]),
        outer=st.one_of(st.just(""), BODIES),
        inner=inner,
        tail=st.sampled_from(["的通知", "的通知（试行）", "的决定"]),
    )


def shortening(inner: st.SearchStrategy[Title]) -> st.SearchStrategy[Title]:
    return st.builds(Title, body=st.one_of(st.just(""), BODIES), verb=st.just("转发"), inner=inner, marked=NO)


NOTICES = st.builds(Title, body=BODIES, about=YES, matter=MATTERS, tail=st.just("的通知"))
OPINIONS = st.builds(
    Title, body=BODIES, about=YES, matter=MATTERS, tail=st.sampled_from(["的意见", "的规定"])
)
DEEP = (
    PLAIN | enclosing(PLAIN) | enclosing(enclosing(PLAIN)) | enclosing(enclosing(enclosing(enclosing(PLAIN))))
)
SHORT = (
    shortening(NOTICES | OPINIONS)
    | shortening(shortening(NOTICES))
    | shortening(shortening(shortening(NOTICES)))
)


@given(title=DEEP)
def test_a_title_of_any_depth_reads_back_as_it_was_built(title: Title) -> None:
    assert parse_title(str(title)) == title


@given(title=DEEP)
def test_the_marks_of_a_built_title_alternate(title: Title) -> None:
    assert list(mark_faults(str(title))) == []


@given(title=SHORT)
def test_a_title_in_the_short_form_reads_back_as_it_was_built(title: Title) -> None:
    assert parse_title(str(title)) == title


@given(title=DEEP | SHORT)
def test_putting_a_parsed_title_together_gives_the_title(title: Title) -> None:
    assert str(parse_title(str(title))) == str(title)


@given(
    words=st.text(alphabet="关于转发印的通知意见办法山东省财政厅，“”（）试行征求", min_size=1, max_size=24),
    bodies=st.lists(st.one_of(st.just(""), BODIES), min_size=1, max_size=4),
)
def test_any_words_come_back_from_inside_a_title_built_around_them(words: str, bodies: list[str]) -> None:
    title = words
    for body in bodies:
        title = forwarding_title(title, body)
    parsed = parse_title(title)
    assert str(parsed) == title
    for body in reversed(bodies):
        assert parsed.outer == body
        assert parsed.inner is not None
        parsed = parsed.inner
    assert str(parsed) == words


def test_four_levels_are_told_apart() -> None:
    title = "甲省关于做好工作的通知"
    for body in ("", "乙市财政局", "丙县财政局", "丁镇人民政府"):
        title = forwarding_title(title, body)
    parsed = parse_title(title)
    assert parsed.depth == 4
    assert [parsed.outer, parsed.inner and parsed.inner.outer] == ["丁镇人民政府", "丙县财政局"]
    assert str(parsed.innermost) == "甲省关于做好工作的通知"


def test_the_bodies_outside_the_marks_are_kept_apart_from_the_verb() -> None:
    parsed = parse_title(
        "关于转发淄博市财政局《关于转发〈山东省财政厅关于做好改革重点工作的通知〉的通知》的通知"
    )
    assert (parsed.verb, parsed.outer, parsed.genre, parsed.depth) == ("转发", "淄博市财政局", "通知", 2)
    assert parsed.innermost.body == "山东省财政厅"
    assert parsed.innermost.matter == "做好改革重点工作"


@pytest.mark.parametrize(
    ("inner", "short"),
    [
        ("山东省财政厅关于做好重点工作的通知", "转发山东省财政厅关于做好重点工作的通知"),
        ("发展改革委关于推进某项工作的意见", "转发发展改革委关于推进某项工作意见的通知"),
    ],
)
def test_the_short_form_says_the_notice_once(inner: str, short: str) -> None:
    assert short_forwarding_title(inner) == short
    assert str(parse_title(short).inner) == inner


@pytest.mark.parametrize(
    "title",
    [
        "关于进一步做好转发工作的通知",
        "政府购买服务管理办法",
        "关于印发《甲》和《乙》的通知",
        "转发",
        "",
        "《》",
    ],
)
def test_what_encloses_no_single_title_is_plain(title: str) -> None:
    assert parse_title(title).inner is None
    assert str(parse_title(title)) == title


def test_a_request_for_opinions_is_no_opinion() -> None:
    assert str(parse_title("转发财政部关于征求意见的通知").inner) == "财政部关于征求意见的通知"


@pytest.mark.parametrize(
    ("title", "genre"),
    [("中华人民共和国预算法", "法"), ("关于X的若干意见", "意见"), ("办法（试行）", "办法"), ("濮阳日报", "")],
)
def test_the_genre_is_the_last_word_of_the_title(title: str, genre: str) -> None:
    assert parse_title(title).genre == genre


@pytest.mark.parametrize("lead", ["关于转发《", "关于转发"])
def test_a_title_nested_without_end_is_taken_apart_to_a_limit(lead: str) -> None:
    title = lead * 1000 + "某厅关于甲事的通知" + ("》的通知" * 1000 if lead.endswith("《") else "")
    parsed = parse_title(title)
    assert parsed.depth <= DEEPEST
    assert str(parsed) == bare_title(title)


def test_every_kind_of_text_is_listed_once() -> None:
    assert len(set(GENRES)) == len(GENRES)
