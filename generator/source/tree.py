"""YAML text to plain data, strictly: every scalar stays text, every value keeps its place.

YAML 1.1 turns `no` into False, `010` into 8 and forgets a key written twice; none of that
happens here.  Anchors, aliases, tags and a second document are refused: a record is one plain
form.  Events are read one by one, so depth and size stay bounded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Protocol

import yaml

from generator.problems import Place
from generator.source.invisible import CODE, INVISIBLE, describe


class Mark(Protocol):
    """A position as the YAML reader gives it, counted from 0 (its two readers have a class each)."""

    @property
    def line(self) -> int:
        """The line."""

    @property
    def column(self) -> int:
        """The column."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A position that we found ourselves, counted from 0."""

    line: int
    column: int


KeyPath = tuple[str | int, ...]
Value = str | list["Value"] | dict[str, "Value"]
Loader: type[yaml.SafeLoader] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
DEEPEST = 20


class TreeError(Exception):
    """The YAML is well formed but not a plain record; `line` and `column` count from 1."""

    def __init__(self, message: str, hint: str, mark: Mark | None, code: str = "YAML013") -> None:
        super().__init__(message)
        self.message, self.hint, self.code = message, hint, code
        self.line, self.column = (mark.line + 1, mark.column + 1) if mark else (1, 1)


class OddSpaceError(yaml.YAMLError):
    """A space that YAML takes for a letter stands where an indent was meant."""

    def __init__(self, mark: Mark | None) -> None:
        super().__init__("odd space")
        self.problem_mark = mark


@dataclass(slots=True)
class Tree:
    """The data of one file, the place of each value, the place of each key."""

    path: str
    first_line: int = 1
    lines: tuple[str, ...] = ()
    """The YAML text line by line."""
    data: Value = field(default_factory=dict)
    values: dict[KeyPath, Place] = field(default_factory=dict)
    keys: dict[KeyPath, Place] = field(default_factory=dict)
    slips: list[TreeError] = field(default_factory=list)
    """What is wrong with the form and does not keep the rest from being read."""

    def place(self, mark: Mark | None) -> Place:
        """A mark of the YAML reader as a place in the file."""
        line, column = (mark.line, mark.column) if mark else (0, 0)
        return Place(self.path, line + self.first_line, column + 1)


def read_tree(text: str, path: str, first_line: int = 1) -> Tree:
    """Read one YAML document that starts at `first_line` of the file at `path`.

    Raises:
        yaml.YAMLError: the text is not YAML.
        TreeError: it is YAML, but not a plain record.
    """
    tree = Tree(path, first_line, tuple(text.split("\n")))
    events = without_stream(yaml.parse(text, Loader=Loader))
    first = next(events, None)
    if first is None:
        raise TreeError("文件里没有内容", "写入一条记录，或删去这个文件", None)
    tree.data = read_node(first, events, tree, ())
    second = next(events, None)
    if second is not None:
        raise TreeError("一个文件里有两份内容（中间有“---”）", "每条记录单独放一个文件", second.start_mark)
    return tree


