"""What sources say, set against what can be counted, where SPARQL alone cannot say it.

`figures` has the numbers with the queries for both sides, `middle_tier` the rule of thumb that no
number of bodies comes back, `contradictions` where sources do not agree with each other. The rules
that judge are in `ontology/rules`, the rest of the audits in `queries`.
"""
