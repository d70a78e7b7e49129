"""Type: faces, sizes, colours, bold, and the tracking that brings 28 characters into a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from generator.inspection.findings import Spot, Verdict
from generator.inspection.mending.bench import Bench, Change, Edit, Mender, edited, wrong
from generator.inspection.mending.markup import RUN, ensure, look_of, set_in, write
from generator.inspection.mending.words import Piece
from generator.inspection.rules.attending import label_end
from generator.inspection.rules.leads import before_lead_ends, lead_end
from generator.inspection.rules.rule import Rule
from generator.inspection.rules.sheet import in_flow
from generator.inspection.rules.signing import names_start
from generator.inspection.rules.typeface import PLAIN, USUAL_SIZE
from generator.inspection.rules.wording import UNKNOWN_FONT, size_name
from generator.recognition.faces import LEVEL_FACES, is_chinese, is_face
from generator.recognition.facts import ParagraphFacts, RunFacts
from generator.recognition.roles import HeadingKind, Role

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NEAR_SIZE = Decimal("0.3")
NAMED = ("ascii", "hAnsi", "eastAsia", "cs")

Span = tuple[int, int]
SpanOf = Callable[[Bench, ParagraphFacts], Span]


def whole(_: Bench, paragraph: ParagraphFacts) -> Span:
    """All of a paragraph."""
    return 0, len(paragraph.text)


def lead(bench: Bench, paragraph: ParagraphFacts) -> Span:
    """The heading at its beginning."""
    return 0, lead_end(bench.sheet, paragraph)


def names(bench: Bench, paragraph: ParagraphFacts) -> Span:
    """The names of signers."""
    return names_start(paragraph, bench.role(paragraph)), len(paragraph.text)


def label(_: Bench, paragraph: ParagraphFacts) -> Span:
    """The word 出席, 请假 or 列席."""
    return 0, label_end(paragraph)


def plain(bench: Bench, paragraph: ParagraphFacts) -> Span:
    """What takes the usual face: neither headings nor labels nor names of signers."""
    role = bench.role(paragraph)
    if role in (Role.NUMBER, Role.SIGNERS):
        return 0, names_start(paragraph, role)
    first = label_end(paragraph) if role is Role.ATTENDANCE else lead_end(bench.sheet, paragraph)
    return 0 if is_like_the_rest(bench, paragraph) else first, len(paragraph.text)


def is_like_the_rest(bench: Bench, paragraph: ParagraphFacts) -> bool:
    """Whether what may be a run-in heading is not set off by its face: a person decides what it is."""
    heading = bench.sheet.headings.get(paragraph.number)
    if heading is None or heading.kind is not HeadingKind.RUN_IN or heading.level not in LEVEL_FACES:
        return False
    kind, runs = LEVEL_FACES[heading.level], before_lead_ends(bench.sheet, paragraph)
    return not any(is_face(bench.standard, kind, run.chinese_font or "") for run in runs)


def face_of_lead(bench: Bench, paragraph: ParagraphFacts) -> str:
    """黑体 for the first level, 楷体 for the second."""
    heading = bench.sheet.headings.get(paragraph.number)
    return LEVEL_FACES.get(heading.level, "") if heading else ""


SPANS: Mapping[str, SpanOf] = {
    **dict.fromkeys(("T01", "A09", "H13", "A03", "H09", "C08"), whole),
    "F01": plain,
    "B05": lead,
    "H07": names,
    "M01": label,
}
FACE_NAMES: Mapping[str, str] = {
    **dict.fromkeys(("T01", "A09", "H13"), "小标宋"),
    **dict.fromkeys(("A03", "H09", "M01"), "黑体"),
    **dict.fromkeys(("F01", "C08"), "仿宋"),
    "H07": "楷体",
}
OWN_FACES: Mapping[Role, tuple[str, ...]] = {
    **dict.fromkeys(PLAIN, ("F01",)),
    Role.NUMBER: ("F01", "H07"),
    Role.SIGNERS: ("F01", "H07"),
    Role.ATTENDANCE: ("F01", "M01"),
    Role.TITLE: ("T01",),
    Role.ATTACHMENT_TITLE: ("A09",),
    Role.MARK: ("H13",),
    Role.SECRECY: ("H09",),
    Role.URGENCY: ("H09",),
    Role.ATTACHMENT_LABEL: ("A03",),
    Role.LEVEL_1: ("B05",),
    Role.LEVEL_2: ("B05",),
    **dict.fromkeys((Role.COPIES_TO, Role.PRINTING, Role.IMPRINT_OTHER), ("C08",)),
}
"""The rules whose faces a part takes, for words whose file names no font."""


def face(code: str, *, nameless: bool = False) -> Edit:
    """An edit that gives the words of a rule's span their face; only those without any if `nameless`."""

    def edit(bench: Bench, paragraph: ParagraphFacts) -> str:
        kind = FACE_NAMES.get(code) or face_of_lead(bench, paragraph)
        start, end = SPANS[code](bench, paragraph)
        if not kind or start >= end:
            return ""
        font = bench.standard.face(kind).names[0]
        for piece in bench.runs(paragraph, start, end):
            missing = piece.look.chinese_font is None
            if missing or not (nameless or is_face(bench.standard, kind, piece.look.chinese_font or "")):
                set_face(piece.run, font)
        return font

    return edit


