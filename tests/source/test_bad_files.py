"""The slips that people make in record files: each gives one message, in Chinese, at the right place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.checks import check_library
from generator.compose import compose_all
from generator.library import load_library
from generator.problems import Level, Problem

CASE = "cases/某县.yaml"
GOOD = """\
类别: 案例
编号: 某县-养老-2016
来源:
  - 名称: 某县财政局报告
    日期: 2017-06-09
名称: 某县养老服务
形式: 短例
地区: 某省某县
层级: 县级
期间: 2016年
领域: [养老]
目录类别: 基本公共服务
服务方式: 合同
状态: 上报
购买主体:
  - 名称: 某县民政局
预算: 原文未写
采购:
  方式: 公开招标
合同: 不适用
数据:
  - 名称: 中标金额
    数值: 890.12万元
摘要: 某县购买养老服务。
章节:
  - 题: 基本情况
    段:
      - 先定标准，再做预算。
"""
TABLES = {
    "六大类": "条目: [{名称: 基本公共服务}, {名称: 行业管理与协调性服务, 别名: [行业管理与协调服务]}]",
    "领域": "条目: [{名称: 养老}]",
    "采购方式": "条目: [{名称: 公开招标}, {名称: 单一来源采购, 别名: [单一来源]}]",
    "案例形式": "条目: [{名称: 短例, 章节: [基本情况]}]",
}
REGIONS = """\
类别: 行政区划
编号: 行政区划
区划:
  - {代码: "100000", 全称: 某省, 简称: 某省}
  - {代码: "100100", 全称: 某省某县, 简称: 某县, 上级: 某省}
