"""The rules of the 文种: the table itself, and what a document that departs from it is told."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from generator.checks import check_documents
from generator.compose import compose_all
from generator.document import DocumentFormat
from generator.library import Library
from generator.models.issued import Direction
from generator.problems import Level, Place, Problem
from generator.standard.genres import AddresseeCount, Genre, genres
from generator.standard.rules import Strength

MakeRecord = Callable[..., None]
Load = Callable[[], Library]
FIFTEEN = "决议 决定 命令（令） 公报 公告 通告 意见 通知 通报 报告 请示 批复 议案 函 纪要".split()  # noqa: SIM905
OURS = ("UP", "GENRE", "SECR")

USUAL: dict[str, dict[str, Any]] = {
    "通知": {"标题": "关于做好工作的通知", "主送": ["各县财政局"]},
    "通报": {"标题": "关于工作情况的通报", "主送": ["各县财政局"]},
    "报告": {"标题": "关于工作情况的报告", "行文方向": "上行", "签发人": ["甲"], "主送": ["省财政厅"]},
    "请示": {
        "标题": "关于扩大试点的请示",
        "行文方向": "上行",
        "签发人": ["甲"],
        "主送": ["省财政厅"],
        "联系人": [{"姓名": "乙", "电话": "123"}],
    },
    "批复": {"标题": "关于同意扩大试点的批复", "主送": ["某镇人民政府"]},
    "函": {"标题": "关于商请支持的函", "行文方向": "平行", "主送": ["某县民政局"]},
    "意见": {"标题": "关于推进改革的意见", "主送": ["各镇人民政府"]},
    "决定": {"标题": "关于表彰先进的决定"},
    "公告": {"标题": "关于公布目录的公告", "行文方向": "泛行"},
    "通告": {"标题": "关于公布名单的通告", "行文方向": "泛行"},
    "令": {
        "标题": None,
        "文号": "某县人民政府令第5号",
        "发文机关": ["某县人民政府"],
        "签署人职务": ["县长"],
        "成文日期": "2022-01-01",
    },
    "纪要": {"标题": "某县财政局局长办公会议纪要", "期号": "第3期", "出席": ["甲"]},
    "公报": {"标题": "某县统计公报", "行文方向": "泛行"},
    "决议": {"标题": "关于批准预算的决议"},
    "议案": {
        "标题": "关于提请审议的议案",
        "行文方向": "平行",
        "主送": ["县人大常委会"],
        "签署人职务": ["县长"],
        "成文日期": "2022-01-01",
    },
}
CLOSINGS = {"报告": "特此报告。", "请示": "妥否，请批示。", "批复": "此复。", "函": "请予支持为盼。"}


@pytest.fixture
def told(record: MakeRecord, load: Load) -> Callable[..., list[Problem]]:
    """What a document of a 文种 is told, with the keys that differ from the usual and its last paragraph."""

    def problems(genre: str, closing: str | None = None, /, **keys: Any) -> list[Problem]:
        body = f"事由。\n\n{CLOSINGS.get(genre, '') if closing is None else closing}"
        record("公文", "文", body, **{"文种": genre, **USUAL.get(genre, {}), **keys})
        library = load()
        found = check_documents(library, compose_all(library))
        return [problem for problem in found if problem.code.startswith(OURS)]

    return problems


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


# --- the table -------------------------------------------------------------------------------------


def test_the_fifteen_genres_of_the_regulation_are_in_the_table() -> None:
    assert [genre.name for genre in genres()] == FIFTEEN


@pytest.mark.parametrize("genre", tuple(genres()), ids=lambda genre: genre.name)
def test_every_entry_states_its_ground(genre: Genre) -> None:
    regulation = genres().data.regulation
    for part in (genre.directions, genre.addressees, genre.formats, genre.closing, genre.signing):
        assert part.basis(regulation)
        assert part.strength is Strength.CUSTOM or part.clause or part.standard or part is genre.directions


def test_a_rule_of_the_table_is_either_grounded_or_a_custom() -> None:
    for rule in genres().data.rules.values():
        assert rule.clause or rule.standard or rule.strength is Strength.CUSTOM


def test_codes_are_given_once() -> None:
    given = [rule.code for rule in genres().data.rules.values()]
    assert len(given) == len(set(given))


def test_reports_and_requests_go_up_and_a_letter_goes_across() -> None:
    table = genres().by_name
    assert table["报告"].directions.allowed == table["请示"].directions.allowed == (Direction.UP,)
    assert table["函"].directions.allowed == (Direction.LEVEL,)
    assert table["函"].usual_format is DocumentFormat.LETTER
    assert table["命令"] is table["令"] is table["命令（令）"]
    assert table["纪要"].addressees.count is AddresseeCount.NONE


@pytest.mark.parametrize(
    ("title", "genre"),
    [
        ("关于印发《办法》的通知", "通知"),
        ("某县人民政府令", "命令（令）"),
        ("局长办公会议纪要", "纪要"),
        ("实施意见", "意见"),
    ],
)
def test_a_title_tells_its_genre(title: str, genre: str) -> None:
    found = genres().ending(title)
    assert found is not None
    assert found.name == genre


# --- documents by the rules --------------------------------------------------------------------------


@pytest.mark.parametrize("genre", USUAL)
def test_a_document_by_the_rules_is_told_nothing(told: Callable[..., list[Problem]], genre: str) -> None:
    assert [problem.as_text() for problem in told(genre)] == []


# --- documents that depart ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("genre", "keys", "expected"),
    [
        ("报告", {"行文方向": "下行", "签发人": []}, ("GENRE001", Level.WARNING, "第八条")),
        ("请示", {"签发人": []}, ("UP001", Level.ERROR, "第九条（六）")),
        ("请示", {"主送": ["省财政厅", "省政府"]}, ("UP002", Level.WARNING, "第十五条（一）")),
        ("请示", {"主送": ["省财政厅、省民政厅"]}, ("UP002", Level.WARNING, "第十五条（一）")),
        ("请示", {"抄送": ["各县财政局"]}, ("UP004", Level.WARNING, "第十五条（一）")),
        ("请示", {"联系人": []}, ("GENRE006", Level.HINT, "7.3.6")),
        ("请示", {"标题": "关于解决两个问题的请示"}, ("GENRE005", Level.HINT, "第十五条（四）")),
        ("意见", {"行文方向": "上行"}, ("UP001", Level.ERROR, "7.2.6")),
        ("通知", {"签发人": ["甲"]}, ("GENRE003", Level.WARNING, "第九条（六）")),
        ("函", {"行文方向": "下行"}, ("GENRE001", Level.HINT, "办公惯例")),
        ("公告", {"主送": ["各县"]}, ("GENRE002", Level.HINT, "办公惯例")),
        ("令", {"主送": ["各县"]}, ("GENRE002", Level.WARNING, "10.2")),
        ("令", {"版式": "文件式"}, ("GENRE007", Level.WARNING, "10.2")),
        ("令", {"签署人职务": []}, ("GENRE009", Level.WARNING, "7.3.5.3")),
        ("通知", {"版式": "命令式", "主送": []}, ("GENRE007", Level.WARNING, "10")),
        ("报告", {"版式": "信函式"}, ("GENRE007", Level.HINT, "办公惯例")),
        ("通知", {"标题": "关于做好工作的报告"}, ("GENRE008", Level.WARNING, "第九条（七）")),
        ("通知", {"标题": "工作方案"}, ("GENRE008", Level.WARNING, "7.3.1")),
        ("通知", {"出席": ["甲"]}, ("GENRE010", Level.WARNING, "10.3")),
        ("通知", {"签署人职务": ["局长"]}, ("GENRE009", Level.WARNING, "7.3.5.3")),
        ("通知", {"密级和保密期限": "机密★1年"}, ("GENRE011", Level.ERROR, "第九条（一）")),
        ("通知", {"紧急程度": "平急"}, ("GENRE012", Level.WARNING, "第九条（三）")),
        ("情况说明", {"标题": "关于工作的情况说明"}, ("GENRE013", Level.WARNING, "第八条")),
        ("报告", {"发文机关": ["甲局", "乙局"]}, ("GENRE014", Level.HINT, "7.2.6")),
        ("通知", {"发文机关": []}, ("GENRE015", Level.WARNING, "7.2.4")),
        ("纪要", {"标题": "局长办公会议定事项"}, ("GENRE015", Level.WARNING, "7.2.4")),
        ("纪要", {"主送": ["各科室"]}, ("GENRE002", Level.HINT, "办公惯例")),
    ],
)
def test_a_document_that_departs_is_told_by_its_clause(
    told: Callable[..., list[Problem]], genre: str, keys: dict[str, Any], expected: tuple[str, Level, str]
) -> None:
    code, level, basis = expected
    problems = [problem for problem in told(genre, **keys) if problem.code == code]
    assert [problem.level for problem in problems] == [level]
    assert basis in problems[0].basis
    assert problems[0].hint
    assert problems[0].place.path == "documents/文.md"


def test_the_place_is_the_line_of_the_key(told: Callable[..., list[Problem]], load: Load) -> None:
    (problem,) = told("通知", 紧急程度="特提")
    assert problem.place == load().place("文", "紧急程度") != Place("documents/文.md")


# --- closing phrases ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("genre", "closing"),
    [
        ("请示", "当否，请批示。"),
        ("请示", "以上请示如无不妥，请批复。"),
        ("请示", "特此请示，请予批准。"),
        ("请示", "当否，请审定。"),
        ("请示", "请予以批准。"),
        ("请示", "现报上，请核准。"),
        ("报告", "以上报告，请审阅。"),
        ("批复", "特此批复。"),
        ("函", "特此函复。"),
        ("函", "盼复为荷。"),
        ("通知", "特此通知。"),
        ("通知", "请认真贯彻执行。"),
        ("公告", "特此公告。"),
    ],
)
def test_customary_closings_raise_no_alarm(
    told: Callable[..., list[Problem]], genre: str, closing: str
) -> None:
    assert codes(told(genre, closing)) == []


@pytest.mark.parametrize(
    ("genre", "closing", "said"),
    [
        ("请示", "请认真执行。", "没有结语"),
        ("报告", "情况就是这样。", "没有结语"),
        ("通知", "特此报告。", "报告的用语"),
        ("请示", "特此报告。", "报告的用语"),
        ("公告", "特此通知。", "通知的用语"),
    ],
)
def test_a_missing_or_foreign_closing_is_a_hint_at_its_line(
    told: Callable[..., list[Problem]], load: Load, genre: str, closing: str, said: str
) -> None:
    (problem,) = told(genre, closing)
    assert (problem.code, problem.level) == ("GENRE004", Level.HINT)
    assert said in problem.message
    assert problem.place.line == load().source("文").body[-1].line


def test_a_second_request_in_the_text_is_a_hint(told: Callable[..., list[Problem]]) -> None:
    (problem,) = told("请示", "另，请批准增加编制。妥否，请批示。")
    assert problem.code == "GENRE005"
    assert "另，请批准" in problem.message


# --- a document without words of its own -----------------------------------------------------------------


def test_a_document_that_prints_its_original_is_not_asked_for_a_closing(
    record: MakeRecord, load: Load
) -> None:
    record("政策", "原", "情况如下。", 标题="关于情况的报告", 文种="报告", 文本="摘编")
    head: dict[str, Any] = {"底本": "原", "标题": None, "文种": "原文未写", "行文方向": "上行"}
    record("公文", "文", "", **head, 签发人=["甲"], 主送=["省财政厅"])
    library = load()
    assert codes([p for p in check_documents(library, compose_all(library)) if p.code.startswith(OURS)]) == []
