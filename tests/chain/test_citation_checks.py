"""What the checks say of citations in texts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.checks.citations import check_citations
from generator.compose import compose_all
from generator.library import Library
from generator.problems import Level, Problem

MakeRecord = Callable[..., None]
Load = Callable[[], Library]


@pytest.fixture
def known(record: MakeRecord) -> MakeRecord:
    """Two texts that can be cited."""
    record("政策", "甲", 标题="某省财政厅关于甲事的通知", 文号="某财〔2014〕96号")
    record("政策", "乙", 标题="乙办法", 文号="某财〔2015〕7号")
    return record


def told(library: Library) -> list[Problem]:
    return [*check_citations(library, compose_all(library))]


def codes(library: Library) -> list[str]:
    return [problem.code for problem in told(library)]


RELATED = [{"类型": "引用", "目标": "甲"}, {"类型": "引用", "目标": "乙"}]


def test_a_citation_that_agrees_and_is_related_says_nothing_wrong(known: MakeRecord, load: Load) -> None:
    body = "根据《关于甲事的通知》（某财〔2014〕96号）和某财[2015]7号，现通知如下。以后再提《乙办法》。"
    known("公文", "文", body, 关系=RELATED)
    assert codes(load()) == []


def test_title_and_number_of_different_texts_are_a_warning(known: MakeRecord, load: Load) -> None:
    known("公文", "文", "根据《乙办法》（某财〔2014〕96号），现通知如下。", 关系=RELATED)
    (problem,) = told(load())
    assert (problem.code, problem.level) == ("CITE001", Level.WARNING)
    assert "《乙办法》（某财〔2015〕7号）、《某省财政厅关于甲事的通知》（某财〔2014〕96号）" in problem.hint


@pytest.mark.parametrize(
    ("citation", "level"),
    [("《乙办法》（某财〔2015〕8号）", Level.WARNING), ("《丙办法》（某财〔2015〕7号）", Level.HINT)],
)
def test_a_number_or_a_title_that_the_library_knows_otherwise_is_told(
    known: MakeRecord, load: Load, citation: str, level: Level
) -> None:
    known("公文", "文", f"根据{citation}，现通知如下。", 关系=RELATED)
    (problem,) = told(load())
    assert (problem.code, problem.level) == ("CITE002", level)
    assert "《乙办法》（某财〔2015〕7号）" in problem.hint


def test_faults_of_what_others_issued_are_hints_and_registered_ones_say_so(
    known: MakeRecord, load: Load
) -> None:
    citation = "《乙办法》（某财〔2014〕96号）"
    known("政策", "丙", f"根据{citation}，现通知如下。", 标题="丙", 文本="摘编", 关系=RELATED)
    (problem,) = told(load())
    assert (problem.code, problem.level) == ("CITE001", Level.HINT)
    errata = [{"位置": "正文", "原文": citation, "说明": "原文题号不符。"}]
    known("政策", "丙", f"根据{citation}，现通知如下。", 标题="丙", 文本="摘编", 关系=RELATED, 勘误=errata)
    assert "已登记勘误" in told(load())[0].message


def test_a_number_left_out_at_first_mention_comes_with_the_ready_citation(
    known: MakeRecord, load: Load
) -> None:
    body = "根据《乙办法》，现通知如下。再按《乙办法》执行。"
    known("公文", "文", body, 关系=RELATED)
    (problem,) = told(load())
    assert (problem.code, problem.level) == ("CITE003", Level.HINT)
    assert problem.hint == "可写成《乙办法》（某财〔2015〕7号）"
    known("政策", "别人", body, 标题="别人", 文本="摘编", 关系=RELATED)
    assert codes(load()) == ["CITE003"]


def test_a_citation_without_a_relation_is_told_once(known: MakeRecord, load: Load) -> None:
    known("公文", "文", "根据某财〔2014〕96号、某财〔2015〕7号和某财〔2015〕7号，现通知如下。")
    (problem,) = told(load())
    assert problem.code == "CITE004"
    assert "“甲”、“乙”" in problem.message


def test_a_binding_is_a_pointer_and_needs_no_relation(known: MakeRecord, load: Load) -> None:
    known("公文", "文", "根据{{ 库.乙.全称 }}，现通知如下。")
    assert codes(load()) == []


def test_what_the_library_does_not_hold_is_told_and_newspapers_and_own_texts_are_not(
    known: MakeRecord, load: Load
) -> None:
    known("公文", "文", "根据《丁办法》和戊财〔2020〕1号，见《某某日报》。现将《本单位管理办法》印发给你们。")
    (problem,) = told(load())
    assert problem.code == "CITE005"
    assert "“《丁办法》”、“戊财〔2020〕1号”" in problem.message


def test_the_citations_of_the_shipped_library_are_in_order(library: Library) -> None:
    assert [problem.as_text() for problem in told(library)] == []
