"""The fifteen 文种 of 《党政机关公文处理工作条例》 as data, and the rules that documents are checked by.

The table stands in `genres.yaml`.  Every entry says on what it rests: an article of the 条例, a clause
of GB/T 9704-2012, or custom, and how well that is known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, cached_property
from importlib.resources import files

import yaml
from pydantic import BaseModel, ConfigDict, Field

from generator.document import DocumentFormat, SignatureMode
from generator.models.fields import YesNo
from generator.models.issued import Direction
from generator.problems import Level, Place, Problem
from generator.standard.rules import Confidence, Rule, Strength

STANDARD = "GB/T 9704-2012"
CUSTOM = "办公惯例，条例未规定"
UNVERIFIED = "（未核）"


class Ground(Rule):
    """What an entry rests on: `clause` is an article of the 条例, `standard` a clause of the standard."""

    standard: str = Field(default="", alias="标准")

    def basis(self, regulation: str) -> str:
        """The ground in words; `regulation` is the name of the 条例."""
        stated = (f"{regulation}{self.clause}" if self.clause else "", self.standard_clause)
        words = "；".join(part for part in stated if part) or CUSTOM
        return words + (UNVERIFIED if self.confidence is Confidence.UNVERIFIED else "")

    @property
    def standard_clause(self) -> str:
        """The clause with the name of the standard."""
        return f"{STANDARD} {self.standard}" if self.standard else ""


class CheckRule(Ground):
    """What a check tells when a document departs from the rule."""

    code: str = Field(alias="码")
    level: Level = Field(alias="级")


class Directions(Ground):
    """Which ways a 文种 may go."""

    allowed: tuple[Direction, ...] = Field(alias="可", min_length=1)


class AddresseeCount(StrEnum):
    """How many 主送机关 a 文种 has."""

    NONE = "没有"
    ONE = "一个"
    ANY = "不限"


class Addressees(Ground):
    """How many 主送机关 a 文种 has, and on what that rests."""

    count: AddresseeCount = Field(AddresseeCount.ANY, alias="数")


class Closing(Ground):
    """The customary closing phrase: how it is best written, and what counts as one."""

    phrases: tuple[str, ...] = Field(default=(), alias="语")
    known: tuple[str, ...] = Field(default=(), alias="认")
    asking: YesNo = Field(YesNo.NO, alias="请")
    expected: YesNo = Field(YesNo.NO, alias="要")


class Formats(Ground):
    """The layouts that a 文种 takes, the usual one first."""

    allowed: tuple[DocumentFormat, ...] = Field((DocumentFormat.ORDINARY,), alias="可", min_length=1)


class Signing(Ground):
    """How a 文种 is signed."""

    mode: SignatureMode = Field(SignatureMode.NO_SEAL, alias="用")


class Genre(BaseModel):
    """One 文种 and its rules."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(alias="名")
    aliases: tuple[str, ...] = Field(default=(), alias="又名")
    directions: Directions = Field(alias="方向")
    addressees: Addressees = Field(default_factory=Addressees, alias="主送")
    formats: Formats = Field(default_factory=Formats, alias="版式")
    closing: Closing = Field(default_factory=Closing, alias="结语")
    signing: Signing = Field(default_factory=Signing, alias="署名方式")
    one_matter: YesNo = Field(YesNo.NO, alias="一文一事")
    contact: YesNo = Field(YesNo.NO, alias="附注联系人")
    without_requests: YesNo = Field(YesNo.NO, alias="不夹带请示")

    @property
    def names(self) -> tuple[str, ...]:
        """Every name that it goes by."""
        return (self.name, *self.aliases)

    @property
    def usual_format(self) -> DocumentFormat:
        """The layout that it takes where a document names none."""
        return self.formats.allowed[0]


class Requests(BaseModel):
    """How a document asks its superior for something."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    phrases: tuple[str, ...] = Field(alias="语", min_length=1)
    verbs: tuple[str, ...] = Field(alias="办", min_length=1)

    @cached_property
    def asking(self) -> str:
        """请批准, 请予批准 as a regular expression; 申请批准 and 已报请批准 tell and ask nothing."""
        return rf"(?<![申邀聘])(?<![已经应须需先后][报提呈])请(?:给?予以?)?(?:{'|'.join(self.verbs)})"

    @cached_property
    def form(self) -> re.Pattern[str]:
        """What asks, wherever it stands in a text."""
        return re.compile(rf"(?:{'|'.join(self.phrases)})(?:[，,、]?{self.asking})?|{self.asking}")

    def find(self, text: str) -> str:
        """The first words of a text that ask; empty where none do."""
        found = self.form.search(text)
        return found[0] if found else ""


class GenreData(BaseModel):
    """The whole file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    regulation: str = Field(alias="名称")
    rules: dict[str, CheckRule] = Field(alias="规则")
    requests: Requests = Field(alias="请示用语")
    genres: tuple[Genre, ...] = Field(alias="文种")


class Genres:
    """The table of 文种, and the rules of the checks by name."""

    def __init__(self, data: GenreData) -> None:
        self.data = data

    def __iter__(self) -> Iterator[Genre]:
        return iter(self.data.genres)

    def find(self, name: str) -> Genre | None:
        """The 文种 of that name, other names included; None where the 条例 has none."""
        return self.by_name.get(name)

    def ending(self, title: str) -> Genre | None:
        """The 文种 that a title ends with."""
        names = sorted((name for name in self.by_name if title.endswith(name)), key=len)
        return self.by_name[names[-1]] if names else None

    @cached_property
    def by_name(self) -> dict[str, Genre]:
        """Every 文种 by each of its names."""
        return {name: genre for genre in self for name in genre.names}

    @property
    def requests(self) -> Requests:
        """How a document asks for something."""
        return self.data.requests

    def clause(self, rule: str) -> str:
        """What a rule rests on: 7.2.6；《…条例》第九条（六）; nothing for a custom.

        The number alone is a clause of GB/T 9704-2012, as in `gbt9704.yaml`.

        Raises:
            KeyError: there is no such rule.
        """
        stated = self.data.rules[rule]
        if stated.strength is Strength.CUSTOM:
            return ""
        article = f"{self.data.regulation}{stated.clause}" if stated.clause else ""
        return "；".join(part for part in (stated.standard, article) if part)

    def strength(self, rule: str) -> Strength:
        """How strongly a rule is asked for.

        Raises:
            KeyError: there is no such rule.
        """
        return self.data.rules[rule].strength

    def problem(
        self, rule: str, message: str, place: Place, hint: str, ground: Ground | None = None
    ) -> Problem:
        """What a document that departs from a rule is told.

        Args:
            rule: the name of the rule, which gives code and level.
            message: what is wrong.
            place: where.
            hint: what to do.
            ground: what the rule rests on for this 文种; a custom is never more than a 提示.

        Raises:
            KeyError: there is no such rule.
        """
        stated = self.data.rules[rule]
        custom = ground is not None and ground.strength is Strength.CUSTOM
        shown = ground if ground and (custom or ground.clause or ground.standard) else stated
        level = Level.HINT if custom else stated.level
        return Problem(level, stated.code, message, place, hint, shown.basis(self.data.regulation))


@cache
def genres() -> Genres:
    """The table, read once."""
    text = files(__package__).joinpath("genres.yaml").read_text(encoding="utf-8")
    return Genres(GenreData.model_validate(yaml.safe_load(text)))
