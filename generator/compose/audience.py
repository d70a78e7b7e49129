"""Who reads the result: what is printed and sent, or what the site shows to everybody."""

from enum import StrEnum

HIDDEN = "（个人信息，站点不显示）"
NOT_PUBLIC = "（不予公开）"
"""What everybody reads in place of a figure whose record is not public; never in place of a mistake."""
UNFILLED = "（没有填出）"
"""What everybody reads in place of a figure of a record that cannot be found: its 编号 is not told."""


class Audience(StrEnum):
    """PRINT keeps names of contacts and approvers; SITE leaves them out (design rule 8)."""

    PRINT = "print"
    SITE = "site"
