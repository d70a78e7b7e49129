"""The shape of `gbt9704.yaml`: frozen models with Chinese keys, no behaviour beyond conversion."""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from generator.standard.lengths import Length, Unit


class Strength(StrEnum):
    """How strongly the standard asks for a value; 习惯 is not in the standard at all."""

    REQUIRED = "规定"
    GENERAL = "一般"
    RECOMMENDED = "推荐"
    CUSTOM = "习惯"


class Confidence(StrEnum):
    """How well the value is known: two sources, one source, unverified, practice."""

    TWO_SOURCES = "A"
    ONE_SOURCE = "B"
    UNVERIFIED = "C"
    PRACTICE = "P"


class TemplateKind(StrEnum):
    """Which contract of slots and styles a Word template keeps."""

    DOCUMENT = "文件"
    LETTER = "信函"
    ORDER = "命令"
    MINUTES = "纪要"
    COLLECTION = "汇编"

    @property
    def official(self) -> bool:
        """Whether it is a template of a 公文, whatever its format (GB/T 9704-2012 clauses 7 and 10)."""
        return self is not TemplateKind.COLLECTION


OFFICIAL = "公文"
"""In the file: all kinds of templates but 汇编."""


def expand_kinds(names: list[str]) -> list[str]:
    """Names of kinds, with 公文 replaced by those that it stands for."""
    official = [kind.value for kind in TemplateKind if kind.official]
    return [one for name in names for one in (official if name == OFFICIAL else [name])]


def expand_slots(slots: dict[str, list[object]]) -> dict[str, list[object]]:
    """Slots by kind, with those of 公文 given to every kind that it stands for."""
    shared = slots.get(OFFICIAL, [])
    return {
        kind.value: [*slots.get(kind.value, []), *(shared if kind.official else [])] for kind in TemplateKind
    }


KindNames = Annotated[tuple[TemplateKind, ...], BeforeValidator(expand_kinds)]


class Alignment(StrEnum):
    """How a paragraph stands between its edges."""

    LEFT = "左"
    CENTER = "中"
    RIGHT = "右"
    BOTH = "两端"


class RuleForm(StrEnum):
    """How a rule is drawn, told from above."""

    SINGLE = "单线"
    THICK_THIN = "上粗下细"
    THIN_THICK = "上细下粗"


class StyleType(StrEnum):
    """What a style is put on."""

    PARAGRAPH = "段落"
    CHARACTER = "文字"
    TABLE = "表格"


class SlotForm(StrEnum):
    """How a slot is written: 文字 in a run, 段落 in place of a paragraph, 条件 only in an `if`."""

    RUNS = "文字"
    BLOCKS = "段落"
    CONDITION = "条件"


class Rule(BaseModel):
    """What every entry of the standard says about its own standing."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=False, populate_by_name=True)

    clause: str = Field(default="", alias="条")
    strength: Strength = Field(default=Strength.CUSTOM, alias="强度")
    confidence: Confidence = Field(default=Confidence.PRACTICE, alias="可信")
    remark: str = Field(default="", alias="注")


class Quantity(Rule):
    """One value of the layout."""

    value: Decimal = Field(alias="值")
    unit: Unit = Field(alias="单位")
    tolerance: Decimal | None = Field(default=None, alias="差")

    @property
    def length(self) -> Length:
        """Value and unit together."""
        return Length(self.value, self.unit)


class Colour(Rule):
    """A colour as six hexadecimal digits."""

    value: Annotated[str, Field(pattern=r"^[0-9A-F]{6}$")] = Field(alias="值")


class TypeSize(Rule):
    """A type size (字号) in points."""

    points: Decimal = Field(alias="磅")

    @property
    def half_points(self) -> int:
        """What `w:sz` takes."""
        return int(self.points * 2)


class Face(Rule):
    """A kind of type (字体) and the usual names of fonts of that kind, the wanted one first."""

    names: tuple[str, ...] = Field(alias="名", min_length=1)
    family: str = Field(alias="族")


class MarkStep(Rule):
    """How a 发文机关标志 of up to `characters` characters is narrowed to stay inside the 版心.

    A step with more than one of `bodies` is for a joint mark of up to so many: its characters are
    those of the longest name and of what stands beside the stack, with one 字 between.
    """

    style: str = Field(alias="样式")
    characters: int = Field(alias="最多")
    bodies: int = Field(default=1, alias="机关")
    size: str = Field(alias="字号")
    percent: int = Field(alias="比例")


class StyleRule(Rule):
    """One style of the contract; lengths are text that `Standard.twips_of` understands."""

    name: str = Field(alias="名")
    builtin: str = Field(default="", alias="内置")
    type: StyleType = Field(alias="类")
    kinds: KindNames = Field(alias="用于")
    face: str = Field(default="", alias="字体")
    latin_face: str = Field(default="", alias="西文字体")
    size: str = Field(default="", alias="字号")
    tracking: str = Field(default="", alias="字距")
    colour: str = Field(default="", alias="颜色")
    pitch: str = Field(default="", alias="行距")
    before: str = Field(default="", alias="段前")
    after: str = Field(default="", alias="段后")
    alignment: Alignment | None = Field(default=None, alias="对齐")
    first_line: str = Field(default="", alias="首行")
    hanging: str = Field(default="", alias="悬挂")
    left: str = Field(default="", alias="左")
    right: str = Field(default="", alias="右")
    tabs: tuple[str, ...] = Field(default=(), alias="制表位")
    bold: bool = Field(default=False, alias="加粗")
    outline: int | None = Field(default=None, alias="大纲级")
    page_break_before: bool = Field(default=False, alias="另起页")
    keep_next: bool = Field(default=False, alias="与下段同页")
    keep_lines: bool = Field(default=False, alias="段中不分页")
    rule_below: str = Field(default="", alias="下框线")
    rule_form: RuleForm = Field(default=RuleForm.SINGLE, alias="下框线型")
    box: str = Field(default="", alias="外框线")
    rules_outside: str = Field(default="", alias="上下框线")
    inside_horizontal: str = Field(default="", alias="内横线")
    inside_vertical: str = Field(default="", alias="内竖线")
    cell_sides: str = Field(default="", alias="单元格左右")


class Slot(Rule):
    """One slot of the contract."""

    name: str = Field(alias="名")
    form: SlotForm = Field(alias="形")
    meaning: str = Field(alias="内容")
    optional: bool = Field(default=False, alias="可缺")


class Change(BaseModel):
    """What a choice of an office changes: entries of values and of styles, by their names."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    quantities: dict[str, dict[str, str]] = Field(default_factory=dict, alias="量")
    styles: dict[str, dict[str, str | bool]] = Field(default_factory=dict, alias="样式")


class Custom(Rule):
    """A matter that offices settle in their own way; of its values the first is the usual one."""

    standard: str = Field(alias="标准")
    values: dict[str, Change] = Field(default_factory=dict, alias="值")


SlotsByKind = Annotated[dict[TemplateKind, tuple[Slot, ...]], BeforeValidator(expand_slots)]


class StandardData(BaseModel):
    """The whole file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str = Field(alias="标准")
    quantities: dict[str, Quantity] = Field(alias="量")
    colours: dict[str, Colour] = Field(alias="颜色")
    sizes: dict[str, TypeSize] = Field(alias="字号")
    faces: dict[str, Face] = Field(alias="字体")
    mark_steps: tuple[MarkStep, ...] = Field(alias="机关标志档")
    styles: tuple[StyleRule, ...] = Field(alias="样式")
    slots: SlotsByKind = Field(alias="插槽")
    customs: dict[str, Custom] = Field(alias="习惯")
