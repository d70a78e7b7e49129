"""Charts on pages: their numbers from the records, each with what was counted and what was left out.

Pages call `figure(sheet, chart, anchor=…, scope=…, link=…)` for a chart of their own, and from the
modules below, each of which imports no page:

`statistics.add_statistics_charts(sheet, table, prefix)`   the charts of one 统计表
`timelines.add_event_timeline(sheet, practice)`            the 大事记 of a 地区实践
`timelines.add_series_charts(sheet, measures)`             every 数据 with a 序列
`chains.chain_chart(shelf, record)`                        the chain diagram of a text
`regional.add_region_charts(sheet, region)`                the charts of one region
`regional.add_region_table(sheet, regions)`                regions with bars in the order of their codes
`pages.overview_pages(shelf)`                              图表: the pages of the whole library

A chart with fewer than two numbers has no picture: `figure` shows its table, the `add_…` functions of
single records add nothing.
"""

from generator.pages.overview.figure import figure

__all__ = ["figure"]
