"""Where a number of the small brain's walk comes from: a sentence, and its numbers, `2 × 1 + 1 × −1 = 1`.

All of them are whole, so that what is shown is what is reckoned.
"""

from fractions import Fraction

from chairgame.game.story.cable_words import whole
from chairgame.game.story.small_brain import FIRST_OUT, WIRES, SmallBrain, Step, factors, lit_wires
from chairgame.terminal.depth import GlyphSet
from chairgame.text.catalogue import N_, Catalogue

BLANK, ASCII_BLANK = "▢", "_"

REASONS = {
    "neuron": N_("Neuron {n} adds up what comes in × wire; below 0 it is silent."),
    "output": N_("The output adds up what the neurons say × wire."),
    "error": N_("Scanned: height − wanted is the error."),
    "output_signal": N_("Now back. The signal at the output is 2 × error."),
    "signal": N_("The signal goes on to neuron {n}: signal × wire {wire}."),
    "gradient": N_("Guilt of wire {wire}: signal at its end × number at its beginning."),
}


def reason_of(step: Step, _: Catalogue) -> str:
    """What a step reckons, as a sentence."""
    wire = FIRST_OUT + step.index if step.kind == "signal" else step.index
    return _(REASONS[step.kind], n=step.index + 1, wire=WIRES[wire])


def sum_of(brain: SmallBrain, step: Step, glyphs: GlyphSet, words: Catalogue, *, is_blank: bool = False) -> str:
    """The step's numbers, and what they come to, or a blank."""
    blank = ASCII_BLANK if glyphs is GlyphSet.ASCII else BLANK
    return f"{_reckoning(brain, step)} = {blank if is_blank else _result(brain, step, words)}"


def _result(brain: SmallBrain, step: Step, words: Catalogue) -> str:
    """The number; a silent neuron's sum as well, and that nothing goes back to it."""
    number = whole(brain.number(step))
    if step.kind == "neuron" and brain.is_silent(step.index):
        return f"{whole(brain.sums[step.index])} → {words('silent')}: {number}"
    if step.kind == "signal" and brain.is_silent(step.index):
        return f"{number} ({words('silent')})"
    if step.kind == "error":
        return f"{number} → {whole(brain.off_cm)} cm"
    return number


def _reckoning(brain: SmallBrain, step: Step) -> str:
    match step.kind:
        case "neuron" | "output":
            return " + ".join(_times(brain.source(wire), brain.weights[wire]) for wire in lit_wires(step))
        case "error":
            return f"{whole(brain.output)} − {brain.wanted}"
        case _:
            return _times(*factors(brain, step))


def _times(first: Fraction, second: Fraction) -> str:
    return f"{whole(first)} × {whole(second)}"
