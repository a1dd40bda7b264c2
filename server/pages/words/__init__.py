"""What every page says things with.

`names` has what things are called and where their names lead, `dates` days and periods as people
write them, `evidence` the document and the place in it, with `passages` of texts that are held
here. `trouble` tells what is wrong with what was typed, and `queries` are the questions that give
what a page shows.
"""
