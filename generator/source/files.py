"""From a file's bytes to its data: size, encoding, control characters, YAML, body."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from generator.problems import Level, Place, Problem
from generator.source.diagnosis import diagnose
from generator.source.front_matter import BodyBlock, Halves, read_body, split_front_matter
from generator.source.invisible import CODE, INVISIBLE, describe
from generator.source.tree import KeyPath, Tree, TreeError, Value, read_tree

LARGEST = 2 * 1024 * 1024
"""Bytes; a record is a few kB, a full policy text some hundred kB."""
BOM = "\ufeff"
REASONS: tuple[tuple[type[OSError], str], ...] = (
    (FileNotFoundError, "没有这个文件"),
    (PermissionError, "没有权限"),
    (IsADirectoryError, "它是一个文件夹"),
)


@dataclass(frozen=True, slots=True)
class Source:
    """One file as read: its data, where each value stands, its Markdown body, its hash."""

    path: str
    data: Mapping[str, Value]
    sha256: str
    body: tuple[BodyBlock, ...] = ()
    values: Mapping[KeyPath, Place] = field(default_factory=dict)
    keys: Mapping[KeyPath, Place] = field(default_factory=dict)

    def place(self, path: KeyPath = ()) -> Place:
        """Where a value stands; for one that is not there, where its nearest parent stands."""
        for length in range(len(path), -1, -1):
            if path[:length] in self.values:
                return self.values[path[:length]]
        return Place(self.path)

    def key_place(self, path: KeyPath) -> Place:
        """Where a key stands; for a list item or a missing key, the place of the value."""
        return self.keys.get(path) or self.place(path)


def read_source(root: Path, file: Path) -> tuple[Source | None, tuple[Problem, ...]]:
    """Read one .yaml or .md file below `root`; None where a problem of level 错误 stands in the way."""
    path = file.relative_to(root).as_posix()
    raw, problems = read_bytes(file, path)
    if raw is None:
        return None, problems
    text, problems = decode(raw, path)
    if text is None or any(problem.level is Level.ERROR for problem in problems):
        return None, problems
    digest = hashlib.sha256(raw).hexdigest()
    source, reading = (read_markdown if file.suffix.lower() == ".md" else read_yaml)(text, path, digest)
    return source, (*problems, *reading)


def read_bytes(file: Path, path: str) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The bytes of a file that exists, is not empty and is not far too large."""
    try:
        size = file.stat().st_size
        if size > LARGEST:
            return None, (too_large(size, path),)
        raw = file.read_bytes()
    except OSError as error:
        reason = next((words for kind, words in REASONS if isinstance(error, kind)), "读取失败")
        hint = "检查文件是否存在、有无权限、是否被别的程序占用"
        return None, (Problem(Level.ERROR, "FILE001", f"文件打不开：{reason}", Place(path), hint),)
    if not raw.strip():
        return None, (
            Problem(Level.ERROR, "FILE002", "文件是空的", Place(path), "写入一条记录，或删去这个文件"),
        )
    return raw, ()


def too_large(size: int, path: str) -> Problem:
    """A record of megabytes is something else by mistake."""
    message = f"文件有 {size / 1024 / 1024:.1f} MB，超过一条记录的上限 {LARGEST // 1024 // 1024} MB"
    return Problem(
        Level.ERROR, "FILE003", message, Place(path), "记录只放文字；图片、扫描件和大表请放在记录之外"
    )


