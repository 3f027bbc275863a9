"""What one epoch costs, told as JSON and all, against eager PyTorch with Adam on the same mathematics.

All are whole processes on one thread, run for N and for 2 N epochs; the difference is N epochs without the start.
It fails where the game is not so many times as fast as wanted.
Run by hand: python -m tests.benchmarks.bench_learning [a Python that has PyTorch, if this one has none]
"""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent.parent
CHAIR = "kitchen"
RATE = 0.02
WANTED = 8.0
ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in ("OMP", "MKL", "OPENBLAS")}
FUSED = "fused"
ROUNDS = 3
OURS, EAGER, FUSED_ADAM = "chairgame train --json", "PyTorch, eager", "… with fused Adam"


def processor_seconds(command: list[str]) -> float:
    """Time of the processor for a whole process: a busy machine tells on it less than on the clock."""
    before = os.times()
    subprocess.run(command, cwd=ROOT, env={**os.environ, **ONE_THREAD}, stdout=subprocess.DEVNULL, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def microseconds_per_epoch(commands: dict[str, tuple[list[str], int]]) -> dict[str, float]:
    """Of each command, which is completed by a number of epochs, the median of rounds in which all take their turns."""
    found: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS):
        for name, (command, epochs) in commands.items():
            once, twice = (processor_seconds([*command, str(number)]) for number in (epochs, 2 * epochs))
            found[name].append((twice - once) / epochs * 1e6)
    return {name: median(values) for name, values in found.items()}


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
    torch = [python, "-m", "tests.benchmarks.bench_learning", "--learn"]
    commands = {OURS: (game, 10_000)}
    if subprocess.run([python, "-c", "import torch"], capture_output=True, check=False).returncode == 0:
        commands |= {EAGER: (torch, 1500), FUSED_ADAM: ([*torch, FUSED], 1500)}
    else:
        print("PyTorch is not installed: nothing to compare with")
    found = microseconds_per_epoch(commands)
    for name, microseconds in found.items():
        print(f"{name:<24}{microseconds:8.1f} µs per epoch, {microseconds / found[OURS]:5.1f} times ours")
    if EAGER in found and found[EAGER] < WANTED * found[OURS]:
        sys.exit(f"wanted: at least {WANTED} times as fast as eager PyTorch")


if __name__ == "__main__":
    main()
