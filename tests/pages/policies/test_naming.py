"""What a citation calls each provision."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.compose import Audience, Composer, compose_policy
from generator.library import Library, load_library
from generator.models.policy import Policy, TextState
from generator.pages import public_view
from generator.pages.records.policy import policy_page
from generator.pages.records.policy_naming import provision_names
from generator.pages.shelf import Shelf
from tests.pages.policies.conftest import DAY
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
    assert found["s1-1"] == "第一部分第（一）项"
    assert found["s1-1-1"] == "第一部分第（一）项第1点"
    assert found["s1-1-1-1"] == "第一部分第（一）项第1点第（1）点"


@pytest.mark.parametrize("words", ["附则", "很长的标题" * 12])
def test_a_heading_without_a_number_is_called_by_its_words(make_library: Make, words: str) -> None:
    body = OLD.split("---\n")[1]
    found = names(make_library, f"---\n{body}---\n\n# {words}\n\n照此办理。\n")
    (name,) = found.values()
    assert name.startswith(f"“{words[:24]}")
    assert name.endswith("部分")
    assert len(name) < 32


def test_an_attachment_is_called_by_its_number_and_title_and_an_item_never_by_its_number_alone(
    library: Library,
) -> None:
    shelf = Shelf(public_view(library), DAY)
    for policy in shelf.library.every(Policy):
        document = shelf.document(policy)
        for name in provision_names(document, whole=policy.text_state is TextState.FULL).values():
            assert not name.startswith("（")
            assert not re.fullmatch(r"附件\d*", name)
    notice = shelf.library.find("鲁财采2022-14号", Policy)
    assert notice
    found = provision_names(shelf.document(notice), whole=False)
    assert found["s3-4"] == "第三部分第（四）项"
    assert found["att1"].startswith("附件")
    assert found["att1"].endswith("》")


def test_the_provision_on_which_a_rule_rests_shows_that_it_is_cited(library: Library) -> None:
    shelf = Shelf(public_view(library), DAY)
    policy = shelf.library.find("财政部令102号", Policy)
    assert policy
    page = policy_page(shelf, policy).text
    provision = page[page.index("{: #a26 ") :].partition("{: #a33 ")[0]
    assert "被引 1 处" in provision
    assert "R-102-26" in page[page.index('id="cited-a26"') - 900 : page.index('id="cited-a26"')]
