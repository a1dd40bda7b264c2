"""Pictures of what a release tells, as SVG and PNG, each with the same in a table.

1. `asked`: what a plot is asked with: a graph, and a day, a region, a theme.
2. `told`: what a plot tells: title, sources, words for those who cannot see it, and its table.
3. `counts`, `flows`, `officers`, `overlaps`: the four of them as data; `regions` says where a body
   lay. No file of these knows how it is drawn.
4. `alluvial`: where the bodies and bands of `flows` lie, for all who draw them.
5. `draw_counts`, `draw_flows`, `draw_officers`, `draw_overlaps`: the same as pictures, on a `page`,
   in the colours of a `theme`, with labels set apart by `labels`.
6. `catalogue`: the plots by name. `plot` is the way in.

Only the files that draw know matplotlib, and they are loaded when something is drawn. The same
release gives the same bytes.
"""
