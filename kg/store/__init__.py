"""Where the graph is kept; the only room that knows the engines.

`base` says what every store answers. `oxigraph` is the engine that serves (sealed, on disk),
`bulk` fills it by streams, `writable` is the one that a writer changes; `remote` is a graph on an
engine elsewhere, and `memory` is rdflib: for whoever works on with it, and as the second opinion.
`cells` reads terms as they are written, `formats` names the ways an answer is written, `foreign`
reads documents from outside, and `syntax` says whether a text is an update.

`freed` keeps answers of the engine in the thread that asked for them. `changes` is what one write
changed; `blanks` and `canonical` name blank nodes by what is said of them, and `sorting` puts lines
in order, more than memory holds. `census` and `widths` tell how much a graph holds, and how wide it
is at most; `grounds` is what rules stand on; `readmodel` keeps what the engine would have to pass
over whole.
"""
