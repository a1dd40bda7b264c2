"""The text as it is read: paragraphs, words, and forms that short patterns read.

`segments` finds paragraphs, sentences and furniture; `view` folds a text to a plain form with a way
back to the text of record; `words` cuts that into words; `coded` puts one character for each
person, body, quotation or title.
"""
