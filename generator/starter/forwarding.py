"""`gongwen new notice --forward`: a notice drafted from the incoming text, and what is wrong with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import Any

from generator.chain.forwarding import Step, chain_to
from generator.chain.index import index_of
from generator.chain.levels import Addressing, find_body, usual_addressees
from generator.chain.resolving import resolve
from generator.checks.chains import check_chain_titles
from generator.checks.citations import check_citations
from generator.checks.forwarding import forwarding_faults
from generator.checks.issue import issues
from generator.checks.repealed import check_leanings
from generator.checks.stubs import check_stubs
from generator.compose.effective import issuers_of
from generator.compose.titles import chain_title, outer_name_of
from generator.compose.trees import compose_chosen
from generator.hanzi.calendar import print_day
from generator.hanzi.citations import Citation, find_citations
from generator.hanzi.docnumber import DocNumber
from generator.hanzi.titles import forwarding_title, parse_title, short_forwarding_title
from generator.library import Library, load_library
from generator.models.issued import IssuedDocument
from generator.models.policy import Policy
from generator.models.record import Disclosure
from generator.problems import Level, LibraryError, Place, Problem, in_order
from generator.source.writing import record_text
from generator.starter.placing import free_file

FOLDER, NAME = "documents", "新转发"
AIMS = (
    *(
        "做好",
        "加强",
        "推进",
        "加快",
        "规范",
        "进一步",
        "全面",
        "开展",
        "深化",
        "完善",
        "促进",
        "支持",
        "坚决",
    ),
    *("贯彻", "落实", "严格", "切实", "健全", "推动", "组织", "实施", "提高", "改进", "报送", "建立", "优化"),
)
"""Verbs that what a text is about begins with, so that 为…， can be said of it."""
SLIP = 0.85
"""How near an 编号 must be to pass for the one that was meant: 2022-41 for 2022-14, and no other year."""
UNKNOWN_ISSUER = "某市财政局"
"""Who forwards, where neither the command nor the library says it."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person who drafts asked for.

    Attributes:
        short: the title in the short form.
        issuer: the body that forwards; empty to let the library tell.
        addressees: 主送; none to propose them by the level of the body.
        original: the 编号 of the notice as it was issued, to be printed again; empty for a new one.
    """

    short: bool = False
    issuer: str = ""
    addressees: tuple[str, ...] = ()
    original: str = ""


@dataclass(frozen=True, slots=True)
class Drafted:
    """A notice that was put into the library.

    Attributes:
        file: where it lies.
        title: the title that it will bear.
        reason: what the 主送 rest on.
        chain: how the text came down, in one line.
        problems: what is wrong with it as it stands.
    """

    file: Path
    title: str
    reason: str
    chain: str
    problems: tuple[Problem, ...]


def new_forwarding(root: Path, forwarded: str, day: date, wishes: Wishes | None = None) -> Drafted:
    """Draft a forwarding notice into the library.

    Args:
        root: the library folder.
        forwarded: the policy that it forwards: its 编号, its 文号 in any spelling, or its title.
        day: the day by which deadlines are judged.
        wishes: what the person who drafts asked for.

    Raises:
        LibraryError: the library has no such policy, or several that can be meant; the 底本 does not
            forward it.
    """
    library, _ = load_library(root)
    draft = Draft(library, find_policy(library, forwarded), wishes or Wishes())
    file = free_file(root / FOLDER, f"{NAME}.md")
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(draft.text(file.stem), encoding="utf-8", newline="\n")
    chain = chain_line(library, draft.source)
    return Drafted(file, draft.title, draft.addressing.reason, chain, faults_of(root, file.stem, day))


def chain_line(library: Library, source: Policy) -> str:
    """The chain down to the incoming text: who, when, after how many days."""
    return " → ".join(step_words(library, step) for step in chain_to(library, source.id))


def step_words(library: Library, step: Step) -> str:
    """One text of the chain."""
    record = library.find(step.record, Policy)
    number = str(record.number) if record and isinstance(record.number, DocNumber) else step.record
    day = print_day(step.day) if step.day else "日期不详"
    apart = f"，隔 {step.apart} 天" if step.apart is not None else ""
    return f"{'、'.join(step.issuers)} {number}（{day}{apart}）"


def find_policy(library: Library, words: str) -> Policy:
    """The policy that is meant.

    Raises:
        LibraryError: there is none, or there are several.
    """
    known = library.find(words, Policy)
    if known is not None:
        return known
    cited = [*find_citations(words, index_of(library).codes)] or [Citation(words, None, 0, len(words), words)]
    meant = dict.fromkeys(name for citation in cited for name in resolve(library, citation).candidates)
    found = [policy for policy in (library.find(name, Policy) for name in meant) if policy is not None]
    if len(found) == 1:
        return found[0]
    if found:
        raise LibraryError([several(words, found)])
    ours = (library.find(name, IssuedDocument) for name in (words, *meant))
    own = next((document for document in ours if document is not None), None)
    raise LibraryError([our_own(library, own) if own else no_policy(library, words)])


def several(words: str, found: Sequence[Policy]) -> Problem:
    """More than one policy can be meant."""
    names = "、".join(policy.id for policy in found)
    return Problem(
        Level.ERROR,
        "NEW001",
        f"“{words}”可以指 {len(found)} 份政策",
        Place("policies"),
        f"写其中一份的编号：{names}",
    )


def our_own(library: Library, document: IssuedDocument) -> Problem:
    """A document of ours is meant, and only what came from others can be forwarded."""
    message = f"“{document.id}”是库里我们自己的公文，不是来文，不能用 --forward 转发"
    hint = "要转发它，先把印发稿录成政策（gongwen import 或 gongwen new policy），再写政策的编号"
    return Problem(Level.ERROR, "NEW001", message, library.place(document.id), hint)


def no_policy(library: Library, words: str) -> Problem:
    """No policy is meant; one whose 编号 differs by a slip of the hand is named."""
    near = get_close_matches(words, [policy.id for policy in library.every(Policy)], n=1, cutoff=SLIP)
    hint = f"是不是“{near[0]}”？" if near else "先用 gongwen import 或 gongwen new policy 录入来文，再转发"
    return Problem(Level.ERROR, "NEW001", f"库里没有“{words}”这份政策", Place("policies"), hint)


# --- the draft ------------------------------------------------------------------------------------


class Draft:
    """The notice as it is written: its fields, what is told about them, its words."""

    def __init__(self, library: Library, source: Policy, wishes: Wishes) -> None:
        self.library, self.source, self.wishes = library, source, wishes
        self.issuer = self.issuing_body()
        self.addressing = self.address()

    def issuing_body(self) -> str:
        """发文机关 in full: as asked for, else that of the 底本, else as the library tells."""
        asked = find_body(self.library, self.wishes.issuer)
        first = next(iter(self.original.issuers), "") if self.original else ""
        known = asked.name if asked else self.wishes.issuer
        return known or first or likely_issuer(self.library, self.source)

    def address(self) -> Addressing:
        """主送: as asked for, else by the level of the body."""
        if self.wishes.addressees:
            return Addressing(self.wishes.addressees, "照 --to")
        return usual_addressees(self.library, self.issuer)

    @cached_property
    def original(self) -> Policy | None:
        """The record of the notice as it was issued, where it is to be printed again.

        Raises:
            LibraryError: it does not forward the incoming text.
        """
        if not self.wishes.original:
            return None
        below = [policy for policy in self.library.chain_down(self.source.id) if isinstance(policy, Policy)]
        found = next((policy for policy in below if policy.id == self.wishes.original), None)
        if found is None:
            raise LibraryError([no_original(self.source, self.wishes.original, below)])
        return found

    @cached_property
    def chain(self) -> tuple[Policy, ...]:
        """The incoming text and what it forwards in turn, the nearest first."""
        return (self.source, *self.library.chain_up(self.source.id))

    @cached_property
    def long_title(self) -> str:
        """The title that encloses every level."""
        inner = chain_title(self.library, self.source) or self.source.title
        return forwarding_title(inner, outer_name_of(self.source))

    @cached_property
    def short_title(self) -> str:
        """The title in the short form: it names the text at the head of the chain."""
        head = self.chain[-1]
        return short_forwarding_title(f"{outer_name_of(head)}{head.title}")

    @property
    def title(self) -> str:
        """The title that the notice will bear."""
        return self.short_title if self.wishes.short else self.long_title

    def text(self, record_id: str) -> str:
        """The file."""
        written = record_text(self.fields(record_id), self.body(), FOLDER)
        return "\n".join(self.explained(written.split("\n")))

    def fields(self, record_id: str) -> dict[str, Any]:
        """The keys of the notice in their order; those that a 底本 gives are left to it."""
        head = {"类别": "公文", "编号": record_id}
        stated = {"标题": self.short_title} if self.wishes.short else {}
        if self.original is not None:
            asked = {"主送": list(self.wishes.addressees)} if self.wishes.addressees else {}
            return {**head, **stated, "行文方向": "下行", "底本": self.original.id, **asked}
        body = find_body(self.library, self.issuer)
        printer = body.printer if body and body.printer else "待补"
        return {
            **head,
            "文种": "通知",
            **stated,
            "行文方向": "下行",
            "发文机关": [self.issuer],
            "文号": "待补",
            "主送": list(self.addressing.names),
            "成文日期": "待补",
            "印发日期": "待补",
            "印发机关": printer,
            "公开属性": "待定",
            "关系": self.relations(),
            "附件": [{"记录": self.source.id, "全文附后": "是"}],
        }

    def relations(self) -> list[dict[str, str]]:
        """The text that is forwarded, and those above it in the chain."""
        above = ({"类型": "贯彻落实", "目标": text.id} for text in self.chain[1:])
        return [{"类型": "转发", "目标": self.source.id}, *above]

    def explained(self, lines: Sequence[str]) -> Iterator[str]:
        """The lines of the file, with a comment above those keys that ask for a choice."""
        notes = self.notes()
        for line in lines:
            key = line.partition(":")[0]
            yield from (f"# {note}" for note in notes.pop(key, ()))
            yield line

    def notes(self) -> dict[str, tuple[str, ...]]:
        """What the person who drafts is told, by key."""
        form = "标题用的是简化式" if self.wishes.short else "标题用嵌套式，由转发链自动构成，不用写“标题”"
        other = f"标题: {self.short_title}" if not self.wishes.short else "删去“标题”，就成为嵌套式"
        disclosure = self.source.disclosure
        stated = isinstance(disclosure, Disclosure) and disclosure is not Disclosure.UNDECIDED
        theirs = f"来文是“{disclosure}”；" if stated else "来文没有定公开属性；"
        return {
            "类别": (
                f"{form}：{self.title}",
                f"两种写法都通行（实务）；要换成{'嵌套式' if self.wishes.short else '简化式'}：{other}",
            ),
            "底本": ("照这份已经印发的通知重印，版头、主送、日期、附件从它取；要改的写在这里",),
            "主送": (f"{self.addressing.reason}；同类用顿号写在一条里，不同类各写一条",),
            "公开属性": (f"{theirs}由本机关在 主动公开、依申请公开、不予公开 里定一个",),
            "附件": ("来文全文附后，连同它自己的版头、附件和版记，另面编排",),
        }

    def body(self) -> str:
        """The set phrase, with the number of the incoming text at its first mention."""
        cited = f"{outer_name_of(self.source)}{{{{ 来文.全称 }}}}"
        way, head = "", self.chain[-1]
        if self.wishes.short and len(self.chain) > 1:
            by = f"{next(iter(self.source.issuers), '来文机关')}"
            way = f"{outer_name_of(head)}{{{{ 库.{head.id}.全称 }}}}已由{by}转发。"
        return f"{way}{purpose_of(head)}现将{cited}转发给你们，请认真贯彻执行。"


def no_original(source: Policy, original: str, below: Sequence[Policy]) -> Problem:
    """What was asked for as 底本 is no notice that forwards the text."""
    names = "、".join(policy.id for policy in below)
    hint = f"转发它的有 {names}" if names else "库里没有转发它的通知；起草新通知，不写 --original"
    message = f"“{original}”不是转发“{source.id}”的通知，不能作底本"
    return Problem(Level.ERROR, "NEW001", message, Place("policies"), hint)


def purpose_of(head: Policy) -> str:
    """为做好…，: what the text at the head of the chain is about, where its title says it with a verb."""
    innermost = parse_title(head.title).innermost
    return f"为{innermost.matter}，" if innermost.about and innermost.matter.startswith(AIMS) else ""


def likely_issuer(library: Library, source: Policy) -> str:
    """The body that forwards: the one below the issuer, else that of our own documents."""
    above = next((find_body(library, name) for name in source.issuers), None)
    below = [body.name for body in library.bodies.values() if above and body.superior == above.id]
    if len(below) == 1:
        return below[0]
    own = [name for document in library.every(IssuedDocument) for name in issuers_of(library, document)[:1]]
    among = [name for name in own if name in below] or ([] if below else own)
    return Counter(among).most_common(1)[0][0] if among else next(iter(below), UNKNOWN_ISSUER)


# --- what is wrong with it ------------------------------------------------------------------------


def faults_of(root: Path, record_id: str, day: date) -> tuple[Problem, ...]:
    """What is wrong with a notice if it goes out on a day, as far as it concerns what is forwarded."""
    library, _ = load_library(root)
    if record_id not in library:
        return ()
    trees = compose_chosen(library, (record_id,))
    found = [problem for issue in issues(library, trees) for problem in forwarding_faults(issue, day)]
    found += [*check_leanings(library, trees), *check_stubs(library), *check_chain_titles(library)]
    found += check_citations(library, trees)
    path = library.source(record_id).path
    return in_order({problem for problem in found if problem.place.path == path})
