"""公文 and 汇编: what the bureau issues."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, model_validator

from generator.document import DocumentFormat, SignatureMode
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
    """行文方向."""

    UP = "上行"
    LEVEL = "平行"
    DOWN = "下行"


class IssuedDocument(IssuingFacts):
    """公文: its body stands below the head; figures are bindings into the 数据集.

    With 底本 the facts of 版头, 主送 and 版记 come from that policy record; what is written
    here goes before.  A forwarding notice (关系 of type 转发) builds its title from the chain.
    """

    genre: Known = Field(Absent.NOT_WRITTEN, alias="文种")
    title: Words | None = Field(None, alias="标题", description="转发通知不写，由转发链构成")
    title_lines: tuple[Words, ...] = Field((), alias="标题分行", description="人工指定的标题换行")
    format: DocumentFormat = Field(DocumentFormat.ORDINARY, alias="版式")
    direction: Direction = Field(alias="行文方向")
    original: Id | None = Field(None, alias="底本", description="政策编号；从中取版头、主送、版记")
    data: dict[Words, Id] = Field(
        default_factory=dict, alias="数据集", description="正文绑定用的简称：记录编号"
    )
    signature: SignatureMode = Field(SignatureMode.NO_SEAL, alias="署名方式")
    note: Words | None = Field(None, alias="附注")
    template: TemplateName | None = Field(
        None, alias="模板", description="templates/ 下的文件名，不写用 文件.docx"
    )

    @property
    def name(self) -> str:
        """The title where one is written; a forwarding title is made by composing."""
        return self.title or self.id

    @property
    def publishable(self) -> bool:
        """Whether it may reach the site: a document of our own says so itself, or it is a draft.

        With 底本 a 公开属性 that is not written is that of the 底本, which the record cannot see:
        whoever publishes looks at both.
        """
        stated = isinstance(self.disclosure, Disclosure)
        return super().publishable and (stated or self.original is not None)

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
