"""How fast the Word pen is: against docxtpl itself on the same template, and over growing documents.

Run: python -m benchmarks.word
"""

from __future__ import annotations

import io
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from docxtpl import DocxTemplate

from generator.document import OfficialDocument, Paragraph, words
from generator.word import TemplateKind, make_template, standard_template, write_document
from generator.word.official import document_slots
from generator.word.pen import Pen
from generator.word.template import SANDBOX
from tests.word import samples

ROUNDS = 20
TEMPLATE = make_template(TemplateKind.DOCUMENT)
SENTENCE = "政府购买服务项目2016年共199个，金额35864.87万元。"


def milliseconds(work: Callable[[], object]) -> float:
    """The best of several rounds, in CPU milliseconds."""
    times = []
    for _ in range(ROUNDS):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times) * 1000


def of_length(paragraphs: int) -> OfficialDocument:
    """A document with that many paragraphs of about 120 characters."""
    body = tuple(Paragraph(f"段{number}", words(SENTENCE * 4)) for number in range(paragraphs))
    return replace(samples.plain_text(), body=body)


def with_docxtpl(slots: Mapping[str, Any]) -> bytes:
    """The same document by docxtpl's own render."""
    template = DocxTemplate(io.BytesIO(TEMPLATE))
    template.render(slots, SANDBOX)
    file = io.BytesIO()
    template.save(file)
    return file.getvalue()


def main() -> None:
    """Print both comparisons."""
    template = standard_template(TemplateKind.DOCUMENT)
    for name, document in (("notice", samples.provincial()), ("report", samples.report())):
        slots = document_slots(template, Pen(template.styles), document)
        whole = milliseconds(partial(write_document, document, template))
        fill = milliseconds(partial(template.fill, slots, document.title))
        theirs = milliseconds(partial(with_docxtpl, slots))
        print(
            f"{name}: tree to .docx {whole:.2f} ms; slots to .docx {fill:.2f} ms, by docxtpl {theirs:.1f} ms"
        )
        print(f"{'':{len(name)}}  ratio {theirs / fill:.0f}")
    for count in (10, 100, 1000, 10000):
        document = of_length(count)
        spent = milliseconds(partial(write_document, document, template))
        print(f"{count:6d} paragraphs: {spent:8.2f} ms, {spent / count * 1000:6.1f} µs each")


if __name__ == "__main__":
    main()
