"""A release as a folder that can be deposited and cited: the same release gives the same bytes.

Read `folder` first, which writes it all. `tables` are the things of each class as CSV and
`codebook` says what each of their columns is; `agreement` tells how far two readers agree. `citing`
has what a citation is made of, as CITATION.cff and as BibTeX, and `words` what a person reads.
"""
