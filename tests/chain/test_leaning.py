"""Who leans on a text that has ended, judged by the day of the record that leans."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator.checks.repealed import check_boilerplate, check_leanings
from generator.compose import compose_all
from generator.library import Library
from generator.problems import Level, Problem

MakeRecord = Callable[..., None]
Load = Callable[[], Library]


@pytest.fixture
def changed(record: MakeRecord) -> MakeRecord:
    """An old rule, and the order that repealed it on 2020-03-01."""
    record("政策", "旧", 标题="旧办法", 文号="某财〔2014〕96号", 时效="已废止", 成文日期="2014-12-15")
    record(
        "政策",
        "新",
        标题="新办法",
        文号="某部令第102号",
        公布日期="2020-01-03",
        施行日期="2020-03-01",
        时效="现行有效",
        关系=[{"类型": "废止", "目标": "旧", "锚": "第三十五条"}],
    )
    return record


def told(library: Library) -> list[Problem]:
    return [*check_leanings(library, compose_all(library))]


@pytest.mark.parametrize(
    ("period", "level"),
    [
        ("2016年", None),
        ("2015至2019年", None),
        ("2020-02", None),
        ("2019至2021年", Level.HINT),
        ("2018年以来", Level.HINT),
        ("2021年", Level.WARNING),
        ("2020-03", Level.WARNING),
    ],
)
def test_a_case_is_judged_by_its_own_time(
    changed: MakeRecord, load: Load, period: str, level: Level | None
) -> None:
    changed("案例", "例", 期间=period, 依据=[{"政策": "旧"}])
    assert [problem.level for problem in told(load())] == ([level] if level else [])


def test_the_warning_names_the_replacing_text_and_its_day(changed: MakeRecord, load: Load) -> None:
    changed("案例", "例", 期间="2021年", 依据=[{"政策": "旧"}])
    (problem,) = told(load())
    assert (problem.code, problem.place.path) == ("EFF002", "cases/例.yaml")
    assert "《旧办法》（某财〔2014〕96号）已于2020年3月1日废止" in problem.message
    assert "《新办法》（某部令第102号）" in problem.hint
    assert "第三十五条" in problem.basis


@pytest.mark.parametrize(
    ("signed", "codes"),
    [("2016-05-01", []), ("2021-05-01", ["EFF002"]), ("待补", ["EFF002"]), (None, ["EFF002"])],
)
def test_a_document_that_rests_on_it_is_judged_by_its_day_and_a_draft_by_now(
    changed: MakeRecord, load: Load, signed: str | None, codes: list[str]
) -> None:
    changed("公文", "文", "正文。", 成文日期=signed, 关系=[{"类型": "依据", "目标": "旧"}])
    assert [problem.code for problem in told(load())] == codes


@pytest.mark.parametrize(
    ("sentence", "codes"),
    [
        ("根据《旧办法》（某财〔2014〕96号），现通知如下。", ["EFF002"]),
        ("按照某财[2014]96号文要求办理。", ["EFF002"]),
        ("《旧办法》已经废止，不再执行。", []),
        ("某财〔2014〕96号同时废止。", []),
        ("根据《新办法》（某部令第102号），现通知如下。", []),
    ],
)
def test_the_words_of_a_document_are_read_too(
    changed: MakeRecord, load: Load, sentence: str, codes: list[str]
) -> None:
    changed("公文", "文", sentence, 成文日期="2021-05-01")
    assert [problem.code for problem in told(load())] == codes


@pytest.mark.parametrize(
    ("kind", "codes"), [("依据", ["EFF002"]), ("贯彻落实", ["EFF002"]), ("引用", []), ("修改", [])]
)
def test_a_policy_leans_by_resting_and_not_by_citing(
    changed: MakeRecord, load: Load, kind: str, codes: list[str]
) -> None:
    changed("政策", "后", 标题="后来的通知", 成文日期="2021-05-01", 关系=[{"类型": kind, "目标": "旧"}])
    assert [problem.code for problem in told(load())] == codes


def test_a_policy_of_the_time_that_is_still_in_force_is_a_hint(changed: MakeRecord, load: Load) -> None:
    changed(
        "政策",
        "同期",
        标题="县办法",
        成文日期="2016-05-01",
        时效="现行有效",
        关系=[{"类型": "依据", "目标": "旧"}],
    )
    (problem,) = told(load())
    assert problem.level is Level.HINT


def test_a_rule_that_is_in_use_may_not_rest_on_it(changed: MakeRecord, load: Load) -> None:
    rule = {
        "编号": "R1",
        "名称": "期限",
        "适用": "全国",
        "生效": "2015-01-01",
        "内容": "一年。",
        "依据": {"政策": "旧", "条": "第三条"},
        "核验": "未核",
    }
    changes = [
        {},
        {"编号": "R2", "生效": "2021-01-01"},
        {"编号": "R3", "失效": "2020-02-29"},
        {"编号": "R4", "启用": "否"},
    ]
    changed("制度参数", "参数", 规则=[{**deepcopy(rule), **change} for change in changes])
    found = {problem.message.split("”")[0]: problem.level for problem in told(load())}
    assert found == {"制度参数“R1": Level.HINT, "制度参数“R2": Level.WARNING}


def test_an_amended_text_is_a_hint_with_the_amending_one(record: MakeRecord, load: Load) -> None:
    record("政策", "旧", 标题="旧办法", 时效="现行有效", 成文日期="2014-12-15")
    record(
        "政策",
        "新",
        标题="修改决定",
        公布日期="2020-01-03",
        关系=[{"类型": "修改", "目标": "旧", "目标锚": "第三条"}],
    )
    record("公文", "文", "正文。", 成文日期="2021-05-01", 关系=[{"类型": "依据", "目标": "旧"}])
    (problem,) = told(load())
    assert (problem.code, problem.level) == ("EFF003", Level.HINT)
    assert "《修改决定》" in problem.hint


def test_the_shipped_library_leans_on_nothing_that_has_ended(library: Library) -> None:
    assert [problem.as_text() for problem in told(library)] == []


# --- templates ---------------------------------------------------------------------------------

WORDS = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p>'
    "<w:r><w:t>依据《旧办法》（某财</w:t></w:r><w:r><w:t>〔2014〕96号）制定</w:t></w:r></w:p></w:body></w:document>"
)


@pytest.mark.usefixtures("changed")
def test_the_words_of_a_template_may_not_cite_it(load: Load, tmp_path: Path) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    with ZipFile(folder / "文件.docx", "w") as package:
        package.writestr("word/document.xml", WORDS)
    (folder / "本单位.yaml").write_text("版面: 33476\n说明: 依据某财〔2014〕96号\n", encoding="utf-8")
    (folder / "坏.docx").write_bytes(b"PK\x03\x04")
    found = [(problem.code, str(problem.place)) for problem in check_boilerplate(load())]
    assert found == [("EFF004", "templates/文件.docx"), ("EFF004", "templates/本单位.yaml:2:1")]
