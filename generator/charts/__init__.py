"""Charts as SVG with the table of their numbers beside them; they know numbers and words, no records.

Every chart is drawn in per cents of its width and in em of its type, never in a box that is scaled:
letters keep their size on a narrow screen and on paper, and grow with the type that a reader chooses.
Colours stand in the style sheet (classes ink-1 … ink-6); series differ by texture as well.

`bars`, `grouped`     amounts side by side, from zero, each with its number as the record prints it
`columns`             counts by year, stacked by series
`lines`               one value after another where time is continuous
`timeline`, `chain`   what happened when, to scale, with the intervals in words
`region_table`        a table whose cells hold bars, regions in the order of their codes
"""

from generator.charts.bars import bars, grouped
from generator.charts.columns import columns
from generator.charts.lines import lines
from generator.charts.regions import RegionRow, region_table
from generator.charts.times import Event, Step, chain, timeline
from generator.charts.values import MOST_BARS, Cell, Chart, Point, Table

__all__ = [
    "MOST_BARS",
    "Cell",
    "Chart",
    "Event",
    "Point",
    "RegionRow",
    "Step",
    "Table",
    "bars",
    "chain",
    "columns",
    "grouped",
    "lines",
    "region_table",
    "timeline",
]
