"""Where the files that ship with the game are. Knows nothing of what is in them."""

from functools import cache
from pathlib import Path


@cache
def assets_folder() -> Path:
    """The folder of chairs and catalogues: inside an installed package, beside the package in a checkout.

    Raises FileNotFoundError when neither is there, which is a broken installation.
    """
    package = Path(__file__).resolve().parent.parent
    for folder in (package / "assets", package.parent / "assets"):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"chairgame's assets are missing: looked in and beside {package}")
