"""Roles by the styles of the contract (`gbt9704.yaml`), where a file has them.

Some styles hold several parts; for those the words decide among the few that the style allows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from generator.recognition import forms
from generator.recognition.roles import Role
from generator.standard import StyleType, gbt9704

ROLES: dict[str, Role | None] = {
    "公文默认": None,
    "公文正文": Role.BODY,
    "空行": None,
    "一级标题": Role.LEVEL_1,
    "二级标题": Role.LEVEL_2,
    "三级标题": Role.LEVEL_3,
    "四级标题": Role.LEVEL_4,
    "发文机关标志": Role.MARK,
    "版头位置": None,
    "分节": None,
    "信函首行": Role.NUMBER,
    "信函上线": Role.RED_RULE,
    "信函下线": Role.RED_RULE,
    "发文字号": Role.NUMBER,
    "上行文发文字号": Role.NUMBER,
    "版头分隔线": Role.RED_RULE,
    "公文标题": Role.TITLE,
    "主送机关": Role.ADDRESSEES,
    "附件说明": Role.ATTACHMENT_NOTE,
    "出席人员": Role.ATTENDANCE,
    "署名": Role.ISSUER,
    "成文日期": Role.DATE,
    "签发人职务": Role.OFFICIAL,
    "附注": Role.NOTE,
    "附件标识": Role.ATTACHMENT_LABEL,
    "附件标题": Role.ATTACHMENT_TITLE,
    "信息公开选项": Role.DISCLOSURE,
    "版记位置": None,
    "抄送机关": Role.COPIES_TO,
    "版记尾": None,
    "表格标题": Role.TABLE_TEXT,
    "表格说明": Role.TABLE_TEXT,
    "表格表头": Role.TABLE_TEXT,
    "表格分节": Role.TABLE_TEXT,
    "表格文字": Role.TABLE_TEXT,
    "表格合计": Role.TABLE_TEXT,
    "表格之后": None,
    "单页页码": Role.PAGE_NUMBER,
    "双页页码": Role.PAGE_NUMBER,
    "封面单位": Role.FRONT_MATTER,
    "封面题名": Role.FRONT_MATTER,
    "封面日期": Role.FRONT_MATTER,
    "前言标题": Role.FRONT_MATTER,
    "目录章": Role.FRONT_MATTER,
    "目录篇": Role.FRONT_MATTER,
    "章名": Role.OTHER,
    "篇名": Role.OTHER,
    "篇副题": Role.OTHER,
}
"""Style of the contract → role; None where words in that style say nothing about their part."""


def corner_role(tight: str) -> Role:
    """Of a line in the upper left corner: 份号, 密级 or 紧急程度."""
    if forms.COPY_NUMBER.fullmatch(tight) or tight.isdigit():
        return Role.COPY_NUMBER
    if "密" in tight:
        return Role.SECRECY
    return Role.URGENCY if "急" in tight or "特提" in tight else Role.OTHER


def signers_role(tight: str) -> Role:
    """Of a line with several signers: the last one holds the 发文字号, too."""
    return Role.NUMBER if forms.NUMBER.match(tight) else Role.SIGNERS


def printing_role(tight: str) -> Role:
    """Of a line at the foot of the 版记: who printed it and when, or how many copies."""
    return Role.IMPRINT_OTHER if forms.IMPRINT_OTHER.fullmatch(tight) else Role.PRINTING


ROLES_BY_WORDS: dict[str, Callable[[str], Role]] = {
    "版头角标": corner_role,
    "多个签发人": signers_role,
    "印发机关": printing_role,
}
"""Styles that hold several parts, and what decides among them."""
TELLING = frozenset({Role.MARK, Role.TITLE, Role.BODY, Role.FRONT_MATTER})
"""Roles whose styles tell that a file was made with a template of ours."""


@cache
def mark_styles() -> frozenset[str]:
    """The styles of the 发文机关标志, one for each length."""
    return frozenset(step.style for step in gbt9704().data.mark_steps)


def role_by_style(style: str, tight: str) -> Role | None:
    """The role of words in a style of the contract; None where the style is foreign or does not tell."""
    if style in ROLES_BY_WORDS:
        return ROLES_BY_WORDS[style](tight)
    role = Role.MARK if style in mark_styles() else ROLES.get(style)
    return Role.SIGNERS if role is Role.NUMBER and forms.SIGNERS.fullmatch(tight) else role


def contract_styles() -> frozenset[str]:
    """Every style of paragraphs in the contract, steps of the mark included."""
    named = (style.name for style in gbt9704().data.styles if style.type is StyleType.PARAGRAPH)
    return frozenset(named) | mark_styles()


def is_styled(roles: Sequence[Role | None]) -> bool:
    """Whether styles of ours tell the structure of a file, given the roles that styles gave.

    Args:
        roles: Of the paragraphs with words; None where the style does not tell.
    """
    told = [role for role in roles if role]
    return len(TELLING & set(told)) > 1 and 2 * len(told) >= len(roles)
