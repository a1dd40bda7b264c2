"""Writes: one process has a store open for writing, and every commit makes a release.

Read `work` (what can be asked), `text` (an update as its operations), `run` (one piece of work on
the graphs of users) and `plain` (the same on foreign data), `history` (what each commit did),
`writer` (the order of the steps). `kg.release.live` keeps the folders.
"""
