"""Typed words as they are recognised, and the roles that must not be given wrongly."""

from __future__ import annotations

from collections.abc import Iterator

from generator.recognition import recognise
from generator.recognition.facts import DocumentFacts, Where
from generator.recognition.roles import Recognised, Role
from tests.inspection.facts_builder import Piece, build, flattened, without_styles

PLAIN_ROLES = {Role.BODY, Role.OTHER, Role.BLANK, Role.TABLE_TEXT, Role.PAGE_NUMBER}
"""All that a file without a 公文 may be made of."""
MILD_ROLES = PLAIN_ROLES | {Role.LEVEL_1, Role.LEVEL_2, Role.LEVEL_3, Role.LEVEL_4, Role.FRONT_MATTER}
"""Roles whose rules ask for little; every other role must never be given wrongly."""
TEXT = "各单位要切实提高认识，认真贯彻执行。"
HEAD = ("濮阳市财政局文件", "濮财综〔2017〕8号", "关于做好政府购买服务工作的通知", "各县区财政局：", TEXT)


def worded(facts: DocumentFacts) -> Iterator[int]:
    """Numbers of the paragraphs with words in the text."""
    outside = {Where.HEADER, Where.FOOTER, Where.NOTE}
    return (one.number for one in facts.paragraphs if one.text.strip() and one.where not in outside)


def typed(*texts: str | Piece) -> Recognised:
    """Words typed into an empty file, without any looks."""
    pieces = [f"普通│{one}" if isinstance(one, str) else one for one in texts]
    return recognise(flattened(without_styles(build(*pieces))))


def role_of(known: Recognised, text: str) -> Role:
    """The role of the paragraph that says exactly this."""
    return next(
        role
        for one, role in zip(known.facts.paragraphs, known.roles, strict=True)
        if one.text.strip() == text.strip()
    )


def roles_of(known: Recognised) -> list[str]:
    """The roles of the words in the text, in order."""
    return [known.role(number).value for number in worded(known.facts)]
