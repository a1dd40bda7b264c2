"""Mergers and splits: what each sentence tells of one, brought together change by change.

`read` gives the changes of a text. `cues` reads one sentence, by the vocabulary in `words`,
`ending` (of bodies that end, and one in their place) and `at_large` (of no merger at all);
`drivers` what presses for it. `telling` is a change while it is read; `sameness` tells which one
a sentence goes on about, by the words in `going_on`; `beside` reads those told next to another,
`several` those told at once; `unnamed` finds the bodies of those told without names.
"""