def without_stream(events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
    """The events of nodes only; the frame of stream and document is left out."""
    frame = (yaml.StreamStartEvent, yaml.StreamEndEvent, yaml.DocumentStartEvent, yaml.DocumentEndEvent)
    return (event for event in events if not isinstance(event, frame))


def read_node(event: yaml.Event, events: Iterator[yaml.Event], tree: Tree, path: KeyPath) -> Value:
    """Read the node that begins with `event`, and note where it stands."""
    refuse_unplain(event, path)
    tree.values[path] = tree.place(event.start_mark)
    if isinstance(event, yaml.ScalarEvent):
        note_swallowed_items(event, tree)
        return visible(str(event.value), event, tree)
    if isinstance(event, yaml.SequenceStartEvent):
        return read_sequence(events, tree, path)
    return read_mapping(events, tree, path)


def visible(text: str, event: yaml.Event, tree: Tree) -> str:
    """The words of a scalar; characters that an escape such as x07 brings in go, with a word about it."""
    found = INVISIBLE.search(text)
    if found:
        hint = "删去双引号里以反斜杠“\\”开头的写法"
        tree.slips.append(TreeError(describe(found[0]), hint, event.start_mark, CODE))
    return INVISIBLE.sub("", text)


def note_swallowed_items(event: yaml.ScalarEvent, tree: Tree) -> None:
    """List items indented too far: YAML takes their lines, dash and all, for words of the value above."""
    if event.style or event.start_mark is None or event.end_mark is None:
        return
    first, last = event.start_mark.line, event.end_mark.line
    for number, line in enumerate(tree.lines[first + 1 : last + 1], start=first + 1):
        words = line.strip(" ")
        if words.startswith("- "):
            message = f"“{words[:20]}”会接在第 {first + tree.first_line} 行的值后面，成为它的一部分"
            hint = "是下一项，就与上一个“-”左边对齐；是同一个值，就写在一行里并加引号"
            spot = Spot(number, line.index("-"))
            tree.slips.append(TreeError(message, hint, spot, "YAML015"))
            return


def refuse_unplain(event: yaml.Event, path: KeyPath) -> None:
    """Anchors, aliases, explicit tags and bottomless nesting have no place in a record."""
    if getattr(event, "anchor", None) is not None:
        raise TreeError(
            "用了锚或别名（& 或 *）", "把内容直接写出来；文本以 & 或 * 开头时请加引号", event.start_mark
        )
    tag = getattr(event, "tag", None)
    if tag is not None and tag != "!":
        hint = "删去以“!”开头的标签；文本以“!”开头时请加引号"
        raise TreeError(f"用了类型标签“{tag}”", hint, event.start_mark)
    if len(path) > DEEPEST:
        raise TreeError(f"嵌套超过 {DEEPEST} 层", "检查缩进，记录最多只有几层", event.start_mark)


def read_sequence(events: Iterator[yaml.Event], tree: Tree, path: KeyPath) -> list[Value]:
    """Read items up to the end of the list."""
    items: list[Value] = []
    for event in events:
        if isinstance(event, yaml.SequenceEndEvent):
            break
        items.append(read_node(event, events, tree, (*path, len(items))))
    return items


def read_mapping(events: Iterator[yaml.Event], tree: Tree, path: KeyPath) -> dict[str, Value]:
    """Read keys and values up to the end of the mapping; of a key written twice the first value stays."""
    items: dict[str, Value] = {}
    for event in events:
        if isinstance(event, yaml.MappingEndEvent):
            break
        key = visible(read_key(event, path), event, tree)
        if key in items:
            tree.slips.append(written_twice(key, tree.keys[(*path, key)], event.start_mark))
            read_node(next(events), events, Tree(tree.path), (*path, key))
            continue
        tree.keys[(*path, key)] = tree.place(event.start_mark)
        items[key] = read_node(next(events), events, tree, (*path, key))
    return items


def written_twice(key: str, first: Place, mark: Mark | None) -> TreeError:
    """A key that stands twice in one group."""
    message = f"键“{key}”写了两次，前一次在第 {first.line} 行"
    return TreeError(message, "留下一个，或把两处内容合并", mark)


def read_key(event: yaml.Event, path: KeyPath) -> str:
    """A key must be a word, not a list or another mapping.

    Raises:
        OddSpaceError: a full-width or no-break space stands where an indent was meant.
        TreeError: it is no word.
    """
    refuse_unplain(event, path)
    if not isinstance(event, yaml.ScalarEvent):
        hint = "文字以 {{ 或 [ 开头时，给整段加英文双引号"
        raise TreeError("这里的花括号或方括号没有加引号", hint, event.start_mark)
    key = str(event.value)
    if key != key.strip():
        raise OddSpaceError(event.start_mark)
    return key
