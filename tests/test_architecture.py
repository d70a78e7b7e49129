"""The floors of the house: imports point down, nothing goes in circles, modules and functions stay small."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator, Mapping
from fnmatch import fnmatch
from graphlib import CycleError, TopologicalSorter
from pathlib import Path
from statistics import median

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "generator"

FLOORS: Mapping[str, int] = {
    "__main__": 6,
    "cli": 6,
    "usage": 6,
    "terminal": 6,
    "build": 5,
    "starter": 5,
    "word": 4,
    "inspection": 4,
    "readback": 4,
    "machine": 4,
    "pages": 4,
    "search": 4,
    "site_index": 4,
    "open_data": 4,
    "checks": 4,
    "importers": 4,
    "compose": 3,
    "library": 3,
    "recognition": 3,
    "chain": 3,
    "figures": 3,
    "provisions": 3,
    "wording": 3,
    "rules": 3,
    "duties": 3,
    "standard": 3,
    "models": 2,
    "source": 2,
    "ooxml": 1,
    "document": 1,
    "hanzi": 1,
    "charts": 1,
    "quantity": 1,
    "problems": 1,
    "webfiles": 1,
    "": 0,
}
"""Rooms of the package by floor; “” is the package itself, which holds the version and imports nothing."""
PENS = 4
"""On this floor no room knows another."""
LONGEST_MODULE = 400
LONGEST_FUNCTION = 30
"""Lines of code without signature and docstring; a table of facts, told row by row, comes close to it."""
USUAL_FUNCTION = 15
MOST_LONG_FUNCTIONS = 0.05
"""Share of functions that may pass the usual length."""
MODULES = tuple(sorted(PACKAGE.rglob("*.py")))
DUMPS = ("utils", "util", "helpers", "helper", "misc", "common_utils", "tools")


def module_name(file: Path) -> str:
    """The dotted name of a module within the package: checks.totals, or checks for its __init__."""
    parts = file.relative_to(PACKAGE).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


NAMES = frozenset(map(module_name, MODULES))
TREES = {module_name(file): ast.parse(file.read_text(encoding="utf-8")) for file in MODULES}


def room(module: str) -> str:
    """The room that a module lies in."""
    return module.split(".", maxsplit=1)[0]


def imports_of(tree: ast.Module) -> Iterator[str]:
    """The modules of the package that a module imports, wherever in it the import stands."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are absolute"
            names = [imported_module(node.module or "", alias.name) for alias in node.names]
        else:
            continue
        yield from (
            name.removeprefix("generator").removeprefix(".") for name in names if room(name) == "generator"
        )


def imported_module(module: str, name: str) -> str:
    """`from a import b` means the module a.b where there is one, else a."""
    inner = f"{module}.{name}"
    return inner if inner.removeprefix("generator.") in NAMES else module


IMPORTS = {name: frozenset(imports_of(tree)) - {name} for name, tree in TREES.items()}


def functions() -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    """Every function of the package with the name of its module."""
    for name, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield name, node


