"""What an epoch on 20,000 words as tokens costs, and opening them; beside it PyTorch's time for the same network.

All on one thread, the two taking turns within this run. It fails where an epoch, its figures and all, takes longer than
wanted. Times are the processor's: a busy machine tells on them less than on the clock.
Run by hand: python -m tests.benchmarks.bench_words [a Python that has PyTorch, if this one has none]
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in ("OMP", "MKL", "OPENBLAS")}
os.environ |= ONE_THREAD  # before numpy is loaded

import numpy as np  # noqa: E402

from chairgame.game.story.level import levels  # noqa: E402
from chairgame.text.catalogue import Catalogue  # noqa: E402
from chairgame.training.first_reading import first_reading, first_settings  # noqa: E402
from chairgame.training.history import History  # noqa: E402
from chairgame.training.practice import Practice  # noqa: E402
from chairgame.training.tasks import reading_task  # noqa: E402
from chairgame.words.reading import Reading  # noqa: E402
from chairgame.words.splitting import MOST_WORDS, split  # noqa: E402

ROOT = Path(__file__).resolve().parent.parent.parent
WANTED = 0.6  # seconds
ROUNDS = 5
WARM_UP = 1


def twenty_thousand_words() -> str:
    """Polish prose: what the game itself says, in as many orders of its sentences as it takes."""
    _ = Catalogue("pl")
    said = [_(text) for level in levels() for text in (*level.pages, *level.debrief, *(h.text for h in level.hints))]
    rng, found, words = np.random.default_rng(0), [], 0
    while words < MOST_WORDS * 1.2:
        for index in rng.permutation(len(said)).tolist():
            found.append(said[index])
            words += len(said[index].split())
    return split("\n".join(found)).content


def ours(reading: Reading) -> list[float]:
    """Seconds of each epoch, with the figures that a row has."""
    settings = first_settings(reading)
    history = History(reading_task(reading, settings), settings)
    practice, state, found = Practice(history.task), history.moment[0], []
    for _ in range(WARM_UP + ROUNDS):
        before = time.process_time()
        outcome = practice.epoch(state, settings)
        found.append(time.process_time() - before)
        assert outcome is not None
        assert outcome.after is not None
        state = outcome.after
    return found[WARM_UP:]


def in_torch(folder: Path) -> list[float]:
    """The same table, layers, batches and Adam as one writes them in PyTorch; without figures."""
    import torch

    torch.set_num_threads(1)
    torch.manual_seed(0)
    sizes = json.loads((folder / "sizes.json").read_text())
    contexts, targets = (torch.tensor(np.load(folder / f"{name}.npy")) for name in ("contexts", "targets"))
    vocabulary, embedding, hidden = sizes["vocabulary"], sizes["embedding"], sizes["hidden"]
    brain = torch.nn.Sequential(
        torch.nn.Embedding(vocabulary + 1, embedding, padding_idx=vocabulary),
        torch.nn.Flatten(),
        torch.nn.Linear(contexts.shape[1] * embedding, hidden),
        torch.nn.Tanh(),
        torch.nn.Linear(hidden, vocabulary),
    )
    adam, doubt = torch.optim.Adam(brain.parameters(), lr=sizes["rate"]), torch.nn.CrossEntropyLoss()
    found = []
    for _ in range(WARM_UP + ROUNDS):
        before = time.process_time()
        order = torch.randperm(len(targets))
        for start in range(0, len(order), sizes["batch"]):
            rows = order[start : start + sizes["batch"]]
            adam.zero_grad()
            doubt(brain(contexts[rows]), targets[rows]).backward()
            adam.step()
        found.append(time.process_time() - before)
    return found[WARM_UP:]


def torch_beside(reading: Reading, python: str) -> list[float] | None:
    """PyTorch's epochs, in a process of its own; None where that Python has none."""
    settings, read = first_settings(reading), reading.windows.part(reading.read)
    with TemporaryDirectory() as folder:
        np.save(Path(folder) / "contexts.npy", read.contexts)
        np.save(Path(folder) / "targets.npy", read.targets)
        sizes = {
            "vocabulary": len(reading.vocabulary.words),
            "embedding": reading.embedding,
            "hidden": settings.hidden[0],
            "rate": settings.learning_rate,
            "batch": settings.batch,
        }
        (Path(folder) / "sizes.json").write_text(json.dumps(sizes))
        command = [python, "-m", "tests.benchmarks.bench_words", "--torch", folder]
        own = {**os.environ, **ONE_THREAD}
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, env=own, check=False)
    return json.loads(done.stdout) if done.returncode == 0 else None


def main(words: list[str]) -> int:
    """0 where an epoch is as fast as wanted."""
    if words[:1] == ["--torch"]:
        print(json.dumps(in_torch(Path(words[1]))))
        return 0
    content = twenty_thousand_words()
    before = time.process_time()
    reading = first_reading(content)
    pieces, vocabulary = len(reading.pieces), len(reading.vocabulary.words)
    print(f"{len(reading.words)} words, {pieces} tokens of {vocabulary}: {time.process_time() - before:.2f} s to read")
    mine = ours(reading)
    print(f"an epoch, figures and all: {median(mine):.2f} s (least {min(mine):.2f}), wanted at most {WANTED} s")
    beside = torch_beside(reading, words[0] if words else sys.executable)
    if beside is None:
        print("PyTorch is not installed: name a Python that has it")
    else:
        print(
            f"PyTorch, the steps alone: {median(beside):.2f} s; ours takes {median(mine) / median(beside):.2f} of that"
        )
    return int(min(mine) > WANTED)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
