"""Where a number of the small brain's walk comes from: a sentence, and its numbers, `0.60 × −0.40 = −0.24`.

What is shown is rounded; where the rounded numbers do not give the shown result, the sign is ≈.
"""

from chairgame.game.story.small_brain import FIRST_OUT, INPUTS, WIRES, SmallBrain, Step
from chairgame.terminal.depth import GlyphSet
from chairgame.text.catalogue import N_, Catalogue

FINE = 3  # digits of what runs back; 2 of what runs forward
EXACT = 1e-9
_PLAIN = str.maketrans({"≈": "~", "²": "^2", "→": "->", "×": "*", "−": "-"})


REASONS = {
    "sum": N_("Neuron {n} adds up what comes in × weight:"),
    "activation": N_("Neuron {n} answers; tanh keeps it between −1 and 1:"),
    "output": N_("The output adds up the three answers × weight:"),
    "output_signal": N_("Now back. The signal at the output is 2 × the error:"),
    "signal": N_("Neuron {n} takes its share: signal × weight × slope of tanh:"),
    "gradient": N_("Slope of wire {wire} = signal at its end × what came in:"),
}
TOO_HIGH = N_("Scanned: {cm} cm too high. The loss is the error squared:")
TOO_LOW = N_("Scanned: {cm} cm too low. The loss is the error squared:")


def reason_of(brain: SmallBrain, step: Step | None, _: Catalogue) -> str:
    """What the step computes, as a sentence."""
    if step is None:
        return _("The weights are all there is yet. Press n: the first number.")
    if step.kind == "error":
        return _(TOO_HIGH if brain.error > 0 else TOO_LOW, cm=_.number(brain.off_cm, 1))
    return _(REASONS[step.kind], n=step.index + 1, wire=WIRES[step.index])


def sum_of(brain: SmallBrain, step: Step | None, catalogue: Catalogue, glyphs: GlyphSet) -> str:
    """The step's numbers; before the first one nothing."""
    if step is None:
        return ""
    text = catalogue.decimal(_sum(brain, step)).replace("-", "−")
    return text.translate(_PLAIN) if glyphs is GlyphSet.ASCII else text


def _sum(brain: SmallBrain, step: Step) -> str:
    match step.kind:
        case "sum":
            wires = range(INPUTS * step.index, INPUTS * (step.index + 1))
            text = _products(brain, wires, float(brain.sums[step.index]))
        case "activation":
            text = f"tanh({_short(brain.sums[step.index])}) = {_short(brain.activations[step.index])}"
        case "output":
            text = _products(brain, range(FIRST_OUT, len(WIRES)), brain.output)
        case "error":
            text = f"({_short(brain.error)})² {_equals(round(brain.error, 2) ** 2, brain.loss)}"
        case "output_signal":
            text = f"2 × {_short(brain.error)} {_equals(2 * round(brain.error, 2), brain.output_signal)}"
        case "signal":
            text = _share(brain, step.index)
        case _:
            signal, source = brain.target_signal(step.index), brain.source(step.index)
            product = round(signal, 3) * round(source, 2)
            text = f"{_fine(signal)} × {_short(source)} {_equals(product, float(brain.gradients[step.index]))}"
    return text


def _products(brain: SmallBrain, wires: range, result: float) -> str:
    pairs = [(round(brain.source(wire), 2), round(brain.weights[wire], 2)) for wire in wires]
    terms = " + ".join(f"{_short(source)} × {_short(weight)}" for source, weight in pairs)
    return f"{terms} {_equals(sum(source * weight for source, weight in pairs), result, 2)}"


def _share(brain: SmallBrain, neuron: int) -> str:
    """`−1.296 × 0.80 × (1 − 0.54²) ≈ −0.738`: the slope of tanh is 1 minus its own square."""
    signal, weight = round(brain.output_signal, 3), round(brain.weights[FIRST_OUT + neuron], 2)
    activation, result = abs(round(float(brain.activations[neuron]), 2)), float(brain.signals[neuron])
    factors = f"{_fine(signal)} × {_short(weight)} × (1 - {_short(activation)}²)"
    return f"{factors} {_equals(signal * weight * (1 - activation**2), result)}"


def _equals(of_shown: float, result: float, digits: int = FINE) -> str:
    """`= −0.738`, or ≈ where what is shown before it gives another last digit or more digits."""
    sign = "=" if abs(of_shown - round(result, digits)) < EXACT else "≈"
    return f"{sign} {_fine(result) if digits == FINE else _short(result)}"


def _short(value: float) -> str:
    return f"{round(float(value), 2) + 0.0:.2f}"


def _fine(value: float) -> str:
    return f"{round(float(value), FINE) + 0.0:.{FINE}f}"
