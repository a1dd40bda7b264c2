"""Changes told beside the one that a text is of, most of them in few words.

`following` reads those told as the same as the one before, and lists of them; `elsewhere` those of
other places and further applications; `wider` those that one body more was to be part of; `coming`
those told by what comes of them.
"""
