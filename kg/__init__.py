"""The graph, in plain synchronous Python that knows nothing of HTTP.

The rooms, from the ground up (a room imports only from floors below its own):

1. `errors`: every error raised on purpose; `resources`, where files lie; `settings`, the knobs.
2. `model`: terms, names, statements, and the ontology read into classes and properties.
3. `store`: where the graph is kept; the one door to the engines.
4. `search`: names and codes in SQLite FTS5.
5. `questions`: the named questions, their parameters and their twins.
6. `ingest`, `derive`, `validate`: tables and annotations in, rules run, shapes checked.
7. `release`: build, seal, publish.
8. `cli`: the commands.
"""
