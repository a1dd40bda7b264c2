"""Sources into statements: the tables of the register, the editorial tables, the annotations.

Read `tables` (rows that know their line), `mapping_file` (what a mapping may say), `mapping` (rows
into statements), `mapping_world` (all tables together, so that a cell may name a row of another),
`checks`, `load`; `annotations` stands by itself. `ods` reads official files that a user has, and
compares them with what is in the graph.
"""