"""
PRACTICE = """\
类别: 地区实践
编号: 某县-2016
名称: 原文未写
题名: 某县的做法
地区: 某省某县
层级: 县级
期间: 2016年
作者: 原文未写
摘要: 做法。
章节: [{题: 做法, 段: [先做预算。]}]
"""


@dataclass(frozen=True)
class Slip:
    """What is typed instead of what, and the one message that must come of it."""

    name: str
    right: str
    wrong: str
    line: int
    column: int
    code: str
    message: str
    hint: str


SLIPS = (
    Slip("full-width colon", "地区: 某", "地区：某", 8, 3, "YAML003", "冒号是全角", "半角冒号加一个空格"),
    Slip(
        "full-width colon in a group",
        "  方式: 公",
        "  方式：公",
        19,
        3,
        "REC010",
        "冒号是全角",
        "半角冒号加一个空格",
    ),
    Slip("no space after the colon", "层级: 县", "层级:县", 9, 3, "YAML004", "少了空格", "加一个空格"),
    Slip(
        "item indented too far",
        "      - 先定标准，再做预算。",
        "      - 先定标准，再做预算。\n         - 再做评价。",
        29,
        10,
        "YAML015",
        "接在第 28 行的值后面",
        "左边对齐",
    ),
    Slip("tab", "    数值: ", "\t数值: ", 23, 1, "YAML001", "制表符（Tab）", "改用空格"),
    Slip(
        "no-break space", "    数值", "\u00a0\u00a0\u00a0\u00a0数值", 23, 1, "YAML002", "不换行空格", "半角"
    ),
    Slip("no-break space behind a key", "数值: ", "数值\u00a0: ", 23, 7, "YAML002", "不换行空格", "半角"),
    Slip("full-width space", "    数值", "　　数值", 23, 1, "YAML002", "全角空格", "半角"),
    Slip("wrong indent", "    数值: 890", "   数值: 890", 23, 4, "YAML009", "缩进不对", "左边对齐"),
    Slip("indented too far", "层级: 县级", "  层级: 县级", 9, 5, "YAML008", "缩进不对", "左边对齐"),
    Slip(
        "group not indented",
        "  方式: 公",
        "方式: 公",
        18,
        4,
        "REC010",
        "“采购”下面没有内容",
        "多缩进两个空格",
    ),
    Slip(
        "key twice",
        "状态: 上报",
        "状态: 上报\n地区: 某省",
        15,
        1,
        "YAML013",
        "写了两次，前一次在第 8 行",
        "合并",
    ),
    Slip(
        "brackets in a flow map",
        "采购:\n  方式: 公开招标",
        "采购: {方式: 公开招标, 说明: 某财[2013]8号}",
        18,
        20,
        "YAML005",
        "“某财[2013]8号”里的方括号没有加引号",
        "六角括号〔〕",
    ),
    Slip("missing quote", "名称: 某县养", '名称: "某县养', 6, 5, "YAML006", "引号没有配对", "另一半引号"),
    Slip("binding without quotes", "先定", "{{ 本.期间 }}先定", 28, 10, "YAML013", "花括号", "双引号"),
    Slip("starts with an asterisk", "先定", "*先定", 28, 10, "YAML011", "* 开头", "加引号"),
    Slip("anchor", "名称: 某县养", "名称: &a 某县养", 6, 5, "YAML013", "锚或别名", "直接写出来"),
    Slip("two documents", "领域:", "---\n领域:", 12, 1, "YAML013", "两份内容", "单独放一个文件"),
    Slip("date with dots", "2017-06-09", "2022.8.16", 5, 9, "REC004", "“2022.8.16”不是", "2022-08-16"),
    Slip("no such day", "2017-06-09", "2017-06-31", 5, 9, "REC004", "没有“2017-06-31”这一天", "核对"),
    Slip("misspelt key", "服务方式", "服务方试", 13, 1, "REC003", "不认识的键“服务方试”", "“服务方式”"),
    Slip("missing field", "形式: 短例\n", "", 1, 1, "REC002", "缺少必填项“形式”", "补上“形式"),
    Slip("empty value", "名称: 某县养老服务", "名称:", 6, 4, "REC005", "没有内容", "原文未写"),
    Slip("no list", "领域: [养老]", "领域: 养老", 11, 5, "REC010", "应为列表", "“- ”开头"),
    Slip("word not in the list", "方式: 合同", "方式: 合约", 13, 7, "REC008", "“合约”", "是不是“合同”"),
    Slip("unknown kind", "类别: 案例", "类别: 案列", 1, 5, "REC001", "“案列”", "是不是“案例”"),
    Slip("no kind", "类别: 案例\n", "", 1, 1, "REC001", "缺少必填项“类别”", "第一行写"),
    Slip("slash in the id", "某县-养老", "某县/养老", 2, 5, "REC006", "“某县/养老-2016”", "连字符"),
    Slip("negative amount", "890.12", "-890.12", 23, 9, "REC004", "“-890.12万元”是负数", "不得为负"),
    Slip("full-width digit", "890.12", "８90.12", 23, 9, "REC004", "全角数字", "“890.12万元”"),
    Slip("no number", "890.12万元", "若干", 23, 9, "REC004", "“若干”看不懂", "890.12万元"),
    Slip("control character", "先定", "先\x07定", 28, 10, "FILE006", "U+0007", "删去"),
    Slip("zero-width space", "先定", "先\u200b定", 28, 10, "FILE006", "U+200B", "复制"),
    Slip(
        "unknown category",
        "基本公共服务",
        "基本公共服物",
        12,
        7,
        "CODE001",
        "“基本公共服物”",
        "是不是“基本公共服务”",
    ),
    Slip(
        "alias of a category",
        "目录类别: 基本公共服务",
        "目录类别: 行业管理与协调服务",
        12,
        7,
        "CODE001",
        "“行业管理与协调服务”",
        "标准名称是“行业管理与协调性服务”",
    ),
    Slip(
        "alias of a method",
        "公开招标",
        "单一来源",
        19,
        7,
        "CODE001",
        "“单一来源”",
        "标准名称是“单一来源采购”",
    ),
    Slip("unknown region", "某省某县", "某省某", 8, 5, "REFR003", "“某省某”", "是不是“某省某县”"),
    Slip(
        "reference to nothing",
        "状态: 上报",
        "状态: 上报\n所属实践: 某县-2106",
        15,
        7,
        "REFR001",
        "“某县-2106”",
        "是不是“某县-2016”",
    ),
    Slip(
        "reference to another kind",
        "状态: 上报",
        "状态: 上报\n所属实践: 六大类",
        15,
        7,
        "REFR002",
        "“六大类”是代码表，这里要写地区实践的编号",
        "核对编号",
    ),
)


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A library of one case, one practice and the reference tables, without a fault."""
    for folder in ("cases", "policies"):
        (tmp_path / folder).mkdir()
    (tmp_path / "cases" / "某县-2016.yaml").write_text(PRACTICE, encoding="utf-8")
    (tmp_path / "policies" / "行政区划.yaml").write_text(REGIONS, encoding="utf-8")
    for name, codes in TABLES.items():
        text = f"类别: 代码表\n编号: {name}\n名称: {name}\n{codes}\n"
        (tmp_path / "policies" / f"{name}.yaml").write_text(text, encoding="utf-8")
    write(tmp_path, GOOD)
    return tmp_path


