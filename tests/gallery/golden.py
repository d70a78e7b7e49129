"""The files under `expected/`: what each sample says and where it says it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from generator.recognition import recognise
from generator.recognition.facts import Where
from generator.recognition.reading import read_facts
from generator.recognition.roles import Recognised
from tests.gallery.catalogue import EXPECTED

OUTLINE, FACTS = "outline.txt", "facts.yaml"
WIDEST = 110
MARGINS = (Where.HEADER, Where.FOOTER)


def recognised(content: bytes) -> Recognised:
    """A Word file with its paragraphs told apart."""
    return recognise(read_facts(content, "样张"))


def outline_of(content: bytes) -> str:
    """Each paragraph as “role│words”, each table row as one line; rows and boxes where they are anchored."""
    return "".join(f"{line}\n" for line in outline_lines(recognised(content)))


def outline_lines(found: Recognised) -> Iterator[str]:
    """The lines of an outline; empty lines of the text are told apart, margins are left out."""
    for paragraph in found.facts.paragraphs:
        if paragraph.where in MARGINS or paragraph.table is not None:
            continue
        words = "／".join(paragraph.lines).replace("\t", "→")
        yield f"{found.role(paragraph.number)}│{words}"
    tables = [table for table in found.facts.tables if table.where not in MARGINS]
    for number, table in enumerate(tables, start=1):
        for row in table.rows:
            cells = ("".join(found.facts.paragraph(one).text for one in cell.paragraphs) for cell in row)
            yield f"表{number}│" + "│".join(cells).replace("\t", "→")


def facts_text(facts: Mapping[str, Any]) -> str:
    """The facts of a sample as a file."""
    head = "# 在 LibreOffice 排出的页面上量得，单位毫米，从纸的左上角量起；应＝标准的要求，实＝量得。\n"
    listed = {key: [Flow(one) for one in facts[key]] for key in ("各面", "要素")}
    return head + yaml.dump(
        {**facts, **listed}, Dumper=Dumper, allow_unicode=True, sort_keys=False, width=WIDEST
    )


class Flow(dict[str, Any]):
    """An entry that stands on one line."""


class Dumper(yaml.SafeDumper):
    """Writes entries on one line each."""


def write_flow(dumper: yaml.SafeDumper, entry: Flow) -> yaml.Node:
    """An entry in braces."""
    return dumper.represent_mapping("tag:yaml.org,2002:map", entry.items(), flow_style=True)


Dumper.add_representer(Flow, write_flow)


def expected_outline(sample: str) -> str:
    """What a sample shall say."""
    return (EXPECTED / sample / OUTLINE).read_text(encoding="utf-8")


def expected_facts(sample: str) -> Any:
    """Where a sample shall say it."""
    return yaml.safe_load((EXPECTED / sample / FACTS).read_text(encoding="utf-8"))


def write_golden(sample: str, outline: str, facts: str) -> None:
    """Write both files of a sample."""
    folder: Path = EXPECTED / sample
    folder.mkdir(parents=True, exist_ok=True)
    (folder / OUTLINE).write_text(outline, encoding="utf-8", newline="\n")
    (folder / FACTS).write_text(facts, encoding="utf-8", newline="\n")
