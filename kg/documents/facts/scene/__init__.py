"""The scene: sentences with what is named in them, and who is meant where one tells of somebody.

`sentences` lays the mentions over the sentences; `setting` knows the lists and counts of bodies;
`subjects` has `Scene`, which tells who does what a word says; `letters` reads pages of letters.
"""
