"""What the rules ask for is told in the values of the standard as they hold for the file at hand."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from generator.inspection import rules
from generator.inspection.findings import Finding, Verdict
from generator.inspection.rules import RULES
from generator.inspection.rules.rule import filled
from generator.inspection.rules.sheet import Sheet
from generator.recognition import recognise
from generator.recognition.reading import read_facts
from generator.standard import LocalCustom, PageNumber, Spacing, gbt9704
from generator.standard.custom import Layout
from generator.word import kind_for, standard_template, write_document
from tests.inspection.judged import judged, notice, section
from tests.word import samples

TYPED = re.compile(r"\d\s*(?:毫米|厘米|磅|字|行|号)")
"""A measure whose number is written out."""
PLACE = re.compile(r"\{[^{}]+\}")
GB33476: dict[str, object] = {"layout": Layout.GB33476}
CENTRED: dict[str, object] = {"page_number": PageNumber.CENTRED}
CUSTOMS: dict[str, dict[str, object]] = {
    "usual": {},
    "33476": GB33476,
    "centred": CENTRED,
    "grid": {"spacing": Spacing.GRID},
    "bold": {"bold_second": True, "bold_third": True},
}
MODULES = sorted(Path(rules.__file__).parent.glob("*.py"))


def under(changes: dict[str, object]) -> LocalCustom:
    """The choices of an office."""
    return LocalCustom().model_copy(update=changes)


@cache
def written(custom: LocalCustom) -> bytes:
    """A report as the pen writes it for that office."""
    document = samples.report()
    return write_document(document, standard_template(kind_for(document.format), custom))


def told(content: bytes, custom: LocalCustom | None = None) -> dict[str, Finding]:
    """One finding of each rule, that which is not kept if there is one."""
    findings = rules.judge(recognise(read_facts(content, "样品.docx")), gbt9704(custom))
    return {one.code: one for one in sorted(findings, key=lambda one: one.verdict is not Verdict.KEPT)}


def literals(module: Path) -> Iterator[str]:
    """The texts written in a module, but for its docstrings."""
    tree = ast.parse(module.read_text(encoding="utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.stem)
def test_no_rule_has_a_measure_written_out(module: Path) -> None:
    assert [text for text in literals(module) if TYPED.search(text)] == []


@pytest.mark.parametrize("changes", CUSTOMS.values(), ids=CUSTOMS)
def test_every_measure_that_a_rule_asks_for_is_one_of_the_standard(changes: dict[str, object]) -> None:
    sheet = Sheet(recognise(notice()), gbt9704(under(changes)))
    for rule in RULES:
        for asked in (rule.required, rule.hint):
            text = filled(sheet, asked)
            assert not set("{}") & set(text), rule.code
            if isinstance(asked, str):
                assert len(TYPED.findall(text)) <= len(PLACE.findall(asked)), rule.code


def test_another_value_in_the_standard_is_another_demand() -> None:
    standard = gbt9704().data
    gap = standard.quantities["标题上空"].model_copy(update={"value": Decimal(3)})
    changed = standard.model_copy(update={"quantities": {**standard.quantities, "标题上空": gap}})
    sheet = Sheet(recognise(notice()), type(gbt9704())(changed))
    rule = next(one for one in RULES if one.code == "T10")
    assert filled(sheet, rule.required) == "红色分隔线下空 3 行"


def test_a_file_in_the_layout_of_33476_is_asked_for_that_layout() -> None:
    custom = under(GB33476)
    for findings in (told(written(custom)), told(written(custom), custom)):
        assert findings["P02"].required == "上 34.58、下 32.58、左 28、右 26 毫米，各±1"
        assert (findings["P03"].required, findings["P03"].verdict) == ("22 行，撑满版心", Verdict.KEPT)


def test_a_file_in_the_layout_of_the_standard_is_asked_for_that_one() -> None:
    for custom in (under({}), under(GB33476)):
        findings = told(written(under({})), custom)
        assert findings["P02"].required == "上 37、下 35、左 28、右 26 毫米，各±1"
        assert findings["P02"].verdict is Verdict.KEPT


def test_a_file_in_neither_layout_is_asked_for_that_of_the_office() -> None:
    wrong = section(top=1440, bottom=1440)(notice())
    usual = next(one for one in judged(wrong) if one.code == "P02")
    office = next(one for one in judged(wrong, under(GB33476)) if one.code == "P02")
    assert usual.required == "上 37 毫米±1，下 35 毫米±1"
    assert usual.verdict is Verdict.BROKEN
    assert office.verdict is Verdict.BROKEN
    assert office.required == "上 34.58 毫米±1，下 32.58 毫米±1"


def test_centred_page_numbers_are_asked_for_where_the_office_centres_them() -> None:
    custom = under(CENTRED)
    own, stranger = told(written(custom), custom)["P10"], told(written(custom))["P10"]
    assert own.verdict is Verdict.CUSTOM
    assert own.required.startswith("居中（本单位习惯")
    assert own.hint == "段落→居中，左右缩进都填 0"
    assert stranger.verdict is Verdict.BROKEN
    assert stranger.required == "单页居右空 1 字，双页居左空 1 字"
    assert stranger.hint == "段落→单页右对齐、右缩进 1 字符，双页左对齐、左缩进 1 字符"


def test_levels_that_the_office_sets_in_bold_are_named() -> None:
    custom = under({"bold_second": True})
    assert told(written(custom), custom)["F04"].required == "除第二层标题（本单位习惯）外，不加粗"
    assert told(written(custom))["F04"].required == "不加粗，层次以字体区分"
