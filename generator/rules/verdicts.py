"""What a rule says of a record: the field it looked at, what the field says, and the verdict."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from generator.models.record import Verification
from generator.models.reference import Rule

Path = tuple[str | int, ...]


class Verdict(StrEnum):
    """结论: a 提示 leaves the decision to a person, 无法判断 means that the record does not say."""

    FAILS = "不符"
    HINT = "提示"
    MEETS = "符合"
    UNKNOWN = "无法判断"


class Standing(StrEnum):
    """How a rule stands to the time of a record."""

    THEN = "当时有效"
    DURING = "期间内施行"
    UNDATED = "生效日期未写"
    LATER = "现行规定"

    @property
    def rank(self) -> int:
        """0 for the rules that certainly were in force."""
        return tuple(Standing).index(self)


@dataclass(frozen=True, slots=True)
class Answer:
    """What one kind of rule finds: at which keys of the record, what stands there, and the verdict.

    `says` is the record in short words, `reason` why the verdict is not a plain one.
    """

    path: Path
    says: str
    verdict: Verdict
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Judgement:
    """An answer with its rule, and how the rule stands to the time of the record."""

    record: str
    rule: Rule
    standing: Standing
    answer: Answer

    @property
    def verdict(self) -> Verdict:
        """The verdict on the record."""
        return self.answer.verdict

    @property
    def binding(self) -> bool:
        """Whether a verified rule, in force at the time, is broken."""
        verified = self.rule.verification is Verification.VERIFIED
        return verified and self.standing is Standing.THEN and self.verdict is Verdict.FAILS

    @property
    def timely(self) -> bool:
        """Whether the rule was, or may have been, in force at the time of the record."""
        return self.standing is not Standing.LATER


def caution(rule: Rule) -> str:
    """What is to be said with a rule that was never compared with the official text in full."""
    return {Verification.VERIFIED: "", Verification.PARTLY: "本条只部分核实"}.get(
        rule.verification, "本条未核"
    )
