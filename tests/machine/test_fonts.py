"""Which fonts are installed, by whatever the system says, and which stand in for the missing ones."""

from __future__ import annotations

import platform
import struct
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.machine import fonts, look_up, replacements
from generator.machine.fonts import Font, Fonts, installed_fonts
from generator.machine.name_table import family_names
from generator.machine.replacements import Lookup
from generator.machine.stand_ins import stand_in_table
from generator.standard import gbt9704

LISTED = """\
FandolFang,FandolFang R\ten,en
LXGW WenKai,霞鹜文楷\ten,zh-cn
LXGW WenKai,霞鹜文楷,LXGW WenKai Light,霞鹜文楷 Light\ten,zh-cn,en,zh-cn
Noto Serif CJK SC\ten
Noto Serif CJK SC\ten
Liberation Serif\ten
仿宋\tzh-cn

"""


def say(monkeypatch: pytest.MonkeyPatch, listed: str) -> None:
    monkeypatch.setattr(platform, "system", lambda: "Linux")
    monkeypatch.setattr(fonts, "output_of", lambda *_: listed)


def look_at(installed: Fonts) -> dict[str, Lookup]:
    return {look.kind: look for look in look_up(gbt9704(), installed)}


def test_fontconfig_says_every_name_and_libreoffice_takes_the_last_english_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    say(monkeypatch, LISTED)
    found = installed_fonts()
    assert found.find("FandolFang") == Font(("FandolFang", "FandolFang R"), "FandolFang R")
    assert found.find("霞鹜文楷") is not None
    assert found.find("仿宋") == Font(("仿宋",), "仿宋")
    assert found.find("楷体") is None
    assert len(found.families) == 6


def test_one_font_is_known_by_its_names_on_other_systems(monkeypatch: pytest.MonkeyPatch) -> None:
    say(monkeypatch, LISTED)
    assert installed_fonts().find("fangsong") == Font(("仿宋",), "仿宋")


def test_a_missing_font_is_replaced_by_its_own_kind_the_standard_s_names_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    say(monkeypatch, LISTED)
    found = look_at(installed_fonts())
    assert found["仿宋"].shown == "仿宋"
    assert found["楷体"].shown == "LXGW WenKai"
    assert found["黑体"].font is None
    table = replacements(found.values())
    assert table["仿宋_GB2312"] == "仿宋"
    assert table["楷体_GB2312"] == "LXGW WenKai"
    assert table["Times New Roman"] == "Liberation Serif"
    assert "仿宋" not in table
    assert "黑体" not in table


def test_installed_fonts_are_not_replaced() -> None:
    names = [name for face in gbt9704().data.faces.values() for name in face.names]
    found = look_up(gbt9704(), Fonts(tuple(Font((name,), name) for name in names)))
    assert all(look.is_wanted for look in found)
    assert replacements(found) == {}


def test_every_kind_of_the_standard_has_stand_ins() -> None:
    assert set(stand_in_table().faces) == set(gbt9704().data.faces)


@pytest.mark.parametrize("listed", ["", "\n\t\n", "损坏的一行"])
def test_a_font_list_that_says_nothing_useful_is_survived(
    monkeypatch: pytest.MonkeyPatch, listed: str
) -> None:
    say(monkeypatch, listed)
    monkeypatch.setattr(fonts, "font_files", tuple)
    assert installed_fonts().find("仿宋") is None


# --- the files themselves ---------------------------------------------------------------------


def font_of(*names: tuple[int, int, str]) -> bytes:
    """A font with nothing but family names: platform, language, name."""
    texts = [text.encode("utf-16-be") for _, _, text in names]
    records = b""
    for number, (system, language, _) in enumerate(names):
        start = sum(map(len, texts[:number]))
        records += struct.pack(">6H", system, 1, language, 1, len(texts[number]), start)
    table = struct.pack(">HHH", 0, len(names), 6 + len(records)) + records + b"".join(texts)
    directory = struct.pack(">4sIII", b"name", 0, 28, len(table))
    return b"\x00\x01\x00\x00" + struct.pack(">H6x", 1) + directory + table


def test_a_font_file_gives_its_chinese_name_before_its_english_one(tmp_path: Path) -> None:
    file = tmp_path / "simfang.ttf"
    file.write_bytes(font_of((1, 0, "Mac"), (3, 0x409, "FangSong"), (3, 0x804, "仿宋")))
    assert family_names(file) == (("仿宋", "FangSong"),)


def test_a_collection_gives_the_names_of_all_its_faces(tmp_path: Path) -> None:
    faces = [font_of((3, 0x409, "SimSun")), font_of((3, 0x409, "NSimSun"))]
    offsets = [20, 20 + len(faces[0])]
    moved = [
        face[:20] + struct.pack(">I", offset + 28) + face[24:]
        for face, offset in zip(faces, offsets, strict=True)
    ]
    file = tmp_path / "simsun.ttc"
    file.write_bytes(b"ttcf" + struct.pack(">II2I", 0x10000, 2, *offsets) + b"".join(moved))
    assert family_names(file) == (("SimSun",), ("NSimSun",))


@pytest.mark.parametrize("content", [b"", b"OTTO", b"ttcf\x00", b"<html>", font_of((3, 0x409, "X"))[:30]])
def test_a_damaged_font_file_has_no_names(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "坏.ttf"
    file.write_bytes(content)
    assert family_names(file) in ((), (("",),))


def test_windows_fonts_come_from_its_folders_and_from_the_registry_of_machine_and_user(
    tmp_path: Path, windows: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    own = tmp_path / "下载" / "小标宋.ttf"
    for file, name in ((tmp_path / "Fonts" / "simfang.ttf", "仿宋"), (own, "方正小标宋简体")):
        file.parent.mkdir()
        file.write_bytes(font_of((3, 0x804, name)))
    windows(
        {fonts.WINDOWS_FONTS: {"FangSong (TrueType)": "simfang.ttf", "Gone": "gone.ttf", "Odd": 3}},
        {fonts.WINDOWS_FONTS: {"方正小标宋简体 (TrueType)": str(own)}},
    )
    monkeypatch.setenv("SystemRoot", str(tmp_path))
    monkeypatch.delenv("LOCALAPPDATA", raising=False)
    found = look_at(installed_fonts())
    assert found["小标宋"].is_wanted
    assert found["仿宋"].shown == "仿宋"
    assert found["楷体"].font is None


def test_a_mac_looks_into_the_font_folders_of_machine_and_user(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "Songti.ttc").write_bytes(font_of((3, 0x409, "Songti SC")))
    monkeypatch.setattr(platform, "system", lambda: "Darwin")
    monkeypatch.setattr(fonts, "MAC_FOLDERS", (str(tmp_path), str(tmp_path / "没有")))
    assert look_at(installed_fonts())["宋体"].shown == "Songti SC"
