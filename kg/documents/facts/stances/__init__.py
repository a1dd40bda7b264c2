"""Who is for or against something, in their own words or as told.

`read` gives the stances in order. Whose they are `holders` finds and, where nobody is named,
`crowds`. `spoken` weighs all that each speaker says (`sides`), with how somebody leans before a
word is weighed (`leanings`); `writers` does so for letters and articles of opinion; `echoes` finds
those who agree with others, or do not, and `objects` those whom a plan pleased or angered.

`clauses` tells whose a verb is by grammar, `references` whose paper "it" is, `left` which views are
not held, and `outcome` who is glad that a plan failed. `words` holds the vocabulary (there
`compared` has whole clauses and `fields` fields of words), `stance_parts` what a stance is made of.
"""
