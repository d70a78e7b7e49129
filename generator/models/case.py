"""案例 and 地区实践: what happened, who bought what from whom, with which figures and lessons."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from pydantic import Field, model_validator

from generator.models.fields import Absent, Day, DocumentNumber, Id, Known, Model, Time, Words, YesNo
from generator.models.record import Measure, Record


class Tier(StrEnum):
    """层级: the level of government that buys."""

    CENTRAL = "中央"
    PROVINCE = "省级"
    CITY = "市级"
    COUNTY = "县级"
    TOWNSHIP = "乡镇级"


class Delivery(StrEnum):
    """服务方式: how the service is bought; it decides which other fields must be there."""

    CONTRACT = "合同"
    FRAMEWORK = "框架协议"
    VOUCHER = "服务券"
    PER_SESSION = "场次补贴"
    SUBSIDY = "补助"
    CONCESSION = "特许经营"
    DESIGNATED = "定点采购"
    ENTRUSTED = "委托"
    TRANSFER = "职能转移"


class CaseState(StrEnum):
    """状态 of a case on its way into a collection."""

    DRAFT = "草稿"
    REPORTED = "上报"
    RECOMMENDED = "初步被推选"
    SELECTED = "入选"


class Party(Model):
    """购买主体, 承接主体 or another unit that takes part."""

    name: Known = Field(alias="名称")
    body: Id | None = Field(None, alias="机构", description="机构库中的编号")
    type: Words | None = Field(None, alias="类型", description="承接主体类型，见代码表")
    role: Words | None = Field(None, alias="参与", description="在项目中做什么")
    note: Words | None = Field(None, alias="说明")


class Grounds(Model):
    """依据: a policy of the library, or a paper known by name only."""

    policy: Id | None = Field(None, alias="政策", description="政策编号")
    title: Words | None = Field(None, alias="名称")
    number: DocumentNumber | None = Field(None, alias="文号")
    day: Time | None = Field(None, alias="时间")
    content: Words | None = Field(None, alias="内容")


class Budget(Model):
    """预算: whether it was budgeted, and from what money."""

    budgeted: YesNo | Absent = Field(alias="纳入预算")
    funding: Known = Field(alias="资金来源")
    note: Words | None = Field(None, alias="说明")


class Procurement(Model):
    """采购: the method, as the code table names it."""

    method: Known = Field(alias="方式", description="采购方式，见代码表")
    reach: Words | None = Field(None, alias="范围")
    awarded_on: Day | None = Field(None, alias="中标日期", description="中标、成交通知书发出的日期")
    note: Words | None = Field(None, alias="说明")


class Contract(Model):
    """合同: 不适用 for vouchers and subsidies, which have no single contract."""

    term: Time | None = Field(None, alias="期限")
    renewal: YesNo | Absent | None = Field(None, alias="续签")
    renewed: Time | None = Field(None, alias="续签期限")
    signed_on: Day | None = Field(None, alias="签订日期")
    announced_on: Day | None = Field(None, alias="公告日期")
    filed_on: Day | None = Field(None, alias="备案日期")
    note: Words | None = Field(None, alias="说明")


class Appraisal(Model):
    """绩效: indicators, who appraises, whether a third party does."""

    indicators: tuple[Words, ...] = Field((), alias="指标")
    appraisers: tuple[Words, ...] = Field((), alias="评价主体")
    third_party: YesNo | Absent = Field(alias="第三方评价")
    note: Words | None = Field(None, alias="说明")


class FormPaper(Model):
    """单据: a slip that the procedure uses."""

    name: Words = Field(alias="名称")
    requirements: tuple[Words, ...] = Field((), alias="要件")
    destination: Words | None = Field(None, alias="去向")


VERBATIM = "章节照原文一字不改：题前不加序号，不绑定数字"


class Section(Model):
    """章节: a titled part of the story; paragraphs may bind figures with {{ … }}.

    In a story that is copied word for word (章节照录) nothing is bound, a heading may stand above another
    one without words of its own, and what comes before the first heading has the title 无.
    """

    title: Known = Field(alias="题")
    paragraphs: tuple[Words, ...] = Field((), alias="段")


class Finding(Model):
    """问题, with a number that a 建议 can answer."""

    id: Words | None = Field(None, alias="编号")
    text: Words = Field(alias="内容")


class Advice(Model):
    """建议, with the problems it answers."""

    answers: tuple[Words, ...] = Field((), alias="对应", description="所对应问题的编号")
    text: Words = Field(alias="内容")
    proposes: tuple[Words, ...] = Field((), alias="拟建")


class Spread(Model):
    """推广: who recommended it or came to learn."""

    type: Words = Field(alias="类型")
    who: Words | None = Field(None, alias="主体")
    regions: tuple[Words, ...] = Field((), alias="地区")
    note: Words | None = Field(None, alias="说明")


class Selection(Model):
    """入选: a list of model projects and how far the case got."""

    name: Words = Field(alias="名称")
    state: CaseState = Field(alias="状态")


class Case(Record):
    """案例: one project, in the sections of its 形式."""

    title: Words = Field(alias="名称")
    aliases: tuple[Words, ...] = Field((), alias="别名")
    form: Words = Field(alias="形式", description="章节的写法，见案例形式代码表：七段式、四段式、短例")
    region: Words = Field(alias="地区", description="全称，如 河南省濮阳市华龙区")
    tier: Tier | Absent = Field(alias="层级")
    period: Time = Field(alias="期间")
    fields: tuple[Words, ...] = Field(alias="领域", min_length=1, description="服务领域，见代码表")
    category: Known = Field(alias="目录类别", description="六大类之一，见代码表")
    delivery: Delivery | Absent = Field(alias="服务方式")
    state: CaseState = Field(alias="状态")
    purchasers: tuple[Party, ...] = Field(alias="购买主体", min_length=1)
    providers: tuple[Party, ...] = Field((), alias="承接主体")
    beneficiaries: Known = Field(Absent.NOT_WRITTEN, alias="服务对象")
    grounds: tuple[Grounds, ...] = Field((), alias="依据")
    budget: Budget | Absent = Field(alias="预算")
    procurement: Procurement | Absent = Field(alias="采购")
    contract: Contract | Absent | None = Field(
        None, alias="合同", description="服务方式为合同、框架协议的要写；服务券、补贴没有单一合同，可不写"
    )
    measures: tuple[Measure, ...] = Field((), alias="数据")
    appraisal: Appraisal | Absent = Field(Absent.NOT_WRITTEN, alias="绩效")
    papers: tuple[FormPaper, ...] = Field((), alias="单据")
    summary: Words = Field(alias="摘要", description="一两句话，印在汇编一览表和站点列表里")
    verbatim: YesNo = Field(YesNo.NO, alias="章节照录", description=VERBATIM)
    sections: tuple[Section, ...] = Field(alias="章节", min_length=1)
    findings: tuple[Finding, ...] = Field((), alias="问题")
    advice: tuple[Advice, ...] = Field((), alias="建议")
    spread: tuple[Spread, ...] = Field((), alias="推广")
    selections: tuple[Selection, ...] = Field((), alias="入选")
    practice: Id | None = Field(None, alias="所属实践", description="它所在的地区实践的编号")

    @property
    def name(self) -> str:
        """The project's name."""
        return self.title

    @model_validator(mode="after")
    def sections_have_words(self) -> Self:
        """Each section has paragraphs, unless the story is copied word for word."""
        require_words(self)
        return self