def write(root: Path, content: str | bytes) -> None:
    """Put the case into the library, with the bytes that are given."""
    (root / CASE).write_bytes(content.encode() if isinstance(content, str) else content)


def problems_of(root: Path) -> tuple[Problem, ...]:
    """What `gongwen check` says of a library."""
    library, problems = load_library(root)
    return (*problems, *check_library(library, compose_all(library)))


def test_the_file_that_the_slips_are_made_in_is_without_fault(shelf: Path) -> None:
    assert problems_of(shelf) == ()


@pytest.mark.parametrize("slip", SLIPS, ids=lambda slip: slip.name)
def test_each_slip_gives_one_helpful_message_at_its_place(shelf: Path, slip: Slip) -> None:
    assert slip.right in GOOD
    write(shelf, GOOD.replace(slip.right, slip.wrong, 1))
    (problem,) = problems_of(shelf)
    assert (problem.place.path, problem.place.line, problem.place.column) == (CASE, slip.line, slip.column)
    assert (problem.level, problem.code) == (Level.ERROR, slip.code)
    assert slip.message in problem.message
    assert slip.hint in problem.hint


@dataclass(frozen=True)
class BadBytes:
    """A file that is wrong as a whole."""

    name: str
    content: bytes
    level: Level
    line: int
    code: str
    message: str
    hint: str


BAD_BYTES = (
    BadBytes("GBK", GOOD.encode("gbk"), Level.ERROR, 1, "FILE004", "GBK", "UTF-8"),
    BadBytes(
        "GBK further down",
        b"# note\n" + GOOD.encode("gbk"),
        Level.ERROR,
        2,
        "FILE004",
        "这一行是“类别: 案例”",
        "UTF-8",
    ),
    BadBytes("UTF-16", GOOD.encode("utf-16"), Level.ERROR, 1, "FILE004", "UTF-16", "UTF-8"),
    BadBytes("BOM", GOOD.encode("utf-8-sig"), Level.HINT, 1, "FILE005", "BOM", "UTF-8"),
    BadBytes("picture", b"\x89PNG\r\n\x1a\n\xff\xfe\x81", Level.ERROR, 1, "FILE004", "不是 UTF-8", "UTF-8"),
    BadBytes("empty", b"", Level.ERROR, 1, "FILE002", "文件是空的", "删去这个文件"),
    BadBytes("spaces only", b" \n\n  \r\n", Level.ERROR, 1, "FILE002", "文件是空的", "写入一条记录"),
    BadBytes("a comment only", "# 待写\n".encode(), Level.ERROR, 1, "YAML013", "没有内容", "写入一条记录"),
    BadBytes("a list", b"- a\n- b\n", Level.ERROR, 1, "YAML014", "不是“键: 值”的形式", "类别: 案例"),
    BadBytes("5 MB", b"#" * 5 * 1024 * 1024, Level.ERROR, 1, "FILE003", "5.0 MB", "图片"),
    BadBytes("deep nesting", b"[" * 100_000, Level.ERROR, 1, "YAML013", "嵌套超过", "缩进"),
    BadBytes(
        "billion laughs",
        b"a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        Level.ERROR,
        1,
        "YAML013",
        "锚或别名",
        "直接写出来",
    ),
)


@pytest.mark.parametrize("bad", BAD_BYTES, ids=lambda bad: bad.name)
def test_each_bad_file_gives_one_helpful_message(shelf: Path, bad: BadBytes) -> None:
    write(shelf, bad.content)
    (problem,) = problems_of(shelf)
    assert (problem.place.path, problem.place.line) == (CASE, bad.line)
    assert (problem.level, problem.code) == (bad.level, bad.code)
    assert bad.message in problem.message
    assert bad.hint in problem.hint


def test_a_file_with_a_byte_order_mark_is_read_all_the_same(shelf: Path) -> None:
    write(shelf, GOOD.encode("utf-8-sig"))
    assert "某县-养老-2016" in load_library(shelf)[0]


