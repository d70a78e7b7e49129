"""Python and the packages that we stand on: what is installed, and whether it is what we ask for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version

PROJECT = "gongwen"
REQUIREMENT = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?\s*([^;]*)(;.*)?$")
BOUND = re.compile(r"(>=|<=|==|!=|<|>)\s*([\d.]+)")


@dataclass(frozen=True, slots=True)
class Package:
    """One dependency: its name, the range that we ask for, the version here (empty if none)."""

    name: str
    wanted: str
    installed: str

    @property
    def fits(self) -> bool:
        """Whether the version here lies in the range."""
        return bool(self.installed) and lies_in(self.installed, self.wanted)


def packages() -> tuple[Package, ...]:
    """What a user needs, without what only tests need; nothing if we ourselves are not installed."""
    try:
        listed = requires(PROJECT) or []
    except PackageNotFoundError:
        return ()
    return tuple(read_requirements(listed))


def read_requirements(listed: list[str]) -> Iterator[Package]:
    """Requirements as the metadata writes them, “click<9,>=8.2”, those of extras left out."""
    for requirement in listed:
        found = REQUIREMENT.match(requirement)
        if found and "extra" not in (found[3] or ""):
            yield Package(found[1], found[2].strip(), version_of(found[1]))


def version_of(name: str) -> str:
    """The installed version; empty if there is none."""
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def lies_in(installed: str, wanted: str) -> bool:
    """Whether a version keeps all bounds of a range; letters in it (rc1, .post2) do not count."""
    here = numbers(installed)
    tests = {
        ">=": lambda bound: here >= bound,
        "<=": lambda bound: here <= bound,
        "==": lambda bound: here == bound,
        "!=": lambda bound: here != bound,
        ">": lambda bound: here > bound,
        "<": lambda bound: here < bound,
    }
    return all(tests[sign](numbers(bound)) for sign, bound in BOUND.findall(wanted))


def numbers(version_text: str) -> tuple[int, ...]:
    """“1.6.0” as (1, 6): zeros at the end say nothing."""
    leading = re.match(r"\d+(?:\.\d+)*", version_text)
    parts = [int(part) for part in leading[0].split(".")] if leading else []
    while parts and parts[-1] == 0:
        parts.pop()
    return tuple(parts)
