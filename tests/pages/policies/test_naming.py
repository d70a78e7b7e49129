"""What a citation calls each provision."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.compose import Audience, Composer, compose_policy
from generator.library import load_library
from generator.models.policy import Policy
from generator.pages.records.policy_naming import provision_names
from tests.pages.policies.samples import OLD, small_library

Make = Callable[[Mapping[str, str]], Path]
SECTIONS = """引言段。

# 一、总体要求

## （一）坚持公开。

全部公开。

### 1. 公开目录

#### （1）公开的时间。

十个工作日。

# 附则

照此办理。
"""


def names(make_library: Make, text: str, *, whole: bool = True) -> dict[str, str]:
    library, problems = load_library(make_library(small_library(旧办法=text)))
    assert [problem.as_text() for problem in problems] == []
    policy = library.find("旧办法", Policy)
    assert policy
    document = compose_policy(Composer(library, audience=Audience.SITE), policy)
    return dict(provision_names(document, whole=whole))


def test_articles_are_called_by_their_number_alone_with_their_paragraphs_and_items(
    make_library: Make,
) -> None:
    found = names(make_library, OLD)
    assert found == {
        "c1": "第一章",
        "a1": "第一条",
        "a2": "第二条",
        "a3": "第三条",
        "a3-p2": "第三条第二款",
        "a3-p3": "第三条第二款第（一）项",
    }


def test_paragraphs_of_a_digest_are_not_those_of_the_original_and_get_no_name(make_library: Make) -> None:
    assert set(names(make_library, OLD, whole=False)) == {"c1", "a1", "a2", "a3"}


def test_an_inserted_article_keeps_its_whole_name(make_library: Make) -> None:
    found = names(make_library, OLD.replace("## 第三条　备案。", "## 第二条之一　备案。"))
    assert found["a2z1"] == "第二条之一"
    assert found["a2z1-p2"] == "第二条之一第二款"


def test_sections_are_called_by_the_numbers_above_them(make_library: Make) -> None:
    body = OLD.split("---\n")[1]
    found = names(make_library, f"---\n{body}---\n\n{SECTIONS}")
    assert found["s1"] == "第一部分"
    assert found["s1-1"] == "第一部分（一）"
    assert found["s1-1-1"] == "第一部分（一）1"
    assert found["s1-1-1-1"] == "第一部分（一）1（1）"


@pytest.mark.parametrize("words", ["附则", "很长的标题" * 12])
def test_a_heading_without_a_number_is_called_by_its_words(make_library: Make, words: str) -> None:
    body = OLD.split("---\n")[1]
    found = names(make_library, f"---\n{body}---\n\n# {words}\n\n照此办理。\n")
    (name,) = found.values()
    assert name.startswith(f"“{words[:24]}")
    assert name.endswith("部分")
    assert len(name) < 32
