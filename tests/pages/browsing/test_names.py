"""A to Z: names in the order of Chinese readers, with their other names and the way to their records."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import unescape
from pathlib import Path

import pytest

from generator.hanzi.pinyin import OTHER, initial, reading_order
from generator.library import load_library
from generator.pages import WrittenPage, write_pages
from tests.conftest import DATED
from tests.pages.samples import many_cases

Make = Callable[[Mapping[str, str]], Path]
Made = tuple[Path, tuple[WrittenPage, ...]]


@pytest.mark.parametrize(
    ("name", "letter"),
    [
        ("财政部", "C"),
        ("重庆市财政局", "C"),
        ("厦门市", "X"),
        ("PPP中心", "P"),
        ("12345热线", OTHER),
        ("《办法》", OTHER),
    ],
)
def test_a_name_stands_under_the_letter_that_it_is_read_with(name: str, letter: str) -> None:
    assert initial(name) == letter


def test_names_go_by_syllable_and_tone_and_those_without_a_letter_come_last() -> None:
    names = ["12345热线", "郑州市", "浙江省", "安徽省", "河南省", "河北省", "淄博市"]
    assert sorted(names, key=reading_order) == [
        "安徽省",
        "河北省",
        "河南省",
        "浙江省",
        "郑州市",
        "淄博市",
        "12345热线",
    ]


def names_of(made: Made, folder: str) -> str:
    files = sorted((made[0] / "browse" / folder).glob("*.md"), key=lambda file: int(file.stem))
    return unescape("".join(file.read_text(encoding="utf-8") for file in files))


def line_of(text: str, name: str) -> str:
    (line,) = re.findall(rf"<li><strong>{name}</strong>.*?</li>", text)
    return str(line)


def test_a_body_leads_to_its_texts_its_region_and_its_code(made: Made) -> None:
    line = line_of(names_of(made, "bodies"), "山东省财政厅")
    for words in ("机关代字 鲁财", "山东省", "发文", "所发文件被引用", "机构表"):
        assert words in line
    assert "policies/issuer/%E5%B1%B1%E4%B8%9C%E7%9C%81%E8%B4%A2%E6%94%BF%E5%8E%85/1.html" in line
    assert "search.html?q=" in line


def test_another_name_says_whose_it_is(made: Made) -> None:
    text = names_of(made, "bodies")
    assert re.search(r'<span class="other">国办</span> <span class="about">见 国务院办公厅</span>', text)


def test_a_buyer_that_the_table_of_bodies_does_not_have_is_listed_and_an_empty_one_is_not(made: Made) -> None:
    text = names_of(made, "bodies")
    assert "购买" in line_of(text, "新疆国际博览事务局")
    assert "原文未写" not in text


def test_a_term_has_its_table_its_basis_and_its_records(made: Made) -> None:
    line = line_of(names_of(made, "terms"), "社会组织")
    for words in ("承接主体类型", "依据", "第六条", "案例"):
        assert words in line


def test_letters_go_from_a_to_z(made: Made) -> None:
    for folder in ("bodies", "terms"):
        letters = re.findall(r"^## (\S+)", names_of(made, folder), re.MULTILINE)
        assert list(dict.fromkeys(letters)) == sorted(
            set(letters), key=lambda letter: (letter == OTHER, letter)
        )


def test_the_list_of_bodies_is_paged(make_library: Make, tmp_path: Path) -> None:
    files = many_cases(105)
    for number in range(1, 106):
        path = f"cases/例-{number}.yaml"
        files[path] = files[path].replace("某局", f"第{number}号局")
    library, _ = load_library(make_library(files))
    write_pages(library, tmp_path / "pages", dated=DATED)
    pages = sorted((tmp_path / "pages/browse/bodies").glob("*.md"))
    assert len(pages) == 2
    assert all(page.read_text(encoding="utf-8").count("<strong>") <= 101 for page in pages)
