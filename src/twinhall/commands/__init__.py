"""One file per sub-command of `twinhall`.

Each has `register(subparsers)`, which names the command and its arguments, and `run(args) -> int`,
which does it and returns the exit code. Modules stay cheap to import: every one of them is loaded for
`twinhall --help`, so engines, Django and LiveKit are imported inside `run` (reason: slow).
"""
