"""Numbers with what they count or measure.

`read` gives the figures of a text; `numbers` reads numerals and number words, `units` what is
counted or measured, and `words` holds the vocabulary of what is no figure.
"""
