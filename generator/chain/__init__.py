"""How documents depend on each other: what a citation means, what is in force, how a text was forwarded.

One module per thing: `index` (the titles and numbers of a library), `resolving` (citation → record),
`citing` (the citations of a library's texts), `effect` (in force or not on a day),
`leaning` (who leans on what has ended), `boilerplate` (words of templates), `forwarding` (the chain with
its intervals), `deadlines`, `levels` (which body stands above which, and whom it addresses), `prefixes`
(bodies that titles begin with).
"""
