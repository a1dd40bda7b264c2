"""`coterminous review`: a document is reviewed in the terminal, by keys.

`command` is what a person types, `screen` the whole of what they see and `keys` what they press;
`passage` is the text with its marks, `marking` a place in it, `card` the candidate beside it,
`asking` the questions that lie above both, and `which` the one that asks for a body of the
register.
"""
