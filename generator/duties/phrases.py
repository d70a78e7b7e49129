"""The words of a sentence that say until when: 9月底前, 15个工作日内, 每年1月、7月, 按要求的时间."""

from __future__ import annotations

import re

from generator.hanzi.numerals import NUMERAL

AS_ASKED = "按要求的时间"
NUMBER = rf"(?:\d{{1,3}}|{NUMERAL})"
EVERY_YEAR = r"(?:自\d{4}年(?:度)?(?:开始|起)，?)?每年"
YEAR = rf"(?:{EVERY_YEAR}|次年|当年|今年|本年度?|明年|后年|下一?年度?|\d{{4}}年(?:度)?)?"
MONTH = rf"{NUMBER}月"
DAY_OF_MONTH = rf"(?:{NUMBER}[日号]|[底末初]|[上中下]旬)?"
POINT = rf"{YEAR}{MONTH}{DAY_OF_MONTH}"
SEASON = r"(?:年[底末]|第[一二三四]季度[底末]?|上半年|下半年)"
ROUND = rf"每(?:月|季度?|半年|年度?)(?:终了后?)?(?:{NUMBER}[日号]|[底末])?"
PART = rf"(?:{YEAR}{SEASON}|{ROUND})"
COUNT = rf"(?:\d{{1,3}}|两|(?<![个每])半|{NUMERAL})"
UNIT = r"个?(?:工作日|自然日|日|天|周|月|年|小时)"
SINCE = r"(?:(?:自|从)[^，。；]{2,30}?(?:之日)?起|[^，。；]{2,24}?(?:后|之日起|以后|前))"
ISO = r"\d{4}-\d{2}-\d{2}"
FORMS = (
    re.compile(rf"(?P<until>{ISO}(?:之?前|以前)?)"),
    re.compile(
        rf"(?P<until>{EVERY_YEAR}(?:的)?{MONTH}{DAY_OF_MONTH}(?:[、和及]{MONTH}{DAY_OF_MONTH})+(?:之?前|以前)?)"
    ),
    re.compile(rf"(?P<until>{POINT}(?:之?前|以前))"),
    re.compile(rf"(?P<until>{PART}(?:之?前|以前|内))"),
    re.compile(
        rf"(?:^|[，；应须当要请在于]|(?=自|从))(?P<until>{SINCE}[，]?(?:的)?{COUNT}{UNIT}(?:以|之)?内)"
    ),
    re.compile(
        rf"(?<!期限为)(?<!期限在)(?<!期限)(?<![\d.第零一二三四五六七八九十百千])(?P<until>{COUNT}{UNIT}(?:以|之)?内)(?!容|部)"
    ),
    re.compile(rf"(?P<until>每年(?:的)?{MONTH}(?:{NUMBER}日|[底末])?)"),
    re.compile(
        r"(?P<until>每(?:年度?|半年|季度?|月)(?:终了)?(?=[^，。；]{0,12}(?:报|送|公开|公布|评价|检查|汇总)))"
    ),
    re.compile(rf"(?:于|在)(?P<until>{POINT})(?=[^，。；]{{0,16}}(?:报|送|完成|提交|公开))"),
)
OPENING_WORDS = re.compile(r"^.*?(?=自[^，自]*起)|^(?:.*(?:应当|[应须要请]))?(?:当(?=[在于自从]))?[在于]?")
"""What stands before the words of a deadline and is no part of them."""
ASKED = re.compile(
    r"按时按要求|按(?:照)?(?:规定|要求)的?(?:时间|时限|期限)|按时(?=[^，。；]{0,6}(?:报|送|提交|填))|及时(?=报送|上报|备案)"
)
EVENT = re.compile(
    r"(?:^|[，；])[^，。；]{0,30}?(?:在|于)(?P<until>[^，。；在于]{2,20}?(?:时|前|后))(?=[，]|同步|应|须|要|将|报|向)|"
    r"(?:^|[，；])(?P<until2>(?!.{0,20}(?:同时|平时|及时|按时|暂时|目前|当前|此前|日前|今后|此后|先后|最后|然后))[^，。；]{4,16}?(?:前|后|时))(?=[，])"
)
UNREAL = re.compile(
    r"(?:同|平|及|按|暂|有|随|小|当|定|适)时$|(?:目|当|此|日|以|先)前$|(?:今|此|先|最|然|以|落)后$"
)


def find_deadline(text: str) -> str:
    """The words of a deadline in a text, as they stand (“按时按要求” is 按要求的时间); none is empty."""
    for form in FORMS:
        match = form.search(text)
        if match:
            return OPENING_WORDS.sub("", match["until"]).strip("，")
    if ASKED.search(text):
        return AS_ASKED
    event = EVENT.search(text)
    words = (event["until"] or event["until2"]) if event else ""
    return "" if UNREAL.search(words) else words
