"""关系 of an imported text: what it cites, how it stands to it, and 存根 for texts that nobody has."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from generator.chain.citing import names_a_document
from generator.chain.index import index_of
from generator.chain.resolving import Resolution, resolve
from generator.compose.outline import OPENING
from generator.hanzi.citations import Citation, find_citations
from generator.hanzi.docnumber import DocNumber
from generator.hanzi.marks import bare_title, cited_titles
from generator.hanzi.titles import parse_title
from generator.importers.drafts import Draft
from generator.importers.records.bodies import WHOLE, composed, provisions, text_of
from generator.importers.records.context import Context
from generator.importers.records.documents import name_for, verb_of
from generator.importers.records.issuing import authority_of, body_by_code, region_of
from generator.importers.records.pending import PendingList
from generator.importers.records.policies import POLICY, PolicyDraft, in_order, policy_keys
from generator.library import Library
from generator.models.fields import Absent
from generator.models.policy import RelationType, TextState

FIRST_ARTICLE = "第一条"
MOST_STUBS = 500
"""A text that cites more than this is a list of titles; what is beyond stays in the text alone."""
ANGLES = str.maketrans("<>＜＞", "〈〉〈〉")
"""The signs for less and more, as texts typed in haste have them for 书名号."""
OPENINGS = (OPENING, WHOLE, FIRST_ARTICLE)
"""Where a text says on what it rests."""
NEAR = 2000
"""Characters before and behind a citation that can say how it is cited: room for a long list of titles."""
BRACKETED = re.compile(r"[（(][^（）()]*[）)]|[“‘][^”’]*[”’]")
CLAUSE = re.compile(r"[^。；！？]*$")
CLAUSE_AFTER = re.compile(r"^[^。；！？]*")
RESTS_ON = re.compile(r"(?:根据|依据|依照|按照|遵照|据)[^，：]*$")
CARRIES_OUT = re.compile(r"(?:贯彻落实|贯彻执行|贯彻|落实|实施)[^，：]*$")
FORWARDED = re.compile(r"(?:现|将|予以?)?(?:转发|批转)(?:给|至|你|各|，|$)")
ISSUED = re.compile(r"(?:现|将|予以?)?(?:印发|发布|公布)(?:给|至|你|各|，|$)")
ISSUED_BEFORE = re.compile(r"^\s*(?:现|兹)(?:予以?)?(?:印发|发布|公布|颁布)$")
"""现发布《…》，自…起施行。"""
HANDED_ON = re.compile(r"^\s*(?:现|兹)?(?:将|把)[^，]{0,20}$")
REPEALED = re.compile(r"^[^，]*?(?:，?(?:现|一并|同时|相应|予以)?)*废止")
AMENDED = re.compile(r"^[^，]*?(?:作|做)(?:如下|出如下|以下|出以下)?修改")
RECEIVED = re.compile(r"^[^，]*?(?:收悉|收到|悉)")
OF_ITSELF = re.compile(r"本\s*$")
"""In front of 《…》 that is the text itself: 按照本《实施细则》."""
SUPERSEDING = (RelationType.FORWARDS, RelationType.ISSUES)


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation with its place."""

    citation: Citation
    anchor: str
    type: RelationType


def cited_in(draft: PolicyDraft, codes: Iterable[str]) -> Iterator[Cited]:
    """Every citation of a text with its provision and the way it is cited."""
    known = frozenset(codes)
    for anchor, block in provisions(composed(draft.body)):
        text = text_of(block)
        plain = without_titles(text)
        for citation in find_citations(text, known):
            if not OF_ITSELF.search(text[max(citation.start - NEAR, 0) : citation.start]):
                yield Cited(citation, anchor, type_of(plain, citation, anchor))


