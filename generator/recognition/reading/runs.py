"""The words of a paragraph with their looks: runs, breaks, fields, and what is anchored between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from generator.recognition.facts import BookmarkFacts, RunFacts
from generator.recognition.reading.markup import MATH_TEXT, MC, W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

    from generator.recognition.reading.styles import StyleSheet

LONGEST_INSTRUCTION = 1000
LONGEST_NAME = 200
LAST_CODE_POINT = 0x10FFFF
SURROGATES = range(0xD800, 0xE000)


@dataclass(slots=True)
class OpenField:
    """A field that has begun."""

    instruction: str = ""
    in_result: bool = False
    has_result: bool = False


@dataclass(slots=True)
class Fields:
    """The fields that are open at a place; they may go on from paragraph to paragraph."""

    open: list[OpenField] = field(default_factory=list)
    instructions: int = 0
    """How many of them have not come to their result."""

    @property
    def instruction(self) -> str:
        """The instruction of the innermost field whose result is being read."""
        return self.open[-1].instruction.strip() if self.open else ""

    def begin(self) -> None:
        """Open a field within those that are open."""
        self.open.append(OpenField())
        self.instructions += 1

    def separate(self) -> None:
        """The result of the innermost field begins."""
        if self.open and not self.open[-1].in_result:
            self.open[-1].in_result = True
            self.instructions -= 1

    def end(self) -> OpenField:
        """Close the innermost field; what it printed, the field around it printed too."""
        closed = self.open.pop()
        self.instructions -= not closed.in_result
        if self.open and closed.has_result:
            self.open[-1].has_result = True
        return closed

    def give_up_instructions(self) -> None:
        """An instruction does not go on to the next paragraph: a broken field would hide all that follows."""
        if self.instructions:
            self.open = [one for one in self.open if one.in_result]
            self.instructions = 0


class Words:
    """Gathers the words of one paragraph."""

    def __init__(self, sheet: StyleSheet, style: str, table: str, fields: Fields) -> None:
        self.sheet = sheet
        self.style = style
        self.table = table
        self.fields = fields
        self.pieces: list[tuple[RunFacts, str, list[str]]] = []
        self.length = 0
        self.line_breaks: list[int] = []
        self.page_breaks: list[int] = []
        self.bookmarks: list[BookmarkFacts] = []
        self.open_bookmarks: dict[str, tuple[str, int]] = {}
        self.drawings: list[Element] = []
        self.look: RunFacts | None = None

    def runs(self) -> tuple[RunFacts, ...]:
        """Neighbours with the same look are one run."""
        return tuple(
            with_words(look, "".join(texts), instruction) for look, instruction, texts in self.pieces
        )

    def read(self, parent: Element) -> None:
        """Everything within a paragraph, or within something that holds runs."""
        for child in parent:
            if child.tag == RUN:
                self.read_run(child)
            elif child.tag in HOLDERS:
                self.read(child)
            elif child.tag == SIMPLE_FIELD:
                self.read_simple_field(child)
            elif child.tag == ALTERNATIVES:
                self.read(chosen_of(child))
            elif child.tag == f"{W}sdt":
                self.read_control(child)
            elif child.tag in FORMULAS:
                self.read_formula(child)
            elif child.tag == BOOKMARK_START:
                self.begin_bookmark(child)
            elif child.tag == BOOKMARK_END:
                self.end_bookmark(child)

    def read_formula(self, formula: Element) -> None:
        """The characters of a formula, in the look of the paragraph."""
        self.look = self.sheet.look(self.style, self.table, {})
        self.add("".join(str(one.text or "") for one in formula.iter(MATH_TEXT)))

    def read_control(self, control: Element) -> None:
        """The content of a content control."""
        for content in control.iterchildren(f"{W}sdtContent"):
            self.read(content)

    def begin_bookmark(self, mark: Element) -> None:
        """Where a bookmark begins."""
        name = str(mark.get(f"{W}name", ""))[:LONGEST_NAME]
        self.open_bookmarks[str(mark.get(f"{W}id", ""))] = (name, self.length)

    def end_bookmark(self, mark: Element) -> None:
        """Where it ends; one that began in another paragraph is left out."""
        begun = self.open_bookmarks.pop(str(mark.get(f"{W}id", "")), None)
        if begun:
            self.bookmarks.append(BookmarkFacts(*begun, self.length))

    def read_simple_field(self, element: Element) -> None:
        """A field with its instruction as an attribute."""
        self.fields.begin()
        self.fields.open[-1].instruction = str(element.get(f"{W}instr", ""))[:LONGEST_INSTRUCTION]
        self.fields.separate()
        self.read(element)
        self.end_field()

    def read_run(self, run: Element) -> None:
        """The parts of one run."""
        direct = self.sheet.reader.run(run.find(f"{W}rPr"))
        self.look = self.sheet.look(self.style, self.table, direct)
        self.read_parts(run)

    def read_parts(self, parent: Element) -> None:
        """Words, breaks, fields and drawings."""
        for part in parent:
            read = PARTS.get(part.tag)
            if read is not None:
                read(self, part)

    def add(self, text: str) -> None:
        """Words in the look of the run; instructions and hidden words are not printed."""
        if not text or self.look is None or self.fields.instructions:
            return
        if self.fields.open:
            self.fields.open[-1].has_result = True
        self.append(self.look, text)

    def append(self, look: RunFacts, text: str) -> None:
        """Words after the others."""
        instruction = self.fields.instruction
        last = self.pieces[-1] if self.pieces else None
        if last is not None and last[0] is look and last[1] == instruction:
            last[2].append(text)
        else:
            self.pieces.append((look, instruction, [text]))
        self.length += len(text)

    def read_text(self, part: Element) -> None:
        """w:t; a line feed or tab in it is a space to Word, and spaces at its ends need to be asked for."""
        text = part.text or ""
        if part.get(SPACE) != "preserve":
            text = text.strip(BLANKS)
        self.add(text.translate(AS_SPACE) if "\n" in text or "\t" in text else text)

    def read_tab(self, _: Element) -> None:
        """A tab."""
        self.add("\t")

    def read_hyphen(self, _: Element) -> None:
        """A hyphen at which lines are not broken."""
        self.add("-")

    def read_symbol(self, part: Element) -> None:
        """A character by its code."""
        try:
            code = int(part.get(f"{W}char", ""), 16)
        except ValueError:
            return
        if 0 < code <= LAST_CODE_POINT and code not in SURROGATES:
            self.add(chr(code))

    def read_break(self, part: Element) -> None:
        """A manual line or page break; column breaks have no place in a 公文."""
        if self.fields.instructions:
            return
        kind = part.get(f"{W}type", "textWrapping")
        if kind == "page":
            self.page_breaks.append(self.length)
        elif kind == "textWrapping":
            self.line_breaks.append(self.length)

    def read_field_mark(self, part: Element) -> None:
        """Where a field begins, where its result begins, where it ends."""
        kind = part.get(f"{W}fldCharType")
        if kind == "begin":
            self.fields.begin()
        elif kind == "separate":
            self.fields.separate()
        elif kind == "end" and self.fields.open:
            self.end_field()

    def end_field(self) -> None:
        """Close the innermost field; one without a result leaves an empty run, so that it is seen."""
        instruction = self.fields.instruction
        closed = self.fields.end()
        if instruction and not closed.has_result and not self.fields.instructions and self.look is not None:
            self.pieces.append((self.look, instruction, [""]))

    def read_instruction(self, part: Element) -> None:
        """Part of an instruction."""
        if self.fields.open and not self.fields.open[-1].in_result:
            current = self.fields.open[-1]
            current.instruction = (current.instruction + (part.text or ""))[:LONGEST_INSTRUCTION]

    def read_drawing(self, part: Element) -> None:
        """A picture, shape or text box."""
        if self.look is not None:
            self.drawings.append(part)

    def read_alternatives(self, part: Element) -> None:
        """One of several ways to say the same."""
        self.read_parts(chosen_of(part))

    def read_ruby(self, part: Element) -> None:
        """The words under the 拼音, without it."""
        look = self.look
        for base in part.iterchildren(f"{W}rubyBase"):
            self.read(base)
        self.look = look


NAMES = tuple(one.name for one in fields(RunFacts))
BEFORE_FIELD: Callable[[RunFacts], tuple[Any, ...]] = attrgetter(*NAMES[1 : NAMES.index("field")])
AFTER_FIELD: Callable[[RunFacts], tuple[Any, ...]] = attrgetter(*NAMES[NAMES.index("field") + 1 :])


def with_words(look: RunFacts, text: str, instruction: str) -> RunFacts:
    """A look with its words, as `replace` would make it, in half the time: there are many."""
    values: tuple[Any, ...] = (text, *BEFORE_FIELD(look), instruction, *AFTER_FIELD(look))
    return RunFacts(*values)


RUN = f"{W}r"
SIMPLE_FIELD = f"{W}fldSimple"
ALTERNATIVES = f"{MC}AlternateContent"
BOOKMARK_START, BOOKMARK_END = f"{W}bookmarkStart", f"{W}bookmarkEnd"
HOLDERS = frozenset(
    f"{W}{name}" for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "dir", "bdo")
)
FORMULAS = frozenset(MATH_TEXT.removesuffix("t") + name for name in ("oMath", "oMathPara"))
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
BLANKS = " \t\r\n"
AS_SPACE = {ord("\n"): " ", ord("\t"): " ", ord("\r"): None}

PARTS: dict[str, Callable[[Words, Element], None]] = {
    f"{W}t": Words.read_text,
    f"{W}tab": Words.read_tab,
    f"{W}ptab": Words.read_tab,
    f"{W}noBreakHyphen": Words.read_hyphen,
    f"{W}sym": Words.read_symbol,
    f"{W}br": Words.read_break,
    f"{W}cr": Words.read_break,
    f"{W}fldChar": Words.read_field_mark,
    f"{W}instrText": Words.read_instruction,
    f"{W}drawing": Words.read_drawing,
    f"{W}pict": Words.read_drawing,
    f"{W}object": Words.read_drawing,
    ALTERNATIVES: Words.read_alternatives,
    f"{W}ruby": Words.read_ruby,
}


def chosen_of(alternatives: Element) -> Element:
    """The one way that is read: the first choice, else the fallback; never two."""
    ways: Iterator[Element] = alternatives.iterchildren(f"{MC}Choice", f"{MC}Fallback")
    return next((way for way in ways if len(way)), alternatives)
