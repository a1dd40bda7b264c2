"""The documentation: Markdown that lies in the rooms it speaks of, served at `/docs`.

A file is a page if its first line is `<!-- docs: how-to/backup -->`: its kind, and its name. The
second line is its title. `gathered` finds the pages and puts them in their order; `generated` makes
the parts that are read from code, ontology and queries, where a line `<!-- generated: commands -->`
stands; `rendered` makes HTML of Markdown and `links` has each link lead where the service has it;
`found` searches titles and headings. `answer` sends pages in a reader, `routes` are the addresses.
`pages` holds the pages that speak of no single room. `tests/docs` runs what they tell to type.
"""
