"""What the engine would have to pass over whole, kept beside a release so that it need not.

`words` finds the texts that can hold some characters, `columns` has the values of a property in
the order of the things that have them; `writing` makes both of a graph when a release is built,
`model` reads them, and `since` tells what commits have changed after that.

All of it is of the default graph. No answer rests on the texts alone: they only tell the engine
where to look. Columns are counted as they are, so one of which anything was written is not used.
"""
