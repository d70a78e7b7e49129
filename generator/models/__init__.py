"""The kinds of records, by the 类别 that staff write; one dict names them all."""

from __future__ import annotations

from generator.models.case import Case, Practice
from generator.models.duties import DutyLedger
from generator.models.imports import ImportLog
from generator.models.issued import CollectionRecord, IssuedDocument
from generator.models.policy import Policy
from generator.models.record import Record
from generator.models.reference import BodyTable, CodeTable, RegionTable, RuleTable
from generator.models.returns import Roster, Statistics, SurveyForm, SurveyReturn, SurveySummary
from generator.models.wording import WordingTable

KINDS: dict[str, type[Record]] = {
    "案例": Case,
    "地区实践": Practice,
    "统计表": Statistics,
    "调查表": SurveyForm,
    "调查填报": SurveyReturn,
    "调查汇总": SurveySummary,
    "名单": Roster,
    "政策": Policy,
    "公文": IssuedDocument,
    "汇编": CollectionRecord,
    "机构库": BodyTable,
    "行政区划": RegionTable,
    "代码表": CodeTable,
    "制度参数": RuleTable,
    "用语表": WordingTable,
    "办理台账": DutyLedger,
    "导入记录": ImportLog,
}
