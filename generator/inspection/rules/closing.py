"""署名, 成文日期 and 附注 (clauses 7.3.5 and 7.3.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import Enum, auto

from generator.hanzi.widths import halves
from generator.inspection.rules.gaps import judged_gap
from generator.inspection.rules.places import edges, ends_at, is_spaced, width_of
from generator.inspection.rules.rule import Rule, Sight, broken, kept, look, unknown
from generator.inspection.rules.sheet import Sheet, in_flow, printed
from generator.inspection.rules.wording import number, quoted
from generator.recognition.facts import ParagraphFacts
from generator.recognition.looks import is_other_size
from generator.recognition.roles import Part, Role
from generator.standard import Strength

DATE_FORM = re.compile(r"(?P<y>\d{4})年(?P<m>[1-9]\d?)月(?P<d>[1-9]\d?)日", re.ASCII)
NEAR = Decimal("0.5")
"""By so many 字 may a place be off that is worked out from widths of words."""
NO_TEXT = re.compile(r"[（(【\[]?\s*[此本]页无(?:正文|文字|内容)\s*[。，]?.{0,12}[）)】\]]?[。]?")
"""A line that says so and nothing else."""


Names = tuple[ParagraphFacts, ...]
"""The 署名 of a document, the lead body first; there is at least one."""


class Mode(Enum):
    """How 署名 and date stand to each other."""

    PLAIN = auto()
    SEALED = auto()
    NEITHER = auto()


def read_date(text: str) -> date | None:
    """A date in the form of clause 7.3.5.4; None where it has another form or is no day."""
    match = DATE_FORM.fullmatch(text)
    try:
        return date(int(match["y"]), int(match["m"]), int(match["d"])) if match else None
    except ValueError:
        return None


def day_meant(text: str) -> date | None:
    """The day that a date means which may have spaces in it or zeros before its figures."""
    return read_date(re.sub(r"(?<=[年月])0", "", re.sub(r"\s+", "", text)))


def check_date_form(sheet: Sheet) -> Iterator[Sight]:
    """Arabic figures, the whole year, no leading zeros."""
    for paragraph in sheet.of(Role.DATE):
        text = paragraph.text.strip()
        if read_date(text):
            yield kept(text)
        elif read_date(re.sub(r"\s+", "", text)):
            yield look(quoted(text), paragraph, hint="删去日期中间的空格")
        else:
            yield broken(quoted(text), paragraph)


# --- places ------------------------------------------------------------------------------------


def signatures(sheet: Sheet) -> Iterator[tuple[Part, tuple[ParagraphFacts, ...], ParagraphFacts]]:
    """Each document's 署名 and its date; the 署名 may be missing."""
    for part in sheet.parts:
        day = sheet.first(part, Role.DATE)
        if day:
            names = tuple(one for one in sheet.own(part, Role.ISSUER) if one.number < day.number)
            yield part, names, day


def check_places(sheet: Sheet) -> Iterator[Sight]:
    """Without a seal the date begins 2 字 right of the 署名; with one they are centred on each other."""
    for part, names, day in signatures(sheet):
        stamped = bool(sheet.own(part, Role.OFFICIAL))
        if not all(map(in_flow, (*names, day))):
            yield look(
                "署名或日期在表格、文本框里",
                day,
                hint=sheet.fill(
                    "看位置：不盖章的，日期首字比署名首字右移 {日期右移}；盖章的，署名对着日期居中"
                ),
            )
        elif any(is_sized_wrong(sheet, one) for one in (*names, day)):
            yield look(
                "署名或日期的字号不对，位置算不准",
                day,
                hint=sheet.fill("先把字号改为{公文默认:字号}，再核对位置"),
            )
        elif names and not stamped:
            yield judged_places(sheet, names, day)
        else:
            yield judged_date(sheet, day)


def is_sized_wrong(sheet: Sheet, paragraph: ParagraphFacts) -> bool:
    """Whether a line has another size, by which indents in 字 are counted too."""
    wanted = sheet.standard.points("三号")
    return any(is_other_size(run.size, wanted) for run in printed(paragraph.runs))


def judged_date(sheet: Sheet, day: ParagraphFacts) -> Sight:
    """A date without 署名, or under a signature stamp: 4 字 from the right edge."""
    end = ends_at(sheet, day)
    told = f"日期右空 {in_characters(sheet, end)} 字"
    wanted = sheet.characters("日期右空加印")
    near = end is not None and abs(end / sheet.standard.character() - wanted) <= NEAR
    return kept(told) if near else look(told, day, hint=sheet.fill("盖签名章的，日期右空 {日期右空加印}"))


