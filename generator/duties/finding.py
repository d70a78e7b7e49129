"""What a text demands of whom, until when and how strongly, read from its sentences.

A demand is a sentence (or its part up to a prohibition) with a word of force and something to be
done: to report, draw up, disclose, sign, appraise.  Exhortations alone (要高度重视) are none.  Nothing
here is certain: an importer stores what was found as 待确认, and a person decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from generator.compose.outline import OPENING, anchors_of
from generator.document import Block, Blocks, Heading, Paragraph, plain
from generator.duties.forces import Force, forces_in, main_force
from generator.duties.phrases import find_deadline
from generator.duties.subjects import head_of

WHOLE = "正文"
SENTENCE = re.compile(r"[^。；！？]+[。；！？]?[”’」』）]*")
DEEDS = re.compile(
    "报送|报告|上报|报备|填报|备案|编制|编报|制定|制订|出台|印发|公开(?!招标|择优|竞争)|公告|公示|公布|发布|签订|续签|评估|评价|验收|审核|"
    "审批|批准|审查|汇总|统计|总结|提炼|征求|论证|纳入|列入|调整|建立|保持一致|执行|遵照|贯彻|支付|跟踪|明确|提交|"
    "反馈|登记|保存|存档|自查|整改|排查|清理|确定|不超过|招标|采购|[^，。；]{0,6}报[^，。；]{2,30}(?:局|厅|部|部门|政府)"
)
HANDING_IN = re.compile("报送|上报|报备|填报|备案|公开(?!招标|择优|竞争)|公告|公示|提交|反馈|编报")
EVERYBODY = ("任何", "一切", "其他")
CASE_IN_POINT = re.compile("(?:对|凡|如|未|没有|已|属于|任何)(?!.*要)")
"""Opens the part of a sentence that says what a prohibition is about: 对预算未安排事项，不得…."""


@dataclass(frozen=True, slots=True)
class FoundDemand:
    """A demand as it was found.

    Attributes:
        anchor: the provision as staff name it: 三（一）, 第十条, 引言, 正文.
        who: the bodies it speaks to; empty where neither the text nor its 主送 tell.
        what: what is to be done or left, in the words of the text.
        until: the words of the deadline, or empty.
        force: how strongly.
        sentence: the whole sentence.
        said: whether the bodies stand in this sentence, and were not taken from one before it or from 主送.
    """

    anchor: str
    who: tuple[str, ...]
    what: str
    until: str
    force: Force
    sentence: str
    said: bool

    @property
    def concrete(self) -> bool:
        """Whether it belongs on a list of things to do: it has a deadline, or a paper to hand in."""
        return bool(self.until) or (
            self.force is not Force.MUST_NOT and HANDING_IN.search(self.what) is not None
        )


def find_demands(
    blocks: Blocks, addressees: tuple[str, ...] = (), least: Force = Force.ON_PRINCIPLE
) -> tuple[FoundDemand, ...]:
    """The demands of a text in reading order.

    Args:
        blocks: the body of a policy, as composed or recovered.
        addressees: its 主送, spoken to where a sentence and those before it name nobody.
        least: the weakest force that still counts; 鼓励 and 可以 do not unless asked for.
    """
    reader = DemandReader(addressees, {block_id: name for name, block_id in anchors_of(blocks).items()})
    headed = any(
        isinstance(block, Heading) or (isinstance(block, Paragraph) and block.lead) for block in blocks
    )
    reader.anchor = OPENING if headed else WHOLE
    found = (demand for block in blocks for demand in reader.read(block))
    return tuple(demand for demand in found if demand.force.rank <= least.rank)


@dataclass(slots=True)
class DemandReader:
    """Where the reading stands: the open provision, and who was spoken to last."""

    addressees: tuple[str, ...]
    names: dict[str, str]
    anchor: str = WHOLE
    level: int = 0
    spoken_to: dict[int, tuple[str, ...]] = field(default_factory=dict)
    """By the level of the heading under which it was said; 0 before any."""

    def read(self, block: Block) -> Iterator[FoundDemand]:
        """The demands of one block; tables demand nothing."""
        if isinstance(block, Heading):
            self.enter(block)
        elif isinstance(block, Paragraph):
            if block.lead:
                self.enter(block.lead)
            for sentence in SENTENCE.findall(plain(block.inlines)):
                yield from self.read_sentence(sentence.strip())

    def enter(self, heading: Heading) -> None:
        """A provision begins; what was said to somebody in one beside it no longer counts."""
        self.anchor = self.names.get(heading.id, self.anchor)
        self.level = heading.level
        self.spoken_to = {level: who for level, who in self.spoken_to.items() if level < heading.level}

    def read_sentence(self, sentence: str) -> Iterator[FoundDemand]:
        """The demand of a sentence and its prohibition, where it has both."""
        said = head_of(sentence)
        for part in parts_of(sentence):
            demand = self.demand_in(part, sentence, said)
            if demand:
                yield demand
        lasting = not said[:1] or not said[0].startswith(EVERYBODY)
        if said and lasting and all(force.binds for force, _ in forces_in(sentence)):
            self.spoken_to[self.level] = said

    def demand_in(self, part: str, sentence: str, said: tuple[str, ...]) -> FoundDemand | None:
        """A part of a sentence as a demand; an exhortation without a deed or a deadline is none."""
        forces = forces_in(part)
        until = find_deadline(part)
        if not forces or not (
            until or forces[0][0] is Force.MUST_NOT or DEEDS.search(part, forces[0][1].end())
        ):
            return None
        force = main_force(tuple(force for force, _ in forces))
        who = said or (self.addressees if force is Force.PLEASE else ()) or self.before()
        return FoundDemand(self.anchor, who, what_of(part, said), until, force, sentence, bool(said))

    def before(self) -> tuple[str, ...]:
        """Whom the sentences before this one spoke to, the nearest first; else the addressees."""
        return self.spoken_to[max(self.spoken_to)] if self.spoken_to else self.addressees


def parts_of(sentence: str) -> Iterator[str]:
    """A sentence cut where an order turns into a prohibition: “要同步填报…，不得拆分…”."""
    parts = sentence.split("，")
    start, said = 0, Force.MUST_NOT
    for position, part in enumerate(parts):
        forces = [force for force, _ in forces_in(part)]
        if forces[:1] == [Force.MUST_NOT] and said is not Force.MUST_NOT:
            cut = position - (CASE_IN_POINT.match(parts[position - 1]) is not None)
            if cut > start:
                yield "，".join(parts[start:cut])
                start = cut
        said = forces[-1] if forces else said
    yield "，".join(parts[start:])


def what_of(part: str, said: tuple[str, ...]) -> str:
    """What is to be done: the words behind the bodies and their word of force."""
    words = part.strip("。；！？，")
    joined = re.match(rf"(?:请|由)?{'[、和及与以]+'.join(map(re.escape, said))}", words) if said else None
    rest = words[joined.end() :] if joined else words
    opening = forces_in(rest)[:1]
    if opening and opening[0][1].start() == 0 and opening[0][0] is not Force.MUST_NOT:
        rest = rest[opening[0][1].end() :]
    return rest.strip("，")
