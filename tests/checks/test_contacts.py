"""Contacts in bodies and demands: told before the site prints them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from generator.checks.contacts import check_contacts
from generator.hanzi.contacts import find_contact
from generator.library import Library
from generator.problems import Level

MakeRecord = Callable[..., None]
Load = Callable[[], Library]
BODY = "各单位要按时报送。\n\n联系人：张三丰，电话：0533-1234567。"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("联系人：张三丰，电话：0533-1234567。", "联系人：张三丰，电话：0533-1234567"),
        ("联系人及电话：王某某 0531-51700000。", "联系人及电话：王某某 0531-51700000"),
        ("请报市财政局（联系电话 (0533)1234567）。", "联系电话 (0533)1234567"),
        ("联系人：李某某。", "联系人：李某某"),
        ("联系方式：lmm@example.com。", "联系方式：lmm@example.com"),
        ("电话：6668888。", "电话：6668888"),
        ("报王某某（13800001111）。", "13800001111"),
        ("手机 138 0000 1111", "手机 138 0000 1111"),
    ],
)
def test_a_name_with_a_number_or_a_private_number_is_a_contact(text: str, words: str) -> None:
    assert find_contact(text) == words


@pytest.mark.parametrize(
    "text",
    [
        "监督电话：0533-1234567。",
        "服务电话：0533-1234567，投诉电话：0533-7654321。",
        "请于9月底前报送联系人名单和联系方式。",
        "联系人：由各单位自行确定",
        "电子版发送至 office@example.com。",
        "安排资金13912345678元。",
        "报送联系方式、2022年项目（批次20220101）。",
        "安装电话1200部，投入100.13912345678万元。",
    ],
)
def test_public_numbers_and_sums_of_money_are_no_contacts(text: str) -> None:
    assert find_contact(text) == ""


@pytest.mark.parametrize(
    ("disclosure", "levels"),
    [("主动公开", [Level.WARNING]), ("待定", [Level.HINT]), ("不予公开", [])],
)
def test_a_contact_in_the_body_of_a_document_is_told_if_the_site_may_print_it(
    record: MakeRecord, load: Load, disclosure: str, levels: list[Level]
) -> None:
    record("公文", "通知", BODY, 公开属性=disclosure)
    found = list(check_contacts(load()))
    assert [problem.level for problem in found] == levels
    for problem in found:
        assert problem.code == "PRIV001"
        assert "张三丰" in problem.message
        assert problem.place.path == "documents/通知.md"


@pytest.mark.parametrize(("state", "levels"), [("全文", [Level.HINT]), ("存根", [])])
def test_a_contact_in_a_full_text_of_others_is_pointed_out(
    record: MakeRecord, load: Load, state: str, levels: list[Level]
) -> None:
    record("政策", "甲", BODY if levels else "", 文本=state)
    assert [problem.level for problem in check_contacts(load())] == levels


def test_a_contact_under_its_own_key_is_told_nothing(record: MakeRecord, load: Load) -> None:
    contacts = [{"姓名": "张三丰", "电话": "0533-1234567"}]
    record("公文", "通知", "各单位要按时报送。", 公开属性="主动公开", 联系人=contacts)
    assert list(check_contacts(load())) == []


def test_a_contact_in_a_demand_is_told_at_the_demand(record: MakeRecord, load: Load) -> None:
    demands = [
        {"编号": "要求1", "锚": "正文", "主体": ["各县"], "事项": "报送总结"},
        {"编号": "要求2", "锚": "正文", "主体": ["各县"], "事项": "报送总结，联系电话：0533-1234567"},
    ]
    record("政策", "甲", 要求=demands)
    (problem,) = check_contacts(load())
    assert (problem.code, problem.level) == ("PRIV002", Level.WARNING)
    assert "“要求2”" in problem.message
    assert problem.place.line > 1
