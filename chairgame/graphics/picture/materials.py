"""What parts are made of: a base colour, and hand-made ramps from dark to light for 256 and 16 colours.

A ramp per material keeps wood brown where the nearest of 256 colours would turn it pink; the one darker brown that
looks near, 58, is an olive green on screens. Knows no light.
"""

from dataclasses import dataclass
from zlib import crc32

from chairgame.graphics.cells.cells import INDEXED, rgb
from chairgame.graphics.cells.emphasis import depth_of
from chairgame.graphics.cells.theme import Theme
from chairgame.terminal.depth import ColourDepth

Step = tuple[int, int, str]


@dataclass(frozen=True)
class Material:
    """The looks of one material."""

    colour: int
    """0xRRGGBB in white light."""
    indexed: tuple[int, ...]
    """Indices into the 256 colours, dark to light."""
    sixteen: tuple[Step, ...]
    """Foreground and background of the 16 colours and the glyph that mixes them, dark to light."""


_YELLOW = ((3, 0, "░"), (3, 0, "▒"), (3, 0, "▓"), (3, 0, "▓"), (3, 3, " "))
_BROWN = ((3, 0, "░"), (3, 0, "░"), (3, 0, "▒"), (3, 0, "▒"), (3, 0, "▓"))
_PALE = ((3, 0, "▓"), (7, 3, "▒"), (7, 7, " "), (7, 7, " "), (15, 7, "▒"))
_GOLD = ((3, 0, "▓"), (3, 3, " "), (11, 3, "▒"), (11, 3, "▓"), (11, 11, " "))
_TEAL = ((6, 0, "░"), (6, 0, "▒"), (6, 0, "▓"), (6, 0, "▓"), (6, 6, " "))
_GREEN = ((2, 0, "░"), (2, 0, "▒"), (2, 0, "▓"), (2, 2, " "), (10, 2, "░"))
_RED = ((1, 0, "░"), (1, 0, "▒"), (1, 0, "▓"), (1, 1, " "), (9, 1, "░"))
_BLUE = ((4, 0, "▒"), (4, 0, "▓"), (4, 4, " "), (12, 4, "░"), (12, 4, "▒"))
_VIOLET = ((5, 0, "▒"), (5, 0, "▓"), (5, 5, " "), (13, 5, "░"), (13, 5, "▒"))
_ORANGE = ((1, 0, "▒"), (3, 1, "░"), (3, 1, "▒"), (11, 1, "▒"), (11, 3, "▓"))
_PINK = ((5, 0, "▒"), (5, 1, "▒"), (13, 1, "▒"), (13, 9, "▒"), (13, 13, " "))
_PALE_PINK = ((5, 8, "▒"), (7, 5, "▒"), (13, 7, "▒"), (13, 7, "░"), (15, 13, "▒"))
_GREY = ((8, 0, "▒"), (8, 0, "▓"), (8, 8, " "), (7, 8, "▒"), (7, 7, " "))
_LIGHT = ((8, 8, " "), (7, 8, "▒"), (7, 7, " "), (15, 7, "▒"), (15, 15, " "))
_DARK = ((8, 0, "░"), (8, 0, "░"), (8, 0, "▒"), (8, 0, "▓"), (8, 8, " "))

KNOWN = {
    "oak": Material(rgb(200, 147, 92), (94, 94, 137, 179, 180), _YELLOW),
    "walnut": Material(rgb(142, 92, 56), (52, 94, 94, 94, 137, 137), _BROWN),
    "birch": Material(rgb(226, 192, 142), (94, 137, 180, 187, 223), _PALE),
    "pine": Material(rgb(222, 170, 104), (94, 136, 179, 179, 222), _YELLOW),
    "teal": Material(rgb(88, 156, 172), (23, 23, 23, 30, 66, 73), _TEAL),
    "steel": Material(rgb(158, 166, 178), (238, 241, 244, 247, 250, 252), _LIGHT),
    "black": Material(rgb(62, 63, 70), (233, 234, 236, 238, 240, 242), _DARK),
    "white": Material(rgb(232, 229, 220), (242, 246, 250, 253, 255), _LIGHT),
    "grey": Material(rgb(126, 128, 136), (236, 238, 241, 244, 246), _GREY),
    "red": Material(rgb(198, 66, 58), (52, 88, 124, 160, 167), _RED),
    "velvet": Material(rgb(150, 44, 72), (52, 52, 88, 88, 89, 125), _RED),
    "gold": Material(rgb(228, 184, 72), (94, 136, 178, 220, 221), _GOLD),
    "crocs-green": Material(rgb(112, 190, 76), (22, 28, 64, 70, 107, 113), _GREEN),
    "green": Material(rgb(96, 150, 84), (22, 22, 28, 65, 71, 108), _GREEN),
    "blue": Material(rgb(82, 116, 190), (24, 24, 60, 61, 68, 68), _BLUE),
    "violet": Material(rgb(140, 106, 180), (53, 54, 60, 97, 98, 140), _VIOLET),
    "fur-brown": Material(rgb(170, 116, 70), (52, 94, 94, 94, 137, 137), _BROWN),
    "fur-dark": Material(rgb(92, 66, 50), (234, 236, 52, 52, 94), _BROWN),
    "cream": Material(rgb(238, 220, 184), (137, 180, 187, 223, 230), _PALE),
    "skin": Material(rgb(240, 198, 164), (131, 173, 180, 216, 223), _PALE),
    "cardigan": Material(rgb(206, 92, 124), (89, 125, 132, 168, 175, 211), _PINK),
    "ginger": Material(rgb(236, 136, 52), (94, 130, 166, 172, 208, 214), _ORANGE),
    "hide": Material(rgb(150, 134, 158), (239, 59, 96, 96, 139, 181), _GREY),
    "snout": Material(rgb(208, 150, 164), (95, 95, 132, 138, 175, 181), _PALE_PINK),
}
_ALIASES = {
    "pale": "birch",
    "beech": "birch",
    "maple": "birch",
    "ash": "birch",
    "cherry": "walnut",
    "cushion": "teal",
    "metal": "steel",
    "chrome": "steel",
    "crocs": "crocs-green",
    "fur": "fur-brown",
    "brass": "gold",
    "leather": "fur-dark",
}
_SPARE = ("oak", "teal", "birch", "steel", "violet", "green", "walnut", "blue", "red")
GHOST = Material(rgb(150, 182, 222), (67, 67, 110, 110, 147, 153), ((8, 8, " "), (8, 8, " "), (7, 7, " ")))
GLOWING = Material(rgb(255, 240, 190), (222, 229, 230, 230, 231), ((11, 11, " "), (15, 11, "▒"), (15, 15, " ")))
ARROW = Material(0xFF6A96, (204,), ((13, 13, " "),))
FAINT_ARROW = Material(0x9A5068, (96,), ((5, 5, " "),))


def flat_colour(name: str, theme: Theme) -> int:
    """The colour by which a material is known where it is not lit: on a map, in a list. The text's where there are no
    colours."""
    looks = material(name)
    match depth_of(theme):
        case ColourDepth.TRUECOLOR:
            return looks.colour
        case ColourDepth.INDEXED:
            return INDEXED + looks.indexed[-1]
        case ColourDepth.SIXTEEN:
            return INDEXED + looks.sixteen[len(looks.sixteen) // 2][0]
        case _:
            return theme.text


def material(name: str) -> Material:
    """The looks of a material by its name; an unknown name always gets the same one of the known looks."""
    word = name.strip().lower()
    known = KNOWN.get(_ALIASES.get(word, word))
    return known or KNOWN[_SPARE[crc32(word.encode()) % len(_SPARE)]]
