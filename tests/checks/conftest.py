"""Small libraries for the checks: records from keys and values, everything else filled in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.library import Library, load_library

Data = dict[str, Any]
BASES: Mapping[str, Data] = {
    "案例": {
        "名称": "某县养老服务",
        "形式": "短例",
        "地区": "某省某县",
        "层级": "县级",
        "期间": "2016年",
        "领域": ["养老"],
        "目录类别": "原文未写",
        "服务方式": "合同",
        "状态": "上报",
        "购买主体": [{"名称": "某县民政局"}],
        "预算": "原文未写",
        "采购": "原文未写",
        "合同": "原文未写",
        "摘要": "某县购买养老服务。",
        "章节": [{"题": "基本情况", "段": ["先定标准。"]}],
    },
    "地区实践": {
        "名称": "原文未写",
        "题名": "某县的做法",
        "地区": "某省某县",
        "层级": "县级",
        "期间": "2016年",
        "作者": "原文未写",
        "摘要": "某县的做法。",
        "章节": [{"题": "做法", "段": ["先做预算。"]}],
    },
    "政策": {
        "标题": "关于购买服务的通知",
        "文种": "通知",
        "发文机关": ["某省财政厅"],
        "效力级别": "工作文件",
        "地区": "全国",
        "时效": "未核",
        "文本": "存根",
    },
    "公文": {"文种": "通知", "标题": "关于购买服务的通知", "发文机关": ["某县财政局"], "行文方向": "下行"},
    "统计表": {
        "名称": "统计表",
        "填报单位": "某县财政局",
        "地区": "某省某县",
        "期间": "2016年至2017年",
        "行名": "类别",
        "列组": [{"名称": "2016年"}, {"名称": "2017年"}],
        "列组相加": "是",
        "指标": [{"名称": "项目", "单位": "个"}, {"名称": "金额", "单位": "万元"}],
        "数据": [
            {
                "行": "甲类",
                "值": {"2016年": {"项目": "91", "金额": "100.10"}, "2017年": {"项目": "1", "金额": "5"}},
            },
            {
                "行": "乙类",
                "值": {"2016年": {"项目": "9", "金额": "0.2"}, "2017年": {"项目": "2", "金额": "6"}},
            },
        ],
    },
    "调查表": {
        "名称": "调查表",
        "栏目": ["事项", "内容", "说明"],
        "事项": [
            {"序": str(number), "部分": "一", "事项": "占比", "题型": kind, "填报说明": "无"}
            for number, kind in enumerate(("百分比", "开放题", "开放题"), start=1)
        ],
    },
    "调查填报": {
        "名称": "填报",
        "填报单位": "某县财政局",
        "地区": "某省某县",
        "期间": "2017年",
        "填报": [{"序": str(number), "内容": ["无"]} for number in (1, 2, 3)],
    },
    "机构库": {"机构": [{"编号": "某省财政厅", "全称": "某省财政厅", "层级": "省级", "地区": "某省"}]},
    "行政区划": {
        "区划": [
            {"代码": "000000", "全称": "全国", "简称": "全国"},
            {"代码": "100000", "全称": "某省", "简称": "某省", "上级": "全国"},
            {"代码": "100100", "全称": "某省某县", "简称": "某县", "上级": "某省"},
        ]
    },
    "代码表": {"名称": "代码表"},
    "制度参数": {},
    "办理台账": {"名称": "台账"},
    "名单": {"名称": "名单", "地区": "某省", "列": ["县"], "行": [["某县"]]},
    "汇编": {"名称": "汇编", "编印单位": "某局", "编印时间": "2022年12月", "条件": {}},
}
FOLDERS = {"公文": "documents", "汇编": "documents", "政策": "policies"}

MakeRecord = Callable[..., None]
Load = Callable[[], Library]


@pytest.fixture
def record(tmp_path: Path) -> MakeRecord:
    """Write a record: its kind and 编号, a body for .md files, and the keys that differ from the usual.

    A key with the value None is left out.
    """

    def write(kind: str, identifier: str, body: str = "", /, **keys: Any) -> None:
        data = {"类别": kind, "编号": identifier, **BASES[kind], **keys}
        text = yaml.safe_dump(
            {key: value for key, value in data.items() if value is not None},
            allow_unicode=True,
            sort_keys=False,
        )
        folder = tmp_path / FOLDERS.get(kind, "cases")
        folder.mkdir(exist_ok=True)
        if kind in FOLDERS:
            (folder / f"{identifier}.md").write_text(f"---\n{text}---\n\n{body}\n", encoding="utf-8")
        else:
            (folder / f"{identifier}.yaml").write_text(text, encoding="utf-8")

    return write


@pytest.fixture
def load(tmp_path: Path) -> Load:
    """Load what was written; every record must be readable."""

    def read() -> Library:
        library, problems = load_library(tmp_path)
        assert [problem.as_text() for problem in problems] == []
        return library

    return read
