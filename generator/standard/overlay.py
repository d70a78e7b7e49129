"""The file in which an office says what it does in its own way: `本单位.yaml` beside its templates.

One file serves all templates of a folder.  A template that needs other choices has a file of its own
with its own name (文件.docx, 文件.yaml), which then stands in the place of the common one: of two
files that speak of the same template only one is ever read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from generator.models.reading import problems_of
from generator.problems import Level, LibraryError, Place, Problem, has_errors
from generator.source import Source, read_source
from generator.source.tree import KeyPath
from generator.standard.custom import SEAL_DIAMETER, LocalCustom, departures_in
from generator.standard.rules import Custom, StandardData, Strength

COMMON = "本单位.yaml"
CODE = "TMPL010"
OPTION = "--custom"
"""Where choices on the command line stand, for the messages."""
HEAD = """\
# 本单位的习惯：标准没有写死、可以自定的项目。改冒号后面的写法；删去一行，就照默认。
# 改好以后再运行一次 gongwen new template：没有人改过的模板照这里重做，人改过样式的不动，会说明怎么办。
# 它管这个文件夹里的全部模板。某个模板要另定，就复制一份，取同样的名：文件.docx 旁边放 文件.yaml。
# gongwen check templates 列出模板与这里不一致的地方。
"""


@dataclass(frozen=True, slots=True)
class Overlay:
    """The choices of an office, and the file that says them (None where there is no file)."""

    custom: LocalCustom
    source: Source | None = None

    def place(self, name: str) -> Place:
        """Where a choice is written."""
        return self.source.key_place((name,)) if self.source else Place(COMMON)


def overlay_file(template: Path) -> Path | None:
    """The file that speaks of a template: its own, else the common one of its folder, else none."""
    files = (template.with_suffix(".yaml"), template.with_name(COMMON))
    return next((file for file in files if file.is_file()), None)


def overlay_of(template: Path) -> Overlay:
    """The choices under which a template stands; the usual ones where no file says otherwise.

    Raises:
        LibraryError: the file cannot be read, or says what nobody knows; all problems at once.
    """
    file = overlay_file(template)
    return read_overlay(file) if file else Overlay(LocalCustom())


def read_overlay(file: Path) -> Overlay:
    """The choices that a file says.

    Raises:
        LibraryError: as for `overlay_of`.
    """
    if says_nothing(file):
        return Overlay(LocalCustom())
    source, problems = read_source(file.resolve().parent.parent, file.resolve())
    if source is None or has_errors(problems):
        raise LibraryError(problems)
    try:
        return Overlay(LocalCustom.model_validate(dict(source.data), by_name=False, by_alias=True), source)
    except ValidationError as error:
        raise LibraryError(problems_of(error, source, LocalCustom)) from None


def says_nothing(file: Path) -> bool:
    """Whether every choice was deleted: there is nothing but comments and blank lines."""
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError):
        return False
    return all(not line.strip() or line.lstrip().startswith("#") for line in lines)


def read_choices(words: Sequence[str]) -> LocalCustom:
    """Choices written 版面=33476 on the command line.

    Raises:
        LibraryError: one of them says what nobody knows; all problems at once.
    """
    parted = [tuple(part.strip() for part in word.partition("=")) for word in words]
    if problems := list(badly_put(parted)):
        raise LibraryError(problems)
    data = {name: value for name, _, value in parted}
    places: dict[KeyPath, Place] = {(name,): Place(OPTION) for name in data}
    try:
        return LocalCustom.model_validate(data, by_name=False, by_alias=True)
    except ValidationError as error:
        source = Source(OPTION, dict(data), "", (), places, places)
        raise LibraryError(problems_of(error, source, LocalCustom)) from None


def badly_put(parted: Sequence[tuple[str, ...]]) -> Iterator[Problem]:
    """Choices that are no 键=值, and keys that are given twice: which of them is meant nobody can tell."""
    place, form = Place(OPTION), "写成 键=值，如 版面=33476"
    for name, sign, value in parted:
        if not (name and sign and value):
            missing = "等号" if not sign else "值" if name else "键"
            yield Problem(Level.ERROR, "CUST001", f"“{name}{sign}{value}”缺少{missing}", place, form)
    counts = Counter(name for name, sign, _ in parted if sign)
    for name, count in counts.items():
        if name and count > 1:
            yield Problem(Level.ERROR, "CUST002", f"“{name}”写了 {count} 次", place, "只留一个")


def custom_problems(overlay: Overlay, data: StandardData) -> Iterator[Problem]:
    """What an office does in its own way, told as such, with what the standard says of it."""
    for one in departures_in(data.customs, overlay.custom):
        message = f"本单位习惯：{one.name} {one.value}。标准：{one.standard}"
        basis = basis_of(one.clause, one.strength)
        yield Problem(Level.HINT, CODE, message, overlay.place(one.name), basis=basis)


def basis_of(clause: str, strength: Strength) -> str:
    """“GB/T 9704-2012 7.5（规定）”; nothing where the standard does not speak of it."""
    return f"GB/T 9704-2012 {clause}（{strength}）" if clause and strength is not Strength.CUSTOM else ""


def overlay_text(data: StandardData, custom: LocalCustom) -> str:
    """A file that says every choice, each under what the standard says and what may be written."""
    chosen = custom.chosen()
    entries = (entry_text(name, rule, chosen.get(name, "")) for name, rule in data.customs.items())
    example = f"# {SEAL_DIAMETER}: {data.quantities[SEAL_DIAMETER].value}\n"
    return HEAD + "".join(entries) + (example if custom.seal_diameter is None else "")


def entry_text(name: str, rule: Custom, value: str) -> str:
    """One choice with its comment; without a value the comment alone."""
    clause = f"（{rule.clause}）" if rule.clause else ""
    remark = f"\n# {rule.remark}" if rule.remark else ""
    choices = f"\n# 可写：{'、'.join(rule.values)}" if rule.values else ""
    line = f"{name}: {value}\n" if value else ""
    return f"\n# 标准{clause}：{rule.standard}{remark}{choices}\n{line}"
