"""Marks that may not begin a line and marks that may not end one.

GB/T 15834-2011 clause 5.1 keeps 。，、；：！？ and the second halves of quotation marks, brackets and 书名号
from the beginning of a line, their first halves from its end, and 连接号 and 间隔号 from its beginning.
It lets no 破折号 and no 省略号 be torn in two: the second of their two characters may not begin a
line, so that — and … count as such.  ％ and ℃ stay with their number, as in the line breaking
rules (kinsoku) that Word and LibreOffice apply to Chinese.
"""

from __future__ import annotations

OPENING = "《〈「『（“‘〔【［"
CLOSING = "》〉」』）”’〕】］"
"""In the order of their pairs."""
STOPS = "，。、；：？！"
NOT_FIRST = frozenset(f"{CLOSING}{STOPS}…—～·％℃")
"""Marks that may not begin a line."""
NOT_LAST = frozenset(OPENING)
"""Marks that may not end a line."""


def set_of(marks: frozenset[str]) -> str:
    """Marks as the members of a character class of a regular expression, always in the same order."""
    return "".join(sorted(marks))
