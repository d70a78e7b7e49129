"""Samples by kind: where each belongs in a library, and how it is put there."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from importlib.resources import files
from pathlib import Path

from generator.hanzi.docnumber import find_numbers
from generator.library import FOLDERS, Library, load_library
from generator.models.policy import Policy
from generator.pages.shipped import shipped
from generator.problems import Level, LibraryError, Place, Problem

INCOMING = "来文编号"
"""What a sample notice says instead of the 编号 of the text that it forwards."""
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
FORWARDING = Sample("转发.md", "documents")


def new_record(root: Path, kind: str) -> Path:
    """Put a sample into the library under a free name.

    Args:
        root: the library folder.
        kind: one of `SAMPLES`.
    """
    return put_sample(root, SAMPLES[kind], sample_text(SAMPLES[kind]))


def new_forwarding(root: Path, forwarded: str) -> Path:
    """Put a forwarding notice into the library.

    Args:
        root: the library folder.
        forwarded: the policy that it forwards: its 编号, or its 文号 in any spelling.

    Raises:
        LibraryError: the library has no such policy.
    """
    library, _ = load_library(root)
    text = sample_text(FORWARDING).replace(INCOMING, find_policy(library, forwarded))
    return put_sample(root, FORWARDING, text)


def find_policy(library: Library, words: str) -> str:
    """The 编号 of the policy that is meant.

    Raises:
        LibraryError: there is none.
    """
    if library.find(words, Policy):
        return words
    for number, _, _ in find_numbers(words):
        for facts in library.policies_by_number.get(number.key, ()):
            if isinstance(facts, Policy):
                return facts.id
    near = get_close_matches(words, [policy.id for policy in library.every(Policy)], n=1, cutoff=0.4)
    hint = f"是不是“{near[0]}”？" if near else "先用 gongwen new policy 录入来文，再转发"
    raise LibraryError(
        [Problem(Level.ERROR, "NEW001", f"库里没有“{words}”这份政策", Place("policies"), hint)]
    )


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
