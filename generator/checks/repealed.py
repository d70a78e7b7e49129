"""What is in force: the stated 时效 against relations and dates (EFF001), and who leans on what has ended.

EFF002 a record, a rule or a document that leans on a repealed text, EFF003 one that leans on an amended
text, EFF004 a template with such a citation in its words.  A record that leaned on a text while it was in
force says nothing wrong; one that began before and goes on is told as a 提示.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.chain.boilerplate import citations_in_templates
from generator.chain.effect import ENDED, Effect, cited_as, effect_in_the_end, effect_now
from generator.chain.leaning import Leaning, Use, find_leanings
from generator.compose import Trees
from generator.hanzi.calendar import print_day
from generator.library import Library
from generator.models.policy import Policy, Status
from generator.problems import Level, Problem

BASIS = "时效由“关系”（废止、修改）和施行、废止日期推定"
SETTLED = (Status.UNVERIFIED, Status.DRAFT)
"""Stated 时效 that relations and dates do not speak against."""


def check_effect(library: Library) -> Iterator[Problem]:
    """时效 of every policy against what its relations and dates say."""
    for policy in library.every(Policy):
        effect = effect_now(library, policy)
        ways = (effect, effect_in_the_end(library, policy))
        if all(speaks_against(policy.status, found) for found in ways):
            level = Level.HINT if effect.status is Status.AMENDED else Level.WARNING
            message = f"时效写的是“{policy.status}”，按关系和日期应为“{effect.status}”（{effect.reason}）"
            hint = f"核对后把“时效”改为 {effect.status}，或改正关系、日期"
            yield Problem(level, "EFF001", message, library.place(policy.id, "时效"), hint, BASIS)


def speaks_against(stated: Status, effect: Effect) -> bool:
    """Whether a computed 时效 contradicts the stated one; 未核 is contradicted by an end alone."""
    if stated in SETTLED:
        return effect.ended and stated is not Status.DRAFT
    both_ended = stated in ENDED and effect.ended
    return effect.status is not stated and not both_ended and bool(effect.reason)


def check_leanings(library: Library, trees: Trees) -> Iterator[Problem]:
    """Every record that leans on a text after its end."""
    for leaning in find_leanings(library, trees):
        yield leaning_problem(library, leaning)


def leaning_problem(library: Library, leaning: Leaning) -> Problem:
    """What leans on what, and what to lean on instead."""
    effect, ended = leaning.effect, leaning.effect.ended
    name = cited_as(library, leaning.target)
    if leaning.use is Use.AFTER:
        message = f"{leaning.kind}“{leaning.by}”依据的{name}{happened(effect)}"
    else:
        message = f"{leaning.kind}“{leaning.by}”的时间跨过了{name}的变动：{happened(effect).lstrip('已')}"
    level = Level.WARNING if ended and leaning.use is Use.AFTER else Level.HINT
    return Problem(
        level, "EFF002" if ended else "EFF003", message, leaning.place, advice(library, effect), effect.reason
    )


def happened(effect: Effect) -> str:
    """What became of a text, with the day."""
    return (f"已于{print_day(effect.since)}" if effect.since else "已") + effect.status.value.removeprefix(
        "已"
    )


def advice(library: Library, effect: Effect) -> str:
    """The text to lean on instead."""
    names = "、".join(cited_as(library, record_id) for record_id in effect.replaced_by)
    if effect.ended:
        return f"现行的是{names}，核对后改用它" if names else "找到现行的文件，核对后改用它"
    return f"对照{names}，看所引条款有没有变"


def check_boilerplate(library: Library) -> Iterator[Problem]:
    """Citations in the words of templates: templates are used for what is issued from now on."""
    for place, citation, target in citations_in_templates(library):
        policy = library.find(target, Policy)
        effect = effect_in_the_end(library, policy) if policy else None
        if effect is not None and effect.ended:
            message = f"模板里引用的“{citation.spelled}”{happened(effect)}"
            yield Problem(Level.WARNING, "EFF004", message, place, advice(library, effect), effect.reason)
