"""政策: a policy document (digest, full text or stub) and its typed relations to others."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from generator.models.fields import Absent, Day, DocumentNumber, Id, Known, Model, Time, Words, YesNo
from generator.models.record import Measure, Record


class TextState(StrEnum):
    """文本: how much of the text the library holds."""

    FULL = "全文"
    DIGEST = "摘编"
    STUB = "存根"


class Status(StrEnum):
    """时效."""

    IN_FORCE = "现行有效"
    AMENDED = "已修改"
    REPEALED = "已废止"
    LAPSED = "已失效"
    NOT_YET = "尚未施行"
    DRAFT = "草案"
    UNVERIFIED = "未核"

    @property
    def told(self) -> str:
        """What people read: 未核 alone is what they read of a 核验."""
        return "时效未核" if self is Status.UNVERIFIED else self.value


class Authority(StrEnum):
    """效力级别, from the highest down; 司法解释 stand with what the nation has laid down."""

    LAW = "法律"
    REGULATION = "行政法规"
    JUDICIAL = "司法解释"
    RULE = "部门规章"
    LOCAL_REGULATION = "地方性法规"
    LOCAL_RULE = "地方政府规章"
    PARTY = "党内法规"
    NORMATIVE = "规范性文件"
    LOCAL_NORMATIVE = "地方规范性文件"
    WORKING = "工作文件"
    STANDARD = "标准"


class RelationType(StrEnum):
    """How one text stands to another."""

    BASIS = "依据"
    FORWARDS = "转发"
    ISSUES = "印发"
    IMPLEMENTS = "贯彻落实"
    SUPPLEMENTS = "配套"
    AMENDS = "修改"
    REPEALS = "废止"
    CITES = "引用"
    REPLIES = "答复"
    ATTACHED_TO = "附件于"


class Relation(Model):
    """关系: its type, the record it points to, and the provisions at both ends."""

    type: RelationType = Field(alias="类型")
    target: Id = Field(alias="目标", description="政策编号")
    anchor: Words | None = Field(None, alias="锚", description="本文中的条款，如 三（四）")
    target_anchor: Words | None = Field(None, alias="目标锚", description="对方的条款，如 第三十五条")
    note: Words | None = Field(None, alias="说明")


class Contact(Model):
    """联系人: personal data, hidden on the site."""

    name: Words = Field(alias="姓名")
    phone: Words | None = Field(None, alias="电话")


class AttachmentEntry(Model):
    """附件: a record of the library printed behind the document, or a title alone."""

    title: Words | None = Field(None, alias="标题", description="不写则取所附记录的名称")
    record: Id | None = Field(None, alias="记录")
    whole: YesNo = Field(YesNo.NO, alias="全文附后", description="所附的是整份公文（带自己的版头和版记）")
    sideways: YesNo = Field(YesNo.NO, alias="横排", description="宽表横排在 A4 纸上")


class Demand(Model):
    """要求: what the text demands of whom, until when, how strongly."""

    id: Words = Field(alias="编号")
    anchor: Words = Field(alias="锚")
    who: tuple[Words, ...] = Field(alias="主体", min_length=1)
    what: Words = Field(alias="事项")
    until: Words | None = Field(None, alias="期限")
    force: Words | None = Field(None, alias="强度")
    rule: Id | None = Field(None, alias="规则")


class OuterName(StrEnum):
    """来文机关 in a forwarding title: within the 书名号 of the forwarded title, or before it."""

    INSIDE = "书名号内"
    OUTSIDE = "书名号外"


class IssuingFacts(Record):
    """The facts of 版头, 主送 and 版记 that a policy and a document of ours share."""

    genre: Known = Field(alias="文种")
    issuers: tuple[Words, ...] = Field((), alias="发文机关", description="机构全称")
    number: DocumentNumber | Absent = Field(Absent.NOT_WRITTEN, alias="文号")
    signers: tuple[Words, ...] = Field((), alias="签发人")
    addressees: tuple[Words, ...] = Field(
        (), alias="主送", description="同类用顿号写在一条里，不同类各写一条"
    )
    copies_to: tuple[Words, ...] = Field((), alias="抄送")
    signed_on: Day | Absent | None = Field(None, alias="成文日期")
    printed_on: Day | Absent | None = Field(None, alias="印发日期")
    printer: Known | None = Field(None, alias="印发机关")
    attachments: tuple[AttachmentEntry, ...] = Field((), alias="附件")
    relations: tuple[Relation, ...] = Field((), alias="关系")
    contacts: tuple[Contact, ...] = Field((), alias="联系人")
    outer_name: OuterName | None = Field(None, alias="来文机关", description="不写则看来文标题是否以机关开头")

    @property
    def forwards(self) -> str | None:
        """The id of the text that this one forwards."""
        return next(
            (relation.target for relation in self.relations if relation.type is RelationType.FORWARDS), None
        )


class Policy(IssuingFacts):
    """政策文件: its body, where there is one, stands below the head as provisions."""

    title: Words = Field(alias="标题")
    aliases: tuple[Words, ...] = Field((), alias="别名")
    authority: Authority | Absent = Field(alias="效力级别")
    region: Known = Field(alias="地区", description="适用地区全称；全国性文件写 全国；不知道写 待补")
    published_on: Day | None = Field(None, alias="公布日期")
    effective_on: Day | None = Field(None, alias="施行日期")
    repealed_on: Day | None = Field(None, alias="废止日期")
    known_time: Time | None = Field(None, alias="时间", description="只知道大概时间时写在这里")
    status: Status = Field(alias="时效")
    text_state: TextState = Field(alias="文本")
    subjects: tuple[Words, ...] = Field((), alias="主题")
    demands: tuple[Demand, ...] = Field((), alias="要求")
    measures: tuple[Measure, ...] = Field((), alias="数据")
    summary: Words | None = Field(None, alias="摘要")
    mark: Words | None = Field(
        None,
        alias="发文机关标志",
        description="原件的写法，与“发文机关”加“文件”不同时写；原件没有版头的写 无",
    )
    note: Words | None = Field(None, alias="附注", description="原件的附注，不带括号；联系人另写")

    @property
    def name(self) -> str:
        """The title without 书名号 around it."""
        return self.title

    @property
    def year(self) -> int | None:
        """The year of issue: of the number, else of the earliest date that is known."""
        if not isinstance(self.number, Absent) and self.number.year:
            return self.number.year
        days = (self.signed_on, self.published_on, self.printed_on)
        known = [day.year for day in days if isinstance(day, date)]
        times = self.known_time.years if self.known_time else ()
        return min(known, default=None) or next(iter(times), None)
