"""How a release is made, of however many statements.

`streamed` is the build; `reading` takes statements in, `deriving` adds what the rules say,
`sealing` writes the graph down in order and looks at each thing as it goes by, and `tasks` make
everything else of it; `counting` measures the graph a property at a time. Rules and tasks are done
side by side in `processes`, one for each core; `memory` tells what a process has held.
"""
