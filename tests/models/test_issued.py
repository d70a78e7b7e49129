"""The record of a 公文: how its corner elements are read, and what may reach the site."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import ValidationError

from generator.models.issued import Direction, IssuedDocument, MarkOf, Urgency

HEAD: dict[str, Any] = {
    "类别": "公文",
    "编号": "文",
    "文种": "通知",
    "行文方向": "下行",
    "公开属性": "主动公开",
}


def read(**keys: Any) -> IssuedDocument:
    return IssuedDocument.model_validate({**HEAD, **keys})


@pytest.mark.parametrize("written", ["秘密", "机密★1年", "绝密★长期", "秘密★6个月", "机密★10天"])
def test_a_secrecy_of_the_right_form_is_taken(written: str) -> None:
    assert read(密级和保密期限=written).secrecy == written


@pytest.mark.parametrize("written", ["内部", "机密*1年", "机密★一年", "机密★0年", "★1年", "机密★"])
def test_a_secrecy_of_another_form_is_refused(written: str) -> None:
    with pytest.raises(ValidationError, match="机密★1年"):
        read(密级和保密期限=written)


@pytest.mark.parametrize("written", ["1", "00001", "0000001", "00000a"])
def test_a_copy_number_has_six_digits(written: str) -> None:
    assert read(份号="000001").copy_number == "000001"
    with pytest.raises(ValidationError, match="6 位"):
        read(份号=written)


def test_a_classified_document_is_never_publishable() -> None:
    assert read().publishable
    assert not read(密级和保密期限="秘密").publishable
    assert not read(密级和保密期限="秘密", 底本="某政策", 公开属性=None).publishable


def test_what_is_not_written_is_left_to_the_genre() -> None:
    document = read()
    assert (document.format, document.signature, document.urgency) == (None, None, None)
    assert document.mark_of is MarkOf.ALL


def test_urgency_and_direction_are_words_of_a_list() -> None:
    assert read(紧急程度="加急", 行文方向="泛行").urgency is Urgency.PRESSING
    assert read(行文方向="泛行").direction is Direction.PUBLIC
    with pytest.raises(ValidationError):
        read(紧急程度="很急")
