"""Answers of a return against the other records of its region and time.

SURV018 an answer against a case, SURV019 texts of the reporter that its list leaves out, SURV020 numbers
of a 目录 that another record gives otherwise.  Each names the other record and the place in it; a record
may be wrong as well as an answer, and what a source does not say contradicts nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.checks.measures import MeasureAt, find_measures
from generator.checks.survey_answers import ALL, ASKS_DIRECT, ASKS_TENDER
from generator.checks.survey_items import Answered, answered_surveys
from generator.hanzi.calendar import TimeSpan
from generator.hanzi.docnumber import DocNumber, find_numbers
from generator.hanzi.marks import bare_title
from generator.library import NATIONWIDE, Library
from generator.models.case import Case, Delivery
from generator.models.fields import Absent, YesNo
from generator.models.policy import Authority, Policy
from generator.problems import Level, Problem
from generator.source.tree import KeyPath

TENDER = "公开招标"
DIRECT_METHODS = ("定向委托", "直接委托")
WITHOUT_TENDER = (
    Delivery.PER_SESSION,
    Delivery.SUBSIDY,
    Delivery.VOUCHER,
    Delivery.ENTRUSTED,
    Delivery.DESIGNATED,
)
"""服务方式 in which nobody bids."""
ASKS_UNBUDGETED = re.compile(r"没有[^，。]{0,8}预算.*(?:签订合同|购买|开展)")
ASKS_TEXTS = re.compile(r"印发|出台|文件")
SINCE = re.compile(r"(?P<year>(?:19|20)\d{2})\s*年?\s*(?:至今|以来|起)")
PUBLIC_INSTITUTION = "事业单位"
LEVEL_NUMBER = re.compile(r"(?P<level>[一二三四]级目录)[^\d，。；、]{0,6}?(?P<number>\d+)\s*[个项类款大]")

Finding = tuple[KeyPath, str]
"""Where a record says it, and what it says."""


@dataclass(frozen=True, slots=True)
class Claim:
    """An answer that cases can disprove: to which question, when it is made, which case disproves it."""

    asked: re.Pattern[str]
    made: Callable[[Answered], bool]
    disproved: Callable[[Case], Finding | None]


@dataclass(frozen=True, slots=True)
class CountedLevel:
    """A number of a level of a 目录 in the 引文 of a figure: 一级目录 and 4, with the words as printed."""

    found: MeasureAt
    level: str
    number: str
    words: str

    def lies_in(self, library: Library, region: str) -> bool:
        """Whether the figure is one of a region."""
        return library.lies_in(getattr(self.found.holder, "region", ""), region)


def check_survey_records(library: Library) -> Iterator[Problem]:
    """Every answer against the cases, policies and figures of its region and time."""
    by_region, by_issuer = cases_by_region(library), policies_by_issuer(library)
    counted = counted_levels(library)
    for filled, answers in answered_surveys(library):
        for answer in answers:
            for claim in CLAIMS:
                if claim.asked.search(answer.item.question) and claim.made(answer):
                    yield from disproved(library, answer, claim, by_region[filled.region])
            if answer.item.type == "文件列表" and ASKS_TEXTS.search(answer.item.question):
                yield from texts_left_out(by_issuer[filled.reporter], answer)
            yield from other_numbers(counted, answer)


def cases_by_region(library: Library) -> defaultdict[str, list[Case]]:
    """The cases that lie in a region, by its full name; one without a place in 行政区划 lies in its own."""
    found: defaultdict[str, list[Case]] = defaultdict(list)
    for case in library.every(Case):
        path = (region.full_name for region in library.region_path(case.region))
        for name in dict.fromkeys((case.region, *path, NATIONWIDE)):
            found[name].append(case)
    return found


def policies_by_issuer(library: Library) -> defaultdict[str, list[Policy]]:
    """The policies of each body, working papers left out."""
    found: defaultdict[str, list[Policy]] = defaultdict(list)
    for policy in library.every(Policy):
        for issuer in policy.issuers if policy.authority is not Authority.WORKING else ():
            found[issuer].append(policy)
    return found


def overlap(one: TimeSpan, other: TimeSpan) -> bool:
    """Whether two times have a day in common; a time without any day has none."""
    if not (one.earliest or one.latest) or not (other.earliest or other.latest):
        return False
    begins = one.earliest is None or other.latest is None or one.earliest <= other.latest
    return begins and (other.earliest is None or one.latest is None or other.earliest <= one.latest)


def disproved(library: Library, answer: Answered, claim: Claim, cases: list[Case]) -> Iterator[Problem]:
    """The cases of the time of the return that say otherwise."""
    for case in cases:
        found = claim.disproved(case) if overlap(case.period, answer.filled.period) else None
        if found is not None:
            path, said = found
            place = library.place(case.id, *path)
            message = f"{answer.shown}（{answer.item.question}），案例“{case.title}”却写着{said}（{place}）"
            hint = "核对两处：填报有误的改正，口径不同的在“勘误”里说明"
            yield answer.problem(Level.WARNING, "SURV018", message, hint)


def all_tendered(answer: Answered) -> bool:
    """Whether an answer says that everything was bought by open tender."""
    return bool(ALL.fullmatch(answer.text))


def none_at_all(answer: Answered) -> bool:
    """Whether an answer says that there is none, for all providers alike."""
    return answer.says_nothing


def without_tender(case: Case) -> Finding | None:
    """A case that was bought by another method, or in a way in which nobody bids."""
    if not isinstance(case.procurement, Absent) and not isinstance(case.procurement.method, Absent):
        method = case.procurement.method
        return None if method == TENDER else (("采购", "方式"), f"采购方式是“{method}”")
    if case.delivery in WITHOUT_TENDER:
        return ("服务方式",), f"服务方式是“{case.delivery.value}”"
    return None


def unbudgeted(case: Case) -> Finding | None:
    """A case whose money was not in the budget."""
    if isinstance(case.budget, Absent) or case.budget.budgeted is not YesNo.NO:
        return None
    note = f"，{case.budget.note}" if case.budget.note else ""
    return ("预算", "纳入预算"), f"纳入预算“否”{note}"


def entrusted(case: Case) -> Finding | None:
    """A case that was commissioned directly."""
    if not isinstance(case.procurement, Absent) and case.procurement.method in DIRECT_METHODS:
        return ("采购", "方式"), f"采购方式是“{case.procurement.method}”"
    return (("服务方式",), "服务方式是“委托”") if case.delivery is Delivery.ENTRUSTED else None


def entrusted_to_institution(case: Case) -> Finding | None:
    """The same with a public institution as provider."""
    kinds = (provider.type or "" for provider in case.providers)
    return entrusted(case) if any(PUBLIC_INSTITUTION in kind for kind in kinds) else None


OF_INSTITUTIONS = re.compile(rf"{PUBLIC_INSTITUTION}.*{ASKS_DIRECT.pattern}")
OF_ALL = re.compile(rf"^(?!.*{PUBLIC_INSTITUTION}).*{ASKS_DIRECT.pattern}")
CLAIMS = (
    Claim(ASKS_TENDER, all_tendered, without_tender),
    Claim(ASKS_UNBUDGETED, none_at_all, unbudgeted),
    Claim(OF_ALL, none_at_all, entrusted),
    Claim(OF_INSTITUTIONS, none_at_all, entrusted_to_institution),
)


# --- texts and numbers ------------------------------------------------------------------------------


def texts_left_out(issued: list[Policy], answer: Answered) -> Iterator[Problem]:
    """Texts that the reporter issued in the time asked for and that the list has not."""
    listed = {number.key for number, _, _ in find_numbers(answer.text)}
    words = bare_title(answer.text)
    missing = [
        policy
        for policy in issued_in_time(issued, answer)
        if isinstance(policy.number, DocNumber)
        and policy.number.key not in listed
        and bare_title(policy.title) not in words
    ]
    if missing:
        places = (answer.library.place(policy.id) for policy in missing)
        named = "、".join(
            f"《{policy.title}》（{policy.number}，{place}）"
            for policy, place in zip(missing, places, strict=True)
        )
        own = f"第 {answer.item.number} 项没有列出库里 {answer.filled.reporter} 的"
        message = f"{own} {len(missing)} 件文件：{named}"
        yield answer.problem(Level.HINT, "SURV019", message, "核对是否漏填；不属于政府购买服务的不必列")


def issued_in_time(issued: list[Policy], answer: Answered) -> Iterator[Policy]:
    """The policies that were issued between the year asked for and the end of the return's time."""
    filled = answer.filled
    since = SINCE.search(answer.item.question)
    first = int(since["year"]) if since else min(filled.period.years, default=0)
    last = filled.period.latest.year if filled.period.latest else max(filled.period.years, default=0)
    for policy in issued:
        later = isinstance(policy.signed_on, date) and policy.signed_on > (filled.period.latest or date.max)
        if not later and policy.year is not None and first <= policy.year <= last:
            yield policy


def counted_levels(library: Library) -> tuple[CountedLevel, ...]:
    """Every number of a level of a 目录 that the 引文 of a figure has, in the order of the records."""
    return tuple(
        CountedLevel(found, match["level"], match["number"], match[0])
        for found in find_measures(library)
        for match in LEVEL_NUMBER.finditer(found.measure.quote or "")
    )


def other_numbers(counted: tuple[CountedLevel, ...], answer: Answered) -> Iterator[Problem]:
    """一级目录 4 个 in an answer, and another number for it in a figure of the same region."""
    said = {match["level"]: match["number"] for match in LEVEL_NUMBER.finditer(answer.text)}
    for one in counted if said else ():
        number = said.get(one.level, one.number)
        if number != one.number and one.lies_in(answer.library, answer.filled.region):
            place = one.found.place(answer.library, "引文")
            own = f"第 {answer.item.number} 项写{one.level} {number} 个"
            message = f"{own}，“{one.found.holder.name}”写“{one.words}”（{place}）"
            yield answer.problem(Level.WARNING, "SURV020", message, "核对是不是同一个目录，两处要一致")
