"""公文 and 汇编: what the bureau issues."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from generator.document import DocumentFormat, SignatureMode
from generator.hanzi.secrecy import EXAMPLES, is_secrecy
from generator.models.fields import Absent, Id, Known, Model, Words, YesNo, parsed
from generator.models.policy import IssuingFacts
from generator.models.record import Disclosure, Record

SPACES = re.compile(r"\s+")
TEMPLATE = re.compile(r"(?!\.)[^/\\:*?\"<>|]+\.docx")
"""A name that Windows takes too, of a file that lies in templates/ itself."""


def read_template(text: str) -> str:
    """The name of a Word template.

    Raises:
        ValueError: it leads into another folder, or is no .docx file.
    """
    name = text.strip()
    if not TEMPLATE.fullmatch(name) or ".." in name:
        raise ValueError(f"模板“{text}”不是 templates/ 下的文件名，请写成 文件.docx 的样子，不带路径")
    return name


TemplateName = Annotated[str, *parsed(read_template, "templates/ 下的 .docx 文件名，不带路径")]


class Direction(StrEnum):
    """行文方向; 泛行 is to everybody, as a 公告 goes."""

    UP = "上行"
    LEVEL = "平行"
    DOWN = "下行"
    PUBLIC = "泛行"


COPY_NUMBER = re.compile(r"\d{6}")


def read_copy_number(text: str) -> str:
    """份号 (GB/T 9704-2012 clause 7.2.1).

    Raises:
        ValueError: not six digits.
    """
    if not COPY_NUMBER.fullmatch(text.strip()):
        raise ValueError(f"份号一般用 6 位阿拉伯数字，读到“{text}”，请写成 000001 的样子")
    return text.strip()


def read_secrecy(text: str) -> str:
    """密级和保密期限 (GB/T 9704-2012 clause 7.2.2).

    Raises:
        ValueError: no 密级, or a period in another form.
    """
    if not is_secrecy(text.strip()):
        raise ValueError(f"密级和保密期限应写成 {EXAMPLES} 或只写密级，读到“{text}”")
    return text.strip()


CopyNumber = Annotated[str, *parsed(read_copy_number, "6 位阿拉伯数字")]
Secrecy = Annotated[str, *parsed(read_secrecy, "密级，后面可加 ★ 和保密期限")]


class Urgency(StrEnum):
    """紧急程度 (条例 article 9 (三))."""

    EXTRA = "特急"
    PRESSING = "加急"
    AT_ONCE = "特提"
    EVEN = "平急"

    @property
    def for_telegrams(self) -> bool:
        """Whether it is an urgency of telegrams and of nothing else."""
        return self in (Urgency.AT_ONCE, Urgency.EVEN)


class MarkOf(StrEnum):
    """联合行文标志: whose names the 发文机关标志 of a joint document bears (clause 7.2.4)."""

    ALL = "全部机关"
    LEAD = "主办机关"


class IssuedDocument(IssuingFacts):
    """公文: its body stands below the head; figures are bindings into the 数据集.

    With 底本 the facts of 版头, 主送 and 版记 come from that policy record; what is written
    here goes before.  A forwarding notice (关系 of type 转发) builds its title from the chain.
    """

    genre: Known = Field(Absent.NOT_WRITTEN, alias="文种")
    title: Words | None = Field(None, alias="标题", description="转发通知不写，由转发链构成")
    title_lines: tuple[Words, ...] = Field((), alias="标题分行", description="人工指定的标题换行")
    format: DocumentFormat | None = Field(
        None,
        alias="版式",
        description="不写按文种：命令（令）用命令式，纪要用纪要式，函用信函式，其余用文件式",
    )
    direction: Direction = Field(alias="行文方向")
    original: Id | None = Field(None, alias="底本", description="政策编号；从中取版头、主送、版记")
    data: dict[Words, Id] = Field(
        default_factory=dict, alias="数据集", description="正文绑定用的简称：记录编号"
    )
    signature: SignatureMode | None = Field(
        None, alias="署名方式", description="不写则命令（令）、议案用签名章，其余不加盖印章"
    )
    note: Words | None = Field(None, alias="附注")
    copy_number: CopyNumber | None = Field(None, alias="份号", description="6 位数字；涉密公文必须有")
    secrecy: Secrecy | None = Field(None, alias="密级和保密期限", description="如 机密★1年、秘密")
    urgency: Urgency | None = Field(None, alias="紧急程度")
    mark: Words | None = Field(
        None, alias="发文机关标志", description="不写则由发文机关和版式构成，如 濮阳市财政局文件"
    )
    mark_of: MarkOf = Field(MarkOf.ALL, alias="联合行文标志", description="用全部发文机关，或只用主办机关")
    issue: Words | None = Field(None, alias="期号", description="纪要的编号，如 第3期；有文号就不写")
    officials: tuple[Words, ...] = Field(
        (), alias="签署人职务", description="加盖签名章时写，次序同发文机关，如 市长"
    )
    present: tuple[Words, ...] = Field((), alias="出席", description="纪要用，各写一条")
    excused: tuple[Words, ...] = Field((), alias="请假", description="纪要用")
    attending: tuple[Words, ...] = Field((), alias="列席", description="纪要用")
    copies_printed: Words | None = Field(None, alias="印数", description="印在版记末行，如 共印50份")
    template: TemplateName | None = Field(
        None, alias="模板", description="templates/ 下的文件名，不写用与版式同名的，如 文件.docx、信函.docx"
    )

    @property
    def name(self) -> str:
        """The title where one is written; a forwarding title is made by composing."""
        return self.title or self.id

    @property
    def publishable(self) -> bool:
        """Whether it may reach the site: a document of our own says so itself, or it is a draft.

        One that bears a 密级 never does, whatever its 公开属性 says.  With 底本 a 公开属性 that is
        not written is that of the 底本, which the record cannot see:
        whoever publishes looks at both.
        """
        stated = isinstance(self.disclosure, Disclosure)
        return not self.secrecy and super().publishable and (stated or self.original is not None)

    @model_validator(mode="after")
    def lines_make_the_title(self) -> Self:
        """标题分行 breaks the 标题 and changes no word of it.

        Raises:
            ValueError: the lines joined are not the title.
        """
        joined = "".join(self.title_lines)
        if self.title and joined and SPACES.sub("", joined) != SPACES.sub("", self.title):
            raise ValueError(f"“标题分行”连起来是“{joined}”，与“标题”不同；请照“标题”的文字分行")
        return self


class SortKey(StrEnum):
    """What cases can be sorted and grouped by."""

    FIELD = "领域"
    REGION = "地区"
    YEAR = "年份"
    TITLE = "名称"


class Query(Model):
    """条件: a case is taken when it fits every condition that is written."""

    regions: tuple[Words, ...] = Field((), alias="地区", description="写到哪一级，就包含其下所有地区")
    fields: tuple[Words, ...] = Field((), alias="领域")
    states: tuple[Words, ...] = Field((), alias="状态")
    forms: tuple[Words, ...] = Field((), alias="形式")
    deliveries: tuple[Words, ...] = Field((), alias="服务方式")
    years: tuple[Words, ...] = Field((), alias="年份")
    ids: tuple[Id, ...] = Field((), alias="编号")


class CollectionRecord(Record):
    """汇编: cases chosen by a query, never copied by hand; the body is the preface."""

    title: Words = Field(alias="名称")
    publisher: Words = Field(alias="编印单位")
    published: Words = Field(alias="编印时间", description="印在封面上，如 2022年12月")
    query: Query = Field(alias="条件")
    exclude: tuple[Id, ...] = Field((), alias="排除")
    sort_by: tuple[SortKey, ...] = Field((SortKey.REGION, SortKey.TITLE), alias="排序")
    group_by: SortKey = Field(SortKey.REGION, alias="分组")
    summary_table: YesNo = Field(YesNo.YES, alias="案例一览表")
    policy_index: YesNo = Field(YesNo.YES, alias="政策依据索引")
    data: dict[Words, Id] = Field(default_factory=dict, alias="数据集")

    @property
    def name(self) -> str:
        """The collection's title."""
        return self.title

    @property
    def publishable(self) -> bool:
        """Whether it may reach the site: a book of our own says so itself, or it is a draft."""
        return super().publishable and isinstance(self.disclosure, Disclosure)
