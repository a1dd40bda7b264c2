"""The commands that work on the graph; the only room that prints.

`main` is the typer app. Its commands are in `asking` (what a release tells), `documents` and
`review` (from a text to the graph), `releases` (made, kept, handed on) and `package` (the program
itself). `asked` and `options` are what several of them ask alike, `output` writes answers as people
or programs want them, `progress` shows how a build goes.
"""