def set_face(run: Element, font: str) -> None:
    """A Chinese font by name, which quotation marks and dashes take too."""
    set_in(look_of(run), "rFonts", RUN, eastAsia=font, hint="eastAsia", eastAsiaTheme=None)


def mend_nameless(bench: Bench, rule: Rule) -> Iterator[Change]:
    """Words for which the file names no Chinese font take the face of their part."""
    for paragraph in bench.sheet.facts.paragraphs:
        if not any(is_chinese(run.text) and run.chinese_font is None for run in paragraph.runs):
            continue
        for code in OWN_FACES.get(bench.role(paragraph), ()):
            yield from edited(bench, rule, paragraph, UNKNOWN_FONT, face(code, nameless=True))


def restyle(is_wrong: Callable[[Bench, RunFacts], bool], mend: Callable[[Bench, Element], str]) -> Edit:
    """An edit of the look of those runs of a paragraph that are wrong."""

    def edit(bench: Bench, paragraph: ParagraphFacts) -> str:
        told: dict[str, None] = {}
        for piece in bench.pieces(paragraph):
            if piece.text.strip() and is_wrong(bench, piece.look):
                told[mend(bench, piece.run)] = None
        return "、".join(told)

    return edit


def size(name: str) -> Edit:
    """An edit to one type size."""

    def is_wrong(bench: Bench, look: RunFacts) -> bool:
        return look.size is not None and abs(look.size - bench.standard.points(name)) > NEAR_SIZE

    def mend(bench: Bench, run: Element) -> str:
        set_size(bench, run, name)
        return size_name(bench.standard.points(name))

    return restyle(is_wrong, mend)


def set_size(bench: Bench, run: Element, name: str) -> None:
    """The size of a run."""
    half_points = bench.standard.half_points(name)
    set_in(look_of(run), "sz", RUN, val=half_points)
    set_in(look_of(run), "szCs", RUN, val=half_points)


def colour(name: str) -> Edit:
    """An edit to one colour."""

    def is_wrong(bench: Bench, look: RunFacts) -> bool:
        return look.colour != bench.standard.colour(name)

    def mend(bench: Bench, run: Element) -> str:
        values = {"val": bench.standard.colour(name)}
        theme = dict.fromkeys(("themeColor", "themeTint", "themeShade"))
        set_in(look_of(run), "color", RUN, **values, **theme)
        return f"{name}色"

    return restyle(is_wrong, mend)


def not_bold(_: Bench, run: Element) -> str:
    """Take the bold off a run, whatever its styles say."""
    set_in(look_of(run), "b", RUN, val="0")
    return "不加粗"


unbold = restyle(lambda _, look: look.bold, not_bold)


# --- characters per line ---------------------------------------------------------------------------


def mend_tracking(bench: Bench, rule: Rule) -> Iterator[Change]:
    """28 characters to a line: by tracking, which every program understands."""
    sights = [*wrong(bench, rule)]
    if not sights:
        return
    tracking = bench.standard.twips("字距")
    told = [piece for one in bench.sheet.of(*USUAL_SIZE) for piece in tracked(bench, one, tracking)]
    if told:
        after = f"字符间距 {Decimal(tracking) / 20} 磅，每行 {bench.standard.count('每行字数')} 字"
        yield Change(rule.code, rule.subject, Spot(), sights[0].measured, after)


def tracked(bench: Bench, paragraph: ParagraphFacts, tracking: int) -> Iterator[Piece]:
    """The runs of a paragraph that were given the tracking."""
    if not in_flow(paragraph):
        return
    for piece in bench.pieces(paragraph):
        if piece.look.tracking != tracking and piece.look.size == bench.standard.points("三号"):
            set_in(look_of(piece.run), "spacing", RUN, val=tracking)
            yield piece


def mend_faces(code: str) -> Mender:
    """A mender of the face of one rule's span; F01 has spots without a paragraph and passes them by."""
    edit = face(code)

    def mend(bench: Bench, rule: Rule) -> Iterator[Change]:
        verdicts = (Verdict.BROKEN,) if code != "T01" else (Verdict.BROKEN, Verdict.UNKNOWN)
        for sight in [*wrong(bench, rule, *verdicts)]:
            if sight.paragraph is not None:
                yield from edited(bench, rule, sight.paragraph, sight.measured, edit)

    return mend


def set_all_fonts(run: Element, font: str) -> None:
    """One font for all kinds of characters, as a page number has it."""
    themes = dict.fromkeys(("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"))
    write(ensure(look_of(run), "rFonts", RUN), {**dict.fromkeys(NAMED, font), **themes})
