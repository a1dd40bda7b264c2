"""What a text says of the bodies and people that it names, each fact with its places.

`read_facts(text, mentions)` (in `read`) gives `Facts` (`model`). `sentences` and `scene` lay the
mentions over the text; `tenures`, `arrangements`, `changes` (from `cues`, `effects` and `drivers`),
`policies` and `stances` hold the rules, which `rules` lists by name and version; `change_words`,
`status_words`, `policy_words` and `stance_words` hold the vocabularies. A fact is a reading of the
text: it is a candidate until somebody accepts it.
"""
