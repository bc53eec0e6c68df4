"""The commands of `cg`: one module each, a signature that declares its options and a few lines: get, compute, show.

`table` lists the commands; `declaration` says how a signature declares an option; `plain_line`, `application` (the home
of typer) and `help` read those signatures and nothing else. Nothing here knows what a flow or a law says.
"""
