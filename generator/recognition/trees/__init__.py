"""From paragraphs whose parts are known to the tree of a document.

One module per thing: `pieces` (who owns which paragraph), `tables`, `statutes` (编, 章, 节, 条), `blocks`,
`masthead`, `closing`, `imprint`, `notes` and `attachments` (附件说明 and what belongs to it), `sorting`
(the pieces of one 公文 by what they are), `official` (the whole 公文), `articles` (everything else) and
`shells` (what a web page says about a text).
"""
