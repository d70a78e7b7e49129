"""Whether a duty concerns a body: by name, as one of a group (各区县财政局, 市直各部门), or as the sender.

Names of groups say less than a table of members would; where a name is not understood, the body is
left out rather than taken in.
"""

from __future__ import annotations

import re

from generator.duties.duty import Duty
from generator.library import Library
from generator.models.reference import Body

BELOW = (
    ("市级", re.compile(r"^各?(?:省辖|设区的?|地)?市(?:级)?(?:人民)?(?P<noun>.+)$")),
    (
        "县级",
        re.compile(r"^各?(?:县（市、区）|区县（市）|县（区）|区县|县区|县|区)(?:级)?(?:人民)?(?P<noun>.+)$"),
    ),
)
"""Groups of a lower level, by the level of the bodies in them."""
OWN_LEVEL = re.compile(
    r"^(?P<tier>省|市|区|县|自治区)(?:直|级)(?!财政)|^各级|^各部门|^购买主体|^各单位|^各有关"
)
EVERY_FINANCE = "财政部门"


def concerns(library: Library, duty: Duty, body: Body) -> bool:
    """Whether a body has to see to a duty."""
    names = (body.name, *body.aliases)
    sent = bool(duty.via) and bool(set(names) & set(duty.via[-1].issuers))
    groups = [part for words in duty.who for part in (words, *words.split("、"))]
    return sent or any(group in names or in_group(library, duty, body, group) for group in groups)


def in_group(library: Library, duty: Duty, body: Body, group: str) -> bool:
    """Whether a body is one of a group that lies in the place of the duty."""
    if not library.lies_in(body.region, duty.region):
        return False
    for level, form in BELOW:
        match = form.match(group)
        if match and body.level == level and body.region != duty.region:
            return noun_fits(match["noun"], body)
    own = body.region == duty.region and body.name not in issuers_of(duty)
    return own and OWN_LEVEL.match(group) is not None


def noun_fits(noun: str, body: Body) -> bool:
    """Whether a body is what the group consists of: 财政局, 财政部门, 部门."""
    return body.name.endswith(noun) or (noun == EVERY_FINANCE and body.name.endswith(("财政局", "财政厅")))


def issuers_of(duty: Duty) -> tuple[str, ...]:
    """Who sends the duty out: of the last notice, else of the text."""
    last = duty.via[-1] if duty.via else duty.policy
    return last.issuers if last else ()