class Event(Model):
    """大事记: one dated event."""

    time: Time = Field(alias="时间")
    text: Words = Field(alias="事项")
    policies: tuple[Id, ...] = Field((), alias="文件", description="政策编号")


class Mechanism(Model):
    """机制: a standing arrangement, its principles and what it consists of."""

    name: Words = Field(alias="名称")
    text: Words | None = Field(None, alias="内容")
    items: tuple[Words, ...] = Field((), alias="要件")
    rules: tuple[Id, ...] = Field((), alias="规则", description="制度参数编号")


class Procedure(Model):
    """流程: a named sequence of steps."""

    name: Words = Field(alias="名称")
    steps: tuple[Words, ...] = Field(alias="环节", min_length=2)


class Duty(Model):
    """职责分工: a department and what it answers for."""

    department: Words = Field(alias="部门")
    tasks: tuple[Words, ...] = Field(alias="职责", min_length=1)


class PolicyState(Model):
    """制度: a policy that the practice rests on or made, with its state."""

    policy: Id = Field(alias="政策")
    note: Words | None = Field(None, alias="说明")


class Publication(Model):
    """发布: where and when the account was published."""

    medium: Words | None = Field(None, alias="媒介")
    day: Day | None = Field(None, alias="日期")
    address: Words | None = Field(None, alias="网址")
    editor: Words | None = Field(None, alias="责任编辑")


class Practice(Record):
    """地区实践: how a region goes about it, as told in a report or an article."""

    title: Known = Field(alias="名称")
    display_title: Words = Field(alias="题名", description="原文没有标题时由编者拟的题名")
    region: Words = Field(alias="地区")
    tier: Tier | Absent = Field(alias="层级")
    period: Time = Field(alias="期间")
    author: Known = Field(alias="作者")
    publication: Publication | Absent = Field(Absent.NOT_WRITTEN, alias="发布")
    fields: tuple[Words, ...] = Field((), alias="领域")
    summary: Words = Field(alias="摘要")
    measures: tuple[Measure, ...] = Field((), alias="数据")
    policies: tuple[PolicyState, ...] = Field((), alias="制度")
    events: tuple[Event, ...] = Field((), alias="大事记")
    mechanisms: tuple[Mechanism, ...] = Field((), alias="机制")
    procedures: tuple[Procedure, ...] = Field((), alias="流程")
    duties: tuple[Duty, ...] = Field((), alias="职责分工")
    verbatim: YesNo = Field(YesNo.NO, alias="章节照录", description=VERBATIM)
    sections: tuple[Section, ...] = Field(alias="章节", min_length=1)
    findings: tuple[Finding, ...] = Field((), alias="问题")
    advice: tuple[Advice, ...] = Field((), alias="对策")
    cases: tuple[Id, ...] = Field((), alias="案例")
    statistics: tuple[Id, ...] = Field((), alias="统计")

    @property
    def name(self) -> str:
        """The account's own title, or the one an editor gave it."""
        return self.display_title

    @model_validator(mode="after")
    def sections_have_words(self) -> Self:
        """Each section has paragraphs, unless the account is copied word for word."""
        require_words(self)
        return self


def require_words(record: Case | Practice) -> None:
    """The sections of a record have titles and paragraphs where they are not copied word for word.

    Raises:
        ValueError: a section has none.
    """
    for section in record.sections if record.verbatim is not YesNo.YES else ():
        if isinstance(section.title, Absent) or not section.paragraphs:
            lacking = "题" if isinstance(section.title, Absent) else "段"
            raise ValueError(
                f"“章节”里“{section.title}”没有“{lacking}”；应补上内容，原文照录的写“章节照录: 是”"
            )
