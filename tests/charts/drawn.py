"""What a test reads of a chart: the SVG as a tree, its words, its bars."""

from __future__ import annotations

from decimal import Decimal
from xml.etree import ElementTree as ET

from generator.charts import Chart


def tree(chart: Chart) -> ET.Element:
    """The SVG parsed."""
    return ET.fromstring(chart.svg)


def words(chart: Chart) -> list[str]:
    """The words that are drawn, in their order; title and description are not drawn."""
    return [element.text or "" for element in tree(chart).iter("text")]


def bar_lengths(chart: Chart) -> list[Decimal]:
    """The widths of the bars in per cent, without those of a legend, which are in em."""
    bars = (element for element in tree(chart).iter("rect") if "bar" in element.get("class", "").split())
    widths = (element.get("width", "") for element in bars)
    return [Decimal(width.removesuffix("%")) for width in widths if width.endswith("%")]


def table(chart: Chart) -> list[list[str]]:
    """The rows of the table as words."""
    return [[cell.text for cell in row] for row in chart.table.rows]
