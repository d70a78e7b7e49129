"""Face, size and colour where the standard says nothing else: 3号仿宋体, black (clauses 5.2.2, 5.2.4).

What has a face or a size of its own (标题, 发文机关标志, 版记, 页码, 表格) is judged by its own rules.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.inspection.rules.allowed import bold_levels
from generator.inspection.rules.attending import names_of
from generator.inspection.rules.leads import after_lead, placed
from generator.inspection.rules.rule import Rule, Sight, broken, custom, kept, look, unknown
from generator.inspection.rules.sheet import HEADINGS, Sheet, chinese, labelled, printed
from generator.inspection.rules.signing import before_names
from generator.inspection.rules.wording import fonts_of, sizes_of
from generator.recognition.faces import is_face
from generator.recognition.facts import ParagraphFacts, RunFacts
from generator.recognition.looks import is_other_size
from generator.recognition.roles import HeadingKind, Role
from generator.standard import Strength

PLAIN = (
    Role.NUMBER,
    Role.SIGNERS,
    Role.ADDRESSEES,
    Role.LEVEL_3,
    Role.LEVEL_4,
    Role.BODY,
    Role.ATTACHMENT_NOTE,
    Role.ISSUER,
    Role.DATE,
    Role.OFFICIAL,
    Role.NOTE,
    Role.ATTENDANCE,
)
"""What is set in the usual face."""
USUAL_SIZE = (
    *PLAIN,
    Role.COPY_NUMBER,
    Role.SECRECY,
    Role.URGENCY,
    Role.LEVEL_1,
    Role.LEVEL_2,
    Role.ATTACHMENT_LABEL,
)
"""What is set in the usual size."""
COLOURLESS = (Role.MARK, Role.RED_RULE, Role.FRONT_MATTER, Role.OTHER, Role.BLANK)
"""Where colour is another rule's business, or nobody's."""
FIGURES = "零一二三四"
ALMOST_BLACK = 0x26
"""Word's lightest “black, text 1”."""


def plain_runs(sheet: Sheet, paragraph: ParagraphFacts, role: Role) -> tuple[RunFacts, ...]:
    """The Chinese runs of a paragraph that take the usual face: headings, labels and signers do not."""
    if role in (Role.NUMBER, Role.SIGNERS):
        return tuple(before_names(paragraph, role))
    if role is Role.ATTENDANCE:
        return chinese(names_of(paragraph))
    return tuple(after_lead(sheet, paragraph))


def check_face(sheet: Sheet) -> Iterator[Sight]:
    """仿宋体 for every Chinese character that has no face of its own."""
    nameless = 0
    for paragraph in sheet.of(*PLAIN):
        runs = plain_runs(sheet, paragraph, sheet.recognised.role(paragraph.number))
        nameless += any(run.chinese_font is None for run in runs)
        named = [run for run in runs if run.chinese_font]
        wrong = [run for run in named if not is_face(sheet.standard, "仿宋", run.chinese_font or "")]
        if not wrong:
            yield kept(fonts_of(named), paragraph)
        elif paragraph.alignment == "center" and sheet.recognised.role(paragraph.number) is Role.BODY:
            yield look(fonts_of(wrong), paragraph, hint="居中的一行，看是不是题注或章节名；是正文就改为仿宋")
        else:
            yield broken(fonts_of(wrong), paragraph)
    if nameless:
        yield unknown(f"{nameless} 段没有指明中文字体，显示成什么由打开的软件决定")


def check_size(sheet: Sheet) -> Iterator[Sight]:
    """3号 for everything that has no size of its own."""
    wanted = sheet.standard.points("三号")
    for paragraph in sheet.of(*USUAL_SIZE):
        runs = printed(paragraph.runs)
        wrong = [run for run in runs if is_other_size(run.size, wanted)]
        if wrong:
            yield broken(sizes_of(wrong), paragraph)
        elif runs and all(run.size is None for run in runs):
            yield unknown("文件未指明字号", paragraph)
        elif runs:
            yield kept(sizes_of(runs), paragraph)


def check_colour(sheet: Sheet) -> Iterator[Sight]:
    """Black for all but the mark and the rule of the 版头."""
    for paragraph, role in zip(sheet.facts.paragraphs, sheet.recognised.roles, strict=True):
        coloured = [run for run in printed(paragraph.runs) if run.colour != sheet.standard.colour("黑")]
        if role in COLOURLESS or not paragraph.text.strip():
            continue
        told = "、".join(dict.fromkeys(f"#{run.colour}" for run in coloured))
        if not coloured:
            yield kept("黑色")
        elif all(is_nearly_black(run.colour) for run in coloured):
            yield look(f"近黑 {told}", paragraph)
        else:
            yield broken(told, paragraph)


def is_nearly_black(colour: str) -> bool:
    """Whether a colour prints as black to the eye."""
    return all(int(colour[at : at + 2], 16) <= ALMOST_BLACK for at in (0, 2, 4))


def check_bold(sheet: Sheet) -> Iterator[Sight]:
    """No bold: the standard tells levels apart by face.  Bold words within a paragraph are for a person."""
    for paragraph in sheet.of(*USUAL_SIZE):
        runs = [run for run in printed(paragraph.runs) if labelled(run.text)]
        bold = [run for run in runs if run.bold]
        if not bold:
            yield kept("不加粗")
        elif is_custom(sheet, paragraph, bold):
            yield custom("标题加粗", paragraph)
        elif len(bold) < len(runs):
            yield look("段中有加粗的字", paragraph)
        else:
            yield broken("加粗", paragraph)


def asked_weight(sheet: Sheet) -> str:
    """No bold but for the levels that the office sets so."""
    levels = [level for level, role in enumerate(HEADINGS, start=1) if role in bold_levels(sheet.standard)]
    if not levels:
        return "不加粗，层次以字体区分"
    named = "、".join(f"第{FIGURES[level]}层" for level in levels)
    return f"除{named}标题（本单位习惯）外，不加粗"


def is_custom(sheet: Sheet, paragraph: ParagraphFacts, bold: list[RunFacts]) -> bool:
    """Whether the bold words are a heading of a level that the office sets in bold, run-in or alone."""
    heading, allowed = sheet.headings.get(paragraph.number), bold_levels(sheet.standard)
    if heading is None:
        return sheet.recognised.role(paragraph.number) in allowed
    if HEADINGS[heading.level - 1] not in allowed:
        return False
    starts = [start for start, run in placed(paragraph) if run in bold]
    return heading.kind is HeadingKind.ALONE or max(starts) < heading.end


RULES = (
    Rule(
        "F01",
        "默认字体",
        check_face,
        basis="仿宋",
        required="仿宋体",
        hint="选中文字，开始→字体→中文字体选{仿宋}",
    ),
    Rule(
        "F02",
        "默认字号",
        check_size,
        basis="仿宋",
        required="{公文默认:字号}",
        hint="选中文字，开始→字号→{公文默认:字号}",
    ),
    Rule(
        "F03",
        "文字颜色",
        check_colour,
        basis="黑",
        required="黑色",
        hint="选中文字，开始→字体颜色→自动或黑色",
    ),
    Rule(
        "F04",
        "加粗",
        check_bold,
        clause="7.3.3",
        strength=Strength.GENERAL,
        required=asked_weight,
        hint="选中文字，开始→取消“B”加粗；本单位习惯加粗的，写进模板旁的习惯文件",
    ),
)
