"""Answers against the types of their questions.

SURV006 neither yes nor no, SURV007 no percentage, SURV008 no count, SURV009 a text without its 文号,
SURV010 a 文号 that the library knows under another title, SURV011 people without 职务 or a kind of people
left out, SURV012 a class left out or out of order, SURV013 an element left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import zip_longest

from generator.checks.survey_items import Answered, answered_surveys
from generator.hanzi.citations import find_citations
from generator.hanzi.docnumber import DocNumber, find_numbers
from generator.hanzi.marks import bare_title, cited_titles
from generator.hanzi.polarity import speaks_of_either
from generator.library import Library
from generator.models.policy import Policy
from generator.problems import Level, Problem

Judge = Callable[[Answered], Iterator[Problem]]
NUMERALS = "一二三四五六七八九十百千两"
SHARE = re.compile(r"\d\s*[%％]|百分之")
COUNT = re.compile(rf"\d|[{NUMERALS}]+\s*[个项家件次人名份部类场]")
QUESTION_VERB = re.compile(r"是否([\u4e00-\u9fff]{1,4})")
POSTS = re.compile(
    r"局长|主任|科长|处长|股长|科员|会计师|经济师|组长|书记|党组|委员|干部|职员|主管|负责人|专员|调研员|市长|县长|区长"
    r"|秘书长|厅长|所长|司长|科室|办事员|工作人员|雇员|抽调|借调"
)
NAMED = re.compile(r"[\u4e00-\u9fff]{2,}")
TOLD_OF_EACH = re.compile(r"(?:姓名|职务|职称|电话|手机|联系方式|单位|部门|科室|学历|年龄|人数|分工|职责)$")
"""What is asked of every person, and is no kind of people."""
MAY_BE_LEFT_OUT = re.compile(r"需|应|注明|请|如")
CLASSES = re.compile(r"(?:[^、，。；（]{2,10}类[、和及])+[^、，。；（]{2,10}?类")
ENOUGH_IN_COMMON = 0.5
AFTER_TITLE = 20
"""Characters that may stand between a title and its 文号."""
ELEMENTS: Mapping[str, tuple[re.Pattern[str], re.Pattern[str]]] = {
    name: (re.compile(asked), re.compile(told))
    for name, asked, told in (
        ("媒介", r"媒介|渠道|何处|哪里", r"网|平台|报|公众号|媒体|电视|公示栏|公告栏|系统|张贴|栏目|大厅|屏"),
        (
            "内容",
            r"哪些内容|何种内容|什么内容",
            r"信息|内容|目录|预算|合同|结果|项目|情况|名单|标准|金额|文件|公告",
        ),
        ("时间", r"何时|时间", r"年|月|日|随时|每"),
        ("原因", r"原因|为什么", r"因|由于|为了|需要"),
        ("金额", r"金额|资金多少", r"元"),
    )
}
"""An element of a question → how it is asked for, and how one tells that it was answered."""


def check_survey_types(library: Library) -> Iterator[Problem]:
    """Every answer of every return, by the type of its question."""
    for _, answers in answered_surveys(library):
        for answer in answers:
            judge = JUDGES.get(answer.item.type)
            if judge is not None:
                yield from judge(answer)


def judge_polar(answer: Answered) -> Iterator[Problem]:
    """是否 and 有无 are answered with yes or no, or with the verb that was asked."""
    verb = QUESTION_VERB.search(answer.item.question)
    echoed = verb is not None and verb[1][:2] in answer.text
    if not speaks_of_either(answer.text) and not echoed:
        wanted = "有还是没有" if answer.item.type == "有无" else "是还是否"
        hint = f"先写明{wanted}，再写情况"
        yield answer.problem(Level.WARNING, "SURV006", f"{answer.shown}，没有答{wanted}", hint)


def judge_share(answer: Answered) -> Iterator[Problem]:
    """百分比 has a percentage; its range is another check's."""
    if not SHARE.search(answer.text):
        hint = "写成 95% 的样子；确实没有的写 0%"
        yield answer.problem(Level.WARNING, "SURV007", f"{answer.shown}，要填百分比", hint)


def judge_count(answer: Answered) -> Iterator[Problem]:
    """计数 has a number, or says that there is none."""
    titles = [title for title, _, _ in cited_titles(answer.text)]
    if answer.says_nothing or COUNT.search(without_citations(answer.text)):
        return
    listed = f"，列出的是 {len(titles)} 件文件" if titles else ""
    hint = "写出数量，再列名称；没有的按说明填“无”"
    yield answer.problem(Level.HINT, "SURV008", f"{answer.shown}，要填数量而没有数{listed}", hint)


def without_citations(text: str) -> str:
    """The words of a text without cited titles and 文号."""
    spans = [(start, end) for _, start, end in (*cited_titles(text), *find_numbers(text))]
    kept = (letter for at, letter in enumerate(text) if not any(start <= at < end for start, end in spans))
    return "".join(kept)


def judge_texts(answer: Answered) -> Iterator[Problem]:
    """文件列表 gives each text with its 文号, and each 文号 with the title that the library knows."""
    if answer.says_nothing:
        return
    cited = tuple(cited_with_numbers(answer.text))
    bare = [title for title, number in cited if number is None]
    if not cited:
        yield answer.problem(
            Level.WARNING, "SURV009", f"{answer.shown}，没有列出文件", "用书名号写全称，后面写文号"
        )
    elif bare:
        named = "、".join(f"《{title}》" for title in bare)
        yield answer.problem(
            Level.HINT, "SURV009", f"第 {answer.item.number} 项的{named}没有写文号", "补上文号"
        )
    for title, number in cited:
        yield from other_title(answer, title, number)


