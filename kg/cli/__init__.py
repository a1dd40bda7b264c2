"""The commands that work on the graph; the only room that prints.

`main` is the typer app; `output` writes answers as people or
programs want them; `progress` shows how a build goes. `lineage`, `recode`, `interlocks`, `paths`
and `measures` are commands of their own, for what `kg.analysis` finds.
"""
