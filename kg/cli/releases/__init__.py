"""Commands that make releases, keep them, and hand them on.

`build` makes one of the sources, or only checks these; `imports` takes official files in, with
`import_ods`; `withdraw` takes commits back. `publish` writes a release to an engine, `deposit` to a
folder that can be cited, and `pulling` brings releases from one machine to another.
"""
