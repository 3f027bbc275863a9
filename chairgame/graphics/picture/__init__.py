"""From solid parts to pictures in cells: camera, light, rasterizer."""
