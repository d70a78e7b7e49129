"""更正: marks, brackets of numbers, spaces and strays; what has a meaning stays."""

from __future__ import annotations

import pytest

from tests.importers.cleaning.building import cleaned_of, texts_of


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "《办法》(某财综〔2017〕41号文)收到后,我局立即部署",
            "《办法》（某财综〔2017〕41号文）收到后，我局立即部署",
        ),
        ("目标:增长5%,涵盖3项;合计(含税)", "目标：增长5%，涵盖3项；合计（含税）"),
        ("(一)总体情况", "（一）总体情况"),
        ("各县(区）财政局", "各县（区）财政局"),
        ('所谓"先有预算"的原则', "所谓“先有预算”的原则"),
        ("根据财综[2013]111号和国办发【2013】96号", "根据财综〔2013〕111号和国办发〔2013〕96号"),
        ("某财采(2022)14号", "某财采〔2022〕14号"),
        ("２０１７年完成９５％以上，Ａ类", "2017年完成95%以上，A类"),
        ("规划期为2014一2015年", "规划期为2014—2015年"),
        ("临时聘用人员 and 相应的经费", "临时聘用人员和相应的经费"),
        ("- 2.某市统计表", "2.某市统计表"),
        ("政府\u200b购买\u00ad服务", "政府购买服务"),
    ],
)
def test_slips_of_typing_and_scanning_are_corrected(before: str, after: str) -> None:
    assert texts_of(before) == (after,)


@pytest.mark.parametrize(
    "text",
    [
        "10:30开始，比例为1:3",
        "金额1,234,567元",
        "f(x)=a,b;c",
        "详见https://www.example.cn/a,b",
        "见某小区[2013]5号楼",
        "编号为1O2l的项目",
        "温度-2.5度",
        '1英寸等于2.54厘米，长5"',
        "Research and Development",
        "一二一的口令",
    ],
)
def test_what_may_be_meant_is_not_corrected(text: str) -> None:
    assert texts_of(text) == (text,)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("涉及项目共 312 个，资金 45064.17 万元。", "涉及项目共312个，资金45064.17万元。"),
        ("2017 年 1-5 月完成", "2017年1-5月完成"),
        ("某编委会议纪要〔2011〕5 号同意招聘", "某编委会议纪要〔2011〕5号同意招聘"),
        ("政府购买服务岗位人员本地化的比例达到 95% 以上。", "政府购买服务岗位人员本地化的比例达到95%以上。"),
        ("附件 2", "附件2"),
        ("（四） 做好衔接工作", "（四）做好衔接工作"),
        ("某市财政局 关于做好政府购买 服务工作的通知", "某市财政局关于做好政府购买服务工作的通知"),
        (
            "关于转发某市财政局 《关于转发〈某省财政厅关于做好购买 服务工作的通知〉的通知》的通知",
            "关于转发某市财政局《关于转发〈某省财政厅关于做好购买服务工作的通知〉的通知》的通知",
        ),
        ("合　计\t12", "合计\t12"),
        ("日照市\t莒 县", "日照市\t莒县"),
    ],
)
def test_spaces_of_typing_and_typesetting_are_closed(before: str, after: str) -> None:
    assert texts_of(before) == (after,)


@pytest.mark.parametrize(
    "text",
    [
        "加快政府购买服务改革 促进政府职能转变",
        "建章立制 强化体系保障",
        "财政部 民政部 关于做好政府购买服务工作的通知",
        "第一章　总则",
        "出席：王 强　李 明",
        "联系人及电话：王某文 0531-12345678。",
        "数据为8 9 10",
        "一、总体情况 2016年完成三项",
        "附件1 某市政府购买服务统计表",
        "某财综〔2017〕8号　　　签发人：张某某",
        "项目金额 服务类别\t2016年",
        "1 项目名称\t2 年度",
        "《甲办法》 《乙办法》",
    ],
)
def test_spaces_that_part_two_things_stay(text: str) -> None:
    assert texts_of(text) == (text,)


def test_cells_are_corrected_each_for_itself() -> None:
    line = cleaned_of("合　计\t(含税)\t第1,2项").lines[0]
    assert line.cells == ("合计", "（含税）", "第1,2项")
    assert line.text == "\t".join(line.cells)


def test_a_space_behind_a_sentence_stays_in_a_cell_where_it_may_part_two_paragraphs() -> None:
    sentence = "服务的数量和质量写进合同，按季度考核。 结果作为付款依据。"
    assert texts_of(sentence) == (sentence.replace(" ", ""),)
    assert texts_of(f"考核\t{sentence}") == (f"考核\t{sentence}",)


def test_the_places_of_one_kind_in_a_line_are_one_entry_with_a_line_for_each_place() -> None:
    entry = cleaned_of("建立制度,改进方式,提高效率").log[0]
    assert (entry.id, entry.reason) == ("1-更正-1", "半角标点改为全角（2处）")
    assert entry.before.split("\n") == ["制度,改进", "方式,提高"]
    assert entry.after.split("\n") == ["制度，改进", "方式，提高"]


def test_what_an_entry_changes_near_another_place_is_shown_changed_there_too() -> None:
    entry = cleaned_of("各县(区,市)财政局要抓好落实").log[0]
    for before, after in zip(entry.before.split("\n"), entry.after.split("\n"), strict=True):
        assert before != after
        assert not set(after) & set("(),")


@pytest.mark.parametrize(
    "point",
    [0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070), 0xFEFF],
    ids="U+{:04X}".format,
)
def test_each_character_that_no_record_may_hold_is_taken_out_and_logged(point: int) -> None:
    cleaned = cleaned_of(f"政府{chr(point)}购买服务")
    assert [line.text for line in cleaned.lines] == ["政府购买服务"]
    assert [entry.reason for entry in cleaned.log] == ["不可见字符"]
