"""The reference pages: code tables such as 六大类, 制度参数 with verified or not, 机构."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.compose.address import file_stem
from generator.models.fields import Absent, YesNo
from generator.models.judging import Judging
from generator.models.policy import Policy
from generator.models.record import Verification
from generator.models.reference import Body, Code, CodeTable, Rule
from generator.pages.listing.groups import region_link
from generator.pages.listing.paging import PER_PAGE, paged
from generator.pages.markup import BREAK, badge, escape, tag
from generator.pages.records.common import (
    VERIFIED_TONES,
    add_sources,
    citation_link,
    day_words,
    provision_link,
)
from generator.pages.sheet import Page, Sheet
from generator.pages.shelf import Shelf
from generator.quantity import Quantity
from generator.rules import competing
from generator.rules.terms import say_months

REFERENCE = "browse/reference/index.md"
RULES, BODIES, NONE_YET = "制度参数", "机构", "还没有"
PARENTS = ((REFERENCE, "参考"),)
MONTH_KEYS = ("一般不超过", "最长", "初始不超过")
"""Lengths of time, held as months."""


def rules_path(number: int) -> str:
    """A page of the rules."""
    return f"reference/rules/{number}.md"


def bodies_path(number: int) -> str:
    """A page of the bodies."""
    return f"reference/bodies/{number}.md"


def bodies_az_path(number: int) -> str:
    """A page of the bodies by pinyin."""
    return f"browse/bodies/{number}.md"


def terms_az_path(number: int) -> str:
    """A page of the terms by pinyin."""
    return f"browse/terms/{number}.md"


def table_path(table: CodeTable) -> str:
    """The page of a code table."""
    return f"reference/tables/{file_stem(table.id)}.md"


def rule_anchor(rule_id: str) -> str:
    """The id of a rule on its page."""
    return f"rule-{rule_id}"


def rule_link(sheet: Sheet, rule_id: str) -> str:
    """A rule by its name, linked to its place; nothing for one that is not in the library."""
    rule = sheet.shelf.library.rules.get(rule_id)
    if rule is None:
        return ""
    number = list(sheet.shelf.library.rules).index(rule_id) // PER_PAGE + 1
    return sheet.link(rules_path(number), f"{rule.name}（{rule.id}）", rule_anchor(rule_id))


def body_link(sheet: Sheet, body: Body) -> str:
    """A body's place in the table of bodies."""
    number = sheet.shelf.body_places[body.id] // PER_PAGE + 1
    return sheet.link(bodies_path(number), "机构表", f"body-{body.id}")


def reference_pages(shelf: Shelf) -> Iterator[Page]:
    """The page that leads to the tables, and the tables."""
    tables = shelf.library.every(CodeTable)
    yield reference_hub(shelf, tables)
    for table in tables:
        yield table_page(shelf, table)
    rules, bodies = tuple(shelf.library.rules.values()), tuple(shelf.library.bodies.values())
    yield from paged(shelf, rules_path, RULES, rules, add_rules, parents=PARENTS)
    yield from paged(shelf, bodies_path, BODIES, bodies, add_bodies, parents=PARENTS, unit="个机构")


def reference_hub(shelf: Shelf, tables: tuple[CodeTable, ...]) -> Page:
    """What there is to look up."""
    sheet = Sheet(shelf, REFERENCE, "参考")
    sheet.heading(1, "参考", "")
    told = rules_told(shelf) or NONE_YET
    bodies = len(shelf.library.bodies)
    sheet.items(
        (
            f"{sheet.link(rules_path(1), RULES)}{about(told)}",
            f"{sheet.link(bodies_path(1), BODIES)}{about(f'{bodies} 个' if bodies else NONE_YET)}",
            f"{sheet.link(bodies_az_path(1), '机构名录（按拼音）')}{about('别名、代字、发文和购买')}",
            f"{sheet.link(terms_az_path(1), '术语和主题（按拼音）')}{about('别名、依据，哪些案例和政策')}",
            *(
                f"{sheet.link(table_path(table), table.title)}{about(f'{len(table.codes)} 项')}"
                for table in tables
            ),
        )
    )
    return sheet.page()


def rules_told(shelf: Shelf) -> str:
    """How many rules there are, and how many of them were verified in part or not at all; empty for none."""
    states = Counter(rule.verification for rule in shelf.library.rules.values())
    return "，".join((f"{states.total()} 条", *lacking_words(states))) if states else ""


def lacking_words(states: Mapping[Verification, int]) -> Iterator[str]:
    """How many were not verified, and how many only in part; nothing of a state that none is in."""
    lacking = (Verification.UNVERIFIED, Verification.PARTLY)
    return (f"{states[state]} 条{state.value}" for state in lacking if states.get(state))


def about(words: str) -> str:
    """A line below a link."""
    return tag("span", escape(words), class_="about")


# --- code tables ------------------------------------------------------------------------------


