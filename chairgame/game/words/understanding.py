"""Whether a brain has understood a small language: the verb's right form after a name that it never met with that verb.

A table of what was read knows none of these pairs.
"""

import numpy as np

from chairgame.game.words.samples import Agreement
from chairgame.game.words.saying import context_of, reading_of
from chairgame.training.history import History
from chairgame.training.state import TrainState


def right_forms(language: Agreement, history: History, state: TrainState) -> tuple[int, int]:
    """Of how many of the pairs that were never read it prefers the right form, and how many there are.

    A pair counts where the text has the name and both forms of the verb.
    """
    reading, grammar = reading_of(history.task), language.grammar
    places = reading.vocabulary.places
    contexts, forms = [], []
    for name, verb in sorted(language.unread):
        right = grammar.form(name, verb)
        (wrong,) = set(grammar.verbs[verb]) - {right}
        if all(word in places for word in (".", name, right, wrong)):
            contexts.append(context_of(reading, [places["."], places[name]]))
            forms.append((places[right], places[wrong]))
    if not contexts:
        return 0, 0
    outputs = history.trainer.activations(state, np.array(contexts, np.int64))[-1]
    rights, wrongs = np.array(forms).T
    rows = np.arange(len(forms))
    return int(np.count_nonzero(outputs[rows, rights] > outputs[rows, wrongs])), len(forms)
