"""Samples by kind: where each belongs in a library, and how it is put there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from generator.library import FOLDERS
from generator.pages.shipped import shipped

TABLES = ("行政区划", "六大类", "领域", "采购方式", "承接主体类型", "案例形式")
"""Reference tables that stand by themselves, so that a new library can begin with them."""

TEMPLATES = "templates"
REFERENCE, NATIONAL = "policies/reference", "policies/national"
BASIS = re.compile(r"^ +(?:依据|规则): (?P<id>\S+)\n(?: +锚: .*\n)?", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sample:
    """A sample file and the folder of a library that it belongs to."""

    file: str
    folder: str


SAMPLES = {
    "case": Sample("案例.yaml", "cases/projects"),
    "statistics": Sample("统计表.yaml", "cases/returns"),
    "survey": Sample("调查表.yaml", "cases/returns"),
    "policy": Sample("政策.md", "policies"),
    "report": Sample("报告.md", "documents"),
    "notice": Sample("通知.md", "documents"),
    "request": Sample("请示.md", "documents"),
    "letter": Sample("函.md", "documents"),
    "order": Sample("命令.md", "documents"),
    "minutes": Sample("纪要.md", "documents"),
    "joint": Sample("联合通知.md", "documents"),
    "collection": Sample("汇编.md", "documents"),
}


def new_record(root: Path, kind: str) -> Path:
    """Put a sample into the library under a free name.

    Args:
        root: the library folder.
        kind: one of `SAMPLES`.
    """
    return put_sample(root, SAMPLES[kind], sample_text(SAMPLES[kind]))


def sample_text(sample: Sample) -> str:
    """The text of a sample."""
    return files("generator.starter").joinpath("samples", sample.file).read_text(encoding="utf-8")


def put_sample(root: Path, sample: Sample, text: str) -> Path:
    """Write a sample under a free name; its 编号 is its file's name."""
    file = free_file(root / sample.folder, f"新{sample.file}")
    file.parent.mkdir(parents=True, exist_ok=True)
    numbered = re.sub(r"^编号: \S+", f"编号: {file.stem}", text, count=1, flags=re.MULTILINE)
    file.write_text(numbered, encoding="utf-8", newline="\n")
    return file


def new_library(root: Path) -> Path:
    """Make the folders of a library, with the tables and national texts that every library needs.

    Files that are there already stay as they are.
    """
    for folder in (*FOLDERS, TEMPLATES):
        (root / folder).mkdir(parents=True, exist_ok=True)
    texts = tuple(sorted(shipped(NATIONAL).glob("*.md")))
    known = frozenset(text.stem for text in texts)
    for file in (*texts, *(shipped(REFERENCE) / f"{name}.yaml" for name in TABLES)):
        place = root / "policies" / file.parent.name / file.name
        if not place.exists():
            place.parent.mkdir(parents=True, exist_ok=True)
            content = without_unknown_bases(file.read_text(encoding="utf-8"), known)
            place.write_text(content, encoding="utf-8", newline="\n")
    return root


def without_unknown_bases(text: str, known: frozenset[str]) -> str:
    """A file without pointers (依据 with its 锚, 规则) to what a new library does not hold."""
    return BASIS.sub(lambda match: match[0] if match["id"] in known else "", text)


def free_file(folder: Path, name: str) -> Path:
    """A name that nothing bears yet: 新案例.yaml, then 新案例2.yaml."""
    file, number = folder / name, 1
    while file.exists():
        number += 1
        file = folder / f"{Path(name).stem}{number}{Path(name).suffix}"
    return file