def code_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines from the first statement after the docstring to the end."""
    first = function.body[0]
    has_docstring = ast.get_docstring(function, clean=False) is not None
    start = (first.end_lineno or 0) + 1 if has_docstring else first.lineno
    return (function.end_lineno or 0) - start + 1


def test_every_room_has_a_floor() -> None:
    assert {room(name) for name in NAMES} <= set(FLOORS)


@pytest.mark.parametrize("module", sorted(NAMES))
def test_imports_point_down(module: str) -> None:
    here = FLOORS[room(module)]
    upward = {name for name in IMPORTS[module] if FLOORS[room(name)] > here}
    beside = {
        name for name in IMPORTS[module] if here == PENS == FLOORS[room(name)] and room(name) != room(module)
    }
    assert upward | beside == set()


def test_modules_do_not_import_in_circles() -> None:
    try:
        TopologicalSorter(IMPORTS).prepare()
    except CycleError as circle:
        pytest.fail(" → ".join(circle.args[1]))


def test_rooms_do_not_import_in_circles() -> None:
    rooms: dict[str, set[str]] = defaultdict(set)
    for module, imported in IMPORTS.items():
        rooms[room(module)] |= {room(name) for name in imported} - {room(module)}
    try:
        TopologicalSorter(rooms).prepare()
    except CycleError as circle:
        pytest.fail(" → ".join(circle.args[1]))


def test_the_tree_of_a_document_knows_no_file_no_word_and_no_html() -> None:
    known = {node.module for node in ast.walk(TREES["document"]) if isinstance(node, ast.ImportFrom)}
    standard = {"__future__", "collections.abc", "dataclasses", "datetime", "enum", "generator.problems"}
    assert known <= standard


@pytest.mark.parametrize("file", MODULES, ids=module_name)
def test_modules_stay_short(file: Path) -> None:
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


def test_functions_stay_short() -> None:
    lengths = {f"{name}.{function.name}": code_lines(function) for name, function in functions()}
    too_long = {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION}
    assert too_long == {}
    long = sorted(name for name, length in lengths.items() if length > USUAL_FUNCTION)
    assert len(long) <= MOST_LONG_FUNCTIONS * len(lengths), long
    assert median(lengths.values()) <= USUAL_FUNCTION / 2


def test_no_module_is_a_dump() -> None:
    assert [name for name in sorted(NAMES) if name.rsplit(".", maxsplit=1)[-1] in DUMPS] == []


def outer(tree: ast.Module | ast.ClassDef) -> Iterator[ast.FunctionDef | ast.ClassDef]:
    """Functions, classes and methods; functions inside functions explain themselves."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node
        if isinstance(node, ast.ClassDef):
            yield from outer(node)


def is_silent(node: ast.FunctionDef | ast.ClassDef) -> bool:
    """Whether a docstring is missing where one is due."""
    return not node.name.startswith("_") and not ast.get_docstring(node)


def test_functions_and_classes_say_what_they_are_for() -> None:
    named = ((f"{name}.{node.name}", node) for name, tree in TREES.items() for node in outer(tree))
    assert [name for name, node in named if is_silent(node)] == []


MACHINE_PATH = re.compile(r"(?<![\w.~])/(?:home|Users|mnt|opt|root|srv|tmp|work)/\w|\b[A-Z]:\\\\?Users\\")
REGISTRY_HOST = re.compile(
    r"\b(?:files\.pythonhosted|pypi|mirrors?|registry)(?:\.[\w-]+)*\.(?:org|com|cn|io|internal)\b"
)


def tracked_files() -> tuple[Path, ...]:
    """The files under version control."""
    git = shutil.which("git")
    if git is None or not (ROOT / ".git").exists():
        pytest.skip("不在版本库里，无法列出受控文件")
    listed = subprocess.run([git, "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    names = listed.stdout.decode().split("\0")
    return tuple(ROOT / name for name in names if name and (ROOT / name).is_file())


def test_no_file_names_a_path_of_one_machine_or_a_host_of_a_registry() -> None:
    found = []
    for file in tracked_files():
        content = file.read_bytes()
        if b"\0" in content or file == Path(__file__):
            continue
        text = content.decode("utf-8", errors="replace")
        found += [f"{file.relative_to(ROOT)}: {match[0]}" for match in MACHINE_PATH.finditer(text)]
        found += [f"{file.relative_to(ROOT)}: {match[0]}" for match in REGISTRY_HOST.finditer(text)]
    assert found == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("see /home/somebody/x", True),
        ("dir=/srv/x", True),
        (r"C:\Users\x", True),
        ("https://mirror.example.org/simple", True),
        ("../shared/seeds/", False),
        ("build/home/x", False),
        ("example.org/home/x", False),
    ],
)
def test_the_patterns_of_paths_and_hosts_find_what_they_are_for(text: str, wrong: bool) -> None:
    assert bool(MACHINE_PATH.search(text) or REGISTRY_HOST.search(text)) is wrong


def test_no_folder_of_tests_is_left_out(pytestconfig: pytest.Config) -> None:
    left_out = pytestconfig.getini("norecursedirs")
    folders = {file.parent for file in Path(__file__).parent.rglob("test_*.py")}
    assert not {
        name
        for folder in folders
        for name in folder.relative_to(ROOT).parts
        for form in left_out
        if fnmatch(name, form)
    }
