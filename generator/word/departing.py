"""Where a template departs from the standard as its office takes it; what is left free is not told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator.ooxml.package import unpack
from generator.problems import Level, Place, Problem
from generator.standard import (
    LocalCustom,
    Quantity,
    Strength,
    StyleRule,
    TemplateKind,
    gbt9704,
    read_data,
)
from generator.standard.overlay import COMMON, basis_of, custom_problems, overlay_of
from generator.word.completing import STYLES_PART, complete_styles, lacking_styles
from generator.word.looks import BLACK, MARGINS, NUMBERS, PAGE, Look, TemplateLooks
from generator.word.maker import template_parts
from generator.word.maker.styles import DEFAULT_STYLE
from generator.word.template import load_template

CODE = "TMPL011"
STRICT = (Strength.REQUIRED, Strength.GENERAL)
MOST_NAMES = 3
QUANTITIES = {words: name for name, (words, _, _) in MARGINS.items()}
NUMBER_RULE, GRID_RULE = "页码空", "每行字数"
"""The values of the standard whose clauses speak of the page number and of the characters of a line."""

Name = tuple[str, str]


def template_problems(file: Path, name: str = "") -> tuple[Problem, ...]:
    """Everything to be said of a template: the customs of its office, and what departs from both.

    Args:
        file: The template; where there is none, the standard's own stands in and only customs are told.
        name: How messages call it; its path if left out.

    Raises:
        LibraryError: The template, or the overlay beside it, cannot be used at all.
    """
    overlay = overlay_of(file)
    customs = tuple(custom_problems(overlay, read_data()))
    if not file.exists():
        return customs
    template = load_template(file, name, overlay.custom)
    parts, place = unpack(file.read_bytes()), Place(template.name)
    lacking = lacking_styles(parts[STYLES_PART], template.standard, template.kind)
    parts[STYLES_PART] = complete_styles(parts[STYLES_PART], template.standard, template.kind)
    departing = Departing(TemplateLooks(parts, template.standard, template.kind), overlay.custom, place)
    return (*customs, *added_styles(lacking, place), *departing.problems())


def added_styles(lacking: tuple[str, ...], place: Place) -> Iterator[Problem]:
    """What a template of an earlier time lacks and is given whenever it is read."""
    if lacking:
        message = f"模板里没有样式“{'、'.join(lacking)}”，生成时按标准补上，模板文件不改。"
        hint = "要自己定它的样子，在 Word 里新建同名的样式"
        yield Problem(Level.HINT, "WORD005", message, place, hint)


class Departing:
    """A template held against the one that the standard makes under the same customs."""

    def __init__(self, looks: TemplateLooks, custom: LocalCustom, place: Place) -> None:
        self.looks = looks
        self.custom = custom
        self.place = place
        self.standard = looks.standard
        self.wanted = made_looks(looks.kind, custom)
        self.usual = made_looks(looks.kind, LocalCustom())

    def problems(self) -> Iterator[Problem]:
        """One problem for each thing that is off, the styles that share it together."""
        alike: dict[tuple[str, str, str, str], list[Name]] = defaultdict(list)
        for name, found in self.looks.by_name.items():
            wanted = self.wanted.get(name)
            if wanted is not None and self.asked_for(name) and not wanted.equals(found):
                key = covering_custom(self.looks.kind, self.custom, found)
                alike[name[1], found.printed, wanted.printed, key].append(name)
        for (what, found_words, wanted_words, key), names in alike.items():
            message = f"{self.whose(names)}{what}是 {found_words}，应为 {wanted_words}。"
            yield Problem(Level.WARNING, CODE, message, self.place, self.hint(key), self.basis(names[0]))

    def asked_for(self, name: Name) -> bool:
        """Whether the standard asks for this look, or the office itself does."""
        whose, what = name
        if self.usual[name].amount != self.wanted[name].amount:
            return True
        if whose == PAGE or whose in NUMBERS:
            return True
        if what == "对齐" and whose in NUMBERS.values():
            return False
        if what == "颜色" and self.wanted[name].amount != BLACK:
            return False
        return self.standard.style(whose).strength in STRICT

    def whose(self, names: list[Name]) -> str:
        """“样式“甲、乙”的”, or the part of the page."""
        if names[0][0] == PAGE or names[0][0] in NUMBERS:
            return "、".join(name for name, _ in names).replace(PAGE, "")
        shown = "、".join(name for name, _ in names[:MOST_NAMES])
        more = f"等 {len(names)} 个样式" if len(names) > MOST_NAMES else ""
        return f"样式“{shown}”{more}的"

    def hint(self, key: str) -> str:
        """How to mend it, or which custom would cover it."""
        own = self.place.path.rsplit("/", 1)[-1].removesuffix(".docx")
        return f"在 Word 里改回，或在 {COMMON}（或 {own}.yaml）里写“{key}”" if key else "在 Word 里改回"

    def basis(self, name: Name) -> str:
        """The clause that asks for it."""
        rule = self.rule(name)
        return basis_of(rule.clause, rule.strength)

    def rule(self, name: Name) -> Quantity | StyleRule:
        """The entry of the standard that asks for it."""
        whose, what = name
        if whose in NUMBERS:
            return self.standard.quantity(NUMBER_RULE)
        if whose == PAGE:
            return self.standard.quantity(QUANTITIES.get(what, GRID_RULE))
        style = self.standard.style(whose)
        named = {"行距": style.pitch or self.standard.style(DEFAULT_STYLE).pitch, "字距": style.tracking}
        return self.standard.data.quantities.get(named.get(what, ""), style)


@cache
def made_looks(kind: TemplateKind, custom: LocalCustom) -> dict[Name, Look]:
    """The looks of the template that the standard makes."""
    return TemplateLooks(template_parts(kind, custom), gbt9704(custom), kind).by_name


def covering_custom(kind: TemplateKind, custom: LocalCustom, found: Look) -> str:
    """“二级标题加粗: 是”: the one choice under which this look is as it should be; empty if there is none."""
    for key, rule in read_data().customs.items():
        for value in rule.values:
            other = LocalCustom.model_validate(custom.chosen() | {key: value})
            if other != custom and made_looks(kind, other)[found.whose, found.what].equals(found):
                return f"{key}: {value}"
    return ""
