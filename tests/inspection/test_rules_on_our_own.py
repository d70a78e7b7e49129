"""Every document of our own pen, read back as a stranger's: the rules find nothing to correct."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial

import pytest

from generator.document import OfficialDocument
from generator.inspection.findings import Finding, Verdict
from generator.inspection.rules import RULES, judge
from generator.inspection.rules.sheet import Sheet
from generator.recognition import recognise
from generator.recognition.reading import read_facts
from generator.standard import ImprintPage, LocalCustom, PageNumber, Spacing, Strength, TemplateKind, gbt9704
from generator.standard.custom import LatinFace, Layout
from generator.word import kind_for, standard_template, write_collection, write_document
from tests.inspection.facts_builder import build
from tests.word import samples, samples_closing, samples_formats

DOCUMENTS: dict[str, Callable[[], OfficialDocument]] = {
    "report": samples.report,
    "chain": samples.chain,
    "sealed": samples.sealed,
    "plain": samples.plain_text,
    "crowded": samples.crowded,
    "twelve attachments": samples_closing.twelve_attachments,
    "one attachment": samples_closing.one_attachment,
    "stamped": lambda: samples_closing.stamped("局长"),
    "full imprint": samples_closing.full_imprint,
    "many addressees": samples_closing.many_addressees,
    "sideways in the body": samples_closing.sideways_in_body,
    "sideways attachments": samples_closing.sideways_attachments,
    "sideways last": samples_closing.sideways_last,
}
FORMATS = samples_formats.every()
SAMPLES: dict[str, Callable[[], OfficialDocument]] = DOCUMENTS | {
    name: partial(FORMATS.__getitem__, name) for name in FORMATS
}
PLANTED = {"joint3": {"H06"}, "joint4": {"H06"}, "joint5": {"H06"}, "upward": {"R02"}}
"""What samples get wrong in their words: signers under a 通知, three 主送 of a 请示."""
CUSTOMS = {
    "33476": {"layout": Layout.GB33476},
    "bold levels": {"bold_second": True, "bold_third": True},
    "centred page number": {"page_number": PageNumber.CENTRED},
    "grid": {"spacing": Spacing.GRID},
    "仿宋 digits": {"latin_face": LatinFace.FANGSONG},
    "imprint on an even page": {"imprint_page": ImprintPage.EVEN},
    "seal of 45 mm": {"seal_diameter": Decimal(45)},
}


def judged(content: bytes, custom: LocalCustom | None = None) -> tuple[Finding, ...]:
    return judge(recognise(read_facts(content, "样品.docx")), gbt9704(custom))


def faults(findings: tuple[Finding, ...]) -> list[str]:
    """What is not kept, told in one line each."""
    return [
        f"{one.code} {one.subject}：{one.measured} {one.spot}"
        for one in findings
        if one.verdict is Verdict.BROKEN
    ]


def written(document: OfficialDocument, custom: LocalCustom | None = None) -> bytes:
    """A document as the pen writes it under the customs of an office."""
    template = standard_template(kind_for(document.format), custom)
    return write_document(document, template)


@pytest.mark.parametrize("make", DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_a_document_of_our_own_breaks_no_rule(make: Callable[[], OfficialDocument]) -> None:
    assert faults(judged(written(make()))) == []


@pytest.mark.parametrize("name", FORMATS)
def test_a_document_in_a_special_format_breaks_no_rule(name: str) -> None:
    findings = judged(written(FORMATS[name]))
    assert faults(tuple(one for one in findings if one.code not in PLANTED.get(name, ()))) == []


@pytest.mark.parametrize("changes", CUSTOMS.values(), ids=CUSTOMS.keys())
@pytest.mark.parametrize("name", SAMPLES)
def test_what_an_office_has_chosen_is_no_fault_in_its_own_documents(
    name: str, changes: dict[str, object]
) -> None:
    custom = LocalCustom().model_copy(update=changes)
    findings = judged(written(SAMPLES[name](), custom), custom)
    assert faults(tuple(one for one in findings if one.code not in PLANTED.get(name, ()))) == []


@pytest.mark.parametrize("changes", CUSTOMS.values(), ids=CUSTOMS.keys())
def test_no_collection_of_an_office_breaks_a_rule(changes: dict[str, object]) -> None:
    custom = LocalCustom().model_copy(update=changes)
    template = standard_template(TemplateKind.COLLECTION, custom)
    assert faults(judged(write_collection(samples.collection(), template), custom)) == []


def test_a_collection_breaks_no_rule() -> None:
    content = write_collection(samples.collection(), standard_template(TemplateKind.COLLECTION))
    assert faults(judged(content)) == []


def test_every_rule_has_a_code_of_its_own_and_stands_on_something() -> None:
    codes = [rule.code for rule in RULES]
    sheet = Sheet(recognise(build("正文。")), gbt9704())
    assert len(codes) == len(set(codes))
    for rule in RULES:
        clause, strength = sheet.standing(rule.basis) if rule.basis else (rule.clause, rule.strength)
        assert bool(clause) is (strength is not Strength.CUSTOM), rule.code
        assert rule.subject, rule.code
        assert rule.required, rule.code
        assert rule.hint, rule.code


def test_every_clause_is_told_once_or_by_its_spots() -> None:
    findings = judged(written(samples.report()))
    kept = [finding.code for finding in findings if finding.verdict is Verdict.KEPT]
    assert len(kept) == len(set(kept)) > 80
    assert all(finding.measured for finding in findings)
    assert all(finding.hint for finding in findings if finding.verdict is not Verdict.KEPT)
