"""Between a box of parts and a network's numbers: parts to input vectors, output vectors to poses."""

import numpy as np

from chairgame.chair.parts import Chair, FloatArray
from chairgame.chair.poses import Poses

UNIT_CM = 50.0  # the length that the network calls 1
OUTPUTS = 7  # centre / 50 cm and an unnormalised quaternion
LABEL_CODE = 3.0  # louder than any size: parts of one size learn to go their own ways sooner than with 1
TINY = 1e-12


def encode_parts(chair: Chair) -> FloatArray:
    """Input vectors, shape (N, N + 3): a one-hot code of the label, `LABEL_CODE` or 0, and the size / 50 cm."""
    return np.hstack([LABEL_CODE * np.eye(len(chair.parts)), chair.sizes / UNIT_CM])


def unit_quaternions(raw: FloatArray) -> tuple[FloatArray, FloatArray]:
    """Unit quaternions, shape (N, 4), and the lengths, shape (N, 1), of raw ones; one of no length means no turn."""
    norms = np.sqrt(np.add.reduce(raw * raw, axis=1, keepdims=True))
    if norms.min(initial=1.0) > TINY:
        return raw / norms, norms
    still = ~(norms > TINY)
    # An infinite length makes the gradient for a part without any direction nothing, as it is by symmetry.
    lengths = np.where(still, np.inf, norms)
    return np.where(still, [1.0, 0.0, 0.0, 0.0], raw / lengths), lengths


@np.errstate(all="ignore")  # a burned-out brain's outputs are content, not a warning
def decode_outputs(outputs: FloatArray) -> Poses:
    """Poses from network outputs, shape (N, 7)."""
    return Poses(outputs[:, :3] * UNIT_CM, unit_quaternions(outputs[:, 3:])[0])
