"""`gongwen new notice --forward`: what is drafted, and what is said before anyone signs."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.build import check
from generator.checks import check_library
from generator.checks.disclosure import check_disclosure_line
from generator.cli import main
from generator.compose import compose_all
from generator.compose.trees import compose_chosen
from generator.document import OfficialDocument, plain
from generator.hanzi.titles import parse_title
from generator.library import load_library
from generator.problems import Level, LibraryError
from generator.starter import Drafted, Wishes, new_forwarding

LATE = date(2022, 12, 20)
TITLE = "山东省财政厅关于做好政府购买服务改革重点工作的通知"
DISTRICT = Wishes(issuer="淄博市周村区财政局")


def tree_of(root: Path, drafted: Drafted) -> OfficialDocument:
    """The document that the draft becomes."""
    library, problems = load_library(root)
    assert [problem.as_text() for problem in problems] == []
    return compose_chosen(library, (drafted.file.stem,)).documents[drafted.file.stem]


def codes(drafted: Drafted) -> list[str]:
    return sorted(problem.code for problem in drafted.problems)


def test_the_title_encloses_every_level_with_bodies_outside_the_marks(copy_of_shipped: Path) -> None:
    drafted = new_forwarding(copy_of_shipped, "淄财采2022-20号", LATE, DISTRICT)
    tree = tree_of(copy_of_shipped, drafted)
    assert tree.title == drafted.title == f"关于转发淄博市财政局《关于转发〈{TITLE}〉的通知》的通知"
    assert parse_title(tree.title).depth == 2


def test_the_short_title_names_the_head_of_the_chain_and_the_body_how_it_came(copy_of_shipped: Path) -> None:
    wishes = Wishes(short=True, issuer=DISTRICT.issuer)
    drafted = new_forwarding(copy_of_shipped, "淄财采2022-20号", LATE, wishes)
    tree = tree_of(copy_of_shipped, drafted)
    assert tree.title == drafted.title == f"转发{TITLE}"
    words = "".join(plain(block.inlines) for block in tree.body if hasattr(block, "inlines"))
    assert words.startswith(f"《{TITLE}》（鲁财采〔2022〕14号）已由淄博市财政局转发。")


def test_the_set_phrase_names_the_number_and_what_it_is_for(copy_of_shipped: Path) -> None:
    drafted = new_forwarding(copy_of_shipped, "鲁财采2022-14号", LATE, Wishes(issuer="潍坊市财政局"))
    (paragraph,) = tree_of(copy_of_shipped, drafted).body
    assert plain(getattr(paragraph, "inlines", ())) == (
        f"为做好政府购买服务改革重点工作，现将《{TITLE}》（鲁财采〔2022〕14号）转发给你们，请认真贯彻执行。"
    )


def test_the_incoming_text_is_enclosed_whole_with_all_that_it_encloses(copy_of_shipped: Path) -> None:
    drafted = new_forwarding(copy_of_shipped, "淄财采2022-20号", LATE, DISTRICT)
    (attachment,) = tree_of(copy_of_shipped, drafted).attachments
    assert isinstance(attachment.content, OfficialDocument)
    assert attachment.content.masthead.number == "淄财采〔2022〕20号"
    (inner,) = attachment.content.attachments
    assert isinstance(inner.content, OfficialDocument)
    assert inner.content.masthead.number == "鲁财采〔2022〕14号"


def test_the_addressees_follow_the_level_of_the_body_and_the_wish(copy_of_shipped: Path) -> None:
    usual = new_forwarding(copy_of_shipped, "淄财采2022-20号", LATE, DISTRICT)
    assert tree_of(copy_of_shipped, usual).addressees == "各镇（街道）财政所，区直各部门、单位："
    wishes = Wishes(issuer=DISTRICT.issuer, addressees=("各镇人民政府", "区民政局"))
    wished = new_forwarding(copy_of_shipped, "淄财采2022-20号", LATE, wishes)
    assert tree_of(copy_of_shipped, wished).addressees == "各镇人民政府，区民政局："


@pytest.mark.parametrize("wishes", [Wishes(), Wishes(short=True), Wishes(issuer="淄博市博山区财政局")])
def test_a_body_that_forwarded_the_text_before_gets_a_new_draft_without_the_used_number(
    copy_of_shipped: Path, wishes: Wishes
) -> None:
    drafted = new_forwarding(copy_of_shipped, "淄财采2022-20号", LATE, wishes)
    text = drafted.file.read_text(encoding="utf-8")
    assert "底本:" not in text
    assert "发文机关:\n  - 淄博市博山区财政局\n文号: 待补" in text
    assert "# 照本机关“博财采2022-19号”的主送" in text
    assert "19号" not in tree_of(copy_of_shipped, drafted).masthead.number


def test_the_notice_as_it_was_issued_is_printed_again_on_request(copy_of_shipped: Path) -> None:
    drafted = new_forwarding(copy_of_shipped, "淄财采2022-20号", LATE, Wishes(original="博财采2022-19号"))
    text = drafted.file.read_text(encoding="utf-8")
    assert "底本: 博财采2022-19号" in text
    assert "发文机关:" not in text
    assert tree_of(copy_of_shipped, drafted).masthead.number == "博财采〔2022〕19号"


def test_a_base_text_that_does_not_forward_the_incoming_text_is_refused(copy_of_shipped: Path) -> None:
    with pytest.raises(LibraryError, match="不是转发“鲁财采2022-14号”的通知") as refused:
        new_forwarding(copy_of_shipped, "鲁财采2022-14号", LATE, Wishes(original="博财采2022-19号"))
    assert "转发它的有 淄财采2022-20号" in refused.value.problems[0].hint
    assert not list((copy_of_shipped / "documents").glob("新转发*"))


def test_an_erratum_of_the_base_text_is_none_of_the_notice(copy_of_shipped: Path) -> None:
    drafted = new_forwarding(copy_of_shipped, "鲁财采2022-14号", LATE, Wishes(original="淄财采2022-20号"))
    passed = [problem for problem in drafted.problems if problem.code == "FWD001"]
    assert passed
    assert all("已登记勘误" not in problem.message for problem in passed)
    new = new_forwarding(copy_of_shipped, "鲁财采2022-14号", LATE, Wishes(issuer="淄博市财政局"))
    assert {one.level for one in new.problems if one.code == "FWD001"} == {Level.WARNING}


def test_a_body_is_found_under_its_alias_and_written_in_full(copy_of_shipped: Path) -> None:
    drafted = new_forwarding(copy_of_shipped, "淄财采2022-20号", LATE, Wishes(issuer="博山区财政局"))
    assert "发文机关:\n  - 淄博市博山区财政局\n" in drafted.file.read_text(encoding="utf-8")
    assert "博财采2022-19号" in drafted.reason


def test_a_body_without_a_printing_office_has_it_to_fill_in(copy_of_shipped: Path) -> None:
    drafted = new_forwarding(copy_of_shipped, "鲁财采2022-14号", LATE, Wishes(issuer="淄博市博山区财政局"))
    text = drafted.file.read_text(encoding="utf-8")
    assert "印发日期: 待补\n印发机关: 待补\n" in text
    drafted.file.write_text(text.replace("公开属性: 待定", "公开属性: 主动公开"), encoding="utf-8")
    library, _ = load_library(copy_of_shipped)
    (problem,) = check_disclosure_line(library, compose_chosen(library, (drafted.file.stem,)))
    assert (problem.code, problem.level) == ("DISC002", Level.WARNING)
    printed = text.replace("印发机关: 待补", "印发机关: 博山区财政局办公室").replace("待定", "主动公开")
    drafted.file.write_text(printed, encoding="utf-8")
    library, _ = load_library(copy_of_shipped)
    assert [*check_disclosure_line(library, compose_chosen(library, (drafted.file.stem,)))] == []


def test_new_and_check_judge_a_draft_by_the_same_day(copy_of_shipped: Path) -> None:
    drafted = new_forwarding(copy_of_shipped, "淄财采2022-20号", date(2026, 11, 22), DISTRICT)
    told = [one for one in drafted.problems if one.code == "FWD001"]
    found = check(copy_of_shipped, (drafted.file,), today=date(2026, 11, 22))
    assert told
    assert [one for one in found if one.code == "FWD001"] == told
    asked = ["--root", str(copy_of_shipped), "check", str(drafted.file), "--date", "2022-11-30"]
    assert "FWD001" not in CliRunner().invoke(main, asked).output
    assert "到 2022年12月1日 已过 1 天" in CliRunner().invoke(main, [*asked[:-1], "2022-12-01"]).output


def test_the_file_explains_its_choices(copy_of_shipped: Path) -> None:
    text = new_forwarding(copy_of_shipped, "淄财采2022-20号", LATE, DISTRICT).file.read_text(encoding="utf-8")
    assert f"要换成简化式：标题: 转发{TITLE}" in text
    assert "# 来文是“主动公开”" in text
    assert "公开属性: 待定" in text
    assert "# 按县级机关拟的" in text
    assert "类型: 贯彻落实\n    目标: 鲁财采2022-14号" in text


def test_what_is_wrong_is_said_at_once(copy_of_shipped: Path) -> None:
    drafted = new_forwarding(copy_of_shipped, "淄财采2022-20号", LATE, DISTRICT)
    assert codes(drafted) == ["FWD001", "FWD003"]
    late = next(problem for problem in drafted.problems if problem.code == "FWD001")
    assert "到 2022年12月20日 已过 20 天" in late.message
    assert codes(new_forwarding(copy_of_shipped, "淄财采2022-20号", date(2022, 11, 30), DISTRICT)) == [
        "FWD003"
    ]


def test_the_way_down_is_told_with_its_days(copy_of_shipped: Path) -> None:
    drafted = new_forwarding(copy_of_shipped, "淄财采2022-20号", LATE, DISTRICT)
    assert drafted.chain == (
        "山东省财政厅 鲁财采〔2022〕14号（2022年8月16日） → "
        "淄博市财政局 淄财采〔2022〕20号（2022年12月20日，隔 126 天）"
    )


def test_the_command_says_what_is_wrong_and_refuses_options_without_a_text(copy_of_shipped: Path) -> None:
    run = partial(CliRunner().invoke, main)
    asked = ["--root", str(copy_of_shipped), "new", "notice"]
    wishes = ["--short", "--issuer", "淄博市周村区财政局", "--to", "各镇财政所", "--to", "区直各部门"]
    told = run([*asked, "--forward", "淄财采2022-20号", *wishes, "--date", "2022-12-20"])
    assert told.exit_code == 0, told.output
    for words in (f"标题：转发{TITLE}", "主送：照 --to", "签发以前要看的 2 处", "警告 FWD001", "提示 FWD003"):
        assert words in told.output
    assert run([*asked, "--short"]).exit_code == 2
    empty = run([*asked, "--forward", ""])
    assert empty.exit_code == 2
    assert "--forward 后面是空的" in empty.output
    assert run(["--root", str(copy_of_shipped), "new", "case", "--short"]).exit_code == 2


def test_a_repealed_stub_is_forwarded_with_both_warnings(copy_of_shipped: Path) -> None:
    drafted = new_forwarding(copy_of_shipped, "财综〔2014〕96号", LATE, Wishes(issuer="山东省财政厅"))
    assert codes(drafted) == ["EFF002", "STUB001"]
    repealed = next(problem for problem in drafted.problems if problem.code == "EFF002")
    assert "《政府购买服务管理办法》（财政部令第102号）" in repealed.hint


@pytest.mark.parametrize(
    "words",
    [
        "鲁财采2022-14号",
        "鲁财采〔2022〕14号",
        "鲁财采[2022]14",
        f"《{TITLE}》",
        TITLE,
        "鲁财采【2022】14号文",
    ],
)
def test_the_incoming_text_is_named_by_id_number_or_title(copy_of_shipped: Path, words: str) -> None:
    drafted = new_forwarding(copy_of_shipped, words, LATE, Wishes(issuer="潍坊市财政局"))
    assert "目标: 鲁财采2022-14号" in drafted.file.read_text(encoding="utf-8")


def test_a_number_on_two_records_is_asked_back(copy_of_shipped: Path) -> None:
    with pytest.raises(LibraryError) as refused:
        new_forwarding(copy_of_shipped, "濮财综〔2017〕7号", LATE)
    (problem,) = refused.value.problems
    assert problem.message == "“濮财综〔2017〕7号”可以指 2 份政策"


def test_a_text_that_is_not_there_is_refused_with_a_near_one(copy_of_shipped: Path) -> None:
    with pytest.raises(LibraryError, match="库里没有“鲁财采2022-41号”"):
        new_forwarding(copy_of_shipped, "鲁财采2022-41号", LATE)
    assert not list((copy_of_shipped / "documents").glob("新转发*"))


def test_a_document_of_ours_is_no_incoming_text(copy_of_shipped: Path) -> None:
    with pytest.raises(LibraryError, match="“博山转发淄博通知”是库里我们自己的公文") as refused:
        new_forwarding(copy_of_shipped, "博山转发淄博通知", LATE)
    assert "录成政策" in refused.value.problems[0].hint


def test_no_other_text_is_guessed_where_only_the_form_of_the_number_agrees(copy_of_shipped: Path) -> None:
    with pytest.raises(LibraryError) as refused:
        new_forwarding(copy_of_shipped, "濮财综2019-8号", LATE)
    assert "是不是" not in refused.value.problems[0].hint


def test_drafts_never_overwrite_and_are_free_of_errors(copy_of_shipped: Path) -> None:
    first = new_forwarding(copy_of_shipped, "淄财采2022-20号", LATE, DISTRICT)
    second = new_forwarding(
        copy_of_shipped, "鲁财采2022-14号", LATE, Wishes(short=True, issuer="潍坊市财政局")
    )
    assert [first.file.name, second.file.name] == ["新转发.md", "新转发2.md"]
    library, _ = load_library(copy_of_shipped)
    found = [
        problem
        for problem in check_library(library, compose_all(library))
        if problem.place.path.startswith("documents/新")
    ]
    assert [problem.as_text() for problem in found if problem.level is Level.ERROR] == []


def test_the_same_wish_gives_the_same_bytes(copy_of_shipped: Path) -> None:
    texts = [
        new_forwarding(copy_of_shipped, "淄财采2022-20号", LATE, DISTRICT).file.read_bytes().splitlines()
        for _ in range(2)
    ]
    differing = [line for line, other in zip(*texts, strict=True) if line != other]
    assert [line.decode() for line in differing] == ["编号: 新转发"]
