"""What a case still lacks, on its page: a share, a short table of what to fill in where, open facts."""

from __future__ import annotations

from collections.abc import Iterator

from generator.models.case import Case
from generator.models.record import Verification
from generator.pages.case_table.elements import ADVICE, SECTION_KEY, Completeness, Element, Given
from generator.pages.markup import badge, escape, tag
from generator.pages.sheet import Sheet

TITLE = "要素完整度"
TONES = {Given.TO_FILL: "bad", Given.LEFT_OUT: "warn", Given.NOT_WRITTEN: "plain"}


def completeness_badge(found: Completeness) -> str:
    """要素 14/17 beside the title, as a link to what is missing."""
    return f'<a class="badge badge-plain" href="#completeness">{escape(f"要素 {found.share}")}</a>'


def add_completeness(sheet: Sheet, case: Case, found: Completeness) -> None:
    """The share, what is missing and what to do about it, what is there."""
    sheet.heading(2, TITLE, "completeness")
    sheet.add(tag("p", share_words(case, found), class_="share"))
    rows = (
        (escape(element.name), badge(element.given.value, TONES[element.given]), advice(element))
        for element in found.missing
    )
    sheet.grid(("缺什么", "情况", "怎么补"), rows, "missing-elements")
    sheet.note(f"已写：{there_words(found)}。")
    sheet.items((escape(line) for line in open_lines(case, found)), "checks")


def share_words(case: Case, found: Completeness) -> str:
    """How much is there, with a bar that is told in words beside it."""
    per_cent = f"{found.per_cent}%"
    bar = f'<span class="share-bar" aria-hidden="true"><span style="width:{per_cent}"></span></span>'
    words = f"按“{case.form}”和服务方式应写 {len(found.elements)} 项，已写 {found.there} 项（{per_cent}）。"
    return tag("strong", escape(f"要素 {found.share}")) + bar + escape(words)


def there_words(found: Completeness) -> str:
    """What is there, the sections counted and the facts by name."""
    there = [element for element in found.elements if element.given is Given.THERE]
    sections = [element for element in there if element.key.startswith(SECTION_KEY)]
    names = [element.name for element in there if element not in sections]
    counted = [f"规定的章节 {len(sections)} 节"] if sections else []
    return "、".join((*counted, *names)) or "无"


def advice(element: Element) -> str:
    """What to do, with the key to fill."""
    return escape(ADVICE[element.given]) + tag("code", escape(element.key.replace(".", " › ")))


def open_lines(case: Case, found: Completeness) -> Iterator[str]:
    """What nobody has compared with the source yet, in words."""
    if case.verification in (None, Verification.UNVERIFIED):
        figures = f"和 {found.figures} 个数" if found.figures else ""
        yield f"未核：已写的 {found.there} 项要素{figures}还没有同原文核对；核对后填“核验”。"
    elif case.verification is Verification.PARTLY:
        yield "部分核实：未核对的项见记录；全部核对后“核验”改为“已核”。"
    if case.pending:
        fields = "、".join(pending.field for pending in case.pending)
        yield f"待确认 {len(case.pending)} 项：{fields}；核对原件，改好一项删去“待确认”里的一条。"
    if found.unquoted:
        yield f"{found.unquoted} 个数没有摘引文；从原文摘一短句，填在“数据 › 引文”。"
