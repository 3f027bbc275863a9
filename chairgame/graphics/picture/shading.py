"""How light falls on faces: a warm key light, a cool sky, a rim light and a little light from the eye.

Knows no glyphs and no palettes.
"""

import numpy as np
from numpy.typing import NDArray

FloatArray = NDArray[np.float64]


def _unit(*vector: float) -> FloatArray:
    array = np.array(vector)
    return np.asarray(array / np.linalg.norm(array))


KEY_LIGHT = _unit(-0.42, -0.46, 0.95)  # points towards the light
RIM_LIGHT = _unit(0.75, 0.45, 0.25)
_KEY = np.array([1.06, 0.99, 0.88])
_SKY = np.array([0.24, 0.28, 0.36])
_RIM = np.array([0.12, 0.14, 0.22])
_EYE = np.array([0.16, 0.15, 0.14])
_BOUNCE = 0.05
_LUMINANCE = np.array([0.2126, 0.7152, 0.0722])  # ITU-R BT.709
_FULL = 1.2  # the light on a face that looks up and towards the key light
GLOW = np.array([255.0, 240.0, 190.0])
GAMMA = 2.2


def illumination(normals: FloatArray, forward: FloatArray) -> FloatArray:
    """Linear light, shape (F, 3), on faces with unit normals, shape (F, 3), seen along `forward`, shape (3,)."""
    key = np.clip(normals @ KEY_LIGHT, 0, 1)[:, None]
    sky = 0.5 + 0.5 * normals[:, 2:]
    rim = np.clip(normals @ RIM_LIGHT, 0, 1)[:, None]
    eye = np.clip(-(normals @ forward), 0, 1)[:, None]
    return np.asarray(key * _KEY + sky * _SKY + rim * _RIM + eye * _EYE + _BOUNCE)


def tones(light: FloatArray) -> FloatArray:
    """Brightness as the eye feels it, 0 to 1, shape (F,), of linear light, shape (F, 3)."""
    return np.asarray(np.clip(light @ _LUMINANCE / _FULL, 0, 1) ** (1 / GAMMA))


def lit_colours(base: FloatArray, light: FloatArray, glow: FloatArray) -> FloatArray:
    """Display colours 0 to 255, shape (F, 3), of base colours (F, 3) under light (F, 3), glowing by 0 to 1 (F,)."""
    linear = (base / 255) ** GAMMA * light
    shown = np.clip(linear, 0, 1) ** (1 / GAMMA) * 255
    return np.asarray(shown + (GLOW - shown) * (0.62 * glow[:, None]))
