"""A store kept elsewhere, and put back: one state of it, whole, whatever is written meanwhile.

`state` holds a state fast by hard links while it is read, `manifest` says what a backup holds and
the digest of each file, `packed` writes and reads the two forms (a tar file, or a folder), `take`
and `restore` do the work. `exchange` puts one folder in the place of another at once.
"""
