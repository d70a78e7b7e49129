"""Which way a 公文 goes by its 文种, and what the 条例 asks of those that go up."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.document import DocumentFormat
from generator.hanzi.bodies import reads_as_subordinate, split_bodies
from generator.inspection.findings import Area
from generator.inspection.rules.rule import Rule, Sight, broken, kept, look
from generator.inspection.rules.sheet import Sheet
from generator.inspection.rules.signing import has_signers
from generator.inspection.rules.wording import quoted
from generator.models.fields import YesNo
from generator.models.issued import Direction
from generator.recognition.roles import Part, Role
from generator.standard.genres import Genre, genres

ALL_OF = re.compile(r"各|有关|直属")
TELEPHONE = re.compile(r"\d{7,}|\d{3,4}[-—]\d{7,8}")


def regulated_genre(part: Part) -> Genre | None:
    """The 文种 of a document; None where it has none that the 条例 knows."""
    return genres().find(part.genre) if part.genre else None


def goes_up(part: Part) -> bool:
    """Whether a document is of a kind that only goes up."""
    genre = regulated_genre(part)
    return genre is not None and set(genre.directions.allowed) == {Direction.UP}


def never_goes_up(part: Part) -> bool:
    """Whether a document is of a kind that never goes up."""
    genre = regulated_genre(part)
    return genre is not None and Direction.UP not in genre.directions.allowed


def check_signers(sheet: Sheet) -> Iterator[Sight]:
    """签发人 stands on documents that go up, and only there."""
    for part in sheet.in_format(DocumentFormat.ORDINARY):
        number = sheet.first(part, Role.NUMBER)
        if number is None:
            continue
        signed = has_signers(sheet, part)
        told = f"{part.genre or '文种不明'}，{'有' if signed else '没有'}签发人"
        if goes_up(part) and not signed:
            yield broken(told, number)
        elif never_goes_up(part) and signed:
            yield broken(told, number, "只有上行文标注签发人", "去掉“签发人”，发文字号居中")
        else:
            yield kept(told)


def check_one_addressee(sheet: Sheet) -> Iterator[Sight]:
    """Documents that go up have one 主送机关 in principle."""
    for part in filter(goes_up, sheet.parts):
        paragraph = sheet.first(part, Role.ADDRESSEES)
        if paragraph is None:
            continue
        names = split_bodies(paragraph.text.rstrip("：: "))
        told = f"主送 {len(names)} 个机关"
        if len(names) > 1 or ALL_OF.match(paragraph.text):
            yield broken(told, paragraph)
        else:
            yield kept(told)


def check_copies_below(sheet: Sheet) -> Iterator[Sight]:
    """Documents that go up are not copied to subordinates."""
    for part in filter(goes_up, sheet.parts):
        for paragraph in sheet.own(part, Role.COPIES_TO):
            names = [one for one in split_bodies(paragraph.text.split("：")[-1]) if reads_as_subordinate(one)]
            if names and paragraph.text.strip().startswith("抄送"):
                yield broken(f"抄送了{'、'.join(name.rstrip('。') for name in names)}", paragraph)
            else:
                yield kept("没有抄送下级")


def check_request_in_report(sheet: Sheet) -> Iterator[Sight]:
    """A report asks for nothing."""
    for part in sheet.parts:
        genre = regulated_genre(part)
        if genre is None or genre.without_requests is not YesNo.YES:
            continue
        found = [(genres().requests.find(one.text), one) for one in sheet.own(part, Role.BODY)]
        asking = [look(quoted(words), paragraph) for words, paragraph in found if words]
        yield from asking or [kept()]


def check_contact(sheet: Sheet) -> Iterator[Sight]:
    """A request names somebody to ask, in its 附注."""
    for part in sheet.parts:
        genre = regulated_genre(part)
        title = sheet.first(part, Role.TITLE)
        if genre is None or genre.contact is not YesNo.YES or title is None:
            continue
        named = any(TELEPHONE.search(one.text) for one in sheet.own(part, Role.NOTE, Role.BODY))
        yield kept("有联系人电话") if named else look("没有看到联系人和电话", title)


RULES = (
    Rule(
        "H06",
        "签发人的有无",
        check_signers,
        area=Area.HEAD,
        clause=genres().clause("签发人"),
        strength=genres().strength("签发人"),
        required="上行文标注签发人",
        hint="在发文字号同一行居右空 {签发人右空}写“签发人：姓名”；发文字号居左空 {文号左空}",
        content=True,
    ),
    Rule(
        "R02",
        "上行文的主送机关",
        check_one_addressee,
        clause=genres().clause("上行主送"),
        strength=genres().strength("上行主送"),
        required="原则上一个上级机关",
        hint="留一个主送，其余改列抄送",
        content=True,
    ),
    Rule(
        "C05",
        "上行文的抄送",
        check_copies_below,
        area=Area.IMPRINT,
        clause=genres().clause("抄送下级"),
        strength=genres().strength("抄送下级"),
        required="不得抄送下级机关",
        hint="从抄送里去掉下级；需要下级知道的，另行发文",
        content=True,
    ),
    Rule(
        "E01",
        "报告不夹带请示事项",
        check_request_in_report,
        clause=genres().clause("夹带请示"),
        strength=genres().strength("夹带请示"),
        required="报告中不夹带请示事项",
        hint="看这一句是不是请示；是就另写请示",
        content=True,
    ),
    Rule(
        "E02",
        "请示的联系人",
        check_contact,
        clause=genres().clause("附注联系人"),
        strength=genres().strength("附注联系人"),
        required="附注写联系人和电话",
        hint="在成文日期下一行写“（联系人：某某某，电话：……）”",
        content=True,
    ),
)
