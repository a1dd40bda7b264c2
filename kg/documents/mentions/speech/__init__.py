"""What is quoted, who says it, and the documents that a text speaks of.

`quotations` finds quoted words; `speakers` finds who says them, by `tellers` and the patterns of
`speaker_words` (built of `speaker_nouns`), or by what stands `earlier`; `voices` names who it is
(a `voice`), by name or description, `antecedents` by pronoun, among the named and whom `someone`
describes; `utterances` puts these together. `publications` finds reports, letters and plans.
"""