def judged_places(sheet: Sheet, names: Names, day: ParagraphFacts) -> Sight:
    """The 署名 of a document and its date."""
    mode = mode_of(sheet, names, day)
    if mode is Mode.PLAIN:
        return kept(f"不加盖印章：{places_told(sheet, names[0], day)}")
    told = places_told(sheet, names[-1], day)
    if mode is Mode.SEALED:
        return kept(f"加盖印章：{told}")
    if any(is_out_of_reach(sheet, one) for one in (*names, day)):
        return look(f"用空格或制表位排位：{told}", day)
    return broken(told, day)


def is_out_of_reach(sheet: Sheet, paragraph: ParagraphFacts) -> bool:
    """Whether something pushes the words of a line into place that cannot be added up."""
    set_by_stops = "\t" in paragraph.text and edges(sheet, paragraph) is not None
    return is_spaced(paragraph) and not set_by_stops


def mode_of(sheet: Sheet, names: Names, day: ParagraphFacts) -> Mode:
    """Which arrangement they have: the date right of the first 署名, or under the last and centred on it."""
    if is_plain(sheet, names[0], day):
        return Mode.PLAIN
    return Mode.SEALED if is_sealed(sheet, names[-1], day) else Mode.NEITHER


def is_plain(sheet: Sheet, name: ParagraphFacts, day: ParagraphFacts) -> bool:
    """Whether the date begins 2 字 right of the 署名, and they stand at the right edge."""
    places = edges(sheet, name), edges(sheet, day)
    if places[0] is None or places[1] is None:
        return False
    character = sheet.standard.character()
    (first, name_end), (second, day_end) = places[0], places[1]
    shifted = abs((second - first) / character - sheet.characters("日期右移")) <= NEAR
    return shifted and is_at_edge(sheet, name, day, name_end / character, day_end / character)


def is_sealed(sheet: Sheet, name: ParagraphFacts, day: ParagraphFacts) -> bool:
    """Whether 署名 and date are centred on each other, 4 字 from the right edge or as far as need be."""
    places = edges(sheet, name), edges(sheet, day)
    if places[0] is None or places[1] is None:
        return False
    character = sheet.standard.character()
    (first, name_end), (second, day_end) = (
        (Decimal(start) / character, Decimal(end) / character) for start, end in (places[0], places[1])
    )
    centred = abs((first - name_end) - (second - day_end)) <= 2 * NEAR
    wanted = sheet.characters("日期右空加印")
    wide = name_end <= NEAR and day_end >= wanted - NEAR
    return centred and (abs(day_end - wanted) <= NEAR or wide)


def is_at_edge(
    sheet: Sheet, name: ParagraphFacts, day: ParagraphFacts, name_end: Decimal, day_end: Decimal
) -> bool:
    """Whether the 署名 ends 2 字 from the right edge, or the date does where it is the longer."""
    longer = width_of(sheet, day.text.strip()) > width_of(sheet, name.text.strip())
    wanted = sheet.characters("署名右空")
    at_edge = abs(name_end - wanted) <= NEAR
    pushed = day_end <= sheet.characters("日期右空") + NEAR and name_end >= wanted - NEAR
    # Some programs add room between figures and Chinese: a date at the very edge is moved in by 1 字.
    kept_in = abs(day_end - 1) <= NEAR and abs(name_end - wanted - 1) <= NEAR
    return at_edge or kept_in or (longer and pushed)


def places_told(sheet: Sheet, name: ParagraphFacts, day: ParagraphFacts) -> str:
    """Where the two stand, in words."""
    above, below = edges(sheet, name), edges(sheet, day)
    shift = None if above is None or below is None else below[0] - above[0]
    return (
        f"日期首字比署名首字右移 {in_characters(sheet, shift)} 字，"
        f"署名右空 {in_characters(sheet, above[1] if above else None)} 字，"
        f"日期右空 {in_characters(sheet, below[1] if below else None)} 字"
    )


def in_characters(sheet: Sheet, twips: int | None) -> str:
    """Twips as a number of 字."""
    return "?" if twips is None else number(twips / sheet.standard.character())


def check_room_above(sheet: Sheet) -> Iterator[Sight]:
    """One empty line above the 署名; a seal needs its room."""
    for part, names, day in signatures(sheet):
        if not names or not in_flow(names[0]):
            continue
        above = last_above(sheet, part, names[0])
        if above is None:
            continue
        if is_plain(sheet, names[0], day) and not is_sealed(sheet, names[-1], day):
            yield judged_gap(sheet, above, names[0], "署名上空")
            continue
        gap = sheet.gap(above, names[0])
        told = f"空 {number(gap)} 行" if gap is not None else "中间的高度算不出"
        fine = gap is not None and 1 - NEAR <= gap <= 3 + NEAR
        yield kept(told) if fine else look(told, names[0], hint="看印章顶端是否距正文一行之内")


