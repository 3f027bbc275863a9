"""What the play of the cable says: products in words, why an option is wrong, what an accusation came to."""

from fractions import Fraction

from chairgame.game.news import Cm, News
from chairgame.game.story.small_brain import WIRES, SmallBrain, Step, factors, lit_wires
from chairgame.text.catalogue import N_

LESSONS = {
    "out": N_("Found it: {wire}! Not the fattest: what came in was large. Guilt is signal × number."),
    "silent": N_("Found it: {wire}! The fattest wire hangs on a silent neuron: it carries nothing, so it did nothing."),
    "path": N_("Found it: {wire}! Thin itself, but the wire behind it carries its voice on."),
    "sign": N_("Found it: {wire}! It hangs too high, and still {wire} goes up: the wire behind it turns things round."),
}
MISREAD = N_("Not {value}: {product}. Choose again; this one was not foretold.")
IDLE = N_("{wire} moves nothing: it is not to blame. The guilty one would save {most} cm. Look again.")
LESS = N_("{wire} saves {saved} cm. The guilty one would save {most} cm. Look again.")


def whole(number: Fraction) -> str:
    """A number as it is written everywhere: a true minus, no plus."""
    return f"{number}".replace("-", "−")


def signed_whole(number: Fraction) -> str:
    """With its sign: a weight."""
    return f"{float(number):+g}".replace("-", "−")


def product(brain: SmallBrain, wire: int) -> str:
    """`H: 4 × 5 = 20`: signal at a wire's end × number at its beginning."""
    signal, source = whole(brain.target_signal(wire)), whole(brain.source(wire))
    return f"{WIRES[wire]}: {signal} × {source} = {whole(brain.gradients[wire])}"


def misread(brain: SmallBrain, step: Step, option: Fraction) -> News:
    """An option that is wrong, and what is to be reckoned, in words."""
    return News(MISREAD, {"value": whole(option), "product": _in_words(brain, step)})


def wrongly_accused(name: str, saved_cm: Fraction, most_cm: Fraction) -> News:
    """What turning an innocent wire saved, tried out."""
    most = Cm(float(most_cm))
    if not saved_cm:
        return News(IDLE, {"wire": name, "most": most})
    return News(LESS, {"wire": name, "saved": Cm(float(saved_cm)), "most": most})


def _in_words(brain: SmallBrain, step: Step) -> News:
    """What is to be reckoned."""
    match step.kind:
        case "neuron" | "output":
            return _products_in_words(brain, step)
        case "error":
            return News(N_("{output} less {wanted}"), {"output": whole(brain.output), "wanted": str(brain.wanted)})
        case "signal" if brain.is_silent(step.index):
            return News(N_("no signal goes back into a silent neuron"))
        case _:
            return _product(*factors(brain, step))


def _products_in_words(brain: SmallBrain, step: Step) -> News:
    terms = [_product(brain.source(wire), brain.weights[wire]) for wire in lit_wires(step)]
    fields = dict(zip(("first", "second", "third"), terms, strict=False))
    if step.kind == "output":
        return News(N_("{first}, {second} and {third}"), fields)
    if brain.is_silent(step.index):
        return News(N_("{first} and {second}: below 0, and silent"), fields)
    return News(N_("{first} and {second}"), fields)


def _product(first: Fraction, second: Fraction) -> News:
    return News(N_("{p} times {q}"), {"p": whole(first), "q": whole(second)})
