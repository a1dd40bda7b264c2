"""Releases handed on from one machine to others: by any HTTP server, or in a shared folder.

`manifest` says which files a release consists of and `index` which releases there are; `offered`
writes both for a folder, `origin` asks another machine for them, `pull` has here what that one has,
whole or not at all, and `pace` says when to ask again. `parts` fetches some files of a release for
one whose graph is on an engine. `held` tells which releases are being read.
"""
