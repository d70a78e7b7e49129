"""A recovered 公文 as a 政策 record with its full text, and what it encloses as records of their own."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from generator.document import JointMark, OfficialDocument, Table
from generator.hanzi.docnumber import DocNumber
from generator.hanzi.titles import parse_title
from generator.importers.drafts import Draft
from generator.importers.records.bodies import attendance_blocks, body_of, grid_of
from generator.importers.records.context import Context
from generator.importers.records.disclosing import disclosure_of
from generator.importers.records.heads import (
    closing_of,
    head_keys,
    issuers_of,
    keep_the_rest,
    note_keys,
    number_of,
    title_of,
)
from generator.importers.records.issuing import authority_of, region_of
from generator.importers.records.pending import PendingList
from generator.models.fields import Absent
from generator.models.policy import TextState

POLICY = "政策"
ORDER = (
    *("类别", "编号", "标题", "文种", "发文机关", "发文机关标志", "文号", "来文机关", "效力级别", "地区"),
    *(
        "签发人",
        "主送",
        "抄送",
        "成文日期",
        "公布日期",
        "施行日期",
        "废止日期",
        "印发日期",
        "印发机关",
        "公开属性",
    ),
    *("时效", "文本", "联系人", "附注", "附件", "主题", "关系", "要求", "来源", "核验", "待确认", "备注"),
)
"""The keys of a policy in the order in which the records have them."""


@dataclass(slots=True)
class PolicyDraft:
    """A policy that is being written; the relations and demands come last."""

    id: str
    data: dict[str, Any]
    body: str
    pending: PendingList
    context: Context
    replaces: bool = False
    relations: list[dict[str, str]] = field(default_factory=list)
    demands: list[dict[str, Any]] = field(default_factory=list)

    @property
    def draft(self) -> Draft:
        """The record as it stands."""
        whole = {**self.data, "关系": self.relations, "要求": self.demands, "待确认": self.pending.entries}
        folder = self.context.folder("policies")
        return Draft(self.id, POLICY, folder, in_order(whole), self.body, self.replaces)


def in_order(data: dict[str, Any]) -> dict[str, Any]:
    """The keys in the order of `ORDER`, others behind them; those without content are left out."""
    known = {key: data[key] for key in ORDER if key in data}
    return {key: value for key, value in {**known, **data}.items() if value}


def policy_keys(
    title: str, number: DocNumber | None, text: TextState, pending: PendingList
) -> dict[str, Any]:
    """The keys that a policy has whatever it is read from; its 编号 is settled later.

    Args:
        title: its title, which ends in its 文种.
        number: its 文号; None where the original has none.
        text: how much of it the record holds.
        pending: told where the title ends in no 文种.
    """
    genre = parse_title(title).genre
    if not genre:
        pending.add("文种", [], "标题里看不出文种")
    return {
        "类别": POLICY,
        "编号": "",
        "标题": title,
        "文种": genre or Absent.TO_FILL.value,
        "文号": str(number) if number else Absent.NOT_WRITTEN.value,
        "时效": "未核",
        "文本": text.value,
        "核验": "未核",
    }


def policy_of(
    document: OfficialDocument, record_id: str, context: Context, pending: PendingList, part: str
) -> PolicyDraft:
    """The record of one document, without its 附件, 关系 and 要求.

    Args:
        document: the tree.
        record_id: its 编号.
        context: the surroundings.
        pending: takes what is not certain.
        part: where in the original it stands (附件1); empty for the original itself.
    """
    issuers = issuers_of(document, context, pending)
    data: dict[str, Any] = {"类别": POLICY, "编号": record_id, "标题": named(document, context, pending)}
    data |= dict(head_keys(document, pending))
    data["发文机关"] = list(issuers)
    data["发文机关标志"] = odd_mark(document, issuers)
    data |= standing_keys(document, issuers, context, pending)
    data |= dict(closing_of(document)) | dict(note_keys(document))
    data |= {
        "公开属性": disclosure_of(document, context, pending),
        "时效": "未核",
        "文本": TextState.FULL.value,
        "来源": context.origins(part),
        "核验": "未核",
    }
    keep_the_rest(document, context)
    doubt_tables(document, pending)
    body = body_of((*document.body, *attendance_blocks(document.attendance)))
    return PolicyDraft(record_id, data, body, pending, context)


def doubt_tables(document: OfficialDocument, pending: PendingList) -> None:
    """A table with merged cells: Markdown has none, so that what continues them is left empty."""
    tables = [block for block in document.body if isinstance(block, Table)]
    merged = [str(at) for at, table in enumerate(tables, start=1) if has_merged_cells(table)]
    if merged:
        reason = f"第 {'、'.join(merged)} 张表有合并的（或空着的）单元格，续格留空，各列对齐；请对照原件补填"
        pending.add("正文", [], reason)


def has_merged_cells(table: Table) -> bool:
    """Whether a cell reaches over others, or one stands empty at the left or in the head as if it did."""
    rows = (*table.head, *table.rows)
    spread = any(cell.columns > 1 or cell.rows > 1 for row in rows for cell in row.cells)
    grid = tuple(grid_of(rows))
    head, left = grid[0] if grid else (), (row[0] for row in grid[1:] if row)
    return spread or not all((*head, *left))


def named(document: OfficialDocument, context: Context, pending: PendingList) -> str:
    """The title; a document without one is called by its number, else by its file."""
    title = title_of(document)
    if title:
        return title
    pending.add("标题", [], "没有找到标题，先用文号或文件名代替")
    return str(number_of(document) or context.original)


def odd_mark(document: OfficialDocument, issuers: tuple[str, ...]) -> str:
    """The 发文机关标志 as printed, where composing would not build it from the bodies."""
    mark = document.masthead.mark
    printed = str(mark)
    if isinstance(mark, JointMark):
        return "".join((*mark.bodies, mark.beside))
    built = f"{issuers[0]}文件" if issuers else ""
    return printed if printed not in ("", built) else ""


def standing_keys(
    document: OfficialDocument, issuers: tuple[str, ...], context: Context, pending: PendingList
) -> dict[str, str]:
    """效力级别 and 地区."""
    region = region_of(context.library, issuers, title_of(document))
    authority = authority_of(context.library, document.genre, issuers, number_of(document))
    return {"效力级别": pending.take("效力级别", authority), "地区": pending.take("地区", region)}