def table_page(shelf: Shelf, table: CodeTable) -> Page:
    """A code table with aliases and grounds."""
    sheet = Sheet(shelf, table_path(table), table.title, (table.id,))
    sheet.add(tag("p", sheet.link(*PARENTS[0]), class_="parents"))
    sheet.heading(1, table.title, "")
    if table.note:
        sheet.note(table.note)
    sheet.grid(("名称", "别名", "依据", "说明"), (code_row(sheet, code) for code in table.codes), "t1")
    add_sources(sheet, table)
    return sheet.page()


def code_row(sheet: Sheet, code: Code) -> tuple[str, ...]:
    """One entry of a code table."""
    policy = sheet.shelf.library.find(code.basis, Policy) if code.basis else None
    basis = basis_cell(sheet, policy, code.anchor) if policy else ""
    sections = "、".join(code.sections)
    note = "；".join(part for part in (sections, code.note) if part)
    return escape(code.name), escape("、".join(code.aliases)), basis, escape(note)


def basis_cell(sheet: Sheet, policy: Policy, anchor: str | None) -> str:
    """A policy and its provision."""
    return " ".join((citation_link(sheet, policy), provision_link(sheet, policy.id, anchor or ""))).strip()


# --- rules and bodies ---------------------------------------------------------------------------


def add_rules(sheet: Sheet, rules: Sequence[Rule]) -> None:
    """Rules with their region, time, content and basis, each with its own anchor."""
    sheet.note("“未核”的条目没有与正式文本逐字核对，引用前请核对原文。")
    for rule in rules:
        sheet.heading(2, f"{rule.name}（{rule.id}）", rule_anchor(rule.id))
        sheet.facts(rule_facts(sheet, rule), f"{rule_anchor(rule.id)}-facts")


def rule_facts(sheet: Sheet, rule: Rule) -> Iterator[tuple[str, str]]:
    """A rule as names and values."""
    yield "内容", BREAK.join((escape(rule.content), *(escape(f"· {item}") for item in rule.items)))
    yield "适用", region_words(sheet, rule.region)
    yield "对象", escape(rule.applies_to or "")
    until = f"，{day_words(rule.expires_on)}失效" if rule.expires_on else ""
    yield "生效", escape(day_words(rule.effective_on) + until)
    yield "参数", BREAK.join(escape(f"{name}：{value}") for name, value in rule.parameters.items())
    if rule.judging:
        yield "判断", BREAK.join(escape(f"{name}：{value}") for name, value in judging_words(rule.judging))
    others = competing(sheet.shelf.library, rule)
    lines = tuple(competing_line(sheet, rule, other) for other in others)
    yield "同类规则", BREAK.join((escape("同一事项，较严的在前："), *lines)) if lines else ""
    yield "依据", rule_basis(sheet, rule)
    state = badge(rule.verification.value, VERIFIED_TONES[rule.verification])
    yield "核验", state if rule.in_force is YesNo.YES else f"{state} {badge('未启用')}"


def judging_words(judging: Judging) -> Iterator[tuple[str, str]]:
    """The kind and the parameters by which a rule is judged, by the keys that staff write."""
    for name, info in type(judging).model_fields.items():
        value = getattr(judging, name)
        if value and value != info.default:
            yield info.alias or name, parameter_words(info.alias or name, value)


def parameter_words(key: str, value: object) -> str:
    """A parameter as staff write it."""
    match value:
        case Quantity():
            return value.text
        case tuple():
            return "、".join(map(str, value))
        case int() if key in MONTH_KEYS:
            return say_months(value)
    return str(value)


def competing_line(sheet: Sheet, rule: Rule, other: Rule) -> str:
    """A rule on the same matter: its place, how far it is verified; the page's own is no link."""
    state = badge(other.verification.value, VERIFIED_TONES[other.verification])
    name = tag("strong", escape("本条")) if other is rule else rule_link(sheet, other.id)
    return f"{name} {escape(other.region)} {state}"


def region_words(sheet: Sheet, full_name: str) -> str:
    """A region, linked where it has a page."""
    return region_link(sheet, full_name) if full_name in sheet.shelf.by_region else escape(full_name)


def rule_basis(sheet: Sheet, rule: Rule) -> str:
    """The provision that a rule rests on."""
    if isinstance(rule.basis, Absent):
        return escape(rule.basis.value)
    policy = sheet.shelf.library.find(rule.basis.policy, Policy)
    return basis_cell(sheet, policy, rule.basis.anchor) if policy else ""


def add_bodies(sheet: Sheet, bodies: Sequence[Body]) -> None:
    """Bodies with their other names, regions and 机关代字."""
    rows = (
        (
            f'<span id="body-{escape(body.id)}">{escape(body.name)}</span>',
            escape("、".join(body.aliases)),
            region_words(sheet, body.region),
            escape("、".join(body.codes)),
        )
        for body in bodies
    )
    sheet.grid(("全称", "别名", "地区", "机关代字"), rows, "bodies")
