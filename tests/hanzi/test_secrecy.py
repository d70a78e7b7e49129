"""密级和保密期限: one strict form."""

from __future__ import annotations

import pytest

from generator.hanzi.secrecy import EXAMPLES, is_secrecy


@pytest.mark.parametrize(
    "text", ["绝密", "机密", "秘密", "机密★1年", "秘密★10年", "秘密★6个月", "机密★20天", "绝密★长期"]
)
def test_a_level_alone_or_with_a_term_is_right(text: str) -> None:
    assert is_secrecy(text)


@pytest.mark.parametrize(
    "text",
    [
        *("机密1年", "机密☆1年", "机密★", "机密★一年", "机密★０1年", "机密★1", "机密★01年", "机密★0年"),
        *("机密★1日", "机密★6月", "机密★永久", "内部★1年", "内部", "机密★1年半", "机密 ★1年", ""),
    ],
)
def test_any_other_form_is_wrong(text: str) -> None:
    assert not is_secrecy(text)


def test_the_examples_that_messages_show_are_right() -> None:
    assert all(map(is_secrecy, EXAMPLES.split("、")))