def type_of(plain: str, citation: Citation, anchor: str) -> RelationType:
    """How a citation stands in its sentence.

    Args:
        plain: the text around it, without its titles.
        citation: what is cited, with its place in the text.
        anchor: the provision that it stands in.
    """
    before = CLAUSE.search(without_brackets(plain[max(citation.start - NEAR, 0) : citation.start]))
    after = CLAUSE_AFTER.match(without_brackets(plain[citation.end : citation.end + NEAR]))
    lead, rest = (before[0] if before else ""), (after[0] if after else "")
    for form, kind in (
        (REPEALED, RelationType.REPEALS),
        (AMENDED, RelationType.AMENDS),
        (RECEIVED, RelationType.REPLIES),
    ):
        if form.search(rest) and anchor_allows(kind, anchor):
            return kind
    clause = lead.rsplit("，", 1)[-1]
    if anchor in OPENINGS and (
        ISSUED_BEFORE.search(clause) or HANDED_ON.search(clause) or not lead.strip("□")
    ):
        if FORWARDED.search(rest):
            return RelationType.FORWARDS
        if ISSUED.search(rest) or ISSUED_BEFORE.search(clause):
            return RelationType.ISSUES
    if anchor in OPENINGS and RESTS_ON.search(clause):
        return RelationType.BASIS
    return RelationType.IMPLEMENTS if CARRIES_OUT.search(clause) else RelationType.CITES


def anchor_allows(kind: RelationType, anchor: str) -> bool:
    """A letter that was received is named in the opening only."""
    return kind is not RelationType.REPLIES or anchor in OPENINGS


def without_titles(text: str) -> str:
    """A text with what stands in 书名号 blanked out, positions kept."""
    pieces, done = [], 0
    for _, start, end in cited_titles(text):
        pieces += [text[done:start], "□" * (end - start)]
        done = end
    return "".join((*pieces, text[done:]))


def without_brackets(text: str) -> str:
    """A text with what stands in brackets and quotation marks blanked out, positions kept."""
    return BRACKETED.sub(lambda match: "□" * len(match[0]), text)


# --- relations ------------------------------------------------------------------------------------


