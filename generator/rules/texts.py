"""负面清单: words of a case that may tell of something that must not be bought; candidates only."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.models.case import Case
from generator.models.reference import Rule
from generator.rules.verdicts import Answer, Path, Verdict

DENIED = re.compile(r"(?:不得|严禁|禁止|杜绝|防止|避免|不是|并非|没有|不属于|严控|制止)[^，。；]{0,20}$")
"""Behind these words a thing is forbidden or denied and not done."""
HARMLESS = re.compile(
    "招聘(?:会|信息|平台|网|活动)|(?:企业|小微|农户|农民|商户)[^，。；]{0,4}融资|融资(?:难|辅导|需求|对接|担保|渠道|环境)|"
    "(?:公司|企业|机构|中标(?:单位|人)|承接(?:主体|单位))[^，。；]{0,8}(?:招聘|聘用)"
)
"""What a service is about, or what its provider does for itself: 举办招聘会, 助力企业融资."""
AROUND = 12
"""Characters shown on either side of a word."""


def judge_words(rule: Rule, case: Case) -> Iterator[Answer]:
    """Every trigger word of the rule, at the first place where the case affirms it."""
    for word in rule.judging.words if rule.judging else ():
        found = next(affirmed(case, word), None)
        if found:
            path, quote = found
            reason = f"出现“{word}”，是否属于清单所列事项须由人判断"
            yield Answer(path, f"“{quote}”", Verdict.HINT, reason)


def affirmed(case: Case, word: str) -> Iterator[tuple[Path, str]]:
    """The places of a case where a word stands and is not denied, with the words around it."""
    for path, text in texts_of(case):
        if word not in text:
            continue
        for match in re.finditer(re.escape(word), text):
            if not DENIED.search(text[: match.start()]) and not is_harmless(text, match.start()):
                yield path, words_around(text, match.start(), match.end())


def is_harmless(text: str, position: int) -> bool:
    """Whether a word at a position is part of words that tell of nothing forbidden."""
    return any(found.start() <= position < found.end() for found in HARMLESS.finditer(text))


def words_around(text: str, start: int, end: int) -> str:
    """A word with a few characters on either side; what is cut off is marked."""
    first, last = max(0, start - AROUND), min(len(text), end + AROUND)
    return ("…" if first else "") + text[first:last] + ("…" if last < len(text) else "")


def texts_of(case: Case) -> Iterator[tuple[Path, str]]:
    """What was bought, in the words of the case: its name, its 依据, its story."""
    yield ("名称",), case.title
    for position, grounds in enumerate(case.grounds):
        yield ("依据", position, "内容"), grounds.content or ""
    for position, measure in enumerate(case.measures):
        yield ("数据", position, "名称"), measure.name
    for position, section in enumerate(case.sections):
        for number, paragraph in enumerate(section.paragraphs):
            yield ("章节", position, "段", number), paragraph
