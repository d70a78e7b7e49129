"""Trees with every closing, by names of ASCII letters, and how they are written."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from generator.document import Blocks, OfficialDocument, Signature, SignatureMode
from generator.standard import ImprintPage, LocalCustom
from generator.word import kind_for, standard_template, write_document
from tests.rendering import Page
from tests.word import samples_closing as closing

CHARACTER = 156 / 28
LINE = 28.95 * 25.4 / 72
SEAL = SignatureMode.SEAL
EVEN = LocalCustom(imprint_page=ImprintPage.EVEN)


def documents() -> dict[str, OfficialDocument]:
    """Every tree of these tests by a name of ASCII letters."""
    signed = closing.signed_with
    bodies = closing.BODIES
    return {
        "equal": signed(("濮阳市财政局",), date(2017, 6, 9)),
        "longdate": signed(("财政局",), closing.LONG_DAY),
        "longname": signed(("濮阳市人力资源和社会保障局",), closing.DAY),
        "twoplain": signed(("濮阳市人力资源和社会保障局", "濮阳市公安局"), closing.DAY),
        "seal": signed(bodies[:1], closing.DAY, SEAL),
        "longseal": signed(("濮阳市人力资源和社会保障局",), closing.DAY, SEAL),
        **{f"seal{count}": signed(bodies[:count], closing.DAY, SEAL) for count in (2, 3, 4, 5)},
        "stamp": closing.stamped("濮阳市人民政府市长"),
        "stamps": closing.stamped("濮阳市财政局局长", "濮阳市人力资源和社会保障局局长"),
        "one": closing.one_attachment(),
        "twelve": closing.twelve_attachments(),
        "imprint": closing.full_imprint(),
        "letter": closing.letter(),
        "many": closing.many_addressees(),
        "body": closing.sideways_in_body(),
        "attached": closing.sideways_attachments(),
        "last": closing.sideways_last(),
        "onepage": closing.sideways_on_one_even_page(),
        "twoshort": closing.two_short_paragraphs(),
        "alone": closing.filling(106, attachments=closing.attached(closing.LONG_TITLE)),
        "sealedalone": closing.filling(150, signature=Signature(closing.BODIES[:3], closing.DAY, SEAL)),
        **{f"text{count}": closing.text_of(count) for count in (5, 6, 7, 25, 27, 29)},
    }


def even_documents() -> dict[str, OfficialDocument]:
    """Trees for the 版记 on an even page: one ends on an odd, two end on an even page."""
    return {
        "odd": closing.text_of(30, signature=None),
        "short": closing.text_of(12, signature=None),
        "full": closing.text_of(28, signature=None),
    }


def unsigned_documents() -> dict[str, OfficialDocument]:
    """Trees that close with 附件说明 or 附注 and have no signature, one enclosed in another."""
    listed = closing.attached(closing.LONG_TITLE)
    digest = closing.filling(100, signature=None, attachments=listed, note="本件为摘编", imprint=None)
    return {
        "unsigned": closing.filling(106, signature=None, attachments=listed),
        "noted": closing.filling(104, signature=None, note="此件公开发布"),
        "pages": closing.notice(body=lines_of(44), signature=None, note="此件公开发布"),
        "enclosed": closing.enclosing(digest),
        **{f"noted{count}": closing.text_of(count, signature=None, note="此件公开发布") for count in (9, 31)},
    }


def lines_of(count: int) -> Blocks:
    """A body of so many lines in two paragraphs."""
    half = closing.filling(28 * count // 2).body
    return (*half, *half)


def write(document: OfficialDocument, custom: LocalCustom | None = None) -> bytes:
    return write_document(document, standard_template(kind_for(document.format), custom))


Pages = Mapping[str, tuple[Page, ...]]


def page_with(pages: tuple[Page, ...], words: str) -> Page:
    """The first page that has a line with these words."""
    return next(page for page in pages if any(words in line.text for line in page.lines))
