"""The account of an original, and undoing: nothing is lost, and everything can be had back."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.importers.cleaned import Cleaned, LogEntry
from generator.importers.cleaning import account, clean
from generator.importers.original import Original, OriginalKind
from generator.models.imports import Handling
from tests.importers.cleaning.building import LONG_CLAUSE, ids_of, original_of

SAMPLE = original_of(
    "(9)",
    "某市财政局文件",
    "某财综[2017]8号",
    "某市财政局 关于做好政府购买 服务工作的通知",
    "各县(区)财政局:",
    "一、完善制度",
    "涉及项目共 312 个,资金 45064.17 万元。" + LONG_CLAUSE + "形成各负其责的工",
    "— 2 —",
    "作格局。年底前将落实情况报市财政局。□",
    "类别\t金 额",
    "合 计\t１２",
    "责任编辑 张某",
)


def digits(texts: Sequence[str]) -> list[str]:
    """The digits of texts in order, whatever their width."""
    return re.findall(r"\d", unicodedata.normalize("NFKC", "\n".join(texts)))


def check_digits(original: Original, cleaned: Cleaned) -> None:
    """Every line that is left has the digits of the lines that it is made of, in their order."""
    words = {line.number: line.text for line in original.lines}
    for line in cleaned.lines:
        assert digits([line.text]) == digits([words[number] for number in line.numbers])


# --- the account --------------------------------------------------------------------------------


def test_the_sample_is_cleaned_in_every_way_and_accounted_for() -> None:
    cleaned = clean(SAMPLE)
    assert account(SAMPLE, cleaned) == ()
    assert {entry.handling for entry in cleaned.log} == set(Handling)
    assert ids_of(cleaned) == (
        "1-去除",
        "3-更正-1",
        "4-更正-1",
        "5-更正-1",
        "7-更正-1",
        "7-更正-2",
        "8-去除",
        "9-去除-1",
        "9-合并",
        "10-更正-1",
        "11-更正-1",
        "11-更正-2",
        "12-去除",
    )


def test_a_line_that_is_lost_is_named() -> None:
    cleaned = clean(SAMPLE)
    lost = replace(cleaned, lines=cleaned.lines[1:])
    assert account(SAMPLE, lost) == ("第 2 行在正文和清洗记录中共出现 0 次，应为 1 次",)


def test_an_entry_that_is_missing_is_noticed() -> None:
    cleaned = clean(SAMPLE)
    for entry in cleaned.log:
        spaces_only = entry.handling is Handling.CORRECTED and "空格" in entry.reason
        left = replace(cleaned, log=tuple(other for other in cleaned.log if other is not entry))
        assert bool(account(SAMPLE, left)) is not spaces_only, entry.id


def test_words_that_were_changed_without_an_entry_are_shown() -> None:
    cleaned = clean(SAMPLE)
    first, *others = cleaned.lines
    changed = replace(cleaned, lines=(replace(first, text="某县财政局文件"), *others))
    assert account(SAMPLE, changed) == ("第 2 行从“市财政局文件”起与原件不同，清洗记录没有说明",)


def test_an_entry_that_changes_a_figure_is_refused_even_if_text_and_log_agree() -> None:
    original = original_of("中标金额为8l2元")
    line = replace(clean(original).lines[0], text="中标金额为812元")
    entry = LogEntry("1-更正-1", 1, Handling.CORRECTED, "8l2", "812", "误识")
    assert account(original, Cleaned((line,), (entry,))) == ("第 1 行的更正改动了数字",)


def test_lines_out_of_order_and_lines_from_nowhere_are_noticed() -> None:
    cleaned = clean(original_of("甲", "乙"))
    turned = replace(cleaned, lines=cleaned.lines[::-1])
    assert account(original_of("甲", "乙"), turned) == ("清洗后的各行不是原件的顺序",)
    assert account(original_of("甲"), cleaned)[0] == "第 2 行不在原件里"


def test_cells_that_differ_from_their_row_are_noticed() -> None:
    original = original_of("甲\t1", "乙\t2")
    first, second = clean(original).lines
    wrong = Cleaned((replace(first, cells=("甲", "7")), second), ())
    assert account(original, wrong) == ("第 1 行的各格与整行不同",)


# --- undoing ------------------------------------------------------------------------------------


def test_undoing_everything_gives_the_original_back() -> None:
    undone = clean(SAMPLE, frozenset(ids_of(clean(SAMPLE))))
    assert [line.text for line in undone.lines] == [line.text for line in SAMPLE.lines]
    assert [line.cells for line in undone.lines] == [line.cells for line in SAMPLE.lines]
    assert all(entry.undone for entry in undone.log)
    assert account(SAMPLE, undone) == ()


def test_a_page_number_that_is_back_parts_what_was_joined_over_it() -> None:
    cleaned = clean(SAMPLE, frozenset({"8-去除"}))
    assert [line.numbers for line in cleaned.lines][5:8] == [(7,), (8,), (9,)]
    assert [entry.id for entry in cleaned.log if entry.undone] == ["8-去除", "9-合并"]
    assert account(SAMPLE, cleaned) == ()


def test_an_unknown_id_is_ignored() -> None:
    assert clean(SAMPLE, frozenset({"99-去除", ""})) == clean(SAMPLE)


def check_undoing(original: Original, chosen: LogEntry) -> None:
    """Undoing one entry changes the lines that it speaks of and no other."""
    whole, without = clean(original), clean(original, frozenset({chosen.id}))
    assert ids_of(whole) == ids_of(without)
    assert account(original, without) == ()
    undone = {entry.line for entry in without.log if entry.undone}
    touched = {n for line in whole.lines if undone & {*line.numbers} for n in line.numbers} | undone
    before = [line for line in whole.lines if not touched & {*line.numbers}]
    assert before == [line for line in without.lines if not touched & {*line.numbers}]
    assert whole != without


WORDS = (
    "2017年",
    " 312 个",
    "附件",
    "关于",
    "的通知",
    " and ",
    "[2013]8号",
    "认证服务",
    "责任编辑 张某",
    LONG_CLAUSE,
)
CHARACTERS = (
    "某市财政局购买服务工作汇总表一二三年月日元个号第条页共，。；：、（）《》〈〉“”〔〕"
    ",;:?!()[]\"' \u3000\t-—•*□０９Ａ％0123456789.aO\u200b"
)
PIECES = st.sampled_from((*CHARACTERS, *WORDS))
TEXTS = st.lists(st.lists(PIECES, max_size=30).map("".join), min_size=1, max_size=12)


@settings(max_examples=150, deadline=None)
@given(texts=TEXTS, kind=st.sampled_from(OriginalKind), chance=st.randoms(use_true_random=False))
def test_any_text_is_accounted_for_and_can_be_had_back(
    texts: list[str], kind: OriginalKind, chance: Random
) -> None:
    original = original_of(*texts, kind=kind)
    cleaned = clean(original)
    assert account(original, cleaned) == ()
    check_digits(original, cleaned)
    back = clean(original, frozenset(ids_of(cleaned)))
    assert [line.text for line in back.lines] == [line.text for line in original.lines]
    if cleaned.log:
        check_undoing(original, chance.choice(cleaned.log))
        some = frozenset(chance.sample(ids_of(cleaned), len(cleaned.log) // 2))
        assert account(original, clean(original, some)) == ()


def test_each_entry_of_the_sample_can_be_undone_alone() -> None:
    for entry in clean(SAMPLE).log:
        check_undoing(SAMPLE, entry)


def test_cleaning_what_is_clean_changes_nothing() -> None:
    once = clean(SAMPLE)
    again = clean(original_of(*(line.text for line in once.lines)))
    assert again.log == ()
