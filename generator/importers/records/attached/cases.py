"""案例 from the sections of an attachment: the story word for word, and what its sections plainly say."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.document import Blocks
from generator.importers.drafts import Draft
from generator.importers.records.attached.figures import measures_of
from generator.importers.records.attached.lines import tight
from generator.importers.records.attached.stories import Part, read_story, section_keys, whole
from generator.importers.records.attached.surroundings import (
    NOT_WRITTEN,
    TO_FILL,
    Doubts,
    period_of,
    region_of,
    tier_of,
)
from generator.importers.records.context import Context, closing_keys
from generator.library import Library
from generator.models.case import CaseState, Delivery
from generator.models.reference import Code

FORMS, SHORT_FORM = "案例形式", "短例"
FEWEST_SECTIONS = 0.5
"""Share of the sections of a form that make a text a case of it."""
CASE_TITLE = re.compile(r"案例|经验做法|典型做法")
SENTENCE = re.compile(r"[^。；！？\n]+[。；！？]?")
UNBUDGETED = re.compile(r"(?:未|没有|尚未)(?:能)?(?:纳入|列入|编入|安排)[^。；，]{0,12}预算")
BUDGETED = re.compile(
    r"(?<!未)(?<!没有)(?<!要求)(?<!建议)(?:已|已经|均|全部)(?:纳入|列入|编入)[^。；，]{0,12}预算"
)
FUNDING = re.compile(
    r"(?:单位|部门|自行|自)自?筹集?|财政(?:全额)?(?:拨款|资金|补贴|补助)|专项资金|福彩公益金|一般公共预算"
)
NO_THIRD_PARTY = re.compile(r"(?:未|没有|尚未)引入[^。；，]{0,6}第三方|第三方[^。；，]{0,6}(?:未|没有)引入")
THIRD_PARTY = re.compile(r"(?<!未)(?<!没有)(?<!是否)(?:已|已经)?引入了?[^。；，]{0,6}第三方|委托第三方")
DELIVERIES: Mapping[Delivery, re.Pattern[str]] = {
    Delivery.FRAMEWORK: re.compile(r"框架协议"),
    Delivery.VOUCHER: re.compile(r"服务券|补贴券|消费券|助学券"),
    Delivery.PER_SESSION: re.compile(r"场次补贴|按场|每演出一场"),
    Delivery.CONCESSION: re.compile(r"特许经营"),
    Delivery.DESIGNATED: re.compile(r"定点采购|定点服务"),
    Delivery.ENTRUSTED: re.compile(r"直接委托|定向委托"),
    Delivery.TRANSFER: re.compile(r"职能转移"),
    Delivery.CONTRACT: re.compile(r"合同|中标|招标|磋商|谈判|询价|服务协议"),
    Delivery.SUBSIDY: re.compile(r"补助|补贴"),
}
BUDGET_SECTION, BUYING_SECTION, APPRAISAL_SECTION = "预算|经费", "购买|采购", "评价|绩效"
BODY_NAME = re.compile(
    r"(?:(?<![\u4e00-\u9fff])|(?<=[由向报和]))[\u4e00-\u9fff]{1,8}?"
    r"(?:人民政府|委员会|办公室|管理处|中心|宣传部|(?<!格)(?<!结)(?<!布)局)(?!面)"
)
BEFORE_NAME = re.compile(
    r"^.*[年月日](?=.{3})|^(?:[由向报和经在与及对从据被将为请把给送到至的了并以]|会同|联合|根据|按照|通过|成立|设立|设在|"
    r"委托|报送|报经|批准|征求|组织|协调|配合|提交|上报|下发|印发)+"
)
WITHIN_NAME = re.compile(r"[的了]|负责|召开|成立|设立|以及")
SHORTEST_NAME = 3
OF_A_PLACE = re.compile(r"[\u4e00-\u9fff][市县区州旗]")
BEGINS_A_PLACE = "和向日从与对在"
"""What can be a verb or the end of a date, and as well the first character of 和平区, 向阳区, 日照市."""
MOST_CANDIDATES = 5


def case_form(library: Library, title: str, content: Blocks) -> str:
    """The 形式 whose sections a text has; 短例 for what calls itself a case; empty for no case."""
    titles = {tight(part.bare) for part in read_story(content)}
    shares = {code.name: share_of(code, titles) for code in codes_of(library, FORMS) if code.sections}
    best = max(shares, key=lambda name: shares[name], default="")
    if best and shares[best] >= FEWEST_SECTIONS:
        return best
    return SHORT_FORM if CASE_TITLE.search(title) and titles - {""} else ""


def codes_of(library: Library, table: str) -> tuple[Code, ...]:
    """The entries of a code table; none where the library has it not."""
    found = library.code_table(table)
    return found.codes if found else ()


def share_of(form: Code, titles: set[str]) -> float:
    """How many of a form's sections stand among the titles."""
    return sum(tight(title) in titles for title in form.sections) / len(form.sections)