@dataclass(slots=True)
class Relating:
    """Resolves the citations of an import and makes stubs for what nobody has.

    `library` holds the records of the import as well; `numbers` are the 文号 that the texts themselves
    give to a title somewhere.
    """

    library: Library
    context: Context
    numbers: dict[str, DocNumber] = field(default_factory=dict)
    stubs: dict[str, Draft] = field(default_factory=dict)

    @property
    def codes(self) -> frozenset[str]:
        """机关代字 that are known."""
        return index_of(self.library).codes

    def relate(self, drafts: Sequence[PolicyDraft]) -> None:
        """Write the relations of some texts."""
        found = [(draft, [*cited_in(draft, self.codes)]) for draft in drafts]
        for _, several in found:
            for one in several:
                if one.citation.title and one.citation.number:
                    self.numbers.setdefault(bare_title(one.citation.title), one.citation.number)
        for draft, several in found:
            for one in several:
                self.add(draft, one)
            self.add_title(draft)

    def add(self, draft: PolicyDraft, cited: Cited) -> None:
        """One relation, unless it points at the text itself or stands there already."""
        resolution = resolve(self.library, cited.citation)
        target = resolution.record or next(iter(resolution.candidates), "")
        if not target or (target == draft.id and is_namesake(draft, cited.citation)):
            target = self.stub_for(cited, draft)
        if not target or target == draft.id:
            return
        relation = {"类型": cited.type.value, "目标": target, "锚": cited.anchor}
        if repeats(relation, draft.relations):
            return
        draft.relations.append(relation)
        if resolution.candidates and not resolution.certain:
            tell_doubt(draft, len(draft.relations), cited.citation, resolution)

    def add_title(self, draft: PolicyDraft) -> None:
        """What the title itself says: 关于转发《…》的通知, where the text said it in other words."""
        title = draft.data["标题"]
        parsed, kind = parse_title(title), TITLE_VERBS.get(verb_of(title))
        if kind is None or parsed.inner is None or any(one["类型"] == kind.value for one in draft.relations):
            return
        inner = f"{parsed.outer}{parsed.inner}"
        citation = Citation(str(parsed.inner), self.numbers.get(bare_title(inner)), 0, len(inner), inner)
        same = [one for one in draft.relations if one["类型"] == RelationType.CITES.value]
        target = resolve(self.library, citation).record
        for one in same:
            if one["目标"] == target:
                one["类型"] = kind.value
                return
        self.add(draft, Cited(citation, "标题", kind))

    def stub_for(self, cited: Cited, draft: PolicyDraft) -> str:
        """The 编号 of the stub of a text that nobody has; empty where the citation names no document."""
        citation = cited.citation
        number = citation.number or self.numbers.get(bare_title(citation.title))
        if not names_a_document(replace(citation, number=number)):
            return ""
        key = number.key if number else bare_title(citation.title)
        if key not in self.stubs and len(self.stubs) >= MOST_STUBS:
            return ""
        if key not in self.stubs:
            title = bare_title(citation.title.translate(ANGLES)) if citation.title else ""
            self.stubs[key] = self.make_stub(title, number, draft, cited.anchor)
        return self.stubs[key].id

    def make_stub(self, title: str, number: DocNumber | None, draft: PolicyDraft, anchor: str) -> Draft:
        """A record that says no more than the citation does."""
        pending = PendingList()
        issuers = stub_issuers(self.library, title, number)
        genre = parse_title(title).genre
        if not title:
            pending.add("标题", [], "原文只引了文号")
        record_id = self.context.names.claim(name_for(number, title))
        data = policy_keys(title or str(number), number, TextState.STUB, pending) | {
            "编号": record_id,
            "发文机关": list(issuers),
            "效力级别": pending.take("效力级别", authority_of(self.library, genre, issuers, number, title)),
            "地区": pending.take("地区", region_of(self.library, issuers, title)),
            "来源": [{"名称": draft.data["标题"], "部分": anchor}],
        }
        data["待确认"] = pending.entries
        return Draft(record_id, POLICY, self.context.folder("policies"), in_order(data))


def is_namesake(draft: PolicyDraft, citation: Citation) -> bool:
    """Whether a citation with the title of a text bears the number of another: last year's notice."""
    own = draft.data.get("文号", Absent.NOT_WRITTEN.value)
    return citation.number is not None and own not in (Absent.NOT_WRITTEN.value, str(citation.number))


TITLE_VERBS = {
    "转发": RelationType.FORWARDS,
    "批转": RelationType.FORWARDS,
    "印发": RelationType.ISSUES,
    "修改": RelationType.AMENDS,
    "废止": RelationType.REPEALS,
    "贯彻落实": RelationType.IMPLEMENTS,
    "贯彻": RelationType.IMPLEMENTS,
    "落实": RelationType.IMPLEMENTS,
}


def repeats(relation: dict[str, str], known: Sequence[dict[str, str]]) -> bool:
    """Whether a relation stands there already; a text that is forwarded is not cited as well."""
    for other in known:
        if other["目标"] != relation["目标"]:
            continue
        if other == relation or (other["类型"] in SUPERSEDING and relation["锚"] in (*OPENINGS, other["锚"])):
            return True
    return False


def tell_doubt(draft: PolicyDraft, position: int, citation: Citation, resolution: Resolution) -> None:
    """The target of a relation is a guess."""
    reason = f"引文“{citation.spelled}”：{resolution.reason}"
    draft.pending.add(f"关系.{position}.目标", resolution.candidates, reason)


def stub_issuers(library: Library, title: str, number: DocNumber | None) -> tuple[str, ...]:
    """Who issued a text that is only cited: by its 机关代字, else by the body that its title begins with."""
    known = body_by_code(library, number)
    named = parse_title(title).body
    if not known and named in library.bodies_by_name:
        known = named
    if not known and number is not None and not number.year:
        known = number.code
    return (known,) if known else ()
