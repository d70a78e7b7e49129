"""版记: 抄送机关, 印发机关和印发日期, 份数, and the 信息公开选项 above (clause 7.4)."""

from __future__ import annotations

from collections.abc import Sequence

from generator.recognition import forms
from generator.recognition.lines import Line
from generator.recognition.roles import Role

IMPRINT_ROLES = frozenset({Role.COPIES_TO, Role.PRINTING, Role.IMPRINT_OTHER})
BY_FORM = (
    (Role.DISCLOSURE, forms.DISCLOSURE),
    (Role.IMPRINT_OTHER, forms.IMPRINT_OTHER),
    (Role.PRINTING, forms.PRINTED_ON),
    (Role.COPIES_TO, forms.COPIES_TO),
)


def imprint_role(flow: Sequence[Line], at: int, *, inside: bool) -> Role | None:
    """What a line would be in a 版记, given the lines below it and whether a 版记 has begun."""
    line = flow[at]
    if line.fixed:
        return line.role if line.role in IMPRINT_ROLES | {Role.DISCLOSURE} else None
    if line.role is not None:
        return None
    role = next((role for role, form in BY_FORM if form.fullmatch(line.tight)), None)
    if role is Role.IMPRINT_OTHER and not inside:
        return None
    return role or loose_role(flow, at, inside=inside)


def loose_role(flow: Sequence[Line], at: int, *, inside: bool) -> Role | None:
    """Roles that only the neighbours tell: 主送 in the 版记, 印发机关 above its date, more 抄送机关."""
    line = flow[at]
    if forms.MORE_COPIES_TO.fullmatch(line.tight):
        closes = is_last_sent(flow, at)
        return Role.COPIES_TO if inside or line.apart or closes or is_copied(flow, at + 1) else None
    if forms.BODY_NAME.fullmatch(line.tight) and is_printed(flow, at + 1, line):
        return Role.PRINTING
    if forms.PRINTER_AND_DATE.fullmatch(line.tight):
        return Role.PRINTING if inside or line.apart else None
    above = flow[at - 1] if at else None
    if inside and line.apart and above is not None and above.role is Role.PRINTING:
        return Role.PRINTING if forms.DATE.fullmatch(line.tight) else None
    return Role.COPIES_TO if inside and above is not None and is_more_copied(line, above) else None


def is_last_sent(flow: Sequence[Line], at: int) -> bool:
    """Whether a line is the 分送 that ends minutes: nothing stands below, and who attended right above."""
    above = flow[at - 1].tight if at else ""
    return (
        at + 1 == len(flow)
        and flow[at].tight.startswith("分送")
        and forms.ATTENDANCE.fullmatch(above) is not None
    )


def is_copied(flow: Sequence[Line], at: int) -> bool:
    """Whether the line there is a 抄送."""
    return at < len(flow) and bool(forms.COPIES_TO.fullmatch(flow[at].tight))


def is_printed(flow: Sequence[Line], at: int, printer: Line) -> bool:
    """Whether the line there is an 印发日期 and nothing else; in a cell 印发 may be missing."""
    if at >= len(flow):
        return False
    below = flow[at]
    match = forms.PRINTED_ON.fullmatch(below.tight)
    if match and not match["printer"]:
        return True
    beside = below.apart and printer.apart and below.facts.table == printer.facts.table is not None
    above = flow[at - 2] if at > 1 else None
    follows = above is not None and above.role in {Role.COPIES_TO, Role.DISCLOSURE}
    return beside and follows and bool(forms.DATE.fullmatch(below.tight))


def is_more_copied(line: Line, above: Line) -> bool:
    """Whether a line goes on with 抄送机关 that were broken by hand."""
    unfinished = above.role is Role.COPIES_TO and not above.tight.endswith(("。", "."))
    return unfinished and line.number == above.number + 1 and not forms.CLAUSE.search(line.tight[:-1])


def opens_imprint(flow: Sequence[Line], at: int) -> bool:
    """Whether a 版记 begins with a line; a 信息公开选项 does so only right above one."""
    role = imprint_role(flow, at, inside=False)
    if role is Role.DISCLOSURE:
        return at + 1 < len(flow) and imprint_role(flow, at + 1, inside=True) in IMPRINT_ROLES
    return role in IMPRINT_ROLES


def take_imprint(flow: Sequence[Line], start: int) -> int:
    """Settle one 版记 from its first line on; gives where it ends.

    Another one begins where 信息公开选项, 抄送 or 印发机关 come again below an 印发日期.
    """
    at, printed = start, False
    while at < len(flow):
        role = imprint_role(flow, at, inside=at > start)
        if role is None or (printed and role is not Role.IMPRINT_OTHER):
            break
        flow[at].takes(role)
        printed = printed or (role is Role.PRINTING and forms.DATE.search(flow[at].tight) is not None)
        at += 1
    return at
