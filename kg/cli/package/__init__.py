"""The commands that tell of the program itself: what it is, what it is made of, how it completes.

`version` is `--version`. `sbom` is the bill of materials: `installed` is what is installed here for
it, `front_end` what its scripts are built of. `exits` has the codes that commands end with.
`completion` prints what a shell has to be told, and offers what a word may become.
"""
