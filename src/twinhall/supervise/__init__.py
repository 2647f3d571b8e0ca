"""The process tree of one machine: starts the parts in order, keeps them alive, stops them all.

`part` says what a part is, `keeper` keeps one alive, `tree` keeps them all, `site` says which parts a
Twinhall has. No Django here: a hall that is broken must still leave sound and picture running (law 3).
Source: docs/adr/0003-one-process-tree.md
"""
