"""The pages of the 附件 (clause 7.3.7)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from generator.hanzi.marks import same_title
from generator.inspection.rules.attachment_note import ENDINGS, SOME, entries
from generator.inspection.rules.body import height_above
from generator.inspection.rules.gaps import judged_gap
from generator.inspection.rules.rule import Rule, Sight, broken, kept, look
from generator.inspection.rules.sheet import Sheet, chinese, in_flow, is_empty
from generator.inspection.rules.title import bold_titles, centred_titles, faces_of, title_sizes
from generator.inspection.rules.wording import alignment_name, fonts_of, number, quoted
from generator.recognition.faces import is_face
from generator.recognition.facts import ParagraphFacts
from generator.recognition.roles import Part, Role

LABEL_FORM = re.compile(r"(?:.*〔\d{4}〕\d+号)?附件\d*", re.ASCII)
SPACED_LABEL = re.compile(r"附\s*件\s*\d*", re.ASCII)
CLEAR = 3
"""So many empty lines above an attachment may be there to push it to a new page."""


def titles_by_label(sheet: Sheet, part: Part) -> Iterator[tuple[ParagraphFacts, tuple[ParagraphFacts, ...]]]:
    """Each 附件标识 with the paragraphs of the title below it."""
    for label in sheet.own(part, Role.ATTACHMENT_LABEL):
        below = (one for one in sheet.facts.paragraphs[label.number : part.last] if not is_empty(one))
        yield label, tuple(takewhile(lambda one: is_title(sheet, one), below))


def is_title(sheet: Sheet, paragraph: ParagraphFacts) -> bool:
    """Whether a paragraph is an 附件标题."""
    return sheet.recognised.role(paragraph.number) is Role.ATTACHMENT_TITLE


def check_match(sheet: Sheet) -> Iterator[Sight]:
    """Numbers and titles on the pages of attachments are those that the 附件说明 lists."""
    for part in sheet.parts:
        listed = {entry.number: entry for entry in entries(sheet, part)}
        for label, title in titles_by_label(sheet, part):
            digits = re.search(r"\d+$", label.text.strip(" ：:"), re.ASCII)
            entry = listed.get(int(digits[0]) if digits else None)
            words = "".join(one.text for one in title)
            told = f"{label.text.strip()} {quoted(words)}"
            if entry is None:
                yield broken(f"{told}不在附件说明里", label)
            elif title and not same_title(entry.title.rstrip(ENDINGS), words.rstrip(ENDINGS)):
                yield broken(f"{told}，附件说明写的是{quoted(entry.title)}", title[0])
            else:
                yield kept(told)


def check_label_form(sheet: Sheet) -> Iterator[Sight]:
    """附件 and its number, nothing behind it."""
    for paragraph in sheet.of(Role.ATTACHMENT_LABEL):
        text = paragraph.text.strip()
        if LABEL_FORM.fullmatch(text):
            yield kept(text)
        elif SPACED_LABEL.fullmatch(text):
            yield look(quoted(text), paragraph, hint="删去“附件”与序号之间的空格")
        else:
            yield broken(quoted(text), paragraph)


def check_label_face(sheet: Sheet) -> Iterator[Sight]:
    """黑体."""
    for paragraph in sheet.of(Role.ATTACHMENT_LABEL):
        runs = [run for run in chinese(paragraph.runs) if run.chinese_font]
        wrong = [run for run in runs if not is_face(sheet.standard, "黑体", run.chinese_font or "")]
        if runs:
            yield broken(fonts_of(wrong), paragraph) if wrong else kept(fonts_of(runs))


def check_label_edge(sheet: Sheet) -> Iterator[Sight]:
    """Flush left."""
    for paragraph in sheet.of(Role.ATTACHMENT_LABEL):
        start = (paragraph.left + paragraph.first_line) / sheet.standard.character()
        spaced = paragraph.text[:1] in "\u3000 "
        flat = paragraph.alignment in ("left", "both") and abs(start) <= SOME / 2 and not spaced
        told = f"{alignment_name(paragraph)}，左空 {number(start)} 字"
        yield kept("顶格") if flat else broken(told, paragraph)


def check_new_page(sheet: Sheet) -> Iterator[Sight]:
    """Each attachment begins on a new page."""
    for paragraph in sheet.of(Role.ATTACHMENT_LABEL):
        above = [one for one in sheet.facts.paragraphs[: paragraph.number - 1] if in_flow(one)]
        if paragraph.page_break_before or not above or opens_section(sheet, above[-1], paragraph):
            yield kept("另起一页")
            continue
        if is_pushed(sheet, paragraph, above):
            yield look(
                "用空行推到下一页", paragraph, hint="看附件是不是已在新的一面；改用段落→换行和分页→段前分页"
            )
        else:
            yield broken("没有另起一页", paragraph)


def is_pushed(sheet: Sheet, label: ParagraphFacts, above: list[ParagraphFacts]) -> bool:
    """Whether empty lines may push a label to a new page: what stands above may fill one."""
    if not all(sheet.recognised.role(one.number) is Role.BLANK for one in above[-CLEAR:]):
        return False
    part = sheet.owners.get(label.number)
    height = height_above(sheet, part, label) if part else None
    return height is None or height + sheet.profile.line > sheet.profile.height(sheet.standard.paper[1])


def opens_section(sheet: Sheet, above: ParagraphFacts, paragraph: ParagraphFacts) -> bool:
    """Whether a paragraph begins a section that begins a page."""
    return paragraph.section != above.section and sheet.section_of(paragraph).start != "continuous"


def check_third_line(sheet: Sheet) -> Iterator[Sight]:
    """The title stands on the third line: one empty line below the 附件标识."""
    for part in sheet.parts:
        for label, title in titles_by_label(sheet, part):
            if title:
                yield judged_gap(sheet, label, title[0], "附件标题隔行")


def check_title_face(sheet: Sheet) -> Iterator[Sight]:
    """As the title of the document."""
    return faces_of(sheet, Role.ATTACHMENT_TITLE)


def check_title_size(sheet: Sheet) -> Iterator[Sight]:
    """As the title of the document."""
    return title_sizes(sheet, Role.ATTACHMENT_TITLE)


def check_title_bold(sheet: Sheet) -> Iterator[Sight]:
    """Not bold."""
    return bold_titles(sheet, Role.ATTACHMENT_TITLE)


def check_title_centred(sheet: Sheet) -> Iterator[Sight]:
    """Centred."""
    return centred_titles(sheet, Role.ATTACHMENT_TITLE)


RULES = (
    Rule(
        "A07",
        "附件另面编排",
        check_new_page,
        basis="附件标识",
        required="另面编排",
        hint="光标放在“附件”前，段落→换行和分页→段前分页",
    ),
    Rule(
        "A06",
        "附件标识的写法",
        check_label_form,
        basis="附件标识",
        required="“附件”二字及顺序号，后面不加标点",
        hint="写成“附件1”，删去冒号",
        content=True,
    ),
    Rule(
        "A03",
        "附件标识的字体",
        check_label_face,
        basis="附件标识",
        required="黑体",
        hint="选中“附件”，字体选{黑体}",
    ),
    Rule(
        "A13",
        "附件标识顶格",
        check_label_edge,
        basis="附件标识",
        required="版心左上角第一行顶格",
        hint="段落→左对齐，缩进都填 0",
    ),
    Rule(
        "A08",
        "附件标题在第三行",
        check_third_line,
        basis="附件标题隔行",
        required="第三行，与附件标识之间空 {附件标题隔行}",
        hint="附件标识与附件标题之间留 {附件标题隔行:数} 个空行",
    ),
    Rule(
        "A14",
        "附件标题居中",
        check_title_centred,
        basis="附件标题",
        required="居中",
        hint="段落→居中，缩进都填 0",
    ),
    Rule(
        "A09",
        "附件标题的字体",
        check_title_face,
        basis="附件标题",
        required="小标宋体，同公文标题",
        hint="选中附件标题，字体选{小标宋}",
    ),
    Rule(
        "A10",
        "附件标题的字号",
        check_title_size,
        basis="附件标题",
        required="{附件标题:字号}，同公文标题",
        hint="选中附件标题，字号选{附件标题:字号}",
    ),
    Rule(
        "A15",
        "附件标题加粗",
        check_title_bold,
        basis="附件标题",
        required="不加粗",
        hint="选中附件标题，取消“B”加粗",
    ),
    Rule(
        "A02",
        "附件的序号和标题与附件说明一致",
        check_match,
        clause="7.3.7",
        required="与附件说明的表述一致",
        hint="把附件说明和附件页上的序号、名称改成一样",
        content=True,
    ),
)
