"""What a text says of the bodies and people that it names, each fact with its places.

`read_facts(text, mentions)` (in `read`) gives `Facts` (`model`). `scene` lays the mentions over the
text; `offices`, `changes` (with `bodies` and `progress`), `policies` and `stances` hold the rules,
which `rules` lists by name and version; `vocabulary` is how their words are written. A fact is a
reading of the text: it is a candidate until somebody accepts it.
"""
