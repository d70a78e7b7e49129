"""Every path of a build can be written on Windows, whose paths end at 260 characters, the last one unseen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.build.places import BUILD
from generator.build.staging import WORKSHOP
from generator.library import load_library
from generator.open_data import write_data
from generator.pages import public_view, write_pages
from generator.pages.comparing.pairs import LONGEST_NAME, Pair, Side, folder_name
from generator.pages.rendering.building import BENCH
from tests.conftest import DATED
from tests.pages.samples import case_text, policy_text

Make = Callable[[Mapping[str, str]], Path]
LONGEST_PATH, ROOT_LENGTH = 259, 95
RUN = f"/{BUILD}/{WORKSHOP}/{BENCH}12345678/9999/pages/"
"""The deepest folder in which pages stand: that of one run of the renderer."""
LONGEST_ID = 60
FORM = """类别: 调查表
编号: {id}
公开属性: 主动公开
名称: {name}
栏目: [甲, 乙, 丙]
事项:
  - 序: '1'
    部分: {name}
    事项: {name}
    题型: 文本
    填报说明: 无
"""


def longest(first: str) -> str:
    """The longest 编号 that begins with a word."""
    return first + "长" * (LONGEST_ID - len(first))


@pytest.fixture
def long_names(make_library: Make) -> Path:
    """A library in which everything that may name a page is as long as it may be, or very long."""
    old, new, case, form = map(longest, ("旧", "新", "例", "表"))
    relation = f"关系:\n  - 类型: 废止\n    目标: {old}\n成文日期: 2022-01-01\n"
    body = "很长的名称" * 40
    return make_library(
        {
            "policies/旧.md": policy_text(old, f"关于{body}的通知", "某财〔2020〕1号"),
            "policies/新.md": policy_text(
                new, f"关于{body}的新通知", "某财〔2022〕1号", more=relation
            ).replace("某省财政厅", f"{body}厅"),
            "cases/例.yaml": case_text(1, new, f"某省{body}县")
            .replace("例-1", case)
            .replace("城乡社区", body)
            .replace("某局", f"{body}局"),
            "cases/表.yaml": FORM.format(id=form, name=body),
        }
    )


def test_no_path_of_the_site_is_too_long_below_a_folder_of_95_characters(
    long_names: Path, tmp_path: Path
) -> None:
    library, problems = load_library(long_names)
    assert [problem.as_text() for problem in problems] == []
    written = [page.path for page in write_pages(library, tmp_path / "pages", dated=DATED)]
    written += write_data(public_view(library), tmp_path / "pages", dated=DATED, site_name="库")
    assert [path for path in written if path.startswith("browse/beside/")]
    most = LONGEST_PATH - ROOT_LENGTH - len(RUN) - len(".html") + len(".md")
    assert [path for path in written if len(path) > most] == []


def test_long_names_that_begin_alike_have_addresses_of_their_own() -> None:
    names = [longest("新") + end for end in ("", "甲", "乙")]
    assert len({folder_name(name) for name in names}) == len(names)
    assert {len(folder_name(name)) for name in names} == {LONGEST_NAME}


def test_the_address_of_a_pair_of_usual_names_is_these_names() -> None:
    assert Pair("鲁财采2022-14号", "淄财采2022-20号", Side.LEVELS).path == (
        "browse/beside/鲁财采2022-14号/淄财采2022-20号.md"
    )
