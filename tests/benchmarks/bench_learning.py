"""What one epoch costs, told as JSON and all, against eager PyTorch with Adam on the same mathematics.

Both are whole processes on one thread, run for N and for 2 N epochs; the difference is N epochs without the start.
Run by hand: python -m tests.benchmarks.bench_learning [a Python that has PyTorch, if this one has none]
"""

import os
import subprocess
import sys
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parent.parent.parent
CHAIR = "kitchen"
RATE = 0.02
WANTED = 6.0
ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in ("OMP", "MKL", "OPENBLAS")}
FUSED = "fused"


def seconds(command: list[str]) -> float:
    """The shortest of three runs."""
    found = []
    for _ in range(3):
        start = perf_counter()
        subprocess.run(command, cwd=ROOT, env={**os.environ, **ONE_THREAD}, stdout=subprocess.DEVNULL, check=True)
        found.append(perf_counter() - start)
    return min(found)


def microseconds_per_epoch(command: list[str], epochs: int) -> float:
    """`command` is completed by a number of epochs."""
    return (seconds([*command, str(2 * epochs)]) - seconds([*command, str(epochs)])) / epochs * 1e6


def learn_in_torch(epochs: int, fused: bool) -> None:
    """The same chair, brain, loss and choice of own turns, written as one writes it in PyTorch; tells nothing."""
    import numpy as np
    import torch

    from chairgame.blackbox.symmetry import own_turns
    from chairgame.chair.catalogue import load_chair
    from chairgame.chair.encoding import encode_parts
    from chairgame.chair.poses import ideal_poses, rotation_matrices

    torch.set_num_threads(1)
    torch.manual_seed(0)
    chair, inputs = load_chair(CHAIR), torch.tensor(encode_parts(load_chair(CHAIR)))
    poses = ideal_poses(chair)
    turns = [own_turns(size) for size in chair.sizes]
    most = max(map(len, turns))
    padded = np.array([np.concatenate([own, np.repeat(own[:1], most - len(own), axis=0)]) for own in turns])
    signs = np.array([[x, y, z] for x in (-1, 1) for y in (-1, 1) for z in (-1, 1)])
    corners = torch.tensor(signs * chair.sizes[:, None] / 100)
    turned = torch.tensor(rotation_matrices(poses.quaternions)[:, None] @ padded)
    targets = corners[:, None] @ turned.transpose(2, 3)  # (parts, own turns, corners, 3)
    centres = torch.tensor(poses.centres / 50)[:, None]
    every = torch.arange(len(inputs))
    layers = [torch.nn.Linear(inputs.shape[1], 24), torch.nn.Tanh(), torch.nn.Linear(24, 24), torch.nn.Tanh()]
    network = torch.nn.Sequential(*layers, torch.nn.Linear(24, 7)).double()
    optimizer = torch.optim.Adam(network.parameters(), lr=RATE, fused=fused)
    for _ in range(epochs):
        outputs = network(inputs)
        w, x, y, z = torch.nn.functional.normalize(outputs[:, 3:]).unbind(1)
        rows = [
            1 - 2 * (y * y + z * z), 2 * (x * y - z * w), 2 * (x * z + y * w),
            2 * (x * y + z * w), 1 - 2 * (x * x + z * z), 2 * (y * z - x * w),
            2 * (x * z - y * w), 2 * (y * z + x * w), 1 - 2 * (x * x + y * y),
        ]  # fmt: skip
        assembled = corners @ torch.stack(rows, 1).reshape(-1, 3, 3).transpose(1, 2)
        with torch.no_grad():
            best = (targets * assembled[:, None]).sum((2, 3)).argmax(1)
        way = assembled + outputs[:, None, :3] - targets[every, best] - centres
        loss = (way * way).sum(2).mean()
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
    print(f"{50 * loss.item() ** 0.5:.2f} cm")


def main() -> None:
    if "--learn" in sys.argv:
        learn_in_torch(int(sys.argv[-1]), fused=FUSED in sys.argv)
        return
    python = sys.argv[1] if len(sys.argv) > 1 else sys.executable
    game = [sys.executable, "-m", "chairgame", "train", "--chair", CHAIR, "--json", "--epochs"]
    ours = microseconds_per_epoch(game, 10_000)
    print(f"chairgame train --json  {ours:7.1f} µs per epoch")
    torch = [python, "-m", "tests.benchmarks.bench_learning", "--learn"]
    has_torch = subprocess.run([python, "-c", "import torch"], capture_output=True, check=False).returncode == 0
    if not has_torch:
        print("PyTorch is not installed: nothing to compare with")
        return
    plain, fused = (microseconds_per_epoch([*torch, *way], 1500) for way in ([], [FUSED]))
    print(f"PyTorch, eager          {plain:7.1f} µs per epoch, with fused Adam {fused:.1f}")
    print(
        f"ratio                   {plain / ours:7.1f}, with fused Adam {fused / ours:.1f} (wanted: at least {WANTED})"
    )


if __name__ == "__main__":
    main()
