"""Makes the golden files and the page 版式图鉴 anew: python -m tests.gallery.renew.

Look at the pictures and at the differences before keeping them.  Pictures need Pillow.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium

from tests.gallery.catalogue import PICTURES, SITE_TEXT, Sample, samples
from tests.gallery.golden import facts_text, outline_of, write_golden
from tests.gallery.measuring import sample_facts
from tests.gallery.river import lay_out, open_library, print_gallery
from tests.gallery.site_page import page_text
from tests.rendering import read_pages

RESOLUTION = 70
"""Dots per inch of the pictures."""
COLOURS = 12
POINTS = 72


def renew() -> None:
    """Write everything that is made from the gallery."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        gallery = print_gallery(open_library(folder))
        printed = lay_out(gallery.files, folder)
        facts = {sample.id: sample_facts(sample, read_pages(printed[sample.id])) for sample in samples()}
        sizes = {sample.id: draw(sample, printed[sample.id]) for sample in samples()}
    for sample in samples():
        write_golden(sample.id, outline_of(gallery.files[sample.id]), facts_text(facts[sample.id]))
    SITE_TEXT.write_text(page_text(facts, sizes), encoding="utf-8", newline="\n")


def draw(sample: Sample, file: Path) -> tuple[int, int]:
    """Draw the telling page of a sample in few colours, and say how large the picture is."""
    document = pdfium.PdfDocument(file)
    try:
        picture: Any = document[sample.page - 1].render(scale=RESOLUTION / POINTS).to_pil()
    finally:
        document.close()
    PICTURES.mkdir(parents=True, exist_ok=True)
    picture.convert("RGB").quantize(COLOURS).save(PICTURES / f"{sample.id}.png", optimize=True)
    return int(picture.width), int(picture.height)


if __name__ == "__main__":
    renew()
