"""Two texts side by side: which texts belong together, whose provisions answer each other, what differs.

`pairs` (which texts, and where their page stands), `provisions` (a text as provisions with sentences),
`aligning` (which provision answers which), `sentences` (what differs between two), `page` (the page).
Everything is worked out when the site is built, so that the pages read without scripts.
"""
