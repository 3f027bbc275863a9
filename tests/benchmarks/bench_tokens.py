"""What merges and a step of attention cost: `python -m tests.benchmarks.bench_tokens [a Python that has PyTorch]`.

400 merges of 8,600 words, counts kept up, beside merges whose pairs are counted anew each time; a step of the three
brains that learn who has what, and a live run to 97 %; beside a step PyTorch's for the same head, where that is
installed. All in this run, on one thread, by the processor's time. It fails where something takes longer than wanted.
"""

import os
import sys
import time
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from statistics import median

os.environ |= {f"{library}_NUM_THREADS": "1" for library in ("OMP", "MKL", "OPENBLAS")}  # before numpy is loaded

from chairgame.game.words.attending import AttentionBench
from chairgame.training.settings import ATTENTIVE
from chairgame.words.bpe import Merging, chunks, merged
from chairgame.words.graphemes import graphemes
from tests.words.texts import ALA_HAS, own_sentences

WORDS, MERGES, FEW = 8600, 400, 20
WANTED_MERGES, WANTED_RUN = 0.5, 2.0  # seconds
STEPS, ROUNDS = 100, 5


def seconds(work: Callable[[], object]) -> float:
    before = time.process_time()
    work()
    return time.process_time() - before


def merge(text: str, merges: int) -> None:
    merging = Merging(text)
    while len(merging.done) < merges and merging.merge_best():
        pass


def merge_counting_anew(text: str, merges: int) -> None:
    """The plainest way there is."""
    times = Counter(chunks(text))
    words = {chunk: tuple(graphemes(chunk)) for chunk in times}
    for _ in range(merges):
        pairs: Counter[tuple[str, str]] = Counter()
        for chunk, word in words.items():
            for pair in pairwise(word):
                pairs[pair] += times[chunk]
        best = pairs.most_common(1)[0][0]
        words = {chunk: merged(word, best) for chunk, word in words.items()}


def live_run(seed: int) -> int:
    """All that the bench does until it knows, measuring included. Steps taken."""
    bench = AttentionBench(ALA_HAS, seed)
    bench.hurry()
    while bench.runs:
        bench.tick(0.0, lambda: True)
    return bench.epoch


def steps_of_three() -> None:
    bench = AttentionBench(ALA_HAS)
    for _ in range(STEPS):
        bench.next_step()


def steps_in_torch() -> float | None:
    """Seconds for as many steps of one head in PyTorch; None where it is not installed."""
    try:
        import torch
    except ImportError:
        return None
    torch.set_num_threads(1)
    torch.set_default_dtype(torch.float64)
    shapes = ((18, 24), (72, 32), (72, 32), (72, 32), (32, 18), (72, 18))
    table, to_query, to_key, to_value, from_head, from_last = params = [
        torch.randn(shape, requires_grad=True) for shape in shapes
    ]
    optimizer = torch.optim.Adam(params, lr=ATTENTIVE.learning_rate)
    texts, answers = torch.randint(18, (64, 14)), torch.randint(18, (64,))

    def learn() -> None:
        for _ in range(STEPS):
            vectors = torch.nn.functional.pad(table[texts], (0, 0, 2, 0))
            heard = torch.cat([vectors[:, 2 - back : 16 - back] for back in range(3)], 2)
            last = heard[:, -1]
            fits = ((heard @ to_key) @ (last @ to_query)[:, :, None])[:, :, 0] / 32
            head = (fits.softmax(1)[:, None] @ (heard @ to_value))[:, 0]
            loss = torch.nn.functional.cross_entropy(head @ from_head + last @ from_last, answers)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()

    learn()
    return seconds(learn)


def main() -> None:
    text = " ".join(own_sentences("pl").split()[:WORDS])
    kept_up = median(seconds(lambda: merge(text, MERGES)) for _ in range(ROUNDS))
    anew = seconds(lambda: merge_counting_anew(text, FEW)) * MERGES / FEW
    print(f"{MERGES} merges of {WORDS} words: {kept_up:.2f} s, counted anew each time {anew / kept_up:.0f} times that")
    three = median(seconds(steps_of_three) for _ in range(ROUNDS)) / STEPS
    print(f"a step of three brains: {1000 * three:.2f} ms")
    runs = [seconds(lambda seed=seed: live_run(seed)) for seed in range(20)]
    print(f"a live run to 97 %: median {median(runs):.2f} s, slowest of 20 seeds {max(runs):.2f} s")
    if (torch := steps_in_torch()) is not None:
        print(f"PyTorch, one head: {1000 * torch / STEPS:.2f} ms a step, {torch / STEPS / three:.1f} times our three")
    if kept_up > WANTED_MERGES or max(runs) > WANTED_RUN:
        sys.exit(f"wanted: merges within {WANTED_MERGES} s, a live run within {WANTED_RUN} s")


if __name__ == "__main__":
    main()