def decode(raw: bytes, path: str) -> tuple[str | None, tuple[Problem, ...]]:
    """UTF-8 text with unified line ends; a UTF-8 BOM is dropped with a word about it."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        hint = "用记事本或 WPS“另存为”，编码选 UTF-8"
        return None, (Problem(Level.ERROR, "FILE004", "文件是 UTF-16（Unicode）编码", Place(path), hint),)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return None, (wrong_encoding(raw, error.start, path),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    bom: tuple[Problem, ...] = ()
    if text.startswith(BOM):
        text = text.removeprefix(BOM)
        hint = "不影响使用；想去掉，另存为“UTF-8”（不带 BOM）"
        bom = (Problem(Level.HINT, "FILE005", "文件开头有 BOM 标记，已忽略", Place(path), hint),)
    return text, (*bom, *find_invisible(text, path))


def wrong_encoding(raw: bytes, start: int, path: str) -> Problem:
    """Say whether the bytes look like GBK, the usual case on older machines."""
    line = raw[:start].count(b"\n") + 1
    try:
        sample = raw.decode("gbk").splitlines()[line - 1].strip()[:20]
    except (UnicodeDecodeError, IndexError):
        return Problem(
            Level.ERROR,
            "FILE004",
            "文件不是 UTF-8 编码的文本",
            Place(path, line),
            "另存为 UTF-8 编码的文本文件",
        )
    message = f"文件是 GBK（ANSI）编码，这一行是“{sample}”"
    return Problem(Level.ERROR, "FILE004", message, Place(path, line), "用记事本“另存为”，编码选 UTF-8")


def find_invisible(text: str, path: str) -> Iterator[Problem]:
    """Characters that nobody sees and that break Word files and searches."""
    for number, line in enumerate(text.split("\n"), start=1):
        for match in INVISIBLE.finditer(line):
            place = Place(path, number, match.start() + 1)
            hint = "删去它；多半是从网页或旧文档复制时带来的"
            yield Problem(Level.ERROR, CODE, describe(match[0]), place, hint)


def read_yaml(text: str, path: str, digest: str) -> tuple[Source | None, tuple[Problem, ...]]:
    """A .yaml record."""
    tree, problems = read_head(text, path, first_line=1)
    if tree is None or not isinstance(tree.data, dict):
        return None, problems
    return Source(path, tree.data, digest, (), tree.values, tree.keys), problems


def read_markdown(text: str, path: str, digest: str) -> tuple[Source | None, tuple[Problem, ...]]:
    """A .md record: YAML head and body."""
    halves = split_front_matter(text)
    if halves is None:
        hint = "第一行写 ---，下面写“键: 值”，再用一行 --- 结束，然后是正文"
        return None, (
            Problem(Level.ERROR, "FILE007", "缺少开头的记录头（两行 --- 之间的内容）", Place(path), hint),
        )
    return read_halves(halves, path, digest)


def read_halves(halves: Halves, path: str, digest: str) -> tuple[Source | None, tuple[Problem, ...]]:
    """Head and body of a Markdown record."""
    tree, problems = read_head(halves.head, path, halves.head_line)
    if tree is None or not isinstance(tree.data, dict):
        return None, problems
    body = read_body(halves.body, halves.body_line)
    return Source(path, tree.data, digest, body, tree.values, tree.keys), problems


def read_head(text: str, path: str, first_line: int) -> tuple[Tree | None, tuple[Problem, ...]]:
    """The YAML of a record, or what is wrong with it."""
    try:
        tree = read_tree(text, path, first_line)
    except TreeError as error:
        return None, (tree_problem(error, path, first_line),)
    except yaml.YAMLError as error:
        return None, tuple(
            Problem(
                Level.ERROR,
                slip.code,
                slip.message,
                Place(path, slip.line + first_line - 1, slip.column),
                slip.hint,
            )
            for slip in diagnose(text, error)
        )
    if not isinstance(tree.data, dict):
        return None, (not_a_record(tree),)
    return tree, tuple(tree_problem(slip, path, first_line) for slip in tree.slips)


def tree_problem(error: TreeError, path: str, first_line: int) -> Problem:
    """Something that YAML allows and a record does not."""
    place = Place(path, error.line + first_line - 1, error.column)
    return Problem(Level.ERROR, error.code, error.message, place, error.hint)


def not_a_record(tree: Tree) -> Problem:
    """A list or a sentence at the top of the file; a lone full-width colon is the usual cause."""
    full_width = isinstance(tree.data, str) and "：" in tree.data
    hint = "键后面的冒号要用半角，并加一个空格" if full_width else "每行写“键: 值”，例如“类别: 案例”"
    return Problem(Level.ERROR, "YAML014", "文件内容不是“键: 值”的形式", tree.values[()], hint)