def case_draft(title: str, content: Blocks, form: str, context: Context, part: str) -> Draft:
    """The record of a case; a text without a 形式 is taken for a 短例."""
    doubts = Doubts()
    form = form or SHORT_FORM
    parts = read_story(content)
    text = "\n".join(f"{part.title}\n{part.text}" for part in parts)
    record_id = context.names.claim(title or f"{context.holder or context.original}-案例")
    data: dict[str, Any] = {"类别": "案例", "编号": record_id, "名称": title or NOT_WRITTEN}
    if not title:
        doubts.add("名称", "附件没有标题")
    data["形式"] = form
    doubt_form(context.library, form, parts, doubts)
    data |= setting_keys(title, text, context, doubts)
    data |= told_keys(parts, text, context, doubts)
    if measures := measures_of(parts):
        data["数据"] = measures
    data["摘要"] = TO_FILL
    doubts.add("摘要", "摘要要由人写一两句话")
    data |= {"章节照录": "是", "章节": section_keys(parts)}
    data["待确认"] = doubts.entries
    data |= closing_keys(context, part)
    return Draft(record_id, "案例", context.folder("cases"), data)


def doubt_form(library: Library, form: str, parts: Iterable[Part], doubts: Doubts) -> None:
    """A form that not all sections fit is a guess."""
    titles = {tight(part.bare) for part in parts}
    sections = next((code.sections for code in codes_of(library, FORMS) if code.name == form), ())
    missing = [title for title in sections if tight(title) not in titles]
    if missing or not sections:
        doubts.add("形式", f"缺少这一形式的章节：{'、'.join(missing)}", [form, SHORT_FORM])


def setting_keys(title: str, text: str, context: Context, doubts: Doubts) -> dict[str, Any]:
    """地区, 层级, 期间 and what classifies the case."""
    region = region_of(context, title, text, doubts)
    fields = named_codes(codes_of(context.library, "领域"), title + text)
    doubts.add("领域", "领域要对照代码表确定", fields)
    categories = named_codes(codes_of(context.library, "六大类"), text)
    doubts.add("目录类别", "文中没有写明属于哪一类", categories)
    deliveries = [delivery.value for delivery, form in DELIVERIES.items() if form.search(text)]
    doubts.add("服务方式", "服务方式按文中用语推测", deliveries)
    return {
        "地区": region,
        "层级": tier_of(context, region, doubts),
        "期间": period_of(context, title, text, doubts),
        "领域": [TO_FILL],
        "目录类别": NOT_WRITTEN,
        "服务方式": TO_FILL,
        "状态": (CaseState.REPORTED if "报告" in context.holder_title else CaseState.DRAFT).value,
    }


def named_codes(codes: Iterable[Code], text: str) -> list[str]:
    """The entries of a code table that a text names, the most frequent first."""
    counts = Counter(
        {code.name: sum(text.count(name) for name in {code.name, *code.aliases}) for code in codes}
    )
    return [name for name, count in counts.most_common(MOST_CANDIDATES) if count]


