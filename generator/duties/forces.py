"""How strongly a sentence demands something: 不得, 必须, 应当, 要, 请, 原则上, 鼓励, 可以.

The words are told from those that merely contain their characters (需要, 要求, 供应, 申请).
"""

from __future__ import annotations

import re
from enum import StrEnum


class Force(StrEnum):
    """强度 of a demand, the strongest first."""

    MUST_NOT = "不得"
    MUST = "必须"
    SHALL = "应当"
    SHOULD = "要"
    PLEASE = "请"
    ON_PRINCIPLE = "原则上"
    ENCOURAGED = "鼓励"
    MAY = "可以"

    @property
    def rank(self) -> int:
        """0 for the strongest."""
        return tuple(Force).index(self)

    @property
    def binds(self) -> bool:
        """Whether somebody has to do (or leave) something, and is not only free or encouraged to."""
        return self.rank <= Force.ON_PRINCIPLE.rank


SPELLINGS: tuple[tuple[Force, str], ...] = (
    (Force.MUST_NOT, r"不得|严禁|禁止|不准|不允许|杜绝"),
    (Force.MUST, r"必须|务必|务须|(?<![必无])须(?![知发])"),
    (Force.SHALL, r"应当|(?<![相供反适对响效回感顺照])应(?![当急用对付届聘约邀诺变战有税收运声])"),
    (
        Force.SHOULD,
        r"(?<![需重主只必摘纪概简首想快若次不])要(?![求件素点闻害领约旨么义道目])|(?<=，)需(?!要|求)|需要(?=报送|提交|填报)",
    ),
    (Force.PLEASE, r"(?<![申邀聘提报恳呈])请(?![示假求教])"),
    (Force.ON_PRINCIPLE, r"原则上"),
    (Force.ENCOURAGED, r"鼓励|支持|提倡"),
    (Force.MAY, r"(?<!不)可以|(?<![认许不])可(?=[与按结采由向通另自])"),
)
FORCE = re.compile("|".join(f"(?P<f{force.rank}>{form})" for force, form in SPELLINGS))
IN_A_NAME = re.compile(
    r"[^，；。]{1,30}?的(?=[^，；。]{0,8}(?:事项|职责|项目|服务|单位|行为)(?:[，、；。和]|纳入|列入|$))"
)
"""Behind a word of force: 必须由…承担的服务事项 names the thing and demands nothing."""

ENDS_A_BODY = tuple("体门位局厅府构人关")
"""The last characters of those who are spoken to: 购买主体应当…, 各单位应当…."""


def forces_in(text: str) -> tuple[tuple[Force, re.Match[str]], ...]:
    """The words of force in a text, in their order; those that only name a thing are left out."""
    found = []
    for match in FORCE.finditer(text):
        force = next(force for force in Force if match[f"f{force.rank}"])
        if force in (Force.MUST, Force.SHALL) and names_a_thing(text, match):
            continue
        found.append((force, match))
    return tuple(found)


def names_a_thing(text: str, match: re.Match[str]) -> bool:
    """Whether a word of force stands within the name of a thing (应当由政府直接履职的事项)."""
    before = text[match.start() - 1 : match.start()]
    opens = not before or before in "，；。、将卸"
    within = bool(before) and before not in "，；。：" and match[0] == "应当"
    return (opens or within) and before not in ENDS_A_BODY and bool(IN_A_NAME.match(text, match.end()))


def main_force(forces: tuple[Force, ...]) -> Force:
    """The force of a whole demand: 原则上 softens what it stands beside, else the strongest counts."""
    if Force.ON_PRINCIPLE in forces:
        return Force.ON_PRINCIPLE
    return min(forces, key=lambda force: force.rank)
