"""How a release is made of more statements than memory holds.

`streamed` is the build; `reading` takes statements in, `sealing` writes the graph down in order
and looks at each thing as it goes by, `counting` measures the graph a property at a time.
"""
