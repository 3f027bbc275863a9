"""Themes on eyes: contrasts, and colours apart for those who see fewer of them."""

from itertools import combinations

import numpy as np
import pytest

from chairgame.graphics.cells.cells import DEFAULT, INDEXED
from chairgame.graphics.cells.contrast import Channels, contrast, linear, red_green_blue
from chairgame.graphics.cells.emphasis import chosen, depth_of
from chairgame.graphics.cells.palette import palette_for
from chairgame.graphics.cells.theme import theme_for
from chairgame.graphics.instruments.phases import phase_colours
from chairgame.graphics.picture.backdrop import FLOOR_DARK, FLOOR_LIGHT, PLAIN, SKY_BOTTOM, SKY_TOP
from chairgame.terminal.depth import THEMES, ColourDepth

COLOURED = [depth for depth in ColourDepth if depth is not ColourDepth.NONE]
ENOUGH = {"default": 4.5, "high-contrast": 7.0}  # WCAG 2.2, success criteria 1.4.3 and 1.4.6
TEXTS = (
    *("focus", "text", "bright", "dim", "positive", "negative"),
    *("build", "measure", "listen", "adjust", "good", "warning"),
)
ON_SELECTION = ("text", "bright", "positive", "negative")
CLEARLY_APART = 15  # CIE 1976 differences; above about 2 two colours side by side look different

# In linear light, for eyes that lack one kind of cone altogether: G. M. Machado, M. M. Oliveira, L. A. F. Fernandes,
# "A Physiologically-based Model for Simulation of Color Vision Deficiency", IEEE TVCG 15(6), 2009, severity 1.0.
EYES = {
    "usual": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900]]
    ),
}
TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = TO_XYZ.sum(axis=1)


def lab(light: np.ndarray) -> np.ndarray:
    """CIE L*a*b* of linear sRGB light."""
    share = TO_XYZ @ np.clip(light, 0, 1) / WHITE
    f = np.where(share > 216 / 24389, np.cbrt(share), (24389 / 27 * share + 16) / 116)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


def seen_apart(one: int, other: int, eye: str) -> float:
    views = [lab(EYES[eye] @ np.array(linear(red_green_blue(colour)))) for colour in (one, other)]
    return float(np.linalg.norm(views[0] - views[1]))


def grounds(depth: ColourDepth) -> list[Channels]:
    """What the picture has behind its texts."""
    backdrop = (SKY_TOP, SKY_BOTTOM, FLOOR_DARK, FLOOR_LIGHT, PLAIN)
    return [red_green_blue(int(palette_for(depth).ground(colour[None])[0])) for colour in backdrop]


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("depth", COLOURED)
def test_every_text_can_be_read(depth: ColourDepth, name: str) -> None:
    theme = theme_for(depth, name)
    on_ground = [(text, getattr(theme, ground)) for text in TEXTS for ground in ("panel", "background")]
    if not chosen(theme):  # else it is shown in reverse
        on_ground += [(text, theme.selection) for text in ON_SELECTION]
    for text, ground in on_ground:
        found = contrast(red_green_blue(getattr(theme, text)), red_green_blue(ground))
        assert found >= ENOUGH[name], (text, ground, found)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("depth", COLOURED)
def test_captions_can_be_read_on_the_picture(depth: ColourDepth, name: str) -> None:
    theme = theme_for(depth, name)
    for text in (theme.bright, theme.text, theme.dim):
        assert min(contrast(red_green_blue(text), ground) for ground in grounds(depth)) >= ENOUGH["default"]


@pytest.mark.parametrize("eye", EYES)
@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("depth", COLOURED)
def test_signs_and_phases_stay_apart_for_all_eyes(depth: ColourDepth, name: str, eye: str) -> None:
    theme = theme_for(depth, name)
    pairs = [(theme.positive, theme.negative), (theme.good, theme.warning), *combinations(phase_colours(theme), 2)]
    for one, other in pairs:
        assert seen_apart(one, other, eye) >= CLEARLY_APART, (one, other)


def test_the_simulation_takes_red_and_green_for_alike() -> None:
    red, green = 0xC06000, 0x708000
    assert seen_apart(red, green, "deuteranopia") < CLEARLY_APART < seen_apart(red, green, "usual")


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("depth", ColourDepth)
def test_a_theme_is_written_in_its_depth(depth: ColourDepth, name: str) -> None:
    theme = theme_for(depth, name)
    assert depth_of(theme) is depth
    least, most = {
        ColourDepth.TRUECOLOR: (0, INDEXED - 1),
        ColourDepth.INDEXED: (INDEXED + 16, INDEXED + 255),
        ColourDepth.SIXTEEN: (INDEXED, INDEXED + 15),
        ColourDepth.NONE: (DEFAULT, DEFAULT),
    }[depth]
    assert all(least <= colour <= most for colour in vars(theme).values())


def test_contrasts_of_the_standard() -> None:
    black, white, grey = (0, 0, 0), (255, 255, 255), (118, 118, 118)
    assert contrast(black, white) == pytest.approx(21)
    assert contrast(white, grey) == pytest.approx(4.54, abs=0.005)
    assert contrast(white, white) == 1
    assert red_green_blue(INDEXED + 232) == (8, 8, 8)
    assert red_green_blue(0x102030) == (16, 32, 48)
    with pytest.raises(ValueError, match="not known"):
        red_green_blue(DEFAULT)
