"""Domain rules as data: which apply to a record on its own day and place, and what each says of it."""

from generator.rules.judging import judge_case, rules_in_force
from generator.rules.splitting import find_splits
from generator.rules.strictness import by_strictness, competing
from generator.rules.verdicts import Judgement, Standing, Verdict

__all__ = [
    "Judgement",
    "Standing",
    "Verdict",
    "by_strictness",
    "competing",
    "find_splits",
    "judge_case",
    "rules_in_force",
]
