"""The wheel's build hook: the translators' .po files as compiled .mo, which a game reads eight times as fast.

A checkout has no .mo and reads the .po itself. Nothing is left in the source tree.
"""

import shutil
import tempfile
from pathlib import Path
from typing import Any

import polib
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CataloguesHook(BuildHookInterface):
    """Compiles `assets/locale/*.po` into the wheel. English has none: its sentences are the ids."""

    _folder: Path | None = None

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Put a compiled catalogue for each language that has translations beside its source in the wheel."""
        if version == "editable":  # whoever edits a .po wants to see it
            return
        self._folder = Path(tempfile.mkdtemp(prefix="chairgame-catalogues-"))
        for source in sorted(Path(self.root, "assets", "locale").glob("*.po")):
            catalogue = polib.pofile(str(source))
            if not catalogue.translated_entries():
                continue
            compiled = self._folder / f"{source.stem}.mo"
            catalogue.save_as_mofile(str(compiled))
            build_data["force_include"][str(compiled)] = f"chairgame/assets/locale/{compiled.name}"

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """The wheel has its copies."""
        if self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
