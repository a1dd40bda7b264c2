"""Writes: one process has a store open for writing, and every commit makes a release.

Read `work` (what can be asked), `text` (an update as its operations), `parts` (the same in
portions that the engine can read), `run` (one piece of work on the graphs of users) and `plain`
(the same on foreign data), `policy` (whether it may break shapes), `history` (what each commit
did), `desk` (a commit from end to end), `large` (the same for what cannot be held), `writer` (the
order of the steps). What is made of the graph follows: `concern` tells whether it has to,
`standing` how far it has come, `follow` makes it. `kg.release.live` keeps the folders.
"""
