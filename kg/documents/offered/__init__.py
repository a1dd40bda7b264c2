"""Candidates that no rule of ours read: a model offers them, on request alone.

`people` asks a small model on this machine for names of people; `language` asks a language model
behind any address that speaks as OpenAI's does. Each offer has a rule name of its own
(`people.model`, `llm`) and the model's name, is decided on like every other candidate, and has no
special trust. `making` makes one at a place of the text; `kept` holds what was offered beside the
document. The models' libraries are extras, `ner` and `llm`; nothing else needs them.
"""
