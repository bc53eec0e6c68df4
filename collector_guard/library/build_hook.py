"""Check and compile flows/ while the wheel is built."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import cache_from_source
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

# An older Python imports this module too, because pip builds before it reads `requires-python`.
OLDEST = (3, 11)
TOO_OLD = (
    "Collector Guard 需要 Python {oldest} 或更新的版本，这里是 {here}。 / "
    "Collector Guard needs Python {oldest} or later; this is {here}."
)


class CompilingHook(BuildHookInterface[Any]):
    """Refuse to build with mistakes in the data, and put the compiled files into the folders of flows in the wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Write the compiled files outside the checkout and name them to hatch; an editable install has none."""
        _remove_own_bytecode()
        if sys.version_info < OLDEST:
            oldest, here = (".".join(map(str, version)) for version in (OLDEST, sys.version_info[:3]))
            self.app.abort(TOO_OLD.format(oldest=oldest, here=here))
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        sys.dont_write_bytecode = True
        flows = Path(self.root, "flows")
        if mistakes := tuple(_mistakes(flows)):
            self.app.abort("\n".join(mistakes))
        self._made = tempfile.TemporaryDirectory(prefix="collector-guard-")
        for number, (below, compiled) in enumerate(_compiled(flows)):
            file = Path(self._made.name, f"{number}.json")
            file.write_text(compiled, encoding="utf-8")
            build_data["force_include"][str(file)] = f"collector_guard/flows/{below}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002 hatch's
        """Remove what `initialize` wrote."""
        if version != "editable":
            self._made.cleanup()


def _remove_own_bytecode() -> None:
    """Remove what Python wrote when hatch imported this module: a build leaves nothing in the reader's folder."""
    written = Path(cache_from_source(__file__))
    with suppress(OSError):  # it was never written, or others are beside it
        written.unlink()
        written.parent.rmdir()


def _mistakes(flows: Path) -> Iterator[str]:
    from collector_guard.library.load import problems_in
    from collector_guard.wording.sentences import problem_sentence

    language = "en" if os.environ.get("CG_LANG") == "en" else "zh"
    for problem in problems_in(flows):
        yield f"flows/{problem_sentence(problem, language)}"


def _compiled(flows: Path) -> Iterator[tuple[str, str]]:
    """Every compiled file, with its path below flows: what was built, as rows, which every start reads."""
    from collector_guard.library.compiled import flow_to_json, laws_to_json, to_json
    from collector_guard.library.load import LAWS, file_of_rows, flow_names, load_flow, load_laws
    from collector_guard.wording.sentences import LANGUAGES

    for language in LANGUAGES:
        yield f"{LAWS}/{file_of_rows('laws', language)}", laws_to_json(load_laws(language, flows))
        for name in flow_names(flows):
            flow = load_flow(name, language, flows)
            yield f"{name}/{file_of_rows('flow', language)}", flow_to_json(flow)
            for what, part in (("card", flow.card), ("drafts", flow.drafts), ("danger-words", flow.danger_words)):
                yield f"{name}/{file_of_rows(what, language)}", to_json(part)
