"""Lists of bodies, and names that speak of bodies below."""

from __future__ import annotations

import pytest

from generator.hanzi.bodies import reads_as_subordinate, split_bodies


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("省财政厅", ("省财政厅",)),
        ("省财政厅、省民政厅", ("省财政厅", "省民政厅")),
        ("省财政厅，省民政厅；省审计厅", ("省财政厅", "省民政厅", "省审计厅")),
        ("省财政厅和省民政厅", ("省财政厅", "省民政厅")),
        ("省财政厅、省民政厅及市审计局", ("省财政厅", "省民政厅", "市审计局")),
        ("市委办公室以及市政府办公室", ("市委办公室", "市政府办公室")),
        ("省发展和改革委员会", ("省发展和改革委员会",)),
        ("省住房和城乡建设厅、省人力资源和社会保障厅", ("省住房和城乡建设厅", "省人力资源和社会保障厅")),
        ("市商务和市场监督管理局", ("市商务和市场监督管理局",)),
        ("各市、县财政局", ("各市、县财政局",)),
        ("各县、市、区财政局，省直各部门", ("各县、市、区财政局", "省直各部门")),
        ("各省、自治区、直辖市财政厅、审计署", ("各省、自治区、直辖市财政厅", "审计署")),
        (" 省财政厅 、 ", ("省财政厅",)),
        ("", ()),
    ],
)
def test_a_list_falls_into_its_names(line: str, names: tuple[str, ...]) -> None:
    assert split_bodies(line) == names


@pytest.mark.parametrize(
    "name", ["各县财政局", "各县（区）财政局", "各市、县财政局", "县（市、区）民政局", "各乡镇", "局下属单位"]
)
def test_names_of_bodies_below_are_known_by_their_words(name: str) -> None:
    assert reads_as_subordinate(name)


@pytest.mark.parametrize("name", ["省财政厅", "市审计局", "某县财政局", "市直各部门"])
def test_names_that_say_nothing_of_the_kind_are_not(name: str) -> None:
    assert not reads_as_subordinate(name)
