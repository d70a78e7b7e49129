"""密级和保密期限 as it is printed (GB/T 9704-2012 clause 7.2.2): 机密★1年, 秘密★6个月, 绝密★长期."""

from __future__ import annotations

import re

STRICT = re.compile(r"(?:绝密|机密|秘密)(?:★(?:[1-9]\d*(?:年|个月|天)|长期))?", re.ASCII)
EXAMPLES = "机密★1年、秘密★6个月、绝密★长期"


def is_secrecy(text: str) -> bool:
    """Whether a text is a 密级, alone or with ★ and a term in 年, 个月, 天 or 长期."""
    return STRICT.fullmatch(text) is not None