def cited_with_numbers(text: str) -> Iterator[tuple[str, DocNumber | None]]:
    """The titles of a text, each with its 文号; one that follows behind the name of the body counts."""
    found = tuple(find_citations(text))
    for cited, following in zip_longest(found, found[1:]):
        near = following is not None and not following.title and following.start - cited.end <= AFTER_TITLE
        if cited.title:
            yield cited.title, cited.number or (following.number if following and near else None)


def other_title(answer: Answered, title: str, number: DocNumber | None) -> Iterator[Problem]:
    """The library has this 文号, and none of its texts is called so."""
    known = answer.library.policies_by_number.get(number.key, ()) if number else ()
    names = [name for record in known for name in (record.name, *aliases_of(record))]
    if known and bare_title(title) not in map(bare_title, names):
        places = "；".join(str(answer.library.place(record.id, "标题")) for record in known)
        own = f"第 {answer.item.number} 项把《{title}》写作 {number}"
        message = f"{own}，库里这个文号是《{known[0].name}》（{places}）"
        yield answer.problem(Level.WARNING, "SURV010", message, "核对标题和文号；两处不一致的登记到“勘误”")


def aliases_of(record: object) -> tuple[str, ...]:
    """The other names of a policy."""
    return record.aliases if isinstance(record, Policy) else ()


def judge_people(answer: Answered) -> Iterator[Problem]:
    """人员列表 gives everyone's 职务, and all the kinds of people that the instruction lists."""
    if answer.says_nothing:
        return
    parts = [part for part in re.split(r"[；;。\n]", answer.text) if NAMED.search(part)]
    without = [part.strip() for part in parts if not POSTS.search(part)]
    if without:
        message = f"第 {answer.item.number} 项的“{'”“'.join(without)}”没有写职务"
        yield answer.problem(Level.HINT, "SURV011", message, "姓名和职务都要写")
    missing = [kind for kind in kinds_of_people(answer) if shared(kind, answer.text) < ENOUGH_IN_COMMON]
    if missing:
        message = f"第 {answer.item.number} 项没有填{'、'.join(missing)}"
        yield answer.problem(Level.HINT, "SURV011", message, "按填报说明补齐，没有的写明")


def kinds_of_people(answer: Answered) -> tuple[str, ...]:
    """The kinds of people that an instruction lists; one that only adds a condition lists none."""
    listed = re.split("[、，]", answer.instruction.strip().rstrip("。"))
    if len(listed) == 1 or MAY_BE_LEFT_OUT.search(answer.instruction):
        return ()
    return tuple(kind for kind in listed if not TOLD_OF_EACH.search(kind))


def shared(words: str, text: str) -> float:
    """Which part of the pairs of neighbouring characters of some words a text has."""
    pairs = [words[at : at + 2] for at in range(len(words) - 1)]
    return sum(pair in text for pair in pairs) / max(len(pairs), 1)


def judge_classes(answer: Answered) -> Iterator[Problem]:
    """分类陈述 speaks of every class that the question lists, in its order."""
    match = CLASSES.search(answer.item.question)
    if match is None or answer.says_nothing:
        return
    classes = re.split("[、和及]", match[0])
    missing = [name for name in classes if name not in answer.text]
    if missing:
        message = f"{answer.shown}，没有写{'、'.join(missing)}"
        yield answer.problem(
            Level.WARNING, "SURV012", message, f"按 {'、'.join(classes)} 的顺序逐类写明，没有的写“无”"
        )
        return
    places = [answer.text.index(name) for name in classes]
    if places != sorted(places):
        message = f"第 {answer.item.number} 项没有按 {'、'.join(classes)} 的顺序写"
        yield answer.problem(Level.HINT, "SURV012", message, "按问题里的顺序分别论述")


def judge_elements(answer: Answered) -> Iterator[Problem]:
    """多要素 answers every element that its question and instruction ask for."""
    if answer.says_nothing:
        return
    missing = list(missing_elements(answer))
    if missing:
        message = f"{answer.shown}，没有写{'、'.join(missing)}"
        yield answer.problem(Level.HINT, "SURV013", message, f"按填报说明补全：{answer.instruction}")


def missing_elements(answer: Answered) -> Iterator[str]:
    """The elements that are asked for and that nothing in the answer speaks of."""
    for clause in re.split(r"[，、。；？]", answer.instruction or answer.item.question):
        verb = QUESTION_VERB.search(clause)
        if verb and verb[1][:2] not in answer.text and not speaks_of_either(answer.text):
            yield verb[0]
        for name, (asked, told) in ELEMENTS.items():
            if asked.search(clause) and not told.search(answer.text):
                yield name


JUDGES: Mapping[str, Judge] = {
    "是否": judge_polar,
    "有无": judge_polar,
    "百分比": judge_share,
    "计数": judge_count,
    "文件列表": judge_texts,
    "人员列表": judge_people,
    "分类陈述": judge_classes,
    "多要素": judge_elements,
}
