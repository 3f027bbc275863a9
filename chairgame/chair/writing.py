"""A Chair as a chair file's text: what `files` reads back as the same chair."""

from chairgame.chair.files import FORMAT
from chairgame.chair.parts import Chair


def chair_text(chair: Chair) -> str:
    """The TOML text of a chair, ready for a file."""
    import tomli_w  # noqa: PLC0415  (only whoever saves a chair needs it)

    parts = [
        {
            "label": part.label,
            "kind": part.kind,
            "shape": part.shape,
            "size": list(part.size),
            "at": list(part.at),
            "turn": list(part.turn),
            "material": part.material,
        }
        for part in chair.parts
    ]
    return tomli_w.dumps({"format": FORMAT, "name": chair.name, "title": dict(chair.title), "part": parts})
