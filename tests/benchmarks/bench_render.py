"""How long a picture takes, against a plain z-buffer that draws the same faces one by one; and how good it is.

Run by hand: python -m tests.benchmarks.bench_render
"""

from collections.abc import Callable
from dataclasses import replace
from statistics import median
from time import perf_counter

import numpy as np

from chairgame.graphics.picture.camera import Camera, Projection
from chairgame.graphics.picture.drawing import visible_faces
from chairgame.graphics.picture.meshes import faces_of
from chairgame.graphics.picture.renderer import Renderer
from chairgame.graphics.picture.scene import Scene
from chairgame.terminal.depth import ColourDepth, GlyphSet
from tests.graphics.render_scenes import chair_scene, decoded, pile_scene, psnr, supersampled

WIDTH, HEIGHT = 77, 36


def z_buffer(scene: Scene, view: Projection) -> np.ndarray:
    """The reference: edge functions in each face's bounding rectangle, face by face; no shadow, no glyphs."""
    rows, columns = HEIGHT * 8, WIDTH * 4
    faces = visible_faces(faces_of(scene), view)
    xs, ys, _ = view.to_screen(faces.corners)
    planes = view.inverse_depth_planes(faces.normals, faces.corners[:, 0])
    depth, ids = np.zeros((rows, columns), np.float32), np.full((rows, columns), -1, np.int32)
    for face, (x, y, (a, b, c)) in enumerate(zip(xs, ys, planes.T, strict=True)):
        left, right = max(0, int(x.min())), min(columns, int(x.max()) + 1)
        top, bottom = max(0, int(y.min())), min(rows, int(y.max()) + 1)
        if left >= right or top >= bottom:
            continue
        at_x, at_y = np.arange(left, right) + 0.5, (np.arange(top, bottom) + 0.5)[:, None]
        next_x, next_y = np.roll(x, -1), np.roll(y, -1)
        sense = np.sign((x * next_y - next_x * y).sum())
        nearness = a * at_x + b * at_y + c
        drawn = nearness > depth[top:bottom, left:right]
        for i in range(4):
            drawn &= sense * ((next_x[i] - x[i]) * (at_y - y[i]) - (next_y[i] - y[i]) * (at_x - x[i])) >= 0
        depth[top:bottom, left:right][drawn] = nearness[drawn]
        ids[top:bottom, left:right][drawn] = face
    return ids


def milliseconds(work: Callable[[], object], times: int = 41) -> tuple[float, float]:
    """Median and least time of a call."""
    taken = []
    for _ in range(times):
        start = perf_counter()
        work()
        taken.append((perf_counter() - start) * 1e3)
    return median(taken), min(taken)


def main() -> None:
    print(f"{WIDTH}×{HEIGHT} cells          median    best ms   z-buffer of faces   ratio    PSNR")
    camera = Camera()
    scenes = [("chair", chair_scene()), *(("pile", pile_scene(count)) for count in (14, 60, 200))]
    for name, scene in scenes:
        view = camera.projection(WIDTH * 4, HEIGHT * 8)
        renderer = Renderer(WIDTH, HEIGHT, ColourDepth.TRUECOLOR, GlyphSet.BLOCKS)
        ours, best = milliseconds(lambda r=renderer, s=scene: r.render(s, camera))
        reference, _ = milliseconds(lambda s=scene, v=view: z_buffer(s, v), 9)
        still = replace(scene, arrows=None)
        quality = psnr(decoded(renderer.render(still, camera)), supersampled(still, camera, WIDTH, HEIGHT))
        count = f"{name} of {len(scene.shapes)}"
        print(f"{count:18} {ours:9.2f} {best:10.2f} {reference:19.2f} {reference / ours:7.1f} {quality:7.1f} dB")
    for depth in ColourDepth:
        for glyphs in (GlyphSet.BLOCKS, GlyphSet.ASCII):
            renderer = Renderer(WIDTH, HEIGHT, depth, glyphs)
            ours, best = milliseconds(lambda r=renderer: r.render(scenes[2][1], camera))
            print(f"pile of 60, {depth.value:9} {glyphs.value:6} {ours:8.2f} {best:8.2f}")


if __name__ == "__main__":
    main()
