"""A graph on an engine elsewhere, asked over the SPARQL 1.1 Protocol.

Read `store` first (`RemoteStore`, which answers as every store does); `place` says where the
engine is and what it proved (`probe`), `wire` asks its endpoints in turn and `health` remembers
which of them answer; `auth` is what it is shown, `body` an answer as it comes, `writing` how
graphs get there. `dialect` is what an engine has to be asked in other words, and `words` reads
them; `settle` puts rows in order, and `virtuoso` is the engine that needs the most of this.
"""
