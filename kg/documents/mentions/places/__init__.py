"""Bodies without their whole name: by a place, in a group, or by what they are.

`places` finds the names of areas; `bare` (with `bare_words`) and `rows` tell which of them stand
for a body, `groups` finds `the six CCGs` and `CCGs in Kent`, `references` finds `the Coalition`;
`shortened` those called by a part of their name.
"""
