"""The options that several commands declare."""

from typing import Annotated

import typer

Lang = Annotated[str, typer.Option("--lang")]
On = Annotated[str, typer.Option("--on")]
Format = Annotated[str, typer.Option("--format")]
Plain = Annotated[bool, typer.Option("--plain")]