def told_keys(parts: tuple[Part, ...], text: str, context: Context, doubts: Doubts) -> dict[str, Any]:
    """购买主体, 预算, 采购, 合同 and 绩效, as far as a section says them plainly."""
    doubts.add("购买主体.1.名称", "购买主体要由人确认", bodies_in(context.library, text))
    return {
        "购买主体": [{"名称": NOT_WRITTEN}],
        "预算": budget_of(section_text(parts, BUDGET_SECTION), doubts),
        "采购": procurement_of(section_text(parts, BUYING_SECTION), context.library, doubts),
        "合同": NOT_WRITTEN,
        "绩效": appraisal_of(section_text(parts, APPRAISAL_SECTION), doubts),
    }


def section_text(parts: tuple[Part, ...], wanted: str) -> str:
    """The words of the sections whose titles speak of something."""
    found = (whole(parts, at) for at, part in enumerate(parts) if re.search(wanted, part.bare))
    return "\n".join(found)


def bodies_in(library: Library, text: str) -> list[str]:
    """The bodies that a text names: those of 机构库, then words that read as a body."""
    known = [body.name for body in library.bodies.values() if body.name in text]
    read = [name for match in BODY_NAME.finditer(text) if (name := whole_name(match[0]))]
    return list(dict.fromkeys((*known, *read)))[:MOST_CANDIDATES]


def whole_name(words: str) -> str:
    """A name of a body without the end of a date or the verb before it; empty where nothing is left."""
    bare = BEFORE_NAME.sub("", words)
    bare = words if OF_A_PLACE.match(bare) and words[0] in BEGINS_A_PLACE else bare
    return bare if len(bare) >= SHORTEST_NAME and not WITHIN_NAME.search(bare) else ""


def sentence_with(text: str, form: re.Pattern[str]) -> str:
    """The first sentence in which a form is found; empty for none."""
    sentences: Iterator[str] = (match[0].strip() for match in SENTENCE.finditer(text))
    return next((sentence for sentence in sentences if form.search(sentence)), "")


def budget_of(text: str, doubts: Doubts) -> Any:
    """预算, from the section about it: only what it says in so many words."""
    without, within = sentence_with(text, UNBUDGETED), sentence_with(text, BUDGETED)
    funding = list(dict.fromkeys(match[0] for match in FUNDING.finditer(text)))
    if not (without or within or funding):
        return NOT_WRITTEN
    budgeted = NOT_WRITTEN
    if without and within:
        doubts.add("预算.纳入预算", "文中两种说法都有", ("否", "是"))
    elif without or within:
        budgeted = "否" if without else "是"
    if len(funding) != 1:
        doubts.add("预算.资金来源", "资金来源要由人确认", funding)
    keys = {"纳入预算": budgeted, "资金来源": funding[0] if len(funding) == 1 else NOT_WRITTEN}
    return {**keys, "说明": without or within} if without or within else keys


def procurement_of(text: str, library: Library, doubts: Doubts) -> Any:
    """采购: the one method that the section about buying names."""
    named = named_codes(codes_of(library, "采购方式"), text)
    if len(named) == 1:
        return {"方式": named[0]}
    if named:
        doubts.add("采购.方式", "这一节提到几种采购方式", named)
    return NOT_WRITTEN


def appraisal_of(text: str, doubts: Doubts) -> Any:
    """绩效: whether a third party appraises, where a section says so."""
    without, within = sentence_with(text, NO_THIRD_PARTY), sentence_with(text, THIRD_PARTY)
    if without and within:
        doubts.add("绩效.第三方评价", "文中两种说法都有", ("否", "是"))
        return {"第三方评价": NOT_WRITTEN}
    if without or within:
        return {"第三方评价": "否" if without else "是", "说明": without or within}
    return NOT_WRITTEN
