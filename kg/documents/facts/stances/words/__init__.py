"""The vocabulary of stances, all of it patterns.

`stance_words` has the verbs and adjectives that tell a side, `frames` what tells one by grammar,
`fields` what somebody is or does to a plan, `demands` what is asked of others; `good_words` and
`bad_words` what speaks for a thing and against it, `compared` the clauses that do so as a whole;
`saying_words` denial and saying.
"""