def test_windows_line_ends_are_no_fault(shelf: Path) -> None:
    write(shelf, GOOD.replace("\n", "\r\n"))
    assert problems_of(shelf) == ()


def test_two_records_with_one_id_are_told_at_the_second(shelf: Path) -> None:
    (shelf / "cases" / "重复.yaml").write_text(GOOD, encoding="utf-8")
    (problem,) = problems_of(shelf)
    assert (problem.place.path, problem.place.line, problem.code) == ("cases/重复.yaml", 2, "LIB003")
    assert "已经用在 cases/某县.yaml 第 2 行" in problem.message
    assert "换一个编号" in problem.hint


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path / "没有")
    assert problem.code == "LIB001"
    assert "没有”这个文件夹" in problem.message
    assert "--root" in problem.hint


def test_a_folder_without_records_is_not_taken_for_a_library(tmp_path: Path) -> None:
    (problem,) = problems_of(tmp_path)
    assert (problem.code, problem.message) == ("LIB002", "这里不是资料库")


def test_references_to_a_file_that_cannot_be_read_are_not_told_on_top(shelf: Path) -> None:
    (shelf / "cases" / "某县-2016.yaml").write_text("类别：地区实践\n", encoding="utf-8")
    write(shelf, GOOD + "所属实践: 某县-2016\n")
    (problem,) = problems_of(shelf)
    assert problem.place.path == "cases/某县-2016.yaml"


def test_three_faults_of_content_give_three_messages(shelf: Path) -> None:
    write(shelf, GOOD.replace("2017-06-09", "2022.8.16").replace("合同\n", "合约\n").replace("890", "-890"))
    assert [problem.place.line for problem in problems_of(shelf)] == [5, 13, 23]


def test_three_faults_of_form_give_three_messages(shelf: Path) -> None:
    write(shelf, GOOD.replace("地区: ", "地区：").replace("层级: ", "层级:").replace("    数值", "\t数值"))
    assert [problem.code for problem in problems_of(shelf)] == ["YAML003", "YAML004", "YAML001"]


def test_a_colon_among_the_words_of_a_list_is_not_taken_for_the_slip(shelf: Path) -> None:
    words = "问题:\n  - 存在问题：经费没有落实。\n  - 建议：列入预算，按3:2分担。\n"
    line = GOOD.splitlines().index(next(one for one in GOOD.splitlines() if one.startswith("层级: "))) + 1
    write(shelf, GOOD.replace("层级: ", "层级 ") + words)
    (problem,) = problems_of(shelf)
    assert (problem.code, problem.place.line, problem.place.column) == ("YAML007", line, 1)


def test_a_key_written_twice_does_not_hide_the_other_faults(shelf: Path) -> None:
    write(shelf, GOOD.replace("890", "-890") + "地区: 某省\n摘要: 又一个\n")
    assert sorted(problem.place.line for problem in problems_of(shelf)) == [23, 29, 30]


def test_the_head_of_a_markdown_record_counts_lines_from_the_top_of_the_file(shelf: Path) -> None:
    text = "---\n类别: 政策\n编号: 甲\n标题：乙\n---\n\n正文。\n"
    (shelf / "policies" / "甲.md").write_text(text, encoding="utf-8")
    (problem,) = problems_of(shelf)
    assert (problem.code, problem.place.line, problem.place.column) == ("YAML003", 4, 3)


def test_a_markdown_record_without_a_head_is_told_how_to_begin(shelf: Path) -> None:
    (shelf / "policies" / "甲.md").write_text("# 标题\n\n正文。\n", encoding="utf-8")
    (problem,) = problems_of(shelf)
    assert problem.code == "FILE007"
    assert "---" in problem.hint


KNOWN_TERMS = {"YAML", "UTF", "BOM", "GBK", "ANSI", "WPS", "Tab", "MB", "Unicode", "root"}
QUOTED = re.compile(r"“[^”]*”")


def test_messages_speak_chinese_and_no_library_english(shelf: Path) -> None:
    contents = [GOOD.replace(slip.right, slip.wrong, 1).encode() for slip in SLIPS]
    for content in (*contents, *(bad.content for bad in BAD_BYTES)):
        write(shelf, content)
        for problem in problems_of(shelf):
            said = QUOTED.sub("", problem.message + problem.hint)
            words = set(re.findall(r"(?<!\+)\b[A-Za-z]{2,}\b", said))
            assert words <= KNOWN_TERMS, problem.as_text()
