"""Numbers with what they count or measure.

`read` gives the figures of a text; `numbers` reads numerals and number words, `units` what is
counted or measured, `bodies` the bodies meant where no noun tells it; `others` says which numbers
are no figures, and `words` holds the vocabulary.
"""
