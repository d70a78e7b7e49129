"""The 用语表: its conditions in plain Chinese, the shipped entries, and what a text is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.library import load_library
from generator.models.fields import YesNo
from generator.models.wording import Condition, Side, WordingEntry, WordingTable, parse_conditions
from generator.problems import Level, Place
from generator.wording.table import CompiledTable
from generator.wording.tables import entries_at, entries_of, shipped_entries
from generator.wording.written import Written

FEWEST = 60


def entry(wrong: str, condition: str = "", **more: str) -> WordingEntry:
    """An entry with a reason."""
    keys = {"错": wrong, "理由": "理由", **({"条件": condition} if condition else {}), **more}
    return WordingEntry.model_validate(keys)


def found(text: str, *entries: WordingEntry, heading: bool = False) -> list[str]:
    """The words that are told, each as it stands in the message."""
    slips = CompiledTable(entries).find(Written(text, Place("文.md"), heading))
    return [slip.message.rpartition("里的“")[2].removesuffix("”") for slip in slips]


def test_conditions_are_read_one_by_one() -> None:
    assert parse_conditions("前面不是 到、截至；后面是 数字；句中没有“采购法”；在正文里") == (
        Condition(Side.BEFORE, ("到", "截至"), negated=True),
        Condition(Side.AFTER, ("数字",)),
        Condition(Side.SENTENCE, ("采购法",), negated=True),
        Condition(Side.TEXT),
    )


@pytest.mark.parametrize(
    "text", ["前面有 到", "前面是", "后面不是 ", "在页眉里", "前面不是 到，后面是 数字句", "随便写"]
)
def test_a_condition_that_is_none_is_refused_with_the_forms(text: str) -> None:
    with pytest.raises(ValueError, match="看不懂，请写成 前面不是"):
        parse_conditions(text)


@pytest.mark.parametrize(("wrong", "right"), [("帐", "账"), ("…一样", "一样"), ("账户", "账户")])
def test_an_entry_that_would_be_found_everywhere_or_mends_nothing_is_refused(wrong: str, right: str) -> None:
    with pytest.raises(ValueError, match=r"太短|相同"):
        WordingEntry.model_validate({"错": wrong, "正": [right], "理由": "理由"})


@pytest.mark.parametrize(
    ("condition", "hit", "miss"),
    [
        ("后面是 数字、目前", "截止2022年底", "截止日期"),
        ("前面不是 报名", "活动截止了", "报名截止了"),
        ("前面是 句首", "截止到期", "报名截止"),
        ("后面是 标点", "报名截止，", "截止日期"),
        ("后面是 句末", "报名截止。", "截止日期"),
        ("句中有 统计", "截止目前，统计数", "截止目前。统计数"),
        ("句中没有 统计", "截止目前。统计数", "截止目前，统计数"),
        ("整词", "（截止）", "截止日"),
        ("前面不是 报名；后面是 数字", "截止2022年", "报名截止2022年"),
    ],
)
def test_a_condition_decides(condition: str, hit: str, miss: str) -> None:
    one = entry("截止", condition)
    assert found(hit, one) == ["截止"]
    assert found(miss, one) == []


def test_a_condition_may_ask_for_a_heading_or_for_the_text() -> None:
    in_heading, in_text = entry("部份", "在标题里"), entry("成份", "在正文里")
    assert found("部份成份", in_heading, in_text, heading=True) == ["部份"]
    assert found("部份成份", in_heading, in_text) == ["成份"]


def test_the_longest_entry_is_told_and_each_word_once() -> None:
    assert found("政府采购服务费", entry("政府采购"), entry("政府采购服务")) == ["政府采购服务"]
    assert found("帐户帐户", entry("帐户")) == ["帐户", "帐户"]


def test_three_dots_stand_for_words_of_one_clause() -> None:
    one = entry("象…一样")
    assert found("象过去一样办", one) == ["象过去一样"]
    assert found("对象，一样办", one) == []
    assert found("省略……等。", entry("……等")) == ["……等"]


def test_what_others_wrote_and_what_is_switched_off_is_left_alone() -> None:
    assert found("《关于其它事项的通知》和“其它”", entry("其它")) == []
    assert found("其它", entry("其它", 启用="否")) == []


def test_the_level_the_basis_and_the_reason_are_shown() -> None:
    one = entry("承接主题", 正=["承接主体"], 级别="警告", 依据="某办法")  # type: ignore[arg-type]
    (slip,) = CompiledTable([one]).find(Written("由承接主题报送", Place("文.md")))
    problem = slip.at(Place("文.md", 3))
    assert (problem.code, problem.level, problem.basis) == ("TERM001", Level.WARNING, "某办法")
    assert problem.hint == "宜写“承接主体”：理由"


def test_the_shipped_table_has_many_entries_and_each_is_found_in_its_own_words() -> None:
    entries = shipped_entries()
    assert len(entries) >= FEWEST
    assert len({one.wrong for one in entries}) == len(entries)
    unconditional = [one for one in entries if not one.condition and one.active is YesNo.YES]
    assert [one.wrong for one in unconditional if not found(one.wrong, one)] == []


@pytest.mark.parametrize(
    "text",
    [
        "按政府采购的有关规定，购买主体与承接主体签订合同。",
        "政府采购服务类项目由采购中心组织。",
        "截止日期为2022年9月30日，截至目前已有12个部门完成。",
        "对象、印象和现象一样重要。",
        "做好工作，写作好的文章。",
        "以经济建设为中心，以经验为借鉴。",
        "按排名先后，按排序办理。",
        "既使用新系统又使用旧系统。",
        "存在次要问题。",
        "目的的实现需要时间。",
        "更好的服务，不断的努力。",
        "其他事项另行通知。",
        "购买主题教育培训服务，购买主题公园运营服务，承接主题活动。",
        "特此通知。",
    ],
)
def test_sound_sentences_are_told_nothing(text: str) -> None:
    assert found(text, *shipped_entries()) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("纳入政府采购服务范围", "政府采购服务"),
        ("截止2014年末", "截止"),
        ("涉及到各部门", "涉及到"),
        ("部份单位", "部份"),
        ("更好的开展工作", "更好的"),
        ("此通知。", "此通知"),
        ("特此报告，请批示。", "特此报告，请批"),
        ("建立台帐", "台帐"),
        ("由承接主题负责，报购买主题审核", "承接主题"),
        ("100万元以上（含）", "以上（含）"),
    ],
)
def test_slips_of_the_field_are_told(text: str, words: str) -> None:
    assert words in found(text, *shipped_entries())


def test_a_library_without_a_table_uses_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "policies").mkdir()
    library, _ = load_library(tmp_path)
    assert entries_of(library) == entries_at(tmp_path) == shipped_entries()


def test_a_library_with_a_table_uses_its_own(tmp_path: Path) -> None:
    folder = tmp_path / "policies" / "reference"
    folder.mkdir(parents=True)
    table = "类别: 用语表\n编号: 用语表\n名称: 本单位用语表\n条目:\n  - 错: 某词\n    理由: 不用\n"
    (folder / "用语表.yaml").write_text(table, encoding="utf-8")
    library, problems = load_library(tmp_path)
    assert problems == ()
    assert [one.wrong for one in entries_of(library)] == ["某词"]
    assert entries_at(tmp_path) == entries_of(library)
    assert library.every(WordingTable)[0].name == "本单位用语表"


def test_a_faulty_condition_is_told_with_its_line(tmp_path: Path) -> None:
    folder = tmp_path / "policies" / "reference"
    folder.mkdir(parents=True)
    table = "类别: 用语表\n编号: 用语表\n名称: 表\n条目:\n  - 错: 某词\n    条件: 随便\n    理由: 不用\n"
    (folder / "用语表.yaml").write_text(table, encoding="utf-8")
    _, (problem,) = load_library(tmp_path)
    assert (problem.code, problem.place.line) == ("REC004", 6)
    assert "条件“随便”看不懂" in problem.message
    assert entries_at(tmp_path) == shipped_entries()
