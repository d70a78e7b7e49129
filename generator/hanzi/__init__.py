"""How official Chinese writes numbers, dates, document numbers and titles.

One module per thing: `numerals`, `calendar`, `docnumber`, `secrecy`, `bodies`, `marks`, `linebreaks`,
`widths`, `words`, `folding`.
"""
