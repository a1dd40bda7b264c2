"""Where the graph is kept; the only room that knows the engines.

`base` says what every store answers; `oxigraph` is the engine that serves (sealed, on disk);
`memory` is rdflib, the second opinion; `cells` reads terms as they are written; `formats` names
the ways an answer is written; `census` and `widths` tell how much a graph holds, and how wide it
is at most; `readmodel` keeps what the engine would have to pass over whole.
"""
