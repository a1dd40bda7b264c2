"""What is reckoned of a release, asked by texts and told alike wherever it is asked.

Each answer (`answer.Answer`) is JSON and a table; the command line and the service both send it.
`networks` tells who shared officers and measures networks, `connections` how two things are
connected, `audits` what sources say against what can be counted, `since` what changed in an area,
`releases` what two releases do not have in common, `pictures` the plots, `statements` and
`evidence` what is said of a thing and where, `latest` how new the sources of an answer are,
`holdings` what a release holds and what is missing, `words` the glossary and the classes.
"""
