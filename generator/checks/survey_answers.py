"""The answers of one return against each other.

SURV014 answers that contradict each other, SURV015 one 文号 with two titles, SURV016 an answer or an
instruction that belongs to another item, SURV017 a list that is not as long as the count before it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import permutations

from generator.checks.errata import graded
from generator.checks.survey_items import LONGEST_SHOWN, Answered, answered_surveys
from generator.checks.survey_types import cited_with_numbers, without_citations
from generator.hanzi.docnumber import DocNumber
from generator.hanzi.marks import bare_title, cited_titles
from generator.library import Library
from generator.models.fields import Absent
from generator.models.returns import SurveyForm, SurveyItem
from generator.problems import Level, Problem

DIRECT = re.compile(r"直接委托|定向委托|直接签订(?:购买)?(?:服务)?合同")
OTHER_METHOD = re.compile(r"直接委托|定向委托|单一来源|竞争性谈判|竞争性磋商|询价|邀请招标")
NEGATED = re.compile(r"没有|不存在|未|无|不得|严禁|杜绝|是否")
ASKS_DIRECT, ASKS_TENDER = re.compile(r"直接委托"), re.compile(r"公开招标.*(?:比例|占比|比重)")
ALL = re.compile(r"\s*(?:全部|100\s*[%％]|百分之百)(?:公开招标)?[。]?\s*")
CLAUSE = re.compile(r"[^，。；！？\n]+")
OPEN = ("开放题",)
CATALOGUE = "目录"
COUNTED = re.compile(r"(?<![\d.〔(（])(\d{1,3})\s*[个项件部份]")
COMMON = frozenset(
    ("政府", "购买", "买服", "服务", "采购", "购服", "情况", "工作", "项目", "本级", "部门", "填写")
)
"""Pairs of characters that every question of such a form has."""
FEWEST_IN_COMMON = 3


def check_survey_answers(library: Library) -> Iterator[Problem]:
    """Every return, and the instructions of every form."""
    for form in library.every(SurveyForm):
        yield from misplaced_instructions(library, form)
    for _, answers in answered_surveys(library):
        yield from contradictions(answers)
        yield from two_titles(answers)
        yield from lists_and_counts(answers)
        yield from misplaced_answers(answers)


def contradictions(answers: tuple[Answered, ...]) -> Iterator[Problem]:
    """None directly commissioned, or all openly tendered, and another answer that says otherwise."""
    hint = "两项只有一项对，核对后改正"
    for answer in answers:
        form = denied_by(answer)
        if form is None:
            continue
        for other in answers:
            sentence = "" if other is answer or other.item.type in OPEN else affirmed(other, form)
            if sentence:
                message = f"{answer.shown}，第 {other.item.number} 项却说“{sentence}”（{other.place()}）"
                yield answer.problem(Level.WARNING, "SURV014", message, hint)


def denied_by(answer: Answered) -> re.Pattern[str] | None:
    """What must not be said elsewhere when this answer is right."""
    if ASKS_TENDER.search(answer.item.question) and ALL.fullmatch(answer.text):
        return OTHER_METHOD
    if ASKS_DIRECT.search(answer.item.question) and answer.says_nothing:
        return DIRECT
    return None


def affirmed(answer: Answered, form: re.Pattern[str]) -> str:
    """The clause in which an answer says something, not denying it; or its question, answered with yes."""
    clauses = (match[0].strip() for match in CLAUSE.finditer(answer.text))
    said = next((clause for clause in clauses if form.search(clause) and not NEGATED.search(clause)), "")
    agreed = (
        answer.item.type == "有无"
        and form.search(answer.item.question)
        and answer.text.startswith(("有", "是"))
    )
    return said or (
        f"{answer.text[:LONGEST_SHOWN]}（{answer.item.question}）" if agreed and same_scope(answer) else ""
    )


def same_scope(answer: Answered) -> bool:
    """Whether a question about direct commissions speaks of all of them and not of one kind of provider."""
    return "事业单位" not in answer.item.question


def two_titles(answers: tuple[Answered, ...]) -> Iterator[Problem]:
    """One 文号 stands behind two titles of the same return."""
    seen: dict[str, tuple[str, DocNumber, Answered]] = {}
    for answer in answers:
        for title, number in cited_with_numbers(answer.text):
            if number is None:
                continue
            first, _, where = seen.setdefault(number.key, (title, number, answer))
            if bare_title(first) != bare_title(title):
                here, there = answer.item.number, where.item.number
                message = f"{number} 在第 {there} 项是《{first}》，在第 {here} 项是《{title}》"
                yield answer.problem(Level.WARNING, "SURV015", message, f"核对文号；另一处在 {where.place()}")


def lists_and_counts(answers: tuple[Answered, ...]) -> Iterator[Problem]:
    """A count is as large as the list behind it, and none is not the number of those listed elsewhere."""
    listed = [answer for answer in answers if answer.item.type == "文件列表"]
    for answer in answers:
        if answer.item.type != "计数":
            continue
        titles = [title for title, _, _ in cited_titles(answer.text)]
        counts = [int(count) for count in COUNTED.findall(without_citations(answer.text))]
        if len(counts) == 1 and titles and counts[0] != len(titles):
            message = f"第 {answer.item.number} 项写的是 {counts[0]}，列出的是 {len(titles)} 件"
            yield answer.problem(Level.WARNING, "SURV017", message, "数量和名单要一致")
        if answer.says_nothing and CATALOGUE in answer.item.question:
            yield from listed_elsewhere(answer, listed)


def listed_elsewhere(answer: Answered, listed: list[Answered]) -> Iterator[Problem]:
    """No 目录, says the count, and a list of texts has some."""
    for other in listed:
        titles = [
            title
            for title, _, _ in cited_titles(other.text)
            if title.rstrip("）)（(试行").endswith(CATALOGUE)
        ]
        if titles:
            message = f"{answer.shown}，第 {other.item.number} 项却列了《{titles[0]}》（{other.place()}）"
            yield answer.problem(Level.WARNING, "SURV014", message, "核对目录的数量")


# --- what belongs to another item -------------------------------------------------------------------


def pairs_of(text: str) -> frozenset[str]:
    """The pairs of neighbouring characters of a text that tell questions apart."""
    words = re.sub(r"[^\u4e00-\u9fff]", "", text)
    return frozenset(words[at : at + 2] for at in range(len(words) - 1)) - COMMON


def told_of(item: SurveyItem) -> str:
    """The question with its instruction."""
    return item.question + ("" if isinstance(item.instruction, Absent) else item.instruction)


def misplaced_instructions(library: Library, form: SurveyForm) -> Iterator[Problem]:
    """An instruction that has nothing of its own question and much of a neighbour's without one."""
    for (at, one), (beside, other) in permutations(enumerate(form.items), 2):
        if abs(at - beside) != 1 or isinstance(one.instruction, Absent):
            continue
        lacking = isinstance(other.instruction, Absent)
        if lacking and belongs(one.instruction, one.question, other.question):
            there = library.place(form.id, "事项", beside, "事项")
            message = f"第 {one.number} 项的填报说明像是第 {other.number} 项“{other.question}”的（{there}）"
            hint = "核对原表是否错行；照录的登记到“勘误”"
            place = library.place(form.id, "事项", at, "填报说明")
            problem = Problem(Level.HINT, "SURV016", message, place, hint)
            yield graded(problem, form, *CLAUSE.findall(one.instruction))


def misplaced_answers(answers: tuple[Answered, ...]) -> Iterator[Problem]:
    """An answer that has nothing of its own question and much of a neighbour's."""
    for one, other in permutations(answers, 2):
        near = abs(one.item.number - other.item.number) == 1
        if near and belongs(one.text, told_of(one.item), other.item.question):
            asked = other.item.question
            message = f"{one.shown}，像是第 {other.item.number} 项“{asked}”的答案（{other.place()}）"
            yield one.problem(Level.HINT, "SURV016", message, "核对是否错行")


def belongs(text: str, own: str, other: str) -> bool:
    """Whether a text has nothing of one question and much of another."""
    words = pairs_of(text)
    return not words & pairs_of(own) and len(words & pairs_of(other)) >= FEWEST_IN_COMMON
