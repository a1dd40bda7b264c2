"""What is quoted, who says it, and the documents that a text speaks of.

`quotations` finds quoted words; `speakers` finds who says them, by `tellers` and the patterns of
`speaker_words` (built of `speaker_nouns`); `voices` names who it is, by name, pronoun or
description; `utterances` puts these together. `publications` finds reports, letters and plans.
"""
