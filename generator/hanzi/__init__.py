"""How official Chinese writes numbers, dates, document numbers, citations and titles.

One module per thing: `numerals`, `calendar`, `docnumber`, `citations`, `titles`, `secrecy`, `bodies`,
`marks`, `linebreaks`, `widths`, `words`, `folding`.
"""
