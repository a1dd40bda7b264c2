"""Work on more statements than can be held: streamed in, taken back in pieces.

`loading` does it, from end to end; `seen` counts what goes by.
"""
