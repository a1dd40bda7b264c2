"""Old codes on the bodies of another day, and how areas stood to one another on a day.

`periods` reads the times that statistics are given for; `placing` puts a code of a period on the
bodies of a day, forwards by the lineage and backwards by `origins`, and `breaks` says where the
boundary under a code moved. `table` does so for a file, `crosswalk` for all codes that there are.
`membership` is who was in which area on a day, `coterminosity` how areas lay over councils.
"""