def last_above(sheet: Sheet, part: Part, name: ParagraphFacts) -> ParagraphFacts | None:
    """The last paragraph with words above the 署名; None where a table stands there."""
    above = [
        sheet.facts.paragraph(one)
        for one in sheet.recognised.own_numbers(part)
        if one < name.number and sheet.recognised.role(one) is not Role.BLANK
    ]
    return above[-1] if above and in_flow(above[-1]) else None


def check_together(sheet: Sheet) -> Iterator[Sight]:
    """署名 and date share their page with text: the last lines are kept together."""
    for part, names, day in signatures(sheet):
        first = names[0] if names else day
        above = last_above(sheet, part, first)
        if above is None:
            continue
        between = range(above.number, first.number)
        if all(sheet.facts.paragraph(one).keep_next for one in between):
            yield kept("与正文同页")
        else:
            yield unknown("分页要排出来才知道", first, "看署名和日期是不是单独在一页；是就调整行距、字距")


def check_no_text(sheet: Sheet) -> Iterator[Sight]:
    """“此页无正文” is no longer a remedy."""
    found = [one for one in sheet.facts.paragraphs if NO_TEXT.fullmatch(one.text.strip())]
    for paragraph in found:
        yield broken(quoted(paragraph.text.strip()), paragraph)
    if not found and sheet.parts:
        yield kept("没有")


def check_stamp(sheet: Sheet) -> Iterator[Sight]:
    """Seals and stamps are seen, not read."""
    for part, names, day in signatures(sheet):
        if sheet.own(part, Role.OFFICIAL):
            hint = sheet.fill("签名章右空 {签名章右空}，职务在它左边 {职务距签名章}、上下居中")
            yield look("签名章要印出来看", day, hint=hint)
        elif names:
            yield look("印章要印出来看", day, hint="印章红色，端正、居中下压署名和日期，顶端距正文一行之内")


# --- 附注 ----------------------------------------------------------------------------------------


def check_note_brackets(sheet: Sheet) -> Iterator[Sight]:
    """In full-width brackets."""
    for paragraph in sheet.of(Role.NOTE):
        text = paragraph.text.strip()
        enclosed = text.startswith("（") and text.rstrip("。").endswith("）")
        yield kept("圆括号") if enclosed else broken(quoted(text), paragraph)


def check_note_edge(sheet: Sheet) -> Iterator[Sight]:
    """Two 字 from the left edge."""
    for paragraph in sheet.of(Role.NOTE):
        spaces = paragraph.text[: len(paragraph.text) - len(paragraph.text.lstrip("\u3000 "))]
        start = (paragraph.left + paragraph.first_line) / sheet.standard.character()
        start += halves(spaces) / Decimal(2)
        flat = paragraph.alignment in ("left", "both") and abs(start - sheet.characters("段首空")) <= NEAR
        told = f"左空 {number(start)} 字"
        yield kept(told) if flat else broken(told, paragraph)


RULES = (
    Rule(
        "D06",
        "署名上空",
        check_room_above,
        basis="署名上空",
        required="不加盖印章的，正文（或附件说明）下空 {署名上空}",
        hint="署名上面留 {署名上空:数} 个空行",
    ),
    Rule(
        "D02",
        "署名和成文日期的位置",
        check_places,
        clause="7.3.5.1、7.3.5.2",
        required="不盖章：署名右空 {署名右空}，日期首字比署名首字右移 {日期右移}；"
        "盖章：日期右空 {日期右空加印}，署名对着日期居中",
        hint="段落→左缩进，按字数算好填入，不要用空格",
    ),
    Rule(
        "D01",
        "成文日期的写法",
        check_date_form,
        clause="7.3.5.4",
        required="阿拉伯数字，年份写全，月、日不编虚位，如 2022年8月6日",
        hint="改成“2022年8月6日”的样子",
        content=True,
    ),
    Rule(
        "D07",
        "印章、签名章",
        check_stamp,
        clause="7.3.5.1、7.3.5.3",
        required="印章端正，压署名和日期",
        hint="印出来看",
    ),
    Rule(
        "D04",
        "署名与正文同页",
        check_together,
        clause="7.3.5.5",
        required="不单独成页",
        hint="最后几段，段落→换行和分页→与下段同页",
    ),
    Rule(
        "D03",
        "不标“此页无正文”",
        check_no_text,
        clause="7.3.5.5",
        strength=Strength.GENERAL,
        required="用调整行距、字距的办法使印章与正文同页",
        hint="删去这一行，调整行距或字距",
        content=True,
    ),
    Rule(
        "N01",
        "附注的括号",
        check_note_brackets,
        basis="附注",
        required="用圆括号括起",
        hint="两头加全角圆括号（ ）",
        content=True,
    ),
    Rule(
        "N02",
        "附注的位置",
        check_note_edge,
        basis="附注",
        required="居左空 {段首空}",
        hint="段落→首行缩进 {段首空}符",
    ),
)
