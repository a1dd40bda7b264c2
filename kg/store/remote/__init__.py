"""A graph on an engine elsewhere, asked over the SPARQL 1.1 Protocol.

Read `store` first (`RemoteStore`, which answers as every store does); `place` says where the engine
is and what it proved (`probe`), `wire` asks its endpoints in turn and `health` remembers which of
them answer. `dialect` is what an engine has to be asked in other words, and `words` reads them.
"""
