"""GROW001: percentages, growth and shares worked out again from the figures beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from generator.figures.extraction import FoundQuantity
from generator.figures.passages import Finding, ReadPassage, base_of, rounding_of, shown
from generator.quantity import print_decimal

CODE = "GROW001"
UP, DOWN = "增加|增长|增|提高|提升|上升|扩大|发展|上涨", "减少|下降|降低|压减|压缩|回落|缩减|降|减"
CHANGED_TO = re.compile(
    rf"[^。；]{{0,16}}?(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:至|到|为|了?到)[^。；\d]{{0,10}}"
)
FROM = re.compile("[由从][^，。；]{0,16}$")
COMPARED = re.compile(
    r"[，,]?\s*(?:同?比|较)(?:上年同期|去年同期|上年|去年|前年|上季度|上半年|(?:19|20)\d{2}年)[的为（(]?\s*"
)
THEN = re.compile(
    rf"[）)]?\s*[，,、（(]?\s*(?:同比|环比|净|共|总计)?(?:增幅|涨幅|降幅|(?P<up>{UP})|(?P<down>{DOWN}))(?:了|达到?|为)?\s*"
)
SHARE = re.compile(
    r"[，,、（(]?\s*占(?:比|总数的?|总额的?|总量的?|全部的?|其|总体的?)?(?:约?为|达到?|的)?\s*"
)
SINCE = re.compile(
    rf"[，,]?\s*(?:同比|[比较](?:上年|去年)(?:同期)?)\s*(?:(?P<up>{UP})|(?P<down>{DOWN}))(?:了|达|达到)?\s*"
)
BASE = re.compile(r"[（(，,]\s*(?:(?:19|20)\d{2}年|上年|去年)(?:同期)?[为是]?\s*")
OF_WHOLE = re.compile(r"[，,]?\s*占[^，。；、\d]{0,14}")
SHARE_OF = re.compile(r"[^，。；、\d]{0,6}的\s*")
OUT_OF = re.compile(r"[^，。；、\d]{0,8}中[，,]?[^，。；、\d]{0,6}")
RATE = re.compile(r"[，,]\s*(?:完成|合格|达标|覆盖|通过|优秀|支付|签约|续签|公开)率(?:约?为|达到?|是)?\s*")
PERCENT, POINTS, TIMES = "%", ("个百分点", "百分点"), "倍"
HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Change:
    """A figure before and after, and the growth that the text states."""

    before: FoundQuantity
    after: FoundQuantity
    stated: FoundQuantity
    falls: bool


def check_growth(read: ReadPassage) -> Iterator[Finding]:
    """Changes and shares of a passage."""
    for change in (*changes(read), *changes_on_a_base(read)):
        yield from judge_change(change, read)
    for whole, part, share in (*shares(read), *shares_of_a_whole(read)):
        yield from judge_share(whole, part, share, read)
    for before, found in pairwise((None, *read.found)):
        if found is not None:
            yield from impossible(read, before, found)


def changes(read: ReadPassage) -> Iterator[Change]:
    """由200万元增至700万元，增长2.5倍; 700万元，比上年的200万元增长2.5倍."""
    text = read.text
    for one, two, stated in zip(read.found, read.found[1:], read.found[2:], strict=False):
        if not comparable(one, two) or not stated.quantity.exact or one.sentence != stated.sentence:
            continue
        said = THEN.fullmatch(text[two.end : stated.start])
        if said is None:
            continue
        between = text[one.end : two.start]
        grown = (
            CHANGED_TO.fullmatch(between) if FROM.search(text[max(one.start - 20, 0) : one.start]) else None
        )
        if grown:
            yield Change(
                one,
                two,
                stated,
                said["down"] is not None if said["up"] or said["down"] else bool(grown["down"]),
            )
        elif COMPARED.fullmatch(between) and (said["up"] or said["down"]):
            yield Change(two, one, stated, said["down"] is not None)


def changes_on_a_base(read: ReadPassage) -> Iterator[Change]:
    """700万元，同比增长2.5倍（2024年为200万元）."""
    text = read.text
    for after, stated, before in zip(read.found, read.found[1:], read.found[2:], strict=False):
        said = SINCE.fullmatch(text[after.end : stated.start])
        based = BASE.fullmatch(text[stated.end : before.start])
        if said and based and comparable(before, after) and stated.quantity.exact:
            yield Change(before, after, stated, said["down"] is not None)


def comparable(one: FoundQuantity, two: FoundQuantity) -> bool:
    """Whether two quantities are exact and of one unit; 200万 stands for 200万元 beside it."""
    units = {one.quantity.unit, two.quantity.unit} - {""}
    return one.quantity.exact and two.quantity.exact and len(units) == 1


def judge_change(change: Change, read: ReadPassage) -> Iterator[Finding]:
    """The stated growth against the computed one."""
    before, after, unit = base_of(change.before), base_of(change.after), change.stated.quantity.unit
    stated = change.stated.quantity.number or Decimal(0)
    if not before or unit not in (PERCENT, TIMES, *POINTS):
        return
    if change.before.quantity.unit == PERCENT:
        yield from judge_points(change, read)
        return
    low, high = growth_span(change)
    scale = HUNDRED if unit == PERCENT else Decimal(1)
    slack = half_unit(change.stated.quantity.digits)
    if unit in POINTS or low * scale - slack <= stated <= high * scale + slack:
        return
    exact = abs(after - before) / before * scale
    verb = "减少" if after < before else "增长"
    yield found_change(change, read, f"应为{verb} {rounded(exact)}{unit}")


def judge_points(change: Change, read: ReadPassage) -> Iterator[Finding]:
    """From 85% to 95% is 10个百分点, and not 10%."""
    difference = abs(base_of(change.after) - base_of(change.before))
    if change.stated.quantity.unit == PERCENT and change.stated.quantity.number == difference:
        yield found_change(change, read, f"两个百分比相差 {print_decimal(difference)}，应写“个百分点”")


def growth_span(change: Change) -> tuple[Decimal, Decimal]:
    """The least and the greatest growth that rounded figures leave room for; a fall counts as positive."""
    before, after = base_of(change.before), base_of(change.after)
    loose, tight = rounding_of(change.before), rounding_of(change.after)
    ends = [
        (after + up - before - down) / (before + down)
        for up in (-tight, tight)
        for down in (-loose, loose)
        if before + down
    ]
    ends = [-end for end in ends] if change.falls else ends
    return min(ends), max(ends)


def half_unit(digits: str) -> Decimal:
    """Half of the last printed digit."""
    _, _, part = digits.partition(".")
    return Decimal(5).scaleb(-len(part) - 1)


def rounded(number: Decimal) -> str:
    """At most two decimals."""
    return print_decimal(number.quantize(Decimal("0.01")))


def found_change(change: Change, read: ReadPassage, told: str) -> Finding:
    """The finding about a change."""
    before, after = change.before.quantity.text, change.after.quantity.text
    stated = change.stated.quantity.text
    message = f"由“{shown(before)}”到“{shown(after)}”，写的是“{shown(stated)}”，{told}"
    figures = tuple(map(shown, (before, after, stated)))
    return Finding(CODE, message, read.passage.place, "核对前后两个数和增减幅度，改正其中一处", figures)


# --- shares -------------------------------------------------------------------------------------


def shares(read: ReadPassage) -> Iterator[tuple[FoundQuantity, FoundQuantity, FoundQuantity]]:
    """Total, part and share of “共200个，其中甲50个，占25%”, where the sentence has one total only."""
    for position, (part, share) in enumerate(pairwise(read.found)):
        if share.quantity.unit != PERCENT or not SHARE.fullmatch(read.text[part.end : share.start]):
            continue
        earlier = [found for found in read.found[:position] if found.sentence == part.sentence]
        wholes = [found for found in earlier if found.quantity.unit == part.quantity.unit]
        named = wholes and "其中" in read.text[wholes[0].end : part.start]
        if wholes and named and all(found.quantity.exact for found in (wholes[0], part, share)):
            yield wholes[0], part, share


def shares_of_a_whole(read: ReadPassage) -> Iterator[tuple[FoundQuantity, FoundQuantity, FoundQuantity]]:
    """Total, part and share of “3.2亿元，占总额5亿元的64%” and of “120个中完成了90个，完成率为75%”."""
    for one, two, share in zip(read.found, read.found[1:], read.found[2:], strict=False):
        if not (comparable(one, two) and share.quantity.exact and share.quantity.unit == PERCENT):
            continue
        between, behind = read.text[one.end : two.start], read.text[two.end : share.start]
        if OF_WHOLE.fullmatch(between) and SHARE_OF.fullmatch(behind):
            yield two, one, share
        elif OUT_OF.fullmatch(between) and RATE.fullmatch(behind):
            yield one, two, share


def judge_share(
    whole: FoundQuantity, part: FoundQuantity, share: FoundQuantity, read: ReadPassage
) -> Iterator[Finding]:
    """The stated share against the computed one."""
    if not base_of(whole) or base_of(part) > base_of(whole):
        return
    computed = base_of(part) / base_of(whole) * HUNDRED
    loose = (rounding_of(part) / base_of(whole) + rounding_of(whole) / base_of(whole)) * HUNDRED
    stated = share.quantity.number or Decimal(0)
    if abs(computed - stated) <= half_unit(share.quantity.digits) + loose:
        return
    texts = tuple(shown(found.quantity.text) for found in (whole, part, share))
    message = f"“{texts[1]}”占“{texts[0]}”的 {rounded(computed)}%，写的是“{texts[2]}”"
    yield Finding(CODE, message, read.passage.place, "核对总数、分数和占比，改正其中一处", texts)


def impossible(read: ReadPassage, before: FoundQuantity | None, found: FoundQuantity) -> Iterator[Finding]:
    """占120%, 下降120%, 减少2倍."""
    number, unit = found.quantity.number, found.quantity.unit
    lead = read.text[before.end if before else 0 : found.start][-12:]
    if number is None or unit not in (PERCENT, TIMES):
        return
    falls = re.search(rf"(?:{DOWN})(?:了|达|幅(?:为|达)?)?$", lead)
    over = unit == PERCENT and number > HUNDRED and (falls or re.search("占比?(?:为|达|了)?$", lead))
    if over or (unit == TIMES and falls):
        text = shown(found.quantity.text)
        message = f"“{shown(lead[-6:])}{text}”不成立：占比和降幅不会超过 100%，减少不用倍数表示"
        hint = "核对这个数；原来的几倍减到一倍，写“减少百分之几”"
        yield Finding(CODE, message, read.passage.place, hint, (text,))
