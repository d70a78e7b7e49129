"""Machines of the tests' own making: another system, its registry, and programs that behave as told."""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import ModuleType
from typing import Any, Self

import pytest


class FakeKey:
    """An open key of the registry."""

    def __init__(self, values: Mapping[str, object]) -> None:
        self.values = list(values.items())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing to close."""


def fake_registry(keys: Mapping[str, Mapping[str, object]], user: Mapping[str, Mapping[str, object]]) -> Any:
    """A module like winreg: keys of the machine and of the user by their paths."""
    module: Any = ModuleType("winreg")
    module.HKEY_LOCAL_MACHINE, module.HKEY_CURRENT_USER = keys, user

    def open_key(hive: Mapping[str, Mapping[str, object]], path: str) -> FakeKey:
        if path not in hive:
            raise FileNotFoundError(path)
        return FakeKey(hive[path])

    module.OpenKey = open_key
    module.QueryInfoKey = lambda key: (0, len(key.values), 0)
    module.EnumValue = lambda key, index: (*key.values[index], 1)
    return module


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Make this machine a Windows with such a registry."""

    def become(
        keys: Mapping[str, Mapping[str, object]], user: Mapping[str, Mapping[str, object]] | None = None
    ) -> None:
        monkeypatch.setattr(platform, "system", lambda: "Windows")
        monkeypatch.setitem(sys.modules, "winreg", fake_registry(keys, user or {}))
        monkeypatch.setenv("PATH", "")

    return become


SOFFICE = """#!{python}
import pathlib, sys, time
arguments = sys.argv[1:]
if "--version" in arguments:
    print("LibreOffice 24.2.1.2 abc(Build:2)")
    sys.exit()
into = pathlib.Path(arguments[arguments.index("--outdir") + 1])
files = [pathlib.Path(name) for name in arguments if name.endswith(".docx")]
log = pathlib.Path(__file__).with_name("runs")
with log.open("a", encoding="utf-8") as stream:
    stream.write(" ".join(file.stem for file in files) + chr(10))
def write(file, content="%PDF-1.6 of " + chr(10) + "%%EOF" + chr(10)):
    (into / (file.stem + ".pdf")).write_text(content, encoding="utf-8")
for file in files:
{behaviour}
"""


@pytest.fixture
def fake_soffice(tmp_path: Path) -> Callable[[str], Path]:
    """Write a LibreOffice that does this with each file; beside it `runs` lists the files of each run."""
    if sys.platform == "win32":
        pytest.skip("假的 LibreOffice 是带 #! 的脚本，Windows 不认")

    def make(behaviour: str = "write(file)") -> Path:
        program = tmp_path / "program" / "soffice"
        program.parent.mkdir(exist_ok=True)
        lines = "\n".join(f"    {line}" for line in behaviour.splitlines())
        program.write_text(SOFFICE.format(python=sys.executable, behaviour=lines), encoding="utf-8")
        program.chmod(0o755)
        return program

    return make
